"""Adopted texts on disk: added to, searched, and asked where a wording stands."""
