"""What is held and what is added → what is to be held: new texts, newer versions, fuller records.

In: the records of a corpus, entries one after the other. Out: a :class:`Change`. A text that is
there already, or was and was superseded, changes nothing. Of two versions of a text the reissue
or corrigendum counts, else the one that is added later. What a text does not say of itself, another
version of it or the UN's records may.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

import msgspec
from msgspec import Struct

from counterdraft.corpus.entries import Entry, Key, key_of, version_of
from counterdraft.corpus.manifest import Superseded
from counterdraft.model import Adoption, Record

# What is no statement about the text.
_OWN = frozenset({"id", "language", "kind", "source", "digest"})


class Facts(Struct, frozen=True, kw_only=True):
    """What somebody else says of a text; None, or nothing, where they do not."""

    title: str | None = None
    date: str | None = None
    committee: str | None = None
    agenda_item: str | None = None
    draft_symbol: str | None = None
    sponsors: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    adoption: Adoption = Adoption()


_Known = TypeVar("_Known", Record, Facts)


class Change(NamedTuple):
    """What is to be written, and what became of each text that was added.

    ``entries`` are those to be held that are not yet, ``records`` new records of texts that are
    held with the same words. ``superseded`` are versions that are told from now on.
    """

    entries: dict[Key, Entry]
    records: dict[Key, Record]
    superseded: tuple[Superseded, ...]
    new: int
    newer: int
    unchanged: int

    @property
    def replaced(self) -> set[Key]:
        """What must not be taken over from the segments that are there."""
        return set(self.entries) | set(self.records)


def change(
    held: Mapping[Key, Record],
    superseded: Sequence[Superseded],
    entries: Iterable[Entry],
    facts: Mapping[str, Facts],
) -> Change:
    """What adding ``entries``, and ``facts`` by id, makes of a corpus."""
    done = _Done(held, superseded, facts)
    for entry in entries:
        done.add(entry)
    done.fill_held()
    return Change(
        done.entries, done.records, tuple(done.superseded), done.new, done.newer, done.unchanged
    )


class _Done:
    """What becomes of the corpus as one text after the other is added."""

    def __init__(
        self, held: Mapping[Key, Record], superseded: Sequence[Superseded],
        facts: Mapping[str, Facts],
    ) -> None:  # fmt: skip
        self.held, self.facts = held, facts
        self.known = {(each.id, each.language, each.digest) for each in superseded}
        self.entries: dict[Key, Entry] = {}
        self.records: dict[Key, Record] = {}
        self.superseded: list[Superseded] = []
        self.new = self.newer = self.unchanged = 0

    def add(self, entry: Entry) -> None:
        """Add one text."""
        key = key_of(entry.record)
        entry = entry._replace(record=self._told(entry.record))
        present = self._present(key)
        if present is None:
            self.entries[key] = entry
            self.new += 1
        elif (*key, entry.record.digest) in self.known:
            self.unchanged += 1
        elif present.digest == entry.record.digest:
            self._add_again(key, present, entry.record)
        elif version_of(entry.record) < version_of(present):
            self._supersede(entry.record)
        else:
            self._supersede(present)
            self.records.pop(key, None)
            self.entries[key] = entry._replace(record=filled(entry.record, present))
            self.newer += 1

    def _add_again(self, key: Key, present: Record, record: Record) -> None:
        """The same words: what is known of them may be more now."""
        self.unchanged += 1
        self._renew(key, present, filled(present, record))

    def fill_held(self) -> None:
        """What the facts say of texts that are held already."""
        for key, record in self.held.items():
            present = self._present(key) or record
            self._renew(key, present, self._told(present))

    def _renew(self, key: Key, present: Record, record: Record) -> None:
        if record == present:
            return
        if key in self.entries:
            self.entries[key] = self.entries[key]._replace(record=record)
        else:
            self.records[key] = record

    def _present(self, key: Key) -> Record | None:
        if key in self.entries:
            return self.entries[key].record
        return self.records.get(key) or self.held.get(key)

    def _told(self, record: Record) -> Record:
        facts = self.facts.get(record.id)
        return filled(record, facts) if facts is not None else record

    def _supersede(self, record: Record) -> None:
        each = Superseded(record.id, record.language, record.source, record.digest)
        self.superseded.append(each)
        self.known.add((each.id, each.language, each.digest))


def filled(record: _Known, other: Record | Facts) -> _Known:
    """``record`` with what ``other`` says where it says nothing itself."""
    more: dict[str, Any] = {}
    for name in other.__struct_fields__:
        said = getattr(other, name)
        if name not in _OWN and said != _silent(name) and getattr(record, name) == _silent(name):
            more[name] = said
    return msgspec.structs.replace(record, **more) if more else record


def _silent(name: str) -> object:
    """What a field has that says nothing."""
    if name == "adoption":
        return Adoption()
    return () if name in {"sponsors", "subjects"} else None
