"""Whether an IP address is one that a public server may have.

The blocks are in ``reserved.toml``. Python's own ``is_global`` is not used: what it says
of some blocks differs from one release of Python to the next.
"""

from __future__ import annotations

import socket
import tomllib
from functools import cache
from importlib.resources import files
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
)
from typing import Any, NamedTuple


class _Blocks(NamedTuple):
    ipv4: tuple[IPv4Network, ...]
    ipv6: tuple[IPv6Network, ...]
    ipv6_public: IPv6Network
    embedded: tuple[tuple[IPv6Network, int], ...]


@cache
def _blocks() -> _Blocks:
    text = files("counterdraft.fetch").joinpath("reserved.toml").read_text(encoding="utf-8")
    data: dict[str, Any] = tomllib.loads(text)
    return _Blocks(
        tuple(map(IPv4Network, data["ipv4"])),
        tuple(map(IPv6Network, data["ipv6"])),
        IPv6Network(data["ipv6_public"]),
        tuple((IPv6Network(each["block"]), each["bits"]) for each in data["embedded"]),
    )


def is_public(address: str) -> bool:
    """Whether ``address``, written as the system writes it, may be a public server's.

    An address of IPv4 inside one of IPv6 is looked at as well. What is no address is not
    public.
    """
    try:
        return _is_public(ip_address(address))
    except ValueError:
        return False


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    blocks = _blocks()
    if isinstance(address, IPv4Address):
        return not any(address in block for block in blocks.ipv4)
    for block, bits in blocks.embedded:
        if address in block:
            return _is_public(IPv4Address(int(address) >> (96 - bits) & 0xFFFFFFFF))
    return address in blocks.ipv6_public and not any(address in block for block in blocks.ipv6)


def literal(host: str) -> str | None:
    """The IP address that ``host`` is in itself, whatever its form; None for a name.

    ``2130706433``, ``0x7f.1`` and ``127.1`` are 127.0.0.1, as they are to the system.
    """
    host = host.rstrip(".")
    try:
        return str(ip_address(host))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except OSError:
        return None
