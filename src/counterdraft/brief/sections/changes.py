"""What changed since the last brief of a dossier: what it names, and what the brief says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.align.words import word_edits
from counterdraft.brief.beside_since import beside_told
from counterdraft.brief.case import Case
from counterdraft.brief.items import Change, changes, items_of
from counterdraft.brief.kept import Item, ItemKind
from counterdraft.brief.report import Bullets, Evidence, Part, Prose, Section, Statement
from counterdraft.wording.english import counted, shortened

QUOTE = 120
MOST = 8  # stretches of words that went or came
_TITLES: dict[ItemKind, tuple[str, str]] = {
    "paragraph": ("Paragraphs", "paragraph"), "finding": ("Findings", "finding"),
    "topic": ("Topics of mandates", "topic"), "claim": ("Claims", "claim"),
    "votes": ("Votes", "account of votes"),
}  # fmt: skip
_HOW = ("new", "changed", "moved", "gone")


def changed(case: Case) -> Section | None:
    """The section; None where there was no brief before this one."""
    kept = case.known.dossier
    if kept is None or kept.before is None:
        return None
    found = changes(kept.before, items_of(case.resolution, case.known))
    lead = (_lead(kept.before_of, found), *beside_told(kept.beside_before, kept.beside))
    parts: list[Part] = [Prose(tuple(map(Statement, lead)))]
    for kind, (title, _) in _TITLES.items():
        if some := [each for each in found if each.kind == kind]:
            parts.append(Bullets(title, tuple(_said(case, each) for each in some)))
    return Section("changes", "What changed since the last brief", tuple(parts))


def _lead(of: str, found: Sequence[Change]) -> str:
    lead = f"Held against the brief before this one, of {of}"
    if not found:
        return f"{lead}: no paragraph, finding, topic or claim is new, gone or changed."
    return f"{lead}: {', '.join(_counts(found))}."


def _counts(found: Sequence[Change]) -> Iterator[str]:
    for kind, (_, name) in _TITLES.items():
        for how in _HOW:
            if number := sum(each.kind == kind and each.how == how for each in found):
                plural = name.replace(" ", "s ", 1) if " " in name else f"{name}s"
                yield counted(number, f"{name} {how}", f"{plural} {how}")


def _said(case: Case, change: Change) -> Statement:
    """What became of one thing, with its place where it is in the text now."""
    before, now = change.before, change.now
    if now is None:
        return Statement(f"Gone: {_named(before, change.was)}" if before else "")
    if before is None:
        return Statement(f"New: {_named(now)}", _places(case, now))
    was = f"it was: {change.was or before.text}"
    if now.kind == "paragraph":
        was = _differs(before, now)
    number = f", {before.label} before" if before.label != now.label else ""
    moved = ", moved" if change.moved and change.how == "changed" else ""
    told = f"{change.how.capitalize()}: {_named(now)}{number}{moved}"
    return Statement(f"{told}; {was}" if was else told, _places(case, now))


def _differs(before: Item, now: Item) -> str:
    """The words that went and those that came, as a comparison of the two tells them."""
    how = {"deleted": "went", "inserted": "came"}
    edits = [each for each in word_edits(before.text, now.text) if each.op in how]
    told = [f"\u201c{shortened(each.text, QUOTE)}\u201d {how[each.op]}" for each in edits]
    more = f"; {counted(len(told) - MOST, 'more stretch', 'more stretches')}" if told[MOST:] else ""
    return "; ".join(told[:MOST]) + more


def _named(item: Item, text: str = "") -> str:
    return f"{item.label}: {_words(item, text)}"


def _words(item: Item, text: str) -> str:
    words = shortened(text or item.text, QUOTE)
    return f"\u201c{words}\u201d" if item.kind == "paragraph" else words


def _places(case: Case, item: Item) -> tuple[Evidence, ...]:
    """Where it stands: a paragraph itself, a finding's paragraphs, a claim's words."""
    if item.kind == "paragraph":
        ids: Sequence[str] = item.key.split(", ")
        return case.each(p for p in case.resolution.paragraphs if p.id in ids)
    if item.kind == "finding":
        return case.each(p for p in case.resolution.paragraphs if p.id in item.places)
    verdicts = case.known.verdicts
    claims = verdicts.verdicts if item.kind == "claim" and verdicts else ()
    return tuple(
        e
        for each in claims
        if each.claim == item.key and each.paragraph in item.places
        for e in case.words(each.span)
    )
