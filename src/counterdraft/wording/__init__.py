"""How results are worded: counts, places, findings, coverage and sources → sentences."""
