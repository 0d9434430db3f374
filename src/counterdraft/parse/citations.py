"""The documents that a text cites by number or symbol, each in the UN's full form.

In: straightened text, a stretch of it, the organ whose text it is. Out: ``Citation``
values. A number becomes a symbol only where the text settles whose it is: by the
organ named beside it, by the form of the number (years are the Economic and Social
Council's, roman sessions the General Assembly's before 1976), by the date that goes
with it; else ``symbol`` is None and the candidates are kept.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.load import load
from counterdraft.lexicon.organs import (
    Organ,
    council_year,
    council_years,
    organ_names,
    organ_of,
    organs,
    special_session_year,
)  # fmt: skip
from counterdraft.model import Citation, Span
from counterdraft.parse.dates import day_pattern, iso

_DIGIT = re.compile(r"\d")
_SERIES_SPLIT = re.compile(r"\s*,\s*|\s+and\s+|\s+to\s+|-")
_DATE_GAP = r"(?:,? ?(?:of|on|dated|adopted on|adopted unanimously on|entitled [^;]{1,200} of))? ?"
_LIST_GAP = re.compile(r",? (?:and )?|,|, as well as | and ")


class _Head(NamedTuple):
    """A noun that says what the numbers after it are, and whose."""

    start: int
    end: int
    kind: str
    owner: Organ | None
    stranger: bool


class _Number(NamedTuple):
    start: int
    end: int
    form: str
    text: str


_LETTER = r"[A-Z](?=[ ,;.)\]]|$)"
_SERIES = rf"(?: {_LETTER}(?:(?:, | and |, and | to |-){_LETTER})*|[A-Z](?:-[A-Z])?\b)?"
# Both patterns begin with a plain set of characters, which the engine skips to quickly.
_NUMBER = re.compile(
    rf"\d{{1,4}}(?:"
    rf"(?P<council> ?\((?:19|20)\d\d\))"
    rf"|(?P<roman>{_SERIES} ?\((?:E?S-)?[IVXLC]+\))"
    rf"|(?P<slash>/\d{{1,4}}{_SERIES}(?![\w/%])))"
)
_DOCUMENT = re.compile(
    r"(?P<prefix>[A-Z]{1,8}(?:-[A-Z]{2,4})?)/(?:[A-Z]+[\w.]*/|[\w.]*\d[\w.]*/)*"
    r"[A-Za-z.]*\d[\w.]*(?: ?\(\d{4}\)|\([IVXLCS-]+\))?(?:/(?:Add|Corr|Rev|Amend)\.\d+)*"
    r"(?:-S/\d{4}/\d+)?"
)
_DIGITS = re.compile(r"\d+")
_SLASHED = re.compile(r"((?:E?S-)?\d+/\d+) ?(.*)")
_YEARED = re.compile(r"(?:19|20)\d\d/")
_SPECIAL = re.compile(r"(?<![\w/.-])E?S-$")
_JOINED_SYMBOLS = re.compile(r"-(?=(?:A|S|E)/)")
_MORE = re.compile(r"(?:,| and|, and) ((?:Add|Corr|Rev)\.\d+(?:/(?:Add|Corr|Rev)\.\d+)*)")
_GLUED = re.compile(r"[\w/.-]")


def _find_numbers(text: str, span: Span) -> list[_Number]:
    """Whatever has the form of a number or symbol, in order."""
    found = []
    if text.find("/", span.start, span.end) >= 0:
        for m in _DOCUMENT.finditer(text, span.start, span.end):
            glued = m.start() > span.start and _GLUED.match(text[m.start() - 1])
            if m["prefix"] in _prefixes() and not glued:
                found.append(_Number(m.start(), m.end(), "document", m[0]))
    elif text.find("(", span.start, span.end) < 0:
        return found
    taken = [(n.start, n.end) for n in found]
    for m in _NUMBER.finditer(text, span.start, span.end):
        start = m.start()
        if any(a <= start < b for a, b in taken):
            continue
        special = _SPECIAL.search(text[max(span.start, start - 4) : start])
        if special and m.lastgroup == "slash":
            start -= len(special[0])
        elif start > span.start and _GLUED.match(text[start - 1]):
            continue
        found.append(_Number(start, m.end(), m.lastgroup or "", text[start : m.end()]))
    return sorted(found)


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(load("en/symbols")["prefixes"]["un"])


@cache
def _nouns() -> tuple[re.Pattern[str], dict[str, str]]:
    """The nouns that govern numbers, and what each says the number is."""
    data = load("en/symbols")
    kinds = {noun: kind for kind, nouns in data["kinds"].items() for noun in nouns}
    kinds |= dict.fromkeys(data["others"]["nouns"], "other")
    first = "".join(sorted({c for noun in kinds for c in (noun[0], noun[0].upper())}))
    return re.compile(
        rf"\b[{first}](?:{'|'.join(n[1:] for n in sorted(kinds, key=len, reverse=True))})\b"
    ), kinds


@cache
def _owner_before() -> re.Pattern[str]:
    return re.compile(rf"(?P<owner>{organ_names()})(?:'s)? $", re.IGNORECASE)


# A name in capitals right before the noun: an organ that the lexicon does not know.
_STRANGER = re.compile(r"(?:[A-Z][\w'-]* (?:(?:and|on|of|the|for|to|in) ){0,2})*[A-Z][\w'-]* $")
_STRANGER_NOUN = re.compile(
    r"\b(?:Assembly|Council|Commission|Committee|Conference|Board|Group|Forum|Congress|Parliament|"
    r"Organi[sz]ation|Agency|Union|Programme|Parties|Convention|Protocol|Authority|ESCAP|ECLAC|ECA|ESCWA|ECE|IMO|ILO|WHO|FAO|IAEA|UNESCO|UNEP)\b"
)
# "Council resolution 22/13": which council, the form of the number tells.
_SHORT = re.compile(r"(?:[A-Z][a-z]+ing |[A-Z][a-z]+s |The )?Council ")
_COUNCIL = Organ("council", "Council", (), "", None, frozenset())
_FOREIGN = Organ("foreign", "", (), "", None, frozenset())
_BARE_LIST = re.compile(
    r" (\d{2,4}(?:(?:, and |, | and )\d{2,4})*)(?! ?\(|[\w/,.]\d|-\d| per| dollars| of the Committee)\b"
)


def find_citations(
    text: str, span: Span, organ: Organ | None = None, *, footnote: bool = False
) -> tuple[Citation, ...]:
    """Every citation in ``span`` of the straightened ``text`` of ``organ``.

    In a footnote a number needs no noun before it ("See 60/251").
    """
    if not _DIGIT.search(text, span.start, span.end):
        return ()
    numbers = _find_numbers(text, span)
    bare = _may_be_bare(text, span, organ)
    if not numbers and not bare:
        return ()
    heads = _find_heads(text, span)
    found: list[Citation] = []
    for i, number in enumerate(numbers):
        head = _head_of(
            text, number, heads, numbers[i - 1].end if i else span.start, span, footnote
        )
        found += _cite(text, number, head, organ, span)
    if bare:
        found += _bare(text, heads, organ, span)
    if not found:
        return ()
    found.sort(key=lambda citation: citation.span)
    return tuple(_share_dates(text, _distinct(found)))


def _may_be_bare(text: str, span: Span, organ: Organ | None) -> bool:
    """Whether a Council resolution may be cited without its year ("resolution 1540")."""
    if organ is not None and organ.id == "security_council":
        return text.find("esolution", span.start, span.end) >= 0
    return text.find("Security Council resolution", span.start, span.end) >= 0


def _find_heads(text: str, span: Span) -> list[_Head]:
    pattern, kinds = _nouns()
    heads = []
    for match in pattern.finditer(text, span.start, span.end):
        kind = kinds[match[0].lower()]
        before = text[max(span.start, match.start() - 120) : match.start()]
        named = _owner_before().search(before) if before.endswith(" ") else None
        owner = organ_of(named["owner"]) if named else None
        stranger = kind == "other"
        name = _STRANGER.search(before)
        if name and _SHORT.fullmatch(name[0]):
            owner = _COUNCIL
        elif name and not _names_organ(name[0], owner) and _STRANGER_NOUN.search(name[0]):
            owner, stranger = None, True
        start = match.start() - len(named[0]) if named else match.start()
        heads.append(_Head(start, match.end(), kind, owner, stranger))
    return heads


# Organs whose names end in an organ's of the UN's.
_LOOKALIKE = re.compile(
    r"\b(?:Environment|Health|Governing|Executive|Legislative|Parliamentary|Youth) (?:Assembly|Council)$"
)


def _names_organ(name: str, owner: Organ | None) -> bool:
    """Whether a capitalised name is the organ's own, or two organs' together."""
    words = name.strip()
    if owner is None or _LOOKALIKE.search(words):
        return False
    for known in owner.names:
        if words.endswith(known):
            rest = words[: -len(known)].strip()
            joint = rest.endswith(" and") and any(
                rest.endswith(f"{other} and") for each in organs() for other in each.names
            )
            return joint or not _STRANGER_NOUN.search(rest)
    return False


def _head_of(
    text: str, number: _Number, heads: list[_Head], previous_end: int, span: Span, footnote: bool
) -> _Head | None:
    """The noun that governs a number: the last before it, through a list of numbers."""
    last = None
    for head in heads:
        if head.end > number.start:
            break
        # "articles on prevention, as well as 65/28": another noun governs what it touches
        if head.kind != "other" or number.start - head.end < 12:
            last = head
    if last is None:
        return _Head(span.start, span.start, "resolution", None, False) if footnote else None
    gap = text[max(last.end, previous_end) : number.start]
    if len(gap) > 600 or ("; " in gap and len(gap) > 120):
        return None
    return last


def _cite(
    text: str, number: _Number, head: _Head | None, organ: Organ | None, span: Span
) -> list[Citation]:
    if number.form == "document":
        return _documents(text, number)
    date = _date_after(text, number.end, span.end)
    if number.form == "council":
        return _council(text, number, date, head)
    if head is None or (head.stranger and head.kind == "other"):
        return []
    owner = None if head.stranger else _owner_after(text, number, span, head) or head.owner
    if head.stranger or owner is _FOREIGN:
        return [Citation(None, number.text, "other", Span(number.start, number.end), date)]
    # "the Human Rights Council, pursuant to resolutions 34/24 and 40/20": may be either's
    other_named = text.find(
        "Human Rights Council", max(span.start, head.start - 200), head.start
    ) >= 0 and not text[: head.start].endswith("its ")
    return _numbered(number, head, owner, organ, date, other_named)


def _council(text: str, number: _Number, date: str | None, head: _Head | None) -> list[Citation]:
    """ "1718 (2006)": a Security Council resolution where the number fits the year."""
    n, year = map(int, _DIGITS.findall(number.text))
    known = council_years()
    if year in known and n not in known[year]:
        return []
    if year not in known and (head is None or n <= max(known[max(known)])):
        return []
    symbol = f"S/RES/{n}({year})"
    return [Citation(symbol, number.text, "resolution", Span(number.start, number.end), date)]


def _numbered(
    number: _Number, head: _Head, owner: Organ | None, organ: Organ | None,
    date: str | None, other_named: bool,
) -> list[Citation]:  # fmt: skip
    kind = "decision" if head.kind == "decision" else "resolution"
    base, letters = _split_series(number)
    whose = _settle(base, number.form, owner, organ, date, doubtful=other_named)
    spans = Span(number.start, number.end)
    if len(whose) != 1:
        candidates = tuple(s for each in whose for s in [_symbol(each, kind, base)] if s)
        foreign = _FOREIGN in whose
        return [Citation(None, number.text, "other" if foreign else kind, spans, date, candidates)]
    if number.form == "roman":
        letters = []
    made = [
        _symbol(whose[0], kind, f"{base} {letter}" if letter else base)
        for letter in letters or [""]
    ]
    return [Citation(s, number.text, kind, spans, date) for s in made if s]


def _symbol(organ: Organ, kind: str, number: str) -> str | None:
    if organ is _FOREIGN:
        return None
    template = organ.decision if kind == "decision" else organ.resolution
    return template.format(n=number) if template else None


def _split_series(number: _Number) -> tuple[str, list[str]]:
    """ "75/253 A and B" → ("75/253", ["A", "B"]); "217 A (III)" → ("217(III)", ["A"])."""
    if number.form == "roman":
        session = re.search(r"\(.+\)", number.text)
        first = re.match(r"\d+", number.text)
        assert session and first
        return f"{first[0]}{session[0]}", []
    match = _SLASHED.match(number.text)
    assert match
    letters = [each for each in _SERIES_SPLIT.split(match[2]) if each] if match[2] else []
    if len(letters) == 2 and re.search(r" to |[A-Z]-[A-Z]", match[2]):
        letters = [chr(c) for c in range(ord(letters[0]), ord(letters[1]) + 1)]
    return match[1], letters


def _settle(
    base: str, form: str, owner: Organ | None, organ: Organ | None, date: str | None,
    *, doubtful: bool = False,
) -> list[Organ]:  # fmt: skip
    """Whose the number is: one organ where that is settled, several where it is not."""
    shape = "year" if form == "slash" and _YEARED.match(base) else form
    known = {each.id: each for each in organs()}
    if owner is _COUNCIL:
        name = "human_rights_council" if shape == "slash" else "economic_and_social_council"
        owner = known[name]
    if owner is not None and owner.id == "security_council" and shape == "slash":
        # "General Assembly and Security Council resolutions 70/262 and 2282 (2016)"
        return [known["general_assembly"]]
    if owner is not None and shape in owner.forms and (shape != "slash" or _possible(owner, base)):
        return [owner]
    own = (
        organ is not None and shape in organ.forms and (shape != "slash" or _possible(organ, base))
    )
    if owner is None and organ is not None and own and not (doubtful and not date):
        if shape == "slash" and date:
            fitting = [
                o for o in (organ, *known.values()) if shape in o.forms and _fits(o, base, date)
            ]
            return [organ] if not fitting or organ in fitting else fitting[:1]
        return [organ]
    if shape == "roman":
        return [known["general_assembly"]]
    if shape == "year":
        return _year_owner(base, owner, known)
    if base.startswith("ES-"):
        return [known["general_assembly"]]
    possible = [o for o in known.values() if shape in o.forms and _possible(o, base)]
    if not doubtful and owner is None and organ is not None and organ not in possible:
        # A number too low for the organ, and no other named: it may be anybody's.
        return [*possible, _FOREIGN]
    if date and len(possible) > 1:
        possible = [o for o in possible if _fits(o, base, date)] or possible
    if len(possible) > 1 and organ is not None and organ.id == "security_council":
        return [known["general_assembly"]]
    return possible


def _possible(organ: Organ, base: str) -> bool:
    """Whether a number with a slash can be ``organ``'s at all.

    The General Assembly counts so from its thirty-first session, the Human Rights Council
    from its first, in 2006, three a year.
    """
    if base.startswith("ES-"):
        return organ.id == "general_assembly"
    if base.startswith("S-"):
        return True
    session, number = map(int, _DIGITS.findall(base)[:2])
    if organ.id == "general_assembly":
        return session > 30 and number < 1000
    return session <= 75 and number < 200


def _year_owner(base: str, owner: Organ | None, known: dict[str, Organ]) -> list[Organ]:
    """A number with a year: the Economic and Social Council's, unless a Commission is named."""
    year = int(base[:4])
    if owner is not None and "year" in owner.forms:
        return [owner]
    ecosoc, commission = known["economic_and_social_council"], known["commission_on_human_rights"]
    if owner is None and year <= 2005:
        return [ecosoc, commission]
    return [ecosoc]


def _fits(organ: Organ, base: str, date: str) -> bool:
    """Whether a session of ``organ`` with that number could sit on that day."""
    session = int(_DIGITS.findall(base)[0])
    when = int(date[:4]) + int(date[5:7]) / 12
    if base.startswith("ES-"):
        return organ.id == "general_assembly"
    if base.startswith("S-"):
        return organ.id != "general_assembly" or special_session_year(base.split("/")[0]) in {
            None, int(date[:4]) - 1, int(date[:4]),
        }  # fmt: skip
    if organ.id == "general_assembly":
        return 1945 + session + 0.7 <= when <= 1946 + session + 0.8
    if organ.id == "human_rights_council":
        return abs(when - (2006.2 + session / 3)) <= 1.3
    return False


@cache
def _owner_following() -> re.Pattern[str]:
    return re.compile(
        rf"(?:,? (?:and |to )?[\dA-Z/-]+)*(?: of| adopted by|, adopted by| by)(?: the)? "
        rf"(?P<owner>{organ_names()}|[A-Z][\w-]+(?: (?:and |of |on |the |for )*[A-Z][\w-]+)*)"
    )


@cache
def _owner_its() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<owner>{organ_names()}),? (?:[a-z]+ ){{0,3}}?(?:in|by|through|with|under|of) its $"
    )


def _owner_after(text: str, number: _Number, span: Span, head: _Head) -> Organ | None:
    """The organ named after the number: "resolution 22/13 of the Human Rights Council"."""
    if head.owner is not None:
        return None
    match = _owner_following().match(text, number.end, min(span.end, number.end + 90))
    if not match:
        before = text[max(span.start, head.start - 90) : head.start]
        its = _owner_its().search(before) if before.endswith("its ") else None
        return organ_of(its["owner"]) if its else None
    owner = organ_of(match["owner"])
    if owner is None and _STRANGER_NOUN.search(match["owner"]) and " " in match["owner"]:
        return _FOREIGN
    return owner


@cache
def _date_pattern() -> re.Pattern[str]:
    return re.compile(_DATE_GAP + day_pattern())


def _date_after(text: str, at: int, end: int) -> str | None:
    """The date printed right after a number, or after the title that stands between."""
    match = _date_pattern().match(text, at, min(end, at + 240))
    return iso(match["year"], match["month"], match["day"]) if match else None


@cache
def _dated_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:of|dated) {day_pattern()}(?: (?:addressed )?[^;()]{{0,160}})? ?\(?$")


def _documents(text: str, number: _Number) -> list[Citation]:
    """A symbol as printed, its parts where two are joined, and what "and Add.1" adds."""
    found: list[Citation] = []
    at = number.start
    for part in _JOINED_SYMBOLS.split(number.text):
        span = Span(at, at + len(part))
        at += len(part) + 1
        symbol = part.rstrip(".")
        span = Span(span.start, span.start + len(symbol))
        before = _dated_before().search(text, max(0, number.start - 220), number.start)
        date = iso(before["year"], before["month"], before["day"]) if before else None
        if not before:
            date = _date_after(text, number.end, len(text))
        found.append(_document(symbol, span, date))
    end = number.end
    while match := _MORE.match(text, end):
        span = Span(*match.span(1))
        found.append(Citation(f"{found[0].symbol}/{match[1]}", match[1], "document", span))
        end = match.end()
    return found


def _document(symbol: str, span: Span, date: str | None) -> Citation:
    full = re.sub(r" (?=\()", "", symbol)
    if re.match(r"(?:A|S|E|A/HRC|E/CN\.4)/RES/", full):
        full = re.sub(r"(?<=\d)(?: ?[A-Z])(?=\()", "", full)
        return Citation(full, symbol, "resolution", span, date)
    if re.match(r"(?:A|E|A/HRC)/DEC/", full):
        return Citation(full, symbol, "decision", span, date)
    return Citation(full, symbol, "document", span, date)


def _bare(text: str, heads: list[_Head], organ: Organ | None, span: Span) -> list[Citation]:
    """ "resolution 1540": the Council's, whose one series of numbers gives the year."""
    found = []
    for head in heads:
        council = head.owner or (None if head.stranger else organ)
        if head.kind != "resolution" or council is None or council.id != "security_council":
            continue
        match = _BARE_LIST.match(text, head.end, span.end)
        if match is None:
            continue
        for each in re.finditer(r"\d+", match[1]):
            year = council_year(int(each[0]))
            if year is not None:
                at = Span(match.start(1) + each.start(), match.start(1) + each.end())
                found.append(Citation(f"S/RES/{each[0]}({year})", each[0], "resolution", at))
    return found


def _distinct(found: list[Citation]) -> list[Citation]:
    """Without what lies inside of another citation."""
    kept: list[Citation] = []
    for citation in found:
        if kept and citation.span.start < kept[-1].span.end and citation.span != kept[-1].span:
            continue
        kept.append(citation)
    return kept


def _share_dates(text: str, found: list[Citation]) -> list[Citation]:
    """ "resolutions 5/1 and 5/2 of 18 June 2007": the date is both resolutions'."""
    for i in range(len(found) - 2, -1, -1):
        one, other = found[i], found[i + 1]
        if (
            one.date
            or not other.date
            or one.kind != other.kind
            or not one.symbol
            or not other.symbol
        ):
            continue
        together = one.span == other.span or _LIST_GAP.fullmatch(
            text[one.span.end : other.span.start]
        )
        same_session = one.symbol.rpartition("/")[0] == other.symbol.rpartition("/")[0]
        if together and same_session and one.kind != "document" and "(" not in one.symbol:
            found[i] = Citation(one.symbol, one.text, one.kind, one.span, other.date)
    return found
