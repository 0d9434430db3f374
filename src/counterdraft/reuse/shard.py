"""One shard of a corpus: its forms, and what finds them, as it lies on disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from counterdraft.errors import DamagedSource
from counterdraft.reuse.arrays import open_arrays
from counterdraft.reuse.features import form_number, word_number
from counterdraft.reuse.wording import normalised, words

if TYPE_CHECKING:
    from numpy.typing import NDArray

FILE = "reuse.idx"
ARRAYS = {
    "hashes": "u8",  # the number of each form
    "by_hash": "u4",  # the forms in order of these numbers
    "lines": "u4",  # the clauses of each form, ascending, end to end
    "line_starts": "u8",
    "tokens": "u4",  # the words of each form in order, as places in word_keys, end to end
    "token_starts": "u8",
    "lengths": "u2",  # how many words each form has, at most 65,535
    "postings": "u4",  # the forms that have each word, then those that have each pair of words
    # For words and for pairs of neighbours, in order of their numbers ("keys"): where in the keys
    # those stand that begin with the same bits, the place in postings, the clauses that have it.
    **{
        f"{name}_{part}": kind
        for name in ("word", "pair")
        for part, kind in (
            ("keys", "u4"), ("directory", "u4"), ("starts", "u8"), ("clauses", "u4")
        )
    },
}  # fmt: skip


class Features:
    """The words, or the pairs of words, of a shard: which forms have them."""

    def __init__(self, name: str, arrays: dict[str, NDArray[Any]]) -> None:
        self.keys, self.directory, self.starts, self.clauses = (
            arrays[f"{name}_{part}"] for part in ("keys", "directory", "starts", "clauses")
        )

    def stretches(self, places: NDArray[np.int64]) -> tuple[NDArray[np.int64], ...]:
        """Where in the shard's postings each begins and ends, and how many clauses it has.

        Nowhere and none for a place of -1.
        """
        if not len(self.keys):
            none = np.zeros(len(places), np.int64)
            return none, none, none
        there = places >= 0
        begins, ends = (self.starts[each].astype(np.int64) for each in (places, places + 1))
        counts = np.where(there, self.clauses[places].astype(np.int64), 0)
        return np.where(there, begins, 0), np.where(there, ends, 0), counts


class Shard:
    """A shard that is opened: nothing is read until it is used."""

    def __init__(self, arrays: dict[str, NDArray[Any]]) -> None:
        self.hashes, self._by_hash = arrays["hashes"], arrays["by_hash"]
        self._lines, self.line_starts = arrays["lines"], arrays["line_starts"]
        self.tokens, self.token_starts = arrays["tokens"], arrays["token_starts"]
        self.lengths, self.postings = arrays["lengths"], arrays["postings"]
        self.words = Features("word", arrays)
        self.pairs = Features("pair", arrays)

    @classmethod
    def open(cls, folder: Path) -> Shard:
        """The shard that ``build.write`` has written into a folder.

        Raises SourceNotFound, UnsupportedSource where its format is another, and DamagedSource
        where it is cut short, or its parts do not fit each other.
        """
        path = folder / FILE
        arrays = open_arrays(path, ARRAYS)
        unfit = _unfit(arrays)
        if unfit:
            remedy = "Build the corpus again"
            raise DamagedSource(f"{unfit!r} is not of its length", source=str(path), remedy=remedy)
        return cls(arrays)

    @property
    def forms(self) -> int:
        """How many forms it has."""
        return len(self.hashes)

    @property
    def clauses(self) -> int:
        """How many clauses it has."""
        return len(self._lines)

    def lines(self, form: int) -> NDArray[np.uint32]:
        """The clauses that have a form, by their numbers in the shard, ascending."""
        return self._lines[int(self.line_starts[form]) : int(self.line_starts[form + 1])]

    def forms_of_clauses(self) -> NDArray[np.int64]:
        """The form of each clause, by its number in the shard."""
        found = np.empty(self.clauses, np.int64)
        counts = np.diff(self.line_starts).astype(np.int64)
        found[self._lines] = np.repeat(np.arange(self.forms), counts)
        return found

    def form_tokens(self, form: int) -> NDArray[np.uint32]:
        """The words of a form in order, as places in ``words.keys``."""
        return self.tokens[int(self.token_starts[form]) : int(self.token_starts[form + 1])]

    def form_numbers(self, form: int) -> NDArray[np.uint32]:
        """The words of a form in order, by their numbers."""
        return self.words.keys[self.form_tokens(form)]

    def find(self, text: str) -> int | None:
        """The form that ``text`` has; None where none has it, or the text has no word."""
        wording = normalised(text)
        numbers = np.array([word_number(word) for word in words(wording)], np.uint32)
        return self.find_numbered(form_number(wording), numbers)

    def find_numbered(self, number: int, words: NDArray[np.uint32]) -> int | None:
        """The same for a text whose form and words are numbered already."""
        return self.find_all(np.array([number], np.uint64), [words])[0]

    def find_all(
        self, numbers: NDArray[np.uint64], words: Sequence[NDArray[np.uint32]]
    ) -> list[int | None]:
        """The same for several."""
        places = np.searchsorted(self.hashes, numbers, sorter=self._by_hash)
        return [
            self._same(int(place), int(number), each) if len(each) else None
            for place, number, each in zip(places, numbers, words, strict=True)
        ]

    def _same(self, at: int, number: int, words: NDArray[np.uint32]) -> int | None:
        """The form of a number, looked for from a place on, whose words are these."""
        while at < self.forms and self.hashes[form := int(self._by_hash[at])] == number:
            there = self.form_numbers(form)
            if len(there) == len(words) and (there == words).all():
                return form
            # Another text came first with this number: see ``build.fold``.
            number = (number + 1) % (1 << 64)
            at = int(np.searchsorted(self.hashes, np.uint64(number), sorter=self._by_hash))
        return None


def _unfit(arrays: dict[str, NDArray[Any]]) -> str | None:
    """The name of an array that is not as long as others want it; None where all fit."""
    sizes = {name: len(array) for name, array in arrays.items()}
    forms, words, pairs = sizes["hashes"], sizes["word_keys"], sizes["pair_keys"]
    wanted = {"by_hash": forms, "lengths": forms, "word_clauses": words, "pair_clauses": pairs}
    unfit = [name for name, size in wanted.items() if sizes[name] != size]
    unfit += [
        name for name in ("word_directory", "pair_directory") if (sizes[name] - 1).bit_count() != 1
    ]
    at = 0
    for name, of, total in (
        ("line_starts", forms, sizes["lines"]), ("token_starts", forms, sizes["tokens"]),
        ("word_starts", words, None), ("pair_starts", pairs, sizes["postings"]),
    ):  # fmt: skip
        starts = arrays[name]
        if len(starts) != of + 1 or starts[0] != at or (total is not None and starts[-1] != total):
            unfit.append(name)
            continue
        at = int(starts[-1]) if total is None else 0
    return min(unfit, default=None)
