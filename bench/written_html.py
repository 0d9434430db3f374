"""Resolutions of the UN's XML, written as web pages in the manners that people write them.

``written`` takes a gold record and the XML that it is from; ``html_of`` makes a page of it.
Italics and footnotes are the XML's; numbers are the gold's, typed or left to the browser.
"""

from __future__ import annotations

import re
import textwrap
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from lxml import etree

    from bench.corpora import Record

_FRAMES = Path(__file__).parent / "frames"
_HERE = "[[draft]]"
_LETTER = re.compile(r"\((?:[a-z]{1,2}|[ivxl]+)\)\s+")
_ROMAN = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii",
          "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"]  # fmt: skip


class Segment(NamedTuple):
    """Some words of a paragraph, or a footnote that is called between them."""

    text: str
    italic: bool = False
    note: str = ""


class Piece(NamedTuple):
    """A paragraph as it is to be written: its kind, number and depth."""

    kind: str  # "preambular", "operative", "point", "heading", "annex"
    number: str
    segments: tuple[Segment, ...]
    depth: int = 0


class Written(NamedTuple):
    """A resolution to be written."""

    symbol: str
    title: str
    formula: str
    pieces: tuple[Piece, ...]


def written(tool: ModuleType, record: Record, xml: Path) -> Written:
    """The resolution of a gold ``record``, with italics and footnotes as ``xml`` has them.

    ``tool`` is akn_gold.py.
    """
    rich = _rich(tool, record, xml)
    return Written(
        record["symbol"] or "",
        record["title"] or "",
        record.get("formula") or "The General Assembly,",
        tuple(_pieces(record, rich)),
    )


def _rich(tool: ModuleType, record: Record, xml: Path) -> list[tuple[Segment, ...]]:
    """The segments of each of the record's paragraphs."""
    nodes: list[list[etree._Element]] = []
    functions = vars(tool)
    original = functions["paragraph"]

    def noting(part: str, number: str, ps: list[etree._Element], path: str) -> Record:
        nodes.append(ps)
        found: Record = original(part, number, ps, path) | {"place": len(nodes) - 1}
        return found

    functions["paragraph"] = noting
    try:
        again = next(r for r in tool.records(xml) if r["symbol"] == record["symbol"])
    finally:
        functions["paragraph"] = original
    return [
        _checked(tool, each, nodes[same["place"]])
        for each, same in zip(record["paragraphs"], again["paragraphs"], strict=True)
    ]


def _checked(tool: ModuleType, paragraph: Record, ps: list[etree._Element]) -> tuple[Segment, ...]:
    """The segments of a paragraph; where they are not the gold's words, those."""
    segments: list[Segment] = []
    for p in ps:
        segments += [*([Segment(" ")] if segments else []), *_segments(tool, p, italic=False)]
    if paragraph.get("flat") and segments:
        segments[0] = segments[0]._replace(text=_LETTER.sub("", segments[0].text.lstrip(), count=1))
    if tool.fold("".join(each.text for each in segments)) != paragraph["text"]:
        phrase = paragraph["phrase"] or ""
        return (Segment(phrase, italic=True), Segment(paragraph["text"][len(phrase) :]))
    return tuple(segments)


def _segments(tool: ModuleType, node: etree._Element, *, italic: bool) -> Iterator[Segment]:
    yield Segment(node.text or "", italic)
    for child in node:
        name = tool.local(child)
        if name == "authorialNote":
            words = tool.fold(tool.inline(child))
            if words:
                yield Segment("", note=words)
        else:
            slanted = italic or (name == "span" and "italic" in child.get("class", ""))
            yield from _segments(tool, child, italic=slanted)
        yield Segment(child.tail or "", italic)


def _pieces(record: Record, rich: list[tuple[Segment, ...]]) -> Iterator[Piece]:
    opened = False
    for each, segments in zip(record["paragraphs"], rich, strict=True):
        number = each["number"] or ""
        if each.get("annex") and not opened:
            yield Piece("annex", "", (Segment("Annex"),))
            opened = True
        if each["part"] == "preambular":
            yield Piece("preambular", "", segments)
        elif each.get("annex") or each.get("heading"):
            yield Piece("heading", _printed(number), segments)
        elif "(" in number:
            depth = max(1, len(each["path"].split()) - 1)
            yield Piece("point", number, segments, depth)
        else:
            yield Piece("operative", _printed(number), segments)


def _printed(number: str) -> str:
    """A number as the UN prints it: "2." but "(a)"."""
    return number if not number or "(" in number else f"{number.rstrip('.')}."


# -- markup


class _Notes:
    """The footnotes that have been called, and how a page calls them."""

    def __init__(self, call: str, body: str) -> None:
        self.call, self.body = call, body
        self.texts: list[str] = []

    def called(self, text: str) -> str:
        self.texts.append(text)
        return self.call.format(n=len(self.texts))

    def bodies(self) -> str:
        return "\n".join(
            self.body.format(n=n, text=escape(text)) for n, text in enumerate(self.texts, 1)
        )


LINKED = (
    '<sup><a href="#fn{n}" id="ref{n}">{n}</a></sup>',
    ('<li id="fn{n}">{text} <a href="#ref{n}">\u21a9</a></li>'),
)
RAISED = "<sup>{n}</sup>", "<p><sup>{n}</sup> {text}</p>"
BRACKETS = "<sup>[{n}]</sup>", "<p><sup>[{n}]</sup> {text}</p>"
OF_WORD = (
    '<a style="mso-footnote-id:ftn{n}" href="#_ftn{n}" name="_ftnref{n}" title="">'
    "<span class=MsoFootnoteReference>[{n}]</span></a>",
    '<div style="mso-element:footnote" id=ftn{n}><p class=MsoFootnoteText>'
    '<a style="mso-footnote-id:ftn{n}" href="#_ftnref{n}" name="_ftn{n}" title="">'
    "<span class=MsoFootnoteReference>[{n}]</span></a> {text}</p></div>",
)


def _inline(segments: tuple[Segment, ...], notes: _Notes, tag: str = "em") -> str:
    out = []
    for each in segments:
        if each.note:
            out.append(notes.called(each.note))
        elif each.italic and each.text.strip():
            out.append(f"<{tag}>{escape(each.text)}</{tag}>")
        else:
            out.append(escape(each.text))
    return "".join(out).strip()


def _formula(resolution: Written, tag: str = "em") -> str:
    words, comma = resolution.formula.rstrip(","), "," * resolution.formula.endswith(",")
    return f"<{tag}>{escape(words)}</{tag}>{comma}"


def _page(title: str, body: str, head: str = "") -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n{head}</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _top(resolution: Written, level: int = 1) -> str:
    return f"<p>{escape(resolution.symbol)}</p>\n<h{level}>{escape(resolution.title)}</h{level}>\n"


# -- the manners


_COUNTED = """<style>
ol.points { list-style: none; counter-reset: point }
ol.points > li { counter-increment: point }
ol.points > li::before { content: "(" counter(point, lower-alpha) ") " }
ol.points ol { list-style-type: lower-roman }
</style>
"""


def counted(resolution: Written) -> str:
    """Numbers left to the browser: nested ``<ol>``, letters by a counter of the style sheet."""
    notes = _Notes(*LINKED)
    body = [_top(resolution), f"<p>{_formula(resolution)}</p>"]
    body += _lists(resolution.pieces, notes)
    body.append(f'<section class="footnotes"><ol>\n{notes.bodies()}\n</ol></section>')
    return _page(resolution.title, "\n".join(body), _COUNTED)


def _lists(pieces: tuple[Piece, ...], notes: _Notes) -> Iterator[str]:
    """Paragraphs, and the numbered ones as the items of lists."""
    open_ = 0
    for piece in pieces:
        words = _inline(piece.segments, notes)
        depth = _depth(piece, open_)
        if depth == 0:
            yield "</li></ol>" * open_
            tag = "h3" if piece.kind in {"heading", "annex"} else "p"
            yield f"<{tag}>{piece.number} {words}</{tag}>".replace("> ", ">", 1)
        else:
            value = _ordinal(piece)
            item = f'<li value="{value}">{words}'
            if depth > open_:
                kind = ' class="points"' if depth == 2 else ""
                first = f'<ol start="{value}">' if depth == 1 else f"<ol{kind}>"
                shown = f"<li>{words}" if depth == 1 or value == 1 else item
                yield first + shown
            else:
                yield "</li></ol>" * (open_ - depth) + "</li>" + _next(item, depth, words)
        open_ = depth
    yield "</li></ol>" * open_


def _next(item: str, depth: int, words: str) -> str:
    """An item; at the second level its letter is counted by the sheet, which takes no value."""
    return f"<li>{words}" if depth == 2 else item


def _depth(piece: Piece, open_: int) -> int:
    """How deep in lists a piece is to stand: 0 where the browser cannot number it."""
    if piece.kind == "operative" and piece.number:
        return 1 if piece.number.rstrip(".").isdigit() else 0
    if piece.kind == "point" and 1 <= piece.depth <= min(open_, 2) and _ordinal(piece):
        return piece.depth + 1
    return 0


def _ordinal(piece: Piece) -> int:
    shown = piece.number.strip("(). ")
    if piece.kind == "operative":
        return int(shown)
    if piece.depth == 2:
        return _ROMAN.index(shown) if shown in _ROMAN else 0
    return ord(shown) - 96 if len(shown) == 1 else 0


def typed(resolution: Written) -> str:
    """One ``<p>`` a paragraph, its number typed."""
    notes = _Notes(*RAISED)
    lines = [f"<p>{_formula(resolution, 'i')}</p>"]
    for piece in resolution.pieces:
        words = f"{piece.number} {_inline(piece.segments, notes, 'i')}".strip()
        tag = "h3" if piece.kind == "heading" else "h2" if piece.kind == "annex" else "p"
        lines.append(f"<{tag}>{words}</{tag}>")
    return _page(resolution.title, _top(resolution) + "\n".join(lines) + "\n" + notes.bodies())


def broken(resolution: Written) -> str:
    """Lines apart by ``<br>``, as editors without paragraphs leave them."""
    notes = _Notes(*BRACKETS)
    lines = [escape(resolution.symbol), f"<b>{escape(resolution.title)}</b>", _formula(resolution)]
    for piece in resolution.pieces:
        words = f"{piece.number} {_inline(piece.segments, notes)}".strip()
        lines.append(f"<b>{words}</b>" if piece.kind in {"heading", "annex"} else words)
    body = "<br>\n<br>\n".join(lines)
    return _page(resolution.title, f"<div>\n{body}\n</div>\n{notes.bodies()}")


@cache
def _frame() -> str:
    return (_FRAMES / "page-1.html").read_text(encoding="utf-8")


def news(resolution: Written) -> str:
    """In a block quote on a page of news, with menus around it and readers' comments below."""
    notes = _Notes(*LINKED)
    lines = [_top(resolution, 3), f"<p>{_formula(resolution)}</p>"]
    for piece in resolution.pieces:
        if piece.kind == "annex":
            break
        words = f"{piece.number} {_inline(piece.segments, notes)}".strip()
        lines.append(f"<p><b>{words}</b></p>" if piece.kind == "heading" else f"<p>{words}</p>")
    below = f'<ol class="footnotes">\n{notes.bodies()}\n</ol>' if notes.texts else ""
    page = _frame().replace(_HERE, "\n".join(lines))
    return page.replace("[[notes]]", below)


_WORD = (
    '<html xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:w="urn:schemas-microsoft-com:office:word">\n<head>\n'
    '<meta http-equiv=Content-Type content="text/html; charset=windows-1252">\n'
    '<meta name=Generator content="Microsoft Word 15">\n<title>{title}</title>\n'
    "<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->\n"
    "<style>\n<!--\n p.MsoNormal {{margin:0cm; font-size:10.0pt}}\n-->\n</style>\n</head>\n"
    "<body lang=EN-GB style='tab-interval:36.0pt'>\n<div class=WordSection1>\n{body}\n</div>\n"
    "<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width=\"33%\">\n"
    "{notes}\n</div>\n</body>\n</html>\n"
)
_LISTED = (
    "<p class=MsoListParagraph style='margin-left:{indent}.0pt;mso-list:l0 level{level} lfo1'>"
    "<![if !supportLists]><i><span style='mso-list:Ignore'>{number}"
    "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp; </span></span></i><![endif]>"
    "{words}<o:p></o:p></p>"
)


def word(resolution: Written) -> str:
    """Saved by Word as a web page, with the numbers of its lists."""
    notes = _Notes(*OF_WORD)
    lines = [
        f"<p class=MsoNormal>{escape(resolution.symbol)}<o:p></o:p></p>",
        f"<h1>{escape(resolution.title)}<o:p></o:p></h1>",
        f"<p class=MsoNormal>{_formula(resolution, 'i')}<o:p></o:p></p>",
        "<p class=MsoNormal><o:p>&nbsp;</o:p></p>",
    ]
    for piece in resolution.pieces:
        words, level = _inline(piece.segments, notes, "i"), piece.depth + 1
        if piece.number and piece.kind != "heading":
            lines.append(
                _LISTED.format(indent=18 * level, level=level, number=piece.number, words=words)
            )
        elif piece.kind in {"heading", "annex"}:
            lines.append(f"<h2>{piece.number} {words}<o:p></o:p></h2>")
        else:
            lines.append(f"<p class=MsoNormal>{words}<o:p></o:p></p>")
    # Word breaks the lines of its files, and means nothing by that.
    body = "\n\n".join(
        textwrap.fill(line, 78, break_long_words=False, break_on_hyphens=False) for line in lines
    )
    return _WORD.format(title=escape(resolution.title), body=body, notes=notes.bodies())


def laid_out(resolution: Written) -> str:
    """In tables: a column for the numbers, one for the words."""
    notes = _Notes(*RAISED)
    rows = [f'<tr><td width="5%">&nbsp;</td><td>{_formula(resolution)}</td></tr>']
    for piece in resolution.pieces:
        words = _inline(piece.segments, notes)
        if piece.kind == "point":
            words = (
                f"<table><tr><td>{piece.number}</td><td>{words}</td></tr></table>"
                if piece.depth == 1
                else f"<p>{piece.number} {words}</p>"
            )
            rows.append(f"<tr><td></td><td>{words}</td></tr>")
        else:
            rows.append(f"<tr><td>{piece.number}</td><td>{words}</td></tr>")
    table = '<table border="0" cellpadding="4">\n' + "\n".join(rows) + "\n</table>"
    menu = '<td width="150"><a href="/">Home</a><br><a href="/docs">Documents</a></td>'
    body = (
        f'<table width="100%"><tr>{menu}<td>\n{_top(resolution)}{table}\n{notes.bodies()}'
        "</td></tr></table>"
    )
    return _page(resolution.title, body)


def soup(resolution: Written) -> str:
    """Nothing but ``<div>`` and ``<span>``, dressed by a style sheet."""
    notes = _Notes(*LINKED)
    head = (
        "<style>.s3 { font-style: italic } .s9 { display: flex } .s4 { font-weight: 700 }"
        ".s5 { display: none }</style>\n"
    )
    lines = [
        f'<div class="s1"><span>{escape(resolution.symbol)}</span></div>',
        f'<div class="s1"><span class="s4">{escape(resolution.title)}</span></div>',
        f'<div class="s2">{_formula(resolution, "b")}</div>'.replace(
            "<b>", '<span class="s3">'
        ).replace("</b>", "</span>"),
    ]
    for piece in resolution.pieces:
        words = _inline(piece.segments, notes, "var")
        words = words.replace("<var>", '<span class="s3">').replace("</var>", "</span>")
        number = f'<span class="s6">{piece.number}</span>' if piece.number else ""
        lines.append(f'<div class="s2"><div class="s9">{number}<span>{words}</span></div></div>')
    body = (
        '<div id="root"><div class="s7"><div class="s5">Loading</div>\n'
        + "\n".join(lines)
        + f'\n</div><div class="s8"><ol>\n{notes.bodies()}\n</ol></div></div>'
    )
    return _page(resolution.title, body, head)


MANNERS: dict[str, Callable[[Written], str]] = {
    "numbers by the browser": counted,
    "numbers typed": typed,
    "line breaks": broken,
    "block quote on a page of news": news,
    "saved by Word": word,
    "layout tables": laid_out,
    "divs and spans": soup,
}


def html_of(resolution: Written, manner: str) -> bytes:
    """The page, in the bytes that it would be saved in."""
    text = MANNERS[manner](resolution)
    if manner == "saved by Word":
        return text.encode("windows-1252", "xmlcharrefreplace")
    return text.encode("utf-8")
