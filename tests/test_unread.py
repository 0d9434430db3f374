"""What stands in annexes is not read, and every judgement says how much that is."""

from __future__ import annotations

import pytest

from counterdraft.brief.case import make_case
from counterdraft.brief.report import Facts
from counterdraft.brief.sections.head import head
from counterdraft.brief.sections.method import method
from counterdraft.cover.beside import beside
from counterdraft.cover.cover import cover
from counterdraft.cover.told import Choice, points
from counterdraft.flag.flag import flag
from counterdraft.flag.ground import Ground
from counterdraft.flag.rules import hollow
from counterdraft.lexicon.mandate_files import shipped
from counterdraft.model import Document, Resolution
from counterdraft.model.coverage import Coverage
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from counterdraft.text import covered, flagged
from counterdraft.verify import summary
from counterdraft.verify.verify import verify

BODY = ("Lamps", "The General Assembly,", "1. Adopts the declaration in the annex;")
ANNEX = ("Annex", "Declaration on lamps", "We reaffirm the right to development of all.")
SAID = "Not read: 11 words in annexes."


def read(*lines: str) -> tuple[Document, Resolution]:
    document = from_text("\n\n".join(lines).encode(), "draft.txt")
    (resolution,) = parse(document)
    return document, resolution


def held(*lines: str) -> Coverage:
    return cover(*read(*lines), shipped("right-to-development"))


def test_a_text_is_silent_only_in_what_was_read_of_it() -> None:
    found = held(*BODY, *ANNEX)
    assert covered.summary(found).endswith(f"silent in what was read; 1 paragraph read. {SAID}")
    assert all(each.head.endswith(": silent in what was read") for each in points(found, Choice()))


def test_a_text_without_annexes_is_silent() -> None:
    found = held(*BODY)
    assert found.unread == 0
    assert covered.summary(found).endswith("silent; 1 paragraph read.")


@pytest.mark.parametrize("relation", ["rival", "predecessor"])
def test_what_may_stand_in_an_annex_is_not_said_to_be_left_out_or_new(relation: str) -> None:
    says = held(*BODY[:2], "1. Reaffirms the right to development of all;")
    said = {e.said for e in beside(held(*BODY, *ANNEX), says, relation).topics}  # type: ignore[arg-type]
    assert any(each.startswith("not in what was read here; addressed in ") for each in said)
    turned = {e.said for e in beside(says, held(*BODY, *ANNEX), relation).topics}  # type: ignore[arg-type]
    assert any(each.startswith("addressed here; not in what was read of ") for each in turned)
    assert not any(
        word in each for each in said | turned for word in ("left out", "dropped", "new")
    )


def test_flag_and_verify_say_how_much_they_did_not_read() -> None:
    document, resolution = read(*BODY, *ANNEX)
    assert SAID in flagged.summary(flag(Ground(document, resolution)))
    assert SAID in summary.summary(verify(document, resolution, ()))
    document, resolution = read(*BODY)
    assert flag(Ground(document, resolution)).unread == 0


def test_a_follow_up_may_stand_in_an_annex() -> None:
    asks = [f"{n}. Urges all towns to light street {n};" for n in range(1, 4)]
    (found,) = hollow.no_follow_up(Ground(*read(*BODY[:2], *asks, *ANNEX)))
    assert "annexes, which were not read" in found.against[0]


def test_a_brief_says_among_the_facts_how_much_was_not_read() -> None:
    case = make_case(*read(*BODY, *ANNEX), generator="test")
    (facts,) = (part for part in head(case).parts if isinstance(part, Facts))
    (said,) = (each.values[0].text for each in facts.facts if each.term == "Not read")
    assert said == "its annexes, 11 words, which are shown and not analysed"
    assert "11 words" in str(method(case))
