"""In what two texts differ most: what is sure, in the words of both, two differences at most."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from counterdraft.brief.case import make_case
from counterdraft.brief.head.differing import differences
from counterdraft.brief.head.head import head
from counterdraft.brief.known import Known
from counterdraft.compare.compare import compare
from counterdraft.model import Document, Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

RECALLS = "Recalls the lamps of the coast, and the towers that were lit there in the last winter;"
STAYS = "Decides to remain seized of the matter."


def read(*operative: str, source: str = "made.txt") -> tuple[Document, Resolution]:
    body = "\n\n".join(f"{n}. {each}" for n, each in enumerate((RECALLS, *operative, STAYS), 1))
    text = f"The Security Council,\n\nMindful of the light of Orlavia,\n\n{body}\n"
    document = from_text(text.encode(), source)
    (resolution,) = parse(document)
    return document, resolution


def told(ours: tuple[str, ...], theirs: tuple[str, ...]) -> list[str]:
    found = compare(read(*ours)[1], read(*theirs)[1], "rivals")
    return [each.said for each in differences(found)]


MANDATE = "of the Panel of Experts on lamps"
WATCH = "Decides to extend the watch over the harbour of Orlavia {};"


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        (
            f"Decides to extend until 31 May 2030 the mandate {MANDATE};",
            "Decides to dissolve at once the Panel of Experts on lamps;",
            [f"“decides to extend until 31 May 2030 the mandate {MANDATE}” here (OP2), “decides to "
             "dissolve at once the Panel of Experts on lamps” there (OP2)"],
        ),
        (
            WATCH.format("for a period of nine months"), WATCH.format("for a period of six months"),
            ["“for a period of nine months” here (OP2), “for a period of six months” there (OP2)"],
        ),
        (
            "Calls upon Orlavia to open its quays;",
            "Calls upon Orlavia to open its quays, and deplores unilateral sanctions on lamp oil;",
            ["the other alone speaks of “unilateral sanctions” (OP2)"],
        ),
        (
            "Requests Orlavia to open the quays of its harbours to the pilots, where appropriate;",
            "Requests Orlavia to open the quays of its harbours to the pilots;",
            ["“where appropriate” in this text (OP2), not in the other (OP2)"],
        ),
        (
            "Invites the World Bank to lend;", "Takes note of the loans;",
            ["this text alone asks the World Bank: “invites the World Bank to lend” (OP2)"],
        ),
        (
            "Demands that the gates be closed;", "Strongly condemns the burning of the lamps;",
            ["the other alone condemns something: “strongly condemns the burning of the lamps” "
             "(OP2)"],
        ),
        ("Deplores the dark of the quays;", "Condemns the burning of the lamps;", []),
        ("Expresses its outrage at the dark;", "Condemns the burning of the lamps;", []),
        (
            "Decides to convene a meeting on oil;",
            "Decides to consider the question again at its next session;",
            ["this text alone decides more than when to come back to the matter: “decides to "
             "convene a meeting on oil” (OP2)"],
        ),
        ("Decides to convene a meeting on oil;", "Approves the sale of the oil;", []),
        (
            "Calls upon France to open its quays to the pilots;",
            "Requests France to sell lamp oil to fishermen;",
            ["of France they ask “calls upon France to open its quays to the pilots” here (OP2), "
             "“requests France to sell lamp oil to fishermen” there (OP2)"],
        ),
        ("Calls upon France to open its quays;", "Urges France to open all its quays;", []),
        (
            "Welcomes the United Nations Assistance Mission in Orlavia;", "Notes the wicks;",
            ["this text alone speaks of “United Nations Assistance Mission in Orlavia” (OP2)"],
        ),
        ("Welcomes a joint support mechanism of fishermen;", "Notes the wicks;", []),
        ("Notes coercive measures that affect fishermen;", "Notes the wicks;", []),
        (
            "Welcomes the Commission of Inquiry on Orlavia;",
            "Recalls the request for an independent investigation Commission;", [],
        ),
        (
            "Welcomes the Joint Investigative Mechanism on Lamps;",
            "Notes what the United Nations Mission to Investigate the Use of Lamps found;", [],
        ),
        (
            "Welcomes the Union for the Sale of Oil-United Nations Joint Support Mission;",
            "Notes the wicks;",
            ["this text alone speaks of “Union for the Sale of Oil-United Nations Joint "
             "Support Mission” (OP2)"],
        ),
        (
            "Notes the Special Rapporteur on extrajudicial, summary or arbitrary sales;",
            "Notes the wicks;",
            ["this text alone speaks of “Special Rapporteur on extrajudicial, summary or "
             "arbitrary sales” (OP2)"],
        ),
        (
            "Calls upon Iran to open its quays to the pilots;",
            "Requests Iran to sell lamp oil to fishermen;",
            ["of Iran (Islamic Republic of) they ask “calls upon Iran to open its quays to the "
             "pilots” here (OP2), “requests Iran to sell lamp oil to fishermen” there (OP2)"],
        ),
        (
            "Calls upon China and France to sell oil;", "Takes note of the wicks;",
            ["this text alone asks China and France: “calls upon China and France to sell oil” "
             "(OP2)"],
        ),
        ("Calls upon China and France to sell oil;", "Takes note of the wicks of France;", []),
        (
            "Invites the World Bank and the Universal Postal Union to lend;", "Notes the wicks;",
            ["this text alone asks the World Bank and the Universal Postal Union: “invites the "
             "World Bank and the Universal Postal Union to lend” (OP2)"],
        ),
        (
            f"Calls upon {'the keepers of the harbour lamps, ' * 4}and France to open quays;",
            "Requests France to sell lamp oil to fishermen;", [],
        ),
        ("Invites the Committee to lend;", "Takes note of the loans;", []),
        ("Invites those States in a position to lend;", "Takes note of the loans;", []),
        ("Decides that France shall be a member;", "Decides that the oil is sold;", []),
        ("Invites the World Bank to lend;", "Takes note of the loans of the World Bank;", []),
        ("Invites all partners to lend;", "Takes note of the loans;", []),
        ("Takes note of the oil;", "Takes note of the wicks;", []),
    ],
)  # fmt: skip
def test_differences_are_told_in_the_words_of_both(ours: str, theirs: str, said: list[str]) -> None:
    assert told((ours,), (theirs,)) == said


def test_two_are_told_at_most_and_none_of_a_kind_twice() -> None:
    period = "for a period of {} months"
    one = (
        WATCH.format(period.format("nine")), "Deplores unilateral sanctions on oil;",
        "Invites the World Bank to lend;",
    )  # fmt: skip
    found = told(one, (WATCH.format(period.format("six")),))
    assert [each.split(" ")[0] for each in found] == ["“for", "this"]


def test_of_texts_that_share_next_to_nothing_no_difference_is_told() -> None:
    found = compare(read("Invites the World Bank to lend;")[1], read("Notes it;")[1], "rivals")
    assert differences(found)
    assert differences(replace(found, likeness=0.05))
    notes = ("Notes the oil;", "Notes the wicks;", "Notes the quays;")
    ours, theirs = (
        read(WATCH.format(f"for a period of {n} months"), *notes)[1] for n in ("nine", "six")
    )
    term = compare(ours, theirs, "rivals")
    keys = tuple(
        each.head.key for each in term.a.units if each.head.kind in {"preambular", "operative"}
    )
    assert differences(term)
    assert not differences(replace(term, likeness=0.05, only_a=keys[1:], only_b=keys[1:]))
    alone = tuple(
        each.head.key for each in found.a.units if each.head.kind in {"preambular", "operative"}
    )
    assert not differences(replace(found, likeness=0.05, only_a=alone, only_b=alone))


def test_the_head_says_it_beside_whatever_else_is_known() -> None:
    document, ours = read(WATCH.format("for a period of nine months"))
    _, theirs = read(WATCH.format("for a period of six months"))
    _, before = read("Deplores the dark;")
    known = Known(against=compare(ours, theirs, "rivals"), predecessor=compare(before, ours))
    said = [each.text for each in head(make_case(document, ours, "made.txt", known=known))]
    (beside,) = (each for each in said if each.startswith("Beside "))
    assert beside.endswith(
        "; they differ in this: “for a period of nine months” here (OP2), “for a period of six "
        "months” there (OP2)."
    )
