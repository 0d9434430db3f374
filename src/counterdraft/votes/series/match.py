"""A draft → the votes on its subject, by one rule for every draft, or that it is not clear which.

A series is the draft's own where it has its title or its symbol. It is on the draft's subject where
both name the same States and every word of the series' title that says something stands in the
draft's. Where several series are so, none is chosen. What a draft cites may stand on its side: a
series of which it cites a text goes before others, but citing alone makes no subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.joining import content_of
from counterdraft.lexicon.load import load
from counterdraft.model.corpus import Corpus
from counterdraft.model.history import Series
from counterdraft.model.resolution import Citation, Paragraph, Resolution
from counterdraft.model.vote import Vote
from counterdraft.model.voted import Relation
from counterdraft.votes.series.find import find, series_of
from counterdraft.votes.series.texts import in_time, on_whole
from counterdraft.votes.series.titles import Title, same, title_of, titled
from counterdraft.wording.english import listed, shortened, some

_TITLE = 100


# What may stand between the numbers of one list: "of 8 December 2005, " and the like.
_LIST = re.compile(r"(?: of [\w ]{1,20}\d{4})?(?:[,;] |,? and |, as well as )(?:[\w ]{1,30} )?")
_PART = re.compile(r" [A-Z]$")  # "A/RES/67/234 A"
_FEWEST = 2  # texts of a series in a list, for the list to be of it
_MOST = 8  # of others are named


class Matched(NamedTuple):
    """A series for a draft, or none; how it was matched, and in words.

    ``unknown`` are resolutions that the draft cites in one list with texts of the series, and of
    which no vote is known: the series may be longer than what is known of it.
    """

    series: Series | None
    relation: Relation
    said: str
    unknown: tuple[str, ...] = ()


def match(
    resolution: Resolution, votes: Sequence[Vote], corpus: Corpus | None = None
) -> Matched | None:
    """The votes on the subject of ``resolution``; None where none are known."""
    body = resolution.organ or "General Assembly"
    texts = sorted((v for v in votes if on_whole(v) and v.body == body), key=in_time)
    own = _own(resolution, texts)
    if own:
        return _chosen(own, "own", resolution, votes, corpus)
    near = _on_subject(resolution, texts)
    return _chosen(near, "subject", resolution, votes, corpus) if near else None


def named(asked: str, votes: Sequence[Vote], corpus: Corpus | None = None) -> Matched:
    """The series that a person names for a draft. Raises what ``find`` does."""
    series = find(asked, votes, corpus)
    return Matched(series, "named", f"Votes on “{shortened(series.title, _TITLE)}”, as asked for.")


def _own(resolution: Resolution, texts: Sequence[Vote]) -> list[Vote]:
    symbols = {resolution.symbol, resolution.draft_symbol} - {None}
    named = [vote for vote in texts if {vote.symbol, vote.draft} & symbols]
    if named or not resolution.title:
        return named
    title = title_of(resolution.title)
    return [vote for vote, each in _titles(texts) if same(title, each)]


def _on_subject(resolution: Resolution, texts: Sequence[Vote]) -> list[Vote]:
    if not resolution.title:
        return []
    title = title_of(resolution.title)
    return [vote for vote, each in _titles(texts) if _is_on(title, each)]


def _is_on(draft: Title, series: Title) -> bool:
    """Whether a series' title says nothing that the draft's does not, about the same States."""
    subject = series.words - _generic()
    return bool(series.states) and series.states == draft.states and subject <= draft.words


@cache
def _generic() -> frozenset[str]:
    return content_of(" ".join(load("en/titles")["generic"]))


def _titles(texts: Sequence[Vote]) -> list[tuple[Vote, Title]]:
    return [(vote, title_of(title)) for vote in texts if (title := titled(vote))]


def _chosen(
    found: Sequence[Vote], relation: Relation, resolution: Resolution, votes: Sequence[Vote],
    corpus: Corpus | None,
) -> Matched:  # fmt: skip
    """The one series of the votes found, else the one that the draft cites, else none."""
    series = _apart(found, votes, corpus)
    cited = {c.symbol for p in resolution.paragraphs for c in (*p.citations, *p.note_citations)}
    if len(series) > 1:
        citing = [each for each in series if _symbols(each) & cited]
        series = citing if len(citing) == 1 else series
    if len(series) > 1:
        titles = listed([f"“{shortened(each.title, _TITLE)}”" for each in series])
        return Matched(None, "unclear", "Which votes are on its subject is not clear: "
                       f"there are those on {titles}. Name the series that is meant.")  # fmt: skip
    only = series[0]
    unknown = _unknown(only, resolution, votes)
    said = _said(only, relation, sorted(_symbols(only) & cited), unknown)
    return Matched(only, relation, said, unknown)


def _unknown(series: Series, resolution: Resolution, votes: Sequence[Vote]) -> tuple[str, ...]:
    """What a list that cites texts of the series cites beside them, of which no vote is known."""
    own, found = _symbols(series), dict[str, None]()
    days = {each.symbol: each.date for each in votes if each.symbol}
    for paragraph in resolution.paragraphs:
        for run in _lists(paragraph):
            symbols = {each.symbol: each for each in run if each.symbol}
            if len(own & set(symbols)) >= _FEWEST:
                known = own | {name for name, each in symbols.items() if _is_voted(each, days)}
                found |= dict.fromkeys(each for each in symbols if each not in known)
    return tuple(found)


def _is_voted(cited: Citation, days: Mapping[str, str | None]) -> bool:
    """Whether a vote on it is known, or one may be: sources have "67/234" for its part A.

    Which part that was its day tells; where the text gives none, it may be this one.
    """
    symbol = cited.symbol or ""
    whole = _PART.sub("", symbol)
    if symbol in days or whole == symbol or whole not in days:
        return symbol in days
    return not cited.date or not days[whole] or cited.date == days[whole]


def _lists(paragraph: Paragraph) -> Iterator[list[Citation]]:
    """The resolutions of a paragraph in the lists that they stand in."""
    text, offset = paragraph.text, paragraph.span.start
    run: list[Citation] = []
    for each in (c for c in paragraph.citations if c.kind == "resolution"):
        if run and not _LIST.fullmatch(text[run[-1].span.end - offset : each.span.start - offset]):
            yield run
            run = []
        run.append(each)
    yield run


def _apart(found: Sequence[Vote], votes: Sequence[Vote], corpus: Corpus | None) -> list[Series]:
    left, series = list(found), []
    while left:
        grown = series_of(left[-1].symbol or left[-1].id, [left[-1]], votes, corpus)
        ids = {each.vote.id for each in grown.entries}
        series.append(grown)
        left = [vote for vote in left if vote.id not in ids]
    return series


def _symbols(series: Series) -> set[str]:
    return {each.vote.symbol for each in series.entries if each.vote.symbol}


def _said(series: Series, relation: Relation, cited: Sequence[str], unknown: Sequence[str]) -> str:
    title = shortened(series.title, _TITLE)
    if relation == "own":
        said = f"Votes on texts of its own series, “{title}”."
    else:
        said = (
            f"Votes on the series on the same subject, “{title}”. This draft has another title: "
            "these are not votes on it, nor on texts that it continues."
        )
    if not cited:
        return said
    beside = (
        f" In one list with these it cites {some(unknown, _MOST)}, on which no vote is known here."
    )
    return f"{said} It cites {listed(list(cited))} of them.{beside if unknown else ''}"
