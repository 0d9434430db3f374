"""What changed since the last brief of a dossier: paragraphs, findings, topics, claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from counterdraft.brief.case import Case
from counterdraft.brief.items import Change, changes, items_of
from counterdraft.brief.kept import Item, ItemKind
from counterdraft.brief.report import Bullets, Evidence, Part, Prose, Section, Statement
from counterdraft.text.wording import counted, shortened

QUOTE = 120
MOST = 8  # stretches of words that went or came
_TITLES: dict[ItemKind, tuple[str, str]] = {
    "paragraph": ("Paragraphs", "paragraph"), "finding": ("Findings", "finding"),
    "topic": ("Topics of mandates", "topic"), "claim": ("Claims", "claim"),
}  # fmt: skip


def changed(case: Case) -> Section | None:
    """The section; None where there was no brief before this one."""
    kept = case.known.dossier
    if kept is None or kept.before is None:
        return None
    found = changes(kept.before, items_of(case.resolution, case.known))
    parts: list[Part] = [Prose((Statement(_lead(kept.before_of, found)),))]
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
        for how in ("new", "changed", "gone"):
            if number := sum(each.kind == kind and each.how == how for each in found):
                yield counted(number, f"{name} {how}", f"{name}s {how}")


def _said(case: Case, change: Change) -> Statement:
    """What became of one thing, with its place where it is in the text now."""
    before, now = change.before, change.now
    if now is None:
        return Statement(f"Gone: {_named(before)}" if before else "")
    if before is None:
        return Statement(f"New: {_named(now)}", _places(case, now))
    was = _differs(before, now) if now.kind == "paragraph" else f"it was: {before.text}"
    moved = f", {before.label} before" if before.label != now.label else ""
    return Statement(f"Changed: {_named(now)}{moved}; {was}", _places(case, now))


def _differs(before: Item, now: Item) -> str:
    """The words that went and those that came."""
    old, new = before.text.split(), now.text.split()
    told = []
    for _, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        stretches = ((old[a:b], "went"), (new[c:d], "came"))
        if old[a:b] != new[c:d]:
            told += [
                f"\u201c{shortened(' '.join(w), QUOTE)}\u201d {how}" for w, how in stretches if w
            ]
    more = f"; {counted(len(told) - MOST, 'more stretch', 'more stretches')}" if told[MOST:] else ""
    return "; ".join(told[:MOST]) + more


def _named(item: Item) -> str:
    return f"{item.label}: {_words(item)}"


def _words(item: Item) -> str:
    words = shortened(item.text, QUOTE)
    return f"\u201c{words}\u201d" if item.kind == "paragraph" else words


def _places(case: Case, item: Item) -> tuple[Evidence, ...]:
    """Where it stands: a paragraph itself, a finding's paragraphs, a claim's words."""
    if item.kind == "paragraph":
        return case.each(p for p in case.resolution.paragraphs if p.id == item.key)
    if item.kind == "finding":
        ids = item.key.partition(" ")[2].split(", ")
        return case.each(p for p in case.resolution.paragraphs if p.id in ids)
    verdicts = case.known.verdicts
    claims = verdicts.verdicts if item.kind == "claim" and verdicts else ()
    return tuple(e for each in claims if each.claim == item.key for e in case.words(each.span))
