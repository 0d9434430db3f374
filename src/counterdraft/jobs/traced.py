"""A resolution and a corpus, open → where its words stood there, with the titles that ship."""

from __future__ import annotations

from functools import cache

from counterdraft.model import Corpus, Provenance, Resolution
from counterdraft.model.register import Question
from counterdraft.registers.shipped import shipped
from counterdraft.trace.trace import trace
from counterdraft.wording.one_language import corpus_speaks


def traced(resolution: Resolution, corpus: Corpus, as_of: str | None = None) -> Provenance:
    """Its provenance; ``as_of`` is the day up to which texts are heard.

    Raises OtherLanguage where the corpus has no text in its language.
    """
    return trace(resolution, corpus, _titles(), as_of)


def traced_if_spoken(
    resolution: Resolution, corpus: Corpus | None, as_of: str | None = None
) -> Provenance | None:
    """The same; None without a corpus, or where the corpus has no text in its language."""
    if corpus is None or not corpus_speaks(resolution, corpus.bounds()):
        return None
    return traced(resolution, corpus, as_of)


@cache
def _titles() -> dict[str, str]:
    """The titles of texts that most corpora do not hold, by symbol."""
    return {each.subject: each.value for each in shipped().entries(Question(act="title"))}
