"""What dated register entries say to the claims of a text."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from counterdraft.model.framed import Columns, Framed
from counterdraft.model.register import Act, Entry
from counterdraft.model.span import Span

VERDICTS_SCHEMA = "counterdraft/verdicts/1"

Holds = Literal["holds", "does not hold", "contested", "attributed", "unknown"]
"""``contested``: registers disagree, all are shown. ``attributed``: the text says that somebody
said it, and no source was found. ``unknown``: nothing dated and precise enough settles it."""


class Verdict(Struct, frozen=True, kw_only=True):
    """A claim and what the registers say to it.

    ``claim`` are the words at ``span``; ``read`` says as what it was read ("signature of the
    Convention … by the Democratic People's Republic of Korea on 3 July 2013"), ``said`` what comes
    of it, in sentences. ``entries`` are what it rests on. A slip is put as ``question``, beside the
    verdict. ``nearby`` says what the claim does not say and may be taken to say ("a signature is
    not a ratification").
    """

    paragraph: str
    span: Span
    claim: str
    act: Act
    read: str
    verdict: Holds
    said: tuple[str, ...]
    entries: tuple[Entry, ...] = ()
    question: str | None = None
    nearby: tuple[str, ...] = ()


class Verdicts(Framed, frozen=True, kw_only=True):
    """All claims of a text that registers were asked about, in its order.

    ``as_of`` is the day that they are held against; ``registers`` the names of those
    that were asked; the source of each entry, and the day it was kept to, stand with it.
    ``language`` is that of the text: claims are read in English, in another none was looked for.
    ``lacking`` are the parts of it that may not have been read, in words.
    """

    schema: str = VERDICTS_SCHEMA
    source: str
    symbol: str | None = None
    title: str | None = None
    language: str = "en"
    as_of: str | None = None
    registers: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    lacking: tuple[str, ...] = ()

    def columns(self) -> Columns:
        """A row for each claim: of which text, what it says, and what the entries say to it."""
        return {
            "source": [self.source for _ in self.verdicts],
            "symbol": [self.symbol for _ in self.verdicts],
            "paragraph": [each.paragraph for each in self.verdicts],
            "claim": [each.claim for each in self.verdicts],
            "read": [each.read for each in self.verdicts],
            "verdict": [each.verdict for each in self.verdicts],
            "sources": [_sources(each) for each in self.verdicts],
            "question": [each.question for each in self.verdicts],
            "said": [" ".join(each.said) for each in self.verdicts],
            "not_read": ["; ".join(self.lacking) or None for _ in self.verdicts],
        }


def _sources(verdict: Verdict) -> str:
    return "; ".join(dict.fromkeys(entry.source for entry in verdict.entries))
