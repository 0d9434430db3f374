"""The sections of a brief, a module each; ``registry`` holds their order."""
