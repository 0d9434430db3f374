"""Typing errors in verbs and in the organ's name: told as questions, and never taken for verbs."""

from __future__ import annotations

import pytest

from counterdraft.brief.case import make_case
from counterdraft.brief.head.asks import asked
from counterdraft.model import Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text


def read(*operative: str, organ: str = "General Assembly") -> Resolution:
    numbered = "\n\n".join(f"{n}. {each}" for n, each in enumerate(operative, 1))
    text = f"The {organ},\n\nRecalling its rules,\n\n{numbered}\n"
    return parse(from_text(text.encode(), "x"))[0]


def unknown(resolution: Resolution) -> list[str]:
    return [each.message for each in resolution.problems if each.code == "no-verb"]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Reqests", "Requests"),
        ("Urge", "Urges"),
        ("Encuorages", "Encourages"),
        ("Also reqests", "Also requests"),
        ("Calls uppon", "Calls upon"),
    ],
)
def test_a_word_one_letter_from_a_verb_is_a_question(printed: str, meant: str) -> None:
    acts = ("Urges States to act;", "Notes the lamps;", f"{printed} States to light lamps.")
    resolution = read(*acts)
    (message,) = unknown(resolution)
    assert f"“{printed}” reads like “{meant}”" in message
    assert not resolution.paragraphs[-1].verbs


@pytest.mark.parametrize("opening", ["Lends", "Lights", "Calls", "Paints"])
def test_other_words_read_like_nothing(opening: str) -> None:
    resolution = read("Urges States to act;", f"{opening} the lamps of all States.")
    assert "reads like" not in " ".join(unknown(resolution))


def test_a_misspelt_organ_is_told() -> None:
    told = read("Urges States to act.", organ="General Asembly").problems
    assert [each.code for each in told] == ["misspelt-organ"]
    assert "“General Assembly”" in told[0].message
    assert not read("Urges States to act.", organ="General Congress").problems


def test_what_was_not_read_is_not_said_to_ask_nobody() -> None:
    text = (
        "The General Assembly,\n\nRecalling its rules,\n\n1. Reqests States to light lamps;\n\n"
        "2. Welcomes the lamps;\n\n3. Decides to remain seized of the matter.\n"
    )
    document = from_text(text.encode(), "x")
    (said,) = asked(make_case(document, parse(document)[0], "Counterdraft 0"))
    assert "1 operative paragraph opens with no verb that was recognized" in said.said.text
    assert "the others ask nobody for anything" in said.said.text


def test_plain_verbs_throughout_are_no_typing_errors() -> None:
    told = unknown(read("Urge States;", "Invite States;", "Notes it."))
    assert "reads like" not in " ".join(told)
