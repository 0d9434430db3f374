"""Public registers brought into a folder."""

from __future__ import annotations

from counterdraft.fetch.vote_files import register_files
from counterdraft.jobs.sync_votes import Brought, SyncVotes, sync_place


def sync_registers(source: str, choices: SyncVotes) -> Brought:
    """Bring what is new of a source into the folder, in all as ``sync_votes`` does."""
    return sync_place(register_files()[source], choices)
