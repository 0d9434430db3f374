"""Coverage on texts by other authors: what is another matter, and what the whole text is on."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from counterdraft.cover.cover import cover
from counterdraft.lexicon.mandate_files import shipped
from counterdraft.model.coverage import TopicCover
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

COERCION = "unilateral-coercive-measures"
RELATIONS = "friendly-relations"
RIGHTS = "coi-dprk"
DEVELOPMENT = "right-to-development"
ACCOUNTABILITY = "accountability"
TREATIES = "core-treaties"


def found(mandate: str, topic: str, clause: str, title: str | None = None) -> TopicCover:
    text = f"The General Assembly,\n\nGuided by the Charter,\n\n1. {clause}"
    document = from_text(text.encode(), "draft.txt")
    (resolution,) = parse(document)
    resolution = replace(resolution, title=title)
    topics = cover(document, resolution, shipped(mandate)).topics
    return next(each for each in topics if each.id == topic)


@pytest.mark.parametrize(
    ("mandate", "topic", "clause"),
    [
        (COERCION, "measures", "Notes the work of the sanctions committee on Orlavia;"),
        (COERCION, "measures", "Urges schools to use disciplinary sanctions with care;"),
        (COERCION, "measures", "Rejects unilateral measures aimed at changing the old town;"),
        (COERCION, "effects", "Notes that coercive measures breach humanitarian law;"),
        (COERCION, "extraterritoriality", "Deplores the extraterritorial killing of reporters;"),
        (RELATIONS, "cooperation", "Notes the technical cooperation among coastal States;"),
        (RELATIONS, "non_selectivity", "Calls for impartial, swift, full, independent and open "
         "investigations;"),
        (COERCION, "unlawfulness", "Condemns all who act in violation of the arms embargo;"),
        (COERCION, "effects", "Notes the impact of sanctions on those who spoil the peace;"),
        (COERCION, "repeal", "Calls for such laws on the press to be repealed;"),
        (RELATIONS, "non_selectivity", "Commends the impartial work of the harbour force;"),
        (RELATIONS, "non_selectivity", "Deplores the military confrontation at the river;"),
        (DEVELOPMENT, "peace", "Bears in mind its part in international peace and security;"),
        (DEVELOPMENT, "peace", "Supports disarmament, demobilization and reintegration;"),
        (DEVELOPMENT, "indivisibility", "Recalls that the Goals are integrated and indivisible;"),
        (DEVELOPMENT, "cooperation", "Notes the exports of developing countries;"),
        (ACCOUNTABILITY, "prosecution", "Notes the accountability system of the Secretariat;"),
        (ACCOUNTABILITY, "prosecution", "Deplores politically motivated prosecutions;"),
        (ACCOUNTABILITY, "icc", "Supports public prosecutors’ offices and courts;"),
        (ACCOUNTABILITY, "sanctions", "Notes excessive criminal sanctions in the press law;"),
        (DEVELOPMENT, "international_conditions", "Urges States to open labour markets to them;"),
        (DEVELOPMENT, "cooperation", "Asks it to support the Group of Least Developed Countries;"),
        (DEVELOPMENT, "international_conditions", "Notes the access of pupils to technology;"),
        (DEVELOPMENT, "massive_violations", "Notes the trial of those accused of genocide;"),
        (DEVELOPMENT, "national_policies", "Calls for an equitable geographical distribution;"),
        (DEVELOPMENT, "person", "Notes the part of women in the development, implementation and "
         "monitoring of the plan;"),
        (COERCION, "measures", "Urges all to apply the sanctions decided by the Security Council;"),
        (RELATIONS, "peaceful_settlement", "Commends Ombudsman and mediator institutions;"),
        (RELATIONS, "non_intervention", "Calls for early medical intervention in cases of need;"),
        (RIGHTS, "movement", "Urges all to ensure the freedom of movement of its personnel;"),
        (RIGHTS, "movement", "Deplores the illicit trafficking and diversion of arms;"),
        (RIGHTS, "humanitarian", "Stresses the catastrophic humanitarian consequences of war;"),
        (RIGHTS, "movement", "Notes the trafficking in firearms across the mountains;"),
        (RIGHTS, "movement", "Affirms that refugee and humanitarian law applies in the valley;"),
        (RIGHTS, "dialogue", "Calls for negotiations on a disarmament treaty;"),
        (RIGHTS, "accountability", "Notes transparency, accountability and thrift in banks;"),
    ],
)  # fmt: skip
def test_the_same_words_in_another_matter_are_no_sign(
    mandate: str, topic: str, clause: str
) -> None:
    assert found(mandate, topic, clause).verdict == "silent"


@pytest.mark.parametrize(
    ("mandate", "topic", "clause"),
    [
        (COERCION, "repeal", "Urges Orlavia to refrain from any unilateral measure against its "
         "neighbour that is contrary to the Charter;"),
        (COERCION, "unlawfulness", "Considers every unilateral economic measure contrary to the "
         "Charter;"),
        (COERCION, "repeal", "Calls upon all States neither to recognize such measures nor to "
         "apply them;"),
        (COERCION, "repeal", "Welcomes the appeal for waiving sanctions in time of need;"),
        (COERCION, "measures", "Opposes unilateral coercive measures aimed at the fishers;"),
        (COERCION, "extraterritoriality", "Rejects the extraterritorial application of the salt "
         "law;"),
        (COERCION, "political_pressure", "Calls upon all States to end economic coercion;"),
        (COERCION, "humanitarian_goods", "Regrets that medicines are kept out by the embargo;"),
        (COERCION, "measures", "Calls for an end to the economic and trade embargo;"),
        (RELATIONS, "non_selectivity", "Wishes human rights to be taken up with impartiality and "
         "objectivity;"),
        (DEVELOPMENT, "indivisibility", "Reaffirms that all human rights are indivisible;"),
        (DEVELOPMENT, "peace", "Links international peace and security with development;"),
        (ACCOUNTABILITY, "icc", "Invites the Council to refer the situation to the ICC;"),
        (ACCOUNTABILITY, "prosecution", "Calls for the prosecution of perpetrators of crimes;"),
        (RIGHTS, "movement", "Deplores restrictions of the freedom of movement of the people;"),
        (TREATIES, "health", "Calls for the treatment of HIV in every village;"),
        (TREATIES, "culture", "Notes the fruits of science and technology;"),
        (TREATIES, "children", "Calls for child protection in the camps;"),
        (RELATIONS, "use_of_force", "Rejects any attempt to redraw the borders of Orlavia;"),
        (RELATIONS, "peaceful_settlement", "Supports a mutually acceptable solution for the "
         "island;"),
        (RIGHTS, "discrimination", "Stresses that the rights of the child are to be upheld;"),
        (RIGHTS, "movement", "Notes the large movements of people along the river;"),
        (RIGHTS, "movement", "Deplores the trafficking of weapons and the trafficking of girls;"),
        (RIGHTS, "accountability", "Calls upon Orlavia to punish the perpetrators;"),
    ],
)  # fmt: skip
def test_a_topic_is_seen_in_words_of_other_authors(mandate: str, topic: str, clause: str) -> None:
    assert found(mandate, topic, clause).verdict in {"addressed", "mentioned"}


BY_THE_WAY = (
    "Takes note of the meeting of the ministers of the coast, which looked among much else into "
    "the care given in the harbour towns to every refugee from the islands and to all who host "
    "them, and into the repair of the roads;"
)
IN_A_LIST = (
    "Takes note of the meeting of the ministers of the coast on roads, the salt trade, fishing, "
    "refugees, harbours, light houses;"
)


@pytest.mark.parametrize(
    ("mandate", "topic", "clause"),
    [
        (DEVELOPMENT, "right", "Recalls that development is a human right;"),
        (DEVELOPMENT, "person", "Calls upon States to consult residents on development plans;"),
        (DEVELOPMENT, "person", "Stresses that nobody must be left behind;"),
        (DEVELOPMENT, "national_policies", "Urges States to lift families out of poverty;"),
        (DEVELOPMENT, "international_conditions", "Urges lenders to write off the debts;"),
        (DEVELOPMENT, "cooperation", "Invites all to help poor countries to build harbours;"),
        (DEVELOPMENT, "self_determination", "Affirms that a nation may freely dispose of its sea;"),
        (DEVELOPMENT, "massive_violations", "Condemns colonial rule and foreign domination;"),
        (DEVELOPMENT, "indivisibility", "Affirms that no hierarchy of rights exists;"),
        (
            DEVELOPMENT,
            "peace",
            "Calls for the resources freed by disarmament to go to development;",
        ),
        (COERCION, "measures", "Rejects sanctions imposed by one State acting alone;"),
        (COERCION, "repeal", "Calls upon States to lift the trade blockade;"),
        (COERCION, "unlawfulness", "Declares that autonomous sanctions breach the Charter;"),
        (
            COERCION,
            "extraterritoriality",
            "Deplores laws with effect beyond the borders of a State;",
        ),
        (COERCION, "effects", "Deplores the hardship that unilateral coercive measures bring;"),
        (COERCION, "humanitarian_goods", "Notes that banks refuse payments for medicine;"),
        (COERCION, "political_pressure", "Affirms that no State may coerce another State;"),
        (COERCION, "follow_up", "Invites all to monitor economic sanctions;"),
        (RELATIONS, "use_of_force", "Demands the withdrawal of the invading forces;"),
        (RELATIONS, "peaceful_settlement", "Urges both to settle their quarrel by talks;"),
        (RELATIONS, "non_intervention", "Rejects attempts to overthrow a Government;"),
        (RELATIONS, "cooperation", "Encourages all to live as good neighbours;"),
        (RELATIONS, "self_determination", "Supports their right to decide on their own future;"),
        (RELATIONS, "sovereign_equality", "Recalls that States have equal rights and duties;"),
        (RELATIONS, "good_faith", "Affirms that agreements must be kept;"),
        (RELATIONS, "non_selectivity", "Deplores the use of different yardsticks for some;"),
        (RELATIONS, "particularities", "Recalls that there is no single model of government;"),
    ],
)
def test_a_topic_is_addressed_in_natural_words(mandate: str, topic: str, clause: str) -> None:
    assert found(mandate, topic, clause).verdict == "addressed"


def test_what_the_title_names_is_addressed_wherever_it_is_named() -> None:
    topic = found(RIGHTS, "movement", BY_THE_WAY, "Refugees in the towns of Orlavia")
    assert topic.verdict == "addressed"
    assert "by its title" in topic.evidence[0].why


@pytest.mark.parametrize(
    ("clause", "title"),
    [(BY_THE_WAY, "Roads of Orlavia"), (BY_THE_WAY, None), (IN_A_LIST, "Refugees in Orlavia")],
)
def test_without_such_a_title_or_as_one_of_many_things_it_is_mentioned(
    clause: str, title: str | None
) -> None:
    assert found(RIGHTS, "movement", clause, title).verdict == "mentioned"


def test_a_title_makes_nothing_of_a_paragraph_that_does_not_name_it() -> None:
    clause = "Takes note of the repair of the roads;"
    assert found(RIGHTS, "movement", clause, "Refugees in Orlavia").verdict == "silent"


@pytest.mark.parametrize(
    ("verb", "verdict"), [("Calls upon", "addressed"), ("Takes note of the wish of", "mentioned")]
)
def test_what_is_asked_for_further_on_is_asked_for_too(verb: str, verdict: str) -> None:
    clause = (
        f"{verb} Orlavia to open the road to the coast, in particular for those who trade in salt "
        "and have lost their stores in the flood, and to combat impunity in the harbour towns, "
        "where many people have lived for a long time beside the salt pans and the old quays;"
    )
    assert found(RIGHTS, "accountability", clause).verdict == verdict


@pytest.mark.parametrize(
    ("further", "verdict"), [("and that it", "addressed"), ("that", "mentioned")]
)
def test_the_next_thing_that_a_verb_states_is_stated_too(further: str, verdict: str) -> None:
    clause = (
        f"Determines that the raid was planned, in particular by those who held the harbour, "
        f"{further} would be a breach of the sovereignty of Orlavia, whose people live by the salt "
        "trade and by what the fishers bring home from the islands in the summer;"
    )
    assert found(RELATIONS, "sovereign_equality", clause).verdict == verdict
