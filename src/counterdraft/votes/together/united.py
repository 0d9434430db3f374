"""What comes of the cohesion of groups: the values, and what they say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from counterdraft.model.framed import Columns, Kinds
from counterdraft.votes.together.apart import Departing, Departure
from counterdraft.votes.together.result import Result
from counterdraft.votes.together.seats import name_of
from counterdraft.votes.together.told import Cell, Table, Told, columns_of
from counterdraft.wording.english import counted, long_date, some

BLOCS_SCHEMA = "counterdraft/votes-blocs/1"
_MOST_MEMBERS, _MOST_DEPARTURES, _MOST_NAMES, _MOST_BESIDE = 15, 15, 6, 5


class Cut(Struct, frozen=True, kw_only=True):
    """Cohesion in some of the votes.

    ``votes`` are those in which at least two members took a position; ``rice_votes`` those of them
    in which one voted yes or no. Means are None below the minimum; ``low`` and ``high`` are bounds
    of ``agreement``. ``expected`` is what chance alone would give, ``corrected`` what of the rest
    was reached. ``participation`` is the share of members' votes that were cast. ``consensus`` are
    adoptions without a vote, ``with_consensus`` the agreement index with each of them as 1.
    """

    label: str
    votes: int
    members: float
    participation: float | None = None
    rice: float | None = None
    rice_votes: int = 0
    agreement: float | None = None
    low: float | None = None
    high: float | None = None
    expected: float | None = None
    corrected: float | None = None
    unanimous: int = 0
    tied: int = 0
    consensus: int | None = None
    with_consensus: float | None = None


class Cohesion(Struct, frozen=True, kw_only=True):
    """One group: what is known of its list, how united it was, and who stood apart and when."""

    code: str
    name: str
    source: str
    note: str | None
    listed_as_of: str | None
    precision: str
    all: Cut
    recorded: Cut | None
    decades: tuple[Cut, ...]
    sessions: tuple[Cut, ...]
    issues: tuple[Cut, ...]
    members: tuple[Departing, ...]
    departures: tuple[Departure, ...]


class Blocs(Result, frozen=True, kw_only=True):
    """What was asked, over which votes, and what came out for each group."""

    asked: str
    bounds: str
    minimum: int
    consensus: bool
    consensus_sessions: tuple[str, ...]
    groups: tuple[Cohesion, ...]

    schema: ClassVar[str] = BLOCS_SCHEMA
    kinds: ClassVar[Kinds] = {
        **dict.fromkeys(("votes", "rice_votes", "unanimous", "tied", "consensus"), int),
        **dict.fromkeys(("members", "participation", "rice", "agreement", "low", "high"), float),
        **dict.fromkeys(("expected", "corrected", "with_consensus"), float),
    }

    def told(self) -> Told:
        """The figures of each group, one group more closely where it is the only one."""
        tables = [Table("Cohesion", _COLUMNS, tuple(_row(g.name, g.all) for g in self.groups))]
        tables += _beside(self)
        if len(self.groups) == 1:
            tables += _closely(self.groups[0])
        else:
            tables += _over_time(self)
        title = "How united groups voted" if len(self.groups) > 1 else (
            f"{self.groups[0].name}: how united it voted"
        )  # fmt: skip
        return Told(
            title, f"{self.asked}: {self.bounds}.", tuple(map(_says, self.groups)), tuple(tables),
            tuple(_notes(self)),
        )  # fmt: skip

    def columns(self) -> Columns:
        """A row for each group and part of the votes: all, decades, sessions, issues."""
        rows = [
            {"group": group.code, "cut": cut, "listed_as_of": group.listed_as_of,
             **{name: getattr(part, name) for name in Cut.__struct_fields__}}
            for group in self.groups
            for cut, parts in (("all", (group.all,)), ("decade", group.decades),
                               ("session", group.sessions), ("issue", group.issues))
            for part in parts
        ]  # fmt: skip
        return columns_of(rows, ("group", "cut", "listed_as_of", *Cut.__struct_fields__))


_COLUMNS = (
    "", "votes", "members, mean", "Rice", "agreement", "95 per cent", "by chance", "corrected",
    "unanimous", "ties", "took part",
)  # fmt: skip


def _row(label: str, cut: Cut) -> tuple[Cell, ...]:
    if cut.agreement is None:
        why = "too few votes"
        return (label, cut.votes, _mean(cut.members), None, why, *[None] * 6)
    return (
        label, cut.votes, _mean(cut.members), cut.rice, cut.agreement, _bounds(cut), cut.expected,
        cut.corrected, _share(cut.unanimous, cut.votes), cut.tied, _per_cent(cut.participation),
    )  # fmt: skip


def _mean(members: float) -> Cell:
    """How many members voted on the mean; a whole number where it is one."""
    return int(members) if members == int(members) else f"{members:.1f}"


def _bounds(cut: Cut) -> str | None:
    return f"{cut.low:.2f} to {cut.high:.2f}" if cut.low is not None else None


def _share(part: int, of: int) -> str:
    return _per_cent(part / of) if of else "–"


def _per_cent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f}%"


def _says(group: Cohesion) -> str:
    cut = group.all
    if cut.votes == 0:
        return f"{group.name}: in none of these votes two members or more took a position."
    votes = counted(cut.votes, "vote")
    if cut.agreement is None:
        return f"{group.name}: two members or more took a position in {votes}, too few for figures."
    corrected = "" if cut.corrected is None else f", {cut.corrected:.2f} corrected by chance"
    return _minus(
        f"{group.name}: all members who took a position took the same one in "
        f"{_share(cut.unanimous, cut.votes)} of {votes}; agreement index "
        f"{cut.agreement:.2f}{corrected}."
    )


def _minus(words: str) -> str:
    return words.replace(" -", " \u2212")


def _beside(found: Blocs) -> Iterator[Table]:
    rows = [
        (group.name, cut.votes, cut.consensus, cut.agreement, cut.with_consensus)
        for group in found.groups
        if (cut := group.recorded) is not None and cut.with_consensus is not None
    ]
    if rows:
        columns = ("", "votes", "adopted without a vote", "agreement", "agreement with them")
        sessions = ", ".join(found.consensus_sessions)
        yield Table(
            f"Beside: adoptions without a vote as agreement, sessions {sessions}", columns,
            tuple(rows), "An adoption without a vote is no recorded position of any State.",
        )  # fmt: skip


def _over_time(found: Blocs) -> Iterator[Table]:
    """Several groups side by side: agreement and its correction by decade and by issue."""
    if len(found.groups) > _MOST_BESIDE:
        yield _by_decade(found)
        return
    for title, of in (("decade", "decades"), ("issue", "issues")):
        labels = sorted({cut.label for group in found.groups for cut in getattr(group, of)})
        rows = tuple(
            (label, *(_short(getattr(group, of), label) for group in found.groups))
            for label in labels
        )
        if rows:
            columns = ("", *(group.code for group in found.groups))
            yield Table(f"Agreement index, corrected by chance in brackets, by {title}", columns,
                        rows)  # fmt: skip


def _by_decade(found: Blocs) -> Table:
    """Many groups: a row each."""
    decades = sorted({cut.label for group in found.groups for cut in group.decades})
    rows = tuple(
        (group.code, *(_short(group.decades, label) for label in decades)) for group in found.groups
    )
    return Table(
        "Agreement index, corrected by chance in brackets, by decade", ("", *decades), rows,
        "Name fewer groups to have them by issue, or write CSV or JSON.",
    )  # fmt: skip


def _short(cuts: tuple[Cut, ...], label: str) -> str | None:
    cut = next((each for each in cuts if each.label == label), None)
    if cut is None:
        return None
    if cut.agreement is None:
        return "too few"
    corrected = "–" if cut.corrected is None else f"{cut.corrected:.2f}"
    return _minus(f"{cut.agreement:.2f} ({corrected})").replace("(-", "(\u2212")


def _closely(group: Cohesion) -> Iterator[Table]:
    for title, cuts in (("decade", group.decades), ("session", group.sessions),
                        ("issue", group.issues)):  # fmt: skip
        if cuts:
            yield Table(f"By {title}", _COLUMNS, tuple(_row(cut.label, cut) for cut in cuts))
    yield _members(group)
    if group.departures:
        yield _departures(group)


def _members(group: Cohesion) -> Table:
    """Those that stood apart most often, by share of their votes."""
    rows = tuple(
        (each.name, each.votes, each.against, _share(each.against, each.votes), each.opposed,
         each.alone, each.silent)
        for each in group.members[:_MOST_MEMBERS]
    )  # fmt: skip
    columns = ("", "votes", "apart", "of votes", "opposed", "alone", "took none")
    left = len(group.members) - len(rows)
    return Table(
        "Members by how often they stood apart from the group\u2019s first position", columns, rows,
        f"{counted(left, 'other')} less often." if left > 0 else None,
    )  # fmt: skip


def _departures(group: Cohesion) -> Table:
    """The latest votes in which members stood apart."""
    rows = tuple(
        (long_date(each.date) if each.date else None, each.symbol or each.vote, each.title,
         each.first, f"{each.yes}-{each.no}-{each.abstain}", _apart(each))
        for each in reversed(group.departures[-_MOST_DEPARTURES:])
    )  # fmt: skip
    columns = ("date", "text", "title", "group", "yes-no-abstain", "apart")
    return Table(
        f"The latest of {counted(len(group.departures), 'vote')} in which a member stood apart",
        columns, rows,
    )  # fmt: skip


def _apart(departure: Departure) -> str:
    named = [f"{name_of(code)} ({position})" for code, position in departure.apart]
    return some(named, _MOST_NAMES)


def _notes(found: Blocs) -> Iterator[str]:
    yield (
        "Rice: the difference of yes and no over their sum (Rice 1928). Agreement: 1 where all "
        "take one position, 0 where they are split evenly over yes, abstain and no (Hix, Noury and "
        "Roland 2005). By chance: what it would be if each member drew from the whole "
        "Assembly\u2019s positions on that vote; corrected: what was reached of the rest."
    )
    yield (
        "Votes in which fewer than two members took a position are not counted. Members are those "
        "of the day of the vote. Where two positions are equal first nobody stands apart. Not "
        f"voting is no position. Below {counted(found.minimum, 'vote')} no figure is given."
    )
    if found.consensus:
        yield "Adoptions without a vote are counted as agreement where they are known."
    for group in found.groups:
        if group.listed_as_of:
            yield (
                f"{group.name}: when each member joined is not known; the list of "
                f"{group.listed_as_of} is used for every year."
            )
        elif group.precision == "year":
            yield f"{group.name}: some dates of joining are known by their year only."
        if group.note:
            yield f"{group.name}: {group.note}"
