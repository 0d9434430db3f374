"""The lines before a draft: which of them are its masthead, and its title among them.

In: the lines that stand before a draft, top to bottom. Out: those that are its own, its
title with the number before it, the letter of a part.
"""

from __future__ import annotations

import re

from counterdraft.lexicon.layout import layout
from counterdraft.lexicon.organs import organ_names
from counterdraft.lexicon.states import state_of

# A line of a masthead is short; prose before a draft is not.
LINE_LENGTH = 160
_TITLE_LENGTH = 420
# What stands between names in a list.
_BETWEEN = re.compile(r",? and |, ")
# "Algeria and Norway: draft resolution"
SPONSORED = re.compile(
    r"(?P<who>.+?)\s?:\s?\*?\s?"
    r"(?:revised )?(?:draft (?:resolution|decision)|amendments?|draft amendments?)\b",
    re.DOTALL,
)
# "A/C.3/80/L.12/Rev.1", "S/RES/2749(2024)", "A/RES/75/254 A"
SYMBOL = re.compile(
    r"(?<![\w/.-])(?P<symbol>(?:A|S|E|T)/(?:[A-Z0-9][\w.-]*/)*[\w.]*\d[\w.]*"
    r"(?: ?\(\d{4}\)|\([IVXLC]+\))?(?:/(?:Rev|Add|Corr|Amend)\.\d+)*"
    r"(?: [A-Z](?:-[A-Z])?(?= *$))?)\*?"
)
# Between the parts of a masthead in one line: "A/C.3/80/L.12 — Lamps — Distr.: Limited".
_PARTED = re.compile(r"\s+[\u2014\u2013|\u2022\u00b7-]+\s+")
# "Draft resolution A/C.3/80/L.12: Lamps in harbours", and behind it "(adopted 1 May 2030)".
_TAGGED = re.compile(
    rf"(?:(?:Draft )?[Rr]esolution |Draft )?(?P<tag>{SYMBOL.pattern})"
    r"(?:\s?[:,])?\s+(?P<rest>[A-Z].+)"
)
_ADDED = re.compile(r" ?(?P<added>\((?:[Aa]dopted|[Dd]istr|[Ii]ssued)\b[^()]*\))$")
# "Security Council resolution 1325 (2000)", alone on a line
ORGAN_RESOLUTION = re.compile(
    rf"(?:{organ_names()}) (?P<kind>resolution) (?P<number>[\d/ ()IVXL-]+\d\)?)$"
)
# "75/172. The right …", "1514 (XV). Declaration …"
_NUMBER = re.compile(
    r"(?P<number>(?:E?S-)?\d{1,4}/\d{1,3}(?: [A-Z](?:-[A-Z])?)?"
    r"|\d{1,4} (?:[A-Z] )?\((?:S-)?[IVXL]+\))\.? (?=[A-Z\"'])"
)
# "80/… Title": the number is yet to come.
_UNNUMBERED = re.compile(r"\d{1,3}/(?:\u2026|\.\.\.|_+|x+|X+)\.? ")
_AGENDA_ITEM = re.compile(r"(?:Agenda )?[Ii]tems? [\d(][\w ,()-]*")
_ASIDE = re.compile(r"\([^()]*\)")
_LETTER = re.compile(r"(?:Part |Resolution )?([A-H])")
_AMENDMENT = re.compile(r"[Aa]mendment")


def own_lines(lines: list[str]) -> list[str]:
    """The lines right before a draft that are its own: up to the last piece of prose.

    An article's date and byline are not the draft's.
    """
    for i in range(len(lines) - 1, -1, -1):
        line, before = lines[i].strip(), lines[i - 1].strip() if i else ""
        titled = i == len(lines) - 1 or _names_item(before)
        if _ends_prose(line, titled=titled) or layout().mail.match(line):
            return lines[i + 1 :]
    return lines


def _names_item(line: str) -> bool:
    """Whether a line says the agenda item and no more, so that its title follows."""
    return bool(_AGENDA_ITEM.fullmatch(line))


def _ends_prose(line: str, *, titled: bool) -> bool:
    """Whether a line is prose; a title or what introduces a draft may be long, and is none.

    Nor is one with a label that no prose has, and a full stop at its end: "Signatories: Norway,
    Japan, U.K."; "Re: …" may be a mail's.
    """
    if layout().headed.match(line) and not layout().titled.match(line):
        return False
    sentence = line.endswith((".", "?", "!", ".\u201d", '."')) and line.count(" ") > 5
    if not sentence and (titled or len(line) <= LINE_LENGTH or SPONSORED.match(line)):
        return False
    return not layout().masthead.match(line)


def parts_of(line: str) -> list[str]:
    """What a masthead that stands in one line says, piece by piece; any other line as it is."""
    plain = " ".join(line.split())
    if len(plain) > LINE_LENGTH or plain.endswith("."):
        return [line]
    parts = _PARTED.split(plain.strip("*# "))
    if len(parts) > 1 and any(SYMBOL.fullmatch(part) for part in parts):
        return [piece for part in parts for piece in _added(part)]
    tagged = _TAGGED.fullmatch(plain)
    if tagged and not _is_masthead(tagged["rest"]):
        return [tagged["tag"], *_added(tagged["rest"])]
    return [line]


def _added(part: str) -> list[str]:
    """A part, and the day of adoption that stands behind it in brackets."""
    found = _ADDED.search(part)
    return [part[: found.start()], found["added"]] if found and found.start() else [part]


def is_decision(lines: list[str]) -> bool:
    """Whether the last line that says so calls a draft a decision: "Fiji: draft decision"."""
    called = (layout().decision.match(" ".join(line.split())) for line in reversed(lines))
    said = next((each for each in called if each), None)
    return said is not None and said["decision"] is not None


def find_title(
    lines: list[str], sponsor_line: int | None, *, formula: bool, named: str = ""
) -> tuple[str | None, str | None]:
    """The title, and the number that stands before it ("75/172. The right …").

    ``sponsor_line`` is the line that names the sponsors, above which no title stands;
    without a ``formula`` after it, the line ``named``, only a numbered line is taken for one.
    """
    first = 0 if sponsor_line is None else sponsor_line + 1
    for line in reversed(lines[first:]):
        plain = " ".join(line.split()).strip("[] ")
        labelled = layout().titled.match(plain)
        if labelled and formula:
            return clean_title(labelled["words"]), None
        if layout().headed.match(plain) or _is_named(plain, named):
            continue
        numbered = _NUMBER.match(plain)
        if numbered:
            return clean_title(plain[numbered.end() :]), numbered["number"]
        if not plain or _is_masthead(plain):
            continue
        sound = len(plain) <= _TITLE_LENGTH and not plain.endswith((".", ":", ";", "?", "!", ","))
        return (clean_title(plain) if formula and sound else None), None
    return (_title_above(lines, sponsor_line) if formula else None), None


def _is_named(plain: str, named: str) -> bool:
    """Whether a line says no more than the formula ``named``, that is, who the organ is."""
    return bool(plain) and plain.strip("*_ ").lower() in named.strip('"*_[], ').lower()


def _title_above(lines: list[str], sponsor_line: int | None) -> str | None:
    """A title that a label names, or right above a line that lists the sponsors by a label.

    The United Nations prints it below them, Model United Nations above.
    """
    plain = [" ".join(line.split()).strip("[]*_ ") for line in lines]
    named = next(
        (found for line in reversed(plain) if (found := layout().titled.match(line))), None
    )
    if named is not None:
        return clean_title(named["words"])
    if not sponsor_line or SPONSORED.match(plain[sponsor_line]):
        return None
    above = plain[sponsor_line - 1]
    sound = above.count(" ") > 1 and len(above) <= _TITLE_LENGTH and above[-1:] not in ".:;?!,"
    other = (
        _is_masthead(above)
        or layout().headed.match(above)
        or layout().drafts.search(above)
        or _lists_states(above)
    )
    return clean_title(above) if sound and not other else None


def _lists_states(line: str) -> bool:
    """Whether a line is a label, known or not, and names of States: "Delegations: Fiji, Chad"."""
    _, colon, names = line.partition(":")
    return bool(colon) and all(map(state_of, _BETWEEN.split(names.strip())))


def _is_masthead(plain: str) -> bool:
    if layout().title_openings.match(plain):
        return False
    return bool(
        layout().masthead.match(plain)
        or ORGAN_RESOLUTION.fullmatch(plain)
        or _ASIDE.fullmatch(plain)
    )


def title_after(lines: list[str], at: int) -> str | None:
    """The first line after line ``at``, which names the sponsors, that can be a title."""
    for line in lines[at + 1 : at + 5]:
        plain = " ".join(line.split())
        if plain and not plain.endswith((".", ":", ";", ",")) and not _AMENDMENT.match(plain):
            return clean_title(plain)
    return None


def clean_title(title: str) -> str | None:
    """A title without emphasis, the place of a number to come, and quotes around it or unpaired."""
    bare = _UNNUMBERED.sub("", title.strip(" *_"), count=1)
    if len(bare) > 1 and bare[0] in '"\u201c' and bare[-1] in '"\u201d':
        bare = bare[1:-1]
    for opening, closing in ("\u201c\u201d", '""'):
        if bare.count(closing) == 1 and bare.endswith(closing) and opening not in bare[:-1]:
            bare = bare[:-1]
        if bare.count(opening) == 1 and bare.startswith(opening) and closing not in bare[1:]:
            bare = bare[1:]
    return bare.strip() or None


def part_letter(lines: list[str], title: str | None) -> str | None:
    """The "A" or "B" that stands alone right before the title."""
    for line in reversed(lines):
        plain = " ".join(line.split())
        if title and title in plain:
            continue
        found = _LETTER.fullmatch(plain)
        return found[1] if found else None
    return None
