"""What a source is, its content tells and not its name; what no reader takes is one line."""

from __future__ import annotations

import pytest

from counterdraft.errors import EmptySource, UnsupportedSource
from counterdraft.read.from_akn import NAMESPACE
from counterdraft.read.read import read

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
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"PK\x03\x04\x14\x00", "a Word file or another archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file"),
        (b"{\\rtf1\\ansi", "rich text"),
        (b"<!DOCTYPE html><html><p>x", "a web page"),
        (b"<html lang='en'>", "a web page"),
        (b"\n<!-- x -->\n<HTML>", "a web page"),
        (b"\xef\xbb\xbf<!doctype html>", "a web page"),
    ],
)
def test_a_format_without_a_reader_is_named_with_a_remedy(data: bytes, what: str) -> None:
    with pytest.raises(UnsupportedSource, match=rf"^a\.txt: it is {what}.*not read yet\. Save"):
        read(data, "a.txt")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\x00\x00"])
def test_nothing_is_an_empty_source(data: bytes) -> None:
    with pytest.raises(EmptySource, match=r"^a\.txt: the file is empty"):
        read(data, "a.txt")


def test_an_error_says_what_helps_and_stands_on_one_line() -> None:
    with pytest.raises(UnsupportedSource) as caught:
        read(b"%PDF-1.7", "a\nb.txt")
    assert str(caught.value) == "a b.txt: it is a PDF, which is not read yet. Save its text as .txt"
