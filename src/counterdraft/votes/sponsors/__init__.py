"""Who sponsors the texts of a series of votes."""
