"""Messy forms made out of real texts: what people send, instead of what the UN issues.

Each form is a function from a gold record and a source of chance to the text of a file.
"""

from __future__ import annotations

import textwrap
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from bench.corpora import Record

_PAGE = 45
_FRAMES = Path(__file__).parent / "frames"
_HERE = "[[draft]]"


class Piece(NamedTuple):
    """A paragraph as it is to be printed: its kind, number and depth."""

    kind: str  # "preambular", "operative", "point", "heading", "annex"
    number: str
    text: str
    depth: int = 0


def _head(record: Record) -> list[str]:
    formula = record.get("formula") or "The General Assembly,"
    return [each for each in (record["symbol"], record["title"], formula) if each]


def _pieces(record: Record, *, annexes: bool) -> Iterator[Piece]:
    opened = False
    for each in record["paragraphs"]:
        if each.get("annex"):
            if not annexes:
                return
            if not opened:
                yield Piece("annex", "", "Annex")
                opened = True
        number = each["number"] or ""
        if each["part"] == "preambular":
            yield Piece("preambular", "", each["text"])
        elif each.get("annex") or each.get("heading"):
            yield Piece("heading", _printed(number), each["text"])
        elif "(" in number:
            depth = max(1, len(each["path"].split()) - 1)
            yield Piece("point", number, each["text"], depth)
        else:
            yield Piece("operative", number, each["text"])


def _printed(number: str) -> str:
    """A number as the UN prints it: "2." but "(a)"."""
    return number if not number or "(" in number else f"{number}."


def _numbered(piece: Piece) -> str:
    return f"{_printed(piece.number.rstrip('.'))} {piece.text}".lstrip()


def _whole(record: Record, *, annexes: bool) -> list[str]:
    """The resolution as issued, one string a paragraph."""
    return [*_head(record), *(_numbered(p) for p in _pieces(record, annexes=annexes))]


def _fill(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)


@cache
def _frames(kind: str) -> list[str]:
    """What stands around a draft, written for this project.

    The words are chosen to tempt a parser: they request, urge and recall, and number their points.
    """
    return [path.read_text(encoding="utf-8") for path in sorted(_FRAMES.glob(f"{kind}-*.txt"))]


# -- the forms


def wrapped(record: Record, _: Random) -> str:
    """Lines of 72 characters, as old mail programs and listservers have them."""
    return "\n\n".join(_fill(each, 72) for each in _whole(record, annexes=True)) + "\n"


def email(record: Record, chance: Random) -> str:
    """Quoted in a reply, with the answer above it and a signature below."""
    body = "\n\n".join(_fill(each, 70) for each in _whole(record, annexes=True))
    quoted = "\n".join(f"> {line}".rstrip() for line in body.splitlines())
    return chance.choice(_frames("mail")).replace(_HERE, quoted)


def labels(record: Record, chance: Random) -> str:
    """PP1: and OP1. before the paragraphs, as delegates name them."""
    mark = chance.choice([":", "."])
    out, pp, op = _head(record), 0, 0
    for piece in _pieces(record, annexes=False):
        if piece.kind == "preambular":
            pp += 1
            out.append(f"PP{pp}{mark} {piece.text}")
        elif piece.kind == "operative":
            op = int(piece.number) if piece.number.isdigit() else op + 1
            out.append(f"OP{op}{mark} {piece.text}")
        else:
            out.append(_numbered(piece))
    return "\n\n".join(out) + "\n"


def bullets(record: Record, chance: Random) -> str:
    """A list of points, as a web page or a word processor leaves it."""
    mark, gap = chance.choice("•-*"), chance.choice(["\n", "\n\n"])
    out = []
    for piece in _pieces(record, annexes=False):
        if piece.kind == "heading":
            out.append(_numbered(piece))
        else:
            out.append(f"{'  ' * piece.depth}{mark} {piece.text}")
    return "\n\n".join(_head(record)) + "\n\n" + gap.join(out) + "\n"


def lost(record: Record, _: Random) -> str:
    """Without any number: automatic numbering does not survive copying."""
    pieces = _pieces(record, annexes=False)
    return "\n\n".join([*_head(record), *(piece.text for piece in pieces)]) + "\n"


def dense(record: Record, _: Random) -> str:
    """One line a paragraph and no blank ones."""
    return "\n".join(_whole(record, annexes=False)) + "\n"


def pages(record: Record, chance: Random) -> str:
    """Cut into pages, with their heads and numbers in the midst of the text."""
    lines = "\n\n".join(_fill(each, 88) for each in _whole(record, annexes=True)).splitlines()
    job, title = f"{chance.randint(19, 24)}-{chance.randint(10000, 29999)}", record["title"] or ""
    total = -(-len(lines) // _PAGE)
    out: list[str] = []
    for page in range(total):
        if page:
            out += ["", _fill(f"{record['symbol']}    {title}", 88), ""]
        out += lines[page * _PAGE : (page + 1) * _PAGE]
        foot = [job, f"{page + 1}/{total}"]
        out += ["", "    ".join(foot if page % 2 == 0 else foot[::-1])]
    return "\n".join(out) + "\n"


def article(record: Record, chance: Random) -> str:
    """Inside an article, with comment before and after it and the readers' below."""
    draft = "\n\n".join(_whole(record, annexes=False))
    return chance.choice(_frames("article")).replace(_HERE, draft)


FORMS: dict[str, Callable[[Record, Random], str]] = {
    "wrapped at 72": wrapped,
    "quoted in an e-mail": email,
    "PP1: and OP1. labels": labels,
    "bullets": bullets,
    "numbers lost": lost,
    "single newlines": dense,
    "heads and numbers of pages": pages,
    "article with comments": article,
}
