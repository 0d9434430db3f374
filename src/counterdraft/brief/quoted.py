"""Words of a draft → the same as a cell of a table quotes them."""

from __future__ import annotations

from counterdraft.draft.choices import as_quoted, without_remarks
from counterdraft.wording.english import shortened


def quoted(words: str, most: int) -> str:
    """Words without remarks of a negotiation, cut to ``most`` characters, brackets in pairs.

    Remarks go first: of one that was cut only the half would be left, and be taken for words.
    """
    return as_quoted(shortened(without_remarks(words), most))
