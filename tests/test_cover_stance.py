"""How a clause speaks of a topic: what denies it, what says that it is wrong, what does neither."""

from __future__ import annotations

from functools import cache

import pytest

from counterdraft.cover.cover import cover
from counterdraft.lexicon.mandate import Mandate
from counterdraft.lexicon.mandate_files import parsed
from counterdraft.model.coverage import TopicCover
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

OWN = """
id = "salt"
name = "Labour in the salt works"
source = "written for a test"
camp = "nobody"

[[topic]]
id = "salt"
name = "Salt works"
definition = "Work in the salt works."
source = "written for a test"
terms = ["salt works", "crime of salting"]
"""


@cache
def own() -> Mandate:
    return parsed(OWN.encode(), "own.toml")


def salt(*clauses: str) -> TopicCover:
    numbered = [f"{n}. {clause}" for n, clause in enumerate(clauses, 1)]
    text = "\n\n".join(["The General Assembly,", "Guided by the Charter,", *numbered])
    document = from_text(text.encode(), "draft.txt")
    (resolution,) = parse(document)
    return cover(document, resolution, own()).topics[0]


@pytest.mark.parametrize(
    ("clause", "stance"),
    [
        ("Calls for an end to the so-called honour raids, and urges it to open the salt works;",
         "asks"),
        ("Authorizes the Mission to arrest all those allegedly responsible for raids on the salt "
         "works;", "asks"),
        ("Notes the persons allegedly responsible for raids on the salt works;", "reports"),
        ("Recalls the raid on the salt works on the pretext of a search;", "reports"),
        ("Notes the work against misinformation on the salt works;", "reports"),
        ("Notes the false claims of those who hold the salt works;", "reports"),
    ],
)  # fmt: skip
def test_doubt_or_caution_in_a_clause_denies_nothing(clause: str, stance: str) -> None:
    assert salt(clause).stance == stance


@pytest.mark.parametrize(
    "clause",
    [
        "Notes that unfounded allegations about the salt works were spread abroad;",
        "Recalls that all that was told of the salt works is fabricated;",
    ],
)
def test_only_what_turns_an_allegation_down_denies_it(clause: str) -> None:
    assert salt(clause).stance == "denies"


@pytest.mark.parametrize(
    ("clause", "stance"),
    [
        ("Recalls the widespread violations in the salt works;", "raises"),
        ("Recalls the people of the salt works, who suffer;", "raises"),
        ("Recalls the crime of salting;", "reports"),
        ("Recalls the draft articles against violations in the salt works;", "reports"),
        ("Recalls the work to prevent violations in the salt works;", "reports"),
        ("Emphasizes that, as the salt works say, restrictions are permitted by law;", "reports"),
        ("Reaffirms that the victims of the salt works need redress;", "reports"),
    ],
)
def test_a_wrong_is_raised_by_what_stands_beside_it_and_is_not_to_be_ended(
    clause: str, stance: str
) -> None:
    assert salt(clause).stance == stance


@pytest.mark.parametrize(
    "clause",
    [
        "Notes the report, and expresses further concern at life in the salt works;",
        "Recognizing the report and in this regard expressing grave concern that many die in the "
        "salt works;",
    ],
)
def test_concern_that_is_voiced_within_a_clause_raises(clause: str) -> None:
    assert salt(clause).stance == "raises"


def test_what_is_praised_in_one_clause_and_raised_in_another_has_no_stance() -> None:
    both = (
        "Welcomes the efforts made in the salt works, and notes with concern that many die in the "
        "salt works;"
    )
    assert salt(both).stance is None
    assert salt(both).evidence[0].stance is None
    apart = ("Welcomes the efforts made in the salt works;", "Deplores raids on the salt works;")
    assert salt(*apart).stance is None
    assert [each.stance for each in salt(*apart).evidence] == ["praises", "raises"]
