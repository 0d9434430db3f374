"""Readers of accounts of votes, a module a source: bytes or rows → RollCalls and problems."""
