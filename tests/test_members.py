"""Who was a Member of the United Nations on which day, and which Member a name means."""

from __future__ import annotations

import pytest

from counterdraft.lexicon.members import (
    candidates,
    line_of,
    member_of,
    members,
    members_on,
    nearest_names,
)

# How many Members there were at the end of a year: United Nations, Growth in membership.
GROWTH = {
    1945: 51, 1946: 55, 1947: 57, 1948: 58, 1949: 59, 1950: 60, 1955: 76, 1956: 80, 1957: 82,
    1958: 82, 1960: 99, 1961: 104, 1962: 110, 1964: 115, 1966: 122, 1967: 123, 1968: 126,
    1970: 127, 1971: 132, 1973: 135, 1974: 138, 1975: 144, 1976: 147, 1977: 149, 1978: 151,
    1979: 152, 1980: 154, 1981: 157, 1983: 158, 1984: 159, 1990: 159, 1991: 166, 1992: 179,
    1993: 184, 1994: 185, 1999: 188, 2000: 189, 2002: 191, 2006: 192, 2011: 193, 2024: 193,
}  # fmt: skip


@pytest.mark.parametrize(("year", "count"), GROWTH.items())
def test_as_many_members_as_the_un_counts(year: int, count: int) -> None:
    assert len(members_on(f"{year}-12-31")) == count


@pytest.mark.parametrize(
    ("name", "date", "code"),
    [
        ("Russia", "1980-11-01", "SUN"),
        ("RUSSIAN FEDERATION", "1995-11-01", "RUS"),
        ("USSR", "1995-11-01", "RUS"),  # a source that kept the old name
        ("365", "1970-11-01", "SUN"),
        ("China", "1960-11-01", "ROC"),
        ("China", "1972-11-01", "CHN"),
        ("TÜRKİYE", "2024-11-01", "TUR"),
        ("CÔTE D’IVOIRE", "1990-11-01", "CIV"),
        ("Yemen", "1970-11-01", "YAR"),
        ("678", "1990-12-06", "YEM"),
        ("Yugoslavia", "1990-11-01", "YUG"),
        ("Yugoslavia", "2002-11-01", "SRB"),
        ("Tanzania", "1963-11-01", "TAN"),
        ("PRK", "2014-11-18", "PRK"),
        ("KP", "2014-11-18", "PRK"),
    ],
)
def test_a_name_means_a_member_on_a_day(name: str, date: str, code: str) -> None:
    found = member_of(name, date)
    assert found is not None
    assert (found.code, found.on(date)) == (code, True)


def test_a_state_that_was_no_member_yet_is_known_and_is_none() -> None:
    found = member_of("South Sudan", "2000-01-01")
    assert found is not None
    assert not found.on("2000-01-01")


def test_an_unknown_name_is_nobody_and_the_nearest_is_told() -> None:
    assert candidates("Frnace") == ()
    assert member_of("Frnace", "2000-01-01") is None
    assert nearest_names("Frnace")[0] == "France"
    assert nearest_names("Kenia") == ("Kenya",)
    assert nearest_names("Korea") == (
        "Democratic People's Republic of Korea", "Republic of Korea",
    )  # fmt: skip


@pytest.mark.parametrize("name", ["Montserrat", "Norwegen", "Kosovo", "Taiwan", "Niue", "Atlantis"])
def test_what_only_has_some_letters_of_a_state_is_near_none(name: str) -> None:
    assert nearest_names(name) == ()


def test_a_month_is_any_of_its_days_and_all_of_them() -> None:
    bahrain = members()["BHR"]  # admitted on 21 September 1971
    assert bahrain.on("1971-09")
    assert not bahrain.throughout("1971-09")
    assert bahrain.throughout("1971-10")
    assert not bahrain.on("1971-08")
    slovakia = members()["CSK"]
    assert slovakia.on("1992-12")
    assert not slovakia.on("1993-01")
    assert not slovakia.on("1993")


def test_days_away_and_days_in_silence() -> None:
    assert not members()["SYR"].on("1960-01-01")
    assert members()["IDN"].on("1964-12-31")
    assert not members()["IDN"].on("1965-06-01")
    south_africa = members()["ZAF"]
    assert south_africa.on("1980-01-01")
    assert "A/PV.2281" in (south_africa.silence("1980-01-01") or "")
    assert south_africa.silence("1995-01-01") is None


def test_every_link_leads_to_a_member() -> None:
    for member in members().values():
        for code in (member.continues, *member.succeeds):
            assert code is None or code in members()
        assert member.since < member.until
    assert line_of("RUS") == line_of("SUN") == ("SUN", "RUS")
