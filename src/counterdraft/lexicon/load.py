"""Reading the lexicon's TOML files: found in the package, checked, kept for the process."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from counterdraft.errors import LexiconError


@cache
def load(name: str) -> dict[str, Any]:
    """The table of ``name`` ("en/verbs", "force"), as parsed.

    Raises LexiconError where the file is missing or is not TOML.
    """
    resource = files("counterdraft.lexicon").joinpath(f"{name}.toml")
    try:
        return tomllib.loads(resource.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LexiconError("no such table", source=f"lexicon/{name}.toml") from None
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(str(error), source=f"lexicon/{name}.toml") from None
