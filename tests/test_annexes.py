"""Annexes are read for topics and claims; what reads no annex says how much stands there."""

from __future__ import annotations

import pytest

from counterdraft.brief.case import make_case
from counterdraft.brief.report import Facts
from counterdraft.brief.sections.full_text import full_text
from counterdraft.brief.sections.head import head
from counterdraft.brief.sections.method import method
from counterdraft.cover.beside import beside
from counterdraft.cover.cover import cover
from counterdraft.cover.picture import places_of
from counterdraft.draft.annexes import annex_lines
from counterdraft.flag.flag import flag
from counterdraft.flag.ground import Ground
from counterdraft.flag.rules import hollow
from counterdraft.lexicon.mandate_files import shipped
from counterdraft.model import Document, Resolution
from counterdraft.model.coverage import Coverage, TopicCover
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from counterdraft.registers import shipped as facts
from counterdraft.verify.verify import verify
from counterdraft.wording import covered, flagged
from counterdraft.wording.paragraph_label import paragraph_label

BODY = ("Lamps", "The General Assembly,", "1. Adopts the declaration in the annex.")
ANNEX = (
    "Annex", "Declaration on lamps", "We, the towns, have met.",
    "1. We reaffirm the right to development of all.", "(a) Lamps are lit for everybody.",
    "2. We recall General Assembly resolution 69/188 of 18 December 2013.",
)  # fmt: skip
SAID = "Not read: 34 words in annexes or tables."


def read(*lines: str) -> tuple[Document, Resolution]:
    document = from_text("\n\n".join(lines).encode(), "draft.txt")
    (resolution,) = parse(document)
    return document, resolution


def held(*lines: str) -> Coverage:
    return cover(*read(*lines), shipped("right-to-development"))


def right(coverage: Coverage) -> TopicCover:
    return next(each for each in coverage.topics if each.name == "The right to development")


def test_a_line_of_an_annex_is_called_after_the_number_before_it() -> None:
    names = [each.id for each in annex_lines(*read(*BODY, *ANNEX))]
    assert names == ["annex", "annex-2", "annex.1", "annex.1-2", "annex.2"]
    labels = [paragraph_label(each, None) for each in names]
    assert labels == ["annex", "annex", "annex, para. 1", "annex, para. 1", "annex, para. 2"]
    assert paragraph_label("annex2.7-3", None) == "annex 2, para. 7"


def test_a_topic_is_found_in_an_annex_and_its_place_is_told() -> None:
    found = held(*BODY, *ANNEX)
    (evidence,) = right(found).evidence
    assert (right(found).verdict, evidence.paragraph) == ("addressed", "annex.1")
    assert covered.summary(found).endswith("; 1 paragraph and 5 lines of annexes read.")
    assert covered.evidence_said(evidence).startswith("annex, para. 1: addressed")


def test_without_annexes_no_line_of_one_is_counted() -> None:
    found = held(*BODY)
    assert found.annexed == 0
    assert covered.summary(found).endswith("silent; 1 paragraph read.")


def test_the_picture_has_a_column_for_each_paragraph_of_an_annex() -> None:
    columns = places_of(*read(*BODY, *ANNEX))
    assert columns == ["OP1", "annex", "annex, para. 1", "annex, para. 2"]


@pytest.mark.parametrize("relation", ["rival", "predecessor"])
def test_what_stands_in_an_annex_is_not_said_to_be_left_out_or_new(relation: str) -> None:
    says = held(*BODY[:2], "1. Reaffirms the right to development of all;")
    (said,) = (
        e.said
        for e in beside(held(*BODY, *ANNEX), says, relation).topics  # type: ignore[arg-type]
        if e.name == "The right to development"
    )
    assert said.startswith("addressed")
    assert not any(word in said for word in ("left out", "dropped", "new since"))


def test_a_claim_in_an_annex_is_held_against_registers() -> None:
    (found,) = (each for each in verify(*read(*BODY, *ANNEX), (facts.shipped(),)).verdicts)
    assert (found.paragraph, found.verdict) == ("annex.2", "does not hold")


def test_flag_says_how_much_it_did_not_read() -> None:
    document, resolution = read(*BODY, *ANNEX)
    assert SAID in flagged.summary(flag(Ground(document, resolution)))
    document, resolution = read(*BODY)
    assert flag(Ground(document, resolution)).unread == 0


def test_a_follow_up_may_stand_in_an_annex() -> None:
    asks = [f"{n}. Urges all towns to light street {n};" for n in range(1, 4)]
    (found,) = hollow.no_follow_up(Ground(*read(*BODY[:2], *asks, *ANNEX)))
    assert "in no line of an annex" in found.why
    line = "3. We ask the Secretary-General to report to us at our next session."
    assert list(hollow.no_follow_up(Ground(*read(*BODY[:2], *asks, *ANNEX, line)))) == []


def test_a_brief_says_among_the_facts_what_was_read_of_annexes() -> None:
    case = make_case(*read(*BODY, *ANNEX), generator="test")
    (facts,) = (part for part in head(case).parts if isinstance(part, Facts))
    (said,) = (each.values[0].text for each in facts.facts if each.term == "Not read")
    assert said.startswith("its annexes, 34 words, which are shown, and looked through for claims")
    assert "34 words" in str(method(case))


def test_evidence_in_an_annex_leads_to_its_passage_in_the_text() -> None:
    case = make_case(*read(*BODY, *ANNEX), generator="test")
    line = next(each for each in annex_lines(case.document, case.resolution) if "." in each.id)
    (evidence,) = case.words(line.span)
    (passage,) = (p for p in full_text(case).parts[0].passages if p.id == evidence.place)  # type: ignore[union-attr]
    assert passage.text.endswith("the right to development of all.")
    assert evidence.label == "annex, para. 1"
    assert case.is_inside(line.span)
