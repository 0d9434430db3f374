"""What is new against another text: a rival, or the last text of the draft's own series."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from counterdraft.brief.case import Case
from counterdraft.brief.head.differing import are_near, differences
from counterdraft.brief.head.sentence import Sentence, said
from counterdraft.brief.other_title import other_title
from counterdraft.brief.report import Evidence
from counterdraft.draft.closing import are_formulas
from counterdraft.model import Comparison, Edit, Side, Unit
from counterdraft.wording.english import counted, listed, shortened
from counterdraft.wording.paragraph_label import paragraph_label

TITLE = 90
ALIKE = 0.1
# Paragraphs that came or went are quoted by how they begin, up to so many.
MOST_QUOTED, BEGUN = 2, 70
_PARAGRAPHS = frozenset({"preambular", "operative"})


def rival(case: Case) -> Iterator[Sentence]:
    """How much the draft shares with another text, and what stands in it alone."""
    comparison = case.known.against
    if comparison is None:
        return
    edits = [
        each for each in comparison.edits
        if _touches(each, comparison)
        and not are_formulas(each, comparison.a.units, comparison.b.units)
    ]  # fmt: skip
    alone, _ = _alone(comparison, edits)
    found = differences(comparison, frozenset(_told(case)))
    near = are_near(comparison)
    lead = "they differ in this" if near else "they have little in common, and differ in this too"
    differing = f"; {lead}: {'; '.join(each.said for each in found)}" if found else ""
    text = f"beside {_named(comparison.b)}, {_how_much(comparison, edits)}{differing}"
    weight = 48 if comparison.likeness >= ALIKE or found else 33  # else it tells little
    changed = [comparison.a.units[i] for e in edits if e.kind != "same" for i in e.a]
    shown = alone if len(alone) > MOST_QUOTED else [*alone, *changed]
    keys = [key for each in found for key in each.a]
    places = _ours(case, [*keys, *_keys(shown)] or _keys(comparison.a.units))
    yield from said("beside", 70 if found and near else weight, text, places, "against")


def _how_much(comparison: Comparison, edits: Sequence[Edit]) -> str:
    """What both texts have, and what either alone."""
    count = Counter(each.kind for each in edits)
    differ = sum(n for kind, n in count.items() if kind not in {"same", "added", "deleted"})
    alone, theirs = _alone(comparison, edits)
    apart = [
        f"{len(alone)} in this text alone{_quoted(alone)}",
        f"{len(theirs)} in the other alone{_quoted(theirs)}",
    ]
    if not count["same"] and not differ:
        return f"no paragraph is in both: {listed(apart)}"
    both = [f"{counted(count['same'], 'paragraph')} the same", f"{differ} in other words"]
    return (
        f"{comparison.likeness:.0%} of the words are the same in paragraphs that both have: "
        f"{listed([*both, *apart])}"
    )


def _alone(comparison: Comparison, edits: Sequence[Edit]) -> tuple[list[Unit], list[Unit]]:
    """The units that either text alone has."""
    a = [comparison.a.units[i] for e in edits if e.kind == "deleted" for i in e.a]
    return a, [comparison.b.units[j] for e in edits if e.kind == "added" for j in e.b]


def _told(case: Case) -> Iterator[tuple[str, str]]:
    """The paragraphs of both texts that an effect is told of, so that it need not be told again."""
    findings = case.known.findings
    for each in findings.findings if findings else ():
        ours, theirs = (
            [q.paragraph for q in each.evidence if q.text == text] for text in ("this", "rival")
        )
        if each.kind == "effect":
            yield from ((a, b) for a in ours if a for b in theirs if b)


def predecessor(case: Case) -> Iterator[Sentence]:
    """What was kept, changed, added and dropped since the last text of its series."""
    if case.known.predecessor is not None:
        yield from _since(case, case.known.predecessor, 58, "previous")


def revision(case: Case) -> Iterator[Sentence]:
    """The same since the draft before it."""
    if case.known.revised is not None:
        yield from _since(case, case.known.revised, 59, "revised")


def _since(case: Case, comparison: Comparison, weight: int, see: str) -> Iterator[Sentence]:
    edits = [each for each in comparison.edits if _touches(each, comparison)]
    count = Counter(each.kind for each in edits)
    new = [comparison.b.units[j] for e in edits if e.kind == "added" for j in e.b]
    gone = [comparison.a.units[i] for e in edits if e.kind == "deleted" for i in e.a]
    changed = [comparison.b.units[j] for e in edits if e.kind not in {"same", "added"} for j in e.b]
    weaker = sum(each.direction == "weaker" for each in comparison.shifts)
    parts = [
        f"{counted(count['same'], 'paragraph')} unchanged", f"{len(changed)} altered or moved",
        f"{len(new)} new{_quoted(new)}", f"{len(gone)} dropped{_quoted(gone)}",
    ]  # fmt: skip
    lines = sum(each.kind != "same" for each in comparison.edits if _is_line(each, comparison))
    parts += [f"{counted(lines, 'line')} of tables or notes altered, new or dropped"] * bool(lines)
    told = case.known.findings.findings if case.known.findings else ()
    if weaker and not any(each.kind == "weakening" for each in told):  # which says where, and how
        parts.append(f"{counted(weaker, 'verb')} weaker")
    doubt = (
        f", named as the text before it, which has another title and {comparison.likeness:.0%} of "
        "its words in common with it"
    )
    doubted = doubt if see == "previous" and other_title(comparison) else ""
    text = f"since {_named(comparison.a)}{doubted}: {listed(parts)}"
    places = _ours(case, _keys([*new, *changed] or comparison.b.units))
    yield from said("effect", weight, text, places, see)


def _named(side: Side) -> str:
    title = f"\u201c{shortened(side.title, TITLE)}\u201d" if side.title else ""
    return side.symbol or title or "the other text"


def _touches(edit: Edit, comparison: Comparison) -> bool:
    """Whether an edit is of paragraphs."""
    units = [comparison.a.units[i] for i in edit.a] + [comparison.b.units[j] for j in edit.b]
    return any(unit.head.kind in _PARAGRAPHS for unit in units)


def _is_line(edit: Edit, comparison: Comparison) -> bool:
    """Whether an edit is of lines in no paragraph, as the rows of a table."""
    units = [comparison.a.units[i] for i in edit.a] + [comparison.b.units[j] for j in edit.b]
    return any(unit.head.kind == "line" for unit in units)


def _quoted(units: Sequence[Unit]) -> str:
    """How the paragraphs begin, where they are few: " (OP4 “Expresses deep concern about …”)"."""
    if not 0 < len(units) <= MOST_QUOTED:
        return ""
    begun = [
        f"{paragraph_label(each.head.key, each.head.number)} "
        f"\u201c{shortened(each.text, BEGUN).rstrip(',;:')}\u201d"
        for each in units
    ]
    return f" ({'; '.join(begun)})"


def _keys(units: Iterable[Unit]) -> list[str]:
    return [unit.head.key for unit in units]


def _ours(case: Case, keys: Iterable[str]) -> Iterator[Evidence]:
    paragraphs = {each.id: each for each in case.resolution.paragraphs}
    return (case.at(paragraphs[key]) for key in keys if key in paragraphs)
