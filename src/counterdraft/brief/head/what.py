"""The first sentence: what the text is, and who stands behind it as far as it is stated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from counterdraft.brief.case import BY_OFFICE, CIRCULATED, Case
from counterdraft.brief.head.sentence import Sentence, said, whole
from counterdraft.brief.labels import kind_name, refusal, tally_of
from counterdraft.brief.report import Evidence
from counterdraft.brief.summary import counts
from counterdraft.brief.unsettled import tracked
from counterdraft.lexicon.in_sentences import in_sentence
from counterdraft.lexicon.states import find_states
from counterdraft.model.problem import LACKING
from counterdraft.wording.english import listed, long_date, shortened, some
from counterdraft.wording.sponsors import behind

MOST_SPONSORS = 3
QUOTE = 200  # characters
_STANDS_OUT = 3  # paragraphs
_SAID = frozenset({"bracketed", "excerpt"})  # problems that the sentence says in their words
_PLACES = ("formula", "symbol", "draft_symbol", "sponsors", "date", BY_OFFICE, CIRCULATED)


def what(case: Case) -> Iterator[Sentence]:
    """Kind, organ, symbol, extent; sponsors, or what the text around a draft says of that."""
    text = ", ".join((_thing(case), *_behind(case))) + _names_most(case)
    text += _by_office(case) + _around(case) + _instructs(case)
    text += "".join(f"; {each.message}" for each in case.resolution.problems if each.code in _SAID)
    text += f"; {changes}" if (changes := tracked(case)) else ""
    if any(each.code in LACKING - _SAID for each in case.resolution.problems):
        text += "; a part of it may be missing from what was read"
    yield from said("what", 100, text, _evidence(case), "")


def _instructs(case: Case) -> str:
    """What an amendment would do, in its own words: those behind its title."""
    title, words = case.resolution.title, case.document.text
    at = words.rfind(title) if title else -1
    if case.resolution.kind != "amendment" or title is None or at < 0:
        return ""
    told = " ".join(words[at + len(title) :].split())
    return f"; it says: \u201c{shortened(told.rstrip('.'), QUOTE)}\u201d" if told else ""


def _thing(case: Case) -> str:
    resolution = case.resolution
    organ = f" of the {resolution.organ}" if resolution.organ else ""
    symbol = f" {resolution.symbol}" if resolution.symbol else ""
    if resolution.kind == "amendment":
        target = f" to {resolution.draft_symbol}" if resolution.draft_symbol else ""
        return f"Amendment document{symbol}{target}"
    return f"{kind_name(resolution)}{symbol}{organ} with {counts(case)}"


def _names_most(case: Case) -> str:
    """Of a text without a title, the State that most of its paragraphs name, if one stands out."""
    resolution = case.resolution
    if resolution.title or not case.is_english:
        return ""
    named = Counter(
        name for p in resolution.paragraphs
        for name in {each.name for each in find_states(p.text) if not each.group}
    )  # fmt: skip
    (first, most), (_, next_) = (*named.most_common(2), ("", 0), ("", 0))[:2]
    if most < _STANDS_OUT or most == next_:
        return ""
    return f"; the State named most in it: {in_sentence(first)}, in {most} paragraphs"


def _behind(case: Case) -> Iterator[str]:
    resolution, given = case.resolution, case.known.given
    differ = bool(given) and set(given) != set(resolution.sponsors)
    named = some(behind(resolution), MOST_SPONSORS) if resolution.sponsors else ""
    if named and differ:
        yield f"sponsored, as it says itself, by {named}, and as given by {listed(given)}"
    elif named:
        yield f"sponsored by {named}"
    elif differ:
        yield f"{'sponsor' if len(given) == 1 else 'sponsors'}, as given: {listed(given)}"
    day = long_date(resolution.date) if resolution.date else ""
    if resolution.kind == "resolution":
        yield f"adopted{day and ' on '}{day}{_how(case)}"
    elif day:
        yield f"of {day}"
    if refused := refusal(resolution.adoption):
        yield refused


def _how(case: Case) -> str:
    adoption = case.resolution.adoption
    if adoption.mode == "without a vote":
        return " without a vote"
    if adoption.mode != "recorded vote" or adoption.yes is None:
        return ""
    return f" by {tally_of(adoption)}"


def _by_office(case: Case) -> str:
    """Which officer brings it, and on what basis, in the document's words; that is no sponsor."""
    words = brought_by_office(case)
    return f"; it is headed \u201c{shortened(words, QUOTE)}\u201d" if words else ""


def brought_by_office(case: Case) -> str:
    """The line that says so, on one line; nothing where none does."""
    evidence = case.stated.get(BY_OFFICE)
    return " ".join(evidence.span.of(case.document.text).split()) if evidence else ""


def _around(case: Case) -> str:
    """What the text around a draft says of who brought it, in its own words."""
    evidence = case.stated.get(CIRCULATED)
    if evidence is None:
        return ""
    words = shortened(evidence.span.of(case.document.text), QUOTE).rstrip(".")
    return f"; the text around it says: \u201c{words}\u201d"


def _evidence(case: Case) -> tuple[Evidence, ...]:
    stated = tuple(case.stated[name] for name in _PLACES if name in case.stated)
    return stated or whole(case) or tuple(case.stated.values())
