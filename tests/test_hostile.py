"""A hostile draft, mandate and register through every output: they stay plain words."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from lxml import etree
from typer.testing import CliRunner

from counterdraft.cli.app import app

RIVAL = str(Path(__file__).parent.parent / "examples" / "rival.txt")
WORDS = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> [x](javascript:alert(3)) | `y` "
    '=HYPERLINK("http://evil.example") " onmouseover="alert(4)'
)
CONTROLS = "\x1b]0;owned\x07 \x1b[2J \x9b31m \u202egnp"
TOML_CONTROLS = r"\u001b[31m \u0007 \u202e"
SIGNED = "signed by Norway on 30 March 2007"
DRAFT = f"""The General Assembly,

Recalling the Convention on the Rights of Persons with Disabilities, {SIGNED} {WORDS},

Noting with concern reports of torture {CONTROLS} and of {WORDS},

1. Decides to put an end to country-specific mandates on human rights {CONTROLS} {WORDS};

2. Requests the Secretary-General to report on torture #let x = 1 $ @a {WORDS}.
"""
MANDATE = f"""
id = "hostile"
name = '''{WORDS}'''
source = "s {TOML_CONTROLS}"
camp = "=1+1"

[[topic]]
id = "torture"
name = "{TOML_CONTROLS} <script>alert(5)</script>"
definition = '''{WORDS}'''
source = "s"
terms = ["torture"]
"""
REGISTER = """act,subject,object,date,source,note
signature,Norway,crpd,2007-03-30,<script>alert(6)</script> \x1b[2J,[x](javascript:alert(7))
signature,Norway,crpd,2008-04-01,=cmd|' /C calc'!A0,
"""


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a draft, a mandate, a register, a note and a dossier; it is the current one."""
    (tmp_path / "draft.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "own.toml").write_text(MANDATE, encoding="utf-8")
    (tmp_path / "own.csv").write_text(REGISTER, encoding="utf-8")
    (tmp_path / "note.md").write_text(f"Note {WORDS}\n{CONTROLS}\n", encoding="utf-8")
    (tmp_path / "rival.txt").write_bytes(Path(RIVAL).read_bytes())
    (tmp_path / "dossier.toml").write_text(
        f"""title = '''{WORDS}'''
drafts = ["draft.txt"]
rival = "rival.txt"
mandates = ["own.toml"]
registers = ["own.csv"]
notes = ["note.md"]
outputs = ["brief.html", "brief.docx", "brief.pdf", "brief.md"]
[[events]]
date = "2026-11"
what = '''{WORDS}'''
source = "{TOML_CONTROLS}"
""",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COUNTERDRAFT_CORPUS", str(tmp_path / "corpus"))
    return tmp_path


def printed(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def controls(text: str) -> set[str]:
    """Characters that a terminal obeys, or that show a text in another order than it has."""
    return {
        each
        for each in text
        if (unicodedata.category(each) == "Cc" and each not in "\n\t")
        or unicodedata.bidirectional(each) in {"RLO", "LRO", "RLE", "LRE", "RLI", "LRI", "FSI"}
    }


COMMANDS = [
    ("cover", "draft.txt", "--mandate", "own.toml"),
    ("cover", "draft.txt", "--mandate", "own.toml", "--against", "rival.txt", "--explain"),
    ("cover", "rival.txt", "--mandate", "own.toml", "--previous", "draft.txt", "--all"),
    ("flag", "draft.txt", "--against", "rival.txt", "--registers", "own.csv"),
    ("flag", "rival.txt", "--against", "draft.txt"),
    ("verify", "draft.txt", "--register", "own.csv"),
]


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_nothing_of_it_commands_a_terminal_or_is_markup(command: tuple[str, ...]) -> None:
    shown = printed(*command)
    assert "alert(" in shown or "torture" in shown
    assert controls(shown) == set()
    marked = printed(*command, "--format", "markdown")
    assert controls(marked) == set()
    assert not re.search(r"<(script|img)", marked)
    assert not re.search(r"[^\\]\]\((?!#)", marked)


@pytest.mark.usefixtures("case")
def test_a_mandate_that_is_explained_commands_no_terminal() -> None:
    assert controls(printed("cover", "--mandate", "own.toml", "--explain")) == set()


def test_pictures_are_made_of_it_and_hold_no_markup(case: Path) -> None:
    command = ("cover", "draft.txt", "--mandate", "own.toml", "--against", "rival.txt", "-o")
    printed(*command, "topics.svg")
    tree = etree.fromstring((case / "topics.svg").read_bytes())
    tags = {etree.QName(each).localname for each in tree.iter(etree.Element)}
    assert not tags & {"script", "img", "image", "foreignObject", "a"}
    printed(*command, "topics.png")
    assert (case / "topics.png").read_bytes().startswith(b"\x89PNG")


class Reader(HTMLParser):
    """The tags, the names of attributes and the links of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.links: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}
        self.links |= {value or "" for name, value in attrs if name in {"href", "src"}}


def test_a_dossier_makes_briefs_of_it_that_are_sound_and_closed_in_themselves(case: Path) -> None:
    printed("dossier", ".")
    page = (case / "brief.html").read_text(encoding="utf-8")
    read = Reader(page)
    assert controls(page) == set()
    assert "script" not in read.tags
    assert not any(name.startswith("on") for name in read.names)
    assert all(link.startswith(("#", "data:image/")) for link in read.links)

    marked = (case / "brief.md").read_text(encoding="utf-8")
    assert controls(marked) == set()
    assert not re.search(r"<(script|img)|[^\\]\]\((?!#|data:)", marked)

    with zipfile.ZipFile(io.BytesIO((case / "brief.docx").read_bytes())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)
            assert b"<!ENTITY" not in data
        assert b"evil.example" not in data or not name.endswith(".rels")

    paper = (case / "brief.pdf").read_bytes()
    assert paper.startswith(b"%PDF")
    assert b"/JavaScript" not in paper
    assert b"/URI" not in paper


@pytest.mark.usefixtures("case")
def test_errors_about_it_are_one_printable_line() -> None:
    Path("bad.toml").write_text('id = "\\u001b[2J x"\n', encoding="utf-8")
    Path("bad.csv").write_text("act,subject,source\n\x1b[2J,x,y\n", encoding="utf-8")
    Path("worse.toml").write_text('drafts = ["\\u001b[2J"]\n', encoding="utf-8")
    for command in (
        ("cover", "draft.txt", "--mandate", "bad.toml"),
        ("verify", "draft.txt", "--register", "bad.csv"),
        ("flag", "draft.txt", "--sponsor", "\x1b[2J"),
        ("dossier", "worse.toml"),
    ):
        result = CliRunner().invoke(app, command)
        assert result.exit_code == 1, command
        assert controls(result.stderr) == set(), command
        assert result.stderr.strip()
