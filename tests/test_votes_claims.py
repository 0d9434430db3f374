"""Claims about votes: how they are read, what figures say to them, and finding them in a text."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from counterdraft.jobs.votes import shipped_facts
from counterdraft.lexicon.load import load
from counterdraft.lexicon.vote_faults import known_figures
from counterdraft.model.claim import ClaimCheck
from counterdraft.model.history import History
from counterdraft.model.rollcall import Tally
from counterdraft.model.span import Span
from counterdraft.votes.claims.answer import check
from counterdraft.votes.claims.days import latest_day
from counterdraft.votes.claims.find import claims_in
from counterdraft.votes.claims.reading import NotUnderstood, Reading, read
from counterdraft.votes.claims.told import claim_said
from counterdraft.votes.merge import merge
from counterdraft.votes.series.find import find
from counterdraft.votes.series.history import history
from tests.series_votes import NORWAY, counted, vote, without

SEED_CLAIM = (
    "a large and increasing majority of UN members, even counting abstentions and those not voting"
)


@cache
def dprk(as_of: str | None = "2014-10-15") -> History:
    return history(find("dprk", merge(shipped_facts(), known_figures())), as_of)


def rising() -> History:
    votes = [counted(60, 90, 20, 60, 21), counted(61, 95, 20, 57, 20), counted(62, 99, 18, 60, 15)]
    return history(find(NORWAY, votes))


# The seed's claim


def test_the_claim_of_the_seed_part_by_part() -> None:
    found = check(SEED_CLAIM, dprk())
    large, increasing, majority = found.parts
    assert large.verdict == "no figures settle it"
    assert increasing.verdict == "holds in part"
    assert increasing.said == "Up from each vote to the next, but for 2008."
    assert majority.verdict == "holds in part"
    assert majority.said == "Holds in 2006, 2007 and from 2009; does not hold in 2005 and 2008."
    assert found.verdict == "holds in part"
    assert "without figures: 2012 (inferred) and 2013 (inferred)" in found.said
    assert "Sources differ on the figures of 2007 and 2009" in found.said


def test_the_figures_are_the_evidence() -> None:
    (part,) = check("a majority of all members", dprk()).parts
    shares = [round(100 * (each.share or 0), 1) for each in part.figures]
    assert shares == [46.1, 51.6, 52.6, 49.0, 51.6, 55.2, 63.7]
    assert [each.holds for each in part.figures] == [False, True, True, False, True, True, True]


# Each kind of claim


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("two thirds of those present and voting", "holds"),
        ("an absolute majority in 2011", "holds"),
        ("more than 100", "holds in part"),
        ("more than 100 votes in favour in every year", "does not hold"),
        ("more than 120 in favour at least once", "holds"),
        ("never fewer than 88", "holds"),
        ("never fewer than 90 votes in favour", "does not hold"),
        ("no more than 22 votes against", "holds"),
        ("votes against never more than 21", "does not hold"),
        ("at least 60 per cent of the membership in 2011", "holds"),
        ("63.7% of all members in 2011", "holds"),
        ("63.6% of all members in 2011", "does not hold"),
        ("less than half of all members in 2008", "holds"),
        ("a majority of members opposed it", "does not hold"),
        ("never a majority of those present and voting", "does not hold"),
        ("not a majority of all members in 2005", "holds"),
        ("increasing every year", "does not hold"),
        ("increasing since 2008", "holds"),
        ("abstentions decreasing", "holds in part"),
        ("votes against have fallen since 2009", "holds in part"),
        ("votes did not increase", "holds in part"),
        ("votes never increased", "does not hold"),
        ("in every year votes in favour have not increased", "does not hold"),
        ("in no year a majority of all members", "does not hold"),
        ("in no year fewer than 88 votes in favour", "holds"),
        ("not more than 22 against in any year", "holds"),
        ("a majority of members abstained", "does not hold"),
        ("not once a majority of all members", "does not hold"),
        ("more than 120 in favour and fewer than 20 against in 2011", "holds"),
        ("more than 120 in favour and fewer than 16 against in 2011", "holds in part"),
        ("large", "no figures settle it"),
        ("an overwhelming majority of all members in 2011", "holds"),
        ("adopted without a vote in 2011", "does not hold"),
        ("put to a recorded vote in every year since 2005 until 2011", "unknown"),
        ("put to a recorded vote in 2011", "holds"),
    ],
)
def test_a_claim_is_answered(claim: str, verdict: str) -> None:
    assert check(claim, dprk()).verdict == verdict


@pytest.mark.parametrize(
    "claim",
    [
        "a majority of all members in every year but 2005",
        "more than 90 in favour in every vote but that of 2005",
        "a majority in favour in every year but for 2005",
        "in every vote but 2005 more than 90 voted in favour",
        "all but two members voted in favour in every vote",
        "a majority in every year, but in 2005 fewer than half",
        "more than 80 in favour in every year, but fewer than 22 against in 2009",
        "adopted by a recorded vote but now without a vote",
    ],
)
def test_what_a_but_leaves_out_is_not_read_as_what_is_meant(claim: str) -> None:
    assert isinstance(read(claim), NotUnderstood)
    assert claims_in(f"It had {claim}.") == ()


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("more than 80 in favour but fewer than 30 against in every vote", "holds"),
        ("more than 80 in favour, but never fewer than 22 against", "holds in part"),
        ("a majority in favour, but 22 against in 2009", "holds in part"),
    ],
)
def test_a_but_before_another_condition_joins_it(claim: str, verdict: str) -> None:
    found = check(claim, dprk())
    assert len(found.parts) >= 2
    assert found.verdict == verdict


def test_a_majority_of_nobody_named_is_read_of_both() -> None:
    found = check("a majority", dprk())
    assert [part.verdict for part in found.parts] == ["holds", "holds in part"]
    assert "those present and voting" in found.parts[0].reading
    assert "all Members" in found.parts[1].reading


def test_abstentions_are_no_share_of_those_present_and_voting() -> None:
    found = check("a majority abstained", dprk())
    assert found.verdict == "does not hold"
    assert [part.figures[0].base for part in found.parts] == [88 + 21 + 60, 191]


def test_figures_that_differ_say_nothing_of_how_a_text_was_adopted() -> None:
    assert "Sources differ" not in check("put to a recorded vote in 2007", dprk()).said


def test_abstentions_counted_are_not_yet_all_members() -> None:
    (part,) = check("a majority, even counting abstentions", dprk()).parts
    assert part.figures[0].base == 88 + 21 + 60


def test_what_is_inferred_only_settles_nothing() -> None:
    found = check("adopted without a vote since 2012", dprk())
    assert found.verdict == "unknown"
    assert "No source states it for 2012 and 2013" in found.parts[0].said
    assert check("adopted without a vote in 2016", dprk(None)).verdict == "holds"


def test_how_it_was_adopted_is_not_known_of_sessions_without_a_known_text() -> None:
    whole = history(find(NORWAY, [counted(each, 90, 20, 60, 21) for each in (60, 61, 62)]))
    torn = history(find(NORWAY, [counted(each, 90, 20, 60, 21) for each in (60, 61, 63)]))
    assert check("put to a vote every year", whole).verdict == "holds"
    assert check("put to a vote every year", torn).verdict == "unknown"
    assert "of session 62." in check("put to a vote", torn).parts[0].said
    assert check("put to a vote until 2006", torn).verdict == "holds"


def test_a_rise_without_exception_holds_and_shares_and_numbers_may_differ() -> None:
    assert check("increasing", rising()).verdict == "holds"
    votes = [counted(60, 90, 0, 0, 90), counted(61, 91, 0, 0, 101)]
    found = check("increasing", history(find(NORWAY, votes)))
    assert found.verdict == "does not hold"
    assert "By number instead of share it is otherwise in 2006" in found.parts[0].said


def test_figures_that_are_not_known_are_not_made_up() -> None:
    one = vote(60, "FRA", members=None, date="2005")
    bare = replace(one, tally=Tally(100, 20, 30), not_voting=())
    found = history(find(NORWAY, [bare]))
    assert check("a majority of all members", found).verdict == "unknown"
    assert check("two thirds of those present and voting", found).verdict == "holds"
    assert check("more than 20 not voting", found).verdict == "unknown"


@pytest.mark.parametrize("claim", ["increasing", "a majority of all members in 2003"])
def test_without_votes_nothing_is_known(claim: str) -> None:
    assert check(claim, history(find(NORWAY, [without(60), vote(61, "FRA")]))).verdict == "unknown"


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        ("a majority of all democracies", "“democracies”"),
        ("a majority did not support it", "“not” belongs to"),
        ("rose from 88 to 123", "“88” is the number of"),
        ("grew by 20 votes in favour", "“20” is the number of"),
        ("a majority abstained or voted in favour", "“or”"),
        ("more than increasing", "“increasing” is nothing to compare with"),
        ("a majority did not vote in favour", ""),
        ("a majority in 2006 and in 2009", "more than one time"),
        ("more than two thirds in 2014, against 20", "not clear what is counted"),
        ("a large, and increasing, number of votes against", "not clear what is counted"),
        ("abstentions and votes against fell", "not clear what is counted"),
        ("not always a majority of all members", "“not” belongs to"),
        ("more than once", "“once”"),
        ("the assembly", "nothing that votes could show"),
        ("", "nothing that votes could show"),
        ("100", "“100” is the number of"),
        ("a majority of all members in any year", "may be one year or every one"),
        ("adopted by a majority once", "“once”"),
        ("a majority of those present and voting abstained", "rule 86"),
        ("a third of those present and voting did not vote", "rule 86"),
        ("votes in favour have not increased in every year", "none, or not of every one"),
        ("in most years a majority of all members", "“most” is of something that is not counted"),
        ("more than 100 resolutions without a vote in 2005", "“100” is of something"),
        ("votes in favour grew by a third since 2005", "how much it changed"),
        ("votes rose from fewer than 90 to more than 120", "how much it changed"),
        ("a majority of all members voted in 2005", "how those voted"),
    ],
)
def test_what_is_not_understood_is_unknown_and_says_what_can_be_asked(claim: str, why: str) -> None:
    found = check(claim, dprk())
    assert found.verdict == "unknown"
    assert why in found.said
    assert "It can be asked of votes in favour" in found.said
    assert found.parts == ()


def test_a_claim_is_told_without_the_same_figures_twice() -> None:
    lines = claim_said(check(SEED_CLAIM, dprk()))
    assert len(lines) == 4
    assert sum("46.1% (2005, 88 of 191)" in line for line in lines) == 1
    assert "as of 15 October 2014" in lines[0]


# The table


def test_every_phrase_of_the_table_is_read() -> None:
    table = load("en/claims")
    for kind in ("share", "trend"):
        for phrases in table[kind].values():
            for phrase in phrases:
                assert isinstance(read(f"{phrase} of all members"), Reading), phrase
    for phrases in table["quantity"].values():
        for phrase in phrases:
            assert isinstance(read(f"more than 20 {phrase}"), Reading), phrase


@pytest.mark.parametrize("text", ["%", "1/2", "-", "more than", "9" * 400, "🙂", "in 2006", "0"])
def test_any_words_are_read_or_not_understood(text: str) -> None:
    assert isinstance(read(text), Reading | NotUnderstood)
    assert isinstance(check(text, dprk()), ClaimCheck)


# In a text


def test_a_claim_is_found_with_its_place() -> None:
    text = f"It was backed by the US but also by {SEED_CLAIM} (see our post)."
    (found,) = claims_in(text)
    assert found.words == SEED_CLAIM
    assert found.span.of(text) == SEED_CLAIM


@pytest.mark.parametrize(
    "text",
    [
        "More than two thirds of UN member states supported the text.",
        "Votes against have fallen every year.",
        "It never had fewer than 80 votes in favour, and never more than 22 against.",
        "It was adopted by a majority of members present and voting.",
    ],
)
def test_claims_that_are_found(text: str) -> None:
    assert claims_in(text)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Never have fewer than 88 States voted in favour.", "holds"),
        ("Never have more than 21 States voted against it.", "does not hold"),
        ("At no time did more than 25 States vote against it.", "holds"),
        ("In no year have fewer than 80 States voted in favour.", "holds"),
        ("It lacked a majority of all Members in 2005.", "holds"),
        ("It did not have a majority of all Members in 2011.", "does not hold"),
        ("It failed to win a majority of all Members in 2011.", "does not hold"),
        ("It has always been adopted without a vote.", "does not hold"),
        ("It was not adopted without a vote in 2011.", "holds"),
    ],
)
def test_a_negation_is_part_of_the_claim(text: str, verdict: str) -> None:
    (found,) = claims_in(text)
    assert found.words == text.rstrip(".")
    assert check(found.words, dprk()).verdict == verdict


def test_a_claim_stands_in_a_line_behind_a_head() -> None:
    text = "What is voted on\nIt had a majority of all Members in 2011.\nAnd more"
    assert [each.words for each in claims_in(text)] == ["It had a majority of all Members in 2011"]


@pytest.mark.parametrize(
    "text",
    [
        "It is false that it had a majority of all Members in 2011.",
        "Hardly ever did it have a majority of all Members.",
        "Nearly two thirds of all Members supported it in 2011.",
        "The Assembly refused it a majority of all Members in 2010.",
        "According to Orlavia it had a majority of all Members in every year.",
        "It is a myth (often told) that it had a majority of all Members in 2011.",
        "The envoy denies this: it had a majority of all Members in 2011.",
        "The envoy denies all this:\n\nIt had a majority of all Members in 2011.",
        "It is not so that in the U.N. a majority of all Members supported it.",
        "It is wrong that\na majority of all Members supported it in 2011.",
        "The envoy said that in all of these years, as was told so often by many in\n"
        "Members of the press had it. A majority of all Members supported it, it is said.",
        "It is quite untrue, as the envoy of Orlavia told us at some length on the day, that\n"
        "More than 100 States voted in favour in 2011.",
        "“It had a majority of all Members in 2011”, an envoy said.",
        "It had a majority of all Members in 2011 only in name.",
        "It had a majority of all Members in every year (but for 2005).",
        "Had more than 100 States voted in favour in 2005, it had passed.",
        "Did it have a majority of all Members in 2005?",
        "The text on salt had a majority of all Members in 2005.",
        "In the Third Committee a majority of all Members supported it in 2005.",
        "It was to have a majority of all Members in 2005.",
        "A majority of all Members were there in 2005.",
        "The resolutions were adopted without a vote in 2005.",
        "It is untrue that texts came each year, backed by a majority of all Members.",
        "It was opposed by Japan but also by a majority of all Members.",
        "Texts on Cuba came each year, backed by Japan but also by a majority of all Members.",
        "The talks on salt were welcome, supported by a majority of all Members in 2005.",
        "Few texts were backed by a majority of all Members in 2011.",
    ],
)
def test_words_before_or_behind_that_are_not_known_make_it_no_claim(text: str) -> None:
    assert claims_in(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "A growing majority of voters in Texas backed it.",
        "A majority of members of the party agreed.",
        "A two-thirds majority of members present and voting is required.",
        "Increasing support for dialogue is welcome.",
        "It passed with 111 votes in favour, 19 against and 55 abstentions.",
        "A majority of members would have voted against.",
        "The vote was held in 2014.",
        "Members voted.",
    ],
)
def test_what_is_no_claim_on_votes_or_on_one_vote_alone_is_left(text: str) -> None:
    assert claims_in(text) == ()


def test_a_claim_inside_of_a_draft_is_left() -> None:
    text = "Supported by a majority of all Members."
    assert claims_in(text, [Span(0, len(text))]) == ()


SEED = Path(__file__).parent.parent.parent / "shared" / "seed" / "000_a34b27da3f2bbd3d.txt"


@pytest.mark.skipif(not SEED.exists(), reason=f"there is no {SEED}")
def test_the_one_claim_of_the_seed_is_found() -> None:
    text = SEED.read_text(encoding="utf-8")
    about = {"Democratic People's Republic of Korea"}
    assert [each.words for each in claims_in(text, about=about)] == [SEED_CLAIM]
    assert claims_in(text, about={"Norway"}) == ()


def test_the_latest_day_that_a_text_names() -> None:
    text = "On October 8, 2014 and 20 October 2014; by 31 February 2015."
    found = latest_day(text)
    assert found is not None
    assert (found.iso, found.span.of(text)) == ("2014-10-20", "20 October 2014")
    assert latest_day("In 2014.") is None
    assert latest_day(text, [Span(0, 60)]) is None


def test_a_claim_is_a_frame() -> None:
    frame = check("a majority of all members", dprk()).frame()
    assert frame["count"].to_list() == [88, 99, 101, 94, 99, 106, 123]


def test_each_condition_counts_what_stands_with_it() -> None:
    grew, fell = check("votes in favour grew and abstentions fell", dprk()).parts
    assert grew.reading.startswith("more votes in favour")
    assert fell.reading.startswith("fewer abstentions")


@pytest.mark.parametrize(
    "claim",
    [
        "votes against never rose above 25",
        "votes in favour never fell below 80",
        "votes in favour never fell under 80",
        "votes against never rose to more than 25",
    ],
)
def test_a_rise_or_fall_that_leads_to_a_bound_is_the_bound(claim: str) -> None:
    reading = read(claim)
    assert isinstance(reading, Reading)
    (condition,) = reading.conditions
    assert (condition.kind, condition.negated, condition.every) == ("number", True, True)


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        ("fewer than half of the members have ever voted for it", "“ever” may be one vote"),
        ("no more than half of members ever voted in favour", "“ever” may be one vote"),
        ("votes in favour fell after 2011", "from which vote it changed"),
        ("it has never been put to a vote since 2015", "whether the first year is one"),
    ],
)
def test_what_may_be_meant_in_two_ways_is_not_answered(claim: str, why: str) -> None:
    reading = read(claim)
    assert isinstance(reading, NotUnderstood)
    assert why in reading.why


def test_what_went_the_other_way_on_the_whole_does_not_hold_in_part() -> None:
    assert check("support has been rising", dprk()).verdict == "holds in part"
    falling = check("support has been falling", dprk())
    assert falling.verdict == "does not hold"
    assert "Not so from 2005 to 2011" in falling.parts[0].said
