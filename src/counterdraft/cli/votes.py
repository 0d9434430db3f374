"""``counterdraft votes``: roll-calls in, and what they show."""

from __future__ import annotations

import typer

from counterdraft.cli import vote_blocs, vote_history, votes_data, votes_sync

votes = typer.Typer(
    name="votes",
    help="Show how votes went, who moved, and who votes with whom.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
votes.command("import")(votes_data.import_)
votes.command()(votes_sync.sync)
votes.command()(votes_data.info)
votes.command()(votes_data.check)
votes.command()(votes_data.show)
votes.command()(votes_data.export)
votes.command()(vote_history.history)
votes.command()(vote_history.sponsors)
votes.command()(vote_blocs.state)
votes.command()(vote_blocs.compare)
votes.command()(vote_blocs.blocs)
votes.command()(vote_blocs.ideal)
