"""A list number is counted and printed as Word shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from counterdraft.ooxml.number_formats import format_number
from counterdraft.ooxml.symbols import bullet, symbol
from counterdraft.read.from_docx import from_docx

if TYPE_CHECKING:
    from collections.abc import Callable

UN = ("decimal %1.", "lowerLetter (%2)", "lowerRoman (%3)", "decimal %1.%2.%3.%4")


def levels(*forms: str, more: dict[int, str] | None = None) -> str:
    """The levels of a list: "decimal %1." is a format and a text; ``more`` is XML for a level."""
    found = ""
    for i, each in enumerate(forms):
        form, _, text = each.partition(" ")
        found += (
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'{(more or {}).get(i, "")}<w:lvlText w:val="{text}"/></w:lvl>'
        )
    return found


def abstract(name: int, inner: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{inner}</w:abstractNum>'


def num(name: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def restart(level: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def p(place: str, text: str = "x", style: str = "") -> str:
    """A paragraph in "1/0", list 1 at level 0."""
    number, _, level = place.partition("/")
    own = f'<w:ilvl w:val="{level}"/>' if level else ""
    listed = f'<w:numPr>{own}<w:numId w:val="{number}"/></w:numPr>' if number else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{listed}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.fixture
def printed(word: Callable[..., bytes]) -> Callable[..., list[str]]:
    """The numbers that a reader sees before the paragraphs of a body; "" for none."""

    def numbers(numbering: str, *body: str, view: str = "final", styles: str = "") -> list[str]:
        data = word("".join(body), numbering=numbering, styles=styles)
        blocks = from_docx(data, "a.docx", view=view).blocks  # type: ignore[arg-type]
        return [each.number[0] if each.number else "" for each in blocks]

    return numbers


def test_levels_are_counted_each_under_the_one_above(printed: Callable[..., list[str]]) -> None:
    numbering = abstract(0, levels(*UN)) + num(1, 0)
    places = ("1/0", "1/1", "1/1", "1/2", "1/2", "1/1", "1/0", "1/1", "1/2", "1/3")
    assert printed(numbering, *map(p, places)) == [
        "1.", "(a)", "(b)", "(i)", "(ii)", "(c)", "2.", "(a)", "(i)", "2.a.i.1",
    ]  # fmt: skip


def test_the_level_of_a_list_is_the_blocks(word: Callable[..., bytes]) -> None:
    data = word(p("1/0") + p("1/2"), numbering=abstract(0, levels(*UN)) + num(1, 0))
    assert [each.level for each in from_docx(data, "a.docx").blocks] == [0, 2]


def test_lists_of_one_definition_count_on_in_each_other(printed: Callable[..., list[str]]) -> None:
    numbering = abstract(0, levels(*UN)) + num(1, 0) + num(2, 0) + num(3, 0, restart(0, 7))
    assert printed(numbering, *map(p, ("1/0", "2/0", "3/0", "3/0", "1/0"))) == [
        "1.", "2.", "7.", "8.", "9.",
    ]  # fmt: skip


def test_a_list_starts_anew_only_once(printed: Callable[..., list[str]]) -> None:
    numbering = abstract(0, levels(*UN)) + num(1, 0) + num(2, 0, restart(0, 1))
    places = ("1/0", "1/0", "2/0", "1/0", "2/0")
    assert printed(numbering, *map(p, places)) == ["1.", "2.", "1.", "2.", "3."]


def test_a_level_that_comes_again_starts_as_its_definition_says(
    printed: Callable[..., list[str]],
) -> None:
    numbering = abstract(0, levels(*UN)) + num(1, 0, restart(0, 4) + restart(1, 3))
    places = ("1/1", "1/0", "1/1", "1/1", "1/0", "1/1")
    forms = ("decimal %1.", "lowerLetter %1(%2)")
    assert printed(numbering, *map(p, places)) == ["(c)", "4.", "(a)", "(b)", "5.", "(a)"]
    numbering = abstract(0, levels(*forms)) + num(1, 0, restart(0, 4))
    assert printed(numbering, p("1/1"), p("1/0"), p("1/1")) == ["1(a)", "4.", "4(a)"]


def test_an_override_may_bring_a_level_of_its_own(printed: Callable[..., list[str]]) -> None:
    own = f'<w:lvlOverride w:ilvl="0">{levels("upperRoman Part %1")}</w:lvlOverride>'
    numbering = abstract(0, levels(*UN)) + num(1, 0, own)
    assert printed(numbering, p("1/0"), p("1/0")) == ["Part I", "Part II"]


def test_a_level_above_without_a_paragraph_shows_its_start(
    printed: Callable[..., list[str]],
) -> None:
    numbering = abstract(0, levels("decimal %1.", "decimal %1.%2")) + num(1, 0)
    assert printed(numbering, *map(p, ("1/1", "1/1", "1/0", "1/1"))) == ["1.1", "1.2", "1.", "1.1"]


@pytest.mark.parametrize(
    ("rule", "shown"),
    [
        ("", ["1.", "(a)", "(i)", "2.", "(a)", "(i)"]),
        ('<w:lvlRestart w:val="0"/>', ["1.", "(a)", "(i)", "2.", "(a)", "(ii)"]),
        ('<w:lvlRestart w:val="1"/>', ["1.", "(a)", "(i)", "2.", "(a)", "(i)"]),
    ],
)
def test_a_level_restarts_after_the_one_that_it_names(
    printed: Callable[..., list[str]], rule: str, shown: list[str]
) -> None:
    numbering = abstract(0, levels(*UN, more={2: rule})) + num(1, 0)
    assert printed(numbering, *map(p, ("1/0", "1/1", "1/2", "1/0", "1/1", "1/2"))) == shown


def test_a_level_may_restart_only_after_the_first(printed: Callable[..., list[str]]) -> None:
    numbering = abstract(0, levels(*UN, more={2: '<w:lvlRestart w:val="1"/>'})) + num(1, 0)
    places = ("1/0", "1/1", "1/2", "1/1", "1/2", "1/0", "1/2")
    assert printed(numbering, *map(p, places)) == ["1.", "(a)", "(i)", "(b)", "(ii)", "2.", "(i)"]


def test_legal_numbering_is_all_in_digits(printed: Callable[..., list[str]]) -> None:
    forms = ("upperRoman %1.", "lowerLetter %1.%2")
    numbering = abstract(0, levels(*forms, more={1: "<w:isLgl/>"})) + num(1, 0)
    assert printed(numbering, p("1/0"), p("1/1")) == ["I.", "1.1"]


def test_a_number_comes_through_the_style_and_what_it_is_based_on(
    printed: Callable[..., list[str]],
) -> None:
    styles = """
      <w:style w:type="paragraph" w:styleId="OP"><w:name w:val="OP"/><w:pPr><w:numPr>
        <w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="OP"/>
        </w:style>
      <w:style w:type="paragraph" w:styleId="Tight"><w:basedOn w:val="OP"/></w:style>
      <w:style w:type="paragraph" w:styleId="None"><w:basedOn w:val="OP"/><w:pPr><w:numPr>
        <w:numId w:val="0"/></w:numPr></w:pPr></w:style>"""
    pinned = {0: '<w:pStyle w:val="OP"/>', 1: '<w:pStyle w:val="Sub"/>'}
    numbering = abstract(0, levels(*UN, more=pinned)) + num(1, 0)
    body = [p("", style=style) for style in ("OP", "Sub", "Tight", "None")]
    body += [p("0", style="OP"), p("1/2", style="OP")]
    assert printed(numbering, *body, styles=styles) == ["1.", "(a)", "2.", "", "", "(i)"]


def test_a_list_may_be_a_link_to_a_numbering_style(printed: Callable[..., list[str]]) -> None:
    styles = """<w:style w:type="numbering" w:styleId="Legal"><w:pPr><w:numPr>
      <w:numId w:val="1"/></w:numPr></w:pPr></w:style>"""
    numbering = (
        abstract(0, f'<w:styleLink w:val="Legal"/>{levels("decimal Art. %1")}')
        + abstract(5, '<w:numStyleLink w:val="Legal"/>')
        + num(1, 0)
        + num(2, 5)
    )
    assert printed(numbering, p("2/0"), p("1/0"), styles=styles) == ["Art. 1", "Art. 2"]


def test_styles_and_links_that_go_in_circles_come_to_an_end(
    printed: Callable[..., list[str]],
) -> None:
    styles = """
      <w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>
      <w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>
      <w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>
      </w:pPr></w:style>"""
    numbering = abstract(0, '<w:numStyleLink w:val="L"/>') + num(1, 0)
    assert printed(numbering, p("1/0", style="A"), styles=styles) == [""]


def test_an_empty_paragraph_of_a_list_is_counted(printed: Callable[..., list[str]]) -> None:
    numbering = abstract(0, levels(*UN)) + num(1, 0)
    assert printed(numbering, p("1/0"), p("1/0", text=""), p("1/0")) == ["1.", "3."]


def test_an_unknown_list_gives_no_number(printed: Callable[..., list[str]]) -> None:
    assert printed("", p("9/0"), p("x/y")) == ["", ""]


def test_a_bullet_looks_as_its_font_draws_it(printed: Callable[..., list[str]]) -> None:
    font = '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>'
    numbering = abstract(0, levels("bullet \uf0b7", more={0: font})) + num(1, 0)
    assert printed(numbering, p("1/0"), p("1/0")) == ["\u2022", "\u2022"]


@pytest.mark.parametrize(
    ("place", "shown"),
    [("final", ["1.", "2."]), ("original", ["1.", "2."]), ("marked", ["1.", "2.", "3."])],
)
def test_a_changed_paragraph_is_counted_in_the_views_it_stands_in(
    printed: Callable[..., list[str]], place: str, shown: list[str]
) -> None:
    numbering = abstract(0, levels(*UN)) + num(1, 0)

    def changed(tag: str) -> str:
        return (
            f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>'
            f"<w:{tag}/></w:rPr></w:pPr><w:{tag}><w:r><w:t>x</w:t></w:r></w:{tag}></w:p>"
        )

    assert printed(numbering, changed("ins"), changed("del"), p("1/0"), view=place) == shown


def test_numbering_that_was_added_is_not_in_the_original(printed: Callable[..., list[str]]) -> None:
    numbering = abstract(0, levels(*UN)) + num(1, 0)
    former = "<w:pPrChange><w:pPr/></w:pPrChange>"
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>{}</w:numPr>'
    body = [
        f"<w:p><w:pPr>{listed.format('')}{former}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>",
        f"<w:p><w:pPr>{listed.format('<w:ins/>')}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>",
    ]
    assert printed(numbering, *body) == ["1.", "2."]
    assert printed(numbering, *body, view="original") == ["", ""]


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("decimal", {0: "0", 1: "1", 120: "120"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("lowerLetter", {0: "", 1: "a", 26: "z", 27: "aa", 53: "aaa", 10**9: "l" * 30}),
        ("upperLetter", {2: "B", 28: "BB"}),
        ("lowerRoman", {1: "i", 4: "iv", 9: "ix", 40: "xl", 1999: "mcmxcix", 10**9: str(10**9)}),
        ("upperRoman", {14: "XIV"}),
        ("ordinal", {1: "1st", 2: "2nd", 3: "3rd", 11: "11th", 22: "22nd", 113: "113th"}),
        ("cardinalText", {1: "One", 21: "Twenty-one", 40: "Forty"}),
        ("ordinalText", {1: "First", 12: "Twelfth", 20: "Twentieth", 42: "Forty-second"}),
        ("chicago", {1: "*", 2: "\u2020", 5: "**"}),
        ("none", {1: ""}),
        ("a format to come", {3: "3"}),
    ],
)
def test_a_count_is_printed_in_the_format_asked_for(form: str, numbers: dict[int, str]) -> None:
    assert {count: format_number(count, form) for count in numbers} == numbers


def test_symbol_fonts_are_translated() -> None:
    assert symbol("\uf062", "Symbol") == "\u03b2"
    assert symbol("\uf0fc", "Wingdings") == "\u2713"
    assert symbol("\u2013", "Times New Roman") == "\u2013"
    assert symbol("\uf099", "Wingdings 3") == "\ufffd"
    assert bullet("\uf099", "Wingdings 3") == "\u2022"
    assert bullet("o", "Courier New") == "o"
