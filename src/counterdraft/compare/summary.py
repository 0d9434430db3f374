"""A comparison → sentences for whoever has a minute, each with the units that bear it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from counterdraft.model import Comparison, Edit, Said, Shift, Unit
from counterdraft.model.comparison import Direction, EditKind, ShiftRule

_PARAGRAPHS = frozenset({"preambular", "operative"})
_NAMED = 6
_KINDS: dict[EditKind, str] = {
    "same": "the same", "edited": "edited", "moved": "moved", "split": "divided",
    "merged": "put together",
}  # fmt: skip


def summary_of(comparison: Comparison) -> tuple[Said, ...]:
    """What was done, and what it shifts, in a few sentences."""
    if comparison.relation == "rivals":
        return tuple(_of_rivals(comparison))
    return tuple(_of_versions(comparison))


# -- two versions of one text


def _of_versions(comparison: Comparison) -> Iterator[Said]:
    yield _counts(comparison)
    title = next(
        (e for e in comparison.edits if _is_title(e, comparison) and e.kind != "same"), None
    )
    if title is not None:
        yield Said("The title was changed.", ("title",), ("title",))
    for rule, direction, words in _TOLD:
        found = [s for s in comparison.shifts if s.rule == rule and s.direction == direction]
        if found:
            yield _listed(words, found)


_TOLD: tuple[tuple[ShiftRule, Direction, str], ...] = (
    ("force", "weaker", "Weaker verbs"),
    ("force", "stronger", "Stronger verbs"),
    ("force", "other", "Other verbs, which do not compare"),
    ("qualifier", "gained", "Limits that came in"),
    ("qualifier", "lost", "Limits that went out"),
    ("addressee", "gained", "Newly asked"),
    ("addressee", "lost", "No longer asked"),
    ("addressee", "replaced", "Asked instead of others"),
    ("deadline", "gained", "Time limits that came in"),
    ("deadline", "lost", "Time limits that went out"),
    ("deadline", "replaced", "Time limits that changed"),
    ("report", "gained", "Reports newly asked for"),
    ("report", "lost", "Reports no longer asked for"),
    ("citation", "gained", "Documents cited now and not before"),
    ("citation", "lost", "Documents cited no longer"),
    ("citation", "replaced", "Documents cited instead of others"),
)


def _counts(comparison: Comparison) -> Said:
    edits = [each for each in comparison.edits if _is_paragraph(each, comparison)]
    count = Counter(each.kind for each in edits)
    a, b = (_number(side.units) for side in (comparison.a, comparison.b))
    kept = [f"{count[kind]} {words}" for kind, words in _KINDS.items() if count[kind]]
    said = f"Of {a} paragraphs {_and(kept)}" if kept else f"Of {a} paragraphs none was kept"
    changes = [f"{count['deleted']} deleted", f"{count['added']} added"]
    text = f"{said}; {_and(changes)}. There are {b} now."
    return Said(text, _keys(edits, "deleted", comparison), _keys(edits, "added", comparison))


def _listed(words: str, shifts: Sequence[Shift]) -> Said:
    shown = [_short(each.statement) for each in shifts[:_NAMED]]
    more = len(shifts) - len(shown)
    tail = f"; and {more} more" if more else ""
    keys_a = tuple(dict.fromkeys(q.key for s in shifts for q in s.a))
    keys_b = tuple(dict.fromkeys(q.key for s in shifts for q in s.b))
    return Said(f"{words} ({len(shifts)}): {'; '.join(shown)}{tail}.", keys_a, keys_b)


def _short(statement: str) -> str:
    """A statement without what the heading of its list says already."""
    for ending in (", which is weaker", ", which is stronger", ", which neither outweighs",
                   " instead of others"):  # fmt: skip
        statement = statement.removesuffix(ending)
    for middle in (" is cited, which it was not before", " is cited no longer"):
        statement = statement.replace(middle, "")
    return statement


# -- rivals


def _of_rivals(comparison: Comparison) -> Iterator[Said]:
    share = round(100 * comparison.likeness)
    yield Said(f"The two texts have {share} per cent of their words in common: they are rivals.")
    both = comparison.related
    if both:
        a, b = _unique(r.a for r in both), _unique(r.b for r in both)
        yield Said(f"Both speak of one thing in {len(a)} paragraphs of A and {len(b)} of B.", a, b)
        for side, name in (("a", "A"), ("b", "B")):
            firm = [each for each in both if each.stronger == side]
            if firm:
                yield Said(
                    f"Of these {name} has the stronger verb in {_number_of(firm, 'pair')}.",
                    _unique(r.a for r in firm), _unique(r.b for r in firm),
                )  # fmt: skip
    only_a, only_b = comparison.only_a, comparison.only_b
    yield Said(f"What {_number_of(only_a, 'paragraph')} of A say B says nowhere.", only_a)
    yield Said(f"What {_number_of(only_b, 'paragraph')} of B say A says nowhere.", (), only_b)
    for name, mine in (("A", True), ("B", False)):
        only = [each for each in comparison.asked if bool(each.a if mine else each.b)
                and not (each.b if mine else each.a)]  # fmt: skip
        if only:
            who = _and([each.class_.replace("_", " ") for each in only])
            keys = tuple(key for each in only for key in (each.a if mine else each.b))
            yield Said(f"{name} alone asks: {who}.", *((keys, ()) if mine else ((), keys)))


# -- words


def _number_of(things: Sequence[object], name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"


def _unique(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _number(units: Iterable[Unit]) -> int:
    return sum(unit.head.kind in _PARAGRAPHS for unit in units)


def _is_title(edit: Edit, comparison: Comparison) -> bool:
    return any(comparison.a.units[i].head.kind == "title" for i in edit.a)


def _is_paragraph(edit: Edit, comparison: Comparison) -> bool:
    units = [comparison.a.units[i] for i in edit.a] + [comparison.b.units[j] for j in edit.b]
    return any(unit.head.kind in _PARAGRAPHS for unit in units)


def _keys(edits: Iterable[Edit], kind: str, comparison: Comparison) -> tuple[str, ...]:
    return tuple(
        unit.head.key
        for edit in edits
        if edit.kind == kind
        for unit in (
            [comparison.a.units[i] for i in edit.a] if kind == "deleted"
            else [comparison.b.units[j] for j in edit.b]
        )
    )  # fmt: skip
