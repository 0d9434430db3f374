"""Texts to be held beside each other, or against a corpus → whether they are in one language.

What is told of two texts is told by their words: in two languages all would seem to differ.
"""

from __future__ import annotations

from counterdraft.errors import OtherLanguage
from counterdraft.lexicon.languages import ENGLISH, language_said
from counterdraft.model import Resolution
from counterdraft.model.corpus import Record
from counterdraft.text.one_language import check_languages
from counterdraft.text.wording import listed

__all__ = ["check_corpus_language", "check_languages", "corpus_speaks"]


def corpus_speaks(resolution: Resolution, records: tuple[Record, ...]) -> bool:
    """Whether a corpus holds texts in the language of one; one without texts says so itself."""
    return not records or any(each.language == resolution.language for each in records)


def check_corpus_language(resolution: Resolution, records: tuple[Record, ...]) -> None:
    """Raises OtherLanguage where a corpus has no text in the language of one."""
    if corpus_speaks(resolution, records):
        return
    held = listed(sorted({language_said(each.language) for each in records}))
    remedy = "Take its English version" if any(r.language == ENGLISH for r in records) else ""
    raise OtherLanguage(
        f"this text is in {language_said(resolution.language)}, and the corpus is in {held}: none "
        "of its words can stand there",
        source=resolution.source, remedy=remedy or "Add texts in its language to the corpus",
    )  # fmt: skip
