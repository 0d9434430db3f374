"""What a draft says of itself before its first paragraph: symbol, session, sponsors, title.

In: a draft's place, the blocks that may head it, what the source's metadata declares.
Out: a :class:`Header`. A field that the text does not settle stays None.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from counterdraft.draft.sponsors import Sponsorship, named_sponsors
from counterdraft.lexicon.dates import ordinals
from counterdraft.lexicon.layout import layout
from counterdraft.lexicon.organs import Organ
from counterdraft.model import Adoption, Declared, Document, Speaker
from counterdraft.parse.boundaries import Draft
from counterdraft.parse.dates import day_pattern, iso, meeting_and_day
from counterdraft.parse.masthead import (
    LINE_LENGTH,
    ORGAN_RESOLUTION,
    SPONSORED,
    SYMBOL,
    find_title,
    is_decision,
    own_lines,
    part_letter,
    parts_of,
    title_after,
)  # fmt: skip
from counterdraft.parse.noted import said_lines

SessionKind = Literal["regular", "special", "emergency special"]

# What may stand on a symbol's line when it is the document's own.
_BESIDE_SYMBOL = re.compile(
    r"(?:United Nations|Nations Unies|General Assembly|Security Council|Economic and Social Council"
    r"|Human Rights Council|Draft resolution|Symbol|Document|UN|Draft|Distr\.: \w+|Original: \w+"
    r"|\d{1,2} \w+ \d{4}|[\w-]+ (?:special |emergency special )?session|\W)*",
    re.IGNORECASE,
)
_COUNCIL_NUMBER = re.compile(r"(?:Draft )?Resolution (\d{1,4} ?\(\d{4}\))", re.IGNORECASE)
_BARE = re.compile(r"\d|E?S-\d")
# "3363 (XXX)", "217 A (III)": the letter of a part is dropped with the blanks.
_BLANK_BEFORE_SESSION = re.compile(r"(?: [A-Z])? (?=\((?:E?S-)?[IVXLC]+\)$)")
_ITEM = re.compile(
    r"(?:Agenda )?[Ii]tems? "
    r"(?P<item>\d{1,3}(?: ?\([a-z]\))*"
    r"(?:(?:,| and| to) (?:\d{1,3}(?: ?\([a-z]\))*|\([a-z]\)))*)"
)
_ADOPTED = re.compile(r"\b[Aa]dopted\b.{0,120}", re.DOTALL)
# "Decision 61/105 adopted by the Human Rights Council on …"
_DECIDED = re.compile(r"^Decision (?:(?P<number>\d{1,3}/\d{1,4}) )?adopted\b", re.MULTILINE)
_NO_TITLE = re.compile(r"Resolution|Adopted")
_PART_LETTER = re.compile(r" [A-Z](-[A-Z])?$")
_BLANK_BEFORE_YEAR = re.compile(r" (?=\(\d{4}\))")
_SPECIAL = re.compile(r"/(?P<kind>E?S)-(?P<n>\d+)/")
_REGULAR = re.compile(r"A/(?:HRC/)?(?:C\.\d/|RES/|HRC/RES/)?(?P<n>\d{1,3})/")
_COMMITTEE_SYMBOL = re.compile(r"A/C\.(\d)/")
_HEAD_LINES = 40
_SPONSORS_LENGTH = 3000


class Header(Struct, frozen=True):
    """A draft's own data, each None where it is not said."""

    kind: Literal["resolution", "draft"] = "draft"
    decision: bool = False
    symbol: str | None = None
    title: str | None = None
    session: int | None = None
    session_kind: SessionKind | None = None
    date: str | None = None
    committee: str | None = None
    agenda_item: str | None = None
    draft_symbol: str | None = None
    sponsors: tuple[str, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    subjects: tuple[str, ...] = ()
    adoption: Adoption = Adoption()
    part: str | None = None

    def following(self, before: Header) -> Header:
        """What a part B takes over from the header of part A before it."""
        if not self.part or self.symbol or not before.part or not before.symbol:
            return self
        series = re.sub(r" [A-Z]$", "", before.symbol)
        return replace(
            before, symbol=f"{series} {self.part}", title=self.title, part=self.part,
            date=self.date or before.date,
        )  # fmt: skip


def read_header(document: Document, draft: Draft) -> Header:
    """The header of one draft: what its source's metadata declare, else what stands before it."""
    if draft.declared is not None:
        return _from_metadata(draft.declared, draft.organ)
    depth = document.blocks[draft.first].quoted
    blocks = document.blocks[draft.head[0] : draft.head[1]]
    lines = said_lines(document, [each for each in blocks if each.quoted == depth])
    named = draft.formula.block.span.of(document.text) if draft.formula else ""
    header = header_from_lines(lines, draft.organ, formula=bool(named), named=named)
    closing = _closing_date(document, draft)
    return replace(header, date=closing) if closing else header


def _closing_date(document: Document, draft: Draft) -> str | None:
    """The day that stands with the number of the meeting after the last paragraph."""
    last = max(item.found.place for item in draft.items if item.kind not in {"annex", "annexed"})
    lines = [b.span.of(document.text) for b in document.blocks[last + 1 : last + 4]]
    found = meeting_and_day().match(" ".join(lines))
    return iso(found["year"], found["month"], found["day"]) if found else None


def _from_metadata(declared: Declared, organ: Organ | None) -> Header:
    symbol = full_symbol(declared.symbol, organ) if declared.symbol else None
    session, kind = _session_of(symbol, declared.session or "")
    committee = layout().committee.search(declared.committee or "")
    item = _ITEM.search(declared.agenda_item or "")
    who = named_sponsors(declared.sponsors or "")
    return Header(
        kind=declared.kind or ("resolution" if symbol and "/RES/" in symbol else "draft"),
        symbol=symbol,
        title=declared.title,
        session=session,
        session_kind=kind,
        date=declared.date,
        committee=committee[0] if committee else None,
        agenda_item=item["item"] if item else None,
        draft_symbol=declared.draft_symbol,
        sponsors=who.sponsors,
        speakers=who.speakers,
        subjects=declared.subjects,
        adoption=declared.adoption,
    )


def full_symbol(symbol: str, organ: Organ | None, *, decided: bool = False) -> str:
    """A symbol without the blanks before its year; a bare number with its organ's prefix.

    ``decided``: the number is a decision's.
    """
    clean = " ".join(symbol.split()).rstrip(".*")
    clean = _BLANK_BEFORE_YEAR.sub("", clean)
    clean = _BLANK_BEFORE_SESSION.sub("", clean)
    if _BARE.match(clean) and organ is not None:
        form = organ.decision if decided and organ.decision else organ.resolution
        return form.format(n=clean)
    return clean


def header_from_lines(
    lines: list[str], organ: Organ | None, *, formula: bool, named: str = ""
) -> Header:
    """What the lines before a text of ``organ`` say of it.

    ``formula``: its formula follows them, which ``named`` is.
    """
    near = [part for line in own_lines(lines[-_HEAD_LINES:]) for part in parts_of(line)]
    who, sponsor_line = find_sponsors(near)
    title, numbered = find_title(near, sponsor_line, formula=formula, named=named)
    letter = part_letter(near, title)
    joined = "\n".join(line for line in near if len(line) <= LINE_LENGTH)
    symbol = _with_part(_symbol_of(near, numbered, organ, _DECIDED.search(joined)), letter)
    session, kind = _session_of(symbol, joined)
    adopted = _ADOPTED.search(joined)
    final = (symbol and "/RES/" in symbol) or (adopted and "draft" not in joined.lower())
    committee = layout().committee.search(f"{joined}\n{named}")
    item = _ITEM.search(joined)
    council = organ is not None and organ.id == "security_council"
    return Header(
        kind="resolution" if final else "draft",
        decision=is_decision(near) or _DECIDED.search(joined) is not None,
        symbol=symbol,
        title=None if council and not _titled(title) else title,
        session=session,
        session_kind=kind,
        date=_date(joined, adopted[0] if adopted else ""),
        committee=committee[0] if committee else _committee_of(symbol),
        agenda_item=item["item"] if item else None,
        sponsors=who.sponsors,
        speakers=who.speakers,
        part=letter,
    )


def _symbol_of(
    lines: list[str], numbered: str | None, organ: Organ | None, decided: re.Match[str] | None
) -> str | None:
    """The symbol on a line of its own, unless the number before the title says more.

    ``decided`` is what says that it is a decision, with its number where that stands there.
    """
    symbol = _own_symbol(lines, organ)
    number = numbered or (decided["number"] if decided else None)
    if number and not (symbol and "/RES/" in symbol):
        return full_symbol(number, organ, decided=decided is not None)
    return symbol


def _with_part(symbol: str | None, letter: str | None) -> str | None:
    if letter and symbol and not symbol.endswith(f" {letter}"):
        return f"{_PART_LETTER.sub('', symbol)} {letter}"
    return symbol


def _titled(title: str | None) -> bool:
    return bool(title) and not _NO_TITLE.match(title or "")


def _own_symbol(lines: list[str], organ: Organ | None) -> str | None:
    """The symbol that stands for the document itself: alone on a line, or in its masthead."""
    council = None
    for line in reversed(lines):
        plain = " ".join(line.split())
        named = ORGAN_RESOLUTION.fullmatch(plain)
        if named and organ is not None:
            return full_symbol(named["number"], organ)
        numbered = _COUNCIL_NUMBER.fullmatch(plain)
        if numbered and organ is not None and organ.id == "security_council":
            council = full_symbol(numbered[1], organ)
        found = list(SYMBOL.finditer(plain))
        if not found:
            continue
        last = found[-1]
        rest = (plain[: last.start()] + plain[last.end() :]).strip(" *.:-")
        if not rest or _BESIDE_SYMBOL.fullmatch(rest):
            return full_symbol(last["symbol"], organ)
    return council


def find_sponsors(lines: list[str]) -> tuple[Sponsorship, int | None]:
    """Who sponsors, and on which line that is said; the first of several with labels."""
    for i in range(len(lines) - 1, -1, -1):
        who, labelled = _sponsors_in(lines, i)
        if who.sponsors:
            return _with_labelled_above(lines, i, who) if labelled else (who, i)
    return Sponsorship(), None


def _with_labelled_above(lines: list[str], at: int, who: Sponsorship) -> tuple[Sponsorship, int]:
    """With whom the labels above it name: "Main submitter: Fiji", then "Co-sponsors: Malta"."""
    for i in range(at - 1, -1, -1):
        if not layout().headed.match(" ".join(lines[i].split())):
            break
        above, labelled = _sponsors_in(lines, i)
        if labelled:
            at, who = i, Sponsorship(
                tuple(dict.fromkeys((*above.sponsors, *who.sponsors))),
                tuple(dict.fromkeys((*above.speakers, *who.speakers))),
            )  # fmt: skip
    return who, at


def _sponsors_in(lines: list[str], i: int) -> tuple[Sponsorship, bool]:
    """Who sponsors by the line ``i``, and whether a label says so."""
    said, labelled = _said(" ".join(lines[i].split()))
    surely = labelled or (bool(said) and _titled_besides(lines, i))
    return named_sponsors(said, listed_surely=surely), labelled and bool(said)


def _said(line: str) -> tuple[str, bool]:
    """What a line says of the sponsors, in its words, and whether a label says that it does.

    The words are empty where it does not.
    """
    found = SPONSORED.match(line)
    if found:
        return (found["who"] if len(found["who"]) < _SPONSORS_LENGTH else ""), False
    line = layout().signatories.split(line)[0]
    said = layout().sponsors.search(line) if len(line) < _SPONSORS_LENGTH else None
    who = (said["who"] or said["whose"]) if said else ""
    if said is None or layout().officer.match(who):
        return "", False
    return who, line[: said.start("who" if said["who"] else "whose")].rstrip().endswith(":")


def _titled_besides(lines: list[str], i: int) -> bool:
    """Whether a title stands besides a line that ends with "draft resolution", and so is none."""
    if not layout().tabled.search(lines[i].strip()):
        return False
    labelled = any(layout().titled.match(" ".join(line.split())) for line in lines)
    return labelled or title_after(lines, i) is not None


@cache
def _session_words() -> re.Pattern[str]:
    words = "|".join(sorted(ordinals(), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<word>{words})\s+"
        r"(?P<kind>(?:resumed\s+)?(?:emergency\s+special|special|regular|substantive)?)"
        r"\s*session",
        re.IGNORECASE,
    )


def _session_of(symbol: str | None, text: str) -> tuple[int | None, SessionKind | None]:
    """The session that the symbol names, else the words of the masthead."""
    if symbol:
        special = _SPECIAL.search(symbol)
        if special:
            return int(special["n"]), "emergency special" if special["kind"] == "ES" else "special"
        regular = _REGULAR.match(symbol)
        if regular:
            return int(regular["n"]), "regular"
    found = _session_words().search(text)
    if found is None:
        return (int(text), "regular") if text.isdecimal() else (None, None)
    kind = found["kind"].lower()
    which: SessionKind = "regular"
    if "special" in kind:
        which = "emergency special" if "emergency" in kind else "special"
    return ordinals()[found["word"].lower()], which


def _committee_of(symbol: str | None) -> str | None:
    found = _COMMITTEE_SYMBOL.match(symbol or "")
    return layout().committees.get(found[1]) if found else None


@cache
def _day() -> re.Pattern[str]:
    return re.compile(day_pattern())


def _date(masthead: str, adopted: str) -> str | None:
    """The day of adoption where it is said, else of issue."""
    found = _day().search(adopted)
    lines = masthead.splitlines()
    for line in lines if found is None else ():
        dated = _day().search(line)
        if dated and (
            len(line) <= 20 or "Distr" in line or (dated.end() == len(line) and len(line) < 60)
        ):
            found = dated
            break
    return iso(found["year"], found["month"], found["day"]) if found else None
