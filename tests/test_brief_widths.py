"""Columns on paper: long ones get what they need, no word is broken, what few rows say is kept."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterdraft.brief.folded import folded
from counterdraft.brief.paper import Group, Row, Said
from counterdraft.brief.report import Group as Rows
from counterdraft.brief.report import Row as Line
from counterdraft.brief.report import Statement, Table
from counterdraft.brief.widths import GAP, _column, _Heights, _lowest, widths

ACROSS = 100
TITLES = ("Who", "Verb", "What", "When", "Where")


def cell(text: str) -> tuple[Said, ...]:
    return (Said(text, "plain"),) if text else ()


def group(*rows: tuple[str, ...]) -> Group:
    return Group("", tuple(Row(tuple(map(cell, row)), 0, whole=True) for row in rows))


def words(length: int) -> str:
    return ("lamp " * length)[:length]


def test_a_long_column_gets_the_room_of_those_that_stand_half_empty() -> None:
    row = ("all Member States", "Further urges", words(400), "", "OP1")
    last = ("the Fund", "Asks", words(300), "by 30 September 2030", "OP2")
    share = widths(TITLES, (group(*[row] * 8, last),), ACROSS)
    assert sum(share) == pytest.approx(1, abs=0.003)
    assert share[2] > 0.5


def test_a_table_of_short_cells_breaks_none_of_them() -> None:
    row = ("17 September 2026", "A/RES/79/181", "12 in favour", "3", "OP1")
    share = widths(TITLES, (group(*[row] * 3),), ACROSS)
    for text, part in zip(row, share, strict=True):
        assert part * ACROSS >= len(text) + GAP - 1


def test_no_date_is_broken_beside_long_cells() -> None:
    row = ("3 July 2026", words(320), "OP1")
    share = widths(
        ("Date", "Words", "Where"), (group(row, ("9 September 2026", *row[1:])),), ACROSS
    )
    assert share[0] * ACROSS >= len("9 September 2026") + GAP


def test_a_short_title_of_an_empty_column_is_not_broken() -> None:
    share = widths(("What", "A, this text", "B"), (group(("asks", "", words(500))),), ACROSS)
    assert share[1] * ACROSS >= len("A, this text") + GAP


def test_a_word_of_wide_letters_has_its_room() -> None:
    row = ("all", "Recommends", words(900), "", "OP1")
    share = widths(TITLES, (group(row),), ACROSS)
    thin = ("all", "illiterate", words(900), "", "OP1")
    assert share[1] > widths(TITLES, (group(thin),), ACROSS)[1]
    assert share[1] * ACROSS > 13 + GAP


LENGTHS = st.integers(0, 260)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(LENGTHS, LENGTHS, LENGTHS), min_size=1, max_size=5))
def test_no_other_division_is_much_lower(lengths: list[tuple[int, int, int]]) -> None:
    across = 50
    groups = (group(*[tuple(map(words, row)) for row in lengths]),)
    columns = [_column("", groups, index) for index in range(3)]
    heights = _Heights(columns)
    every = [(one, other - one, across - other) for one, other in combinations(range(1, across), 2)]
    fit = [each for each in every if all(w >= c.need for w, c in zip(each, columns, strict=True))]
    found = _lowest(columns, fit[len(fit) // 2])
    assert sum(found) == across
    assert heights.of(found) <= 1.1 * min(map(heights.of, fit))


def table(*when: str) -> Table:
    rows = tuple(
        Line(((Statement("who"),), (Statement("what"),), (Statement(each),) if each else ()))
        for each in when
    )
    return Table("Asked", ("Who", "What", "When"), (Rows(None, rows),), aside=2)


def test_a_column_that_few_rows_fill_is_told_in_the_one_before() -> None:
    told = folded(table("by 2030", "", "", ""))
    assert told.columns == ("Who", "What")
    first, *others = (row.cells[1] for row in told.groups[0].rows)
    assert [said.text for said in first] == ["what", "When: by 2030"]
    assert all([said.text for said in cell] == ["what"] for cell in others)


def test_a_column_that_many_rows_fill_stays() -> None:
    whole = table("by 2030", "by 2031", "", "")
    assert folded(whole) == whole
