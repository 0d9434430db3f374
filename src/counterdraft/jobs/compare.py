"""Two sources → the comparison of the resolutions in them, and its forms."""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.compare.compare import compare
from counterdraft.errors import NoResolution, SeveralResolutions, WriteError
from counterdraft.jobs.parse import parse_one
from counterdraft.model import Comparison, Resolution
from counterdraft.model.comparison import Relation
from counterdraft.read.load import USUAL, Choices
from counterdraft.text.wording import counted, shortened

__all__ = ["Relation", "compare_files", "differs", "in_form", "on_terminal", "one_of"]

_NAMED = 80  # characters of a title where several are listed


def compare_files(
    a: str,
    b: str,
    choices: Choices = USUAL,
    *,
    relation: Relation | None = None,
    parts: tuple[int | None, int | None] = (None, None),
) -> Comparison:
    """Compare what the names ``a`` and ``b`` stand for.

    ``parts`` say which resolution of either is meant, from 1, where there are several. Raises
    ReadError, NoResolution, and SeveralResolutions where it is not said which.
    """
    one = one_of(a, parse_one(a, choices)[1], parts[0], "--part-a")
    other = one_of(b, parse_one(b, choices)[1], parts[1], "--part-b")
    return compare(one, other, relation)


def one_of(
    name: str, resolutions: Sequence[Resolution], part: int | None, option: str
) -> Resolution:
    """The resolution of a source that is meant; ``option`` is how a person says which.

    Raises SeveralResolutions where there are several and ``part`` is None, NoResolution where
    there is none of that number.
    """
    count = counted(len(resolutions), "resolution")
    if part is None and len(resolutions) > 1:
        listed = "; ".join(f"{n}: {_named(each)}" for n, each in enumerate(resolutions, 1))
        remedy = f"Say which with {option} N"
        raise SeveralResolutions(f"holds {count}: {listed}", source=name, remedy=remedy)
    if part is not None and not 1 <= part <= len(resolutions):
        raise NoResolution(
            f"holds {count}, and no number {part}", source=name, remedy=f"Say another {option}"
        )
    return resolutions[(part or 1) - 1]


def _named(resolution: Resolution) -> str:
    return shortened(resolution.symbol or resolution.title or "without a title", _NAMED)


def differs(comparison: Comparison) -> bool:
    """Whether anything in B is other than in A: its words, or how its paragraphs are numbered."""
    if any(edit.kind != "same" for edit in comparison.edits):
        return True
    a, b = ([unit.head.number for unit in side.units] for side in (comparison.a, comparison.b))
    return a != b


def on_terminal(comparison: Comparison, *, width: int, colour: bool, whole: bool = False) -> str:
    """The comparison as text of ``width`` columns for a terminal."""
    from counterdraft.compare.to_terminal import to_terminal

    return to_terminal(comparison, width=width, colour=colour, whole=whole)


def in_form(comparison: Comparison, form: str, *, whole: bool = False) -> bytes:
    """The comparison as the bytes of a file: HTML, Markdown, JSON, all in UTF-8.

    ``whole`` shows what is the same too. Raises WriteError for a form that is not made yet.
    """
    if form == "docx":  # here compare/to_docx.py is to be called, once there is one
        remedy = "Ask for html, markdown or json"
        raise WriteError("a comparison is not made as DOCX yet", remedy=remedy)
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
