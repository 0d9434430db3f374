"""Asking a server for one address, and again where it is busy or the connection broke."""

from __future__ import annotations

from collections.abc import Mapping

from counterdraft.errors import BadAnswer, ServerBusy
from counterdraft.fetch.addresses import Hop
from counterdraft.fetch.answer import Answer, whole_body
from counterdraft.fetch.exchange import Session, exchange
from counterdraft.fetch.status import is_busy, refusal, retry_after

_DOCUMENT = frozenset({200, 203})
_CONDITIONS = frozenset({"if-none-match", "if-modified-since"})


def send(hop: Hop, headers: Mapping[str, str], session: Session) -> Answer:
    """What the server answers: a document, that it has not changed, or where to go instead.

    Raises a FetchError for every other answer, after as many tries as the settings allow.
    """
    tried = 0
    while True:
        more = tried < session.settings.retries
        try:
            answer = _once(hop, headers, session)
        except BadAnswer:
            if not more:
                raise
            pause(hop, session, tried, "did not answer as it should")
        else:
            if not more or not is_busy(answer.status, answer.headers):
                break
            asked = retry_after(answer.headers)
            pause(hop, session, tried, f"is busy ({answer.status})", asked)
        tried += 1
    wanted = _DOCUMENT | {304} if _CONDITIONS & headers.keys() else _DOCUMENT
    fault = refusal(hop, answer.status, answer.headers, wanted)
    if fault is not None:
        raise fault
    return answer


def _once(hop: Hop, headers: Mapping[str, str], session: Session) -> Answer:
    with exchange(hop, headers, session) as opened:
        data = b""
        if opened.status in _DOCUMENT:
            largest = session.settings.largest_bytes
            data = whole_body(hop, opened.headers, opened.chunks, largest)
        return Answer(opened.status, opened.headers, data)


def pause(hop: Hop, session: Session, tried: int, why: str, asked: float | None = None) -> None:
    """Wait as long as the server ``asked``, else a little longer each time.

    Raises ServerBusy where it asks for longer than the settings allow.
    """
    settings, host = session.settings, hop.here.netloc
    longest = settings.longest_wait_seconds
    if asked is not None and asked > longest:
        reason = f"{host} asks to be left alone for {asked:,.0f} seconds"
        remedy = f"Try again after that; at most {longest:g} seconds are waited"
        raise hop.error(ServerBusy, reason, remedy)
    seconds = asked if asked is not None else min(settings.pause_seconds * 2**tried, longest)
    session.say(f"{host} {why}: it is asked again in {seconds:.3g} seconds")
    session.sleep(seconds)
