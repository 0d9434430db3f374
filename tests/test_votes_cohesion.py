"""Cohesion of groups: indices against obvious ones, chance, who stood apart, and odd cases."""

from __future__ import annotations

import json
import math
from collections import Counter
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.errors import NothingToCount
from counterdraft.lexicon.blocs import bloc_of, blocs
from counterdraft.votes.together import forms
from counterdraft.votes.together.chance import expected_agreement
from counterdraft.votes.together.choice import Choice, chosen
from counterdraft.votes.together.cohesion import cohesion
from counterdraft.votes.together.group_votes import agreement, first_of, rice, sides_of
from counterdraft.votes.together.united import Blocs
from tests.balloting import CODES, adopted, everyone, rows, vote, votes

GROUP = "USA,GBR,FRA,CHN"


def united(*rows: str, group: str = GROUP, minimum: int = 1, **more: object) -> Blocs:
    found = chosen(votes(*rows), Choice())
    return cohesion(found, [bloc_of(group)], minimum=minimum, **more)  # type: ignore[arg-type]


def obvious_agreement(letters: str) -> float:
    cast = [letter for letter in letters if letter in "yan"]
    most = max(Counter(cast).values())
    return (most - 0.5 * (len(cast) - most)) / len(cast)


def test_published_examples() -> None:
    # Hix, Noury and Roland: 1 where all are on one side, 0 where three sides are equal.
    sides = np.array([[9, 3, 0, 5], [0, 3, 0, 0], [0, 3, 6, 5]])
    assert agreement(sides) == pytest.approx([1, 0, 1, 0.25])
    # Rice: 1 where all are on one side, 0 where they are even; abstentions do not count.
    assert rice(sides) == pytest.approx([1, 0, 1, 0])
    none = np.zeros((3, 1), np.int64)
    assert np.isnan(agreement(none)).all()
    assert np.isnan(rice(np.array([[0], [4], [0]]))).all()


@given(rows)
def test_cohesion_is_the_obvious_one(rows: list[str]) -> None:
    counted = [row[:4] for row in rows if sum(letter in "yan" for letter in row[:4]) >= 2]
    if not counted:
        with pytest.raises(NothingToCount):
            united(*rows)
        return
    cut = united(*rows).groups[0].all
    assert cut.votes == len(counted)
    wanted = [obvious_agreement(row) for row in counted]
    assert cut.agreement == pytest.approx(sum(wanted) / len(wanted))
    assert cut.unanimous == sum(len(set(row) - {"-", " "}) == 1 for row in counted)
    deciding = [row for row in counted if "y" in row or "n" in row]
    rices = [abs(r.count("y") - r.count("n")) / (r.count("y") + r.count("n")) for r in deciding]
    assert cut.rice_votes == len(rices)
    if rices:
        assert cut.rice == pytest.approx(sum(rices) / len(rices))
    cast = sum(len(row) - row.count("-") - row.count(" ") for row in counted)
    there = sum(len(row) - row.count(" ") for row in counted)
    assert cut.participation == pytest.approx(cast / there)


@given(st.integers(1, 6), st.tuples(*[st.integers(0, 40)] * 3).filter(any))
def test_what_chance_would_give_is_the_mean_over_every_way_to_vote(
    count: int, assembly: tuple[int, int, int]
) -> None:
    shares = [each / sum(assembly) for each in assembly]
    mean = sum(
        math.prod(shares["yan".index(letter)] for letter in way) * obvious_agreement("".join(way))
        for way in product("yan", repeat=count)
    )
    found = expected_agreement(np.array([count]), np.array(assembly)[:, None])
    assert found[0] == pytest.approx(mean)


def test_chance_of_large_groups_is_that_of_many_drawings() -> None:
    assembly = np.array([[100, 90, 60, 150], [50, 10, 60, 20], [30, 80, 60, 10]])
    draw = np.random.default_rng(3)
    for column in range(4):
        shares = assembly[:, column] / assembly[:, column].sum()
        drawn = draw.multinomial(120, shares, 40_000).T
        found = expected_agreement(np.array([120]), assembly[:, [column]])
        assert found[0] == pytest.approx(agreement(drawn).mean(), abs=1e-3)
    assert np.isnan(expected_agreement(np.array([0]), assembly[:, :1]))


def test_corrected_by_chance() -> None:
    even = everyone("y") | dict.fromkeys(list(everyone("y"))[::2], "n")
    of_one_mind = [vote(even | dict.fromkeys(["USA", "GBR", "FRA", "CHN"], "y"), 1)]
    cut = cohesion(chosen(of_one_mind, Choice()), [bloc_of(GROUP)], minimum=1).groups[0].all
    assert cut.agreement == cut.corrected == 1
    all_alike = [vote(everyone("y"), 1)]
    cut = cohesion(chosen(all_alike, Choice()), [bloc_of(GROUP)], minimum=1).groups[0].all
    assert cut.agreement == cut.expected == 1
    assert cut.corrected is None


def test_who_stood_apart_and_when() -> None:
    found = united("yyyn", "yyya", "yynn", "nnyn", "y-yn", "yyyy", minimum=1).groups[0]
    told = {each.code: each for each in found.members}
    assert found.all.tied == 1  # two and two: nobody left
    china = told["CHN"]
    assert (china.votes, china.against, china.opposed, china.alone) == (5, 3, 2, 3)
    assert told["GBR"].silent == 1
    assert told["FRA"].against == 1
    assert [each.vote for each in found.departures] == ["v1", "v2", "v4", "v5"]
    first = found.departures[0]
    assert (first.first, first.yes, first.no, first.apart) == ("yes", 3, 1, (("CHN", "no"),))
    assert [(s.session, s.votes, s.against) for s in china.sessions] == [("65", 5, 3)]
    assert found.members[0].code == "CHN"


def test_members_are_those_of_the_day() -> None:
    before = vote(everyone("y", "2020-01-10", GBR="n"), 1, date="2020-01-10", session="74")
    after = vote(everyone("y", "2020-02-10", GBR="n"), 2, date="2020-02-10", session="74")
    found = cohesion(chosen([before, after], Choice()), [blocs()["EU"]], minimum=1).groups[0]
    assert len(found.departures) == 1
    britain = next(each for each in found.members if each.code == "GBR")
    assert (britain.votes, britain.against) == (1, 1)
    assert found.all.members == 27.5


def test_a_list_of_a_year_is_said_to_be_one() -> None:
    early = vote(everyone("y", "1975-12-01"), 1, date="1975-12-01", session="30")
    found = cohesion(chosen([early], Choice()), [blocs()["G77"], blocs()["NAM"]], minimum=1)
    notes = " ".join(found.told().notes)
    assert "the list of 2025 is used for every year" in notes
    assert "Non-Aligned Movement: some dates of joining are known by their year only" in notes
    assert set(found.columns()["listed_as_of"]) == {"2025", None}


def test_a_group_of_one_or_none_has_no_cohesion() -> None:
    with pytest.raises(NothingToCount, match="in none of these votes two members"):
        united("yyyy", group="USA,Kenya")
    with pytest.raises(NothingToCount, match="in none of these votes two members"):
        cohesion(chosen([vote("yyyy", date="1950-12-01", session="5")], Choice()), [blocs()["EU"]])


def test_too_few_votes_have_no_figure() -> None:
    found = united("yyyn", minimum=10)
    assert found.groups[0].all.agreement is None
    assert "1 vote, too few for figures" in found.told().says[0]
    assert "too few votes" in forms.to_text(found.told())


def test_adoptions_without_a_vote() -> None:
    known = [*votes(*["yyyn"] * 12), *(adopted(each) for each in range(12))]
    found = chosen(known, Choice())
    beside = cohesion(found, [bloc_of(GROUP)], minimum=1).groups[0]
    assert beside.recorded is not None
    mean = beside.recorded.agreement
    assert mean is not None
    assert mean == pytest.approx(0.625)
    assert beside.recorded.with_consensus == pytest.approx((mean + 1) / 2)
    counted = cohesion(found, [bloc_of(GROUP)], minimum=1, consensus=True).groups[0]
    assert counted.all.agreement == pytest.approx((0.625 + 1) / 2)
    assert counted.all.votes == 12


def test_the_first_position() -> None:
    sides = sides_of(np.array([[1, 1, 0, 3], [1, 2, 4, 3], [2, 3, 0, 2]], np.int8))
    first, tied = first_of(sides)
    assert first.tolist() == [1, 0, 0, 3]
    assert tied.tolist() == [False, True, False, False]


def test_forms() -> None:
    found = united(*["yyyn", "yyyy", "nnny"] * 5, minimum=10)
    text = forms.to_text(found.told())
    assert "Members by how often they stood apart" in text
    assert json.loads(forms.to_json(found))["schema"] == "counterdraft/votes-blocs/1"
    assert found.frame()["cut"].to_list() == ["all", "decade", "session"]
    assert "<table>" in found._repr_html_()
    assert forms.to_csv(found).startswith("group,cut,listed_as_of,label,votes")
    several = cohesion(
        chosen(votes(*["yyyyyyyn"] * 12), Choice()), [bloc_of(GROUP), bloc_of("IND,BRA,KEN")]
    )
    assert "by decade" in forms.to_text(several.told())


@given(rows)
def test_cohesion_never_fails_property(rows: list[str]) -> None:
    found = chosen(votes(*rows), Choice())
    try:
        result = cohesion(found, [bloc_of(",".join(CODES)), blocs()["WEOG"]])
    except NothingToCount:
        return
    assert forms.to_text(result.told())
    assert forms.to_csv(result)
