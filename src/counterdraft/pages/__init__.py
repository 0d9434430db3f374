"""Pages in HTML: the look that they share, and how their templates are filled in."""
