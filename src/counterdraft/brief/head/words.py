"""What the text leaves out, where its words come from, and what it cites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.brief.case import Case
from counterdraft.brief.head.sentence import Sentence, said, whole
from counterdraft.brief.report import Evidence
from counterdraft.brief.summary import cited_in
from counterdraft.model import ClauseTrace
from counterdraft.model.coverage import Coverage, CoverageBeside, CoverVerdict, TopicCover
from counterdraft.text.traced import corpus_said
from counterdraft.text.wording import counted, some

MOST_TOPICS, MOST_SILENT = 3, 9
_VERDICTS: dict[CoverVerdict, str] = {
    "addressed": "addressed", "mentioned": "mentioned", "alluded": "alluded to at most",
    "silent": "silent on, as far as was found",
}  # fmt: skip


def silence(case: Case) -> Iterator[Sentence]:
    """For each mandate: what is addressed, touched or alluded to, and what is not found."""
    for each in case.known.coverage:
        here = each.here if isinstance(each, CoverageBeside) else each
        if not here.topics:
            continue
        silent = _of(here, "silent")
        weight = 57 if silent or _of(here, "alluded") else 36
        topics = counted(len(here.topics), "topic")
        text = (
            f"held against \u201c{_short(here.mandate.name)}\u201d ({topics}): "
            f"{'; '.join(_said(here))}{_beside(each)}"
        )
        yield from said("words", weight, text, _evidence(case, here, silent), "silence")


def _said(here: Coverage) -> Iterator[str]:
    if not _of(here, "addressed"):
        yield "none is addressed"
    for verdict, words in _VERDICTS.items():
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
    verdicts = [clause.verdict for clause in provenance.clauses]
    absent = [clause for clause in provenance.clauses if clause.verdict == "not_found"]
    text = (
        f"of its {counted(len(verdicts), 'paragraph')} {_stand(verdicts.count('verbatim'))} word "
        f"for word in {corpus_said(provenance.corpus)}, {verdicts.count('adapted')} "
        f"{'is' if verdicts.count('adapted') == 1 else 'are'} adapted from it and {len(absent)} "
        f"{'was' if len(absent) == 1 else 'were'} not found there"
    )
    weight = 47 if absent else 37
    shown = _operative_first(absent) if absent else provenance.clauses
    yield from said("words", weight, text, _clauses(case, shown), "words")


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
        yield from said("words", 30, text, case.each(paragraphs), "citations")
