"""Two resolutions against each other: what stayed, what was edited, and what that means."""
