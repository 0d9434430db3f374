"""Two sources → the comparison of the resolutions in them, and its forms."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

from counterdraft.compare.compare import compare
from counterdraft.errors import NoResolution, WriteError
from counterdraft.jobs.epoch import epoch
from counterdraft.jobs.parse import Parsed, parse_one
from counterdraft.jobs.parts import one_of, tell_problems
from counterdraft.model import Comparison, Resolution
from counterdraft.model.comparison import Relation
from counterdraft.read.from_docx import MEDIA_TYPE as DOCX
from counterdraft.read.load import USUAL, Choices
from counterdraft.wording.english import listed
from counterdraft.wording.one_language import check_languages

__all__ = ["Compared", "Relation", "compare_files", "differs", "in_form", "on_terminal", "redlined"]

AUTHOR = "Counterdraft"
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"


class Compared(NamedTuple):
    """A comparison with what it was made from: the sources, and the resolutions in them."""

    comparison: Comparison
    a: Parsed
    b: Parsed
    resolutions: tuple[Resolution, Resolution]


def compare_files(
    a: str,
    b: str,
    choices: Choices = USUAL,
    *,
    relation: Relation | None = None,
    parts: tuple[int | None, int | None] = (None, None),
) -> Compared:
    """Compare what the names ``a`` and ``b`` stand for.

    ``parts`` say which resolution of either is meant, from 1, where there are several. Raises
    ReadError, NoResolution, SeveralResolutions where it is not said which, and OtherLanguage where
    they are in two.
    """
    ours, theirs = parse_one(a, choices), parse_one(b, choices)
    one = one_of(a, ours.resolutions, parts[0], "--part-a")
    other = one_of(b, theirs.resolutions, parts[1], "--part-b")
    for name, each in ((a, one), (b, other)):
        if each.kind == "amendment":
            raise NoResolution(
                "amends a draft and is none itself", source=name,
                remedy="Compare the draft as it was with the draft as amended",
            )  # fmt: skip
        tell_problems(name, each, choices)
    check_languages(one, other)
    return Compared(compare(one, other, relation), ours, theirs, (one, other))


def differs(comparison: Comparison) -> bool:
    """Whether anything in B is other than in A: words, those of notes too, or numbers."""
    if any(edit.kind != "same" for edit in (*comparison.edits, *comparison.notes)):
        return True
    a, b = ([unit.head.number for unit in side.units] for side in (comparison.a, comparison.b))
    return a != b


def on_terminal(comparison: Comparison, *, width: int, colour: bool, whole: bool = False) -> str:
    """The comparison as text of ``width`` columns for a terminal."""
    from counterdraft.compare.to_terminal import to_terminal

    return to_terminal(comparison, width=width, colour=colour, whole=whole)


def in_form(comparison: Comparison, form: str, *, whole: bool = False) -> bytes:
    """The comparison as the bytes of a file: HTML, Markdown, JSON, all in UTF-8.

    ``whole`` shows what is the same too.
    """
    return _text(comparison, form, whole=whole).encode()


def _text(comparison: Comparison, form: str, *, whole: bool) -> str:
    """The comparison in one form; only what that form needs is imported."""
    if form == "html":
        from counterdraft.compare.to_html import to_html

        return to_html(comparison, whole=whole)
    if form == "json":
        from counterdraft.compare.to_json import to_json

        return to_json(comparison)
    from counterdraft.compare.to_markdown import to_markdown

    return to_markdown(comparison, whole=whole)


# A Word file with tracked changes


def redlined(
    compared: Compared, *, author: str = AUTHOR, date: str | None = None,
    own_look: bool = True, say: Callable[[str], None] | None = None,
) -> bytes:  # fmt: skip
    """A Word file with B as tracked changes of A, by ``author`` at ``date``, ISO 8601.

    Where A came from a Word file it is that very file, unless ``own_look`` is False; where its
    words cannot be changed in place, and otherwise, one in the UN's look. ``say`` is told what a
    person should know. Raises WriteError where ``date`` is none.
    """
    from counterdraft.compare.to_docx import Text, redline

    moment = _moment(date)
    if own_look and compared.a.document.media_type == DOCX:
        found = _onto(compared, author, moment, say)
        if found is not None:
            return found
    one, other = compared.resolutions
    a, b = Text(one, compared.a.document), Text(other, compared.b.document)
    return redline(compared.comparison, a, b, author=author, date=moment)


def _onto(
    compared: Compared, author: str, date: str, say: Callable[[str], None] | None
) -> bytes | None:
    """The redline in A's own file; None where that is not to be done, which is said."""
    from counterdraft.compare.to_docx import redline_onto

    tell = say or _nobody
    source = compared.a.document.source
    try:
        found = redline_onto(
            compared.a.data, compared.comparison, compared.a.document, compared.b.document,
            author=author, date=date,
        )  # fmt: skip
    except WriteError as error:
        tell(f"{source}: {error.reason}; the redline is in the UN's look instead of its own")
        return None
    if found.settled:
        tell(f"{source}: had tracked changes, which the redline takes as accepted")
    for each in found.removed:
        tell(f"{source}: {each} is left out of the redline")
    if found.unseen:
        tell(f"{source}: the redline holds what its text does not show: {listed(found.unseen)}")
    return found.data


def _nobody(_: str) -> None:
    """Nobody to tell."""


def _moment(date: str | None) -> str:
    """A moment as Word has it, in UTC: the one given, that of the build, or now."""
    if date is None:
        seconds = epoch()
        now = datetime.now(UTC) if seconds is None else datetime.fromtimestamp(seconds, UTC)
        return now.strftime(_MOMENT)
    try:
        given = datetime.fromisoformat(date)
    except ValueError:
        remedy = "Write it like 2026-11-25 or 2026-11-25T14:30"
        raise WriteError(f"{date!r} is no date", remedy=remedy) from None
    moment = given.astimezone(UTC) if given.tzinfo else given.replace(tzinfo=UTC)
    return moment.strftime(_MOMENT)
