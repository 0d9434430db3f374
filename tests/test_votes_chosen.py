"""Which votes are meant: by issue, by words, and what is told of those that are counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterdraft.errors import BadQuery, NoCorpus, NothingToCount, SourceNotFound, UnknownBloc
from counterdraft.jobs.vote_blocs import Asked, state_record
from counterdraft.jobs.vote_history import find_series
from counterdraft.jobs.votes import asked_folder
from counterdraft.lexicon.blocs import bloc_of
from counterdraft.model.vote import Vote
from counterdraft.votes.scaling import Wanted, scale
from counterdraft.votes.series.file import read_file
from counterdraft.votes.together.bounds import bounds_in_words
from counterdraft.votes.together.choice import Choice, asked_in_words, chosen
from counterdraft.votes.together.cohesion import cohesion
from counterdraft.votes.together.compare import compare
from counterdraft.votes.together.record import record
from counterdraft.votes.where import Where
from counterdraft.votes.worded import has_phrase, has_words
from tests.balloting import vote

ISSUES = ("me", "nu", "di", "hr", "co", "ec")


def ids(votes: list[Vote], **choice: object) -> str:
    return "".join(each.id[1:] for each in chosen(votes, Choice(**choice)).votes)  # type: ignore[arg-type]


@pytest.mark.parametrize("code", ISSUES)
def test_a_code_of_an_issue_means_that_issue_alone(code: str) -> None:
    many = [vote("yy", n, issues=(issue,)) for n, issue in enumerate(ISSUES)]
    assert ids(many, issue=code) == ids(many, issue=code.upper()) == str(ISSUES.index(code))


def test_words_that_several_issues_have_mean_all_of_them_and_the_heading_names_them() -> None:
    many = [vote("yy", n, issues=(issue,)) for n, issue in enumerate(ISSUES)]
    assert ids(many, issue="and") == "12"
    said = asked_in_words(Choice(issue="and"))
    assert "issue “Nuclear weapons and nuclear material” or “Arms control and disarmament”" in said
    assert asked_in_words(Choice(issue="CO")).endswith("issue “Colonialism”")


@pytest.mark.parametrize(
    ("wanted", "text", "has"),
    [("Mali", "Aid to Somalia", False), ("Mali", "Mali's drought", True),
     ("Niger", "Nigeria", False), ("weapon", "Weapons", False), ("weapon*", "Weapons", True),
     ("nuclear weapon free", "A nuclear-weapon-free zone", True), ("Cote", "CÔTE D'IVOIRE", True),
     ("_war_", "the _war<d3> ended", True), ("free weapon", "weapon free", False),
     ("?", "what?", False)],
)  # fmt: skip
def test_words_asked_for_are_whole_words(wanted: str, text: str, has: bool) -> None:
    assert has_phrase(wanted, text) is has


def test_a_title_has_words_in_any_order_for_an_export_and_in_theirs_for_a_count() -> None:
    salt = vote("yy", 1, title="Works for salt")
    assert Where(title="salt works").matches(salt)
    assert not Where(title="salt work").matches(salt)
    assert not has_words("?", "what?")
    assert ids([salt], title="for salt") == "1"
    with pytest.raises(NothingToCount, match=r"a word that ends in \* stands for"):
        chosen([salt], Choice(title="salt works"))


def test_with_an_issue_it_is_said_how_far_issues_are_told() -> None:
    many = [vote("yy", n, session=str(70 + n), issues=("hr",) if n < 2 else ()) for n in range(6)]
    many += [vote("yy", 8, session="ES-10")]
    said = bounds_in_words(chosen(many, Choice(issue="hr")))
    assert "no issue is told of 5 of the 7 votes otherwise meant" in said
    assert "among them all of sessions 72 to 75 and ES-10" in said
    one = bounds_in_words(chosen(many[:3], Choice(issue="hr")))
    assert "1 of the 3 votes otherwise meant, among them all of session 72;" in one
    assert "; no issue is told of 5 of them;" in bounds_in_words(chosen(many, Choice()))
    assert "of any of them" in bounds_in_words(chosen(many[2:], Choice()))
    assert "issue" not in bounds_in_words(chosen(many[:2], Choice(issue="hr")))


def test_where_no_issue_is_told_at_all_none_is_found_and_why_is_said() -> None:
    many = [vote("yy", 1, issues=("hr",)), vote("yy", 2, session="79")]
    with pytest.raises(NothingToCount, match=r"of 1 vote .* and of 1 none is told at all"):
        chosen(many, Choice(issue="hr", sessions="79"))


def test_votes_that_ship_are_not_told_as_the_record_of_a_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUNTERDRAFT_CORPUS", str(tmp_path / "none"))
    said = state_record(Asked(), "Norway").told().bounds
    assert "9 recorded votes, all on “Situation of human rights in the Democratic" in said
    assert "no other vote that is meant was imported" in said
    ours = vote("yy", sources=("facts:undl", "unvotes"))
    assert "imported" not in bounds_in_words(chosen([ours], Choice()))


def test_a_folder_that_is_named_must_hold_votes_or_texts(tmp_path: Path) -> None:
    none = tmp_path / "none"
    for ask in (
        lambda: state_record(Asked(str(none)), "Norway"),
        lambda: find_series("dprk", str(none)),
        lambda: asked_folder(none),
    ):
        with pytest.raises(NoCorpus, match="no corpus in this folder, and no votes"):
            ask()
    (tmp_path / "manifest.json").touch()
    assert asked_folder(tmp_path) == tmp_path / "votes"
    assert not (tmp_path / "votes").exists()


def test_the_counts_of_a_comparison_add_up() -> None:
    rows = ["yy"] * 11 + ["y-"] * 2 + ["y"] * 3
    found = compare(chosen([vote(row, n) for n, row in enumerate(rows)], Choice()), ["USA", "GBR"])
    (said,) = found.told().says
    assert "of the 11 votes in which both took one; in 2 votes one or both took none; in 3" in said
    assert "3 votes one was no Member on the day, or stands in no list" in said


def test_members_of_a_group_are_told_by_their_mean() -> None:
    rows = ["yyy"] * 3 + ["yy "]
    many = chosen([vote(row, n) for n, row in enumerate(rows)], Choice())
    table = cohesion(many, [bloc_of("USA,GBR,FRA")], minimum=1).told().tables[0]
    assert table.columns[2] == "members, mean"
    assert table.rows[0][2] == "2.8"
    whole = chosen(many.votes[:3], Choice())
    assert cohesion(whole, [bloc_of("USA,GBR,FRA")], minimum=1).told().tables[0].rows[0][2] == 3


def test_the_commonest_position_is_not_told_as_that_of_most_states() -> None:
    many = chosen([vote("yyaannyy", n) for n in range(12)], Choice())
    told = record(many, "USA", ()).told()
    assert "the commonest position in 100% of 12 votes" in " ".join(told.says)
    assert "need not be that of most States" in " ".join(told.notes)


def test_what_was_written_wrong_is_named_as_what_it_is(tmp_path: Path) -> None:
    with pytest.raises(UnknownBloc, match="one group, at its head, and 'EU' is another"):
        bloc_of("EU,EU")
    with pytest.raises(UnknownBloc, match="'Norway' is taken away, and never was in the group"):
        bloc_of("EU,-Norway")
    assert "USA" not in bloc_of("WEOG,-USA").members_on("2010-01-01")
    many = chosen([vote("yn", n) for n in range(12)], Choice())
    with pytest.raises(BadQuery, match="'79-74' ends before it begins") as backwards:
        chosen(many.votes, Choice(sessions="79-74"))
    assert backwards.value.remedy == "Write 74-79"
    with pytest.raises(NothingToCount) as session:
        scale(many, Wanted(session="3"))
    assert session.value.place == "--strip"
    with pytest.raises(SourceNotFound):
        read_file(tmp_path / "none.toml")
