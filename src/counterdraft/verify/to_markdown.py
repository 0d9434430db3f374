"""Verdicts → Markdown: how they stand, each with its sources, and what no register knows."""

from __future__ import annotations

from collections.abc import Iterator

from counterdraft.model.verdict import Verdict, Verdicts
from counterdraft.text.markdown import plain
from counterdraft.verify.summary import label, summary, telling, unsettled, unsettled_said


def to_markdown(found: Verdicts) -> str:
    """The verdicts; nothing in the text becomes markup."""
    lines = [f"# Claims: {plain(found.title or found.symbol or found.source)}", ""]
    lines += [f"{plain(each)}\n" for each in summary(found)]
    for verdict in telling(found):
        lines += [*_one(verdict), ""]
    rest = unsettled(found)
    if rest:
        lines += ["## Not settled", "", f"{unsettled_said(rest)}:", ""]
        lines += [f"- {plain(label(each.paragraph))}: {plain(each.read)}" for each in rest]
    return "\n".join(lines).rstrip("\n") + "\n"


def _one(verdict: Verdict) -> Iterator[str]:
    yield f"## {plain(label(verdict.paragraph))}: {verdict.verdict}"
    yield ""
    yield f"> {plain(verdict.claim)}"
    yield ""
    yield f"- Read as: {plain(verdict.read)}"
    for sentence in (*verdict.said, *verdict.nearby):
        yield f"- {plain(sentence)}"
    if verdict.question:
        yield f"- **{plain(verdict.question)}**"
