"""Markdown, plain text, CSV and JSON: what is written says the same, and does no harm."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from counterdraft.export.entries import entries
from counterdraft.export.inline import Leads, Opens, Slanted, tokens
from counterdraft.export.to_akn import to_akn
from counterdraft.export.to_csv import COLUMNS, to_csv
from counterdraft.export.to_docx import to_docx
from counterdraft.export.to_json import to_json
from counterdraft.export.to_markdown import to_markdown
from counterdraft.export.to_text import to_text
from counterdraft.model import Document, Link, Resolution, Span
from counterdraft.parse.parse import parse
from counterdraft.read.from_akn import from_akn
from counterdraft.read.from_docx import from_docx
from counterdraft.read.from_text import from_text
from tests.exported import ROOT, SOURCES, name_of, parsed
from tests.test_export_akn import DRAFT, drafts

Said = list[list[tuple[str, str, str | None, int, str]]]


def said(resolutions: tuple[Resolution, ...]) -> Said:
    return [
        [(p.id, p.part, p.number, p.level, p.text) for p in each.paragraphs] for each in resolutions
    ]


def notes(resolutions: tuple[Resolution, ...]) -> list[list[tuple[str | None, str]]]:
    return [[(note.paragraph, note.text) for note in each.footnotes] for each in resolutions]


def draft(text: str = DRAFT) -> tuple[Document, tuple[Resolution, ...]]:
    document = from_text(text.encode(), "draft.txt")
    return document, parse(document)


# What is written, read again


@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_plain_text_is_read_as_the_same_paragraphs(source: Path) -> None:
    document, resolutions = parsed(source)
    again = parse(from_text(to_text(resolutions, document).encode(), "x"))
    assert said(again) == said(resolutions)
    assert notes(again) == notes(resolutions)


@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_markdown_is_read_as_the_same_paragraphs(source: Path) -> None:
    document, resolutions = parsed(source)
    data = to_markdown(resolutions, document).encode()
    again = parse(from_text(data, "x.md", markdown=True))
    assert said(again) == said(resolutions)
    assert notes(again) == notes(resolutions)
    phrases = [[p.phrase for p in each.paragraphs] for each in resolutions]
    assert [[p.phrase for p in each.paragraphs] for each in again] == phrases


@given(text=drafts())
def test_property_text_and_markdown_come_back_the_same(text: str) -> None:
    document, resolutions = draft(text)
    marked = from_text(to_markdown(resolutions, document).encode(), "x", markdown=True)
    assert said(parse(marked)) == said(resolutions)
    if "*" not in text and "_" not in text:  # the reader of plain text takes these for emphasis
        plain = from_text(to_text(resolutions, document).encode(), "x")
        assert said(parse(plain)) == said(resolutions)


# Plain text


def test_a_text_has_masthead_title_numbers_and_notes() -> None:
    document, resolutions = draft()
    lines = to_text(resolutions, document).split("\n\n")
    assert lines[:6] == [
        *("A/C.3/81/L.23", "Eighty-first session", "Third Committee", "Agenda item 71 (c)"),
        *("Malta, Nepal and Samoa: draft resolution", "Lighthouses of Orlavia"),
    ]
    assert "PP2bis. Noting the keepers," in lines
    assert "        (i) By day;" in lines
    assert lines[-1] == "\n__________\n\u00b9 See A/80/77, para. 3.\n".lstrip("\n")


def test_notes_that_are_marked_by_letters_are_counted() -> None:
    document, resolutions = draft()
    lettered = replace(document, notes=(replace(document.notes[0], marker="a"),))
    assert "A/80/77,\u00b9" in to_text(resolutions, lettered)
    assert "A/80/77,[^1]" in to_markdown(resolutions, lettered)


def test_a_note_that_is_called_again_is_defined_once() -> None:
    document, resolutions = draft()
    (note,) = document.notes
    end = resolutions[0].paragraphs[3].span.end
    twice = replace(document, notes=(note, replace(note, anchor=end)))
    assert to_text(resolutions, twice).count("See A/80/77") == 1
    assert to_markdown(resolutions, twice).count("[^1]") == 3


def test_where_paragraphs_are_left_out_that_is_shown() -> None:
    document, resolutions = parsed(ROOT / "tests/cases/parse/press_release_half/input.txt")
    assert "[\u2026]\n\n4. Calls upon" in to_text(resolutions, document)
    assert "\\[\u2026\\]\n\n4\\. *Calls upon*" in to_markdown(resolutions, document)


# Markdown


def test_markdown_shows_the_draft() -> None:
    document, resolutions = draft()
    text = to_markdown(resolutions, document)
    assert "# Lighthouses of Orlavia" in text
    assert "*Recalling* its resolution 80/12" in text
    assert "\n1\\. *Welcomes* the repair" in text
    assert "\n\u2003\u2003(i) By day;" in text
    assert "\n### Follow-up" in text
    assert "\n## Annex" in text
    assert text.endswith("[^1]: See A/80/77, para. 3.\n")


def test_words_are_no_markup() -> None:
    words = "<b>x</b> [y](z) *a* _b_ `c` # | ~ & \\ "
    document, resolutions = draft(
        f"The General Assembly,\n\nNoting {words} it,\n\n1. Decides so.\n"
    )
    text = to_markdown(resolutions, document)
    assert "\\<b\\>x\\</b\\>" in text
    assert said(parse(from_text(text.encode(), "x", markdown=True))) == said(resolutions)


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        ("https://undocs.org/A (1)", "[lamps](https://undocs.org/A%20%281%29)"),
        ("javascript:alert(1)", "the lamps"),
    ],
)
def test_links_are_kept_where_they_lead_to_a_document(target: str, shown: str) -> None:
    document, resolutions = draft()
    at = document.text.index("lamps")
    linked = replace(document, links=(Link(Span(at, at + 5), target),))
    text = to_markdown(resolutions, linked)
    assert shown in text
    assert "javascript" not in text


# CSV


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_row_is_a_paragraph() -> None:
    _, resolutions = draft()
    text = to_csv(resolutions)
    found = rows(text)
    assert list(found[0]) == list(COLUMNS)
    assert [row["id"] for row in found] == [p.id for p in resolutions[0].paragraphs]
    first = found[0]
    assert (first["symbol"], first["part"], first["number"]) == ("A/C.3/81/L.23", "preambular", "1")
    assert first["citations"] == "A/RES/80/12; A/80/77"
    assert first["footnotes"] == "1 See A/80/77, para. 3."
    assert found[-1]["heading"] == "Follow-up"
    assert (found[3]["addressees"], found[3]["addressee_classes"]) == (
        *("the Secretary-General", "secretary_general"),
    )
    assert text.count("\r\n") == len(found) + 1


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\uff1d1"]
)
def test_no_cell_is_a_formula(words: str) -> None:
    _, (resolution,) = draft()
    paragraph = replace(resolution.paragraphs[0], text=words, phrase=words, number=words)
    (row,) = rows(to_csv([replace(resolution, title=words, paragraphs=(paragraph,))]))
    for column in ("title", "text", "phrase", "number"):
        assert row[column].startswith("'")
        assert row[column][1:].strip() == words.strip()


def test_quotes_commas_and_lines_stay_in_their_cell() -> None:
    _, (resolution,) = draft()
    words = 'a "b", c\r\nd'
    paragraph = replace(resolution.paragraphs[0], text=words)
    text = to_csv([replace(resolution, paragraphs=(paragraph,))])
    assert '"a ""b"", c\r\nd"' in text
    assert rows(text)[0]["text"].replace("\n", "").replace("\r", "") == 'a "b", cd'


def test_a_byte_order_mark_is_there_when_it_is_wanted() -> None:
    _, resolutions = draft()
    assert to_csv(resolutions, byte_order_mark=True) == "\ufeff" + to_csv(resolutions)


# JSON


def test_json_is_the_contract() -> None:
    _, resolutions = draft()
    (found,) = json.loads(to_json(resolutions))
    assert found["schema"] == "counterdraft/resolution/1"
    assert [p["id"] for p in found["paragraphs"]] == [p.id for p in resolutions[0].paragraphs]


# Of several, and of amendments


def test_every_resolution_of_a_document_is_written() -> None:
    document, resolutions = parsed(ROOT / "tests/cases/parse/report_three_drafts/input.txt")
    assert len(resolutions) > 1
    assert len(json.loads(to_json(resolutions))) == len(resolutions)
    assert {row["resolution"] for row in rows(to_csv(resolutions))} == {
        str(n) for n in range(1, len(resolutions) + 1)
    }
    assert to_markdown(resolutions, document).count("\n---\n") == len(resolutions) - 1


def test_an_amendment_document_is_written_as_it_is() -> None:
    source = ROOT / "tests/cases/parse/amendment_document/input.txt"
    document = from_text(source.read_bytes(), "a.txt")
    (amendment,) = parse(document)
    last = document.blocks[-1].span.of(document.text)
    assert last in to_text([amendment], document)
    for write in (to_text, to_markdown):
        text = write([amendment], document)
        assert ": amendments" not in text
        assert amendment.title is not None
        assert text.count(amendment.title) == document.text.count(amendment.title)
        (again,) = parse(from_text(text.encode(), "a.md", markdown=write is to_markdown))
        assert (again.symbol, again.title) == (amendment.symbol, amendment.title)
    assert to_csv([amendment]).count("\r\n") == 1


# What all are made of


def test_entries_are_what_stands_in_a_resolution_in_order() -> None:
    document, (resolution,) = draft()
    found = entries(resolution, document)
    assert [entry.kind for entry in found] == [
        *("formula", *["paragraph"] * 9, "heading", "paragraph", "annex", "annexed", "annexed"),
    ]
    assert [entry.printed for entry in found if entry.paragraph][2:5] == ["1.", "2.", "(a)"]


def test_a_point_without_a_number_has_a_bullet() -> None:
    xml = (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement><mainBody>'
        "<paragraph><num>1.</num><list><intro><p>Asks for:</p></intro><point><content><p>Oil;</p>"
        "</content></point></list></paragraph></mainBody></statement></akomaNtoso>"
    )
    document = from_akn(xml.encode(), "x")
    assert "\u2022 Oil;" in to_text(parse(document), document)


SPANS = st.builds(lambda a, b: Span(min(a, b), max(a, b)), st.integers(0, 9), st.integers(0, 9))


@given(st.lists(SPANS, max_size=6), st.lists(SPANS, max_size=6))
def test_property_tokens_nest_and_say_every_word_once(
    italics: list[Span], links: list[Span]
) -> None:
    words = "abcdefghi"
    found = list(tokens(words, [*map(Slanted, italics), *(Leads(each, "x") for each in links)]))
    assert "".join(each for each in found if isinstance(each, str)) == words
    opened: list[object] = []
    slanted: set[int] = set()
    at = 0
    for each in found:
        if isinstance(each, Opens):
            assert not isinstance(each.mark, Leads) or not any(
                isinstance(mark, Leads) for mark in opened
            )
            opened.append(each.mark)
        elif isinstance(each, str):
            if any(isinstance(mark, Slanted) for mark in opened):
                slanted |= set(range(at, at + len(each)))
            at += len(each)
        else:
            opened.pop()
    assert not opened
    assert slanted == {place for span in italics for place in range(span.start, span.end)}


def test_an_adopted_text_says_nothing_of_whose_draft_it_was() -> None:
    document, (one, *_) = draft()
    named = replace(one, sponsors=("Republic of Orlavia",), title=None)
    for write in (to_text, to_markdown):
        assert "Republic of Orlavia: draft resolution" in write([named], document)
        adopted = write([replace(named, kind="resolution")], document)
        assert "Republic of Orlavia" not in adopted
        (again,) = parse(from_text(adopted.encode(), "a.md", markdown=write is to_markdown))
        assert again.title is None


def test_italics_that_end_within_a_word_are_written_round_the_word() -> None:
    document, (one, *_) = draft()
    words = one.paragraphs[0].span
    (block,) = [each for each in document.blocks if each.span.holds(words)]
    torn = replace(block, italics=(Span(words.start + 2, words.start + 5),))
    blocks = tuple(torn if each == block else each for each in document.blocks)
    slanted = replace(document, blocks=blocks)
    text = to_markdown([one], slanted)
    first = one.paragraphs[0].text.split()[0]
    assert f"*{first}* " in text
    (again,) = parse(from_text(text.encode(), "a.md", markdown=True))
    assert again.paragraphs[0].text == one.paragraphs[0].text


def test_the_lines_above_a_draft_stay_lines_in_markdown() -> None:
    document, resolutions = draft(
        DRAFT.replace("A/C.3/81/L.23\n", "A/C.3/81/L.23\n\n2 May 2026\n", 1)
    )
    text = to_markdown(resolutions, document)
    (again,) = parse(from_text(text.encode(), "a.md", markdown=True))
    assert [each.date for each in (*resolutions, again)] == ["2026-05-02", "2026-05-02"]
    assert again.session == 81


PLAIN = "The General Assembly,\n\nRecalling all its lamps,\n\n1. Decides to meet."


def test_who_submits_a_draft_by_office_is_in_every_form() -> None:
    line = (
        "Draft resolution submitted by the Vice-Chair of the Committee, Ann Lee (Fiji), "
        "on the basis of informal consultations on draft resolution A/C.3/81/L.9"
    )
    document, (one, *_) = draft(
        f"A/C.3/81/L.23\n\n{line}\n\nSituation of the salt works\n\n{PLAIN}"
    )
    assert one.sponsors == ()
    for text in (to_text([one], document), to_markdown([one], document)):
        assert line in text
    for profile in ("guidelines", "unxml"):
        akn = to_akn(one, document, profile=profile)
        assert line in akn.decode()
        assert parse(from_akn(akn, "a.xml"))[0].sponsors == ()
    word = from_docx(to_docx(one, document), "a.docx")
    assert line in [block.span.of(word.text) for block in word.blocks]
    assert parse(word)[0].title == one.title


def test_a_line_of_the_text_before_is_not_taken_for_who_submits_it() -> None:
    line = "Draft resolution submitted by the Chair of the Committee, Ann Lee (Fiji)"
    two = f"{line}\n\nLamps\n\n{PLAIN}\n\nSalt\n\n{PLAIN}"
    document, found = draft(two)
    assert [line in to_text([each], document) for each in found] == [True, False]
