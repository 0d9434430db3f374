"""Counterdraft, the workbench for United Nations resolutions."""

__version__ = "0.1.0"
