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

from counterdraft.lexicon.organs import Organ, organ_names, organs
from counterdraft.lexicon.states import find_states, state_of
from counterdraft.model import Declared, Document, Span
from counterdraft.parse.boundaries import Draft
from counterdraft.parse.dates import day_pattern, iso, ordinals

SessionKind = Literal["regular", "special", "emergency special"]

_SYMBOL = re.compile(
    r"(?<![\w/.-])(?P<symbol>(?:A|S|E|T)/(?:[A-Z0-9][\w.-]*/)*[\w.]*\d[\w.]*(?: ?\(\d{4}\)|\([IVXLC]+\))?(?:/(?:Rev|Add|Corr|Amend)\.\d+)*(?: [A-Z](?:-[A-Z])?(?= *$))?)\*?"
)
_NUMBER = re.compile(
    r"(?P<number>(?:E?S-)?\d{1,4}/\d{1,3}(?: [A-Z](?:-[A-Z])?)?|\d{1,4} (?:[A-Z] )?\((?:S-)?[IVXL]+\))\.? (?=[A-Z\"'])"
)
_SPONSORED = re.compile(
    r"(?P<who>.+?)\s?:\s?\*?\s?(?:revised )?(?:draft (?:resolution|decision)|amendments?|draft amendments?)\b",
    re.DOTALL,
)
_SPONSOR_LINE = re.compile(
    r"(?:submitted|sponsored|co-sponsored|tabled|introduced|presented) by:? (?P<who>.+)|(?:main )?(?:co-?)?(?:sponsors?|submitters?|signatories)\s?: (?P<who2>.+)",
    re.IGNORECASE,
)
_COMMITTEE = re.compile(
    r"(?:First|Second|Third|Fourth|Fifth|Sixth) Committee|Special Political and Decolonization Committee"
)
_ITEM = re.compile(
    r"(?:Agenda )?[Ii]tems? (?P<item>\d{1,3}(?: ?\([a-z]\))*(?: (?:and|to) ?(?:\d{1,3} ?)?\([a-z]\))*)"
)
_BY_NUMBER = {
    "1": "First Committee",
    "2": "Second Committee",
    "3": "Third Committee",
    "4": "Special Political and Decolonization Committee",
    "5": "Fifth Committee",
    "6": "Sixth Committee",
}
_MASTHEAD = re.compile(
    r"(?:United Nations|General Assembly|Security Council|Economic and Social Council|Human Rights Council|Distr\.|Original:|Limited|English|Agenda item|Item \d|"
    r"Provisional|Resolutions? adopted|Adopted by|Resolution \d|Draft resolution|Draft proposal|\[|\(|DRAFT|Draft\b|PP|OP|Annex|on the report of|Committee$|[\w-]+ (?:special |emergency special |substantive )?session|"
    r"(?:Subject|From|To|Date|Sent|Cc|Re|Key|Facilitators?|Rev)\b ?[:.]|[*_\d\W]+$|[A-Z]{1,5}/|Note:|\w+ Committee$|Without reference|Reissued|Explanatory|PRESS RELEASE|[IVX]{1,5}$|[A-Z]$|\d{1,2} [A-Z][a-z]+ \d{4}$)",
)
_TITLE_LENGTH = 420
_HEAD_LINES = 40
# A line of a masthead is short; prose before a draft is not.
_LINE_LENGTH = 160
_ORGAN_RESOLUTION = re.compile(
    rf"(?:{organ_names()}) (?P<kind>resolution) (?P<number>[\d/ ()IVXL-]+\d\)?)$"
)
_UNNUMBERED = re.compile(r"\d{1,3}/(?:\u2026|\.\.\.|_+|x+|X+)\.? ")


class Header(Struct, frozen=True):
    """A draft's own data, each None where it is not said."""

    kind: Literal["resolution", "draft"] = "draft"
    symbol: str | None = None
    title: str | None = None
    session: int | None = None
    session_kind: SessionKind | None = None
    date: str | None = None
    committee: str | None = None
    agenda_item: str | None = None
    draft_symbol: str | None = None
    sponsors: tuple[str, ...] = ()
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


def read_header(document: Document, straight: str, draft: Draft) -> Header:
    """The header of one draft."""
    if draft.declared is not None:
        return _from_metadata(draft.declared, draft.organ)
    lines = [
        document.text[b.span.start : b.span.end]
        for b in document.blocks[draft.head[0] : draft.head[1]]
        if b.quoted == document.blocks[draft.first].quoted
    ]
    header = _from_lines(lines, draft.organ, formula=draft.formula is not None)
    closing = _closing_date(document, draft)
    return replace(header, date=closing) if closing else header


def _closing_date(document: Document, draft: Draft) -> str | None:
    """The day that stands with the number of the meeting after the last paragraph."""
    last = max(item.found.index for item in draft.items if item.kind not in {"annex", "annexed"})
    lines = [b.span.of(document.text) for b in document.blocks[last + 1 : last + 4]]
    words = " ".join(lines)
    found = re.match(
        rf"\d{{1,5}}(?:st|nd|rd|th)(?: \(\w+\))?(?: plenary)? meeting,? {day_pattern()}", words
    )
    return iso(found["year"], found["month"], found["day"]) if found else None


def _from_metadata(declared: Declared, organ: Organ | None) -> Header:
    symbol = full_symbol(declared.symbol, organ) if declared.symbol else None
    session, kind = _session_of(symbol, declared.session or "")
    committee = _COMMITTEE.search(declared.committee or "")
    item = _ITEM.search(declared.agenda_item or "")
    return Header(
        kind="resolution" if symbol and "/RES/" in symbol else "draft",
        symbol=symbol,
        title=declared.title,
        session=session,
        session_kind=kind,
        date=declared.date,
        committee=committee[0] if committee else None,
        agenda_item=item["item"] if item else None,
        draft_symbol=declared.draft_symbol,
        sponsors=split_sponsors(declared.sponsors or ""),
    )


def full_symbol(symbol: str, organ: Organ | None) -> str:
    """A symbol without the blanks before its year; a bare number with its organ's prefix."""
    clean = " ".join(symbol.split()).rstrip(".*")
    clean = re.sub(r" (?=\(\d{4}\))", "", clean)
    if clean[0].isdigit() and organ is not None:
        return organ.resolution.format(n=clean)
    return clean


def _from_lines(lines: list[str], organ: Organ | None, *, formula: bool) -> Header:
    near = _masthead(lines[-_HEAD_LINES:])
    symbol = _own_symbol(near, organ)
    sponsors, sponsor_line = _sponsors(near)
    title, numbered = _title(near, sponsor_line, formula=formula)
    if numbered and not (symbol and "/RES/" in symbol):
        symbol = full_symbol(numbered, organ)
    letter = _part_letter(near, title)
    if letter and symbol and not symbol.endswith(f" {letter}"):
        symbol = f"{re.sub(r' [A-Z](-[A-Z])?$', '', symbol)} {letter}"
    joined = "\n".join(line for line in near if len(line) <= _LINE_LENGTH)
    session, kind = _session_of(symbol, joined)
    adopted = re.search(r"\b[Aa]dopted\b.{0,120}", joined, re.DOTALL)
    committee = _COMMITTEE.search(joined)
    item = _ITEM.search(joined)
    return Header(
        kind="resolution"
        if (symbol and "/RES/" in symbol) or (adopted and "draft" not in joined.lower())
        else "draft",
        symbol=symbol,
        title=None
        if organ is not None and organ.id == "security_council" and not _titled(title)
        else title,
        session=session,
        session_kind=kind,
        date=_date(joined, adopted[0] if adopted else ""),
        committee=committee[0] if committee else _committee_of(symbol),
        agenda_item=item["item"] if item else None,
        sponsors=sponsors,
        part=letter,
    )


def _masthead(lines: list[str]) -> list[str]:
    """The lines right before a draft that are its own: up to the last piece of prose.

    An article's date and byline are not the draft's.
    """
    for i in range(len(lines) - 1, -1, -1):
        line = lines[i].strip()
        sentence = line.endswith((".", "?", "!", ".\u201d", '."')) and line.count(" ") > 5
        long = len(line) > _LINE_LENGTH and not _SPONSORED.match(line)
        if (sentence or long) and not _MASTHEAD.match(line) and (i < len(lines) - 1 or sentence):
            return lines[i + 1 :]
        if _MAIL.match(line):
            return lines[i + 1 :]
    return lines


# The head of an e-mail is the sender's.
_MAIL = re.compile(r"(?:From|To|Cc|Sent|Date|Subject): |On .{5,80} wrote:$")


def _titled(title: str | None) -> bool:
    return bool(title) and not re.match(r"Resolution|Adopted", title or "")


def _own_symbol(lines: list[str], organ: Organ | None) -> str | None:
    """The symbol that stands for the document itself: alone on a line, or in its masthead."""
    council = None
    for line in reversed(lines):
        plain = " ".join(line.split())
        named = _ORGAN_RESOLUTION.fullmatch(plain)
        if named and organ is not None:
            return full_symbol(named["number"], organ)
        numbered = re.fullmatch(r"(?:Draft )?Resolution (\d{1,4} ?\(\d{4}\))", plain, re.IGNORECASE)
        if numbered and organ is not None and organ.id == "security_council":
            council = full_symbol(numbered[1], organ)
        found = list(_SYMBOL.finditer(plain))
        if not found:
            continue
        last = found[-1]
        rest = (plain[: last.start()] + plain[last.end() :]).strip(" *.:-")
        if not rest or re.fullmatch(
            r"(?:United Nations(?: Nations Unies)?|Draft resolution|Symbol|Document|UN|Draft|\W)*(?:Distr\.: \w+)?(?: \d{1,2} \w+ \d{4})?",
            rest, re.IGNORECASE,
        ):  # fmt: skip
            return full_symbol(last["symbol"], organ)
    return council


def _sponsors(lines: list[str]) -> tuple[tuple[str, ...], int | None]:
    """Who sponsors, and on which line that is said."""
    for i in range(len(lines) - 1, -1, -1):
        plain = " ".join(lines[i].split())
        found = _SPONSORED.match(plain)
        said = _SPONSOR_LINE.search(plain)
        if found and len(found["who"]) < 3000:
            who = split_sponsors(found["who"])
            if who:
                return who, i
        elif said and len(plain) < 3000:
            named = split_sponsors(said["who"] or said["who2"])
            if named:
                return named, i
    return (), None


def split_sponsors(text: str) -> tuple[str, ...]:
    """The states and groups that a list of sponsors names, in its order, each once."""
    named: list[tuple[str, bool]] = []
    for name in text.split(", "):
        state = state_of(name)
        if state is not None:
            named.append((state, False))
        else:
            named += [(each.name, each.group) for each in find_states(name)]
    states = [name for name, group in named if not group]
    return tuple(dict.fromkeys(states or [name for name, _ in named]))


def _title(
    lines: list[str], sponsor_line: int | None, *, formula: bool
) -> tuple[str | None, str | None]:
    """The title, and the number that stands before it ("75/172. The right …")."""
    first = 0 if sponsor_line is None else sponsor_line + 1
    for i in range(len(lines) - 1, first - 1, -1):
        plain = " ".join(lines[i].split()).strip("[] ")
        numbered = _NUMBER.match(plain)
        if numbered:
            return _clean_title(plain[numbered.end() :]), numbered["number"]
        if (
            not plain
            or _MASTHEAD.match(plain)
            or _ORGAN_RESOLUTION.fullmatch(plain)
            or re.fullmatch(r"\([^()]*\)", plain)
        ):
            continue
        if (
            not formula
            or len(plain) > _TITLE_LENGTH
            or plain.endswith((".", ":", ";", "?", "!", ","))
        ):
            return None, None
        if i == sponsor_line:
            return None, None
        return _clean_title(plain), None
    return None, None


def _clean_title(title: str) -> str | None:
    bare = _UNNUMBERED.sub("", title.strip(" *_"), count=1)
    if len(bare) > 1 and bare[0] in '"\u201c' and bare[-1] in '"\u201d':
        bare = bare[1:-1]
    for opening, closing in ("\u201c\u201d", '""'):
        if bare.count(closing) == 1 and bare.endswith(closing) and opening not in bare[:-1]:
            bare = bare[:-1]
        if bare.count(opening) == 1 and bare.startswith(opening) and closing not in bare[1:]:
            bare = bare[1:]
    return bare.strip() or None


def _part_letter(lines: list[str], title: str | None) -> str | None:
    """The "A" or "B" that stands alone right before the title."""
    for line in reversed(lines):
        plain = " ".join(line.split())
        if title and title in plain:
            continue
        found = re.fullmatch(r"(?:Part |Resolution )?([A-H])", plain)
        return found[1] if found else None
    return None


@cache
def _session_words() -> re.Pattern[str]:
    words = "|".join(sorted(ordinals(), key=len, reverse=True))
    return re.compile(
        rf"\b(?P<word>{words})\s+(?P<kind>(?:resumed\s+)?(?:emergency\s+special|special|regular|substantive)?)\s*session",
        re.IGNORECASE,
    )


def _session_of(symbol: str | None, text: str) -> tuple[int | None, SessionKind | None]:
    """The session that the symbol names, else the words of the masthead."""
    if symbol:
        special = re.search(r"/(?P<kind>E?S)-(?P<n>\d+)/", symbol)
        if special:
            return int(special["n"]), "emergency special" if special["kind"] == "ES" else "special"
        regular = re.match(r"A/(?:HRC/)?(?:C\.\d/|RES/|HRC/RES/)?(?P<n>\d{1,3})/", symbol)
        if regular:
            return int(regular["n"]), "regular"
    found = _session_words().search(text)
    if found is None:
        return (int(text), "regular") if text.isdigit() else (None, None)
    kind = found["kind"].lower()
    which: SessionKind = "regular"
    if "special" in kind:
        which = "emergency special" if "emergency" in kind else "special"
    return ordinals()[found["word"].lower()], which


def _committee_of(symbol: str | None) -> str | None:
    found = re.match(r"A/C\.(\d)/", symbol or "")
    return _BY_NUMBER.get(found[1]) if found else None


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


def header_of_amendment(document: Document, straight: str) -> tuple[Header, Organ | None, Span]:
    """The header of a document that amends a draft."""
    lines = [b.span.of(document.text) for b in document.blocks[:24]]
    named = re.compile(organ_names()).search(straight[:1200])
    organ = next((o for o in organs() if named and named[0] in o.names), None)
    prose = next((i for i, line in enumerate(lines) if line.endswith((".", ":"))), len(lines))
    head = _from_lines(lines[:prose], organ, formula=True)
    title = re.search(
        r"[Aa]mendments?(?: \w+)? to (?:draft resolution )?(?P<symbol>[A-Z]/[\w./-]+\d)", straight
    )
    own = head.symbol
    sponsors, at = _sponsors(lines)
    name = _title_after(lines, at)
    return (
        Header(
            symbol=own, title=name, session=head.session, session_kind=head.session_kind,
            date=head.date, committee=head.committee, agenda_item=head.agenda_item,
            sponsors=sponsors, draft_symbol=title["symbol"] if title else None,
        ),
        organ,
        Span(0, len(document.text)),
    )  # fmt: skip


def _title_after(lines: list[str], at: int | None) -> str | None:
    """The first line after the sponsors' that can be a title."""
    if at is None:
        return None
    for line in lines[at + 1 : at + 5]:
        plain = " ".join(line.split())
        if (
            plain
            and not plain.endswith((".", ":", ";", ","))
            and not re.match(r"[Aa]mendment", plain)
        ):
            return _clean_title(plain)
    return None
