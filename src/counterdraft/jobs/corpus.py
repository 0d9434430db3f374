"""Adopted texts added to a corpus in a folder, and the corpus opened or checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from counterdraft.corpus import add as adding
from counterdraft.corpus.check import check
from counterdraft.corpus.entries import Entry, entry_of
from counterdraft.corpus.manifest import Superseded
from counterdraft.corpus.metadata import read_metadata
from counterdraft.corpus.place import default_folder
from counterdraft.corpus.stored import Stored
from counterdraft.corpus.versions import Facts
from counterdraft.disk.lock import WAIT
from counterdraft.errors import CorpusError, CounterdraftError
from counterdraft.jobs.answers import json_bytes, line_bytes
from counterdraft.jobs.parse import Choices, Outcome, parse_sources
from counterdraft.jobs.sync import Synced, mark_added
from counterdraft.lexicon.languages import UNKNOWN
from counterdraft.model import Resolution
from counterdraft.model.given import Name
from counterdraft.read.load import USUAL
from counterdraft.wording.english import counted

__all__ = [
    "WAIT", "Report", "Stored", "add_sources", "check_corpus", "check_in_form", "folder_of",
    "open_corpus", "report_in_form",
]  # fmt: skip


# The files of records about texts, beside the texts.
_RECORDS = (".json", ".jsonl", ".jsonl.gz")


class Report(NamedTuple):
    """What adding sources came to: counts of texts, and what could not be added.

    ``texts`` is how many the corpus holds now.
    """

    sources: int
    new: int
    newer: int
    unchanged: int
    drafts: int
    texts: int
    superseded: tuple[Superseded, ...]
    errors: tuple[CounterdraftError, ...]


def folder_of(name: str | None) -> Path:
    """The folder of the corpus: the one named, else the usual one."""
    return Path(name) if name else default_folder()


def open_corpus(name: str | None = None) -> Stored:
    """The corpus in the folder ``name``, or in the usual one, for reading.

    Raises NoCorpus, NewerCorpus and DamagedCorpus.
    """
    return Stored(folder_of(name))


def add_sources(
    folder: Path,
    names: Name | Iterable[Name],
    choices: Choices = USUAL,
    *,
    metadata: str | None = None,
    processes: int = 1,
    wait: float = WAIT,
    on_found: Callable[[], None] | None = None,
    on_done: Callable[[Sequence[CounterdraftError]], None] | None = None,
) -> Report:
    """Add every text that ``names`` lead to to the corpus in ``folder``.

    ``metadata`` is a file of the UN's records about texts. ``on_done`` is told of each source
    what is wrong with it, if anything. Raises what ``corpus.add`` does, and ReadError where
    the metadata cannot be read; the corpus is then as it was.
    """
    adding.prepare(folder)
    facts: dict[str, Facts] = {}
    errors: list[CounterdraftError] = []
    if metadata is not None:
        facts, found = read_metadata(Path(metadata))
        errors += found
        if choices.say is not None:
            for error in found:
                choices.say(str(error))
    entries: list[Entry] = []
    sources = 0
    for outcome in parse_sources(names, choices, processes=processes, on_found=on_found):
        sources += 1
        failed = list(_taken(outcome, entries))
        errors += failed
        if on_done is not None:
            on_done(failed)
    added = adding.add(folder, entries, facts, wait=wait, say=choices.say)
    drafts = sum(entry.record.kind == "draft" for entry in entries)
    return Report(
        sources, added.new, added.newer, added.unchanged, drafts, added.texts, added.superseded,
        tuple(errors),
    )  # fmt: skip


def _taken(outcome: Outcome, entries: list[Entry]) -> Iterator[CounterdraftError]:
    """Take what a source holds; what of it cannot be taken comes out."""
    if outcome.error is not None:
        yield outcome.error
    for resolution in outcome.resolutions:
        try:
            entries.append(entry_of(resolution, _language(resolution, outcome)))
        except CounterdraftError as error:
            yield error


def _language(resolution: Resolution, outcome: Outcome) -> str:
    """The language of a text by its words; where they are of none that is known, by its source."""
    return outcome.language if resolution.language == UNKNOWN else resolution.language


def add_synced(
    folder: Path,
    synced: Synced,
    choices: Choices = USUAL,
    *,
    processes: int = 1,
    wait: float = WAIT,
    on_found: Callable[[], None] | None = None,
    on_done: Callable[[Sequence[CounterdraftError]], None] | None = None,
) -> Report:
    """Add what a sync brought and no corpus took yet to the corpus in ``folder``, and note it.

    Texts come first, then the records about them. Raises what ``add_sources`` does.
    """
    paths = [str(Path(synced.folder) / blob.path) for blob in synced.to_add]
    texts = [path for path in paths if not path.endswith(_RECORDS)]
    report = add_sources(
        folder, texts, choices, processes=processes, wait=wait, on_found=on_found, on_done=on_done
    )
    for path in (path for path in paths if path.endswith(_RECORDS)):
        more = add_sources(folder, (), choices, metadata=path, wait=wait)
        report = report._replace(errors=report.errors + more.errors)
    mark_added(synced, choices.say or _nobody)
    return report


def _nobody(_: str) -> None:
    """Nobody to tell."""


def check_corpus(folder: Path) -> tuple[CorpusError, ...]:
    """What is wrong with the corpus in ``folder``; nothing where it is sound."""
    return check(folder)


def report_in_form(report: Report, form: str) -> bytes:
    """What adding came to, as text or JSON."""
    if form == "json":
        found = report._asdict() | {"errors": [str(error) for error in report.errors]}
        return json_bytes(found)
    lines = [
        f"{counted(report.new, 'text')} added, {report.newer} in a newer version, "
        f"{report.unchanged} there already; the corpus holds {counted(report.texts, 'text')}"
    ]
    lines += [f"superseded: {each.id} of {each.source}" for each in report.superseded]
    if report.drafts:
        lines.append(f"drafts among them, which are no agreed language: {report.drafts}")
    if report.errors:
        lines.append(f"not added, or not whole: {len(report.errors)}, named above")
    return line_bytes(lines)


def check_in_form(folder: Path, faults: tuple[CorpusError, ...], form: str) -> bytes:
    """What checking came to, as text or JSON."""
    if form == "json":
        return json_bytes({"folder": str(folder), "faults": [str(fault) for fault in faults]})
    said = counted(len(faults), "fault") if faults else "every checksum holds, and the parts agree"
    return line_bytes([f"{folder}: {said}"])
