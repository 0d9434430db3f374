"""What every form of a comparison calls its parts, and how much of each is shown first."""

from __future__ import annotations

NOTES = "Footnotes that differ"
BOTH = "To be read side by side"
ALONE = "Like nothing in the other by its words: {}"
WANTED = "What either asks of whom"
ASKED_BY_BOTH = "Asked by both"
ASKED_BY_ONE = "Asked by {} alone, under that name"
ASKED_UNSETTLED = "Not known whether both ask the same"
NAMES = "What one text calls otherwise than the other may be the same."
ITSELF = "the organ itself"
TERMS = "Words that {} alone has, in several places"
VERSIONS = "Read as two versions of one text: A before, B after."
RIVALS = "Read as rival texts."
CLOSING = "Compared by rules; what a change means is for you to judge."

MOST_LISTED = 10  # items of a list of rivals that are shown, or shown first
MOST_WANTED = 3  # requests of one by either text, likewise
