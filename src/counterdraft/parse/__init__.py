"""Document → Resolutions."""
