"""Clauses in order of time → the index of one shard, written once and never changed.

Clauses of one wording are folded into a form; forms are numbered as they first come. Two texts
are of one form where the 64-bit numbers of their wordings agree and so do the 32-bit numbers of
their words one by one: that others do by chance is less likely than 2**-64 a pair of texts.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from counterdraft.errors import WriteError
from counterdraft.reuse.arrays import write_arrays
from counterdraft.reuse.features import form_number, pair_numbers, starts_of, word_number
from counterdraft.reuse.shard import FILE
from counterdraft.reuse.wording import normalised, words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    U4 = NDArray[np.uint32]
    U8 = NDArray[np.uint64]

_AT_ONCE = 1 << 23  # entries sorted at a time: 64 MB
_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)
# A bucket of the directory of keys holds about so many of them.
_BUCKET = 4


class Wordings(NamedTuple):
    """The forms of a shard, end to end: their numbers, words, and the clauses that have each.

    ``tokens`` are places in ``vocabulary``, which has the numbers of words, each once.
    """

    hashes: U8
    vocabulary: U4
    tokens: U4
    token_starts: U8
    lines: U4
    line_starts: U8


class Postings(NamedTuple):
    """The forms that have each feature; of each its number, and how many clauses have it."""

    keys: U4
    starts: U8
    forms: U4
    clauses: U4


class _Vocabulary(dict[bytes, int]):
    """Words by their rank, the order in which they first came; ``numbers`` has each one's number.

    Words of one number are one word.
    """

    def __init__(self) -> None:
        super().__init__()
        self.numbers = array("I")
        self._ranks: dict[int, int] = {}

    def __missing__(self, word: bytes) -> int:
        number = word_number(word)
        rank = self[word] = self._ranks.setdefault(number, len(self.numbers))
        if rank == len(self.numbers):
            self.numbers.append(number)
        return rank


def write(folder: Path, texts: Iterable[str]) -> None:
    """Build the index of ``texts``, the clauses of one shard in order of time, into a folder.

    The folder is made where it is not there. What it holds is whole only when this returns.
    Raises WriteError where it cannot be written.
    """
    write_wordings(folder, fold(texts))


def write_wordings(folder: Path, wordings: Wordings) -> None:
    """The same from texts that are folded already."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_arrays(folder / FILE, indexed(wordings))
    except OSError as error:
        reason = f"it cannot be written: {error.strerror or error}"
        remedy = "Choose another place, or free the disk"
        raise WriteError(reason, source=str(folder), remedy=remedy) from None


def fold(texts: Iterable[str]) -> Wordings:
    """Texts by their form; the forms as they first come."""
    vocabulary = _Vocabulary()
    seen: dict[int, int] = {}
    hashes, tokens, starts, form_of = array("Q"), array("I"), array("Q", [0]), array("I")
    for text in texts:
        wording = normalised(text)
        number = form_number(wording)
        ranks = array("I", map(vocabulary.__getitem__, words(wording)))
        form = seen.get(number)
        while form is not None and tokens[starts[form] : starts[form + 1]] != ranks:
            number = (number + 1) % (1 << 64)
            form = seen.get(number)
        if form is None:
            form = seen[number] = len(hashes)
            hashes.append(number)
            tokens.extend(ranks)
            starts.append(len(tokens))
        form_of.append(form)
    lines, line_starts = _inverted(np.frombuffer(form_of, np.uint32), len(hashes))
    return Wordings(
        np.frombuffer(hashes, np.uint64), np.frombuffer(vocabulary.numbers, np.uint32),
        np.frombuffer(tokens, np.uint32), np.frombuffer(starts, np.uint64), lines, line_starts,
    )  # fmt: skip


def _inverted(form_of: U4, forms: int) -> tuple[U4, U8]:
    """The lines of each form, ascending, end to end."""
    lines = np.argsort(form_of, kind="stable").astype(np.uint32)
    return lines, starts_of(np.bincount(form_of, minlength=forms))


def indexed(wordings: Wordings) -> dict[str, NDArray[Any]]:
    """The arrays of a shard's file: ``shard.ARRAYS`` says what each is."""
    order = np.argsort(wordings.vocabulary)
    ranks = np.empty(len(order), np.uint32)
    ranks[order] = np.arange(len(order), dtype=np.uint32)
    lengths = np.diff(wordings.token_starts)
    form_of = np.repeat(np.arange(len(lengths), dtype=np.uint32), lengths.astype(np.int64))
    numbers = wordings.vocabulary[wordings.tokens]
    counts = np.diff(wordings.line_starts).astype(np.uint32)
    joined = form_of[1:] == form_of[:-1]
    pairs = pair_numbers(numbers[:-1][joined], numbers[1:][joined])
    by_word = postings(numbers, form_of, counts)
    by_pair = postings(pairs, form_of[1:][joined], counts)
    return {
        "hashes": wordings.hashes,
        "by_hash": np.argsort(wordings.hashes).astype(np.uint32),
        "lines": wordings.lines,
        "line_starts": wordings.line_starts,
        "tokens": ranks[wordings.tokens],
        "token_starts": wordings.token_starts,
        "lengths": np.minimum(lengths, 0xFFFF).astype(np.uint16),
        "postings": np.concatenate((by_word.forms, by_pair.forms)),
        **_named("word", by_word, 0),
        **_named("pair", by_pair, len(by_word.forms)),
    }


def postings(features: U4, forms: U4, counts: U4) -> Postings:
    """From features and the forms they stand in; ``counts`` has the clauses of each form."""
    bits = np.uint32((len(features) // _AT_ONCE).bit_length())
    parts = [_sorted(features[some], forms[some], counts) for some in _apart(features, int(bits))]
    keys, lengths, found, clauses = (np.concatenate(each) for each in zip(*parts, strict=True))
    return Postings(keys, starts_of(lengths), found, clauses)


def _apart(features: U4, bits: int) -> Iterator[NDArray[Any] | slice]:
    """Where those stand that begin with the same bits, in order of these."""
    if bits == 0:
        yield slice(None)
        return
    first = features >> np.uint32(32 - bits)
    for each in range(1 << bits):
        yield np.flatnonzero(first == each)


def _sorted(features: U4, forms: U4, counts: U4) -> tuple[U4, U8, U4, U4]:
    """Keys, the number of forms that have each, these forms, and the number of their clauses."""
    entries = features.astype(np.uint64) << _HALF | forms
    entries.sort()
    entries = entries[_new(entries)]
    keys, found = (entries >> _HALF).astype(np.uint32), (entries & _LOW).astype(np.uint32)
    begins = np.flatnonzero(_new(keys))
    lengths = np.diff(np.append(begins, len(keys))).astype(np.uint64)
    clauses = np.add.reduceat(counts[found], begins) if len(begins) else counts[:0]
    return keys[begins], lengths, found, clauses.astype(np.uint32)


def _new(values: NDArray[Any]) -> NDArray[np.bool_]:
    """Where sorted values are other than the one before."""
    new = np.ones(len(values), np.bool_)
    np.not_equal(values[1:], values[:-1], out=new[1:])
    return new


def _named(name: str, found: Postings, at: int) -> dict[str, NDArray[Any]]:
    return {
        f"{name}_keys": found.keys,
        f"{name}_directory": _directory(found.keys),
        f"{name}_starts": found.starts + np.uint64(at),
        f"{name}_clauses": found.clauses,
    }


def _directory(keys: U4) -> U4:
    """Where the keys stand that begin with each number of bits, 2**bits + 1 places."""
    bits = (len(keys) // _BUCKET).bit_length()
    firsts = np.arange((1 << bits) + 1, dtype=np.uint64) << np.uint64(32 - bits)
    return np.searchsorted(keys, firsts).astype(np.uint32)
