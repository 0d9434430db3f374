"""The commands ``votes compare``, ``state``, ``blocs`` and ``ideal``: who votes with whom."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from itertools import chain
from typing import TYPE_CHECKING, Annotated

import typer

from counterdraft.cli.failures import errors_said
from counterdraft.cli.forms import form_option
from counterdraft.cli.options import Folder, Force, given_for
from counterdraft.cli.output import chosen_form, deliver, written
from counterdraft.cli.progress import say
from counterdraft.cli.terminal import terminal_of
from counterdraft.cli.votes_options import Session, Since, Subject, Title, Until
from counterdraft.model.given import date_given
from counterdraft.model.rollcall import Matter

if TYPE_CHECKING:
    from counterdraft.jobs.vote_blocs import Result


class FigureForm(StrEnum):
    """How figures are written."""

    text = "text"
    md = "md"
    json = "json"
    csv = "csv"
    svg = "svg"
    png = "png"


class VotedOn(StrEnum):
    """What was voted on."""

    text = "text"
    paragraph = "paragraph"
    amendment = "amendment"
    motion = "motion"
    other = "other"
    all = "all"


class IndexName(StrEnum):
    """An index of agreement."""

    same = "same"
    half = "half"
    s = "s"
    kappa = "kappa"
    pi = "pi"


_ENDINGS = {
    ".txt": FigureForm.text, ".md": FigureForm.md, ".markdown": FigureForm.md,
    ".json": FigureForm.json, ".csv": FigureForm.csv, ".svg": FigureForm.svg,
    ".png": FigureForm.png,
}  # fmt: skip
_MATTERS: dict[VotedOn, tuple[Matter, ...]] = {
    VotedOn.text: ("text", "unknown"), VotedOn.paragraph: ("paragraph",),
    VotedOn.amendment: ("amendment",), VotedOn.motion: ("motion",), VotedOn.other: ("other",),
}  # fmt: skip

Issue = Annotated[
    str | None, typer.Option("--issue", metavar="NAME", help="An issue: its code, or words of it.")
]
Body = Annotated[
    str | None, typer.Option("--body", metavar="NAME", help="Of this body; else the plenary.")
]
On = Annotated[
    list[VotedOn] | None,
    typer.Option("--matter", help="Votes on what; else on whole texts. May be said again."),
]
Minimum = Annotated[
    int, typer.Option("--minimum", metavar="N", min=1, help="No figure of fewer votes.")
]
Consensus = Annotated[
    bool, typer.Option("--consensus", help="Count adoptions without a vote as agreement.")
]
Apart = Annotated[
    bool, typer.Option("--apart", help="Members that followed each other on a seat: each alone.")
]
Output = Annotated[
    str | None,
    written("Where to write it: .md .json .csv .svg .png .txt."),
]
Form = Annotated[
    FigureForm | None,
    form_option(FigureForm),
]
States = Annotated[
    list[str], typer.Argument(metavar="STATES…", help="Two or more, by name or ISO code.")
]


def compare(
    states: States, folder: Folder = None, since: Since = None, until: Until = None,
    sessions: Session = None, issue: Issue = None, subject: Subject = None, title: Title = None,
    body: Body = None, matter: On = None, consensus: Consensus = False, apart: Apart = False,
    minimum: Minimum = 10,
    index: Annotated[
        IndexName, typer.Option("--index", help="Which index is drawn in a picture.")
    ] = IndexName.half,
    output: Output = None, form: Form = None, force: Force = False,
) -> None:  # fmt: skip
    """Show how much states agree in votes.

    Abstentions and chance are accounted for.
    """
    from counterdraft.jobs.vote_blocs import Asked, compare_states

    asked = Asked(
        folder, _date(since, "--since"), _date(until, "--until"), sessions, issue, subject, title,
        body, _matters(matter), minimum, consensus, apart,
    )  # fmt: skip
    _answer(lambda: compare_states(asked, states), output, form, index.value, force=force)


def state(
    name: Annotated[str, typer.Argument(metavar="STATE", help="By name or ISO code.")],
    folder: Folder = None, since: Since = None, until: Until = None, sessions: Session = None,
    issue: Issue = None, subject: Subject = None, title: Title = None, body: Body = None,
    matter: On = None, apart: Apart = False, minimum: Minimum = 10,
    few: Annotated[
        int, typer.Option("--few", metavar="N", min=1, help="States of a small minority at most.")
    ] = 5,
    output: Output = None, form: Form = None, force: Force = False,
) -> None:  # fmt: skip
    """Show how a state voted, with whom, and where it stood alone.

    And on what it moved.
    """
    from counterdraft.jobs.vote_blocs import Asked, state_record

    asked = Asked(
        folder, _date(since, "--since"), _date(until, "--until"), sessions, issue, subject, title,
        body, _matters(matter), minimum, apart=apart,
    )  # fmt: skip
    _answer(lambda: state_record(asked, name, few), output, form, None, force=force)


def blocs(
    groups: Annotated[
        list[str] | None,
        typer.Argument(metavar="GROUPS…", help="EU, NAM, …; CUB,IRN,VNM; FILE.toml; else all."),
    ] = None,
    folder: Folder = None, since: Since = None, until: Until = None, sessions: Session = None,
    issue: Issue = None, subject: Subject = None, title: Title = None, body: Body = None,
    matter: On = None, consensus: Consensus = False, apart: Apart = False, minimum: Minimum = 10,
    departures: Annotated[
        bool, typer.Option("--departures", help="Draw who stood apart from one group, and when.")
    ] = False,
    output: Output = None, form: Form = None, force: Force = False,
) -> None:  # fmt: skip
    """Show how united groups of states vote, and who stands apart."""
    from counterdraft.jobs.vote_blocs import Asked, united_blocs

    asked = Asked(
        folder, _date(since, "--since"), _date(until, "--until"), sessions, issue, subject, title,
        body, _matters(matter), minimum, consensus, apart,
    )  # fmt: skip
    picture = "apart" if departures else None
    _answer(lambda: united_blocs(asked, groups or ()), output, form, picture, force=force)


def ideal(
    states: Annotated[
        list[str] | None,
        typer.Argument(metavar="STATES…", help="Whose points are told over time; else a session."),
    ] = None,
    strip: Annotated[
        str | None,
        typer.Option("--strip", metavar="SESSION", help="All states of this one; else the last."),
    ] = None,
    anchor: Annotated[
        str | None,
        typer.Option("--anchor", metavar="STATE", help="A state to be on the positive side."),
    ] = None,
    bridge: Annotated[
        bool, typer.Option("--bridge", help="Texts of one title have one content over the years.")
    ] = False,
    folder: Folder = None, since: Since = None, until: Until = None, sessions: Session = None,
    issue: Issue = None, subject: Subject = None, title: Title = None, body: Body = None,
    matter: On = None, apart: Apart = False, minimum: Minimum = 10, output: Output = None,
    form: Form = None, force: Force = False,
) -> None:  # fmt: skip
    """Estimate ideal points of states from their votes.

    Where they stand on the line that explains their votes best.
    """
    from counterdraft.jobs.vote_blocs import Asked, ideal_points

    asked = Asked(
        folder, _date(since, "--since"), _date(until, "--until"), sessions, issue, subject, title,
        body, _matters(matter), minimum, apart=apart,
    )  # fmt: skip
    _answer(
        lambda: ideal_points(
            asked, states or (), say, session=strip, anchor=anchor, bridge=bridge
        ),
        output, form, "strip" if strip else None, force=force,
    )  # fmt: skip


def _date(said: str | None, option: str) -> str | None:
    with given_for(option):
        return date_given(said, option)


def _matters(said: list[VotedOn] | None) -> tuple[Matter, ...]:
    """Whole texts, with those of which it is not told, unless something else is said."""
    if said and VotedOn.all in said:
        return tuple(dict.fromkeys(chain.from_iterable(_MATTERS.values())))
    return tuple(
        matter for each in dict.fromkeys(said or [VotedOn.text]) for matter in _MATTERS[each]
    )


def _answer(
    ask: Callable[[], Result], output: str | None, form: FigureForm | None, picture: str | None,
    *, force: bool,
) -> None:  # fmt: skip
    """Ask, and put the answer where it is wanted in the form that is wanted."""
    from counterdraft.jobs.vote_blocs import in_form

    chosen = chosen_form(form, output, _ENDINGS, FigureForm.text)
    with errors_said():
        width = terminal_of(output).width
        deliver(in_form(ask(), chosen.value, width=width, picture=picture), output, force=force)
