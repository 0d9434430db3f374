"""The environment → the folder of the corpus, where the person names none."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from counterdraft.errors import SettingsError

VARIABLE = "COUNTERDRAFT_CORPUS"


def default_folder(environ: Mapping[str, str] | None = None, platform: str = sys.platform) -> Path:
    """What ``$COUNTERDRAFT_CORPUS`` names, else ours in the platform's folder for data.

    Raises SettingsError where there is no home folder.
    """
    environ = os.environ if environ is None else environ
    named = environ.get(VARIABLE)
    return Path(named) if named else _data_folder(environ, platform) / "counterdraft" / "corpus"


def _data_folder(environ: Mapping[str, str], platform: str) -> Path:
    base = Path(environ.get("XDG_DATA_HOME", ""))
    if base.is_absolute():  # a relative one is to be ignored, says the XDG specification
        return base
    if platform == "win32" and environ.get("LOCALAPPDATA"):
        return Path(environ["LOCALAPPDATA"])
    if platform == "darwin":
        return _home(environ) / "Library" / "Application Support"
    return _home(environ) / ".local" / "share"


def _home(environ: Mapping[str, str]) -> Path:
    try:
        return Path(environ.get("HOME") or Path.home())
    except RuntimeError:
        raise SettingsError(
            "there is no home folder", place="HOME", remedy=f"Set HOME or {VARIABLE}"
        ) from None
