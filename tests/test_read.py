"""What a source is, its content tells and not its name; what no reader takes is one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from counterdraft.errors import EmptySource, ReadError
from counterdraft.read.from_akn import NAMESPACE
from counterdraft.read.read import read
from tests import rawpdf

if TYPE_CHECKING:
    from collections.abc import Callable

AKN = f"""<akomaNtoso xmlns="{NAMESPACE}"><statement><mainBody><paragraph><content><p>Thanks them.
</p></content></paragraph></mainBody></statement></akomaNtoso>"""


@pytest.mark.parametrize(
    "data",
    [
        AKN.encode(),
        f'<?xml version="1.0" encoding="utf-8"?>\n{AKN}'.encode(),
        f'<?xml version="1.0"?>\n<!-- by us -->\n{AKN}'.encode("utf-8-sig"),
        f'<?xml version="1.0" encoding="utf-16"?>{AKN}'.encode("utf-16"),
        f"  \n{AKN}".encode(),
    ],
    ids=["bare", "declared", "marked", "utf-16", "behind blanks"],
)
@pytest.mark.parametrize("name", ["a.xml", "a.txt", "<stdin>"])
def test_akoma_ntoso_is_told_by_its_content(data: bytes, name: str) -> None:
    document = read(data, name)
    assert (document.media_type, document.text) == ("application/akn+xml", "Thanks them.")


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.txt", "text/plain"),
        ("a.md", "text/markdown"),
        ("a.MARKDOWN", "text/markdown"),
        ("a.xml", "text/plain"),
        ("a", "text/plain"),
    ],
)
def test_text_is_markdown_where_its_name_says_so(name: str, media_type: str) -> None:
    assert read(b"Recalling its resolutions,", name).media_type == media_type


def test_a_text_may_begin_with_an_angle_bracket() -> None:
    assert read(b"<3 the Assembly\n\nRecalling this,", "a.txt").media_type == "text/plain"


@pytest.mark.parametrize(
    "data",
    [
        b"<p>The General Assembly,</p><p>Recalling this,</p>",
        b"<div class='text'>\n<p>The General Assembly,</p>\n\n<p>Recalling this,</p></div>",
        b"<h2>Draft</h2>\n<ul>\n<li>Recalling this,</li></ul>",
        b"<b>The General Assembly,</b><br>\nRecalling this,<br>\n",
        b"<!-- pasted -->\n<table><tr><td>Recalling this,</td></tr></table>",
        b"<style>p {color: red}</style><p>Recalling this,</p>",
        b"\xef\xbb\xbf\n<P ALIGN=center>Recalling this,</P>",
        b"<br/>Recalling this,<br/>",
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a.md", "<stdin>"])
def test_a_piece_of_a_page_is_read_as_one(data: bytes, name: str) -> None:
    document = read(data, name)
    assert document.media_type == "text/html"
    assert "Recalling this," in document.text
    assert "<" not in document.text


@pytest.mark.parametrize(
    "data",
    [
        b"<b>DRAFT</b>\n\nThe General Assembly,\n\nRecalling this,\n",
        b"<h1>Draft</h1>\n\nThe General Assembly,\n\nRecalling this,\n",
        b"<i>Non-paper</i>\nThe General Assembly,\nRecalling this,\n",
        b"<!-- for the Chair -->\n\nThe General Assembly,\n\nRecalling this,\n",
        b"<Delegation of Fiji> proposes:\n\nRecalling this,\n",
        b"<Chair> Recalling this,\n",
        b"<ann@example.org> wrote:\n\nRecalling this,\n",
    ],
)
def test_a_text_that_begins_with_a_tag_is_a_text(data: bytes) -> None:
    document = read(data, "a.txt")
    assert document.media_type == "text/plain"
    assert document.text.endswith("Recalling this,")


def test_very_many_comments_are_passed_over_at_once() -> None:
    data = b"<!---->" * 500 + b"x\n\nRecalling this,\n"
    assert read(data, "a.txt").media_type == "text/plain"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"<book><title>Salt</title></book>", "<book> is not Akoma Ntoso"),
        (b"<book/>", "<book> is not Akoma Ntoso"),
        (b'<?xml version="1.0"?><p>Recalling this,</p>', "<p> is not Akoma Ntoso"),
        (b'<p xmlns="urn:lamps">Recalling this,</p>', "<p> is not Akoma Ntoso"),
        (b'<akomaNtoso xmlns="', "not well-formed"),
        (b'<book xmlns="urn:lamps">cut off', "not well-formed"),
        (b'<!DOCTYPE p [<!ENTITY x "y">]><p>&x;</p>', "entities"),
        (b'<!-- a --><!DOCTYPE p [<!ENTITY x "y">]><p>&x;</p>', "entities"),
    ],
)
def test_other_xml_is_refused_as_before(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        read(data, "a.txt")


PAGE = b"<p>The General Assembly,</p><p>Recalling this,</p>"


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"<!DOCTYPE html><html>" + PAGE, "text/html"),
        (b"<html lang='en'>" + PAGE, "text/html"),
        (b"\n<!-- x -->\n<HTML>" + PAGE, "text/html"),
        (b"\xef\xbb\xbf<!doctype html>" + PAGE, "text/html"),
        (b'<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">' + PAGE + b"</html>",
         "text/html"),
        (rawpdf.pdf(rawpdf.page(rawpdf.stream(rawpdf.set_text("Urges all;")))), "application/pdf"),
        (b"junk\n" + rawpdf.pdf(rawpdf.page(rawpdf.stream(rawpdf.set_text("Urges all;")))),
         "application/pdf"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "<stdin>"])
def test_the_reader_is_the_one_that_the_content_asks_for(
    data: bytes, media_type: str, name: str
) -> None:
    assert read(data, name).media_type == media_type


def test_a_word_file_is_told_by_its_content(word: Callable[..., bytes]) -> None:
    data = word("<w:p><w:r><w:t>Urges all;</w:t></w:r></w:p>")
    document = read(data, "a.txt")
    assert (document.text, document.view) == ("Urges all;", "final")
    assert read(data, "a.txt", view="marked").view == "marked"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04\x14\x00", "a.txt"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "a file of an old office program"),
        (b"%PDF-1.7\n%\xe2\xe3", "damaged or cut off"),
    ],
)
def test_what_cannot_be_read_is_one_line(data: bytes, said: str) -> None:
    with pytest.raises(ReadError) as caught:
        read(data, "a.txt")
    assert said in str(caught.value)
    assert str(caught.value).startswith("a.txt")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\x00\x00"])
def test_nothing_is_an_empty_source(data: bytes) -> None:
    with pytest.raises(EmptySource, match=r"^a\.txt: the file is empty"):
        read(data, "a.txt")


def test_an_error_says_what_helps_and_stands_on_one_line() -> None:
    with pytest.raises(ReadError) as caught:
        read(b"%PDF-1.7", "a\nb.txt")
    line = "a b.txt: the PDF is damaged or cut off. Fetch it again, or print it to a new PDF"
    assert str(caught.value) == line
