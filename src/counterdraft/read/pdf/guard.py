"""PDFs that may be made to exhaust a machine are read in a process with limits.

In: the bytes of a PDF. Out: its pages, as :func:`counterdraft.read.pdf.pages.open_pages`
gives them. A few bytes can ask for a picture of pictures of pictures, or unpack to
gigabytes; pdfium follows. Files that could do so, which few honest ones can, are read by
a child that the system ends at a limit of time or memory. What it costs is its start.
"""

from __future__ import annotations

import re
import subprocess
import sys
import zlib
from collections.abc import Iterator

import msgspec

from counterdraft.errors import (
    CounterdraftError,
    DamagedSource,
    SourceTooLarge,
    UnsafeSource,
    UnsupportedSource,
)
from counterdraft.read.pdf.pages import Page, open_pages

MAX_MEMORY = 1_000_000_000
MAX_SECONDS = 60
# The largest font of a document of 3,000 pages unpacks to a twentieth of this.
_MAX_UNPACKED = 200_000_000
_STEP = 1 << 20
# Forms within forms, filters upon filters, and what hides either.
_NESTING = re.compile(
    rb"/(?:F|#46)(?:o|#6[fF])(?:r|#72)(?:m|#6[dD])\b|/Encrypt\b|/LZW|/RunLength|/RL\b"
    rb"|/A(?:SCII85|SCIIHex)Decode|/FlateDecode\s*/Fl|/Filter\s*\["
)
_STREAM = re.compile(rb"stream\r?\n(?=\x78|\x68|\x48|\x58|\x08|\x18)")
_ERRORS = {
    each.__name__: each for each in (DamagedSource, SourceTooLarge, UnsafeSource, UnsupportedSource)
}


class _Answer(msgspec.Struct):
    """What the child says: the pages, or the error with its four parts."""

    pages: list[Page] = []
    error: str = ""
    words: tuple[str, str, str, str] = ("", "", "", "")


def read_pages(data: bytes, source: str) -> list[Page]:
    """Every page of a PDF.

    Raises what ``open_pages`` does, and UnsafeSource where the limits are reached.
    """
    if _NESTING.search(data) is None and _unpacks_to_little(data):
        return list(open_pages(data, source))
    return _guarded(data, source)


def _unpacks_to_little(data: bytes) -> bool:
    unpacked = 0
    for found in _STREAM.finditer(data):
        for length in _unpacked(data, found.end()):
            unpacked += length
            if unpacked > _MAX_UNPACKED:
                return False
    return True


def _unpacked(data: bytes, start: int) -> Iterator[int]:
    """The lengths of the pieces that a packed stream unpacks to."""
    unpacker = zlib.decompressobj()
    waiting = memoryview(data)[start : start + _STEP]
    at = start + len(waiting)
    try:
        while waiting and not unpacker.eof:
            yield len(unpacker.decompress(waiting, _STEP))
            waiting = memoryview(unpacker.unconsumed_tail)
            if not waiting:
                waiting = memoryview(data)[at : at + _STEP]
                at += len(waiting)
    except zlib.error:
        return


def _guarded(data: bytes, source: str) -> list[Page]:
    command = [sys.executable, "-m", __name__]
    try:
        done = subprocess.run(  # noqa: S603
            command, input=data, capture_output=True, timeout=2 * MAX_SECONDS, check=False
        )
        answer = msgspec.msgpack.decode(done.stdout, type=_Answer)
    except (subprocess.TimeoutExpired, msgspec.DecodeError):
        raise UnsafeSource(
            "the PDF takes more time or memory to read than an honest one of its size",
            source=source,
            remedy="If you trust it, print it to a new PDF",
        ) from None
    if answer.error:
        reason, _, place, remedy = answer.words
        raise _ERRORS[answer.error](reason, source=source, place=place, remedy=remedy)
    return answer.pages


def main() -> None:
    """The child: a PDF on standard input, the answer on standard output."""
    _limit()
    try:
        answer = _Answer(list(open_pages(sys.stdin.buffer.read(), "")))
    except CounterdraftError as error:
        words = (error.reason, error.source, error.place, error.remedy)
        answer = _Answer(error=type(error).__name__, words=words)
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer))


def _limit() -> None:
    """Let the system end this process at a limit, where it can."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))


if __name__ == "__main__":
    main()
