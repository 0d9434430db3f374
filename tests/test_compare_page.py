"""The page of a comparison in a browser: both views, on a phone, in the dark, by keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from counterdraft.compare.compare import compare
from counterdraft.compare.to_html import to_html
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from tests.test_brief_page import FAINT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

EXAMPLES = Path(__file__).parent.parent / "examples"
PAIRS = {"versions": ("rival.txt", "revised.txt"), "rivals": ("article.txt", "rival.txt")}


@pytest.fixture
def show(page: Page, tmp_path: Path) -> Callable[[str], Page]:
    def open_page(kind: str) -> Page:
        a, b = (parse(from_text((EXAMPLES / name).read_bytes(), name))[0] for name in PAIRS[kind])
        target = tmp_path / "comparison.html"
        target.write_text(to_html(compare(a, b)), encoding="utf-8")
        page.goto(target.as_uri())
        return page

    return open_page


@pytest.mark.parametrize("kind", PAIRS)
@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_the_page_never_scrolls_sideways(
    show: Callable[[str], Page], kind: str, width: int
) -> None:
    page = show(kind)
    page.set_viewport_size({"width": width, "height": 740})
    for view in ("side by side", "in one run"):
        page.get_by_role("radio", name=view).check()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("kind", PAIRS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out(show: Callable[[str], Page], kind: str, scheme: str) -> None:
    page = show(kind)
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    for view in ("side by side", "in one run"):
        page.get_by_role("radio", name=view).check()
        assert page.evaluate(FAINT) == []


def test_the_views_are_switched_by_keyboard(show: Callable[[str], Page]) -> None:
    page = show("versions")
    row = page.get_by_role("group", name="OP3 (b): edited")
    assert row.locator(".side").first.is_visible()
    assert not row.locator(".run").is_visible()
    page.get_by_role("radio", name="side by side").focus()
    page.keyboard.press("ArrowRight")
    assert not row.locator(".side").first.is_visible()
    assert row.locator(".run del").inner_text() == "31 March"
    assert row.locator(".run ins").inner_text() == "30 September"


def test_changes_can_be_told_without_colour(show: Callable[[str], Page]) -> None:
    page = show("versions")
    line = "node => getComputedStyle(node).textDecorationLine"
    assert page.locator(".row del").first.evaluate(line) == "line-through"
    assert page.locator(".row ins").first.evaluate(line) == "underline"
    said = "node => getComputedStyle(node, '::before').content"
    assert "deleted" in page.locator(".row del").first.evaluate(said)


def test_a_sentence_leads_to_its_paragraph_in_either_view(show: Callable[[str], Page]) -> None:
    page = show("versions")
    for view in ("side by side", "in one run"):
        page.get_by_role("radio", name=view).check()
        page.evaluate("scrollTo(0, 0)")
        page.locator("#summary").get_by_role("link", name="B OP9").first.click()
        box = page.get_by_role("group", name="OP9: edited").bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 300
        assert page.evaluate("scrollY") > 0


def test_what_is_the_same_unfolds(show: Callable[[str], Page]) -> None:
    page = show("versions")
    words = page.locator(".fold .side.b").get_by_text("Stressing that dialogue")
    assert not words.is_visible()
    page.get_by_text("14 paragraphs the same").click()
    assert words.is_visible()


def test_on_a_phone_b_stands_below_a_and_each_says_whose_it_is(show: Callable[[str], Page]) -> None:
    page = show("versions")
    page.set_viewport_size({"width": 360, "height": 740})
    sides = page.get_by_role("group", name="OP3 (b): edited").locator(".side")
    a, b = (sides.nth(n).bounding_box() for n in (0, 1))
    assert a is not None
    assert b is not None
    assert b["y"] >= a["y"] + a["height"]
    assert sides.nth(1).locator(".number").inner_text() == "B OP3 (b)"


def test_in_print_the_changes_stay(show: Callable[[str], Page]) -> None:
    page = show("versions")
    page.emulate_media(media="print")
    assert page.locator(".row ins").first.is_visible()
    assert not page.get_by_role("radio", name="in one run").is_visible()
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
