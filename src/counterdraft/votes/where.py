"""Which votes are meant: a small filter, and whether a vote is one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain
from typing import Any, get_args

from msgspec import Struct
from msgspec.structs import force_setattr

from counterdraft.errors import BadQuery, UnclearSymbol
from counterdraft.fetch.symbols import as_symbol
from counterdraft.lexicon.bodies import bodies, body_of
from counterdraft.lexicon.vote_sources import issues as issue_codes
from counterdraft.model.given import days_given, several
from counterdraft.model.rollcall import Matter, Mode
from counterdraft.model.sessions import sessions_given
from counterdraft.model.vote import Vote
from counterdraft.votes.worded import has_words
from counterdraft.wording.english import listed


class Where(Struct, frozen=True, kw_only=True):
    """What a vote must be, each where it is named; of several values one is enough.

    ``bodies`` are names or what they are called for short ("GA", "C3"). ``since`` and ``until`` are
    dates or beginnings of dates, both included; a vote that is known by its month may be of any day
    of it. ``sessions`` are numbers and ranges ("62", "74-79", "ES-11"), ``symbols`` of texts,
    drafts or votes ("62/167" too), ``title`` words that all stand in title or detail, ``subject``
    words of a subject, both as ``votes.worded`` has them, ``issues`` codes or names. One value by
    itself is one. What is held is what is meant: names, single sessions, full symbols, codes.

    Raises BadQuery for what is none.
    """

    bodies: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    sessions: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    title: str | None = None
    subject: str | None = None
    issues: tuple[str, ...] = ()
    matters: tuple[Matter, ...] = ()
    modes: tuple[Mode, ...] = ()

    def __post_init__(self) -> None:
        since, until = days_given(self.since, self.until)
        meant: dict[str, Any] = {
            "bodies": tuple(map(body_meant, several(self.bodies))),
            "since": since, "until": until,
            "sessions": tuple(chain.from_iterable(x.each() for x in sessions_given(self.sessions))),
            "symbols": tuple(map(symbol_of, several(self.symbols))),
            "issues": tuple(map(_issue, several(self.issues))),
            "matters": matters_meant(self.matters),
            "modes": modes_meant(self.modes),
        }  # fmt: skip
        for name, value in meant.items():
            force_setattr(self, name, value)

    def matches(self, vote: Vote) -> bool:
        """Whether a vote is one of those meant."""
        return (
            (not self.bodies or vote.body in self.bodies)
            and self.in_time(vote.date)
            and (not self.sessions or vote.session in self.sessions)
            and (not self.symbols or not _folded((vote.symbol, vote.draft, vote.id)).isdisjoint(
                _folded(self.symbols)))
            and (not self.issues or not set(self.issues).isdisjoint(vote.issues))
            and (not self.matters or vote.matter in self.matters)
            and (not self.modes or vote.mode in self.modes)
            and has_words(self.title, f"{vote.title or ''} {vote.detail or ''}")
            and has_words(self.subject, " ".join(vote.subjects))
        )  # fmt: skip

    def in_time(self, date: str | None) -> bool:
        """Whether a date may be one of those meant; one that is not known is not."""
        if self.since is None and self.until is None:
            return True
        if date is None:
            return False
        after = self.since is None or date >= self.since[: len(date)]
        return after and (self.until is None or date[: len(self.until)] <= self.until[: len(date)])


def symbol_of(text: str) -> str:
    """The symbol of the text that a person calls "62/167"; another is kept as it is."""
    text = " ".join(text.encode("utf-8", "replace").decode().split())  # it may be no UTF-8
    if re.fullmatch(r"(?:E?S-)?\d{1,3}/\d+(?: ?[A-Za-z](?:-[A-Za-z])?)?", text):
        head = re.sub(r"(?<=\d) ?([A-Za-z].*)$", r" \1", text)
        return f"A/RES/{head.upper()}"
    for named in (text, f"resolution {text}"):
        try:
            return as_symbol(named)
        except UnclearSymbol:
            continue
    return text


def body_meant(text: str) -> str:
    """The name of the body that is called so; raises BadQuery where none is."""
    found = body_of(text)
    if found is None:
        remedy = f"There are: {listed(list(bodies()))}"
        raise BadQuery(f"no body is called {text!r}", place="--body", remedy=remedy)
    return found


def matters_meant(given: object) -> tuple[Matter, ...]:
    """What was voted on; raises BadQuery for what is no such thing."""
    return tuple(_one(each, get_args(Matter), "--matter") for each in several(given))


def modes_meant(given: object) -> tuple[Mode, ...]:
    """How a vote was taken; raises BadQuery for what is no such way."""
    return tuple(_one(each, get_args(Mode), "--mode") for each in several(given))


def _issue(text: str) -> str:
    names = {name.casefold(): code for code, name in issue_codes().items()}
    found = text.lower() if text.lower() in issue_codes() else names.get(text.casefold())
    if found is None:
        named = ", ".join(f"{code} ({name})" for code, name in issue_codes().items())
        raise BadQuery(
            f"no issue is called {text!r}", place="--issue", remedy=f"There are: {named}"
        )
    return found


def _one(given: object, known: Sequence[str], option: str) -> Any:
    text = str(given)
    if text.casefold() not in known:
        remedy = f"There are: {listed(list(known))}"
        raise BadQuery(f"{text!r} is none of them", place=option, remedy=remedy)
    return text.casefold()


def _folded(symbols: Sequence[str | None]) -> set[str]:
    return {"".join(each.casefold().split()) for each in symbols if each}


ALL = Where()
