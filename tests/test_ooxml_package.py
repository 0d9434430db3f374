"""A Word file is opened safely: nothing in it is run, fetched or unpacked without bounds.

The hostile ones are read in a process of their own, with limits of time and memory.
"""

from __future__ import annotations

import io
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from counterdraft.errors import DamagedSource, ReadError, SourceTooLarge, UnsafeSource
from counterdraft.ooxml import xml
from counterdraft.ooxml.package import MAX_MEMBERS, MAX_PART, Package
from counterdraft.ooxml.xml import parse_part
from counterdraft.read.from_docx import from_docx
from counterdraft.read.ole import OLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Door

SOURCE = Path(__file__).parent.parent / "src"
MEMORY = 1_500_000_000
SECONDS = 20
CHILD = textwrap.dedent(
    f"""
    import resource, sys
    resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
    resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
    from pathlib import Path
    from counterdraft.errors import CounterdraftError
    from counterdraft.read.from_docx import from_docx
    name = sys.argv[1]
    data = Path(name).read_bytes() if name != "huge" else bytes(500_000_000)
    try:
        document = from_docx(data, "a.docx")
        print("read", len(document.blocks), *(each.message for each in document.problems))
    except CounterdraftError as error:
        print(type(error).__name__, error)
    """
)
BODY = "<w:p><w:r><w:t>a</w:t></w:r></w:p>"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{i + 1} '{f'&a{i};' * 10}'>" for i in range(9))
    + f"]><w:document xmlns:w='{W}'><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body>"
    "</w:document>"
)


@pytest.fixture
def apart(tmp_path: Path) -> Callable[[bytes | str], str]:
    """What a process of its own, with limits, says of a file; always one line."""

    def read(data: bytes | str) -> str:
        path = tmp_path / "a.docx"
        if isinstance(data, bytes):
            path.write_bytes(data)
        done = subprocess.run(
            [sys.executable, "-c", CHILD, str(path) if isinstance(data, bytes) else data],
            capture_output=True, encoding="utf-8", timeout=2 * SECONDS, check=False,
            env={"PYTHONPATH": str(SOURCE)},
        )  # fmt: skip
        assert done.stderr == ""
        assert done.stdout.count("\n") == 1
        return done.stdout.strip()

    return read


def document(inner: str) -> str:
    return f"<w:document xmlns:w='{W}'><w:body>{inner}</w:body></w:document>"


def packed(files: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


# -- hostile


@pytest.mark.parametrize(
    ("inner", "says"),
    [
        (LAUGHS, "UnsafeSource a.docx, word/document.xml: the XML has a DOCTYPE"),
        (LAUGHS.encode("utf-16"), "UnsafeSource a.docx, word/document.xml: the XML has a DOCTYPE"),
        (
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + document("&e;"),
            "UnsafeSource a.docx, word/document.xml: the XML has a DOCTYPE",
        ),
        (document("<w:p>" * 100_000), "UnsafeSource a.docx, word/document.xml, line 1"),
        (
            document("<w:tbl><w:tr><w:tc>" * 9_000 + "</w:tc></w:tr></w:tbl>" * 9_000),
            "UnsafeSource a.docx, word/document.xml, line 1",
        ),
        (
            document("<w:sdt><w:sdtContent>" * 100 + BODY + "</w:sdtContent></w:sdt>" * 100),
            "read 1",
        ),
        (
            document("<w:tbl><w:tr><w:tc>" * 80 + BODY + "</w:tc></w:tr></w:tbl>" * 80),
            "read 1",
        ),
        (b"\x00" * (MAX_PART - 1), "UnsafeSource a.docx, word/document.xml: the part unpacks to"),
        (b"\x00" * (MAX_PART + 1), "SourceTooLarge a.docx, word/document.xml: the part unpacks"),
    ],
    ids=[
        "billion laughs", "in UTF-16", "external entity", "deep paragraphs", "deep tables",
        "nested controls", "nested tables", "bomb", "too large",
    ],
)  # fmt: skip
def test_a_hostile_document_part_is_one_clear_line(
    word: Callable[..., bytes], apart: Callable[[bytes | str], str], inner: str | bytes, says: str
) -> None:
    assert apart(word("", members={"word/document.xml": inner})).startswith(says)


def test_text_boxes_within_text_boxes_are_read(
    word: Callable[..., bytes], apart: Callable[[bytes | str], str]
) -> None:
    begin = "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:pict><v:textbox><w:txbxContent>"
    end = "</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    assert apart(word(begin * 40 + BODY + end * 40)) == "read 41"


def test_a_file_of_half_a_gigabyte_is_refused(apart: Callable[[bytes | str], str]) -> None:
    assert apart("huge").startswith("SourceTooLarge a.docx: larger than the 200 MB")


def test_many_paragraphs_are_read_in_time(
    word: Callable[..., bytes], apart: Callable[[bytes | str], str]
) -> None:
    body = "".join(f"<w:p><w:r><w:t>Line {i}</w:t></w:r></w:p>" for i in range(20_000))
    assert apart(word(body)) == "read 20000"


def test_many_paragraphs_that_are_one_are_read_in_time(
    word: Callable[..., bytes], apart: Callable[[bytes | str], str]
) -> None:
    mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    body = "".join(f"<w:p>{mark}<w:r><w:t>{i} </w:t></w:r></w:p>" for i in range(20_000))
    assert apart(word(body + BODY)).startswith("read 1 ")


def test_what_is_said_once_is_not_said_a_million_times(
    word: Callable[..., bytes], apart: Callable[[bytes | str], str]
) -> None:
    long, many = "Article " * 100_000, 5_000
    level = f'<w:lvl w:ilvl="0"><w:lvlText w:val="{long}%1"/></w:lvl>'
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    parted = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    instruction = "<w:r><w:instrText>HYPERLINK </w:instrText></w:r>"
    listed = '<w:pPr><w:pStyle w:val="S"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    note = '<w:r><w:t>a</w:t><w:footnoteReference w:id="1"/></w:r>'
    hidden = "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>"
    body = (
        f"<w:p>{listed}{note}</w:p>" * many
        + f"<w:p>{begun}{instruction * many}{parted}</w:p>"
        + f"<w:p>{(begun + parted) * many}{'<w:r><w:t>b</w:t></w:r>' * many}</w:p>"
        + f"<w:p>{hidden}<w:r><w:t>c</w:t></w:r></w:p>" * many
        + BODY
    )
    data = word(
        body,
        numbering=f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        styles=f'<w:style w:type="paragraph" w:styleId="S"><w:name w:val="{long}"/></w:style>',
        footnotes=f'<w:footnote w:id="1"><w:p><w:r><w:t>{long}</w:t></w:r></w:p></w:footnote>',
    )
    assert apart(data) == f"read {many + 2}"


def test_more_tags_than_any_text_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml, "MAX_TAGS", 10)
    with pytest.raises(SourceTooLarge, match="more than 10 tags"):
        parse_part(document("<w:p/>" * 10).encode(), "word/document.xml", "a.docx")


def test_nothing_that_a_file_names_is_fetched(word: Callable[..., bytes], door: Door) -> None:
    address = f"http://127.0.0.1:{door.port}/x"
    kinds = ("image", "attachedTemplate", "oleObject", "aFChunk", "subDocument", "hyperlink")
    related = tuple((f"e{i}", kind, address) for i, kind in enumerate(kinds))
    settings = f"<Relationships xmlns='{RELS}'><Relationship Id='t' TargetMode='External' "
    settings += f"Type='{OFFICE}/attachedTemplate' Target='{address}'/></Relationships>"
    read = from_docx(
        word(
            BODY + '<w:altChunk r:id="e3"/>', related=related, settings="",
            members={"word/_rels/settings.xml.rels": settings},
        ),
        "a.docx",
    )  # fmt: skip
    assert door.asked == 0
    assert [each.code for each in read.problems] == ["active-content", "inserted-document"]
    assert "6 parts outside of it; they were not fetched" in read.problems[0].message


def test_macros_and_embedded_objects_are_left_alone_and_said(word: Callable[..., bytes]) -> None:
    related = (("m", "vbaProject", "vbaProject.bin"), ("o", "oleObject", "embeddings/a.bin"))
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    types = f'<Types xmlns="{TYPES}"><Override PartName="/word/document.xml" '
    members = {"[Content_Types].xml": f'{types}ContentType="{kind}"/></Types>'}
    read = from_docx(word(BODY, related=related, members=members), "a.docm")
    assert [(each.code, each.message) for each in read.problems] == [
        ("active-content", "the file holds macros; they were not run"),
        ("active-content", "the file embeds 1 object; it was not opened"),
    ]


# -- damaged


@pytest.mark.parametrize(
    ("inner", "says"),
    [
        (document("<w:p"), r"line 1, column \d+: the XML is not well-formed"),
        (f"<w:styles xmlns:w='{W}'/>", "the document part begins with <styles>"),
        ("<html/>", "the document part begins with <html>"),
        (f"<w:document xmlns:w='{W}'/>", "the document part has no body"),
        ("", "the XML is not well-formed"),
    ],
)
def test_a_document_part_that_is_none_is_damaged(
    word: Callable[..., bytes], inner: str, says: str
) -> None:
    with pytest.raises(DamagedSource, match=rf"^a\.docx, word/document\.xml.*{says}"):
        from_docx(word("", members={"word/document.xml": inner}), "a.docx")


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9, 0.999])
def test_a_truncated_file_is_damaged(word: Callable[..., bytes], share: float) -> None:
    data = word(BODY)
    with pytest.raises(DamagedSource, match=r"^a\.docx: the Word file cannot be opened.* again$"):
        from_docx(data[: int(len(data) * share)], "a.docx")


def test_bytes_that_were_changed_are_damaged_or_read(word: Callable[..., bytes]) -> None:
    data = word(BODY * 50, styles="", numbering="")
    for at in range(0, len(data), 7):
        changed = data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]
        try:
            from_docx(changed, "a.docx")
        except ReadError as error:
            assert str(error).startswith("a.docx")  # noqa: PT017 - it may also be read


def test_a_part_that_unpacks_to_more_than_it_says_is_damaged(word: Callable[..., bytes]) -> None:
    data = bytearray(word("", members={"word/document.xml": document(BODY * 1000)}))
    at = data.rindex(b"word/document.xml") - 46 + 24
    data[at : at + 4] = (100).to_bytes(4, "little")
    with pytest.raises(DamagedSource, match="cannot be unpacked"):
        from_docx(bytes(data), "a.docx")


def test_a_file_under_a_password_says_what_helps() -> None:
    data = OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(100)
    with pytest.raises(ReadError) as caught:
        from_docx(data, "a.docx")
    assert str(caught.value) == (
        "a.docx: the file is protected by a password. "
        "Open it in Word with its password, and save a copy without one"
    )


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("../../x.xml", "leads outside"),
        ("/etc/x", "leads outside"),
        ("word\\x.xml", "leads outside"),
        ("WORD/document.xml", "holds the part WORD/document.xml twice"),
    ],
)
def test_a_name_that_no_word_file_has_is_unsafe(
    word: Callable[..., bytes], name: str, says: str
) -> None:
    with pytest.raises(UnsafeSource, match=says):
        from_docx(word(BODY, members={name: "x"}), "a.docx")


def test_a_part_that_stands_twice_is_unsafe(word: Callable[..., bytes]) -> None:
    out = io.BytesIO(word(BODY))
    with (
        zipfile.ZipFile(out, "a") as archive,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        archive.writestr("word/document.xml", document(BODY))
    with pytest.raises(UnsafeSource, match=r"holds the part word/document\.xml twice"):
        from_docx(out.getvalue(), "a.docx")


def test_other_packing_is_refused() -> None:
    data = packed({"[Content_Types].xml": "x"}, zipfile.ZIP_BZIP2)
    with pytest.raises(DamagedSource, match="packed in a way that no Word file is"):
        Package(data, "a.docx")


def test_too_many_parts_are_refused() -> None:
    data = packed(dict.fromkeys(map(str, range(MAX_MEMBERS + 1)), ""))
    with pytest.raises(SourceTooLarge, match="10,001 parts"):
        Package(data, "a.docx")


@pytest.mark.parametrize(
    ("members", "says"),
    [
        ({"_rels/.rels": f"<Relationships xmlns='{RELS}'/>"}, "names no document part"),
        ({"_rels/.rels": "<Relationships"}, "_rels/.rels, line 1, column .*not well-formed"),
        (
            {"[Content_Types].xml": f"<Types xmlns='{TYPES}'><Override PartName='/word/document.xml"
             "' ContentType='application/vnd.ms-excel.sheet.macroEnabled.main+xml'/></Types>"},
            "it is an Excel workbook, and no Word file. Save its text",
        ),
    ],
)  # fmt: skip
def test_a_package_that_leads_to_no_document_is_one_line(
    word: Callable[..., bytes], members: dict[str, str], says: str
) -> None:
    with pytest.raises(ReadError, match=says):
        from_docx(word(BODY, members=members), "a.docx")


def test_a_zip_of_other_things_is_no_word_file() -> None:
    with pytest.raises(ReadError, match=r"it is a zip archive, but no Word file"):
        from_docx(packed({"a.txt": "x"}), "a.docx")


# -- honest


def test_parts_are_found_by_their_relationships_and_not_by_their_names() -> None:
    styles = (
        f"<w:styles xmlns:w='{W}'><w:style w:type='paragraph' w:default='1' w:styleId='N'>"
        "<w:name w:val='Body'/></w:style></w:styles>"
    )
    rel = "<Relationship Id='r{}' Type='{}/{}' Target='{}'/>"
    rels = "<Relationships xmlns='" + RELS + "'>{}</Relationships>"
    data = packed(
        {
            "[Content_Types].xml": f"<Types xmlns='{TYPES}'/>",
            "_rels/.rels": rels.format(rel.format(1, OFFICE, "officeDocument", "/Text/Main.xml")),
            "text/main.xml": document(BODY),
            "text/_rels/Main.xml.rels": rels.format(
                rel.format(1, OFFICE, "styles", "../s%20s.xml")
            ),
            "s s.xml": styles,
        }
    )
    assert [each.style for each in from_docx(data, "a.docx").blocks] == ["Body"]


def test_strict_open_xml_is_read_like_the_transitional(word: Callable[..., bytes]) -> None:
    strict = document('<w:p><w:r><w:rPr><w:i w:val="on"/></w:rPr><w:t>a</w:t></w:r></w:p>')
    data = word("", members={"word/document.xml": strict.replace(W, STRICT)})
    read = from_docx(data, "a.docx")
    assert (read.text, len(read.blocks[0].italics)) == ("a", 1)


def test_a_part_is_told_apart_from_one_that_is_not_there(word: Callable[..., bytes]) -> None:
    package = Package(word(BODY, styles=""), "a.docx")
    assert package.related(package.main, "styles") == "word/styles.xml"
    assert package.related(package.main, "comments") is None
    assert package.related_tree("comments") is None
    assert isinstance(package.document(), etree._Element)
    with pytest.raises(DamagedSource, match=r"the part word/x\.xml is missing"):
        package.part("word/x.xml")
