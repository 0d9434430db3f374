"""By when something is asked, and for how long it is decided."""

from __future__ import annotations

import pytest

from counterdraft.compare.compare import compare
from counterdraft.lexicon import deadlines as table
from counterdraft.model import Resolution
from counterdraft.parse.deadlines import _no_limit
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text


def read(words: str, organ: str = "General Assembly") -> Resolution:
    text = f"The {organ},\n\nRecalling its rules,\n\n1. {words};\n\n2. Takes note of it."
    (resolution,) = parse(from_text(text.encode(), "x"))
    return resolution


def limits(words: str, organ: str = "General Assembly") -> tuple[str, ...]:
    return read(words, organ).paragraphs[1].deadlines


@pytest.mark.parametrize(
    "limit",
    [
        "at its fortieth ordinary session",
        "at its forty-second informal plenary session",
        "at its 2027 session",
        "at its 66th session",
        "at its upcoming session",
        "not later than 48 hours after the adoption of this resolution",
        "within 72 hours of the adoption of this resolution",
        "by the end of the year",
        "by January 31, 2027",
        "in 30 days",
        "in six months from the adoption of this resolution",
        "within twenty working days",
        "on a quarterly basis",
        "by 1 May",
        "by the same deadline",
        "twice a year",
        "every month",
        "not later than December 31, 2027",
        "by March 1st, 2027",
        "by the 1st of March 2027",
        "by midnight on 15 December 2026",
        "by mid-2027",
        "by early 2027",
        "by Q2 2027",
        "by 31.12.2027",
        "by 12/31/2027",
        "at the latest on 1 March 2027",
        "by 31 March and 30 September 2027",
        "by next summer",
        "by March, 1, 2027",
        "once per year",
        "no more than 15 working days after the sale",
    ],
)
def test_a_limit_is_told_in_the_words_of_the_text(limit: str) -> None:
    assert limits(f"Requests the Secretary-General to count the lamps {limit}") == (limit,)


def test_of_one_request_every_limit_is_told() -> None:
    (one,) = (
        read(
            "Requests the Special Rapporteur to submit an oral update at its sixty-fourth session "
            "and a comprehensive report at its sixty-sixth session"
        )
        .paragraphs[1]
        .addressees
    )
    assert one.deadlines == ("at its sixty-fourth session", "at its sixty-sixth session")
    assert one.deadline == one.deadlines[0]


def test_a_year_in_what_a_report_is_about_is_no_second_limit() -> None:
    assert limits(
        "Requests the Secretary-General to report by 30 June 2027 on the ending of darkness by 2030"
    ) == ("by 30 June 2027",)


def test_the_end_of_a_part_of_a_year_is_a_second_limit() -> None:
    assert limits(
        "Requests the Panel to report no later than the end of 2027 and to close no later than the "
        "end of the first quarter of 2028"
    ) == ("no later than the end of 2027", "no later than the end of the first quarter of 2028")


@pytest.mark.parametrize(
    "past",
    [
        "the report submitted to the Commission on Lamps at its sixtieth session",
        "the rules adopted by the Assembly of the Commission for Lamps, Wicks and Culture "
        "at its fourth session",
        "posts of lamplighters that have been vacant for 24 months or longer by the end of the "
        "2027/28 budget period",
        "the Convention on Lamps of 1961 as amended by the 1972 Protocol",
    ],
)
def test_what_was_done_at_a_session_or_by_a_day_is_no_limit(past: str) -> None:
    assert not limits(f"Requests the Secretary-General to look at {past}")


@pytest.mark.parametrize(
    "limit", ["by March 2027", "at its sixtieth session", "within three months"]
)
def test_what_is_to_be_submitted_is_limited(limit: str) -> None:
    assert limits(f"Requests the Secretary-General to see that a plan be submitted {limit}") == (
        limit,
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("to report in 30 days, and monthly thereafter", ("in 30 days", "monthly thereafter")),
        ("to report annually to the Council", ("annually",)),
        ("to submit its annual report to the Council", ()),
        ("to report in May 2027 on the lamps", ("in May 2027",)),
        ("to submit the list of the lamps that were shown at the fair held in May 2027", ()),
        ("to report on the results of this review by July 2027", ("by July 2027",)),
        ("to report on progress made by 15 July 2027", ("by 15 July 2027",)),
        ("to report on the progress made at its sixtieth session", ()),
        (
            "to address the Committee established by paragraph 4 no later than 8 April 2027",
            ("no later than 8 April 2027",),
        ),
        ("to mark the tenth of May of each year", ()),
    ],
)
def test_when_something_is_told_is_a_limit_and_when_something_was_is_none(
    words: str, expected: tuple[str, ...]
) -> None:
    assert limits(f"Requests the Secretary-General {words}") == expected


def test_a_limit_stands_though_nobody_is_asked_by_name() -> None:
    assert limits(
        "Demands an immediate end of the fighting, to begin not later than 48 hours after the "
        "adoption of this resolution",
        "Security Council",
    ) == ("not later than 48 hours after the adoption of this resolution",)


@pytest.mark.parametrize("session", ["agenda of its {}", "agenda for its {}"])
def test_texts_that_put_an_item_on_agendas_of_other_sessions_differ_in_no_limit(
    session: str,
) -> None:
    words = "Decides to include the item “Lamps” in the provisional " + session
    first, other = (read(words.format(f"{each} session")) for each in ("eightieth", "eighty-first"))
    assert [each.rule for each in compare(first, other).shifts] == []


@pytest.mark.parametrize(
    ("words", "term"),
    [
        (
            "Decides to renew the mandate of the Lamp Force for a period of six months, that is, "
            "until 31 December 2027, and requests it to report",
            "for a period of six months, that is, until 31 December 2027",
        ),
        (
            "Decides that the mandate of the Mission shall be extended until 31 March 2028",
            "until 31 March 2028",
        ),
        ("Decides to extend for nine months the mandate of the Panel", "for nine months"),
        ("Decides to extend it for a period of six (6) months", "for a period of six (6) months"),
        (
            "Decides to keep it for a new period terminating on 31 July 2027",
            "for a new period terminating on 31 July 2027",
        ),
        ("Decides to extend the mandate until July 31, 2027", "until July 31, 2027"),
        (
            "Decides, for a further period of 12 months from the date of this resolution, to renew "
            "the authorizations",
            "for a further period of 12 months from the date of this resolution",
        ),
        (
            "Authorizes the Member States that take part to keep, for an initial period of one "
            "year, the lamps lit",
            "for an initial period of one year",
        ),
    ],
)
def test_the_term_of_what_is_decided_is_told(words: str, term: str) -> None:
    assert limits(words, "Security Council") == (term,)


def test_how_long_a_thing_lasted_is_no_term() -> None:
    assert not limits("Decides not to abolish posts that have been vacant for 24 months or longer")
    assert not limits("Decides to convene a meeting of States for five days")


def test_two_texts_that_extend_by_other_terms_differ_in_that() -> None:
    first = "Decides to extend the mandate for a period of six months, that is, until 10 July 2027"
    other = "Decides to extend the mandate for a period of 9 months, that is until 10 October 2027"
    shifts = compare(read(first, "Security Council"), read(other, "Security Council")).shifts
    assert [(each.rule, each.direction) for each in shifts] == [("deadline", "replaced")]


@pytest.mark.parametrize("name", ["past", "since", "unless", "looked_at_again"])
def test_every_word_before_which_no_limit_is_told_is_seen(name: str) -> None:
    for word in getattr(table.limits(), name).replace("\\ ", " ").split("|"):
        assert _no_limit().search(f"the lamps {word} "), word
        assert not _no_limit().search(f"the lamps un{word} "), word


@pytest.mark.parametrize(
    "words",
    [
        # Facts and forecasts
        "train the keepers, bearing in mind that their share will reach only a tenth by 2050",
        "train the keepers, considering that the gap narrows, but by 2050, they will earn less",
        "light the quay, recalling that some of the targets were to be met by 2020",
        "light the quay before the regatta scheduled to take place by August 2027",
        "support the programme, which will run until 2027",
        "list those who formerly held office prior to 2002",
        "consider how it will advance the lighting of harbours by 2030",
        # Names
        "carry out the Roadmap for Lighting the Harbours in a Sustainable Manner by 2030",
        'carry out the plan entitled "Lamps for all by 2030"',
        "be guided in it by the 2021 report of the keepers",
        # Goals
        "raise the pace in order to light all harbours by 2030",
        "speed up the achievement of the Sustainable Development Goals by 2030",
        "fulfil their commitment to, by 2030, light all harbours",
        "hand the lamps over with the aim of the keepers taking the lead by December 2027",
        "enhance efforts to reach a hundred lamps by 2030",
    ],
)
def test_a_date_of_a_fact_a_name_or_a_goal_is_no_limit(words: str) -> None:
    assert limits(f"Calls upon Member States to {words}") == ()


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("light all harbours by 2030", "by 2030"),
        ("ensure, by 2030, that the quay is lit", "by 2030"),
        ("enhance efforts to train keepers, and, by 2030, light all harbours", "by 2030"),
        ("take measures to mend the lamps, to light all harbours by 2030", "by 2030"),
        ("end, as a goal of the plan, the dark in harbours, by 2030 at the latest", "by 2030"),
        ("take all steps to light the quay by the end of 2027", "by the end of 2027"),
        (
            "hand the lamps over with the aim of completing this by 3 May 2027",
            "by 3 May 2027",
        ),
        (
            "light the quay, noting that it is dark, and to report by 3 May 2027",
            "by 3 May 2027",
        ),
        (
            'consider the topic "Targets of the plan" at its fortieth session',
            "at its fortieth session",
        ),
    ],
)
def test_a_date_of_the_task_itself_is_a_limit(words: str, limit: str) -> None:
    assert limits(f"Calls upon Member States to {words}") == (limit,)


@pytest.mark.parametrize(
    "words",
    [
        "create, for an initial period of thirteen months from the adoption of this, a group",
        "set the Panel up for a period of 12 months from the date of this resolution",
        "deploy keepers for a period of not more than three months from its adoption",
    ],
)
def test_a_term_in_a_request_is_no_limit(words: str) -> None:
    assert limits(f"Requests the Secretary-General to {words}") == ()


def _limits_of(words: str) -> tuple[str, ...]:
    text = f"The General Assembly,\n\nRecalling it,\n\n1. {words};\n\n2. Takes note of it."
    (resolution,) = parse(from_text(text.encode(), "x"))
    return resolution.paragraphs[1].deadlines


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Urges States to join the forum that is held annually", ()),
        ("Decides to proclaim 4 May as Lamp Day, to be observed every year", ()),
        ("Urges States to end the fires that account for 100 deaths annually", ()),
        ("Requests the Secretary-General to tell the costs for each year", ()),
        ("Requests the Secretary-General to report annually", ("annually",)),
        ("Decides to hold the annual debate on lamps", ()),
        ("Requests the Secretary-General to convene a forum annually", ("annually",)),
    ],
)
def test_what_comes_again_limits_only_whoever_is_to_do_it(
    words: str, found: tuple[str, ...]
) -> None:
    assert _limits_of(words) == found


@pytest.mark.parametrize(
    ("words", "limits"),
    [
        (
            "Requests the Secretary-General to report within 60 days following talks with the "
            "keepers on lamps",
            ("within 60 days following talks with the keepers",),
        ),
        (
            "Requests the Panel to report within 90 days of the date on which it begins its work",
            ("within 90 days of the date on which it begins its work",),
        ),
        (
            "Requests the Panel to report, on 1 August 2031, and then every four months",
            ("on 1 August 2031", "every four months"),
        ),
        (
            "Requests the Panel to report within five (5) months on lamps",
            ("within five (5) months",),
        ),
        (
            "Decides to review the lamps after a period of ninety (90) days",
            ("after a period of ninety (90) days",),
        ),
        (
            "Decides to extend the mandate for a further period of twenty four months from its end",
            ("for a further period of twenty four months from its end",),
        ),
        ("Decides to review in one year's time the lamps", ("in one year's time",)),
        (
            "Urges States to keep the truce from the seventh day before the start of the Games "
            "of the thirty-third Festival until the seventh day following the end of them",
            (),
        ),
        (
            "Requests the Panel to meet within ten working days of the putting out of a lamp by "
            "one or more permanent keepers of the Harbour Council",
            (
                "within ten working days of the putting out of a lamp by one or more permanent "
                "keepers of the Harbour Council",
            ),
        ),
        (
            "Requests the Panel to report no later than thirty days prior to the end of its "
            "mandate to the Council with its findings",
            ("no later than thirty days prior to the end of its mandate",),
        ),
        (
            "Requests the Panel to report no later than thirty days after the adoption of this "
            "resolution and every 60 days thereafter on the lamps",
            ("no later than thirty days after the adoption of this resolution", "every 60 days"),
        ),
        (
            "Requests the Panel to report within six months of the renewal of the lamps and again "
            "prior to the end of the year",
            ("within six months of the renewal of the lamps", "prior to the end of the year"),
        ),
        (
            "Requests the Panel to report within ten days of the lighting ordered in paragraphs 5, "
            "8 and 10 above",
            ("within ten days of the lighting ordered in paragraphs 5, 8 and 10 above",),
        ),
        (
            "Requests the Panel to provide before the end of its mandate a final report on lamps",
            ("before the end of its mandate",),
        ),
        (
            "Decides that the Panel shall work for a period of twelve months from the date of "
            "expiration of the current mandate in December 2031 with its lamps",
            (
                "for a period of twelve months from the date of expiration of the current mandate "
                "in December 2031",
            ),
        ),
        (
            "Expresses its intention to review by 30 September 2031 the lamps",
            ("by 30 September 2031",),
        ),
        (
            "Decides to renew, for the period specified in paragraph 1 above, the lamps",
            ("for the period specified in paragraph 1 above",),
        ),
        (
            "Decides, for a further period ending on the date referred to in paragraph 1 above, "
            "that all States shall light lamps",
            ("for a further period ending on the date referred to in paragraph 1 above",),
        ),
    ],
)
def test_limits_as_the_security_council_sets_them(words: str, limits: tuple[str, ...]) -> None:
    text = f"The Security Council,\n\nRecalling its rules,\n\n1. {words};\n\n2. Notes it."
    (resolution,) = parse(from_text(text.encode(), "x"))
    assert resolution.paragraphs[1].deadlines == limits


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("15 days before the end of its mandate", "15 days before the end of its mandate"),
        ("at least five working days in advance", "at least five working days in advance"),
        ("in time for the debate", "in time for the debate"),
        ("before the 2025 Lamp Conference in Suva", "before the 2025 Lamp Conference in Suva"),
    ],
)
def test_a_limit_may_be_counted_back_or_be_an_event(words: str, limit: str) -> None:
    assert limits(f"Requests the Secretary-General to report {words}") == (limit,)


@pytest.mark.parametrize(
    "words",
    [
        "Invites States to speak in the debate, to be held at its eightieth session",
        "Requests States to keep to agreements signed prior to March 2019",
        "Requests the Secretary-General to send all documents relating to the consideration of "
        "lamps by the Assembly at its seventy-fifth session",
        "Decides to give Chad a period of three years before its graduation",
    ],
)
def test_the_day_of_an_event_is_no_limit(words: str) -> None:
    assert limits(words) == ()


@pytest.mark.parametrize(
    "words",
    [
        "no more than twice a year",
        "at least every four months",
        "at least biannually",
        "at least once every two years",
        "on at least a quarterly basis",
        "at the latest two weeks before the vote",
        "no more than five days before the vote",
    ],
)
def test_the_bound_of_a_limit_is_told_with_it(words: str) -> None:
    assert limits(f"Requests the Committee to report {words}") == (words,)


def test_a_limit_with_which_something_begins_may_stand_before_who_is_asked() -> None:
    words = "Invites, starting at its eightieth session, all States to light lamps"
    assert limits(words) == ("starting at its eightieth session",)


@pytest.mark.parametrize(
    "end",
    [
        "by the end of the period mentioned in paragraph 2",
        "by the end of its current mandate",
        "by the end of the second phase",
    ],
)
def test_by_the_end_of_a_period_is_a_limit_and_ends_with_it(end: str) -> None:
    assert limits(f"Requests the Committee to review {end} the lamps that it counted") == (end,)
    assert limits("Requests the Committee to win by the end of darkness") == ()


@pytest.mark.parametrize(
    "first",
    [
        "starting from its eightieth session",
        "beginning in June 2027",
        "beginning from 2027",
        "commencing on 1 January 2027",
        "starting 1 January 2027",
    ],
)
def test_when_something_is_to_begin_is_a_limit_where_it_is_set_off(first: str) -> None:
    assert limits(f"Requests the Committee to light lamps annually, {first}") == ("annually", first)
    assert limits(f"Requests the Committee to light lamps, {first}, and to count") == (first,)
    assert limits(f"Requests the Committee to study the year {first}") == ()


@pytest.mark.parametrize(
    "words", ["another period of twelve months", "a single period of four years"]
)
def test_another_or_a_single_period_is_a_term(words: str) -> None:
    assert limits(f"Decides to extend the mandate for {words}") == (f"for {words}",)
