"""What is new against another text: a rival, or the last text of the draft's own series."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from counterdraft.brief.case import Case
from counterdraft.brief.head.sentence import Sentence, said
from counterdraft.brief.report import Evidence
from counterdraft.model import Comparison, Edit, Side
from counterdraft.text.wording import counted, listed, shortened

TITLE = 90
ALIKE = 0.1
_PARAGRAPHS = frozenset({"preambular", "operative"})


def rival(case: Case) -> Iterator[Sentence]:
    """How much the draft shares with another text, and what stands in it alone."""
    comparison = case.known.against
    if comparison is None:
        return
    edits = [each for each in comparison.edits if _touches(each, comparison)]
    count = Counter(each.kind for each in edits)
    alone = [comparison.a.units[i].head.key for e in edits if e.kind == "deleted" for i in e.a]
    text = (
        f"beside {_named(comparison.b)} it has {comparison.likeness:.0%} of words in common, "
        f"{counted(count['same'], 'paragraph')} the same, "
        f"{counted(len(alone), 'paragraph')} that the other has not"
    )
    weight = 48 if comparison.likeness >= ALIKE else 33  # else it tells little
    yield from said("effect", weight, text, _ours(case, alone or _all(comparison.a)), "against")


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
    new = [comparison.b.units[j].head.key for e in edits if e.kind == "added" for j in e.b]
    changed = [
        comparison.b.units[j].head.key
        for e in edits if e.kind not in {"same", "added"} for j in e.b
    ]  # fmt: skip
    weaker = sum(each.direction == "weaker" for each in comparison.shifts)
    parts = [
        f"{counted(count['same'], 'paragraph')} unchanged", f"{len(changed)} altered or moved",
        f"{len(new)} new", f"{count['deleted']} dropped",
    ]  # fmt: skip
    told = case.known.findings.findings if case.known.findings else ()
    if weaker and not any(each.kind == "weakening" for each in told):  # which says where, and how
        parts.append(f"{counted(weaker, 'verb')} weaker")
    text = f"since {_named(comparison.a)}: {listed(parts)}"
    places = _ours(case, [*new, *changed] or _all(comparison.b))
    yield from said("effect", weight, text, places, see)


def _named(side: Side) -> str:
    title = f"\u201c{shortened(side.title, TITLE)}\u201d" if side.title else ""
    return side.symbol or title or "the other text"


def _touches(edit: Edit, comparison: Comparison) -> bool:
    """Whether an edit is of paragraphs."""
    units = [comparison.a.units[i] for i in edit.a] + [comparison.b.units[j] for j in edit.b]
    return any(unit.head.kind in _PARAGRAPHS for unit in units)


def _all(side: Side) -> list[str]:
    return [unit.head.key for unit in side.units]


def _ours(case: Case, keys: Iterable[str]) -> Iterator[Evidence]:
    paragraphs = {each.id: each for each in case.resolution.paragraphs}
    return (case.at(paragraphs[key]) for key in keys if key in paragraphs)
