"""Adding to a corpus: what is there already, newer versions, many small steps, any order."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterdraft.corpus.add import TOGETHER, add
from counterdraft.corpus.check import check
from counterdraft.corpus.entries import Entry
from counterdraft.corpus.links import links_from, links_to
from counterdraft.corpus.manifest import NAME, SEGMENTS, read_manifest
from counterdraft.corpus.novelty import novelty
from counterdraft.corpus.search import search
from counterdraft.corpus.stored import Stored
from counterdraft.corpus.versions import Facts
from counterdraft.errors import NoCorpus, WriteError
from counterdraft.model import Adoption
from tests.adopted import entry, session

THREE = (*session(79), *session(80), *session(81))
QUESTIONS = (
    "lamps",
    '"street lamps" OR Orlavia',
    "non AND selectivity",
    "report NOT next",
    "stre*",
)


def state(folder: Path) -> dict[str, bytes]:
    """Every file of a corpus but the lock."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*") if path.is_file() and path.name != "lock"
    }  # fmt: skip


def answers(folder: Path) -> list[Any]:
    """What a corpus answers to a little of everything."""
    corpus = Stored(folder)
    texts = [clause.text for each in THREE[::3] for clause in each.clauses]
    return [
        corpus.bounds(),
        corpus.digest(),
        corpus.records,
        [corpus.clauses(record) for record in corpus.records],
        [search(corpus, question) for question in QUESTIONS],
        corpus.nearest(texts, 5),
        [corpus.cites(record.id) for record in corpus.records],
        [links_to(corpus, record.id) for record in corpus.records],
        links_from(corpus, "A/RES/80/2"),
        novelty(corpus),
    ]


def test_adding_the_same_text_twice_changes_nothing(tmp_path: Path) -> None:
    add(tmp_path, session(80))
    before = state(tmp_path)
    added = add(tmp_path, session(80))
    assert (added.new, added.newer, added.unchanged, added.texts) == (0, 0, 4, 4)
    assert state(tmp_path) == before


def test_nothing_added_makes_no_corpus(tmp_path: Path) -> None:
    add(tmp_path, [])
    with pytest.raises(NoCorpus):
        Stored(tmp_path)


def test_a_newer_version_supersedes_the_older_which_is_told(tmp_path: Path) -> None:
    old = entry(body=["Decides to light no lamp."], name="old.xml")
    new = entry(body=["Decides to light every lamp."], name="new.xml")
    add(tmp_path, [old, *session(80)])
    added = add(tmp_path, [new])
    assert (added.new, added.newer, added.texts) == (0, 1, 5)
    corpus = Stored(tmp_path)
    assert [(each.id, each.source) for each in corpus.superseded] == [("A/RES/81/1", "old.xml")]
    record = corpus.record("A/RES/81/1")
    assert record is not None
    assert [c.text for c in corpus.clauses(record)][-1] == "Decides to light every lamp."
    assert search(corpus, "no AND lamp").total == 0
    assert [near.form.clauses[0].text for near in corpus.nearest([old.clauses[-1].text], 1)[0]] == [
        "Decides to light every lamp."
    ]
    assert check(tmp_path) == ()


def test_what_was_superseded_does_not_come_back(tmp_path: Path) -> None:
    old, new = entry(body=["Decides to light no lamp."]), entry()
    add(tmp_path, [old, new])
    before = state(tmp_path)
    assert add(tmp_path, [old, new, old]).unchanged == 3
    assert state(tmp_path) == before


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("name", ["A_RES_81_1-reissue.xml", "81_1_Corr.1.xml"])
def test_a_reissue_counts_whichever_came_first(
    tmp_path: Path, name: str, *, first: bool, together: bool
) -> None:
    issued = entry(body=["Decides to light no lamp."], name="A_RES_81_1.xml")
    again = entry(body=["Decides to light every lamp."], name=name)
    both = [again, issued] if first else [issued, again]
    for some in [both] if together else [[each] for each in both]:
        add(tmp_path, some)
    corpus = Stored(tmp_path)
    assert [each.source for each in corpus.records] == [name]
    assert [each.source for each in corpus.superseded] == ["A_RES_81_1.xml"]


def test_a_corrigendum_that_is_the_whole_text_counts_as_that_text(tmp_path: Path) -> None:
    add(tmp_path, [entry("A/RES/81/1/Corr.1", body=["Decides to wait."]), entry()])
    (record,) = Stored(tmp_path).records
    assert (record.id, record.symbol) == ("A/RES/81/1", "A/RES/81/1/Corr.1")


def test_two_languages_of_a_text_are_two_texts(tmp_path: Path) -> None:
    add(tmp_path, [entry(), entry(body=["Decides otherwise."], language="fr")])
    corpus = Stored(tmp_path)
    assert [each.language for each in corpus.records] == ["en", "fr"]
    assert corpus.superseded == ()
    record = corpus.record("A/RES/81/1")
    assert record is not None
    assert record.language == "en"


def test_what_one_version_does_not_say_another_may(tmp_path: Path) -> None:
    bare = entry()
    bare = bare._replace(record=_without(bare))
    add(tmp_path, [bare])
    added = add(tmp_path, [entry()])
    assert (added.newer, added.unchanged) == (0, 1)
    (record,) = Stored(tmp_path).records
    assert (record.committee, record.adoption.mode) == ("Third Committee", "without a vote")
    before = state(tmp_path)
    add(tmp_path, [bare])
    assert state(tmp_path) == before


def _without(bare: Entry) -> Any:
    from msgspec.structs import replace

    return replace(bare.record, committee=None, adoption=Adoption())


def test_facts_reach_texts_that_are_held_already(tmp_path: Path) -> None:
    add(tmp_path, session(80))
    told = Facts(subjects=("LAMPS",), committee="First Committee")
    add(tmp_path, [], {"A/RES/80/2": told, "A/RES/99/1": told})
    corpus = Stored(tmp_path)
    record = corpus.record("A/RES/80/2")
    assert record is not None
    assert (record.subjects, record.committee) == (("LAMPS",), "Sixth Committee")
    assert (len(corpus.records), corpus.superseded) == (4, ())
    assert check(tmp_path) == ()


def test_many_small_segments_become_few(tmp_path: Path) -> None:
    for each in THREE:
        add(tmp_path, [each])
    manifest = read_manifest(tmp_path)
    assert len(manifest.segments) < TOGETHER
    assert sum(each.texts for each in manifest.segments) == len(THREE)
    assert check(tmp_path) == ()


def test_what_was_written_anew_stays_a_while_for_those_who_read_it(tmp_path: Path) -> None:
    for each in THREE[: TOGETHER - 1]:
        add(tmp_path, [each])
    reader = Stored(tmp_path)
    add(tmp_path, [THREE[TOGETHER]])
    assert len(read_manifest(tmp_path).segments) == 1
    assert search(reader, "lamps").total == 6
    assert len(reader.nearest(["Urges the Government"])[0]) > 0
    assert reader.damaged == []


def test_what_nobody_names_is_swept(tmp_path: Path) -> None:
    add(tmp_path, session(80))
    (tmp_path / SEGMENTS / ".new-1234").mkdir()
    (tmp_path / SEGMENTS / ".new-1234" / "texts.parquet").write_bytes(b"half")
    shutil.copytree(tmp_path / SEGMENTS / "000001", tmp_path / SEGMENTS / "000002")
    add(tmp_path, session(80))
    assert [path.name for path in (tmp_path / SEGMENTS).iterdir()] == ["000001"]


@pytest.mark.parametrize("name", ["a b", "a#b?c%20", "[1]*", "é", "~x"])
def test_a_folder_may_be_called_anything(tmp_path: Path, name: str) -> None:
    add(tmp_path / name, session(80))
    add(tmp_path / name, [entry("80/1", body=["Decides otherwise."])])
    assert check(tmp_path / name) == ()
    assert search(Stored(tmp_path / name), "otherwise").total == 1


def test_a_place_where_nothing_can_be_written_is_a_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(WriteError, match="it is as it was"):
        add(tmp_path / "file" / "corpus", session(80))


def test_asking_writes_nothing(tmp_path: Path) -> None:
    add(tmp_path, THREE)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    answers(tmp_path)
    assert check(tmp_path) == ()
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """What a corpus answers to which all was added in one go."""
    folder = tmp_path_factory.mktemp("whole")
    add(folder, THREE)
    return answers(folder)


def test_in_five_steps_it_is_what_it_is_in_one(tmp_path: Path, whole: list[Any]) -> None:
    for start in range(5):
        add(tmp_path, THREE[start::5])
    assert answers(tmp_path) == whole


@settings(max_examples=8)
@given(st.permutations(THREE), st.lists(st.integers(1, len(THREE)), max_size=4), st.booleans())
def test_property_no_order_and_no_steps_change_what_it_answers(
    whole: list[Any], texts: list[Entry], cuts: list[int], again: bool
) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for start, end in zip([0, *sorted(cuts)], [*sorted(cuts), len(texts)], strict=True):
            add(folder, texts[start:end])
        if again:
            before = (folder / NAME).read_bytes()
            add(folder, texts)
            assert (folder / NAME).read_bytes() == before
        assert answers(folder) == whole
