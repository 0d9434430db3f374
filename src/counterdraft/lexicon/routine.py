"""What an organ decides in nearly every resolution, and which tells nothing of its subject."""

from __future__ import annotations

import re
from functools import cache

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.load import load


def is_routine(text: str, language: str = "en") -> bool:
    """Whether a paragraph decides no more than when the organ comes back to the matter."""
    return _routine(language).search(" ".join(text.split())) is not None


@cache
def _routine(language: str) -> re.Pattern[str]:
    acts = alternatives(load(f"{language}/routine")["acts"])
    return re.compile(rf"\b(?:{acts})\b", re.IGNORECASE)
