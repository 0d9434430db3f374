"""The forms of a comparison: true to both texts, readable, and safe whatever these hold."""

from __future__ import annotations

import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.text import Text

from counterdraft.align.words import word_edits
from counterdraft.compare.compare import compare
from counterdraft.compare.edits import edits_of
from counterdraft.compare.rows import Fold, folded, rows
from counterdraft.compare.to_html import to_html
from counterdraft.compare.to_json import to_json
from counterdraft.compare.to_markdown import marked, to_markdown
from counterdraft.compare.to_terminal import to_terminal
from counterdraft.compare.view import view
from counterdraft.model import (
    Comparison,
    Head,
    Quote,
    Resolution,
    Said,
    Shift,
    Side,
    Span,
    Unit,
    WordEdit,
)
from counterdraft.model.comparison import Relation
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from counterdraft.text.printable import printable
from tests.test_compare import ORDERS, draft
from tests.webpage import Page

EXAMPLES = Path(__file__).parent.parent / "examples"
PAIRS = {"versions": ("rival.txt", "revised.txt"), "rivals": ("article.txt", "rival.txt")}
HOSTILE = (
    "<script>alert(1)</script> </style> \"' onload=x {{ 7*7 }} \x1b[2J\x1b]0;x\x07\x9b31m \x00"
    "\u202e **b** ~~s~~ [a](javascript:x) `c` | # &amp; \r\n- x"
)
WORDS = st.text(st.sampled_from("ab *~_`<&.,;[]\\€\u0301é\x1b\u2029 "), max_size=30)


@cache
def resolution(name: str) -> Resolution:
    return parse(from_text((EXAMPLES / name).read_bytes(), name))[0]


@cache
def comparison(kind: str) -> Comparison:
    a, b = PAIRS[kind]
    return compare(resolution(a), resolution(b))


def made(
    a: list[str], b: list[str], relation: Relation = "versions", said: str = "Said."
) -> Comparison:
    """A comparison of operative paragraphs, with a shift about the first of either."""
    ones, others = _units(a), _units(b)
    quotes = [(Quote(u.head.key, u.span, u.text),) for u in (ones[0], others[0])]
    return Comparison(
        relation=relation,
        a=Side(said, said, said, ones),
        b=Side(said, None, None, others),
        likeness=0.5,
        edits=edits_of(ones, others),
        shifts=(Shift("force", "weaker", said, *quotes),),
        summary=(Said(said, ("op1",), ("op1",)),),
        only_a=("op1",) if relation == "rivals" else (),
    )


def _units(texts: list[str]) -> tuple[Unit, ...]:
    return tuple(
        Unit(Head(f"op{n}", "operative", str(n)), text, Span(0, len(text)))
        for n, text in enumerate(texts, 1)
    )


def plain(text: str) -> str:
    """The words alone, without the signs of deletions and insertions."""
    return " ".join(re.sub(r"\[-|-\]|\{\+|\+\}", "", text).split())


# Rows


@pytest.mark.parametrize("kind", PAIRS)
def test_the_cells_of_a_row_are_the_units_of_either_text(kind: str) -> None:
    compared = comparison(kind)
    for row in rows(compared):
        for cells, units in ((row.a, compared.a.units), (row.b, compared.b.units)):
            for cell in cells:
                assert "".join(each.text for each in cell.words) == units[cell.place].text
    if kind == "versions":
        shown = [cell.place for row in rows(compared) for cell in row.b]
        assert sorted(shown) == list(range(len(compared.b.units)))


def notes(a: list[str], b: list[str]) -> list[str]:
    return [f"{each.name}: {each.note}" for each in rows(made(a, b))]


CLAUSES = [
    "Urges the Government to release all who are held for refusing to work in the salt works;",
    "Requests the Secretary-General to report to the Assembly at its eighty-second session;",
    "Invites States to declare the origin of the salt that they import, in line with their law;",
    "Welcomes the visit of the Special Rapporteur to the capital and two provinces in May;",
]
LISTED = " and to publish a list of their names in every district before the end of March;"


def test_what_was_done_is_named() -> None:
    first, second, third, fourth = CLAUSES
    assert notes(CLAUSES, [second, third, fourth, first]) == [
        "OP1 (OP2 before): the same", "OP2 (OP3 before): the same", "OP3 (OP4 before): the same",
        "OP4: moved from OP1",
    ]  # fmt: skip
    whole = first[:-1] + "," + LISTED
    parts = [first, "Also urges it" + LISTED.removeprefix(" and")]
    assert notes([whole, second], [*parts, second])[0] == "OP1 and OP2: divided out of OP1"
    assert notes([*parts, second], [whole, second])[0] == "OP1: put together from OP1 and OP2"
    assert notes([first, second], [second, third]) == [
        "OP1: deleted", "OP1 (OP2 before): the same", "OP2: added",
    ]  # fmt: skip


def test_what_is_the_same_is_one_line_with_its_range() -> None:
    lines = [each.text for each in folded(rows(comparison("versions"))) if isinstance(each, Fold)]
    assert lines == [
        "The title, the formula and 1 paragraph the same: PP1",
        "14 paragraphs the same: PP3–PP9, OP1–OP2 (c)",
        "1 paragraph the same: OP3 (a)",
        "3 paragraphs the same: OP3 (c)–OP3 (c) (ii)",
        "2 paragraphs the same: OP7–OP8 (OP6, OP8 before)",
        "1 paragraph the same: OP12",
        "The annex and 1 paragraph the same: OP15 (OP14 before)",
    ]


def test_a_quote_stands_among_the_words_around_it() -> None:
    shifts = dict(view(comparison("versions")).shifts)
    a, b = shifts["Force of verbs"][1].excerpts
    assert (a.ref.name, a.before, a.words) == ("OP3", "", "Strongly urges")
    assert (b.ref.letter, b.words, b.after) == (
        "B", "Urges", " the Government of the Republic of Orlavia:",
    )  # fmt: skip


def test_every_unit_of_rivals_is_shown_somewhere() -> None:
    compared, shown = comparison("rivals"), view(comparison("rivals"))
    for letter, units in (("a", compared.a.units), ("b", compared.b.units)):
        cells = [c for row in shown.rows for c in (row.a if letter == "a" else row.b)]
        cells += [getattr(each, letter) for each in shown.both]
        cells += shown.alone_a if letter == "a" else shown.alone_b
        assert {each.place for each in cells} == set(range(len(units)))


def test_what_rivals_share_is_named_as_people_know_it() -> None:
    one = "Recalling the Charter of the United Nations and the lamplighters of the salt works"
    other = (
        "Convinced that salt works, and lamplighters, who in winter go without bread, owe their "
        "rest to the Charter of the United Nations and to nobody else in the whole northern bay"
    )
    a = draft("Decides to meet", *ORDERS, preamble=(one,))
    b = draft("Urges all to row", "Condemns the theft of every oar", preamble=(other,))
    (both,) = view(compare(a, b, "rivals")).both
    shared = both.shared
    assert "Charter of the United Nations" in shared
    assert "un-charter" not in shared


# A terminal


@pytest.mark.parametrize("kind", PAIRS)
@pytest.mark.parametrize("width", [20, 80, 89, 90, 120, 160])
def test_no_line_is_wider_than_the_terminal(kind: str, width: int) -> None:
    for whole in (False, True):
        lines = to_terminal(comparison(kind), width=width, whole=whole).splitlines()
        assert max(len(line) for line in lines) <= width


def test_two_columns_where_there_is_room_and_one_where_there_is_not() -> None:
    wide, narrow = (to_terminal(comparison("versions"), width=n) for n in (100, 80))
    assert re.search(r"^OP3 +\[-Strongly urges-\] .* OP3 +\{\+Urges\+\}", wide, re.MULTILINE)
    assert re.search(r"^A OP3 +\[-Strongly urges-\] .*\nB OP3 +\{\+Urges\+\}", narrow, re.MULTILINE)


def test_what_is_the_same_is_shown_on_request() -> None:
    words = "Stressing that dialogue and scrutiny complete each other"
    assert words not in plain(to_terminal(comparison("versions"), width=80))
    assert words in plain(to_terminal(comparison("versions"), width=80, whole=True))


def test_colour_says_no_more_than_form() -> None:
    coloured = to_terminal(comparison("versions"), width=100, colour=True)
    assert re.search(r"\x1b\[9;31mStrongly urges\x1b\[0m", coloured)
    assert re.search(r"\x1b\[4;32mUrges\x1b\[0m", coloured)
    assert "\x1b" not in to_terminal(comparison("versions"), width=100)


def test_summary_edits_and_shifts_come_in_this_order() -> None:
    text = to_terminal(comparison("versions"), width=100)
    places = [text.index(each) for each in ("Of 33 paragraphs", "The two texts", "Force of verbs")]
    assert places == sorted(places)


def test_a_moved_paragraph_is_named_so() -> None:
    assert "\nOP11: moved from OP7\n" in to_terminal(comparison("versions"), width=100)


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("width", [80, 100])
def test_a_text_cannot_command_the_terminal(width: int, colour: bool) -> None:
    for relation in ("versions", "rivals"):
        compared = made([HOSTILE, "Same;"], ["Other;", "Same;"], relation, said=HOSTILE)
        text = to_terminal(compared, width=width, colour=colour)
        ours = re.sub(r"\x1b\[[\d;]*m", "", text) if colour else text
        assert all(char.isprintable() or char == "\n" for char in ours)
        assert "\u202e" not in text
        assert "\ufffd[2J" in text


@given(st.lists(WORDS, min_size=1, max_size=3), st.lists(WORDS, min_size=1, max_size=3))
def test_property_a_terminal_gets_colours_and_no_other_command(a: list[str], b: list[str]) -> None:
    a, b = ([each.replace("\u2029", " ") for each in side] for side in (a, b))
    text = to_terminal(made(a, b), width=100, colour=True, whole=True)
    assert "\x1b" not in Text.from_ansi(text).plain
    assert "\x1b" not in re.sub(r"\x1b\[[\d;]*m", "", text)


# Markdown


def rendered(text: str) -> str:
    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text))


class _Words(HTMLParser):
    """The words of a page as a script of same, deleted and inserted, without their blanks."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ops = ["same"]
        self.script: dict[str, str] = {"same": "", "deleted": "", "inserted": ""}
        self.tags: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        op = {"s": "deleted", "del": "deleted", "strong": "inserted", "ins": "inserted"}.get(tag)
        self.ops.append(op or self.ops[-1])

    def handle_endtag(self, _: str) -> None:
        self.ops.pop()

    def handle_data(self, data: str) -> None:
        self.script[self.ops[-1]] += "".join(data.split())


def scripted(words: tuple[WordEdit, ...]) -> dict[str, str]:
    script = {"same": "", "deleted": "", "inserted": ""}
    for each in words:
        script[each.op] += "".join(printable(each.text.replace("\u2029", "¶")).split())
    return script


@given(WORDS, WORDS)
@example(";\u0301", "<\u0301")
def test_property_markdown_strikes_what_went_and_makes_bold_what_came(a: str, b: str) -> None:
    words = word_edits(f"x{a}", f"x{b}")
    page = _Words(rendered(f"**L** {marked(words)}"))
    page.script["inserted"] = page.script["inserted"].removeprefix("L")
    assert page.script == scripted(words)
    assert set(page.tags) <= {"p", "s", "del", "strong"}


def test_the_markdown_reads_as_it_should() -> None:
    text = to_markdown(comparison("versions"))
    assert text.startswith("# Comparison: A/C.3/81/L.23 and A/C.3/81/L.23/Rev.1\n")
    assert "- *14 paragraphs the same: PP3–PP9, OP1–OP2 (c)*" in text
    assert "- **OP3 (b)**, edited: To release everyone" in text
    assert "names by ~~31 March~~ **30 September** 2027;" in text
    assert "- **OP11**, moved from OP7: Encourages all Member States" in text
    assert "  - A OP3: **Strongly urges** the Government" in text
    assert "Stressing that dialogue" not in text
    assert "Stressing that dialogue" in to_markdown(comparison("versions"), whole=True)


@pytest.mark.parametrize("relation", ["versions", "rivals"])
def test_words_never_become_markup(relation: Relation) -> None:
    compared = made([HOSTILE, "Same;"], ["Other;", "Same;"], relation, said=HOSTILE)
    page = _Words(rendered(to_markdown(compared)))
    assert set(page.tags) <= {
        *("h1", "h2", "h3", "p", "ul", "li", "strong", "s", "em", "hr", "del"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    }


# JSON


@pytest.mark.parametrize("kind", PAIRS)
def test_the_json_is_the_comparison(kind: str) -> None:
    text = to_json(comparison(kind))
    assert msgspec.json.decode(text, type=Comparison) == comparison(kind)
    assert json.loads(text)["schema"] == "counterdraft/comparison/1"
    assert json.loads(text)["asked"][0]["class"]


# HTML


@pytest.mark.parametrize("kind", PAIRS)
def test_the_page_is_sound_and_closed_in_itself(kind: str) -> None:
    html = to_html(comparison(kind))
    page = Page(html)
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert {href[:1] for href in page.hrefs} == {"#"}
    assert {href[1:] for href in page.hrefs} <= set(page.ids)
    assert {"script", "img", "link", "iframe"}.isdisjoint(page.tags)
    assert "default-src 'none'" in html
    assert to_html(comparison(kind)) == html


def test_the_page_holds_every_word_of_both_texts() -> None:
    html = to_html(comparison("versions"))
    for side in ("a", "b"):
        found = re.findall(rf'<div class="side {side}">(.*?)</div>', html, re.DOTALL)
        words = re.findall(r'<span class="words" dir="auto">(.*?)</span></p>', "".join(found))
        told = [re.sub(r"</?(?:ins|del)>", "", each) for each in words]
        units = getattr(comparison("versions"), side).units
        assert sorted(told) == sorted(each.text for each in units)


def test_both_views_and_what_is_the_same_are_on_the_page() -> None:
    html = to_html(comparison("versions"))
    assert "<del>Strongly urges</del><ins>Urges</ins> the Government" in html
    assert "names by <del>31 March</del> <ins>30 September</ins> 2027;" in html
    assert '<details class="fold">\n<summary>1 paragraph the same: OP12</summary>' in html
    assert '<details class="fold" open>' in to_html(comparison("versions"), whole=True)
    assert "<mark>upon request</mark>" in html


@pytest.mark.parametrize("relation", ["versions", "rivals"])
def test_a_text_from_outside_is_nothing_but_text(relation: Relation) -> None:
    compared = made([HOSTILE, "Same;"], [HOSTILE + " more;", "Same;"], relation, said=HOSTILE)
    html = to_html(compared)
    page = Page(html)
    assert page.open == []
    assert "script" not in page.tags
    assert page.tags.count("style") == 1
    assert not any(name.startswith("on") for name in page.attributes)
    assert {href[:1] for href in page.hrefs} == {"#"}
    assert "{{ 7*7 }}" in html
    assert "\x1b" not in html


@given(st.lists(WORDS, min_size=1, max_size=3), st.lists(WORDS, min_size=1, max_size=3))
def test_property_any_words_make_a_sound_page(a: list[str], b: list[str]) -> None:
    a, b = ([each.replace("\u2029", " ") for each in side] for side in (a, b))
    page = Page(to_html(made(a, b), whole=True))
    assert page.open == []
    assert {href[1:] for href in page.hrefs} <= set(page.ids)


def test_a_row_is_named_for_who_cannot_see_it() -> None:
    assert 'role="group" aria-label="OP11: moved from OP7"' in to_html(comparison("versions"))
