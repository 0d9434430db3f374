"""Old office formats come through LibreOffice with what a draft needs, and nothing gets out."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from counterdraft.errors import CounterdraftError, DamagedSource, UnsupportedSource
from counterdraft.parse.parse import parse
from counterdraft.read import office
from counterdraft.read.from_docx import from_docx
from counterdraft.read.office import from_office, office_kind
from counterdraft.read.ole import OLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from counterdraft.model import Document
    from tests.conftest import Door

ROOT = Path(__file__).parent.parent
DRAFT = ROOT / "examples" / "draft.docx"
MEDIA = {
    "doc": "application/msword",
    "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf",
}
needs_libreoffice = pytest.mark.skipif(
    office.find_soffice() is None,
    reason="there is no LibreOffice (Debian: apt install libreoffice-writer)",
)


def libreoffice(folder: Path, given: Path, form: str) -> None:
    """LibreOffice as anybody runs it, without our precautions."""
    program = office.find_soffice()
    assert program is not None
    quiet = {key: value for key, value in os.environ.items() if "proxy" not in key.lower()}
    subprocess.run(
        [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", form, "--outdir", str(folder), str(given)],
        capture_output=True, check=True, timeout=120, env=quiet,
    )  # fmt: skip


@pytest.fixture(scope="session")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], bytes]:
    """The example as LibreOffice saves it in each format, once."""
    folder = tmp_path_factory.mktemp("saved")

    def get(form: str) -> bytes:
        path = folder / f"{DRAFT.stem}.{form}"
        if not path.exists():
            libreoffice(folder, DRAFT, form)
        return path.read_bytes()

    return get


def said(document: Document) -> dict[str, list[str | None]]:
    """What of a draft must come through."""
    (resolution,) = parse(document)
    slanted = [span for block in document.blocks for span in block.italics]
    return {
        "numbers": [each.number for each in resolution.paragraphs],
        "phrases": [each.phrase for each in resolution.paragraphs],
        "footnotes": [f"{each.paragraph} {each.text}" for each in resolution.footnotes],
        "italics": [span.of(document.text) for span in slanted],
        "changes": [f"{each.author} {each.kind} {each.text}" for each in document.revisions],
        "comments": [f"{each.author} {each.text}" for each in document.comments],
    }


@needs_libreoffice
@pytest.mark.parametrize("form", ["doc", "odt", "rtf"])
def test_a_draft_says_the_same_in_every_format(saved: Callable[[str], bytes], form: str) -> None:
    data = saved(form)
    assert office_kind(data) == form
    ours = from_docx(DRAFT.read_bytes(), "draft.docx")
    theirs = from_office(data, f"draft.{form}")
    assert (theirs.source, theirs.media_type) == (f"draft.{form}", MEDIA[form])
    assert said(theirs) == said(ours)
    # LibreOffice makes text of the asterisk that calls a note in rich text.
    assert theirs.text.replace(":* draft", ": draft") == ours.text


@needs_libreoffice
def test_the_original_of_an_odt_is_as_it_was(saved: Callable[[str], bytes]) -> None:
    ours = from_docx(DRAFT.read_bytes(), "draft.docx", view="original")
    assert from_office(saved("odt"), "draft.odt", view="original").text == ours.text


# -- what is hostile

_NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "script": "urn:oasis:names:tc:opendocument:xmlns:script:1.0",
    "library": "http://openoffice.org/2000/library",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}
_ALL_NAMES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMES.items())


def odt(port: int, victim: Path) -> bytes:
    """A text that links a picture and a section on a server, and a macro that writes a file."""
    there = f"http://127.0.0.1:{port}"
    macro = "vnd.sun.star.script:Standard.Module1.Main?language=Basic&amp;location=document"
    content = f"""<office:document-content {_ALL_NAMES} office:version="1.2">
      <office:scripts><office:event-listeners><script:event-listener script:language="ooo:script"
        script:event-name="dom:load" xlink:href="{macro}" xlink:type="simple"/>
      </office:event-listeners></office:scripts>
      <office:body><office:text><text:p>The General Assembly,</text:p>
      <text:p><draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm"><draw:image
        xlink:href="{there}/x.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>
      </draw:frame></text:p>
      <text:section text:name="S"><text:section-source xlink:href="{there}/y.odt"/>
      <text:p>Recalling this,</text:p></text:section></office:text></office:body>
      </office:document-content>"""
    basic = f"""<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN"
      "module.dtd"><script:module xmlns:script="http://openoffice.org/2000/script"
      script:name="Module1" script:language="StarBasic">Sub Main
      Open "{victim}" For Output As #1
      Close #1
      End Sub</script:module>"""
    names = ("content.xml", "Basic/Standard/Module1.xml", "Basic/Standard/script-lb.xml")
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in (*names, "Basic/script-lc.xml")
    )
    files = {
        "mimetype": MEDIA["odt"],
        "content.xml": content,
        "Basic/Standard/Module1.xml": basic,
        "Basic/Standard/script-lb.xml": f'<library:library {_ALL_NAMES} library:name="Standard">'
        '<library:element library:name="Module1"/></library:library>',
        "Basic/script-lc.xml": f"<library:libraries {_ALL_NAMES}><library:library "
        'library:name="Standard" library:link="false"/></library:libraries>',
        "META-INF/manifest.xml": f'<manifest:manifest {_ALL_NAMES} manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MEDIA["odt"]}"/>'
        f"{entries}</manifest:manifest>",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, inner in files.items():
            archive.writestr(name, inner)
    return packed.getvalue()


@needs_libreoffice
@pytest.mark.parametrize("network", ["of its own", "of the machine"])
def test_nothing_is_fetched_and_no_macro_runs(
    door: Door, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, network: str
) -> None:
    if network == "of the machine":
        monkeypatch.setattr(office, "_alone", tuple)
    document = from_office(odt(door.port, tmp_path / "victim"), "a.odt")
    assert document.text == "The General Assembly,\nRecalling this,"
    assert door.asked == 0
    assert not (tmp_path / "victim").exists()


@needs_libreoffice
def test_libreoffice_left_to_itself_would_have_fetched(door: Door, tmp_path: Path) -> None:
    (tmp_path / "a.odt").write_bytes(odt(door.port, tmp_path / "victim"))
    libreoffice(tmp_path, tmp_path / "a.odt", "docx")
    assert door.asked > 0


@needs_libreoffice
def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    from_office(rb"{\rtf1\ansi The General Assembly,\par}", "a.rtf")
    assert list(tmp_path.iterdir()) == []


@needs_libreoffice
@pytest.mark.parametrize(
    "data",
    [OLE + bytes(2000) + "WordDocument".encode("utf-16-le") + bytes(2000), b"{\\rtf"],
    ids=["doc", "rtf"],
)
def test_what_libreoffice_makes_nothing_of_is_one_line(data: bytes) -> None:
    with pytest.raises(CounterdraftError) as caught:
        from_office(data, "a.doc")
    assert str(caught.value).startswith("a.doc: ")


# -- the program


@pytest.mark.skipif(os.name != "posix", reason="the program is a shell script")
def test_a_program_that_does_not_end_is_ended_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\nsleep 60 & echo $! > {tmp_path}/pid\nwait\n")
    program.chmod(0o700)
    monkeypatch.setattr(office, "find_soffice", lambda: str(program))
    monkeypatch.setattr(office, "TIMEOUT", 1)
    start = time.monotonic()
    with pytest.raises(DamagedSource, match="LibreOffice did not finish with it within 1 s"):
        from_office(b"{\\rtf1}", "a.rtf")
    assert time.monotonic() - start < 10
    started = int((tmp_path / "pid").read_text())
    for _ in range(50):
        if not _runs(started):
            break
        time.sleep(0.1)
    assert not _runs(started)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not status.exists() or status.read_text().rpartition(")")[2].split()[0] != "Z"


def test_without_libreoffice_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(office, "_PLACES", {})
    monkeypatch.setattr(office, "_PLACES_ELSEWHERE", ())
    with pytest.raises(UnsupportedSource) as caught:
        from_office(b"{\\rtf1}", "a.rtf")
    assert str(caught.value) == (
        "a.rtf: a .rtf file is read with LibreOffice, which is not installed. "
        "Install it (Debian: apt install libreoffice-writer), or save the file as .docx"
    )


def test_the_program_is_found_where_installers_put_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "soffice"
    there.touch()
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(office, "_PLACES", {sys.platform: (str(tmp_path / "no"), str(there))})
    assert office.find_soffice() == str(there)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"{\\rtf1\\ansi}", "rtf"),
        (OLE + bytes(600) + "WordDocument".encode("utf-16-le"), "doc"),
        (OLE + bytes(600) + "Workbook".encode("utf-16-le"), None),
        (b"PK\x03\x04 and no more", None),
        (b"Recalling its resolutions,", None),
        (b"", None),
    ],
)
def test_a_format_is_told_by_its_content(data: bytes, kind: str | None) -> None:
    assert office_kind(data) == kind


def test_other_formats_are_refused() -> None:
    with pytest.raises(UnsupportedSource, match=r"none of \.doc, \.odt and \.rtf"):
        from_office(b"Recalling", "a.txt")
