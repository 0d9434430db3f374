"""Mandates by name or file → values: read, checked, what they borrow of others filled in.

A shipped file and a person's own are read by the same function, and an error in either names the
file, the line and the key.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from hashlib import sha256
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

import msgspec
from msgspec import ValidationError, convert
from msgspec.structs import replace

from counterdraft.errors import BadMandate, UnknownMandate
from counterdraft.lexicon.concepts import Concepts
from counterdraft.lexicon.mandate import Condition, Mandate, Named, Recognition, Together, Topic
from counterdraft.lexicon.mandate_concepts import identified, unknown_concepts
from counterdraft.lexicon.treaties import treaty_names
from counterdraft.text.phrases import PhraseError, phrase
from counterdraft.text.toml_lines import key_of, place_of, syntax_fault, wanted_said

FOLDERS = ("mandates", "conditions")
LARGEST = 1_000_000  # bytes of a file
_STEP = re.compile(r"([\w-]+)|\[(\d+)\]")  # of a path such as "topic[2].terms[4]"
_PHRASES = ("terms", "touches", "refers", "documents", "alludes", "organisations", "excepting")
_LISTS = (*_PHRASES, "together", "unbis", "citations", "treaties", "named")
_SYMBOL = re.compile(r"[A-Z]+(?:/[\w.()\-*]+)+")
_PATH = re.compile(r" - at `\$?\.?(.*?)`$")
_REMEDY = "docs/mandates.md says what each key means"
_TABLES: dict[str, type[msgspec.Struct]] = {
    "topic": Topic, "condition": Condition, "together": Together, "named": Named,
}  # fmt: skip
_Topic = TypeVar("_Topic", Topic, Condition)


@cache
def mandate_names() -> tuple[str, ...]:
    """The names of all that ship, mandates first."""
    return tuple(name for folder in FOLDERS for name in _stems(folder))


def _stems(folder: str) -> list[str]:
    entries = files("counterdraft.lexicon").joinpath(folder).iterdir()
    return sorted(each.name.removesuffix(".toml") for each in entries if each.name[-5:] == ".toml")


@cache
def shipped(name: str) -> Mandate:
    """The mandate that ships under a name; raises UnknownMandate, which names what is near."""
    return parsed(*_shipped_file(name))


def _shipped_file(name: str) -> tuple[bytes, str]:
    """What ships under a name, and where it stands."""
    for folder in FOLDERS:
        if name in _stems(folder):
            source = f"lexicon/{folder}/{name}.toml"
            resource = files("counterdraft.lexicon").joinpath(folder, f"{name}.toml")
            return resource.read_bytes(), source
    near = get_close_matches(name, mandate_names(), n=3)
    remedy = f"Did you mean {' or '.join(near)}?" if near else "Say counterdraft cover --list"
    if Path(name).exists():
        remedy = "The name of a file of one ends in .toml"
    raise UnknownMandate(f"no mandate is called {name!r}", remedy=remedy)


def mandate_of(
    name: str, concepts: Concepts | None = None, fault: Callable[[BadMandate], None] | None = None
) -> Mandate:
    """The mandate of a name or, where it ends in .toml, of that file.

    ``fault`` is told of each concept that ``concepts`` lack, which is looked for by its words all
    the same; without it the first is raised. Raises UnknownMandate and BadMandate.
    """
    own = name.lower().endswith(".toml")
    if concepts is None and not own:
        return shipped(name)
    data, source = _own_file(name) if own else _shipped_file(name)
    mandate = parsed(data, source)
    if concepts is None:
        return mandate
    for each in _unknown_concepts(concepts, data, source):
        if fault is None:
            raise each
        fault(each)
    return identified(mandate, concepts)


def _unknown_concepts(concepts: Concepts, data: bytes, source: str) -> Iterator[BadMandate]:
    text = _text(data, source)
    written = convert(tomllib.loads(text), Mandate)  # without what its topics borrow
    for path, reason, remedy in unknown_concepts(written, concepts):
        yield _bad(reason, path, text, source, remedy or _REMEDY)


def _own_file(name: str) -> tuple[bytes, str]:
    """What a file holds, and what it is called."""
    try:
        with Path(name).open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise UnknownMandate(f"it cannot be read: {error.strerror or error}", source=name) from None
    if len(data) > LARGEST:
        raise BadMandate(f"it is larger than {LARGEST:,} bytes", source=name)
    return data, name


def parsed(data: bytes, source: str) -> Mandate:
    """The mandate that a TOML file holds; raises BadMandate with the line and the key."""
    text = _text(data, source)
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        reason, place = syntax_fault(error, text)
        raise BadMandate(reason, source=source, place=place) from None
    try:
        mandate = convert(table, Mandate)
    except ValidationError as error:
        raise _invalid(str(error), text, source) from None
    for path, reason in _faults(mandate):
        raise _bad(reason, path, text, source)
    return replace(_whole(mandate, text, source), digest=sha256(data).hexdigest())


def _text(data: bytes, source: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise BadMandate("it is not UTF-8", source=source, place=f"line {line}") from None


def _invalid(message: str, text: str, source: str) -> BadMandate:
    """What the types refuse, with the key that they name."""
    found = _PATH.search(message)
    path = found[1] if found else ""
    unknown = re.search(r"unknown field `(.*?)`", message)
    if unknown:
        path = f"{path}.{unknown[1]}" if path else unknown[1]
    missing = re.search(r"missing required field `(.*?)`", message)
    reason = _PATH.sub("", message)
    if missing:
        reason = f"the key {missing[1]!r} is missing"
    elif unknown:
        reason = f"there is no key {unknown[1]!r}"
        near = get_close_matches(unknown[1], _keys(path), n=1)
        if near:
            return _bad(reason, path, text, source, f"Did you mean {near[0]}?")
    elif "matching regex" in message:
        reason = "it should be small letters and digits, with - or _ between"
    elif value := re.search(r"[Ii]nvalid enum value '(.*)'", message):
        reason = f"{value[1]!r} is no value of it: there {_values(path)}"
    reason = wanted_said(reason) or reason
    return _bad(reason[:1].lower() + reason[1:], path, text, source)


def _keys(path: str) -> list[str]:
    """The keys that there are where one stands that is none."""
    table = [name for name, _ in _STEP.findall(path) if name][-2:-1]
    kind = _TABLES[table[0].removesuffix("_")] if table else Mandate
    return [each.encode_name for each in msgspec.structs.fields(kind)]


def _values(path: str) -> str:
    """Which values a key takes that takes some words alone: "are 'hold' and 'not hold'"."""
    name = [name for name, _ in _STEP.findall(path) if name][-1]
    hint = next((h[name] for h in map(get_type_hints, (Condition, Mandate)) if name in h), None)
    while hint is not None and get_origin(hint) is not Literal:
        hint = next(iter(get_args(hint)), None)
    return f"are {', '.join(repr(each) for each in get_args(hint))}"


def _bad(reason: str, path: str, text: str, source: str, remedy: str = _REMEDY) -> BadMandate:
    place = place_of(text, _steps(path)) or "the file"
    return BadMandate(reason, source=source, place=place, remedy=remedy)


def _steps(path: str) -> tuple[str | int, ...]:
    """A path such as "topic[2].with_[4]", as the types name it, as that of a file's keys."""
    named = ((name.removesuffix("_"), number) for name, number in _STEP.findall(path))
    return tuple(name or int(number) for name, number in named)


# -- what the types do not say


def _faults(mandate: Mandate) -> Iterator[tuple[str, str]]:
    """The key of each fault, and what is wrong there."""
    if mandate.digest:
        yield "digest", "there is no key 'digest': it is taken from the file itself"
    if mandate.identifiers:
        yield "identifiers", "there is no key 'identifiers': they are taken from a thesaurus"
    if not mandate.topics and not mandate.conditions:
        yield "", "it has neither topics nor conditions"
    for n, written in enumerate(mandate.about):
        yield from _fault_of(written, f"about[{n}]")
    seen: dict[str, str] = {}
    for path, each in mandate.entries():
        if each.id in seen:
            yield f"{path}.id", f"{each.id!r} is the id of {key_of(_steps(seen[each.id]))} too"
        seen[each.id] = path
        yield from _faults_of(each, path)


def _fault_of(written: str, path: str) -> Iterator[tuple[str, str]]:
    try:
        phrase(written)
    except PhraseError as error:
        yield path, str(error)


def _faults_of(each: Topic, path: str) -> Iterator[tuple[str, str]]:
    for key, written in _written(each):
        yield from _fault_of(written, f"{path}.{key}")
    for n, treaty in enumerate(each.treaties):
        if treaty not in treaty_names():
            near = get_close_matches(treaty.casefold(), treaty_names(), n=1)
            yield (
                f"{path}.treaties[{n}]",
                f"no treaty of the lexicon has the id {treaty!r}"
                + (f"; {near[0]!r} is near" if near else ""),
            )
    for n, symbol in enumerate(each.citations):
        if not _SYMBOL.fullmatch(symbol):
            yield (
                f"{path}.citations[{n}]",
                f"{symbol!r} is no symbol in full form, such as 'A/HRC/RES/22/13'",
            )
    for n, borrowed in enumerate(each.like):
        if not re.fullmatch(r"[a-z0-9_-]+/[a-z0-9_-]+", borrowed):
            yield f"{path}.like[{n}]", f"{borrowed!r} is not written like 'coi-dprk/food'"
    for n, concept in enumerate(each.unbis):
        if concept != concept.upper():
            yield (
                f"{path}.unbis[{n}]",
                f"{concept!r} is not written as the UNBIS thesaurus does: {concept.upper()!r}",
            )
    unreadable = isinstance(each, Condition) and each.unreadable
    if not unreadable and not each.like and not any(getattr(each, key) for key in _LISTS):
        yield f"{path}.id", f"{each.id!r} has nothing by which it is recognised"


def _written(each: Topic) -> Iterator[tuple[str, str]]:
    """Every phrase of a topic, with its key."""
    for key in _PHRASES:
        for n, written in enumerate(getattr(each, key)):
            yield f"{key}[{n}]", written
    for n, pair in enumerate(each.together):
        for m, written in enumerate(pair.one):
            yield f"together[{n}].one[{m}]", written
        for m, written in enumerate(pair.with_):
            yield f"together[{n}].with[{m}]", written
    for n, named in enumerate(each.named):
        for m, written in enumerate(named.terms):
            yield f"named[{n}].terms[{m}]", written


# -- what is borrowed


def _whole(mandate: Mandate, text: str, source: str) -> Mandate:
    """The mandate with what its topics borrow of others."""

    def filled(each: _Topic, path: str) -> _Topic:
        others = []
        for n, borrowed in enumerate(each.like):
            try:
                others.append(_borrowed(borrowed, mandate))
            except UnknownMandate as error:
                raise _bad(error.reason, f"{path}.like[{n}]", text, source) from None
        return _joined(each, others) if others else each

    return replace(
        mandate,
        topics=tuple(filled(t, f"topic[{n}]") for n, t in enumerate(mandate.topics)),
        conditions=tuple(filled(c, f"condition[{n}]") for n, c in enumerate(mandate.conditions)),
    )


def _borrowed(name: str, mandate: Mandate) -> Recognition:
    """The topic that "coi-dprk/food" names, of this mandate or a shipped one."""
    owner, _, topic = name.partition("/")
    holder = mandate if owner == mandate.id else shipped(owner)
    found = next((each for each in holder.topics if each.id == topic), None)
    if found is None:
        raise UnknownMandate(f"the mandate {owner!r} has no topic {topic!r}")
    if holder is mandate and found.like:
        raise UnknownMandate(f"{name!r} borrows itself; name what it borrows from")
    return found


def _joined(each: _Topic, others: Sequence[Recognition]) -> _Topic:
    """A topic with the ways of others after its own."""
    changes: dict[str, Any] = {
        key: tuple(dict.fromkeys(chain(getattr(each, key), *(getattr(o, key) for o in others))))
        for key in _LISTS
        if key != "named"
    }
    return msgspec.structs.replace(each, **changes)
