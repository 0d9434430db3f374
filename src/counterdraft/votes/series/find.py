"""What a person calls a series → its votes: by symbol, by key, by words of a title.

In: the words, all votes, and a corpus where there is one. Out: a :class:`Series`. Where several
series may be meant none is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from counterdraft.errors import NoSeries, UnclearSeries, UnclearSymbol
from counterdraft.fetch.symbols import as_symbol
from counterdraft.model.corpus import Corpus
from counterdraft.model.history import Entry, Reason, Series
from counterdraft.model.vote import Vote
from counterdraft.votes.series.grow import Grown, grow
from counterdraft.votes.series.shipped import Shipped, shipped
from counterdraft.votes.series.texts import beside, in_time, name_of, of_title, on_whole
from counterdraft.votes.series.titles import Title, holds, same, title_of, titled
from counterdraft.wording.english import listed, shortened, some

_NEAREST, _NEAR, _NAMED, _TITLE = 3, 50.0, 6, 100


def find(asked: str, votes: Sequence[Vote], corpus: Corpus | None = None) -> Series:
    """The series that ``asked`` means. Raises NoSeries and UnclearSeries."""
    asked = " ".join(asked.split())
    texts = sorted((vote for vote in votes if on_whole(vote)), key=in_time)
    known = _known(asked)
    if known is not None:
        seed = _of_known(known, texts)
        why = f"the table of the series “{known.key}” has it"
        return _made(asked, seed, votes, texts, corpus, key=known.key, why=why)
    seed = _of_symbol(asked, texts)
    if seed:
        return _made(asked, seed, votes, texts, corpus)
    seed, why = _of_words(asked, texts), "its title has the words asked for"
    return _made(asked, seed, votes, texts, corpus, why=why)


def series_of(
    asked: str, seed: Sequence[Vote], votes: Sequence[Vote], corpus: Corpus | None = None
) -> Series:
    """The series that some votes on whole texts begin."""
    texts = sorted((vote for vote in votes if on_whole(vote)), key=in_time)
    return _made(asked, seed, votes, texts, corpus)


def _known(asked: str) -> Shipped | None:
    folded = asked.casefold()
    return next((each for each in shipped().values() if folded in {each.key, *each.aliases}), None)


def _of_known(known: Shipped, texts: Sequence[Vote]) -> list[Vote]:
    symbols = {each.symbol for each in known.rollcalls if each.body == known.body}
    seed = [vote for vote in texts if vote.symbol in symbols and vote.body == known.body]
    if not seed:
        raise NoSeries("none of its votes is known here", source=known.key)
    return seed


def _of_symbol(asked: str, texts: Sequence[Vote]) -> list[Vote]:
    """The votes on the text with a symbol; none where ``asked`` is none."""
    if not any(char.isdigit() for char in asked):
        return []
    written = {asked.casefold()}
    for words in (asked, f"General Assembly resolution {asked}"):
        try:
            written.add(as_symbol(words).casefold())
        except UnclearSymbol:
            continue
    found = [
        v for v in texts if {(v.symbol or "").casefold(), (v.draft or "").casefold()} & written
    ]
    bodies = {vote.body for vote in found}
    if len(bodies) > 1:
        raise UnclearSeries(f"it was voted on in {listed(sorted(bodies))}", source=asked)
    if not found and "/" in asked and " " not in asked:
        raise NoSeries("no vote on that text is known here", source=asked, remedy=_REMEDY)
    return found


_REMEDY = "counterdraft votes info says which votes are known; a title can be given in words"


def _of_words(asked: str, texts: Sequence[Vote]) -> list[Vote]:
    """The votes of the one series whose title has these words."""
    words = title_of(asked)
    named = [(vote, title_of(title)) for vote in texts if (title := titled(vote))]
    exact = [vote for vote, title in named if same(title, words)]
    holding = exact or [vote for vote, title in named if holds(title, words)]
    if not words.words or not holding:
        raise NoSeries(f"no vote is known whose title has these words{_near(words, texts)}",
                       source=shortened(asked, _TITLE), remedy=_REMEDY)  # fmt: skip
    series = _apart(holding, texts)
    if len(series) > 1:
        said = "; ".join(_named(each) for each in series[:_NAMED])
        more = f"; and {len(series) - _NAMED} more" if len(series) > _NAMED else ""
        raise UnclearSeries(
            f"{len(series)} series have these words: {said}{more}",
            source=shortened(asked, _TITLE), remedy="Name a symbol of the one that is meant",
        )  # fmt: skip
    return [vote for vote in holding if vote.body == series[0][0].body]


def _apart(holding: Sequence[Vote], texts: Sequence[Vote]) -> list[list[Vote]]:
    """Votes by the series that they are of, the longest first."""
    left = list(holding)
    found: list[list[Vote]] = []
    while left:
        first = left[-1]  # the latest has the title that people know
        grown = grow([first], [vote for vote in texts if vote.body == first.body])
        ids = {each.vote.id for each in grown.entries}
        found.append([each.vote for each in grown.entries])
        left = [vote for vote in left if vote.id not in ids]
    return sorted(found, key=lambda votes: (-len(votes), in_time(votes[0])))


def _named(votes: Sequence[Vote]) -> str:
    latest = votes[-1]
    title = shortened(titled(latest) or "", _TITLE)
    dates = {(vote.date or "")[:4] for vote in (votes[0], latest)}
    return f"“{title}” ({latest.body}, {'–'.join(sorted(dates))}, {name_of(latest)})"


def _near(words: Title, texts: Sequence[Vote]) -> str:
    titles = dict.fromkeys(title for vote in texts if (title := titled(vote)))
    scored = (
        (-fuzz.token_sort_ratio(words.key, title_of(title).key), shortened(title, _TITLE))
        for title in titles
    )
    best = [f"“{title}”" for score, title in sorted(scored)[:_NEAREST] if score <= -_NEAR]
    return f"; nearest: {some(best, _NEAREST)}" if best else ""


def _made(
    asked: str, seed: Sequence[Vote], votes: Sequence[Vote], texts: Sequence[Vote],
    corpus: Corpus | None, *, key: str | None = None, why: str = "it was asked for",
) -> Series:  # fmt: skip
    body = seed[0].body
    grown = grow(seed, [vote for vote in texts if vote.body == body], corpus, why)
    return assembled(asked, body, grown, votes, key=key)


def assembled(
    asked: str, body: str, grown: Grown, votes: Sequence[Vote], *, key: str | None = None,
    title: str | None = None, notes: Sequence[str] = (),
) -> Series:  # fmt: skip
    """A series of its texts, with what else was voted on about them."""
    whole = [each.vote for each in grown.entries]
    ids = {vote.id for vote in whole}
    others = tuple(_others([vote for vote in votes if vote.id not in ids], whole))
    titles = [each for vote in reversed(whole) if (each := titled(vote))]
    return Series(
        title=title or (titles[0] if titles else whole[-1].title) or asked, body=body, asked=asked,
        key=key,
        entries=grown.entries, others=others, unclear=grown.unclear,
        notes=(*notes, *_doubles(whole)),
    )  # fmt: skip


def _others(votes: Sequence[Vote], whole: Sequence[Vote]) -> list[Entry]:
    found = []
    for vote in sorted(votes, key=in_time):
        said = beside(vote, whole) or (of_title(vote, whole) if not on_whole(vote) else None)
        if said:
            found.append(Entry(vote, (Reason("text", said),)))
    return found


def _doubles(whole: Sequence[Vote]) -> list[str]:
    """Sessions with more than one text: which of them follows the one before is not known."""
    sessions: dict[str, list[str]] = {}
    for vote in whole:
        if vote.session:
            sessions.setdefault(vote.session, []).append(name_of(vote))
    return [
        f"Session {session} has {len(names)} texts: {listed(names)}. All are shown; which is the "
        "one of this series a file can say (--save)."
        for session, names in sessions.items()
        if len(names) > 1
    ]
