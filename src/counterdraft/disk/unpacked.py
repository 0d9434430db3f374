"""Bytes that gzip may have packed → the bytes themselves, within a limit."""

from __future__ import annotations

import gzip
import io
import zlib

from counterdraft.errors import DamagedSource, SourceTooLarge

_GZIP = b"\x1f\x8b"
_CHUNK = 1 << 22
_RATIO = 300


def unpacked(data: bytes, source: str, largest: int) -> bytes:
    """``data``, unpacked where gzip packed it, to ``largest`` bytes at most.

    Raises DamagedSource where it is cut short, SourceTooLarge where it is a bomb.
    """
    if not data.startswith(_GZIP):
        return data
    limit = min(largest, _RATIO * max(len(data), 10_000))
    found = bytearray()
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            while chunk := stream.read(_CHUNK):
                found += chunk
                if len(found) > limit:
                    remedy = "Unpack it by hand if you trust it"
                    raise SourceTooLarge(
                        f"it unpacks to more than {limit // 1_000_000} MB", source=source,
                        remedy=remedy,
                    )  # fmt: skip
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        reason = f"it is packed, and cannot be unpacked: {error}"
        raise DamagedSource(reason, source=source, remedy="Fetch it again") from None
    return bytes(found)
