"""A dossier, and what was found with it → what its brief is made from, to be told again by."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from counterdraft import __version__
from counterdraft.brief.kept import Setting
from counterdraft.brief.known import Known
from counterdraft.disk.durable import sha256_of
from counterdraft.jobs.dossier_file import Dossier
from counterdraft.jobs.votes import votes_folder
from counterdraft.votes.store.manifest import NAME
from counterdraft.wording.english import long_date


def beside_of(dossier: Dossier, known: Known) -> tuple[Setting, ...]:
    """Every input of a brief: what the dossier says, what it names, and the program.

    Files are told by their names and the SHA-256 of what is in them, registers by what they hold.
    """
    return tuple(_beside(dossier, known))


def _beside(dossier: Dossier, known: Known) -> Iterator[Setting]:
    if dossier.title:
        yield Setting("title", f"\u201c{dossier.title}\u201d")
    yield from (Setting("draft", each.name, sha256_of(each)) for each in dossier.drafts)
    if dossier.part is not None:
        yield Setting("part", str(dossier.part))
    yield from _text("rival", dossier.rival, dossier.rival_part)
    yield from _text("the text before it", dossier.previous, dossier.previous_part)
    yield from (Setting("sponsor", each) for each in dossier.sponsors)
    for each in dossier.mandates:
        own = each.endswith(".toml")
        yield Setting("mandate", Path(each).name, sha256_of(Path(each)) if own else "")
    for each in known.registers:
        name, _, holds = each.partition(" (")
        yield Setting("register", name, holds)
    if dossier.corpus is not None:
        yield Setting("corpus", dossier.corpus.name, known.corpus)
        if (kept := votes_folder(dossier.corpus) / NAME).is_file():
            yield Setting("votes kept in", dossier.corpus.name, sha256_of(kept))
    if dossier.series is not None:
        yield Setting("series", dossier.series)
    yield from (Setting("notes", each.name, sha256_of(each)) for each in dossier.notes)
    yield from _days(dossier)
    yield Setting("counterdraft", __version__)


def _days(dossier: Dossier) -> Iterator[Setting]:
    if dossier.as_of is not None:
        yield Setting("as of", long_date(dossier.as_of))
    for name, day in dossier.dates:
        yield Setting(f"the day \u201c{name.replace('_', ' ')}\u201d:", long_date(day))
    for each in dossier.events:
        source = f" ({each.source})" if each.source else ""
        yield Setting(f"the event \u201c{each.what}\u201d:", f"{long_date(each.date)}{source}")


def _text(key: str, path: Path | None, part: int | None) -> Iterator[Setting]:
    if path is not None:
        which = f" (number {part} in it)" if part is not None else ""
        yield Setting(key, f"{path.name}{which}", sha256_of(path))
