"""The brief as DOCX and as PDF: whole, its links good, on its pages, true to the report, safe."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from docx import Document
from docx.shared import Twips
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from counterdraft.brief.brief import brief
from counterdraft.brief.report import (
    Bullets,
    Chapter,
    Evidence,
    Fact,
    Facts,
    FootnoteText,
    FullText,
    Group,
    Mark,
    Passage,
    Picture,
    Prose,
    Report,
    Row,
    Section,
    Statement,
    Table,
    passages,
    statements,
)
from counterdraft.brief.to_docx import to_docx
from counterdraft.brief.to_html import to_html
from counterdraft.brief.to_markdown import to_markdown
from counterdraft.brief.to_pdf import MISSING, to_pdf
from counterdraft.brief.word_body import EMU, TALLEST
from counterdraft.charts.svg import opened
from counterdraft.model import Place, Span
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from counterdraft.text.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

ROOT = Path(__file__).parent.parent
ARTICLE, RIVAL = ROOT / "examples" / "article.txt", ROOT / "examples" / "rival.txt"
SEVERAL = ROOT / "tests" / "cases" / "parse" / "report_three_drafts" / "input.txt"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SOFFICE = shutil.which("soffice")
HOSTILE = (
    "<w:p/>&amp; ]]> \x00\x1b\ud800\ufffe \u202eback\u202c {= 1+1} =HYPERLINK('x') "
    f'{{ INCLUDETEXT "c:\\x" }} {"long" * 200} \u4e2d\u6587 \u0627\u0644'
)
# The order in which the schema wants what a paragraph, a run, a row, a table and a section say.
ORDER = {
    "pPr": "pStyle keepNext keepLines tabs ind sectPr",
    "rPr": "rStyle b bCs i iCs color sz szCs u bdr shd vertAlign lang",
    "trPr": "cantSplit tblHeader",
    "tcPr": "tcW gridSpan shd",
    "tblPr": "tblStyle tblW tblLayout tblLook tblCaption",
    "tbl": "tblPr tblGrid tr",
    "sectPr": "headerReference footerReference type pgSz pgMar titlePg",
}


@cache
def report_of(path: Path) -> Report:
    document = from_text(path.read_bytes(), str(path))
    return brief(document, parse(document))


@cache
def docx_of(path: Path) -> bytes:
    return to_docx(report_of(path))


def part(data: bytes, name: str) -> Element:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def words(element: Element) -> str:
    return "".join(each.text or "" for each in element.iter(f"{W}t"))


def plain(text: str) -> str:
    return " ".join(printable(text).replace("\u00a0", " ").split())


def made(text: str) -> Report:
    """A report in which every kind of part carries ``text``."""
    whole = Span(0, len(text))
    inner = Span(len(text) // 3, len(text) * 2 // 3)
    crossing = Span(len(text) // 2, len(text))
    said = Statement(text, (Evidence("op1", inner, text or "OP1", 3),), "quote", "all")
    marks = (Mark("deadline", whole), Mark("phrase", inner, text), Mark("date", crossing, text))
    passage = Passage(
        id="op1", kind="paragraph", label=text, text=text, span=whole, marks=marks,
        number=text, page=3, italics=(inner,),
    )  # fmt: skip
    note = Passage(id="note-1", kind="excerpt", label="1", text=text, span=whole)
    parts = (
        Prose((said,)),
        Bullets(text, (said,)),
        Facts((Fact(text, (said, Statement("", said.evidence))),)),
        Table(text, (text, text), (Group(text, (Row(((said,), (said, said)), 1),)),), text),
        FullText(text, (passage,), (FootnoteText(text, "op1", inner.end, note),)),
    )
    chapter = Chapter(text, (text,), (Section("all", text, parts),), text)
    return Report(title=text, source=text, language="en", generator=text, chapters=(chapter,))


# As a Word document


@pytest.mark.parametrize("path", [ARTICLE, RIVAL, SEVERAL], ids=lambda path: path.parent.name)
def test_every_link_leads_to_a_bookmark_and_every_bookmark_is_sound(path: Path) -> None:
    document = part(docx_of(path), "word/document.xml")
    starts = list(document.iter(f"{W}bookmarkStart"))
    names = [each.get(f"{W}name") or "" for each in starts]
    links = {each.get(f"{W}anchor") for each in document.iter(f"{W}hyperlink")}
    assert links
    assert links <= set(names)
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name, re.ASCII) for name in names)
    ends = sorted(each.get(f"{W}id") or "" for each in document.iter(f"{W}bookmarkEnd"))
    assert ends == sorted(each.get(f"{W}id") or "" for each in starts)


@pytest.mark.parametrize("path", [ARTICLE, RIVAL, SEVERAL], ids=lambda path: path.parent.name)
def test_all_that_is_said_is_there(path: Path) -> None:
    document = part(docx_of(path), "word/document.xml")
    said = {plain(words(each)) for each in document.iter(f"{W}p")}
    text = "\n".join(said)
    for chapter in report_of(path).chapters:
        for section in chapter.sections:
            assert any(each.endswith(plain(section.title)) for each in said)
            for each in section.parts:
                assert [s.text for s in statements(each) if plain(s.text) not in text] == []
        for passage in passages(chapter):
            assert plain(re.sub(r"\s", "", passage.text)) in re.sub(r"\s", "", text) or calls(
                chapter, passage
            )


def calls(chapter: Chapter, passage: Passage) -> bool:
    """Whether a passage calls footnotes, whose numbers stand in its words."""
    texts = [p for s in chapter.sections for p in s.parts if isinstance(p, FullText)]
    return any(note.called == passage.id for text in texts for note in text.footnotes)


def test_a_paragraph_with_notes_is_its_words_and_their_numbers() -> None:
    document = part(docx_of(RIVAL), "word/document.xml")
    (first,) = [each for each in document.iter(f"{W}p") if words(each).startswith("PP1Guided")]
    assert "the Universal Declaration of Human Rights,1 the International" in words(first)
    call = next(each for each in first.iter(f"{W}hyperlink"))
    assert (call.get(f"{W}anchor"), words(call)) == ("c_note_1", "1")


def test_paragraphs_tables_and_words_are_in_real_styles() -> None:
    package = Document(io.BytesIO(docx_of(RIVAL)))
    known = {each.style_id for each in package.styles}
    document = part(docx_of(RIVAL), "word/document.xml")
    used = {
        each.get(f"{W}val")
        for tag in ("pStyle", "rStyle", "tblStyle")
        for each in document.iter(f"{W}{tag}")
    }
    assert used <= known
    assert used >= {"Heading1", "Heading2", "Heading3", "BriefTable", "Evidence", "MarkPhrase"}
    outline = [p.text for p in package.paragraphs if p.style and p.style.name == "Heading 2"]
    assert outline[0] == "1  What this draft does, in three sentences"
    assert len(outline) == len(report_of(RIVAL).chapters[0].sections)


def test_a_table_says_its_columns_again_on_every_page_and_keeps_its_rows() -> None:
    package = Document(io.BytesIO(docx_of(RIVAL)))
    tables = [t for t in package.tables if t.style and t.style.name == "Brief Table"]
    assert len(tables) > 4
    for table in tables:
        first, *rest = table._tbl.tr_lst
        assert len(first.findall(f".//{W}tblHeader")) == 1
        assert not any(row.findall(f".//{W}tblHeader") for row in rest)
        assert table._tbl.findall(f".//{W}cantSplit")


def test_the_foot_counts_the_pages_and_the_head_names_the_draft() -> None:
    section = Document(io.BytesIO(docx_of(RIVAL))).sections[0]
    assert section.header.paragraphs[0].text == "A/C.3/81/L.23\tBrief"
    assert section.first_page_header.is_linked_to_previous
    for foot in (section.footer, section.first_page_footer):
        codes = [each.text for each in foot._element.iter(f"{W}instrText")]
        assert codes == [" PAGE ", " NUMPAGES "]
        assert foot.paragraphs[0].text == "rival.txt\t1 of 1"
    assert (section.page_width, section.page_height) == (Twips(11906), Twips(16838))


def test_each_of_several_has_its_head() -> None:
    sections = Document(io.BytesIO(docx_of(SEVERAL))).sections
    heads = [each.header.paragraphs[0].text for each in sections]
    assert heads == ["\tBrief", *(f"{c.title}\tBrief" for c in report_of(SEVERAL).chapters)]


def test_nothing_is_spaced_by_empty_paragraphs() -> None:
    for path in (ARTICLE, RIVAL, SEVERAL):
        body = Document(io.BytesIO(docx_of(path)))
        assert [p for p in body.paragraphs if not p.text.strip()] == []


def test_marks_are_told_by_more_than_colour() -> None:
    styles = part(docx_of(RIVAL), "word/styles.xml")
    looks = {}
    for each in styles.iter(f"{W}style"):
        name = each.get(f"{W}styleId") or ""
        if name.startswith("Mark"):
            signs = [s for s in each.iter() if s.tag in {f"{W}{t}" for t in ("b", "i", "u", "bdr")}]
            looks[name] = tuple((s.tag, s.get(f"{W}val")) for s in signs)
    assert len(looks) == len(set(looks.values())) == 7
    assert () not in looks.values()


def test_numbers_stand_as_printed() -> None:
    document = part(docx_of(RIVAL), "word/document.xml")
    said = [words(each).replace("\u00a0", " ") for each in document.iter(f"{W}p")]
    assert any(each.startswith("OP2 (a)(a)The use of administrative") for each in said)
    assert any(each.startswith("OP44.Calls upon") for each in said)


def test_the_properties_name_the_tool_and_no_date() -> None:
    properties = Document(io.BytesIO(docx_of(RIVAL))).core_properties
    assert properties.title == "Brief: Situation of human rights in the Republic of Orlavia"
    assert properties.author == properties.last_modified_by == report_of(RIVAL).generator
    assert (properties.created, properties.modified, properties.language) == (None, None, "en-GB")
    dated = to_docx(report_of(RIVAL), epoch=86_400)
    made_at = Document(io.BytesIO(dated)).core_properties.created
    assert made_at is not None
    assert made_at.replace(tzinfo=UTC) == datetime(1970, 1, 2, tzinfo=UTC)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert to_docx(report_of(RIVAL)) == docx_of(RIVAL)
    with zipfile.ZipFile(io.BytesIO(docx_of(RIVAL))) as package:
        assert {each.date_time for each in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any("thumbnail" in name or "Effects" in name for name in package.namelist())


@pytest.mark.parametrize("path", [RIVAL, SEVERAL], ids=lambda path: path.parent.name)
def test_elements_are_in_the_order_of_the_schema(path: Path) -> None:
    check_order(part(docx_of(path), "word/document.xml"))
    check_order(part(to_docx(made("some words")), "word/document.xml"))


def check_order(document: Element) -> None:
    for tag, order in ORDER.items():
        for each in document.iter(f"{W}{tag}"):
            places = [order.split().index(child.tag.removeprefix(W)) for child in each]
            assert places == sorted(places), etree.tostring(each)
    for cell in document.iter(f"{W}tc"):
        assert cell[-1].tag == f"{W}p"


def test_a_text_from_outside_is_nothing_but_text() -> None:
    data = to_docx(made(HOSTILE))
    document = part(data, "word/document.xml")
    shown = plain(HOSTILE)
    assert "\u202e" not in shown
    assert sum(shown in plain(words(each)) for each in document.iter(f"{W}p")) > 5
    assert list(document.iter(f"{W}instrText")) == []
    Document(io.BytesIO(data))


@given(st.text(alphabet=st.characters(), max_size=40))
@settings(max_examples=40)
def test_property_any_text_makes_a_document(text: str) -> None:
    document = part(to_docx(made(text)), "word/document.xml")
    check_order(document)
    names = {each.get(f"{W}name") for each in document.iter(f"{W}bookmarkStart")}
    assert {each.get(f"{W}anchor") for each in document.iter(f"{W}hyperlink")} <= names


# As a PDF


@cache
def pdf_of(path: Path) -> bytes:
    return to_pdf(report_of(path))


def text_of(data: bytes) -> str:
    """The words of the pages, run together."""
    document = pypdfium2.PdfDocument(data)
    return together("".join(page.get_textpage().get_text_range() for page in document))


def together(text: str) -> str:
    """Without blanks, and hyphens, which may stand at the end of a line."""
    return re.sub(r"[\s\u200b\ufffe\x02-]", "", text)


def beyond(data: bytes) -> list[tuple[int, str]]:
    """The pages and characters that stand nearer to an edge of the page than 20 mm."""
    found = []
    for number, page in enumerate(pypdfium2.PdfDocument(data), 1):
        words, width = page.get_textpage(), page.get_width()
        for index in range(words.count_chars()):
            char = words.get_text_range(index, 1)
            left, bottom, right, top = words.get_charbox(index)
            if char.strip() and (left < 56 or right > width - 56 or bottom < 28 or top > 814):
                found.append((number, char))
    return found


def outline_of(data: bytes) -> list[tuple[int, str]]:
    return [(each.level, each.get_title()) for each in pypdfium2.PdfDocument(data).get_toc()]


@pytest.mark.parametrize("path", [ARTICLE, RIVAL, SEVERAL], ids=lambda path: path.parent.name)
def test_the_pdf_says_all_that_is_said(path: Path) -> None:
    text = text_of(pdf_of(path))
    for chapter in report_of(path).chapters:
        said = [s.text for e in chapter.sections for p in e.parts for s in statements(p)]
        said += [p.text for p in passages(chapter) if not calls(chapter, p)]
        assert [each for each in said if together(each) not in text] == []


@pytest.mark.parametrize("path", [ARTICLE, RIVAL, SEVERAL], ids=lambda path: path.parent.name)
def test_the_pdf_stays_within_its_margins(path: Path) -> None:
    assert beyond(pdf_of(path)) == []
    assert beyond(to_pdf(made(HOSTILE))) == []


def test_the_pdf_has_an_outline_tags_a_title_and_no_date() -> None:
    document = pypdfium2.PdfDocument(pdf_of(RIVAL))
    properties = document.get_metadata_dict(skip_empty=True)
    assert properties["Title"] == "Brief: Situation of human rights in the Republic of Orlavia"
    assert properties["Author"] == report_of(RIVAL).generator
    assert "CreationDate" not in properties
    assert pdfium.FPDFCatalog_IsTagged(document)
    outline = outline_of(pdf_of(RIVAL))
    assert outline[0] == (0, "Situation of human rights in the Republic of Orlavia")
    assert (1, "1 What this draft does, in three sentences") in outline
    assert (2, "Requests, by addressee") in outline


def test_links_of_the_pdf_lead_to_the_text() -> None:
    document = pypdfium2.PdfDocument(pdf_of(RIVAL))
    text_begins = next(e for e in document.get_toc() if e.get_title() == "6 The text").get_dest()
    assert text_begins is not None
    targets = [target for page in document for target in link_targets(document, page)]
    assert len(targets) > 60
    assert None not in targets
    assert sum(t is not None and t >= (text_begins.get_index() or 0) for t in targets) > 50


def link_targets(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[int | None]:
    """The page to which each link on a page leads; None where it leads nowhere."""
    for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, number)
        link = pdfium.FPDFAnnot_GetLink(annotation)
        if link:
            target = pdfium.FPDFLink_GetDest(document, link)
            index = pdfium.FPDFDest_GetDestPageIndex(document, target) if target else -1
            yield index if index >= 0 else None


def test_the_same_report_gives_the_same_pdf() -> None:
    assert to_pdf(report_of(ARTICLE)) == pdf_of(ARTICLE)
    dated = to_pdf(report_of(ARTICLE), epoch=86_400)
    assert dated == to_pdf(report_of(ARTICLE), epoch=86_400)
    properties = pypdfium2.PdfDocument(dated).get_metadata_dict()
    assert properties["CreationDate"].startswith("D:19700102000000")


@pytest.mark.parametrize(
    "text",
    [
        '#read("/etc/passwd") #import "@preview/x:1.0": *',
        "$ x^2 $ *bold* _it_ @ref <label> `raw` = heading",
        "// no comment /* nor this */ #panic() \\ \\u{41} ~ -- ...",
        '#{ let x = 1 } #eval("1") [content] #set page(width: 1pt)',
    ],
)
def test_words_are_never_read_as_markup_of_typst(text: str) -> None:
    assert text_of(to_pdf(made(text))).count(together(text)) > 8


def test_the_template_reads_and_evaluates_nothing() -> None:
    template = (ROOT / "src/counterdraft/brief/templates/brief.typ").read_text("utf-8")
    assert re.findall(r"\b(?:eval|read|import|include|image|plugin|csv|xml|yaml)\b", template) == [
        "read",  # in the comment at its head
        "image",  # of a picture that was put beside it, by a name that is ours
        "image",  # of the same one, made less high
    ]


def test_greek_and_cyrillic_are_set_and_what_is_not_is_said() -> None:
    text = text_of(to_pdf(made("Привет Ελλάδα")))
    assert "ПриветΕλλάδα" in text
    assert MISSING not in text
    text = text_of(to_pdf(made("In 中文 it says")))
    assert f"In{MISSING * 2}itsays" in text
    assert "ThelettersofthisPDFlack2charactersthatthetextuses(U+4E2DandU+6587)" in text


@given(st.text(alphabet=st.characters(), max_size=40))
@settings(max_examples=25)
def test_property_any_text_makes_a_pdf(text: str) -> None:
    assert to_pdf(made(text)).startswith(b"%PDF")


# Pages of the source


def test_the_page_of_the_source_stands_beside_each_place() -> None:
    document = from_text(RIVAL.read_bytes(), "rival.pdf")
    third = document.text.index("Calls upon")
    places = (Place(0, 1, (0, 0, 1, 1)), Place(third, 3, (0, 0, 1, 1)))
    paged = replace(document, places=places)
    report = brief(paged, parse(paged))
    (op4,) = (p for p in passages(report.chapters[0]) if p.id == "op4")
    assert op4.page == 3
    word = part(to_docx(report), "word/document.xml")
    assert any(
        plain(words(each)).startswith("OP4 · p. 34.Calls upon") for each in word.iter(f"{W}p")
    )
    assert "OP4, p. 3" in {plain(words(each)) for each in word.iter(f"{W}hyperlink")}
    assert "OP4·p.34.Callsupon" in text_of(to_pdf(report))
    assert "[OP4, p. 3](#op4)" in to_markdown(report)
    assert ">OP4, p.\u00a03</a>" in to_html(report)
    assert "p.\u00a0" not in to_html(report_of(RIVAL))


# In LibreOffice


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the documents, opened by LibreOffice and written as text and as PDF."""
    if SOFFICE is None:
        pytest.skip("there is no LibreOffice")
    folder = tmp_path_factory.mktemp("office")
    (folder / "rival.docx").write_bytes(docx_of(RIVAL))
    (folder / "several.docx").write_bytes(docx_of(SEVERAL))
    (folder / "hostile.docx").write_bytes(to_docx(made(HOSTILE)))
    sources = [str(each) for each in sorted(folder.glob("*.docx"))]
    for form in ("txt:Text (encoded):UTF8", "pdf"):
        command = [SOFFICE, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
        command += ["--convert-to", form, "--outdir", str(folder), *sources]
        subprocess.run(command, capture_output=True, check=True, timeout=120)
    return folder


def test_libreoffice_reads_all_of_it(office: Path) -> None:
    for name, path in (("rival", RIVAL), ("several", SEVERAL)):
        text = plain((office / f"{name}.txt").read_text("utf-8-sig"))
        for chapter in report_of(path).chapters:
            said = [s.text for e in chapter.sections for p in e.parts for s in statements(p)]
            assert [each for each in said if plain(each) not in text] == []
    assert plain(HOSTILE).split(" {=")[0] in plain((office / "hostile.txt").read_text("utf-8-sig"))


def test_libreoffice_keeps_the_text_on_the_page(office: Path) -> None:
    for name in ("rival", "several", "hostile"):
        assert beyond((office / f"{name}.pdf").read_bytes()) == []


# Pictures


def tall() -> Report:
    """A report with a picture that is higher, as wide as the text, than a page."""
    svg = f"{opened(400, 2000, 'Tall', 'A tall picture')}</svg>"
    parts = (Picture("Tall", "A tall picture", svg),)
    chapter = Chapter("A", (), (Section("tall", "Tall", parts),), "a")
    return Report(title="A", source="a.txt", language="en", generator="x", chapters=(chapter,))


def test_a_picture_that_is_higher_than_a_page_is_made_to_fit_one() -> None:
    (extent,) = part(to_docx(tall()), "word/document.xml").iter(f"{WP}extent")
    wide, high = (int(extent.get(name, "")) for name in ("cx", "cy"))
    assert high <= TALLEST * EMU
    assert abs(high / wide - 5) < 0.01
    document = pypdfium2.PdfDocument(to_pdf(tall()))
    pages = [
        (page, each)
        for page in document
        for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])
    ]
    ((page, image),) = pages
    left, bottom, right, top = image.get_bounds()
    assert bottom > 60
    assert top < page.get_height() - 60
    assert abs((top - bottom) / (right - left) - 5) < 0.05
