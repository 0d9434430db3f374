"""Claims about votes: how one is read, and whether the figures bear it out."""
