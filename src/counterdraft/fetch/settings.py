"""What may be set about fetching: the defaults, the person's file, the environment → Settings.

The defaults are ``defaults.toml`` beside this module. Over them goes the ``[fetch]`` table
of the file that ``$COUNTERDRAFT_CONFIG`` names, else of ``counterdraft/config.toml`` in the
platform's folder for configuration; over that the environment (``COUNTERDRAFT_FETCH_…``).
"""

from __future__ import annotations

import difflib
import os
import re
import sys
import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Annotated, NamedTuple

import msgspec
from msgspec import Meta, Struct

from counterdraft import __version__
from counterdraft.disk.hand_written import hand_written
from counterdraft.errors import ReadError, SettingsError, SourceNotFound
from counterdraft.text.toml_lines import UNREADABLE, syntax_fault

CONFIG = "COUNTERDRAFT_CONFIG"
PREFIX = "COUNTERDRAFT_FETCH_"
_TABLE = "fetch"

_Seconds = Annotated[float, Meta(gt=0, le=1_000_000)]
_Bytes = Annotated[int, Meta(ge=1)]
_Count = Annotated[int, Meta(ge=0, le=100)]
_Address = Annotated[str, Meta(pattern=r"^https?://[^\s/]+/\S*\{symbol\}\S*$")]
_Language = Annotated[str, Meta(pattern="^[a-z]{2,3}$")]
_Agent = Annotated[str, Meta(pattern=r"^[!-~]+( [!-~]+)*$")]


class Settings(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is fetched from where, and within which limits; docs/fetch.md tells of each.

    Times are in seconds, sizes in bytes. ``documents`` are addresses in which ``{symbol}``
    and ``{language}`` are filled in, in the order they are tried. An empty
    ``cache_folder`` stands for the platform's.
    """

    documents: Annotated[tuple[_Address, ...], Meta(min_length=1)]
    languages: Annotated[tuple[_Language, ...], Meta(min_length=1)]
    connect_seconds: _Seconds
    read_seconds: _Seconds
    whole_seconds: _Seconds
    largest_bytes: _Bytes
    archive_bytes: _Bytes
    archive_seconds: _Seconds
    redirects: _Count
    retries: _Count
    pause_seconds: _Seconds
    between_seconds: Annotated[float, Meta(ge=0, le=3600)]
    longest_wait_seconds: Annotated[float, Meta(ge=0, le=1_000_000)]
    cache: bool
    cache_folder: str
    cache_bytes: _Bytes
    user_agent: _Agent
    offline: bool


class _Given(NamedTuple):
    """One value as it was given: where, under which name, and what."""

    where: str
    name: str
    value: object


def load_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings that hold in ``environ``, which is the process's own unless given.

    Raises SettingsError, which names the file or the variable, the key and the remedy.
    """
    environ = os.environ if environ is None else environ
    settings = default_settings()
    for given in (*_from_file(environ), *_from_environ(environ)):
        settings = _with(settings, given)
    folder = _expanded(settings.cache_folder) or _folder("cache", environ)
    agent = settings.user_agent.replace("{version}", __version__)
    return msgspec.structs.replace(settings, cache_folder=str(folder.absolute()), user_agent=agent)


def _expanded(folder: str) -> Path | None:
    try:
        return Path(folder).expanduser() if folder else None
    except RuntimeError:
        raise SettingsError(
            f"there is no such home folder: {folder}",
            place="cache_folder",
            remedy="Give the whole path",
        ) from None


def default_settings() -> Settings:
    """The settings as they are shipped, with the folder and the version left open."""
    text = files("counterdraft.fetch").joinpath("defaults.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text)[_TABLE], Settings)


def _with(settings: Settings, given: _Given) -> Settings:
    """``settings`` with one value set, if it is one that may be set so."""
    key = given.name.removeprefix(PREFIX).lower()
    if key not in settings.__struct_fields__:
        raise _unknown(given, settings.__struct_fields__)
    try:
        value = _sized(given.value) if key.endswith("_bytes") else given.value
        whole = msgspec.structs.asdict(settings) | {key: value}
        # The environment holds words alone: "10" is a number there.
        return msgspec.convert(whole, Settings, strict=given.where != "environment")
    except msgspec.ValidationError as error:
        raise _invalid(given, key, str(error)) from None


def _invalid(given: _Given, key: str, reason: str) -> SettingsError:
    default = getattr(default_settings(), key)
    said = reason.partition(" - at ")[0].replace("`", "")
    if "regex" in said:
        said = f"{given.value!r} is not of the form that is asked for"
    shown = msgspec.json.encode(default).decode()
    remedy = f"Set it to a value such as {shown}, or leave it out"
    return SettingsError(said, source=given.where, place=given.name, remedy=remedy)


def _unknown(given: _Given, known: Iterable[str]) -> SettingsError:
    prefix = PREFIX if given.name.startswith(PREFIX) else ""
    names = [prefix + (each.upper() if prefix else each) for each in known]
    near = difflib.get_close_matches(given.name, names, 1)
    remedy = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(names)}"
    return SettingsError(
        "there is no such setting", source=given.where, place=given.name, remedy=remedy
    )


_UNITS = {"B": 1, "KB": 1000, "MB": 1000**2, "GB": 1000**3}
_SIZE = re.compile(r"\s*([0-9_]+(?:\.[0-9]+)?)\s*([KMG]?B)?\s*", re.IGNORECASE)


def _sized(value: object) -> object:
    """ "50 MB" → 50000000; what is not of that form is left for the check to refuse."""
    match = _SIZE.fullmatch(value) if isinstance(value, str) else None
    return round(float(match[1]) * _UNITS[(match[2] or "B").upper()]) if match else value


# -- where they are set


def _from_environ(environ: Mapping[str, str]) -> list[_Given]:
    """The variables of ours; a list is words apart by blanks, an empty one is not set."""
    found = []
    for name in sorted(environ):
        if name.startswith(PREFIX) and environ[name].strip():
            word: object = environ[name].strip()
            if name.removeprefix(PREFIX).lower() in {"documents", "languages"}:
                word = str(word).split()
            found.append(_Given("environment", name, word))
    return found


def _from_file(environ: Mapping[str, str]) -> list[_Given]:
    named = environ.get(CONFIG)
    path = Path(named) if named else _folder("config", environ) / "config.toml"
    try:
        text = hand_written(path)
    except SourceNotFound:
        if not named:
            return []
        raise SettingsError(
            "no such file", source=str(path), place=CONFIG, remedy="Check the path, or unset it"
        ) from None
    except ReadError as error:
        raise _unreadable(path, error.reason) from None
    try:
        tables = tomllib.loads(text)
    except UNREADABLE as error:
        raise _unreadable(path, *syntax_fault(error, text)) from None
    return _of_tables(tables, str(path))


def _unreadable(path: Path, reason: str, place: str = "") -> SettingsError:
    return SettingsError(
        reason, source=str(path), place=place, remedy="Mend these settings, or move them away"
    )


def _of_tables(tables: Mapping[str, object], where: str) -> list[_Given]:
    found: list[_Given] = []
    for name, table in tables.items():
        if name != _TABLE or not isinstance(table, dict):
            remedy = f"Put settings below a line [{_TABLE}]"
            raise SettingsError("there is no such table", source=where, place=name, remedy=remedy)
        found += (_Given(where, key, value) for key, value in table.items())
    return found


def _folder(kind: str, environ: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Our folder for the "config" or the "cache", as the platform has it."""
    base = Path(environ.get(f"XDG_{kind.upper()}_HOME", ""))
    if base.is_absolute():  # a relative one is to be ignored, says the XDG specification
        return base / "counterdraft"
    if platform == "win32":
        variable = "APPDATA" if kind == "config" else "LOCALAPPDATA"
        return Path(environ.get(variable) or _home(environ)) / "counterdraft"
    if platform == "darwin":
        library = "Application Support" if kind == "config" else "Caches"
        return _home(environ) / "Library" / library / "counterdraft"
    return _home(environ) / f".{kind}" / "counterdraft"


def _home(environ: Mapping[str, str]) -> Path:
    try:
        return Path(environ.get("HOME") or Path.home())
    except RuntimeError:
        raise SettingsError(
            "there is no home folder", place="HOME", remedy=f"Set HOME, or {CONFIG} and a cache"
        ) from None
