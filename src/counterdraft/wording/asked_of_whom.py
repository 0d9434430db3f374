"""What is called how where two texts are told by whom they ask."""

from __future__ import annotations

BY_BOTH = "Asked by both"
BY_ONE = "Asked by {} alone, under that name"
UNSETTLED = "Not known whether both ask the same"
NAMES = "What one text calls otherwise than the other may be the same."
ITSELF = "the organ itself"
