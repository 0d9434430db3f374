"""Ideal points of states from their votes, moving from session to session."""
