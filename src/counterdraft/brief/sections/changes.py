"""What changed since the last brief of a dossier: what it is made from, and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from counterdraft.align.words import word_edits
from counterdraft.brief.beside_since import beside_told
from counterdraft.brief.case import Case
from counterdraft.brief.items import Change, changes
from counterdraft.brief.kept import Item, ItemKind, Kept
from counterdraft.brief.report import (
    Bullets,
    Evidence,
    Group,
    Part,
    Prose,
    Row,
    Section,
    Statement,
    Table,
)
from counterdraft.brief.told_once import apart, section_of
from counterdraft.wording.english import counted, sentence, shortened

QUOTE = 120
_LOOSE = re.compile(r"^[ ,;.]*\u201d[ ,;.]*|[ ,;.]*\u201c[ ,;.]*$")
_INNER = str.maketrans("\u201c\u201d", "\u2018\u2019")  # quotation marks between others
MOST = 8  # stretches of words that went or came
MOST_READ = 6  # statements of one section
COLUMNS = ("", "What it says", "What differs")
INPUTS = "What the brief is made from"
_TITLES: dict[ItemKind, tuple[str, str]] = {
    "particular": ("Particulars", "particular"), "paragraph": ("Paragraphs", "paragraph"),
    "line": ("Other lines of the text", "other line"), "finding": ("Findings", "finding"),
    "topic": ("Topics of mandates", "topic"), "claim": ("Claims", "claim"),
    "votes": ("Votes", "account of votes"),
    "statement": ("What else reads otherwise", "other statement"),
}  # fmt: skip
_ALWAYS = "method"  # a section of every brief, whatever of it is told
_HOW = ("new", "changed", "moved", "gone")
ALONE = "Nothing else that it is made from changed: what follows comes of that."
SEVERAL = "Which of these made which change cannot be told."
NOTHING = "nothing that it says is new, gone or changed"


def changed(case: Case) -> Section | None:
    """The section; None where there was no brief before this one."""
    kept = case.known.dossier
    if kept is None or kept.before is None:
        return None
    found, whole = apart(changes(kept.before, kept.now), kept.before, kept.now)
    inputs = beside_told(kept.beside_before, kept.beside)
    told = bool(found or whole)
    lead = [_lead(kept.before_of, found, told=told)]
    if inputs and told:
        lead.append(ALONE if len(inputs) == 1 else SEVERAL)
    parts: list[Part] = [Prose(tuple(map(Statement, lead)))]
    if inputs:
        parts.append(Bullets(INPUTS, tuple(Statement(sentence(each)) for each in inputs)))
    for kind, (title, _) in _TITLES.items():
        some = [each for each in found if each.kind == kind]
        said = [Statement(each) for each in whole if kind == "topic"]
        if kind == "statement" and some:
            parts.append(Table(title, COLUMNS, tuple(_statements(kept, some))))
        elif said := [*said, *(_said(case, each) for each in some)]:
            parts.append(Bullets(title, tuple(said)))
    return Section("changes", "What changed since the last brief", tuple(parts))


def _lead(of: str, found: Sequence[Change], *, told: bool) -> str:
    lead = f"Held against the brief before this one, of {of}"
    if not found:
        return f"{lead}." if told else f"{lead}: {NOTHING}."
    return f"{lead}: {', '.join(_counts(found))}."


def _counts(found: Sequence[Change]) -> Iterator[str]:
    for kind, (_, name) in _TITLES.items():
        for how in _HOW:
            if number := sum(each.kind == kind and each.how == how for each in found):
                yield counted(number, f"{name} {how}", f"{_plural(name)} {how}")


def _plural(name: str) -> str:
    return name.replace("account", "accounts") if " of " in name else f"{name}s"


def _statements(kept: Kept, found: Sequence[Change]) -> Iterator[Group]:
    """The statements section by section, of each the first few; one that is new or gone in all."""
    here, there = (
        {section_of(each): each.label for each in items if each.kind == "statement"}
        for items in (kept.now, kept.before or ())
    )
    for section in dict.fromkeys(section_of(each.item) for each in found):
        some = [each for each in found if section_of(each.item) == section]
        if section == _ALWAYS or (section in here and section in there):
            rows = [_read(each, section) for each in some[:MOST_READ]]
            if more := len(some[MOST_READ:]):
                rows.append(_row("", f"and {more} more", see=section))
            yield Group({**there, **here}[section], tuple(rows))
        else:
            how, label = ("New", here) if section in here else ("Gone", there)
            whole = f"the whole section, {counted(len(some), 'statement')}"
            yield Group(label[section], (_row(how, whole, see=section if section in here else ""),))


def _read(change: Change, section: str) -> Row:
    before, now = change.before, change.now
    differs = _differs(before, now) if before and now else ""
    words = now.text if now else change.was
    how = change.how.capitalize()
    return _row(how, shortened(words, QUOTE), differs, see=section if now else "")


def _row(how: str, words: str, differs: str = "", *, see: str = "") -> Row:
    cells = (Statement(how),), (Statement(words, see=see),)
    return Row((*cells, (Statement(differs),) if differs else ()))


def _said(case: Case, change: Change) -> Statement:
    """What became of one thing, with its place where it is in the text now."""
    before, now = change.before, change.now
    if now is None:
        return Statement(f"Gone: {_named(before, change.was)}" if before else "")
    if before is None:
        return Statement(f"New: {_named(now)}", _places(case, now))
    was = f"it was: {change.was or before.text}"
    if now.kind in {"paragraph", "line"}:
        was = _differs(before, now)
    number = f", {before.label} before" if before.label != now.label else ""
    number = number if now.kind == "paragraph" else ""
    moved = ", moved" if change.moved and change.how == "changed" else ""
    told = f"{change.how.capitalize()}: {_named(now)}{number}{moved}"
    return Statement(f"{told}; {was}" if was else told, _places(case, now))


def _differs(before: Item, now: Item) -> str:
    """The words that went and those that came, as a comparison of the two tells them."""
    how = {"deleted": "went", "inserted": "came"}
    edits = [each for each in word_edits(before.text, now.text) if each.op in how]
    told = [f"\u201c{_within(each.text)}\u201d {how[each.op]}" for each in edits]
    more = f"; {counted(len(told) - MOST, 'more stretch', 'more stretches')}" if told[MOST:] else ""
    return "; ".join(told[:MOST]) + more


def _within(text: str) -> str:
    """Words between quotation marks: without one at their ends whose other is not among them."""
    return shortened(_LOOSE.sub("", text) or text, QUOTE).translate(_INNER)


def _named(item: Item, text: str = "") -> str:
    return f"{item.label}: {_words(item, text)}"


def _words(item: Item, text: str) -> str:
    words = shortened(text or item.text, QUOTE)
    return f"\u201c{words}\u201d" if item.kind in {"paragraph", "line"} else words


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
