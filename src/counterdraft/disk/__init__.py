"""Files that survive a crash, one writer at a time, and files that a person wrote."""
