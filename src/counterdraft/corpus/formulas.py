"""The wordings of a formula → what there is to say of it, all of it bounded by the corpus.

Where it stood first and last there, in how many texts, of which organs, committees, titles and
subjects, and how these were adopted. A contested text may carry an agreed formula: votes are told,
and never counted against it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from counterdraft.align.words import word_edits
from counterdraft.corpus.entries import in_time
from counterdraft.corpus.reuse import Reuse
from counterdraft.model import Adopted, Adoption, Clause, Record, WordEdit
from counterdraft.reuse.wording import MARK, normalised, numbers_apart


class Place(Struct, frozen=True):
    """A paragraph of a text of the corpus."""

    text: str
    paragraph: str
    number: str | None
    date: str | None


class Share(Struct, frozen=True):
    """So many texts are of an organ, a committee, a title or a subject."""

    name: str
    texts: int


class Vote(Struct, frozen=True):
    """A recorded vote on a text."""

    text: str
    date: str | None
    adoption: Adoption


class Use(Struct, frozen=True, kw_only=True):
    """How words are used in the corpus: clauses, texts, the earliest and the latest place.

    ``last_vote`` is the latest recorded vote by which a text that has them was adopted.
    """

    clauses: int
    texts: int
    earliest: Place
    latest: Place
    adopted: Adopted
    last_vote: Vote | None = None


class Spread(Struct, frozen=True):
    """How many texts of each organ, committee, title and subject; the most first.

    Titles are one but for years and sessions, and told by the latest. What a record does not say is
    not counted.
    """

    organs: tuple[Share, ...]
    committees: tuple[Share, ...]
    titles: tuple[Share, ...]
    subjects: tuple[Share, ...]


class Variant(Struct, frozen=True, kw_only=True):
    """A wording of a formula, as it stands in its latest place.

    ``alike`` is the share, of 1000, of words that it has in common with the most used wording;
    ``edits`` lead from that one to it, years and sessions aside.
    """

    text: str
    use: Use
    alike: int
    edits: tuple[WordEdit, ...] = ()


class Formula(Struct, frozen=True, kw_only=True):
    """A wording and its variants; ``text`` is the most used one, as in its latest place.

    ``variants`` has all its wordings, the most used first, where they were asked for.
    """

    text: str
    wordings: int
    use: Use
    spread: Spread
    variants: tuple[Variant, ...] = ()


def formula_of(reuse: Reuse, members: Sequence[int]) -> Formula:
    """The formula of wordings, the most used first."""
    clauses = [clause for each in members for clause in reuse.wordings.clauses_of(each)]
    return Formula(
        text=reuse.wordings.last(members[0]).text, wordings=len(members), use=use_of(clauses),
        spread=_spread([clause.record for clause in clauses]),
    )  # fmt: skip


def with_variants(reuse: Reuse, formula: Formula, members: Sequence[int]) -> Formula:
    """A formula with each of its wordings, held against the most used."""
    return replace(
        formula, variants=tuple(_variant(reuse, formula, members[0], each) for each in members)
    )


def _variant(reuse: Reuse, formula: Formula, head: int, member: int) -> Variant:
    clauses = reuse.wordings.clauses_of(member)
    text = clauses[-1].text
    same = member == head
    return Variant(
        text=text, use=use_of(clauses), alike=1000 if same else reuse.alike(head, member),
        edits=() if same else edits_between(formula.text, text),
    )  # fmt: skip


class Ranked(NamedTuple):
    """The wordings of a formula, the most used first; of how many titles and texts it is."""

    members: list[int]
    titles: int
    texts: int


def most_spread(reuse: Reuse, formulas: Iterable[list[int]]) -> list[Ranked]:
    """Formulas by their wordings, those of the most titles first, of these of the most texts."""
    title = _Titles()
    found = []
    for members in formulas:
        texts = {each.id: each for some in members for each in reuse.wordings.records(some)}
        titles = {title(each) for each in texts.values() if each.title}
        found.append(Ranked(members, len(titles), len(texts)))
    return sorted(found, key=lambda each: (-each.titles, -each.texts, each.members[0]))


# -- use


def use_of(clauses: Iterable[Clause]) -> Use:
    """How words are used that stand in these clauses, of which there is one at least."""
    order = sorted(clauses, key=lambda each: in_time(each.record))
    texts = {each.record.id: each.record for each in order}
    modes = Counter(each.adoption.mode for each in texts.values())
    without, recorded = modes["without a vote"], modes["recorded vote"]
    votes = [each for each in texts.values() if each.adoption.mode == "recorded vote"]
    last = votes[-1] if votes else None
    return Use(
        clauses=len(order), texts=len(texts), earliest=_place(order[0]), latest=_place(order[-1]),
        adopted=Adopted(without, recorded, len(texts) - without - recorded),
        last_vote=Vote(last.id, last.date, last.adoption) if last else None,
    )  # fmt: skip


def _place(clause: Clause) -> Place:
    return Place(clause.record.id, clause.paragraph, clause.number, clause.record.date)


# -- spread


class _Titles:
    """The title of a text but for years and sessions, each taken apart once."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def __call__(self, record: Record) -> str:
        title = record.title or ""
        if title not in self._known:
            self._known[title] = normalised(title)
        return self._known[title]


def _spread(records: Iterable[Record]) -> Spread:
    texts = list({each.id: each for each in sorted(records, key=in_time)}.values())
    return Spread(
        _shares((each.organ,) for each in texts),
        _shares((each.committee,) for each in texts),
        _shares(((each.title,) for each in texts), normalised),
        _shares(each.subjects for each in texts),
    )


def _shares(
    named: Iterable[Iterable[str | None]], key: Callable[[str], str] = str
) -> tuple[Share, ...]:
    """How often each name comes, the most often first; of names with one key the last is told."""
    counts: Counter[str] = Counter()
    told: dict[str, str] = {}
    for names in named:
        for name in filter(None, names):
            counts[key(name)] += 1
            told[key(name)] = name
    order = sorted(counts, key=lambda each: (-counts[each], told[each]))
    return tuple(Share(told[each], counts[each]) for each in order)


# -- what differs


def edits_between(one: str, other: str) -> tuple[WordEdit, ...]:
    """What leads from one wording to another, years and sessions aside: they count as the same."""
    (a, ours), (b, theirs) = numbers_apart(one), numbers_apart(other)
    before, after = iter(ours), iter(theirs)
    edits = []
    for edit in word_edits(a, b):
        old = _filled(edit.text, after if edit.op == "inserted" else before)
        new = _filled(edit.now or edit.text, after) if edit.op == "same" else ""
        edits.append(WordEdit(edit.op, old, "" if new == old else new))
    return tuple(edits)


def _filled(text: str, numbers: Iterable[str]) -> str:
    """``text`` with the next of ``numbers`` in place of each mark."""
    pieces = text.split(MARK)
    taken = iter(numbers)
    return "".join([pieces[0], *(next(taken) + piece for piece in pieces[1:])])
