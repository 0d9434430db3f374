"""Errors say what, where and what helps, on one line, and survive the way between processes."""

from __future__ import annotations

import pickle

import pytest

from counterdraft import errors
from counterdraft.errors import CounterdraftError, DamagedSource, FetchError, ReadError

KINDS = [
    each
    for each in vars(errors).values()
    if isinstance(each, type) and issubclass(each, CounterdraftError)
]


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (DamagedSource("it is broken"), "it is broken"),
        (DamagedSource("it is broken", source="a.xml"), "a.xml: it is broken"),
        (
            DamagedSource("it is broken", source="a.xml", place="line 3"),
            "a.xml, line 3: it is broken",
        ),
        (
            DamagedSource("it is broken", source="a.xml", place="line 3", remedy="Mend it"),
            "a.xml, line 3: it is broken. Mend it",
        ),
        (DamagedSource("it is\nbroken", source="a\n.xml"), "a .xml: it is broken"),
    ],
)
def test_an_error_is_a_line(error: CounterdraftError, line: str) -> None:
    assert str(error) == line


def test_a_name_cannot_command_the_terminal() -> None:
    line = str(DamagedSource("it is broken", source="\x1b[2J\x07a\u202e.xml"))
    assert line.isprintable()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_error_survives_being_pickled(kind: type[CounterdraftError]) -> None:
    error = kind("reason", source="source", place="place", remedy="remedy")
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is kind
    assert (str(again), vars(again)) == (str(error), vars(error))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_the_tree_in_the_docstring_is_whole(kind: type[CounterdraftError]) -> None:
    assert f" {kind.__name__} " in f" {errors.__doc__} ".replace("\n", " \n ")


def test_what_cannot_be_read_is_one_kind() -> None:
    fetching = {kind for kind in KINDS if issubclass(kind, FetchError)}
    names = {kind.__name__ for kind in KINDS if issubclass(kind, ReadError)} - {
        kind.__name__ for kind in fetching - {FetchError}
    }
    assert names == {
        *("ReadError", "SourceNotFound", "UnsupportedSource", "DamagedSource"),
        *("UnsafeSource", "SourceTooLarge", "EmptySource", "FetchError", "NeedsBrowser"),
    }
