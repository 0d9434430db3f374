"""Resolutions → a page about them: ``brief`` makes a Report, ``to_html`` and its like render it."""
