"""Text as such, before anything is known of resolutions."""
