"""Two resolutions → a Comparison: edits, what they shift, and every form to show it in."""
