"""Which votes are meant: by issue, by words, and what is told of those that are counted."""

from __future__ import annotations

import pytest

from counterdraft.errors import NothingToCount
from counterdraft.model.vote import Vote
from counterdraft.votes.together.choice import Choice, asked_in_words, chosen
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
