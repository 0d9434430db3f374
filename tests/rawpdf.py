"""PDFs written byte by byte, for what no program writes on purpose."""

from __future__ import annotations

import hashlib
import zlib

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<" + entries + b"/Length %d>>stream\n" % len(data) + data + b"\nendstream"


def packed(data: bytes) -> bytes:
    return stream(zlib.compress(data, 9), b"/Filter/FlateDecode")


def pdf(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A file of objects, the first of which is the catalogue."""
    out, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table
        + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(out))
    )  # fmt: skip


def page(content: bytes, *more: bytes, entries: bytes = b"", xobjects: bytes = b"") -> list[bytes]:
    """The objects of a document of one page; ``more`` are numbered from 6."""
    resources = b"/Resources<</Font<</F 5 0 R>>/XObject<<" + xobjects + b">>>>"
    return [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        + resources
        + entries
        + b">>",
        content,
        FONT,
        *more,
    ]


def set_text(*lines: str, mode: int = 0, size: int = 10) -> bytes:
    """A page's content: lines of text from the top down; ``mode`` 3 is invisible."""
    shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    return f"BT /F {size} Tf {mode} Tr 72 720 Td {shown} ET".encode("cp1252")


def many_pages(count: int) -> bytes:
    """A document of empty pages."""
    kids = b" ".join(b"%d 0 R" % n for n in range(3, count + 3))
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>"
    pages = b"<</Type/Pages/Kids[" + kids + b"]/Count %d>>" % count
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", pages, *[leaf] * count])


def nested_forms(levels: int, width: int) -> bytes:
    """Forms that show ``width`` forms each, ``levels`` deep: width ** levels in all."""
    forms = [
        stream(
            b"/X Do " * width,
            b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]"
            b"/Resources<</Font<</F 5 0 R>>/XObject<</X %d 0 R>>>>" % (n + 7),
        )
        for n in range(levels)
    ]
    last = stream(set_text("x"), b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]"
                  b"/Resources<</Font<</F 5 0 R>>>>")  # fmt: skip
    content = stream(set_text("Requests nobody;") + b" /X Do")
    return pdf(page(content, *forms, last, xobjects=b"/X 6 0 R"))


def encrypted(password: bytes) -> bytes:
    """A document that opens with a password alone (RC4, 40 bits: revision 2 of the standard)."""
    identity = b"0123456789abcdef"
    owner_key = hashlib.md5((password + _PAD)[:32]).digest()[:5]
    owner = _rc4(owner_key, (password + _PAD)[:32])
    allowed = (-4).to_bytes(4, "little", signed=True)
    key = hashlib.md5((password + _PAD)[:32] + owner + allowed + identity).digest()[:5]
    user = _rc4(key, _PAD)
    locked = b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (
        owner.hex().encode(), user.hex().encode(),
    )  # fmt: skip
    named = identity.hex().encode()
    return pdf(
        [*page(stream(set_text("x"))), locked], b"/Encrypt 6 0 R/ID[<%s><%s>]" % (named, named)
    )


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    out = bytearray()
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)
