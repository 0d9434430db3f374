"""The head of a brief: what a draft does, in at most five sentences."""
