"""A clause and a corpus → adopted texts with a like clause; and whether it is agreed language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.flag.acts import Done, acts_in
from counterdraft.flag.clauses import Clause
from counterdraft.flag.ground import Ground
from counterdraft.lexicon.acts import things
from counterdraft.model import Adoption, Paragraph, Span
from counterdraft.model import Clause as Adopted
from counterdraft.model.finding import Precedent
from counterdraft.text.straight import straighten
from counterdraft.wording.english import counted, shortened

# So many are told, the latest of each series of like words first; so long are their quotes.
_MOST, _QUOTE = 3, 320
_NEAR = 12


def precedents(ground: Ground, acts: Sequence[Done]) -> tuple[Precedent, ...]:
    """Clauses of adopted texts that would do the same, the latest first; none without a corpus.

    The same is one act on one kind of thing, a class or a single one, whether asked for or but to
    be considered; where a thing has kinds, as bodies have, it is what the same organ did.
    """
    if ground.corpus is None or not acts:
        return ()
    phrases = [phrase for each in acts for phrase in things()[each.thing].phrases]
    near = ground.corpus.nearest([acts[0].clause.paragraph.text], _NEAR)
    like = [clause for found in near for each in found for clause in each.form.clauses]
    having = ground.corpus.having(phrases) if phrases else ()
    own = ground.resolution.symbol
    kept = {
        (each.record.id, each.paragraph): each
        for each in (*like, *having)
        if each.record.kind == "resolution"
        and each.record.symbol != own
        and any(_does(each, act, ground.resolution.organ) for act in acts)
    }
    latest = sorted(kept.values(), key=lambda each: each.record.date or "", reverse=True)
    return tuple(_told(each) for each in _one_a_title(latest))[:_MOST]


def agreed(ground: Ground, paragraph: str) -> bool:
    """Whether a paragraph stands word for word in texts of other titles adopted without a vote."""
    for each in ground.provenance.clauses if ground.provenance else ():
        if each.paragraph == paragraph and each.verdict == "verbatim":
            match = each.matches[0]
            return not match.own_series and match.adopted.without_vote > 0
    return False


def _does(clause: Adopted, act: Done, organ: str | None) -> bool:
    if (
        things()[act.thing].has_name
        and organ
        and clause.record.organ
        and clause.record.organ != organ
    ):
        return False
    paragraph = Paragraph(
        id=clause.paragraph, part=clause.part, number=clause.number, level=0, phrase=clause.phrase,
        text=clause.text, span=Span(0, len(clause.text)),
    )  # fmt: skip
    read = Clause(paragraph, straighten(clause.text), 0, clause.force)
    return any(_like(each) == _like(act) for each in acts_in(read))


def _like(act: Done) -> tuple[str, str, bool, bool]:
    """What two acts must have in common for one to be a precedent of the other."""
    return act.id, act.kind, act.general, act.way == "considers"


def _one_a_title(clauses: Sequence[Adopted]) -> Iterator[Adopted]:
    """The latest of each title first, then the others."""
    titles: set[str] = set()
    later = []
    for each in clauses:
        title = each.record.title or each.record.id
        if title in titles:
            later.append(each)
        else:
            titles.add(title)
            yield each
    yield from later


def _told(clause: Adopted) -> Precedent:
    record = clause.record
    return Precedent(
        symbol=record.symbol or record.id,
        paragraph=clause.paragraph,
        quote=shortened(clause.text, _QUOTE),
        date=record.date,
        note=_adopted(record.adoption),
    )


def _adopted(adoption: Adoption) -> str:
    if adoption.mode == "recorded vote" and adoption.yes is not None:
        abstaining = counted(adoption.abstain or 0, "abstention")
        return f"adopted by {adoption.yes} to {adoption.no}, with {abstaining}"
    return (
        f"adopted by a {adoption.mode}"
        if adoption.mode == "recorded vote"
        else ("adopted without a vote" if adoption.mode == "without a vote" else "")
    )
