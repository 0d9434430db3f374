"""The timeline of a clause → Markdown: a table, a row a text, oldest first."""

from __future__ import annotations

from counterdraft.model import Step, Timeline
from counterdraft.text.markdown import plain
from counterdraft.trace import told_timeline as told
from counterdraft.trace.told_variants import heading
from counterdraft.wording.edited import edited_markdown

_COLUMNS = ("date", "text", "paragraph", "wording", "adopted", "words")


def timeline_to_markdown(timeline: Timeline) -> str:
    """The timeline; words that went are struck, words that came are bold."""
    lines = [f"# Over the years: {plain(heading(timeline.asked))}", ""]
    lines += [f"{plain(each)}\n" for each in told.summary(timeline)]
    lines += [f"| {' | '.join(_COLUMNS)} |", "|" + " --- |" * len(_COLUMNS)]
    lines += [_row(step, before) for step, before in told.with_before(timeline)]
    return "\n".join(lines) + "\n"


def _row(step: Step, before: Step | None) -> str:
    said = (
        told.day(step), told.name(step), told.label(step), told.change(step, before),
        told.adopted(step),
    )  # fmt: skip
    words = edited_markdown(step.edits)
    if before is None and step.text is not None:
        words = plain(step.text)
    return f"| {' | '.join([*map(plain, said), words])} |"
