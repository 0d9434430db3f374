"""What a person says of the votes that are meant → a ``Where``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import get_args

from counterdraft.errors import BadQuery, UnclearSymbol
from counterdraft.fetch.symbols import as_symbol
from counterdraft.lexicon.bodies import bodies, body_of
from counterdraft.lexicon.vote_sources import issues as issue_codes
from counterdraft.model.dates import is_date
from counterdraft.model.rollcall import Matter, Mode
from counterdraft.text.wording import listed
from counterdraft.votes.where import Where

_RANGE = re.compile(r"(\d{1,3})-(\d{1,3})")
_SESSION = re.compile(r"\d{1,3}|E?S-\d{1,2}")


def where_of(
    *,
    body: str | None = None,
    session: str | None = None,
    since: str | None = None,
    until: str | None = None,
    symbols: Sequence[str] = (),
    title: str | None = None,
    subject: str | None = None,
    issue: str | None = None,
    matter: str | None = None,
    mode: str | None = None,
) -> Where:
    """The filter that is meant: "GA" or "Third Committee", "62", "74-79,ES-11", "2005-12".

    Raises BadQuery for what is none.
    """
    return Where(
        bodies=(_body(body),) if body else (),
        sessions=_sessions(session) if session else (),
        since=_date(since, "--since"), until=_date(until, "--until"),
        symbols=tuple(symbol_of(each) for each in symbols), title=title, subject=subject,
        issues=(_issue(issue),) if issue else (),
        matters=(_one(matter, get_args(Matter), "--matter"),) if matter else (),  # type: ignore[arg-type]
        modes=(_one(mode, get_args(Mode), "--mode"),) if mode else (),  # type: ignore[arg-type]
    )  # fmt: skip


def symbol_of(text: str) -> str:
    """The symbol of the text that a person calls "62/167"; another is kept as it is."""
    text = " ".join(text.split())
    if re.fullmatch(r"(?:E?S-)?\d{1,3}/\d+(?: ?[A-Za-z](?:-[A-Za-z])?)?", text):
        head = re.sub(r"(?<=\d) ?([A-Za-z].*)$", r" \1", text)
        return f"A/RES/{head.upper()}"
    for named in (text, f"resolution {text}"):
        try:
            return as_symbol(named)
        except UnclearSymbol:
            continue
    return text


def _body(text: str) -> str:
    found = body_of(text)
    if found is None:
        raise BadQuery(
            f"no body is called {text!r}", place="--body", remedy=f"There are: {_named(bodies())}"
        )
    return found


def _sessions(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for word in text.upper().replace(" ", "").split(","):
        span = _RANGE.fullmatch(word)
        if span and int(span[1]) <= int(span[2]):
            found += map(str, range(int(span[1]), int(span[2]) + 1))
        elif _SESSION.fullmatch(word):
            found.append(word)
        else:
            remedy = "Name them as 79, 74-79 or ES-11, with commas between"
            raise BadQuery(f"{word!r} is no session", place="--session", remedy=remedy)
    return tuple(found)


def _date(text: str | None, option: str) -> str | None:
    if text is not None and not is_date(text):
        remedy = "Write 2007-12-18, 2007-12 or 2007"
        raise BadQuery(f"{text!r} is no date", place=option, remedy=remedy)
    return text


def _issue(text: str) -> str:
    names = {name.casefold(): code for code, name in issue_codes().items()}
    found = text.lower() if text.lower() in issue_codes() else names.get(text.casefold())
    if found is None:
        named = ", ".join(f"{code} ({name})" for code, name in issue_codes().items())
        raise BadQuery(
            f"no issue is called {text!r}", place="--issue", remedy=f"There are: {named}"
        )
    return found


def _one(text: str, known: Sequence[str], option: str) -> str:
    if text.casefold() not in known:
        raise BadQuery(
            f"{text!r} is none of them", place=option, remedy=f"There are: {_named(known)}"
        )
    return text.casefold()


def _named(names: Iterable[str]) -> str:
    return listed(list(names))
