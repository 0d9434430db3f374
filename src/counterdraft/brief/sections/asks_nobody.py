"""The operative paragraphs that ask nobody by name, as a table: what they do instead."""

from __future__ import annotations

from collections.abc import Iterator

from counterdraft.brief.case import Case, label
from counterdraft.brief.quoted import quoted
from counterdraft.brief.report import Cell, Group, Row, Statement, Table
from counterdraft.brief.requests import (
    Request,
    acting,
    asking_forces,
    before_verbs,
    children,
    opens_with_verb,
    own_acts,
    requests,
    trimmed,
    unaddressed,
    under,
)
from counterdraft.brief.summary import acts_of_the_organ
from counterdraft.brief.unsettled import unsettled_of
from counterdraft.draft.choices import choices
from counterdraft.lexicon.force import labels
from counterdraft.model import Paragraph, Span, Verb
from counterdraft.wording.english import counted

LONG = 240
_TAKEN = "Positions taken"
_BESIDE = "Positions taken behind what is asked or decided"
_UNKNOWN = "Opens with no verb that was recognized: whether it asks somebody is not known"
COLUMNS = ("Paragraph", "Verb, and its force", "Words")


def asks_nobody(case: Case) -> Table | None:
    """The table; None where every operative paragraph asks somebody."""
    found = (
        _unsaid(case), _acts(case), _rest(case, _TAKEN, known=True), _beside(case),
        _rest(case, _UNKNOWN, known=False),
    )  # fmt: skip
    groups = tuple(group for group in found if group.rows)
    if not groups:
        return None
    return Table("Operative paragraphs that ask nobody by name", COLUMNS, groups)


def force_of(force: str | None, verb: str) -> Cell:
    """What to call a class of force; nothing where the verb says it itself ("also invites")."""
    if force is None:
        return (Statement("force not known", style="absent"),)
    name = labels().get(force, force)
    return () if f" {verb.strip()}".lower().endswith(f" {name.lower()}") else (Statement(name),)


def verb_cell(paragraph: Paragraph, span: Span, words: str, force: str | None) -> Cell:
    """A verb and its force; of alternatives all of them, of which none is settled."""
    found = choices(paragraph)
    if found is None or not found.span.holds(span):
        return _verb(words, force)
    unsettled = Statement(f"one of {found.number} verbs: which is open", style="absent")
    return (Statement(found.printed, style="quote"), unsettled)


def _unsaid(case: Case) -> Group:
    rows = (_row(case, p, verb, under(p, verb)) for p, verb in unaddressed(case.resolution))
    return Group("Asks for something, and no addressee was recognized", tuple(rows))


def _acts(case: Case) -> Group:
    rows = (row for p in acts_of_the_organ(case) for row in _act_rows(case, p))
    return Group(f"Acts of the {case.resolution.organ or 'organ'} itself", tuple(rows))


def _act_rows(case: Case, paragraph: Paragraph) -> Iterator[Row]:
    own = [act for act in own_acts(case.resolution) if act.paragraph.id == paragraph.id]
    for act in own:
        yield _act_row(case, act)
    told = {act.addressees[0].verb_span for act in own}
    for verb in acting(paragraph):
        if verb.span not in told:
            yield _row(case, paragraph, verb, under(paragraph, verb))


def _act_row(case: Case, act: Request) -> Row:
    words = tuple(
        Statement(quoted(thing.span.of(case.document.text), LONG), style="quote")
        for thing in act.things
    )
    said = (*words, *unsettled_of(case, act.paragraph))
    return Row((_where(case, act.paragraph), _verb(act.verb, act.force), said))


def _rest(case: Case, title: str, *, known: bool) -> Group:
    """The paragraphs that neither ask nor act, by whether they open with a verb that is known.

    Those affirm, welcome, condemn; what the others do is not known.
    """
    resolution = case.resolution
    elsewhere = {p.id for p, _ in unaddressed(resolution)}
    elsewhere |= {p.id for p in acts_of_the_organ(case)}
    elsewhere |= {one.paragraph.id.partition(".")[0] for one in requests(resolution)}
    rows = (
        _whole_row(case, p, p.verbs[0] if known and p.verbs else None)
        for p in resolution.paragraphs
        if p.part == "operative" and p.level == 0 and opens_with_verb(p) == known
        and (p.id not in elsewhere or (p.verbs and not known))
    )  # fmt: skip
    return Group(title, tuple(rows))


def _beside(case: Case) -> Group:
    """What a paragraph says behind a request or an act: "Decides …, and considers that …"."""
    resolution = case.resolution
    acts = {each.addressees[0].verb_span for each in own_acts(resolution)}
    told = acts | {one.verb_span for p in resolution.paragraphs for one in p.addressees}
    told |= {verb.span for _, verb in unaddressed(resolution)}
    rows = (
        _row(case, p, verb, under(p, verb))
        for p in resolution.paragraphs
        if p.part == "operative"
        for verb in _behind(p, told | {each.span for each in acting(p)})
    )
    return Group(_BESIDE, tuple(rows))


def _behind(paragraph: Paragraph, told: set[Span]) -> Iterator[Verb]:
    """The verbs behind the first that asks or decides, but for those that share its object."""
    first = min((v.span.start for v in paragraph.verbs if v.span in told), default=None)
    for verb in paragraph.verbs:
        behind = first is not None and verb.span.start > first and verb.span not in told
        if behind and verb.force not in asking_forces():
            yield verb


def _whole_row(case: Case, paragraph: Paragraph, verb: Verb | None) -> Row:
    """A paragraph from behind a verb, or from its head to where the first that is known stands."""
    if verb is None and paragraph.verbs:
        return _row(case, paragraph, None, before_verbs(paragraph))
    start = verb.span.end if verb else paragraph.span.start
    return _row(case, paragraph, verb, trimmed(paragraph, Span(start, paragraph.span.end)))


def _row(case: Case, paragraph: Paragraph, verb: Verb | None, rest: Span | None) -> Row:
    words = quoted(_said_under(case, paragraph, rest), LONG) if rest else ""
    below = sum(1 for _ in children(case.resolution, paragraph))
    said = [Statement(words, style="quote")] if words else []
    said += [Statement(f"({counted(below, 'subparagraph')})")] if below else []
    how = verb_cell(paragraph, verb.span, verb.text, verb.force) if verb else ()
    return Row((_where(case, paragraph), how, (*said, *unsettled_of(case, paragraph))))


def _said_under(case: Case, paragraph: Paragraph, rest: Span) -> str:
    """What stands under a verb, past the alternatives of it."""
    found = choices(paragraph)
    behind = found is not None and rest.start < found.span.end <= rest.end
    span = Span(found.span.end, rest.end) if found and behind else rest
    return span.of(case.document.text)


def _where(case: Case, paragraph: Paragraph) -> Cell:
    return (Statement(label(paragraph), (case.at(paragraph),), "name"),)


def _verb(words: str, force: str | None) -> Cell:
    return (Statement(words, style="quote"), *force_of(force, words))
