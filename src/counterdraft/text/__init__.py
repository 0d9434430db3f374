"""Text as such: put together, taken to words, read in signs and phrases, made printable."""
