"""A dossier → the brief of its case, renewed in every form it names, with what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Literal, NamedTuple

from counterdraft.brief.brief import brief
from counterdraft.brief.items import items_of
from counterdraft.brief.kept import Event, Item, Kept, Note, Step
from counterdraft.brief.known import Known
from counterdraft.brief.report import Report
from counterdraft.brief.said import said_by
from counterdraft.compare.compare import compare
from counterdraft.errors import CounterdraftError, DossierError, WriteError
from counterdraft.jobs.against import Beside, Other, Others, other_of
from counterdraft.jobs.brief import in_form
from counterdraft.jobs.dossier_beside import beside_of
from counterdraft.jobs.dossier_faults import told_at, told_by_kind
from counterdraft.jobs.dossier_file import Dossier, form_of_output, read_dossier
from counterdraft.jobs.dossier_last import (
    Last,
    after,
    is_ours,
    last_path,
    read_last,
    write_last,
    written_to,
)
from counterdraft.jobs.known import known_of
from counterdraft.jobs.order import is_after
from counterdraft.jobs.parse import parse_one
from counterdraft.jobs.parts import one_of
from counterdraft.jobs.write import spare, write_whole
from counterdraft.model import Comparison, Document, Resolution
from counterdraft.read.load import USUAL, Choices, load
from counterdraft.read.read import read
from counterdraft.read.sources import one_source
from counterdraft.wording.english import long_date

OWN = "the dossier"


class Renewed(NamedTuple):
    """What was written, and where nothing is to be, the brief in Markdown.

    ``since`` says whether there was a brief before this one, and whether anything changed since.
    ``problems`` are what of the inputs could not be asked, or seems to be wrong.
    """

    written: tuple[str, ...]
    text: bytes | None
    since: Literal["first", "same", "changed"]
    problems: tuple[CounterdraftError, ...] = ()


class _Case(NamedTuple):
    """The draft of a dossier, and what is known beside it."""

    document: Document
    resolution: Resolution
    known: Known
    kept: Kept
    problems: tuple[CounterdraftError, ...]

    def brief(self, kept: Kept) -> Report:
        """The brief of it, with what is kept of the case."""
        known = self.known._replace(dossier=kept)
        return brief(self.document, [self.resolution], known=[known])

    def items(self) -> tuple[Item, ...]:
        """All that its brief says, but for what changed."""
        (chapter,) = self.brief(self.kept).chapters
        return (*items_of(self.resolution, self.known), *said_by(chapter))


def renew(
    name: str, outputs: Sequence[str] = (), *, force: bool = False, choices: Choices = USUAL
) -> Renewed:
    """Renew the brief of a dossier, in ``outputs``, else in those that it names.

    Files that a brief of it was written to, and nobody changed, are written over; any other only
    by ``force``. Raises DossierError, what ``make_brief`` raises, and WriteError; what the last
    brief said is then kept as it was, and each file is whole, the old or the new.
    """
    dossier = read_dossier(name)
    place = last_path(dossier.path)
    last = read_last(place)
    targets = [Path(each) for each in outputs] or list(dossier.outputs)
    for target in targets:
        _check(target, dossier, last, force=force)
    forms = [form_of_output(str(target)) or "md" for target in targets] or ["md"]
    case = _case(dossier, choices, drawn=any(form != "md" for form in forms))
    now = after(last, dossier.drafts[-1].name, case.items(), beside_of(dossier, case.known))
    since: Literal["same", "changed"] = "same" if now is last else "changed"
    report = _report(case, now)
    made = [in_form(report, form) for form in forms]
    for target, data in zip(targets, made, strict=False):
        write_whole(str(target), data)
        now = written_to(now, target, data)
    write_last(place, now)
    text = None if targets else made[0]
    how = since if last is not None else "first"
    return Renewed(tuple(map(str, targets)), text, how, case.problems)


def _check(target: Path, dossier: Dossier, last: Last | None, *, force: bool) -> None:
    """What a brief is made from is never written over, and what a person changed only by force."""
    inputs = [*dossier.drafts, *dossier.notes, dossier.path, *dossier.registers, *dossier.mandates]
    inputs += [each for each in (dossier.rival, dossier.previous, dossier.series) if each]
    spare(str(target), map(str, inputs))
    if target.exists() and not force and not is_ours(last, target):
        raise WriteError(
            "the file is there already, and not as a brief of this dossier left it",
            source=str(target), remedy="Say --force to write over it, or choose another name",
        )  # fmt: skip


def _case(dossier: Dossier, choices: Choices, *, drawn: bool) -> _Case:
    draft = str(dossier.drafts[-1])
    with told_at(dossier, "drafts", len(dossier.drafts) - 1):
        _, document, resolutions = parse_one(draft, choices)
        resolution = one_of(draft, resolutions, dossier.part, "--part")
    others = _others(dossier, choices)
    rows: list[CounterdraftError] = []
    with told_by_kind(dossier):
        (known,) = known_of(
            document, [resolution], _beside(dossier), others, drawn=drawn, fault=rows.append
        )
    notes = tuple(_note(dossier, number, choices) for number in range(len(dossier.notes)))
    steps = _steps(dossier, resolution, known.revised, choices)
    kept = Kept(dossier.title, _events(dossier, others), notes, steps=steps)
    return _Case(document, resolution, known, kept, (*_disorder(dossier, steps), *rows))


def _disorder(dossier: Dossier, steps: Sequence[Step]) -> Iterator[DossierError]:
    """Drafts that are dated after the one that the dossier has behind them."""
    for number, (one, other) in enumerate(pairwise(steps)):
        if one.date and other.date and is_after(one.date, other.date):
            yield dossier.text.fault(
                f"{one.name} is dated {long_date(one.date)}, after {other.name}, of "
                f"{long_date(other.date)}",
                ("drafts", number), "Name the oldest first, if it is not their dates that err",
            )  # fmt: skip


def _steps(
    dossier: Dossier, last: Resolution, revised: Comparison | None, choices: Choices
) -> tuple[Step, ...]:
    """Each draft of a dossier that has several, with what became in it of the one before."""
    if not dossier.drafts[1:]:
        return ()
    found: list[Step] = []
    before: Resolution | None = None
    for number, path in enumerate(dossier.drafts[:-1]):
        with told_at(dossier, "drafts", number):
            other = other_of(path, dossier.part, "--part", choices)
            Others.of([], None, other)
            since = compare(before, other.resolution, "versions") if before and other else None
        before = other.resolution if other else None
        found.append(Step(path.name, before.date if before else None, since))
    return (*found, Step(dossier.drafts[-1].name, last.date, revised))


def _others(dossier: Dossier, choices: Choices) -> Others:
    """The other texts, read one by one: what is wrong with one is told at its own key."""
    found: list[Other | None] = []
    for name, option in (("rival", "--part-b"), ("previous", "--part-previous")):
        path = getattr(dossier, name)
        with told_at(dossier, name):
            found.append(other_of(path, getattr(dossier, f"{name}_part"), option, choices))
    with told_at(dossier, "drafts", len(dossier.drafts) - 2):
        before = dossier.drafts[-2] if dossier.drafts[1:] else None
        found.append(other_of(before, dossier.part, "--part", choices))
    rival, previous, revised = found
    return Others.of([rival] if rival else [], previous, revised)


def _beside(dossier: Dossier) -> Beside:
    return Beside(
        corpus=dossier.corpus, series=dossier.series, as_of=dossier.as_of,
        mandates=dossier.mandates, sponsors=dossier.sponsors,
        registers=tuple(map(str, dossier.registers)),
    )  # fmt: skip


def _note(dossier: Dossier, number: int, choices: Choices) -> Note:
    path = dossier.notes[number]
    with told_at(dossier, "notes", number):
        loaded = load(one_source(str(path)), choices)
        return Note(path.name, read(loaded.data, path.name, charset=loaded.charset))


def _events(dossier: Dossier, others: Others) -> tuple[Event, ...]:
    """The days that the dossier names, and those that the other texts bear."""
    events = [Event(date, key.replace("_", " "), OWN) for key, date in dossier.dates]
    events += [Event(each.date, each.what, each.source or OWN) for each in dossier.events]
    if dossier.as_of:
        events.append(Event(dossier.as_of, "as of this day claims and votes are told", OWN))
    for what, text in others.named():
        if text.resolution.date:
            did = "adopted" if text.resolution.kind == "resolution" else "dated"
            named = text.resolution.symbol or "it"
            events.append(Event(text.resolution.date, f"{named}: {did}", what))
    return tuple(events)


def _report(case: _Case, now: Last) -> Report:
    """The brief, with what changed since the one before."""
    kept = case.kept._replace(
        before=now.before, before_of=now.before_of, now=now.items,
        beside=now.beside, beside_before=now.before_beside,
    )  # fmt: skip
    return case.brief(kept)
