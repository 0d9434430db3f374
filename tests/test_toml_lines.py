"""On which line of a TOML file a key stands."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.text.toml_lines import UNREADABLE, line_of, place_of, syntax_fault, syntax_line

TEXT = '''\
title = """
rival = "not a key"
"""
# rival = "nor this"
"a b" = 1
list = [
  "x", # = y
]
[dates]
as_of = 2026-10-20
more.deep = 1
[[events]]
what = "one"
[[events]]
what = "two"
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 1),
        (("rival",), None),
        (("a b",), 5),
        (("list",), 6),
        (("list", 1), 6),
        (("dates", "as_of"), 10),
        (("dates", "more", "deep"), 11),
        (("events", 0, "what"), 13),
        (("events", 1, "what"), 15),
        (("events", 1, "gone"), 14),
    ],
)
def test_a_key_is_found_on_its_line(path: tuple[str | int, ...], line: int | None) -> None:
    assert line_of(TEXT, path) == line


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("rival",), "rival"),
        (("list", 0), "line 7, list.1"),
        (("events", 1, "what"), "line 15, events.2.what"),
        ((), ""),
    ],
)
def test_a_place_is_a_line_and_a_key_whose_entries_count_from_one(
    path: tuple[str | int, ...], place: str
) -> None:
    assert place_of(TEXT, path) == place


@given(st.text())
def test_any_text_is_searched(text: str) -> None:
    assert line_of(text, ("key", 0)) is None or "key" in text


def test_a_syntax_error_tells_its_line() -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as caught:
        tomllib.loads("a = 1\nb = \n")
    assert syntax_line(caught.value) == 2


UNCLOSED = [
    ('drafts = ["a.txt"\ntitle = "x"\n', "line 1, drafts", "is not closed before line 2"),
    ('a = 1\nb = [\n"x",\n\n[c]\nd = 1\n', "line 2, b", "is not closed before line 5"),
    ('[t]\na = ["x"\n', "line 2, t.a", "Unclosed array"),
    ('a = 1\nb = """x\ny = 1\n', "line 2, b", "Unterminated string"),
    ('a = [\n"x",\ny,\n"z"]\nb = 1\n', "line 3", "Invalid value"),
    ("a = 1\nb = 2\na = 3\n", "line 3", "Cannot overwrite a value"),
]


@pytest.mark.parametrize(("text", "place", "said"), UNCLOSED)
def test_of_what_is_not_closed_the_line_is_told_on_which_it_begins(
    text: str, place: str, said: str
) -> None:
    with pytest.raises(UNREADABLE) as caught:
        tomllib.loads(text)
    reason, where = syntax_fault(caught.value, text)
    assert where == place
    assert said in reason
