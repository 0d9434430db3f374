"""Files of facts taken into registers, and registers put together to be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from counterdraft.corpus.place import default_folder
from counterdraft.errors import CounterdraftError, NoRegister, ReadError, SettingsError
from counterdraft.jobs.answers import json_bytes, line_bytes
from counterdraft.lexicon.concepts import Concepts, concepts_of
from counterdraft.model.given import Name, date_given, names
from counterdraft.registers.check import Contradiction, contradictions
from counterdraft.registers.held import Held
from counterdraft.registers.kinds import Given, take
from counterdraft.registers.shipped import shipped
from counterdraft.registers.store import FOLDER, keep, keeps, kept_in, registers_of
from counterdraft.registers.taken import Taken
from counterdraft.registers.thesaurus import KIND as THESAURUS
from counterdraft.votes.sources.files import files_of
from counterdraft.wording.english import counted, long_date

Say = Callable[[str], None]
Fault = Callable[[CounterdraftError], None]


class Imported(NamedTuple):
    """What an import came to: what was taken, how many changed and did not, what is wrong."""

    taken: tuple[Taken, ...]
    changed: int
    same: int
    problems: tuple[ReadError, ...]


class RegisterInfo(Struct, frozen=True, kw_only=True):
    """A register that can be asked; dates are those of its entries."""

    name: str
    entries: int
    acts: dict[str, int]
    first: str | None
    last: str | None
    as_of: str | None


def registers_folder(corpus: Path | str | None = None) -> Path:
    """Where the registers beside a corpus are, of the usual one unless it is named."""
    return (Path(corpus) if corpus else default_folder()) / FOLDER


def import_registers(
    paths: Name | Iterable[Name], folder: Path, as_of: str | None = None, say: Say | None = None
) -> Imported:
    """Take every file that ``paths`` lead to, told by its columns, and keep it in ``folder``.

    ``as_of`` is the day that the files were kept to. Raises InUse and WriteError.
    """
    named, problems = _taken(paths, as_of)
    for problem in problems:
        if say is not None:
            say(str(problem))
    changed, same = keep(folder, named, as_of, say=say) if named else (0, 0)
    return Imported(tuple(each for _, each in named), changed, same, tuple(problems))


def _taken(
    paths: Name | Iterable[Name], as_of: str | None
) -> tuple[list[tuple[str, Taken]], list[ReadError]]:
    """What each path leads to, by what it was made of; and all that is wrong with it."""
    as_of = date_given(as_of, "--as-of")
    named: list[tuple[str, Taken]] = []
    problems: list[ReadError] = []
    for path in names(paths):
        files = list(files_of([path]))
        problems += [each.error for each in files if each.error is not None]
        sound = [Given(each.name, each.data) for each in files if each.error is None]
        for each in take(sound, as_of):
            named += [(each.made_of or path, each.taken)] if each.taken else []
            problems += each.problems
    return named, problems


def open_registers(
    folder: Path | None, paths: Name | Iterable[Name] = (), as_of: str | None = None
) -> tuple[tuple[Held, ...], tuple[ReadError, ...]]:
    """The shipped facts, what is kept in ``folder``, and files; and what is wrong in these.

    Raises NoRegister for a folder that is none, and DamagedRegister.
    """
    kept = registers_of(kept_in(folder)) if folder is not None else ()
    named, problems = _taken(paths, as_of)
    own = tuple(Held(taken.name, taken.entries) for _, taken in named)
    return (shipped(), *kept, *own), tuple(problems)


def registers_at(places: Name | Iterable[Name], fault: Fault | None = None) -> tuple[Held, ...]:
    """The shipped facts, and those of each place: a folder that keeps registers, or files.

    ``fault`` is told of each row that is left out; without it the first is raised. Raises
    DamagedRegister, and the ReadError of a file that is none, or of a folder without any.
    """
    places = names(places)
    keeping = {each for each in places if keeps(Path(each))}
    named, problems = _taken([each for each in places if each not in keeping], None)
    rows = [row for _, taken in named for row in taken.problems]
    for each in problems:
        if fault is None or each not in rows:
            raise each
        fault(each)
    kept = [h for each in places if each in keeping for h in registers_of(kept_in(Path(each)))]
    own = [Held(taken.name, taken.entries) for _, taken in named]
    return (shipped(), *kept, *own)


def concepts_at(places: Name | Iterable[Name], fault: Fault | None = None) -> Concepts | None:
    """The concepts of thesauri at each place, else of those that are kept beside the usual corpus.

    None where none is kept. Raises as ``registers_at``, and NoRegister for places without any.
    """
    places = names(places)
    if not places:
        return _usual_concepts()
    found = concepts_of(registers_at(places, fault))
    if found is None:
        remedy = "Name the file of the UNBIS thesaurus, or leave --registers away"
        raise NoRegister("no thesaurus is there", source=places[0], remedy=remedy)
    return found


def _usual_concepts() -> Concepts | None:
    try:
        folder = usual_registers()
    except SettingsError:  # a mandate alone needs no folder
        return None
    return concepts_of(registers_of(kept_in(folder, THESAURUS))) if folder else None


def described(registers: Iterable[Held]) -> tuple[str, ...]:
    """Each by its name, how much it holds, up to which day, and the SHA-256 of its entries."""
    return tuple(_described(each) for each in registers)


def _described(register: Held) -> str:
    kept = max((each.as_of for each in register.all if each.as_of), default=None)
    upto = f", kept to {long_date(kept)}" if kept else ""
    digest = sha256(msgspec.json.encode(register.all)).hexdigest()
    entries = counted(len(register.all), "entry", "entries")
    return f"{register.name} ({entries}{upto}), SHA-256 of its entries {digest}"


def usual_registers() -> Path | None:
    """The folder of registers beside the usual corpus; None where there is none."""
    folder = registers_folder()
    return folder if folder.is_dir() else None


def info(folder: Path | None, form: str) -> bytes:
    """What can be asked: the shipped facts, and what is kept. Raises as ``open_registers`` does."""
    found, _ = open_registers(folder)
    told = [_info(each) for each in found]
    if form == "json":
        return json_bytes(told)
    return line_bytes(map(_line, told))


def _info(register: Held) -> RegisterInfo:
    acts: dict[str, int] = {}
    for each in register.all:
        acts[each.act] = acts.get(each.act, 0) + 1
    dates = [each.date for each in register.all if each.date]
    kept = [each.as_of for each in register.all if each.as_of]
    return RegisterInfo(
        name=register.name, entries=len(register.all), acts=dict(sorted(acts.items())),
        first=min(dates, default=None), last=max(dates, default=None),
        as_of=max(kept, default=None),
    )  # fmt: skip


def _line(told: RegisterInfo) -> str:
    acts = ", ".join(f"{act} {count}" for act, count in told.acts.items())
    kept = f"; kept to {told.as_of}" if told.as_of else ""
    return f"{told.name}: {counted(told.entries, 'entry', 'entries')} ({acts}){kept}"


def check(folder: Path | None, form: str) -> tuple[bytes, tuple[Contradiction, ...]]:
    """Where registers contradict each other. Raises as ``open_registers`` does."""
    found = contradictions(open_registers(folder)[0])
    if form == "json":
        return json_bytes(found), found
    return line_bytes(map(_contradiction, found)), found


def _contradiction(found: Contradiction) -> str:
    one, other = found.one, found.other
    what = (
        f"{one.act} of {one.object} by {one.subject}"
        if one.object
        else f"{one.act} of {one.subject}"
    )
    acts = f"{other.act} " if other.act != one.act else ""
    sides = (
        f"{lead}{each.date} ({each.register}: {each.source})"
        for lead, each in (("", one), (acts, other))
    )
    return f"{what}: {' or '.join(sides)}"
