"""What a notebook shows of a value that holds much: one line; ``repr`` stays whole."""

from __future__ import annotations

from typing import Any

from counterdraft.compare.compare import compare
from counterdraft.jobs.parse import parse_sources
from counterdraft.jobs.vote_history import history_of
from counterdraft.parse.parse import parse
from counterdraft.read.read import read

TEXT = """The General Assembly,

Recalling its resolution 60/251 of 15 March 2006,

1. Requests the Secretary-General to report to it by 30 June 2027.
"""


class Printed:
    """Words as IPython's printer is given them."""

    def __init__(self) -> None:
        self.words = ""

    def text(self, words: str) -> None:
        self.words += words


def shown(value: Any) -> str:
    printer = Printed()
    value._repr_pretty_(printer, False)
    assert len(printer.words) < 250
    return printer.words


def test_what_holds_much_is_shown_in_a_line() -> None:
    document = read(TEXT.encode(), "note.txt")
    (resolution,) = parse(document)
    (other,) = parse(read(TEXT.replace("Requests", "Invites").encode(), "later.txt"))
    assert shown(document).startswith("<Document: note.txt, 1")
    assert shown(resolution) == "<Resolution: note.txt, draft of 2 paragraphs>"
    assert "note.txt and later.txt, " in shown(compare(resolution, other))
    assert str(resolution) == shown(resolution)
    assert repr(document.text) in repr(document)


def test_a_result_that_is_a_table_says_how_large_it_is() -> None:
    found = history_of("dprk")
    frame = found.frame()
    said = f"<History: {frame.height} rows of {frame.width} columns; .frame() has them>"
    assert shown(found) == said


def test_what_became_of_a_source_is_its_resolutions_or_the_error() -> None:
    good, bad = parse_sources(["examples/article.txt", "examples/none.txt"])
    assert "draft of 26 paragraphs" in shown(good)
    assert "none.txt: no such file" in shown(bad)
