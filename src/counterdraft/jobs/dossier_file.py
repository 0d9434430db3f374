"""A file ``dossier.toml`` → a :class:`Dossier`, checked; what is wrong is told by line and key.

Paths are relative to the file's folder. One that leads out of it, by ``..`` or by a link, is
refused: a dossier that came by mail must not read or write what its reader keeps elsewhere. A path
written in full, from the root, was put there on purpose, and is taken as it is.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from counterdraft.disk.links import real_path
from counterdraft.jobs.dossier_written import EventEntry, Text, Written, text_of, written
from counterdraft.lexicon.mandate_files import mandate_names
from counterdraft.lexicon.members import nearest_names
from counterdraft.lexicon.states import fold_name, group_names, state_names
from counterdraft.text import toml_lines
from counterdraft.wording.english import listed, some

NAME = "dossier.toml"
AS_OF = "as_of"
_LIST_THEM = "Say counterdraft cover --list; your own ends in .toml"
FORMS = {".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf", ".md": "md",
         ".markdown": "md", ".json": "json"}  # fmt: skip
_DATE = re.compile(r"^\d{4}(?:-\d\d(?:-\d\d)?)?$")


class Dossier(NamedTuple):
    """A dossier whose files are there: each path leads to one.

    ``drafts`` are the versions of the draft, the last one the one that the brief is of. ``dates``
    are those of the file but for ``as_of``. ``mandates`` are ids, or paths of files. ``text`` is
    the file's own.
    """

    path: Path
    text: Text
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
    return _Checked(text_of(path)).dossier()


def form_of_output(name: str) -> str | None:
    """The form of a brief that the ending of a path tells; None where it tells none."""
    return FORMS.get(Path(name).suffix.lower())


class _Checked:
    """The text of a dossier, and what is checked of it."""

    def __init__(self, text: Text) -> None:
        self.path = text.path
        self.folder = text.path.parent.resolve()
        self.text = text

    def dossier(self) -> Dossier:
        """All of it."""
        given = written(self.text)
        if not given.drafts:
            self.text.fail("it names no draft", ("drafts",), 'Say drafts = ["draft.docx"]')
        self._check_days(given)
        self._check_names(given)
        self._check_apart(given)
        dates = {key: value for key, value in given.dates.items() if key != AS_OF}
        return Dossier(
            path=self.path, text=self.text, title=given.title, part=given.part, series=given.series,
            drafts=self._files("drafts", given.drafts),
            rival=self._file(("rival",), given.rival), rival_part=given.rival_part,
            previous=self._file(("previous",), given.previous),
            previous_part=given.previous_part,
            sponsors=given.sponsors,
            mandates=tuple(self._mandates(given.mandates)),
            registers=tuple(
                self._place(("registers", n), each) for n, each in enumerate(given.registers)
            ),
            corpus=self._place(("corpus",), given.corpus) if given.corpus else None,
            notes=self._files("notes", given.notes),
            outputs=self._outputs(given),
            as_of=given.dates.get(AS_OF), dates=tuple(dates.items()), events=given.events,
        )  # fmt: skip

    # -- values

    def _check_days(self, given: Written) -> None:
        days: list[tuple[toml_lines.Path, str]] = [
            (("dates", key), value) for key, value in given.dates.items()
        ]
        days += [(("events", n, "date"), each.date) for n, each in enumerate(given.events)]
        for path, value in days:
            if not _is_date(value):
                remedy = "Write it as 2026-10-16, 2026-10 or 2026"
                self.text.fail(f"{value!r} is no date with a year", path, remedy)
        if len(given.dates.get(AS_OF, "2026-01-01")) != len("2026-01-01"):
            self.text.fail("it is no day", ("dates", AS_OF), "Write it as 2026-10-16")

    def _check_names(self, given: Written) -> None:
        for number, name in enumerate(given.sponsors):
            folded = fold_name(name).removeprefix("the ")
            names = {*state_names(), *group_names()}
            if folded not in names and f"the {folded}" not in names:
                near = some(nearest_names(name), 3) if name.strip() else ""
                remedy = f"Near it are {near}" if near else "Name a State or a group"
                self.text.fail(
                    f"no State or group is known as {name!r}", ("sponsors", number), remedy
                )

    def _check_apart(self, given: Written) -> None:
        """A draft that stands against itself was named by a slip."""
        others = (("rival", given.rival, given.rival_part),
                  ("previous", given.previous, given.previous_part))  # fmt: skip
        for key, name, part in others:
            if name and self._same(name, given.drafts[-1]) and part == given.part:
                self.text.fail("it is the draft itself", (key,), "Name another text")
        for number, name in enumerate(given.drafts):
            if any(self._same(name, each) for each in given.drafts[:number]):
                remedy = "Name each version once, the one that the brief is of last"
                self.text.fail("it is named twice", ("drafts", number), remedy)

    def _same(self, one: str, other: str) -> bool:
        """Whether two paths lead to one file, however they are written."""
        if "\0" in one + other:
            return False
        return real_path(self.path.parent / one) == real_path(self.path.parent / other)

    def _mandates(self, names: Sequence[str]) -> Iterator[str]:
        """An id of a mandate as it is; what ends in .toml is a file."""
        for number, name in enumerate(names):
            is_file = name.endswith(".toml")
            if not is_file and name not in mandate_names():
                near = get_close_matches(name, mandate_names(), n=3)
                remedy = f"Did you mean {listed(near, 'or')}?" if near else _LIST_THEM
                self.text.fail(f"no mandate is called {name!r}", ("mandates", number), remedy)
            yield str(self._file(("mandates", number), name)) if is_file else name

    def _outputs(self, given: Written) -> tuple[Path, ...]:
        found = []
        for number, name in enumerate(given.outputs):
            path = self._inside(("outputs", number), name)
            if form_of_output(name) is None:
                self.text.fail(f"{name!r} ends in no form of a brief", ("outputs", number),
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
        found = self._inside(path, name)
        if not found.is_file():
            remedy = "A dossier fetches nothing: save it in its folder, and name it as it is there"
            broken = f"{name!r} is a link that leads to no file"
            reason = broken if found.is_symlink() else f"there is no file {name!r}"
            self.text.fail(reason, path, remedy)
        return found

    def _place(self, path: toml_lines.Path, name: str) -> Path:
        """A file or folder that is there."""
        found = self._inside(path, name)
        if not found.exists():
            self.text.fail(f"there is nothing at {name!r}", path, "Name what is there")
        return found

    def _inside(self, path: toml_lines.Path, name: str) -> Path:
        """A path of the dossier, which leads out of its folder only where it is written in full."""
        if "\0" in name:
            self.text.fail("it is no path", path, "Name a file")
        given = Path(name)
        if given.is_absolute():
            return given
        found = self.path.parent / given
        if not real_path(found).is_relative_to(self.folder):
            remedy = "Move it into the folder, or write its path in full, from the root"
            self.text.fail(f"{name!r} leads out of the dossier's folder", path, remedy)
        return found


def _is_date(value: str) -> bool:
    if not _DATE.match(value):
        return False
    try:
        dt.date(*[*map(int, value.split("-")), 1, 1][:3])
    except ValueError:
        return False
    return True
