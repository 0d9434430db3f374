"""Roll-calls as Voeten numbers them: what a row of his says of a vote, whichever table has it.

In: a row of a table whose columns are those of his codebook, several vintages of them. Out: a
:class:`Call`, and with lists a RollCall. The traps are data: "vote_sources" says which days are
none and which numbers are pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from counterdraft.lexicon.vote_sources import Exchanged, days, exchanged, issues, records
from counterdraft.lexicon.votes import bare_title, matter_of
from counterdraft.model.rollcall import Matter, Position, RollCall, Tally
from counterdraft.votes.sources.dates import Dated, date_of
from counterdraft.votes.sources.figures import number_of, tally_of
from counterdraft.votes.sources.letters import draft_in
from counterdraft.votes.sources.names import Lists, lists_of
from counterdraft.votes.sources.symbols import voeten_symbol
from counterdraft.votes.sources.table import Table
from counterdraft.votes.sources.words import words_of

_COLUMNS = {
    "number": ("rcid", "resid"),
    "session": ("session",),
    "date": ("date",),
    "text": ("unres",),
    "amend": ("amend",),
    "para": ("para",),
    "short": ("short",),
    "descr": ("descr", "description"),
    "yes": ("yes",),
    "no": ("no",),
    "abstain": ("abstain",),
}

_TITLE = 300  # characters; what is longer describes
_QUOTED = re.compile(r" ?_([^_<]+)<d3>")
OTHER = "resid "
"""What stands before a number of the numbering that later editions have beside the first."""


class Call(NamedTuple):
    """What is said of a roll-call beside its lists; ``line`` is where."""

    number: str
    line: int
    session: str | None
    dated: Dated
    text: str
    amend: str
    para: str
    short: str
    descr: str
    issues: tuple[str, ...]
    tally: Tally | None
    fault: str | None = None


class Columns(NamedTuple):
    """Where in a row of a table what stands; -1 for a column that it has not.

    ``mark`` goes before numbers, where they are of another numbering.
    """

    number: int
    session: int
    date: int
    text: int
    amend: int
    para: int
    short: int
    descr: int
    yes: int
    no: int
    abstain: int
    issues: tuple[tuple[str, int], ...]
    mark: str = ""


def columns_of(table: Table) -> Columns:
    """Where in ``table`` the columns of the codebook are."""
    places = {name: table.place(*aliases) for name, aliases in _COLUMNS.items()}
    found = {name: -1 if place is None else place for name, place in places.items()}
    codes = tuple((code, table.columns.index(code)) for code in issues() if code in table.columns)
    return Columns(**found, issues=codes, mark="" if "rcid" in table.columns else OTHER)


def call_of(fields: Sequence[str], at: Columns, line: int) -> Call:
    """What a row says of its roll-call."""

    def field(place: int) -> str:
        return fields[place].strip() if 0 <= place < len(fields) else ""

    session = number_of(field(at.session)) or None
    dated = date_of(field(at.date)) if field(at.date) else Dated()
    fault = f"{field(at.date)!r} is no date" if dated is None else None
    tally = tally_of([field(place) for place in (at.yes, at.no, at.abstain)])
    return Call(
        at.mark + number_of(field(at.number)), line, session, _true_day(dated or Dated(), session),
        field(at.text), number_of(field(at.amend)), number_of(field(at.para)), field(at.short),
        field(at.descr),
        tuple(code for code, place in at.issues if number_of(field(place)) == "1"),
        tally, fault,
    )  # fmt: skip


def _true_day(dated: Dated, session: str | None) -> Dated:
    """The month alone where the day is a counter; see "vote_sources"."""
    if dated.date is None or dated.precision != "day" or not (session or "").isdecimal():
        return dated
    counted = int(session or 0) <= days().until and int(dated.date[8:]) <= days().most
    return Dated(dated.date[:7], "month") if counted else dated


def rollcall_of(
    source: str, call: Call, named: Iterable[tuple[tuple[str, ...], Position]]
) -> RollCall:
    """The account of one roll-call, from what is said of it and its lists."""
    pair = _pair(call.number)
    lists = _each_in_its_place(lists_of(named, call.dated.date), pair)
    told = voeten_symbol(call.text)
    symbol, session = told.symbol, told.session or call.session
    matter = "paragraph" if told.section else _matter(call, symbol)
    if _lost(call, matter, lists):
        matter = "other"
    title, detail = _words(call)
    if told.section:
        detail = f"Section {told.section}: {detail}" if detail else f"Section {told.section}"
    draft = draft_in(call.descr) if matter in {"text", "paragraph"} else None
    place = _place(call, symbol, pair)
    return RollCall(
        id=f"{source}:{call.number}", source=_source(source, call), place=place,
        session=session, date=call.dated.date, precision=call.dated.precision,
        matter=matter, mode="recorded vote",
        outcome="adopted" if symbol and matter == "text" else "unknown",
        symbol=symbol,
        draft=draft if symbol is None else None,
        title=title, detail=detail, issues=call.issues, tally=call.tally,
        listed=bool(lists.yes or lists.no or lists.abstain or lists.absent or lists.unknown),
        yes=lists.yes, no=lists.no, abstain=lists.abstain, absent=lists.absent,
        unknown=lists.unknown,
    )  # fmt: skip


def _source(source: str, call: Call) -> str:
    """The source; roll-calls out of meeting records are one beside it."""
    return f"{source}:pv" if records().have(call.number) else source


def _pair(number: str) -> Exchanged | None:
    """The Members that stand in each other's place in a roll-call; see "vote_sources"."""
    if not number.isdecimal():
        return None
    return next((each for each in exchanged() if each.first <= int(number) <= each.last), None)


def _each_in_its_place(lists: Lists, pair: Exchanged | None) -> Lists:
    if pair is None:
        return lists
    one, other = pair.codes
    swap = {one: other, other: one}
    yes, no, abstain, absent = (
        tuple(swap.get(code, code) for code in side)
        for side in (lists.yes, lists.no, lists.abstain, lists.absent)
    )
    return Lists(yes, no, abstain, absent, lists.unknown)


def _place(call: Call, symbol: str | None, pair: Exchanged | None) -> str:
    """The number, what stands for the text where that is not sure, and what was set right."""
    place = _told_by(call, symbol)
    return f"{place}; {pair.said}" if pair else place


def _told_by(call: Call, symbol: str | None) -> str:
    place = call.number if call.number.startswith(OTHER) else f"rcid {call.number}"
    return place if symbol or not call.text else f"{place}, {words_of(call.text)}"


def _words(call: Call) -> tuple[str | None, str | None]:
    """The title of what was voted on, and what else is said of it.

    Later sessions have the title as a catalogue has it, in either column; earlier ones have key
    words in one and a description in the other.
    """
    short, descr = words_of(call.short), words_of(call.descr)
    if records().have(call.number):
        return None, _before_the_vote(max(short or "", descr or "", key=len))
    for title, other in ((descr, short), (short, descr)):
        bare = bare_title(title) if title else None
        if bare and bare != title:
            return bare, None if other is None or bare_title(other) == bare else other
    if short is None and descr is not None and len(descr) < _TITLE:
        return descr, None
    return short, None if descr == short else descr


def _before_the_vote(speech: str) -> str | None:
    """What a President said before a vote, without the business before it: it is of other texts.

    Quotation marks are torn in these records: "_Nuclear disarmament<d3>".
    """
    own = re.split(records().done, speech, flags=re.IGNORECASE)[-1].strip()
    return _QUOTED.sub(r" “\1”", own or speech).strip() or None


def _matter(call: Call, symbol: str | None) -> Matter:
    """What was voted on: by the columns for it, else by the words.

    The columns do not know motions: those are told by the words. Where the columns are blank, as
    in later sessions, a row that names a resolution is of the resolution.
    """
    if records().have(call.number):
        return _put_to_the_vote(call, symbol)
    said = matter_of(call.descr)
    if said == "motion" and (symbol is None or call.amend or call.para):
        return "motion"
    if call.amend == "1":
        return "amendment"
    if call.para == "1":
        return "paragraph"
    return "text" if symbol is not None else said


def _lost(call: Call, matter: Matter, lists: Lists) -> bool:
    """Whether a vote out of a meeting record cannot be on the resolution it stands under.

    What was not carried is no resolution: the words for what it was on are wanting (rcid 5845).
    """
    return matter == "text" and records().have(call.number) and len(lists.no) > len(lists.yes)


def _put_to_the_vote(call: Call, symbol: str | None) -> Matter:
    """What a President put to the vote, by the words that asked for it, else by the columns."""
    words = max(call.descr, call.short, key=len)[-records().tail :]
    asked = matter_of(re.split(records().asks, words, flags=re.IGNORECASE)[-1])
    said = matter_of(words)
    if "motion" in (asked, said) and "1" not in (call.amend, call.para):
        return "motion"
    if asked == "amendment" or call.amend == "1":
        return "amendment"
    if call.para == "1":
        return "paragraph"
    return "text" if symbol is not None else said
