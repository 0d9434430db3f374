"""Messy forms written for this project: the golden cases of ``tests/cases/parse``, and the seed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from bench.page import QUALITY, Table, line
from bench.shared import ROOT
from counterdraft.errors import NoResolution
from counterdraft.jobs.parse import parse_document
from counterdraft.model import Heading, Paragraph, Resolution
from counterdraft.read.sources import Source

if TYPE_CHECKING:
    from pathlib import Path

    from bench.shared import Shared

CASES = ROOT / "tests" / "cases" / "parse"
SEED = "seed/000_a34b27da3f2bbd3d.txt"


def _parse(path: Path) -> tuple[str, tuple[Resolution, ...]]:
    try:
        _, document, resolutions = parse_document(Source(str(path), str(path)))
    except NoResolution:
        return "", ()
    return document.text, resolutions


# -- golden cases


def cases(worst: int) -> Table:
    """How many of the cases come out exactly as expected."""
    folders = sorted(CASES.iterdir())
    bad = {}
    for folder in folders:
        expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
        _, found = _parse(next(folder.glob("input.*")))
        faults = _faults(found, expected["resolutions"])
        if faults:
            bad[folder.name] = faults
    if worst:
        for name, faults in bad.items():
            print(f"  {name}", *(f"    {fault[:200]}" for fault in faults[:6]), sep="\n")
    right = 1 - len(bad) / len(folders)
    text = (
        f"{len(folders)} folders in `tests/cases/parse`: every paragraph's id, number, phrase and "
        "words, the headers and the addressees' classes must be right for a case to count. They "
        "are development data: the rules were written with them."
    )
    if bad:
        text += f" Not exact: {', '.join(f'`{name}`' for name in bad)}."
    rows = [line("cases exact", None, right, 1.0)]
    return Table("Messy forms, as written for the tests", QUALITY, rows, text)


def _faults(found: tuple[Resolution, ...], expected: list[dict[str, Any]]) -> list[str]:
    if len(found) != len(expected):
        return [f"{len(found)} resolutions, not {len(expected)}"]
    faults = []
    for ours, right in zip(found, expected, strict=True):
        faults += [
            f"{name}: {_value(ours, name)!r}, not {value!r}"
            for name, value in right.items()
            if name != "paragraphs" and _value(ours, name) != value
        ]
        faults += _paragraph_faults(ours, right["paragraphs"])
    return faults


def _value(resolution: Resolution, name: str) -> Any:
    if name == "annexes":
        return [annex.label for annex in resolution.annexes]
    value = getattr(resolution, name)
    if not isinstance(value, tuple):
        return value
    return [each.text if isinstance(each, Heading) else each for each in value]


def _paragraph_faults(ours: Resolution, expected: list[dict[str, Any]]) -> list[str]:
    ids, right = [p.id for p in ours.paragraphs], [p["id"] for p in expected]
    if ids != right:
        return [f"paragraphs {ids}, not {right}"]
    return [
        f"{mine.id}, {name}: {_of(mine, name)!r}, not {value!r}"
        for mine, each in zip(ours.paragraphs, expected, strict=True)
        for name, value in each.items()
        if _of(mine, name) != (sorted(set(value)) if name == "addressees" else value)
    ]


def _of(paragraph: Paragraph, name: str) -> Any:
    if name == "addressees":
        return sorted({each.class_ for each in paragraph.addressees})
    return getattr(paragraph, name)


# -- the seed

_BEFORE, _AFTER = "[DRAFT]", "More From"
_PHRASES = {
    "pp1": "Reaffirming", "pp2": "Also Reaffirming", "pp3": "Noting with appreciation",
    "pp4": "Welcoming", "pp5": "Noting", "pp6": "Hoping", "pp7": "Recognizing",
    "pp8": "Noting with appreciation", "pp9": "Taking note of", "op1": "Reaffirms",
    "op2": "Reaffirms also", "op3": "Encourages", "op4": "Recommends", "op5": "Welcomes",
    "op6": "Requests", "op7": "Requests", "op8": "Calls on",
}  # fmt: skip
# Nobody is named in op3. The guide does not say what "human rights mechanisms" of the United
# Nations are: either class is right.
_MECHANISMS = ("special_procedures", "un_entities")
_ADDRESSEES = {
    "op4": [{"named_state"}],
    "op5": [{"member_states"}],
    "op6": [{"un_secretariat", each} for each in _MECHANISMS],
    "op7": [{"secretary_general", each} for each in _MECHANISMS],
    "op8": [{"member_states"}],
}
_CITATIONS = {"op7": ["A/RES/66/157", "A/RES/68/100"]}
_DATES = {
    "pp3": ["2014-05-01"],
    "pp4": ["2013-07-03", "2014-09-09"],
    "pp5": ["2014-05"],
    "pp7": ["2014-09-13"],
}


def seed(shared: Shared) -> Table:
    """What gold/seed.md lists, paragraph by paragraph."""
    text, found = _parse(shared.path(SEED))
    one = found[0] if len(found) == 1 else Resolution(source="")
    by_id = {paragraph.id: paragraph for paragraph in one.paragraphs}
    structure = _structure(text, one, list(by_id))
    checks = {
        "structure": structure,
        "phrases": [_phrase_is(by_id.get(place), right) for place, right in _PHRASES.items()],
        "addressees": [
            {a.class_ for a in paragraph.addressees} in _ADDRESSEES.get(paragraph.id, [set()])
            for paragraph in by_id.values()
        ],
        "no report and no deadline asked": [
            not paragraph.reporting and paragraph.deadline is None for paragraph in by_id.values()
        ],
        "citations": [
            [c.symbol for c in paragraph.citations] == _CITATIONS.get(paragraph.id, [])
            for paragraph in by_id.values()
        ],
        "dates": [
            [d.start for d in paragraph.dates] == _DATES.get(paragraph.id, [])
            for paragraph in by_id.values()
        ],
    }
    rows = [
        (
            name,
            "all",
            f"{sum(right)} of {len(right)}",
            "",
            "" if all(right) and right else "falls short",
        )
        for name, right in checks.items()
    ]
    words = (
        f"`{SEED}` against what `gold/seed.md` lists. Structure: the draft's first and last place "
        "in the article, organ, title, and the ids of its 9 and 8 paragraphs; the rest is counted "
        "by paragraphs."
    )
    return Table("The seed", QUALITY, rows, words)


def _structure(text: str, one: Resolution, ids: list[str]) -> list[bool]:
    title = one.title or ""
    return [
        # Between the mark that the article sets and the draft stands its title, and no more.
        text[: one.span.start].rpartition(_BEFORE)[2].strip('\n "\u201c\u201d') == title,
        text[one.span.end :].lstrip().startswith(_AFTER),
        one.organ == "General Assembly",
        title.startswith("Dialogue and cooperation") and title.endswith("of Korea"),
        one.symbol is None and one.session is None and not one.sponsors,
        ids == list(_PHRASES),
    ]


def _phrase_is(paragraph: Paragraph | None, right: str) -> bool:
    """As the UN's italics have it, without the preposition, or as the first verb has it, with."""
    if paragraph is None:
        return False
    return right in {paragraph.phrase, *(verb.text for verb in paragraph.verbs[:1])}
