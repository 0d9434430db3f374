"""Dates, periods and sessions: as precise as the text, and no more."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.lexicon.dates import ordinals
from counterdraft.model import DateMention, Span
from counterdraft.parse.dates import find_dates, iso
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from counterdraft.text.straight import straighten


def found(words: str) -> tuple[DateMention, ...]:
    text = straighten(words)
    return find_dates(text, Span(0, len(text)))


@pytest.mark.parametrize(
    ("words", "kind", "start", "end"),
    [
        ("on 1 May 2014", "day", "2014-05-01", "2014-05-01"),
        ("on 1\u00a0May\u00a02014", "day", "2014-05-01", "2014-05-01"),
        ("on May 1, 2014", "day", "2014-05-01", "2014-05-01"),
        ("on 1st May 2014", "day", "2014-05-01", "2014-05-01"),
        ("in May 2014", "month", "2014-05", "2014-05"),
        ("in 2014", "year", "2014", "2014"),
        ("on 6th February 2023", "day", "2023-02-06", "2023-02-06"),
        ("from 3 to 5 June 2015", "period", "2015-06-03", "2015-06-05"),
        ("on 3–5 June 2015", "period", "2015-06-03", "2015-06-05"),
        ("from 31 May to 2 June 2015", "period", "2015-05-31", "2015-06-02"),
        ("from 30 December 2015 to 2 January 2016", "period", "2015-12-30", "2016-01-02"),
        ("from June 2014 to July 2015", "period", "2014-06", "2015-07"),
        ("from June to July 2015", "period", "2015-06", "2015-07"),
        ("in the biennium 2012–2013", "period", "2012", "2013"),
        ("in 2012-13", "period", "2012", "2013"),
        ("by mid-2027", "year", "2027", "2027"),
        ("by end-March 2027", "month", "2027-03", "2027-03"),
        ("on 31.12.2027", "day", "2027-12-31", "2027-12-31"),
        ("on 12/31/2027", "day", "2027-12-31", "2027-12-31"),
        ("on 31/12/2027", "day", "2027-12-31", "2027-12-31"),
    ],
)
def test_a_date_is_read(words: str, kind: str, start: str, end: str) -> None:
    (mention,) = found(words)
    assert (mention.kind, mention.start, mention.end) == (kind, start, end)


def test_which_figure_is_the_month_is_left_open_where_both_may_be() -> None:
    (mention,) = found("by 3/4/2027")
    assert (mention.kind, mention.text, mention.start) == ("day", "3/4/2027", None)


@pytest.mark.parametrize("words", ["the 2030 Agenda for Salt", "Agenda 2063: The Salt We Want"])
def test_a_year_in_the_name_of_an_agenda_is_no_date(words: str) -> None:
    assert found(words) == ()


@pytest.mark.parametrize(
    ("words", "session"),
    [
        ("at its eightieth session", 80),
        ("its eighty-first session", 81),
        ("during its seventy-ninth session", 79),
        ("at its twenty-fifth special session", 25),
        ("at the 15th session", 15),
        ("at its hundredth session", 100),
        ("at its one hundred and fifth session", 105),
        ("at its first resumed organizational session", 1),
    ],
)
def test_a_session_has_its_number(words: str, session: int) -> None:
    (mention,) = found(words)
    assert (mention.kind, mention.session, mention.start) == ("session", session, None)


def test_a_session_is_named_with_the_words_that_place_it() -> None:
    (mention,) = found("and decides to consider it at its eightieth session again")
    assert mention.text == "at its eightieth session"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "paragraph 12",
        "resolution 1718 (2006)",
        "resolution 2014/3",
        "A/RES/2014/1",
        "1,500 people",
        "2000.5 tons",
        "in the session of the day",
        "a March of 500 persons",
        "He may 20 times",
        "2014-2012",
    ],
)
def test_what_is_no_date(words: str) -> None:
    assert [m for m in found(words) if m.kind != "year"] == []


@pytest.mark.parametrize(
    "words", ["31 February 2014", "30 February 2014", "45 May 2014", "0 May 2014"]
)
def test_a_day_that_no_calendar_has_is_no_day(words: str) -> None:
    assert [mention for mention in found(f"on {words}") if mention.kind == "day"] == []


@pytest.mark.parametrize("words", ["resolution 1718 (2006)", "resolution 2014/3", "A/RES/2014/1"])
def test_the_year_of_a_symbol_is_no_date(words: str) -> None:
    assert found(words) == ()


def test_several_dates_come_in_their_order() -> None:
    words = "in 2014, at its eightieth session, from 1 to 3 May 2015 and on 4 June 2016"
    assert [mention.kind for mention in found(words)] == ["year", "session", "period", "day"]


def test_nothing_outside_of_the_span_is_read() -> None:
    text = "in 2014, on 1 May 2015"
    assert [mention.text for mention in find_dates(text, Span(0, 8))] == ["2014"]


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}"])
)
def test_property_every_day_is_read_as_the_calendar_has_it(day: date, form: str) -> None:
    months = "January February March April May June July August September October November December"
    words = form.format(d=day.day, m=months.split()[day.month - 1], y=day.year)
    (mention,) = found(f"on {words},")
    assert mention.start == day.isoformat()


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("2014", "May", "1"), "2014-05-01"),
        (("2014", "May", None), "2014-05"),
        (("2014", None, None), "2014"),
        ((None, "May", "1"), None),
        (("2014", "May", "32"), None),
        (("2014", "May", "0"), None),
        (("2014", "February", "30"), None),
        (("2016", "February", "29"), "2016-02-29"),
    ],
)
def test_iso_is_as_precise_as_what_is_given(
    parts: tuple[str | None, str | None, str | None], expected: str | None
) -> None:
    assert iso(*parts) == expected


@pytest.mark.parametrize(
    ("word", "value"),
    [("first", 1), ("twelfth", 12), ("twentieth", 20), ("thirty-third", 33), ("ninety-ninth", 99)],
)
def test_ordinals(word: str, value: int) -> None:
    assert ordinals()[word] == value


def test_each_ordinal_is_another_number() -> None:
    assert len(set(ordinals().values())) == len(ordinals())


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("entered into force on 2 April 2013 and 24 December 2014, respectively", 2),
        ("its decisions of 20 December 2018 and 10 July 2019", 2),
        ("the meetings held on 12 and 20 March 2020", 2),
        ("in March and June 2020", 2),
        ("the meeting held on 4 and 5 March 2013", 1),
        ("the summit of 31 March and 1 April 2016", 1),
        ("held between 3 and 7 March 2020", 1),
        ("held between June 2014 and July 2015", 1),
        ("held from 3 to 7 March 2020", 1),
    ],
)
def test_two_days_joined_by_and_are_no_period_unless_they_follow_each_other(
    words: str, days: int
) -> None:
    mentions = found(words)
    assert len(mentions) == days
    assert all(words[each.span.start : each.span.end] == each.text for each in mentions)
    assert [each.kind == "period" for each in mentions] == [days == 1] * days
    if days == 2:
        assert all(each.start == each.end for each in mentions)


@pytest.mark.parametrize(
    "words",
    [
        "its resolutions 2042 (2012), 2043 (2012) and 1929(2010)",
        "its resolution 1904 (XVIII) and its resolution 2026 B (XX)",
        "resolution 1967 (ES-II)",
    ],
)
def test_the_number_of_a_resolution_is_no_year(words: str) -> None:
    assert found(words) == ()


def test_a_year_before_an_aside_that_is_none_of_a_resolution_is_a_year() -> None:
    mentions = found("in 2011 (2012 at the latest), and in 2005 (paragraph 3)")
    assert [each.start for each in mentions] == ["2011", "2012", "2005"]


def test_the_number_of_a_document_cited_is_no_date_and_its_day_is() -> None:
    text = (
        "The Security Council,\n\nRecalling resolution 2046 and resolutions 2042 (2012) of "
        "14 April 2012 and 2043 (2012),\n\n1. Recalls what was done in 2012;\n\n2. Notes it."
    )
    (resolution,) = parse(from_text(text.encode(), "x"))
    assert [each.text for p in resolution.paragraphs for each in p.dates] == [
        "14 April 2012", "2012",
    ]  # fmt: skip


def test_a_year_in_the_name_of_a_treaty_is_no_date_and_a_day_is() -> None:
    text = (
        "The General Assembly,\n\nRecalling the Maritime Labour Convention, 2006, and what came "
        "in 2006,\n\n1. Recalls the Geneva Conventions of 12 August 1949."
    )
    (resolution,) = parse(from_text(text.encode(), "x"))
    assert [(each.text, each.kind) for p in resolution.paragraphs for each in p.dates] == [
        ("2006", "year"), ("12 August 1949", "day"),
    ]  # fmt: skip
