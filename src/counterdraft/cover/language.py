"""Whether a text is in the language that topics are recognised in: else it would seem silent."""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.cover.places import Place
from counterdraft.errors import OtherLanguage
from counterdraft.lexicon.languages import ENGLISH, language_of
from counterdraft.model import Document


def check_language(document: Document, read: Sequence[Place]) -> None:
    """Raises OtherLanguage where what is read of a document is not in English."""
    if language_of("\n".join(place.text for place in read), document.language) != ENGLISH:
        reason = "topics are recognised in English, and this text is not in it"
        raise OtherLanguage(reason, source=document.source, remedy="Take its English version")
