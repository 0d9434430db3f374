"""Agreement of states: indices against obvious ones and published examples, and odd cases."""

from __future__ import annotations

import csv
import io
import json
import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from counterdraft.errors import BadQuery, NothingToCount, UnknownState
from counterdraft.votes.together import forms
from counterdraft.votes.together.choice import Choice, chosen
from counterdraft.votes.together.compare import compare
from counterdraft.votes.together.compared import Compared
from counterdraft.votes.together.counts import pair_counts
from counterdraft.votes.together.figures import figures
from counterdraft.votes.together.indices import INDICES, Index, index
from counterdraft.votes.together.interval import of_index, of_mean, wilson
from counterdraft.votes.together.seats import seats_of
from tests.balloting import CODES, adopted, rows, vote, votes

PLACE = {"y": 1, "a": 2, "n": 3}


def both(one: str, other: str) -> list[tuple[int, int]]:
    """The votes in which both took a position, as 1, 2 or 3."""
    pairs = zip(one, other, strict=True)
    return [(PLACE[a], PLACE[b]) for a, b in pairs if a in PLACE and b in PLACE]


def obvious(one: str, other: str, name: Index) -> float:
    """The index by its definition, vote by vote; nan where it has none."""
    pairs = both(one, other)
    if not pairs:
        return math.nan
    apart = sum(abs(a - b) for a, b in pairs) / len(pairs)
    if name == "same":
        return sum(a == b for a, b in pairs) / len(pairs)
    if name == "half":
        return sum({0: 1.0, 1: 0.5, 2: 0.0}[abs(a - b)] for a, b in pairs) / len(pairs)
    if name == "s":
        return 1 - 2 * apart / 2
    first, second = [a for a, _ in pairs], [b for _, b in pairs]
    if name == "pi":
        first = second = first + second
    chance = sum(abs(a - b) for a, b in product(first, second)) / len(first) / len(second)
    return 1 - apart / chance if chance else math.nan


def table(one: str, other: str) -> NDArray[np.int64]:
    places = {**PLACE, "-": 4, " ": 0}
    return pair_counts(*(np.array([places[x] for x in row], np.int8) for row in (one, other)))


@given(st.lists(st.tuples(st.sampled_from("yan- "), st.sampled_from("yan- ")), max_size=30))
def test_each_index_is_the_obvious_one(pairs: list[tuple[str, str]]) -> None:
    one, other = ("".join(side) for side in zip(*pairs, strict=True)) if pairs else ("", "")
    counts = table(one, other)
    assert counts.sum() == len(both(one, other))
    for name in INDICES:
        assert index(counts, name) == pytest.approx(obvious(one, other, name), nan_ok=True)
        mirrored = index(counts.T, name)
        assert index(counts, name) == pytest.approx(mirrored, nan_ok=True)


def test_published_examples() -> None:
    # Two readers, 50 proposals, yes and no: 20 and 15 alike, 5 and 10 not; kappa is 0.4.
    counts = np.array([[20, 0, 5], [0, 0, 0], [10, 0, 15]])
    assert index(counts, "kappa") == pytest.approx(0.4)
    # Ten texts, of which 1 and 4 are alike: Scott's pi is -0.0989.
    counts = np.array([[1, 0, 2], [0, 0, 0], [3, 0, 4]])
    assert index(counts, "pi") == pytest.approx(-0.0989, abs=1e-4)
    # Lijphart's index is S moved to between 0 and 1.
    counts = np.array([[5, 2, 1], [3, 4, 2], [0, 1, 6]])
    assert index(counts, "half") == pytest.approx((1 + index(counts, "s")) / 2)
    # Wilson's interval for 8 of 10, as printed in tables.
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)
    assert wilson(0, 10).low == 0
    assert wilson(10, 10).high == 1


def test_where_chance_explains_all() -> None:
    alike = np.array([[30, 0, 0], [0, 0, 0], [0, 0, 0]])
    assert index(alike, "same") == 1
    assert math.isnan(index(alike, "kappa"))
    assert math.isnan(index(alike, "pi"))
    told = {each.index: each for each in figures(alike, 10)}
    assert told["kappa"].value is None
    assert told["kappa"].why == "not defined: both took one position always"
    opposed = np.array([[0, 0, 30], [0, 0, 0], [0, 0, 0]])
    assert index(opposed, "kappa") == 0  # as much as chance, which has no other way to fall
    assert index(opposed, "pi") == -1
    assert index(opposed, "s") == -1


def test_intervals_hold_their_figure_and_are_the_same_always() -> None:
    counts = np.array([[40, 5, 3], [6, 10, 2], [4, 1, 20]])
    for name in INDICES:
        bounds = of_index(counts, name)
        assert bounds is not None
        assert bounds.low < index(counts, name) < bounds.high
        assert bounds == of_index(counts, name)
    wide, narrow = of_index(counts, "kappa"), of_index(counts * 16, "kappa")
    assert wide
    assert narrow
    assert (narrow.high - narrow.low) * 3 < wide.high - wide.low
    assert of_index(counts * 0, "s") is None
    assert of_mean(np.array([0.5])) is None


ROWS = ["yyynnyyy", "ynnyyaay", "yyaannnn", "nnyyyy--", "yannyyaa"] * 4


def compared(*states: str, choice: Choice | None = None, **more: object) -> Compared:
    found = chosen(votes(*ROWS), choice or Choice())
    return compare(found, states, **more)  # type: ignore[arg-type]


def test_two_states_are_compared() -> None:
    (pair,) = compared("United States", "France").pairs
    assert (pair.first, pair.second) == ("USA", "FRA")
    assert pair.all.votes == 20
    assert sum(map(sum, pair.table)) == 20
    one, other = ("".join(row[at] for row in ROWS) for at in (0, 2))
    for figure in pair.all.figures:
        assert figure.value == pytest.approx(obvious(one, other, figure.index))
        assert figure.votes == 20
    assert [part.label for part in pair.sessions] == ["65"]


def test_not_voting_is_counted_apart() -> None:
    (pair,) = compared("USA", "KEN").pairs
    assert (pair.all.votes, pair.all.silent) == (16, 4)


def test_several_states_are_compared_two_by_two() -> None:
    found = compared("USA", "FRA", "CHN", "fra")
    assert [(pair.first, pair.second) for pair in found.pairs] == [
        ("USA", "FRA"), ("USA", "CHN"), ("FRA", "CHN")
    ]  # fmt: skip


def test_too_few_votes_have_no_figure() -> None:
    found = compare(chosen(votes("yy", "yn"), Choice()), ["USA", "GBR"])
    assert all(each.value is None for each in found.pairs[0].all.figures)
    assert "2 votes, too few votes: no figures are given" in found.told().says[0]
    one = compare(chosen(votes("yy"), Choice()), ["USA", "GBR"], minimum=1)
    assert one.pairs[0].all.figures[0].value == 1


def test_states_that_never_voted_together() -> None:
    rows = [vote({"CSK": "y", "USA": "y"}, 1, date="1992-12-01", session="47"),
            vote({"CZE": "y", "USA": "y"}, 2, date="1993-12-01", session="48")]  # fmt: skip
    found = compare(chosen(rows, Choice()), ["Czechia", "CSK"])
    assert "They were never Members together" in found.told().says[0]
    silent = compare(chosen(votes("y-", "-y"), Choice()), ["USA", "GBR"])
    assert "One of them took none in these votes" in silent.told().says[0]


def test_what_cannot_be_compared_is_said() -> None:
    with pytest.raises(UnknownState, match="Near it"):
        compared("USA", "Rusia")
    with pytest.raises(NothingToCount, match="South Sudan was no Member"):
        compared("USA", "South Sudan")
    with pytest.raises(NothingToCount, match="two or more different"):
        compared("USA", "United States")
    with pytest.raises(NothingToCount, match="no vote with lists"):
        compared("USA", "FRA", choice=Choice(sessions="66"))
    with pytest.raises(BadQuery, match="'x' is no session"):
        compared("USA", "FRA", choice=Choice(sessions="x"))
    with pytest.raises(NothingToCount, match=r"the issue 'xx'.*No vote here has issues"):
        compared("USA", "FRA", choice=Choice(issue="xx"))


def test_a_seat_is_one_row_unless_apart() -> None:
    rows = [vote({"SUN": "y", "USA": "n"}, 1, date="1990-12-01", session="45"),
            vote({"RUS": "y", "USA": "y"}, 2, date="1995-12-01", session="50")]  # fmt: skip
    found = compare(chosen(rows, Choice()), ["SUN", "USA"])
    assert found.pairs[0].first == "RUS"
    assert found.pairs[0].all.votes == 2
    assert "Union of Soviet Socialist Republics before 24 December 1991" in found.notes[1]
    alone = compare(chosen(rows, Choice()), ["RUS", "USA"], apart=True)
    assert alone.pairs[0].all.votes == 1
    assert not alone.notes
    later = compare(chosen(rows[1:], Choice()), ["RUS", "USA"])
    assert not later.notes


def test_adoptions_without_a_vote_stand_beside_or_are_counted() -> None:
    known = [*votes(*ROWS), *(adopted(each) for each in range(30))]
    other = vote("yn", 99, session="66", date="2011-12-01")
    beside = compare(chosen([*known, other], Choice()), ["USA", "FRA"]).pairs[0]
    assert beside.all.consensus == 30
    assert beside.recorded
    assert beside.with_consensus
    assert beside.recorded.votes == beside.with_consensus.votes == 20  # not of session 66
    same, more = beside.recorded.figures[0].value, beside.with_consensus.figures[0].value
    assert same is not None
    assert more == pytest.approx((20 * same + 30) / 50)
    assert beside.all.figures[0].value == pytest.approx(same)
    counted = compare(chosen(known, Choice()), ["USA", "FRA"], consensus=True).pairs[0]
    assert counted.all.figures[0].value == pytest.approx(more)
    assert counted.sessions[0].figures[0].value == pytest.approx(more)
    unknown = compare(chosen(votes(*ROWS), Choice()), ["USA", "FRA"]).pairs[0]
    assert unknown.recorded is None
    assert unknown.all.consensus is None


def test_adoptions_count_for_those_that_were_members() -> None:
    known = [*votes(*["yyyyyyyy"] * 12), *(adopted(each) for each in range(10, 22)),
             vote({"SSD": "y", "USA": "y"}, 80, date="2011-12-01", session="66"),
             *(adopted(n, date="2011-12-01", session="66") for n in range(40, 51))]  # fmt: skip
    pair = compare(chosen(known, Choice()), ["SSD", "USA"]).pairs[0]
    assert pair.all.consensus == 11  # of 23: before, it was no Member


def test_sessions_of_which_few_adoptions_are_known_are_not_counted() -> None:
    few = [*votes(*ROWS), *(adopted(each) for each in range(19))]
    assert compare(chosen(few, Choice()), ["USA", "FRA"]).pairs[0].recorded is None
    enough = chosen([*few, adopted(20)], Choice())
    assert enough.known == {"65"}
    assert len(enough.consensus) == 20


def test_of_an_issue_no_adoptions_are_known() -> None:
    known = [*votes(*ROWS, issues=("hr",)), *(adopted(each) for each in range(30))]
    assert chosen(known, Choice()).known == {"65"}
    of_issue = chosen(known, Choice(issue="hr"))
    assert of_issue.known == frozenset()
    assert compare(of_issue, ["USA", "FRA"]).pairs[0].recorded is None


def test_days_before_membership_are_not_counted() -> None:
    known = [*votes(*["yyyyyyyy"] * 12),
             vote({"SSD": "y", "USA": "y"}, 80, date="2011-12-01", session="66")]  # fmt: skip
    pair = compare(chosen(known, Choice()), ["SSD", "USA"]).pairs[0]
    assert pair.not_members == 12


def test_which_votes_are_chosen() -> None:
    many = [
        vote("yy", 1, title="Right to food", issues=("hr",), subjects=("FOOD",)),
        vote("yy", 2, matter="paragraph"), vote("yy", 3, matter="unknown"),
        vote("yy", 4, body="Third Committee"), vote("yy", 5, date="2011-03", session="65"),
        vote("yy", 6, list_from=None, yes=(), mode="show of hands"),
        vote("yy", 7, session="ES-10"),
    ]  # fmt: skip

    def ids(**choice: object) -> str:
        return "".join(each.id[1:] for each in chosen(many, Choice(**choice)).votes)  # type: ignore[arg-type]

    assert ids() == "1375"
    assert ids(matters=("paragraph",)) == "2"
    assert ids(body="Third Committee") == "4"
    assert ids(issue="hr") == ids(issue="human RIGHTS") == ids(title="FOOD") == "1"
    assert ids(subject="food") == "1"
    assert ids(since="2011") == ids(since="2011-03-15") == "5"
    assert ids(until="2010") == "137"
    assert ids(sessions="ES-10") == "7"
    assert ids(sessions="64-66") == "135"


def test_forms() -> None:
    found = compared("USA", "FRA")
    text = forms.to_text(found.told(), width=60)
    assert "United States of America – France" in text
    assert "Not voting is no position" in " ".join(text.split())
    assert forms.to_markdown(found.told()).startswith("# United States of America and France")
    assert json.loads(forms.to_json(found))["schema"] == "counterdraft/votes-compare/1"
    rows = list(csv.DictReader(io.StringIO(forms.to_csv(found))))
    assert [row["cut"] for row in rows] == ["all", "session"]
    assert found.frame().height == len(found.pandas()) == 2
    html = found._repr_html_()
    assert html.count("<table>") == 3
    assert "<script" not in html


def test_titles_from_outside_are_no_markup_and_no_formula() -> None:
    odd = votes(*ROWS, issues=("<b>=1+1",))
    found = compare(chosen(odd, Choice()), ["USA", "FRA"])
    assert "<b>" not in found._repr_html_()
    assert "<b>" not in forms.to_markdown(found.told())
    formula = compare(chosen(votes(*ROWS, issues=("=1+1",)), Choice()), ["USA", "FRA"])
    assert ",'=1+1," in forms.to_csv(formula)


@settings(max_examples=20)
@given(rows)
def test_a_comparison_never_fails_property(rows: list[str]) -> None:
    found = chosen(votes(*rows), Choice())
    present = seats_of(found.votes).codes
    if len(present) > 1:
        assert forms.to_text(compare(found, present[:2]).told())
    assert set(present) <= set(CODES)
