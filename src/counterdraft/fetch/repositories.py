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

from counterdraft.errors import BadAddress
from counterdraft.fetch.addresses import first_hop
from counterdraft.model.sessions import Sessions


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


class Selection(NamedTuple):
    """What of a repository is wanted; where no ``sessions`` are named all, of the one language."""

    language: str = "en"
    sessions: tuple[Sessions, ...] = ()


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


def session_of(path: str, repository: Repository) -> str | None:
    """The session, or the year, that a path names; None where it names none."""
    match = re.search(repository.session, path)
    return match["session"] if match else None


def is_wanted(path: str, repository: Repository, selection: Selection) -> bool:
    """Whether a file is of the choice; a path that names no language may be of any."""
    session = session_of(path, repository)
    if selection.sessions and not any(each.hold(session) for each in selection.sessions):
        return False
    if re.search(repository.metadata, path):
        return True
    said = re.search(rf"(?:^|[/_ ])({'|'.join(languages().values())})(?=[/_. ])", path)
    mine = said is None or said[1] == languages()[selection.language]
    return mine and re.search(repository.texts, path) is not None
