"""A coverage, or two beside each other → text for a terminal, Markdown, JSON."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from counterdraft.cover.told import Choice, Point, heading, opening, points, recognised
from counterdraft.lexicon.mandate import Mandate
from counterdraft.model.coverage import Coverage, CoverageBeside
from counterdraft.text.in_json import in_json
from counterdraft.text.markdown import plain
from counterdraft.text.printable import printable
from counterdraft.wording.english import counted, listed

Covered = Coverage | CoverageBeside
_NARROWEST = 30
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"


def to_json(found: Covered) -> str:
    """All of it, indented."""
    return in_json(found)


def to_text(found: Covered, choice: Choice, *, width: int = 100, colour: bool = False) -> str:
    """Lines of at most ``width`` columns; nothing in the text reaches the terminal as a command."""
    blocks = [heading(found), *opening(found)]
    return _lines(blocks, points(found, choice), width, colour=colour)


def explained(mandate: Mandate, *, width: int = 100, colour: bool = False) -> str:
    """How a mandate recognises its topics, in lines."""
    blocks = [mandate.name, f"Source: {mandate.source}. From {mandate.camp}."]
    return _lines([*blocks, *([mandate.note] if mandate.note else ())], recognised(mandate), width,
                  colour=colour)  # fmt: skip


def to_list(mandates: Iterable[Mandate], *, width: int = 100) -> str:
    """Mandates by id, with how many topics and conditions, and whence they come."""
    told = [
        Point(each.id, (f"{each.name}: {_counted(each)}", each.source, f"From {each.camp}."))
        for each in mandates
    ]
    return _lines((), told, width, colour=False)


def _counted(mandate: Mandate) -> str:
    counts = ((len(mandate.topics), "topic"), (len(mandate.conditions), "condition"))
    return listed([counted(number, thing) for number, thing in counts if number])


def _lines(blocks: Iterable[str], told: Iterable[Point], width: int, *, colour: bool) -> str:
    width = max(width, _NARROWEST)
    lines = [line for block in blocks for line in (*_wrapped(block, width, 0), "")]
    for point in told:
        lines += [*_point(point, width, colour=colour), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _point(point: Point, width: int, *, colour: bool) -> Iterator[str]:
    for line in _wrapped(point.head, width, 0):
        yield f"{_BOLD}{line}{_PLAIN}" if colour else line
    for line in point.lines:
        yield from _wrapped(line, width, 4)
    for said, quote, why in point.quotes:
        yield from _wrapped(said, width, 4)
        yield from _wrapped(f"\u201c{quote}\u201d", width, 8)
        if why:
            yield from _wrapped(why, width, 8)


def _wrapped(block: str, width: int, indent: int) -> list[str]:
    blank = " " * indent
    words = " ".join(printable(block).split())
    return textwrap.wrap(
        words, width, initial_indent=blank, subsequent_indent=blank, break_on_hyphens=False
    )


def to_markdown(found: Covered, choice: Choice) -> str:
    """A heading, what it comes to, and a section for each topic."""
    lines = [f"# {plain(heading(found))}", ""]
    lines += [line for each in opening(found) for line in (plain(each), "")]
    for point in points(found, choice):
        lines += [f"## {plain(point.head)}", ""]
        lines += [line for each in point.lines for line in (plain(each), "")]
        for said, quote, why in point.quotes:
            lines += [f"- {plain(said)}", "", f"    > {plain(quote)}", ""]
            if why:
                lines += [f"    {plain(why)}", ""]
    return "\n".join(lines).rstrip("\n") + "\n"
