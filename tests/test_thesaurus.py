"""The UNBIS thesaurus as a register: how it is read, and what the concepts of mandates are.

The real one is not ours to publish, so it lies beside the checkout (``../shared/data/registers``).
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from counterdraft.cli.app import app
from counterdraft.errors import BadMandate, CounterdraftError, NoRegister
from counterdraft.jobs.cover import cover_files
from counterdraft.jobs.registers import concepts_at, import_registers, open_registers
from counterdraft.lexicon.concepts import Concepts, concepts_of
from counterdraft.lexicon.mandate_concepts import MOST_TOLD
from counterdraft.lexicon.mandate_files import mandate_names, mandate_of, shipped
from counterdraft.model.coverage import Coverage
from counterdraft.model.register import CONCEPTS
from counterdraft.registers.kinds import Given, Read, take
from counterdraft.registers.thesaurus import LARGEST, NAME

EXAMPLES = Path(__file__).parent.parent / "examples"
RIVAL = str(EXAMPLES / "rival.txt")
REAL = (
    Path(__file__).parent.parent.parent / "shared" / "data" / "registers"
    / "unbis-thesaurus.json.gz"
)  # fmt: skip
beside = pytest.mark.skipif(not REAL.exists(), reason=f"there is no {REAL}")

TERMS = (
    ("1000001", "PRISON CAMP"), ("1000002", "HUNGER"), ("1000003", "ASYLUM SEEKERS"),
    ("c_0a1b", "RIGHT OF ASYLUM"), ("010100", "TORTURE"), ("1000004", "TORTURE"),
)  # fmt: skip
MANDATE = """id = "own"
name = "Own"
source = "written for a test"
camp = "nobody"

[[topic]]
id = "torture"
name = "Torture"
definition = "Torture, named as such."
source = "written for a test"
terms = ["deaths in custody"]
unbis = [
  "TORTURE",
  "ASYLUM", "HUNGRE",
]
"""


def thesaurus(*terms: tuple[str, str]) -> bytes:
    topics = [
        {"identifier": number, "url": f"http://example.org/{number}", "related": ["1000009"],
         "labels": {"fr": "QUELQUE CHOSE", "en": term}}
        for number, term in terms
    ]  # fmt: skip
    return json.dumps({"topics": topics}).encode()


def read(data: bytes) -> Read:
    (found,) = take([Given("terms.json", data)])
    return found


def cover(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["cover", *arguments])


@pytest.fixture
def own(tmp_path: Path) -> tuple[str, str]:
    """A mandate, two concepts of which are none, and a thesaurus."""
    mandate, terms = tmp_path / "own.toml", tmp_path / "terms.json"
    mandate.write_text(MANDATE)
    terms.write_bytes(thesaurus(*TERMS))
    return str(mandate), str(terms)


@pytest.mark.parametrize("packed", [bytes, gzip.compress, b"\xef\xbb\xbf".__add__])
def test_a_thesaurus_is_a_register_of_concepts(packed: Callable[[bytes], bytes]) -> None:
    found = read(packed(thesaurus(*TERMS)))
    assert found.taken is not None
    assert not found.problems
    assert found.taken.name == NAME
    first = found.taken.entries[0]
    assert (first.act, first.subject, first.value) == ("concept", "PRISON CAMP", "1000001")
    assert first.source == "http://example.org/1000001"
    assert first.date is None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"topics": ' + b"[" * 100_000, "topics.1: it is JSON, and not as a thesaurus"),
        (b'{"x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", "stands too deep in each other"),
        (b'{"topics": [{"identifier": 5, "labels": {"en": "A"}}]}', "topics.1.identifier: it is"),
        (b'{"topics": [{"identifier": "5", "labels": {}}, {"identifier": "6"}]}',
         "topics.2.labels: it is JSON"),
        (b'{"terms": []}', "terms.json: it is JSON, and no thesaurus: it has no topics. See"),
        (b"[1, 2]", "terms.json: it is JSON, and not as a thesaurus is written"),
        (b'{"topics": []}', "none of its topics has a term in English"),
        (b'{"topics": [{"identifier": "5", ', "it begins as JSON does, and is none"),
        (b'{"topics": [{"identifier": "\xff"}]}', "it is not UTF-8"),
        (b"{" + b" " * LARGEST, "larger than the 30 MB of JSON"),
        (gzip.compress(b"{" + b" " * 40_000_000), "unpacks to more than"),
        (gzip.compress(thesaurus(*TERMS))[:-9], "cannot be unpacked"),
    ],
)  # fmt: skip
def test_what_is_no_thesaurus_is_told_on_one_line(data: bytes, said: str) -> None:
    found = read(data)
    assert found.taken is None
    (problem,) = found.problems
    assert said in str(problem)


def test_a_topic_without_a_term_in_english_or_an_identifier_is_left_out_and_counted() -> None:
    found = read(thesaurus(("1", "SALT"), ("2", " "), ("../x", "A"), ("4", "A" * 201)))
    assert found.taken is not None
    assert [each.subject for each in found.taken.entries] == ["SALT"]
    assert "3 topics without" in str(found.problems[0])


def test_of_a_field_and_a_concept_of_one_name_the_concept_counts() -> None:
    assert Concepts(NAME, ((t, n) for n, t in TERMS)).identifiers["TORTURE"] == "1000004"


def test_near_to_a_term_is_what_is_written_alike_or_has_its_words() -> None:
    held = Concepts(NAME, ((t, n) for n, t in TERMS))
    assert held.near("HUNGRE") == ("HUNGER",)
    assert held.near("ASYLUM") == ("ASYLUM SEEKERS", "RIGHT OF ASYLUM")
    assert held.near("PRISON CAMPS") == ("PRISON CAMP",)
    assert held.near("XYZ") == ()


def test_each_concept_that_is_none_is_told_with_its_line_its_key_and_what_is_near(
    own: tuple[str, str],
) -> None:
    mandate, terms = own
    result = cover(RIVAL, "--mandate", mandate, "--registers", terms)
    assert result.exit_code == 1
    assert "Torture: addressed" in result.stdout  # it is held against its words all the same
    assert result.stderr.splitlines() == [
        f"{mandate}, line 14, topic.1.unbis.2: 'ASYLUM' is not in the UNBIS thesaurus (5 terms "
        "read). Is it 'ASYLUM SEEKERS' or 'RIGHT OF ASYLUM'?",
        f"{mandate}, line 14, topic.1.unbis.3: 'HUNGRE' is not in the UNBIS thesaurus (5 terms "
        "read). Is it 'HUNGER'?",
    ]
    assert cover(RIVAL, "--mandate", mandate).exit_code == 0
    assert cover("--explain", "--mandate", mandate, "--registers", terms).exit_code == 1
    with pytest.raises(BadMandate, match="'ASYLUM' is not in"):
        cover_files(RIVAL, mandate, registers=terms)


def test_a_brief_checks_them_too(own: tuple[str, str]) -> None:
    mandate, terms = own
    result = CliRunner().invoke(app, ["brief", RIVAL, "--mandate", mandate, "--registers", terms])
    assert result.exit_code == 1
    assert "topic.1.unbis.2: 'ASYLUM' is not in the UNBIS thesaurus" in result.stderr
    assert "UNBIS thesaurus (6 entries)" in result.stdout


def test_an_identifier_is_shown_where_it_is_known(own: tuple[str, str]) -> None:
    mandate, terms = own
    told = cover("--explain", "--mandate", mandate, "--registers", terms).stdout
    assert "by the UNBIS terms TORTURE (UNBIS 1000004), ASYLUM and HUNGRE" in told
    assert "(UNBIS" not in cover("--explain", "--mandate", mandate).stdout
    faults: list[CounterdraftError] = []
    found = cover_files(RIVAL, mandate, registers=terms, fault=faults.append).found
    assert isinstance(found, Coverage)
    named = {each.by for topic in found.topics for each in topic.evidence}
    assert any(by.startswith("UNBIS 1000004: TORTURE") for by in named), named
    assert len(faults) == 2


def test_a_concept_in_the_words_of_a_term_is_no_second_sign(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text(
        "The General Assembly,\n\n1. Welcomes, while it takes note of the many other matters that "
        "are before it this year and of the means that are at hand, in the annual report, beside "
        "much else, what is said of hunger, and of trade, and of rivers, and of the hungry;\n"
    )
    head = MANDATE.partition("terms")[0]
    said = []
    for unbis in ("", 'unbis = ["HUNGER"]\n'):
        mandate = tmp_path / "own.toml"
        mandate.write_text(f'{head}terms = ["hung*"]\n{unbis}')
        found = cover_files(str(text), str(mandate)).found
        assert isinstance(found, Coverage)
        said.append([(each.degree, each.stance, each.by) for each in found.topics[0].evidence])
    (plain,), (known,) = said
    assert plain == ("mentioned", plain[1], "term: hung*")
    assert known == (*plain[:2], "term: hung* (UNBIS: HUNGER)")


def test_a_thesaurus_that_is_kept_checks_every_mandate(
    own: tuple[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mandate, terms = own
    monkeypatch.setenv("COUNTERDRAFT_CORPUS", str(tmp_path / "corpus"))
    assert concepts_at(()) is None
    import_registers([terms], tmp_path / "corpus" / "registers")
    assert cover(RIVAL, "--mandate", mandate).exit_code == 1
    shown = CliRunner().invoke(app, ["registers", "info"]).stdout
    assert "UNBIS thesaurus: 6 entries (concept 6)" in shown


def test_registers_without_a_thesaurus_check_nothing_and_say_so() -> None:
    places = str(EXAMPLES / "registers")
    with pytest.raises(NoRegister, match="no thesaurus is there"):
        concepts_at(places)
    result = cover(RIVAL, "--mandate", "coi-dprk", "--registers", places)
    assert (result.exit_code, result.stdout) == (1, "")


def test_claims_are_not_held_against_a_thesaurus(own: tuple[str, str]) -> None:
    result = CliRunner().invoke(app, ["verify", RIVAL, "--register", own[1]])
    assert result.exit_code == 0
    assert NAME not in result.stdout


def test_of_very_many_that_are_none_the_first_are_told_and_the_rest_counted(
    own: tuple[str, str],
) -> None:
    mandate, terms = own
    many = ", ".join(f'"SALT {number}"' for number in range(5000))
    Path(mandate).write_text(MANDATE.replace('"TORTURE",', f"{many},"))
    lines = cover("--explain", "--mandate", mandate, "--registers", terms).stderr.splitlines()
    assert len(lines) == MOST_TOLD + 1
    assert f"'SALT {MOST_TOLD}' and what follows, 4,982 in all, is not in" in lines[-1]


def test_the_identifiers_are_no_key_of_a_file(tmp_path: Path) -> None:
    mandate = tmp_path / "own.toml"
    mandate.write_text(f'identifiers = [["HUNGER", "1"]]\n{MANDATE}')
    with pytest.raises(BadMandate, match="line 1, identifiers: there is no key 'identifiers'"):
        mandate_of(str(mandate))


# The real thesaurus


@cache
def real() -> Concepts:
    held, problems = open_registers(None, [str(REAL)])
    found = concepts_of(held)
    assert found is not None
    assert not problems
    return found


@beside
@pytest.mark.parametrize("name", mandate_names())
def test_every_concept_that_ships_is_in_the_thesaurus(name: str) -> None:
    mandate = mandate_of(name, real())
    asked = {each for t in (*mandate.topics, *mandate.conditions) for each in t.unbis}
    assert {concept for concept, _ in mandate.identifiers} == asked


@beside
def test_the_thesaurus_is_read_whole() -> None:
    held, _ = open_registers(None, [str(REAL)])
    (entries,) = (found for each in held if (found := each.entries(CONCEPTS)))
    assert len(entries) == 7312
    assert real().identifiers["HUNGER"] == "1003004"
    assert "GENDER DISCRIMINATION" in real().near("SEX DISCRIMINATION")


def test_mandates_of_several_camps_name_concepts() -> None:
    for name in ("coi-dprk", "right-to-development", "unilateral-coercive-measures"):
        assert any(topic.unbis for topic in shipped(name).topics)
