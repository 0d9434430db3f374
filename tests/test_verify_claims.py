"""What a text is read as claiming: acts under treaties, reviews, and what is no claim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.model.span import Span
from counterdraft.text.straight import straighten
from counterdraft.verify.claim import Claim, Place
from counterdraft.verify.review_days import SEVERAL
from counterdraft.verify.reviews import review_claims
from counterdraft.verify.treaty_acts import treaty_claims

CRC = "the Convention on the Rights of the Child"
CAT = "the Convention against Torture"


def place_of(text: str) -> Place:
    plain = straighten(text)
    return Place("pp1", plain, Span(0, len(plain)))


def acts(text: str) -> list[tuple[str, str, str, str | None]]:
    return [(c.act, c.subject, c.object, c.date) for c in treaty_claims(place_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Welcoming the signing by Fiji of {CRC} on 3 July 2013", [("signature", "2013-07-03")]),
        (f"the ratification of {CRC} by Fiji, on July 3, 2013,", [("ratification", "2013-07-03")]),
        (f"Recalling Fiji’s accession to {CRC} in 2004,", [("accession", "2004")]),
        (f"Noting that Fiji acceded to {CRC} in May 2004,", [("accession", "2004-05")]),
        (f"Noting that on 3 May 2004 Fiji ratified {CRC},", [("ratification", "2004-05-03")]),
        (f"Recalling {CRC}, which Fiji ratified on 3 May 2004,", [("ratification", "2004-05-03")]),
        (f"Recalling that {CRC} was signed by Fiji in 2004,", [("signature", "2004")]),
        (f"Fiji, having ratified {CRC} in 2004, is bound", [("ratification", "2004")]),
        (f"Fiji has been a State party to {CRC} since 2004", [("ratification", "2004")]),
        (f"Fiji is a party to {CRC}", [("ratification", None)]),
        (f"the deposit by Fiji of its instrument of accession to {CRC} on 3 May 2004",
         [("accession", "2004-05-03")]),
        (f"the accession on 3 May 2004 of Fiji to {CRC},", [("accession", "2004-05-03")]),
    ],
)  # fmt: skip
def test_an_act_is_read_however_it_is_worded(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert acts(text) == [(act, "Fiji", "crc", date) for act, date in expected]


def test_each_treaty_has_the_date_that_follows_it() -> None:
    text = f"the signing by Fiji of {CRC} on 3 July 2013 and {CAT} on 9 September 2014,"
    assert acts(text) == [
        ("signature", "Fiji", "crc", "2013-07-03"), ("signature", "Fiji", "cat", "2014-09-09"),
    ]  # fmt: skip
    first, second = treaty_claims(place_of(text))
    assert first.span.of(text).endswith("3 July 2013")
    assert second.span.of(text).startswith("Convention against Torture")


def test_each_state_has_the_date_that_follows_it() -> None:
    text = f"the ratification of {CRC} by Fiji, on 4 February 2021, and by Chad, on 19 March 2021;"
    assert [(subject, date) for _, subject, _, date in acts(text)] == [
        ("Fiji", "2021-02-04"), ("Chad", "2021-03-19"),
    ]  # fmt: skip


def test_two_verbs_have_each_the_date_of_its_place() -> None:
    signed, ratified = treaty_claims(
        place_of(f"Fiji signed and ratified {CRC} on 3 July 2013 and 4 May 2015")
    )
    assert (signed.act, signed.date) == ("signature", "2013-07-03")
    assert (ratified.act, ratified.date) == ("ratification", "2015-05-04")


def test_one_date_behind_two_verbs_is_not_taken_to_be_of_the_first() -> None:
    signed, ratified = treaty_claims(place_of(f"Fiji signed and ratified {CRC} on 3 July 2013"))
    assert (signed.date, signed.undated) == (None, True)
    assert (ratified.date, ratified.undated) == ("2013-07-03", False)


def test_what_was_done_later_with_the_same_treaty_is_a_claim_too() -> None:
    text = f"Fiji signed {CRC} on 3 July 2013 and ratified it on 4 May 2015, and Chad did not,"
    assert [(act, treaty, date) for act, _, treaty, date in acts(text)] == [
        ("signature", "crc", "2013-07-03"), ("ratification", "crc", "2015-05-04"),
    ]  # fmt: skip
    _, ratified = treaty_claims(place_of(f"Fiji signed {CRC} in 2013 but has not ratified it,"))
    assert (ratified.act, ratified.denied) == ("ratification", True)


def test_a_name_for_several_treaties_is_a_claim_on_each() -> None:
    text = "Noting that Fiji signed both International Covenants on 3 July 2013,"
    assert [(treaty, date) for _, _, treaty, date in acts(text)] == [
        ("iccpr", "2013-07-03"), ("icescr", "2013-07-03"),
    ]  # fmt: skip


def test_one_date_for_several_treaties_is_not_taken_to_be_of_each() -> None:
    first, second = treaty_claims(place_of(f"Fiji signed {CRC} and {CAT} on 3 July 2013"))
    assert (first.shared, second.shared) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        f"Urges the early ratification by Fiji of {CRC};",
        f"Calls upon Fiji to sign and ratify {CRC};",
        f"Encourages the accession of Fiji to {CRC} by 2025;",
        f"Reaffirming the importance of the ratification by Fiji as soon as possible of {CRC},",
        f"Fiji should have ratified {CRC} in 2004",
        f"Noting that {CRC} was opened for signature on 26 January 1990,",
        f"Welcoming the decision of Fiji of 4 May 2013 to ratify {CRC},",
        f"Fiji’s parliament approved the ratification of {CRC} on 4 May 2013",
        "Welcoming the signing of the Juba Peace Agreement in Juba on 3 October 2020 by Sudan,",
    ],
)
def test_what_is_urged_planned_or_another_act_is_no_claim(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"Awaiting the ratification of {CRC} by Fiji,",
        f"Regretting that the ratification of {CRC} by Fiji has been delayed since 2008,",
        f"Noting the debate on the ratification of {CRC} by Fiji in 2009,",
        f"Regretting the non-ratification of {CRC} by Fiji,",
        f"Noting Fiji’s long-awaited ratification of {CRC},",
        f"Convinced that the accession of Fiji to {CRC} would strengthen trust,",
        f"Noting that the ratification by Fiji of {CRC} in 2005 never came to pass,",
        f"Welcomes the ratification by Fiji of {CRC}, when it happens;",
        f"Supports the ratification of {CRC} by Fiji;",
        f"Welcomes the ratification of {CRC} by Fiji without further delay;",
        f"Considers the accession of Fiji to {CRC} indispensable;",
    ],
)
def test_a_noun_that_nothing_takes_for_done_is_no_claim(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"Noting that it is not true that Fiji has ratified {CRC},",
        f"Noting that no one can say that Fiji ratified {CRC},",
        f"Rejecting the allegation that Fiji ratified {CRC} in 2001,",
        f"Noting that if Fiji ratified {CRC}, it would report,",
        f"Noting that the Committee asked in 2012 whether Fiji ratified {CRC} in 2009,",
        f"Noting that nobody believes that Fiji acceded to {CRC} in 2004,",
        f"Noting that Fiji allegedly ratified {CRC} in 2004,",
        f"Noting that all States except Fiji have ratified {CRC},",
        f"Noting that neither Chad nor Fiji has ratified {CRC},",
        f"Noting that the neighbours of Fiji ratified {CRC} in 2004,",
        f"Had Fiji ratified {CRC} in 2004, it would have reported,",
        f"Denies that Fiji ratified {CRC};",
        f"Fiji ratified {CRC}, it is said, in 2001,",
        f"Has Fiji ratified {CRC}?",
    ],
)
def test_what_stands_under_a_negation_a_question_or_a_saying_is_no_claim(text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        f"Welcoming the ratification of {CRC} by Fiji, and encouraging others to follow,",
        f"welcoming peace and, in this regard, noting the ratification by Fiji of {CRC},",
        f"Congratulating Fiji on its ratification of {CRC},",
        f"Noting that Chad made progress and that Fiji ratified {CRC},",
        f"Deeply concerned that nothing has changed, and noting that Fiji ratified {CRC},",
        f"Fiji deposited with the Secretary-General its instrument of ratification of {CRC},",
    ],
)
def test_what_is_taken_for_done_is_a_claim_whatever_stands_around_it(text: str) -> None:
    assert acts(text) == [("ratification", "Fiji", "crc", None)]


@pytest.mark.parametrize(
    "between",
    [
        "unlike Chad",
        "a neighbour of Chad",
        "at the request of Chad",
        "whose border with Chad is closed",
    ],
)
def test_a_state_in_a_parenthesis_is_not_who_did_it(between: str) -> None:
    text = f"Noting that Fiji, {between}, ratified {CRC} on 3 May 2004,"
    assert acts(text) == [("ratification", "Fiji", "crc", "2004-05-03")]


def test_a_verb_behind_a_lone_comma_is_nobodys() -> None:
    assert acts(f"Noting that the people, and Fiji, ratified {CRC} in 2004,") == []


def test_what_was_not_done_is_claimed_as_such() -> None:
    signed, ratified = treaty_claims(place_of(f"Fiji has signed but not yet ratified {CRC}"))
    assert (signed.act, signed.denied) == ("signature", False)
    assert (ratified.act, ratified.denied) == ("ratification", True)
    (claim,) = treaty_claims(place_of(f"Fiji is not a party to {CRC}"))
    assert claim.denied
    both = treaty_claims(place_of(f"Fiji and Chad are not parties to {CRC}"))
    assert [each.denied for each in both] == [
        True, True,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "has yet to ratify", "did not ratify", "has failed to ratify", "has still not ratified",
        "has yet to sign or ratify",
    ],
)  # fmt: skip
def test_what_is_yet_to_be_done_is_claimed_as_not_done(words: str) -> None:
    claims = list(treaty_claims(place_of(f"Noting that Fiji {words} {CRC}")))
    assert {each.act for each in claims} >= {"ratification"}
    assert all(each.denied for each in claims)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Noting that both Fiji and Chad acceded to {CRC} in 1973", ["Fiji", "Chad"]),
        (f"Noting that Fiji, Chad and Japan have all ratified {CRC}", ["Fiji", "Chad", "Japan"]),
        (f"Noting that Fiji, as well as Chad, has ratified {CRC}", ["Fiji", "Chad"]),
        (f"Noting that {CRC} was ratified by Fiji, Chad and Japan", ["Fiji", "Chad", "Japan"]),
    ],
)
def test_of_a_list_each_is_claimed(text: str, expected: list[str]) -> None:
    assert [subject for _, subject, _, _ in acts(text)] == expected


def test_states_that_follow_have_each_the_day_behind_them() -> None:
    text = f"Noting that Fiji acceded to {CRC} on 3 May 2004, Chad on 4 May 2005 and Japan in 2006"
    assert [(subject, date) for _, subject, _, date in acts(text)] == [
        ("Fiji", "2004-05-03"), ("Chad", "2005-05-04"), ("Japan", "2006"),
    ]  # fmt: skip
    assert acts(f"{text} signed {CAT}") != acts(text)


@pytest.mark.parametrize(
    "text",
    [
        f"Noting that Montserrat, a Territory of Fiji, ratified {CRC} in 1999",
        f"Noting that {CRC} was extended to Montserrat by Fiji in 1994",
        f"Noting that Fiji ratified {CRC} on behalf of Montserrat on 7 September 1994",
        f"Welcoming the ratification by Fiji on behalf of Montserrat of {CRC} in 1994",
    ],
)
def test_what_is_of_a_territory_is_not_of_the_state_beside_it(text: str) -> None:
    assert [date for _, _, _, date in acts(text) if date] == []


def test_the_entry_into_force_for_a_state_is_read_as_such() -> None:
    (claim,) = treaty_claims(place_of(f"Recalling that {CRC} entered into force for Fiji in 1993"))
    assert (claim.value, claim.subject, claim.date) == ("in force", "Fiji", "1993")


def test_the_year_in_a_treatys_name_is_not_the_year_of_an_act() -> None:
    (claim,) = treaty_claims(
        place_of("Noting Fiji’s ratification of the Convention on the Rights of the Child 1989,")
    )
    assert claim.date is None


def reviews(text: str, about: str | None = None) -> list[Claim]:
    return list(review_claims(place_of(text), about))


@pytest.mark.parametrize(
    ("text", "cycle", "date"),
    [
        ("Fiji took part in the second cycle of the Universal Periodic Review (UPR) on 1 May 2014",
         "cycle 2", "2014-05-01"),
        ("the third universal periodic review of Fiji, held in Geneva on 6 November 2019",
         "cycle 3", "2019-11-06"),
        ("on 11 February 2010 Fiji underwent its first review under the universal periodic review",
         "cycle 1", "2010-02-11"),
        ("Fiji was reviewed under the universal periodic review in 2010", "", "2010"),
    ],
)  # fmt: skip
def test_a_review_is_read_with_its_cycle_and_date(text: str, cycle: str, date: str) -> None:
    (claim,) = reviews(text)
    assert (claim.act, claim.subject, claim.object, claim.date) == ("review", "Fiji", cycle, date)


def test_the_adoption_of_an_outcome_is_no_review() -> None:
    assert (
        reviews("the adoption of the outcome of the universal periodic review of Fiji in 2014")
        == []
    )


def test_a_clause_that_names_no_state_is_of_the_one_that_the_title_names() -> None:
    text = (
        "all universal periodic review recommendations from its first cycle, in 2010, and its "
        "second cycle, in 2014"
    )
    assert [(c.subject, c.object, c.date) for c in reviews(text, "Fiji")] == [
        ("Fiji", "cycle 1", "2010"), ("Fiji", "cycle 2", "2014"),
    ]  # fmt: skip
    assert reviews(text) == []


@pytest.mark.parametrize(
    ("text", "value", "cycle"),
    [
        ("acceptance by the Government of Fiji of 132 of the 262 recommendations made in the third "
         "cycle of the universal periodic review",
         "accepted: 132, of: 262", "cycle 3"),
        ("Fiji accepted 97 recommendations in its first universal periodic review", "accepted: 97",
         "cycle 1"),
        ("the second cycle of the universal periodic review of Fiji, and progress in implementing "
         "the previous recommendations it accepted",
         "accepted: some", "cycle 1"),
    ],
)  # fmt: skip
def test_what_was_accepted_is_read_with_its_figures(text: str, value: str, cycle: str) -> None:
    (claim,) = [each for each in reviews(text) if each.act == "recommendations"]
    assert (claim.value, claim.object) == (value, cycle)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fiji underwent its third universal periodic review on 6 November 2019 and Chad its third "
         "on 13 November 2018",
         [("Fiji", "cycle 3", "2019-11-06"), ("Chad", "cycle 3", "2018-11-13")]),
        ("Fiji and Chad were reviewed under the universal periodic review on 6 November 2019 and "
         "13 November 2018, respectively",
         [("Fiji", "", "2019-11-06"), ("Chad", "", "2018-11-13")]),
        ("Fiji and Chad were reviewed under the universal periodic review on 6 November 2019 and "
         "13 November 2018",
         [(SEVERAL, "", "2019-11-06")]),
        ("the third-cycle review of Fiji on 6 November 2019", [("Fiji", "cycle 3", "2019-11-06")]),
        ("Fiji was reviewed for the third time under the universal periodic review in 2019",
         [("Fiji", "cycle 3", "2019")]),
    ],
)  # fmt: skip
def test_each_review_of_a_clause_has_its_state(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert [(c.subject, c.object, c.date) for c in reviews(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Fiji was reviewed for the second time in 2014 and accepted 132 of the 262 "
        "recommendations made to it in 2019",
        "the universal periodic review of Fiji of 6 November 2019, at which it accepted 132 of "
        "262 recommendations",
    ],
)
def test_recommendations_are_of_the_cycle_in_which_they_were_made(text: str) -> None:
    (claim,) = [each for each in reviews(text) if each.act == "recommendations"]
    assert (claim.object, claim.value) == ("cycle 3", "accepted: 132, of: 262")


def test_what_others_recommended_is_no_review() -> None:
    assert reviews("Fiji accepted the recommendations of the Board of Auditors") == []


PIECES = [
    "Fiji ", "signed ", "ratified ", f"{CRC} ", "on 3 May 2004 ", "by ", "of ", "not ",
    "signature ", "universal periodic review ", "second cycle ", "31 April 2014 ",
    "accepted 12 recommendations ", "had ", "until ", "by the end of ", "neither ", "nor ",
    "reviewed for the second time ", "and Chad its third ", "that same year ", "or ",
    *",;.()09İſ\u201c\u2019'-\n \ue000\ue001\ue002",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_property_any_text_has_claims_whose_spans_lie_in_it(text: str) -> None:
    place = place_of(text)
    for claim in (*treaty_claims(place), *review_claims(place, "Fiji")):
        assert 0 <= claim.span.start < claim.span.end <= len(text)
