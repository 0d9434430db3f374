"""What is known of the field: tables that load, name their sources and agree with themselves."""

from __future__ import annotations

import itertools
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import counterdraft.lexicon.load
from counterdraft.errors import LexiconError
from counterdraft.lexicon.actors import actors, class_of
from counterdraft.lexicon.akn import NOBODY, actor_of
from counterdraft.lexicon.force import labels, stronger
from counterdraft.lexicon.load import load
from counterdraft.lexicon.organs import council_year, council_years, organ_of, organs
from counterdraft.lexicon.states import (
    find_states,
    fold_name,
    group_names,
    namesakes,
    state_names,
    state_of,
)
from counterdraft.lexicon.treaties import treaties
from counterdraft.lexicon.verbs import verbs
from counterdraft.model import AddresseeClass

FOLDER = Path(str(files("counterdraft.lexicon")))
TABLES = sorted(FOLDER.rglob("*.toml"))


def names(tables: list[Path]) -> list[str]:
    return [table.relative_to(FOLDER).with_suffix("").as_posix() for table in tables]


# Every table


@pytest.mark.parametrize("name", names(TABLES))
def test_a_table_loads(name: str) -> None:
    assert load(name)


@pytest.mark.parametrize("table", TABLES, ids=names(TABLES))
def test_a_table_names_its_source(table: Path) -> None:
    text = table.read_text("utf-8")
    assert re.search(r"^# source: \S|^source = \"\S", text, re.MULTILINE)


def test_a_table_that_is_missing_is_an_error() -> None:
    with pytest.raises(LexiconError, match=r"^lexicon/none\.toml: no such table"):
        load("none")


def test_a_table_that_is_no_toml_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "broken.toml").write_text("a = = 1")
    monkeypatch.setattr(counterdraft.lexicon.load, "files", lambda _: tmp_path)
    with pytest.raises(LexiconError, match=r"^lexicon/broken\.toml: .*line 1"):
        load("broken")


# Force


FORCES = sorted(labels())


@given(st.sampled_from(FORCES))
def test_property_nothing_is_stronger_than_itself(force: str) -> None:
    assert stronger(force, force) is None


@given(st.sampled_from(FORCES), st.sampled_from(FORCES))
def test_property_of_two_only_one_is_stronger(one: str, other: str) -> None:
    assert {stronger(one, other), stronger(other, one)} in ({True, False}, {None})


def test_what_is_stronger_than_the_stronger_is_stronger() -> None:
    for one, other, third in itertools.product(FORCES, repeat=3):
        if stronger(one, other) and stronger(other, third):
            assert stronger(one, third)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("demand", "urge"),
        ("urge", "call"),
        ("call", "encourage"),
        ("request", "encourage"),
        ("encourage", "invite"),
        ("demand", "invite"),
        ("condemn", "deplore"),
        ("condemn", "regret"),
        ("welcome", "note"),
        ("endorse", "welcome"),
    ],
)
def test_some_verbs_are_stronger(one: str, other: str) -> None:
    assert stronger(one, other) is True
    assert stronger(other, one) is False


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("call", "request"),
        ("note", "recall"),
        ("condemn", "demand"),
        ("commend", "welcome"),
        ("decide", "recommend"),
        ("decide", "endorse"),
        ("decide", "note"),
        ("affirm", "recognize"),
    ],
)
def test_some_verbs_do_not_compare(one: str, other: str) -> None:
    assert stronger(one, other) is None


# Verbs


def entries() -> Iterator[dict[str, Any]]:
    yield from load("en/verbs")["verb"]


def test_each_verb_stands_once() -> None:
    counted = Counter(entry["lemma"] for entry in entries())
    assert [lemma for lemma, n in counted.items() if n > 1] == []


def test_each_verb_has_a_known_force() -> None:
    assert {entry.get("force") for entry in entries()} <= set(FORCES)


def test_each_noun_has_a_known_force() -> None:
    assert set(verbs().noun_force.values()) <= set(FORCES)


def test_every_force_has_a_verb_or_a_noun() -> None:
    used = {entry["force"] for entry in entries()} | set(verbs().noun_force.values())
    assert set(FORCES) == used


def test_the_forms_of_a_verb_are_words() -> None:
    for head, forms in verbs().forms.items():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)?", head)
        assert all(form.form == "participle" or head.endswith("s") for form in forms)


def test_taking_note_is_as_neutral_as_noting() -> None:
    forces = {entry["lemma"]: entry["force"] for entry in entries()}
    assert forces["take note"] == forces["note"] == "note"


# Actors


def test_classes_of_actors_are_those_of_the_model() -> None:
    assert {entry["class"] for entry in load("en/actors")["actor"]} <= set(get_args(AddresseeClass))


def test_no_actor_has_two_classes() -> None:
    terms = [
        (term, entry["class"]) for entry in load("en/actors")["actor"] for term in entry["terms"]
    ]
    counted = Counter(term for term, _ in set(terms))
    assert [term for term, n in counted.items() if n > 1] == []


def test_every_actor_is_matched_whole_and_classed() -> None:
    for term, class_ in actors().classes.items():
        found = actors().terms.match(f"{term} to")
        assert found is not None
        assert (found[0], class_of(term)) == (term, class_)


# Organs


def test_organs_have_names_of_their_own() -> None:
    counted = Counter(name.lower() for organ in organs() for name in organ.names)
    assert [name for name, n in counted.items() if n > 1] == []


@pytest.mark.parametrize("organ", organs(), ids=lambda organ: organ.id)
def test_an_organ_is_found_by_each_of_its_names(organ: Any) -> None:
    assert {organ_of(name) for name in organ.names} == {organ}
    assert {organ_of(f"the {name.upper()}") for name in organ.names} == {organ}
    assert organ.name in organ.names


def test_who_is_no_organ() -> None:
    assert organ_of("Parliamentary Assembly") is None


# The Security Council's numbers


def test_the_councils_years_follow_one_another() -> None:
    years = list(council_years())
    assert years == list(range(1946, years[-1] + 1))


def test_the_councils_numbers_follow_one_another() -> None:
    numbers = list(council_years().values())
    assert all(one.stop == other.start for one, other in itertools.pairwise(numbers))
    assert all(len(year) > 0 for year in numbers)


@pytest.mark.parametrize(
    ("number", "year"),
    [(1, 1946), (242, 1967), (678, 1990), (1325, 2000), (1540, 2004), (1718, 2006), (2231, 2015)],
)
def test_a_number_of_the_council_has_its_year(number: int, year: int) -> None:
    assert council_year(number) == year


@pytest.mark.parametrize("number", [0, -1, 99_999])
def test_a_number_that_the_council_has_not_reached_has_none(number: int) -> None:
    assert council_year(number) is None


# Sessions


def sessions(kind: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = load("ga_sessions")[kind]
    return found


def test_regular_sessions_are_counted_without_a_gap() -> None:
    numbers = [session["number"] for session in sessions("regular")]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("kind", ["regular", "special", "emergency"])
def test_a_session_opens_before_it_closes(kind: str) -> None:
    for session in sessions(kind):
        opened, closed = session.get("opened"), session.get("closed")
        assert opened is None or opened.startswith(str(session["year_opened"]))
        assert opened is None or closed is None or opened <= closed


# States


def test_states_have_names_of_their_own() -> None:
    every = [
        (fold_name(alias), entry["name"])
        for entry in (*load("states")["state"], *load("states")["group"])
        for alias in (entry["name"], *entry.get("aliases", ()))
    ]
    counted = Counter(folded for folded, _ in set(every))
    assert [folded for folded, n in counted.items() if n > 1] == []


@pytest.mark.parametrize("entry", load("states")["state"], ids=lambda entry: entry["name"])
def test_a_state_is_found_by_each_of_its_names(entry: dict[str, Any]) -> None:
    for alias in (entry["name"], *entry.get("aliases", ())):
        assert state_of(alias) == entry["name"]


@pytest.mark.parametrize("name", sorted({*state_names().values(), *group_names().values()}))
def test_a_state_or_group_is_found_in_a_text(name: str) -> None:
    (found,) = find_states(f"of {name}, who")
    assert (found.name, found.start, found.end) == (name, 3, 3 + len(name))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Niger and Nigeria", ["Niger", "Nigeria"]),
        ("GUINEA-BISSAU", ["Guinea-Bissau"]),
        ("the DPRK", ["Democratic People’s Republic of Korea"]),
        ("a chad of paper", []),
        ("Jordanian", []),
        ("the us", []),
        ("Non-Japan", []),
        ("American Samoa and Samoa", ["Samoa"]),
        ("the Lake Chad Basin, Chad", ["Chad"]),
        ("the United States Virgin Islands of the United States", ["United States of America"]),
        ("Northern Ireland, Ireland", ["Ireland"]),
        ("the Gulf of Guinea near Equatorial Guinea", ["Equatorial Guinea"]),
        ("southern Sudan, and Southern Sudan", ["Sudan"]),
        ("the Jordan Valley, in Jordan", ["Jordan"]),
    ],
)
def test_a_name_is_found_as_a_word(text: str, expected: list[str]) -> None:
    assert [fold_name(found.name) for found in find_states(text)] == list(map(fold_name, expected))


def test_a_namesake_bears_the_name_of_a_state() -> None:
    names = {**state_names(), **group_names()}
    for each in namesakes():
        assert any(f" {name} " in f" {each} " for name in names), each
        assert each not in names


@given(st.text(st.sampled_from("Côte d’Ivoire İFranceß ,(")))
def test_property_a_state_stands_where_it_is_said_to(text: str) -> None:
    for found in find_states(text):
        assert 0 <= found.start < found.end <= len(text)


def test_codes_of_states_are_their_own() -> None:
    present = [entry for entry in load("states")["state"] if "until" not in entry]
    counted = Counter(entry["iso3"] for entry in present if "iso3" in entry)
    assert [code for code, n in counted.items() if n > 1] == []
    assert all(re.fullmatch("[A-Z]{3}", code) for code in counted)


def test_there_are_193_members() -> None:
    members = [e for e in load("states")["state"] if "member_since" in e and "until" not in e]
    assert len(members) == 193


# Treaties


def test_treaties_have_ids_and_names_of_their_own() -> None:
    ids = Counter(treaty.id for treaty in treaties())
    every = {(name, t.id) for t in treaties() for name in (t.name, *t.aliases)}
    assert [each for each, n in ids.items() if n > 1] == []
    counted = Counter(name for name, _ in every)
    assert [name for name, n in counted.items() if n > 1] == []


def test_what_a_treaty_includes_is_there() -> None:
    ids = {treaty.id for treaty in treaties()}
    for entry in load("en/treaties")["treaty"]:
        assert set(entry.get("includes", ())) <= ids


@pytest.mark.parametrize("table", TABLES, ids=names(TABLES))
def test_every_date_of_a_table_is_one(table: Path) -> None:
    def dates(value: object) -> Iterator[str]:
        if isinstance(value, dict):
            for key, each in value.items():
                if isinstance(each, str) and key in {
                    "adopted",
                    "signed",
                    "member_since",
                    "observer_since",
                    "opened",
                    "closed",
                }:
                    yield str(each)
                else:
                    yield from dates(each)
        elif isinstance(value, list):
            for each in value:
                yield from dates(each)

    for said in dates(tomllib.loads(table.read_text("utf-8"))):
        date.fromisoformat(f"{said}-01" if len(said) == 7 else said)


# Akoma Ntoso


def test_every_organ_has_its_name_in_akoma_ntoso() -> None:
    actors_found = [actor_of(organ.name) for organ in organs()]
    assert NOBODY not in actors_found
    assert len(set(actors_found)) == len(actors_found)
    assert actor_of("the general assembly").guidelines == "un-ga"
    assert actor_of(None) is actor_of("Nobody") is NOBODY
