"""One request and its answer, with every failure put in words.

``httpx`` and ``httpcore`` are imported here and in ``connect``, so whoever imports this
module does it where something is fetched and not before.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from typing import NamedTuple
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from counterdraft.errors import (
    BadAddress,
    BadAnswer,
    FetchError,
    SettingsError,
    TimedOut,
    Unreachable,
    UntrustedServer,
    one_line,
)
from counterdraft.fetch.addresses import Address, Hop
from counterdraft.fetch.answer import Say
from counterdraft.fetch.connect import Backend, Names, check_literal
from counterdraft.fetch.settings import Settings

_LATER = "Try again later"
_PROXIES = frozenset({"http", "https"})


class Session:
    """What the requests of one fetch share: the settings, names looked up, time that is left."""

    def __init__(self, settings: Settings, seconds: float, say: Say | None) -> None:
        self.settings = settings
        self.names: Names = {}
        self.seconds = seconds
        self.deadline = time.monotonic() + seconds
        self._say = say

    def say(self, words: str) -> None:
        """Tell the person what goes on."""
        if self._say is not None:
            self._say(one_line(words))

    def sleep(self, seconds: float) -> None:
        """Wait; the time waited is not counted as the server's."""
        time.sleep(seconds)
        self.deadline += seconds

    def begin_anew(self) -> None:
        """Let the time run from now: for another document of the same server."""
        self.deadline = time.monotonic() + self.seconds

    @property
    def over(self) -> bool:
        """Whether there is no time left."""
        return time.monotonic() >= self.deadline

    @cached_property
    def ssl_context(self) -> ssl.SSLContext:
        """Whom to trust: SSL_CERT_FILE or SSL_CERT_DIR of the environment, else certifi."""
        try:
            return httpx.create_ssl_context()
        except OSError as error:
            raise SettingsError(
                f"the certificates cannot be read: {error.strerror or error}",
                source="environment",
                place="SSL_CERT_FILE",
                remedy="Check the path, or unset it",
            ) from None


class Opened(NamedTuple):
    """An answer whose body is still to come, in ``chunks``."""

    status: int
    headers: Mapping[str, str]
    chunks: Iterator[bytes]


@contextmanager
def exchange(hop: Hop, headers: Mapping[str, str], session: Session) -> Iterator[Opened]:
    """Ask for ``hop`` and hand over the answer; what fails meanwhile is raised as a FetchError."""
    check_literal(hop)
    here, settings = hop.here, session.settings
    sent = {"host": here.netloc, **headers}
    seconds = {"connect": settings.connect_seconds} | dict.fromkeys(
        ("read", "write", "pool"), settings.read_seconds
    )
    port = here.port if here.netloc.endswith(f":{here.port}") else None
    url = httpcore.URL(scheme=here.scheme, host=here.host, port=port, target=here.target)
    # One connection for one request, so that each is checked anew.
    with _failures(hop, session), _pool(hop, session) as pool:
        pairs = [(name.encode(), value.encode()) for name, value in sent.items()]
        with pool.stream("GET", url, headers=pairs, extensions={"timeout": seconds}) as response:
            yield Opened(response.status, _headers(response.headers), response.iter_stream())


def _headers(pairs: list[tuple[bytes, bytes]]) -> dict[str, str]:
    """The headers by name in lower case, without cookies, which nobody is to keep."""
    found: dict[str, str] = {}
    for name, value in pairs:
        key, words = name.decode("ascii").lower(), value.decode("latin-1")
        if key != "set-cookie":
            found[key] = f"{found[key]}, {words}" if key in found else words
    return found


def _pool(hop: Hop, session: Session) -> httpcore.ConnectionPool:
    proxy = _proxy(hop.here)
    context = session.ssl_context if hop.here.scheme == "https" else None
    backend = Backend(hop, session.names, session.deadline, proxied=proxy is not None)
    if proxy is None:
        return httpcore.ConnectionPool(ssl_context=context, network_backend=backend)
    if proxy.url.scheme not in _PROXIES:
        raise SettingsError(
            f"a proxy of the kind {proxy.url.scheme} is not used",
            source="environment",
            place=f"{hop.here.scheme.upper()}_PROXY",
            remedy="Name one that begins with http://",
        )
    where = httpcore.URL(
        scheme=proxy.url.raw_scheme, host=proxy.url.raw_host, port=proxy.url.port, target=b"/"
    )
    return httpcore.HTTPProxy(
        where, proxy_auth=proxy.raw_auth, ssl_context=context, network_backend=backend
    )


def _proxy(here: Address) -> httpx.Proxy | None:
    """The proxy that the environment names for this address."""
    proxies = getproxies()
    named = proxies.get(here.scheme) or proxies.get("all")
    if not named or proxy_bypass(here.netloc):
        return None
    try:
        return httpx.Proxy(named if "://" in named else f"http://{named}")
    except (httpx.InvalidURL, ValueError):
        raise SettingsError(
            "the proxy's address is malformed",
            source="environment",
            place=f"{here.scheme.upper()}_PROXY",
            remedy="Mend it, or unset it",
        ) from None


# -- failures, in words


@contextmanager
def _failures(hop: Hop, session: Session) -> Iterator[None]:
    try:
        yield
    except httpcore.TimeoutException as error:
        raise _late(hop, session, connecting=isinstance(error, httpcore.ConnectTimeout)) from None
    except httpcore.ConnectError as error:
        raise _no_connection(hop, error) from None
    except httpcore.ProxyError as error:
        remedy = "Check HTTPS_PROXY and its name and password"
        raise hop.error(Unreachable, f"the proxy does not pass it on: {error}", remedy) from None
    except (httpcore.NetworkError, httpcore.RemoteProtocolError):
        reason = f"the connection to {hop.here.netloc} broke off"
        raise hop.error(BadAnswer, reason, _LATER) from None
    except (httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
        remedy = "Check the address"
        raise hop.error(BadAddress, f"it cannot be asked for: {error}", remedy) from None


def _late(hop: Hop, session: Session, *, connecting: bool) -> FetchError:
    settings, host = session.settings, hop.here.netloc
    if session.over:
        reason = f"{host} did not finish within {session.seconds:g} seconds"
        return hop.error(
            TimedOut, reason, "Try again later, or raise whole_seconds in the settings"
        )
    if connecting:
        reason = f"{host} did not take the call within {settings.connect_seconds:g} seconds"
        return hop.error(TimedOut, reason, "Check the address and your connection")
    reason = f"{host} was silent for {settings.read_seconds:g} seconds"
    return hop.error(TimedOut, reason, _LATER)


def _no_connection(hop: Hop, error: BaseException) -> FetchError:
    cause, host = error.__cause__ or error.__context__ or error, hop.here.netloc
    if isinstance(cause, ssl.SSLError):
        reason = f"{host} does not prove that it is the server of that name: {_tls_reason(cause)}"
        return hop.error(UntrustedServer, reason, "Do not trust it; ask who runs it")
    if isinstance(cause, ConnectionRefusedError):
        reason = f"{host} refused the connection"
        return hop.error(Unreachable, reason, "Check the address and its port")
    said = cause.strerror if isinstance(cause, OSError) and cause.strerror else str(cause)
    reason = f"{host} cannot be reached: {said}"
    return hop.error(Unreachable, reason, "Check that you are connected to the network")


def _tls_reason(error: ssl.SSLError) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    return (error.reason or "the encryption could not be agreed on").replace("_", " ").lower()
