"""What a program gives a function is checked as what a person writes on the command line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from counterdraft.errors import BadQuery
from counterdraft.jobs.against import Beside
from counterdraft.jobs.flag import flag_file
from counterdraft.jobs.parse import parse_sources
from counterdraft.jobs.registers import import_registers, registers_at
from counterdraft.jobs.verify import verify_file
from counterdraft.jobs.vote_blocs import Asked, compare_states
from counterdraft.jobs.vote_history import history_of, sponsors_of
from counterdraft.jobs.votes import Where, import_votes, votes_folder, votes_of
from counterdraft.model.given import date_given, day_given, names, several

ARTICLE = "examples/article.txt"
REGISTERS = "examples/registers"
NO_DAYS = ("14 October 2014", "2014-2-1", "Oct 2014", "99", "2014-10", "2014-02-30", "01/02/2010")


def test_one_name_is_one_and_not_its_letters() -> None:
    assert names("text.xml") == names(Path("text.xml")) == names(["text.xml"]) == ("text.xml",)
    assert names(None) == names(()) == ()
    assert several(74) == (74,)
    assert several("GA") == ("GA",)


def test_a_date_may_be_a_value_of_python() -> None:
    assert day_given(dt.datetime(2014, 10, 15, 9, 30), "x") == "2014-10-15"  # noqa: DTZ001
    assert date_given(dt.date(2014, 10, 15), "x") == "2014-10-15"
    assert date_given(2014, "x") == "2014"


@pytest.mark.parametrize("day", NO_DAYS)
def test_what_is_no_day_is_refused_and_not_compared(day: str) -> None:
    with pytest.raises(BadQuery, match="is no day"):
        history_of("dprk", as_of=day)
    with pytest.raises(BadQuery, match="is no day"):
        sponsors_of("dprk", as_of=day)
    with pytest.raises(BadQuery, match="is no day"):
        verify_file(ARTICLE, paths=REGISTERS, as_of=day)


def test_a_series_is_told_as_of_a_day() -> None:
    found = history_of("dprk", as_of="2014-10-15")
    assert len(found.years) == 9
    with pytest.raises(BadQuery, match="is no date"):
        import_registers(REGISTERS, Path("nowhere"), "last year")


def test_one_claim_is_one_claim() -> None:
    found = history_of("dprk", claims="a majority of all members")
    assert len(found.claims) == 1


BAD: tuple[tuple[dict[str, Any], str], ...] = (
    ({"since": "01/02/2010"}, "is no date"), ({"until": "2010-2"}, "is no date"),
    ({"since": "2012", "until": "2010"}, "it ends before '2012'"),
    ({"bodies": "Senate"}, "no body is called"), ({"sessions": "x"}, "is no session"),
    ({"issues": ("salt",)}, "no issue is called"), ({"matters": ("texts",)}, "none of them"),
    ({"modes": ("recorded",)}, "none of them"),
)  # fmt: skip


@pytest.mark.parametrize(("given", "said"), BAD)
def test_a_filter_that_is_none_is_refused(given: dict[str, Any], said: str) -> None:
    with pytest.raises(BadQuery, match=said):
        Where(**given)


def test_a_filter_takes_what_the_command_line_takes() -> None:
    given: dict[str, Any] = {
        "bodies": "GA", "sessions": (74, "76-78,es-11"), "symbols": "62/167",
        "issues": "Human rights", "matters": "text", "modes": ("Recorded vote",), "since": 2010,
    }  # fmt: skip
    found = Where(**given)
    assert found == Where(
        bodies=("General Assembly",), sessions=("74", "76", "77", "78", "ES-11"),
        symbols=("A/RES/62/167",), issues=("hr",), matters=("text",), modes=("recorded vote",),
        since="2010",
    )  # fmt: skip


def test_votes_are_found_by_what_bodies_and_sessions_are_called(tmp_path: Path) -> None:
    folder = votes_folder(tmp_path)
    import_votes("examples/votes", folder)
    named = votes_of(folder, Where(bodies=("C3",), sessions=("79-80",)))
    assert [each.body for each in named] == ["Third Committee"]


def test_a_comparison_refuses_dates_and_matters_that_are_none() -> None:
    for asked in (Asked(since="2010-2"), Asked(until="June 2010")):
        with pytest.raises(BadQuery, match="is no date"):
            compare_states(asked, ["Norway", "Cuba"])
    with pytest.raises(BadQuery, match="There are: text, paragraph"):
        compare_states(Asked(matters="paragraphs"), ["Norway", "Cuba"])  # type: ignore[arg-type]
    one = compare_states(Asked(matters="text", minimum=1), ["Norway", "Cuba"])  # type: ignore[arg-type]
    assert "on whole texts" in one.told().bounds or "Votes (text)" in one.told().bounds


def test_one_path_by_itself_is_one_source(tmp_path: Path) -> None:
    text = tmp_path / "one.txt"
    text.write_bytes(Path(ARTICLE).read_bytes())
    assert [each.name for each in parse_sources(str(text))] == [str(text)]
    assert [each.name for each in parse_sources(text)] == [str(text)]
    assert len(registers_at(REGISTERS)) == len(registers_at([REGISTERS]))


def test_one_sponsor_by_itself_is_one_sponsor() -> None:
    one = flag_file(ARTICLE, Beside(sponsors="Orlavia"))  # type: ignore[arg-type]
    same = flag_file(ARTICLE, Beside(sponsors=("Orlavia",)))
    assert one.findings == same.findings
