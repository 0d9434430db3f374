"""PDFs: paragraphs over pages, furniture and notes apart, columns, scans; typeset for the test."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from counterdraft.errors import EmptySource
from counterdraft.parse.parse import parse
from counterdraft.read.from_pdf import from_pdf
from counterdraft.read.from_text import from_text
from counterdraft.read.pdf.hyphens import Words, joined, words_of
from tests import rawpdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from counterdraft.model import Document

    Typeset = Callable[[str], bytes]

EXAMPLES = Path(__file__).parent.parent / "examples"
PAGE = '#set page(width: 420pt, height: 420pt, margin: 60pt)\n#set text(size: 10pt, lang: "en")\n'


def texts(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


@pytest.fixture
def read(typeset: Typeset) -> Callable[[str], Document]:
    def made(markup: str) -> Document:
        return from_pdf(typeset(PAGE + markup), "x.pdf")

    return made


# The example, as the United Nations prints a draft


@pytest.fixture(scope="module")
def example() -> Document:
    return from_pdf((EXAMPLES / "rival.pdf").read_bytes(), "rival.pdf")


def test_the_example_says_the_same_in_pdf_as_in_plain_text(example: Document) -> None:
    (printed,) = parse(example)
    (plain,) = parse(from_text((EXAMPLES / "rival.txt").read_bytes(), "rival.txt"))
    assert printed.footnotes
    for field in ("kind", "symbol", "organ", "title", "session", "date", "committee",
                  "agenda_item", "sponsors", "formula", "headings", "problems"):  # fmt: skip
        assert getattr(printed, field) == getattr(plain, field), field
    assert [(p.id, p.number, p.phrase, p.text) for p in printed.paragraphs] == [
        (p.id, p.number, p.phrase, p.text) for p in plain.paragraphs
    ]
    assert [(n.marker, n.paragraph, n.text) for n in printed.footnotes] == [
        (n.marker, n.paragraph, n.text) for n in plain.footnotes
    ]
    assert [(a.label, a.title, a.text) for a in printed.annexes] == [
        (a.label, a.title, a.text) for a in plain.annexes
    ]


def test_each_paragraph_knows_its_page(example: Document) -> None:
    pages = {p.id: p.page for p in parse(example)[0].paragraphs}
    assert (pages["pp1"], pages["pp8"], pages["op1"], pages["op14"]) == (1, 2, 2, 3)


def test_each_line_knows_its_box(example: Document) -> None:
    start = example.text.index("Guided by the Charter")
    place = next(each for each in example.places if each.start == start)
    left, bottom, right, top = place.box
    assert place.page == 1
    assert 140 < left < 150
    assert 480 < right < 495
    assert 8 < top - bottom < 12
    assert [each.start for each in example.places] == sorted(each.start for each in example.places)


def test_no_head_page_number_or_job_number_is_left(example: Document) -> None:
    assert example.text.count("A/C.3/81/L.23") == 1
    assert "26-18204" not in example.text
    assert "recycle" not in example.text
    assert "2/3" not in example.text


# Paragraphs


def test_a_paragraph_goes_on_over_the_page(read: Callable[[str], Document]) -> None:
    words = " ".join(f"word{n}" for n in range(300))
    document = read(f"#set par(justify: true)\nUrges {words};\n\nRequests nobody.")
    assert texts(document) == [f"Urges {words};", "Requests nobody."]
    assert document.page_of(document.text.index("word299")) == 2


def test_a_full_last_line_of_a_page_does_not_swallow_the_next_paragraph(
    read: Callable[[str], Document],
) -> None:
    document = read(
        "#set par(first-line-indent: (amount: 20pt, all: true), spacing: 0.65em)\n"
        + "\n\n".join(f"Recalling that nothing was said of point {n} at all by anybody then,"
                      for n in range(30))
    )  # fmt: skip
    assert len(texts(document)) == 30


def test_paragraphs_of_one_line_at_the_usual_distance_stay_apart(
    read: Callable[[str], Document],
) -> None:
    document = read("Agenda item 3 #linebreak() Original: English #linebreak() 5 May 2026")
    assert texts(document) == ["Agenda item 3", "Original: English", "5 May 2026"]


def test_italics_are_kept_as_one_stretch_over_a_line_break(
    read: Callable[[str], Document],
) -> None:
    document = read("#block(width: 100pt)[_Noting with the very greatest concern_ that it rains,]")
    (block,) = document.blocks
    assert [each.of(document.text) for each in block.italics] == [
        "Noting with the very greatest concern"
    ]


def test_numbers_of_a_list_are_part_of_its_lines(read: Callable[[str], Document]) -> None:
    document = read("1. Urges States to act;\n2. Requests them to report:\n  - yearly;\n")
    assert texts(document) == [
        "1. Urges States to act;",
        "2. Requests them to report:",
        "• yearly;",
    ]


def test_a_number_beside_the_middle_of_its_paragraph_is_put_before_it(
    read: Callable[[str], Document],
) -> None:
    long = "Urges all States to act on what was said at the meeting about the salt works and more"
    cells = ", ".join(f"[{n}.], [{long};]" for n in (1, 2, 3))
    document = read(f"#grid(columns: (30pt, 1fr), align: horizon, row-gutter: 14pt, {cells})")
    assert texts(document) == [f"{n}. {long};" for n in (1, 2, 3)]


def test_a_menu_beside_the_text_does_not_break_it(read: Callable[[str], Document]) -> None:
    long = "Urges all States to act on what was said at the meeting about the salt works. " * 6
    menu = "#v(5pt) Home #linebreak() #v(3pt) Documents #linebreak() #v(3pt) Contact"
    document = read(f"#grid(columns: (60pt, 1fr), column-gutter: 30pt, [{menu}], [{long}])")
    assert texts(document) == ["Home", "Documents", "Contact", long.strip()]


def test_a_figure_divided_from_its_word_is_no_marker(read: Callable[[str], Document]) -> None:
    document = read(
        "#block(width: 215pt)[Noting the effects of the disease called (COVID-19) at sea,]"
    )
    assert texts(document) == ["Noting the effects of the disease called (COVID-19) at sea,"]


def test_the_next_letter_of_a_list_within_a_paragraph_begins_none(
    read: Callable[[str], Document],
) -> None:
    words = (
        "Encourages harbours and other stakeholders to commit to lasting light by (a) giving more "
        "support to keepers, including through training that is made for them, while using the "
        "benefits of new lamps; (b) investing in their skills, including social and emotional "
        "learning, and full and productive employment; (c) ending the dark, lighting the coast "
        "and bridging the strait through open and fair and affordable lamps, based on sound "
        "principles with a proper assessment of their glass; (d) building the capacity of "
        "harbours; and (e) building more lasting light;"
    )
    page = "#set page(width: 500pt)\n#set text(size: 10pt)\n"
    for width in (206, 210, 224, 278, 286, 320):
        assert texts(read(f"{page}#block(width: {width}pt)[{words}]")) == [words]


# Hyphens


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["of develop-", "ment, and development"], "of development, and development"),
        (["a well-", "known, well-known man"], "a well-known, well-known man"),
        (["the Secretary-", "General"], "the Secretary-General"),
        (["income-", "generating work"], "income-generating work"),
        (["soft\u00ad", "ened"], "softened"),
        (["and/", "or"], "and/or"),
        (["2015\u2013", "2030"], "2015\u20132030"),
        (["peace \u2013", "and war"], "peace \u2013 and war"),
        (["results-", "and action-oriented"], "results- and action-oriented"),
        (["a thous-", "and and a thousand"], "a thousand and a thousand"),
        (["Re-", "quests the Gen-", "eral Assembly"], "Requests the General Assembly"),
    ],
)
def test_a_divided_word_is_put_together(lines: list[str], whole: str) -> None:
    assert joined(lines, words_of(lines)) == whole


def test_where_a_document_divides_words_the_unknown_are_taken_for_divided() -> None:
    words = Words(frozenset({"generating", "income"}), divides=True)
    assert joined(["gover-", "nance"], words) == "governance"
    assert joined(["non-", "governmental"], words) == "non-governmental"
    assert joined(["income-", "generating"], words) == "income-generating"


def test_a_text_set_with_divided_words_reads_as_it_was_written(
    read: Callable[[str], Document],
) -> None:
    words = ("Recognizing the interdependence of international organizations and their "
             "responsibilities for development, the interdependence of governmental "
             "responsibilities and the development of international organizations,")  # fmt: skip
    set_narrow = (
        f"#set par(justify: true)\n#set text(hyphenate: true)\n#block(width: 90pt)[{words}]"
    )
    assert texts(read(set_narrow)) == [words]


def laid_out(*lines: tuple[float, str]) -> bytes:
    """A page of lines, each so far below the one before; "^1" is a raised mark."""
    y, parts = 720.0, []
    for down, line in lines:
        y -= down
        parts.append(f"1 0 0 1 72 {y} Tm /F 12 Tf 0 Ts ")
        for i, piece in enumerate(line.split("^")):
            mark, rest = (piece[:1], piece[1:]) if i else ("", piece)
            parts.append(f"/F 10 Tf 4.75 Ts ({mark}) Tj /F 12 Tf 0 Ts " if mark else "")
            parts.append(f"({rest}) Tj ")
    return rawpdf.pdf(rawpdf.page(rawpdf.stream(f"BT {''.join(parts)} ET".encode())))


def test_raised_marks_push_their_line_down_and_part_no_paragraph() -> None:
    first = "Reaffirming the purposes and principles of the Charter, the human rights and"
    then = "all fundamental freedoms enshrined in the Universal Declaration^1 and in many"
    last = "treaties to which the States of the region are party,"
    new = "Recalling its own resolutions on the salt works of the northern districts,"
    data = laid_out((0, first), (13, first), (16.75, then), (13, last), (27, new))
    assert texts(from_pdf(data, "x"))[1:] == [new]


def test_where_paragraphs_are_set_apart_a_line_may_end_early() -> None:
    opening = "Recalling its resolutions 46/36 of 9 December 1991, 47/52 of 15 December"
    early, late = "1992 and 48/75 of 16 December 1993,", "49/75 of 15 December 1994,"
    apart = [(27.0, opening), (13.0, early), (13.0, late)] * 4
    assert len(texts(from_pdf(laid_out(*apart), "x"))) == 4
    close = [(13.0, opening), (13.0, early), (13.0, late)] * 4
    assert len(texts(from_pdf(laid_out(*close), "x"))) == 8


def test_a_clause_that_a_roman_number_counts_begins_its_own_paragraph(
    read: Callable[[str], Document],
) -> None:
    acts = [
        "I. Condemns the raid on the market;",
        "II. Demands that the Board of the northern districts end all of its raids;",
        "III. Decides to extend the mandate;",
        "IV. Calls upon the ports to act.",
    ]
    assert texts(read(" #linebreak() ".join(acts))) == acts


# Notes


def test_notes_are_apart_with_their_marks_out_of_the_text(read: Callable[[str], Document]) -> None:
    document = read("Recalling this,#footnote[See that.] and this#footnote[A/80/1.] too, in 2015,")
    assert texts(document) == ["Recalling this, and this too, in 2015,"]
    assert [(note.marker, note.text) for note in document.notes] == [
        ("1", "See that."),
        ("2", "A/80/1."),
    ]
    before = [document.text[: note.anchor] for note in document.notes]
    assert before == ["Recalling this,", "Recalling this, and this"]


def test_a_raised_figure_without_a_note_is_part_of_the_text(
    read: Callable[[str], Document],
) -> None:
    assert texts(read("An area of 20 km#super[2] of land#footnote[Measured.] was lost,")) == [
        "An area of 20 km2 of land was lost,"
    ]


def test_marks_in_brackets_call_notes_too(read: Callable[[str], Document]) -> None:
    document = read(
        "Recalling this,[1] and that[2] as of \\[3\\] May,"
        "#v(80pt)#line(length: 60pt)\n\n[1] See that.\n\n[2] Ibid."
    )
    assert texts(document) == ["Recalling this, and that as of [3] May,"]
    assert [(n.marker, n.text) for n in document.notes] == [("1", "See that."), ("2", "Ibid.")]


def test_a_note_that_goes_on_over_the_page_is_one(read: Callable[[str], Document]) -> None:
    words = " ".join(f"word{n}" for n in range(60))
    above = " ".join(f"above{n}" for n in range(170))
    document = read(f"Recalling {above},#footnote[{words}.]\n\nAnd {above},")
    assert [note.text for note in document.notes] == [f"{words}."]
    assert texts(document) == [f"Recalling {above},", f"And {above},"]


# Furniture


def test_what_stands_on_every_page_is_furniture(read: Callable[[str], Document]) -> None:
    document = read(
        "#set page(header: [The Ruritanian Review],\n"
        "footer: context [page #counter(page).display()])\n"
        + "\n\n".join(
            f"Paragraph {n} of this text, which is somewhat long as such go, goes on and on."
            for n in range(40)
        )
    )
    assert "Review" not in document.text
    assert not any(text.startswith("page") for text in texts(document))
    assert len(texts(document)) == 40


def test_last_lines_of_notes_that_read_alike_are_not_furniture(
    read: Callable[[str], Document],
) -> None:
    document = read(
        "Recalling one,#footnote[A/78/1.]#pagebreak()Recalling two,#footnote[A/78/2.]"
        "#pagebreak()Recalling three,#footnote[A/78/3.]"
    )
    assert [note.text for note in document.notes] == ["A/78/1.", "A/78/2.", "A/78/3."]


# Order


def test_columns_are_read_one_after_the_other(read: Callable[[str], Document]) -> None:
    sentences = [f"Sentence {n} tells of how the meeting went on and on." for n in range(16)]
    document = read(
        "= A heading over both of the columns here\n#columns(2)["
        + "#set par(justify: true)\n" + " ".join(sentences) + "]"
    )  # fmt: skip
    assert texts(document)[1:] == [" ".join(sentences)]
    assert document.problems == ()


def test_cells_of_a_table_stand_row_by_row(read: Callable[[str], Document]) -> None:
    document = read("#table(columns: 3, " + ", ".join(f"[c{n}]" for n in range(30)) + ")")
    assert texts(document) == [f"c{n}" for n in range(30)]


def test_prose_side_by_side_in_rows_is_said_to_be_in_doubt(read: Callable[[str], Document]) -> None:
    cells = ", ".join(f"[The {n} column says {'so ' * (i % 4)}]"
                      for i, n in enumerate(("left", "right") * 6))  # fmt: skip
    document = read(f"#table(columns: 2, stroke: none, column-gutter: 30pt, {cells})")
    assert [p.code for p in document.problems] == ["reading-order"]
    assert document.problems[0].message.startswith("page 1")


# Pages of other kinds


def test_a_page_turned_on_its_side_is_read_as_it_is_seen(read: Callable[[str], Document]) -> None:
    document = read("#set page(flipped: true)\nUrges States to act;\n\nRequests nobody.")
    assert texts(document) == ["Urges States to act;", "Requests nobody."]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_marked_as_turned_is_read_upright(turn: int) -> None:
    content = rawpdf.stream(rawpdf.set_text("Urges States to act;", "Requests nobody."))
    turned = rawpdf.pdf(rawpdf.page(content, entries=b"/Rotate %d" % turn))
    upright = rawpdf.pdf(rawpdf.page(content))
    assert texts(from_pdf(turned, "x")) == texts(from_pdf(upright, "x"))


def test_text_at_another_angle_is_left_out_and_that_is_said(
    read: Callable[[str], Document],
) -> None:
    document = read("#place(rotate(45deg)[DRAFT])\nUrges States to act;\n\nRequests nobody.")
    assert texts(document) == ["Urges States to act;", "Requests nobody."]
    assert [p.code for p in document.problems] == ["turned-text"]


def test_words_that_the_file_sets_without_blanks_are_apart_by_their_gaps() -> None:
    content = b"BT /F 10 Tf 72 700 Td [(Urges)-300(all)-280(Sta)15(tes)] TJ ET"
    document = from_pdf(rawpdf.pdf(rawpdf.page(rawpdf.stream(content))), "x")
    assert texts(document) == ["Urges all States"]


def set_apart(first: str, second: str, distance: float) -> str:
    """What is read of two pieces of text whose beginnings are so far apart."""
    content = f"BT /F 10 Tf 72 700 Td ({first}) Tj {distance} 0 Td ({second}) Tj ET"
    objects = rawpdf.page(rawpdf.stream(content.encode("cp1252")))
    objects[4] = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Italic/Encoding/WinAnsiEncoding>>"
    return "".join(texts(from_pdf(rawpdf.pdf(objects), "x")))


def test_a_blank_beside_a_dash_that_has_no_room_is_none() -> None:
    assert set_apart("from 2022\u2013 ", "2025 on", 47) == "from 2022\u20132025 on"
    assert set_apart("from 2022 \u2013 ", "2025 on", 52) == "from 2022 \u2013 2025 on"


def test_a_letter_that_leans_over_what_follows_does_not_join_it() -> None:
    assert set_apart("Conscious of", "the costs", 54.5) == "Conscious of the costs"


def test_a_number_that_touches_its_paragraph_stands_before_it() -> None:
    content = b"BT /F 10 Tf 72 700 Td (1.) Tj 8 -3 Td (Urges States to act;) Tj ET"
    document = from_pdf(rawpdf.pdf(rawpdf.page(rawpdf.stream(content))), "x")
    assert " ".join(texts(document)) == "1. Urges States to act;"


# Scans

# A white dot, as large as the page.
PICTURE = b"q 600 0 0 800 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q "


def test_a_scan_without_text_says_what_helps() -> None:
    with pytest.raises(EmptySource, match="holds pictures of pages") as raised:
        from_pdf(rawpdf.pdf(rawpdf.page(rawpdf.stream(PICTURE))), "scan.pdf")
    assert "ocrmypdf" in str(raised.value)


def test_a_scan_with_recognised_text_says_so() -> None:
    content = PICTURE + rawpdf.set_text("Urges States to act;", mode=3)
    document = from_pdf(rawpdf.pdf(rawpdf.page(rawpdf.stream(content))), "x")
    assert texts(document) == ["Urges States to act;"]
    assert [p.code for p in document.problems] == ["recognised-text"]


def test_a_scanned_page_among_others_is_named() -> None:
    objects = rawpdf.page(rawpdf.stream(rawpdf.set_text("Urges States to act;")))
    objects[1] = b"<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>"
    scan = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 7 0 R>>"
    document = from_pdf(rawpdf.pdf([*objects, scan, rawpdf.stream(PICTURE)]), "x")
    assert [(p.code, p.message) for p in document.problems] == [
        ("scanned-page", "page 2: pictures without text, not read")
    ]
