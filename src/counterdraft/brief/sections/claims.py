"""Claims: what the text says happened, and what dated entries of registers say to each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from counterdraft.brief.case import Case, label
from counterdraft.brief.report import (
    Bullets,
    Group,
    Part,
    Prose,
    Row,
    Section,
    Statement,
    Table,
)
from counterdraft.model.verdict import Holds, Verdict
from counterdraft.wording.english import counted, listed, long_date, shortened
from counterdraft.wording.paragraph_label import paragraph_label

_COLUMNS = ("The claim", "What registers say, and what is asked")
_NOTE = (
    "A claim holds, or does not, only where a dated entry is exact enough to settle it. What is "
    "attributed is said to be another’s, with no source. What is asked may be a slip; nobody is "
    "told what was meant."
)
_OWN, _AROUND = "Claim by claim", "In the words around the draft"
_ASKED = "Put as a question"
_GROUPS: dict[Holds, str] = {
    "does not hold": "Does not hold",
    "contested": "Contested: sources disagree",
    "unknown": "Not settled",
    "attributed": "Attributed to another, with no source found",
    "holds": "Holds",
}
# Of these it matters as what the claim was read.
_READ: frozenset[Holds] = frozenset({"holds", "does not hold", "contested"})
QUOTED = 260  # characters of a claim
_MOST = 12  # of one group


def claims(case: Case) -> Section | None:
    """The section; None where no register has a word to say on what the text claims."""
    found = case.known.verdicts
    if found is None:
        return None
    told = [each for each in found.verdicts if _says(each)]
    if not told:
        return None
    day = f", with what had come by {long_date(found.as_of)}" if found.as_of else ""
    of = f" of {len(found.verdicts):,}" if len(told) < len(found.verdicts) else ""
    claims = f"{len(told):,}{of} claims" if of else counted(len(told), "claim")
    around = [each for each in told if not case.is_inside(each.span)]
    claims += f", {len(around)} of them in the words around the draft" if around else ""
    head = f"{claims}, held against {listed(found.registers)}{day}."
    own = [each for each in told if case.is_inside(each.span)]
    parts: list[Part] = [Prose((Statement(head),))]
    for title, some in ((_OWN, own), (_AROUND, around)):
        if some:
            parts.append(Table(title, _COLUMNS, tuple(_groups(case, some)), _NOTE))
    rest = [each for each in found.verdicts if not _says(each)]
    if rest:
        parts.append(_open(case, rest))
    return Section("claims", "Claims", tuple(parts))


def _says(verdict: Verdict) -> bool:
    """Whether there is more to say of it than that no register has an entry."""
    return verdict.verdict != "unknown" or bool(verdict.entries or verdict.question)


def _groups(case: Case, told: Sequence[Verdict]) -> Iterator[Group]:
    """What fails first, then what is asked, then what holds; one row for what is said again."""
    titled: dict[str, dict[tuple[object, ...], list[Verdict]]] = {
        title: {} for title in (_GROUPS["does not hold"], _GROUPS["contested"], _ASKED)
    }
    titled |= {title: {} for title in _GROUPS.values() if title not in titled}
    for each in told:
        asked = each.question and each.verdict == "unknown"
        rows = titled[_ASKED if asked else _GROUPS[each.verdict]]
        rows.setdefault((each.claim, each.said, each.question, each.nearby), []).append(each)
    for title, found in titled.items():
        made = [_row(case, same) for same in found.values()]
        if more := made[_MOST:]:
            made[_MOST:] = [Row(((Statement(f"and {len(more)} more"),), ()))]
        if made:
            yield Group(title, tuple(made))


def _row(case: Case, same: Sequence[Verdict]) -> Row:
    verdict = same[0]
    places = tuple(place for each in same for place in case.words(each.span))
    said = [Statement(f"\u201c{shortened(verdict.claim, QUOTED)}\u201d", places)]
    if verdict.verdict in _READ:
        said.append(Statement(f"Read as: {verdict.read}."))
    return Row((tuple(said), tuple(_told(verdict))))


def _told(verdict: Verdict) -> Iterator[Statement]:
    yield from map(Statement, verdict.said)
    if verdict.question:
        yield Statement(verdict.question)
    yield from map(Statement, verdict.nearby)


def _open(case: Case, rest: list[Verdict]) -> Part:
    places = {each.id: label(each) for each in case.resolution.paragraphs}
    named = list(dict.fromkeys(_place(each.paragraph, places) for each in rest))
    more = counted(len(rest), "more claim")
    said = f"Of {more} no register that was asked has an entry: {listed(named)}."
    return Bullets("Not settled", (Statement(said),))


def _place(name: str, paragraphs: Mapping[str, str]) -> str:
    if name.startswith("annex"):
        return paragraph_label(name, None)
    return paragraphs.get(name, "around the draft")
