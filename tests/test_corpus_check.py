"""What is missing, cut short, altered or of another time is named, and the rest goes on."""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

import polars as pl
import pytest

from counterdraft.corpus import manifest
from counterdraft.corpus.add import add
from counterdraft.corpus.check import check
from counterdraft.corpus.manifest import NAME, SEGMENTS
from counterdraft.corpus.search import search
from counterdraft.corpus.stored import Stored
from counterdraft.disk import durable
from counterdraft.errors import DamagedCorpus, NewerCorpus, NoCorpus
from tests.adopted import session

FILES = [
    *("texts.parquet", "clauses.parquet", "citations.parquet"),
    *("search.sqlite", "index/reuse.idx"),
]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of two segments: session 79 in the first, 80 in the second."""
    folder = tmp_path_factory.mktemp("sound")
    add(folder, session(79))
    add(folder, session(80))
    assert check(folder) == ()
    return folder


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    shutil.copytree(sound, tmp_path / "corpus")
    return tmp_path / "corpus"


def file_of(folder: Path, name: str) -> Path:
    return folder / SEGMENTS / "000001" / name


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("cut", ["missing", "empty", "short"])
def test_a_truncated_segment_is_named_and_the_rest_goes_on(
    folder: Path, name: str, cut: str
) -> None:
    path = file_of(folder, name)
    if cut == "missing":
        path.unlink()
    else:
        path.write_bytes(b"" if cut == "empty" else path.read_bytes()[:-1])
    corpus = Stored(folder)
    assert {each.session for each in corpus.records} == {80}
    assert search(corpus, "lamps").total == 8
    assert len(corpus.nearest(["Stresses the need for non-selectivity"], 1)[0]) == 1
    for fault in (*corpus.damaged, *check(folder)):
        assert fault.place == name
        assert "000001" in fault.source
    assert (len(corpus.damaged), len(check(folder))) == (1, 1)
    with pytest.raises(DamagedCorpus, match="000001"):
        add(folder, session(81))


@pytest.mark.parametrize("name", FILES)
def test_one_byte_that_is_another_is_found(folder: Path, name: str) -> None:
    path = file_of(folder, name)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    (fault,) = check(folder)
    assert fault.place == name
    assert "SHA-256" in fault.reason


def test_a_database_that_is_none_is_left_out_when_it_is_asked(folder: Path) -> None:
    path = file_of(folder, "search.sqlite")
    path.write_bytes(b"\xff" * path.stat().st_size)
    corpus = Stored(folder)
    assert search(corpus, "lamps").total == 8
    assert [fault.place for fault in corpus.damaged] == ["search.sqlite"]
    assert {each.session for each in corpus.records} == {80}


def resigned(folder: Path, name: str) -> None:
    """The manifest says of a file of the first segment that it is to be as it is."""
    path = file_of(folder, name)
    raw = json.loads((folder / NAME).read_text())
    (entry,) = [each for each in raw["segments"][0]["files"] if each["name"] == name]
    entry |= {"size": path.stat().st_size, "sha256": durable.sha256_of(path)}
    (folder / NAME).write_text(json.dumps(raw))


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE clause SET part = 'operative'", "other clauses"),
        ("UPDATE words SET text = text || ' dark' WHERE rowid = 3", "other clauses"),
        ("DELETE FROM citation", "other citations"),
        ("UPDATE text SET record = (SELECT record FROM text WHERE row = 0)", "other texts"),
        ("DELETE FROM words_data WHERE id > 10", "its index of words is not sound"),
    ],
)
def test_parts_that_do_not_agree_are_found_though_every_checksum_holds(
    folder: Path, statement: str, said: str
) -> None:
    path = file_of(folder, "search.sqlite")
    database = sqlite3.connect(path)
    database.execute(statement)
    database.commit()
    database.close()
    resigned(folder, "search.sqlite")
    faults = [fault.reason for fault in check(folder)]
    assert any(said in reason for reason in faults), faults


def test_clauses_that_are_others_than_were_indexed_are_found(folder: Path) -> None:
    path = file_of(folder, "clauses.parquet")
    table = pl.read_parquet(path)
    table.with_columns(text=pl.col("text").str.replace("lamps", "lanterns")).write_parquet(path)
    resigned(folder, "clauses.parquet")
    places = {fault.place for fault in check(folder)}
    assert places == {"search.sqlite", "index"}


def test_a_text_that_stands_twice_is_found(folder: Path) -> None:
    raw = json.loads((folder / NAME).read_text())
    twin = json.loads(json.dumps(raw["segments"][0]))
    twin["name"] = "000009"
    raw["segments"].append(twin)
    (folder / NAME).write_text(json.dumps(raw))
    shutil.copytree(folder / SEGMENTS / "000001", folder / SEGMENTS / "000009")
    faults = check(folder)
    assert len(faults) == 4
    assert all("stands in the segment 000001 too" in fault.reason for fault in faults)


def test_a_newer_format_is_left_alone(folder: Path) -> None:
    raw = json.loads((folder / NAME).read_text())
    (folder / NAME).write_text(json.dumps(raw | {"format": manifest.FORMAT + 1}))
    before = (folder / NAME).read_bytes()
    for touch in (Stored, check, lambda where: add(where, session(81))):
        with pytest.raises(NewerCorpus, match="newer version"):
            touch(folder)
    assert (folder / NAME).read_bytes() == before


def test_an_older_format_is_migrated_as_it_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = json.loads((folder / NAME).read_text())
    raw["parts"] = raw.pop("segments")
    (folder / NAME).write_text(json.dumps(raw | {"format": 0}))

    def from_0(older: manifest.Raw) -> manifest.Raw:
        return {**older, "format": 1, "segments": older["parts"]}

    monkeypatch.setitem(manifest.MIGRATIONS, 0, from_0)
    assert len(Stored(folder).records) == 8
    add(folder, session(81))
    assert json.loads((folder / NAME).read_text())["format"] == 1


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"format": "one"}',
        '{"format": -1}',
        '{"format": 1, "segments": 3}',
        "\xff",
        pytest.param("[" * 100_000, id="deep"),
    ],
)
def test_a_manifest_that_makes_no_sense_is_a_line(folder: Path, text: str) -> None:
    (folder / NAME).write_text(text, encoding="latin-1")
    with pytest.raises(DamagedCorpus, match="makes no sense"):
        Stored(folder)


@pytest.mark.parametrize("name", ["nowhere", "file", "."])
def test_where_there_is_no_corpus_it_says_how_to_make_one(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NoCorpus, match="corpus add"):
        Stored(tmp_path / name)


def test_a_name_in_the_manifest_leads_nowhere_else(folder: Path) -> None:
    raw = json.loads((folder / NAME).read_text())
    raw["segments"][0]["name"] = "../../../etc"
    (folder / NAME).write_text(json.dumps(raw))
    with pytest.raises(DamagedCorpus, match="makes no sense"):
        Stored(folder)
