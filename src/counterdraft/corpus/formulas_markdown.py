"""The card of some words → Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from counterdraft.corpus.card import Card, Holding
from counterdraft.corpus.formulas import Formula
from counterdraft.corpus.formulas_text import (
    VARIANTS,
    WORDED,
    card_sentences,
    formula_facts,
    formula_line,
    having_facts,
    use_line,
    worded_rows,
)
from counterdraft.text.markdown import plain
from counterdraft.wording.edited import edited_markdown
from counterdraft.wording.english import counted


def card_markdown(card: Card) -> str:
    """The card; of a variant deleted words are struck, inserted ones bold."""
    lines = [f"# {plain(card.words)}", ""]
    lines += [f"{plain(each)}\n" for each in card_sentences(card)]
    if len(card.wordings) > 1:
        columns, *rows = [[plain(cell) for cell in row] for row in worded_rows(card)]
        lines += [f"| {' | '.join(row)} |" for row in (columns, ["---"] * len(columns), *rows)]
        if len(card.wordings) > WORDED:
            lines += ["", f"And {counted(len(card.wordings) - WORDED, 'more wording')}."]
    for n, holding in enumerate(card.formulas, 1):
        lines += ["", *_holding(n, holding)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _holding(number: int, holding: Holding) -> Iterator[str]:
    formula = holding.formula
    yield f"## {number}. {plain(formula_line(formula))}"
    yield ""
    yield f"> {plain(formula.text)}"
    yield ""
    for fact in (*having_facts(holding), *formula_facts(formula)):
        yield f"- {plain(fact)}"
    yield from _variants(formula)


def _variants(formula: Formula) -> Iterator[str]:
    others = formula.variants[1:]
    for variant in others[:VARIANTS]:
        yield f"- variant: {plain(use_line(variant.use))}\\"
        yield f"  {edited_markdown(variant.edits)}"
    if len(others) > VARIANTS:
        yield f"- and {counted(len(others) - VARIANTS, 'more variant')}"
