"""Agreed language that is taken over by half, or with another principle in it."""

from __future__ import annotations

from pathlib import Path

from counterdraft.corpus.stored import Stored
from counterdraft.flag.rules import half_quotation
from tests.adopted import entry
from tests.drafting import corpus, draft, findings, traced

AGREED = (
    "Reiterates that, by virtue of the principle of the self-determination of towns, all towns "
    "have "
    "the right freely to choose their lanterns, without outside advice, and to pursue their "
    "economic "
    "and cultural illumination, and that every State has the duty to respect that right, including "
    "in the lighting of its harbours;"
)
HALF = (
    "Reaffirms that, by virtue of the principle of the sovereignty of towns, all towns have the "
    "right freely to choose their lanterns, without outside advice, and to pursue their economic "
    "and cultural illumination."
)
DUTY = "Stresses that every State has the duty to respect that right in lighting its harbours;"
RULE = "half_quotation.altered"


def _held(folder: Path, votes: tuple[int, int, int] | None = None) -> Stored:
    return corpus(folder / "c", entry(body=(AGREED, "Decides to light all lamps."), votes=votes))


def test_a_duty_left_out_and_a_principle_exchanged_are_told_together(tmp_path: Path) -> None:
    ground = traced(draft(HALF), _held(tmp_path))
    (found,) = findings(half_quotation.RULES, ground, RULE)
    assert "every State has the duty to respect that right" in found.statement
    assert "names sovereignty where that names self-determination" in found.statement
    assert found.confidence == "medium"
    assert found.precedents[0].symbol == "A/RES/81/1"


def test_agreed_language_as_such_is_no_finding(tmp_path: Path) -> None:
    held = _held(tmp_path)
    restyled = AGREED.replace("Reiterates", "Recalls").replace("freely to", "to freely")
    for words in (AGREED, restyled):
        assert findings(half_quotation.RULES, traced(draft(words), held), RULE) == []


def test_what_another_paragraph_says_is_not_left_out(tmp_path: Path) -> None:
    sovereign = HALF.replace("sovereignty", "self-determination")
    ground = traced(draft(sovereign.replace(".", ";"), DUTY), _held(tmp_path))
    assert findings(half_quotation.RULES, ground, RULE) == []


def test_what_was_put_to_a_vote_is_not_agreed(tmp_path: Path) -> None:
    ground = traced(draft(HALF), _held(tmp_path, votes=(90, 20, 30)))
    assert findings(half_quotation.RULES, ground, RULE) == []


def test_a_change_in_the_own_series_shows_beside_the_predecessor(tmp_path: Path) -> None:
    ground = traced(draft(HALF, title="Street lamps"), _held(tmp_path))
    assert findings(half_quotation.RULES, ground, RULE) == []


def test_a_concession_without_its_rule_is_told_with_the_rule(tmp_path: Path) -> None:
    conceded = (
        "the significance of regional lanterns and various historical lamps must be borne in mind"
    )
    rule = "it is the duty of towns to light every street for all who walk at night"
    held = corpus(
        tmp_path / "c",
        entry(body=(f"Reaffirms that, while {conceded}, {rule};", "Decides to light all lamps.")),
    )
    bows = (
        "Calls upon wardens to paint doors green, taking into account the significance of regional "
    )
    bows += "lanterns and various historical lamps."
    ground = traced(draft(bows), held)
    (found,) = findings(half_quotation.RULES, ground, "half_quotation.concession")
    assert rule in found.statement


def test_what_a_text_says_besides_a_few_words_in_common_is_not_left_out(tmp_path: Path) -> None:
    lamps = "lamp posts and other public lights, as well as their ladders, oil and stands"
    held = corpus(
        tmp_path / "c",
        entry(body=(
            "Reaffirms the first duty of wardens to guard the streets of their towns, and recalls "
            "in this regard that every warden must comply fully with the duties applicable under "
            f"the law of lanterns to the care of lighters, {lamps}, in times of storm;",
        )),
    )  # fmt: skip
    clause = (
        "Calls for respect and care, consistent with the law of lanterns, of all mills and public "
        f"works, including {lamps}, chapels, inns, towers and bridges, as well as of all bakers, "
        "printers, coopers and their apprentices in times of storm in the old quarter."
    )
    ground = traced(draft(clause), held)
    assert ground.provenance is not None
    (match,) = ground.provenance.clauses[0].matches
    assert any("must comply fully" in each for each in match.omitted)
    assert findings(half_quotation.RULES, ground, RULE) == []
