"""Connections to addresses that were checked, and none that outlasts its deadline.

A server's name is looked up once for each fetch. Where the hop must be public every
address found is checked, and the connection goes to the address that was checked: what
the name leads to a moment later does not matter. TLS still verifies the name.

Where a proxy is set in the environment it looks names up, so the check of them is the
proxy's; addresses that are written out are checked here all the same.
"""

from __future__ import annotations

import queue
import socket
import threading
import time
from collections.abc import Iterable
from typing import Any

import httpcore

from counterdraft.errors import FetchError, Unreachable, UnsafeRedirect
from counterdraft.fetch.addresses import Hop
from counterdraft.fetch.reserved import is_public, literal

Names = dict[str, tuple[str, ...]]
"""The addresses of the names looked up so far."""


def lookup(host: str, port: int) -> tuple[str, ...]:
    """The IP addresses of a name, as the system finds them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(each[4][0]) for each in found))


def private_fault(hop: Hop) -> FetchError:
    """What is wrong with a redirect to an address that is not public."""
    return hop.error(
        UnsafeRedirect,
        f"it sends on to {hop.here.netloc}, which is not a public server",
        "Name that address yourself if you trust it",
    )


def check_literal(hop: Hop) -> None:
    """Refuse a redirect to what is, without being looked up, no public server."""
    host = hop.here.host
    address = literal(host)
    local = host.rstrip(".") == "localhost" or host.rstrip(".").endswith(".localhost")
    if not hop.stayed and (local or (address is not None and not is_public(address))):
        raise private_fault(hop)


class Backend(httpcore.NetworkBackend):
    """Connects for one hop, to checked addresses, until a moment of ``time.monotonic``.

    Through a proxy it connects to the proxy, whose address is the person's own choice.
    """

    def __init__(self, hop: Hop, names: Names, deadline: float, *, proxied: bool) -> None:
        self._hop = hop
        self._names = names
        self._deadline = deadline
        self._proxied = proxied

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """The connection to the first of the checked addresses that takes it."""
        until = time.monotonic() + left(self._deadline, timeout)
        addresses = self._addresses(host, port, until)
        options = list(socket_options or ())
        for others in reversed(range(len(addresses))):
            address = addresses[-1 - others]
            # Each address gets its share of the time, so that a dead one leaves some.
            share = left(until, None, httpcore.ConnectTimeout) / (1 + others)
            try:
                stream = httpcore.SyncBackend().connect_tcp(
                    address, port, share, local_address, options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if not others:
                    raise
            else:
                return Stream(stream, self._deadline)
        raise httpcore.ConnectError("the name has no address")

    def _addresses(self, host: str, port: int, until: float) -> tuple[str, ...]:
        found = self._names.get(host)
        if found is None:
            found = self._names[host] = self._looked_up(host, port, until)
        must_be_public = not self._proxied and not self._hop.stayed
        if must_be_public and not all(map(is_public, found)):
            raise private_fault(self._hop)
        return found

    def _looked_up(self, host: str, port: int, until: float) -> tuple[str, ...]:
        """The system has no time limit for this and does not let itself be interrupted."""
        answers: queue.SimpleQueue[tuple[str, ...] | Exception] = queue.SimpleQueue()

        def look_up() -> None:
            try:
                answers.put(lookup(host, port))
            except (OSError, UnicodeError) as error:
                answers.put(error)

        threading.Thread(target=look_up, daemon=True).start()
        try:
            answer = answers.get(timeout=left(until, None, httpcore.ConnectTimeout))
        except queue.Empty:
            raise httpcore.ConnectTimeout(f"looking up {host}") from None
        if isinstance(answer, Exception):
            remedy = "Check the address, and that you are connected to the network"
            raise self._hop.error(Unreachable, f"the name {host} was not found", remedy) from None
        return answer


class Stream(httpcore.NetworkStream):
    """A connection that ends at its deadline, however slowly bytes trickle in."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes."""
        return self._stream.read(max_bytes, left(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        self._stream.write(buffer, left(self._deadline, timeout))

    def close(self) -> None:
        """End the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted, once the server has proved that it is of that name."""
        stream = self._stream.start_tls(ssl_context, server_hostname, left(self._deadline, timeout))
        return Stream(stream, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What the connection says of itself."""
        return self._stream.get_extra_info(info)


def left(
    deadline: float,
    timeout: float | None,
    late: type[httpcore.TimeoutException] = httpcore.ReadTimeout,
) -> float:
    """The seconds left, ``timeout`` at most. Raises ``late`` when there are none."""
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise late("the deadline has passed")
    return seconds if timeout is None else min(seconds, timeout)
