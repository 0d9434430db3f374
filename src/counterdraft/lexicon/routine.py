"""What an organ decides or asks in nearly every resolution, which tells nothing of its subject."""

from __future__ import annotations

import re
from functools import cache

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.dates import ordinals
from counterdraft.lexicon.load import load
from counterdraft.text.straight import straighten

_QUOTED, _WORD = re.compile(r'"[^"]*"'), re.compile(r"[a-z]+(?:-[a-z]+)*")


def is_routine(text: str, language: str = "en") -> bool:
    """Whether a paragraph decides no more than when the organ comes back to the matter."""
    return _routine(language).search(" ".join(text.split())) is not None


def only_comes_back(text: str, language: str = "en") -> bool:
    """Whether a paragraph has no words but those of such a formula, titles and sessions."""
    words = _WORD.findall(_QUOTED.sub(" ", straighten(text)).lower())
    return is_routine(text, language) and _formula(language).issuperset(words)


def passes_on(words: str, language: str = "en") -> bool:
    """Whether what is asked, from its verb on, is to pass on the very text that asks it."""
    return _said_of(words, "passes_on", language)


def only_considers(words: str, language: str = "en") -> bool:
    """Whether what is asked, from its verb on, is to consider something."""
    return _said_of(words, "considers", language)


def _said_of(words: str, name: str, language: str) -> bool:
    first = words.split()[: load(f"{language}/routine")["within"]]
    return re.search(load(f"{language}/routine")[name], " ".join(first)) is not None


@cache
def _formula(language: str) -> frozenset[str]:
    """The words of a formula, with the numbers of sessions by their parts."""
    parts = (part for each in ordinals(language) for part in each.replace("-", " ").split())
    return frozenset([*load(f"{language}/routine")["comes_back"], *ordinals(language), *parts])


@cache
def _routine(language: str) -> re.Pattern[str]:
    acts = alternatives(load(f"{language}/routine")["acts"])
    return re.compile(rf"\b(?:{acts})\b", re.IGNORECASE)
