"""What a clause grants, and the rule that it grants it against; what a clause bows to."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.corpus.add import add
from counterdraft.corpus.stored import Stored
from counterdraft.trace.concessions import bows, concessions
from tests.adopted import entry


@pytest.mark.parametrize(
    ("clause", "conceded", "main"),
    [
        (
            "Reaffirms that, while old, new and broken lamps must be borne in mind, it is the duty "
            "of towns, large and small, to light them, and welcomes their number;",
            "old, new and broken lamps must be borne in mind",
            "it is the duty of towns, large and small, to light them",
        ),
        (
            "Recalls that, without prejudice to their immunities, wardens shall obey the law;",
            "their immunities",
            "wardens shall obey the law",
        ),
        (
            "Recognizes that towns may use oil, but that they must not waste it, stressing thrift;",
            "towns may use oil",
            "they must not waste it",
        ),
    ],
)
def test_a_concession_and_the_rule_after_it(clause: str, conceded: str, main: str) -> None:
    (found,) = concessions(clause)
    assert (found.conceded.of(clause), found.main.of(clause)) == (conceded, main)


@pytest.mark.parametrize(
    "clause",
    [
        "Notes that, while progress has been made, many lamps remain dark;",
        "Requests wardens to count lamps, while bearing in mind that towns must save oil;",
        "Stresses that towns must light lamps, taking into account their number;",
        "Decides that, while it lasts;",
    ],
)
def test_facts_manners_and_fragments_are_none(clause: str) -> None:
    assert concessions(clause) == ()


def test_a_limb_that_bows_ends_where_another_statement_begins() -> None:
    clause = "Calls for light, bearing in mind old, dim and broken lamps, and welcomes new ones;"
    assert [each.of(clause) for each in bows(clause)] == ["old, dim and broken lamps"]


_PIECES = st.sampled_from(
    [
        "that, while ",
        ", but that ",
        "taking into account ",
        "must ",
        "is",
        ", ",
        ";",
        ". ",
        "\u00a0é",
    ]
)


@given(st.lists(_PIECES | st.text(max_size=6), max_size=12).map("".join))
def test_spans_are_of_any_text_whatever_it_is_property(text: str) -> None:
    for found in concessions(text):
        assert 0 <= found.conceded.start <= found.conceded.end <= found.main.start
        assert found.main.end <= len(text)
    assert all(0 <= each.start < each.end <= len(text) for each in bows(text))


def test_a_corpus_finds_phrases_over_marks_oldest_first(tmp_path: Path) -> None:
    add(tmp_path, [entry("72/1", "2017-12-01", body=["Notes that while it is dark, all is well;"])])
    add(tmp_path, [entry("71/1", "2016-12-01", body=["Notes that, while dark, it is well;"])])
    found = Stored(tmp_path).having(["that while", "but that"])
    assert [each.record.id for each in found] == ["A/RES/71/1", "A/RES/72/1"]
