"""What is asked of a corpus → the answer, as the bytes of a file in the form asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, get_args

from counterdraft.corpus import rows, to_text
from counterdraft.corpus.info import info
from counterdraft.corpus.links import Link, cited_symbols, links_from, links_to
from counterdraft.corpus.novelty import novelty
from counterdraft.corpus.search import Filters, search
from counterdraft.corpus.stored import Stored
from counterdraft.corpus.symbols import organ_named, symbol_of
from counterdraft.errors import BadQuery, CorpusError, NotInCorpus
from counterdraft.model import AddresseeClass, Part
from counterdraft.model.given import days_given
from counterdraft.model.sessions import sessions_given
from counterdraft.reuse.judge import judged
from counterdraft.text.cells import table
from counterdraft.text.in_json import in_json
from counterdraft.wording.bounds import bounds_in_words


class Answer(NamedTuple):
    """What was asked for, as bytes, and what is to be said beside it.

    ``damaged`` are the segments that were left out.
    """

    data: bytes
    notes: tuple[str, ...] = ()
    damaged: tuple[CorpusError, ...] = ()


class Where(NamedTuple):
    """Where a search looks, as a person says it; see ``corpus.search.Filters``."""

    organ: str | None = None
    session: str | None = None
    since: str | None = None
    until: str | None = None
    part: Part | None = None
    phrase: str | None = None
    addressee: str | None = None
    symbol: str | None = None


def describe(corpus: Stored, form: str) -> Answer:
    """What the corpus holds, as text, JSON or CSV."""
    found = info(corpus)
    if form == "json":
        return answered(corpus, in_json(found))
    text = table(*rows.of_info(found)) if form == "csv" else to_text.info_text(found)
    return answered(corpus, text)


def find(corpus: Stored, query: str, where: Where, form: str, limit: int = 20) -> Answer:
    """The clauses that have what ``query`` asks for; raises BadQuery."""
    hits = search(corpus, query, _filters(corpus, where), limit)
    note = f"{hits.total:,} found"
    note += f", the best {len(hits.best)} shown" if hits.total > len(hits.best) else ""
    note += f"; the corpus holds {bounds_in_words(corpus.bounds())}"
    if form == "json":
        found = {
            "query": query, "total": hits.total, "corpus": corpus.bounds(),
            "hits": [
                {"score": x.score, "snippet": rows.marked(x.snippet), "clause": x.clause}
                for x in hits.best
            ],
        }  # fmt: skip
        return answered(corpus, in_json(found), note)
    text = table(*rows.of_hits(hits)) if form == "csv" else to_text.hits_text(hits)
    return answered(corpus, text, note)


def show(corpus: Stored, symbol: str, form: str) -> Answer:
    """A text of the corpus; raises NotInCorpus, and SeveralResolutions where it may be several."""
    record = corpus.record(symbol_of(symbol, (each.id for each in corpus.records)))
    if record is None:
        raise NotInCorpus("the corpus holds no such text", source=symbol)
    clauses = corpus.clauses(record)
    if form == "json":
        found = {
            "record": record,
            "clauses": [
                {k: getattr(c, k) for k in c.__struct_fields__ if k != "record"} for c in clauses
            ],
        }
        return answered(corpus, in_json(found))
    text = table(*rows.of_clauses(clauses)) if form == "csv" else to_text.show_text(record, clauses)
    return answered(corpus, text)


def cites(corpus: Stored, symbol: str, form: str) -> Answer:
    """What a text of the corpus cites; raises what ``show`` does."""
    name = symbol_of(symbol, (each.id for each in corpus.records))
    return _links(corpus, links_from(corpus, name), form)


def cited_by(corpus: Stored, symbol: str, form: str) -> Answer:
    """Where a document is cited, of the corpus or not; raises what ``show`` does."""
    known = cited_symbols(corpus) | {each.id for each in corpus.records}
    return _links(corpus, links_to(corpus, symbol_of(symbol, known)), form)


def novelties(corpus: Stored, form: str, say: Callable[[str], None] | None = None) -> Answer:
    """How much of each session stood before in the corpus; ``say`` is told what takes long."""
    found = novelty(corpus, _is_made_from, say)
    note = (
        f"measured on {bounds_in_words(corpus.bounds())} alone; of the first session of an "
        "organ nothing can be said"
    )
    if form == "json":
        return answered(corpus, in_json({"corpus": corpus.bounds(), "sessions": found}), note)
    text = table(*rows.of_novelty(found)) if form == "csv" else to_text.novelty_text(found)
    return answered(corpus, text, note)


def _is_made_from(clause: str, source: str, score: int) -> bool:
    """What "adapted" means, here as in a trace."""
    return judged(clause, source).is_source(score)


def _links(corpus: Stored, links: Sequence[Link], form: str) -> Answer:
    if form == "json":
        return answered(corpus, in_json({"corpus": corpus.bounds(), "links": links}))
    text = table(*rows.of_links(links)) if form == "csv" else to_text.links_text(links)
    return answered(corpus, text)


def _filters(corpus: Stored, where: Where) -> Filters:
    since, until = days_given(where.since, where.until)
    if where.addressee is not None and where.addressee not in get_args(AddresseeClass):
        raise BadQuery(
            f"{where.addressee!r} is no class of addressees", place="--addressee",
            remedy=f"Choose one of {', '.join(get_args(AddresseeClass))}",
        )  # fmt: skip
    ids = [each.id for each in corpus.records]
    return Filters(
        organ=organ_named(where.organ, _organs(corpus)) if where.organ else None,
        sessions=sessions_given(where.session or None),
        since=since, until=until, part=where.part, phrase=where.phrase,
        addressee=where.addressee, symbol=symbol_of(where.symbol, ids) if where.symbol else None,
    )  # fmt: skip


def _organs(corpus: Stored) -> list[str]:
    return [each.organ for each in corpus.bounds().organs]


def answered(corpus: Stored, text: str, *notes: str) -> Answer:
    """A text as the answer of a corpus, with the segments that were left out."""
    return Answer(text.encode("utf-8", "replace"), notes, tuple(corpus.damaged))
