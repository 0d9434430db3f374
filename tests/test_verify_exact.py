"""Claims that are nearly right: a day too many, a word of a title, a date that a denial has."""

from __future__ import annotations

import pytest

from counterdraft.model.register import NEVER, Entry, Question
from counterdraft.parse.parse import parse
from counterdraft.read.read import read
from counterdraft.registers.check import contradictions
from counterdraft.registers.held import Held
from counterdraft.verify.titles import alike
from counterdraft.verify.verify import verify
from tests.test_verify import CRC, EITHER, draft_of, entry, one, verdicts

TALKS = entry("meeting", "2014-05-26/2014-06-03", subject="3rd Lamp Talks", object="San Pedro")


@pytest.mark.parametrize(
    ("when", "verdict"),
    [
        ("from 26 May to 3 June 2014", "holds"),
        ("from 26 May to 4 June 2014", "does not hold"),
        ("from 25 May to 3 June 2014", "does not hold"),
        ("from 27 May to 3 June 2014", "does not hold"),
        ("from 28 to 30 May 2014", "does not hold"),
        ("in 2014", "holds"),
        ("in May 2014", "unknown"),
        ("on 28 May 2014", "unknown"),
        ("in July 2014", "does not hold"),
    ],
)
def test_a_meeting_holds_where_its_ends_are_those_of_the_register(when: str, verdict: str) -> None:
    found = one(f"Recalling the 3rd Lamp Talks, held in San Pedro {when}", TALKS)
    assert found.verdict == verdict
    assert (found.question is not None) == (verdict == "does not hold")


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("what was done during the 3rd Lamp Talks on 28 May 2014", "holds"),
        ("the 3rd Lamp Talks, at their second meeting, on 28 May 2014", "holds"),
        ("what was adopted by the 3rd Lamp Talks on 28 May 2014", "unknown"),
        ("what was done during the 3rd Lamp Talks, held from 27 to 29 May 2014", "does not hold"),
    ],
)
def test_a_day_of_a_part_is_one_of_its_days(words: str, verdict: str) -> None:
    found = one(f"Recalling {words}", TALKS)
    assert found.verdict == verdict
    assert ("under way" in found.read) == (verdict == "holds")


def test_a_meetings_date_that_is_not_read_leaves_its_place_open() -> None:
    claim = "Recalling the 3rd Lamp Talks, held in San Pedro, as was decided on 1 May 2013"
    assert one(claim, TALKS).verdict == "unknown"


@pytest.mark.parametrize(
    ("given", "title", "how"),
    [
        ("The Rights of Salters", "Rights of salters", "same"),
        ("Follow up to the co-operation", "Follow-up to cooperation", "same"),
        ("Salt for all", "Salt for all: the 2030 Agenda (Suva Agenda)", "part"),
        ("2030 Agenda", "Salt for all: the 2030 Agenda (Suva Agenda)", "part"),
        ("rights of salters", "The human rights of salters and their kin", "cut"),
        ("Rights of salters: a programme", "Rights of salters", "longer"),
        ("2031 Salt Summit Outcome", "2030 Salt Summit Outcome", "near"),
        ("Fourth Conference on Salt", "Third Conference on Salt", "near"),
        ("Situation of human rights in Fiji", "Situation of human rights in Chad", "near"),
        ("Rights of Peoples", "Rights of Salt Peoples", "near"),
        ("Culture of peace", "Rights of salters", "other"),
    ],
)  # fmt: skip
def test_a_title_is_its_words_however_it_is_printed(given: str, title: str, how: str) -> None:
    assert alike(given, title) == how


@pytest.mark.parametrize(
    ("given", "verdict", "asked"),
    [
        ("Rights of Salters", "holds", False),
        ("Rights of sailors", "unknown", True),
        ("Rights of salters and sailors", "unknown", False),
        ("Culture in peace", "does not hold", True),
    ],
)
def test_what_is_near_to_a_title_is_put_as_a_question(
    given: str, verdict: str, asked: bool
) -> None:
    known = entry("title", "2031-12-18", subject="A/RES/86/4", object="", value="Rights of salters")
    found = one(f"Recalling its resolution 86/4, entitled “{given}”", known)
    assert (found.verdict, found.question is not None) == (verdict, asked)
    assert "part of the title" not in " ".join(found.said)
    if asked:
        assert "Rights of salters" in (found.question or "")


def test_registers_that_have_two_titles_are_shown_side_by_side() -> None:
    titles = [
        entry("title", None, subject="A/RES/86/4", object="", value=value)
        for value in ("Rights of salters", "Rights of those who make salt")
    ]
    found = one("Recalling its resolution 86/4, entitled “Rights of salters”", *titles)
    assert (found.verdict, found.entries) == ("contested", tuple(titles))


RATIFIED = entry("ratification", "2014-01-20")


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("did not ratify {} before 20 January 2014", "holds"),
        ("did not ratify {} before 21 January 2014", "does not hold"),
        ("had not ratified {} by the end of 2013", "holds"),
        ("had not ratified {} by the end of 2014", "does not hold"),
        ("had not ratified {} by 2014", "unknown"),
        ("had not ratified {}", "unknown"),
        ("did not ratify {} until 20 January 2014", "holds"),
        ("did not ratify {} until 2015", "does not hold"),
        ("did not ratify {} in 2013", "holds"),
        ("has not ratified {} since 2013", "unknown"),
        ("has not ratified {}", "does not hold"),
        ("had by 2015 ratified {}", "holds"),
        ("ratified {} before 2014", "does not hold"),
        ("ratified {} by 2014", "unknown"),
        ("ratified {} in 2013 or 2014", "unknown"),
        ("was not a party to {} in 2013", "holds"),
        ("was not a party to {} in 2016", "does not hold"),
    ],
)
def test_the_date_of_a_denial_is_not_dropped(words: str, verdict: str) -> None:
    assert one(f"Noting that Fiji {words.format(CRC)}", RATIFIED).verdict == verdict


def test_a_register_of_years_bears_out_a_denial_up_to_the_year_before() -> None:
    known = entry("ratification", "2014", value=EITHER)
    text = f"Noting that Fiji had not ratified {CRC} by the end of {{}}"
    found = [one(text.format(year), known).verdict for year in (2013, 2014)]
    assert found == ["holds", "does not hold"]
    claim = f"Noting that Fiji had not acceded to {CRC} by the end of 2014"
    assert one(claim, known).verdict == "unknown"


def test_who_withdrew_may_have_come_back() -> None:
    claim = f"Noting that Fiji had not ratified {CRC} by the end of 2013"
    assert one(claim, RATIFIED, entry("withdrawal", "2015-01-20")).verdict == "unknown"


WITHDREW = entry("withdrawal", "2015-01-20")


@pytest.mark.parametrize(
    ("words", "others", "verdict"),
    [
        ("is a party to {}", (), "holds"),
        ("is a party to {}", (WITHDREW,), "unknown"),
        ("is a party to {}", (WITHDREW, entry("accession", "2019-05-06")), "holds"),
        ("became a party to {} in 2014", (WITHDREW,), "holds"),
        ("ratified {}", (WITHDREW,), "holds"),
    ],
)
def test_who_withdrew_is_not_called_a_party_for_certain(
    words: str, others: tuple[Entry, ...], verdict: str
) -> None:
    assert one(f"Noting that Fiji {words.format(CRC)}", RATIFIED, *others).verdict == verdict


def test_who_is_in_no_list_and_withdrew_has_not_never_ratified() -> None:
    never = entry("ratification", None, value=NEVER, as_of="2024-01-01")
    text = draft_of(f"Noting that Fiji has not ratified {CRC}")
    found = [
        verdicts(text, *entries, as_of="2023-01-01").verdicts[0].verdict
        for entries in ((never,), (RATIFIED, WITHDREW, never))
    ]
    assert found == ["holds", "unknown"]


def test_a_time_told_in_other_words_is_not_settled() -> None:
    text = draft_of(f"Noting that Fiji signed {CRC} on 2 July 1993 and ratified it that same year")
    found = verdicts(text, entry("signature", "1993-07-02"), RATIFIED).verdicts
    assert [each.verdict for each in found] == ["holds", "unknown"]


@pytest.mark.parametrize(
    ("when", "verdict"),
    [
        ("on 20 January 2014", "unknown"),
        ("in January 2014", "unknown"),
        ("on 19 January 2014", "does not hold"),
        ("in 2014", "holds"),
        ("on 19 February 2014", "unknown"),
    ],
)
def test_a_state_is_bound_some_time_after_its_instrument(when: str, verdict: str) -> None:
    assert one(f"Noting that Fiji became a party to {CRC} {when}", RATIFIED).verdict == verdict


def test_an_instrument_of_the_end_of_a_year_may_bind_from_the_next() -> None:
    late = entry("ratification", "2013-11-04")
    year = entry("ratification", "2013", value=EITHER)
    assert one(f"Noting that Fiji became a party to {CRC} in 2013", late, year).verdict == "unknown"


def test_neither_signed_nor_ratified_is_two_denials() -> None:
    text = draft_of(f"Noting that Fiji has neither signed nor ratified {CRC}")
    never = entry("ratification", None, value=NEVER, as_of="2015")
    found = verdicts(text, entry("signature", "1993-07-02"), never, as_of="2014-01-01").verdicts
    assert [each.verdict for each in found] == ["does not hold", "holds"]


OLD = entry("ratification", "2012-09-24", subject="Swaziland", source="old")
NEW = entry("accession", "2012-09-24", subject="Eswatini", source="new")


@pytest.mark.parametrize("name", ["Eswatini", "Swaziland", "the Kingdom of Swaziland"])
def test_a_state_is_found_by_any_of_its_names(name: str) -> None:
    found = one(f"Noting that {name} ratified {CRC} on 24 September 2012", OLD)
    assert (found.verdict, found.entries) == ("holds", (OLD,))
    assert any("Swaziland" in each for each in found.nearby) == (name == "Eswatini")
    assert Held("test", [NEW]).entries(Question(act="accession", subject="Swaziland")) == (NEW,)


def test_two_acts_by_which_a_state_was_bound_on_one_day_contradict_each_other() -> None:
    claim = f"Noting that Eswatini ratified {CRC} on 24 September 2012"
    assert one(claim, OLD, NEW).verdict == "contested"
    (found,) = contradictions([Held("a", [OLD]), Held("b", [NEW])])
    assert {found.one, found.other} == {OLD, NEW}


def test_a_day_after_the_session_or_the_text_is_asked() -> None:
    found = one("Recalling its resolution 70/202 of 22 December 2016")
    assert (found.verdict, found.entries) == ("unknown", ())
    assert "13 September 2016, when the next opened" in found.said[1]
    assert one("Recalling its resolution 70/202 of 22 December 2015").question is None
    text = draft_of("Recalling its resolution 81/4 of 22 December 2026")
    (later,) = verdicts(text, as_of="2026-11-01").verdicts
    assert later.question == "Is the date right?"


def test_what_fits_a_review_that_is_not_named_refutes_nothing() -> None:
    known = entry("review", "2010-02-11", object="cycle 1")
    text = "Noting that Fiji was reviewed for the first time on {} February 2010"
    assert one(text.format(11), known).verdict == "holds"
    found = one(text.format(12), known)
    assert (found.verdict, found.question is not None) == ("unknown", True)
    assert "does not name the review" in found.said[-1]


def test_without_a_cycle_recommendations_of_another_number_refute_nothing() -> None:
    known = [
        entry("recommendations", "2010", object="cycle 1", value="accepted: 97, of: 103"),
        entry("recommendations", "2014", object="cycle 2", value="accepted: 98, of: 112"),
    ]
    text = "Noting that Fiji accepted {} recommendations in its universal periodic review"
    assert one(text.format("200 of the 242"), *known).verdict == "unknown"
    found = one(text.format("99 of the 112"), *known)
    assert (found.verdict, found.entries) == ("does not hold", (known[1],))


# What several registers have, and what is said of several


@pytest.mark.parametrize("turned", [False, True])
def test_a_question_states_none_of_two_registers_as_the_fact(turned: bool) -> None:
    two = (
        entry("tally", None, subject="A/HRC/RES/27/21", object="", value="31-14-2"),
        entry("tally", None, subject="A/HRC/RES/27/21", object="", value="30-15-2"),
    )
    words = "Recalling Human Rights Council resolution 27/21, adopted by 31 votes to 2"
    found = one(words, *(reversed(two) if turned else two))
    assert found.verdict == "does not hold"
    assert found.question == (
        "Registers differ: A/HRC/RES/27/21 was adopted by 30 votes to 15, with 2 abstentions or by "
        "31 votes to 14, with 2 abstentions. Are the figures right?"
    )


@pytest.mark.parametrize("turned", [False, True])
def test_a_question_on_an_act_has_the_days_of_all_registers(turned: bool) -> None:
    two = (
        entry("accession", "2004-03-26"),
        entry("accession", "2004-04-26", register="other", source="another"),
    )
    words = f"Noting that Fiji acceded to {CRC} on 26 March 2005"
    document = read(draft_of(words).encode(), "draft.txt")
    registers = [Held(each.register, (each,)) for each in (reversed(two) if turned else two)]
    (found,) = verify(document, parse(document)[0], registers).verdicts
    assert found.verdict == "does not hold"
    assert (found.question or "").startswith(
        "Registers differ, and have an accession on 26 March 2004 (a source) or an accession on 26 "
        "April 2004 (another)."
    )


BOTH = [
    entry("ratification", "2008-05-19"),
    entry("ratification", "2013-06-03", subject="Norway"),
]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Norway and Fiji both ratified", {"Fiji": "holds", "Norway": "does not hold"}),
        ("both Norway and Fiji ratified", {"Fiji": "holds", "Norway": "does not hold"}),
        ("Norway and Fiji ratified", {"Fiji": "holds", "Norway": "unknown"}),
    ],
)
def test_both_makes_a_date_that_of_each(words: str, expected: dict[str, str]) -> None:
    found = verdicts(draft_of(f"Noting that {words} {CRC} on 19 May 2008"), *BOTH).verdicts
    assert {each.read.partition(" by ")[2].split()[0]: each.verdict for each in found} == expected


def test_both_makes_a_vote_that_of_each_resolution() -> None:
    votes = [
        entry("tally", None, subject="A/RES/78/282", object="", value="84-19-68"),
        entry("tally", None, subject="A/RES/76/226", object="", value="112-16-37"),
    ]
    words = "Recalling resolutions 78/282 and 76/226, which were {}adopted by 84 votes to 19"
    both = verdicts(draft_of(words.format("both ")), *votes).verdicts
    assert [each.verdict for each in both] == ["holds", "does not hold"]
    assert len(verdicts(draft_of(words.format("")), *votes).verdicts) == 1


VOTE = entry("tally", "2021-12-24", subject="A/RES/76/226", object="", value="112-16-37")


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("its resolution 76/226, passed on 24 December 2021 with 112 in favour, 16 against and 37 "
         "abstaining", "holds"),
        ("its resolution 76/226, passed on 24 December 2021 with 112 in favour, 37 against and 16 "
         "abstaining", "does not hold"),
        ("that, by 112 votes to 16, with 37 abstentions, it adopted resolution 76/226", "holds"),
        ("that, by 112 votes to 37, with 16 abstentions, the Assembly adopted its resolution "
         "76/226", "does not hold"),
        ("its resolution 76/226, adopted by the General Assembly without a vote",
         "does not hold"),
        ("that, by 100 votes to 15, the Third Committee adopted resolution 76/226", ""),
        ("its resolution 76/226, adopted by the Committee without a vote", ""),
        ("that it is untrue that by 112 votes to 37 it adopted resolution 76/226", ""),
    ],
)  # fmt: skip
def test_votes_are_read_before_a_number_and_behind_its_day(words: str, verdict: str) -> None:
    found = verdicts(draft_of(f"Recalling {words}"), VOTE).verdicts
    assert [each.verdict for each in found if each.act == "tally"] == ([verdict] if verdict else [])


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("that, on 24 December 2021, the Assembly adopted its resolution 76/226", "holds"),
        ("that, on 23 December 2021, it adopted resolution 76/226", "does not hold"),
        ("that on 23 December 2021 the Third Committee adopted resolution 76/226", ""),
        ("its resolution 76/226, unanimously adopted on 23 December 2021", "does not hold"),
    ],
)
def test_a_day_is_read_before_a_number(words: str, verdict: str) -> None:
    day = entry("adoption", "2021-12-24", subject="A/RES/76/226", object="")
    found = verdicts(draft_of(f"Recalling {words}"), day).verdicts
    days = [each.verdict for each in found if each.act == "adoption"]
    assert days == ([verdict] if verdict else [])


def test_a_former_name_stands_aside() -> None:
    known = entry("accession", "2004-03-26", subject="Eswatini")
    words = f"Noting that Eswatini, formerly Swaziland, has been a party to {CRC} since 2004"
    assert one(words, known).verdict == "holds"


@pytest.mark.parametrize(
    ("day", "verdict"), [("24 December 2021", "holds"), ("23 December 2021", "unknown")]
)
def test_the_day_of_the_vote_is_heard_where_no_other_is_known(day: str, verdict: str) -> None:
    found = one(f"Recalling its resolution 76/226 of {day}", VOTE)
    assert found.verdict == verdict
    assert found.said == ("Its vote was on 24 December 2021 (a source).",)
    assert (found.question is None) == (verdict == "holds")


def test_what_registers_have_of_the_state_that_continues_another_is_told() -> None:
    known = entry("ratification", "1973-10-16", subject="Russian Federation")
    found = one(f"Noting that the Soviet Union ratified {CRC} on 16 October 1973", known)
    assert found.verdict == "unknown"
    assert "of the Russian Federation, which continues it: a ratification on 16 October 1973" in (
        " ".join(found.nearby)
    )


# What a name hangs on, and what carries it on

CONFERENCE = entry("meeting", "2014-05-26/2014-06-03", subject="Third World Conference on Salt",
                   object="San Pedro")  # fmt: skip
ITS_DAYS = "held in San Pedro from 26 May to 3 June 2014"


@pytest.mark.parametrize(
    "before",
    [
        "side event to the",
        "youth summit preceding the",
        "Group of Friends meeting on the",
        "preparatory meeting of experts for the",
        "business forum on the margins of the",
        "ministerial consultations ahead of the",
    ],
)
@pytest.mark.parametrize("days", [ITS_DAYS, "held in San Pedro from 20 to 22 May 2014"])
def test_what_took_place_beside_a_conference_is_not_the_conference(before: str, days: str) -> None:
    words = f"Recalling the {before} Third World Conference on Salt, {days}"
    found = verdicts(draft_of(words), CONFERENCE).verdicts
    assert {(each.verdict, each.question) for each in found} <= {("unknown", None)}


@pytest.mark.parametrize("more", [" Education", " of Island Peoples", " for the Young"])
def test_a_name_that_goes_on_is_another(more: str) -> None:
    found = one(f"Recalling the Third World Conference on Salt{more}, {ITS_DAYS}", CONFERENCE)
    assert (found.verdict, found.entries) == ("unknown", ())


@pytest.mark.parametrize(
    "words",
    [
        f"the Third World Conference on Salt, {ITS_DAYS}",
        f"the Third World Conference on Salt of San Pedro, {ITS_DAYS}",
        f"the summit known as the Third World Conference on Salt, {ITS_DAYS}",
        f"the meeting in Lome, and the Third World Conference on Salt, {ITS_DAYS}",
    ],
)
def test_what_stands_before_a_name_without_being_held_is_no_matter(words: str) -> None:
    assert one(f"Recalling {words}", CONFERENCE).verdict == "holds"


def test_the_end_of_a_name_with_commas_is_no_meeting() -> None:
    words = "the Forum of the World Conference against Salt, Brine and Related Harm, held in Lome"
    assert verdicts(draft_of(f"Recalling {words} on 3 May 2014")).verdicts == ()


# Whose a number is


@pytest.mark.parametrize(
    "cited",
    ["General Assembly resolution 5/1 of 18 June 2007", "resolution 5/1 of the General Assembly"],
)
def test_a_number_that_the_organ_named_cannot_have_is_asked_about(cited: str) -> None:
    known = entry("adoption", "2007-06-18", subject="A/HRC/RES/5/1", object="")
    found = one(f"Recalling {cited}", known)
    assert (found.verdict, found.read.endswith("called another organ’s")) == ("unknown", True)
    assert found.question == "Is A/HRC/RES/5/1 meant, of another organ, or another number?"
    assert "no resolution of the organ that is named" in found.said[0].lower()


def test_a_number_that_the_organ_named_can_have_is_its() -> None:
    known = entry("adoption", "2007-06-18", subject="A/HRC/RES/5/1", object="")
    found = one("Recalling Human Rights Council resolution 5/1 of 18 June 2007", known)
    assert (found.verdict, found.question) == ("holds", None)
