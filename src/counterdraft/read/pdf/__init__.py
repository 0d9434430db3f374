"""A PDF's pages → lines in reading order, notes and furniture apart → paragraphs."""
