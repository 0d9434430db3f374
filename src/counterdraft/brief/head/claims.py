"""Claims that do not hold or are put as a question, and how votes on the subject went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.brief.case import CLAIM, Case
from counterdraft.brief.head.sentence import Sentence, said, whole
from counterdraft.model.claim import ClaimVerdict
from counterdraft.model.verdict import Holds, Verdict
from counterdraft.model.voted import Voted
from counterdraft.wording.english import counted, listed, long_date, shortened

CLAIMED = 110
_OF_DOCUMENTS = frozenset({"title", "adoption", "citation"})
_SETTLED: dict[ClaimVerdict, str] = {
    "does not hold": "does not hold by their figures",
    "holds in part": "holds in part by their figures", "holds": "holds by their figures",
}  # fmt: skip
_LEAD = {
    "own": "on texts of this title", "named": "on the series that was named",
    "subject": "on the same subject under another title",
}  # fmt: skip


def checked(case: Case) -> Iterator[Sentence]:
    """What registers say to the claims: those that fail first; nothing where nothing is settled.

    The draft's own are counted by themselves: it answers for no word that stands around it.
    """
    verdicts = case.known.verdicts
    if verdicts is None:
        return
    own = [each for each in verdicts.verdicts if case.is_inside(each.span)]
    around = [each for each in verdicts.verdicts if not case.is_inside(each.span)]
    for some, where in ((own, ""), (around, " in the words around the draft")):
        kinds = (
            (_of(some, "does not hold"), 78), ([e for e in some if e.question], 56),
            (_of(some, "contested"), 50), (_of(some, "holds"), 32),
        )  # fmt: skip
        for found, weight in kinds:
            if found:
                first = _weightiest(found)
                places = [place for each in first for place in case.words(each.span)]
                text = _told(some, first[0], where, verdicts.as_of)
                yield from said("claims", weight, text, places, "claims")
                return


def _of(verdicts: Sequence[Verdict], verdict: Holds) -> list[Verdict]:
    return [each for each in verdicts if each.verdict == verdict]


def _weightiest(found: Sequence[Verdict]) -> list[Verdict]:
    """Documents first, slips in names last."""
    return sorted(found, key=lambda v: (v.act not in _OF_DOCUMENTS, v.act == "name"))


def _told(some: Sequence[Verdict], first: Verdict, where: str, as_of: str | None) -> str:
    """How many claims were settled and how, and the one that matters most."""
    day = f", as of {long_date(as_of)}," if as_of else ","
    counts = listed([f"{number} {words}" for number, words in _counts(some) if number])
    text = f"of {counted(len(some), 'claim')}{where} put to registers{day} {counts}"
    if first.verdict == "holds" and not first.question:
        return text
    words = first.question or (first.said[0] if first.said else first.verdict)
    return f"{text}; on \u201c{shortened(first.claim, CLAIMED)}\u201d: {words}"


def _counts(verdicts: Sequence[Verdict]) -> Iterator[tuple[int, str]]:
    held, failed = len(_of(verdicts, "holds")), len(_of(verdicts, "does not hold"))
    contested = len(_of(verdicts, "contested"))
    rest = len(verdicts) - held - failed - contested
    yield held, "holds" if held == 1 else "hold"
    yield failed, "does not hold" if failed == 1 else "do not hold"
    yield contested, f"{'is' if contested == 1 else 'are'} contested among sources"
    yield rest, "is not settled" if rest == 1 else "are not settled"


def votes(case: Case) -> Iterator[Sentence]:
    """How votes on the subject went, and what their figures say to what the text claims."""
    voted = case.known.voted
    if voted is None or not voted.rows or voted.relation == "unclear" or not voted.summary:
        return
    here = [case.stated[name] for name in ("title", "formula") if name in case.stated]
    claims = [case.stated[f"{CLAIM} {n}"] for n, _ in enumerate(voted.claims, 1)]
    text = f"votes {_LEAD[voted.relation]}: {voted.summary[0].rstrip('.')}{_claimed(case, voted)}"
    yield from said(
        "claims", 52 if claims else 42, text, (*claims, *(here[:1] or whole(case))), "vote"
    )


def _claimed(case: Case, voted: Voted) -> str:
    """What figures say to the claim that they bear out least."""
    if not voted.claims:
        return ""
    check = min((each.check for each in voted.claims), key=lambda each: _least(each.verdict))
    said = _SETTLED.get(check.verdict, "is not settled by their figures")
    inside = check.span is not None and case.is_inside(check.span)
    where = "" if inside else ", in the words around the draft,"
    return f"; the claim \u201c{shortened(check.claim, CLAIMED)}\u201d{where} {said}"


def _least(verdict: ClaimVerdict) -> int:
    """The place of a verdict among those that are told, the least borne out first."""
    return list(_SETTLED).index(verdict) if verdict in _SETTLED else len(_SETTLED)
