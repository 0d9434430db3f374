"""A corpus' votes and a question → agreement, cohesion, a record, ideal points, in a form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from counterdraft.disk.hand_written import hand_written
from counterdraft.jobs.votes import Where, asked_folder, votes_of
from counterdraft.lexicon.blocs import Bloc, bloc_of, blocs, blocs_in, codes_of
from counterdraft.model.given import Name, days_given, names, several
from counterdraft.model.rollcall import Matter
from counterdraft.votes.together.choice import PLENARY, WHOLE, Choice, Chosen, chosen
from counterdraft.votes.together.result import Result
from counterdraft.votes.where import body_meant, matters_meant

__all__ = [
    "Asked", "Result", "blocs_named", "compare_states", "ideal_points", "in_form", "state_record",
    "united_blocs",
]  # fmt: skip

Say = Callable[[str], None]


class Asked(NamedTuple):
    """Which votes, as a person says it; see ``votes.together.choice``. ``folder``: the corpus.

    Every function that is asked with it raises BadQuery for a date, sessions,
    a body or a matter that is none.
    """

    folder: str | None = None
    since: str | None = None
    until: str | None = None
    sessions: str | None = None
    issue: str | None = None
    subject: str | None = None
    title: str | None = None
    body: str | None = None
    matters: tuple[Matter, ...] = WHOLE
    minimum: int = 10
    consensus: bool = False
    apart: bool = False


def _chosen(asked: Asked) -> Chosen:
    since, until = days_given(asked.since, asked.until)
    sessions = ",".join(map(str, several(asked.sessions))) or None
    body = PLENARY if asked.body is None else body_meant(asked.body)
    choice = Choice(
        since=since, until=until, sessions=sessions, issue=asked.issue,
        subject=asked.subject, title=asked.title, body=body, matters=matters_meant(asked.matters),
    )  # fmt: skip
    return chosen(votes_of(asked_folder(asked.folder), Where(bodies=(body,))), choice)


def compare_states(asked: Asked, states: Name | Sequence[str]) -> Result:
    """How much each two states agree; raises as ``votes.together.compare`` and ``votes_of`` do."""
    from counterdraft.votes.together.compare import compare

    states = names(states)
    _known(states)
    return compare(
        _chosen(asked), states, minimum=asked.minimum, consensus=asked.consensus, apart=asked.apart
    )


def state_record(asked: Asked, state: str, few: int = 5) -> Result:
    """The record of a state, with all groups that it is in."""
    from counterdraft.votes.together.record import record

    _known([state])
    groups = tuple(blocs().values())
    return record(_chosen(asked), state, groups, minimum=asked.minimum, few=few, apart=asked.apart)


def _known(states: Sequence[str]) -> None:
    """Raises UnknownState at once, before votes are read, which takes a while."""
    for each in states:
        codes_of(each)


def united_blocs(asked: Asked, groups: Name | Sequence[str]) -> Result:
    """How united groups voted, each named, listed, or in a file; all that are known without any."""
    from counterdraft.votes.together.cohesion import cohesion

    meant = [bloc for name in names(groups) for bloc in blocs_named(name)] or list(blocs().values())
    return cohesion(
        _chosen(asked), meant, minimum=asked.minimum, consensus=asked.consensus, apart=asked.apart
    )


def blocs_named(name: str) -> tuple[Bloc, ...]:
    """The groups of a file in TOML, or the one that a name or list means.

    Raises ReadError, LexiconError, UnknownBloc and UnknownState.
    """
    if not name.lower().endswith(".toml"):
        return (bloc_of(name),)
    return blocs_in(hand_written(Path(name)), name)


def ideal_points(
    asked: Asked, states: Name | Sequence[str], say: Say, *, session: str | None = None,
    anchor: str | None = None, bridge: bool = False,
) -> Result:  # fmt: skip
    """Ideal points by state and session; ``say`` is told when the estimator is compiled."""
    from counterdraft.votes.scaling import Wanted, scale

    states = names(states)
    _known([*states, *([anchor] if anchor else ())])
    wanted = Wanted(
        states=states, session=session, anchor=anchor, bridge=bridge, minimum=asked.minimum,
        apart=asked.apart,
    )  # fmt: skip
    return scale(_chosen(asked), wanted, say)


def in_form(found: Result, form: str, *, width: int = 100, picture: str | None = None) -> bytes:
    """A result as "text", "md", "json", "csv", "svg" or "png"; ``picture`` is which one is drawn.

    Raises NothingToCount where there is nothing to draw.
    """
    from counterdraft.votes.together import forms

    if form in {"svg", "png"}:
        return _drawn(found, form, picture)
    if form == "text":
        return forms.to_text(found.told(), width=width).encode("utf-8", "replace")
    if form == "md":
        return forms.to_markdown(found.told()).encode("utf-8", "replace")
    return (forms.to_csv if form == "csv" else forms.to_json)(found).encode("utf-8", "replace")


def _drawn(found: Result, form: str, picture: str | None) -> bytes:
    from counterdraft.charts.render import png_of, svg_of
    from counterdraft.votes.together.draw import draw

    drawn = draw(found, picture)
    if form == "png":
        return png_of(drawn.chart)
    return svg_of(drawn.chart, drawn.title, drawn.description).encode("utf-8")
