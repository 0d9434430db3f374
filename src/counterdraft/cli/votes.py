"""``counterdraft votes``: roll-calls in, and what they show."""

from __future__ import annotations

import typer

votes = typer.Typer(
    name="votes", help="Roll-calls: what the votes were, and what moved.", no_args_is_help=True
)
