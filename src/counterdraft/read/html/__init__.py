"""The parts of ``from_html``: a page's bytes → its tree → runs of text → blocks."""
