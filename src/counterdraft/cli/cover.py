"""The command ``cover``: what a text says and does not say of the topics of a mandate."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from counterdraft.cli.failures import end_with, errors_said
from counterdraft.cli.forms import form_option
from counterdraft.cli.options import Force, Language, Offline, Part, TrackedView, View, only
from counterdraft.cli.output import chosen_form, deliver, written
from counterdraft.cli.progress import say
from counterdraft.cli.terminal import terminal_of
from counterdraft.jobs.parse import Choices

if TYPE_CHECKING:
    from counterdraft.errors import CounterdraftError
    from counterdraft.jobs.cover import Covered


class CoverFormat(StrEnum):
    """How ``cover`` shows what it finds."""

    terminal = "terminal"
    markdown = "markdown"
    json = "json"
    svg = "svg"
    png = "png"


_ENDINGS = {
    ".md": CoverFormat.markdown, ".markdown": CoverFormat.markdown, ".json": CoverFormat.json,
    ".txt": CoverFormat.terminal, ".svg": CoverFormat.svg, ".png": CoverFormat.png,
}  # fmt: skip


class Checked(NamedTuple):
    """A mandate, the registers in which its concepts are looked for, and the faults found there."""

    mandate: str
    registers: tuple[str, ...]
    faults: list[CounterdraftError]


def cover(
    file: Annotated[
        str | None, typer.Argument(metavar="FILE", help="A file, -, an address, or a symbol.")
    ] = None,
    mandates: Annotated[
        list[str] | None,
        typer.Option(
            "--mandate", metavar="NAME", help="The list: a name of --list, or a .toml file."
        ),
    ] = None,
    against: Annotated[
        list[str] | None,
        typer.Option("--against", metavar="OTHER", help="A rival to show beside it."),
    ] = None,
    previous: Annotated[
        list[str] | None,
        typer.Option("--previous", metavar="OTHER", help="The last text of its own series."),
    ] = None,
    output: Annotated[
        str | None,
        written("Where to write it: .md, .json, .txt, .svg, .png."),
    ] = None,
    form: Annotated[
        CoverFormat | None,
        form_option(CoverFormat),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="How each topic is recognised, and why each degree.")
    ] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Every place, and not the strongest alone.")
    ] = False,
    whole: Annotated[
        bool, typer.Option("--whole", help="All of the documents, not the draft in them alone.")
    ] = False,
    listing: Annotated[
        bool, typer.Option("--list", help="The mandates that ship, and where they come from.")
    ] = False,
    registers: Annotated[
        list[str] | None,
        typer.Option(
            "--registers", metavar="PATH",
            help="A file of the UNBIS thesaurus, or a folder that keeps it; else the usual.",
        ),
    ] = None,
    part: Part = None,
    part_b: Annotated[
        int | None,
        typer.Option(
            "--part-b",
            metavar="N",
            min=1,
            help="Which resolution of OTHER, where it holds several.",
        ),
    ] = None,
    force: Force = False,
    view: View = TrackedView.final,
    language: Language = "en",
    offline: Offline = False,
) -> None:  # fmt: skip
    """Show which topics of a list a text speaks of, and which not.

    Such a list is called a mandate; several ship, see --list.
    """
    chosen = chosen_form(form, output, _ENDINGS, CoverFormat.terminal)
    if mandates and len(mandates) > 1:
        said = "a text is held against one at a time; a brief takes several"
        raise typer.BadParameter(said, param_hint="--mandate")
    mandate = mandates[0] if mandates else None
    rival, before = only(against, "--against"), only(previous, "--previous")
    _check(file, mandate, rival, before, listing=listing, explain=explain)
    _check_parts(rival or before, part, part_b, whole=whole)
    checked = Checked(str(mandate), tuple(registers or ()), [])
    with errors_said():
        if listing:
            return deliver(_listed(output).encode(), output, force=force)
        if file is None:
            deliver(_explained(checked, output).encode(), output, force=force)
        else:
            choices = Choices(view.value, language, offline, say)
            covered = _covered(file, checked, rival, before, choices, part, part_b, whole=whole)
            data = _made(covered, chosen, output, everything=everything, explain=explain)
            deliver(data, output, force=force)
    return end_with(checked.faults)


def _check(
    file: str | None, mandate: str | None, against: str | None, previous: str | None, *,
    listing: bool, explain: bool,
) -> None:  # fmt: skip
    if listing:
        return
    if mandate is None:
        said = "say what to hold it against: a .toml file, or a name of counterdraft cover --list"
        raise typer.BadParameter(said, param_hint="--mandate")
    if file is None and not explain:
        raise typer.BadParameter("say which, or --explain the mandate alone", param_hint="FILE")
    if against is not None and previous is not None:
        raise typer.BadParameter("say it alone, without --against", param_hint="--previous")


def _check_parts(other: str | None, part: int | None, part_b: int | None, *, whole: bool) -> None:
    if part_b is not None and other is None:
        hint = "it is of the text that --against or --previous names"
        raise typer.BadParameter(hint, param_hint="--part-b")
    if whole and (part is not None or part_b is not None):
        raise typer.BadParameter("the whole document has no parts", param_hint="--whole")


def _covered(
    file: str, checked: Checked, against: str | None, previous: str | None, choices: Choices,
    part: int | None, part_b: int | None, *, whole: bool,
) -> Covered:  # fmt: skip
    from counterdraft.jobs.cover import Asked, cover_files

    name = against if previous is None else previous
    other = None if name is None else Asked(name, part_b, whole, "--part-b")
    return cover_files(
        Asked(file, part, whole), checked.mandate, choices, other=other,
        relation="rival" if previous is None else "predecessor",
        registers=checked.registers, fault=checked.faults.append,
    )  # fmt: skip


def _made(
    covered: Covered, form: CoverFormat, output: str | None, *, everything: bool, explain: bool
) -> bytes:
    from counterdraft.jobs.cover import in_form, on_terminal

    if form is not CoverFormat.terminal:
        return in_form(covered, form.value, everything=everything, explain=explain)
    terminal = terminal_of(output)
    return on_terminal(
        covered, everything=everything, explain=explain, width=terminal.width,
        colour=terminal.colour,
    ).encode()  # fmt: skip


def _explained(checked: Checked, output: str | None) -> str:
    from counterdraft.jobs.cover import explained

    terminal = terminal_of(output)
    return explained(
        checked.mandate, width=terminal.width, colour=terminal.colour,
        registers=checked.registers, fault=checked.faults.append,
    )  # fmt: skip


def _listed(output: str | None) -> str:
    from counterdraft.jobs.cover import listed

    return listed(width=terminal_of(output).width)
