"""Text: put together, read in signs and phrases, made printable; and findings put in words."""
