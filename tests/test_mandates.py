"""Mandates: all that ship are sound, and what is wrong in a file is said with its line and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterdraft.errors import BadMandate, UnknownMandate
from counterdraft.lexicon.cover_words import cover_words
from counterdraft.lexicon.force import labels
from counterdraft.lexicon.mandate_files import LARGEST, mandate_names, mandate_of, parsed, shipped

PATTERNS = (
    "food", "prison_camps", "torture", "arbitrary_detention", "discrimination", "expression",
    "life", "movement", "disappearance", "crimes_against_humanity", "accountability", "mechanisms",
    "humanitarian", "dialogue",
)  # fmt: skip

HEAD = """id = "salt"
name = "Salt works"
source = "written for a test"
camp = "nobody"
"""
TOPIC = """
[[topic]]
id = "salt"
name = "Salt"
definition = "Work in the salt works."
source = "written for a test"
terms = ["salt works"]
"""


@pytest.mark.parametrize("name", mandate_names())
def test_every_mandate_that_ships_is_sound_and_names_its_sources(name: str) -> None:
    mandate = shipped(name)
    assert mandate.id == name
    assert mandate.topics or mandate.conditions
    assert all(len(each.source) > 3 for each in (*mandate.topics, *mandate.conditions))


def test_the_patterns_of_the_commission_are_whole() -> None:
    assert tuple(topic.id for topic in shipped("coi-dprk").topics) == PATTERNS


def test_several_camps_are_there() -> None:
    assert {
        "coi-dprk",
        "friendly-relations",
        "unilateral-coercive-measures",
        "core-treaties",
    } <= set(mandate_names())


def test_the_forces_of_stances_are_those_of_the_lexicon() -> None:
    words = cover_words()
    assert words.raises | words.asks | words.praises <= set(labels())


def test_a_topic_may_be_recognised_as_those_of_another_mandate() -> None:
    text = HEAD + TOPIC.replace('terms = ["salt works"]', 'like = ["coi-dprk/food"]')
    (topic,) = parsed(text.encode(), "own.toml").topics
    assert topic.terms == shipped("coi-dprk").topics[0].terms
    assert topic.name == "Salt"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD, "neither topics nor conditions"),
        (HEAD + TOPIC + TOPIC, "own.toml, line 14, topic.2.id: 'salt' is the id of topic.1 too"),
        (HEAD + TOPIC + 'colour = "red"\n', "line 12, topic.1.colour: there is no key 'colour'"),
        (HEAD + TOPIC.replace("definition", "meaning"), "topic.1.meaning: there is no key"),
        (HEAD + TOPIC + 'term = ["salt"]\n', "no key 'term'. Did you mean terms?"),
        (HEAD + TOPIC.replace("[[topic]]", "[[topics]]"), "key 'topics'. Did you mean topic?"),
        (HEAD + TOPIC + '[[topic.together]]\nones = ["a"]\n', "no key 'ones'. Did you mean one?"),
        (HEAD.replace('"salt"', '"The salt"'),
         "line 1, id: it should be small letters and digits, with - or _ between"),
        (HEAD.replace('"nobody"', '""'), "line 4, camp: it is empty"),
        (HEAD.replace("nobody", "x" * 2001), "line 4, camp: it has more than 2000 characters"),
        (HEAD + TOPIC + '[[topic.together]]\none = ["a"]\nwith = []\n', "with: it is empty"),
        (HEAD + TOPIC + '[[topic.together]]\none = ["a"]\nwith = ["b"]\nwithin = 99\n',
         "within: it should be 60 at most"),
        (HEAD + TOPIC + 'treaties = ["CRPD"]\n', "the id 'CRPD'; 'crpd' is near"),
        ('name = "x"\n' + TOPIC, "the key 'id' is missing"),
        (HEAD + TOPIC.replace('["salt works"]', '"salt"'),
         "line 11, topic.1.terms: it should be a list in square brackets"),
        (HEAD + TOPIC.replace("salt works", "salt (works)"), "line 11, topic.1.terms.1: 'salt ("),
        (
            HEAD + TOPIC.replace('["salt works"]', '[\n  "salt",\n  "sal*t",\n]'),
            "line 13, topic.1.terms.2:",
        ),
        (HEAD + TOPIC + 'treaties = ["cat", "iccrp"]\n', "line 12, topic.1.treaties.2: no"),
        (HEAD + TOPIC + 'like = ["coi-dprk/foot"]\n', "line 12, topic.1.like.1: the mandate"),
        (HEAD + TOPIC + 'citations = ["A/RES/70/1", "22/13"]\n',
         "line 12, topic.1.citations.2: '22/13' is no symbol in full form"),
        (HEAD + TOPIC + 'like = ["food"]\n', "is not written like 'coi-dprk/food'"),
        (HEAD + TOPIC.replace('["salt works"]', "[]"), "nothing by which it is recognised"),
        (
            HEAD + TOPIC + '[[topic.together]]\none = ["a*"]\nwith = ["salt"]\n',
            "line 13, topic.1.together.1.one.1:",
        ),
        (
            HEAD + TOPIC + 'named = [\n  { name = "a", terms = ["b"] },\n'
            '  { name = "c", terms = ["d", "+"] },\n]\n',
            "line 14, topic.1.named.2.terms.2:",
        ),
        (HEAD + TOPIC + 'naming = "maybe"\n',
         "line 12, topic.1.naming: 'maybe' is no value of it: there are 'mentions', 'addresses'"),
        (HEAD + TOPIC.replace("[[topic]]", "[[condition]]") + 'must = "hold"\nmet_by = ["x"]\n',
         "condition.1.met_by.1: 'x' is no value of it: there are 'raises', 'denies', "),
        (HEAD + TOPIC + 'unbis = ["Hunger"]\n',
         "topic.1.unbis.1: 'Hunger' is not written as the UNBIS thesaurus does: 'HUNGER'"),
        (HEAD + TOPIC + 'note = """\nx\n', "own.toml, line 12, topic.1.note: it is not TOML: "),
        (HEAD + "[[topic]\n", "own.toml, line 5: it is not TOML: "),
        (HEAD + "a = " + "[" * 3000, "own.toml: its lists or tables stand too deep"),
    ],
)  # fmt: skip
def test_a_fault_is_said_with_its_line_and_key(text: str, said: str) -> None:
    with pytest.raises(BadMandate) as raised:
        parsed(text.encode(), "own.toml")
    assert said in str(raised.value)


def test_a_file_that_is_not_text_or_too_large_or_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadMandate, match="line 2: it is not UTF-8"):
        parsed(b"id = 'a'\n\xff", "own.toml")
    large = tmp_path / "large.toml"
    large.write_bytes(b"#" * (LARGEST + 1))
    with pytest.raises(BadMandate, match="larger than"):
        mandate_of(str(large))
    with pytest.raises(UnknownMandate, match="cannot be read"):
        mandate_of(str(tmp_path / "none.toml"))


def test_a_file_whose_name_does_not_end_as_one_is_told_how_it_should(tmp_path: Path) -> None:
    path = tmp_path / "own.txt"
    path.write_text(HEAD + TOPIC)
    with pytest.raises(UnknownMandate, match=r"ends in \.toml"):
        mandate_of(str(path))


def test_a_name_that_is_nearly_one_is_put_right() -> None:
    with pytest.raises(UnknownMandate, match="Did you mean coi-dprk"):
        mandate_of("coi-dpkr")
