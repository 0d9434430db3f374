"""A history → a picture: for each text a bar of all Members, by what they did.

What was adopted without a vote has a mark of its own, an empty bar: nobody's position is known.
Every year from the first to the last has a place, so that what is not known shows as a gap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from counterdraft.charts.look import INK, POSITION_COLOURS
from counterdraft.charts.render import png_of_svg
from counterdraft.charts.shares import Empty, Part, Shares, Side, shares_to_svg
from counterdraft.model.history import History, members_of
from counterdraft.model.rollcall import Tally
from counterdraft.model.vote import Vote
from counterdraft.votes.claims.numbers import label_of
from counterdraft.votes.series import told
from counterdraft.votes.series.texts import name_of
from counterdraft.wording.english import shortened

_TITLE = 95
_FEW, _MOST = 34, 90  # bars that have their numbers in them, and places of years
_ROOM = 0.055  # of all Members: below it a part of a bar has no room for its number
_PAPER = "#ffffff"
# Light letters on the dark colours, dark ones on the light.
_SIDES = {
    "yes": Side("in favour", POSITION_COLOURS["yes"], _PAPER),
    "abstain": Side("abstaining", POSITION_COLOURS["abstain"], INK),
    "no": Side("against", POSITION_COLOURS["no"], _PAPER),
    "not voting": Side("not voting", POSITION_COLOURS["not voting"], INK),
}
_WITHOUT, _INFERRED = "without a vote", "without a vote (inferred)"
_AXIS = "share of all Members"


def to_svg(history: History) -> str:
    """The picture as SVG, with all of it in words for those who do not see it."""
    shares = drawn(history)
    few = len(shares.places) <= _FEW
    return shares_to_svg(
        shares, shortened(history.series.title, _TITLE), _subtitle(history),
        told.heading(history), described(history), numbers=few,
    )  # fmt: skip


def to_png(history: History) -> bytes:
    """The picture as PNG."""
    return png_of_svg(to_svg(history))


def _subtitle(history: History) -> str:
    until = f", as of {history.as_of}" if history.as_of else ""
    return f"{history.series.body}: votes on the whole text, as shares of all Members{until}"


def described(history: History) -> str:
    """What the picture shows, vote by vote."""
    said = [
        f"{row.year} {row.text}: "
        + (
            ", ".join(
                f"{side} {number}"
                for side, number in zip(
                    ("in favour", "against", "abstaining", "not voting"), row.numbers, strict=True
                )
            )
            if row.vote.tally
            else row.how
        )
        for row in told.rows(history.years)
    ]
    return f"{' '.join(told.summary(history))} {'; '.join(said)}."


def drawn(history: History) -> Shares:
    """What stands where."""
    votes = [each.vote for each in history.years]
    labels = _labels(votes)
    parts: list[Part] = []
    empty: list[Empty] = []
    for vote, label in zip(votes, labels, strict=True):
        base = members_of(vote)
        if vote.tally is None or not base:
            said = _said(vote)
            empty.append(Empty(label, said, dashed=said != _WITHOUT))
        else:
            parts += _parts(vote.tally, label, base)
    return Shares(_places(labels), tuple(_SIDES.values()), parts, empty, _AXIS)


def _said(vote: Vote) -> str:
    """What is known, or is wanting for a bar: figures, or of how many Members they are shares."""
    if vote.mode == "without a vote":
        return _INFERRED if vote.inferred else _WITHOUT
    return "figures not known" if vote.tally is None else "shares not known"


def _labels(votes: list[Vote]) -> list[str]:
    """The year of each vote, with its text where there are several in one."""
    years = Counter(map(label_of, votes))
    return [
        label_of(vote) if years[label_of(vote)] == 1
        else f"{label_of(vote)} {name_of(vote).removeprefix('A/RES/')}"
        for vote in votes
    ]  # fmt: skip


def _places(labels: list[str]) -> list[str]:
    """The labels in order, with a place for each year between that has none."""
    found: list[str] = []
    for label in labels:
        year = label[:4]
        if found and year.isdecimal() and found[-1][:4].isdecimal():
            found += [str(each) for each in range(int(found[-1][:4]) + 1, int(year))]
        found.append(label)
    return found if len(found) <= _MOST else labels


def _parts(tally: Tally, label: str, base: int) -> Iterator[Part]:
    silent = tally.not_voting
    if silent is None:
        silent = max(base - tally.yes - tally.no - tally.abstain, 0)
    numbers = {"yes": tally.yes, "abstain": tally.abstain, "no": tally.no, "not voting": silent}
    at = 0.0
    for side, number in numbers.items():
        share = number / base
        shown = str(number) if share >= _ROOM else ""
        yield Part(label, _SIDES[side].name, at, at + share, shown)
        at += share
