"""Who is asked: addressees that an edit adds, drops or replaces, their time limits and reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.compare.pairs import Pair, quote
from counterdraft.model import Addressee, Paragraph, Quote, Shift, Span

_Placed = tuple[Paragraph, Addressee]


def addressee_shifts(pair: Pair) -> Iterator[Shift]:
    """Whom the paragraphs of an edit ask that they did not ask before, and the other way round."""
    asked, asks = _of(pair.a), _of(pair.b)
    lost, gained = _beyond(asked, asks), _beyond(asks, asked)
    if pair.a and pair.b and len(lost) == len(gained) == 1:
        (paragraph_a, before), (paragraph_b, now) = lost[0], gained[0]
        words = f"{pair.where}: addressed to {now.text} instead of {before.text}"
        yield Shift(
            "addressee", "replaced", words,
            (_who(paragraph_a, before),), (_who(paragraph_b, now),),
        )  # fmt: skip
        return
    for paragraph, each in gained:
        place = f"{pair.where}: asks" if pair.a else f"{pair.where}, which is new, asks"
        words = f"{place} {each.text} (“{_verb(each)}”)"
        yield Shift("addressee", "gained", words, b=(_who(paragraph, each),))
    for paragraph, each in lost:
        place = f"{pair.where}: no longer asks" if pair.b else f"{pair.where}, which is gone, asked"
        words = f"{place} {each.text} (“{_verb(each)}”)"
        yield Shift("addressee", "lost", words, a=(_who(paragraph, each),))


def deadline_shifts(pair: Pair, *, routine: int | None) -> Iterator[Shift]:
    """Time limits that come, go or change.

    ``routine`` is how many sessions lie between the texts: a limit that moved by as many is
    the same limit.
    """
    before, now = ([p for p in side if p.deadline] for side in (pair.a, pair.b))
    if not pair.a or not pair.b or (not before and not now):
        return
    old, new = (side[0].deadline if side else None for side in (before, now))
    if old and new:
        if old != new and not _moved_along(before[0], now[0], routine):
            words = f"{pair.where}: the time limit is “{new}” instead of “{old}”"
            yield Shift("deadline", "replaced", words, (_limit(before[0]),), (_limit(now[0]),))
    elif new:
        words = f"{pair.where}: gains a time limit, “{new}”"
        yield Shift("deadline", "gained", words, b=(_limit(now[0]),))
    else:
        words = f"{pair.where}: loses its time limit, “{old}”"
        yield Shift("deadline", "lost", words, a=(_limit(before[0]),))


def report_shifts(pair: Pair) -> Iterator[Shift]:
    """Reports that are asked for and were not, and the other way round."""
    before, now = (next((p for p in side if p.reporting), None) for side in (pair.a, pair.b))
    if now and not before:
        place = pair.where if pair.a else f"{pair.where}, which is new"
        yield Shift("report", "gained", f"{place}: asks for a report", b=(quote(now),))
    if before and not now:
        place = pair.where if pair.b else f"{pair.where}, which is gone"
        yield Shift("report", "lost", f"{place}: asks for no report any more", a=(quote(before),))


def _limit(paragraph: Paragraph) -> Quote:
    """The words of the time limit, which the parser gives without their place."""
    words = paragraph.deadline or ""
    start = paragraph.span.start + paragraph.text.find(words)
    found = words in paragraph.text
    return quote(paragraph, Span(start, start + len(words)) if found else None)


def _moved_along(before: Paragraph, now: Paragraph, routine: int | None) -> bool:
    """Whether a session or a year was carried on as the series was."""
    if routine is None:
        return False
    sides = [
        [d.session or int((d.start or "0")[:4]) for d in p.dates if d.session or d.start]
        for p in (before, now)
    ]
    return len(sides[0]) == len(sides[1]) > 0 and all(
        new - old in {0, routine} for old, new in zip(*sides, strict=True)
    )


def _of(paragraphs: Sequence[Paragraph]) -> list[_Placed]:
    return [(p, each) for p in paragraphs for each in p.addressees if each.text]


def _beyond(ones: list[_Placed], others: list[_Placed]) -> list[_Placed]:
    """Those who are not among the others: by name, else by class where the words differ."""
    names = {_name(each) for _, each in others}
    classes = [each.class_ for _, each in others if _name(each) not in {_name(o) for _, o in ones}]
    found = []
    for paragraph, each in ones:
        if _name(each) in names:
            continue
        if each.class_ in classes and each.class_ not in {"named_state", "other"}:
            classes.remove(each.class_)
            continue
        found.append((paragraph, each))
    return found


def _name(each: Addressee) -> str:
    words = (each.name or each.text).lower().removeprefix("all ").removeprefix("the ")
    return " ".join(words.split())


def _who(paragraph: Paragraph, each: Addressee) -> Quote:
    if paragraph.span.holds(each.span):
        return quote(paragraph, each.span)
    return quote(paragraph)  # asked in the paragraph above, of which this is a point


def _verb(each: Addressee) -> str:
    return each.verb[:1].lower() + each.verb[1:]
