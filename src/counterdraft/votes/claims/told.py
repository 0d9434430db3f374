"""Readings and verdicts of claims → sentences, each with the years and figures it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from counterdraft.model.claim import ClaimCheck, ClaimPart, ClaimVerdict, Figure
from counterdraft.model.history import History
from counterdraft.votes.claims.numbers import label_of
from counterdraft.votes.claims.reading import FAR, Condition, NotUnderstood, Reading
from counterdraft.votes.claims.trends import moved
from counterdraft.votes.claims.years import years_said
from counterdraft.wording.english import listed, long_date, sentence

ASKABLE = (
    "It can be asked of votes in favour, votes against, abstentions and Members not voting: "
    "whether they are a majority, two thirds or another share of all Members, of those present and "
    "voting or of those that took part; more or fewer than a number; never more or fewer; "
    "increasing or decreasing; and whether texts were adopted without a vote; in all years, since "
    "or in one."
)
_QUANTITY = {
    "yes": "votes in favour", "no": "votes against", "abstain": "abstentions",
    "not_voting": "Members not voting",
}  # fmt: skip
_BASE = {
    "members": "all Members", "voting": "those present and voting (in favour and against)",
    "took_part": "those that took part (in favour, against, abstaining)",
}  # fmt: skip
_DIFFER = {"tallies differ", "tally against list"}
_COMPARE = {
    ">": "more than", ">=": "at least", "<": "fewer than", "<=": "no more than", "=": "exactly",
}  # fmt: skip
_SHARES = {(1, 2): "half", (2, 3): "two thirds", (3, 4): "three quarters", (3, 5): "three fifths",
           (1, 3): "one third", (1, 4): "one quarter"}  # fmt: skip
_VERDICTS = {
    "holds": "holds", "does not hold": "does not hold", "holds in part": "holds in part",
    "unknown": "unknown", "no figures settle it": "not a claim that figures settle",
}  # fmt: skip


def condition_said(condition: Condition, reading: Reading) -> str:
    """How a condition was read: "votes in favour are more than half of all Members"."""
    return f"{_condition(condition)}{_when(condition, reading)}"


def _condition(condition: Condition) -> str:
    what = _QUANTITY[condition.quantity]
    no = "not " if condition.negated else ""
    if condition.kind == "vague":
        return f"“{condition.word}”"
    if condition.kind == "mode":
        if condition.word == "without a vote":
            return f"{no}adopted without a vote"
        return f"{no}put to a {condition.word}"
    if condition.kind == "trend":
        way = "more" if condition.word == "up" else "fewer"
        share = f", as a share of {_BASE[condition.base or 'members']}"
        return f"{no}{way} {what} in each vote than in the one before{share}"
    compare = _COMPARE[condition.compare]
    if condition.kind == "number":
        return f"{what} are {no}{compare} {condition.value}"
    share_of = f"{_share(condition)} of {_BASE[condition.base or 'members']}"
    return f"{what} are {no}{compare} {share_of}"


def _share(condition: Condition) -> str:
    value = condition.value
    if condition.digits is None and (value.numerator, value.denominator) in _SHARES:
        return _SHARES[value.numerator, value.denominator]
    return f"{float(100 * value):.{condition.digits or 0}f} per cent"


def _when(condition: Condition, reading: Reading) -> str:
    said = ""
    if reading.when == "every" or condition.every:
        said = ", in every vote" if condition.kind != "trend" else ", without exception"
    elif reading.when:
        said = {"any": ", at least once", "latest": ", in the latest vote"}[reading.when]
    if reading.since and reading.since == reading.until:
        return f"{said}, in {reading.since}"
    if reading.since:
        said += f", from {reading.since}"
    return said + (f", until {reading.until}" if reading.until != FAR else "")


def share_said(
    figures: Sequence[Figure], verdict: ClaimVerdict, wanting: str = "The figures are"
) -> str:
    """In which votes it holds, and the figure of each; ``wanting`` is what may not be known."""
    if not figures:
        return "No vote with known figures lies within that time."
    if verdict == "unknown":
        unknown = [each.label for each in figures if each.holds is None]
        return f"{wanting} not known for {listed(unknown)}."
    parts = []
    if any(each.holds for each in figures):
        parts.append(f"holds {years_said(figures, holds=True)}")
    if any(each.holds is False for each in figures):
        parts.append(f"does not hold {years_said(figures, holds=False)}")
    if all(each.holds is False for each in figures):
        parts = [f"holds in none of {len(figures)}, {figures[0].label} to {figures[-1].label}"]
        parts = parts if len(figures) > 1 else [f"does not hold in {figures[0].label}"]
    if any(each.holds is None for each in figures):
        parts.append(f"not known for {listed([e.label for e in figures if e.holds is None])}")
    return sentence("; ".join(parts))


def trend_said(
    figures: Sequence[Figure], condition: Condition, reading: Reading
) -> tuple[ClaimVerdict, str]:
    """Whether a row of figures moves as claimed: throughout, with exceptions, or not at all."""
    steps = [each for each in figures[1:] if each.holds is not None]
    if len(figures) < 2 or not steps:
        return "unknown", "There are not two votes with known figures to compare."
    against = [each.label for each in steps if not each.holds]
    tail = _by_number(figures, condition)
    way = "So" if condition.negated else {"up": "Up", "down": "Down"}[condition.word]
    if not against:
        verdict: ClaimVerdict = "holds" if len(steps) == len(figures) - 1 else "unknown"
        return verdict, f"{way} from each vote to the next.{tail}"
    if len(against) == len(steps):
        return "does not hold", f"{way} from no vote to the next.{tail}"
    every = reading.when == "every" or condition.every
    said = f"{way} from each vote to the next, but for {listed(against)}.{tail}"
    if not condition.negated and moved(figures[0], figures[-1], condition) is False:
        # What went the other way on the whole does not hold in part for having gone back once.
        first, last = figures[0].label, figures[-1].label
        return "does not hold", f"{said} Not so from {first} to {last}."
    return "does not hold" if every else "holds in part", said


def _by_number(figures: Sequence[Figure], condition: Condition) -> str:
    """Where the bare numbers move otherwise than the shares do."""
    other = []
    for before, after in pairwise(figures):
        if before.count is None or after.count is None or after.holds is None:
            continue
        moved = after.count > before.count if condition.word == "up" else after.count < before.count
        if (moved is not condition.negated) is not after.holds:
            other.append(after.label)
    return f" By number instead of share it is otherwise in {listed(other)}." if other else ""


def figures_said(figures: Sequence[Figure]) -> str:
    """The figures: "46.1% (2005, 88 of 191); …."; empty where there are none."""
    said = []
    for each in figures:
        if each.count is None:
            continue
        share = each.share
        if share is None:
            said.append(f"{each.count} ({each.label})")
        else:
            said.append(f"{100 * share:.1f}% ({each.label}, {each.count} of {each.base})")
    return f"{'; '.join(said)}." if said else ""


def overall(verdict: ClaimVerdict, parts: Sequence[ClaimPart]) -> str:
    """The verdict, and that it is of what figures settle where something is not."""
    vague = [part.reading for part in parts if part.verdict == "no figures settle it"]
    said = sentence(_VERDICTS[verdict])
    if not vague or verdict == "no figures settle it":
        return said
    return f"{said} That is said without {listed(vague)}, which figures do not settle."


def without_said(reading: Reading, history: History) -> str:
    """What was adopted without a vote in that time, and so has no figures."""
    years = [
        f"{label_of(each.vote)}{' (inferred)' if each.vote.inferred else ''}"
        for each in history.years
        if each.vote.mode == "without a vote"
        and reading.since <= int(label_of(each.vote)[:4]) <= reading.until
    ]
    if not years or all(each.kind in {"mode", "vague"} for each in reading.conditions):
        return ""
    return f"Adopted without a vote, and so without figures: {listed(years)}."


def differ_said(figures: Sequence[Figure], history: History) -> str:
    """Of which votes sources print other figures than those that were used."""
    used = {each.vote for each in figures if each.count is not None}
    years = [
        label_of(vote)
        for vote in history.recorded
        if vote.id in used and any(d.fault in _DIFFER for d in vote.disagreements)
    ]
    if not years:
        return ""
    return f"Sources differ on the figures of {listed(years)}; those shown were used."


def inferred_said(figures: Sequence[Figure], history: History) -> str:
    """Which adoptions no source states."""
    used = {each.vote for each in figures}
    years = [label_of(e.vote) for e in history.years if e.vote.inferred and e.vote.id in used]
    return f" No source states it for {listed(years)}: it is inferred." if years else ""


def gaps_said(figures: Sequence[Figure], history: History) -> str:
    """Of which sessions within that time no text is known, nor so how one was adopted."""
    used = {each.vote for each in figures}
    inside = [gap for gap in history.gaps if {gap.after, gap.before} <= used]
    sessions = [str(session) for gap in inside for session in gap.sessions]
    return f" No text of it is known here of session {listed(sessions)}." if sessions else ""


def not_understood(found: NotUnderstood) -> str:
    """What of a claim was not understood."""
    if found.why:
        return f"Not understood: {found.why}."
    if not found.words:
        return "It claims nothing that votes could show."
    return f"Not understood: {listed([f'“{each}”' for each in dict.fromkeys(found.words)])}."


def claim_said(check: ClaimCheck) -> tuple[str, ...]:
    """A claim and what figures say to it, a line each."""
    until = f" (as of {long_date(check.as_of)})" if check.as_of else ""
    head = f"Claim{until}: “{check.claim}”. {check.said}"
    return (head, *_parts_said(check.parts))


def _parts_said(parts: Sequence[ClaimPart]) -> Iterator[str]:
    """Each thing that a claim says: as read, the verdict, the figures where they are others."""
    before = ""
    for part in parts:
        verdict = _VERDICTS[part.verdict]
        if part.verdict == "no figures settle it":
            yield f"{part.reading}: {verdict}."
            continue
        figures = figures_said(part.figures)
        said = f"Read as: {part.reading}: {verdict}. {part.said}"
        yield f"{said} {figures}".rstrip() if figures != before else said
        before = figures
