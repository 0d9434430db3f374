"""The help of a command, its options in groups, the same for an option in every command.

An option may name another group by ``rich_help_panel``; one that stands in no group comes first.
"""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand

FIRST = "Options"
_GROUPS = {
    "Other texts and sources": (
        "--against", "--previous", "--rival", "--mandate", "--corpus", "--registers", "--register",
        "--series", "--metadata",
    ),
    "Which texts or votes": (
        "--organ", "--body", "--session", "--sessions", "--since", "--until", "--title",
        "--subject", "--issue", "--matter", "--mode", "--phrase", "--addressee", "--symbol",
        "--limit",
    ),
    "Reading": (
        "--part", "--part-a", "--part-b", "--part-previous", "--whole", "--view", "--language",
        "--offline",
    ),
    "Writing": (
        "--output", "--format", "--to", "--force", "--rows", "--profile", "--bom", "--author",
        "--date", "--look", "--exit-code", "--with-text", "--save",
    ),
    "Help": ("--help",),
}  # fmt: skip
_OF = {option: group for group, options in _GROUPS.items() for option in options}


class Grouped(TyperCommand):
    """A command whose help has its options in groups."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Arguments, the options of no group, then each group in its order."""
        found: dict[str, list[tuple[str, str]]] = {
            name: [] for name in ("Arguments", FIRST, *_GROUPS)
        }
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None:
                found[_group(parameter)].append(record)
        for name, records in found.items():
            if records:
                with formatter.section(name):
                    formatter.write_dl(records)


def _group(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return "Arguments"
    named = getattr(parameter, "rich_help_panel", None)
    return named or next((_OF[option] for option in parameter.opts if option in _OF), FIRST)
