"""The brief in a browser: on a phone, in the dark, by keyboard, in print, without a network."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from counterdraft.brief.brief import brief
from counterdraft.brief.to_html import to_html
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parent.parent
BRIEFS = {
    "article": ROOT / "examples" / "article.txt",
    "rival": ROOT / "examples" / "rival.txt",
    "several": ROOT / "tests" / "cases" / "parse" / "report_three_drafts" / "input.txt",
}
# The contrast of every text with what is behind it; WCAG 2.2 asks 4.5, and 3 for large text.
FAINT = """() => {
  const rgb = value => value.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = node => {
    for (; node; node = node.parentElement) {
      const colour = rgb(getComputedStyle(node).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const faint = [];
  for (const node of document.body.querySelectorAll('*')) {
    const own = [...node.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (!own || !node.checkVisibility()) continue;
    const [a, b] = [light(rgb(getComputedStyle(node).color)), light(behind(node))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) faint.push([node.className, node.textContent.slice(0, 40), ratio]);
  }
  return faint;
}"""


@pytest.fixture
def show(page: Page, tmp_path: Path) -> Callable[[str], Page]:
    def open_brief(name: str) -> Page:
        path = BRIEFS[name]
        document = from_text(path.read_bytes(), str(path))
        target = tmp_path / "brief.html"
        target.write_text(to_html(brief(document, parse(document))), encoding="utf-8")
        page.goto(target.as_uri())
        return page

    return open_brief


@pytest.mark.parametrize("name", BRIEFS)
@pytest.mark.parametrize("width", [320, 360, 768, 1200])
def test_the_page_never_scrolls_sideways(
    show: Callable[[str], Page], name: str, width: int
) -> None:
    page = show(name)
    page.set_viewport_size({"width": width, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    beyond = page.evaluate(
        """width => [...document.body.querySelectorAll(':not(.hidden, .skip, thead, thead *)')]
             .filter(node => node.getBoundingClientRect().right > width + 1)
             .map(node => node.outerHTML.slice(0, 80))""",
        width,
    )
    assert beyond == []


@pytest.mark.parametrize("name", BRIEFS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out(show: Callable[[str], Page], name: str, scheme: str) -> None:
    page = show(name)
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    assert page.evaluate(FAINT) == []


@pytest.mark.parametrize("name", BRIEFS)
def test_every_link_leads_somewhere(show: Callable[[str], Page], name: str) -> None:
    page = show(name)
    lost = page.evaluate(
        """() => [...document.querySelectorAll('a')].map(link => link.getAttribute('href'))
             .filter(href => href[0] !== '#' || !document.getElementById(href.slice(1)))"""
    )
    assert lost == []


def test_a_link_shows_its_evidence(show: Callable[[str], Page]) -> None:
    page = show("rival")
    page.get_by_role("link", name="no later than 1 March 2027", exact=True).click()
    target = page.locator(":target")
    assert target.inner_text() == "no later than 1 March 2027"
    assert target.evaluate("node => getComputedStyle(node).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert page.evaluate("scrollY") > 0


def test_the_keyboard_reaches_the_brief_first(show: Callable[[str], Page]) -> None:
    page = show("article")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Skip to the brief"
    box = skip.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert skip.evaluate("node => getComputedStyle(node).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_marks_can_be_told_without_colour_and_turned_off(show: Callable[[str], Page]) -> None:
    page = show("article")
    looks = page.evaluate(
        """() => [...document.querySelectorAll('.legend .m')].map(node => {
             const style = getComputedStyle(node);
             return [style.fontStyle, style.fontWeight, style.textDecorationLine,
                     style.textDecorationStyle, style.outlineStyle].join();
           })"""
    )
    assert len(looks) == len(set(looks)) == 7
    citation = page.locator(".passages .m-citation").first
    line = "node => getComputedStyle(node).textDecorationLine"
    assert citation.evaluate(line) == "underline"
    page.get_by_label("Document cited").uncheck()
    assert citation.evaluate(line) == "none"


def test_readings_are_shown_on_request_and_are_no_part_of_the_text(
    show: Callable[[str], Page],
) -> None:
    page = show("article")
    words = page.locator("#pp3 .words")
    before = words.inner_text()
    page.get_by_label("show how each was read").check()
    added = "node => getComputedStyle(node, '::after').content"
    assert "A/RES/60/251" in words.locator(".m-citation").first.evaluate(added)
    assert words.inner_text() == before


def test_in_print_the_paragraphs_keep_their_numbers(show: Callable[[str], Page]) -> None:
    page = show("article")
    page.emulate_media(media="print")
    assert page.locator("#op3 .number").is_visible()
    assert not page.locator(".legend input").first.is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")


def test_a_screen_reader_finds_its_way(show: Callable[[str], Page]) -> None:
    page = show("article")
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("banner").count() == 1
    assert page.get_by_role("contentinfo").count() == 1
    assert page.get_by_role("navigation", name="Contents").count() == 1
    assert page.get_by_role("region", name="Who is asked to do what").count() == 1
    tables = page.get_by_role("table")
    assert tables.count() > 3
    assert page.get_by_role("columnheader", name="To do what").count() == 1
    assert page.get_by_role("rowheader", name="OP11").count() > 0
