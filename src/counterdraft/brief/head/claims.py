"""Claims that do not hold or are put as a question, and how votes on the subject went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.brief.case import CLAIM, Case
from counterdraft.brief.head.sentence import Sentence, said, whole
from counterdraft.model.claim import ClaimVerdict
from counterdraft.model.verdict import Holds, Verdict, Verdicts
from counterdraft.model.voted import Voted
from counterdraft.text.wording import counted, long_date, shortened

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
    """What registers say to the claims: those that fail first; nothing where nothing is settled."""
    verdicts = case.known.verdicts
    if verdicts is None:
        return
    asked = [each for each in verdicts.verdicts if each.question]
    kinds = (
        (_of(verdicts, "does not hold"), 78), (asked, 56), (_of(verdicts, "contested"), 50),
        (_of(verdicts, "holds"), 32),
    )  # fmt: skip
    for found, weight in kinds:
        if found:
            first = _weightiest(case, found)
            places = [place for each in first for place in case.words(each.span)]
            yield from said("claims", weight, _told(verdicts, first[0]), places, "claims")
            return


def _of(verdicts: Verdicts, verdict: Holds) -> list[Verdict]:
    return [each for each in verdicts.verdicts if each.verdict == verdict]


def _weightiest(case: Case, found: Sequence[Verdict]) -> list[Verdict]:
    """What the draft says before what is said around it; documents first, slips in names last."""
    inside = {paragraph.id for paragraph in case.resolution.paragraphs}
    return sorted(
        found,
        key=lambda v: (v.paragraph not in inside, v.act not in _OF_DOCUMENTS, v.act == "name"),
    )


def _told(verdicts: Verdicts, first: Verdict) -> str:
    """How many claims were settled and how, and the one that matters most."""
    day = f" as of {long_date(verdicts.as_of)}" if verdicts.as_of else ""
    counts = (f"{number} {words}" for number, words in _counts(verdicts) if number)
    text = (
        f"of {counted(len(verdicts.verdicts), 'claim')} put to registers{day} {', '.join(counts)}"
    )
    if first.verdict == "holds" and not first.question:
        return text
    words = first.question or (first.said[0] if first.said else first.verdict)
    return f"{text}; on \u201c{shortened(first.claim, CLAIMED)}\u201d: {words}"


def _counts(verdicts: Verdicts) -> Iterator[tuple[int, str]]:
    held, failed = len(_of(verdicts, "holds")), len(_of(verdicts, "does not hold"))
    contested = len(_of(verdicts, "contested"))
    rest = len(verdicts.verdicts) - held - failed - contested
    yield held, "holds" if held == 1 else "hold"
    yield failed, "does not" if failed == 1 else "do not"
    yield contested, f"{'is' if contested == 1 else 'are'} contested among sources"
    yield rest, "is not settled" if rest == 1 else "are not settled"


def votes(case: Case) -> Iterator[Sentence]:
    """How votes on the subject went, and what their figures say to what the text claims."""
    voted = case.known.voted
    if voted is None or not voted.rows or voted.relation == "unclear" or not voted.summary:
        return
    here = [case.stated[name] for name in ("title", "formula") if name in case.stated]
    claims = [case.stated[f"{CLAIM} {n}"] for n, _ in enumerate(voted.claims, 1)]
    text = f"votes {_LEAD[voted.relation]}: {voted.summary[0].rstrip('.')}{_claimed(voted)}"
    yield from said(
        "claims", 52 if claims else 42, text, (*claims, *(here[:1] or whole(case))), "vote"
    )


def _claimed(voted: Voted) -> str:
    """What figures say to the claim that they bear out least."""
    if not voted.claims:
        return ""
    check = min((each.check for each in voted.claims), key=lambda each: _least(each.verdict))
    said = _SETTLED.get(check.verdict, "is not settled by their figures")
    return f"; the claim \u201c{shortened(check.claim, CLAIMED)}\u201d {said}"


def _least(verdict: ClaimVerdict) -> int:
    """The place of a verdict among those that are told, the least borne out first."""
    return list(_SETTLED).index(verdict) if verdict in _SETTLED else len(_SETTLED)
