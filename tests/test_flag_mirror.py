"""The mirror on texts of our own: names exchanged, a finding changes in nothing but its names."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.exchanged import exchanged, other_name, without_names
from counterdraft.flag.flag import flag
from counterdraft.flag.ground import Ground
from counterdraft.model import Resolution
from counterdraft.model.finding import Finding
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from tests.adopted import entry
from tests.drafting import beside, corpus, draft, traced

COUNTRY = """Situation of human rights in Norway

The General Assembly,

Recalling the findings of the commission of inquiry on human rights in Norway,

1. Urges the Government of Norway to admit the Special Rapporteur on the situation of human rights
in Norway;

2. Encourages the Security Council to consider referral of the situation in Norway to the
International Criminal Court;

3. Urges the Government of Norway to open its archives;

4. Calls upon all States to impose targeted sanctions on the fisheries of Norway;

5. Decides to continue its examination of the situation of human rights in Norway.
"""
COUNTER = """Dialogue and human rights in Norway

The General Assembly,

Reaffirming that human rights are a legitimate concern of the international community, guided by
impartiality,

1. Calls upon all States to put an end to country-specific mandates and to refrain from applying
unilateral coercive measures;

2. Requests the Secretary-General to make a fresh assessment of the situation in Norway, in view of
the report of the Institute for Human Rights of Norway;

3. Encourages the Government of Norway to implement the recommendations of the universal periodic
review;

4. Requests the High Commissioner to cooperate with Norway;

5. Calls upon Fiji to resume its dialogue with Norway and the European Union.
"""


def found(text: str, rival: str, sponsors: tuple[str, ...]) -> list[tuple[object, ...]]:
    document = from_text(text.encode(), "draft.txt")
    ground = Ground(document, one(text), sponsors, one(rival))
    return [said(each) for each in flag(ground).findings]


def one(text: str) -> Resolution:
    (resolution,) = parse(from_text(text.encode(), "draft.txt"))
    return resolution


def said(finding: Finding) -> tuple[object, ...]:
    places = tuple((each.text, each.paragraph) for each in finding.evidence)
    told = (finding.statement, finding.why, *finding.against)
    return finding.rule, finding.confidence, places, tuple(map(without_names, told))


@pytest.mark.parametrize(
    ("text", "rival", "sponsors", "rules"),
    [
        (
            COUNTER, COUNTRY, ("Norway",),
            {
                "effect.ends-scrutiny", "effect.reopens-findings", "tension.concern-and-silence",
                "tension.review-and-silence", "tension.impartial-and-own-source",
                "self_reference.own-source", "asymmetry.requests",
            },
        ),
        (
            COUNTRY, COUNTER, ("Fiji", "Peru"),
            {
                "effect.refers-to-court", "effect.imposes-measures",
                "effect.keeps-what-rival-ends", "asymmetry.requests",
            },
        ),
    ],
)  # fmt: skip
def test_findings_do_not_change_when_names_are_exchanged(
    text: str, rival: str, sponsors: tuple[str, ...], rules: set[str]
) -> None:
    here = found(text, rival, sponsors)
    there = found(exchanged(text), exchanged(rival), tuple(map(other_name, sponsors)))
    assert "Norway" not in exchanged(text)
    assert {str(rule) for rule, *_ in here} >= rules
    assert here == there


AGREED = (
    "Reiterates that, by virtue of the principle of the self-determination of towns, all towns of "
    "Norway have the right freely to choose their lanterns, without outside advice, and that every "
    "State has the duty to respect that right, including in the lighting of its harbours;"
)
ALTERED = AGREED.replace("self-determination", "sovereignty").partition(", and that every")[0]
BEFORE = ("Demands that Fiji light its streets and squares from dusk to dawn;",)
DRAFT = (
    f"{ALTERED};",
    "Urges Fiji to light, as appropriate, its streets and squares from dusk to dawn;",
    "Calls upon Norway to lend lanterns to Peru;",
    "Invites Peru to hang them;",
    "Requests the Secretary-General to provide the lamps of the European Union with adequate "
    "resources;",
    "Encourages to revitalize the lamps of Norway;",
    "Condemns the promulgating and applying of unilateral darkness by Fiji, contrary to the Treaty "
    "on the Prohibition of Nuclear Weapons.",
)


def drafting(folder: Path, *, exchange: bool) -> list[tuple[object, ...]]:
    """What is found in the draft, or in the same with all names exchanged, corpus and all."""
    named = exchanged if exchange else str
    held = corpus(folder, entry(body=(named(AGREED), "Decides to light all lamps.")))
    ground = traced(draft(*map(named, DRAFT)), held)
    before = draft(*map(named, BEFORE), name="before.txt")
    compared = beside(before.resolution, ground.resolution)
    return [said(each) for each in flag(ground._replace(predecessor=compared)).findings]


def test_rules_that_need_a_corpus_and_a_predecessor_know_no_names_either(tmp_path: Path) -> None:
    here = drafting(tmp_path / "one", exchange=False)
    there = drafting(tmp_path / "other", exchange=True)
    assert {str(rule) for rule, *_ in here} >= {
        "half_quotation.altered", "weakening.predecessor", "contested.likely",
        "hollow.no-follow-up", "hollow.no-addressee", "budget.implications",
    }  # fmt: skip
    assert here == there
