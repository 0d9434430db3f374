"""What the mandates that ship take for a sign of a topic, and what they do not."""

from __future__ import annotations

import pytest

from counterdraft.cover.cover import cover
from counterdraft.errors import BadMandate
from counterdraft.lexicon.mandate_files import parsed, shipped
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from tests.covering import covered, found

INQUIRY, DEVELOPMENT = "coi-dprk", "right-to-development"
TREATIES, MECHANISMS, ACCOUNT = "core-treaties", "mechanisms", "accountability"
RELATIONS, REVIEW, COERCION = "friendly-relations", "upr-modalities", "unilateral-coercive-measures"


@pytest.mark.parametrize(
    ("mandate", "topic", "clause"),
    [
        (TREATIES, "work", "Notes the safety of media workers and of health-care workers;"),
        (TREATIES, "thought", "Thanks religious, traditional and community leaders;"),
        (TREATIES, "thought", "Notes the register of customary and religious marriages;"),
        (TREATIES, "health", "Recalls the limits of public safety, order, health or morals;"),
        (TREATIES, "family", "Notes the bill on youth and protection of the family;"),
        (TREATIES, "family", "Notes the raid on a prisoner's family members;"),
        (TREATIES, "disappearance", "Deplores the abduction of girls by armed bands;"),
        (TREATIES, "torture", "Deplores sexual and gender-based violence in the harbour;"),
        (ACCOUNT, "crimes_against_humanity", "Deplores that the death penalty is imposed for what "
         "are not the most serious crimes;"),
        (ACCOUNT, "sanctions", "Notes the fees of the designated port;"),
        (COERCION, "measures", "Notes that its sanctions measures end in May;"),
        (COERCION, "humanitarian_goods", "Notes the provision of essential services and the "
         "delivery of humanitarian assistance;"),
        (RELATIONS, "cooperation", "Notes the constructive dialogue in the Sixth Committee;"),
        (REVIEW, "principles", "Calls for open, constructive and kind debate;"),
        (COERCION, "unlawfulness", "Deplores coercive measures in clinics, which violate the will "
         "of patients;"),
        (COERCION, "effects", "Deplores coercive measures against women in clinics;"),
        (DEVELOPMENT, "person", "Deplores that mines maim farmers, including women and young "
         "people, and impede development;"),
        (TREATIES, "children", "Recalls its principles: growth, human rights, gender-responsive "
         "and child-sensitive work;"),
        (INQUIRY, "discrimination", "Deplores the deaths of civilians, including women and "
         "children;"),
        (INQUIRY, "arbitrary_detention", "Welcomes the release of prisoners of war;"),
        (INQUIRY, "dialogue", "Welcomes the dialogue of all stakeholders on data;"),
        (INQUIRY, "dialogue", "Asks for technical assistance to the salt bank;"),
        (INQUIRY, "life", "Notes the sale of non-lethal weapons and equipment to the force;"),
        (INQUIRY, "life", "Notes the use of non-lethal force;"),
        (INQUIRY, "prison_camps", "Recalls the sites of Nazi concentration camps;"),
        (MECHANISMS, "access", "Calls for unhindered access for the High Commissioner for "
         "Refugees;"),
        (DEVELOPMENT, "cooperation", "Thanks troop-contributing countries and donors;"),
    ],
)  # fmt: skip
def test_an_everyday_word_or_another_matter_is_no_sign(
    mandate: str, topic: str, clause: str
) -> None:
    assert found(mandate, topic, clause).verdict == "silent"


@pytest.mark.parametrize(
    ("mandate", "topic", "clause"),
    [
        (TREATIES, "disappearance", "Deplores abduction by State agents;"),
        (TREATIES, "slavery", "Deplores the abduction, trafficking and sale of girls;"),
        (TREATIES, "slavery", "Deplores the trafficking and forced conversion of women;"),
        (TREATIES, "family", "Calls upon Orlavia to reunite them with their families;"),
        (TREATIES, "public_affairs", "Calls for women to be heard at all levels of "
         "decision-making;"),
        (TREATIES, "public_affairs", "Calls for the participation of women in political "
         "processes;"),
        (ACCOUNT, "sanctions", "Decides that the measures shall apply to individuals and entities "
         "that the Committee designates;"),
        (ACCOUNT, "crimes_against_humanity", "Recalls the most serious crimes of international "
         "concern;"),
        (ACCOUNT, "prosecution", "Recalls the duty to prevent and punish such acts;"),
        (COERCION, "humanitarian_goods", "Decides that the payment of funds that are needed for "
         "humanitarian assistance is permitted;"),
        (MECHANISMS, "access", "Urges all Governments to respond favourably to the requests of "
         "the Special Rapporteur on salt to visit their countries;"),
        (MECHANISMS, "access", "Notes that Orlavia has not responded to the requests of the "
         "Special Rapporteur for a visit;"),
        (ACCOUNT, "prosecution", "Decides to preserve evidence, with a view to any future "
         "criminal proceedings;"),
        (RELATIONS, "peaceful_settlement", "Reaffirms its commitment to a peaceful, diplomatic "
         "and political solution;"),
        (TREATIES, "self_determination", "Stresses the right of the people freely to determine "
         "their own political future;"),
        (TREATIES, "equality", "Calls for equal rights without regard to religion;"),
        (TREATIES, "public_affairs", "Calls for a representative government;"),
        (TREATIES, "health", "Notes that medical care is refused;"),
        (TREATIES, "social_security", "Notes that social benefits are refused;"),
        (TREATIES, "life", "Notes that prisoners are executed in secret;"),
        (TREATIES, "children", "Calls for the rights and the best interests of children;"),
        (COERCION, "measures", "Deplores economic coercive measures;"),
        (COERCION, "unlawfulness", "Deplores such coercive measures, which violate the Charter;"),
        (INQUIRY, "dialogue", "Calls for dialogue with the Government;"),
        (INQUIRY, "discrimination", "Deplores violations of human rights, including those of "
         "women;"),
        (INQUIRY, "life", "Condemns the use of lethal force and violence in the harbour;"),
        (TREATIES, "life", "Deplores the fatalities from attacks on the quays;"),
        (TREATIES, "public_affairs", "Recalls the will of the people as freely expressed by the "
         "results of the election;"),
    ],
)  # fmt: skip
def test_no_mandate_is_silent_on_what_is_said_in_other_words(
    mandate: str, topic: str, clause: str
) -> None:
    assert found(mandate, topic, clause).verdict != "silent"


@pytest.mark.parametrize(
    ("topic", "clause", "verdict"),
    [
        ("use_of_force", "Reaffirms its strong commitment to the sovereignty, independence, unity "
         "and territorial integrity of Orlavia;", "mentioned"),
        ("sovereign_equality", "Reaffirms its strong commitment to the sovereignty, independence, "
         "unity and territorial integrity of Orlavia;", "mentioned"),
        ("use_of_force", "Demands that Orlavia respect the territorial integrity of Vesmark;",
         "addressed"),
        ("good_faith", "Calls upon them to make every effort in good faith to reach agreement;",
         "mentioned"),
        ("good_faith", "Calls upon States to fulfil their obligations in good faith;", "addressed"),
    ],
)  # fmt: skip
def test_a_set_phrase_mentions_a_principle(topic: str, clause: str, verdict: str) -> None:
    assert found(RELATIONS, topic, clause).verdict == verdict


THEMATIC = "Thanks the Special Rapporteur on salt;"
COUNTRY = "Thanks the Special Rapporteur on the situation of human rights in Orlavia;"
BARE = "Urges all to help the Special Rapporteur;"


@pytest.mark.parametrize(
    ("clauses", "country", "thematic"),
    [
        ((THEMATIC, BARE), 0, 2),
        ((COUNTRY, BARE), 2, 0),
        ((COUNTRY, THEMATIC, BARE), 1, 2),
        ((BARE, COUNTRY), 1, 0),
        (("Thanks the Special Rapporteur on the situation of human rights defenders;",), 0, 1),
    ],
)
def test_the_special_rapporteur_is_the_one_last_named_in_full(
    clauses: tuple[str, ...], country: int, thematic: int
) -> None:
    topics = {each.id: len(each.evidence) for each in covered(MECHANISMS, *clauses).topics}
    assert (topics["special_rapporteur"], topics["special_procedures"]) == (country, thematic)


HOLDER = "Requests the mandate holder to report in spring;"
HOLDERS = "Requests all mandate holders to report in spring;"


@pytest.mark.parametrize(
    ("clauses", "country", "thematic"),
    [
        ((COUNTRY, HOLDER), 2, 0),
        ((THEMATIC, HOLDER), 0, 2),
        ((COUNTRY, HOLDERS), 1, 1),
        ((HOLDER,), 0, 1),
    ],
)
def test_the_mandate_holder_is_whoever_was_last_named(
    clauses: tuple[str, ...], country: int, thematic: int
) -> None:
    topics = {each.id: len(each.evidence) for each in covered(MECHANISMS, *clauses).topics}
    assert (topics["special_rapporteur"], topics["special_procedures"]) == (country, thematic)


@pytest.mark.parametrize(
    ("organ", "clause", "verdict"),
    [
        ("Human Rights Council", "Requests the Office of the High Commissioner to help;",
         "mentioned"),
        ("General Assembly", "Requests the Office of the High Commissioner to help;", "silent"),
        ("Human Rights Council", "Thanks the Office of the High Commissioner for Refugees;",
         "silent"),
    ],
)  # fmt: skip
def test_whose_a_short_name_is_may_be_settled_by_the_organ(
    organ: str, clause: str, verdict: str
) -> None:
    document = from_text(f"The {organ},\n\n1. {clause}\n".encode(), "draft.txt")
    (resolution,) = parse(document)
    topics = {each.id: each for each in cover(document, resolution, shipped("mechanisms")).topics}
    assert topics["ohchr"].verdict == verdict


def test_apart_from_the_body_that_its_topics_are_of_none_is_more_than_alluded_to() -> None:
    clause = "Calls for objectivity and non-selectivity;"
    others = ["Supports the universal periodic review;", *["Takes note of the salt works;"] * 5]
    assert found(REVIEW, "principles", clause, *others).verdict == "alluded"
    assert found(REVIEW, "principles", clause).verdict == "silent"
    named = "Calls for objectivity in the universal periodic review;"
    assert found(REVIEW, "principles", named).verdict == "addressed"


def principles(*clauses: str, title: str = "") -> list[str]:
    """The degree of each paragraph that speaks of the principles of the review."""
    text = "\n\n".join([title, "The General Assembly,", "Guided by the Charter,", *clauses])
    document = from_text(text.encode(), "draft.txt")
    (resolution,) = parse(document)
    coverage = cover(document, resolution, shipped(REVIEW))
    return [e.degree for t in coverage.topics if t.id == "principles" for e in t.evidence]


def test_one_mention_of_a_body_makes_its_topics_of_no_other_paragraph() -> None:
    clauses = [f"{n}. Notes the salt works;" for n in range(3, 8)]
    named, other = "1. Welcomes the universal periodic review;", "2. Calls for objectivity;"
    assert principles(named, other, *clauses) == ["alluded"]
    under = "1. Recalls that in the universal periodic review there is to be:\n\n(a) Objectivity;"
    assert principles(under, *clauses) == ["addressed"]
    titled = "Universal periodic review"
    assert principles(other, *clauses, title=titled) == ["addressed"]


def test_what_a_mandate_is_about_is_written_in_phrases() -> None:
    head = 'id = "a"\nname = "a"\nsource = "a"\ncamp = "a"\nabout = ["salt ..", "salt"]\n'
    topic = '[[topic]]\nid = "b"\nname = "b"\ndefinition = "b"\nsource = "b"\nterms = ["b"]\n'
    with pytest.raises(BadMandate, match="begins or ends with a gap") as caught:
        parsed((head + topic).encode(), "own.toml")
    assert "line 5" in str(caught.value)


@pytest.mark.parametrize(
    "body",
    ["Committee on Missing Persons", "Working Group on Enforced or Involuntary Disappearances"],
)
def test_a_body_whose_work_it_is_alludes_to_disappearance(body: str) -> None:
    assert found(TREATIES, "disappearance", f"Thanks the {body};").verdict == "alluded"


@pytest.mark.parametrize(
    ("clause", "verdict"),
    [
        ("Notes what is prohibited by sanctions;", "alluded"),
        ("Welcomes the waiving of sectoral sanctions;", "mentioned"),
        ("Rejects unilateral sanctions;", "addressed"),
    ],
)
def test_sanctions_alone_are_not_yet_unilateral(clause: str, verdict: str) -> None:
    assert found(COERCION, "measures", clause).verdict == verdict


def test_that_no_one_is_to_suffer_comes_back_to_what_the_clause_asks_for() -> None:
    clause = (
        "Calls upon Orlavia to ensure that nobody is held, in particular because of what they sell "
        "or where they live, and that no one is subjected to torture in the towers of the harbour, "
        "where the salt merchants of the island have been held for many a long year by its guards;"
    )
    assert found(TREATIES, "torture", clause).verdict == "addressed"


@pytest.mark.parametrize(
    ("condition", "clause", "verdict"),
    [
        ("all_rights", "Deplores violations of economic, social and cultural rights;", "bears on"),
        ("all_rights", "Stresses the indivisible nature of the Goals;", "not found"),
        ("all_rights", "Recalls the International Covenant on Civil and Political Rights, the "
         "International Covenant on Economic, Social and Cultural Rights;", "not found"),
        ("all_rights", "Stresses that all human rights are universal and indivisible;", "met"),
        ("cooperation", "Recalls its principles: social cooperation, national unity, rule of law, "
         "economic growth, human rights;", "not found"),
        ("cooperation", "Calls for cooperation and dialogue on human rights;", "met"),
    ],
)  # fmt: skip
def test_a_condition_is_not_met_by_other_words_for_other_matters(
    condition: str, clause: str, verdict: str
) -> None:
    conditions = covered("non-selectivity", clause).conditions
    assert next(each.verdict for each in conditions if each.id == condition) == verdict


ACCOUNTABILITY = "accountability"


@pytest.mark.parametrize(
    ("mandate", "topic", "clause"),
    [
        (ACCOUNTABILITY, "victims", "Recalls the truth and/or reconciliation commissions;"),
        (ACCOUNTABILITY, "victims", "Welcomes the Commission for Truth, Healing and Repair;"),
        (ACCOUNTABILITY, "sanctions",
         "Decides that all States shall prevent the entry into or transit through their "
         "territories of those whom the Committee lists;"),
        (ACCOUNTABILITY, "sanctions",
         "Decides that all States shall freeze without delay the funds of those listed;"),
        ("core-treaties", "expression", "Recalls the right to seek, receive and impart news;"),
        ("core-treaties", "assembly", "Calls upon States to protect civic space;"),
        ("core-treaties", "culture",
         "Condemns the destruction of cultural and natural heritage and the theft of cultural "
         "property;"),
        ("mechanisms", "special_rapporteur",
         "Reaffirms the independence of rapporteurs on thematic issues and on countries;"),
    ],
)  # fmt: skip
def test_what_the_organs_word_otherwise_addresses_a_topic(
    mandate: str, topic: str, clause: str
) -> None:
    assert found(mandate, topic, clause).verdict == "addressed"


@pytest.mark.parametrize(
    ("mandate", "topic", "clause", "verdict"),
    [
        (ACCOUNTABILITY, "prosecution",
         "Urges the Council to strengthen its accountability to the membership;", "silent"),
        (ACCOUNTABILITY, "victims", "Decides to redress the historical injustice;", "silent"),
        (ACCOUNTABILITY, "victims", "Urges firms to set up redress measures;", "mentioned"),
        (ACCOUNTABILITY, "genocide",
         "Recalls the judgment in Allegations of Genocide under the Treaty of Ports (Orlavia v. "
         "Meridia);",
         "mentioned"),
        ("core-treaties", "movement",
         "Regrets that the travel ban and asset freeze are not kept;", "silent"),
        ("friendly-relations", "use_of_force",
         "Affirms the right to live in peace within secure and recognized borders;", "mentioned"),
        ("friendly-relations", "peaceful_settlement",
         "Calls upon all to work for a durable peace;", "mentioned"),
        ("coi-dprk-findings", "discrimination",
         "Recalls its resolutions on the rights of the child;", "silent"),
        ("upr-modalities", "principles",
         "Calls for the universal coverage of warning systems;", "silent"),
        ("mechanisms", "special_procedures",
         "Urges it to let in the mandate holder on Orlavia;", "mentioned"),
    ],
)  # fmt: skip
def test_another_sense_or_a_name_is_no_more_than_it_says(
    mandate: str, topic: str, clause: str, verdict: str
) -> None:
    assert found(mandate, topic, clause).verdict == verdict
