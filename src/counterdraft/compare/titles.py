"""What every form of a comparison calls its parts, and how much of each is shown first."""

from __future__ import annotations

NOTES = "Footnotes that differ"
BOTH = "To be read side by side"
ALONE = "Like nothing in the other by its words: {}"
WANTED = "What either asks of whom"
TERMS = "Words that {} alone has, in several places"
VERSIONS = "Read as two versions of one text: A before, B after."
RIVALS = "Read as rival texts."
CLOSING = "Compared by rules; what a change means is for you to judge."

MOST_LISTED = 10  # items of a list of rivals that are shown, or shown first
MOST_WANTED = 3  # requests of one by either text, likewise
