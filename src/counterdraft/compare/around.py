"""What of two versions changed around the words of their paragraphs, in sentences.

In: a comparison. Out: sentences on footnotes, brackets and sponsors; none where nothing differs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from counterdraft.compare.units import label
from counterdraft.compare.wording import enumerated
from counterdraft.model import Comparison, Said
from counterdraft.wording.english import counted


def notes_said(comparison: Comparison) -> Iterator[Said]:
    """What became of the footnotes, where their words are not all the same."""
    count = Counter(each.kind for each in comparison.notes)
    changed = sum(
        each.kind not in {"added", "deleted"} and any(word.op != "same" for word in each.words)
        for each in comparison.notes
    )
    if changed or count["deleted"] or count["added"]:
        yield Said(
            f"Of {counted(len(comparison.a.notes), 'footnote')} {changed} changed in "
            f"{'its' if changed == 1 else 'their'} words and {count['deleted']} deleted; "
            f"{count['added']} added."
        )


def brackets_said(comparison: Comparison) -> Iterator[Said]:
    """Paragraphs of both texts that one has in square brackets, wholly or in part."""
    a, b = comparison.a, comparison.b
    pairs = [
        ([a.units[i].head for i in each.a], [b.units[j].head for j in each.b])
        for each in comparison.edits
        if each.a and each.b
    ]
    held = [
        (any(e.key in a.bracketed for e in ones), any(e.key in b.bracketed for e in others))
        for ones, others in pairs
    ]
    for words, state in (
        ("No longer in square brackets", (True, False)),
        ("New in square brackets", (False, True)),
    ):
        found = [pair for pair, each in zip(pairs, held, strict=True) if each == state]
        if found:
            told = [label(head) for _, others in found for head in others]
            keys = (
                tuple(dict.fromkeys(e.key for pair in found for e in pair[side])) for side in (0, 1)
            )
            yield Said(enumerated(words, told), *keys)


def sponsors_said(comparison: Comparison) -> Iterator[Said]:
    """Who left and who joined; nothing where either text names no sponsors."""
    before, now = comparison.a.sponsors, comparison.b.sponsors
    left = [each for each in before if each not in now]
    joined = [each for each in now if each not in before]
    if before and now and (left or joined):
        told = [f"{counted(len(before), 'sponsor')} before, {len(now)} now"]
        told += [f"no longer named: {', '.join(left)}"] * bool(left)
        told += [f"new: {', '.join(joined)}"] * bool(joined)
        yield Said(f"{'; '.join(told)}.")
