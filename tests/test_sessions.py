"""Sessions as people write them: every command understands and refuses them alike."""

from __future__ import annotations

import pytest

from counterdraft.errors import BadQuery
from counterdraft.model.sessions import Sessions, sessions_given


@pytest.mark.parametrize(
    ("given", "sessions"),
    [
        (None, []),
        (74, [("regular", 74, 74)]),
        ("74-76", [("regular", 74, 76)]),
        (" 74 – 76 ", [("regular", 74, 76)]),
        ("S-32", [("special", 32, 32)]),
        ("es-10-11", [("emergency special", 10, 11)]),
        ("78, 80", [("regular", 78, 78), ("regular", 80, 80)]),
        ((74, "76-78,ES-11"), [("regular", 74, 74), ("regular", 76, 78),
                               ("emergency special", 11, 11)]),
    ],
)  # fmt: skip
def test_sessions_are_written_so(given: object, sessions: list[tuple[str, int, int]]) -> None:
    assert list(sessions_given(given)) == sessions


@pytest.mark.parametrize("given", ["", "x", "74-", "1234", "-3", "74,,75", "XS-3", "\u0667\u0664"])
def test_what_is_no_session_is_refused(given: str) -> None:
    with pytest.raises(BadQuery, match="is no session") as refused:
        sessions_given(given, "--sessions")
    assert refused.value.place == "--sessions"
    assert refused.value.remedy == "Name them as 79, 74-79 or ES-11, with commas between"


@pytest.mark.parametrize(("given", "remedy"), [("76-74", "74-76"), ("es-11-10", "ES-10-11")])
def test_sessions_run_forward(given: str, remedy: str) -> None:
    with pytest.raises(BadQuery, match="ends before it begins") as refused:
        sessions_given(given)
    assert refused.value.remedy == f"Write {remedy}"


def test_a_year_is_a_session_where_years_count_as_such() -> None:
    assert sessions_given("2024-2026", years=True) == (Sessions("regular", 2024, 2026),)


@pytest.mark.parametrize(
    ("session", "written", "is_in"),
    [("74", "74", True), ("74", "60-74,ES-11", True), ("ES-11", "es-11", True),
     ("ES-10 resumed", "ES-10", True), ("28 (resumed)", "28", True), ("7", "70-79", False),
     ("S-7", "7", False), ("1975", "197", False), (None, "7", False)],
)  # fmt: skip
def test_a_session_is_one_of_them(session: str | None, written: str, is_in: bool) -> None:
    assert any(each.hold(session) for each in sessions_given(written)) is is_in


def test_each_of_them_has_its_name() -> None:
    [regular, emergency] = sessions_given("9-11,ES-10-11")
    assert list(regular.each()) == ["9", "10", "11"]
    assert list(emergency.each()) == ["ES-10", "ES-11"]
