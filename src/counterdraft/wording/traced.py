"""What a trace found → sentences, each of them bounded by the corpus that was asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

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
    found = found_by(provenance)
    numbers = renumbered(found["verbatim"])
    differ = "differs" if numbers == 1 else "differ"
    but = f" Of those word for word {numbers} {differ} in years or sessions." if numbers else ""
    yield (
        f"Of {counted(len(provenance.clauses), 'paragraph')} {_counts(found)} in "
        f"{corpus_said(provenance.corpus, provenance.until)}{_later_said(provenance)}.{but}"
    )
    if provenance.series:
        names = [record.symbol or record.id for record in provenance.series]
        matched = sum(any(m.own_series for m in each.matches[:1]) for each in provenance.clauses)
        yield (
            f"Texts of the same title in it: {', '.join(names)}; "
            f"{counted(matched, 'paragraph')} of the text {_stand(matched)} there, "
            "word for word or with changes."
        )


def _counts(found: Mapping[TraceVerdict, Sequence[ClauseTrace]]) -> str:
    """How many stand how: "2 stand word for word, 1 stands with changes and 3 are not found"."""
    same, changed, absent = (len(found[each]) for each in VERDICTS)
    is_not = "is" if absent == 1 else "are"
    return (
        f"{same} {_stand(same)} word for word, {changed} {_stand(changed)} with changes and "
        f"{absent} {is_not} not found"
    )


def _stand(number: int) -> str:
    return "stands" if number == 1 else "stand"


def found_by(provenance: Provenance) -> dict[TraceVerdict, list[ClauseTrace]]:
    """The clauses by what is to be counted of them in the corpus as far as it was heard.

    Up to a day, those that stand in later texts alone are not found.
    """
    by: dict[TraceVerdict, list[ClauseTrace]] = {each: [] for each in VERDICTS}
    for clause in provenance.clauses:
        late = provenance.until is not None and is_later(clause, provenance)
        by["not_found" if late else clause.verdict].append(clause)
    return by


def is_later(clause: ClauseTrace, of: Provenance) -> bool:
    """Whether a clause was found, and in texts alone that are later than the text."""
    return bool(
        clause.verdict != "not_found" and clause.matches and clause.matches[0].is_after(of.day)
    )


def _later_said(provenance: Provenance) -> str:
    """What is found in later texts alone; nothing where there is none."""
    later = sum(is_later(each, provenance) for each in provenance.clauses)
    if not later:
        return ""
    if provenance.until is None:
        return f"; of those found {later} {_stand(later)} in later texts alone"
    return f"; {later} of these {_stand(later)} word for word in later texts alone"


def verdict_said(clause: ClauseTrace, of: Provenance) -> str:
    """What was found of a clause: "word for word", or "word for word, in later texts alone"."""
    later = ", in later texts alone" if is_later(clause, of) else ""
    return f"{VERDICTS[clause.verdict]}{later}"


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
