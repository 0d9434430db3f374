"""Resolutions → files that others read: AKN4UN, DOCX, Markdown, JSON, CSV, plain text."""
