"""The record of a state: how it voted, with whom, where it stood alone, and what it moved on."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from counterdraft.errors import NothingToCount, UnknownState
from counterdraft.lexicon.blocs import blocs
from counterdraft.votes.together import forms
from counterdraft.votes.together.choice import Choice, chosen
from counterdraft.votes.together.nearest import neighbours
from counterdraft.votes.together.record import record
from counterdraft.votes.together.recorded import Record
from counterdraft.votes.together.seats import seats_of
from tests.balloting import everyone, rows, vote, votes
from tests.test_votes_agreement import obvious

GROUPS = tuple(blocs().values())


def told(*rows: str, state: str = "USA", minimum: int = 1) -> Record:
    return record(chosen(votes(*rows), Choice()), state, GROUPS, minimum=minimum)


def test_how_it_voted_and_with_whom() -> None:
    found = told("yyyyy", "nyyyy", "ayyyn", "-yyyy", "nnyya", "yyynn")
    sides = found.all
    assert (sides.yes, sides.no, sides.abstain, sides.not_voting) == (2, 2, 1, 1)
    # Of five votes in which it took a position one has two first positions.
    assert (sides.with_first, sides.of) == (2, 4)


def test_its_groups_are_asked_without_it() -> None:
    rows = [vote(everyone("y", USA="n"), 1), vote(everyone("n", USA="n"), 2)]
    found = record(chosen(rows, Choice()), "USA", GROUPS)
    (group,) = found.groups
    assert (group.code, group.votes, group.with_first, group.tied) == ("WEOG", 2, 1, 0)
    assert "too few votes" in forms.to_text(found.told())


def test_a_group_of_two_has_the_position_of_the_other() -> None:
    found = record(
        chosen(votes("ynn"), Choice()), "USA", [blocs()["WEOG"]], minimum=1
    ).groups[0]  # fmt: skip
    assert (found.votes, found.with_first) == (1, 0)


@given(rows)
def test_neighbours_are_in_order_and_obvious(rows: list[str]) -> None:
    seats = seats_of(votes(*rows))
    for row in range(min(2, len(seats.codes))):
        letters = {
            code: "".join(" yan-"[value] for value in seats.positions[at])
            for at, code in enumerate(seats.codes)
        }
        found = neighbours(seats, row, "half", 1)
        assert list(found) == sorted(found, key=lambda each: (-each.value, each.name))
        for each in found:
            mine = letters[seats.codes[row]]
            assert each.value == pytest.approx(obvious(mine, letters[each.code], "half"))
            assert (each.low is None) == (each.votes < 5)
            if each.low is not None and each.high is not None:
                assert each.low <= each.value <= each.high


def test_where_it_stood_alone_or_with_few() -> None:
    rows = [vote(everyone("y", USA="n"), 1), vote(everyone("y", USA="n", ISR="n"), 2),
            vote(everyone("y", USA="n", ISR="n", FRA="n"), 3), vote(everyone("y"), 4)]  # fmt: skip
    found = record(chosen(rows, Choice()), "USA", (), few=2)
    assert [(each.vote, each.others) for each in found.stands] == [("v1", ()), ("v2", ("ISR",))]
    assert "2 votes in which at most 2 States took its position, 1 of them alone" in (
        forms.to_text(found.told())
    )
    assert found.stands[0].yes == 191


def test_what_it_moved_on() -> None:
    rows = [vote(f"{letter}y", int(session), session=session, date=f"20{session}-12-01",
                 title=title)
            for session, letter, title in (
                ("10", "y", "Right to food"), ("11", "y", "Right to food"),
                ("12", "n", "The Right to Food"), ("13", "-", "Right to food"),
                ("14", "a", "Right to food"), ("10", "y", "Other"), ("11", "y", "Other"),
                ("12", "y", "Once"))]  # fmt: skip
    found = record(chosen(rows, Choice()), "USA", ())
    assert found.titles == 2
    (moved,) = found.moved
    assert moved.changes == 2
    assert "10–11 yes; 12 no; 14 abstain" in forms.to_text(found.told(), width=140)


def test_what_cannot_be_told_is_said() -> None:
    with pytest.raises(UnknownState, match=r"Near it: .*Kenya"):
        told("yyyy", state="Kenia")
    with pytest.raises(NothingToCount, match="South Sudan was no Member"):
        told("yyyy", state="South Sudan")


def test_too_few_votes_have_no_shares() -> None:
    found = told("yyyy", minimum=10)
    assert "too few for shares" in " ".join(found.told().says)
    assert not found.neighbours
    one = told("yyyy", minimum=1)
    assert one.neighbours[0].value == 1


def test_forms() -> None:
    found = told(*["yyynn", "nyyyy"] * 6, minimum=10)
    assert json.loads(forms.to_json(found))["schema"] == "counterdraft/votes-state/1"
    assert found.frame()["cut"].to_list() == ["all", "session"]
    assert forms.to_csv(found).startswith("state,cut,label,yes,abstain,no,not_voting")
    assert forms.to_markdown(found.told()).startswith("# United States of America: its record")
    assert "<table>" in found._repr_html_()


@settings(max_examples=20)
@given(rows)
def test_a_record_never_fails_property(rows: list[str]) -> None:
    found = chosen(votes(*rows), Choice())
    for code in seats_of(found.votes).codes[:2]:
        assert forms.to_text(record(found, code, GROUPS).told())


LATER = {"CHN": "y", "RUS": "n", "SRB": "a", "MMR": "y", "USA": "n"}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("Taiwan", "the seat that China (Republic of China) held before 25 October 1971: its votes "
         "since then are those of China."),
        ("USSR", "the seat that Union of Soviet Socialist Republics held before 24 December 1991"),
        ("Yugoslavia", "Serbia; Yugoslavia, a Member before 1 November 2000, has no position in"),
        ("Burma", "Myanmar."),
    ],
)  # fmt: skip
def test_as_whose_votes_a_name_is_read_is_said_first(asked: str, said: str) -> None:
    found = chosen([vote(LATER, 1, date="2015-12-01")], Choice())
    first = record(found, asked, ()).told().says[0]
    assert first.startswith(f"“{asked}” is read as {said}")


@pytest.mark.parametrize("asked", ["China", "CHN", "Russia", "Russian Federation", "Serbia", "USA"])
def test_of_a_members_own_name_nothing_is_said(asked: str) -> None:
    found = chosen([vote(LATER, 1, date="2015-12-01")], Choice())
    assert record(found, asked, ()).notes == ()
