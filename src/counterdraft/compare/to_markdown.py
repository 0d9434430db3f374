"""A Comparison → Markdown as GitHub reads it: summary, shifts, edits.

What is deleted is ~~struck~~, what is inserted **bold**. Words of the texts never become
markup.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from counterdraft.compare import titles
from counterdraft.compare.rows import Cell, Fold, Row, begun_cell, folded
from counterdraft.compare.view import (
    Asks,
    Both,
    Excerpt,
    Ref,
    Shifted,
    Text,
    View,
    Wanted,
    asked_by,
    sides_of,
    view,
)
from counterdraft.model import APART, Comparison, WordEdit
from counterdraft.model.comparison import WordOp
from counterdraft.text.markdown import keeping_blanks, plain
from counterdraft.wording import asked_of_whom

_SIGNS: dict[WordOp, str] = {"deleted": "~~", "inserted": "**"}
# Where a sign would stand between two such that Markdown takes it for a letter.
_TAGS: dict[WordOp, str] = {"deleted": "del", "inserted": "strong"}
_BREAK = " ¶ "  # between units that were divided or put together


def to_markdown(comparison: Comparison, *, whole: bool = False) -> str:
    """The comparison as one Markdown document; ``whole`` shows what is the same too."""
    lines = list(_lines(view(comparison), whole=whole))
    return re.sub(r"\n{3,}", "\n\n", "\n".join([*lines, ""]))


def _lines(shown: View, *, whole: bool) -> Iterator[str]:
    yield from (f"# Comparison: {plain(shown.a.name)} and {plain(shown.b.name)}", "")
    yield from (_named(shown.a), _named(shown.b), "", shown.note, "")
    yield from (f"- {plain(each.text)}" for each in shown.sentences)
    every = whole or not shown.rivals
    if shown.wanted:
        yield from _wanted(shown.wanted, whole=every)
    if shown.shifts:
        yield from ("", "## What that shifts")
    for name, shifts in shown.shifts:
        kept = shifts if every else shifts[: titles.MOST_LISTED]
        yield from ("", f"### {name}", "", *map(_shift, kept))
        if more := len(shifts) - len(kept):
            yield f"- and {more} more; `--all` shows them"
    if shown.rows:
        yield from ("", "## Edits", "", "~~A alone has it~~ **B alone has it**", "")
        yield from (_edit(each) for each in (shown.rows if whole else folded(shown.rows)))
    if shown.notes:
        yield from ("", f"## {titles.NOTES}", "", *map(_edit, shown.notes))
    yield from _beyond_edits(shown, whole=every)
    if shown.asks:
        yield from ("", "## Whom either asks", "", _cells("Who", "A", "B"), _cells(*["---"] * 3))
        yield from map(_asks, shown.asks)
    yield from ("", "---", "", titles.CLOSING)


def _named(text: Text) -> str:
    title = f": {plain(text.title)}" if text.title else ""
    return f"- **{text.letter}** {plain(text.name)}{title} ({plain(text.source)})"


# -- shifts


def _shift(each: Shifted) -> str:
    return "\n".join([f"- {plain(each.statement)}", *map(_excerpt, each.excerpts)])


def _excerpt(each: Excerpt) -> str:
    around = WordEdit("same", each.before), WordEdit("same", each.after)
    words = marked([around[0], WordEdit("inserted", each.words), around[1]])
    return f"  - {each.ref.letter} {plain(each.ref.name)}: {words}"


# -- edits


def _edit(row: Row | Fold) -> str:
    if isinstance(row, Fold):
        return f"- *{plain(row.text)}*"
    return f"- **{plain(row.name)}**, {plain(row.note)}: {marked(row.words)}"


def marked(words: Sequence[WordEdit]) -> str:
    """The words, what is deleted struck and what is inserted bold."""
    pieces = [(each.op, keeping_blanks(each.text.replace(APART, _BREAK))) for each in words]
    made = ""
    for n, (op, piece) in enumerate(pieces):
        core = piece.strip(" ")
        if op == "same" or not core:
            made += piece
            continue
        start, end = piece[: piece.index(core)], piece[piece.index(core) + len(core) :]
        following = end or (pieces[n + 1][1] if n + 1 < len(pieces) else "")
        made += f"{start}{_signed(op, core, (made + start)[-1:], following[:1])}{end}"
    return made.strip()


def _signed(op: WordOp, core: str, before: str, after: str) -> str:
    """The words between signs; between tags where Markdown would not read the signs as such."""
    opens = _is_word(core[0]) or not _is_word(before)
    closes = _is_word(core[-1]) or not _is_word(after)
    clear = before not in _NEAR and after not in _NEAR
    if opens and closes and clear:
        return f"{_SIGNS[op]}{core}{_SIGNS[op]}"
    return f"<{_TAGS[op]}>{core}</{_TAGS[op]}>"


# Beside these a sign would be read as one with them.
_NEAR = frozenset("*~_")


def _is_word(char: str) -> bool:
    """Whether Markdown takes a character for a part of a word: no blank, mark or symbol."""
    return bool(char.strip()) and unicodedata.category(char)[0] not in "PS"


# -- what no edit shows


def _wanted(wanted: Sequence[Wanted], *, whole: bool) -> Iterator[str]:
    yield from ("", f"## {titles.WANTED}", "", asked_of_whom.NAMES)
    for title, asked in asked_by(wanted):
        if asked:
            sides = sides_of(asked)
            columns = ("Who", *sides)
            yield from ("", f"### {title}", "", _cells(*columns), _cells(*["---"] * len(columns)))
            yield from (
                _cells(plain(each.who), *(_requests(each.of(s), whole=whole) for s in sides))
                for each in asked
            )


def _requests(quoted: Sequence[Excerpt], *, whole: bool) -> str:
    kept = quoted if whole else quoted[: titles.MOST_WANTED]
    told = [f"{plain(each.ref.name)}: “{plain(each.words)}”" for each in kept]
    if more := quoted[len(kept) :]:
        told.append(f"also {_refs(each.ref for each in more)}")
    return "<br>".join(told)


def _beyond_edits(shown: View, *, whole: bool) -> Iterator[str]:
    for letter, terms in shown.terms:
        kept = terms if whole else terms[: titles.MOST_LISTED]
        yield from ("", f"## {titles.TERMS.format(letter)}", "")
        yield from (f"- “{plain(each.text)}”: {_refs(each.refs)}" for each in kept)
        if more := len(terms) - len(kept):
            yield f"- and {more} more; `--all` shows them"
    if shown.both:
        yield from ("", f"## {titles.BOTH}", "", _cells("A", "B", "In common", "Verbs"))
        pairs = (*shown.both, *shown.less) if whole else shown.both
        yield from (_cells(*["---"] * 4), *map(_both, pairs))
        if shown.less and not whole:
            less = ", ".join(f"{each.a.name} and B {each.b.name}" for each in shown.less)
            yield from ("", f"Less alike: {plain(less)}; `--all` shows them.")
    for text, cells in ((shown.a, shown.alone_a), (shown.b, shown.alone_b)):
        if cells:
            yield from ("", f"## {titles.ALONE.format(text.letter)}", "")
            yield from (f"- {_cell(each if whole else begun_cell(each))}" for each in cells)


def _both(both: Both) -> str:
    shared = plain(", ".join(both.shared))
    return _cells(_cell(both.a), _cell(both.b), shared, both.stronger)


def _cell(each: Cell) -> str:
    return f"**{plain(each.name)}** {marked(each.words)}"


def _asks(each: Asks) -> str:
    return _cells(each.who, _refs(each.a), _refs(each.b))


def _refs(refs: Iterable[Ref]) -> str:
    return plain(", ".join(each.name for each in refs))


def _cells(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
