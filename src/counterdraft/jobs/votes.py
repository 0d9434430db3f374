"""Accounts of votes from every source kept beside the corpus, and votes made of them.

``votes_of`` is what all that counts votes starts from: the accounts that are kept and the facts
that are shipped, put together by ``votes.merge``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from counterdraft.corpus.place import default_folder
from counterdraft.disk.lock import WAIT
from counterdraft.errors import DamagedSource, DamagedVotes, NoCorpus, ReadError
from counterdraft.lexicon.vote_faults import known_figures
from counterdraft.model.given import Name
from counterdraft.model.rollcall import RollCall
from counterdraft.model.vote import Vote
from counterdraft.votes.check import Checked, check
from counterdraft.votes.merge import merge
from counterdraft.votes.series.shipped import shipped
from counterdraft.votes.sources.account import Accounts
from counterdraft.votes.sources.files import files_of
from counterdraft.votes.sources.kinds import is_xml
from counterdraft.votes.sources.tables import Tables
from counterdraft.votes.store.held import check_parts, held
from counterdraft.votes.store.keep import Kept, keep
from counterdraft.votes.store.manifest import FOLDER
from counterdraft.votes.where import ALL, Where

__all__ = [
    "ALL", "WAIT", "Checked", "Imported", "Where", "accounts_of", "asked_folder", "check_votes",
    "import_votes", "shipped_facts", "votes_folder", "votes_of",
]  # fmt: skip

Say = Callable[[str], None]


class Imported(NamedTuple):
    """What an import came to: files, accounts by source, what became of them, what is wrong."""

    files: int
    sources: dict[str, int]
    kept: Kept
    problems: tuple[ReadError, ...]


def votes_folder(corpus: Path | str | None = None) -> Path:
    """Where the votes of a corpus are, of the usual one unless it is named."""
    return (Path(corpus) if corpus else default_folder()) / FOLDER


def asked_folder(corpus: Path | str | None = None) -> Path:
    """Where the votes of a corpus are that is asked, of the usual one unless it is named.

    Raises NoCorpus where one is named that holds neither texts nor votes: the votes that ship are
    no answer of it.
    """
    from counterdraft.corpus.manifest import NAME

    folder = votes_folder(corpus)
    if corpus and not folder.is_dir() and not (folder.parent / NAME).exists():
        raise NoCorpus(
            "there is no corpus in this folder, and no votes", source=str(corpus),
            remedy="Bring votes with: counterdraft votes import PATHS, or name another with "
            "--corpus",
        )  # fmt: skip
    return folder


def import_votes(
    paths: Name | Iterable[Name], folder: Path, say: Say | None = None, *, wait: float = WAIT,
    on_done: Callable[[], None] | None = None,
) -> Imported:  # fmt: skip
    """Read every file that ``paths`` lead to, and keep what it tells of votes in ``folder``.

    What cannot be made sense of is a problem, told to ``say`` as it is found; the rest is kept, in
    one step. Raises what ``keep`` does; then nothing was changed.
    """
    found: dict[str, RollCall] = {}
    problems: list[ReadError] = []
    files = 0

    def tell(told: Iterable[ReadError]) -> None:
        for problem in told:
            problems.append(problem)
            if say is not None:
                say(str(problem))

    tables = Tables()
    for file in files_of(paths):
        files += 1
        try:
            if file.error is not None:
                raise file.error
            read = _read(file.data, file.name, tables)
        except ReadError as error:
            read = Accounts((), (error,))
        tell((*read.problems, *_taken(read.rollcalls, found, file.name)))
        if on_done is not None:
            on_done()
    rest = tables.rest()
    tell((*rest.problems, *_taken(rest.rollcalls, found, "the tables together")))
    kept = keep(folder, tuple(found.values()), wait=wait, say=say)
    sources = Counter(each.source for each in found.values())
    return Imported(files, dict(sources), kept, tuple(problems))


def _read(data: bytes, name: str, tables: Tables) -> Accounts:
    if is_xml(data):
        from counterdraft.read.akn_votes import ballots_in
        from counterdraft.votes.sources.akn import from_ballots

        return from_ballots(ballots_in(data, name), name)
    return tables.read(data, name)


def _taken(
    rollcalls: Iterable[RollCall], found: dict[str, RollCall], source: str
) -> list[ReadError]:
    """Take accounts; one that is there and says otherwise comes out as a problem."""
    again: list[ReadError] = []
    for each in rollcalls:
        first = found.setdefault(each.id, each)
        if first != each:
            reason = f"{each.id} was told otherwise before ({first.place or first.source})"
            again.append(DamagedSource(reason, source=source, remedy="The first counts"))
    return again


def accounts_of(folder: Path, where: Where = ALL) -> tuple[RollCall, ...]:
    """Every account of the texts that votes meant may be on: those kept, and those shipped.

    Raises NewerVotes and DamagedVotes.
    """
    return (*held(folder, where), *shipped_facts(where))


def shipped_facts(where: Where = ALL) -> tuple[RollCall, ...]:
    """The accounts that the package brings along, of every text that may be one of those meant."""
    found = (each for series in shipped().values() for each in series.rollcalls)
    return tuple(each for each in found if not where.bodies or each.body in where.bodies)


def check_votes(folder: Path, where: Where = ALL) -> tuple[Checked, tuple[DamagedVotes, ...]]:
    """What is wrong with the votes meant, and with the files that they are kept in.

    Raises NewerVotes, and DamagedVotes where they cannot be read at all.
    """
    faults = check_parts(folder)
    if faults:
        return check(()), faults
    return check(votes_of(folder, where)), ()


def votes_of(folder: Path, where: Where = ALL) -> tuple[Vote, ...]:
    """The votes meant, the oldest first, each once with what its accounts agree and differ on.

    ``folder`` is as ``votes_folder`` gives it. Raises NewerVotes and DamagedVotes.
    """
    found = merge(accounts_of(folder, where), known_figures())
    return found if where == ALL else tuple(each for each in found if where.matches(each))
