"""Lines of a text → those marked as notes that stand below it, or in it, without a rule above.

In: the lines of a text file. Out: the same. Such a note begins its line with a raised figure that
is called in a line before it; it goes on over lines until one ends with a full stop. Which calls
find no note is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterdraft.model import Problem
from counterdraft.read.lines import Line, plain_marker
from counterdraft.wording.english import listed

RAISED = re.compile(r"[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}")
_BEGINS = re.compile(rf"(?P<marker>{RAISED.pattern})[ \t]*(?=[A-Z0-9\"\u201c\u2018'(\[])")
# How the line above ends, where no blank line is between.
_ENDS = re.compile(r"[.,;:][\"\u201d\u2019)\]]*\d*$")
# "20 km²": a power, and no call.
_UNIT = re.compile(r"\d\s?(?:[cdhkm]?m|ft|in|mi|yd)$")


def with_raised_notes(lines: Sequence[Line]) -> list[Line]:
    """The lines, with the notes marked that no rule sets apart."""
    called: set[str] = set()
    marked: list[Line] = []
    for line in lines:
        before = marked[-1] if marked else None
        if line.kind == "text" and _is_note(line, before, called):
            marked.append(line._replace(kind="note"))
            continue
        if line.kind == "text":
            called.update(plain_marker(each) for each in RAISED.findall(line.text))
        marked.append(line)
    return marked


def _is_note(line: Line, before: Line | None, called: set[str]) -> bool:
    """Whether a line begins a note, or goes on with one."""
    begins = _BEGINS.match(line.text)
    if begins is None or plain_marker(begins["marker"]) not in called:
        return before is not None and before.kind == "note" and not before.text.endswith(".")
    above = "" if before is None or before.kind != "text" else plain_marker(before.text)
    return not above or _ENDS.search(above) is not None


def is_power(text: str, raised: re.Match[str]) -> bool:
    """Whether a raised figure is that of a unit, such as of square kilometres."""
    figure = plain_marker(raised[0]) in {"2", "3"}
    return figure and _UNIT.search(text[: raised.start()]) is not None


def lost_notes(markers: Sequence[str]) -> list[Problem]:
    """What is to be said of notes that are called, and do not stand in the file."""
    if not markers:
        return []
    names = list(dict.fromkeys(markers))
    are = f"notes {listed(names)} are" if len(names) > 1 else f"note {names[0]} is"
    rest = "in no line that was read as one: what is cited there is not known"
    return [Problem("note-lost", f"{are} called, and {rest}")]
