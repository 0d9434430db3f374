"""Words → the text of a pattern that matches any of them."""

from __future__ import annotations

import re
from collections.abc import Iterable


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, literally, in their order; the first that fits wins."""
    return "|".join(re.escape(word) for word in words)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, each as a whole; of two that fit the longer wins."""
    return rf"\b(?:{alternatives(sorted(words, key=len, reverse=True))})\b"
