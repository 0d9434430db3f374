"""What stands before a resolution's text, as lines: the ground of Markdown and plain text.

In: a resolution and its document. Out: its masthead, each line what a text of the
United Nations says so.
"""

from __future__ import annotations

from counterdraft.draft.submitted import submitted
from counterdraft.export.wording import listed, long_date, session_words
from counterdraft.model import Document, Resolution
from counterdraft.wording.sponsors import told_sponsors


def head(resolution: Resolution, document: Document) -> tuple[list[str], str | None]:
    """Its masthead, and its title; nothing of an amendment document, whose own lines have both."""
    if resolution.kind == "amendment":
        return [], None
    return masthead(resolution, document), resolution.title


def masthead(resolution: Resolution, document: Document) -> list[str]:
    """Symbol, date, session, agenda item, committee, and who submits it: those that are known."""
    lines = [
        resolution.symbol,
        _dated(resolution),
        session_words(resolution),
        resolution.committee,
        f"Agenda item {resolution.agenda_item}" if resolution.agenda_item else None,
        _sponsored(resolution) or submitted(resolution, document),
    ]
    return [line for line in lines if line]


def _dated(resolution: Resolution) -> str | None:
    """The date of issue, or whose resolution it is since when."""
    date = long_date(resolution.date)
    if date is None or resolution.kind != "resolution":
        return date
    by = f" by the {resolution.organ}" if resolution.organ else ""
    return f"Resolution adopted{by} on {date}"


def _sponsored(resolution: Resolution) -> str | None:
    """Whose draft it is; an adopted text does not say whose it was, whatever its file knows."""
    if not resolution.sponsors or resolution.kind != "draft":
        return None
    kind = "decision" if resolution.decision else "resolution"
    return f"{listed(told_sponsors(resolution))}: draft {kind}"
