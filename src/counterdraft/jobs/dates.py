"""Whether what a person wrote is a date: the faces know of the base by jobs alone."""

from counterdraft.text.calendar import is_date, is_day

__all__ = ["is_date", "is_day"]
