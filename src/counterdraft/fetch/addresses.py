"""Addresses, and where a redirect may lead.

In: an address as the person typed it, or a server's ``Location``. Out: a ``Hop``: where to
go next and how it came to that. Which IP addresses a hop may use is checked when it
connects (``connect``); all else is checked here.

The address that the person named may be a private one, and a redirect may stay on its
origin. Any other redirect must lead to a public address, never down from https to http,
never with a name and password, and never in a circle.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from counterdraft.errors import BadAddress, FetchError, UnsafeRedirect

_HTTP = re.compile(r"https?://", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}
# What names of servers are made of; "%" would be a name to one program and none to another.
_NAME = re.compile(r"[a-z0-9_]([a-z0-9_.-]{0,251}[a-z0-9_.])?")


class Address(NamedTuple):
    """An address taken to pieces; ``url`` is all of it, in ASCII, without its fragment.

    ``host`` is as it is looked up (no brackets), ``netloc`` as it is written.
    """

    url: str
    scheme: str
    host: str
    port: int
    netloc: str
    target: str

    @property
    def origin(self) -> tuple[str, str, int]:
        """What makes two addresses one server's."""
        return self.scheme, self.host, self.port


class Hop(NamedTuple):
    """One step on the way from what was named to the document.

    ``named`` is what the person wrote, ``passed`` the addresses that sent on, in order.
    ``stayed`` is true as long as no redirect left the origin of what was named: so long
    the server may be a private one.
    """

    named: str
    here: Address
    passed: tuple[str, ...] = ()
    stayed: bool = True

    def error(self, kind: type[FetchError], reason: str, remedy: str) -> FetchError:
        """An error that says where on the way it happened."""
        place = f"redirected to {self.here.url}" if self.passed else ""
        return kind(reason, source=self.named, place=place, remedy=remedy)


def is_address(text: str) -> bool:
    """Whether ``text`` is meant as an address of the web, sound or not."""
    return bool(_HTTP.match(text.strip()))


def first_hop(named: str) -> Hop:
    """The first step to ``named``. Raises BadAddress where it is no address that is fetched."""
    address, fault = _address(named.strip())
    if address is None:
        remedy = "Give an address that begins with https:// or http://, as a browser shows it"
        raise BadAddress(fault, source=named, remedy=remedy)
    return Hop(named, address)


def next_hop(hop: Hop, location: str, most: int) -> Hop:
    """The step to where ``location`` leads from ``hop``, if anybody is followed there.

    Raises UnsafeRedirect, also after ``most`` redirects.
    """
    address, fault = _address(location, hop.here.url)
    passed = (*hop.passed, hop.here.url)
    if address is None:
        raise _unsafe(hop, f"it sends on to what is not fetched: {fault}")
    if hop.here.scheme == "https" and address.scheme == "http":
        raise _unsafe(hop, f"it sends on from https to http, to {address.netloc}")
    if address.url in passed:
        raise _unsafe(hop, "it sends on in a circle")
    if len(passed) > most:
        raise _unsafe(hop, f"it sends on more than {most} times")
    return Hop(hop.named, address, passed, hop.stayed and _stays(hop.here, address))


def _unsafe(hop: Hop, reason: str) -> FetchError:
    remedy = "Open it in a browser, and name the address that it ends at"
    return hop.error(UnsafeRedirect, reason, remedy)


def _stays(here: Address, there: Address) -> bool:
    """Whether a redirect stays on its server; up from http to https at their own ports does."""
    upgraded = here.origin[1:] == (there.host, 80) and there.origin[::2] == ("https", 443)
    return here.origin == there.origin or (here.scheme == "http" and upgraded)


def _address(text: str, base: str | None = None) -> tuple[Address | None, str]:
    """An address, relative to ``base`` if there is one; or None and what is wrong with it."""
    import httpx

    try:
        url = httpx.URL(base).join(text) if base else httpx.URL(text)
    except (httpx.InvalidURL, ValueError):
        return None, "the address is malformed"
    fault = _fault(url.scheme, url.raw_host.decode("ascii"), url.userinfo, url.port)
    if fault:
        return None, fault
    host, port = url.raw_host.decode("ascii"), url.port or _PORTS[url.scheme]
    written = f"[{host}]" if ":" in host else host
    netloc = written if port == _PORTS[url.scheme] else f"{written}:{port}"
    target = url.raw_path.decode("ascii")
    whole = f"{url.scheme}://{netloc}{target}"
    return Address(whole, url.scheme, host, port, netloc, target), ""


def _fault(scheme: str, host: str, userinfo: bytes, port: int | None) -> str:
    """What is wrong with the parts of an address; nothing if it is sound."""
    if scheme not in _PORTS:
        return f"{scheme}: is not fetched, only http and https" if scheme else "it has no scheme"
    if userinfo:
        return "it holds a name or password, which is not sent"
    if not host:
        return "it names no server"
    if ":" not in host and not _NAME.fullmatch(host):
        return "its server's name is malformed"
    if port is not None and not 0 < port < 65536:
        return "it has no such port"
    return ""
