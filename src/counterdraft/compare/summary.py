"""A comparison → sentences for whoever has a minute, each with the units that bear it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from counterdraft.compare.around import brackets_said, notes_said, sponsors_said
from counterdraft.compare.units import label
from counterdraft.compare.wording import NAMED, enumerated, heading, term_heading
from counterdraft.draft.closing import are_formulas
from counterdraft.lexicon.languages import ENGLISH, language_said
from counterdraft.model import (
    Addressed,
    Comparison,
    Edit,
    Quote,
    Related,
    Said,
    Shift,
    Term,
    Unit,
)
from counterdraft.model.comparison import Direction, EditKind, ShiftRule, UnitKind
from counterdraft.wording.asked_of_whom import UNSETTLED
from counterdraft.wording.english import listed
from counterdraft.wording.unread import lacking_said

_PARAGRAPHS: frozenset[UnitKind] = frozenset({"preambular", "operative"})
_PASSAGE = 8
# Rivals of which so few words and paragraphs are in both have little in common.
_LITTLE = 0.1
_KINDS: dict[EditKind, str] = {
    "same": "the same", "edited": "edited", "moved": "moved", "split": "divided",
    "merged": "put together",
}  # fmt: skip
_ORDER: tuple[tuple[ShiftRule, Direction], ...] = (
    ("lasting", "lost"),
    ("lasting", "gained"),
    ("force", "weaker"),
    ("force", "stronger"),
    ("force", "other"),
    ("qualifier", "gained"),
    ("qualifier", "lost"),
    ("request", "gained"),
    ("request", "lost"),
    ("addressee", "gained"),
    ("addressee", "lost"),
    ("addressee", "replaced"),
    ("deadline", "gained"),
    ("deadline", "lost"),
    ("deadline", "replaced"),
    ("report", "gained"),
    ("report", "lost"),
    ("citation", "gained"),
    ("citation", "lost"),
    ("citation", "replaced"),
)
# In the words of another text nearly every document is another's: the last thing to read.
_LAST_OF_RIVALS = "citation"
_CITES = " cites "


def summary_of(comparison: Comparison) -> tuple[Said, ...]:
    """What was done, what it shifts, and what runs through either text, in a few sentences."""
    return tuple(_sentences(comparison, _Labels(comparison)))


def _sentences(comparison: Comparison, labels: _Labels) -> Iterator[Said]:
    if comparison.language != ENGLISH:
        yield _of_words_alone(comparison.language)
    yield from _lacking(comparison)
    if comparison.relation == "versions":
        yield from _counted(comparison)
        yield from _shifts(comparison, _ORDER)
        yield from _terms(comparison, labels)
        if comparison.related:
            yield _related(comparison.related, labels)
        return
    yield from _shared(comparison)
    apart = list(_little_shared(comparison))
    yield from apart
    yield from _addressed(comparison, labels)
    yield from _shifts(comparison, [each for each in _ORDER if each[0] != _LAST_OF_RIVALS])
    if not apart:  # nearly every word of either is one that the other has not
        yield from _terms(comparison, labels)
    if comparison.related:
        nearest = sorted(comparison.related, key=lambda each: -each.likeness)
        yield _related(nearest, labels)
    yield from _alone(comparison, labels)
    yield from _shifts(comparison, [each for each in _ORDER if each[0] == _LAST_OF_RIVALS])


def _of_words_alone(language: str) -> Said:
    """What is not told of texts in another language than English."""
    return Said(
        f"Both texts are in {language_said(language)}: their words are compared. Of force, of whom "
        "they ask, of time limits, of what they cite and of what either alone speaks of nothing is "
        "said, for that is read in English."
    )


def _shifts(comparison: Comparison, order: Sequence[tuple[ShiftRule, Direction]]) -> Iterator[Said]:
    for rule, direction in order:
        found = [s for s in comparison.shifts if s.rule == rule and s.direction == direction]
        if found:
            yield _listed(heading(comparison.relation, rule, direction), found)


class _Labels:
    """What to call the units of either text."""

    def __init__(self, comparison: Comparison) -> None:
        self._units = [
            {unit.head.key: unit for unit in side.units} for side in (comparison.a, comparison.b)
        ]

    def of(self, side: int, key: str) -> str:
        return label(self._units[side][key].head)

    def begun(self, side: int, key: str) -> str:
        """A paragraph's label with its initiating phrase: "OP5 “Demands”"."""
        unit = self._units[side][key]
        phrase = unit.text[: unit.head.phrase].rstrip(",")
        return f"{label(unit.head)} “{phrase}”" if phrase else label(unit.head)


# Counts


def _counted(comparison: Comparison) -> Iterator[Said]:
    """Of two versions: what was kept, changed, deleted, added; whether the title stays."""
    edits, count = _paragraph_edits(comparison)
    a, b = (_number(side.units) for side in (comparison.a, comparison.b))
    kept = [f"{count[kind]} {words}" for kind, words in _KINDS.items() if count[kind]]
    kept_of = f"Of {_of(a, 'paragraph')} {listed(kept)}"
    said = kept_of if kept else f"None of {_of(a, 'paragraph')} was kept"
    changes = [f"{count['deleted']} deleted", f"{count['added']} added"]
    text = f"{said}; {listed(changes)}. There {'is' if b == 1 else 'are'} {b} now."
    yield Said(text, _keys(edits, "deleted", comparison), _keys(edits, "added", comparison))
    yield from _lines(comparison)
    yield from notes_said(comparison)
    yield from _between_parts(comparison)
    if any(_is_title(e, comparison) and e.kind != "same" for e in comparison.edits):
        yield Said("The title was changed.", ("title",), ("title",))
    yield from brackets_said(comparison)
    yield from sponsors_said(comparison)


def _between_parts(comparison: Comparison) -> Iterator[Said]:
    """Paragraphs that went from the operative part to the preamble, or the other way."""
    for source, target, words in (
        ("operative", "preambular", "From the operative part to the preamble"),
        ("preambular", "operative", "From the preamble to the operative part"),
    ):
        found = [
            (comparison.a.units[i].head, comparison.b.units[j].head)
            for edit in comparison.edits for i in edit.a for j in edit.b
            if (comparison.a.units[i].head.kind, comparison.b.units[j].head.kind)
            == (source, target)
        ]  # fmt: skip
        if found:
            told = [f"{label(one)}, now {label(other)}" for one, other in found]
            keys = _unique(one.key for one, _ in found), _unique(other.key for _, other in found)
            yield Said(enumerated(words, told), *keys)


def _lacking(comparison: Comparison) -> Iterator[Said]:
    """What was not read of either text: what seems to be new or gone may stand there."""
    for name, side, what in (("A", comparison.a, "have come in"), ("B", comparison.b, "have gone")):
        if side.lacking:
            told = lacking_said(side.lacking, name)
            yield Said(f"{told} What is said to {what} may stand there.")


def _shared(comparison: Comparison) -> Iterator[Said]:
    """Of rivals: how much of either text the other has."""
    edits = [each for each in _paragraph_edits(comparison)[0] if not _is_formula(each, comparison)]
    count = Counter(each.kind for each in edits)
    share = round(100 * comparison.likeness)
    same = count["same"]
    changed = sum(n for kind, n in count.items() if kind not in {"same", "added", "deleted"})
    both = (
        f"{share} per cent of their words are the same in paragraphs that both have: "
        f"{_of(same, 'paragraph')} the same in both and {changed} that differ in their words"
    )
    text = (
        f"Rival texts; {both if same or changed else 'no paragraph is in both'}; "
        f"{_of(count['deleted'], 'paragraph')} in words of A alone, {count['added']} of B alone."
        f"{_formulas(comparison)}"
    )
    yield Said(text, _keys(edits, "deleted", comparison), _keys(edits, "added", comparison))
    yield from _lines(comparison)


def _formulas(comparison: Comparison) -> str:
    """How many paragraphs of both only say when the organ comes back, and count as neither."""
    number = sum(_is_formula(each, comparison) for each in comparison.edits)
    said = "says" if number == 1 else "say"
    told = f" {_of(number, 'paragraph')} more of both {said} only when the organ comes back to it."
    return told if number else ""


def _is_formula(edit: Edit, comparison: Comparison) -> bool:
    return are_formulas(edit, comparison.a.units, comparison.b.units)


def _little_shared(comparison: Comparison) -> Iterator[Said]:
    """Of rivals: that they hardly speak of one thing, where hardly any paragraphs answer."""
    if comparison.language != ENGLISH or comparison.likeness >= _LITTLE:
        return
    a, b = (_number(side.units) for side in (comparison.a, comparison.b))
    found = [
        (a - len(comparison.only_a), a, "A"), (b - len(comparison.only_b), b, "B")
    ]  # fmt: skip
    answered, whole, name = min(found, key=lambda each: (each[1], each[2]))
    if a and b and answered < _LITTLE * whole:
        told = f"{answered} of the {_of(whole, 'paragraph')} of {name}"
        yield Said(
            f"They have little in common: {told if answered else f'no paragraph of {name}'} "
            f"{'answers' if answered < 2 else 'answer'} to one of {'BA'['AB'.index(name)]} "
            "by its words. They may be no rivals, but texts on two subjects."
        )


def _lines(comparison: Comparison) -> Iterator[Said]:
    """What became of the lines that are in no paragraph, as the rows of a table."""
    edits = [each for each in comparison.edits if _is_of(each, comparison, {"line"})]
    count = Counter(each.kind for each in edits)
    changed = sum(n for kind, n in count.items() if kind not in {"same", "added", "deleted"})
    if edits:
        yield Said(
            f"Of the lines in no paragraph (tables, and the notes to them) {count['same']} the "
            f"same and {changed} changed; {count['deleted']} in A alone and {count['added']} in B "
            "alone.",
            _keys(edits, "deleted", comparison), _keys(edits, "added", comparison),
        )  # fmt: skip


def _paragraph_edits(comparison: Comparison) -> tuple[list[Edit], Counter[EditKind]]:
    edits = [each for each in comparison.edits if _is_paragraph(each, comparison)]
    return edits, Counter(each.kind for each in edits)


# Lists


def _listed(words: str, shifts: Sequence[Shift]) -> Said:
    keys_a = _unique(q.key for s in shifts for q in s.a)
    keys_b = _unique(q.key for s in shifts for q in s.b)
    told = [each.statement for each in shifts]
    if len({each.partition(_CITES)[0] for each in told}) == 1 and _CITES in told[0]:
        told = [each.partition(_CITES)[2] for each in told]  # whose they are, the heading says
    return Said(enumerated(words, told), keys_a, keys_b)


def _terms(comparison: Comparison, labels: _Labels) -> Iterator[Said]:
    for side, terms in enumerate((comparison.terms_a, comparison.terms_b)):
        if terms:
            told = [_term(each, side, labels) for each in terms]
            keys = _unique(key for each in terms[:NAMED] for key in each.keys)
            text = enumerated(term_heading(comparison.relation, side), told)
            yield Said(text, *((keys, ()) if side == 0 else ((), keys)))


def _term(term: Term, side: int, labels: _Labels) -> str:
    places = ", ".join(_unique(labels.of(side, key) for key in term.keys))
    return f"“{_shortened(term.text)}” ({places})"


def _shortened(text: str) -> str:
    """A long passage by its first and last words."""
    words = text.split(" ")
    if len(words) <= _PASSAGE:
        return text
    half = _PASSAGE // 2
    return " ".join([*words[:half], "…", *words[-half:]])


def _related(related: Sequence[Related], labels: _Labels) -> Said:
    told = [
        f"{labels.begun(0, each.a)} in A and {labels.begun(1, each.b)} in B "
        f"({', '.join(each.shared)})"
        for each in related
    ]
    text = enumerated("To be read side by side, for what they share", told)
    return Said(text, _unique(r.a for r in related), _unique(r.b for r in related))


def _alone(comparison: Comparison, labels: _Labels) -> Iterator[Said]:
    for side, keys in enumerate((comparison.only_a, comparison.only_b)):
        if keys:
            told = [labels.begun(side, key) for key in keys]
            words = f"Of {'AB'[side]}, paired with no paragraph of {'BA'[side]}"
            yield Said(enumerated(words, told), *((keys, ()) if side == 0 else ((), keys)))


def _addressed(comparison: Comparison, labels: _Labels) -> Iterator[Said]:
    """Whom both ask; whom one alone does, where the other asks nobody of that kind, nor that State.

    What one text calls otherwise than the other may be the same.
    """
    named = [each for each in comparison.addressed if each.name]
    both = [each for each in named if each.settled and each.a and each.b]
    unsettled = [each for each in named if not each.settled]
    for some, words in ((both, "Both ask"), (unsettled, UNSETTLED)):
        if some:
            told = [f"{each.name} ({_of_both(each, labels)})" for each in some]
            keys = [_unique(q.key for each in some for q in side(each)) for side in (_a, _b)]
            yield Said(enumerated(words, told), *keys)
    classes = [{e.class_ for e in comparison.addressed if side(e)} for side in (_a, _b)]
    for side, (mine, name) in enumerate(((_a, "A"), (_b, "B"))):
        only = [
            each
            for each in comparison.addressed
            if each.name and each.settled and not (each.a and each.b) and mine(each)
            and (each.class_ == "named_state" or each.class_ not in classes[1 - side])
        ]  # fmt: skip
        if only:
            told = [f"{each.name} ({_places(mine(each), side, labels)})" for each in only]
            keys_of = _unique(q.key for each in only for q in mine(each))
            more = _others(comparison, only, side, labels)
            text = enumerated(f"{name} alone asks", told) + more
            yield Said(text, *((keys_of, ()) if side == 0 else ((), keys_of)))


def _others(comparison: Comparison, told: Sequence[Addressed], side: int, labels: _Labels) -> str:
    """Whom else one text alone asks by a name: the other asks their like by another."""
    mine = (_a, _b)[side]
    more = [
        each
        for each in comparison.addressed
        if each.name and each.settled and each not in told
        and bool(each.a) == (side == 0) and bool(each.b) == (side == 1)
    ]  # fmt: skip
    if not more:
        return ""
    names = [f"{each.name} ({_places(mine(each), side, labels)})" for each in more]
    return " " + enumerated(f"By a name that {'BA'[side]} asks nobody by", names)


def _of_both(each: Addressed, labels: _Labels) -> str:
    """Where either text asks it of somebody: "A OP4; B OP6"."""
    sides = ((quotes, side) for side, quotes in enumerate((each.a, each.b)) if quotes)
    return "; ".join(f"{'AB'[side]} {_places(quotes, side, labels)}" for quotes, side in sides)


def _a(each: Addressed) -> tuple[Quote, ...]:
    return each.a


def _b(each: Addressed) -> tuple[Quote, ...]:
    return each.b


def _places(quotes: Sequence[Quote], side: int, labels: _Labels) -> str:
    """Where something is asked: "OP4, OP7 and 5 more"."""
    names = _unique(labels.of(side, each.key) for each in quotes)
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" and {more} more" if more > 0 else "")


# Words


def _of(count: int, name: str) -> str:
    return f"{count} {name}{'' if count == 1 else 's'}"


def _unique(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))


def _number(units: Iterable[Unit]) -> int:
    return sum(unit.head.kind in _PARAGRAPHS for unit in units)


def _is_title(edit: Edit, comparison: Comparison) -> bool:
    return any(comparison.a.units[i].head.kind == "title" for i in edit.a)


def _is_paragraph(edit: Edit, comparison: Comparison) -> bool:
    return _is_of(edit, comparison, _PARAGRAPHS)


def _is_of(edit: Edit, comparison: Comparison, kinds: AbstractSet[UnitKind]) -> bool:
    units = [comparison.a.units[i] for i in edit.a] + [comparison.b.units[j] for j in edit.b]
    return any(unit.head.kind in kinds for unit in units)


def _keys(edits: Iterable[Edit], kind: EditKind, comparison: Comparison) -> tuple[str, ...]:
    """The units of what was deleted, or of what was added."""
    if kind == "deleted":
        places = [i for edit in edits if edit.kind == kind for i in edit.a]
        return tuple(comparison.a.units[i].head.key for i in places)
    places = [j for edit in edits if edit.kind == kind for j in edit.b]
    return tuple(comparison.b.units[j].head.key for j in places)
