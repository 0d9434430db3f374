"""A Report → a PDF, set by typst.

``templates/brief.typ`` lays out; what is said goes to it as data, so that no word of a draft is
ever read as markup. Nothing is read from the machine: the fonts are those that come with typst,
and the folder that the template could read from holds nothing but it and the pictures. The same
report gives the same bytes.
"""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections.abc import Mapping, Sequence, Set
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from counterdraft.brief.on_paper import on_paper
from counterdraft.brief.paper import Paper, Picture
from counterdraft.brief.report import Report
from counterdraft.charts.render import png_of_svg
from counterdraft.errors import WriteError
from counterdraft.wording.english import counted, some

if TYPE_CHECKING:
    from typst import PDFStandard

TEMPLATE = "brief.typ"
ACROSS = 116  # characters of a table, in the font that it is set in
MISSING = "\u25af"  # what stands for a character that the fonts have no letter for
MOST_NAMED = 12
LONG_WORD = 25  # no English word is so long; a longer one may be broken anywhere
STEP = 6  # after so many of its characters
BREAK = "\u200b"
ROUNDS = 4  # a letter may be found missing only beside another
_WORD = re.compile(rf"[^ ]{{{LONG_WORD},}}")
_LACKING = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_PROBE = """#set document(title: "Letters", date: none)
#set text(font: "Libertinus Serif", lang: "en")
= Letters
#for each in json(bytes(sys.inputs.brief)) { par(each) }
"""


def to_pdf(report: Report, *, epoch: int | None = None) -> bytes:
    """The brief as a PDF with tags and an outline, after PDF/UA-1.

    ``epoch``, seconds since 1970, is the date that it bears; without one it bears none. With one
    it is PDF/A-2a as well. Raises WriteError where typst does not set it.
    """
    paper = on_paper(report, ACROSS)
    paper, pictures = _apart(paper)
    data = msgspec.to_builtins(paper)
    text = msgspec.json.encode(paper).decode()
    missing = _lacking(_PROBE, sorted({char for char in text if char > "~"}))
    for _ in range(ROUNDS):
        said = _data(data, missing, dated=epoch is not None)
        try:
            return _compile(_template(), said, epoch, pictures)
        except _NoLetters as found:
            missing |= found.letters
    raise WriteError("there are no letters for some of its characters", remedy="Ask for HTML")


def _apart(paper: Paper) -> tuple[Paper, dict[str, bytes]]:
    """The paper with the names of files in place of its pictures, and these as PNG."""
    files: dict[str, bytes] = {}

    def named(picture: Picture) -> Picture:
        name = f"picture-{len(files) + 1}.png"
        files[name] = png_of_svg(picture.svg)
        return replace(picture, svg=name)

    sheets = tuple(
        replace(sheet, divisions=tuple(
            replace(each, parts=tuple(
                named(part) if isinstance(part, Picture) else part for part in each.parts
            ))
            for each in sheet.divisions
        ))
        for sheet in paper.sheets
    )  # fmt: skip
    return replace(paper, sheets=sheets), files


class _NoLetters(Exception):
    """The fonts have no letters for these."""

    def __init__(self, letters: Set[str]) -> None:
        super().__init__(letters)
        self.letters = letters


def _template() -> str:
    folder = files("counterdraft.brief") / "templates"
    return (folder / TEMPLATE).read_text(encoding="utf-8")


def _lacking(probe: str, letters: Sequence[str]) -> Set[str]:
    """Which of these characters the fonts have no letters for."""
    try:
        _compile(probe, letters, None)
    except _NoLetters as found:
        return found.letters & set(letters)
    return set()


def _compile(
    source: str, data: object, epoch: int | None, pictures: Mapping[str, bytes] | None = None
) -> bytes:
    """The PDF of a template, its data and pictures; typst sees these, the data on no disk."""
    import typst  # 80 MB of code: only where a PDF is asked for

    standards: list[PDFStandard] = ["ua-1"] if epoch is None else ["a-2a", "ua-1"]
    with tempfile.TemporaryDirectory(prefix="counterdraft-") as folder:
        main = Path(folder) / "main.typ"
        main.write_text(source, encoding="utf-8")
        for name, picture in (pictures or {}).items():
            (Path(folder) / name).write_bytes(picture)
        try:
            return typst.compile(
                str(main),
                root=folder,
                format="pdf",
                ignore_system_fonts=True,
                sys_inputs={"brief": msgspec.json.encode(data).decode()},
                package_path=folder,
                package_cache_path=folder,
                pdf_standards=standards,
                timestamp=epoch,
            )
        except typst.TypstError as error:
            letters = _named_in(error.diagnostic)
            if letters:
                raise _NoLetters(letters) from None
            raise WriteError(f"the PDF cannot be set: {error.message}") from None


def _named_in(diagnostic: str) -> set[str]:
    """The characters that typst says it has no letters for."""
    found = (_ESCAPED.sub(_unescaped, each) for each in _LACKING.findall(diagnostic))
    return {char for text in found for char in text if char > "~"}


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))


def _data(data: Mapping[str, object], missing: Set[str], *, dated: bool) -> dict[str, object]:
    """What the template is given: the paper, its long words to be broken, and its properties."""
    table = str.maketrans(dict.fromkeys(missing, MISSING))
    language = str(data["language"])
    return {
        **{key: _shown(value, table) for key, value in data.items()},
        "language": language if re.fullmatch("[a-z]{2,3}", language) else "en",
        "missing": _said_of(missing),
        "metadata": {
            "title": f"Brief: {data['title']}",
            "author": data["generator"],
            "description": f"Made from {data['source']}",
            "dated": dated,
        },
    }


def _said_of(missing: Set[str]) -> str:
    if not missing:
        return ""
    names = some([f"U+{ord(char):04X}" for char in sorted(missing)], MOST_NAMED)
    things = counted(len(missing), "character")
    return (
        f"The letters of this PDF lack {things} that the text uses ({names}); {MISSING} stands in "
        "their place. The brief as HTML or DOCX holds them."
    )


def _shown(value: object, table: dict[int, str]) -> object:
    """``value`` with the words in it as they can be set; names of places are left as they are."""
    match value:
        case str():
            return _WORD.sub(_breakable, value.translate(table))
        case dict():
            return {
                key: each if key in _NAMES else _shown(each, table) for key, each in value.items()
            }
        case list() | tuple():
            return [_shown(each, table) for each in value]
        case _:
            return value


_NAMES = frozenset({"anchor", "target", "link", "back", "type", "kind", "style", "svg"})


def _breakable(found: re.Match[str]) -> str:
    """A long word with places to break it, none of them before a mark that combines."""
    word, pieces = found[0], [""]
    for char in word:
        if len(pieces[-1]) >= STEP and not unicodedata.category(char).startswith("M"):
            pieces.append("")
        pieces[-1] += char
    return BREAK.join(pieces)
