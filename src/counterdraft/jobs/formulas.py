"""Reuse in a corpus, and the card of some words → the answer, in the form asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from counterdraft.corpus import formulas_text, rows
from counterdraft.corpus.card import card
from counterdraft.corpus.formulas import most_spread
from counterdraft.corpus.formulas_markdown import card_markdown
from counterdraft.corpus.pairs_file import pairs_file
from counterdraft.corpus.reuse import Reuse
from counterdraft.corpus.stored import Stored
from counterdraft.corpus.summary import summary_of
from counterdraft.jobs.ask_corpus import Answer, answered
from counterdraft.text.cells import table
from counterdraft.text.in_json import in_json
from counterdraft.wording.bounds import bounds_in_words

Say = Callable[[str], None]


class Reused(NamedTuple):
    """The answer, and the pairs as a Parquet file where they were asked for."""

    answer: Answer
    pairs: bytes | None


def reused(
    corpus: Stored, form: str, top: int = 10, say: Say | None = None, *, with_pairs: bool = False
) -> Reused:
    """How much of a corpus is reused, and its most spread formulas, as text, JSON or CSV.

    ``say`` is told what takes long.
    """
    reuse = Reuse(corpus, say)
    formulas = most_spread(reuse, reuse.formulas())
    pairs = list(reuse.pairs())
    found = summary_of(corpus.bounds(), reuse, pairs, formulas, top)
    if form == "json":
        text = in_json(found)
    elif form == "csv":
        text = table(*rows.of_formulas(found.top))
    else:
        text = formulas_text.reuse_text(found)
    note = f"of the adopted texts of {bounds_in_words(found.corpus)} alone"
    data = pairs_file(corpus, reuse, pairs, formulas) if with_pairs else None
    return Reused(answered(corpus, text, note), data)


def carded(
    corpus: Stored, words: str, form: str, limit: int = 10, say: Say | None = None
) -> Answer:
    """The card of some words, as text, JSON or Markdown; raises BadQuery."""
    found = card(corpus, words, limit, say)
    if form == "json":
        return answered(corpus, in_json(found))
    to_form = card_markdown if form == "markdown" else formulas_text.card_text
    return answered(corpus, to_form(found))
