"""Sponsors of a series → sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from counterdraft.lexicon.members import members
from counterdraft.model.sponsors import Sponsored, Sponsors
from counterdraft.wording.english import counted, listed, long_date, sentence


def heading(found: Sponsors) -> str:
    """What it is of."""
    return f"Sponsors of “{found.series.title}”"


def summary(found: Sponsors) -> Iterator[str]:
    """Of which texts the sponsors are known."""
    known = [text.label for text in found.texts if text.known]
    unknown = list(_runs(found.texts))
    until = f", as of {long_date(found.as_of)}" if found.as_of else ""
    if not known:
        yield (
            f"{found.series.body}{until}: no list of sponsors is known here of any of its "
            f"{counted(len(found.texts), 'text')}, {listed(unknown)}."
        )
        return
    yield (
        f"{found.series.body}{until}: sponsors are known of {counted(len(known), 'text')}, "
        f"{_span(known)}."
    )
    if unknown:
        yield f"Not known, and nothing is said of them: {listed(unknown)}."


def _runs(texts: Sequence[Sponsored]) -> Iterator[str]:
    """The texts whose sponsors are not known, those in a row by the first and the last."""
    for known, some in groupby(texts, key=lambda each: each.known):
        labels = [text.label for text in some]
        if not known:
            yield labels[0] if len(labels) == 1 else f"{labels[0]} to {labels[-1]}"


def _span(labels: Sequence[str]) -> str:
    return "–".join(dict.fromkeys((labels[0], labels[-1]))) if labels else ""


def lines(text: Sponsored) -> Iterator[str]:
    """The sponsors of one text: how many, who joined, came, left, and is missing."""
    if not text.known:
        yield "sponsors are not known"
        return
    joined = f", {len(text.joined)} of them joined after it was tabled" if text.joined else ""
    yield f"{counted(len(text.all), 'sponsor')}{joined}"
    yield f"as tabled ({len(text.first)}): {_names(text.first)}"
    if text.joined:
        yield f"joined ({len(text.joined)}): {_names(text.joined)}"
    if text.since:
        yield f"not sponsors of {text.since}, and now ({len(text.came)}): {_names(text.came)}"
        yield f"sponsors of {text.since}, and not now ({len(text.left)}): {_names(text.left)}"
    earlier = tuple(code for code in text.missing if code not in text.left)
    if earlier:
        which = "sponsors of an earlier text, and not of these two"
        yield f"{which} ({len(earlier)}): {_names(earlier)}"
    if text.other:
        yield f"not Members: {listed(list(text.other))}"


def _names(codes: Sequence[str]) -> str:
    names = sorted(members()[code].name for code in codes)
    return ", ".join(names) if names else "none"


def groups_said(found: Sponsors) -> Iterator[tuple[str, ...]]:
    """A table of groups by text, its first line the heads; nothing without groups."""
    shown = [n for n, text in enumerate(found.texts) if text.known]
    if not found.groups or not shown:
        return
    yield ("Group", *(found.texts[n].label for n in shown))
    for group in found.groups:
        yield (group.name, *(str(group.counts[n]) for n in shown))


def titled(text: Sponsored) -> str:
    """What a text is called: its year and symbol."""
    return sentence(f"{text.label}, {text.vote}")[:-1]
