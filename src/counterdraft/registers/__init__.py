"""The stage ``registers``: files of facts → dated entries, kept to be asked."""
