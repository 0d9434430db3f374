"""Terms and time limits that differ between two texts, and limits on what is asked."""

from __future__ import annotations

from counterdraft.compare.compare import compare
from tests.test_compare import ORDERS, changed, draft

MISSION = "Decides to extend the mandate of the Harbour Mission"


def told(
    a: tuple[str, ...], b: tuple[str, ...], rule: str, relation: str = "versions"
) -> list[str]:
    found = compare(draft(*a), draft(*b), relation).shifts  # type: ignore[arg-type]
    return [each.statement for each in found if each.rule == rule]


def test_for_how_long_and_until_when_is_decided_is_told_where_it_differs() -> None:
    a = f"{MISSION} for a period of nine months, that is, until 10 April 2027"
    b = f"{MISSION} for a period of six months, that is until 10 January 2027"
    first = "“for a period of nine months, that is, until 10 April 2027”"
    second = "“for a period of six months, that is until 10 January 2027”"
    (said,) = told(changed(4, a), changed(4, b), "deadline", "rivals")
    assert said == f"OP4 of both: the term is {first} in A, {second} in B"
    (said,) = told(changed(4, a), changed(4, b), "deadline")
    assert said == f"OP4: the term {first} became {second}"


def test_a_term_up_to_a_day_in_american_form_is_told_whole() -> None:
    a, b = (f"{MISSION} until July 31, {year}" for year in (2027, 2028))
    (said,) = told(changed(4, a), changed(4, b), "deadline", "rivals")
    assert said == "OP4 of both: the term is “until July 31, 2027” in A, “until July 31, 2028” in B"


def test_a_number_of_persons_is_no_term() -> None:
    a, b = (f"Authorizes the Harbour Mission to have up to {each} guards" for each in (2000, 1950))
    assert told(changed(4, a), changed(4, b), "deadline", "rivals") == []


def test_a_last_term_is_not_the_term_before() -> None:
    a = f"{MISSION} for the final period of 12 months, until 31 August 2027"
    (said,) = told(changed(4, f"{MISSION} until 31 August 2027"), changed(4, a), "deadline")
    assert "“until 31 August 2027” became “for the final period of 12 months, until" in said


def test_a_number_in_words_and_in_digits_is_the_same_term() -> None:
    a, b = (f"{MISSION} for a further period of {each} months" for each in ("twelve", "12"))
    assert told(changed(4, a), changed(4, b), "deadline") == []


def test_the_same_session_in_other_small_words_is_the_same_limit() -> None:
    a, b = (
        f"Requests the Secretary-General to report to the General Assembly at {each} eighty-second "
        "session on the salt works"
        for each in ("its", "the")
    )
    assert told(changed(3, a), changed(3, b), "deadline", "rivals") == []


def test_of_rivals_of_two_sessions_each_ones_next_session_is_the_same_limit() -> None:
    header = "A/C.3/{}/L.9\n\nGeneral Assembly\n\n{} session"
    a = draft(*ORDERS, header=header.format(81, "Eighty-first"))
    later = [words.replace("eighty-second", "eighty-third") for words in ORDERS]
    b = draft(*later, header=header.format(82, "Eighty-second"))
    assert [each for each in compare(a, b, "rivals").shifts if each.rule == "deadline"] == []


def test_a_limit_within_a_thing_that_is_new_itself_did_not_come_in() -> None:
    asked = "Invites the harbour towns of Orlavia to keep the lamps of the northern fortress lit"
    more = f"{asked}, to mend the old sluices, and to teach young pilots, as appropriate, in winter"
    assert told(changed(2, asked), changed(2, more), "qualifier") == []
    limited = f"{asked}, as appropriate"
    (said,) = told(changed(2, asked), changed(2, limited), "qualifier")
    assert said.startswith("OP2: gains “as appropriate”")


def test_whoever_is_asked_in_either_text_to_keep_it_informed_is_asked_for_a_report_in_both() -> (
    None
):
    asked = "Requests the Harbour Mission to light the quays, and"
    a = f"{asked} to keep the General Assembly informed of what became of every lamp in the bay"
    b = f"{asked} to give quarterly information to it on every lamp in the bay, of whatever make"
    assert told(changed(2, a), changed(2, b), "report") == []
    assert told(changed(2, a), changed(2, f"{asked} to mend every lamp in the bay"), "report") == [
        "OP2: no longer asks for a report or an update"
    ]


def test_what_is_made_subject_to_consent_is_limited() -> None:
    asked = "Decides to send a mission of inquiry to the northern fortress and to its salt works"
    (said,) = told(
        changed(2, asked), changed(2, f"{asked}, subject to the consent of the port"), "qualifier"
    )
    assert said.startswith("OP2: gains “subject to the consent of”")


ASKED = (
    "Invites the harbour towns of Orlavia to keep the lamps of the northern fortress lit in winter"
)


def test_as_well_as_relevant_bodies_is_no_limit() -> None:
    plain = f"{ASKED} with the pilots and relevant bodies of the port"
    more = f"{ASKED} with the pilots, as well as relevant bodies of the port"
    assert told(changed(2, plain), changed(2, more), "qualifier") == []


def test_a_clause_to_consider_something_else_limits_nothing_that_was_asked_before() -> None:
    more = f"{ASKED}, and to consider raising the wages of the keepers"
    assert told(changed(2, ASKED), changed(2, more), "qualifier") == []
    assert told(changed(2, more), changed(2, ASKED), "qualifier") == []


def test_what_is_now_to_be_done_was_to_be_considered_before() -> None:
    asked = "Invites the harbour towns of Orlavia to {} of the northern fortress before winter"
    done = asked.format("mend the lamps and the sluices")
    for words in ("consider mending the lamps and the sluices",
                  "consider ways to mend the lamps and the sluices"):  # fmt: skip
        (said,) = told(changed(2, asked.format(words)), changed(2, done), "qualifier")
        assert said.startswith("OP2: loses “to consider”")


def test_to_consider_in_the_name_of_a_meeting_limits_nothing() -> None:
    asked = f"{ASKED}, as the {{}} the Mending of Lamps recommended"
    plain, named = (asked.format(x) for x in ("Conference on", "Meeting of Towns to Consider"))
    assert told(changed(2, plain), changed(2, named), "qualifier") == []


def test_a_limit_that_went_with_the_clause_that_it_limited_was_not_lifted() -> None:
    more = f"{ASKED}, including by paying the keepers for the oil, as appropriate"
    assert told(changed(2, more), changed(2, ASKED), "qualifier") == []
    limited = f"{ASKED}, where possible, and to mend the sluices"
    (said,) = told(changed(2, f"{ASKED} and to mend the sluices"), changed(2, limited), "qualifier")
    assert said.startswith("OP2: gains “where possible”")
    through = (
        f"{ASKED}, where possible, through the old coastal guilds of ferry crews, among others"
    )
    assert told(changed(2, ASKED), changed(2, through), "qualifier") == []


def test_whoever_is_asked_elsewhere_to_submit_information_is_asked_for_a_report_still() -> None:
    asked = "Requests the Harbour Mission to submit to it information on the salt works and quays"
    more = f"{asked}, and to include in its next report what became of them"
    moved = (*ORDERS[:2], ORDERS[3], asked)
    a, b = (*ORDERS[:2], more, ORDERS[3]), moved
    assert told(a, b, "report") == []


REPORT = "Requests the Secretary-General to report to the General Assembly {} on the salt works"


def test_the_same_session_in_other_figures_is_the_same_limit() -> None:
    a, b = (REPORT.format(f"at its {each} session") for each in ("eighty-second", "82nd"))
    assert told(changed(3, a), changed(3, b), "deadline", "rivals") == []
    assert told(changed(3, a), changed(3, REPORT.format("at its 83rd session")), "deadline") == [
        "OP3: the time limit “at its eighty-second session” became “at its 83rd session”"
    ]


def test_a_term_is_not_set_against_the_time_limit_of_another_request() -> None:
    a = f"{MISSION} for a period of three years, and to rename it the Harbour Office"
    b = (
        "Decides not to extend the mandate of the Harbour Mission, and requests the Secretariat "
        "to close its files by 31 December 2026"
    )
    assert not any("31 December" in each for each in told(changed(4, a), changed(4, b), "deadline"))


def test_a_time_limit_that_went_with_its_request_was_not_lifted() -> None:
    noted = "Notes the steps that the harbour towns of Orlavia take to keep their lamps lit"
    more = f"{noted}, and requests the Secretariat to count the oil by 31 December 2026"
    assert told(changed(2, more), changed(2, noted), "deadline") == []
    assert told(changed(2, more), changed(2, more.replace(" by 31 December 2026", "")), "deadline")


def test_a_state_and_what_stands_in_apposition_to_it_are_one() -> None:
    asked = "Calls upon Israel, the occupying Power, to open the crossings"
    found = compare(draft(*changed(2, asked)), draft(*ORDERS), "rivals").addressed
    names = [each.name for each in found if each.class_ == "named_state" and each.a]
    assert names == ["Israel"]


def test_what_one_text_extends_and_the_other_ends_is_told_first() -> None:
    a = draft(*changed(4, f"{MISSION} until 30 November 2027"))
    endings = (
        "Decides not to extend the mandate of the Harbour Mission",
        "Decides to terminate the mandate of the Harbour Mission, with immediate effect",
        "Decides that the mandate of the Harbour Mission shall be terminated",
    )
    for ending in endings:
        found = compare(a, draft(*changed(4, ending)), "rivals")
        (shift,) = [each for each in found.shifts if each.rule == "lasting"]
        assert shift.direction == "lost"
        assert not [each for each in found.shifts if each.rule == "deadline"]
        assert any(each.text.startswith("A goes on with what B ends (1)") for each in found.summary)
    back = compare(draft(*changed(4, ending)), a, "versions").shifts
    assert [each.direction for each in back if each.rule == "lasting"] == ["gained"]
    assert (
        told(
            (*changed(4, f"{MISSION} until 30 November 2026"),),
            changed(4, f"{MISSION} until 30 November 2027"),
            "lasting",
        )
        == []
    )


def _of_two_sessions(before: str, now: str) -> list[str]:
    """What is told of a limit in the texts of two sessions that follow on each other."""
    header = "A/C.3/{}/L.9\n\nGeneral Assembly\n\n{} session"
    asks = "Requests the Secretary-General to name the wardens {}"
    a = draft(*changed(3, asks.format(before)), header=header.format(80, "Eightieth"))
    b = draft(*changed(3, asks.format(now)), header=header.format(81, "Eighty-first"))
    return [each.statement for each in compare(a, b, "versions").shifts if each.rule == "deadline"]


def test_a_limit_a_year_later_is_the_same_limit_only_on_about_the_same_day() -> None:
    for before, now in (
        ("by 1 February 2026", "by 1 February 2027"), ("by 30 April 2026", "by 29 April 2027"),
        ("by 29 February 2028", "by 28 February 2029"), ("by June 2026", "by June 2027"),
    ):  # fmt: skip
        assert _of_two_sessions(before, now) == []
    for before, now in (
        ("by 1 February 2027", "by 1 November 2027"), ("by 30 June 2026", "by 31 January 2027"),
        ("by June 2026", "by December 2026"), ("by 31 December 2026", "by 31 March 2027"),
    ):  # fmt: skip
        (said,) = _of_two_sessions(before, now)
        assert f"“{before}” became “{now}”" in said
