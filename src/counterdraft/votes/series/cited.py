"""Texts of a corpus that cite a text of a series, or that one cites, under a title like it.

A citation alone does not make a text one of a series: most texts cite many. Where no source of
votes tells of such a text, the corpus' own record says how it was adopted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.lexicon.members import member_of
from counterdraft.model.corpus import Corpus, Record
from counterdraft.model.history import Reason
from counterdraft.model.rollcall import Mode, Tally
from counterdraft.model.vote import Vote
from counterdraft.votes.series.titles import Title, alike, title_of, titled


def cited_texts(
    known: Sequence[Vote], texts: Sequence[Vote], corpus: Corpus | None
) -> Iterator[tuple[Vote, Reason]]:
    """Each text that is bound so to one of ``known``, and what binds it; none without a corpus."""
    if corpus is None:
        return
    by_symbol = {vote.symbol: vote for vote in texts if vote.symbol}
    named = [title_of(title) for vote in known if (title := titled(vote))]
    titles = {title.key: title for title in named}
    seen = {vote.symbol for vote in known if vote.symbol}
    waiting = sorted(seen)
    body = known[0].body if known else ""
    while waiting:
        symbol = waiting.pop(0)
        for other, reason in _bound(symbol, corpus):
            record = None if other in seen else corpus.record(other)
            if record is None or not _belongs(record, body, titles):
                continue
            seen.add(other)
            waiting.append(other)
            yield by_symbol.get(other) or vote_of(record), reason


def _bound(symbol: str, corpus: Corpus) -> Iterator[tuple[str, Reason]]:
    for other in corpus.cited_by(symbol):
        yield other, Reason("cites", f"it cites {symbol}")
    for other in corpus.cites(symbol):
        yield other, Reason("cited", f"{symbol} cites it")


def _belongs(record: Record, body: str, titles: dict[str, Title]) -> bool:
    if record.kind != "resolution" or record.title is None or record.organ != body:
        return False
    return any(alike(title_of(record.title), each) for each in titles.values())


def vote_of(record: Record) -> Vote:
    """How a text of a corpus was adopted, as a vote without lists."""
    how = record.adoption
    tally = (
        Tally(how.yes, how.no, how.abstain)
        if how.yes is not None and how.no is not None and how.abstain is not None
        else None
    )
    refused: Mode = "recorded vote" if tally else "unknown"
    mode: Mode = refused if how.mode == "not adopted" else how.mode
    return Vote(
        id=record.symbol or record.id, body=record.organ or "General Assembly",
        session=None if record.session is None else str(record.session),
        date=record.date, matter="text", mode=mode,
        outcome="rejected" if how.mode == "not adopted" else "adopted",
        symbol=record.symbol, draft=record.draft_symbol, title=record.title,
        agenda_item=record.agenda_item, subjects=record.subjects, tally=tally,
        tally_from=f"corpus:{record.id}" if tally else None, sponsors=_codes(record),
        accounts=(f"corpus:{record.id}",), sources=("corpus",),
    )  # fmt: skip


def _codes(record: Record) -> tuple[str, ...]:
    found = (member_of(name, record.date) for name in record.sponsors)
    return tuple(dict.fromkeys(each.code for each in found if each is not None))
