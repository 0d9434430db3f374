"""A Comparison → one HTML page, with its style inside and nothing from anywhere else.

Side by side or in one run, as whoever reads it chooses, without a script. Every word is
escaped, and characters that HTML does not allow are replaced.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from jinja2 import Template
from markupsafe import Markup, escape

from counterdraft import __version__
from counterdraft.compare import titles
from counterdraft.compare.rows import Cell, Fold, Row, folded
from counterdraft.compare.view import (
    asked_by,
    sides_of,
    view,
)
from counterdraft.model import APART, Comparison, WordEdit
from counterdraft.model.comparison import WordOp
from counterdraft.pages.template import templates
from counterdraft.text.printable import printable
from counterdraft.wording import asked_of_whom

TEMPLATE = "compare.html.j2"
_TAGS: dict[WordOp, Markup] = {
    "same": Markup("{}"), "deleted": Markup("<del>{}</del>"), "inserted": Markup("<ins>{}</ins>"),
}  # fmt: skip
_BREAK = Markup('<span class="break" title="a new paragraph begins">¶</span> ')
_UNFIT = re.compile(r"[^A-Za-z0-9._-]")


def to_html(comparison: Comparison, *, whole: bool = False, version: str = __version__) -> str:
    """The comparison as one HTML document, naming the tool's ``version``.

    What is the same is folded, and can be unfolded on the page; ``whole`` shows it unfolded.
    """
    shown = view(comparison)
    return _template().render(
        view=shown,
        rows=tuple(folded(shown.rows)),
        wanted=tuple(asked_by(shown.wanted)),
        sides_of=sides_of,
        names_note=asked_of_whom.NAMES,
        whole=whole,
        generator=f"Counterdraft {version}",
        places=_Places(),
    )


class _Places:
    """Gives each unit its anchor, where the page first shows it."""

    def __init__(self) -> None:
        self._made: set[str] = set()

    def at(self, letter: str, each: Cell) -> Markup:
        """The anchor of a unit, or nothing where it was made before."""
        name = anchor(letter, each.head.key)
        if name in self._made:
            return Markup("")
        self._made.add(name)
        return Markup('<span class="at" id="{}"></span>').format(name)


@cache
def _template() -> Template:
    environment = templates("counterdraft.compare")
    environment.tests["fold"] = _is_fold
    environment.filters |= {"marked": marked, "anchor": anchor}
    environment.globals["titles"] = titles
    return environment.get_template(TEMPLATE)


def marked(words: Sequence[WordEdit]) -> Markup:
    """The words, what is deleted and inserted in elements of that meaning."""
    return Markup("").join(map(_marked, words))


def _marked(edit: WordEdit) -> Markup:
    """The blanks before a changed stretch stand outside of it."""
    text = printable(edit.text)
    core = text.lstrip(" ")
    words = Markup("").join(_lines(core))
    blanks = escape(text[: len(text) - len(core)])
    return blanks + _TAGS[edit.op].format(words) if core else blanks


def _lines(text: str) -> Iterator[Markup]:
    """The words, with a sign where one unit ends and another begins."""
    first, *others = text.split(APART)
    yield escape(first)
    for each in others:
        yield _BREAK + escape(each)


def anchor(letter: str, key: str) -> str:
    """The anchor of a unit: "A-op2.a"."""
    return f"{letter}-{_UNFIT.sub('_', key)}"


def _is_fold(each: Row | Fold) -> bool:
    return isinstance(each, Fold)
