"""All tracked changes accepted or rejected: the file is that view's, and nothing is tracked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.ooxml.names import w
from counterdraft.ooxml.package import Package
from counterdraft.ooxml.rewrite import Rewriting
from counterdraft.ooxml.settle import accepted, rejected, tracked
from counterdraft.read.from_docx import from_docx

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    Word = Callable[..., bytes]

WHO = 'w:id="1" w:author="Ada Vell" w:date="2026-10-29T10:00:00Z"'


def r(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def changed(tag: str, inner: str) -> str:
    return f"<w:{tag} {WHO}>{inner}</w:{tag}>"


def ins(text: str) -> str:
    return changed("ins", r(text))


def dele(text: str) -> str:
    return changed("del", r(text, "delText"))


def p(*runs: str, mark: str = "", properties: str = "") -> str:
    gone = f"<w:rPr>{changed(mark, '')}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{properties}{gone}</w:pPr>{''.join(runs)}</w:p>"


def both(data: bytes) -> tuple[bytes, bytes]:
    package = Package(data, "a.docx")
    return accepted(package), rejected(Package(data, "a.docx"))


def text(data: bytes) -> str:
    return from_docx(data, "a.docx").text


def document(data: bytes) -> etree._Element:
    return Package(data, "a.docx").document()


def test_words_and_moves_come_and_go(word: Word) -> None:
    body = p(r("to "), ins("act"), dele("wait"), changed("moveFrom", r(" now")), r("."))
    final, original = both(word(body))
    assert (text(final), text(original)) == ("to act.", "to wait now.")
    assert not tracked(Rewriting(Package(final, "")))


def test_a_paragraph_whose_mark_goes_is_one_with_the_next(word: Word) -> None:
    one, two = ('<w:jc w:val="left"/>', '<w:jc w:val="right"/>')
    body = p(r("to act "), mark="del", properties=one) + p(r("now"), properties=two)
    final, original = both(word(body))
    assert (text(final), text(original)) == ("to act now", "to act\nnow")
    assert [e.get(w("val")) for e in document(final).iter(w("jc"))] == ["right"]


def test_rows_cells_and_tables_come_and_go(word: Word) -> None:
    row = f"<w:tr><w:trPr>{changed('ins', '')}</w:trPr><w:tc>{p(r('b'))}</w:tc></w:tr>"
    cell = f"<w:tc><w:tcPr>{changed('cellDel', '')}</w:tcPr>{p(r('c'))}</w:tc>"
    kept = f"<w:tr><w:tc>{p(r('d'))}</w:tc>{cell}</w:tr>"
    final, original = both(word(f"<w:tbl>{row}</w:tbl><w:tbl>{kept}</w:tbl>" + p(r("a"))))
    assert (text(final), text(original)) == ("b\nd\na", "d\nc\na")
    assert len(list(document(original).iter(w("tbl")))) == 1


def test_a_cell_keeps_a_paragraph(word: Word) -> None:
    row = f"<w:tr><w:tc>{p(dele('b'), mark='del')}</w:tc><w:tc>{p(r('c'))}</w:tc></w:tr>"
    final, _ = both(word(f"<w:tbl>{row}</w:tbl>" + p(r("a"))))
    assert [len(list(c.iter(w("p")))) for c in document(final).iter(w("tc"))] == [1, 1]


@pytest.mark.parametrize(
    ("properties", "found", "kept"),
    [
        ('<w:jc w:val="left"/><w:pPrChange {}><w:pPr><w:jc w:val="right"/></w:pPr></w:pPrChange>',
         "jc", ["left", "right"]),
        ('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins {}/></w:numPr>',
         "numId", ["1", None]),
        ('<w:pPrChange {}><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:pPrChange>',
         "numId", [None, "7"]),
    ],
)  # fmt: skip
def test_properties_are_kept_or_restored(
    word: Word, properties: str, found: str, kept: list[str | None]
) -> None:
    outcomes = both(word(p(r("a"), properties=properties.replace("{}", WHO))))
    values = []
    for each in outcomes:
        element = document(each).find(f".//{w(found)}")
        values.append(element.get(w("val")) if element is not None else None)
        assert document(each).find(f".//{w('pPrChange')}") is None
        assert document(each).find(f".//{w('ins')}") is None
    assert values == kept


def test_the_looks_of_runs_are_kept_or_restored(word: Word) -> None:
    change = f"<w:rPrChange {WHO}><w:rPr><w:b/></w:rPr></w:rPrChange>"
    final, original = both(word(p(f"<w:r><w:rPr><w:i/>{change}</w:rPr><w:t>a</w:t></w:r>")))
    assert [[e.tag for e in document(x).iter(w("b"), w("i"))] for x in (final, original)] == [
        [w("i")], [w("b")],
    ]  # fmt: skip


def test_the_former_section_keeps_its_running_heads(word: Word) -> None:
    change = f'<w:sectPrChange {WHO}><w:sectPr><w:pgSz w:w="1"/></w:sectPr></w:sectPrChange>'
    section = f'<w:sectPr><w:headerReference r:id="x"/><w:pgSz w:w="2"/>{change}</w:sectPr>'
    _, original = both(word(p(r("a")) + section))
    (found,) = document(original).iter(w("sectPr"))
    assert [e.tag for e in found] == [w("headerReference"), w("pgSz")]
    assert found[1].get(w("w")) == "1"


def test_notes_go_with_their_calls_and_change_within(word: Word) -> None:
    call = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{i}"><w:p>{inner}</w:p></w:footnote>'
        for i, inner in enumerate([r("old"), r("new"), r("x ") + ins("y") + dele("z")], 2)
    )
    body = p(r("a"), changed("del", call.format(2)), changed("ins", call.format(3)), call.format(4))
    final, original = both(word(body, footnotes=notes))
    assert [n.text for n in from_docx(final, "").notes] == ["new", "x y"]
    assert [n.text for n in from_docx(original, "").notes] == ["old", "x z"]
    left = Package(final, "").tree("word/footnotes.xml")
    assert [e.get(w("id")) for e in left] == ["3", "4"]


def test_comments_go_with_what_they_are_on(word: Word) -> None:
    reference = changed("del", '<w:r><w:commentReference w:id="5"/></w:r>')
    body = p('<w:commentRangeStart w:id="5"/>', dele("a"), '<w:commentRangeEnd w:id="5"/>',
             reference, r("b"))  # fmt: skip
    comments = f'<w:comment w:id="5"><w:p>{r("why?")}</w:p></w:comment>'
    final, original = both(word(body, comments=comments))
    assert [c.text for c in from_docx(original, "").comments] == ["why?"]
    assert from_docx(final, "").comments == ()
    assert document(final).find(f".//{w('commentRangeStart')}") is None


def test_bookmarks_stay_where_words_go(word: Word) -> None:
    mark = '<w:bookmarkStart w:id="9" w:name="x"/>'
    body = p(changed("del", r("a", "delText") + mark), r("b"), '<w:bookmarkEnd w:id="9"/>')
    final, _ = both(word(body))
    assert document(final).find(f".//{w('bookmarkStart')}") is not None


def test_a_file_without_changes_is_left_to_the_byte(word: Word) -> None:
    data = word(p(r("a")), footnotes='<w:footnote w:id="1" ><w:p ></w:p></w:footnote>')
    package = Package(data, "")
    assert not tracked(Rewriting(package))
    final = Package(accepted(package), "")
    assert [final.part(n) == Package(data, "").part(n) for n in final.names] == [True] * 5


def test_strict_open_xml_stays_strict(word: Word) -> None:
    plain = word(p(r("to "), ins("act")))
    strict = Package(plain, "").part("word/document.xml").replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )  # fmt: skip
    data = word("", members={"word/document.xml": strict})
    final = Package(accepted(Package(data, "")), "").part("word/document.xml")
    assert b"http://schemas.openxmlformats.org/wordprocessingml" not in final
    assert text(accepted(Package(data, ""))) == "to act"


_RUNS = st.lists(
    st.tuples(st.sampled_from(["keep", "ins", "del"]), st.text("ab ", min_size=1, max_size=4)),
    max_size=5,
)


@given(st.lists(st.tuples(_RUNS, st.sampled_from(["", "ins", "del"])), min_size=1, max_size=5))
def test_property_the_settled_file_reads_as_the_view(
    word: Word, drawn: list[tuple[list[tuple[str, str]], str]]
) -> None:
    make = {"keep": r, "ins": ins, "del": dele}
    marked = [p(*(make[kind](words) for kind, words in runs), mark=mark) for runs, mark in drawn]
    data = word(p(r("x")) + "".join(marked) + p(r("y")))
    final, original = both(data)
    assert text(final) == from_docx(data, "", view="final").text
    assert text(original) == from_docx(data, "", view="original").text
    for each in (final, original):
        assert not tracked(Rewriting(Package(each, "")))
