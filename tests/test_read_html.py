"""Web pages → Document: what a browser shows of the text, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counterdraft.errors import (
    CounterdraftError,
    EmptySource,
    NeedsBrowser,
    UnsafeSource,
    UnsupportedSource,
)
from counterdraft.model import Document, Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.from_html import from_html
from counterdraft.read.from_text import from_text

EXAMPLES = Path(__file__).parent.parent / "examples"
CASES = Path(__file__).parent / "cases" / "parse"


def page(body: str, head: str = "") -> Document:
    return from_html(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "page.html")


def texts(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


def numbers(document: Document) -> list[str | None]:
    return [block.number[0] if block.number else None for block in document.blocks]


# -- numbers


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("<ol><li>x<li>y</ol>", ["1.", "2."]),
        ("<ol start=4><li>x<li>y</ol>", ["4.", "5."]),
        ("<ol reversed><li>x<li>y<li>z</ol>", ["3.", "2.", "1."]),
        ("<ol reversed start=9><li>x<li>y</ol>", ["9.", "8."]),
        ("<ol><li value=3>x<li>y<li value=1>z</ol>", ["3.", "4.", "1."]),
        ("<ol type=a start=26><li>x<li>y</ol>", ["z.", "aa."]),
        ("<ol type=A><li>x</ol>", ["A."]),
        ("<ol type=i start=8><li>x<li>y</ol>", ["viii.", "ix."]),
        ("<ol type=I start=1999><li>x</ol>", ["MCMXCIX."]),
        ("<ol type=a start=0><li>x</ol>", ["0."]),
        ("<ol start=x><li>x</ol>", ["1."]),
        ("<ul><li>x<li>y</ul>", ["\u2022", "\u2022"]),
        ("<ul><li>x<ol><li>y</ol></ul>", ["\u2022", "1."]),
        ("<ol><li>x<ul><li>y</ul><li>z</ol>", ["1.", "\u2022", "2."]),
        ("<ol><div><li>x</div><li>y</ol>", ["1.", "2."]),
        ("<ol><li>x<p>y</p><li>z</ol>", ["1.", None, "2."]),
        ("<ol><li hidden>x<li>y</ol>", ["1."]),
        ("<ol style='list-style:none'><li>x</ol>", [None]),
        ("<ol style='list-style-type:lower-roman'><li>x</ol>", ["i."]),
        ("<ol><li style='display:block'>x<li>y</ol>", [None, "1."]),
        ("""<ul style='list-style-type:"(a) "'><li>x</ul>""", ["(a)"]),
        ("<ol><li><ol><li>x</ol><li>y</ol>", ["1.", "2."]),
        ("<ol><li></li><li>x</li></ol><p>y</p>", ["2.", None]),
    ],
)
def test_a_list_number_is_what_a_browser_shows(body: str, shown: list[str | None]) -> None:
    assert numbers(page(body)) == shown


@pytest.mark.parametrize(
    ("css", "body", "shown"),
    [
        ("ol.x > li { list-style: upper-roman inside }", "<ol class=x><li>x</ol>", ["I."]),
        ("#a ol { list-style-type: none }", "<div id=a><ol><li>x</ol></div>", [None]),
        ("ol { list-style: none } .y { list-style: lower-alpha }", "<ol class=y><li>x", ["a."]),
        ("@media print { ol { list-style: none } }", "<ol><li>x</ol>", ["1."]),
        ("@media (max-width: 9em) { li { display: none } }", "<ol><li>x</ol>", ["1."]),
        ("@media screen { ol { list-style: none } }", "<ol><li>x</ol>", [None]),
        ("a:hover ol, b + ol { list-style: none }", "<ol><li>x</ol>", ["1."]),
        (
            "p { counter-increment: c } p::before { content: counter(c) '. ' }",
            "<p>x<p>y",
            ["1.", "2."],
        ),
        (
            "ol { list-style: none; counter-reset: c }"
            "li::before { counter-increment: c; content: counters(c, '.') '. ' }",
            "<ol><li>x<li>y<ol><li>z</ol></ol>",
            ["1.", "2.", None],
        ),
        ("li::before { content: '\\2022'; } ul { list-style: none }", "<ul><li>x</ul>", ["\u2022"]),
        ("p::before { content: attr(data-n) }", "<p data-n='(b)'>x", ["(b)"]),
        ("p::before { content: '\u201c' }", "<p>x", [None]),
        (
            "@counter-style paren { system: extends lower-alpha; prefix: '('; suffix: ') ' }"
            "ol { list-style: paren }",
            "<ol><li>x<li>y</ol>",
            ["(a)", "(b)"],
        ),
        (
            "ol { list-style: none } .a { counter-reset: c } li { counter-increment: c }"
            "li::before { content: counter(c) '.' }",
            "<ol class=a><li>x</ol><p>-<ol><li>y</ol>",
            ["1.", None, "2."],
        ),
    ],
)  # fmt: skip
def test_a_style_sheet_numbers_as_a_browser_does(
    css: str, body: str, shown: list[str | None]
) -> None:
    assert numbers(page(body, f"<style>{css}</style>")) == shown


def test_the_level_is_the_depth_of_the_list() -> None:
    document = page("<p>x</p><ol><li>x<ol><li>y</ol></ol>")
    assert [block.level for block in document.blocks] == [0, 1, 2]


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td>1.</td><td>x</td></tr></table>",
        "<table><tr><td>1</td><td>x</td></tr></table>",
        "<div>1.</div><div>x</div>",
        "<dl><dt>1</dt><dd>x</dd></dl>",
        "<div style='display:flex'><span>1.</span><span>x</span></div>",
    ],
)
def test_a_number_in_a_box_of_its_own_is_the_next_line_s(body: str) -> None:
    document = page(body)
    assert [text.rstrip(".") for text in texts(document)] == ["x"]
    assert str(numbers(document)[0]).rstrip(".") == "1"


@pytest.mark.parametrize(
    ("shown", "number"), [("1.", "1."), ("(a)", "(a)"), ("\u00b7", "\u2022"), ("o", "\u2022")]
)
def test_a_number_that_word_wrote_out_is_no_text(shown: str, number: str) -> None:
    document = page(
        f"<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>"
        f"<span style='mso-list:Ignore'>{shown}<span style='font:7.0pt \"Times\"'>&nbsp;&nbsp;"
        f"</span></span><![endif]>Requests</p>"
    )
    assert (texts(document), numbers(document)) == (["Requests"], [number])


# -- blocks


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("Re<b>call</b>ing its&nbsp;re&shy;so<wbr>lution", ["Recalling its resolution"]),
        ("<p>a\n  b</p> c <p>d</p>", ["a b", "c", "d"]),
        ("<p>a<p>b<div>c<div>d</div>e</div>", ["a", "b", "c", "d", "e"]),
        ("<span style='display:block'>a</span>b", ["a", "b"]),
        ("One.<br>Another line is long.", ["One.", "Another line is long."]),
        ("a word and<br>another word", ["a word and another word"]),
        ("a<br><br>b<br/>&nbsp;<br>c", ["a", "b", "c"]),
        ("<p>a instal-<br>lation and self-<br>help</p>", ["a installation and self-help"]),
        ("<q>a</q> &amp; b &lt; c &#8212; d", ["\u201ca\u201d & b < c \u2014 d"]),
        ("a<script>b</script><style>c</style><!-- d --><template>e</template>f", ["af"]),
        ("a<noscript>b</noscript>", ["a"]),
        ("<p hidden>a<p aria-hidden=true>b<p style='display:none'>c<p>d", ["d"]),
        ("<p class=sr-only>a<p style='visibility: hidden'>b<p>c", ["c"]),
        ("<dialog>a</dialog><dialog open>b</dialog>", ["b"]),
        ("10<sup>6</sup> m, the 2<sup>nd</sup>", ["10\u2076 m, the 2nd"]),
        ("<pre>a b c\n\n  d</pre>e", ["a b c", "d", "e"]),
        ("<div style='white-space: pre-line'>One.\n\nTwo.</div>", ["One.", "Two."]),
        ("<div>a<table><tr><td>b<td>c<tr><td>d</table>e</div>", ["a", "b", "c", "d", "e"]),
        ("<table><tr><th>a<th>b<tr><td>c<td>d<br>e</table>", ["a | b", "c | d e"]),
        ("<details><summary>a</summary>b</details>", ["a", "b"]),
    ],
)
def test_the_lines_of_a_page_are_its_blocks(body: str, lines: list[str]) -> None:
    document = page(body)
    assert texts(document) == lines
    assert document.text == "\n".join(lines)


def test_a_table_that_holds_a_clause_lays_out() -> None:
    clause = "Recalling the report of the committee on tables,"
    document = page(f"<table><tr><th>Text<th>Remark<tr><td>{clause}<td>Good</table>")
    assert texts(document) == ["Text", "Remark", clause, "Good"]


def test_a_heading_that_is_a_clause_or_a_formula_is_none() -> None:
    document = page(
        "<h2>Follow-up</h2><h3>The General Assembly,</h3>"
        "<h4>Recalling all of its earlier resolutions,</h4>"
    )
    assert [block.role for block in document.blocks] == ["heading", None, None]


@pytest.mark.parametrize(
    "markup",
    [
        "<i>{}</i>", "<em><b>{}</b></em>", "<cite>{}</cite>",
        "<span style='font-style: oblique'>{}</span>", "<span class=k>{}</span>",
        "<span style='font: italic 12pt Times'>{}</span>", "<i>Re</i><i>calling</i>",
    ],
)  # fmt: skip
def test_italics_are_found_however_they_are_made(markup: str) -> None:
    word = markup.format("Recalling")
    document = page(f"<p> {word} all,</p>", "<style>.k{font-style:italic}</style>")
    (block,) = document.blocks
    assert [span.of(document.text) for span in block.italics] == ["Recalling"]


def test_what_a_style_sets_upright_is_not_in_italics() -> None:
    (block,) = page("<p><em style='font-style: normal'>x</em></p>").blocks
    assert block.italics == ()


def test_a_block_leads_to_its_line_on_the_page() -> None:
    document = page("\n<p>a</p>\n\n<pre>b.\n\nc</pre>\n<p>d.<br>\n\nE</p>")
    assert [block.line for block in document.blocks] == [2, 4, 6, 7, 8]


def test_links_are_resolved_and_those_that_run_something_are_left_out() -> None:
    document = from_html(
        b"<base href='/un/'><p><a href='A/RES/1'>one </a><a href='javascript:x()'>two</a>"
        b"<a href='#three'>three</a> <a href='HTTPS://x.example/y z'>four</a>",
        "https://un.example/page",
    )
    found = [(link.span.of(document.text), link.target) for link in document.links]
    assert found == [("one", "https://un.example/un/A/RES/1"), ("four", "https://x.example/yz")]


def test_a_tracked_change_is_a_revision_at_its_place() -> None:
    document = page(
        "<p>Requests <del cite='mailto:a@b.example' datetime='2026-10-01'>an old </del>"
        "<ins>a new</ins> report<del>, soon</del></p>"
    )
    assert document.text == "Requests a new report"
    found = [(r.kind, r.text, r.span.of(document.text), r.author) for r in document.revisions]
    assert found == [
        ("deleted", "an old", "", "a@b.example"),
        ("inserted", "a new", "a new", None),
        ("deleted", ", soon", "", None),
    ]
    assert document.revisions[0].date == "2026-10-01"
    assert document.revisions[2].span.start == len(document.text)


def test_a_paragraph_that_is_struck_as_a_whole_is_told_from_words_of_the_next() -> None:
    document = page("<p>Recalls,</p><p><del>Notes</del></p><p><del>Also </del>invites.</p>")
    assert [(each.text, each.whole) for each in document.revisions] == [
        ("Notes", True), ("Also", False),
    ]  # fmt: skip


# -- notes

LINKED = '<a href="#fn1" id="r1">1</a>'


@pytest.mark.parametrize(
    ("call", "body"),
    [
        (f"<sup>{LINKED}</sup>", "<ol><li id=fn1>See A/80/77. <a href='#r1'>\u21a9</a></ol>"),
        (f"<sup>[{LINKED}]</sup>", "<p id=fn1><a href='#r1'>[1]</a> See A/80/77.</p>"),
        ("<a role=doc-noteref href='#q'>1</a>", "<div id=q><p>1. See A/80/77.</p></div>"),
        ("<a href='#_ftn1' name='_ftnref1'><span>[1]</span></a>",
         "<div id=ftn1><p><a href='#_ftnref1' name='_ftn1'>[1]</a> See A/80/77.</p></div>"),
        ("<a href='page.htm#_edn1' name='_ednref1'>1</a>",
         "<p><a name='_edn1' href='page.htm#_ednref1'>1</a> See A/80/77.</p>"),
        (f"<sup>{LINKED}</sup>", "<table><tr><td id=fn1>1<td>See A/80/77.</table>"),
        (f"<sup>{LINKED}</sup>", "<dl><dt id=fn1>1<dd>See A/80/77.</dl>"),
        (f"<sup>{LINKED}</sup>",
         "<p><a id=fn1>1</a> See A/80/77.<br><a id=fn2>2</a> Others.</p>"
         "<p hidden><sup><a href='#fn2'>2</a></sup></p>"),
        ("<sup>1</sup>", "<p><sup>1</sup> See A/80/77.</p>"),
        ("<sup>1</sup>", "<h2>Notes</h2><ol><li>See A/80/77.</ol>"),
        ("<sup>1</sup>", "<section class=footnotes><ol><li>See A/80/77.</ol></section>"),
        ("[1]", "<p>[1] See A/80/77.</p>"),
    ],
)  # fmt: skip
def test_a_note_is_found_where_it_is_called(call: str, body: str) -> None:
    if "fn2" in body:
        body = body.replace("<p hidden>", "<p>more ")
    document = page(f"<p>Recalling this,{call} and that,</p>{body}")
    note = document.notes[0]
    assert (note.marker, note.text) == ("1", "See A/80/77.")
    assert document.text[: note.anchor] == "Recalling this,"
    assert texts(document)[0] == "Recalling this, and that,"
    assert "A/80/77" not in document.text


def test_a_raised_number_without_a_note_is_a_call_all_the_same() -> None:
    document = page("<p>resolution 78/1<sup>2</sup> and the charter,<sup>3</sup> all of it</p>")
    assert texts(document) == ["resolution 78/1\u00b2 and the charter, all of it"]


def test_a_table_of_contents_calls_no_notes() -> None:
    document = page("<p><a href='#a'>1</a> First</p><h2 id=a>First</h2><p id=b>text</p>")
    assert (document.notes, texts(document)) == ((), ["1 First", "First", "text"])


# -- what is the page's text

DRAFT = (
    "<p>The General Assembly,</p><p>Recalling the report on lamps and their keepers,</p>"
    "<p>1. Welcomes the repair of the lamps;</p><p>2. Decides to see to the oil as well.</p>"
)
STORY = "<p>" + "A long story about lamps and those who keep them was told on Monday. " * 8 + "</p>"


@pytest.mark.parametrize("part", ["nav", "aside", "footer", "div class=comments-area",
    "section id=disqus_thread", "div class='share-buttons'", "div class=cookieBanner",
    "div role=complementary", "ul class=related-posts"])  # fmt: skip
def test_what_is_no_text_of_the_page_by_its_name_is_left_out(part: str) -> None:
    document = page(f"<main>{STORY}{DRAFT}</main><{part}><p>Urges nobody to come here at all;</p>")
    assert "nobody" not in document.text
    assert len(parse(document)[0].paragraphs) == 3


@pytest.mark.parametrize("part", ["aside", "div class=comments", "footer", "nav"])
def test_a_draft_is_read_where_it_stands_in_such_a_part(part: str) -> None:
    document = page(f"<main>{STORY}</main><{part}>{DRAFT}</{part.split()[0]}>")
    assert [p.id for p in parse(document)[0].paragraphs] == ["pp1", "op1", "op2"]


def test_clauses_that_readers_write_make_no_draft() -> None:
    below = "<p>Recalling all of it, I must say no,</p><p>1. Requests the author to go;</p>" * 4
    document = page(f"<main>{STORY}</main><ol class=commentlist><li>{below}</li></ol>")
    assert (parse(document), len(document.blocks)) == ((), 1)


def test_a_draft_beside_the_article_is_read_as_well() -> None:
    document = page(
        f"<div><div class=a><article>{STORY * 5}</article></div><div class=b>{DRAFT}</div></div>"
        "<div>Something else</div>"
    )
    assert [p.id for p in parse(document)[0].paragraphs] == ["pp1", "op1", "op2"]
    assert "Something else" not in document.text


@pytest.mark.parametrize(
    ("body", "quoted"),
    [
        (f"<p>x</p><blockquote>{DRAFT}</blockquote><p>y</p>", [0, 1, 1, 1, 1, 0]),
        (f"<blockquote>x<blockquote>{DRAFT}</blockquote>y</blockquote>", [0, 1, 1, 1, 1, 0]),
        (DRAFT.replace("<p>1", "<blockquote><p>1") + "</blockquote>", [0, 0, 0, 0]),
        (DRAFT.replace("<p>", "<blockquote>").replace("</p>", "</blockquote>"), [1, 1, 1, 1]),
        (
            DRAFT.replace("<p>", "<blockquote>")
            .replace("</p>", "</blockquote>")
            .replace("<blockquote>The General Assembly,</blockquote>", "The General Assembly,"),
            [0, 0, 0, 0],
        ),
        (f"<blockquote>x</blockquote>{DRAFT}", [0, 0, 0, 0, 0]),
    ],
)  # fmt: skip
def test_a_quotation_keeps_a_draft_apart_and_never_takes_it_apart(
    body: str, quoted: list[int]
) -> None:
    document = page(body)
    assert [block.quoted for block in document.blocks] == quoted
    assert [p.id for p in parse(document)[0].paragraphs] == ["pp1", "op1", "op2"]


def test_the_page_and_the_text_of_the_example_hold_the_same_draft() -> None:
    html, text = EXAMPLES / "article.html", EXAMPLES / "article.txt"
    (ours,) = parse(from_html(html.read_bytes(), "article"))
    (theirs,) = parse(from_text(text.read_bytes(), "article"))
    assert facts(ours) == facts(theirs)
    assert [note.paragraph for note in ours.footnotes] == ["pp2"]


def facts(resolution: Resolution) -> object:
    """What a resolution says, whatever it stands in."""
    return (
        resolution.title, resolution.formula, resolution.kind,
        [(p.id, p.number, p.phrase, p.text) for p in resolution.paragraphs],
        [[(a.class_, a.text, a.verb, a.deadline) for a in p.addressees]
         for p in resolution.paragraphs],
        [[c.symbol for c in p.citations] for p in resolution.paragraphs],
    )  # fmt: skip


# -- encodings


@pytest.mark.parametrize(
    ("data", "charset", "text", "encoding"),
    [
        ("<p>caf\u00e9".encode(), None, "caf\u00e9", "utf-8"),
        (b"<meta charset=iso-8859-1><p>\x93x\x94", None, "\u201cx\u201d", "windows-1252"),
        (b"<p>\xea\xee\xf2", "windows-1251", "\u043a\u043e\u0442", "windows-1251"),
        (b"<meta charset=utf-16><p>x", None, "x", "utf-8"),
        ("<meta charset=windows-1252><p>caf\u00e9".encode(), None, "caf\u00e9", "utf-8"),
        ("\ufeff<p>caf\u00e9".encode("utf-16-le"), "iso-8859-1", "caf\u00e9", "utf-16"),
        (b"<meta charset=no-such><p>caf\xe9 au lait", None, "caf\u00e9 au lait", "windows-1252"),
        (b"<meta charset=rot13><p>caf\xe9 au lait", "base64", "caf\u00e9 au lait", "windows-1252"),
        (b"<?xml version='1.0' encoding='iso-8859-2'?><p>\xb1", None, "\u0105", "iso-8859-2"),
    ],
)  # fmt: skip
def test_a_page_is_decoded_as_it_was_written(
    data: bytes, charset: str | None, text: str, encoding: str
) -> None:
    document = from_html(data, "x", charset=charset)
    assert (document.text, document.encoding) == (text, encoding)


def test_nul_bytes_are_left_out_and_named() -> None:
    document = from_html(b"<meta charset=latin-1><p>Re\x00calling \xe9", "x")
    assert document.text == "Recalling \u00e9"
    assert [problem.code for problem in document.problems] == ["nul-bytes"]


def test_the_language_is_the_page_s() -> None:
    assert from_html(b"<html lang='fr-CH'><p>x", "x").language == "fr"


# -- pages without a text


SHELL = "<div id=root></div><script src=app.js></script>"


@pytest.mark.parametrize(
    "body",
    [
        SHELL,
        f"<noscript>You need to enable JavaScript to run this app.</noscript>{SHELL}",
        "<p>Please enable JavaScript and cookies to continue</p>",
    ],
)
def test_a_page_that_waits_for_its_scripts_says_so(body: str) -> None:
    with pytest.raises(NeedsBrowser, match=r"^page\.html: the page shows its text only when .*PDF"):
        page(body)


def test_what_a_page_says_without_scripts_is_read_where_that_is_all() -> None:
    document = page(f"<div id=root></div><script>x</script><noscript>{DRAFT}</noscript>")
    assert [p.id for p in parse(document)[0].paragraphs] == ["pp1", "op1", "op2"]


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        (b"<html><body></body></html>", EmptySource, "there is no text on the page"),
        (b"<!-- x -->", EmptySource, "there is nothing on the page"),
        (b" ", EmptySource, "the file is empty"),
        (b"<frameset cols='1,2'><frame src=a.htm></frameset>", EmptySource, "a set of frames"),
        (b"<p>" + bytes(range(1, 32)) * 20, UnsupportedSource, "binary data"),
        (b"<!DOCTYPE html [<!ENTITY a 'b'>]><p>&a;", UnsafeSource, "declares entities"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
         b"Content-Type: image/png\n\nx\n--x--\n", EmptySource, "holds no web page"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_why(
    data: bytes, error: type[CounterdraftError], message: str
) -> None:
    with pytest.raises(error, match=message):
        from_html(data, "x")


def test_the_frame_that_holds_the_draft_is_the_page() -> None:
    parts = [("a", "<frameset><frame src=b><frame src=c></frameset>"), ("b", STORY), ("c", DRAFT)]
    data = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n" + "".join(
        f"--x\nContent-Type: text/html; charset=utf-8\nContent-Location: http://h.example/{name}\n"
        f"\n{html}\n"
        for name, html in parts
    )
    document = from_html(f"{data}--x--\n".encode(), "x.mht")
    assert document.media_type == "multipart/related"
    assert [p.id for p in parse(document)[0].paragraphs] == ["pp1", "op1", "op2"]


MARKUP = [
    *("<p>", "</p>", "<div>", "</div>", "<ol>", "<ol reversed type=a>", "<li>", "</ol>", "<ul>"),
    *("<table>", "<tr>", "<td>", "<th>", "</table>", "<br>", "<pre>", "</pre>", "<blockquote>"),
    *("<sup>1</sup>", "<a href='#n'>1</a>", "<p id=n>1 note</p>", "</blockquote>", "<i>", "</i>"),
    *("<ins>", "</ins>", "<del>", "</del>", "<q>", "</q>", "&nbsp;", "&shy;", "<", ">", "&", "\n"),
    *("The General Assembly,", "Recalling its resolution 60/251,", "1. Requests all of this;"),
    *("<nav>", "</nav>", "<style>li{display:none}</style>", "<!--", "-->", "<script>", "</script>"),
]


@given(st.lists(st.sampled_from(MARKUP) | st.text(max_size=5), max_size=40))
@example(["<p><i>Urges</i> <ins>all</ins><sup><a href='#n'>1</a></sup> of <a href='x'>them</a></p>",
          "<p id=n>1 note</p>"])  # fmt: skip
def test_property_blocks_are_in_order_and_cover_the_text(pieces: list[str]) -> None:
    try:
        document = from_html("".join(pieces).encode("utf-8", "replace"), "x")
    except CounterdraftError:
        return
    assert "\n".join(texts(document)) == document.text
    assert all(0 <= note.anchor <= len(document.text) for note in document.notes)
    spans = [*(link.span for link in document.links), *(r.span for r in document.revisions)]
    assert all(0 <= span.start <= span.end <= len(document.text) for span in spans)
    for block in document.blocks:
        assert all(block.span.holds(span) and span.start < span.end for span in block.italics)
    parse(document)


@pytest.mark.parametrize(
    "case", sorted(CASES.glob("html_*/input.html")), ids=lambda c: c.parent.name
)
def test_a_golden_page_is_whole_in_its_blocks(case: Path) -> None:
    document = from_html(case.read_bytes(), str(case))
    assert "\n".join(texts(document)) == document.text
