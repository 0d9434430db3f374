"""Groups of Members by date: known days, own lists, and the lists of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterdraft.errors import LexiconError, UnknownBloc, UnknownState
from counterdraft.jobs.vote_blocs import blocs_named
from counterdraft.lexicon.blocs import Bloc, bloc_of, blocs, blocs_in, codes_of
from counterdraft.lexicon.members import members, members_on
from counterdraft.lexicon.states import group_names

REGIONAL = ("AFRICAN", "ASIA-PACIFIC", "EASTERN-EUROPEAN", "GRULAC", "WEOG")
REGISTER = (
    Path(__file__).parent.parent.parent / "shared" / "data" / "registers" / "intblocks.parquet"
)
# By the ids of internacia-db: those that are there only, as our table tells under "differs".
THEIRS = {
    "AFRICAN": ("AFRICANGROUP", set()),
    "ASIA-PACIFIC": ("ASIAPACIFICGROUP", {"ARM", "AUS", "AZE", "NZL"}),
    "EASTERN-EUROPEAN": ("EEG", set()),
    "GRULAC": ("GRULAC", set()),
    "WEOG": ("WEOG", set()),
    "EU": ("EU", set()),
    "NAM": ("NAM", {"MEX", "PS"}),
    "OIC": ("OIC", {"PS"}),
    "G77": ("G-77", {"CHN", "PS"}),
    "ASEAN": ("ASEAN", set()),
    "AU": ("AFUNION", set()),
    "ARAB-LEAGUE": ("LAS", {"PS"}),
    "CARICOM": ("CARICOM", {"AI", "BM", "CW", "KY", "MS", "TC", "VG"}),
    "GCC": ("CCASG", set()),
    "BRICS": ("BRICS", set()),
}


@pytest.mark.parametrize("bloc", blocs().values(), ids=lambda bloc: str(bloc.code))
def test_a_group_is_sound(bloc: Bloc) -> None:
    assert set(bloc.periods()) <= set(members())
    assert bloc.source
    assert bloc.known_from or bloc.as_of, "a list without dates must say of when it is"
    for spans in bloc.periods().values():
        assert all(first < end for first, end in spans)
        assert list(spans) == sorted(spans)
    assert bloc_of(bloc.name) == bloc
    assert bloc_of(bloc.code.lower()) == bloc


def test_names_are_those_of_the_texts() -> None:
    known = set(group_names().values())
    ours = {bloc.name for bloc in blocs().values()}
    assert ours - known == {"Non-Aligned Movement"}  # which texts call the Movement of …


@pytest.mark.parametrize(
    ("code", "date", "count"),
    [
        ("EU", "1957-12-31", 0), ("EU", "1958-01-01", 5), ("EU", "1973-01-01", 8),
        ("EU", "1973-09-18", 9), ("EU", "1995-01-01", 15), ("EU", "2004-05-01", 25),
        ("EU", "2013-07-01", 28), ("EU", "1995-01", 15), ("EU", "1994", 12),
        ("EU", "2020-01-31", 28), ("EU", "2020-02-01", 27),
        ("NAM", "2012-01-01", 119), ("NAM", "2025-01-01", 120), ("OIC", "2020-01-01", 56),
        ("AFRICAN", "2020-01-01", 54), ("ASEAN", "2025-10-25", 10), ("ASEAN", "2025-10-26", 11),
        ("GCC", "1981-05-24", 0), ("GCC", "1981-05-25", 6), ("BRICS", "2009-12-31", 4),
        ("BRICS", "2025-02-01", 10), ("ARAB-LEAGUE", "1945-12-31", 5), ("CARICOM", "1973-08-02", 4),
    ],
)  # fmt: skip
def test_how_many_members_it_had(code: str, date: str, count: int) -> None:
    assert len(blocs()[code].members_on(date)) == count


def test_who_left_came_back_or_was_none() -> None:
    assert "GBR" in blocs()["EU"].members_on("2020-01-31")
    assert "GBR" not in blocs()["EU"].members_on("2020-02-01")
    union = blocs()["AU"]
    assert [
        code in union.members_on(day)
        for day, code in (("1984-01-01", "MAR"), ("1990-01-01", "MAR"), ("2018-01-01", "MAR"))
    ] == [True, False, True]
    movement = blocs()["NAM"]
    assert "MMR" not in movement.members_on("1985-01-01")
    assert "MMR" in movement.members_on("1993-01-01")
    assert "YUG" in movement.members_on("1980-01-01")
    assert "CHN" not in blocs()["G77"].members_on("2020-01-01")
    assert "ISR" not in blocs()["WEOG"].members_on("2000-05-27")
    assert "ISR" in blocs()["WEOG"].members_on("2000-05-28")
    assert "SUN" in blocs()["EASTERN-EUROPEAN"].members_on("1980-01-01")
    assert blocs()["G77"].listed_as_of == "2025"
    assert blocs()["EU"].listed_as_of is None


@pytest.mark.parametrize(
    "date", ["1963-12-17", "1975-06-01", "1991-10-01", "2002-10-01", "2025-01-01"]
)
def test_every_member_is_in_one_regional_group_but_for_those_that_were_in_none(date: str) -> None:
    groups = [blocs()[code].members_on(date) for code in REGIONAL]
    assert sum(map(len, groups)) == len(frozenset().union(*groups))
    alone = {each.code for each in members_on(date)} - frozenset().union(*groups)
    assert alone <= {"ISR", "ZAF"}


@pytest.mark.parametrize("code", THEIRS)
def test_it_differs_from_another_list_where_it_says_so(code: str) -> None:
    if not REGISTER.exists():
        pytest.skip(f"there is no {REGISTER}")
    import polars as pl

    name, more = THEIRS[code]
    table = pl.read_parquet(REGISTER).filter(pl.col("id") == name)
    iso2 = {each.iso2: each.code for each in members().values() if each.until > "2025"}
    theirs = {iso2.get(each["id"], each["id"]) for each in table.row(0, named=True)["includes"]}
    ours = blocs()[code].members_on("2025-12-01")
    assert theirs - ours == more
    assert not ours - theirs
    assert bool(more) <= bool(blocs()[code].differs or blocs()[code].note)


def test_own_lists() -> None:
    assert bloc_of("CUB, Iran,Viet Nam").members_on("2010-01-01") == {"CUB", "IRN", "VNM"}
    assert bloc_of("CUB,Russia").members_on("1980-01-01") == {"CUB", "SUN"}
    without = bloc_of("WEOG,-USA")
    assert without.members_on("1999-01-01") == blocs()["WEOG"].members_on("1999-01-01") - {"USA"}
    assert "ISR" not in without.members_on("1999-01-01")
    more = bloc_of("EU,Norway")
    assert more.members_on("2000-01-01") == blocs()["EU"].members_on("2000-01-01") | {"NOR"}
    assert more.members_on("1957-01-01") == {"NOR"}


def test_unknown_names_are_answered_with_near_ones() -> None:
    with pytest.raises(UnknownBloc, match="Near it: AFRICAN"):
        bloc_of("Afrikan")
    with pytest.raises(UnknownState, match="Russian Federation"):
        codes_of("Rusia")
    with pytest.raises(UnknownState):
        bloc_of("CUB,Nowhere at all")


def test_a_file_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(
        '[[bloc]]\ncode = "N5"\nname = "Nordic"\nadmission = ["Denmark", "FIN", "ISL"]\n'
        'joined = {"1990-01-01" = ["Norway"]}\nleft = {"2000-01-01" = ["NOR"]}\n',
        encoding="utf-8",
    )
    (bloc,) = blocs_named(str(file))
    assert bloc.members_on("1980-01-01") == {"DNK", "FIN", "ISL"}
    assert "NOR" in bloc.members_on("1995-01-01")
    assert "NOR" not in bloc.members_on("2000-01-01")
    assert bloc.listed_as_of is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x = ",
        pytest.param("x = " + "[" * 5000, id="deep"),
        '[[bloc]]\nname = "no code"\n',
        '[[bloc]]\ncode = "A"\nname = "A"\nx = 1\n',
    ],
)
def test_a_file_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(LexiconError, match=r"mine\.toml"):
        blocs_in(text, "mine.toml")
