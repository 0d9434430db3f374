"""What the draft does, in at most five sentences, and what it says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from counterdraft.brief.case import BY_OFFICE, CIRCULATED, LABELLED, Case, block_at
from counterdraft.brief.head.head import head as sentences
from counterdraft.brief.head.what import brought_by_office
from counterdraft.brief.labels import kind_name, refusal
from counterdraft.brief.report import Bullets, Cell, Fact, Facts, Section, Statement
from counterdraft.brief.summary import extent, surroundings
from counterdraft.wording.english import counted, listed, long_date, ordinal, sentence, shortened
from counterdraft.wording.sponsors import behind
from counterdraft.wording.unread import annex_words, line_words

GENERAL_ASSEMBLY = "General Assembly"
SECURITY_COUNCIL = "Security Council"
QUOTE = 200
NUMBERS = ("one", "two", "three", "four", "five")
DECLARED = "What has no link to its place comes from the file\u2019s own data, not from its text."


def head(case: Case) -> Section:
    """The section; there is always something to say."""
    said = sentences(case)
    parts = (Bullets(None, said),) if said else ()
    return Section("head", _title(case, len(said)), (*parts, Facts(tuple(_facts(case)))))


def _title(case: Case, number: int) -> str:
    """ "What this draft does, in five sentences"; of fewer, so many."""
    thing = {"draft": "draft", "amendment": "document"}
    called = thing.get(case.resolution.kind) or kind_name(case.resolution).lower()
    does = f"What this {called} does"
    return f"{does}, in {NUMBERS[number - 1]} sentence{'s' * (number > 1)}" if number else does


def _facts(case: Case) -> Iterator[Fact]:
    for term, value, wanted in FIELDS:
        stated = value(case)
        if stated:
            yield Fact(term, stated)
        elif wanted(case):
            absent = "none found" if case.is_english else "not read"
            yield Fact(term, (Statement(absent, style="absent"),))
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


def _sponsors(case: Case) -> Cell:
    """Who sponsors it by its own words or those around it, and who does by whoever asked."""
    stated = _field("sponsors", _stated)(case)
    given = case.known.given
    if not stated and CIRCULATED in case.stated:
        words = case.stated[CIRCULATED].span.of(case.document.text)
        said = f"by the text around it: \u201c{shortened(words, QUOTE)}\u201d"
        stated = (Statement(said, (case.stated[CIRCULATED],)),)
    if not given or set(given) == set(case.resolution.sponsors):
        return stated
    absent = (Statement("not found in the text", style="absent"),)
    told = f"as given by whoever had this brief made: {listed(given)}"
    return (*(stated or absent), Statement(told))


def _stated(case: Case) -> str | None:
    """Its sponsors; where a State speaks for a group, the words of the note that says so."""
    named = listed(behind(case.resolution))
    groups = [each.group for each in case.resolution.speakers]
    notes = (each.text for each in case.document.notes if each.marker.startswith("*"))
    note = next((each for each in notes if any(group in each for group in groups)), None)
    return f"{named}; in a note: \u201c{note}\u201d" if note else named


def _unread(case: Case) -> Cell:
    """How much stands in annexes and tables: what is said of the text is said without them."""
    annexes, lines = annex_words(case.resolution), line_words(case.resolution)
    said = (
        f"its annexes, {counted(annexes, 'word')}, which are shown, and looked through for claims "
        "and for the topics of a mandate alone" if annexes else "",
        f"its tables and the notes to them, {counted(lines, 'word')}, which are shown and compared"
        if lines else "",
    )  # fmt: skip
    return tuple(Statement(each) for each in said if each)


def _labelled(case: Case) -> Cell:
    """The lines with a label above the draft, as they stand: who signs it, its committee."""
    lines = [each for name, each in case.stated.items() if name.startswith(f"{LABELLED} ")]
    words = (" ".join(each.span.of(case.document.text).split()) for each in lines)
    return tuple(
        Statement(shortened(said, QUOTE), (each,), "quote")
        for said, each in zip(words, lines, strict=True)
    )


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
    """Not one of Model United Nations, whose head has lines of another kind."""
    return _draft(case) and _of_assembly(case) and f"{LABELLED} 1" not in case.stated


def _outcome(case: Case) -> Cell:
    said = refusal(case.resolution.adoption)
    return (Statement(sentence(said).rstrip(".")),) if said else ()


# Each fact: its term, how it is said, and whether a reader must know that none was found.
FIELDS: tuple[tuple[str, Callable[[Case], Cell], Callable[[Case], bool]], ...] = (
    ("Organ", _field("formula", _organ), _always),
    ("Title", _field("title", lambda case: case.resolution.title), _titled),
    ("Kind", lambda case: (Statement(kind_name(case.resolution)),), _always),
    ("Outcome", _outcome, _never),
    ("Symbol", _field("symbol", lambda case: case.resolution.symbol), _always),
    ("Draft", _field("draft_symbol", lambda case: case.resolution.draft_symbol), _never),
    ("Session", _field("session", _session), _of_assembly),
    ("Committee", _field("committee", lambda case: case.resolution.committee), _draft_of_assembly),
    ("Agenda item", _field("agenda_item", lambda c: c.resolution.agenda_item), _draft_of_assembly),
    ("Date", _field("date", _date), _always),
    ("Sponsors", _sponsors, _draft),
    ("Brought by", _field(BY_OFFICE, lambda case: brought_by_office(case) or None), _never),
    ("At its head", _labelled, _never),
    ("Not read", _unread, _never),
    ("Formula", _field("formula", lambda case: case.resolution.formula), _draft),
)


def _place(case: Case) -> Cell:
    """The file, and the lines of it; for a source without lines the file alone."""
    return (Statement(_lines(case)), *_declared(case), *surroundings(case))


def _declared(case: Case) -> Cell:
    return (Statement(DECLARED),) if case.document.declared else ()


def _lines(case: Case) -> str:
    document, whole = case.document, extent(case)
    first, last = block_at(document, whole.start), block_at(document, max(0, whole.end - 1))
    lined = first and last and first.line and last.line and not document.declared
    if not lined or first is None or last is None:
        return case.source
    if (last.line or 0) <= (first.line or 0):
        return f"{case.source}, line {first.line}"
    return f"{case.source}, from line {first.line}; its last paragraph begins on line {last.line}"
