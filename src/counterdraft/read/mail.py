"""An e-mail as it is saved → its parts that may hold a draft: what it says, what is attached.

In: the bytes of a message. Out: ``Part`` values, the message's own text first, then the
files attached to it and to what it forwards, under their names.
"""

from __future__ import annotations

import email.parser
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import PurePath
from typing import NamedTuple

MAX_PARTS = 1_000
# What the text of a message is called among its parts.
TEXT = "text"
_UNNAMED = "attachment"


class Part(NamedTuple):
    """A part of a message: its name, and its bytes; text is in UTF-8."""

    name: str
    data: bytes


def parts(data: bytes, suffixes: frozenset[str]) -> list[Part]:
    """The text of a message and the files attached that end in one of ``suffixes``."""
    parser = email.parser.BytesParser(EmailMessage, policy=email.policy.default)
    message = parser.parsebytes(data)
    found: list[Part] = []
    names: set[str] = set()
    for name, content in _contents(message, suffixes):
        unique = _unique(name, names)
        names.add(unique)
        found.append(Part(unique, content))
    return found


def _contents(message: EmailMessage, suffixes: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    body = message.get_body(("plain", "html"))
    if isinstance(body, EmailMessage):
        text = _text(body)
        if text.strip():
            yield TEXT, text
    for n, part in enumerate(message.walk()):
        if n > MAX_PARTS:
            return
        if part is body or part.is_multipart() or not isinstance(part, EmailMessage):
            continue
        name = PurePath((part.get_filename() or "").replace("\\", "/")).name
        # A message that is attached is walked through itself.
        if PurePath(name).suffix.lower() in suffixes - {".eml"}:
            yield name, _data(part)
        elif part.get_content_type() == "application/pdf":
            yield f"{name or _UNNAMED}.pdf", _data(part)


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
