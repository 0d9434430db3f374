"""The UN's records of its resolutions, a line of JSON each → RollCalls.

In: ``data_extract`` of UNxml/GAresolutions and UNxml/SCresolutions, as lines or as one list. Out:
the accounts; a line that is no record is a problem, and the others count. Where those in favour are
counted, a side that is "N.A." had none (so it is in all of them, sessions 74 to 79).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from counterdraft.errors import ReadError
from counterdraft.lexicon.bodies import body_of_symbol
from counterdraft.lexicon.votes import mode_of
from counterdraft.model.rollcall import Mode, Position, RollCall, Tally
from counterdraft.votes.sources.account import Accounts, damaged
from counterdraft.votes.sources.dates import Dated, date_of
from counterdraft.votes.sources.figures import figure_of, tally_of
from counterdraft.votes.sources.names import lists_of, sponsors_of
from counterdraft.votes.sources.symbols import full_symbol, session_of
from counterdraft.votes.sources.words import words_of

_SIDES: tuple[tuple[str, Position], ...] = (
    ("MS_in_favour", "yes"), ("MS_against", "no"), ("MS_abstaining", "abstain"),
)  # fmt: skip
_DRAFT = re.compile(r"[AES]/\S*?L\.?\d+(?:/Rev\.\d+)?")
_MEETING = re.compile(r"[AS]/(?:\S+/)?PV\.\d+.*")
_THESAURI = {"UNBIS Thesaurus", "DHLAUTH"}
_Raw = dict[str, Any]


def is_metadata(head: str) -> bool:
    """Whether a text begins as such records do."""
    return head.lstrip().startswith(("{", "[")) and "MS_in_favour" in head


def from_metadata(text: str, source: str) -> Accounts:
    """The accounts in records, a line each, or in one list of them."""
    found: dict[str, RollCall] = {}
    problems: list[ReadError] = []
    for line, raw in _records(text):
        try:
            record = msgspec.json.decode(raw, type=_Raw) if isinstance(raw, str) else raw
            account = _account(record, source, line, problems)
            before = found.get(account.id)
            found[account.id] = (
                account if before is None else _both(before, account, source, line, problems)
            )
        except (
            msgspec.DecodeError,
            RecursionError,
            TypeError,
            ValueError,
            AttributeError,
        ) as error:
            reason = f"it is no record of a text: {error}"
            problems.append(damaged(reason, source, line, "The other lines count"))
    return Accounts(tuple(found.values()), tuple(problems))


def _both(
    first: RollCall, second: RollCall, source: str, line: int, problems: list[ReadError]
) -> RollCall:
    """Two records of one text: the first, with who sponsors by either.

    (36 of session 79 stand twice; but for sponsors that joined they are the same.)
    """
    merged = {
        name: tuple(dict.fromkeys((*getattr(first, name), *getattr(second, name))))
        for name in ("sponsors", "joined", "subjects")
    }
    both = msgspec.structs.replace(first, **merged)
    if msgspec.structs.replace(second, **merged) != both:
        reason = f"{first.symbol} was told otherwise on a line before"
        problems.append(damaged(reason, source, line, "The first counts"))
    return both


def _records(text: str) -> Iterator[tuple[int, str | _Raw]]:
    if text.lstrip().startswith("["):
        try:
            yield from enumerate(msgspec.json.decode(text, type=list[_Raw]), 1)
        except (msgspec.DecodeError, RecursionError):
            yield (1, text)
        return
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield (number, line)


def _account(raw: _Raw, source: str, line: int, problems: list[ReadError]) -> RollCall:
    symbol = full_symbol(msgspec.convert(raw.get("symbol"), str))
    if symbol is None:
        raise ValueError("it has no symbol")
    said = _told(raw, "adoption_date") or ""
    dated = date_of(said)
    if dated is None and said:
        problems.append(damaged(f"{said!r} is no date", source, line, "The rest counts"))
    date = dated.date if dated else None
    named = [((str(name),), side) for field, side in _SIDES for name in raw.get(field) or ()]
    lists = lists_of(named, date)
    tally = _tally(raw)
    mode = _mode(raw, voted=bool(tally or named))
    return RollCall(
        id=f"metadata:{symbol}", source="metadata", place=symbol,
        body=body_of_symbol(symbol) or "General Assembly", session=session_of(symbol),
        date=date, precision=(dated or Dated()).precision, matter="text", mode=mode,
        outcome="adopted" if "/RES/" in symbol else "unknown", symbol=symbol,
        draft=_found(_DRAFT, _told(raw, "originating_document")),
        meeting=_found(_MEETING, _told(raw, "pv")), title=words_of(_told(raw, "title") or ""),
        agenda_item=_told(raw, "agenda_item"), subjects=_subjects(raw.get("subjects") or ()),
        tally=tally, listed=bool(named), yes=lists.yes, no=lists.no, abstain=lists.abstain,
        unknown=lists.unknown, sponsors=sponsors_of(map(str, raw.get("sponsors") or ()), date),
        joined=sponsors_of(map(str, raw.get("additional_sponsors") or ()), date),
    )  # fmt: skip


def _told(raw: _Raw, name: str) -> str | None:
    """A value as words, with plain blanks; None for what is none ("N.A.")."""
    words = " ".join(str(raw.get(name) or "").split())
    return None if words in {"", "N.A."} else words


def _mode(raw: _Raw, *, voted: bool) -> Mode:
    """How it was voted; before session 78 the records have one of the two fields alone."""
    told = _told(raw, "voting_type") or _told(raw, "adoption_type")
    return mode_of(told) if told else "recorded vote" if voted else "unknown"


def _tally(raw: _Raw) -> Tally | None:
    counts = [str(raw.get(f"{field}_count") or "").strip() for field, _ in _SIDES]
    if not figure_of(counts[0]):
        return None
    return tally_of(["0" if each in {"", "N.A."} else each for each in counts])


def _found(pattern: re.Pattern[str], words: str | None) -> str | None:
    found = pattern.match(words or "")
    return found[0] if found else None


def _subjects(pairs: Sequence[Any]) -> tuple[str, ...]:
    """Terms of the UN's thesaurus, in capitals as it has them, and names that it knows."""
    found: dict[str, None] = {}
    for word, whose in (pair[:2] for pair in pairs if isinstance(pair, list) and len(pair) > 1):
        shown = words_of(str(word).replace("_", " "))
        if shown and whose in _THESAURI:
            found[shown.upper() if whose == "UNBIS Thesaurus" else shown] = None
    return tuple(found)
