"""Resolutions → files that others read: AKN4UN, Markdown, JSON, CSV, plain text."""
