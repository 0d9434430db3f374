"""Which repositories there are to bring texts from, and which of their files are wanted.

In: ``repositories.toml``; a path in a repository, and what the person chose. Out: a
``Repository``; whether the file is of the choice.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from counterdraft.errors import BadAddress, SettingsError
from counterdraft.fetch.addresses import first_hop

_RANGE = re.compile(r"([0-9]{1,4})(?:-([0-9]{1,4}))?")
_SPECIAL = re.compile(r"E?S-[0-9]{1,3}")


class Repository(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where files are and which of them are texts; ``repositories.toml`` tells of each field."""

    id: str
    title: str
    api: str
    raw: str
    owner: str
    name: str
    branch: str
    texts: str
    metadata: str
    session: str
    terms: str

    @property
    def full_name(self) -> str:
        """Owner and name, as one says it."""
        return f"{self.owner}/{self.name}"


class Sessions(NamedTuple):
    """Sessions, or years, that are wanted: from and to, and those that are named ("ES-11")."""

    spans: tuple[tuple[int, int], ...]
    named: frozenset[str]

    def include(self, session: str) -> bool:
        """Whether a session is one of them."""
        if not session.isdecimal():
            return session in self.named
        return any(first <= int(session) <= last for first, last in self.spans)


class Selection(NamedTuple):
    """What of a repository is wanted; without ``sessions`` all, of the one language."""

    language: str = "en"
    sessions: Sessions | None = None


@cache
def _table() -> dict[str, Any]:
    text = files("counterdraft.fetch").joinpath("repositories.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def repositories() -> Mapping[str, Repository]:
    """Every repository by its id."""
    found = msgspec.convert(_table()["repository"], list[Repository])
    return {each.id: each for each in found}


@cache
def languages() -> Mapping[str, str]:
    """How folders call each language, by its code."""
    return msgspec.convert(_table()["languages"], dict[str, str])


def at_server(repository: Repository, server: str) -> Repository:
    """The same repository, on another server that answers as its own do.

    Raises BadAddress where ``server`` is no address, or has a query in it.
    """
    hop = first_hop(server)
    if "?" in server or "#" in server:
        remedy = "Give it without what begins at ? or #"
        raise BadAddress("it is not the address of a server", source=server, remedy=remedy)
    base = hop.here.url.rstrip("/")
    return msgspec.structs.replace(repository, api=base, raw=base)


def parse_sessions(text: str) -> Sessions:
    """ "74-79,ES-11" → the sessions that it names. Raises SettingsError for anything else."""
    spans, named = [], set()
    for word in text.upper().replace(" ", "").split(","):
        match = _RANGE.fullmatch(word)
        if match:
            spans.append((int(match[1]), int(match[2] or match[1])))
        elif _SPECIAL.fullmatch(word):
            named.add(word)
        if (not match and word not in named) or (match and spans[-1][0] > spans[-1][1]):
            remedy = "Name them as 79, 74-79 or ES-11, with commas between"
            raise SettingsError(f"{word!r} is no session", remedy=remedy)
    return Sessions(tuple(spans), frozenset(named))


def session_of(path: str, repository: Repository) -> str | None:
    """The session, or the year, that a path names; None where it names none."""
    match = re.search(repository.session, path)
    return match["session"] if match else None


def is_wanted(path: str, repository: Repository, selection: Selection) -> bool:
    """Whether a file is of the choice; a path that names no language may be of any."""
    session = session_of(path, repository)
    if selection.sessions is not None and not (session and selection.sessions.include(session)):
        return False
    if re.search(repository.metadata, path):
        return True
    said = re.search(rf"(?:^|[/_ ])({'|'.join(languages().values())})(?=[/_. ])", path)
    mine = said is None or said[1] == languages()[selection.language]
    return mine and re.search(repository.texts, path) is not None
