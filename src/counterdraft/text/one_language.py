"""Two texts that are to be held beside each other → whether they are in one language.

What is told of two texts is told by their words: in two languages all would seem to differ.
"""

from __future__ import annotations

from counterdraft.errors import OtherLanguage
from counterdraft.lexicon.languages import language_said
from counterdraft.model import Resolution


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
