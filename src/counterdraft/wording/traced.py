"""What a trace found → sentences, each of them bounded by the corpus that was asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.model import (
    Adopted,
    Bounds,
    Clause,
    ClauseTrace,
    HalfQuoted,
    Match,
    Provenance,
)
from counterdraft.model.provenance import Piece, TraceVerdict
from counterdraft.wording.bounds import bounds_in_words
from counterdraft.wording.changes_said import changes_said
from counterdraft.wording.english import counted, long_date
from counterdraft.wording.paragraph_label import paragraph_label

VERDICTS: dict[TraceVerdict, str] = {
    "verbatim": "word for word",
    "adapted": "with changes",
    "not_found": "not found",
}
_DIFFERS = {
    "case": "capitals", "blanks": "blanks", "quotes": "quotation marks", "dashes": "dashes",
    "hyphens": "hyphens", "punctuation": "the marks at its end", "year": "years",
    "session": "sessions",
}  # fmt: skip
_NUMBERS = frozenset({"year", "session"})
_QUOTED = 160
# The first match is told in full, and by their places those up to this one.
_OTHERS = 4


def corpus_said(bounds: Bounds, until: str | None = None) -> str:
    """The corpus and its bounds: "the loaded corpus (1,994 texts: General Assembly 74–79)".

    ``until`` is the day up to which it was heard, where it goes on after it.
    """
    heard = f", up to {long_date(until)}" if until else ""
    texts = counted(bounds.texts, "text")
    return f"the loaded corpus ({texts}: {bounds_in_words(bounds)}{heard})"


def summary(provenance: Provenance) -> Iterator[str]:
    """How much was found, and in which texts of the same title."""
    verdicts = [clause.verdict for clause in provenance.clauses]
    first, *others = ((verdicts.count(each), words) for each, words in VERDICTS.items())
    is_ = "is" if first[0] == 1 else "are"
    found = [f"{first[0]} {is_} {first[1]}", *(f"{number} {words}" for number, words in others)]
    numbers = renumbered(provenance.clauses)
    differ = "differs" if numbers == 1 else "differ"
    but = f" Of those word for word {numbers} {differ} in years or sessions." if numbers else ""
    yield (
        f"Of {counted(len(verdicts), 'paragraph')} {', '.join(found[:-1])} and {found[-1]} in "
        f"{corpus_said(provenance.corpus, provenance.until)}.{but}"
    )
    if provenance.series:
        names = [record.symbol or record.id for record in provenance.series]
        matched = sum(any(m.own_series for m in each.matches[:1]) for each in provenance.clauses)
        stand = "stands" if matched < 2 else "stand"
        yield (
            f"Texts of the same title in it: {', '.join(names)}; "
            f"{counted(matched, 'paragraph')} of the text {stand} there, "
            "word for word or with changes."
        )


def numbers_apart(clause: ClauseTrace) -> tuple[str, ...]:
    """In what numbers a clause that is word for word still differs: ("session",)."""
    if clause.verdict != "verbatim" or not clause.matches:
        return ()
    return tuple(each for each in clause.matches[0].differs if each in _NUMBERS)


def renumbered(clauses: Sequence[ClauseTrace]) -> int:
    """How many clauses are word for word but for the numbers of years or sessions."""
    return sum(bool(numbers_apart(each)) for each in clauses)


def sentences(clause: ClauseTrace, of: Provenance) -> Iterator[str]:
    """What was found for one clause, told in short; the words changed are not repeated here.

    ``of`` is the trace that it is of.
    """
    if not clause.matches:
        yield f"{not_found_said(of)}."
    for match in clause.matches[:1]:
        yield _found(clause.verdict, match, of.day)
        if match.differs:
            yield f"It differs in {kinds_said(match.differs)}."
        for left_out in match.omitted:
            yield f"It leaves out “{_shortened(left_out)}”."
    if others := [place(each.source) for each in clause.matches[1:_OTHERS]]:
        yield f"Other wordings like it: {'; '.join(others)}."
    for piece in clause.pieces:
        yield _piece(clause, piece)
    if clause.nearest is not None:
        nearest = clause.nearest.source
        words = _shortened(nearest.text)
        yield f"To be read beside it, and no source: {place(nearest)}: “{words}”."
    if clause.half_quoted is not None:
        yield _half_quoted(clause, clause.half_quoted, of.day)


def _piece(clause: ClauseTrace, piece: Piece) -> str:
    """A part that stands in a text, or is like what stands there, and in what it is not."""
    start, where = clause.span.start, place(piece.match.source)
    words = _shortened(clause.text[piece.span.start - start : piece.span.end - start])
    if piece.match.similarity == 1.0:
        return f"“{words}” stands in {where}."
    said = changes_said(piece.match.edits)
    return f"Words like “{words}” stand in {where}.{f' {said}' if said else ''}"


def _half_quoted(clause: ClauseTrace, half: HalfQuoted, day: str | None) -> str:
    """What the draft says, what is granted where, and the main clause that it leaves out."""
    start = clause.span.start
    words = _shortened(clause.text[half.span.start - start : half.span.end - start])
    source, texts = place(half.match.source), half.match.texts
    among = f", the latest of {texts} texts of the loaded corpus that say it" if texts > 1 else ""
    like = likeness_said(half, day, "are nearly those of", "are like")
    return (
        f"Half of a concession: the words “{words}” {like} what {source}{among}, grants: "
        f"“{_shortened(half.conceded)}”. That text goes on: “{_shortened(half.main)}”. No "
        "paragraph of this one was found to say so."
    )


def likeness_said(half: HalfQuoted, day: str | None, certain: str, like: str) -> str:
    """How words are like those of a concession, by ``certain`` and ``like``, which lead to it.

    That they come from there is not even doubted of a text that is later than the ``day``.
    """
    if half.certain:
        return certain
    return like if half.match.is_after(day) else f"{like}, without being certain to come from,"


def changed(clause: ClauseTrace) -> Iterator[str]:
    """The words changed against the source, in short, but what it is told to leave out."""
    for match in clause.matches[:1]:
        if said := changes_said(match.edits, match.omitted):
            yield said


def not_found_said(of: Provenance) -> str:
    """What is not found is not in the corpus, as far as that was heard."""
    until = f" up to {long_date(of.until)}" if of.until else ""
    return f"Not found in the loaded corpus{until}"


def kinds_said(differs: Sequence[str]) -> str:
    """In what wordings that are the same still differ: "capitals, years"."""
    return ", ".join(_DIFFERS[kind] for kind in differs)


def _found(verdict: TraceVerdict, match: Match, day: str | None) -> str:
    how = "Word for word in" if verdict == "verbatim" else _with_changes(match, day)
    share = "" if verdict == "verbatim" else f", {round(100 * match.similarity)} per cent of it"
    series = ", a text of this title" if match.own_series else ""
    later = f", which is later than {long_date(day)}" if day and match.is_after(day) else ""
    told = f"{how} {place(match.source)}{series}{later}{share}"
    if match.texts == 1:
        return f"{told}; {_adopted(match)}."
    return (
        f"{told}; that wording stands in {match.texts} texts, the earliest of the loaded corpus "
        f"{place(match.earliest)}, the latest {place(match.latest)}; {_adopted(match)}."
    )


def _with_changes(match: Match, day: str | None) -> str:
    """Which of two was made from the other is told only where the days of both are known."""
    return "Adapted from" if match.is_before(day) else "Found, with changes, in"


def _adopted(match: Match) -> str:
    """How the texts were adopted: told, and never counted against the words."""
    adopted = match.adopted
    if match.texts == 1:
        vote = match.source.record.adoption
        if vote.mode == "recorded vote" and None not in (vote.yes, vote.no):
            with_ = "" if vote.abstain is None else f", with {counted(vote.abstain, 'abstention')}"
            return f"adopted by {vote.yes} to {vote.no}{with_}"
        return _alone(adopted)
    parts = [
        f"{n} adopted {words}"
        for n, words in (
            (adopted.without_vote, "without a vote"), (adopted.recorded, "by a recorded vote"),
            (adopted.unknown, "in a way that is not known"),
        ) if n
    ]  # fmt: skip
    return ", ".join(parts)


def _alone(adopted: Adopted) -> str:
    if adopted.without_vote:
        return "adopted without a vote"
    return "adopted by a recorded vote" if adopted.recorded else "how adopted is not known"


def place(clause: Clause) -> str:
    """A clause by its text, paragraph and day: "A/RES/78/218, OP3 (19 December 2023)"."""
    record = clause.record
    label = paragraph_label(clause.paragraph, clause.number)
    day = f" ({long_date(record.date)})" if record.date else ""
    return f"{record.symbol or record.id}, {label}{day}"


def _shortened(text: str) -> str:
    return text if len(text) <= _QUOTED else text[:_QUOTED].rpartition(" ")[0] + " …"
