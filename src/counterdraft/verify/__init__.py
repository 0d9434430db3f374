"""The stage ``verify``: the claims of a text, held against registers → verdicts."""
