"""No paragraph of a draft is lost: unknown verbs cut nothing off, what is left out is told."""

from __future__ import annotations

import pytest

from counterdraft.model import Block, Declared, Document, Resolution, Role, Span
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

HEAD = (
    "The General Assembly,",
    "Recalling its rules on lanterns,",
    "Concerned at the darkness in the Republic of Orlavia,",
)
REPORT = "Requests the Secretary-General to report on lamps at its next session;"
LAST = "Decides to remain seized of the matter."


def read(*lines: str) -> Resolution:
    """The one draft in these paragraphs."""
    (found,) = parse(from_text("\n\n".join(lines).encode(), "draft.txt"))
    return found


def texts(draft: Resolution, part: str = "operative") -> list[str]:
    return [each.text for each in draft.paragraphs if each.part == part]


def told(draft: Resolution, code: str) -> list[str]:
    return [each.message for each in draft.problems if each.code == code]


@pytest.mark.parametrize(
    "verb",
    [
        "Imposes",
        "Bans",
        "Also suspends",
        "Entrusts",
        "Hereby revokes",
        "Prolongs",
        "Immediately ends",
    ],
)
@pytest.mark.parametrize("at", [0, 1, 2])
def test_an_unknown_verb_cuts_no_draft_without_numbers(verb: str, at: int) -> None:
    acts = ["Demands that all lamps be lit;", REPORT, LAST]
    acts.insert(at, f"{verb} the sale of dark glass in the towns named below;")
    draft = read(*HEAD, *acts)
    assert texts(draft) == acts
    assert told(draft, "no-verb") in ([], [f"op{at + 1} opens with no verb that is known"])
    assert not told(draft, "cut-off")


def test_a_last_act_with_an_unknown_verb_is_the_drafts() -> None:
    acts = [REPORT, "Dispatches three lamplighters to the capital."]
    assert texts(read(*HEAD, *acts)) == acts


def test_an_act_with_an_unknown_verb_is_found_between_full_stops() -> None:
    acts = ["Demands more light.", "Freezes the price of oil.", "Calls upon all States to help."]
    assert texts(read(*HEAD, *acts)) == acts


def test_a_sentence_behind_a_draft_is_not_its_last_paragraph() -> None:
    said = "Comments are welcome until Friday."
    assert texts(read(*HEAD, REPORT, LAST, said, "Thanks to all.")) == [REPORT, LAST]


def test_clauses_of_the_preamble_with_unknown_verbs_are_kept() -> None:
    preamble = [
        "Grieving with the lamplighters;", "Mourning the lamps;", "Recalling its rules;",
        "Weeping over the glass;",
    ]  # fmt: skip
    draft = read(HEAD[0], *preamble[2:3], *preamble[:2], preamble[3], REPORT, LAST)
    assert texts(draft, "preambular") == [preamble[2], *preamble[:2], preamble[3]]
    assert texts(draft) == [REPORT, LAST]


def test_the_first_clause_may_open_with_an_unknown_verb() -> None:
    draft = read(HEAD[0], "Meeting by candlelight,", HEAD[1], REPORT, LAST)
    assert texts(draft, "preambular")[0] == "Meeting by candlelight,"


def test_an_act_under_a_list_of_small_letters_is_none_of_its_points() -> None:
    draft = read(*HEAD, "Urges all towns to:", "buy lamps;", "Bans dark glass;", REPORT, LAST)
    ids = {each.text: each.id for each in draft.paragraphs}
    assert ids["Bans dark glass;"] == "op2"


def test_remarks_put_into_a_draft_end_it_nowhere_and_are_told() -> None:
    acts = ["Demands that all lamps be lit;", "Warns the owners of dark glass;", REPORT, LAST]
    draft = read(*HEAD, acts[0], "[We would prefer another verb.]", *acts[1:])
    assert texts(draft) == acts
    assert told(draft, "passed-over") == [
        "behind op1 stands what was not taken for the draft's: “[We would prefer another verb.]”"
    ]


def test_a_number_out_of_sequence_stands_between_two_paragraphs() -> None:
    acts = ("1. Welcomes lamps;", "2. Urges towns to buy lamps;", "2. Asks for oil;")
    draft = read(*HEAD, *acts, "7. Notes the glass;", f"8. {LAST}")
    assert [each.number for each in draft.paragraphs if each.part == "operative"] == [
        "1", "2", "2", "7", "8",
    ]  # fmt: skip


def test_what_stands_behind_a_draft_that_breaks_off_is_quoted() -> None:
    draft = read(*HEAD, "1. Welcomes lamps;", "And so on, as in the other paper")
    assert told(draft, "cut-off") == [
        "op1 ends with “;”, as if the text went on behind it; behind it stands “And so on, as in "
        "the other paper”"
    ]


WRAPPED = """\
The General Assembly,

Recalling the report on lanterns which the Secretary-General sent to the General
Assembly,

Noting that the lamps of the towns were counted by the secretariat, by the
United Nations lamplighters and by the owners of glass,

Having heard the views that members of the Council and of the Economic and
Social Council,
before the session began, set out on lamps,

1. Welcomes lamps.
"""


def test_the_name_of_an_organ_at_the_end_of_a_sentence_begins_no_draft() -> None:
    (draft,) = parse(from_text(WRAPPED.encode(), "draft.txt"))
    assert [text.split()[0] for text in texts(draft, "preambular")] == [
        "Recalling", "Noting", "Having",
    ]  # fmt: skip
    assert texts(draft) == ["Welcomes lamps."]
    assert texts(draft, "preambular")[0].endswith("the General Assembly,")


def test_a_preamble_may_open_with_clauses_that_have_no_verb() -> None:
    preamble = [
        "Pursuant to its resolution 5/1,", "In light of the report on lamps,",
        "On the advice of the lamplighters,", "At the request of the towns,",
    ]  # fmt: skip
    draft = read(HEAD[0], *preamble, "Broadens the search for lamps;", REPORT, LAST)
    assert texts(draft, "preambular") == preamble
    assert draft.organ == "General Assembly"


def test_an_act_without_a_mark_ends_a_list_of_marked_points() -> None:
    draft = read(*HEAD, "Urges towns to act by:", "• Lamps,", "• Oil;", "Funds the lamps;", LAST)
    assert [each.id for each in draft.paragraphs][-4:] == ["op1.1", "op1.2", "op2", "op3"]


def test_a_line_that_only_leads_over_is_no_paragraph() -> None:
    draft = read(*HEAD, "Therefore,", "Resolves to buy lamps;", LAST)
    assert [each.id for each in draft.paragraphs] == ["pp1", "pp2", "op1", "op2"]


def test_a_number_that_markup_left_in_the_words_is_the_paragraphs() -> None:
    words = ("The General Assembly,", "Urges towns to act;", "26 Condemns dark glass;")
    roles: tuple[Role, ...] = ("formula", "operative", "operative")
    ends = [len("\n".join(words[: i + 1])) for i in range(3)]
    blocks = tuple(
        Block(Span(end - len(each), end), role=role, number=("25.",) if i == 1 else ())
        for i, (each, role, end) in enumerate(zip(words, roles, ends, strict=True))
    )
    document = Document(
        source="x", media_type="x", text="\n".join(words), blocks=blocks,
        declared=(Declared(first=0, last=3),),
    )  # fmt: skip
    (draft,) = parse(document)
    assert [(each.number, each.text) for each in draft.paragraphs] == [
        ("25.", words[1]), ("26", "Condemns dark glass;"),
    ]  # fmt: skip
