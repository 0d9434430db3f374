"""The templates of pages: read from a package, every word escaped, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined

from counterdraft.text.printable import printable

STYLE = "page.css"  # what a template includes for the look that all pages share


def templates(package: str) -> Environment:
    """An environment that reads the folder ``templates`` of a package, and the shared style.

    A name that is not defined is an error; characters that HTML does not allow are replaced.
    """
    return Environment(
        loader=FunctionLoader(_reader(package)),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_clean,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _reader(package: str) -> Callable[[str], str]:
    def read(name: str) -> str:
        folder = files("counterdraft.pages") if name == STYLE else files(package) / "templates"
        return (folder / name).read_text(encoding="utf-8")

    return read


def _clean(value: object) -> object:
    """What an expression of a template prints: plain text without forbidden characters."""
    return printable(value) if type(value) is str else value
