"""What the draft is: a summary in sentences, and what it says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from counterdraft.brief.case import Case, block_at
from counterdraft.brief.labels import KINDS
from counterdraft.brief.report import Bullets, Cell, Fact, Facts, Section, Statement
from counterdraft.brief.summary import extent, summary
from counterdraft.text.wording import listed, long_date, ordinal

GENERAL_ASSEMBLY = "General Assembly"
SECURITY_COUNCIL = "Security Council"
DECLARED = "What has no link to its place comes from the file\u2019s own data, not from its text."


def identity(case: Case) -> Section:
    """The section; there is always something to say."""
    return Section(
        "identity",
        f"What this {_thing(case)} is",
        (Bullets(None, tuple(summary(case))), Facts(tuple(_facts(case)))),
    )


def _thing(case: Case) -> str:
    return {"draft": "draft", "resolution": "resolution", "amendment": "document"}[
        case.resolution.kind
    ]


def _facts(case: Case) -> Iterator[Fact]:
    for term, value, wanted in FIELDS:
        stated = value(case)
        if stated:
            yield Fact(term, stated)
        elif wanted(case):
            yield Fact(term, (Statement("not stated", style="absent"),))
    yield Fact("Where it stands", _place(case))


def _field(name: str, word: Callable[[Case], str | None]) -> Callable[[Case], Cell]:
    """A fact of one statement: what ``word`` says, with where the document states it."""

    def cell(case: Case) -> Cell:
        said = word(case)
        if not said:
            return ()
        evidence = (case.stated[name],) if name in case.stated else ()
        return (Statement(said, evidence),)

    return cell


def _session(case: Case) -> str | None:
    resolution = case.resolution
    if resolution.session is None:
        return None
    kind = "" if resolution.session_kind in {None, "regular"} else f" ({resolution.session_kind})"
    return f"{ordinal(resolution.session)}{kind}"


def _date(case: Case) -> str | None:
    return long_date(case.resolution.date) if case.resolution.date else None


def _organ(case: Case) -> str | None:
    return case.resolution.organ


def _sponsors(case: Case) -> str | None:
    return listed(case.resolution.sponsors)


def _always(_: Case) -> bool:
    return True


def _never(_: Case) -> bool:
    return False


def _titled(case: Case) -> bool:
    return case.resolution.organ != SECURITY_COUNCIL


def _of_assembly(case: Case) -> bool:
    return case.resolution.organ == GENERAL_ASSEMBLY


def _draft(case: Case) -> bool:
    return case.resolution.kind == "draft"


def _draft_of_assembly(case: Case) -> bool:
    return _draft(case) and _of_assembly(case)


# Each fact: its term, how it is said, and whether a reader must know that it is not stated.
FIELDS: tuple[tuple[str, Callable[[Case], Cell], Callable[[Case], bool]], ...] = (
    ("Organ", _field("formula", _organ), _always),
    ("Title", _field("title", lambda case: case.resolution.title), _titled),
    ("Kind", lambda case: (Statement(KINDS[case.resolution.kind]),), _always),
    ("Symbol", _field("symbol", lambda case: case.resolution.symbol), _always),
    ("Draft", _field("draft_symbol", lambda case: case.resolution.draft_symbol), _never),
    ("Session", _field("session", _session), _of_assembly),
    ("Committee", _field("committee", lambda case: case.resolution.committee), _draft_of_assembly),
    ("Agenda item", _field("agenda_item", lambda c: c.resolution.agenda_item), _draft_of_assembly),
    ("Date", _field("date", _date), _always),
    ("Sponsors", _field("sponsors", _sponsors), _draft),
    ("Formula", _field("formula", lambda case: case.resolution.formula), _draft),
)


def _place(case: Case) -> Cell:
    """The file, and the lines of it; for a source without lines the file alone."""
    document, whole = case.document, extent(case)
    first, last = block_at(document, whole.start), block_at(document, max(0, whole.end - 1))
    if document.declared:
        return (Statement(case.source), Statement(DECLARED))
    if first is None or last is None or not first.line or not last.line:
        return (Statement(case.source),)
    lines = f"line {first.line}"
    if last.line > first.line:
        lines = f"from line {first.line}; its last paragraph begins on line {last.line}"
    return (Statement(f"{case.source}, {lines}"),)
