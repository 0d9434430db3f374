"""What a corpus keeps of a text: its record, its clauses, what they cite; versions; columns."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from counterdraft.corpus.columns import CITATIONS, CLAUSES, TEXTS, from_columns, to_columns
from counterdraft.corpus.entries import (
    CitationRow,
    ClauseRow,
    Entry,
    entry_of,
    in_time,
    main_committee,
    version_of,
)
from counterdraft.corpus.place import VARIABLE, default_folder
from counterdraft.corpus.symbols import organ_named, symbol_of
from counterdraft.corpus.versions import Facts, filled
from counterdraft.errors import BadQuery, NoResolution, NotInCorpus, SeveralResolutions
from counterdraft.model import Adoption, Record
from counterdraft.parse.parse import parse
from counterdraft.read.read import read
from tests.adopted import akn, entry, session

KNOWN = [
    "A/RES/79/181", "A/RES/74/250 A", "A/RES/74/250 B", "S/RES/1718(2006)", "A/HRC/RES/22/13",
    "A/RES/22/13", "A/RES/S-32/1", "A/RES/217(III)", "text-0123456789abcdef",
]  # fmt: skip


def test_a_record_has_what_the_text_and_its_metadata_say() -> None:
    record = entry("81/1", votes=(90, 3, 40)).record
    assert (record.id, record.symbol, record.session, record.session_kind) == (
        "A/RES/81/1", "A/RES/81/1", 81, "regular",
    )  # fmt: skip
    assert (record.title, record.date, record.committee) == (
        "Street lamps", "2026-12-01", "Third Committee",
    )  # fmt: skip
    assert record.adoption == Adoption("recorded vote", 90, 3, 40)
    assert record.source == "lamps.xml"
    assert len(record.digest) == 64


@pytest.mark.parametrize(
    "name", ["a/b/lamps.xml", "/tmp/x.zip/ga/lamps.xml", "C:\\texts\\lamps.xml", "lamps.xml"]
)
def test_of_where_a_text_came_from_only_the_files_name_is_kept(name: str) -> None:
    assert entry(name=name).record.source == "lamps.xml"


def test_clauses_and_citations_are_those_of_the_text() -> None:
    kept = entry()
    assert [(c.paragraph, c.part, c.number) for c in kept.clauses] == [
        ("pp1", "preambular", "1"), ("op1", "operative", "1"), ("op2", "operative", "2"),
    ]  # fmt: skip
    assert kept.clauses[2].phrase == "Requests"
    assert kept.clauses[2].addressees == ("secretary_general",)
    assert kept.clauses[2].force is not None
    assert kept.citations == (CitationRow("pp1", "A/RES/60/1", "60/1", "resolution"),)


def test_what_cannot_be_stored_is_replaced() -> None:
    (resolution,) = parse(read(akn(), "lamps\udce9.xml"))
    first = replace(resolution.paragraphs[0], text="Recalling \ud800 and \0,")
    kept = entry_of(replace(resolution, paragraphs=(first,), title="Lamps \udfff"))
    assert kept.clauses[0].text == "Recalling \ufffd and \ufffd,"
    assert (kept.record.title, kept.record.source) == ("Lamps \ufffd", "lamps\ufffd.xml")


def test_a_text_without_a_symbol_is_called_by_its_words() -> None:
    draft = b"The General Assembly,\n\nRecalling all,\n\n1. Urges it;\n\n2. Ends.\n"
    (resolution,) = parse(read(draft, "a.txt"))
    record = entry_of(resolution).record
    assert (record.symbol, record.kind) == (None, "draft")
    assert record.id == f"text-{record.digest[:16]}"


def test_an_amendment_document_has_nothing_to_keep() -> None:
    text = (
        "Amendments to draft resolution A/C.3/81/L.2\n\n"
        "1. In operative paragraph 3, replace “a” with “b”.\n\n2. Delete paragraph 4.\n"
    )
    (resolution,) = parse(read(text.encode(), "a.txt"))
    with pytest.raises(NoResolution, match="no paragraphs"):
        entry_of(resolution)


@pytest.mark.parametrize(
    ("symbol", "source", "version"),
    [
        ("A/RES/76/16", "A_RES_76_16.xml", 0),
        ("A/RES/76/16", "A_RES_76_16_reissue.xml", 1),
        ("A/RES/76/23", "A_RES_76_23-2118258E-reissue.xml", 1),
        ("A/RES/76/72", "A_RES_76_72-2118581E_Reissue.xml", 1),
        ("A/RES/76/16", "A_RES_76_16_Corr.2.pdf", 2),
        ("A/RES/76/16", "76_16_corrigendum.pdf", 1),
        ("A/RES/76/16/Corr.1", "n2118258.pdf", 1),
        ("A/RES/76/16", "correspondence.xml", 0),
        (None, "a.txt", 0),
    ],
)
def test_reissues_and_corrigenda_are_told_by_symbol_or_file(
    symbol: str | None, source: str, version: int
) -> None:
    assert version_of(Record(id="x", symbol=symbol, source=source)) == version


def test_the_fourth_committee_has_one_name() -> None:
    full = "Special Political and Decolonization Committee"
    assert [main_committee(each) for each in ("Fourth Committee", full, None)] == [full, full, None]


def test_what_is_said_is_kept_and_what_is_not_is_filled() -> None:
    record = Record(id="x", title="Own", sponsors=("Fiji",))
    facts = Facts(
        title="Other", date="2026-01-01", sponsors=("Peru",), adoption=Adoption("without a vote")
    )
    found = filled(record, facts)
    assert (found.title, found.date, found.sponsors) == ("Own", "2026-01-01", ("Fiji",))
    assert found.adoption.mode == "without a vote"
    assert filled(found, facts) == found


# Columns


def test_columns_give_back_what_was_put_in(tmp_path: Path) -> None:
    entries = sorted((*session(80), entry(votes=(1, 2, 3))), key=lambda each: in_time(each.record))
    _write(tmp_path, entries)
    assert from_columns(tmp_path) == entries


def _write(folder: Path, entries: list[Entry]) -> None:
    for name, data in zip((TEXTS, CLAUSES, CITATIONS), to_columns(entries), strict=True):
        (folder / name).write_bytes(data)


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
CLAUSE = st.builds(
    ClauseRow, paragraph=WORDS, part=st.sampled_from(["preambular", "operative"]),
    number=st.none() | WORDS, phrase=st.none() | WORDS, text=WORDS,
    addressees=st.lists(WORDS, max_size=2).map(tuple), force=st.none() | WORDS,
)  # fmt: skip
CITATION = st.builds(
    CitationRow, paragraph=WORDS, symbol=st.none() | WORDS, text=WORDS,
    kind=st.sampled_from(["resolution", "other"]),
    candidates=st.lists(WORDS, max_size=2).map(tuple), note=st.booleans(),
)  # fmt: skip
COUNT = st.none() | st.integers(0, 193)
RECORD = st.builds(
    Record, id=WORDS, title=st.none() | WORDS, session=COUNT, date=st.none() | WORDS,
    sponsors=st.lists(WORDS, max_size=2).map(tuple),
    adoption=st.builds(Adoption, mode=st.just("recorded vote"), yes=COUNT, no=COUNT, abstain=COUNT),
)  # fmt: skip
ENTRY = st.builds(
    Entry,
    RECORD,
    st.lists(CLAUSE, max_size=3).map(tuple),
    st.lists(CITATION, max_size=2).map(tuple),
)


@given(st.lists(ENTRY, max_size=3))
def test_property_any_words_go_into_columns_and_come_back(
    tmp_path_factory: pytest.TempPathFactory, entries: list[Entry]
) -> None:
    folder = tmp_path_factory.mktemp("columns")
    _write(folder, entries)
    assert from_columns(folder) == entries


# Names


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("79/181", "A/RES/79/181"),
        ("  a/res/79/181 ", "A/RES/79/181"),
        ("resolution 79/181", "A/RES/79/181"),
        ("74/250 a", "A/RES/74/250 A"),
        ("1718 (2006)", "S/RES/1718(2006)"),
        ("S/RES/1718", "S/RES/1718(2006)"),
        ("SCR 1718", "S/RES/1718(2006)"),
        ("HRC resolution 22/13", "A/HRC/RES/22/13"),
        ("S-32/1", "A/RES/S-32/1"),
        ("217 A (III)", "A/RES/217(III)"),
        ("text-0123456789abcdef", "text-0123456789abcdef"),
    ],
)
def test_a_text_is_found_by_what_people_call_it(text: str, symbol: str) -> None:
    assert symbol_of(text, KNOWN) == symbol


@pytest.mark.parametrize("text", ["", "99/1", "nonsense", "A/RES/79", "79"])
def test_what_no_text_is_called_is_not_found(text: str) -> None:
    with pytest.raises(NotInCorpus):
        symbol_of(text, KNOWN)


@pytest.mark.parametrize(("text", "both"), [("74/250", "A/RES/74/250 A or A/RES/74/250 B")])
def test_what_may_be_several_is_not_chosen(text: str, both: str) -> None:
    with pytest.raises(SeveralResolutions, match=both):
        symbol_of(text, KNOWN)


@pytest.mark.parametrize(
    ("text", "name"),
    [("GA", "General Assembly"), ("the security council", "Security Council"),
     ("board of lamps", "Board of Lamps")],
)  # fmt: skip
def test_an_organ_is_found_by_what_people_call_it(text: str, name: str) -> None:
    assert organ_named(text, ["Board of Lamps"]) == name


def test_an_organ_that_nobody_knows_is_refused() -> None:
    with pytest.raises(BadQuery, match="General Assembly"):
        organ_named("Board of Lamps", [])


# Where the corpus is


@pytest.mark.parametrize(
    ("environ", "platform", "folder"),
    [
        ({VARIABLE: "/x/y", "HOME": "/h"}, "linux", "/x/y"),
        ({"HOME": "/h"}, "linux", "/h/.local/share/counterdraft/corpus"),
        ({"HOME": "/h", "XDG_DATA_HOME": "/d"}, "linux", "/d/counterdraft/corpus"),
        ({"HOME": "/h", "XDG_DATA_HOME": "d"}, "linux", "/h/.local/share/counterdraft/corpus"),
        ({"HOME": "/h"}, "darwin", "/h/Library/Application Support/counterdraft/corpus"),
        ({"HOME": "/h", "LOCALAPPDATA": "/l"}, "win32", "/l/counterdraft/corpus"),
    ],
)
def test_the_corpus_is_where_the_platform_keeps_data(
    environ: dict[str, str], platform: str, folder: str
) -> None:
    assert default_folder(environ, platform) == Path(folder)
