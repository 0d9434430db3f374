"""The numbers of lists, and what is hidden, as Chromium shows them: its accessibility tree says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from counterdraft.read.from_html import from_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

LISTS = {
    "decimal": "<ol><li>x<li>y</ol>",
    "start": "<ol start=4><li>x<li>y</ol><ol start=-1><li>x<li>y</ol><ol start=x><li>x</ol>",
    "reversed": "<ol reversed><li>x<li>y<li>z</ol><ol reversed start=9><li>x</ol>",
    "reversed, nested": "<ol reversed><li>x<ol><li>a<li>b</ol><li>y<div><li>z</div></ol>",
    "value": "<ol><li value=3>x<li>y<li value=1>z<li>u</ol><ul><li value=7>x</ul>",
    "types": "<ol type=a start=26><li>x<li>y</ol><ol type=A><li>x</ol><ol type=i start=8><li>x<li>y"
    "</ol><ol type=I start=1999><li>x</ol><ol type=a start=0><li>x</ol><ol><li type=i>x<li>y</ol>",
    "bullets": "<ul><li>x<ul><li>y<ul><li>z</ul></ul></ul><ul type=square><li>x</ul>",
    "mixed": "<ol><li>x<ul><li>y</ul><li>z</ol><ul><li>x<ol><li>y</ol></ul>",
    "no list": "<li>x<li>y",
    "several paragraphs": "<ol><li>x<p>y</p><li>z</ol>",
    "hidden": "<ol><li hidden>x<li>y<li style='display:none'>z<li>u</ol>",
    "none": "<ol style='list-style:none'><li>x</ol><ol style='list-style-type: none'><li>y</ol>",
    "not an item": "<ol><li style='display:block'>x<li>y</ol>",
    "styles": "<ol style='list-style-type:lower-roman'><li>x<li>y</ol>"
    "<ol style='list-style: upper-latin inside'><li>x</ol>"
    "<ol style='list-style: decimal-leading-zero'><li>x</ol>"
    "<ol style='list-style: lower-greek'><li>x<li>y</ol>"
    """<ul style='list-style-type:"(a) "'><li>x</ul>""",
    "sheet": "<style>ol.x > li { list-style: upper-roman } #a ol { list-style: none }"
    " ol { list-style: lower-alpha } ol.y { list-style: decimal }</style>"
    "<ol class=x><li>x</ol><div id=a><ol><li>y</ol></div><ol><li>z</ol><ol class=y><li>u</ol>",
    "counter style": "<style>@counter-style paren { system: extends lower-alpha; prefix: '(';"
    " suffix: ') ' } ol { list-style: paren }</style><ol><li>x<li>y</ol>",
    "counters": "<style>ol { list-style: none; counter-reset: c } li { counter-increment: c }"
    " li::before { content: counter(c) '. ' }</style><ol><li>x<li>y<ol><li>z</ol><li>u</ol>",
    "counters that go on": "<style>ol { list-style: none } .a { counter-reset: c }"
    " .b { counter-reset: d } .a > li, .c > li { counter-increment: c }"
    " .b > li { counter-increment: d } .b > li::before { content: '(' counter(d, lower-latin) ') '}"
    " .a > li::before, .c > li::before { content: counter(c, decimal) '. ' }</style>"
    "<ol class=a><li>x<li>y</ol><ol class=b><li>z</ol><ol class=c><li>u</ol><ol class=b><li>v</ol>"
    "<ol class=c><li>w</ol>",
    "counters of counters": "<style>ol { list-style: none; counter-reset: c 4 } li::before {"
    " counter-increment: c 2; content: '(' counters(c, '.', lower-roman) ') ' }</style>"
    "<ol><li>x</ol><ol><li>y</ol>",
    "paragraphs": "<style>body { counter-reset: p } p { counter-increment: p } p::before {"
    " content: 'OP' counter(p) '. ' }</style><p>x<p>y<div><p>z</div>",
    "parts": "<table><tr><td>1.<td>x<tr><td>2.<td>y</table><dl><dt>1.<dd>x</dl>",
    "hidden ways": "<p hidden>a<p style='display:none'>b<p style='visibility:hidden'>c"
    "<dialog>d</dialog><template>e</template><noscript>f</noscript><p>x",
}  # fmt: skip
_BULLETS = str.maketrans({"\u25e6": "\u2022", "\u25aa": "\u2022", "\u25a0": "\u2022"})


@pytest.mark.parametrize("name", LISTS)
def test_what_is_read_is_what_chromium_shows(page: Page, name: str) -> None:
    html = f"<!DOCTYPE html><html><body>{LISTS[name]}</body></html>"
    page.set_content(html)
    document = from_html(html.encode(), "x")
    ours = [f"{''.join(block.number)} {block.span.of(document.text)}" for block in document.blocks]
    assert squeezed(" ".join(ours)) == squeezed(" ".join(shown(page)))


def shown(page: Page) -> Iterator[str]:
    """The markers and the words that Chromium shows, in order."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    nodes: dict[str, dict[str, Any]] = {node["nodeId"]: node for node in tree["nodes"]}

    def under(node: dict[str, Any]) -> Iterator[str]:
        if node.get("role", {}).get("value") in {"StaticText", "ListMarker"}:
            yield node["name"]["value"]
            return
        for child in node.get("childIds", ()):
            if child in nodes:
                yield from under(nodes[child])

    return under(tree["nodes"][0])


def squeezed(text: str) -> str:
    return "".join(text.translate(_BULLETS).split())
