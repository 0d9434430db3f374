"""Pairing paragraphs by what they say, and words within them: the base of every comparison."""
