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
from tests.covering import found

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


@pytest.mark.parametrize(
    "clause",
    [
        "Condemns the baseless accusations about the salt works which a newspaper spread;",
        "Expresses its concern at double standards, and at unfounded allegations of theft and of "
        "labour in the salt works;",
        "Rejects all allegations about the salt works;",
        "Denounces the lie that children work in the salt works;",
        "Calls upon States to stop spreading fabricated reports about the salt works;",
        "Deplores those who invent stories about the salt works;",
    ],
)
def test_who_turns_an_allegation_down_denies_it_whatever_the_verb(clause: str) -> None:
    assert salt(clause).stance == "denies"


@pytest.mark.parametrize(
    "clause",
    [
        "Condemns the false imprisonment of women and reports of deaths in the salt works;",
        "Deplores that the Government dismisses as unfounded allegations of deaths in the salt "
        "works;",
        "Regrets the claim of the Government that deaths in the salt works are fabricated;",
        "Condemns false accusations of theft against those who fled the salt works;",
    ],
)
def test_an_allegation_of_something_else_or_called_false_by_others_denies_nothing(
    clause: str,
) -> None:
    assert salt(clause).stance == "raises"


@pytest.mark.parametrize(
    ("clause", "stance"),
    [
        ("Congratulates the Government on the end of the salt works;", "praises"),
        ("Expresses its appreciation to those States which have left the salt works;", "praises"),
        ("Welcomes the closure of the salt works;", "praises"),
        ("Commends the report of the Commission on the salt works;", "reports"),
        ("Commends the Office for its visit, in the light of the salt works;", "reports"),
    ],
)
def test_somebody_is_praised_for_what_is_done_and_not_for_a_document(
    clause: str, stance: str
) -> None:
    assert salt(clause).stance == stance


def of_note(line: str) -> TopicCover:
    """What a note that is no resolution comes to."""
    return cover(from_text(f"A note\n\n{line}\n".encode(), "note.txt"), None, own()).topics[0]


@pytest.mark.parametrize(
    "line",
    [
        "The salt works must be closed.",
        "States should end the work of children in the salt works.",
        "We call on the owner to open the salt works.",
        "The Commission recommends that the salt works be closed.",
        "Women in the salt works must have access to a doctor.",
        "The review found much, and the Government should now close the salt works.",
    ],
)
def test_a_note_asks_by_a_verb_of_asking_in_the_present(line: str) -> None:
    assert of_note(line).stance == "asks"


@pytest.mark.parametrize(
    "line",
    [
        "The recommendations on the salt works were published in spring.",
        "The Government requested time to answer the report on the salt works.",
        "The urgent request of a family from the salt works was refused.",
        "Guards who should have reported the salt works were silent.",
        "There must have been children in the salt works.",
        "The need to visit the salt works is not recorded.",
        "The report, which concludes that the salt works should be closed, is long.",
        "The salt works shall be closed, says an old law.",
    ],
)
def test_what_was_asked_or_what_others_say_should_be_done_is_told(line: str) -> None:
    assert of_note(line).stance == "reports"


def test_what_begins_with_the_verb_of_the_organ_stands_under_it() -> None:
    mandate = parsed(OWN.replace('"salt works"', '"deplor* .. salt works"').encode(), "own.toml")
    text = "The General Assembly,\n\nGuided by the Charter,\n\n1. Deplores the salt works;"
    document = from_text(text.encode(), "draft.txt")
    (resolution,) = parse(document)
    assert cover(document, resolution, mandate).topics[0].stance == "raises"


@pytest.mark.parametrize(
    ("clause", "stance"),
    [
        ("Decides to end the mandate of the independent Salt Commission;", "ends"),
        ("Rejects any attempt to refer the situation in Norway to the Salt Commission;", "ends"),
        ("Calls upon States not to support the Salt Commission;", "ends"),
        ("Decides that the Salt Commission on Norway shall be terminated;", "ends"),
        ("Decides that the mandate of the Salt Commission shall not be renewed;", "ends"),
        ("Decides not to approve the resources requested for the Salt Commission;", "ends"),
        ("Considers that the Salt Commission has served its purpose and should be closed;", "ends"),
        ("Calls for the dissolution of the Salt Commission;", "ends"),
        ("Decides to wind up the Salt Commission;", "ends"),
        ("Decides that the Salt Commission shall not be terminated before 2028;", "asks"),
        ("Urges that abuses which the Salt Commission found be ended;", "asks"),
        ("Takes note that the Salt Commission has come to an end;", "reports"),
        ("Rejects calls to end the mandate of the Salt Commission;", "raises"),
        ("Decides to extend the mandate of the Salt Commission until the end of 2030;", "asks"),
        ("Rejects any attempt to influence the Salt Commission;", "raises"),
        ("Urges States to end reprisals against the Salt Commission;", "asks"),
        ("Requests a report before the end of the mandate of the Salt Commission;", "asks"),
        ("Requests the Salt Commission no longer to report on Norway;", "ends"),
        ("Requests the Salt Commission to discontinue its reports on Norway;", "ends"),
        (
            "Invites the Council to refrain from extending the mandate of the Salt Commission;",
            "ends",
        ),
        ("Decides no longer to cooperate with the Salt Commission;", "ends"),
        ("Regrets that Norway refuses no longer to cooperate with the Salt Commission;", "raises"),
        ("Deplores any decision to end the mandate of the Salt Commission;", "raises"),
        ("Requests the Salt Commission to report, and Norway no longer to visit it;", "asks"),
    ],
)
def test_who_ends_an_inquiry_is_not_told_like_who_asks_for_one(clause: str, stance: str) -> None:
    mandate = parsed(OWN.replace('"salt works"', '"salt commission"').encode(), "own.toml")
    text = f"The General Assembly,\n\nGuided by the Charter,\n\n1. {clause}"
    document = from_text(text.encode(), "draft.txt")
    (resolution,) = parse(document)
    assert cover(document, resolution, mandate).topics[0].stance == stance


def test_nothing_is_asked_of_what_a_body_is_for_whose_end_is_asked() -> None:
    ended = "Decides not to renew the mandate of the Independent Expert on work in salt works;"
    kept = "Decides to renew the mandate of the Independent Expert on work in salt works;"
    assert [salt(each).stance for each in (ended, kept)] == ["reports", "asks"]


def test_what_is_to_be_looked_into_no_more_is_reported_and_not_asked_for() -> None:
    dropped = "Requests the Office no longer to report on the salt works;"
    assert [salt(each).stance for each in (dropped, dropped.replace("no longer ", ""))] == [
        "reports",
        "asks",
    ]


def of_torture(clause: str) -> str | None:
    return found("coi-dprk", "torture", clause).stance


@pytest.mark.parametrize(
    "clause",
    [
        "Denies that any person has been tortured;",
        "Stresses that there is no torture in Norway;",
        "Notes that the allegations of torture are false;",
    ],
)
def test_that_there_is_none_of_a_wrong_denies_it(clause: str) -> None:
    assert of_torture(clause) == "denies"


@pytest.mark.parametrize(
    ("clause", "stance"),
    [
        ("Requests Norway to ensure that there is no torture;", "asks"),
        ("Stresses the duty to ensure that there is no torture;", "reports"),
        ("Notes the claim that there is no torture;", "reports"),
        ("Stresses that there is no excuse for torture;", "reports"),
        ("Deplores that Norway denies that there was torture;", "raises"),
    ],
)
def test_a_hope_an_excuse_or_the_word_of_others_denies_nothing(clause: str, stance: str) -> None:
    assert of_torture(clause) == stance


def test_that_there_is_none_of_a_good_is_no_denial() -> None:
    missing = "Stresses that there is no freedom of expression in Norway;"
    assert found("coi-dprk", "expression", missing).stance == "reports"


@pytest.mark.parametrize(
    ("clause", "stance"),
    [
        ("Recalls the memorial for the victims of the salt works;", "reports"),
        ("Welcomes the active preservation of the sites of the salt works;", "reports"),
        ("Decides to consider it under the item entitled “End of the salt works”;", "reports"),
    ],
)
def test_what_is_remembered_or_a_title_is_neither_a_concern_nor_asked_for(
    clause: str, stance: str
) -> None:
    assert salt(clause).stance == stance


def degree(clause: str) -> str:
    return salt(clause).evidence[0].degree


@pytest.mark.parametrize(
    "clause",
    [
        "Urges all States, in particular the neighbours of the country, to close the salt works;",
        "Requests the Secretary-General, in accordance with his mandate, to visit the salt works "
        "and all that is worked there by children and by women;",
    ],
)
def test_what_is_asked_of_those_who_are_told_apart_is_not_by_the_way(clause: str) -> None:
    assert degree(clause) == "addressed"


@pytest.mark.parametrize(
    "clause",
    [
        "Urges all States to take measures, in particular by the training of officials and their "
        "staff in every town and village, to watch over the salt works and all other works there;",
        "Requests the Secretary-General, in the context of his long reports of past years on the "
        "salt works, to visit the towns and villages of all the countries of the whole region;",
    ],
)
def test_a_turn_behind_what_is_asked_is_by_the_way(clause: str) -> None:
    assert degree(clause) == "mentioned"


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        ("Calls for work in the region, such as efforts to build roads; open the salt works; and "
         "plant trees;", "mentioned"),
        ("Calls for work in the region, such as roads; to open the salt works;", "addressed"),
        ("Calls for work in the region; open salt works; and roads;", "addressed"),
        ("Requests the Chair to bring it to the attention of all Governments and the salt works;",
         "mentioned"),
    ],
)  # fmt: skip
def test_an_example_behind_a_semicolon_or_a_reader_of_the_text_is_by_the_way(
    clause: str, expected: str
) -> None:
    assert degree(clause) == expected


@pytest.mark.parametrize(
    ("clause", "stance"),
    [
        ("Welcomes the release of some, concerned about deaths in the salt works;", "raises"),
        ("Recognizes the efforts made, but deeply alarmed by deaths in the salt works;", "raises"),
        ("Demands that the raids cease, deploring deaths in the salt works;", "raises"),
        ("Condemns the raids, welcoming the progress made in the salt works;", "praises"),
        ("Calls upon those concerned about the salt works to meet;", "asks"),
        ("Calls for help, including by protecting some and condemning the salt works;", "asks"),
    ],
)  # fmt: skip
def test_what_is_voiced_in_an_apposition_is_not_what_the_verb_says(
    clause: str, stance: str
) -> None:
    assert salt(clause).stance == stance


@pytest.mark.parametrize(
    ("clause", "stance"),
    [
        ("Rejects the reports on the salt works as fabricated;", "denies"),
        ("Rejects the report on the salt works as a fabrication by rivals;", "denies"),
        ("Rejects the allegations of raids on the salt works;", "denies"),
        ("Condemns the fabrication of reports on the salt works;", "denies"),
        ("Notes that the reports of raids on the salt works have proved unfounded;", "denies"),
        ("Notes that no evidence of the crime of salting was found;", "denies"),
        ("Notes that no evidence of the crime of salting was kept;", "reports"),
        ("Notes that the reports on the salt works have not proved unfounded;", "reports"),
        ("Rejects the report on the salt works as incomplete;", "reports"),
        ("Condemns the use of the salt works as a pretext for sanctions;", "reports"),
        ("Deplores the fact that the salt works have been politicized;", "reports"),
        ("Deplores that the Government rejects allegations of raids on the salt works;", "raises"),
        ("Condemns the use of force against the salt works;", "raises"),
    ],
)
def test_a_report_that_is_turned_down_or_a_pretext_raises_nothing(clause: str, stance: str) -> None:
    assert salt(clause).stance == stance


@pytest.mark.parametrize(
    ("clause", "stance"),
    [
        ("Affirms that the crime of salting constitutes a grave violation of the law;", "raises"),
        ("Stresses that the salt works are contrary to international law;", "raises"),
        ("Stresses that the salt works of the league are illegal;", "raises"),
        ("Stresses that these are illegal salt works;", "raises"),
        ("Stresses that the salt works are open and any violation of them is told;", "reports"),
        ("Notes the question whether the salt works are illegal;", "reports"),
        ("Notes the question if the league at the salt works may be in breach of rules;",
         "reports"),
        ("Recalls the Act, in which the members agreed to oppose and condemn the salt works;",
         "reports"),
        ("Recalls article 1, which provides that none may be deprived of his salt works;",
         "reports"),
    ],
)  # fmt: skip
def test_what_the_law_says_of_it_raises_it_and_what_others_say_does_not(
    clause: str, stance: str
) -> None:
    assert salt(clause).stance == stance


def test_the_second_of_two_participles_is_no_verb_of_the_organ() -> None:
    clause = "Recalls the aims, including promoting and encouraging work in the salt works;"
    assert salt(clause).stance == "reports"
