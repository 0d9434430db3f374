"""Every error that Counterdraft raises on purpose.

::

    CounterdraftError
    ├── ReadError            a source cannot become a Document
    │   ├── SourceNotFound       no such file, or it may not be opened
    │   ├── UnsupportedSource    a format that no reader takes
    │   ├── DamagedSource        the format is known, the bytes are not sound
    │   ├── UnsafeSource         entities, bombs, paths that lead outside
    │   ├── SourceTooLarge       over a limit
    │   ├── NeedsBrowser         a web page that is blank until its scripts have run
    │   └── EmptySource          nothing to read
    ├── NoResolution         a document holds no draft or resolution
    ├── LexiconError         an entry of the lexicon is not valid
    └── WriteError           a result cannot be written

Each carries what a person needs to act: the source, the place in it and the
remedy. ``str(error)`` is that, on one line.
"""

from __future__ import annotations


class CounterdraftError(Exception):
    """What went wrong (``reason``), in which source, where in it, and what helps."""

    def __init__(self, reason: str, *, source: str = "", place: str = "", remedy: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.source = source
        self.place = place
        self.remedy = remedy

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.source, self.place) if part)
        line = f"{where}: {self.reason}" if where else self.reason
        words = " ".join((f"{line}. {self.remedy}" if self.remedy else line).split())
        # What a file is called must not command the terminal that shows it.
        return "".join(c if c.isprintable() else "\ufffd" for c in words)

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (type(self), self.reason, self.source, self.place, self.remedy))


def _rebuild(
    kind: type[CounterdraftError], reason: str, source: str, place: str, remedy: str
) -> CounterdraftError:
    return kind(reason, source=source, place=place, remedy=remedy)


class ReadError(CounterdraftError):
    """A source cannot become a Document."""


class SourceNotFound(ReadError):
    """There is no such source, or it may not be opened."""


class UnsupportedSource(ReadError):
    """No reader takes this format."""


class DamagedSource(ReadError):
    """The format is known, but the bytes are not sound."""


class UnsafeSource(ReadError):
    """The source tries something that no honest document needs."""


class SourceTooLarge(ReadError):
    """The source, or what it unpacks to, is over a limit."""


class NeedsBrowser(ReadError):
    """A web page has no text of its own: its scripts would fetch it."""


class EmptySource(ReadError):
    """There is nothing in the source to read."""


class NoResolution(CounterdraftError):
    """A document was read, and holds no draft or resolution."""


class LexiconError(CounterdraftError):
    """An entry of the lexicon is not valid."""


class WriteError(CounterdraftError):
    """A result cannot be written; nothing was changed."""
