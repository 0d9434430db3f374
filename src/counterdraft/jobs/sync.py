"""A repository of the United Nations → a folder of its files, which ``corpus add`` takes.

    head ─▶ listing ─▶ what is wanted ─▶ what is not here yet ─▶ fetched, checked, written

Only the last step asks for files, one after the other. Whatever stops it leaves a folder in
which each file is whole, and the next run goes on there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from counterdraft.errors import (
    CounterdraftError,
    OfflineError,
    ReadError,
    ServerBusy,
    SettingsError,
    SourceTooLarge,
    Unreachable,
    UnsafeRedirect,
    UntrustedServer,
    WriteError,
)
from counterdraft.fetch.listing import Blob
from counterdraft.fetch.repositories import (
    Repository,
    Selection,
    at_server,
    is_wanted,
    languages,
    repositories,
)
from counterdraft.fetch.repository import Remote
from counterdraft.fetch.settings import load_settings
from counterdraft.jobs.mirror import Mirror, open_mirror
from counterdraft.model.sessions import sessions_given
from counterdraft.wording.english import counted

# After these the next file would fare no better; after any others, some in a row, neither.
_STOPS = (Unreachable, ServerBusy, UntrustedServer, OfflineError, UnsafeRedirect, WriteError)
_IN_A_ROW = 5


def _nothing(*_: object) -> None:
    pass


class SyncChoices(NamedTuple):
    """What is wanted of a sync.

    ``into`` is the folder, ``sessions`` such as "74-79,ES-11" (years for the Security Council),
    ``limit`` how many files are fetched at most, ``server`` another one with the same files.
    With ``dry_run`` nothing is written and no file fetched. ``say`` is told what goes on,
    ``on_found`` of each file that is to be fetched, ``on_done`` of each that was.
    """

    into: Path
    language: str = "en"
    sessions: str | None = None
    limit: int | None = None
    dry_run: bool = False
    server: str | None = None
    say: Callable[[str], None] = _nothing
    on_found: Callable[[], None] = _nothing
    on_done: Callable[[], None] = _nothing


class Failure(Struct, frozen=True):
    """A file that could not be brought, and why; what was here of it before is kept."""

    path: str
    reason: str


class Synced(Struct, frozen=True, kw_only=True):
    """What became of a sync; paths are below ``folder``.

    ``new`` and ``changed`` were brought, or would be in a dry run; ``unchanged`` were here;
    ``vanished`` are upstream no more and kept; ``left`` are still to be brought, beside the
    ``failed``; ``stopped`` says why it ended early. ``to_add`` are all files here that no
    corpus has taken yet, also from runs before. ``bytes`` is the size of what is new or changed.
    """

    version: int = 1
    repository: str
    commit: str
    terms: str
    folder: str
    dry_run: bool
    new: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: int
    vanished: tuple[str, ...]
    failed: tuple[Failure, ...]
    left: int
    stopped: str | None
    to_add: tuple[Blob, ...]
    bytes: int
    requests: int

    @property
    def is_whole(self) -> bool:
        """Whether nothing went wrong; a limit that was asked for is nothing wrong."""
        return not self.failed and self.stopped is None


class _Plan(NamedTuple):
    """What is wanted: here already, not here, here in another state."""

    same: tuple[Blob, ...]
    new: tuple[Blob, ...]
    changed: tuple[Blob, ...]


class _Done(NamedTuple):
    """What became of the files that were to be fetched."""

    brought: frozenset[Blob]
    failed: tuple[Failure, ...]
    stopped: CounterdraftError | None


def sync(name: str, choices: SyncChoices) -> Synced:
    """Bring the files of the repository ``name`` ("un-ga", "un-sc") into a folder.

    Raises SettingsError or BadQuery for a choice that cannot be, WriteError where the folder cannot
    be written, and a ReadError where the list of files cannot be had. What befalls single files,
    and what stops it after the list, is in the result.
    """
    repository, selection = _chosen(name, choices)
    remote = Remote(repository, load_settings(), choices.say)
    choices.say(f"{repository.title}, {repository.full_name}: {repository.terms}")
    changing = not choices.dry_run
    with open_mirror(choices.into, name, choices.say, changing=changing) as mirror:
        _refresh(remote, mirror)
        plan = _plan(mirror, repository, selection)
        todo = sorted((*plan.new, *plan.changed), key=lambda blob: blob.path)[: choices.limit]
        _check_size(todo, remote, choices)
        done = _Done(frozenset(todo), (), None)
        if changing:
            done = _bring(todo, remote, mirror, choices)
        return _told(plan, done, remote, mirror, choices)


def mark_added(synced: Synced, say: Callable[[str], None] = _nothing) -> None:
    """Note that a corpus took ``synced.to_add``, so that the next sync does not name it again."""
    with open_mirror(Path(synced.folder), synced.repository, say) as mirror:
        mirror.added(synced.to_add)


def _chosen(name: str, choices: SyncChoices) -> tuple[Repository, Selection]:
    known = repositories()
    if name not in known:
        remedy = f"There are: {', '.join(known)}"
        raise SettingsError("there is no such repository", source=name, remedy=remedy)
    if choices.language not in languages():
        remedy = f"There are: {', '.join(languages())}"
        raise SettingsError(
            f"{choices.language!r} is no language of it", source=name, remedy=remedy
        )
    sessions = sessions_given(choices.sessions, "--sessions", years=True)
    server = choices.server
    repository = known[name] if server is None else at_server(known[name], server)
    return repository, Selection(choices.language, sessions)


def _refresh(remote: Remote, mirror: Mirror) -> None:
    """Learn where the branch is, and the list of its files where that is not known yet."""
    state, server = mirror.state, remote.repository.api
    known = state.server == server and bool(state.commit)
    head = remote.head(state.tag if known else "")
    if head is None:
        return
    if not known or head.commit != state.commit:
        state.listing = remote.listing(head.commit)
    state.server, state.commit, state.tag = server, head.commit, head.tag


def _plan(mirror: Mirror, repository: Repository, selection: Selection) -> _Plan:
    found: dict[str, list[Blob]] = {"same": [], "absent": [], "other": []}
    for blob in mirror.state.listing:
        if is_wanted(blob.path, repository, selection):
            found[mirror.holds(blob)].append(blob)
    return _Plan(tuple(found["same"]), tuple(found["absent"]), tuple(found["other"]))


def _check_size(todo: Iterable[Blob], remote: Remote, choices: SyncChoices) -> None:
    size, most = sum(blob.size for blob in todo), remote.settings.archive_bytes
    if size > most:
        raise SourceTooLarge(
            f"what is to be fetched has {size:,} bytes, more than the {most:,} that may be",
            source=remote.repository.full_name,
            remedy="Say --sessions or --limit, or raise archive_bytes in the settings",
        )
    choices.say(f"{counted(len(list(todo)), 'file')} to fetch, {size:,} bytes")


def _bring(todo: Iterable[Blob], remote: Remote, mirror: Mirror, choices: SyncChoices) -> _Done:
    """Fetch and write one file after the other, until one fails as the rest would."""
    brought: set[Blob] = set()
    failed: list[Failure] = []
    row = 0
    for _ in todo:
        choices.on_found()
    for blob in todo:
        try:
            mirror.put(blob, remote.file(mirror.state.commit, blob))
        except _STOPS as error:
            return _Done(frozenset(brought), tuple(failed), error)
        except ReadError as error:
            failed.append(Failure(blob.path, str(error)))
            row += 1
            if row == _IN_A_ROW:
                return _Done(frozenset(brought), tuple(failed), error)
        else:
            brought.add(blob)
            row = 0
        choices.on_done()
    return _Done(frozenset(brought), tuple(failed), None)


def _told(plan: _Plan, done: _Done, remote: Remote, mirror: Mirror, choices: SyncChoices) -> Synced:
    new = tuple(blob.path for blob in plan.new if blob in done.brought)
    changed = tuple(blob.path for blob in plan.changed if blob in done.brought)
    wanted = len(plan.new) + len(plan.changed)
    return Synced(
        repository=remote.repository.id,
        commit=mirror.state.commit,
        terms=remote.repository.terms,
        folder=str(choices.into),
        dry_run=choices.dry_run,
        new=new,
        changed=changed,
        unchanged=len(plan.same),
        vanished=mirror.vanished(),
        failed=done.failed,
        left=wanted - len(done.brought) - len(done.failed),
        stopped=None if done.stopped is None else str(done.stopped),
        to_add=mirror.to_add(),
        bytes=sum(blob.size for blob in done.brought),
        requests=remote.requests,
    )
