"""Sentences that a section begins with, put together from what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from counterdraft.brief.case import Case
from counterdraft.brief.follow_up import asks_nothing, dated_told, follow_up, told, without_verb
from counterdraft.brief.report import Evidence, Statement
from counterdraft.brief.requests import (
    Request,
    acting,
    children,
    own_acts,
    requests,
    trimmed,
    unaddressed,
    under,
    whole_name,
)
from counterdraft.draft.body import goes_on
from counterdraft.draft.choices import as_quoted, verb_printed, without_remarks
from counterdraft.lexicon.pronouns import pronouns
from counterdraft.lexicon.treaties import treaty_names
from counterdraft.model import Addressee, Paragraph, Span, Verb
from counterdraft.wording.english import counted, listed, sentence, shortened, some
from counterdraft.wording.within import within

# A summary points at so many places; of more it says nothing: they stand below it.
MOST_PLACES = 6
MOST_NAMES = 8
LONG_NAME = 70  # characters
MOST_VERBS = 4
MOST_QUOTED = 3
MOST_CITED = 3
QUOTE = 100  # characters
LOOSE = frozenset({"all", "other", "relevant"})
# So many words around a draft are a header and a footer; more are another text.
MASTHEAD = 150


def counts(case: Case) -> str:
    """ "9 preambular and 8 operative paragraphs, 5 subparagraphs, 1 annex"."""
    resolution = case.resolution
    tops = [p for p in resolution.paragraphs if p.level == 0 and not goes_on(p)]
    preambular = sum(1 for p in tops if p.part == "preambular")
    below = sum(p.level > 0 for p in resolution.paragraphs)
    operative = counted(len(tops) - preambular, "operative paragraph")
    parts = [f"{preambular or 'no'} preambular and {operative}"]
    parts += [counted(below, "subparagraph")] if below else []
    parts += [counted(len(resolution.annexes), "annex", "annexes")] if resolution.annexes else []
    lines = counted(len(resolution.lines), "line")
    parts += [f"{lines} of tables or notes"] if resolution.lines else []
    return ", ".join(parts)


def asks_in_short(case: Case) -> Iterator[Statement]:
    """Who is asked, what is asked of nobody, what the organ does itself, reports, time limits."""
    asked = requests(case.resolution)
    nobody = unaddressed(case.resolution)
    if not case.asks_are_read and not asked:
        yield Statement(
            "Whom it asks is not known: the rules, which are for English, read no verb in it."
        )
    elif not asked and not nobody:
        yield Statement(sentence(asks_nothing(case)))
    yield from _requests(case, asked)
    yield from _unaddressed(case, nobody)
    yield from _acts(case)
    found = follow_up(case, asked)
    told_of = {p.id: p for p in (*found.reports, *found.limits, *found.often)}
    if asked or told_of:
        places = sorted(told_of.values(), key=_place)
        yield _said(f"it {told(case, found)}", case.each(places))
    if dated := dated_told(case, found):
        yield _said(dated, case.each(found.dated))


def _place(paragraph: Paragraph) -> int:
    return paragraph.span.start


def _said(text: str, evidence: Sequence[Evidence]) -> Statement:
    """A sentence with its evidence, if that is not too much to stand here."""
    kept = tuple({each.label: each for each in reversed(evidence)}.values())[::-1]
    return Statement(sentence(text), kept if len(kept) <= MOST_PLACES else ())


def _requests(case: Case, asked: Sequence[Request]) -> Iterator[Statement]:
    if asked:
        least = "at least " if _may_ask_more(case) else ""
        many, whom = counted(len(asked), "request"), some(names_of(asked), MOST_NAMES)
        text = f"it makes {least}{many}, of {whom}"
        yield _said(text, case.each(one.paragraph for one in asked))


def _may_ask_more(case: Case) -> bool:
    """Whether an operative paragraph opens with no verb that is known, and may ask too."""
    return bool(without_verb(case))


def names_of(asked: Iterable[Request]) -> list[str]:
    """Whom they ask, each once, and by a name."""
    found = [
        (each, plain_name(one, each))
        for one in asked
        for each in one.addressees
        if each.text not in pronouns().words
    ]
    named = {(each.name or name).lower().removeprefix("the "): name for each, name in found}
    return list(named.values())


def plain_name(request: Request, addressee: Addressee) -> str:
    """An addressee without "all", "relevant" and the like; "that State" by its name, if known."""
    if addressee.name and ("overnment" in addressee.text or addressee.text.startswith("that ")):
        return addressee.name
    words = whole_name(request, addressee, LONG_NAME).split()
    while len(words) > 1 and words[0].lower() in LOOSE:
        words = words[1:]
    return " ".join(words)


def _unaddressed(case: Case, found: Sequence[tuple[Paragraph, Verb]]) -> Iterator[Statement]:
    if found:
        printed = [verb_printed(paragraph, verb) for paragraph, verb in found]
        verbs = {each.lower(): f"\u201c{each}\u201d" for each in printed}
        by = some(list(verbs.values()), MOST_VERBS)
        text = f"by {by} it asks for something, and no addressee was recognized"
        yield _said(text, [case.at(p, verb.span) for p, verb in found])


def _acts(case: Case) -> Iterator[Statement]:
    acts = acts_of_the_organ(case)
    if acts:
        organ = case.resolution.organ or "organ"
        text = f"the {organ} itself acts in {counted(len(acts), 'paragraph')}"
        if len(acts) <= MOST_QUOTED:
            text += f": it {_quoted(case, acts)}"
        yield _said(text, case.each(acts))


def _quoted(case: Case, acts: Sequence[Paragraph]) -> str:
    words = [without_remarks(with_point(case, each)) for each in acts]
    short = (as_quoted(shortened(within(each).rstrip(" ;.,:"), QUOTE)) for each in words)
    return listed([f"\u201c{each}\u201d" for each in short])


def words_of_the_act(case: Case, act: Paragraph) -> str:
    """An act in the words of its paragraph, from its verb to where somebody else is asked."""
    verb = verb_of_the_act(case, act)
    if verb is None:
        return act.text
    asks = any(each.text for each in act.addressees)
    asks |= any(paragraph is act for paragraph, _ in unaddressed(case.resolution))
    rest = under(act, verb) if asks else trimmed(act, Span(verb.span.end, act.span.end))
    start, end = act.span.start, rest.end if rest else act.span.end
    if _leads_to_points(act.text[end - start :]):
        end = act.span.end
    return act.text[verb.span.start - start : end - start]


def _leads_to_points(rest: str) -> bool:
    """Whether nothing but the colon that opens a list follows: "decides that:"."""
    return rest.strip() == ":"


def with_point(case: Case, act: Paragraph) -> str:
    """An act's words, with its first point where they lead up to a list."""
    first = next(children(case.resolution, act), None)
    words = words_of_the_act(case, act)
    return f"{words} {first.text}" if first and words.rstrip().endswith(":") else words


def verb_of_the_act(case: Case, act: Paragraph) -> Verb | None:
    """The verb by which the organ acts itself, of a paragraph that may do more."""
    own = {each.addressees[0].verb_span for each in own_acts(case.resolution)}
    bound = (verb for verb in act.verbs if verb.span in own)
    return next(iter((*bound, *acting(act))), None)


def acts_of_the_organ(case: Case) -> list[Paragraph]:
    """The operative paragraphs by which the organ itself decides, authorizes or commits itself.

    Points of a decision ("Decides: (a) To …") are told with the paragraph that has its verb.
    """
    acts = own_acts(case.resolution)
    own = {a.paragraph.id for a in acts if a.paragraph.span.holds(a.addressees[0].verb_span)}
    operative = (p for p in case.resolution.paragraphs if p.part == "operative")
    return [p for p in operative if p.id in own or acting(p)]


def cited_in(case: Case) -> tuple[str, tuple[Paragraph, ...]]:
    """How many documents and treaties it names, the first of them, and the paragraphs that do.

    In another language than English that is what was read, and there may be more.
    """
    paragraphs = case.resolution.paragraphs
    cited = [c for p in paragraphs for c in (*p.citations, *p.note_citations)]
    named_there = (t.treaty for p in paragraphs for t in p.treaties)
    treaties = [f"the {treaty_names().get(each, each)}" for each in named_there]
    documents = [c.symbol or (c.text if case.is_english else "") for c in cited]
    least = "" if case.is_english else "at least "
    naming = tuple(p for p in paragraphs if p.citations or p.note_citations or p.treaties)
    named = [each for each in documents if each]
    parts = [f"cites {least}{_first_of(named, 'document', 'documents')}"] if named else []
    parts += [f"names {_first_of(treaties, 'treaty', 'treaties')}"] if treaties else []
    return f"it {'; it '.join(parts)}", naming if parts else ()


def _first_of(names: Sequence[str], one: str, several: str) -> str:
    """ "2 treaties, X and Y"; "9 documents, among them X, Y and Z"."""
    each = list(dict.fromkeys(names))
    among = " among them" if len(each) > MOST_CITED else ""
    return f"{counted(len(each), one, several)},{among} {listed(each[:MOST_CITED])}"


def extent(case: Case) -> Span:
    """The draft with its title, where the document states that before its formula."""
    title = case.stated.get("title")
    whole = case.resolution.span
    return Span(min(whole.start, title.span.start), whole.end) if title else whole


def surroundings(case: Case) -> Iterator[Statement]:
    """How much of the document is none of the draft, where that is much."""
    whole, text = extent(case), case.document.text
    before, after = len(text[: whole.start].split()), len(text[whole.end :].split())
    if not case.alone or max(before, after) < MASTHEAD:
        return
    parts = [f"{counted(before, 'word')} before it"] * bool(before)
    parts += [f"{counted(after, 'word')} after it"] * bool(after)
    yield Statement(f"It was found inside of a longer text: {listed(parts)} are not part of it.")
