"""A history → one HTML page: the picture, the table, claims, who moved; nothing from elsewhere."""

from __future__ import annotations

from functools import cache

from jinja2 import Template
from markupsafe import Markup

from counterdraft import __version__
from counterdraft.model.history import History
from counterdraft.pages.template import templates
from counterdraft.votes.claims.told import claim_said
from counterdraft.votes.series import told
from counterdraft.votes.series.picture import to_svg


def to_html(history: History, *, everything: bool = False, version: str = __version__) -> str:
    """The history as one page, naming the tool's ``version``; every word is escaped."""
    return _template().render(
        history=history, everything=everything, heading=told.heading(history),
        summary=tuple(told.summary(history)),
        picture=Markup(to_svg(history)),  # noqa: S704 - drawn here, its words are escaped
        columns=told.COLUMNS, rows=tuple(told.rows(history.years)),
        others=tuple(told.rows(history.others)) if everything else (),
        claims=tuple(claim_said(check) for check in history.claims),
        changes=tuple(
            {
                "said": told.change_said(change, history), "notes": change.notes,
                "moves": tuple(told.moves_said(change)),
            }
            for change in history.changes
        ),
        sources=told.sources(history), generator=f"Counterdraft {version}",
    )  # fmt: skip


@cache
def _template() -> Template:
    return templates("counterdraft.votes.series").get_template("history.html.j2")
