"""Sources → resolutions, one outcome a source, in order, in one process or several.

At any time no more is held than one document a process and a few outcomes on their
way back.
"""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from msgspec.structs import replace

from counterdraft.errors import (
    CounterdraftError,
    DamagedSource,
    NoResolution,
    SeveralResolutions,
)
from counterdraft.model import Document, Problem, Resolution
from counterdraft.model.given import Name
from counterdraft.model.shown import Printer
from counterdraft.parse.nearest import nearest
from counterdraft.parse.parse import parse
from counterdraft.read.load import USUAL, Choices, load, piped
from counterdraft.read.mail import TEXT
from counterdraft.read.read import read
from counterdraft.read.sources import STDIN, Found, Source, find_sources, is_mail, one_source
from counterdraft.wording.english import shortened, some

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

__all__ = [
    "Choices", "Outcome", "Parsed", "parse_document", "parse_if_any", "parse_one", "parse_sources",
]  # fmt: skip

# Sources are handed to a process several at a time: passing one alone costs as much as reading it.
_BATCH = 8
_WAITING = 4
# Where the parts of an e-mail are listed: characters of a title, and how many texts of a part.
_LONG, _MOST = 60, 3
_DECODER = msgspec.msgpack.Decoder(tuple[Resolution, ...])


class Outcome(NamedTuple):
    """What became of one source: its resolutions, or the error; never both.

    ``text`` is the document's clean text where it was asked for, ``language`` its language.
    """

    name: str
    resolutions: tuple[Resolution, ...] = ()
    error: CounterdraftError | None = None
    text: str | None = None
    language: str = "en"

    def _repr_pretty_(self, printer: Printer, _cycle: object) -> None:
        named = "; ".join(each.in_a_line() for each in self.resolutions)
        printer.text(f"<Outcome: {self.name}: {self.error or named or 'no resolution'}>")


class Parsed(NamedTuple):
    """A source read and parsed: its bytes, the document, and its resolutions."""

    data: bytes
    document: Document
    resolutions: tuple[Resolution, ...]


def parse_document(source: Source, choices: Choices = USUAL) -> Parsed:
    """Read one source and parse it.

    Raises ReadError, and NoResolution with what came nearest.
    """
    data, document = _document(source, choices)
    resolutions = parse(document)
    if not resolutions:
        raise _no_draft(document)
    return Parsed(data, document, resolutions)


def parse_one(name: str, choices: Choices = USUAL) -> Parsed:
    """Read and parse what a name stands for; of an e-mail, the one part that holds a draft.

    What else an e-mail has attached is told, and what of it could not be read is a problem of the
    document. Raises what ``parse_document`` does, and SeveralResolutions where several parts hold
    drafts.
    """
    found = _found(name)
    if found is None:
        return parse_document(one_source(name), choices)
    mail = _mail(found, choices)
    held, others = _held(name, mail)
    if held is None:
        nearest_to = [_no_draft(each.document) for each in _attached_first(others)]
        raise [*mail.errors, *nearest_to, NoResolution("nothing to read", source=name)][0]
    without = [str(_no_draft(each.document)) for each in others if not _is_text(each)]
    _tell(held, [*map(str, mail.errors), *without], choices)
    return held


def parse_if_any(name: str, choices: Choices = USUAL, *, seek: bool = True) -> Parsed:
    """Read and parse what a name stands for, whether or not it holds a draft.

    Of an e-mail it is the one part that holds one, else the first that can be read; what else it
    has attached is told. Without ``seek`` nothing is parsed. Raises ReadError, and
    SeveralResolutions as ``parse_one`` does.
    """
    found = _found(name)
    if found is None:
        data, document = _document(one_source(name), choices)
        return Parsed(data, document, parse(document) if seek else ())
    mail = _mail(found, choices, seek=seek)
    held, others = _held(name, mail)
    if held is None and not others:
        raise [*mail.errors, NoResolution("nothing to read", source=name)][0]
    read = held or others[0]
    besides = [
        f"{each.document.source}: not read with it; name it to have it"
        for each in others if each is not read and not (held and _is_text(each))
    ]  # fmt: skip
    _tell(read, [*map(str, mail.errors), *besides], choices)
    return read


class _Mail(NamedTuple):
    """The parts of an e-mail that could be read, and what is wrong with the others."""

    parts: tuple[Parsed, ...]
    errors: tuple[CounterdraftError, ...]


def _found(name: str) -> list[Found] | None:
    """The parts of an e-mail; None where a name stands for something else."""
    if name == STDIN:
        return list(piped())
    return list(find_sources([name])) if is_mail(Path(name)) else None


def _mail(found: Sequence[Found], choices: Choices, *, seek: bool = True) -> _Mail:
    """Every part read, and parsed where drafts are sought; each knows what could not be read."""
    read: list[tuple[bytes, Document]] = []
    errors: list[CounterdraftError] = []
    for each in found:
        try:
            if each.source is None:
                raise each.error or NoResolution("nothing to read")
            read.append(_document(each.source, choices))
        except CounterdraftError as error:
            errors.append(error)
    problems = tuple(Problem("unread-part", f"in the same e-mail: {error}") for error in errors)
    documents = [(data, replace(d, problems=(*problems, *d.problems))) for data, d in read]
    return _Mail(
        tuple(Parsed(data, d, parse(d) if seek else ()) for data, d in documents), tuple(errors)
    )


def _held(name: str, mail: _Mail) -> tuple[Parsed | None, list[Parsed]]:
    """The one part that holds a draft, if one does, and the others."""
    holding = [each for each in mail.parts if each.resolutions]
    if len(holding) > 1:
        raise SeveralResolutions(
            f"{len(holding)} parts of the e-mail hold drafts: {'; '.join(map(_named, holding))}",
            source=name,
            remedy=f"Name the one that is meant: {holding[0].document.source}",
        )  # fmt: skip
    return (holding[0] if holding else None), [p for p in mail.parts if not p.resolutions]


def _named(part: Parsed) -> str:
    """A part of an e-mail, and what it holds."""
    held = [each.symbol or each.title or "without a title" for each in part.resolutions]
    return f"{Path(part.document.source).name}: {some([shortened(h, _LONG) for h in held], _MOST)}"


def _no_draft(document: Document) -> NoResolution:
    return NoResolution(f"no draft found; {nearest(document)}", source=document.source)


def _is_text(part: Parsed) -> bool:
    """Whether it is what an e-mail says itself, beside what is attached."""
    return Path(part.document.source).name == TEXT


def _attached_first(parts: Iterable[Parsed]) -> list[Parsed]:
    return sorted(parts, key=_is_text)


def _tell(read: Parsed, besides: Sequence[str], choices: Choices) -> None:
    """Say which part of an e-mail was read, where there were others that may have been meant."""
    if choices.say is None or not besides:
        return
    for line in besides:
        choices.say(line)
    choices.say(f"{read.document.source}: what follows is of this part of the e-mail alone")


def _document(source: Source, choices: Choices) -> tuple[bytes, Document]:
    loaded = load(source, choices)
    document = read(loaded.data, source.name, view=choices.view, charset=loaded.charset)
    if loaded.note is None:
        return loaded.data, document
    if choices.say is not None:
        choices.say(f"{source.name}: {loaded.note}")
    problem = Problem("old-copy", loaded.note)
    return loaded.data, replace(document, problems=(problem, *document.problems))


def parse_sources(
    names: Name | Iterable[Name], choices: Choices = USUAL, *, processes: int = 1,
    with_text: bool = False, on_found: Callable[[], None] | None = None,
) -> Iterator[Outcome]:  # fmt: skip
    """Parse everything that ``names`` lead to; a bad source is an outcome, not an exception."""
    found = _noted(_sources(names), on_found)
    if processes <= 1:
        for each in found:
            yield _outcome(each, choices, with_text)
        return
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(processes, initializer=_leave_interrupts)
    try:
        waiting: deque[Callable[[], list[Outcome]]] = deque()
        for batch in _batches(found):
            waiting.append(_begun(pool, batch, choices, with_text))
            if len(waiting) > _WAITING * processes:
                yield from waiting.popleft()()
        while waiting:
            yield from waiting.popleft()()
    finally:
        pool.shutdown(cancel_futures=True)


def _begun(
    pool: ProcessPoolExecutor, batch: list[Found], choices: Choices, with_text: bool
) -> Callable[[], list[Outcome]]:
    """How to get a batch's outcomes; standard input and the network are this process's alone."""
    if any(each.source is not None and _is_ours(each.source) for each in batch):
        outcomes = _outcomes(batch, choices, with_text)
        return lambda: outcomes
    with _interrupts_held():
        future = pool.submit(_packed_outcomes, batch, choices._replace(say=None), with_text)
    return lambda: [_unpacked(each) for each in future.result()]


def _is_ours(source: Source) -> bool:
    return source.path == STDIN or source.origin != "here"


class _Packed(NamedTuple):
    """An outcome on its way between processes: packed, it costs a tenth of a pickle."""

    name: str
    resolutions: bytes
    error: CounterdraftError | None
    text: str | None
    language: str


def _packed_outcomes(batch: list[Found], choices: Choices, with_text: bool) -> list[_Packed]:
    return [
        _Packed(
            each.name, msgspec.msgpack.encode(each.resolutions), each.error, each.text,
            each.language,
        )
        for each in _outcomes(batch, choices, with_text)
    ]  # fmt: skip


def _unpacked(packed: _Packed) -> Outcome:
    resolutions = _DECODER.decode(packed.resolutions)
    return Outcome(packed.name, resolutions, packed.error, packed.text, packed.language)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """A process begun meanwhile holds interrupts back until it is ready to leave them."""
    if sys.platform == "win32":
        yield
        return
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


def _leave_interrupts() -> None:
    """An interrupt is for the process that hands out the work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _sources(names: Name | Iterable[Name]) -> Iterator[Found]:
    """Every source that names lead to; what comes through a pipe is read, for it may be a mail."""
    for each in find_sources(names):
        if each.source is not None and each.source.path == STDIN:
            yield from piped()
        else:
            yield each


def _noted(found: Iterator[Found], on_found: Callable[[], None] | None) -> Iterator[Found]:
    for each in found:
        if on_found is not None:
            on_found()
        yield each


def _batches(found: Iterator[Found]) -> Iterator[list[Found]]:
    batch: list[Found] = []
    for each in found:
        batch.append(each)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _outcomes(batch: list[Found], choices: Choices, with_text: bool) -> list[Outcome]:
    return [_outcome(each, choices, with_text) for each in batch]


def _outcome(found: Found, choices: Choices, with_text: bool) -> Outcome:
    if found.source is not None:
        return _parsed(found.source, choices, with_text)
    return Outcome(found.error.source if found.error else "", error=found.error)


def _parsed(source: Source, choices: Choices, with_text: bool) -> Outcome:
    try:
        _, document, resolutions = parse_document(source, choices)
    except CounterdraftError as error:
        return Outcome(source.name, error=error)
    except Exception as error:  # whatever it was, one bad source never stops the rest
        reason = f"it could not be parsed ({type(error).__name__}: {error})"
        remedy = "Please report it, with the text if you may"
        return Outcome(source.name, error=DamagedSource(reason, source=source.name, remedy=remedy))
    text = document.text if with_text else None
    return Outcome(source.name, resolutions, None, text, document.language)
