"""Whose "agencies", "bodies" and "parties" are, where the noun alone names nobody."""

from __future__ import annotations

import pytest

from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text


def kinds(words: str, organ: str = "General Assembly") -> list[tuple[str, str]]:
    text = f"The {organ},\n\nRecalling its rules,\n\n1. {words};\n\n2. Takes note of it."
    (resolution,) = parse(from_text(text.encode(), "x"))
    return [(each.text, each.class_) for each in resolution.paragraphs[1].addressees]


@pytest.mark.parametrize(
    ("who", "class_"),
    [
        ("regulatory agencies", "other"),
        ("national lamp management agencies", "other"),
        ("humanitarian agencies", "other"),
        ("relevant entities", "other"),
        ("private entities", "private_sector"),
        ("international agencies", "regional_orgs"),
        ("other relevant regional and subregional bodies", "regional_orgs"),
        ("other appropriate national and international agencies", "other"),
        ("international humanitarian agencies", "other"),
        ("private organizations", "private_sector"),
        ("development organizations", "other"),
        ("relevant organizations", "regional_orgs"),
        ("agencies of the United Nations system", "un_entities"),
        ("the entities that compose United Nations Action against Darkness", "un_entities"),
        ("the legislative bodies of participating organizations", "un_entities"),
        ("the common system organizations", "un_entities"),
        ("the governing bodies", "un_entities"),
        ("the governing bodies of the multilateral development banks", "ifis"),
        ("international financial institutions", "ifis"),
        ("domestic financial institutions", "other"),
        ("regional and local governments", "other"),
        ("local authorities", "other"),
        ("national authorities", "member_states"),
        ("all opposition parties", "other"),
        ("political and religious leaders", "other"),
        ("religious leaders", "civil_society"),
        ("all High Contracting Parties", "member_states"),
        ("nongovernmental organizations", "civil_society"),
    ],
)
def test_a_noun_of_many_is_of_whom_its_words_say(who: str, class_: str) -> None:
    (one,) = kinds(f"Invites {who} to light the lamps")
    assert one[1] == class_


def test_a_list_tells_whose_its_members_are() -> None:
    for listed, classes in (
        ("agencies, funds and bodies within the United Nations system", {"un_entities"}),
        ("organizations and agencies of the United Nations", {"un_entities"}),
        ("the United Nations organs, bodies and agencies", {"un_entities"}),
        ("the United Nations system, including its agencies", {"un_entities"}),
        ("bodies, specialized agencies and agencies", {"un_entities"}),
        ("relevant international organizations and bodies", {"regional_orgs"}),
        ("United Nations bodies and other bodies", {"un_entities", "other"}),
        ("the private sector and other relevant entities", {"private_sector", "other"}),
        ("the United Nations and relevant organizations", {"un_entities", "regional_orgs"}),
    ):
        assert {each for _, each in kinds(f"Invites {listed} to light the lamps")} == classes


def test_those_entities_are_of_the_system_that_their_paragraph_names() -> None:
    for before, class_ in (("the United Nations", "un_entities"), ("the bridges", "other")):
        ((_, found),) = kinds(
            f"Welcomes the work of {before}, and encourages those entities to act"
        )
        assert found == class_


@pytest.mark.parametrize(
    ("rest", "class_"),
    [
        ("protect civilians", "armed_parties"),
        ("respect international humanitarian law", "armed_parties"),
        ("implement the Lantern Convention", "member_states"),
        ("work together on the lamps", "other"),
    ],
)
def test_who_the_parties_are_says_what_their_paragraph_is_about(rest: str, class_: str) -> None:
    assert kinds(f"Urges all parties to {rest}") == [("all parties", class_)]


def test_in_a_text_of_a_conference_of_the_parties_they_are_states() -> None:
    words = "Urges parties to light lamps;\n\n2. Recalls the Conference of the Parties"
    assert kinds(words) == [("parties", "member_states")]


def test_states_in_particular_are_no_more_than_the_parties() -> None:
    found = kinds("Urges all parties, in particular small island developing States, to act")
    assert found == [("all parties", "other")]


@pytest.mark.parametrize(
    ("who", "class_"),
    [
        ("the Commission of ECOWAS", "regional_orgs"),
        ("the Chairperson of ECOWAS", "regional_orgs"),
        ("the High Representative of the European Union", "regional_orgs"),
        ("the Commission", "ga_body"),
        ("all human rights bodies", "special_procedures"),
        ("national human rights bodies", "other"),
    ],
)
def test_a_body_is_of_whoever_is_named_behind_it(who: str, class_: str) -> None:
    assert kinds(f"Invites {who} to light the lamps") == [(who, class_)]


def test_them_are_of_a_class_only_where_all_who_were_named_are() -> None:
    both = kinds("Thanks all Governments and donors, and encourages them to light the lamps")
    assert both == [("them", "other")]
    donors = kinds("Thanks bilateral donors and other donors, and encourages them to go on")
    assert donors == [("them", "donors")]


@pytest.mark.parametrize("adverb", ["thus", "thereby", "consequently"])
def test_an_act_that_follows_from_another_is_told(adverb: str) -> None:
    found = kinds(f"Deplores the dark, and {adverb} calls upon all States to light lamps")
    assert found == [("all States", "member_states")]
