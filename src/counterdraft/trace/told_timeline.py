"""The timeline of a clause → sentences, each of them bounded by the corpus that was asked."""

from __future__ import annotations

from collections.abc import Iterator

from counterdraft.model import Adoption, Step, Timeline
from counterdraft.trace.told_variants import heading
from counterdraft.wording.english import counted, listed, long_date, shortened
from counterdraft.wording.paragraph_label import paragraph_label
from counterdraft.wording.traced import corpus_said, kinds_said

ITSELF = "the text itself"
_TITLE = 90  # letters of a title


def summary(timeline: Timeline) -> Iterator[str]:
    """Which texts the steps are of, and how many wordings the clause had in them."""
    asked = timeline.asked
    where = corpus_said(asked.corpus)
    if timeline.basis is None:
        yield (
            f"{heading(asked)}: no text of its title and no source of it was found in {where}, so "
            "that nothing can be said of how its wording moved."
        )
        return
    texts = [step for step in timeline.steps if step.record is not None]
    having = sum(step.text is not None for step in texts)
    wordings = len({step.wording for step in timeline.steps if step.wording is not None})
    yield (
        f"{heading(asked)}, over the years, in {where}: {counted(len(texts), 'text')} of "
        f"{_title(timeline)} found, of which {having or 'none'} "
        f"{'have' if having > 1 else 'has'} it; {counted(wordings, 'wording')}, its own among them."
    )
    if not having:
        yield "No paragraph of those texts was recognized as this one."


def _title(timeline: Timeline) -> str:
    """Which title the texts have: its own, or those of its sources by name."""
    if timeline.basis == "series":
        return "its title"
    named = {step.record.title: None for step in timeline.steps if step.record}
    titles = [f"“{shortened(each, _TITLE)}”" for each in named if each]
    return (
        f"its source’s title, {titles[0]}"
        if len(titles) == 1
        else f"its sources’ titles, {listed(titles)}"
    )


def with_before(timeline: Timeline) -> Iterator[tuple[Step, Step | None]]:
    """Each step with the last before it that has the clause."""
    before: Step | None = None
    for step in timeline.steps:
        yield step, before
        before = step if step.text is not None else before


def name(step: Step) -> str:
    """The text of a step: its symbol, or that it is the one that is asked about."""
    return (step.record.symbol or step.record.id) if step.record else ITSELF


def label(step: Step) -> str:
    """The paragraph in that text; empty where there is none."""
    return paragraph_label(step.paragraph, step.number) if step.paragraph else ""


def day(step: Step) -> str:
    """The day of the text; empty where it is not known."""
    return long_date(step.date) if step.date else ""


def adopted(step: Step) -> str:
    """How the text was adopted; empty for the text that is asked about."""
    return _how(step.record.adoption) if step.record else ""


def _how(adoption: Adoption) -> str:
    if adoption.mode == "without a vote":
        return "adopted without a vote"
    if adoption.mode != "recorded vote":
        return "how adopted is not known"
    known = adoption.yes is not None
    tally = f", {adoption.yes}-{adoption.no}-{adoption.abstain}" if known else ""
    return f"adopted by a recorded vote{tally}"


def change(step: Step, before: Step | None) -> str:
    """How the wording stands to the one before; the words changed are shown beside it."""
    if step.text is None:
        return "no paragraph of it was recognized as this one"
    if before is None:
        return f"wording {_number(step)}, the earliest here" if step.record else "its own wording"
    if step.edits:
        return f"wording {_number(step)}, changed against {name(before)}"
    but = f" but for {kinds_said(step.differs)}" if step.differs else ""
    return f"wording {_number(step)}, the same words as {name(before)}{but}"


def _number(step: Step) -> int:
    return (step.wording or 0) + 1
