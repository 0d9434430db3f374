"""A resolution and a corpus → where each of its clauses stood before: ``trace.trace``."""
