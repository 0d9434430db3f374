"""What a person names on the command line → the sources to read, one after another.

In: paths of files, folders, zip archives and e-mails, ``-``, addresses, symbols of documents.
Out: ``Source`` values, small enough to hand to another process.
A path that exists is that file, whatever else its name could mean. A folder is walked
in the order of its names; hidden files are passed over.
"""

from __future__ import annotations

import os
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from counterdraft.errors import (
    DamagedSource,
    EmptySource,
    ReadError,
    SourceNotFound,
    SourceTooLarge,
    UnsupportedSource,
)  # fmt: skip
from counterdraft.fetch.addresses import is_address
from counterdraft.fetch.symbols import as_symbol, is_symbol
from counterdraft.model.given import Name
from counterdraft.model.given import names as names_of
from counterdraft.read.mail import Attached, is_message, parts, passed_over

MAX_MEMBERS = 100_000
MAX_MAIL = 100_000_000
STDIN = "-"
# What a folder or an archive is searched for; a file named by itself is read whatever it is.
SUFFIXES = frozenset({
    ".txt", ".text", ".md", ".markdown", ".xml", ".akn", ".eml", ".pdf", ".docx", ".docm",
    ".doc", ".odt", ".rtf", ".html", ".htm", ".xhtml", ".mht", ".mhtml",
})  # fmt: skip

# Files with these endings are no e-mails, or e-mails, whatever they begin with.
_TELLING = SUFFIXES - {".txt", ".text"} | {".zip"}
_HEAD = 32_768
# The name of a member that is no path within: of the root, or of a drive.
_OUTSIDE = re.compile(r"[/\\]|[A-Za-z]:")

Origin = Literal["here", "address", "symbol"]


class Source(NamedTuple):
    """One thing to read.

    From ``here`` it is a file, a member of an archive or of an e-mail, or standard input; else
    ``path`` is the address or the symbol of a document to be fetched. ``data`` is there where it
    came through a pipe, and cannot be read again.
    """

    name: str
    path: str
    member: str | None = None
    origin: Origin = "here"
    data: bytes | None = None


class Found(NamedTuple):
    """A source, or what is wrong with something that was to be searched for sources."""

    source: Source | None
    error: ReadError | None = None


def find_sources(names: Name | Iterable[Name]) -> Iterator[Found]:
    """Every source that ``names`` lead to, in order; a bad one does not stop the rest.

    One name by itself is one.
    """
    for name in names_of(names):
        path = Path(name)
        if name != STDIN and _exists(path) and path.is_dir():
            yield from _in_folder(path)
        elif name != STDIN and _exists(path) and is_archive(path):
            yield from _in_archive(path)
        elif name != STDIN and _exists(path) and is_mail(path):
            yield from _in_mail(path)
        else:
            yield _named(name)


def _named(name: str) -> Found:
    try:
        return Found(one_source(name))
    except ReadError as error:
        return Found(None, error)


def one_source(name: str) -> Source:
    """The one source that a name stands for: a file, ``-``, an address, or a symbol.

    A part of an e-mail and a member of an archive are named as their path and their own name,
    "mail.eml/L.23.pdf".

    Raises SourceNotFound, and UnclearSymbol where it may be several documents.
    """
    if name == STDIN or _exists(Path(name)):
        return source_of(name)
    if is_address(name):
        return Source(name, name, origin="address")
    if is_symbol(name):
        symbol = as_symbol(name)
        return Source(symbol, symbol, origin="symbol")
    holder = _holder(Path(name))
    if holder is not None:
        return source_of(str(holder), Path(name).relative_to(holder).as_posix())
    remedy = "Check the path; symbols are written like A/RES/79/181"
    raise SourceNotFound("no such file or folder", source=name, remedy=remedy)


def source_of(path: str, member: str | None = None) -> Source:
    """A source by its path; its name is what can be shown of that."""
    if path == STDIN and member is None:
        return Source("<stdin>", STDIN)
    path_shown = "<stdin>" if path == STDIN else path
    whole = path_shown if member is None else f"{path_shown}/{member}"
    return Source(os.fsencode(whole).decode("utf-8", "replace"), path, member)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that the system does not take
        return False


def is_archive(path: Path) -> bool:
    """Whether a file is a zip archive, by its name."""
    return path.suffix.lower() == ".zip" and path.is_file()


def _in_folder(folder: Path) -> Iterator[Found]:
    found = False
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if hidden or not path.is_file():
            continue
        if is_archive(path):
            found = True
            yield from _in_archive(path)
        elif is_mail(path):
            found = True
            yield from _in_mail(path)
        elif path.suffix.lower() in SUFFIXES:
            found = True
            yield Found(source_of(str(path)))
    if not found:
        yield Found(None, _nothing_in(str(folder), "the folder"))


def _nothing_in(name: str, what: str) -> EmptySource:
    kinds = ", ".join(sorted(SUFFIXES))
    return EmptySource(f"{what} holds no file to read", source=name, remedy=f"It reads {kinds}")


def is_mail(path: Path) -> bool:
    """Whether a file is a saved e-mail: by its name, or, where that says nothing, as it begins."""
    suffix = path.suffix.lower()
    if suffix in _TELLING or not _exists(path) or not path.is_file():
        return suffix == ".eml"
    try:
        with path.open("rb") as stream:
            return is_message(stream.read(_HEAD))
    except OSError:
        return False


def _holder(path: Path) -> Path | None:
    """The e-mail or archive that a path leads into."""
    above = next((each for each in path.parents if _exists(each) and each.is_file()), None)
    return above if above is not None and (is_archive(above) or is_mail(above)) else None


def mail_of(path: Path) -> bytes:
    """The bytes of a saved e-mail, of a longer one the first ``MAX_MAIL``; raises OSError."""
    with path.open("rb") as stream:
        return stream.read(MAX_MAIL)


def _in_mail(path: Path) -> Iterator[Found]:
    """The text of an e-mail, and the files attached to it."""
    try:
        data = mail_of(path)
    except OSError as error:
        reason = f"the file cannot be read: {error.strerror or error}"
        remedy = "Check the path and its permissions"
        yield Found(None, SourceNotFound(reason, source=str(path), remedy=remedy))
        return
    yield from in_message(data, str(path))


def in_message(data: bytes, path: str, *, piped: bool = False) -> Iterator[Found]:
    """The parts of a message at ``path``, and an error for each file attached that is not read."""
    found = parts(data, SUFFIXES)
    over = passed_over(data, SUFFIXES)
    name = source_of(path).name
    if not found and not over:
        reason = "the e-mail has neither text nor a file attached that can be read"
        remedy = "Save what is attached by itself"
        yield Found(None, EmptySource(reason, source=name, remedy=remedy))
    for part in found:
        source = source_of(path, part.name)
        yield Found(source._replace(data=part.data) if piped else source)
    for each in over:
        yield Found(None, _not_read(name, each))


def _not_read(mail: str, each: Attached) -> UnsupportedSource:
    return UnsupportedSource(
        f"attached is a file that is not read here ({each.kind})", source=f"{mail}/{each.name}",
        remedy="Save it, unpack it if it is an archive, and name what is meant",
    )  # fmt: skip


def _in_archive(path: Path) -> Iterator[Found]:
    try:
        members = members_of(path)
    except DamagedSource as error:
        yield Found(None, error)
        return
    if len(members) > MAX_MEMBERS:
        reason = f"the archive has {len(members):,} members, more than {MAX_MEMBERS:,}"
        yield Found(None, SourceTooLarge(reason, source=str(path), remedy="Unpack it in parts"))
        return
    wanted = sorted(m.filename for m in members if _is_wanted(m))
    if not wanted:
        yield Found(None, _nothing_in(str(path), "the archive"))
    for member in wanted:
        yield Found(source_of(str(path), member))


def members_of(path: Path) -> list[zipfile.ZipInfo]:
    """What an archive holds. Raises DamagedSource."""
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, OSError) as error:
        remedy = "Fetch or pack it again"
        reason = f"the archive cannot be opened: {error}"
        raise DamagedSource(reason, source=str(path), remedy=remedy) from None


def leads_out(member: str) -> bool:
    """Whether the name of a member is that of a file outside of its archive, on any system."""
    return _OUTSIDE.match(member) is not None or ".." in re.split(r"[/\\]", member)


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    parts = Path(member.filename).parts
    hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in parts)
    return not member.is_dir() and not hidden and Path(member.filename).suffix.lower() in SUFFIXES
