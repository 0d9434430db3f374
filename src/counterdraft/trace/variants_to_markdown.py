"""The variants of a clause → Markdown: a table, a row a wording, weak to strong."""

from __future__ import annotations

from counterdraft.model import Variant, Variants
from counterdraft.text.markdown import plain
from counterdraft.trace.told_variants import (
    OWN,
    adopted_said,
    committees,
    heading,
    rank_said,
    share,
    summary,
)
from counterdraft.wording.edited import edited_markdown
from counterdraft.wording.traced import place

_COLUMNS = (
    *("verb", "wording", "alike", "earliest in the loaded corpus", "latest in it"),
    *("texts", "committees", "adopted"),
)


def variants_to_markdown(variants: Variants) -> str:
    """The variants; words that a wording has not are struck, those that it has more are bold."""
    lines = [f"# Adopted wordings: {plain(heading(variants.asked))}", ""]
    lines += [f"{plain(each)}\n" for each in summary(variants)]
    lines += [f"- {plain(rank_said(rank, variants))}" for rank in variants.ranks]
    lines += ["", f"| {' | '.join(_COLUMNS)} |", "|" + " --- |" * len(_COLUMNS)]
    lines += [_row(each) for rank in variants.ranks for each in rank.variants]
    return "\n".join(lines) + "\n"


def _row(variant: Variant) -> str:
    cells = [plain(variant.phrase or ""), edited_markdown(variant.edits) or plain(variant.text)]
    if variant.places:
        cells += [plain(each) for each in _of_corpus(variant)]
    else:
        cells += [OWN, *[""] * 5]
    return f"| {' | '.join(cells)} |"


def _of_corpus(variant: Variant) -> tuple[str, ...]:
    texts = len({each.record.id for each in variant.places})
    return (
        share(variant), place(variant.places[0]), place(variant.places[-1]), str(texts),
        committees(variant), adopted_said(variant),
    )  # fmt: skip
