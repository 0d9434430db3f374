"""How the notes of a file are marked: as printed where that is clear, else counted.

In: the entries of each resolution. Out: for each note its marker, once only in the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from counterdraft.export.entries import Entry
from counterdraft.model import Note

Markers = dict[int, list[str]]
"""By the place of an entry, the markers of its notes, in their order."""


def note_markers(entries: Sequence[Sequence[Entry]]) -> list[Markers]:
    """The markers of each resolution's notes; a note that is called twice has one.

    Printed markers are kept where all of a file are numbers and no two notes have the same.
    """
    own = [dict.fromkeys(_key(n) for e in each for n in e.notes) for each in entries]
    printed = [marker for keys in own for marker, _ in keys]
    kept = all(each.isascii() and each.isdigit() for each in printed)
    kept = kept and len(set(printed)) == len(printed)
    counted = count(1)
    found: list[Markers] = []
    for each, keys in zip(entries, own, strict=True):
        names = {key: key[0] if kept else str(next(counted)) for key in keys}
        found.append(
            {place: [names[_key(n)] for n in e.notes] for place, e in enumerate(each) if e.notes}
        )
    return found


def defined(entries: Sequence[Entry], markers: Markers) -> Iterator[tuple[str, Note]]:
    """Each note of a resolution once, with its marker."""
    said: set[str] = set()
    for place, names in markers.items():
        for marker, note in zip(names, entries[place].notes, strict=True):
            if marker not in said:
                said.add(marker)
                yield marker, note


def _key(note: Note) -> tuple[str, str]:
    return note.marker, note.text
