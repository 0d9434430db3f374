"""Two drafts, or versions of one: a rival may have most of the other's words."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from counterdraft.compare.compare import compare
from counterdraft.draft.versions import are_two_drafts
from counterdraft.model import Resolution
from tests.drafting import draft

ONE = draft("Decides to extend the mandate of the Panel for a period of one year;")[1]
OTHER = draft("Decides to extend the mandate of the Panel for a period of six months;")[1]


def of(text: Resolution, symbol: str | None, title: str = "Lamps", session: int = 81) -> Resolution:
    return replace(
        text, symbol=symbol, title=title, session=session, session_kind="regular", kind="draft"
    )


@pytest.mark.parametrize(
    ("symbols", "titles", "two"),
    [
        (("A/C.3/81/L.7", "A/C.3/81/L.9"), ("Lamps", "Lamps"), True),
        (("A/C.3/81/L.7", "A/C.3/81/L.7/Rev.1"), ("Lamps", "Lamps and oil"), False),
        ((None, "A/C.3/81/L.9"), ("Lamps", "Oil"), True),
        ((None, "A/C.3/81/L.9"), ("Lamps", "LAMPS"), False),
        ((None, None), ("Lamps", ""), False),
    ],
)
def test_symbols_tell_two_drafts_apart_and_else_titles(
    symbols: tuple[str | None, str | None], titles: tuple[str, str], *, two: bool
) -> None:
    a, b = of(ONE, symbols[0], titles[0]), of(OTHER, symbols[1], titles[1])
    assert are_two_drafts(a, b) is two


def test_texts_of_two_sessions_are_no_two_drafts() -> None:
    assert not are_two_drafts(of(ONE, "A/C.3/80/L.7", session=80), of(OTHER, "A/C.3/81/L.9"))


def test_drafts_of_other_symbols_and_titles_are_rivals_in_like_words() -> None:
    a, b = of(ONE, "A/C.3/81/L.7"), of(OTHER, "A/C.3/81/L.9", "Oil")
    assert compare(a, b).relation == "rivals"
    assert compare(a, of(OTHER, "A/C.3/81/L.7/Rev.1", "Oil")).relation == "versions"
