"""Lines → paragraphs: which line breaks are the author's, which the page's.

In: the lines of a text. Out: groups of lines, each one paragraph. A break is the
page's where the next word would not have fitted on the line; it is the author's
where a marker, a formula or the opening verb of a clause follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from counterdraft.lexicon.layout import layout
from counterdraft.lexicon.organs import organ_names
from counterdraft.lexicon.verbs import verbs
from counterdraft.lexicon.wrapping import is_one_word, wrapping
from counterdraft.read.lines import Line
from counterdraft.text.assemble import Assembler
from counterdraft.text.markers import match_marker

_UNWRAPPED = 130
# Among lines this short only one that is full to the last letter was wrapped.
_NARROW = 50
# Of so many lines one may be longer than the text is wide, where this share of them fills it.
_MANY, _FULL_LINES = 20, 0.25
# The figures behind a stop call a note, unless it parts those of a number: "1.5".
_CALLED = (
    r"[\"'\u201d\u2019\])*_]*"
    r"(?:(?<!\d[.,:])\d{1,2}|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3})?$"
)
TERMINAL = re.compile(rf"[.;:,!?]{_CALLED}")
_STOP = re.compile(rf"[.;:!?]{_CALLED}")
_MARKER_ALONE = re.compile(
    r"(?:\(?\d{1,3}(?:bis|ter|alt)?[.)]|\((?:[a-z]{1,2}|[ivxl]+)\)"
    r"|[\u2022\u25cf\u25aa\u00b7*o-]|(?:PP|OP)\s?\d+[.:]?)$"
)
_SYMBOL = re.compile(r"[A-Z]{1,5}/[\w./()-]*\d[\w./() -]*$")
# A masthead in two columns.
_COLUMNS = re.compile(r"[A-Za-z.]{3}\s{4,}\S")
_ASIDE = re.compile(r"\([^()]*\)$|\[[^\[\]]*\]$")
# "Draft resolution S/2030/7", a line of a masthead
_NUMBERED = re.compile(
    r"(?:DRAFT|Draft|Resolution|RESOLUTION) (?:[A-Za-z]+ )?[A-Z]{1,5}/[\w./()-]*\d$"
)
# "B. whereas …", and "2 Calls upon …", where the stop was lost
_CAPITAL = re.compile(r"(?:[A-Z]|[IVX]{1,5})[.)] \w")
_BARE = re.compile(r"\d{1,3} (?=[A-Z])")
# "79/1. Lamps in harbours": a title takes so many lines.
_TITLE, _TITLE_LINES = re.compile(r"(?:E?S-)?\d{1,3}/\d{1,3}(?: [A-Z])?\. [A-Z]"), 6
_CALLS = re.compile(
    r"(?:[^\W\d_](?P<apart> )?|[,;:.)\]\"'\u201d\u2019] ?|\b(?:19|20)\d\d ?)"
    r"(?P<marker>\d{1,3})$"
)
# Words of which no list of States is made.
_PROSE = re.compile(r"(?<![\w'\u2019-])(?!and\b|the\b)[a-z]{3,}")
_LAST_OF_LIST = re.compile(r"[;,] (?:and|or)$")
_LETTER = re.compile(r"\((?P<letter>[a-z]{1,4})\)\s*")
_DASH = re.compile(r"[\u2013\u2014-] ")
# "gender- and age-sensitive": the hyphen is the author's.
_SUSPENDED = re.compile(r"(?:and|or|to)\b")
_DIVIDED = re.compile(r"(\w+)[\u2010-]$")
_WORDS = re.compile(r"[^\W\d_](?:[\w'-]*\w)?")


@cache
def _formula() -> re.Pattern[str]:
    return re.compile(
        rf"[\"'\u201c*_\[ ]*(?:the )?(?:{organ_names()})[*_]*,?[*_\"]*$", re.IGNORECASE
    )


def is_formula(text: str) -> bool:
    """Whether a line names an organ, and nothing else: "The General Assembly,"."""
    return bool(_formula().match(text))


def opens_clause(text: str) -> bool:
    """Whether a line begins as a clause does: a capital and one of the lexicon's verbs."""
    words = _WORDS.findall(text[:80].lstrip("\"'\u201c\u2018*_[ "))[:4]
    if not words or not words[0][0].isupper():
        return False
    table = verbs()
    for i, word in enumerate(words):
        low = word.lower()
        if low in table.forms:
            # "United Nations entities" are no clause.
            named = any(each[0].isupper() for each in words[i + 1 : i + 2])
            return not (named and table.forms[low][0].adjective)
        if low not in table.adverbs and low not in {"in", "this", "that", "regard"}:
            return False
    return False


def opens_counted(before: str, after: str) -> bool:
    """Whether a line begins a clause that a capital counts: "III. Decides …", past a mark."""
    counted = _CAPITAL.match(after)
    if counted is None or not TERMINAL.search(before):
        return False
    return opens_clause(after[counted.end() - 1 :])


def breaks_here(before: str, after: str) -> bool:
    """Whether a break that an author set between two lines of a paragraph begins another."""
    if match_marker(after) and not splits_a_number(before, after):
        return True
    if opens_counted(before, after):
        return True
    if _stands_alone(before, after) or layout().masthead.match(after):
        return True
    return opens_clause(after) and bool(TERMINAL.search(before))


def paragraphs(lines: list[Line]) -> list[list[Line]]:
    """The lines of each paragraph, in order; furniture and notes are passed over."""
    groups: list[list[Line]] = []
    chunk: list[Line] = []
    for line in [*lines, Line(0, 0, "", 0, 0, "blank")]:
        if line.kind in {"text", "call"} and (not chunk or line.depth == chunk[-1].depth):
            chunk.append(line)
            continue
        if line.kind in {"furniture", "note"} and chunk:
            continue
        if chunk:
            _close(groups, chunk)
        chunk = [line] if line.kind in {"text", "call"} else []
    return _rejoin(groups, lines)


def _close(groups: list[list[Line]], chunk: list[Line]) -> None:
    """Divide the lines between two blanks."""
    first, last = _sponsored(chunk)
    if first < last:
        titled = _titled(chunk, last)
        if first:
            _close(groups, chunk[:first])
        groups += [part for part in (chunk[first:last], chunk[last:titled]) if part]
        if chunk[titled:]:
            _close(groups, chunk[titled:])
        return
    width = _width(chunk)
    group = [chunk[0]]
    for line in chunk[1:]:
        if line.kind == "call" or _continues(group, line, width):
            group.append(line)
        else:
            groups.append(group)
            group = [line]
    groups.append(group)


def _continues(group: list[Line], following: Line, width: int) -> bool:
    """Whether a line continues the paragraph that the lines of ``group`` make so far."""
    worded = [line for line in group if line.kind != "call"] or group
    if group[-1].kind == "call" and following.text[0].islower():
        return True
    return (
        _titles_on(worded, following)
        or _unfinished(worded, following, width)
        or _goes_on(worded[-1], following, width, begun=len(worded) > 1)
        or (
            lists_on([each.text for each in worded], following.text)
            and _is_full(worded[-1].text, following.text, width)
        )
    )


def _width(chunk: list[Line]) -> int:
    """How long the lines of a chunk may be: as the longest, or as all but a few of many are.

    A program that copies from a page may miss the end of a line now and then.
    """
    lengths = sorted(len(line.text) for line in chunk)
    if len(lengths) < _MANY:
        return lengths[-1]
    width = lengths[-1 - len(lengths) // _MANY]
    full = sum(0.8 * width <= each <= width for each in lengths)
    return width if width <= _UNWRAPPED and full >= _FULL_LINES * len(lengths) else lengths[-1]


def _sponsored(chunk: list[Line]) -> tuple[int, int]:
    """Which lines list the sponsors, up to "Fiji and Malta: draft resolution": from, and before.

    They stand together, and apart from the title above or below them. Nothing where there are none.
    """
    for last, line in enumerate(chunk):
        if not layout().tabled.search(line.text):
            continue
        first = last
        while first and _lists_sponsors(chunk[first - 1].text):
            first -= 1
        if ":" in chunk[last].text or first < last:
            return first, last + 1
    return 0, 0


def _titled(chunk: list[Line], first: int) -> int:
    """Where the title that begins at line ``first`` ends: before the formula, if that is near."""
    for i in range(first, min(first + _TITLE_LINES + 1, len(chunk))):
        if is_formula(chunk[i].text):
            return i
        if TERMINAL.search(chunk[i].text) and not chunk[i].text.endswith((",", ":")):
            break
    return first


def _titles_on(group: list[Line], following: Line) -> bool:
    """Whether a line goes on with a title that its number opens: "79/1. Lamps and Oil in⏎Ports"."""
    if not _TITLE.match(group[0].text) or len(group) >= _TITLE_LINES:
        return False
    text = following.text
    return not (TERMINAL.search(group[-1].text) or is_formula(text) or text.startswith(("(", "[")))


def _lists_sponsors(text: str) -> bool:
    """Whether the next line goes on with a list of sponsors, or says what they table."""
    listed = text.endswith((",", " and", ":")) or ("," in text and not _PROSE.search(text))
    return listed and not opens_clause(text) and not is_formula(text)


def _goes_on(line: Line, following: Line, width: int, *, begun: bool) -> bool:
    """Whether ``following`` continues the paragraph of ``line``, which ``begun`` before it."""
    before, after = line.text, following.text
    if _splits_a_name(before, after, width) or call_at_end(line, following):
        return True
    if _MARKER_ALONE.match(before):
        return True
    if _DASH.match(after) and _is_cut(before, width):
        return True
    if _names_a_point(before, after, width):
        return True
    if match_marker(after) and not splits_a_number(before, after):
        return False
    if _CAPITAL.match(after) and before.endswith((";", ",", ":")):
        return False
    bare = _BARE.match(after)
    if bare and opens_clause(after[bare.end() :]) and not splits_a_number(before, after):
        return False
    # A formula is a line of its own; what goes on from another is the end of a sentence.
    if _stands_alone("" if begun and is_formula(before) else before, after):
        return False
    ends = bool(TERMINAL.search(before))
    if _breaks_off(before) or (before.endswith(":") and _is_full(before, after, width)):
        return width <= _UNWRAPPED
    if opens_clause(after) and (ends or len(before) < 0.8 * width or before.endswith('"')):
        return False
    if width > _UNWRAPPED:
        return False
    full = _is_full(before, after, width)
    lower = after[0].islower() or after[0].isdigit() or after[0] in "(\"'\u201c"
    if wrapping().unfinished.search(before):
        return True
    if not ends:
        return lower or full or (width >= _NARROW and len(before) >= 0.8 * width)
    if _STOP.search(before):
        return full and len(before) >= 0.6 * width and (following.indent <= line.indent or lower)
    return full or len(before) >= (0.6 if lower else 0.7) * width


def _splits_a_name(before: str, after: str, width: int) -> bool:
    """Whether the name of an organ that fills a line is the end of the sentence before it.

    "… the proposals of the Secretary-General and of the General⏎Assembly,"
    """
    if not is_formula(after) or after.lower().lstrip("\"'*_[ ").startswith("the "):
        return is_formula(after) and after[0].islower()
    full = _is_full(before, after, width) or len(before) >= 0.8 * width
    return bool(wrapping().unfinished.search(before)) or (full and not TERMINAL.search(before))


def call_at_end(line: Line, following: Line) -> re.Match[str] | None:
    """The call of a note at which a line was broken, as when one copies from a page.

    "… on disarmament,1⏎as well as", "… Palestinian people 1⏎ and the subsequent". Where it stands
    ``apart`` from a word, only the number that is next among the notes' is one.
    """
    found = _CALLS.search(line.text)
    if found and (following.indent == line.indent + 1 or following.text[:1].islower()):
        return found
    return None


def _unfinished(group: list[Line], following: Line, width: int) -> bool:
    """Whether a clause, which ends with a mark, was broken before a name, however short its line.

    "1. Urges the States members of the Central⏎Lamp Board"
    """
    before, after = group[-1].text, following.text
    behind_a_call = len(group) > 1 and call_at_end(group[-2], group[-1]) is not None
    short = len(before) < 0.5 * width and not behind_a_call
    ended = TERMINAL.search(before) and not (before.endswith(":") and _is_quoting(group))
    if width > _UNWRAPPED or ended or short:
        return False
    marker = match_marker(group[0].text)
    at = marker.end if marker and marker.kind == "number" else 0
    if not opens_clause(group[0].text[at:]) or match_marker(after) or opens_clause(after):
        return False
    return not _stands_alone("" if len(group) > 1 else before, after)


def _is_quoting(group: list[Line]) -> bool:
    """Whether a quotation was opened in the midst of a paragraph, and is not closed."""
    words = " ".join(line.text for line in group)[1:]
    return words.count("\u201c") > words.count("\u201d")


def _breaks_off(before: str) -> bool:
    """Whether a line ends where no sentence does, and no item of a list either."""
    return bool(wrapping().unfinished.search(before)) and not _LAST_OF_LIST.search(before)


def _names_a_point(before: str, after: str, width: int) -> bool:
    """Whether a letter at the head of a line stands in the midst of a sentence.

    "… in paragraph 45⏎(b) of its report", "… towards target⏎(g) of the Framework"
    """
    letter = _LETTER.match(after)
    if letter is None or TERMINAL.search(before):
        return False
    if wrapping().numbered.search(before):
        return True
    return after[letter.end() :][:1].islower() and _is_full(before, after, width)


def lists_on(lines: Sequence[str], following: str) -> bool:
    """Whether a letter at the head of a line is the next of a list within the paragraph.

    "… through: (a) training;⏎(b) equipment; and (c) funds": "(a)" begins no line there.
    """
    letter = _LETTER.match(following)
    if letter is None or len(letter["letter"]) > 1 or letter["letter"] == "a":
        return False
    last = f"({chr(ord(letter['letter']) - 1)}) "
    within = any(last in line[len(last) :] for line in lines)
    return within and not any(line.startswith(last) for line in lines)


def _is_full(before: str, after: str, width: int) -> bool:
    """Whether the first word of the next line would not have fitted on a line."""
    return len(before) + 1 + len(after.split(" ", 1)[0]) > width


def _is_cut(before: str, width: int) -> bool:
    """Whether a line ends in the midst of a sentence, so that a dash after it opens no point.

    "in three dimensions – economic and social⏎– in a balanced manner"
    """
    full = len(before) >= 0.6 * width and width >= _NARROW
    return full and not TERMINAL.search(before) and not _DASH.match(before)


def _stands_alone(before: str, after: str) -> bool:
    """Whether one of two lines is no part of a paragraph: masthead, formula, heading, aside."""
    return bool(
        _ASIDE.match(after)
        or _ASIDE.match(before)
        or _COLUMNS.search(before)
        or _COLUMNS.search(after)
        or _SYMBOL.match(before)
        or _NUMBERED.match(before)
        or _NUMBERED.match(after)
        or (layout().apart.match(after) and not splits_a_number(before, after))
        or (layout().headed.match(after) and not _breaks_off(before))
        or is_formula(before)
        or is_formula(after)
        or before.startswith("#")
        or after.startswith("#")
    )


def splits_a_number(before: str, after: str) -> bool:
    """ "… in its resolution⏎70/1. …" is no marker, nor is a year at the end of a sentence."""
    return after[:1].isdecimal() and before.rstrip().endswith(wrapping().before_number)


def _rejoin(groups: list[list[Line]], lines: list[Line]) -> list[list[Line]]:
    """Put together what a page break or a marker on a line of its own took apart."""
    furniture = {line.number for line in lines if line.kind in {"furniture", "note"}}
    joined: list[list[Line]] = []
    for group in groups:
        if joined and joined[-1][-1].depth == group[0].depth:
            last, first = joined[-1][-1], group[0]
            between = range(last.number + 1, first.number)
            page_break = any(n in furniture for n in between)
            alone = len(joined[-1]) == 1 and _MARKER_ALONE.match(last.text)
            broken = page_break and not _STOP.search(last.text) and not match_marker(first.text)
            if alone or (broken and (_breaks_off(last.text) or not opens_clause(first.text))):
                joined[-1] = [*joined[-1], *group]
                continue
        joined.append(group)
    return joined


def join_line(out: Assembler, line: Line) -> None:
    """Join a line to the text before it: by a blank, or by nothing where a word was divided."""
    tail = out.tail(40)[-40:]
    divided = _DIVIDED.search(tail)
    if divided and line.text[:1].isalpha() and not _SUSPENDED.match(line.text):
        rest = _WORDS.match(line.text)
        own = (
            divided[1].lower() in wrapping().hyphenated
            or divided[1][-1].isdigit()
            or line.text[0].isupper()
        )
        if not own or (rest and rest[0].islower() and is_one_word(divided[1] + rest[0])):
            out.drop_last(1)
    else:
        out.add_blank(max(0, line.start - 1))
