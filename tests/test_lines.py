"""What stands among the paragraphs and is none, as the rows of a table: kept, shown, compared."""

from __future__ import annotations

import pytest

from counterdraft.brief.case import make_case
from counterdraft.brief.head.beside import predecessor
from counterdraft.brief.known import Known
from counterdraft.brief.report import Facts, FullText
from counterdraft.brief.sections.full_text import full_text
from counterdraft.brief.sections.head import head
from counterdraft.brief.sections.method import method
from counterdraft.brief.summary import counts
from counterdraft.compare.compare import compare
from counterdraft.compare.units import units_of
from counterdraft.draft.body import body_of
from counterdraft.export.entries import entries
from counterdraft.model import Document, Resolution
from counterdraft.ooxml.look.units import units
from counterdraft.parse.parse import parse
from counterdraft.read.from_akn import NAMESPACE, from_akn
from counterdraft.read.from_text import from_text

ROWS = ("Port Kessin 12", "Vell 0.5", "Harrow-on-Sound 7", "Istrand 3")
NOTE = "Abbreviations: LK, lamp keeper (other level)."
Read = tuple[Document, Resolution]


def row(text: str) -> str:
    """A row of a table, its last word in a cell of its own."""
    name, _, figure = text.rpartition(" ")
    return f"<tr><td><p>{name}</p></td><td><p>{figure}</p></td></tr>"


def act(number: str, words: str, style: str = "") -> str:
    """A paragraph whose first word is in italics, with its number where it has one."""
    num = f"<num>{number}</num>" if number else ""
    marked = f' class="{style}"' if style else ""
    first, _, rest = words.partition(" ")
    text = f'<p><span class="italic">{first}</span> {rest}</p>'
    return f"<paragraph{marked}>{num}<content>{text}</content></paragraph>"


def plain(number: str, words: str) -> str:
    return f"<paragraph><num>{number}</num><content><p>{words}</p></content></paragraph>"


def table(*rows: str) -> str:
    return f'<container name="table"><table>{"".join(map(row, rows))}</table></container>'


def read(*body: str) -> Read:
    """A resolution whose markup has this body."""
    text = (
        f'<akomaNtoso xmlns="{NAMESPACE}"><statement name="resolution"><preamble>'
        "<formula><p>The General Assembly,</p></formula><container><p>Recalling its rules,</p>"
        f"</container></preamble><mainBody>{''.join(body)}</mainBody></statement></akomaNtoso>"
    )
    document = from_akn(text.encode(), "made.xml")
    (resolution,) = parse(document)
    return document, resolution


def lamps(*rows: str) -> Read:
    """Two acts, and between them a table with a note under it."""
    first = act("1.", "Decides that the lamps shall be kept as follows:")
    last = act("2.", "Requests the Secretary-General to count them.")
    return read(first, table(*rows), act("", NOTE, "FootnoteText"), last)


def test_a_row_of_a_table_is_a_line_behind_its_paragraph() -> None:
    _, found = lamps(*ROWS)
    assert [each.text for each in found.lines] == [*ROWS, NOTE]
    assert {each.behind for each in found.lines} == {"op1"}
    assert [each.id for each in found.paragraphs] == ["pp1", "op1", "op2"]
    assert not found.problems


def test_a_table_behind_the_last_paragraph_is_kept() -> None:
    _, found = read(act("1.", "Decides so."), "<heading>Designations</heading>", table(*ROWS))
    assert [each.behind for each in found.lines] == ["op1"] * 4
    assert found.span.end == found.lines[-1].span.end


def test_no_line_of_the_markup_is_lost() -> None:
    document, found = lamps(*ROWS)
    held = [each.what.span for each in body_of(found)]
    blocks = [each.span for each in document.blocks if each.role != "formula"]
    assert held == blocks
    assert [each.span for each in entries(found, document)][1:] == blocks


def test_a_heading_with_a_letter_is_no_paragraph() -> None:
    first = act("1.", "Approves the posts set out below:")
    parts = (plain("A.", "Keepers"), table(*ROWS[:2]), plain("B.", "Oil"), table(*ROWS[2:]))
    _, found = read(first, *parts, act("2.", "Decides so."))
    assert [each.id for each in found.paragraphs] == ["pp1", "op1", "op2"]
    assert [each.text for each in found.headings] == ["Keepers", "Oil"]
    assert [each.text for each in units_of(found)][3:-1] == ["Keepers", *ROWS[:2], "Oil", *ROWS[2:]]


@pytest.mark.parametrize("number", ["A.", "I."])
def test_an_act_with_a_letter_is_a_paragraph(number: str) -> None:
    _, found = read(act(number, "Decides that the lamps shall be lit;"), act("1.", "Ends this."))
    assert len(found.paragraphs) == 3


def test_a_line_with_a_star_before_it_is_a_note() -> None:
    note = "<paragraph><content><p>* Reissued for technical reasons.</p></content></paragraph>"
    _, found = read(act("1.", "Decides so;"), note, act("2.", "Ends this."))
    assert [each.id for each in found.paragraphs] == ["pp1", "op1", "op2"]
    assert [each.text for each in found.lines] == ["* Reissued for technical reasons."]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Remaining committed to the lamps of Orlavia,", "preambular"),
        ("Recalls that the lamps of Orlavia are old,", "preambular"),
        ("وإذ تثق في مصابيح أورلافيا،", "preambular"),
        ("Adopts the following declaration:", "operative"),
        ("Remaining committed to the lamps of Orlavia;", "operative"),
    ],
)
def test_what_ends_as_the_preamble_does_before_the_first_number_is_of_it(
    words: str, part: str
) -> None:
    _, found = read(act("", words), act("1.", "Decides so;"), act("2.", "Ends this."))
    assert found.paragraphs[1].part == part
    assert found.paragraphs[2].id == "op1"


def test_an_only_act_is_operative_though_it_ends_with_a_comma() -> None:
    _, found = read(act("", "Decides to keep the lamps until 17 March 2027,"))
    assert found.paragraphs[-1].part == "operative"


def bare(words: str) -> str:
    """A paragraph that the markup gives neither a number nor a verb."""
    return f"<paragraph><content><p>{words}</p></content></paragraph>"


@pytest.mark.parametrize("words", ["and demands that all be lit;", "To guard the lamps of Vell;"])
def test_what_goes_on_with_a_paragraph_is_no_other(words: str) -> None:
    document, found = read(act("1.", "Decides as follows:"), bare(words), act("2.", "Ends this."))
    assert [each.id for each in found.paragraphs] == ["pp1", "op1", "op1-2", "op2"]
    assert not found.problems
    said = counts(make_case(document, found, generator="test"))
    assert said == "1 preambular and 2 operative paragraphs"


def test_a_changed_figure_is_told_and_the_row_is_known_again() -> None:
    (_, a), (_, b) = lamps(*ROWS), lamps(ROWS[0], "Vell 9.9", "Dunmoor 1", ROWS[2])
    found = compare(a, b, "versions")
    ours, theirs = ([unit.text for unit in side.units] for side in (found.a, found.b))
    told = {
        edit.kind: [theirs[j] for j in edit.b] or [ours[i] for i in edit.a]
        for edit in found.edits
        if edit.kind != "same"
    }
    assert told == {"edited": ["Vell 9.9"], "added": ["Dunmoor 1"], "deleted": ["Istrand 3"]}
    said = next(each.text for each in found.summary if "lines" in each.text)
    assert said == (
        "Of the lines in no paragraph (tables, and the notes to them) 3 the same and 1 changed; "
        "1 in A alone and 1 in B alone."
    )


def test_a_redline_and_a_brief_have_the_lines_in_their_place() -> None:
    document, found = lamps(*ROWS)
    assert [each.text for each in units(found, document)][-6:-1] == [*ROWS, NOTE]
    section = full_text(make_case(document, found, generator="test"))
    assert section
    (shown,) = (each for each in section.parts if isinstance(each, FullText))
    assert [each.text for each in shown.passages if each.kind == "line"] == [*ROWS, NOTE]


def test_a_brief_says_that_lines_are_shown_and_compared_alone() -> None:
    case = make_case(*lamps(*ROWS), generator="test")
    assert counts(case) == "1 preambular and 2 operative paragraphs, 5 lines of tables or notes"
    (facts,) = (part for part in head(case).parts if isinstance(part, Facts))
    (said,) = (each.values[0].text for each in facts.facts if each.term == "Not read")
    assert said == "its tables and the notes to them, 15 words, which are shown and compared"
    assert "15 words" in str(method(case))


def test_a_brief_says_that_lines_changed_since_the_text_before() -> None:
    (_, before), (document, now) = lamps(*ROWS), lamps(ROWS[0], "Vell 9.9", *ROWS[2:])
    known = Known(predecessor=compare(before, now, "versions"))
    (found,) = predecessor(make_case(document, now, "test", known=known))
    assert "1 line of tables or notes altered, new or dropped" in found.said.text


def test_a_table_in_running_text_does_not_end_the_draft() -> None:
    rows = [f"Town number {n}  0.{n}" for n in range(1, 40)]
    acts = ["1. Decides that the rates shall be as follows:", "2. Requests a count of lamps."]
    text = ["The General Assembly,", "Recalling its rules,", acts[0], *rows, NOTE, acts[1]]
    (found,) = parse(from_text("\n\n".join(text).encode(), "x.txt"))
    assert [each.id for each in found.paragraphs] == ["pp1", "op1", "op2"]
    assert len(found.lines) == 40
    assert not found.headings
    assert not found.problems


def test_prose_between_two_numbers_is_none_of_the_draft() -> None:
    prose = [f"The lamps of town {n} were lit by their keepers on that day." for n in range(20)]
    text = ["The General Assembly,", "Recalling its rules,", "1. Decides so;", *prose]
    (found,) = parse(from_text("\n\n".join([*text, "2. Requests it."]).encode(), "x.txt"))
    assert not found.lines
    assert [each.id for each in found.paragraphs] == ["pp1", "op1"]
