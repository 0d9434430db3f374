"""Two PDFs of one text compared, against the differences that a reader found between them."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import LCSseq

from bench.page import QUALITY, Table, line
from bench.scoring import Tally
from counterdraft.align.words import tokens
from counterdraft.compare.compare import compare
from counterdraft.jobs.parse import parse_one
from counterdraft.model import WordEdit
from counterdraft.text.straight import straighten

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bench.corpora import Record
    from bench.shared import Shared
    from counterdraft.model import Comparison, Edit

FOLDERS = ("data/pdf/pairs", "data/pdf/drafts", "data/pdf/adopted")
LABELS = Path(__file__).parent / "labels" / "adopted.json"
# "and the decision … middle-income countries , (26)": its ends, and how many words it has.
_LONG = re.compile(r"(.+) … (.+) \((\d+)\)$")
_UNKNOWN = "…"

_Keys = tuple[str, ...]
_Places = tuple[_Keys, _Keys]


class Result(NamedTuple):
    """Over several pairs: steps, changed words, and pairs in which both are as wanted."""

    steps: Tally = Tally()
    words: Tally = Tally()
    exact: int = 0
    pairs: int = 0


def adopted(shared: Shared, worst: int) -> Table:
    """Adopted as tabled, and with changes, each by itself."""
    labels = json.loads(LABELS.read_text("utf-8"))
    unchanged = _measure(shared, [each for each in labels if not each["steps"]], worst)
    changed = _measure(shared, [each for each in labels if each["steps"]], worst)
    rows = [
        line("adopted as tabled: pairs in which no difference is invented",
             None, unchanged.exact / unchanged.pairs, 1),
        line("changed: paragraphs, precision", None, changed.steps.precision, 1),
        line("changed: paragraphs, recall", None, changed.steps.recall, 1),
        line("changed: words, precision", None, changed.words.precision, 1),
        line("changed: words, recall", None, changed.words.recall, 1),
        line("changed: pairs without any fault", None, changed.exact / changed.pairs, None),
    ]  # fmt: skip
    text = (
        f"PDFs read, parsed and compared. {unchanged.pairs} drafts were adopted to the letter, "
        "which was read in both before anything of ours was seen: whatever differs is invented. "
        f"{changed.pairs} pairs differ: drafts as first tabled and as adopted, resolutions and the "
        f"draft that followed them a session or two later; {changed.steps.wanted} paragraphs "
        f"and {changed.words.wanted:,} words of them, marks included, were listed by reading "
        "(`bench/labels/adopted.json`). A paragraph is right when it is told what became of it, "
        "and which ones of the other text it is. Words are those of paragraphs that are in both; "
        "small words shown with the changes around them count neither way, nor does what the "
        "reader found arguable."
    )
    return Table("Drafts as tabled and as adopted", QUALITY, rows, text)


def _measure(shared: Shared, labels: Iterable[Record], worst: int) -> Result:
    result = Result()
    for label in labels:
        comparison = _compared(shared, label)
        steps, faults = _steps(label, comparison)
        words, more = _words(label, comparison)
        exact = steps.exact and words.exact
        result = Result(
            result.steps.plus(steps), result.words.plus(words),
            result.exact + exact, result.pairs + 1,
        )  # fmt: skip
        if worst and not exact:
            print(f"  {label['from']} → {label['to']}:", *(faults + more)[:worst], sep="\n    ")
    return result


def _compared(shared: Shared, label: Record) -> Comparison:
    ours, theirs = (
        parse_one(str(_file(shared, label[side]))).resolutions for side in ("from", "to")
    )
    return compare(ours[0], theirs[0])


def _file(shared: Shared, stem: str) -> Path:
    return next(
        file for folder in FOLDERS if (file := shared.path(folder) / f"{stem}.pdf").exists()
    )


# -- paragraphs


def _steps(label: Record, comparison: Comparison) -> tuple[Tally, list[str]]:
    wanted = {_places(step): step["kind"] for step in label["steps"]}
    found = {
        places: edit.kind
        for edit in comparison.edits
        if edit.kind != "same" and not _is_arguable(places := _keys(edit, comparison), label)
    }
    agree = len(wanted.items() & found.items())
    faults = [f"missed {each}" for each in sorted(wanted.items() - found.items())]
    faults += [f"invented {each}" for each in sorted(found.items() - wanted.items())]
    return Tally(len(wanted), len(found), agree), faults


def _places(step: Record) -> _Places:
    return tuple(step["a"]), tuple(step["b"])


def _keys(edit: Edit, comparison: Comparison) -> _Places:
    a, b = comparison.a.units, comparison.b.units
    return tuple(a[i].head.key for i in edit.a), tuple(b[j].head.key for j in edit.b)


def _is_arguable(places: _Places, label: Record) -> bool:
    a, b = places
    return not {*(f"a {key}" for key in a), *(f"b {key}" for key in b)}.isdisjoint(
        label["arguable"]
    )


# -- words


def _words(label: Record, comparison: Comparison) -> tuple[Tally, list[str]]:
    wanted = {_places(s): s["words"] for s in label["steps"] if "words" in s}
    tally, faults = Tally(), []
    for edit in comparison.edits:
        places = _keys(edit, comparison)
        if not edit.a or not edit.b or _is_arguable(places, label):
            continue
        sides = [
            [w for i in at for w in _split(side.units[i].text)]
            for at, side in ((edit.a, comparison.a), (edit.b, comparison.b))
        ]
        found = _changed(edit.words)
        gold = [
            [word for change in wanted.get(places, ()) for word in _whole(change[n], sides[n])]
            for n in range(2)
        ]
        scores = _scores(gold, found)
        tally = tally.plus(scores)
        if not scores.exact:
            faults.append(f"{places}: wanted {gold}, found {found}")
    compared = {_keys(edit, comparison) for edit in comparison.edits}
    lost = [words for places, words in wanted.items() if places not in compared]
    missed = sum(len(_whole(run, ())) for words in lost for change in words for run in change)
    return tally.plus(Tally(missed, 0, 0)), faults


def _split(text: str) -> list[str]:
    return [word for token in tokens(text) if (word := straighten(token).strip())]


def _whole(run: str, words: Sequence[str]) -> list[str]:
    """The words of a run; of a long one, those between its ends are in the text."""
    long = _LONG.match(run)
    if long is None:
        return straighten(run).split()
    start, end = (straighten(part).split() for part in long.groups()[:2])
    count = int(long[3])
    for i in range(len(words) - count + 1):
        found = list(words[i : i + count])
        if found[: len(start)] == start and found[-len(end) :] == end:
            return found
    return [*start, *[_UNKNOWN] * (count - len(start) - len(end)), *end]


def _changed(script: Sequence[WordEdit]) -> list[list[str]]:
    """The words that went out and those that came in, less those in both halves of a change."""
    changed: list[list[str]] = [[], []]
    halves: list[list[str]] = [[], []]
    for edit in [*script, WordEdit("same", "")]:
        if edit.op != "same":
            halves[edit.op == "inserted"] += _split(edit.text)
            continue
        for block in LCSseq.opcodes(*halves):
            if block.tag != "equal":
                changed[0] += halves[0][block.src_start : block.src_end]
                changed[1] += halves[1][block.dest_start : block.dest_end]
        halves = [[], []]
    return changed


def _scores(wanted: Sequence[list[str]], found: Sequence[list[str]]) -> Tally:
    """What agrees; of two scripts that lead to one end and are as short, either is right."""
    out, come = (map(Counter, side) for side in zip(wanted, found, strict=True))
    (gold_out, our_out), (gold_in, our_in) = out, come
    agree = (gold_out & our_out).total() + (gold_in & our_in).total()
    total, ours = (sum(map(len, side)) for side in (wanted, found))
    one_end = gold_out + our_in == our_out + gold_in
    return Tally(total, ours, total if one_end and ours == total else agree)
