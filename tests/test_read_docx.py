"""A Word file → Document: what a reader sees is there, once and in order; nothing else is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counterdraft.errors import EmptySource
from counterdraft.model import Comment, Document, Link, Note, Span
from counterdraft.ooxml.package import Package
from counterdraft.ooxml.pieces import pieces
from counterdraft.ooxml.story import paragraphs
from counterdraft.parse.parse import parse
from counterdraft.read.from_docx import MEDIA_TYPE, from_docx

if TYPE_CHECKING:
    from collections.abc import Callable

    Reading = Callable[..., Document]

STYLES = """
  <w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="HCh"><w:name w:val="_ H_Ch_"/></w:style>
  <w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="SingleTxtG"><w:name w:val="_ Single Txt_G"/>
    <w:pPr><w:ind w:left="1134"/></w:pPr></w:style>
  <w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style>
"""  # noqa: E501 - one style a line


@pytest.fixture
def reading(word: Callable[..., bytes]) -> Reading:
    def read(body: str, view: str = "final", **parts: object) -> Document:
        data = word(body, **({"styles": STYLES} | parts))
        return from_docx(data, "a.docx", view=view)  # type: ignore[arg-type]

    return read


def r(text: str, properties: str = "") -> str:
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, style: str = "", properties: str = "") -> str:
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{''.join(runs)}</w:p>"


def texts(document: Document) -> list[str]:
    return [each.span.of(document.text) for each in document.blocks]


# -- words


def test_a_paragraph_is_a_block_with_its_style_and_its_line(reading: Reading) -> None:
    document = reading(p(r("Lamps"), style="HCh") + p() + p(r("They "), r("shine.")))
    assert (document.media_type, document.view) == (MEDIA_TYPE, "final")
    assert document.text == "Lamps\nThey shine."
    assert [(b.style, b.line, b.role) for b in document.blocks] == [
        ("_ H_Ch_", 1, None), ("Normal", 3, None),
    ]  # fmt: skip


def test_a_heading_is_one_by_words_built_in_style_only(reading: Reading) -> None:
    document = reading(p(r("Lamps"), style="H1") + p(r("Oil"), style="HCh"))
    assert [each.role for each in document.blocks] == ["heading", None]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<w:t>a</w:t><w:tab/><w:t>b</w:t>", "a b"),
        ("<w:t>a</w:t><w:br/><w:t>b</w:t>", "a b"),
        ('<w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t>', "a b"),
        ("<w:t>co</w:t><w:softHyphen/><w:t>operate</w:t>", "cooperate"),
        ("<w:t>follow</w:t><w:noBreakHyphen/><w:t>up</w:t>", "follow-up"),
        ('<w:t>a </w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t> b</w:t>', "a \u2265 b"),
        ('<w:t>a</w:t><w:sym w:font="Symbol" w:char="zz"/>', "a"),
        ("<w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>a</w:t></w:r>"
         "</w:rubyBase></w:ruby>", "a"),
        ("<w:t>a</w:t><w:lastRenderedPageBreak/><w:t>b</w:t>", "ab"),
    ],
)  # fmt: skip
def test_what_stands_for_characters_is_read_as_them(
    reading: Reading, inner: str, text: str
) -> None:
    assert reading(p(f"<w:r>{inner}</w:r>")).text == text


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:smartTag w:element='place'>{}</w:smartTag>",
        "<w:customXml w:element='x'>{}</w:customXml>",
        "<w:hyperlink w:anchor='x'>{}</w:hyperlink>",
        "<w:bdo w:val='rtl'>{}</w:bdo>",
        "<w:fldSimple w:instr=' DATE '>{}</w:fldSimple>",
        "<mc:AlternateContent><mc:Choice Requires='x'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback>"
        "</mc:AlternateContent>",
    ],
)
def test_what_goes_round_a_run_is_transparent(reading: Reading, wrapped: str) -> None:
    assert reading(p(r("In "), wrapped.replace("{}", r("Orlavia")), r("."))).text == "In Orlavia."


@pytest.mark.parametrize(
    "wrapped",
    [
        "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:customXml w:element='x'>{}</w:customXml>",
    ],
)
def test_what_goes_round_a_paragraph_is_transparent(reading: Reading, wrapped: str) -> None:
    assert texts(reading(wrapped.replace("{}", p(r("a"))) + p(r("b")))) == ["a", "b"]


def test_formulas_are_read_in_their_letters(reading: Reading) -> None:
    inner = "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
    assert reading(p(r("Let "), inner)).text == "Let x=1"


def test_line_breaks_part_what_reads_as_paragraphs_and_nothing_else(reading: Reading) -> None:
    br = "<w:r><w:br/></w:r>"
    document = reading(
        p(r("Situation of human rights in"), br, r("the Republic of Orlavia"))
        + p(r("1. Requests a report;"), br, r("2. Decides to remain seized."))
        + p(r("One."), br, br, r("Two."))
    )
    assert texts(document) == [
        "Situation of human rights in the Republic of Orlavia",
        "1. Requests a report;",
        "2. Decides to remain seized.",
        "One.",
        "Two.",
    ]


# -- looks


def test_italics_are_joined_over_runs_and_blanks(reading: Reading) -> None:
    runs = (r("Re", "<w:i/>"), r("calling", "<w:i/>"), r(" "), r("also", "<w:i/>"), r(" its "))
    document = reading(p(*runs, r("rules", '<w:i w:val="0"/>')))
    assert [each.of(document.text) for each in document.blocks[0].italics] == ["Recalling also"]


@pytest.mark.parametrize(
    ("style", "properties", "italic"),
    [
        ("", '<w:rStyle w:val="Emphasis"/>', True),
        ("Quote", "", True),
        ("Quote", '<w:rStyle w:val="Emphasis"/>', False),
        ("Quote", '<w:i w:val="false"/>', False),
        ("Quote", '<w:rStyle w:val="Emphasis"/><w:i/>', True),
        ("", "<w:iCs/>", False),
    ],
)
def test_italics_toggle_as_in_word(
    reading: Reading, style: str, properties: str, italic: bool
) -> None:
    assert bool(reading(p(r("a", properties), style=style)).blocks[0].italics) is italic


def test_hidden_text_is_left_out(reading: Reading) -> None:
    runs = (r("a"), r("b", "<w:vanish/>"), r("c", '<w:rStyle w:val="Ghost"/>'), r("d"))
    assert reading(p(*runs)).text == "ad"


def test_a_hidden_mark_runs_two_paragraphs_together(reading: Reading) -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    document = reading(p(r("Lamps."), style="HCh", properties=hidden) + p(r(" They shine.")))
    assert texts(document) == ["Lamps. They shine."]
    assert document.blocks[0].style == "_ H_Ch_"


def test_a_letter_set_large_belongs_to_its_word(reading: Reading) -> None:
    frame = '<w:framePr w:dropCap="drop" w:lines="3"/>'
    document = reading(p(r("T"), properties=frame) + p(r("he General Assembly,"), style="HCh"))
    assert texts(document) == ["The General Assembly,"]
    assert document.blocks[0].style == "_ H_Ch_"


def test_indentation_beyond_the_usual_is_a_level(reading: Reading) -> None:
    body = "".join(p(r("a"), style="SingleTxtG") for _ in range(3))
    body += p(r("b"), style="SingleTxtG", properties='<w:ind w:left="1900"/>')
    assert [each.level for each in reading(body).blocks] == [0, 0, 0, 1]


# -- fields


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
        f"<w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_of_a_field_only_its_result_is_text(reading: Reading) -> None:
    inner = field(' REF x "y" ', r("2 December"))
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        f"{inner}<w:r><w:instrText> = 1</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{field("DATE", r("2026"))}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert reading(p(r("On "), inner, r("."))).text == "On 2 December."
    assert reading(p(r("In "), nested, r("."))).text == "In 2026."


def test_a_field_that_never_ends_hides_no_later_paragraph(reading: Reading) -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r>'
    stray = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert reading(p(begun, r("hidden")) + p(stray, r("seen"))).text == "seen"


def test_a_line_that_numbers_the_page_is_left_out(reading: Reading) -> None:
    numbered = p(r("Page "), field("PAGE", r("3")), r(" of "), field("NUMPAGES", r("5")))
    mentioned = p(r("See page "), field("PAGEREF x", r("7")), r("."))
    assert reading(numbered + mentioned).text == "See page 7."


def test_links_have_their_words_and_their_target(reading: Reading) -> None:
    document = reading(
        p(
            r("See "), f'<w:hyperlink r:id="l1">{r("resolution")}{r(" 80/412")}</w:hyperlink>',
            r(", "), field(' HYPERLINK "https://orlavia.example/b" ', r("that")), r(" and "),
            f'<w:hyperlink w:anchor="part">{r("this")}</w:hyperlink>',
            f'<w:hyperlink r:id="gone">{r("!")}</w:hyperlink>',
        ),
        related=(("l1", "hyperlink", "https://orlavia.example/a"),),
    )  # fmt: skip
    assert document.text == "See resolution 80/412, that and this!"
    assert document.links == (
        Link(Span(4, 21), "https://orlavia.example/a"),
        Link(Span(23, 27), "https://orlavia.example/b"),
        Link(Span(32, 36), "#part"),
    )


# -- tables, text boxes


def cell(*inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(inner)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{each}</w:tr>' for each in rows)}</w:tbl>"


def test_a_masthead_in_a_table_is_read_cell_by_cell(reading: Reading) -> None:
    symbol = f"{r('A')}{r('/C.3/81/L.23')}"
    rows = (
        cell(p(r("United Nations"))) + cell(p(symbol), properties='<w:gridSpan w:val="2"/>'),
        cell(p(r("General Assembly"))) + cell(p(r("Distr.: Limited")), p(r("29 October 2026"))),
    )
    assert texts(reading(table(*rows) + p(r("Third Committee")))) == [
        "United Nations", "A/C.3/81/L.23", "General Assembly", "Distr.: Limited",
        "29 October 2026", "Third Committee",
    ]  # fmt: skip


NEGOTIATED = [
    ("The General Assembly,", ""),
    ("Recalling its own earlier resolutions,", "EU: add the latest"),
    ("1. Condemns the transfer of workers;", "Fiji: delete"),
]


def rows_of(*rows: tuple[str, ...]) -> list[str]:
    return ["".join(cell(p(r(words))) for words in row) for row in rows]


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        (NEGOTIATED, [left for left, _ in NEGOTIATED]),
        ([(right, left) for left, right in NEGOTIATED], [left for left, _ in NEGOTIATED]),
        (
            [("No.", "Draft text", "Comments"), ("", "The General Assembly,", ""),
             ("PP1", "Recalling its own earlier resolutions,", "EU: Recalling the latest,"),
             ("OP1", "Condemns the transfer of workers;", "Fiji: Regrets the transfer;")],
            ["The General Assembly,", "Recalling its own earlier resolutions,",
             "Condemns the transfer of workers;"],
        ),
    ],
    ids=["left", "right", "headed"],
)  # fmt: skip
def test_proposals_in_a_column_beside_the_draft_are_none_of_it(
    reading: Reading, rows: list[tuple[str, ...]], shown: list[str]
) -> None:
    document = reading(table(*rows_of(*rows)) + p(r("2. Decides to meet again.")))
    assert texts(document) == [*shown, "2. Decides to meet again."]
    (problem,) = document.problems
    assert problem.code == "column-beside"
    assert "in 2 cells, was not read as the draft's; the first: “EU: " in problem.message
    (resolution,) = parse(document)
    assert [each.id for each in resolution.paragraphs] == ["pp1", "op1", "op2"]


@pytest.mark.parametrize(
    "rows",
    [
        [*NEGOTIATED, ("2. Notes the report;", "Requests the keepers to report twice;")],
        NEGOTIATED[1:],
        [("Draft", "Second draft"), *NEGOTIATED[1:]],
        [("The General Assembly,", "L'Assemblée générale,"),
         ("Recalling its own resolutions,", "Rappelant ses propres résolutions,"),
         ("1. Condemns the transfer of workers;", "1. Condamne le transfert de travailleurs;")],
    ],
    ids=["clauses in both", "no organ", "two drafts", "two languages"],
)  # fmt: skip
def test_where_it_is_not_sure_which_column_is_the_draft_all_are_read_and_it_is_said(
    reading: Reading, rows: list[tuple[str, ...]]
) -> None:
    document = reading(table(*rows_of(*rows)))
    assert texts(document) == [each for row in rows for each in row if each]
    (problem,) = document.problems
    assert problem.code == "reading-order"
    assert "of a table other words stand beside a paragraph" in problem.message


def test_a_note_in_a_column_beside_the_draft_is_none_of_the_drafts(reading: Reading) -> None:
    call = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    notes = f'<w:footnote w:id="1">{p(r("Only a remark."))}</w:footnote>'
    rows = [cell(p(r(left))) + cell(p(r(right), call)) for left, right in NEGOTIATED]
    assert reading(table(*rows), footnotes=notes).notes == ()


BEHIND = [
    (
        f"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{p(r('Advance copy of the whole'))}"
        "</w:txbxContent></v:textbox></w:pict></w:r></w:p>",
        "stands 1 paragraph of the file",
    ),
    (p(r("Requests more lamps in all harbours")), "stands 1 paragraph of the file"),
    (
        table(*rows_of(("Hesk", "12 lamps"), ("Lighthouse", "none"))),
        "stand 4 paragraphs of the file",
    ),
]


@pytest.mark.parametrize(("body", "said"), BEHIND, ids=["a text box", "a paragraph", "a table"])
def test_all_that_stands_behind_the_draft_of_a_word_file_is_told(
    reading: Reading, body: str, said: str
) -> None:
    draft = ["The General Assembly,", "Recalling its rules,", "1. Welcomes the lamps;",
             "2. Decides to meet again."]  # fmt: skip
    document = reading("".join(p(r(each)) for each in draft) + body + p(r("___")))
    (resolution,) = parse(document)
    assert [each.id for each in resolution.paragraphs] == ["pp1", "op1", "op2"]
    (problem,) = resolution.problems
    assert problem.code == "passed-over"
    assert f"whose last paragraph is op2, {said}, not taken for the draft's: “" in problem.message


@pytest.mark.parametrize(
    "closing",
    [["68th plenary meeting", "18 December 2025"], ["12th (resumed) meeting, 3 May 2026"],
     ["57th meeting", "4 April 2025", "[Adopted without a vote.]"]],
)  # fmt: skip
def test_the_meeting_and_the_day_below_an_adopted_text_are_not_told_as_passed_over(
    reading: Reading, closing: list[str]
) -> None:
    draft = ["The General Assembly,", "Recalling its rules,", "1. Decides to meet again."]
    (resolution,) = parse(reading("".join(p(r(each)) for each in [*draft, *closing])))
    assert resolution.problems == ()
    (resolution,) = parse(reading("".join(p(r(each)) for each in [*draft, *closing, "More oil"])))
    (problem,) = resolution.problems
    assert (
        "stands 1 paragraph of the file, not taken for the draft's: “More oil”" in problem.message
    )


@pytest.mark.parametrize(
    "rows",
    [
        [("1.", "Requests all States to come to the fair;"), ("2.", "Decides to meet once again;")],
        [("Hesk", "Oil, salt and lamps."), ("Orlavia", "Salt works, harbours and boats.")],
        [("Recalling its own earlier resolutions,", "")] * 3,
    ],
)
def test_tables_that_are_no_columns_of_a_negotiation_are_not(
    reading: Reading, rows: list[tuple[str, str]]
) -> None:
    made = [cell(p(r(left))) + cell(p(r(right))) for left, right in rows]
    assert reading(table(*made)).problems == ()


def picture(centimetres: float, kind: str = "pic") -> str:
    size = round(centimetres * 360_000)
    names = (
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    )
    return (
        f'<w:r><w:drawing><wp:inline {names}><wp:extent cx="{size}" cy="{size}"/><a:graphic>'
        f"<a:graphicData><{kind}:{kind}/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def test_a_large_picture_is_said_with_its_place(reading: Reading) -> None:
    old = (
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:12cm;'
        'height:300pt"><v:imagedata/></v:shape></w:pict></w:r>'
    )
    body = p(r("Recalling all,")) + p(picture(15)) + p(old) + p(r("1. Decides to meet."))
    (problem,) = reading(body).problems
    assert problem.code == "unread-picture"
    assert problem.message == (
        "the file holds 2 large pictures, the first behind “Recalling all,”; they were not read"
    )


@pytest.mark.parametrize("drawn", [picture(3), picture(15, "a")])
def test_an_emblem_or_a_drawing_is_not_said(reading: Reading, drawn: str) -> None:
    assert reading(p(drawn) + p(r("1. Decides to meet."))).problems == ()


def numbered(document: Document) -> list[tuple[tuple[str, ...], str]]:
    return [(each.number, each.span.of(document.text)) for each in document.blocks]


def test_a_cell_with_only_a_number_numbers_the_clause_beside_it(reading: Reading) -> None:
    rows = (
        cell(p(r("No."))) + cell(p(r("Draft"))),
        cell(p(r("PP2"))) + cell(p(r("Recalling its rules"))),
        cell(p(r("3"))) + cell(p(r("Welcomes light and:"))),
        cell(p(r("(a)"))) + cell(p(r("to buy lamps; and"))),
        cell(p(r("4"))) + cell(p(r("[Decides on oil.]")), p(r("EU reserve"))),
        cell(p(r("7")), p(r("lamps"))) + cell(p(r("PP2"))),
    )
    assert numbered(reading(table(*rows) + p(r("end")))) == [
        ((), "No."), ((), "Draft"), (("PP2",), "Recalling its rules"),
        (("3",), "Welcomes light and:"), (("(a)",), "to buy lamps; and"),
        (("4",), "[Decides on oil.]"), ((), "EU reserve"), ((), "7"), ((), "lamps"), ((), "PP2"),
        ((), "end"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        [("No.", "Member", "Share"), ("1", "Hesk", "0.009"), ("2", "Orlavia", "0.109")],
        [("Region", "Boats", "Sailors"), ("West", "140", "1,310"), ("East", "96", "870")],
        [("1", "Hesk"), ("2", "Orlavia"), ("3", "The keepers.")],
        [("Paragraph", "Delegation", "Proposal"), ("OP1", "Hesk", "Replace “all” with “some”")],
        [("12", "15", "lamps")],
    ],
    ids=["a scale", "figures", "a list", "proposals", "a row"],
)
def test_a_number_beside_names_and_figures_is_a_cell_of_its_own(
    reading: Reading, rows: list[tuple[str, ...]]
) -> None:
    document = reading(table(*rows_of(*rows)))
    assert numbered(document) == [((), each) for row in rows for each in row]


def test_of_cells_merged_the_first_is_read_and_nested_tables_in_place(reading: Reading) -> None:
    rows = (
        cell(p(r("a")), properties='<w:vMerge w:val="restart"/>') + cell(p(r("b"))),
        cell(p(r("unseen")), properties="<w:vMerge/>")
        + cell(p(r("c")), table(cell(p(r("d")))), p(r("e"))),
    )
    assert texts(reading(table(*rows))) == ["a", "b", "c", "d", "e"]


def test_rows_and_cells_may_stand_in_content_controls(reading: Reading) -> None:
    control = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    inner = control.format(f"<w:tr>{control.format(cell(p(r('a'))))}{cell(p(r('b')))}</w:tr>")
    assert texts(reading(f"<w:tbl>{inner}</w:tbl>")) == ["a", "b"]


def test_a_text_box_is_read_once_after_its_paragraph(reading: Reading) -> None:
    content = f"<w:txbxContent>{p(r('Advance copy'))}</w:txbxContent>"
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{content}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{content}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    shape = f'<v:shape alt="unseen"><v:textbox>{content}</v:textbox></v:shape>'
    old = f"<w:r><w:pict>{shape}</w:pict></w:r>"
    assert texts(reading(p(r("a"), box, r("b")) + p(old))) == ["ab", "Advance copy", "Advance copy"]


def test_headers_and_footers_are_no_text(reading: Reading) -> None:
    section = '<w:sectPr><w:headerReference r:id="h"/></w:sectPr>'
    members = {"word/header1.xml": "<w:hdr xmlns:w='x'/>"}
    related = (("h", "header", "header1.xml"),)
    assert reading(p(r("a")) + section, related=related, members=members).text == "a"


# -- notes, comments


def reference(name: int, kind: str = "footnote", more: str = "", mark: str = "") -> str:
    return f'<w:r><w:{kind}Reference w:id="{name}" {more}/>{mark}</w:r>'


def note(name: int, text: str, kind: str = "footnote") -> str:
    return f'<w:{kind} w:id="{name}">{p(f"<w:r><w:{kind}Ref/></w:r>", r(f" {text}"))}</w:{kind}>'


def test_footnotes_are_apart_and_marked_as_printed(reading: Reading) -> None:
    own = reference(3, more='w:customMarkFollows="1"', mark="<w:t>*</w:t>")
    apart = reference(4, more='w:customMarkFollows="true"') + r("**")
    document = reading(
        p(r("a"), reference(1), r(" b"), own, r(" c"), apart, r(" d"), reference(2), r(".")),
        footnotes='<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>'
        + note(1, "A/80/1.") + note(2, "A/80/2.") + note(3, "* Reissued.") + note(4, "** Late."),
    )  # fmt: skip
    assert document.text == "a b c d."
    assert document.notes == (
        Note("1", 1, "A/80/1."), Note("*", 3, "Reissued."), Note("**", 5, "Late."),
        Note("2", 7, "A/80/2."),
    )  # fmt: skip


def test_endnotes_have_roman_numbers_unless_told_otherwise(reading: Reading) -> None:
    body = p(r("a"), reference(1, "endnote"), reference(2, "endnote"))
    notes = note(1, "x", "endnote") + note(2, "y", "endnote")
    assert [n.marker for n in reading(body, endnotes=notes).notes] == ["i", "ii"]
    told = '<w:endnotePr><w:numFmt w:val="upperLetter"/><w:numStart w:val="3"/></w:endnotePr>'
    marked = reading(body, endnotes=notes, settings=told).notes
    assert [n.marker for n in marked] == ["C", "D"]


def test_footnotes_may_start_anew_in_each_section(reading: Reading) -> None:
    rule = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
    body = (
        p(r("a"), reference(1), reference(2), properties="<w:sectPr/>")
        + p(r("b"), reference(3)) + "<w:sectPr/>"
    )  # fmt: skip
    notes = "".join(note(i, "x") for i in (1, 2, 3))
    marked = reading(body, footnotes=notes, settings=rule).notes
    assert [n.marker for n in marked] == ["1", "2", "1"]


def test_a_note_called_a_second_time_leaves_no_digit(reading: Reading) -> None:
    raised = r("1", '<w:vertAlign w:val="superscript"/>')
    body = p(r("a"), field("NOTEREF _Ref1", raised), r(", see note "), field("NOTEREF x", r("1")))
    assert reading(body).text == "a, see note 1"


def test_a_note_without_content_is_kept(reading: Reading) -> None:
    assert reading(p(r("a"), reference(9))).notes == (Note("1", 1, ""),)


def test_comments_stand_beside_the_words_they_are_on(reading: Reading) -> None:
    comments = (
        '<w:comment w:id="0" w:author="Ada Vell" w:date="2026-10-29T10:00:00Z">'
        f"{p(r('Which one?'))}{p(r('Ask.'))}</w:comment>"
        f'<w:comment w:id="1">{p(r("Here."))}</w:comment><w:comment w:id="7"/>'
    )
    document = reading(
        p(
            r("Recalls "), '<w:commentRangeStart w:id="0"/>', r("its "), r("rules"),
            '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>', r(" and"),
            '<w:r><w:commentReference w:id="1"/></w:r><w:r><w:commentReference w:id="5"/></w:r>',
        ),
        comments=comments,
    )  # fmt: skip
    assert document.text == "Recalls its rules and"
    assert document.comments == (
        Comment(Span(8, 17), "Which one?\nAsk.", "Ada Vell", "2026-10-29T10:00:00Z"),
        Comment(Span(21, 21), "Here."),
    )


def test_a_comment_may_reach_over_paragraphs(reading: Reading) -> None:
    body = (
        '<w:commentRangeStart w:id="0"/>' + p(r("one")) + p(r("two"))
        + '<w:commentRangeEnd w:id="0"/>' + p(r("three"))
    )  # fmt: skip
    document = reading(body, comments=f'<w:comment w:id="0">{p(r("x"))}</w:comment>')
    assert [each.span.of(document.text) for each in document.comments] == ["one\ntwo"]


# -- the whole


def test_a_document_without_words_is_empty(reading: Reading) -> None:
    with pytest.raises(EmptySource, match=r"^a\.docx: the document holds no words"):
        reading(p() + p(r(" ")))


def test_a_draft_with_numbers_of_words_is_parsed(reading: Reading) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate([("decimal", "%1."), ("lowerLetter", "(%2)")])
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1">'
        '<w:abstractNumId w:val="0"/></w:num>'
    )

    def listed(level: int, text: str) -> str:
        place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        return p(r(text), properties=place)

    body = (
        p(r("The General Assembly", "<w:i/>"), r(","))
        + p(r("Recalling", "<w:i/>"), r(" its resolution 80/412 of 18 December 2025,"))
        + listed(0, "Requests the Secretary-General:")
        + listed(1, "To report on the lamps;")
        + listed(1, "To count them;")
        + listed(0, "Decides to remain seized of the matter.")
    )
    (resolution,) = parse(reading(body, numbering=numbering))
    assert [(each.id, each.number) for each in resolution.paragraphs] == [
        ("pp1", "1"), ("op1", "1"), ("op1.a", "1 (a)"), ("op1.b", "1 (b)"), ("op2", "2"),
    ]  # fmt: skip


def raw_text(data: bytes) -> str:
    """The final view's own text: its pieces one after another."""
    body = Package(data, "a.docx").document()[0]
    return "".join(
        "".join(each.text for each in pieces(placed.element) if each.kind == "text") + "\n"
        for placed in paragraphs(body)
        if placed.element is not None
    )


@given(st.lists(st.lists(st.text("ab \u00a0", max_size=6), max_size=4), min_size=1, max_size=5))
def test_every_block_leads_back_to_the_words_of_the_file(
    word: Callable[..., bytes], paragraphs_: list[list[str]]
) -> None:
    data = word(p(r("x")) + "".join(p(*map(r, runs)) for runs in paragraphs_))
    document, raw = from_docx(data, "a.docx"), raw_text(data)
    for block in document.blocks:
        there = document.offsets.span_to_raw(block.span).of(raw)
        assert " ".join(there.split()) == block.span.of(document.text)


_TAGS = [
    "p", "p", "r", "r", "t", "t", "tbl", "tr", "tc", "sdt", "sdtContent", "ins", "del", "moveTo",
    "hyperlink", "fldSimple", "fldChar", "instrText", "footnoteReference", "commentRangeStart",
    "commentRangeEnd", "commentReference", "br", "tab", "sym", "pPr", "rPr", "numPr", "numId",
    "ilvl", "pStyle", "vanish", "i", "ind", "sectPr", "trPr", "tcPr", "vMerge", "drawing",
    "txbxContent", "pPrChange", "altChunk", "ruby", "rubyBase",
]  # fmt: skip
_VALUES = ["", "0", "1", "2", "-5", "x", "99999999999999999999", "begin", "separate", "end"]
_ATTRIBUTES = ["val", "id", "fldCharType", "instr", "customMarkFollows", "left", "char", "author"]


def _said(attributes: dict[str, str]) -> str:
    return " ".join(f'w:{name}="{value}"' for name, value in attributes.items())


def _element(children: list[str]) -> st.SearchStrategy[str]:
    attributes = st.dictionaries(st.sampled_from(_ATTRIBUTES), st.sampled_from(_VALUES), max_size=3)
    return st.builds(
        lambda tag, said: f"<w:{tag} {_said(said)}>{''.join(children)}</w:{tag}>",
        st.sampled_from(_TAGS),
        attributes,
    )


_TREES = st.recursive(
    st.sampled_from(["a", " ", "1. Urges", ""]),
    lambda inner: st.lists(inner, max_size=4).flatmap(_element),
    max_leaves=25,
)


@given(st.lists(_TREES, max_size=6), st.sampled_from(["final", "original", "marked"]))
@example(
    [
        p(
            r("Urges", "<w:i/>"), r(" all"), '<w:r><w:footnoteReference w:id="1"/></w:r>',
            '<w:ins w:id="3" w:author="A">', r(" of them"), "</w:ins>",
            '<w:r><w:commentReference w:id="1"/></w:r>',
        )
    ],
    "marked",
)  # fmt: skip
def test_any_arrangement_is_read(word: Callable[..., bytes], drawn: list[str], view: str) -> None:
    data = word(
        p(r("x")) + "".join(drawn),
        numbering='<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
        footnotes=note(1, "A/80/1."),
        comments=f'<w:comment w:id="1">{p(r("Why?"))}</w:comment>',
    )
    document = from_docx(data, "a.docx", view=view)  # type: ignore[arg-type]
    for block in document.blocks:
        words = block.span.of(document.text)
        assert words == " ".join(words.split()) != ""
        assert all(block.span.holds(each) for each in block.italics)
    whole = Span(0, len(document.text))
    spans = [*(r.span for r in document.revisions), *(c.span for c in document.comments)]
    assert all(whole.holds(span) for span in spans)
    assert all(note.anchor <= whole.end for note in document.notes)
