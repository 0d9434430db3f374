"""The stage ``registers``: files of facts → dated entries, kept, and asked by what they are about."""
