"""An address → the document that is there.

In: an address, settings. Out: ``Fetched``. Redirects are followed one by one, each checked
(``addresses``, ``connect``); each answer comes through the cache (``cache``) and within the
limits (``answer``). A server that is busy is waited for; where it cannot be reached the last
copy is used, and that is said.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from msgspec import Struct

from counterdraft.errors import (
    BadAnswer,
    FetchError,
    OfflineError,
    ServerBusy,
    ServerFailed,
    TimedOut,
    Unreachable,
    one_line,
)
from counterdraft.fetch.addresses import Hop, first_hop, next_hop
from counterdraft.fetch.answer import Kept, Say, charset, http_date, media_type, too_large
from counterdraft.fetch.settings import Settings
from counterdraft.fetch.status import is_redirect

if TYPE_CHECKING:
    from counterdraft.fetch.cache import Cache
    from counterdraft.fetch.exchange import Session

_COPY_INSTEAD = (Unreachable, TimedOut, ServerBusy, ServerFailed, BadAnswer)


class Fetched(Struct, frozen=True, kw_only=True):
    """A document as it was fetched.

    ``url`` is where it was in the end, ``redirects`` the addresses that sent on, in order,
    all in ASCII. ``media_type`` and ``charset`` are what the server says, in lower case;
    what the bytes are is the reader's to find out. ``date`` is when the server gave it or
    last confirmed it. ``from_cache`` is true of a copy, ``validated`` where the server
    confirmed that it is the present one. ``note`` is what a reader of the document must be
    told: that this is a copy, of which day, and why.
    """

    address: str
    url: str
    redirects: tuple[str, ...]
    media_type: str
    charset: str | None
    data: bytes
    date: datetime
    from_cache: bool = False
    validated: bool = False
    note: str | None = None


def fetch(address: str, settings: Settings, *, say: Say | None = None) -> Fetched:
    """The document at ``address``; ``say`` is told what is waited for.

    Raises a FetchError, SourceTooLarge over ``settings.largest_bytes``, and SettingsError
    where the environment names a proxy or certificates that cannot be used.
    """
    hop = first_hop(address)
    from counterdraft.fetch.cache import open_cache
    from counterdraft.fetch.exchange import Session

    session = Session(settings, settings.whole_seconds, say)
    with open_cache(settings, session.say) as cache:
        note = None
        while True:
            kept, said = _get(hop, session, cache)
            note = said or note
            if not is_redirect(kept.answer.status, kept.answer.headers):
                return _fetched(hop, kept, note, settings)
            hop = next_hop(hop, kept.answer.headers["location"], settings.redirects)


def _fetched(hop: Hop, kept: Kept, note: str | None, settings: Settings) -> Fetched:
    headers, data = kept.answer.headers, kept.answer.data
    if len(data) > settings.largest_bytes:  # a copy from the time of a higher limit
        raise too_large(hop, settings.largest_bytes, len(data))
    return Fetched(
        address=hop.named,
        url=hop.here.url,
        redirects=hop.passed,
        media_type=media_type(headers),
        charset=charset(headers),
        data=data,
        date=http_date(headers.get("date")) or datetime.now(UTC),
        from_cache=kept.from_cache,
        validated=kept.validated,
        note=note,
    )


def _get(hop: Hop, session: Session, cache: Cache | None) -> tuple[Kept, str | None]:
    """What is at ``hop``, and what is to be said of it if that is an old copy."""
    from counterdraft.fetch.send import send

    settings = session.settings
    if settings.offline:
        reason = "the network is not to be used"
        remedy = "Set offline to false in the settings to fetch it"
        nothing = hop.error(OfflineError, f"{reason}, and there is no copy of it", remedy)
        return _copy(hop, cache, reason, nothing)
    agent = settings.user_agent
    headers = {"user-agent": agent, "accept": "*/*", "accept-encoding": "gzip"}
    try:
        if cache is None:
            return Kept(send(hop, headers, session)), None
        return cache.answer(hop, headers, lambda more: send(hop, more, session)), None
    except _COPY_INSTEAD as error:
        return _copy(hop, cache, error.reason, error)


def _copy(hop: Hop, cache: Cache | None, why: str, nothing: FetchError) -> tuple[Kept, str]:
    """The last copy of what is not fetched, and what to say of it; raises ``nothing`` without."""
    kept = cache.copy(hop) if cache is not None else None
    if kept is None:
        raise nothing
    day = http_date(kept.answer.headers.get("date")) or datetime.now(UTC)
    return kept, one_line(f"this is the copy of {day:%Y-%m-%d %H:%M} UTC: {why}")
