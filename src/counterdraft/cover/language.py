"""Whether a text is in the language that topics are recognised in: else it would seem silent."""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.cover.places import Place
from counterdraft.errors import OtherLanguage
from counterdraft.lexicon.cover_words import Language
from counterdraft.model import Document


def check_language(document: Document, read: Sequence[Place], english: Language) -> None:
    """Raises OtherLanguage where its words are not English; of few words, where its source says so.

    What a web page says of its language is often not that of the text in it.
    """
    words = [token.word for place in read for token in place.tokens]
    common = sum(word in english.words for word in words)
    few = len(words) < english.among
    if document.language != "en" if few else common < english.least * len(words):
        reason = "topics are recognised in English, and this text is not in it"
        raise OtherLanguage(reason, source=document.source, remedy="Take its English version")
