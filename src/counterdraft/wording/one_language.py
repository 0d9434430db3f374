"""Texts to be held beside each other, or against a corpus → whether they are in one language.

What is told of two texts is told by their words: in two languages all would seem to differ.
"""

from __future__ import annotations

from counterdraft.errors import OtherLanguage
from counterdraft.lexicon.languages import ENGLISH, language_said
from counterdraft.model import Bounds, Resolution
from counterdraft.wording.english import listed


def check_languages(one: Resolution, other: Resolution) -> None:
    """Raises OtherLanguage where two texts are not in the same language."""
    if one.language == other.language:
        return
    same = one.symbol is not None and one.symbol == other.symbol
    versions = f"both are {one.symbol}, " if same else ""
    raise OtherLanguage(
        f"{versions}this one in {language_said(other.language)} and {one.source} in "
        f"{language_said(one.language)}, and texts are compared by their words",
        source=other.source, remedy="Take both in one language",
    )  # fmt: skip


def corpus_speaks(resolution: Resolution, bounds: Bounds) -> bool:
    """Whether a corpus may hold texts in the language of one; one without texts says so itself."""
    return not bounds.languages or resolution.language in bounds.languages


def check_corpus_language(resolution: Resolution, bounds: Bounds) -> None:
    """Raises OtherLanguage where a corpus has no text in the language of one."""
    if corpus_speaks(resolution, bounds):
        return
    held = listed(list(map(language_said, bounds.languages)))
    remedy = "Take its English version" if ENGLISH in bounds.languages else ""
    raise OtherLanguage(
        f"this text is in {language_said(resolution.language)}, and the corpus is in {held}: none "
        "of its words can stand there",
        source=resolution.source, remedy=remedy or "Add texts in its language to the corpus",
    )  # fmt: skip
