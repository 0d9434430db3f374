"""Where accounts of votes, and registers, are published → the files there, and each of them.

In: ``vote_files.toml`` or ``register_files.toml``, an id. Out: :class:`Listed` files; each
downloaded, in as many runs as it takes, and held against the digest that the place tells, if any.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import msgspec
from msgspec import Struct

from counterdraft.errors import BadAnswer
from counterdraft.fetch.addresses import first_hop
from counterdraft.fetch.answer import Say
from counterdraft.fetch.download import Progress, download
from counterdraft.fetch.fetch import fetch
from counterdraft.fetch.listing import git_sha
from counterdraft.fetch.settings import Settings

_MOST = 200


class Published(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place where files are; ``vote_files.toml`` tells of each field."""

    id: str
    title: str
    terms: str
    server: str
    index: str
    link: str
    file: str
    newest: bool
    raw: str = ""


class Listed(NamedTuple):
    """A file that a place lists: its name, its address, its digest where that is told."""

    name: str
    address: str
    md5: str | None = None
    git: str | None = None


@cache
def vote_files() -> Mapping[str, Published]:
    """Every place of votes by its id."""
    return _places("vote_files.toml")


@cache
def register_files() -> Mapping[str, Published]:
    """Every place of registers by its id."""
    return _places("register_files.toml")


def _places(name: str) -> dict[str, Published]:
    text = files("counterdraft.fetch").joinpath(name).read_text(encoding="utf-8")
    found = msgspec.convert(tomllib.loads(text)["source"], list[Published])
    return {each.id: each for each in found}


def at_server(place: Published, server: str) -> Published:
    """The same place on another server. Raises BadAddress where ``server`` is no address."""
    base = first_hop(server).here.url.rstrip("/")
    return msgspec.structs.replace(place, server=base, raw=base)


def listed(place: Published, settings: Settings, say: Say | None = None) -> tuple[Listed, ...]:
    """The files that are wanted of a place, in the order of their names.

    Raises a FetchError, and BadAnswer where it lists none.
    """
    address = place.index.replace("{server}", place.server)
    got = fetch(address, settings, say=say)
    if got.note and say:
        say(f"{address}: {got.note}")
    text = got.data.decode("utf-8", "replace")
    found: dict[str, Listed] = {}
    for match in re.finditer(place.link, text):
        parts = {name: value for name, value in match.groupdict().items() if value}
        named = {name: quote(value) for name, value in parts.items()}
        where = place.file.format(server=place.server, raw=place.raw, **named)
        found[parts["name"]] = Listed(parts["name"], where, parts.get("md5"), parts.get("git"))
    if not found or len(found) > _MOST:
        reason = f"it links {len(found) or 'no'} files that are wanted"
        remedy = "Download the file by hand, and import it"
        raise BadAnswer(reason, source=address, remedy=remedy)
    names = sorted(found, key=_by_numbers)
    return tuple(found[name] for name in (names[-1:] if place.newest else names))


def _by_numbers(name: str) -> tuple[tuple[int, ...], str]:
    """Names with dates in the order of these: "2025_7_21_…" before "2025_10_2_…"."""
    return (tuple(map(int, re.findall(r"\d+", name))), name)


def is_here(wanted: Listed, path: Path) -> bool:
    """Whether the file is there as the place has it; by its name where no digest is told."""
    return path.is_file() and not _differs(wanted, path)


def bring(
    wanted: Listed, path: Path, settings: Settings, *, say: Say | None = None,
    progress: Progress | None = None,
) -> int:  # fmt: skip
    """Download a file to ``path``; its size.

    Raises what ``download`` does, and BadAnswer where it is another than is listed; then it is
    not left there.
    """
    size = download(wanted.address, path, settings, say=say, progress=progress).size
    fault = _differs(wanted, path)
    if fault:
        path.unlink(missing_ok=True)
        remedy = "Run it again; if it stays so, do not trust that server"
        raise BadAnswer(fault, source=wanted.address, remedy=remedy)
    return size


def _differs(wanted: Listed, path: Path) -> str:
    """How a file differs from what is told of it; "" where it does not."""
    if wanted.md5 is not None:
        with path.open("rb") as stream:
            found = hashlib.file_digest(stream, _md5).hexdigest()
        return "" if found == wanted.md5 else f"its MD5 is {found}, and not {wanted.md5}"
    if wanted.git is not None:
        found = git_sha(path.read_bytes())
        return "" if found == wanted.git else f"its SHA-1 is {found}, and not {wanted.git}"
    return ""


def _md5() -> hashlib._Hash:
    return hashlib.md5(usedforsecurity=False)
