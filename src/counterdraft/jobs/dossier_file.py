"""A file ``dossier.toml`` → a :class:`Dossier`, checked; what is wrong is told by line and key.

Paths are relative to the file's folder. One that leads out of it, by ``..`` or by a link, is
refused: a dossier that came by mail must not read or write what its reader keeps elsewhere. A path
written in full, from the root, was put there on purpose, and is taken as it is.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import msgspec
from msgspec import Struct

from counterdraft.errors import DossierError
from counterdraft.lexicon.members import nearest_names
from counterdraft.lexicon.states import fold_name, group_names, state_names
from counterdraft.text import toml_lines
from counterdraft.text.wording import listed, some

NAME = "dossier.toml"
LARGEST = 1_000_000
AS_OF = "as_of"
FORMS = {".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf", ".md": "md",
         ".markdown": "md", ".json": "json"}  # fmt: skip
_DATE = re.compile(r"^\d{4}(?:-\d\d(?:-\d\d)?)?$")
_TYPES = {
    "str": "words in quotes", "int": "a whole number", "array": "a list in square brackets",
    "object": "a table",
}  # fmt: skip


class EventEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """A day of the case, as written."""

    date: str
    what: str
    source: str = ""


class Written(Struct, frozen=True, forbid_unknown_fields=True):
    """The file as written; every key of it."""

    drafts: tuple[str, ...] = ()
    title: str = ""
    part: int | None = None
    rival: str | None = None
    rival_part: int | None = None
    previous: str | None = None
    previous_part: int | None = None
    sponsors: tuple[str, ...] = ()
    mandates: tuple[str, ...] = ()
    registers: tuple[str, ...] = ()
    corpus: str | None = None
    series: str | None = None
    notes: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    dates: dict[str, str] = {}
    events: tuple[EventEntry, ...] = ()


class Dossier(NamedTuple):
    """A dossier whose files are there: each path leads to one.

    ``drafts`` are the versions of the draft, the last one the one that the brief is of. ``dates``
    are those of the file but for ``as_of``. ``mandates`` are ids, or paths of files.
    """

    path: Path
    title: str
    drafts: tuple[Path, ...]
    part: int | None
    rival: Path | None
    rival_part: int | None
    previous: Path | None
    previous_part: int | None
    sponsors: tuple[str, ...]
    mandates: tuple[str, ...]
    registers: tuple[Path, ...]
    corpus: Path | None
    series: str | None
    notes: tuple[Path, ...]
    outputs: tuple[Path, ...]
    as_of: str | None
    dates: tuple[tuple[str, str], ...]
    events: tuple[EventEntry, ...]


def read_dossier(name: str) -> Dossier:
    """Read and check a dossier. Raises DossierError, with the line and the key."""
    path = Path(name)
    if path.is_dir():
        path /= NAME
    checked = _Checked(path, _text(path))
    return checked.dossier()


def form_of_output(name: str) -> str | None:
    """The form of a brief that the ending of a path tells; None where it tells none."""
    return FORMS.get(Path(name).suffix.lower())


def _text(path: Path) -> str:
    source = str(path)
    try:
        data = path.read_bytes()
        if len(data) > LARGEST:
            raise DossierError(
                "it is too large for a dossier", source=source, remedy="Name another"
            )
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DossierError("it is not UTF-8", source=source, remedy="Save it as UTF-8") from None
    except OSError as error:
        remedy = "Name a dossier, or make one with counterdraft dossier init"
        raise DossierError(error.strerror or str(error), source=source, remedy=remedy) from None


class _Checked:
    """The text of a dossier, and what is checked of it."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.folder = path.parent.resolve()
        self.text = text

    def dossier(self) -> Dossier:
        """All of it."""
        written = self._written()
        if not written.drafts:
            self.fail("it names no draft", ("drafts",), 'Say drafts = ["draft.docx"]')
        self._check_days(written)
        self._check_names(written)
        dates = {key: value for key, value in written.dates.items() if key != AS_OF}
        return Dossier(
            path=self.path, title=written.title, part=written.part, series=written.series,
            drafts=self._files("drafts", written.drafts),
            rival=self._file(("rival",), written.rival), rival_part=written.rival_part,
            previous=self._file(("previous",), written.previous),
            previous_part=written.previous_part,
            sponsors=written.sponsors,
            mandates=tuple(self._mandates(written.mandates)),
            registers=tuple(
                self._place(("registers", n), each) for n, each in enumerate(written.registers)
            ),
            corpus=self._place(("corpus",), written.corpus) if written.corpus else None,
            notes=self._files("notes", written.notes),
            outputs=self._outputs(written),
            as_of=written.dates.get(AS_OF), dates=tuple(dates.items()), events=written.events,
        )  # fmt: skip

    def fail(self, reason: str, path: toml_lines.Path, remedy: str) -> NoReturn:
        """Say what is wrong with a key. Raises DossierError."""
        line = toml_lines.line_of(self.text, path)
        key = ".".join(str(part + 1) if isinstance(part, int) else part for part in path)
        place = f"line {line}, {key}" if line else key
        raise DossierError(reason, source=str(self.path), place=place, remedy=remedy)

    # -- keys and types

    def _written(self) -> Written:
        try:
            raw = tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            line = toml_lines.syntax_line(error)
            place = f"line {line}" if line else ""
            reason = re.sub(r" \(at .*\)$", "", str(error))
            raise DossierError(
                f"it is not TOML: {reason}", source=str(self.path), place=place,
                remedy="Quote words, and begin what is to be ignored with #",
            ) from None  # fmt: skip
        self._check_keys(raw)
        try:
            return msgspec.convert(_plain(raw), Written)
        except msgspec.ValidationError as error:
            self._mistyped(str(error))

    def _check_keys(self, raw: dict[str, Any]) -> None:
        known = list(Written.__struct_fields__)
        for key in raw:
            if key not in known:
                self._unknown((key,), known)
        events = raw.get("events", ())
        for number, entry in enumerate(events if isinstance(events, list) else ()):
            for key in entry if isinstance(entry, dict) else ():
                if key not in EventEntry.__struct_fields__:
                    self._unknown(("events", number, key), list(EventEntry.__struct_fields__))

    def _unknown(self, path: toml_lines.Path, known: Sequence[str]) -> NoReturn:
        near = get_close_matches(str(path[-1]), known, 1)
        remedy = f"Did you mean {near[0]}?" if near else f"Keys are {listed(known)}"
        self.fail("there is no such key", path, remedy)

    def _mistyped(self, message: str) -> NoReturn:
        """What msgspec says, as a dossier's reader would: which key, and what is wanted there."""
        reason, _, where = message.partition(" - at ")
        path = tuple(
            int(part) if part.isdigit() else part
            for part in re.findall(r"\w[\w-]*", where.strip("`$"))
        )
        if found := re.match(r"Object missing required field `(\w+)`", reason):
            self.fail(f"it has no {found[1]}", path, f"Say {found[1]} = …")
        wanted = re.match(r"Expected `(\w+)", reason)
        kind = _TYPES.get(wanted[1], wanted[1]) if wanted else "something else"
        self.fail(f"it should be {kind}", path or ("dates",), "Write it so")

    # -- values

    def _check_days(self, written: Written) -> None:
        days: list[tuple[toml_lines.Path, str]] = [
            (("dates", key), value) for key, value in written.dates.items()
        ]
        days += [(("events", n, "date"), each.date) for n, each in enumerate(written.events)]
        for path, value in days:
            if not _is_date(value):
                remedy = "Write it as 2026-10-16, 2026-10 or 2026"
                self.fail(f"{value!r} is no date with a year", path, remedy)
        if len(written.dates.get(AS_OF, "2026-01-01")) != len("2026-01-01"):
            self.fail("it is no day", ("dates", AS_OF), "Write it as 2026-10-16")

    def _check_names(self, written: Written) -> None:
        for number, name in enumerate(written.sponsors):
            folded = fold_name(name).removeprefix("the ")
            names = {*state_names(), *group_names()}
            if folded not in names and f"the {folded}" not in names:
                remedy = f"Near it are {some(nearest_names(name), 3)}"
                self.fail(f"no State or group is known as {name!r}", ("sponsors", number), remedy)

    def _mandates(self, names: Sequence[str]) -> Iterator[str]:
        """An id of a mandate as it is; what ends in .toml is a file."""
        for number, name in enumerate(names):
            is_file = name.endswith(".toml")
            yield str(self._file(("mandates", number), name)) if is_file else name

    def _outputs(self, written: Written) -> tuple[Path, ...]:
        found = []
        for number, name in enumerate(written.outputs):
            path = self.inside(("outputs", number), name)
            if form_of_output(name) is None:
                self.fail(f"{name!r} ends in no form of a brief", ("outputs", number),
                          f"End it in {listed(list(FORMS), 'or')}")  # fmt: skip
            found.append(path)
        return tuple(found)

    # -- paths

    def _files(self, key: str, names: Sequence[str]) -> tuple[Path, ...]:
        return tuple(
            path
            for number, name in enumerate(names)
            if (path := self._file((key, number), name)) is not None
        )

    def _file(self, path: toml_lines.Path, name: str | None) -> Path | None:
        """A file that is there; None where none is named."""
        if name is None:
            return None
        found = self.inside(path, name)
        if not found.is_file():
            remedy = "A dossier fetches nothing: save it in its folder, and name it as it is there"
            self.fail(f"there is no file {name!r}", path, remedy)
        return found

    def _place(self, path: toml_lines.Path, name: str) -> Path:
        """A file or folder that is there."""
        found = self.inside(path, name)
        if not found.exists():
            self.fail(f"there is nothing at {name!r}", path, "Name what is there")
        return found

    def inside(self, path: toml_lines.Path, name: str) -> Path:
        """A path of the dossier, which leads out of its folder only where it is written in full."""
        given = Path(name)
        if given.is_absolute():
            return given
        found = self.path.parent / given
        if not found.resolve().is_relative_to(self.folder):
            remedy = "Move it into the folder, or write its path in full, from the root"
            self.fail(f"{name!r} leads out of the dossier's folder", path, remedy)
        return found


def _plain(value: Any) -> Any:
    """Dates of TOML as they are written, all else as it is."""
    match value:
        case dt.datetime():
            return value.date().isoformat()
        case dt.date():
            return value.isoformat()
        case dict():
            return {key: _plain(each) for key, each in value.items()}
        case list():
            return [_plain(each) for each in value]
        case _:
            return value


def _is_date(value: str) -> bool:
    if not _DATE.match(value):
        return False
    try:
        dt.date(*[*map(int, value.split("-")), 1, 1][:3])
    except ValueError:
        return False
    return True
