"""``counterdraft votes``: roll-calls in, and what they show."""

from __future__ import annotations

import typer

from counterdraft.cli import vote_blocs

votes = typer.Typer(
    name="votes",
    help="Roll-calls: what the votes were, and what moved.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
votes.command()(vote_blocs.state)
votes.command()(vote_blocs.compare)
votes.command()(vote_blocs.blocs)
votes.command()(vote_blocs.ideal)
