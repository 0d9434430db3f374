"""What the text leaves out, where its words come from, and what it cites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.brief.case import Case
from counterdraft.brief.head.sentence import Sentence, said, whole
from counterdraft.brief.report import Evidence
from counterdraft.brief.summary import cited_in
from counterdraft.model import ClauseTrace, Provenance
from counterdraft.model.coverage import (
    ConditionVerdict,
    Coverage,
    CoverageBeside,
    CoverVerdict,
    TopicCover,
)
from counterdraft.wording.english import counted, listed, some
from counterdraft.wording.traced import corpus_said, found_by, is_later, renumbered

MOST_TOPICS, MOST_SILENT = 3, 6  # what a text leaves out is what a reader cannot see in it
_VERDICTS: dict[CoverVerdict, str] = {
    "addressed": "addressed", "mentioned": "mentioned", "alluded": "alluded to at most",
    "silent": "silent on, as far as was found",
}  # fmt: skip
_LACKING = "silent on, as far as was found in what was read"

_COUNTED: dict[CoverVerdict, str] = {
    "addressed": "addressed", "mentioned": "mentioned", "alluded": "alluded to at most",
}  # fmt: skip
_CONDITIONS: dict[ConditionVerdict, str] = {
    "met": "met", "bears on": "words that bear on", "not found": "not found",
    "cannot be told": "cannot be told from a text",
}  # fmt: skip


def silence(case: Case) -> Iterator[Sentence]:
    """For each mandate: what is addressed, touched or alluded to, and what is not found.

    Conditions stand with the first one that has topics, by themselves where none has.
    """
    held = [e.here if isinstance(e, CoverageBeside) else e for e in case.known.coverage]
    bound = [each for each in held if each.conditions]
    topical = next((each for each in held if each.topics), None)
    if sum(bool(each.topics) for each in held) > 1:
        yield from _several(case, held)
        return
    for each, here in zip(case.known.coverage, held, strict=True):
        if here.topics:
            conditions = bound if here is topical else []
            yield from _covered(case, each, here, "".join(map(_also, conditions)))
        elif topical is None:
            yield from _conditions(case, here)


def _several(case: Case, held: Sequence[Coverage]) -> Iterator[Sentence]:
    """Several mandates in one sentence: how many topics of each, and those it is silent on."""
    told = [_in_short(each) for each in held if each.topics]
    told += [f"of \u201c{_short(e.mandate.name)}\u201d {_met(e)}" for e in held if not e.topics]
    places = [place for each in held for place in _evidence(case, each, _of(each, "silent"))]
    yield from said("words", 57, f"held against {'; '.join(told)}", places, "silence")


def _in_short(here: Coverage) -> str:
    counts = [
        f"{len(found)} {words}"
        for verdict, words in _COUNTED.items() if (found := _of(here, verdict))
    ]  # fmt: skip
    silent = [each.name for each in _of(here, "silent")]
    told = f"{_VERDICTS['silent']}: {some(silent, MOST_TOPICS)}" if silent else ""
    name, topics = _short(here.mandate.name), counted(len(here.topics), "topic")
    parts = [each for each in (listed(counts), told) if each]
    return f"\u201c{name}\u201d ({topics}): {'; '.join(parts)}{_praised(here)}"


def _covered(
    case: Case, each: Coverage | CoverageBeside, here: Coverage, conditions: str
) -> Iterator[Sentence]:
    silent = _of(here, "silent")
    weight = 57 if silent or _of(here, "alluded") else 36
    topics = counted(len(here.topics), "topic")
    text = (
        f"held against \u201c{_short(here.mandate.name)}\u201d ({topics}): "
        f"{'; '.join(_said(here))}{_praised(here)}{_beside(each)}{conditions}"
    )
    yield from said("words", weight, text, _evidence(case, here, silent), "silence")


def _conditions(case: Case, here: Coverage) -> Iterator[Sentence]:
    """Of a mandate of conditions alone: which are met, borne on, and not to be told."""
    text = f"held against \u201c{_short(here.mandate.name)}\u201d: {_met(here)}"
    borne = [each for each in here.conditions if each.evidence]
    places = [place for each in borne for e in each.evidence[:2] for place in case.words(e.span)]
    yield from said("words", 46 if borne else 34, text, places or whole(case), "silence")


def _also(here: Coverage) -> str:
    """Conditions, where there are some beside the topics of a mandate."""
    return f"; of \u201c{_short(here.mandate.name)}\u201d {_met(here)}"


def _met(here: Coverage) -> str:
    """The conditions by what comes of each."""
    parts = []
    for verdict, words in _CONDITIONS.items():
        if names := [each.name for each in here.conditions if each.verdict == verdict]:
            parts.append(f"{words}: {some(names, MOST_TOPICS)}")
    return "; ".join(parts)


def _praised(here: Coverage) -> str:
    """The topics on which it denies, or praises, wherever it speaks of them: told, not judged."""
    told = ""
    for stance, words in (("denies", "denies"), ("praises", "praises what is done on")):
        if names := [each.name for each in here.topics if each.stance == stance]:
            told += f"; {words}: {some(names, MOST_TOPICS)}"
    return told


def _said(here: Coverage) -> Iterator[str]:
    if not _of(here, "addressed"):
        yield "none is addressed"
    verdicts = {**_VERDICTS, "silent": _LACKING} if here.lacking else _VERDICTS
    for verdict, words in verdicts.items():
        if found := _of(here, verdict):
            most = MOST_SILENT if verdict == "silent" else MOST_TOPICS
            yield f"{words}: {some([each.name for each in found], most)}"


def _short(name: str) -> str:
    """A name without what explains it, behind a colon."""
    return name.partition(":")[0]


def _beside(each: Coverage | CoverageBeside) -> str:
    """What the other text addresses and this one does not."""
    if isinstance(each, Coverage):
        return ""
    theirs = [t.name for t in each.topics if t.there == "addressed" and t.here != "addressed"]
    if not theirs:
        return ""
    which = "its rival" if each.relation == "rival" else "its predecessor"
    return f"; {which} addresses {counted(len(theirs), 'topic')} that it does not"


def _of(here: Coverage, verdict: CoverVerdict) -> list[TopicCover]:
    return [each for each in here.topics if each.verdict == verdict]


def _evidence(case: Case, here: Coverage, silent: Sequence[TopicCover]) -> Iterator[Evidence]:
    """The first words for each topic that has some; of silence, all that was read."""
    for topic in here.topics:
        for found in topic.evidence[:1]:
            yield from case.words(found.span)
    if silent:
        yield from whole(case)


def origins(case: Case) -> Iterator[Sentence]:
    """How much of it stood in the corpus before, and what was not found there."""
    provenance = case.known.provenance
    if provenance is None or not provenance.clauses:
        return
    found = found_by(provenance)
    absent = found["not_found"]
    text = (
        f"of its {counted(len(provenance.clauses), 'paragraph')} "
        f"{_stand(len(found['verbatim']))} word for word{_apart(found['verbatim'])} in "
        f"{corpus_said(provenance.corpus, provenance.until)}, "
        f"{_stand(len(found['adapted']))} there with changes and "
        f"{_absent(len(absent))} there{_later(provenance)}"
    )
    weight = 47 if absent else 37
    shown = _operative_first(absent) if absent else provenance.clauses
    yield from said("words", weight, text, _clauses(case, shown), "words")


def _apart(clauses: Sequence[ClauseTrace]) -> str:
    numbers = renumbered(clauses)
    return f" ({numbers} of them but for years or sessions)" if numbers else ""


def _later(provenance: Provenance) -> str:
    """Of what is found nowhere else, how much later texts have."""
    later = sum(is_later(each, provenance) for each in provenance.clauses)
    return f" ({later} {'is' if later == 1 else 'are'} in later texts alone)" if later else ""


def _absent(number: int) -> str:
    return {0: "all were found", 1: "1 was not found"}.get(number, f"{number} were not found")


def _stand(number: int) -> str:
    return {0: "none stands", 1: "1 stands"}.get(number, f"{number} stand")


def _operative_first(clauses: Sequence[ClauseTrace]) -> list[ClauseTrace]:
    return sorted(clauses, key=lambda clause: clause.part != "operative")


def _clauses(case: Case, clauses: Sequence[ClauseTrace]) -> Iterator[Evidence]:
    paragraphs = {each.id: each for each in case.resolution.paragraphs}
    return (case.at(paragraphs[c.paragraph]) for c in clauses if c.paragraph in paragraphs)


def cited(case: Case) -> Iterator[Sentence]:
    """How much it cites, and where it begins to."""
    text, paragraphs = cited_in(case)
    if paragraphs:
        yield from said("words", 31, text, case.each(paragraphs), "citations")
