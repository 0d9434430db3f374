"""Bytes → characters: every encoding that a text may come in, and bytes that are no text."""

from __future__ import annotations

import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.errors import EmptySource, UnsupportedSource
from counterdraft.read.decode import decode

PLAIN = "The General Assembly,\r\n\r\nRecalling the “Charter” – its résumé,\n"
RUSSIAN = "Генеральная Ассамблея, ссылаясь на свои предыдущие резолюции по этому вопросу, " * 5


def codes(data: bytes) -> list[str]:
    return [problem.code for problem in decode(data, "x").problems]


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
        (b"", "utf-32-le"),
        (b"", "utf-32-be"),
    ],
)
def test_unicode_is_read_with_and_without_a_mark(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + PLAIN.encode(encoding), "x")
    assert decoded.text == PLAIN
    assert decoded.problems == ()


def test_windows_1252_is_read_and_said() -> None:
    data = PLAIN.encode("windows-1252")
    assert decode(data, "x").text == PLAIN
    assert decode(data, "x").encoding == "windows-1252"
    assert codes(data) == ["guessed-encoding"]


@pytest.mark.parametrize("encoding", ["koi8-r", "windows-1251"])
def test_cyrillic_is_guessed_from_its_letters(encoding: str) -> None:
    data = RUSSIAN.encode(encoding)
    assert decode(data, "x").text == RUSSIAN
    assert codes(data) == ["guessed-encoding"]


def test_stray_bytes_in_utf8_are_read_as_windows_1252() -> None:
    data = "“Réaffirmant” – “déjà vu”, ".encode() + "l’été".encode("windows-1252")
    assert decode(data, "x").text == "“Réaffirmant” – “déjà vu”, l’été"
    assert codes(data) == ["mixed-encoding"]


def test_bytes_that_a_marked_encoding_does_not_have_are_replaced_and_said() -> None:
    data = codecs.BOM_UTF8 + b"Recalling \xff its"
    assert decode(data, "x").text == "Recalling \ufffd its"
    assert codes(data) == ["bad-bytes"]


def test_nul_bytes_in_a_text_are_said() -> None:
    assert codes(b"Recalling its resolutions, " * 20 + b"\x00") == ["nul-bytes"]


@pytest.mark.parametrize("data", [b"", b"  \r\n\t\x0c", b"\x00\x00\x00\x00", codecs.BOM_UTF8])
def test_nothing_to_read_is_an_error(data: bytes) -> None:
    with pytest.raises(EmptySource, match=r"^x: the file is empty\. Choose"):
        decode(data, "x")


@pytest.mark.parametrize(
    "data",
    [
        random.Random(7).randbytes(4096),
        b"\x89PNG\r\n\x1a\nand so on",
        b"\x7fELF\x02\x01\x01 and so on",
        b"Text at first, " + bytes(range(32)) * 20,
    ],
)
def test_binary_data_is_an_error(data: bytes) -> None:
    with pytest.raises(UnsupportedSource, match="the file is binary data, not text"):
        decode(data, "x")


def test_the_first_byte_that_is_no_text_is_named() -> None:
    with pytest.raises(UnsupportedSource, match=r"^x, byte 15: "):
        decode(b"Text at first, " + bytes(range(32)) * 20, "x")


@given(st.text(min_size=1).filter(lambda text: text.strip().strip("\x00")))
def test_property_utf8_with_a_mark_is_read_as_it_was_written(text: str) -> None:
    assert decode(text.encode("utf-8-sig"), "x").text == text
