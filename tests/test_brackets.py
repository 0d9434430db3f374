"""What stands in square brackets in a text under negotiation is not told as agreed."""

from __future__ import annotations

import pytest

from counterdraft.brief.brief import brief
from counterdraft.brief.to_markdown import to_markdown
from counterdraft.draft.brackets import bracketing, leaves_out
from counterdraft.draft.choices import as_quoted, choices
from counterdraft.model import Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

DRAFT = """The General Assembly,

PP1 Recalling the lamps,

OP1 Calls upon all States to light the [lamps] [lanterns];

OP1bis [Orlavia: Urges Ghana to count them by 30 June 2030;]

OP2 Requests the Secretary-General to report on “lamps [and wicks]”;

OP2alt Decides to end the work of the Lamp Board;

OP3 [Decides to convene a meeting;]
"""


def read(text: str) -> Resolution:
    (resolution,) = parse(from_text(text.encode(), "draft.txt"))
    return resolution


@pytest.mark.parametrize(
    ("paragraph", "how"),
    [
        ("pp1", None), ("op1", "part"), ("op1bis", "whole"), ("op2", None),
        ("op2alt", "alternative"), ("op3", "whole"),
    ],
)  # fmt: skip
def test_how_far_a_paragraph_stands_in_brackets(paragraph: str, how: str | None) -> None:
    found = next(each for each in read(DRAFT).paragraphs if each.id == paragraph)
    assert bracketing(found) == how


def test_the_paragraphs_are_named_in_one_problem() -> None:
    (told,) = (each.message for each in read(DRAFT).problems if each.code == "bracketed")
    assert told == (
        "OP1bis and OP3 stand in square brackets, OP1 stands in square brackets in part and "
        "OP2alt is an alternative: what stands there may not be agreed"
    )


def test_a_text_without_brackets_has_no_such_problem() -> None:
    plain = read("The General Assembly,\n\n1. Urges all to light “[the] lamps”.")
    assert not [each for each in plain.problems if each.code == "bracketed"]


def test_a_brief_says_it_first_and_beside_what_is_asked_and_done() -> None:
    document = from_text(DRAFT.encode(), "draft.txt")
    text = to_markdown(brief(document, parse(document)))
    assert "OP2alt is an alternative: what stands there may not be agreed." in text
    assert "| to count them by 30 June 2030 | by 30 June 2030 |" in text
    assert "[OP1bis](#op1bis)<br>*in square brackets*" in text
    assert "*one of several alternatives*" in text
    assert "“decides to convene a meeting”" in text


PROPOSED = """The General Assembly,

[JPN: Recalling] [EU: Reaffirming] the lamps,

1. [EU, US: [Chad: Urges] Calls upon] all States to light them;

2. Decides to proclaim the theme “[JPN: Lamps] for all”;

3. Notes the report entitled “Lamps [and wicks]”.
"""


def test_a_proposer_in_a_bracket_hides_no_verb_and_counts_within_quoted_words() -> None:
    draft = read(PROPOSED)
    found = {each.id: (each.phrase, bracketing(each)) for each in draft.paragraphs}
    assert found == {
        "pp1": ("Recalling", "part"),
        "op1": ("Urges", "part"),
        "op2": ("Decides", "part"),
        "op3": ("Notes", None),
    }


def test_the_text_of_a_brief_has_the_bracket_that_opens_before_a_number() -> None:
    document = from_text(
        b"The General Assembly,\n\n[1. Decides to meet;]\n\n2. Invites all.", "a.txt"
    )
    text = to_markdown(brief(document, parse(document)))
    assert "**\\[OP1** *Decides* to meet;\\]" in text
    assert "**OP2** *Invites*" in text


QUOTED = """The General Assembly,

1. Requests the Secretary-General … to count the lamps;

2. Calls upon all States to light [the] lamps [...] by 30 June 2030;

3. Invites [a]ll to see to it that no lamp are [sic] left out;

4. Recalls its resolution 80/… of … December 2025, and decides to meet at its … session.
"""


def test_what_a_quoter_puts_in_brackets_is_no_negotiation_and_what_is_left_out_is_said() -> None:
    draft = read(QUOTED)
    assert [bracketing(each) for each in draft.paragraphs] == [None, "part", None, None]
    assert draft.lacking == ("words were left out of OP1 and OP2 by whoever quotes it (“…”)",)


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("a report [ ... ];", "[ ... ]"), ("lamps [Footnote omitted] and", "[Footnote omitted]"),
        ("States... to report", "..."), ("a . . . b", ". . ."), ("seventy-[…] session", ""),
        ("the sum of [...] dollars", ""), ("lamps ........ 5", ""), ("under “lamps … for all”", ""),
    ],
)  # fmt: skip
def test_a_blank_and_a_quotation_within_the_text_are_no_omissions(words: str, mark: str) -> None:
    (paragraph,) = read(f"The General Assembly,\n\n1. Notes {words}").paragraphs
    assert leaves_out(paragraph) == mark


def test_a_brief_of_an_excerpt_says_so_first() -> None:
    document = from_text(QUOTED.encode(), "draft.txt")
    text = to_markdown(brief(document, parse(document)))
    first = text.split("## 1. ", 1)[1].split("\n- ", 2)[1]
    assert "words were left out of OP1 and OP2 by whoever quotes it (“…”)" in first
    assert "a part of it may be missing" not in first


OPEN = """The General Assembly,

PP1 Recalling the lamps, [agreed ad ref]

OP1 [Urges] [Calls upon] States to [light] [keep lit] all lamps [by 2030];

OP2 Requests the Secretary-General to [count the lamps] [report on them]; [EU, JP: delete]

OP3 [Notes] the lamps.
"""


def test_that_a_paragraph_is_agreed_is_no_bracket_of_it() -> None:
    assert [bracketing(each) for each in read(OPEN).paragraphs] == [None, "part", "part", "part"]


def test_the_alternatives_of_a_verb_are_shown_as_such() -> None:
    found = [choices(each) for each in read(OPEN).paragraphs]
    assert [each and (each.printed, each.number) for each in found] == [
        None, ("[Urges] [Calls upon]", 2), None, None,
    ]  # fmt: skip


def test_whom_open_verbs_ask_and_what_is_open_in_it_is_found() -> None:
    asked = [each for p in read(OPEN).paragraphs for each in p.addressees]
    assert [each.text for each in asked] == ["States", "the Secretary-General"]
    assert asked[0].deadline == "by 2030"


def test_a_brief_quotes_brackets_in_pairs_and_no_remarks() -> None:
    document = from_text(OPEN.encode(), "draft.txt")
    text = to_markdown(brief(document, parse(document))).replace("\\", "")
    head, _, asks = text.partition("## 2.")
    assert "“[urges] [Calls upon] States to [light] [keep lit] all lamps [by 2030]”" in head
    assert "“requests the Secretary-General to [count the lamps] [report on them]”" in head
    assert "| [Urges] [Calls upon]<br>*one of 2 verbs: which is open* |" in asks


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("to light lamps", "to light lamps"),
        ("] [all] States", "[all] States"),
        ("urges] States [by 2030", "[urges] States [by 2030]"),
        ("lamps [EU: delete] and wicks [US, JP: retain]", "lamps and wicks"),
        ("lamps [EU: delete the wicks]", "lamps [EU: delete the wicks]"),
    ],
)
def test_words_are_quoted_with_brackets_in_pairs(words: str, quoted: str) -> None:
    assert as_quoted(words) == quoted


@pytest.mark.parametrize(
    ("words", "who", "what"),
    [
        ("[all] States [, in particular Fiji,] to act", ["[all] States", "Fiji"], "to act"),
        ("[all States] [Member States] to act", ["all States", "Member States"], "to act"),
        ("States [and donors] to [light] [keep] it", ["States", "donors"], "to [light] [keep] it"),
        ("the Secretary-General [to go] [to act]", ["the Secretary-General"], "[to go] [to act]"),
        ("the [Fund] to act [by 1 May 2027]", ["the [Fund]"], "to act [by 1 May 2027]"),
    ],
)
def test_who_is_asked_is_read_past_brackets(words: str, who: list[str], what: str) -> None:
    text = f"The General Assembly,\n\n1. Requests {words};\n\n2. Notes it."
    document = from_text(text.encode(), "x")
    (resolution,) = parse(document)
    found = resolution.paragraphs[0].addressees
    assert [each.text for each in found] == who
    assert {each.action.of(document.text) for each in found if each.action} == {what}
    assert all(each.text == each.span.of(document.text) for each in found)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Urges States to act [and invites donors to pay by 1 May 2027]",
            [("States", "to act"), ("donors", "to pay by 1 May 2027")],
        ),
        (
            "Urges States to act[, and calls upon donors to pay]",
            [("States", "to act"), ("donors", "to pay")],
        ),
        (
            "Decides to act [and requests the Secretary-General to report]",
            [("", "to act"), ("the Secretary-General", "to report")],
        ),
        (
            "Calls upon States [and invites donors] to pay",
            [("States", "to pay"), ("donors", "to pay")],
        ),
        ("Urges [Requests] States to pay", [("States", "to pay")]),
        ("Urges [United Nations entities] to pay", [("United Nations entities", "to pay")]),
        ("[Urges States to pay;]", [("States", "to pay")]),
    ],
)
def test_what_a_bracket_joins_is_a_request_of_its_own(
    words: str, told: list[tuple[str, str]]
) -> None:
    document = from_text(f"The General Assembly,\n\n1. {words};\n\n2. Notes it.".encode(), "x")
    (resolution,) = parse(document)
    found = resolution.paragraphs[0].addressees
    assert [(e.text, e.action.of(document.text) if e.action else "") for e in found] == told


SPLIT = """The General Assembly,

1. Urges States to pay[, and calls upon donors to pay more by 1 May 2027];

2. Requests [the Secretary-General] [the High Commissioner] to report;

3. Urges [Requests] States to light lamps;

4. Decides to act on the lamps [and invites donors to count them];
"""


def test_a_brief_tells_names_acts_and_quotations_without_half_a_bracket() -> None:
    document = from_text(SPLIT.encode(), "draft.txt")
    text = to_markdown(brief(document, parse(document))).replace("\\", "")
    asks = text.partition("## 2.")[2].partition("## 3.")[0]
    assert "| States | Urges | to pay |" in asks
    assert "| the Secretary-General | Requests | to report |" in asks
    assert "| the High Commissioner | Requests | to report |" in asks
    assert "| States | Urges [Requests]<br>*one of 2 verbs: which is open* | to light" in asks
    assert "“decides to act on the lamps”" in text
    assert "| calls upon donors to pay more by 1 May 2027 |" in text
