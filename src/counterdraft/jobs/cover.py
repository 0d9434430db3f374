"""One source, or two, and a mandate → what each says of its topics, in the form asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from counterdraft.cover.cover import cover
from counterdraft.jobs.order import check_order
from counterdraft.jobs.parse import parse_if_any
from counterdraft.jobs.parts import one_of, tell_problems
from counterdraft.jobs.registers import Fault, concepts_at
from counterdraft.lexicon.mandate import Mandate
from counterdraft.lexicon.mandate_files import mandate_names, mandate_of, shipped
from counterdraft.model import Resolution
from counterdraft.model.coverage import Coverage, CoverageBeside
from counterdraft.model.given import Name
from counterdraft.model.shown import Printer
from counterdraft.read.load import USUAL, Choices


class Covered(NamedTuple):
    """What was found, by which mandate, and for each text the places of its picture."""

    found: Coverage | CoverageBeside
    mandate: Mandate
    columns: tuple[Sequence[str], ...]

    def _repr_pretty_(self, printer: Printer, _cycle: object) -> None:
        printer.text(f"<Covered: .found, by {self.mandate.id}, {self.found.in_a_line()}>")


class Asked(NamedTuple):
    """A text: its name, which resolution of it is meant, or all of the document (``whole``)."""

    name: str
    part: int | None = None
    whole: bool = False
    option: str = "--part"


def cover_files(
    asked: Asked | str, mandate: str, choices: Choices = USUAL, *,
    other: Asked | str | None = None,
    relation: Literal["rival", "predecessor"] = "rival",
    registers: Name | Iterable[Name] = (), fault: Fault | None = None,
) -> Covered:  # fmt: skip
    """Hold a text against a mandate, by name or file, and another beside it where one is given.

    A name alone is enough. A document without a resolution is read whole. A thesaurus is looked for
    in ``registers``, files or folders that keep some, else among those beside the usual corpus;
    ``fault`` is told of each concept of the mandate that it lacks, and without it the first is
    raised. Raises ReadError, SeveralResolutions, NoResolution, LaterText for a predecessor that is
    none, UnknownMandate, BadMandate and RegistersError.
    """
    held = _held(mandate, registers, fault)
    asked, other = _as_asked(asked), None if other is None else _as_asked(other)
    here, columns, resolution = _covered(asked, held, choices)
    if other is None:
        return Covered(here, held, (columns,))
    from counterdraft.cover.beside import beside

    there, others, before = _covered(other, held, choices)
    if relation == "predecessor" and resolution is not None and before is not None:
        check_order(resolution, before)
    return Covered(beside(here, there, relation), held, (columns, others))


def _held(mandate: str, registers: Name | Iterable[Name], fault: Fault | None) -> Mandate:
    return mandate_of(mandate, concepts_at(registers, fault), fault)


def _as_asked(given: Asked | str) -> Asked:
    """A text by its name alone is asked about as it is."""
    return given if isinstance(given, Asked) else Asked(str(given))


def _covered(
    asked: Asked, mandate: Mandate, choices: Choices
) -> tuple[Coverage, Sequence[str], Resolution | None]:
    """What a text says, the places of its picture, and the resolution that it is, if it is one."""
    from counterdraft.cover.picture import places_of

    _, document, resolutions = parse_if_any(asked.name, choices, seek=not asked.whole)
    resolution = None
    if not asked.whole and (resolutions or asked.part is not None):
        resolution = one_of(asked.name, resolutions, asked.part, asked.option)
        tell_problems(asked.name, resolution, choices)
    return cover(document, resolution, mandate), places_of(document, resolution), resolution


def on_terminal(
    covered: Covered, *, everything: bool, explain: bool, width: int, colour: bool
) -> str:
    """What was found as text of ``width`` columns."""
    from counterdraft.cover.forms import to_text
    from counterdraft.cover.told import Choice

    choice = Choice(everything, covered.mandate if explain else None)
    return to_text(covered.found, choice, width=width, colour=colour)


def in_form(
    covered: Covered, form: str, *, everything: bool = False, explain: bool = False
) -> bytes:
    """What was found as ``markdown``, ``json``, ``svg`` or ``png``; text in UTF-8."""
    if form in {"svg", "png"}:
        from counterdraft.cover.picture import to_png, to_svg

        if form == "png":
            return to_png(covered.found, covered.columns)
        return to_svg(covered.found, covered.columns).encode()
    from counterdraft.cover.forms import to_json, to_markdown
    from counterdraft.cover.told import Choice

    if form == "json":
        return to_json(covered.found).encode()
    choice = Choice(everything, covered.mandate if explain else None)
    return to_markdown(covered.found, choice).encode()


def explained(
    mandate: str, *, width: int, colour: bool, registers: Name | Iterable[Name] = (),
    fault: Fault | None = None,
) -> str:  # fmt: skip
    """How a mandate recognises its topics; the rest as of ``cover_files``."""
    from counterdraft.cover.forms import explained as told

    return told(_held(mandate, registers, fault), width=width, colour=colour)


def listed(*, width: int) -> str:
    """The mandates that ship, each with whence it comes."""
    from counterdraft.cover.forms import to_list

    return to_list([shipped(name) for name in mandate_names()], width=width)
