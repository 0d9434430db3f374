"""Facts that ship with Counterdraft: small tables, each fact with its source."""
