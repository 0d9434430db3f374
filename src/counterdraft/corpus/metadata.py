"""What the UN publishes beside its texts → facts about them, by their symbols.

In: a file of JSON, a record a line, as in ``data_extract`` of UNxml/GAresolutions; it may be packed
by gzip. Out: :class:`Facts` by symbol. A record of "A/RES/75/101 A-B" is about either part. What is
no date, state or number there is passed over; a line that is no record is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from counterdraft.corpus.entries import main_committee
from counterdraft.corpus.versions import Facts, filled
from counterdraft.disk.unpacked import unpacked
from counterdraft.draft.sponsors import named_sponsors
from counterdraft.errors import DamagedSource, ReadError, SourceNotFound, SourceTooLarge
from counterdraft.lexicon.layout import layout
from counterdraft.lexicon.states import fold_name, group_names, state_of
from counterdraft.model import Adoption
from counterdraft.wording.english import MONTHS

MAX_BYTES = 200_000_000
_PARTS = re.compile(r"(?P<base>.* )(?P<first>[A-Z])\s*[-\u2013]\s*(?P<last>[A-Z])")
_DATE = re.compile(rf"(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})")
_ISO = re.compile(r"(?!0001)\d{4}-\d\d-\d\d")
_ITEM = re.compile(r"(?:Agenda )?items? (?P<item>\d.*)", re.IGNORECASE)
_DRAFT = re.compile(r"(?:A|E|S)/(?:C\.\d/)?\S*?L\.\d+(?:/Rev\.\d+)?")
_COMMITTEE = re.compile(r"#(\w)(\w+?)Committee")
_VOTES = {"By a recorded vote": "recorded vote", "Without a vote": "without a vote"}
_KINDS = {"adoptedRecordedVote": "recorded vote", "adoptedWithoutVote": "without a vote"}
_SIDES = ("MS_in_favour_count", "MS_against_count", "MS_abstaining_count")
_THESAURUS, _NAMES = "UNBIS Thesaurus", "DHLAUTH"

_Raw = dict[str, Any]
_NO_RECORD = (
    msgspec.DecodeError, UnicodeDecodeError, RecursionError, TypeError, AttributeError,
)  # fmt: skip


class Metadata(NamedTuple):
    """Facts by symbol, and what could not be made sense of."""

    facts: dict[str, Facts]
    errors: tuple[ReadError, ...]


def read_metadata(path: Path) -> Metadata:
    """The facts in a file.

    Raises SourceNotFound, SourceTooLarge, and DamagedSource where it cannot be unpacked.
    """
    facts: dict[str, Facts] = {}
    errors: list[ReadError] = []
    for number, line in enumerate(_read(path).splitlines(), 1):
        try:
            for symbol, each in _facts(line) if line.strip() else ():
                before = facts.get(symbol)
                facts[symbol] = filled(each, before) if before else each
        except _NO_RECORD as error:
            reason = f"it is no record of a text: {error}"
            remedy = "The other lines count"
            errors.append(
                DamagedSource(reason, source=str(path), place=f"line {number}", remedy=remedy)
            )
    return Metadata(facts, tuple(errors))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        reason = f"the file cannot be read: {error.strerror or error}"
        remedy = "Check the path and its permissions"
        raise SourceNotFound(reason, source=str(path), remedy=remedy) from None
    if len(data) > MAX_BYTES:
        limit = f"{MAX_BYTES // 1_000_000} MB"
        raise SourceTooLarge(f"it is longer than {limit}", source=str(path), remedy="Divide it")
    return unpacked(data, str(path), MAX_BYTES)


def _facts(line: bytes) -> Iterator[tuple[str, Facts]]:
    raw = msgspec.json.decode(line, type=_Raw)
    told = Facts(
        title=_words(raw, "title"),
        date=_date(_words(raw, "adoption_date") or ""),
        committee=_committee(_words(raw, "committee") or ""),
        agenda_item=_found(_ITEM, _words(raw, "agenda_item"), "item"),
        draft_symbol=_found(_DRAFT, _words(raw, "originating_document"), 0),
        sponsors=_sponsors([*raw.get("sponsors", ()), *raw.get("additional_sponsors", ())]),
        subjects=_subjects(raw.get("subjects", ())),
        adoption=_adoption(raw),
    )
    for symbol in _symbols(msgspec.convert(raw.get("symbol"), str)):
        yield symbol, told


def _symbols(symbol: str) -> Iterator[str]:
    """ "A/RES/75/101 A-B": of part A, and of part B."""
    symbol = " ".join(symbol.split())
    parts = _PARTS.fullmatch(symbol)
    if parts is None:
        yield symbol
        return
    for letter in range(ord(parts["first"]), ord(parts["last"]) + 1):
        yield f"{parts['base']}{chr(letter)}"


def _words(raw: _Raw, name: str) -> str | None:
    """A value as words, with plain blanks; None for what is none ("N.A.")."""
    words = " ".join(str(raw.get(name) or "").split())
    return None if words in {"", "N.A."} else words


def _found(pattern: re.Pattern[str], words: str | None, group: str | int) -> str | None:
    found = pattern.match(words or "")
    return found[group] if found else None


def _date(words: str) -> str | None:
    iso = _ISO.match(words)
    if iso:
        return iso[0]
    found = _DATE.match(words)
    if found is None:
        return None
    return f"{found['year']}-{MONTHS.index(found['month']) + 1:02}-{int(found['day']):02}"


def _committee(words: str) -> str | None:
    """A Main Committee; "#fifthCommittee" is one too."""
    words = _COMMITTEE.sub(lambda found: f"{found[1].upper()}{found[2]} Committee", words)
    found = layout().committee.fullmatch(words)
    return main_committee(found[0]) if found else None


def _sponsors(names: list[str]) -> tuple[str, ...]:
    """States and groups; who introduced a text on whose behalf is no sponsor."""
    return tuple(dict.fromkeys(each for name in names for each in _sponsor(name)))


def _sponsor(name: str) -> tuple[str, ...]:
    """The sponsor that a name means; a name that speaks for others may list several."""
    if layout().speaking.search(name):
        return named_sponsors(name).sponsors
    one = state_of(name) or group_names().get(fold_name(name))
    return (one,) if one else ()


def _subjects(pairs: Any) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for word, whose in (pair[:2] for pair in pairs if len(pair) > 1):
        if whose in {_THESAURUS, _NAMES}:
            shown = " ".join(str(word).replace("_", " ").split())
            found[shown.upper() if whose == _THESAURUS else shown] = None
    return tuple(found)


def _adoption(raw: _Raw) -> Adoption:
    """The outcome; before session 78 the records have one of the two fields for it alone."""
    kind = _KINDS.get(raw.get("voting_type") or "")
    mode = kind or _VOTES.get(raw.get("adoption_type") or "")
    if mode == "without a vote":
        return Adoption("without a vote")
    if mode != "recorded vote":
        return Adoption()
    counts = [str(raw.get(side) or "") for side in _SIDES]
    # Where those in favour are counted, a side that is "N.A." had none: see ``read.akn_outcome``.
    counts = ["0" if each == "N.A." else each for each in counts]
    if not all(each.isdecimal() for each in counts) or counts[0] == "0":
        return Adoption("recorded vote")
    return Adoption("recorded vote", *map(int, counts))
