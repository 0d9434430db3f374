"""Votes on one subject over the years: finding them, their history, who sponsors them."""
