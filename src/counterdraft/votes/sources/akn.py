"""Ballots that a file's own markup tells → RollCalls."""

from __future__ import annotations

import re
from collections.abc import Iterable

from counterdraft.errors import ReadError
from counterdraft.lexicon.bodies import body_of, body_of_symbol
from counterdraft.lexicon.states import find_states
from counterdraft.model.ballot import Ballot
from counterdraft.model.rollcall import RollCall, Tally
from counterdraft.votes.sources.account import Accounts, damaged
from counterdraft.votes.sources.dates import Dated, date_of
from counterdraft.votes.sources.names import lists_of, sponsors_of
from counterdraft.votes.sources.symbols import full_symbol, session_of
from counterdraft.votes.sources.words import words_of

_DRAFT = re.compile(r"[AES]/[^\s,;()]+")
_FOR_OTHERS = re.compile(r"[^,;()]+?\(on behalf of [^()]*\)", re.IGNORECASE)
_BY_AN_OFFICE = re.compile(
    r"\bon behalf\b|\bsubmitted by\b|\bintroduced\b|\bchair\b|\bbasis of\b", re.IGNORECASE
)
_JOINING = re.compile(r"[\s,;.()&]+|\band\b|\bthe\b", re.IGNORECASE)
_JOINED = re.compile(r"^\s*and\s+", re.IGNORECASE)
_PART = re.compile(r"\s*[,;]\s*")


def from_ballots(ballots: Iterable[Ballot], source: str) -> Accounts:
    """The accounts; a text without a symbol or draft is a problem."""
    found: list[RollCall] = []
    problems: list[ReadError] = []
    for ballot in ballots:
        symbol, draft = full_symbol(ballot.symbol or ""), _draft(ballot)
        if ballot.mode == ballot.outcome == "unknown":
            continue  # a statement of the President, which nobody votes on
        text = symbol or draft
        if text is None:
            reason = "it names neither the symbol of a text nor of a draft"
            problems.append(damaged(reason, source, None, "Add the symbol, or leave it out"))
            continue
        dated = date_of(ballot.date or "") if ballot.date else Dated()
        if dated is None:
            reason = f"{ballot.date!r} is no date"
            problems.append(damaged(reason, source, None, "The rest counts"))
        found.append(_account(ballot, symbol, draft, dated or Dated()))
    return Accounts(tuple(found), tuple(problems))


def _account(ballot: Ballot, symbol: str | None, draft: str | None, dated: Dated) -> RollCall:
    text = symbol or draft or ""
    lists = lists_of((((name,), side) for name, side in ballot.voters), dated.date)
    body = body_of_symbol(text) or body_of(ballot.organ or "") or "General Assembly"
    is_draft = symbol is not None and "/RES/" not in symbol
    return RollCall(
        id=f"akn:{text}", source="akn", place=text, body=body,
        session=session_of(text) if text.startswith("A/") else None, date=dated.date,
        precision=dated.precision, matter="text", mode=ballot.mode, outcome=ballot.outcome,
        symbol=None if is_draft else symbol, draft=symbol if is_draft else draft,
        meeting=words_of(ballot.meeting or ""), title=words_of(ballot.title or ""),
        agenda_item=words_of(ballot.agenda_item or ""), subjects=ballot.subjects,
        tally=Tally(*ballot.tally) if ballot.tally else None, listed=bool(ballot.voters),
        yes=lists.yes, no=lists.no, abstain=lists.abstain, unknown=lists.unknown,
        sponsors=sponsors_of(_names(ballot.sponsors), dated.date),
        joined=sponsors_of(_names(ballot.joined), dated.date),
    )  # fmt: skip


def _draft(ballot: Ballot) -> str | None:
    found = _DRAFT.match(ballot.draft or "")
    return full_symbol(found[0]) if found else None


def _names(words: str | None) -> list[str]:
    """The names in a running list; what speaks for others stays whole, what is no name as told."""
    text = words_of(words or "")
    if not text:
        return []
    others = [_JOINED.sub("", each[0]).strip() for each in _FOR_OTHERS.finditer(text)]
    text = _FOR_OTHERS.sub("", text)
    if _BY_AN_OFFICE.search(text):
        return [*others, text]
    names, rest, at = others, [], 0
    for found in find_states(text):
        names.append(found.name)
        rest.append(text[at : found.start])
        at = found.end
    rest.append(text[at:])
    told = (each for part in rest for each in _PART.split(part))
    return [*names, *(each.strip() for each in told if _JOINING.sub("", each))]
