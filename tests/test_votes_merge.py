"""Accounts of votes become votes: what stands, who did not vote, and what disagrees."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from counterdraft.lexicon.members import members_on
from counterdraft.model.rollcall import RollCall, Tally, Unknown
from counterdraft.model.vote import Known
from counterdraft.votes.electorate import electorate
from counterdraft.votes.matrix import NOT_KNOWN, NOT_VOTING, YES, matrix_of
from counterdraft.votes.merge import merge

DAY = "2007-12-18"  # 192 Members
CODES = tuple(each.code for each in members_on(DAY))


def account(source: str = "undl", /, **given: object) -> RollCall:
    fields = {
        "id": f"{source}:1", "source": source, "date": DAY, "matter": "text",
        "mode": "recorded vote", "symbol": "A/RES/62/900",
    }  # fmt: skip
    return RollCall(**{**fields, **given})  # type: ignore[arg-type]


def lists(yes: int, no: int, abstain: int) -> dict[str, object]:
    cut = yes + no
    return {
        "listed": True, "yes": CODES[:yes], "no": CODES[yes:cut],
        "abstain": CODES[cut : cut + abstain],
    }  # fmt: skip


def test_who_is_in_no_list_did_not_vote() -> None:
    (vote,) = merge([account(tally=Tally(100, 20, 60), **lists(100, 20, 60))])
    assert vote.tally == Tally(100, 20, 60, 12)
    assert vote.not_voting == tuple(sorted(CODES[180:]))
    assert vote.members == 192
    assert vote.disagreements == ()
    assert vote.position_of(CODES[0]) == "yes"
    assert vote.position_of(CODES[191]) == "not voting"
    assert vote.position_of("SSD") is None  # South Sudan was admitted in 2011


def test_figures_of_the_official_source_and_lists_of_the_other_and_both_are_told() -> None:
    official = account("undl", tally=Tally(101, 22, 59))
    listed = account("unvotes", **lists(102, 22, 58))
    (vote,) = merge(
        [listed, official], known={"A/RES/62/900": Known("one vote was corrected later")}
    )
    assert vote.tally == Tally(101, 22, 59, 10)
    assert (vote.tally_from, vote.list_from) == ("undl:1", "unvotes:1")
    assert len(vote.yes) == 102
    (told,) = vote.disagreements
    assert told.fault == "tallies differ"
    assert told.said == "101-22-59 by undl, 102-22-58 by unvotes"
    assert told.known == "one vote was corrected later"


def test_lists_that_agree_with_the_figures_are_taken_before_better_ones_that_do_not() -> None:
    first = account("undl", tally=Tally(101, 22, 59), **lists(102, 22, 58))
    second = account("unvotes", **lists(101, 22, 59))
    (vote,) = merge([first, second])
    assert vote.list_from == "unvotes:1"
    faults = [each.fault for each in vote.disagreements]
    assert faults == ["tally against list", "positions differ"]


def test_a_month_leaves_open_whether_a_new_member_had_a_vote() -> None:
    day = "1971-09"  # Bahrain, Bhutan and Qatar were admitted on the 21st
    voters = tuple(each.code for each in members_on("1971-09-01"))
    given = {"date": day, "precision": "month", "listed": True, "yes": (*voters, "BHR")}
    (vote,) = merge([account("unvotes", **given)])
    assert vote.unsure == ("BTN", "QAT")
    assert vote.members is None
    assert vote.tally == Tally(len(voters) + 1, 0, 0)
    assert vote.not_voting == ()


def test_of_two_that_held_one_seat_within_a_month_one_had_a_vote() -> None:
    given = {"date": "1991-12", "precision": "month", "listed": True}  # Russia since the 24th
    (vote,) = merge([account("unvotes", **given, yes=("RUS",), no=("FRA",))])
    assert (vote.unsure, vote.members) == ((), 166)
    assert vote.tally == Tally(1, 1, 0, 164)


def test_a_voter_that_was_no_member_is_kept_and_told() -> None:
    (vote,) = merge([account(listed=True, yes=("FRA", "SSD"))])
    assert vote.yes == ("FRA", "SSD")
    assert [each.fault for each in vote.disagreements] == ["not a Member"]
    assert "South Sudan" in vote.disagreements[0].said


def test_who_is_listed_twice_counts_once_and_who_is_on_two_sides_on_none() -> None:
    given = {"listed": True, "yes": ("FRA", "FRA", "ITA"), "no": ("ITA",)}
    (vote,) = merge([account("csv:whole", **given)])
    assert vote.yes == ("FRA",)
    assert vote.no == ()
    assert "ITA" in vote.unsure
    assert "ITA" not in vote.not_voting
    assert vote.tally == Tally(1, 0, 0)
    assert [each.fault for each in vote.disagreements] == ["listed twice"]


def test_a_name_that_nobody_knows_counts_and_is_told() -> None:
    unknown = (Unknown("FRNACE", "yes", ("France",)),)
    (vote,) = merge([account(tally=Tally(2, 0, 0), listed=True, yes=("ITA",), unknown=unknown)])
    assert [each.fault for each in vote.disagreements] == ["unknown name"]
    assert "nearest: France" in vote.disagreements[0].said


def test_more_votes_than_members_are_no_negative_number_of_absent() -> None:
    (vote,) = merge([account(tally=Tally(190, 3, 1))])
    assert vote.tally == Tally(190, 3, 1)
    assert [each.fault for each in vote.disagreements] == ["more voters than Members"]


def test_parts_of_a_text_and_the_whole_stay_apart() -> None:
    whole = account("undl", tally=Tally(150, 1, 20))
    same = account("unvotes", matter="unknown", **lists(150, 1, 20))
    paragraph = account("unvotes", id="unvotes:2", matter="paragraph", **lists(120, 30, 20))
    votes = merge([paragraph, same, whole])
    assert [(vote.id, vote.accounts) for vote in votes] == [
        ("A/RES/62/900", ("undl:1", "unvotes:1")),
        ("A/RES/62/900 paragraph", ("unvotes:2",)),
    ]


def test_two_paragraphs_with_the_same_figures_are_two_votes() -> None:
    given = {"matter": "paragraph", **lists(120, 30, 20)}
    one = account("unvotes", id="unvotes:2", detail="operative paragraph 4", **given)
    two = account("unvotes", id="unvotes:3", detail="operative paragraph 5 (b)", **given)
    assert len(merge([one, two])) == 2


def test_committee_and_plenary_stay_apart() -> None:
    plenary = account(tally=Tally(116, 20, 53))
    committee = account(
        "facts", body="Third Committee", draft="A/C.3/62/L.90", symbol=None,
        tally=Tally(111, 19, 55), date="2007-11-18",
    )  # fmt: skip
    assert [vote.id for vote in merge([plenary, committee])] == ["A/C.3/62/L.90", "A/RES/62/900"]


def test_without_a_vote_is_nobodys_position() -> None:
    (vote,) = merge([account(mode="without a vote")])
    assert (vote.mode, vote.outcome, vote.tally) == ("without a vote", "adopted", None)
    assert vote.yes == vote.not_voting == ()
    assert vote.members == 192


def test_what_is_inferred_stays_so_until_a_source_states_it() -> None:
    guessed = account("facts", mode="without a vote", inferred="no recorded vote was found")
    (vote,) = merge([guessed])
    assert vote.inferred == "no recorded vote was found"
    (stated,) = merge([guessed, account("akn", mode="without a vote")])
    assert stated.inferred is None


COUNCIL = {"body": "Security Council", "symbol": "S/RES/9999(2007)", "listed": True}


def test_in_the_security_council_it_is_known_how_many_did_not_vote_and_not_who() -> None:
    (vote,) = merge([account("akn", yes=CODES[:12], abstain=CODES[12:14], **COUNCIL)])
    assert electorate("Security Council", DAY) is None
    assert (vote.not_voting, vote.members) == ((), 15)
    assert vote.tally == Tally(12, 0, 2, 1)


def test_figures_that_are_known_to_be_wrong_do_not_stand() -> None:
    given = account("akn", yes=CODES[:9], abstain=CODES[9:15], tally=Tally(15, 0, 0), **COUNCIL)
    known = {"S/RES/9999(2007)": Known("15 are printed, 9 are listed", Tally(9, 0, 6))}
    (vote,) = merge([given], known)
    assert vote.tally == Tally(9, 0, 6, 0)
    assert vote.tally_from == vote.list_from == "akn:1"
    (told,) = vote.disagreements
    assert (told.fault, told.known) == ("tally against list", "15 are printed, 9 are listed")


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_property_lists_and_silence_are_all_members_and_order_is_nothing(seed: int) -> None:
    draw = random.Random(seed)
    sides = [draw.choice(["yes", "no", "abstain", None]) for _ in CODES]
    by_side = {
        side: tuple(c for c, s in zip(CODES, sides, strict=True) if s == side)
        for side in ("yes", "no", "abstain")
    }
    accounts = [account("unvotes", listed=True, **by_side), account("undl", tally=Tally(1, 2, 3))]
    (vote,) = merge(accounts)
    assert sorted((*vote.yes, *vote.no, *vote.abstain, *vote.not_voting)) == sorted(CODES)
    draw.shuffle(accounts)
    assert merge(accounts) == (vote,)
    matrix = matrix_of([vote])
    assert (matrix.positions[:, 0] == YES).sum() == len(by_side["yes"])
    assert (matrix.positions[:, 0] == NOT_VOTING).sum() == sides.count(None)
    assert not (matrix.positions == NOT_KNOWN).any()
