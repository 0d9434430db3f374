"""How a sentence names States and groups."""

from __future__ import annotations

import pytest

from counterdraft.lexicon.in_sentences import in_sentence
from counterdraft.lexicon.load import load


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Philippines", "the Philippines"),
        ("United States", "the United States"),
        ("Netherlands (Kingdom of the)", "the Kingdom of the Netherlands"),
        ("Bolivia (Plurinational State of)", "the Plurinational State of Bolivia"),
        ("European Union", "the European Union"),
        ("the Sudan", "the Sudan"),
        ("South Sudan", "South Sudan"),
        ("Fiji", "Fiji"),
        ("BRICS", "BRICS"),
        ("Friends of Lamps", "Friends of Lamps"),
    ],
)
def test_names_have_their_articles(name: str, said: str) -> None:
    assert in_sentence(name) == said


def test_names_with_an_article_are_names_of_the_lexicon() -> None:
    data = load("states")
    assert {*data["sentence"]["with_article"]} <= {each["name"] for each in data["state"]}
    assert {*data["sentence"]["without_article"]} <= {each["name"] for each in data["group"]}
