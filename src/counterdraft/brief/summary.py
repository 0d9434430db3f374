"""What a resolution is and does, in a few sentences put together from what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.brief.case import Case
from counterdraft.brief.labels import KINDS
from counterdraft.brief.report import Evidence, Statement
from counterdraft.brief.requests import Request, acting, own_acts, requests, unaddressed
from counterdraft.model import Addressee, Paragraph, Span, Verb
from counterdraft.text.wording import counted, listed, sentence, shortened, some

# A summary points at so many places; of more it says in which section they are.
MOST_PLACES = 6
MOST_NAMES = 8
MOST_VERBS = 4
MOST_QUOTED = 3
QUOTE = 100
LOOSE = frozenset({"all", "other", "relevant"})
# So many words around a draft are a header and a footer; more are another text.
MASTHEAD = 150


def summary(case: Case) -> Iterator[Statement]:
    """The sentences, each with its evidence."""
    yield _counts(case)
    if case.resolution.kind != "amendment":
        asked = requests(case.resolution)
        nobody = unaddressed(case.resolution)
        if not asked and not nobody:
            yield Statement("It asks nobody for anything, as far as was found.")
        yield from _requests(case, asked)
        yield from _unaddressed(case, nobody)
        yield from _acts(case)
        if asked:
            yield _follow_up(case, asked)
        yield from _cited(case)
    yield from _surroundings(case)


def _said(text: str, evidence: Sequence[Evidence], see: str) -> Statement:
    """A sentence with its evidence, or where that is, if it is too much to stand here."""
    kept = tuple({each.label: each for each in reversed(evidence)}.values())[::-1]
    if len(kept) > MOST_PLACES:
        return Statement(sentence(text), see=see)
    return Statement(sentence(text), kept)


def _counts(case: Case) -> Statement:
    resolution = case.resolution
    organ = f" of the {resolution.organ}" if resolution.organ else ""
    thing = f"{KINDS[resolution.kind]}{organ}"
    if resolution.kind == "amendment":
        target = f", to {resolution.draft_symbol}" if resolution.draft_symbol else ""
        return Statement(sentence(f"{thing}{target}"))
    tops = [p for p in resolution.paragraphs if p.level == 0]
    preambular = sum(1 for p in tops if p.part == "preambular")
    below = len(resolution.paragraphs) - len(tops)
    operative = counted(len(tops) - preambular, "operative paragraph")
    parts = [f"{preambular or 'no'} preambular and {operative}"]
    parts += [counted(below, "subparagraph")] if below else []
    parts += [counted(len(resolution.annexes), "annex", "annexes")] if resolution.annexes else []
    return Statement(sentence(f"{thing}: {', '.join(parts)}"), see="structure")


def _requests(case: Case, asked: Sequence[Request]) -> Iterator[Statement]:
    if not asked:
        return
    found = [each for one in asked for each in one.addressees]
    names = list(
        {(each.name or plain_name(each)).lower(): plain_name(each) for each in found}.values()
    )
    text = f"it makes {counted(len(asked), 'request')}, of {some(names, MOST_NAMES)}"
    yield _said(text, case.each(one.paragraph for one in asked), "asks")


def plain_name(addressee: Addressee) -> str:
    """An addressee without "all", "relevant" and the like: a Government by its State's name."""
    if addressee.name and "overnment" in addressee.text:
        return addressee.name
    words = addressee.text.split()
    while len(words) > 1 and words[0].lower() in LOOSE:
        words = words[1:]
    return " ".join(words)


def _unaddressed(case: Case, found: Sequence[tuple[Paragraph, Verb]]) -> Iterator[Statement]:
    if found:
        verbs = {verb.text.lower(): f"\u201c{verb.text}\u201d" for _, verb in found}
        text = (
            f"by {some(list(verbs.values()), MOST_VERBS)} it asks for something of nobody directly"
        )
        yield _said(text, [case.at(p, verb.span) for p, verb in found], "asks")


def _acts(case: Case) -> Iterator[Statement]:
    acts = acts_of_the_organ(case)
    if acts:
        organ = case.resolution.organ or "organ"
        text = f"the {organ} itself acts in {counted(len(acts), 'paragraph')}"
        if len(acts) <= MOST_QUOTED:
            text += f": it {_quoted(acts)}"
        yield _said(text, case.each(acts), "asks")


def _quoted(acts: Sequence[Paragraph]) -> str:
    words = (shortened(p.text[:1].lower() + p.text[1:].rstrip(" ;.,:"), QUOTE) for p in acts)
    return listed([f"\u201c{each}\u201d" for each in words])


def acts_of_the_organ(case: Case) -> list[Paragraph]:
    """The operative paragraphs by which the organ itself decides, authorizes or commits itself."""
    own = {act.paragraph.id for act in own_acts(case.resolution)}
    operative = (p for p in case.resolution.paragraphs if p.part == "operative")
    return [p for p in operative if p.id in own or (acting(p) and not p.addressees)]


def _follow_up(case: Case, asked: Sequence[Request]) -> Statement:
    reports = list(dict.fromkeys(case.each(p for one in asked for p in one.reports)))
    limits = list(dict.fromkeys(case.each(p for one in asked for p, _ in one.deadlines)))
    if not reports and not limits:
        text = "It asks nobody for a report and sets nobody a time limit, as far as was found."
        return Statement(text, see="asks")
    report = f"it asks for a report or an update in {counted(len(reports), 'paragraph')}"
    limit = f"sets a time limit in {counted(len(limits), 'paragraph')}"
    parts = [report if reports else "it asks nobody for a report"]
    parts += [limit if limits else "sets nobody a time limit"]
    return _said(" and ".join(parts), [*reports, *limits], "asks")


def _cited(case: Case) -> Iterator[Statement]:
    paragraphs = case.resolution.paragraphs
    cited = [c for p in paragraphs for c in (*p.citations, *p.note_citations)]
    treaties = {t.treaty for p in paragraphs for t in p.treaties}
    documents = {c.symbol or c.text for c in cited}
    if not documents and not treaties:
        yield Statement("It cites no document and names no treaty, as far as was found.")
        return
    said = [
        f"it cites {counted(len(documents), 'document')}" if documents else "it cites no document"
    ]
    said += [f"names {counted(len(treaties), 'treaty', 'treaties')}"] if treaties else []
    yield Statement(sentence(" and ".join(said)), see="citations")


def extent(case: Case) -> Span:
    """The draft with its title, where the document states that before its formula."""
    title = case.stated.get("title")
    whole = case.resolution.span
    return Span(min(whole.start, title.span.start), whole.end) if title else whole


def _surroundings(case: Case) -> Iterator[Statement]:
    whole, text = extent(case), case.document.text
    before, after = len(text[: whole.start].split()), len(text[whole.end :].split())
    if not case.alone or max(before, after) < MASTHEAD:
        return
    parts = [f"{counted(before, 'word')} before it"] * bool(before)
    parts += [f"{counted(after, 'word')} after it"] * bool(after)
    yield Statement(f"It was found inside of a longer text: {listed(parts)} are not part of it.")
