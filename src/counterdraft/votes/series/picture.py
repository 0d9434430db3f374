"""A history → a picture: for each text a bar of all Members, by what they did.

What was adopted without a vote has a mark of its own, an empty bar: nobody's position is known.
Every year from the first to the last has a place, so that what is not known shows as a gap.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from counterdraft.charts.look import INK, POSITION_COLOURS, SOFT
from counterdraft.charts.render import png_of, svg_of
from counterdraft.model.history import History, members_of
from counterdraft.model.vote import Vote
from counterdraft.text.wording import shortened
from counterdraft.votes.claims.numbers import label_of
from counterdraft.votes.series import told
from counterdraft.votes.series.texts import name_of

_HEIGHT, _WIDE, _TITLE = 300, 760, 95
_FEW, _MOST = 34, 90  # bars that have their numbers in them, and places of years
_ROOM = 0.055  # of all Members: below it a part of a bar has no room for its number
_SIDES = {"yes": "in favour", "abstain": "abstaining", "no": "against", "not voting": "not voting"}
_HOLLOW = {"without": "without a vote", "inferred": "without a vote (inferred)"}


class Drawn(NamedTuple):
    """The bars, one row a part of one, and the marks of what has no figures."""

    bars: list[dict[str, Any]]
    marks: list[dict[str, Any]]
    places: list[str]


def to_svg(history: History) -> str:
    """The picture as SVG, with all of it in words for those who do not see it."""
    return svg_of(chart(history), told.heading(history), described(history))


def to_png(history: History) -> bytes:
    """The picture as PNG."""
    return png_of(chart(history))


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


def drawn(history: History) -> Drawn:
    """What stands where."""
    votes = [each.vote for each in history.years]
    labels = _labels(votes)
    bars, marks = [], []
    for vote, label in zip(votes, labels, strict=True):
        base = members_of(vote)
        if vote.tally is None or not base:
            kind = "inferred" if vote.inferred else "without"
            known = vote.mode == "without a vote"
            marks.append({"place": label, "kind": _HOLLOW[kind] if known else _unknown(vote),
                          "text": name_of(vote)})  # fmt: skip
        else:
            bars += _parts(vote, label, base)
    return Drawn(bars, marks, _places(labels))


def _unknown(vote: Vote) -> str:
    """What is wanting for a bar: figures, or of how many Members they are shares."""
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


def _parts(vote: Vote, label: str, base: int) -> list[dict[str, Any]]:
    tally = vote.tally
    if tally is None:
        return []
    silent = tally.not_voting
    if silent is None:
        silent = max(base - tally.yes - tally.no - tally.abstain, 0)
    numbers = {"yes": tally.yes, "abstain": tally.abstain, "no": tally.no, "not voting": silent}
    parts, at = [], 0.0
    for order, (side, number) in enumerate(numbers.items()):
        share = number / base
        parts.append({
            "place": label, "side": _SIDES[side], "order": order, "share": share, "low": at,
            "middle": at + share / 2, "high": at + share, "number": number, "text": name_of(vote),
            "shown": str(number) if share >= _ROOM else "",
        })  # fmt: skip
        at += share
    return parts


def _data(rows: list[dict[str, Any]]) -> Any:
    import altair as alt

    return alt.Data(values=rows)  # type: ignore[no-untyped-call]


def chart(history: History) -> Any:
    """The picture as a chart of Altair."""
    import altair as alt

    found = drawn(history)
    step = max(_WIDE / max(len(found.places), 1), 9)
    place = alt.X(
        "place:O", sort=None, title=None,
        scale=alt.Scale(domain=found.places, paddingInner=0.12, paddingOuter=0.1),
        axis=alt.Axis(labelAngle=0 if step >= 34 else -90, ticks=False, grid=False),
    )  # fmt: skip
    layers = [_bars(found, place), _half(), *_hollow(found, place)]
    if len(found.places) <= _FEW:
        layers.append(_numbers(found, place))
    return alt.layer(*layers).properties(
        width=max(min(step * len(found.places), _WIDE), 240), height=_HEIGHT, title=_title(history),
    )  # fmt: skip


def _title(history: History) -> Any:
    import altair as alt

    title = shortened(history.series.title, _TITLE)
    until = f", as of {history.as_of}" if history.as_of else ""
    return alt.TitleParams(
        title,
        subtitle=f"{history.series.body}: votes on the whole text, as shares of all Members{until}",
    )


def _bars(found: Drawn, place: Any) -> Any:
    import altair as alt

    colours = [POSITION_COLOURS[side] for side in _SIDES]
    return alt.Chart(_data(found.bars)).mark_bar().encode(
        place,
        alt.Y("low:Q", title="share of all Members", scale=alt.Scale(domain=[0, 1]),
              axis=alt.Axis(format="%", values=[0, 0.25, 0.5, 0.75, 1])),
        alt.Y2("high:Q"),
        alt.Color("side:N", title=None,
                  scale=alt.Scale(domain=list(_SIDES.values()), range=colours),
                  legend=alt.Legend(orient="bottom", direction="horizontal")),
    )  # fmt: skip


def _numbers(found: Drawn, place: Any) -> Any:
    import altair as alt

    # Dark letters on the light colours, light ones on the dark.
    dark = alt.condition(
        "datum.side == 'in favour' || datum.side == 'against'", alt.value("#ffffff"), alt.value(INK)
    )
    return (
        alt.Chart(_data(found.bars))
        .mark_text(fontSize=10.5)
        .encode(place, alt.Y("middle:Q"), alt.Text("shown:N"), color=dark)
    )


def _half() -> Any:
    import altair as alt

    return (
        alt.Chart(_data([{"half": 0.5}]))
        .mark_rule(strokeDash=[5, 4], color=INK, strokeWidth=1)
        .encode(alt.Y("half:Q"))
    )


def _hollow(found: Drawn, place: Any) -> list[Any]:
    """Empty bars with what they are written in them; dashed where it is inferred."""
    import altair as alt

    made = []
    for kind in dict.fromkeys(mark["kind"] for mark in found.marks):
        rows = [{**mark, "low": 0, "high": 1, "middle": 0.5} for mark in found.marks
                if mark["kind"] == kind]  # fmt: skip
        base = alt.Chart(_data(rows))
        dash = [1, 0] if kind == _HOLLOW["without"] else [3, 3]
        made.append(base.mark_bar(
            fill="#ffffff", stroke="#8a8a8a", strokeWidth=1, strokeDash=dash,
        ).encode(place, alt.Y("low:Q"), alt.Y2("high:Q")))  # fmt: skip
        made.append(base.mark_text(angle=270, fontSize=11, color=SOFT).encode(
            place, alt.Y("middle:Q"), alt.Text("kind:N")))  # fmt: skip
    return made
