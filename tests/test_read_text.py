"""Plain text and Markdown → Document: blocks, notes, markup, and the way back to the source."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counterdraft.model import Document
from counterdraft.parse.parse import parse
from counterdraft.read.decode import decode
from counterdraft.read.from_text import from_text

PIECES = (
    *("Recalling its", "resolution 60/251", "non-", "inter-", "Secretary-", "1. Decides", "(a) to"),
    *(
        "The General Assembly,",
        "______",
        "1 See A/HRC/25/63.",
        "2 Ibid.",
        "note.1",
        "end,2",
        "12/34",
    ),
    *(
        "> ",
        ">> ",
        "# ",
        "*a* ",
        "**b**",
        "_c_",
        "`d`",
        "[e](http://f)",
        "\\*",
        "x\u00ad",
        "²",
        "³",
    ),
    *("\x00", "\ufeff", "\u202e", "\u2028", "\u3000", "é", "😀", "-", "- a", "* ", "-----", "\t"),
)
GAPS = ("\n", "\n", "\n\n", " ", "", "\r\n", "    ", "\n> ", "\u00ad\n")
texts = st.lists(st.tuples(st.sampled_from(PIECES) | st.text(), st.sampled_from(GAPS))).map(
    lambda parts: "x" + "".join(piece + gap for piece, gap in parts)
)


def text(words: str) -> Document:
    return from_text(words.encode(), "x")


def markdown(words: str) -> Document:
    return from_text(words.encode(), "x", markdown=True)


def blocks(document: Document) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks]


def italics(document: Document) -> list[str]:
    return [span.of(document.text) for block in document.blocks for span in block.italics]


# Properties


@given(texts, st.booleans())
def test_property_each_character_leads_back_to_itself(words: str, is_markdown: bool) -> None:
    data = words.encode("utf-8-sig")
    document = from_text(data, "x", markdown=is_markdown)
    source = decode(data, "x").text
    shown = [(i, c) for i, c in enumerate(document.text) if not c.isspace()]
    assert [source[document.offsets.to_raw(i)] for i, _ in shown] == [c for _, c in shown]


@given(texts, st.booleans())
def test_property_blocks_are_the_lines_of_the_text(words: str, is_markdown: bool) -> None:
    document = from_text(words.encode("utf-8-sig"), "x", markdown=is_markdown)
    assert [line for line in document.text.split("\n") if line] == blocks(document)


@given(texts, st.booleans())
@example(words="Noting this,[^1] and *that* here,\n\n[^1]: See A/80/77.\n", is_markdown=True)
def test_property_notes_and_italics_lie_in_the_text(words: str, is_markdown: bool) -> None:
    document = from_text(words.encode("utf-8-sig"), "x", markdown=is_markdown)
    assert all(0 <= note.anchor <= len(document.text) for note in document.notes)
    assert all(b.span.holds(span) for b in document.blocks for span in b.italics)


# Blocks


def test_wrapped_lines_are_joined() -> None:
    wrapped = (
        "Recalling its resolution 60/251 of 15 March\n2006, by which it established the Council,"
    )
    assert blocks(text(wrapped)) == [wrapped.replace("\n", " ")]


@pytest.mark.parametrize(
    ("wrapped", "joined"),
    [
        ("Noting the estab-\nlishment of the Council,", "Noting the establishment of the Council,"),
        ("Noting the non-\nproliferation of arms,", "Noting the non-proliferation of arms,"),
        ("Noting the Secretary-\nGeneral's report,", "Noting the Secretary-General's report,"),
        (
            "Noting the estab\u00ad\nlishment of the Council,",
            "Noting the establishment of the Council,",
        ),
        ("Noting the esta\u00adblishment,", "Noting the establishment,"),
    ],
)
def test_a_word_divided_at_the_end_of_a_line_is_joined(wrapped: str, joined: str) -> None:
    assert blocks(text(wrapped)) == [joined]


def test_a_blank_line_divides_paragraphs() -> None:
    assert blocks(text("Recalling this,\n\nNoting that,")) == ["Recalling this,", "Noting that,"]


def test_a_clause_begins_a_paragraph_without_a_blank_line() -> None:
    lines = ["The General Assembly,", "Recalling this,", "1. Decides so;", "2. Asks for it."]
    assert blocks(text("\n".join(lines))) == lines


def test_a_marker_on_a_line_of_its_own_joins_its_paragraph() -> None:
    assert blocks(text("1.\n\nDecides so;\n\n(a)\n\nAnd so;")) == ["1. Decides so;", "(a) And so;"]


def test_blocks_know_their_lines() -> None:
    document = text("\n\nRecalling this,\n\n\nNoting that,\n")
    assert [block.line for block in document.blocks] == [3, 6]


def test_marks_of_quotation_are_counted_and_left_out() -> None:
    document = text("Mine\n\n> Recalling this,\n>\n> > Noting that,\n")
    assert blocks(document) == ["Mine", "Recalling this,", "Noting that,"]
    assert [block.quoted for block in document.blocks] == [0, 1, 2]


@pytest.mark.parametrize(
    "furniture", ["2/7", "24-12345", "24-12345 (E)", "Page 3 of 7", "- 4 -", "Please recycle"]
)
def test_what_came_along_from_a_page_is_left_out(furniture: str) -> None:
    document = text(f"Recalling its resolution of\n\n{furniture}\n\n15 March 2006 on this,\n")
    assert blocks(document) == ["Recalling its resolution of 15 March 2006 on this,"]


def test_a_running_head_is_left_out_from_its_second_time_on() -> None:
    document = text("A/C.3/81/L.23\n\nRecalling this,\n\nA/C.3/81/L.23\n\nNoting that,\n")
    assert blocks(document) == ["A/C.3/81/L.23", "Recalling this,", "Noting that,"]


# Notes


def test_notes_at_the_foot_stand_apart_with_their_places() -> None:
    document = text(
        "Recalling the report,1 and noting its conclusions,2\n\n_______\n\n"
        "1 A/HRC/25/63.\n2 Ibid., para. 3,\nand the annex.\n"
    )
    assert blocks(document) == ["Recalling the report, and noting its conclusions,"]
    assert [(n.marker, document.text[: n.anchor], n.text) for n in document.notes] == [
        ("1", "Recalling the report,", "A/HRC/25/63."),
        ("2", document.text, "Ibid., para. 3, and the annex."),
    ]


def test_a_superscript_calls_a_note() -> None:
    document = text("Recalling the report,² and more,\n\n_______\n² A/HRC/25/63.\n")
    assert document.text == "Recalling the report, and more,"
    assert [(note.marker, note.anchor) for note in document.notes] == [("2", 21)]


RAISED = [("1", "Recalling its rules,", "Resolution 77/250."),
          ("2", "Noting the fair,", "A/81/90, and what is said there of lamps.")]  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        "Recalling its rules,¹\n\nNoting the fair,²\n\n¹ Resolution 77/250.\n"
        "² A/81/90, and what\nis said there of lamps.\n",
        "Recalling its rules,¹\n\nNoting the fair,²\n\n¹Resolution 77/250.\n\n"
        "²A/81/90, and what is said there of lamps.\n",
        "Recalling its rules,¹\n¹ Resolution 77/250.\nNoting the fair,²\n"
        "² A/81/90, and what is said there of lamps.",
    ],
    ids=["at the end", "without blanks", "within"],
)
def test_notes_with_raised_figures_need_no_rule_above_them(content: str) -> None:
    document = text(content)
    assert blocks(document) == [words for _, words, _ in RAISED]
    called = [(n.marker, document.text[: n.anchor].split("\n")[-1], n.text) for n in document.notes]
    assert called == RAISED
    assert document.problems == ()


def test_a_raised_figure_that_nothing_called_begins_no_note() -> None:
    document = text("Recalling its rules,¹\n\n² Decides to meet.\n\n¹ See A/81/90.\n\n1. Meets.")
    assert blocks(document) == ["Recalling its rules,", "Decides to meet.", "1. Meets."]
    (problem,) = document.problems
    assert problem.message.startswith("note 2 is called, and in no line")


def test_calls_of_notes_that_the_file_does_not_have_are_told() -> None:
    document = text("Recalling its rules,¹ and the fair,²\n\nNoting more,¹\n\n3. Meets.³\n")
    assert document.text == "Recalling its rules, and the fair,\nNoting more,\n3. Meets."
    (problem,) = document.problems
    assert problem.code == "note-lost"
    assert problem.message.startswith("notes 1, 2 and 3 are called, and in no line")


def test_the_power_of_a_unit_calls_no_note() -> None:
    document = text("Noting that 20 km² and 300 m³ are dark,\n")
    assert blocks(document) == ["Noting that 20 km² and 300 m³ are dark,"]
    assert document.problems == ()


def test_digits_that_call_no_note_are_kept() -> None:
    document = text("Recalling resolution 60/2,\n\n_______\n\n2 See A/HRC/25/63.\n")
    assert document.text == "Recalling resolution 60/2,"


def test_the_number_of_a_revision_calls_no_note() -> None:
    document = text("A/C.3/81/L.23/Rev.1\n\nRecalling the report,1\n\n_______\n\n1 A/HRC/25/63.\n")
    assert document.text == "A/C.3/81/L.23/Rev.1\nRecalling the report,"


# Markdown


def test_markup_goes_and_its_words_stay() -> None:
    document = markdown('**Recalling** the [report](http://a.b/c_(d) "t") of `2014` \\*as such\\*,')
    assert document.text == "Recalling the report of 2014 *as such*,"


def test_emphasis_is_kept_as_italics() -> None:
    document = markdown("*Recalling also* its resolution, and __noting__ this,")
    assert italics(document) == ["Recalling also", "noting"]


def test_a_phrase_between_underscores_in_plain_text_is_italics() -> None:
    document = text("_Recalling_ its resolution,")
    assert (document.text, italics(document)) == ("Recalling its resolution,", ["Recalling"])


def test_a_heading_has_its_role() -> None:
    document = markdown("## Follow-up ##\n\nRecalling this,")
    assert [(b.role, b.span.of(document.text)) for b in document.blocks] == [
        ("heading", "Follow-up"),
        (None, "Recalling this,"),
    ]


def test_a_rule_of_markdown_is_no_block() -> None:
    assert blocks(markdown("Recalling this,\n\n---\n\nNoting that,")) == [
        "Recalling this,",
        "Noting that,",
    ]


@pytest.mark.parametrize("words", ["2 * 3 * 4 is 24", "snake_case_names", "a * b", "**"])
def test_stars_and_underscores_that_are_no_markup_stay(words: str) -> None:
    assert text(words).text == words


def test_markdown_footnotes_are_notes() -> None:
    words = "Noting this,[^1] and *that*,[^b] and [^9] here,\n\n"
    text = words + "[^1]: See *A/80/77*.\n[^b]: [Ibid.](x)\n"
    document = from_text(text.encode(), "x.md", markdown=True)
    assert document.text == "Noting this, and that, and [^9] here,"
    assert [(n.marker, n.anchor, n.text) for n in document.notes] == [
        *(("1", 12, "See A/80/77."), ("b", 22, "Ibid."))
    ]


def test_escaped_markup_of_markdown_is_words() -> None:
    text = r"Noting \<b\> \[y\](z) \*a\* \`c\` \& \| it,"
    document = from_text(text.encode(), "x.md", markdown=True)
    assert document.text == "Noting <b> [y](z) *a* `c` & | it,"


def test_figures_are_no_calls_where_calls_are_raised() -> None:
    words = "Noting decision C-25/Dec.9 and 10\u2076 lamps,\u00b9\n\n"
    text = words + "_____\n\u00b9 See it.\n9 See that.\n"
    document = from_text(text.encode(), "x")
    assert document.text == "Noting decision C-25/Dec.9 and 10\u2076 lamps,"
    assert [note.marker for note in document.notes] == ["1"]


PAGES = """United Nations    A/81/L.3

Lamps and the keeping of peace

The General Assembly,

Recalling that lamps are lit in every harbour of the region, and that those who keep

24-12345    1/3

A/81/L.3    Lamps and the keeping of peace in harbours and along the coasts of all the
oceans

them are many,

1. Urges States to light lamps;

2. Requests the Secretary-General to count the lamps of the harbours and to report on

2/3    24-12345

Lamps and the keeping of peace in harbours and along the coasts of all the    A/81/L.3

them every year.
"""


def test_a_running_head_with_a_title_is_none_of_the_paragraph_that_it_cuts() -> None:
    (draft,) = parse(from_text(PAGES.encode(), "x"))
    assert draft.paragraphs[0].text.endswith("and that those who keep them are many,")
    assert draft.paragraphs[-1].text.endswith("to report on them every year.")
    assert not any("A/81/L.3" in each.text for each in draft.paragraphs)
    assert draft.symbol == "A/81/L.3"


def test_a_running_head_that_comes_again_takes_all_the_lines_that_are_the_same() -> None:
    head = "A/80/L.3    Lamps, oil and wicks, and whatever else belongs to them\n"
    head += "in harbours and on rivers\nand on lakes,\nof whatever\nsize and depth\n"
    page = "1. Requests States to light the lamps of their\n\n2/4\n\n{}\nharbours;\n"
    words = page.format(head) + "\n2. Urges them to buy oil for\n\n3/4\n\n" + head + "\nthe lamps."
    assert blocks(text(words)) == [
        "1. Requests States to light the lamps of their harbours;",
        "2. Urges them to buy oil for the lamps.",
    ]


def test_a_running_head_may_have_its_year_behind_a_blank() -> None:
    words = (
        "S/RES/2030 (2031)\n\n1. Requests lamps for\n\n2/4\n\nS/RES/2030 (2031)\n\nits harbours;"
    )
    assert blocks(text(words)) == ["S/RES/2030 (2031)", "1. Requests lamps for its harbours;"]


@pytest.mark.parametrize(
    "words",
    [
        "1. Recalls the rules on lamps that stand in article 10\n(c) of its regulations on oil;",
        "1. Stresses how far the world still is from the target\n(g) of the framework on lamps;",
        "1. Supports harbours in three ways: (a) the lamp fund;\n(b) the oil fund; and (c) wicks;",
        "1. Notes with concern that the share of oil has grown 1.5\n\n2/3\n\nper cent in a year;",
        "1. Recalls the decision of the Committee that is entitled\n“Welcoming lamps in ports”;",
        "1. Welcomes the work of those who have been entrusted the\nCommittee: a lamp and oil;",
    ],
)
def test_a_line_that_goes_on_is_joined_to_the_next(words: str) -> None:
    assert len(blocks(text(words))) == 1


def test_letters_at_the_heads_of_lines_are_points_where_none_stands_within() -> None:
    words = "1. Asks States\nto act as follows, and soon:\n(a) to light lamps;\n(b) to buy oil;"
    assert blocks(text(words))[1:] == ["(a) to light lamps;", "(b) to buy oil;"]


def test_a_dash_in_the_midst_of_a_sentence_opens_no_point_and_a_hyphen_may_hang() -> None:
    wrapped = (
        "Reaffirming that lamps are lit and that light is needed in its three dimensions\n"
        "\u2013 economic, social and other \u2013 in a balanced manner and with gender-\n"
        "and age-sensitive care,\n\nPoints:\n\n- one lamp\n- two lamps\n"
    )
    found = from_text(wrapped.encode(), "x")
    said = [found.text[each.span.start : each.span.end] for each in found.blocks]
    assert said == [
        "Reaffirming that lamps are lit and that light is needed in its three dimensions "
        "\u2013 economic, social and other \u2013 in a balanced manner and with gender- and "
        "age-sensitive care,",
        "Points:", "- one lamp", "- two lamps",
    ]  # fmt: skip


def test_the_rows_of_a_markdown_table_are_read_cell_by_cell() -> None:
    text = "| No. | Text |\n|---|:--|\n| OP1 | Urges towns to act; |\n| (a) | a \\| b |\n\na | b\n"
    document = from_text(text.encode(), "draft.md", markdown=True)
    words = [each.span.of(document.text) for each in document.blocks]
    assert words == ["No.", "Text", "OP1 Urges towns to act;", "(a) a | b", "a | b"]


COPIED = """1. Recalls the rules on lamps and on the oil that is burnt in them, 1
 and asks all harbours of the sea and of the lakes to keep them, the Lamp
Board among them, on the occasion of the framework for the years 2015\u201320302
and thereafter;
2. Notes the price of oil, which has grown by a share of five since March
2022,
3
and urges the keepers to save it wherever they can;
__________________
1 See A/1.
2 See A/2.
3 See A/3.
"""


def test_lines_that_were_broken_where_notes_are_called_go_on() -> None:
    document = text(COPIED)
    found = blocks(document)
    assert len(found) == 2
    assert "burnt in them, and asks" in found[0]
    assert "the Lamp Board among them" in found[0]
    assert found[0].endswith("2015\u20132030 and thereafter;")
    assert "March 2022, and urges" in found[1]
    assert [note.marker for note in document.notes] == ["1", "2", "3"]


def test_a_few_long_lines_do_not_make_a_text_unwrapped() -> None:
    wrapped = "1. Requests the keepers of all harbours to light the lamps of the\nBoard;\n"
    long = "2. Requests the keepers to light lamps, " + "and lamps, " * 12 + "and\nmore;\n"
    found = blocks(text(wrapped * 12 + long + wrapped * 12))
    assert len(found) == 25
    assert all(each.endswith(";") for each in found)


def test_a_head_with_one_blank_beside_the_number_of_a_page_is_left_out() -> None:
    lines = ("General Assembly", "Distr.: Limited", "1 May 2026", "Original: English", "Lamps")
    head = "\n".join(("United Nations A/80/L.3", *lines, "1. Requests lamps for\n"))
    page = "Lamps and oil A/80/L.3\n25-16427 2/3\nits harbours, as in\nA/80/L.3;\n"
    assert blocks(text(head + page))[-1] == "1. Requests lamps for its harbours, as in A/80/L.3;"
