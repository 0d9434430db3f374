"""The HTML of a brief: sound, closed in itself, safe whatever the text, and true to it."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.brief.brief import brief
from counterdraft.brief.report import (
    Bullets,
    Chapter,
    Evidence,
    Fact,
    Facts,
    FootnoteText,
    FullText,
    Group,
    Mark,
    Passage,
    Prose,
    Report,
    Row,
    Section,
    Statement,
    Table,
    passages,
)
from counterdraft.brief.to_html import to_html
from counterdraft.model import Span
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from counterdraft.text.printable import printable
from tests.webpage import Page

ROOT = Path(__file__).parent.parent
EXAMPLES = [ROOT / "examples" / "article.txt", ROOT / "examples" / "rival.txt"]
CASES = sorted((ROOT / "tests" / "cases" / "parse").glob("*/input.*"))
FETCHING = {"src", "srcset", "data", "action", "poster", "background"}
HOSTILE = (
    "<script>alert('1')</script>\"' onload=\"x\" javascript:x {{ 7*7 }} \x00\x1b</style> &amp;"
)


class Reader(Page):
    """What the tests ask of a brief's page besides: headings, and the words of its passages."""

    def __init__(self, text: str) -> None:
        self.words: dict[str, str] = {}
        self.headings: list[int] = []
        self._passage = ""
        self._depth = 0
        super().__init__(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        super().handle_starttag(tag, attrs)
        given = dict(attrs)
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        classes = (given.get("class") or "").split()
        if "passage" in classes:
            self._passage = given["id"] or ""
        if "words" in classes:
            self._depth = len(self.open)
            self.words[self._passage] = ""

    def handle_endtag(self, tag: str) -> None:
        super().handle_endtag(tag)
        if len(self.open) < self._depth:
            self._depth = 0

    def handle_data(self, data: str) -> None:
        if self._depth:
            self.words[self._passage] += data


@cache
def report_of(path: Path) -> Report | None:
    document = from_text(path.read_bytes(), str(path))
    resolutions = parse(document)
    return brief(document, resolutions) if resolutions else None


def name_of(path: Path) -> str:
    return f"{path.parent.name}-{path.stem}"


def made(text: str, *, title: str = "A title") -> Report:
    """A report in which every kind of part carries ``text``."""
    whole = Span(0, len(text))
    inner = Span(len(text) // 3, len(text) * 2 // 3)
    crossing = Span(len(text) // 2, len(text))
    said = Statement(text, (Evidence("op1", inner, text or "OP1"),), "quote", "all")
    marks = (Mark("phrase", inner, text), Mark("date", crossing, text))
    passage = Passage(id="op1", kind="paragraph", label=text, text=text, span=whole, marks=marks)
    note = Passage(id="note-1", kind="excerpt", label="1", text=text, span=whole)
    parts = (
        Prose((said,)),
        Bullets(text, (said,)),
        Facts((Fact(text, (said, Statement("", said.evidence))),)),
        Table(text, (text, text), (Group(text, (Row(((said,), (said, said)), 1),)),), text),
        FullText(text, (passage,), (FootnoteText(text, "op1", inner.end, note),)),
    )
    chapter = Chapter(title, (text,), (Section("all", text, parts),))
    return Report(title=title, source=text, language="en", generator=text, chapters=(chapter,))


@pytest.mark.parametrize("path", [*EXAMPLES, *CASES], ids=name_of)
def test_the_page_is_sound_and_closed_in_itself(path: Path) -> None:
    report = report_of(path)
    if report is None:
        return
    page = Reader(to_html(report))
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert {href[:1] for href in page.hrefs} == {"#"}
    assert {href[1:] for href in page.hrefs} <= set(page.ids)
    assert page.attributes.isdisjoint(FETCHING)
    assert {"script", "img", "link", "iframe", "base"}.isdisjoint(page.tags)


@pytest.mark.parametrize("path", [*EXAMPLES, *CASES], ids=name_of)
def test_without_its_tags_each_passage_is_its_text(path: Path) -> None:
    report = report_of(path)
    if report is None:
        return
    page = Reader(to_html(report))
    several = len(report.chapters) > 1
    for number, chapter in enumerate(report.chapters, 1):
        for passage in passages(chapter):
            name = f"d{number}.{passage.id}" if several else passage.id
            assert page.words[name] == printable(passage.text)


def test_headings_are_in_order() -> None:
    for path in (EXAMPLES[0], ROOT / "tests/cases/parse/report_three_drafts/input.txt"):
        report = report_of(path)
        assert report is not None
        levels = Reader(to_html(report)).headings
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_several_resolutions_have_contents_and_anchors_of_their_own() -> None:
    report = report_of(ROOT / "tests/cases/parse/report_three_drafts/input.txt")
    assert report is not None
    page = Reader(to_html(report))
    assert {"d1.op1", "d2.op1", "d3.op1", "d1.top", "d3.asks"} <= set(page.ids)
    assert {"#d1.top", "#d2.top", "#d3.top"} <= set(page.hrefs)


def test_a_statement_links_to_its_very_words() -> None:
    report = report_of(EXAMPLES[1])
    assert report is not None
    html = to_html(report)
    start = html.index('<span class="spot" id="op13-')
    assert "the Secretary-General" in html[start : start + 200]


def test_footnotes_are_called_where_they_stand_and_outside_of_marks() -> None:
    report = report_of(EXAMPLES[1])
    assert report is not None
    html = to_html(report)
    assert 'Covenants on Human Rights</span></span><a class="call" href="#note-2"' in html
    assert 'Declaration of Human Rights,<a class="call" href="#note-1"' in html


def test_a_text_from_outside_is_nothing_but_text() -> None:
    html = to_html(made(HOSTILE, title=HOSTILE))
    page = Reader(html)
    assert page.open == []
    assert "script" not in page.tags
    assert not any(name.startswith("on") for name in page.attributes)
    assert {href[:1] for href in page.hrefs} == {"#"}
    assert page.tags.count("style") == 1
    assert "{{ 7*7 }}" in page.words["op1"]
    assert page.words["op1"] == HOSTILE.replace("\x00", "\ufffd").replace("\x1b", "\ufffd")


def test_a_hostile_id_cannot_leave_its_anchor() -> None:
    passage = Passage(id='x" onclick="y', kind="paragraph", label="OP", text="T", span=Span(0, 1))
    said = Statement("T", (Evidence(passage.id, passage.span, "OP"),))
    parts = (Bullets(None, (said,)), FullText(None, (passage,)))
    chapter = Chapter("T", (), (Section("s", "S", parts),))
    report = Report(title="T", source="s", language="en", generator="g", chapters=(chapter,))
    page = Reader(to_html(report))
    assert "onclick" not in page.attributes
    assert "x__onclick__y" in page.ids


@given(st.text(alphabet=st.characters(), max_size=60))
def test_property_any_text_comes_back(text: str) -> None:
    page = Reader(to_html(made(text)))
    assert page.open == []
    assert page.words["op1"] == printable(text)
    assert {href[1:] for href in page.hrefs} <= set(page.ids)


def test_the_same_report_gives_the_same_page() -> None:
    report = report_of(EXAMPLES[0])
    assert report is not None
    assert to_html(report) == to_html(report)


@given(st.text(alphabet=st.characters()))
def test_property_printable_keeps_offsets(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    shown.encode("utf-8")
    kept = [char for char in shown if char < " " and char not in "\t\n"]
    assert kept == []
