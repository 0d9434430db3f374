"""An e-mail as it is saved → its parts that may hold a draft: what it says, what is attached.

In: the bytes of a message. Out: ``Part`` values, the message's own text first, then the
files attached to it and to what it forwards, under their names. What a file is, its name says, or
the type that the message gives it, or how it begins.
"""

from __future__ import annotations

import email.parser
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import PurePath
from typing import NamedTuple

MAX_PARTS = 1_000
# What the text of a message is called among its parts.
TEXT = "text"
_UNNAMED = "attachment"
_TYPES = frozenset({
    "application/pdf", "application/msword", "application/rtf", "text/rtf", "application/xml",
    "text/xml", "text/plain", "text/html", "application/xhtml+xml", "text/markdown",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.ms-word.document.macroenabled.12", "application/vnd.oasis.opendocument.text",
})  # fmt: skip
_STARTS = (b"%PDF-", b"{\\rtf")
# Word's files and LibreOffice's are archives, which name what they hold in clear.
_ZIP, _IN_WORD, _IN_ODT = b"PK\x03\x04", b"word/document.xml", b"opendocument.text"
# Pictures in signatures, marks of encryption, invitations, visiting cards: no text of anyone's.
_NO_TEXT = re.compile(
    r"(?:image|audio|video)/|text/(?:calendar|(?:x-)?vcard)|application/(?:x-)?(?:pkcs7|pgp)-"
    r"|message/delivery-status"
)
_HEAD = 32_768
_HEADERS = re.compile(rb"(?:(?:[!-9;-~]+:[^\n]*|[ \t][^\n]*)\r?\n)+")
_FROM = re.compile(rb"^(?:from|received|return-path):", re.IGNORECASE | re.MULTILINE)
_MIME = re.compile(rb"^mime-version:", re.IGNORECASE | re.MULTILINE)
_SAVED_PAGE = re.compile(
    rb"^(?:from: *<?saved by|content-type: *multipart/related)", re.IGNORECASE | re.MULTILINE
)


class Part(NamedTuple):
    """A part of a message: its name, and its bytes; text is in UTF-8."""

    name: str
    data: bytes


class Attached(NamedTuple):
    """A file attached: its name, the type that the message gives it, whether it can be read."""

    name: str
    kind: str
    is_read: bool
    data: bytes


def is_message(data: bytes) -> bool:
    """Whether bytes begin as a saved e-mail does, and not as a page that a browser saved."""
    found = _HEADERS.match(data[:_HEAD])
    head = found[0] if found else b""
    return bool(_MIME.search(head) and _FROM.search(head)) and not _SAVED_PAGE.search(head)


def parts(data: bytes, suffixes: frozenset[str]) -> list[Part]:
    """The text of a message and the files attached that can be read.

    These are those that end in one of ``suffixes``, and those whose type or first bytes say it.
    """
    message = _message(data)
    body, found = _body(message), list[Part]()
    if body is not None and (text := _text(body)).strip():
        found.append(Part(TEXT, text))
    names = {part.name for part in found}
    for each in _attached(message, body, suffixes):
        if each.is_read:
            unique = _unique(each.name, names)
            names.add(unique)
            found.append(Part(unique, each.data))
    return found


def passed_over(data: bytes, suffixes: frozenset[str]) -> list[Attached]:
    """The files attached that may hold text and cannot be read, such as archives and tables."""
    message = _message(data)
    found = _attached(message, _body(message), suffixes)
    return [each for each in found if not each.is_read and not _NO_TEXT.match(each.kind)]


def _message(data: bytes) -> EmailMessage:
    return email.parser.BytesParser(EmailMessage, policy=email.policy.default).parsebytes(data)


def _body(message: EmailMessage) -> EmailMessage | None:
    body = message.get_body(("plain", "html"))
    return body if isinstance(body, EmailMessage) else None


def _attached(
    message: EmailMessage, body: EmailMessage | None, suffixes: frozenset[str]
) -> Iterator[Attached]:
    """Every file attached; a message that is attached is walked through itself."""
    for n, part in enumerate(message.walk()):
        if n > MAX_PARTS:
            return
        if part is body or part.is_multipart() or not isinstance(part, EmailMessage):
            continue
        name = PurePath((part.get_filename() or "").replace("\\", "/")).name
        kind = part.get_content_type()
        if not name and kind != "application/pdf":  # another form of the text, a picture in it
            continue
        suffix = PurePath(name).suffix.lower()
        if suffix not in suffixes and kind == "application/pdf":
            name = f"{name or _UNNAMED}.pdf"
        data = _data(part)
        is_read = suffix in suffixes - {".eml"} or kind in _TYPES or _begins_as_text(data)
        yield Attached(name, kind, is_read, data)


def _begins_as_text(data: bytes) -> bool:
    if data.startswith(_ZIP):
        return _IN_WORD in data or _IN_ODT in data[:_HEAD]
    return data.startswith(_STARTS)


def _text(part: EmailMessage) -> bytes:
    try:
        return str(part.get_content()).encode("utf-8", "replace")
    except (LookupError, ValueError, AssertionError):  # an encoding that nobody knows
        return _data(part)


def _data(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _unique(name: str, taken: set[str]) -> str:
    n, unique = 1, name
    while unique in taken:
        n += 1
        unique = f"{PurePath(name).stem} ({n}){PurePath(name).suffix}"
    return unique
