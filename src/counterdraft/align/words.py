"""Two pieces of text → the words that stay, go and come.

Words carry the blank before them, so that what is inserted or deleted reads as a writer
would have done it. A stretch that stays is word for word the same in both, whatever kind of
quotes, dashes and blanks either is printed with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from counterdraft.lexicon.joining import joining_words
from counterdraft.model import APART, WordEdit
from counterdraft.text.straight import straighten

_TOKEN = re.compile(
    rf"{APART}|[^\S{APART}]*(?:[^\W_]+(?:[-\u2010\u2011'\u2019./][^\W_]+)*|[^\w\s]|_)|\s+"
)
_BLANKS = re.compile(rf"[^\S{APART}]*")
# Blanks, and the mark after them.
_PIECE = re.compile(rf"([^\S{APART}]*)([\S{APART}]|\Z)")
# What stays between two changes must say something, or the changes are read as one.
_FEWEST = 3


class _Stretch(NamedTuple):
    """Tokens of A and of B that stand against each other; where they stay, words are the same."""

    same: bool
    a: Sequence[str]
    b: Sequence[str]


class _Tokens(NamedTuple):
    """A text's words and marks as printed, and what each is without the blanks before it."""

    printed: list[str]
    plain: list[str]


def tokens(text: str) -> list[str]:
    """Words and marks, each with the blanks before it; joined they are the text."""
    return _tokens(text).printed


def _tokens(text: str) -> _Tokens:
    printed: list[str] = []
    plain: list[str] = []
    for chunk in text.split(" "):
        found = _of_chunk(chunk)
        if found is None:
            return _searched(text)
        printed += found.printed
        plain += found.plain
    printed[0] = printed[0][1:]  # no blank is before the first
    return _Tokens(printed, plain)


@lru_cache(maxsize=50_000)
def _of_chunk(chunk: str) -> _Tokens | None:
    """The tokens of what stands between two blanks, one before it; None if others are in it.

    Few words make most texts: each is taken apart once.
    """
    if straighten(chunk).split() != [straighten(chunk)]:
        return None
    found = _searched(chunk)
    return _Tokens([f" {found.printed[0]}", *found.printed[1:]], found.plain)


def _searched(text: str) -> _Tokens:
    straight = straighten(text)
    found = _TOKEN.findall(straight)
    plain = [token.lstrip(" ") for token in found]
    if straight is text:
        return _Tokens(found, plain)
    ends = list(accumulate(map(len, found)))
    printed = [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    return _Tokens(printed, plain)


def word_edits(a: str, b: str) -> tuple[WordEdit, ...]:
    """The script that leads from ``a`` to ``b``: ``applied(word_edits(a, b), a) == b``."""
    if a == b or straighten(a) == straighten(b):
        return (_same(a, b),) if a else ()
    if not a or not b:
        return (WordEdit("inserted", b) if b else WordEdit("deleted", a),)
    return tuple(_edits(_readable(_stretches(_tokens(a), _tokens(b)))))


def applied(edits: Iterable[WordEdit], a: str) -> str:
    """What the script makes of ``a``.

    Raises ValueError where it is the script of another text.
    """
    edits = tuple(edits)
    if "".join(each.text for each in edits if each.op != "inserted") != a:
        raise ValueError("these edits are not of this text")
    return "".join(each.now or each.text for each in edits if each.op != "deleted")


def even(edits: Iterable[WordEdit]) -> Iterator[WordEdit]:
    """The script with words that stay as long in both texts, for whoever writes into A.

    A blank that only one text has comes or goes. Kinds of quotes, dashes and blanks are A's.
    """
    for edit in edits:
        if not edit.now:
            yield edit
            continue
        pieces = (piece for piece in _blanks_apart(edit.text, edit.now) if piece.text)
        for op, alike in groupby(pieces, key=lambda piece: piece.op):
            yield WordEdit(op, "".join(piece.text for piece in alike))


def _blanks_apart(before: str, after: str) -> Iterator[WordEdit]:
    at = 0
    for piece in _PIECE.finditer(before):
        ours, mark = piece.groups()
        theirs = _blanks(after, at)
        stay = min(len(ours), len(theirs))
        yield WordEdit("same", ours[:stay])
        yield WordEdit("deleted", ours[stay:])
        yield WordEdit("inserted", theirs[stay:])
        yield WordEdit("same", mark)
        at += len(theirs) + len(mark)


def _blanks(text: str, at: int) -> str:
    found = _BLANKS.match(text, at)
    return found[0] if found else ""


def _stretches(a: _Tokens, b: _Tokens) -> list[_Stretch]:
    """The longest common sequence of tokens, and what stands between its parts."""
    codes: dict[str, int] = {}
    coded = [[codes.setdefault(token, len(codes)) for token in side.plain] for side in (a, b)]
    found: list[_Stretch] = []
    for block in LCSseq.opcodes(*coded):
        same = block.tag == "equal"
        one = a.printed[block.src_start : block.src_end]
        other = b.printed[block.dest_start : block.dest_end]
        if found and found[-1].same == same:
            last = found.pop()
            one, other = [*last.a, *one], [*last.b, *other]
        found.append(_Stretch(same, one, other))
    return found


def _readable(stretches: list[_Stretch]) -> list[_Stretch]:
    """Changes that only a small word or a comma parts, as one."""
    found: list[_Stretch] = []
    for i, each in enumerate(stretches):
        inside = 0 < i < len(stretches) - 1
        small = each.same and inside and _says_nothing(each.a)
        if small and found and _is_large(found[-1], each) and _is_large(stretches[i + 1], each):
            each = each._replace(same=False)
        if found and not found[-1].same and not each.same:
            last = found.pop()
            each = _Stretch(False, [*last.a, *each.a], [*last.b, *each.b])
        found.append(each)
    return found


def _says_nothing(words: Sequence[str]) -> bool:
    """Whether words are few, and of the kind that join others."""
    plain = [word.strip().lower() for word in words]
    return (
        len(plain) <= _FEWEST
        and APART not in plain
        and all(not word.isalnum() or word in joining_words() for word in plain)
    )


def _is_large(change: _Stretch, between: _Stretch) -> bool:
    """Whether on both sides more is changed than stays between."""
    return max(len(change.a), len(change.b)) > len(between.a)


def _edits(stretches: Iterable[_Stretch]) -> Iterator[WordEdit]:
    for same, a, b in stretches:
        if same:
            yield _same("".join(a), "".join(b))
            continue
        if a:
            yield WordEdit("deleted", "".join(a))
        if b:
            yield WordEdit("inserted", "".join(b))


def _same(a: str, b: str) -> WordEdit:
    return WordEdit("same", a, "" if a == b else b)
