"""A text's lines: what of each is text, how deep it is quoted, and what is furniture.

In: the decoded text of a source. Out: ``Line`` values with offsets into it. Running
heads, page numbers and job numbers that came along from a page are marked, and the
notes that stand under a rule at the foot of one.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_QUOTE = re.compile(r"(?:[ \t]{0,3}>)+ ?")
_SYMBOL = r"[A-Z]{1,5}/[\w./()-]*\d[\w./()*-]*"
_JOB = r"\d{2}-\d{5}"
_FURNITURE = re.compile(
    rf"(?:\d{{1,3}}/\d{{1,3}}(?:\s+{_JOB})?"
    rf"|{_JOB}(?:\s*\([EFSRAC]\))?(?:\s+\d{{6}}|\s+\d{{1,3}}/\d{{1,3}})?"
    r"|\*\d{6,8}\*|[Pp]age \d+(?: of \d+)?|-\s?\d{1,3}\s?-|/?\.\.\.|Please recycle.{0,3})$"
)
# A running head with the title beside the symbol: "A/80/L.3     Lamps and peace", or the other way.
_PRINTED = rf"{_SYMBOL}(?: (?:[A-Z]{{1,2}}|\(\d{{4}}\)))?"
_RUNNING_HEAD = re.compile(rf"{_PRINTED}$")
_TITLED_HEAD = re.compile(rf"{_PRINTED}(?:[ ]{{2,}}|\t)\S.*|.*\S(?:[ ]{{2,}}|\t){_PRINTED}$")
# The symbol of the document itself, in so many of its first lines.
_OWN_SYMBOL, _MASTHEAD = re.compile(rf"(?<!\S){_PRINTED}$"), 6
# It may take so many lines; the first of several is at least so long.
_HEAD_LINES, _FULL = 3, 50
# And so many, where it comes again with all of them.
_SHARED_LINES = 8
_ENDS = re.compile(r"[.;:,!?]$")
_RULE = re.compile(r"(?:_{5,}|-{8,}|\u2014{4,}|\u2500{4,}|\u2015{4,})$")
_NOTE = re.compile(
    r"(?:(?P<marker>\d{1,3}|[*\u2020\u2021]{1,3}|[a-z])[ \t]+"
    r"|(?P<raised>[\u00b9\u00b2\u00b3\u2070-\u2079]{1,3})[ \t]*)(?=\S)"
)


class Line(NamedTuple):
    """One line: ``text`` stands at offset ``start`` of the source's text, quoted ``depth`` deep."""

    number: int
    start: int
    text: str
    depth: int
    indent: int
    kind: str = "text"  # text, blank, furniture, rule, note


def split_lines(text: str) -> list[Line]:
    """Every line of ``text``, with its kind."""
    lines: list[Line] = []
    offset = 0
    for number, raw in enumerate(text.splitlines(keepends=True), 1):
        quote = _QUOTE.match(raw)
        lead = quote.end() if quote else 0
        depth = raw[:lead].count(">") if quote else 0
        body = raw[lead:]
        stripped = body.strip()
        skip = lead + len(body) - len(body.lstrip())
        indent = len(body[: len(body) - len(body.lstrip())].expandtabs(4))
        lines.append(
            Line(number, offset + skip, stripped, depth, indent, "text" if stripped else "blank")
        )
        offset += len(raw)
    return _with_notes(_with_own_heads(_with_titled_heads(_with_furniture(lines))))


def is_furniture(text: str) -> bool:
    """Whether a line by itself is a page number, a job number, or the like."""
    return bool(_FURNITURE.match(text))


def is_running_head(text: str) -> bool:
    """Whether a line is nothing but a symbol, as over the pages of a document."""
    return bool(_RUNNING_HEAD.match(text))


def _with_furniture(lines: list[Line]) -> list[Line]:
    """Mark page numbers, job numbers, and running heads from their second time on."""
    heads: set[str] = set()
    marked = []
    for line in lines:
        if line.kind == "text":
            if is_furniture(line.text):
                line = line._replace(kind="furniture")
            elif _RULE.match(line.text):
                line = line._replace(kind="rule")
            elif is_running_head(line.text):
                if line.text in heads:
                    line = line._replace(kind="furniture")
                heads.add(line.text)
            else:
                heads.update(re.findall(rf"(?<!\S){_SYMBOL}$", line.text)[:1])
        marked.append(line)
    return marked


def _with_titled_heads(lines: list[Line]) -> list[Line]:
    """Mark running heads with a title beside the symbol: such as come again, or begin a page."""
    found = [
        i for i, line in enumerate(lines) if line.kind == "text" and _TITLED_HEAD.match(line.text)
    ]
    places: dict[str, list[int]] = {}
    for i in found:
        places.setdefault(lines[i].text, []).append(i)
    shared = {text: _shared_lines(lines, at) for text, at in places.items()}
    marked = list(lines)
    for i in found:
        text = lines[i].text
        if len(places[text]) > 1 or _begins_a_page(marked, i):
            for j in range(i, i + max(shared[text], _lines_of_head(lines, i))):
                marked[j] = lines[j]._replace(kind="furniture")
    return marked


def _with_own_heads(lines: list[Line]) -> list[Line]:
    """Mark heads whose title and symbol one blank parts, as they are copied from a page.

    Such a line has the symbol with which the document begins, and stands beside a page's number.
    """
    first = (line.text for line in lines[:_MASTHEAD] if line.kind == "text")
    own = next((found for text in first if (found := _OWN_SYMBOL.search(text))), None)
    if own is None:
        return lines
    symbol, marked = own[0], list(lines)
    for i in range(_MASTHEAD, len(lines)):
        text = lines[i].text
        headed = text.startswith(f"{symbol} ") or text.endswith(f" {symbol}")
        if lines[i].kind == "text" and headed and _is_beside_furniture(lines, i):
            marked[i] = lines[i]._replace(kind="furniture")
    return marked


def _is_beside_furniture(lines: list[Line], i: int) -> bool:
    """Whether the next line, or the last one, that is not blank numbers a page, or the like."""
    after = (line for line in lines[i + 1 : i + 4] if line.kind != "blank")
    return _begins_a_page(lines, i) or next((x.kind == "furniture" for x in after), False)


def _shared_lines(lines: list[Line], places: list[int]) -> int:
    """How many lines a running head takes that comes again: those that are the same each time."""
    if len(places) < 2:
        return 1
    for n in range(1, _SHARED_LINES):
        texts = {lines[i + n].text if i + n < len(lines) else "" for i in places}
        if len(texts) > 1 or "" in texts:
            return n
    return _SHARED_LINES


def _begins_a_page(lines: list[Line], i: int) -> bool:
    """Whether the last line before it that is not blank numbers a page, or the like."""
    before = (line for line in reversed(lines[:i]) if line.kind != "blank")
    return next((line.kind == "furniture" for line in before), False)


def _lines_of_head(lines: list[Line], i: int) -> int:
    """How many lines a running head takes: more than one where a blank closes them."""
    for n in range(1, _HEAD_LINES + 1):
        if i + n >= len(lines) or lines[i + n].kind != "text":
            return n
        if len(lines[i + n - 1].text) < _FULL or _ENDS.search(lines[i + n].text):
            return 1
    return 1


def _with_notes(lines: list[Line]) -> list[Line]:
    """Mark what stands between a rule and the end of its page as notes."""
    marked: list[Line] = []
    inside = False
    for i, line in enumerate(lines):
        if line.kind == "rule":
            inside = _notes_follow(lines, i + 1)
            marked.append(line._replace(kind="furniture") if inside else line)
            continue
        if (inside and line.kind == "furniture") or (
            inside and line.kind == "blank" and not _notes_follow(lines, i + 1)
        ):
            inside = False
        elif inside and line.kind == "text":
            line = line._replace(kind="note")
        marked.append(line)
    return [x._replace(kind="text") if x.kind == "rule" else x for x in marked]


def _notes_follow(lines: list[Line], i: int) -> bool:
    while i < len(lines) and lines[i].kind == "blank":
        i += 1
    return i < len(lines) and lines[i].kind == "text" and bool(_NOTE.match(lines[i].text))


def split_note(text: str) -> tuple[str, str] | None:
    """A note's marker in plain digits and its words; None for a continued line."""
    match = _NOTE.match(text)
    if match is None:
        return None
    return plain_marker(match["marker"] or match["raised"]), text[match.end() :].strip()


_SUPERSCRIPT = str.maketrans(
    "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079", "0123456789"
)


def plain_marker(marker: str) -> str:
    """Superscript digits as plain ones."""
    return marker.translate(_SUPERSCRIPT)
