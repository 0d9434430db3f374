"""Votes made ready for the estimator, and what comes of it told in words and figures."""

from __future__ import annotations

import json

import numpy as np
import pytest
from msgspec.structs import replace

from counterdraft.errors import NothingToCount, UnknownState
from counterdraft.model.vote import Vote
from counterdraft.votes.scaling import Wanted, arrays_of, regular_sessions, scale
from counterdraft.votes.together import forms
from counterdraft.votes.together.choice import Choice, chosen
from counterdraft.votes.together.picture_ideal import of_scaled
from counterdraft.votes.together.scaled import Scaled
from tests.balloting import CODES, vote

STATES = (*CODES, "DEU", "JPN", "CUB", "EGY")


def assembly(sessions: int = 3, calls: int = 24) -> list[Vote]:
    """Votes by the spatial model: STATES from left to right, a cut between two of them."""
    chance = np.random.default_rng(5)
    places = np.linspace(-1.5, 1.5, len(STATES))
    found: list[Vote] = []
    for session in range(sessions):
        for call in range(calls):
            tilt = 1 if call % 2 else -1
            lean = tilt * (places - chance.uniform(-1.2, 1.2)) + chance.normal(0, 0.3, len(places))
            letters = np.where(lean > 0.2, "y", np.where(lean < -0.2, "n", "a"))
            said = {code: str(letter) for code, letter in zip(STATES, letters, strict=True)}
            year = 2010 + session
            found.append(
                vote(said, len(found), session=str(65 + session), date=f"{year}-12-01",
                     title=f"Text {call}")
            )  # fmt: skip
    return found


@pytest.fixture(scope="module")
def scaled() -> Scaled:
    return scale(chosen(assembly(), Choice()), Wanted(states=("Egypt", "USA"), anchor="EGY"))


def test_arrays_are_what_the_estimator_wants() -> None:
    rows = [vote({"USA": "y", "GBR": "n", "FRA": "-"}, 1),
            vote({"USA": "a", "GBR": "y"}, 2, session="66", date="2011-12-01")]  # fmt: skip
    given = arrays_of(rows)
    assert given.seats.codes == ("FRA", "GBR", "USA")
    assert given.votes.tolist() == [[0, 0], [3, 1], [1, 2]]
    assert given.votes.dtype == np.int8
    assert given.sessions == ("65", "66")
    assert given.session.tolist() == [0, 1]
    assert given.member.tolist() == [[True, False], [True, True], [True, True]]
    assert given.bridge is None


def test_special_sessions_are_of_their_time() -> None:
    rows = [vote("y", n, session=session) for n, session in enumerate(
        ("ES-10", "65", "ES-10", "66", "S-30", "65", "66"))]  # fmt: skip
    assert regular_sessions(rows) == ("65", "65", "65", "66", "66", "66", "66")
    assert regular_sessions([vote("y", session="ES-1")]) == ("special",)


def test_titles_are_bridged_where_they_stand_once_a_session() -> None:
    given = arrays_of(assembly(2, 3), bridge=True)
    assert given.bridge is not None
    assert given.bridge.tolist() == [0, 1, 2, 0, 1, 2]
    twice = [vote("yy", n, title="Same", session=s) for n, s in enumerate(("65", "65", "66"))]
    bridges = arrays_of(twice, bridge=True).bridge
    assert bridges is not None
    assert set(bridges.tolist()) == {-1}


def test_points_are_in_the_order_in_which_states_were_put(scaled: Scaled) -> None:
    order = [each.code for each in scaled.in_session("66")]
    assert np.corrcoef([STATES.index(code) for code in order], range(len(order)))[0, 1] > 0.95
    assert scaled.of("EGY")[0].point > 0 > scaled.of("USA")[0].point
    for each in scaled.points:
        assert each.low is not None
        assert each.high is not None
        assert each.standard_error is not None
        assert each.low < each.point < each.high
        assert each.high - each.point == pytest.approx(1.645 * each.standard_error, rel=1e-3)
        assert each.votes == 24


def test_an_anchor_turns_the_line_round(scaled: Scaled) -> None:
    other = scale(chosen(assembly(), Choice()), Wanted(anchor="USA"))
    assert other.of("USA")[0].point == pytest.approx(-scaled.of("USA")[0].point, abs=1e-2)
    assert "United States of America was put on the positive side" in " ".join(other.told().says)
    assert "--anchor chooses another" in " ".join(scale(chosen(assembly(1), Choice())).told().says)


def test_what_was_left_out_is_told(scaled: Scaled) -> None:
    alike = [vote(dict.fromkeys(STATES, "y"), 900 + n, session="65") for n in range(5)]
    rare = [vote(dict.fromkeys(STATES, "y") | {"KOR": "n"}, 950, session="65")]
    found = scale(chosen([*assembly(1), *alike, *rare], Choice()))
    assert found.unanimous >= 5
    assert found.few == 1
    assert not found.of("KOR")
    text = forms.to_text(found.told())
    assert "1 point of States with fewer than 10 votes" in " ".join(text.split())
    assert scaled.few == 0


def test_a_state_that_turned_at_once_has_a_point_and_no_band() -> None:
    rows = assembly(4, 40)
    turned = [
        replace(each, yes=_without(each.yes, "USA", "EGY"),
                abstain=_without(each.abstain, "USA", "EGY"),
                no=_without(each.no, "USA", "EGY"))
        if each.session == "68" else each for each in rows
    ]  # fmt: skip
    found = scale(chosen(turned, Choice()), Wanted(states=("USA",), anchor="EGY"))
    *steady, last = found.of("USA")
    assert last.own_votes == "higher"
    assert last.low is last.high is last.standard_error is None
    assert steady[0].own_votes is None
    assert steady[0].low is not None
    assert all(each.own_votes is None for each in found.of("JPN"))
    text = " ".join(forms.to_text(found.told()).split())
    assert "none; own votes higher" in text
    assert "United States of America in session 68" in text
    assert "Own votes lie elsewhere, no band: " in of_scaled(found).description
    whole = forms.to_text(scale(chosen(rows, Choice())).told())
    assert "No band" not in whole


def _without(side: tuple[str, ...], one: str, like: str) -> tuple[str, ...]:
    """A side of a vote in which one State votes as another does."""
    kept = [code for code in side if code != one]
    return (*kept, one) if like in side else tuple(kept)


def test_what_cannot_be_scaled_is_said() -> None:
    found = chosen(assembly(1), Choice())
    with pytest.raises(UnknownState):
        scale(found, Wanted(anchor="Rusia"))
    with pytest.raises(NothingToCount, match="no session 99"):
        scale(found, Wanted(session="99"))
    with pytest.raises(NothingToCount, match="none of these votes has a date"):
        arrays_of([vote("yn", date=None)])


def test_forms(scaled: Scaled) -> None:
    text = forms.to_text(scaled.told())
    assert "Egypt" in text
    assert "90 per cent" in text
    assert "no measure of what is right" in " ".join(text.split())
    assert json.loads(forms.to_json(scaled))["schema"] == "counterdraft/votes-ideal/1"
    assert scaled.frame().columns == [
        "code", "name", "session", "point", "standard_error", "low", "high", "votes",
        "own_votes",
    ]  # fmt: skip
    assert scaled.frame().height == 36
    assert forms.to_csv(scaled).count("\r\n") == 37
