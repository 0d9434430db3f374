"""Phrases: the notation that people write, and what it finds and leaves alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.text.phrases import PhraseError, PhraseIndex, phrase, plain_phrase, tokens


def found(written: str, text: str) -> list[str]:
    index = PhraseIndex([(written, phrase(written))])
    words = tokens(text)
    return [text[words[f.first].start : words[f.last - 1].end] for f in index.find(words)]


@pytest.mark.parametrize(
    ("written", "text", "words"),
    [
        ("prison camp", "Political Prison Camps,", ["Prison Camps"]),
        ("abduct*", "abductees and abduction", ["abductees", "abduction"]),
        ("arrest|detention of", "arrest of, detention of", ["arrest of", "detention of"]),
        ("non-refoulement", "of non‑refoulement", ["non‑refoulement"]),
        ("workers' rights", "Workers’ rights", ["Workers’ rights"]),
        ("right .. food", "the right to adequate food", ["right to adequate food"]),
        ("right .. food", "right of all people to adequate food", []),
        ("right .. food", "the right; food", []),
        ("law", "laws", []),
        ("WHO", "the WHO, and those who", ["WHO"]),
        ("who", "WHO", ["WHO"]),
        ("A/HRC/25/63", "see A/HRC/25/63.", ["A/HRC/25/63"]),
    ],
)
def test_a_phrase_finds_its_words_and_no_others(written: str, text: str, words: list[str]) -> None:
    assert found(written, text) == words


@pytest.mark.parametrize(
    "written", ["", "  ", "..", "a ..", ".. a", "ab*", "a(b)", "[a-z]+", "a||b"]
)
def test_what_is_not_in_the_notation_is_refused(written: str) -> None:
    with pytest.raises(PhraseError):
        phrase(written)


def test_words_of_a_title_are_found_whatever_marks_stand_between_them() -> None:
    index = PhraseIndex([("title", plain_phrase("Cruel, Inhuman or Degrading Treatment"))])
    (one,) = index.find(tokens("other cruel, inhuman or degrading treatment or punishment"))
    assert (one.first, one.last) == (1, 6)


def test_gaps_do_not_multiply_in_a_hostile_text() -> None:
    assert found("a .. a .. a .. a .. a .. a .. b", "a " * 40_000) == []


@given(st.text(max_size=200))
def test_the_words_of_any_text_stand_where_they_are_said_to(text: str) -> None:
    for token in tokens(text):
        assert text[token.start : token.end].lower() == token.word
