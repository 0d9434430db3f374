"""Contested: which paragraphs of a draft may draw amendments, votes or dissociations.

The first few by signs of it (``flag.likely``), where there are enough of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from counterdraft.flag.alike import ALIKE, nearest
from counterdraft.flag.ground import Ground
from counterdraft.flag.likely import Ranked, Reason, likely
from counterdraft.flag.objected import Objected
from counterdraft.flag.quotes import quoted
from counterdraft.flag.rule import Rule
from counterdraft.lexicon.contested import Contested, contested
from counterdraft.lexicon.dates import ordinal_words
from counterdraft.model import ClauseTrace, Match
from counterdraft.model.finding import Finding, Precedent
from counterdraft.wording.english import counted, ordinal
from counterdraft.wording.paragraph_label import paragraph_label

_SOURCE = (
    "rules 90 and 130 of the rules of procedure of the General Assembly; its texts of sessions 74 "
    "to 79 by how they were adopted (lexicon, contested); objections on the record to their "
    "paragraphs (lexicon, objections) and to words as such (lexicon, declared); "
    "roll-calls on single paragraphs in sessions 71 to 73 (lexicon, voted_apart); novelty against "
    "the loaded corpus"
)
# A reason of fewer points is not told.
_LEAST = 0.02
# Nor that it is new, where less than this share of it is.
_FEW = 0.25
# What tells of texts, and not of such paragraphs.
_GENERAL = frozenset({"wording", "force"})
_MINDED = {"found", "act", "names", "apart", "objected", "declared"}


def find(ground: Ground) -> Iterator[Finding]:
    """A few paragraphs: such as drew objections before, then those of a high score.

    The latter are among the first few, and something shows why. That a paragraph is new and names
    a treaty is no sign by itself that anybody minds it.
    """
    if ground.provenance is None:
        return
    table, ranked = contested(), likely(ground)
    traces = {each.paragraph: each for each in ground.provenance.clauses}
    had = [n for n, each in enumerate(ranked) if each.alike]
    high = [
        n for n, each in enumerate(ranked[: table.most])
        if each.score >= table.score and _is_shown(each, table)
    ]  # fmt: skip
    for n in sorted(tuple(dict.fromkeys((*had, *high)))[: table.most]):
        yield _told(ranked[n], n + 1, len(ranked), traces[ranked[n].paragraph.id])


def _is_shown(ranked: Ranked, table: Contested) -> bool:
    """Whether a wording of it is mostly voted on or objected to, or somebody would mind it."""
    points = {each.sign: each.points for each in ranked.reasons}
    if points.keys() & _MINDED:
        return True
    sure = (table.sure - table.base) / (1 - table.base)
    return (
        points.get("wording", 0.0) >= table.weights["wording"] * sure
        or points.get("formula", 0.0) >= table.weights["formula"] * table.drew
    )


def _told(ranked: Ranked, place: int, of: int, traced: ClauseTrace) -> Finding:
    paragraph = ranked.paragraph
    label = paragraph_label(paragraph.id, paragraph.number)
    return Finding(
        rule="contested.likely", kind="contested",
        statement=f"{label} may draw amendments or a vote: {_because(ranked, place, of)}.",
        why=f"The signs: {'; '.join(_why(ranked, place, of))}.",
        against=tuple(_against(ranked, traced)), evidence=(quoted(paragraph),),
        confidence="medium" if any(_objected(ranked)) else "low",
        source=_SOURCE, precedents=(*_objected(ranked), *_precedents(traced)),
    )  # fmt: skip


def _because(ranked: Ranked, place: int, of: int) -> str:
    """That it, or wording like it, was objected to; where not, how it stands by its signs."""
    for each in ranked.alike:
        if isinstance(each, Objected):
            what = "it" if each.carried else "wording like it"
            record = each.clause.record
            return f"{what} drew objections in {record.symbol or record.id}"
    which = "" if place == 1 else f"{ordinal_words()[place]} "
    return f"of {counted(of, 'paragraph')} it has the {which}strongest signs of that"


def _why(ranked: Ranked, place: int, of: int) -> Iterator[str]:
    """The reasons, and the place that the statement does not tell."""
    yield from (each.said for each in worth_telling(ranked))
    if any(_objected(ranked)):
        yield f"by all its signs together it stands {ordinal(place)} of {counted(of, 'paragraph')}"


def worth_telling(ranked: Ranked) -> Iterator[Reason]:
    """The reasons that are told: that a few words of it are new is none, nor what drew little.

    Where something like it is on record, how often other texts with a word of it were voted on
    adds nothing.
    """
    table = contested()
    least = {
        "new": _FEW * table.weights["new"], "formula": table.drew * table.weights["formula"]
    }  # fmt: skip
    for each in ranked.reasons:
        if ranked.alike and each.sign in _GENERAL:
            continue
        if each.points >= least.get(each.sign, _LEAST):
            yield each


def _against(ranked: Ranked, traced: ClauseTrace) -> Iterator[str]:
    """What the corpus says for its being agreed, and how little signs tell."""
    match = _like(traced)
    if match is None:
        yield (
            "What was not found may have been agreed in consultations, or in texts that the "
            "corpus does not hold."
        )
    elif without := match.adopted.without_vote:
        yield (
            f"At least {counted(without, 'text')} with a wording like it "
            f"{'was' if without == 1 else 'were'} adopted without a vote."
        )
    if any(_objected(ranked)):
        yield "What was objected to once may be agreed now."
    else:
        yield (
            "Who objects to what is not in the words: most paragraphs with such signs draw nothing."
        )


def _objected(ranked: Ranked) -> Iterator[Precedent]:
    """Paragraphs like it that drew objections, each with where that was read.

    Not where that could name as one who objects who is for this one: sources bear names.
    """
    for each in ranked.alike:
        if isinstance(each, Objected):
            sources = dict.fromkeys(o.source for o in each.objections if not each.open)
            yield Precedent(
                symbol=each.clause.record.symbol or each.clause.record.id,
                paragraph=each.clause.paragraph, quote=each.clause.text,
                date=each.clause.record.date,
                note="; ".join(f"{source.title}, {source.url}" for source in sources),
            )  # fmt: skip


def _like(traced: ClauseTrace) -> Match | None:
    """The adopted wording that says most of it, where that is like it."""
    match = nearest(traced)
    return match if match and match.similarity >= ALIKE else None


def _precedents(traced: ClauseTrace) -> Iterator[Precedent]:
    match = _like(traced)
    if match is not None:
        source = match.source
        yield Precedent(
            symbol=source.record.symbol or source.record.id, paragraph=source.paragraph,
            quote=source.text, date=source.record.date, note=_note(match),
        )  # fmt: skip


def _note(match: Match) -> str:
    return f"{round(100 * match.similarity)} per cent alike"


RULES = (
    Rule(
        "contested.likely", "contested", "paragraphs that may draw amendments or votes", _SOURCE,
        find, needs=("provenance", "assembly"),
    ),
)  # fmt: skip
