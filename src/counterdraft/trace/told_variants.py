"""The variants of a clause → sentences, each of them bounded by the corpus that was asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from counterdraft.lexicon.force import labels
from counterdraft.model import Adopted, AskedClause, Rank, Record, Variant, Variants
from counterdraft.wording.english import counted, listed, sentence
from counterdraft.wording.paragraph_label import paragraph_label
from counterdraft.wording.traced import corpus_said, kinds_said, place

OWN = "the text’s own"
_COMMITTEES = 3
_NONE = "compares with none of the others"


def heading(asked: AskedClause) -> str:
    """The clause by its text: "OP2 of draft.txt"."""
    name = asked.symbol or PurePath(asked.source).name
    return f"{paragraph_label(asked.paragraph, asked.number)} of {name}"


def summary(variants: Variants) -> Iterator[str]:
    """How many wordings there are, out of how many that were read, and how they are in order."""
    found = sum(bool(each.places) for rank in variants.ranks for each in rank.variants)
    asked = variants.asked
    yield (
        f"{heading(asked)}: {counted(found, 'adopted wording')} like it in "
        f"{corpus_said(asked.corpus)}, of the {variants.read} nearest that were read."
    )
    if len(variants.ranks) > 1:
        yield (
            "Weak to strong by their first verbs, as far as these compare: standing below another "
            "is being stronger only where that is said."
        )


def rank_said(rank: Rank, variants: Variants) -> str:
    """The verb of a rank, and how it stands to the others."""
    others = len(variants.ranks) - 1
    if rank.force is None:
        return f"No verb whose force is known{f': {_NONE}' if others else ''}"
    said = []
    if rank.above:
        said.append(f"stronger than {_named(rank.above)}")
    apart = len(rank.apart) + (variants.ranks[-1].force is None)
    if others and apart == others:
        said.append(_NONE)
    elif rank.apart:
        said.append(f"does not compare with {_named(rank.apart)}")
    name = _named((rank.force,))
    return f"{name}: {'; '.join(said)}" if said else name


def _named(forces: tuple[str, ...]) -> str:
    return listed([f"“{labels()[each]}”" for each in forces])


def share(variant: Variant) -> str:
    """How much of a wording is the text's own."""
    if not variant.places:
        return OWN
    if variant.edits:
        return f"{round(100 * variant.similarity)} per cent the same words"
    but = f" but for {kinds_said(variant.differs)}" if variant.differs else ""
    return f"the same words{but}"


def committees(variant: Variant) -> str:
    """The committees that the texts came from, in order of time; empty where none is known."""
    names = dict.fromkeys(each.record.committee for each in variant.places)
    known = [name for name in names if name]
    more = len(known) - _COMMITTEES
    return listed(known) if more <= 0 else f"{', '.join(known[:_COMMITTEES])} and {more} more"


def adopted_said(variant: Variant) -> str:
    """How the texts were adopted, and the latest tally that is known."""
    said = listed(list(_ways(variant.adopted)))
    voted = latest_tally(variant)
    if voted is None:
        return said
    if variant.adopted.recorded == 1:
        return f"{said}, {tally(voted)}"
    return f"{said}, the latest known tally {tally(voted)} ({voted.symbol or voted.id})"


def _ways(adopted: Adopted) -> Iterator[str]:
    if adopted.without_vote:
        yield f"{adopted.without_vote} without a vote"
    if adopted.unknown:
        yield f"{adopted.unknown} in a way that is not known"
    if adopted.recorded:
        yield f"{adopted.recorded} by a recorded vote"


def latest_tally(variant: Variant) -> Record | None:
    """The latest of its texts with a recorded vote whose tally is known."""
    records = [each.record for each in variant.places]
    voted = [
        each for each in records
        if each.adoption.mode == "recorded vote" and each.adoption.yes is not None
    ]  # fmt: skip
    return voted[-1] if voted else None


def tally(record: Record) -> str:
    """Yes, no, abstaining: "100-20-30"."""
    vote = record.adoption
    return f"{vote.yes}-{vote.no}-{vote.abstain}"


def use(variant: Variant) -> str:
    """Since when and until when a wording stands in how many texts."""
    texts = len({each.record.id for each in variant.places})
    earliest = place(variant.places[0])
    if texts == 1:
        return f"1 text of the loaded corpus, {earliest}"
    return (
        f"{texts} texts of the loaded corpus, the earliest {earliest}, "
        f"the latest {place(variant.places[-1])}"
    )


def said(variant: Variant) -> str:
    """A sentence on a wording: what is known of it apart from its words."""
    if not variant.places:
        return "The text’s own wording."
    parts = (share(variant), use(variant), committees(variant), adopted_said(variant))
    return sentence("; ".join(part for part in parts if part))
