"""What keeps another proposal from a decision, the end of one mandate, and the rival's effects.

The texts were written for these tests; the States do not exist.
"""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from counterdraft.flag.flag import flag
from counterdraft.flag.ground import Ground
from counterdraft.flag.returned import returned
from counterdraft.model import Document, Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from tests.test_flag import ABOUT, SCRUTINY, effects, flagged, found, text_of

DISPLACES = "effect.displaces-proposal"
SYMBOL = "A/C.3/81/L.8"


def rival(title: str = ABOUT, symbol: str | None = SYMBOL) -> Resolution:
    return replace(text_of(*SCRUTINY, title=title)[1], symbol=symbol)


@pytest.mark.parametrize(
    "words",
    [
        f"Decides to take no action on draft resolution {SYMBOL}.",
        f"Affirms that the present resolution supersedes draft resolution {SYMBOL}.",
        f"Decides that draft resolution {SYMBOL} shall not be put to the vote.",
        f"Decides to adjourn the debate on draft resolution {SYMBOL}/Rev.1.",
        "Decides to consider no further draft resolution on the situation of human rights in the "
        "Republic of Orlavia before its eighty-fourth session.",
    ],
)
def test_a_clause_that_displaces_the_rival_is_told(words: str) -> None:
    assert DISPLACES in effects(words, rival=rival())


@pytest.mark.parametrize(
    "words",
    [
        "Decides to take no action on draft resolution A/C.3/81/L.80.",
        "Decides to consider no further draft resolution on the law of the sea before its "
        "eighty-fourth session.",
    ],
)
def test_a_clause_that_displaces_another_is_no_effect_on_the_rival(words: str) -> None:
    assert effects(words, rival=rival()) == []
    assert effects(words, rival=None) == [DISPLACES]


@pytest.mark.parametrize(
    "words",
    [
        f"Takes note of draft resolution {SYMBOL}.",
        f"Regrets that no action was taken on draft resolution {SYMBOL}.",
        f"Decides not to take the place of the sponsors of draft resolution {SYMBOL}.",
        "Decides that the present resolution supersedes resolution 74/151.",
        "Decides to consider the draft articles on the law of responsibility at its next session.",
    ],
)
def test_what_only_speaks_of_a_proposal_displaces_none(words: str) -> None:
    assert DISPLACES not in effects(words, rival=None)


def test_by_its_symbol_it_is_sure_and_by_its_subject_probable() -> None:
    by_symbol = flagged(f"Decides to take no action on draft resolution {SYMBOL}.", rival=rival())
    by_subject = flagged(
        "Decides to consider no further draft resolution on the situation of human rights in the "
        "Republic of Orlavia.",
        rival=rival(),
    )
    (one,) = [each for each in found(by_symbol, "effect") if each.rule == DISPLACES]
    other = [each for each in found(by_subject, "effect") if each.rule == DISPLACES]
    assert one.confidence == "high"
    assert f"\u201cdraft resolution {SYMBOL}\u201d" in one.statement
    assert [each.confidence for each in other] == ["medium"]


def test_the_end_of_one_mandate_is_told_as_that_and_not_as_a_class() -> None:
    words = (
        "Decides not to renew the mandate of the Special Rapporteur on the situation of human "
        "rights in the Republic of Orlavia."
    )
    (finding,) = found(flagged(words, rival=rival()), "effect")
    assert finding.statement == (
        "OP1 would rule out the scrutiny of one country (\u201cthe Special Rapporteur on the "
        "situation of human rights in the Republic of Orlavia\u201d)."
    )
    assert "class" not in finding.why


def test_to_refrain_from_what_nobody_consented_to_makes_it_depend_on_consent() -> None:
    words = (
        "Calls upon all States to refrain from country-specific resolutions adopted without the "
        "consent of the country concerned."
    )
    assert effects(words, rival=rival()) == ["effect.conditions-scrutiny"]


def _ground(*operative: str, title: str) -> tuple[Document, Resolution]:
    text = "\n\n".join([title, "The General Assembly,", "Guided by the Charter,", *operative])
    document = from_text(text.encode(), "rival.txt")
    (resolution,) = parse(document)
    return document, resolution


def test_what_the_rival_would_do_is_told_from_the_side_of_this_text() -> None:
    document, other = _ground(
        "1. Decides that mandates on specific countries shall be ended.", title="Cooperation"
    )
    ours = rival()
    (finding,) = returned(Ground(document, other, rival=ours))
    assert finding.statement.startswith("The rival\u2019s OP1 would end the consideration")
    assert {each.text for each in finding.evidence} == {"this", "rival"}
    assert [e.paragraph for e in finding.evidence if e.text == "rival"] == ["op1"]
    first = next(e for e in finding.evidence if e.text == "this" and e.paragraph)
    assert first.quote in {each.text for each in ours.paragraphs}


def test_seen_from_the_other_side_it_is_the_same_finding() -> None:
    document, other = _ground(
        "1. Decides that mandates on specific countries shall be ended.", title="Cooperation"
    )
    ours = rival()
    straight = [e for e in flag(Ground(document, other, rival=ours)).findings if e.kind == "effect"]
    turned = returned(Ground(document, other, rival=ours))
    assert [each.rule for each in turned] == [each.rule for each in straight]
    assert "the rival" not in " ".join(each.why for each in turned)


def test_a_rival_that_does_nothing_to_the_text_has_no_effect_on_it() -> None:
    document, other = _ground("1. Welcomes the progress made.", title="Cooperation")
    assert returned(Ground(document, other, rival=rival())) == ()


def test_a_body_only_with_consent_is_made_to_depend_on_it_and_not_ended() -> None:
    mission = "Decides to establish an observer mission in Orlavia."
    other = text_of(mission, title="The situation at the salt lakes")[1]
    words = (
        "Decides not to establish any observer mission in Orlavia without the consent of its "
        "Government."
    )
    assert effects(words, rival=other) == ["effect.conditions-body"]


@pytest.mark.parametrize(
    "words",
    [
        "Decides that the mandate of the Special Rapporteur on the situation of human rights in "
        "the Republic of Orlavia shall end on 31 December 2027.",
        f"Decides that the present resolution shall replace draft resolution {SYMBOL}.",
    ],
)
def test_what_shall_end_or_be_replaced_is_told(words: str) -> None:
    assert len(effects(words, rival=rival())) == 1


def test_to_refrain_from_submitting_drafts_keeps_none_from_a_decision() -> None:
    words = f"Calls upon all States to refrain from submitting draft resolution {SYMBOL}."
    assert DISPLACES not in effects(words, rival=rival())
