"""Series whose votes ship with Counterdraft: one table each, every row with its source."""
