"""What the status of an answer means, and how long its server wants to be left alone."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping

from counterdraft.errors import (
    BadAnswer,
    FetchError,
    NoSuchDocument,
    RefusedRequest,
    ServerBusy,
    ServerFailed,
)
from counterdraft.fetch.addresses import Hop
from counterdraft.fetch.answer import http_date

BUSY = frozenset({429, 502, 503, 504})
"""The statuses that a server has when it may do better a little later."""

_TOO_OFTEN = 403  # what GitHub says to whoever asked too often, for 429

_LATER = "Try again later"


def refusal(
    hop: Hop, status: int, headers: Mapping[str, str], wanted: Collection[int]
) -> FetchError | None:
    """What a status means that is neither ``wanted`` nor sends on; None for the others."""
    host = hop.here.netloc
    if status in wanted or is_redirect(status, headers):
        return None
    if status in {404, 410}:
        remedy = "Check the address"
        return hop.error(NoSuchDocument, f"{host} has no such document ({status})", remedy)
    if status in {429, 503} or (status < 500 and is_busy(status, headers)):
        wait = retry_after(headers)
        remedy = f"Try again in {wait:,.0f} seconds" if wait else _LATER
        return hop.error(ServerBusy, f"{host} is too busy to answer ({status})", remedy)
    if status >= 500:
        return hop.error(ServerFailed, f"{host} could not answer ({status})", _LATER)
    if status >= 400:
        remedy = "Save it with a browser where you may, and name the file"
        return hop.error(RefusedRequest, f"{host} does not give it to us ({status})", remedy)
    return hop.error(BadAnswer, f"{host} answered with no document ({status})", _LATER)


def is_busy(status: int, headers: Mapping[str, str]) -> bool:
    """Whether the server may do better later, also where it says so with a refusal."""
    return status in BUSY or (
        status == _TOO_OFTEN and ("retry-after" in headers or _used_up(headers))
    )


def is_redirect(status: int, headers: Mapping[str, str]) -> bool:
    """Whether the answer sends on to another address."""
    return status in {301, 302, 303, 307, 308} and "location" in headers


def retry_after(headers: Mapping[str, str]) -> float | None:
    """The seconds that the server asks to be left alone for; None where it does not say."""
    text = headers.get("retry-after", "").strip()
    if _is_number(text):
        return float(text[:9])
    reset = headers.get("x-ratelimit-reset", "").strip()
    when = http_date(text)
    if when is None and _used_up(headers) and _is_number(reset):
        return max(0.0, float(reset[:12]) - time.time())
    return max(0.0, when.timestamp() - time.time()) if when else None


def _used_up(headers: Mapping[str, str]) -> bool:
    """Whether GitHub says that no more may be asked for before ``x-ratelimit-reset``."""
    return headers.get("x-ratelimit-remaining", "").strip() == "0"


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal()
