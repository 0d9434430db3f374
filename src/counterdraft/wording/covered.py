"""How a coverage is worded: degrees, stances, places, and what it all comes to in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from counterdraft.model.coverage import (
    Coverage,
    CoverEvidence,
    CoverVerdict,
    Degree,
    Stance,
    TopicCover,
)
from counterdraft.wording.english import CLOSED, counted, listed, shortened
from counterdraft.wording.paragraph_label import paragraph_label
from counterdraft.wording.unread import lacking_said

VERDICTS: dict[CoverVerdict, str] = {
    "addressed": "addressed",
    "mentioned": "mentioned",
    "alluded": "alluded to at most",
    "silent": "silent",
}
DEGREES: dict[Degree, str] = {
    "addressed": "addressed", "mentioned": "mentioned", "alluded": "alluded to",
}  # fmt: skip
STANCES: dict[Stance, str] = {
    "raises": "raises it",
    "denies": "denies it",
    "praises": "praises what is done",
    "asks": "asks for action",
    "ends": "asks for its end, or turns it down",
    "reports": "reports it",
}
STRONGEST: tuple[Degree, ...] = ("addressed", "mentioned", "alluded")
LIMITS = (
    "Silent means that nothing by which the mandate recognises a topic was found; the text may "
    "speak of it in other words. Alluded to is arguable. A stance says what a clause does with a "
    "topic, not who is right."
)


def summary(coverage: Coverage) -> str:
    """How many topics are addressed, mentioned, alluded to and silent, of how many paragraphs."""
    counts = Counter(topic.verdict for topic in coverage.topics)
    parts = [
        f"{counts[verdict]} {_said(verdict, coverage)}" for verdict in VERDICTS if counts[verdict]
    ]
    lines = f" and {counted(coverage.annexed, 'line')} of annexes" if coverage.annexed else ""
    lacks = lacking_said(coverage.lacking)
    read = f"{counted(coverage.places, coverage.unit)}{lines} read. {lacks}".rstrip()
    if not coverage.topics:
        return f"{counted(len(coverage.conditions), 'condition')}; {read}"
    return f"Of {counted(len(coverage.topics), 'topic')}: {listed(parts)}; {read}"


def _said(verdict: CoverVerdict, coverage: Coverage) -> str:
    """A verdict in words; a text that may lack a part is silent only in what was read of it."""
    read = " in what was read" if verdict == "silent" and coverage.lacking else ""
    return VERDICTS[verdict] + read


def named(coverage: Coverage) -> str:
    """What to call the text: its symbol, else its title, else the name of its file."""
    return coverage.symbol or " ".join((coverage.title or "").split()) or short_name(coverage)


def short_name(coverage: Coverage) -> str:
    """Its symbol, else the name of its file."""
    return coverage.symbol or PurePath(coverage.source).name or coverage.source


def short_names(here: Coverage, there: Coverage) -> tuple[str, str]:
    """What to call two texts apart from each other: versions of one draft have one symbol."""
    for first, second in (
        (short_name(here), short_name(there)),
        (PurePath(here.source).name, PurePath(there.source).name),
    ):
        if first != second:
            return first, second
    return here.source, there.source


def verdict_said(topic: TopicCover, coverage: Coverage) -> str:
    """ "addressed; asks for action"."""
    said = _said(topic.verdict, coverage)
    return f"{said}; {STANCES[topic.stance]}" if topic.stance else said


def evidence_said(each: CoverEvidence) -> str:
    """ "PP8, p. 2: alluded to; praises what is done (Noting with appreciation)"."""
    page = f", p. {each.page}" if each.page else ""
    stance = f"; {STANCES[each.stance]}" if each.stance else ""
    verb = f" (\u201c{' '.join(each.verb.split())}\u201d)" if each.verb else ""
    return f"{place_label(each.paragraph)}{page}: {DEGREES[each.degree]}{stance}{verb}"


def quoted(quote: str, most: int) -> str:
    """A quotation on one line; where it is cut, before or behind, is marked."""
    words = shortened(quote, most)
    after = "" if words.endswith(CLOSED) else "\u2026"
    return f"\u2026{words}{after}" if words[:1].islower() else f"{words}{after}"


def place_label(paragraph: str) -> str:
    """What people call a place by its id: "PP3", "OP2 (a) (i)", "annex, para. 3", "block 12"."""
    if paragraph.startswith("block"):
        return f"block {paragraph.removeprefix('block')}"
    if "." in paragraph or "+" in paragraph or paragraph.startswith("annex"):
        return paragraph_label(paragraph, None)
    return paragraph[:2].upper() + paragraph[2:]


def strongest(evidence: Sequence[CoverEvidence], most: int | None) -> tuple[CoverEvidence, ...]:
    """The strongest ``most`` of the evidence, in the order of the text; all where that is None."""
    ranked = sorted(evidence, key=lambda each: STRONGEST.index(each.degree))
    kept = {id(each) for each in ranked[: most or None]}
    return tuple(each for each in evidence if id(each) in kept)


def unnamed_said(topic: TopicCover) -> Iterator[str]:
    """What the topic rests on and the text never names, if anything."""
    if topic.unnamed:
        yield f"Not named at all: {listed(topic.unnamed)}."
