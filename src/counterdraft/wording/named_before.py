"""A pronoun with those it stands for, as a reader is told: "them [all States]"."""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.lexicon.pronouns import pronouns
from counterdraft.wording.english import listed

SEVERAL, ONE = "those named before", "named before"


def with_names(pronoun: str, names: Sequence[str]) -> str:
    """The pronoun, and in brackets the names, or that it is somebody named before where none is."""
    untold = SEVERAL if pronoun.lower() in pronouns().several else ONE
    return f"{pronoun} [{listed(names) if names else untold}]"
