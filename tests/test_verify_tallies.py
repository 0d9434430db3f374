"""The votes by which a text says that a resolution was adopted, held against a corpus."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from counterdraft.corpus.add import add
from counterdraft.corpus.stored import Stored
from counterdraft.model import Adoption
from counterdraft.model.verdict import Verdict
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from counterdraft.registers.of_corpus import OfCorpus
from counterdraft.verify.verify import verify
from tests.adopted import entry


def verdicts(tmp_path: Path, words: str, adoption: Adoption) -> list[Verdict]:
    """The verdicts on votes in a clause, beside a corpus with A/RES/81/12 adopted so."""
    held = entry(number="81/12", date="2026-12-01")
    held = held._replace(record=replace(held.record, adoption=adoption))
    add(tmp_path, [held])
    text = f"The General Assembly,\n\n{words},\n\n1. Urges all to light lamps."
    document = from_text(text.encode(), "draft.txt")
    (resolution,) = parse(document)
    found = verify(document, resolution, (OfCorpus(Stored(tmp_path)),)).verdicts
    return [each for each in found if each.act == "tally"]


VOTED = Adoption("recorded vote", 130, 32, 22)


@pytest.mark.parametrize(
    "words",
    [
        "Recalling its resolution 81/12 of 1 December 2026, adopted by 130 votes to 32, with 22 "
        "abstentions",
        "Recalling its resolution 81/12, adopted by a recorded vote of 130 to 32",
        "Recalling its resolution 81/12, which was adopted with 130 votes in favour, 32 against "
        "and 22 abstentions",
        "Recalling its resolution 81/12, adopted by a vote of 130-32-22",
    ],
)
def test_figures_that_the_corpus_has_hold(tmp_path: Path, words: str) -> None:
    (found,) = verdicts(tmp_path, words, VOTED)
    assert found.verdict == "holds"


def test_other_figures_do_not_and_a_question_is_put(tmp_path: Path) -> None:
    words = "Recalling its resolution 81/12, adopted by 130 votes to 32, with 32 abstentions"
    (found,) = verdicts(tmp_path, words, VOTED)
    assert found.verdict == "does not hold"
    assert found.read == "A/RES/81/12 as adopted by 130 votes to 32, with 32 abstentions"
    assert "by 130 votes to 32, with 22 abstentions" in (found.question or "")


def test_what_was_adopted_without_a_vote_had_no_votes(tmp_path: Path) -> None:
    words = "Recalling its resolution 81/12, adopted by 130 votes to none"
    (found,) = verdicts(tmp_path, words, Adoption("without a vote"))
    assert (found.verdict, found.said[0][:22]) == ("does not hold", "Adopted without a vote")


def test_of_a_vote_that_nobody_holds_nothing_is_known(tmp_path: Path) -> None:
    words = "Recalling its resolution 81/12, adopted by 130 votes to 32"
    (found,) = verdicts(tmp_path, words, Adoption())
    assert found.verdict == "unknown"


@pytest.mark.parametrize(
    "words",
    [
        "Recalling its resolution 81/12, the draft of which was adopted by 99 votes to 32",
        "Recalling its resolution 81/12, which the Third Committee adopted by 99 votes to 32",
        "Recalling its resolution 81/12, of which paragraph 3 was adopted by 99 votes to 32",
        "Recalling its resolution 81/12; the budget was adopted by 99 votes to 32",
        "Noting that the bill was adopted by 99 votes to 32",
    ],
)
def test_votes_on_something_else_are_passed_over(tmp_path: Path, words: str) -> None:
    assert verdicts(tmp_path, words, VOTED) == []


NO_VOTE = Adoption("without a vote")


@pytest.mark.parametrize(
    ("words", "adoption", "expected"),
    [
        ("adopted without a vote", NO_VOTE, "holds"),
        ("adopted by consensus", VOTED, "does not hold"),
        ("which was adopted by consensus", NO_VOTE, "holds"),
        ("of 1 December 2026, adopted without a vote", VOTED, "does not hold"),
        ("adopted unanimously", VOTED, "does not hold"),
        ("adopted unanimously", NO_VOTE, "unknown"),
        ("adopted unanimously", Adoption("recorded vote", 15, 0, 0), "holds"),
    ],
)
def test_how_it_was_adopted_is_held_against_the_corpus(
    tmp_path: Path, words: str, adoption: Adoption, expected: str
) -> None:
    (found,) = verdicts(tmp_path, f"Recalling its resolution 81/12, {words}", adoption)
    assert found.verdict == expected


@pytest.mark.parametrize(
    "words",
    [
        "adopted without a vote by the Third Committee",
        "adopted without a dissenting voice",
        "and the plan of action adopted by consensus",
        "paragraphs 3 and 4 of which were adopted without a vote",
    ],
)
def test_what_else_was_adopted_without_a_vote_is_passed_over(tmp_path: Path, words: str) -> None:
    assert verdicts(tmp_path, f"Recalling its resolution 81/12, {words}", VOTED) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Noting that its resolution 81/12 was adopted unanimously", ["does not hold"]),
        ("Noting that resolution 81/12 of 1 December 2026 was adopted without a vote",
         ["does not hold"]),
        ("Rejecting the claim that its resolution 81/12 was adopted unanimously", []),
        ("Noting that its resolution 81/12 was not adopted unanimously", []),
        ("Noting that resolution 81/12 was adopted unanimously in the Third Committee", []),
    ],
)  # fmt: skip
def test_how_it_was_adopted_is_read_of_a_verb_too(
    tmp_path: Path, words: str, expected: list[str]
) -> None:
    assert [each.verdict for each in verdicts(tmp_path, words, VOTED)] == expected
