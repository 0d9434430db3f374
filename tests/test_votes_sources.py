"""Each source of votes is told by its columns and read whole; what makes no sense is named."""

from __future__ import annotations

import gzip
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.disk.unpacked import unpacked
from counterdraft.errors import (
    DamagedSource,
    EmptySource,
    ReadError,
    SourceTooLarge,
    UnsupportedSource,
)
from counterdraft.lexicon.bodies import body_of, body_of_symbol, size_of
from counterdraft.lexicon.votes import matter_of, mode_of, position_of
from counterdraft.model.rollcall import Tally, Unknown
from counterdraft.read.akn_votes import ballots_in
from counterdraft.votes.sources.akn import from_ballots
from counterdraft.votes.sources.dates import date_of
from counterdraft.votes.sources.files import files_of
from counterdraft.votes.sources.symbols import full_symbol, roman, session_of, voeten_symbol
from counterdraft.votes.sources.table import MAX_BYTES, table_of
from counterdraft.votes.sources.tables import Tables
from counterdraft.votes.sources.words import words_of
from counterdraft.votes.store.columns import codes_of, from_frame, to_frame
from tests.vote_files import (
    CODES,
    UNDL,
    UNDL_SC,
    VOETEN,
    akn,
    packed,
    record,
    records,
    undl,
    unvotes,
    voeten,
)

if TYPE_CHECKING:
    from counterdraft.model.rollcall import RollCall
    from counterdraft.votes.sources.account import Accounts

HEADS = (
    "symbol,date,yes,no,abstain", "symbol;state;vote", ",".join(VOETEN), UNDL,
    "rcid,session,date,unres,amend,para,short,descr", "draft,date,yes_states,no_states,mode,matter",
)  # fmt: skip


def read(*files: bytes, name: str = "mine.csv") -> Accounts:
    tables = Tables()
    found = [tables.read(data, name) for data in files]
    rest = tables.rest()
    rollcalls = tuple(each for part in (*found, rest) for each in part.rollcalls)
    return rest._replace(
        rollcalls=rollcalls,
        problems=tuple(each for part in (*found, rest) for each in part.problems),
    )


def one(*files: bytes, name: str = "mine.csv") -> RollCall:
    found = read(*files, name=name)
    assert found.problems == ()
    (account,) = found.rollcalls
    return account


# -- the UN Digital Library


def test_the_librarys_export() -> None:
    sides = {"NOR": "Y", "CUB": "N", "TUR": "A", "FJI": "X"}
    account = one(undl(sides))
    assert account.id == "undl:600001"
    assert (account.yes, account.no, account.abstain, account.absent) == (
        ("NOR",), ("CUB",), ("TUR",), ("FJI",))  # fmt: skip
    assert account.tally == Tally(1, 1, 1, 1)
    assert account.title == "Salt works of Orlavia"
    assert account.subjects == ("SALT", "HUMAN RIGHTS")
    assert (account.symbol, account.draft, account.meeting, account.session, account.date) == (
        "A/RES/62/900", "A/C.3/62/L.90", "A/62/PV.76", "62", "2007-12-18")  # fmt: skip
    assert (account.mode, account.matter, account.outcome) == ("recorded vote", "text", "adopted")


def test_the_librarys_export_of_another_edition() -> None:
    data = undl({"NOR": "NV"}, ["120.0", "14.0", "45.0", "14.0"]).replace(b"ms_vote", b"ms_votes")
    account = one(data)
    assert account.tally == Tally(120, 14, 45, 14)
    assert account.absent == ("NOR",)


def test_the_librarys_export_of_the_security_council() -> None:
    rows = [
        UNDL_SC,
        *(
            f"9,{code},{name},True,{letter},2023-03-27,S/RES/2999 (2023),S/2023/1,S/PV.9295,"
            f"Salt,Salt,SALT,,vote,13,0,2,0,15,x"
            for code, name, letter in (("CHN", "CHINA", "A"), ("FRA", "FRANCE", "Y"))
        ),
    ]
    account = one("\n".join(rows).encode())
    assert (account.body, account.symbol, account.session) == (
        "Security Council", "S/RES/2999(2023)", None)  # fmt: skip
    assert (account.yes, account.abstain, account.mode) == (("FRA",), ("CHN",), "recorded vote")


def test_a_position_and_a_date_that_are_none_are_named_with_their_line() -> None:
    data = undl({"NOR": "Y", "CUB": "Q"}).replace(b"2007-12-18", b"2007-13-45")
    found = read(data)
    assert [each.place for each in found.problems] == ["line 3", "line 2"]
    assert "'Q' is no position" in str(found.problems[0])
    assert found.rollcalls[0].date is None
    assert found.rollcalls[0].yes == ("NOR",)


# -- Voeten, unvotes


def test_voetens_table() -> None:
    rows = [
        (4813, code, 62, vote, "2007-12-18", "R/62/167", "", "", "SALT", "Salt", 0, 0, 0, 1, 0, 0)
        for code, vote in ((385, 1), (40, 3), (640, 2), (950, 8), (2, 9))
    ]
    for sep, encoding in ((",", "utf-8"), ("\t", "latin-1")):
        account = one(voeten(rows, sep, encoding))
        assert (account.id, account.source) == ("voeten:4813", "voeten")
        assert (account.yes, account.no, account.abstain, account.absent) == (
            ("NOR",), ("CUB",), ("TUR",), ("FJI",))  # fmt: skip
        assert (account.symbol, account.issues) == ("A/RES/62/167", ("hr",))


def test_voetens_numbers_may_be_written_with_a_point() -> None:
    rows = [("4813.0", 385, "62.0", "1.0", "12/18/2007", "R/62/167", "", "1.0", "", "", *[0] * 6)]
    account = one(voeten(rows))
    assert (account.date, account.session, account.matter) == ("2007-12-18", "62", "paragraph")
    assert account.yes == ("NOR",)


def calls(*rows: str) -> bytes:
    votes = [
        (row.partition(",")[0], name, code, vote)
        for row in rows
        for name, code, vote in (
            ("Norway", "NO", "yes"), ("Namibia", "NA", "no"), ("Yugoslavia", "YU", "abstain"),
            ("Atlantis", "XX", "yes"),
        )
    ]  # fmt: skip
    issues = [f"{row.partition(',')[0]},hr,Human rights" for row in rows]
    return unvotes(votes, rows, issues)


def in_archive(tmp_path: Path, data: bytes) -> list[bytes]:
    path = tmp_path / "x.zip"
    path.write_bytes(data)
    return [each.data for each in files_of([str(path)])]


def test_the_three_tables_of_unvotes(tmp_path: Path) -> None:
    data = calls('7,62,0,2007-12-18,R/62/12B,,,SALT,"Salt works"')
    account = one(*in_archive(tmp_path, data))
    assert (account.id, account.symbol, account.issues) == (
        "unvotes:7", "A/RES/62/12 B", ("hr",))  # fmt: skip
    assert account.yes == ("NOR",)
    assert account.no == ("NAM",)
    assert account.abstain == ("SRB",)  # what the name stands for since 1992 is by date
    assert account.unknown == (Unknown("Atlantis", "yes", account.unknown[0].nearest),)
    assert account.counted() == Tally(2, 1, 1)


@pytest.mark.parametrize(
    ("session", "date", "known"),
    [
        (3, "1948-12-05", "1948-12"), (56, "2001-11-06", "2001-11"),
        (56, "2001-11-29", "2001-11-29"),
        (57, "2002-12-05", "2002-12"), (58, "2003-12-03", "2003-12-03"),
    ],
)  # fmt: skip
def test_a_day_that_is_a_counter_tells_the_month_alone(
    tmp_path: Path, session: int, date: str, known: str
) -> None:
    account = one(*in_archive(tmp_path, calls(f"7,{session},0,{date},R/{session}/12,,,S,S")))
    assert account.date == known
    assert account.precision == ("day" if len(known) == 10 else "month")


def test_tables_that_are_only_part_of_a_source_are_told(tmp_path: Path) -> None:
    parts = in_archive(tmp_path, calls("7,62,0,2007-12-18,R/62/12,,,S,S"))
    found = read(parts[2])
    assert found.rollcalls == ()
    assert "no table says of what" in str(found.problems[0])


@pytest.mark.parametrize(
    ("told", "symbol", "section", "session"),
    [
        ("R/62/167", "A/RES/62/167", None, None), ("R/40/59A", "A/RES/40/59 A", None, None),
        ("R/42/70/A", "A/RES/42/70 A", None, None), ("R/61/128AB", "A/RES/61/128 A-B", None, None),
        ("R/33/116A/IV", "A/RES/33/116 A", "IV", None),
        ("R/26/2758", "A/RES/2758(XXVI)", None, None),
        ("ESS/10/19", "A/RES/ES-10/19", None, "ES-10"), ("SS/5", None, None, "S-5"),
        ("ESS/2/79/D", None, None, "ES-2"), ("R/1/66", None, None, None),
        ("R/29/3397", None, None, None), ("R/32/450B", "A/DEC/32/450 B", None, None),
        ("A/RES/ES-10/19", "A/RES/ES-10/19", None, "ES-10"), ("R/6444A", None, None, None),
    ],
)  # fmt: skip
def test_voetens_numbers(
    told: str, symbol: str | None, section: str | None, session: str | None
) -> None:
    assert voeten_symbol(told) == (symbol, section, session)


def test_a_number_that_is_a_page_is_kept_as_told(tmp_path: Path) -> None:
    account = one(*in_archive(tmp_path, calls("3,1,0,1946-01-01,R/1/66,1,0,RULES,ADOPT IT")))
    assert account.symbol is None
    assert account.place == "rcid 3, R/1/66"


def test_symbols() -> None:
    assert full_symbol("A/RES/44/113[B]") == "A/RES/44/113 B"
    assert full_symbol("A/RES/3379 (XXX)") == "A/RES/3379(XXX)"
    assert full_symbol("A/RES/75/254 A and C") == "A/RES/75/254 A-C"
    assert full_symbol("") is None
    assert session_of("A/RES/2758(XXVI)") == "26"
    assert session_of("A/RES/3201(S-VI)") == "S-6"
    assert session_of("A/C.3/62/L.37") == "62"
    assert [roman(each) for each in (4, 9, 18, 29, 30)] == ["IV", "IX", "XVIII", "XXIX", "XXX"]


# -- what was voted on, how, when, by whom


@pytest.mark.parametrize(
    ("words", "matter"),
    [
        ("TO ADOPT OPERATIVE PARAGRAPH 5 (B) OF THE DRAFT RESOLUTION", "paragraph"),
        ("I shall put to the vote the ninth preambular paragraph of draft I", "paragraph"),
        ("TO ADOPT A CUBAN AMENDMENT TO OPERATIVE PARAGRAPH 2 OF THE DRAFT", "amendment"),
        ("TO ADOPT THE CANADIAN MOTION DEFERRING CONSIDERATION OF THE DRAFT", "motion"),
        ("the motion that no action be taken on draft resolution L.9", "motion"),
        ("TO ADOPT THE DRAFT RESOLUTION AS AMENDED, ON THE MOTION OF NORWAY", "text"),
        ("Salt works : resolution / adopted by the General Assembly", "text"),
        ("Salt works of Orlavia", "unknown"),
    ],
)  # fmt: skip
def test_what_was_voted_on_is_what_the_words_name_first(words: str, matter: str) -> None:
    assert matter_of(words) == matter


def test_modes_and_positions() -> None:
    assert mode_of("Adopted by acclamation") == "without a vote"
    assert mode_of("vote, recorded") == "recorded vote"
    assert mode_of("vote, non-recorded") == "show of hands"
    assert mode_of("by secret ballot") == "secret ballot"
    assert [position_of(each) for each in ("Y", "In favour", "Nay", "NV", "?")] == [
        "yes", "yes", "no", "not voting", None]  # fmt: skip


def test_bodies() -> None:
    assert body_of("c3") == "Third Committee"
    assert body_of("#fifthCommittee") == "Fifth Committee"
    assert body_of("nothing") is None
    assert body_of_symbol("A/C.3/62/L.37") == "Third Committee"
    assert body_of_symbol("A/HRC/RES/22/13") == "Human Rights Council"
    assert body_of_symbol("A/RES/62/167") == "General Assembly"
    assert (size_of("Security Council", "1965-12-31"), size_of("Security Council", "1966")) == (
        11,
        15,
    )
    assert size_of("Human Rights Council", "2006-06") is None
    assert size_of("General Assembly", "2000") is None


def test_dates() -> None:
    assert date_of("17 December 2024") == ("2024-12-17", "day")
    assert date_of("1971-10") == ("1971-10", "month")
    assert date_of("1971") == ("1971", "year")
    assert date_of("3/14/1994") == ("1994-03-14", "day")
    assert date_of("2023-02-30") is None
    assert date_of("0001-01-01") is None


def test_words_are_mended() -> None:
    assert words_of("c\u00c3\u00b4te d'or") == "c\u00f4te d'or"
    assert words_of("THE \\WORDS\\\\ OF IT") == 'THE "WORDS" OF IT'
    assert words_of("a\x1b[2Jb \n c") == "a [2Jb c"
    assert words_of(" ") is None
    assert words_of("The Salt Treaty\u00c2") == "The Salt Treaty"
    assert words_of("L'\u00c2ge; \u00c2") == "L'\u00c2ge; \u00c2"


# -- the UN's records, and files


def test_records_of_resolutions() -> None:
    account = one(records(record("A/RES/79/388")))
    assert account.id == "metadata:A/RES/79/388"
    assert account.tally == Tally(2, 1, 0)
    assert (account.yes, account.no, account.date) == (("NOR", "TUR"), ("CUB",), "2024-12-17")
    assert (account.sponsors, account.joined) == (("NOR",), ("STATE OF PALESTINE",))
    assert (account.draft, account.meeting, account.subjects) == (
        "A/79/L.9", "A/79/PV.53", ("SALT",))  # fmt: skip


def test_a_record_that_stands_twice_is_one_with_who_joined_by_either() -> None:
    again = record("A/RES/79/388", additional_sponsors=["CHILE"])
    account = one(records(record("A/RES/79/388"), again))
    assert account.joined == ("STATE OF PALESTINE", "CHL")
    other = record("A/RES/79/388", MS_in_favour_count="3")
    found = read(records(record("A/RES/79/388"), other))
    assert "told otherwise on a line before" in str(found.problems[0])
    assert found.problems[0].place == "line 2"


def test_a_line_that_is_no_record_is_named_and_the_others_count() -> None:
    deep = b'{"x": ' + b"[" * 100_000 + b"\n"
    data = records(record("A/RES/79/388"), gz=False) + b'{"symbol": 3}\nnonsense\n' + deep
    found = read(gzip.compress(data))
    assert len(found.rollcalls) == 1
    assert [each.place for each in found.problems] == ["line 2", "line 3", "line 4"]


def test_the_uns_own_files() -> None:
    data = akn("A/RES/79/388", {"inFavour": ["NORWAY", "TÜRKİYE"], "against": ["CUBA"]})
    found = from_ballots(ballots_in(data, "x.xml"), "x.xml")
    (account,) = found.rollcalls
    assert account.id == "akn:A/RES/79/388"
    assert account.tally == Tally(2, 1, 0)
    assert (account.yes, account.no) == (("NOR", "TUR"), ("CUB",))
    assert account.sponsors == ("NOR", "BIH")
    assert account.joined == (
        "Peru (on behalf of the States Members that are members of the Group of 9)", "CHL",
    )  # fmt: skip
    assert (account.draft, account.meeting, account.outcome) == (
        "A/C.3/79/L.9", "A/79/PV.53", "adopted")  # fmt: skip


def test_a_file_adopted_without_a_vote_and_a_draft_that_was_not_adopted() -> None:
    data = akn("A/RES/79/388", {}, outcome="adoptedWithoutVote")
    (account,) = from_ballots(ballots_in(data, "x"), "x").rollcalls
    assert (account.mode, account.listed, account.tally) == ("without a vote", False, None)
    data = akn("S/2024/9", {"inFavour": ["CHINA"], "against": ["FRANCE"]}, outcome="", step="veto")
    (account,) = from_ballots(ballots_in(data, "x"), "x").rollcalls
    assert (account.body, account.outcome, account.symbol, account.draft) == (
        "Security Council", "rejected", None, "S/2024/9")  # fmt: skip


# -- a table of one's own


def test_a_long_table() -> None:
    data = "resolution;date;country;vote\n62/900;2007-12-18;Norway;Y\n62/900;2007-12-18;Kuba;no\n"
    account = one(data.encode())
    assert (account.id, account.symbol) == ("csv:mine:A/RES/62/900 2007-12-18", "A/RES/62/900")
    assert (account.yes, account.unknown[0].name, account.unknown[0].nearest[0]) == (
        ("NOR",), "Kuba", "Cuba")  # fmt: skip
    assert account.mode == "recorded vote"


def test_a_wide_table_with_lists() -> None:
    data = "draft,date,in favour,against,abstaining\nA/C.3/62/L.9,2007-11,Norway; Chile,Cuba,\n"
    account = one(data.encode())
    assert (account.yes, account.no, account.listed) == (("NOR", "CHL"), ("CUB",), True)
    assert (account.body, account.date, account.precision) == (
        "Third Committee", "2007-11", "month")  # fmt: skip


def test_figures_alone_are_no_lists() -> None:
    data = (
        "symbol,date,mode,yes,no,abstain,nonvoting\nA/RES/62/900,2007-12-18,recorded,99,20,63,10\n"
    )
    account = one(data.encode())
    assert (account.tally, account.listed, account.mode) == (
        Tally(99, 20, 63, 10), False, "recorded vote")  # fmt: skip


def test_rows_of_one_text_are_told_apart_by_what_was_voted_on() -> None:
    data = (
        "symbol,date,yes,no,abstain,matter,detail\n"
        "A/RES/62/900,2007-12-18,99,20,63,text,\n"
        "A/RES/62/900,2007-12-18,80,30,70,paragraph,operative paragraph 2\n"
        "A/RES/62/900,2007-12-18,99,20,64,text,\n"
    )
    found = read(data.encode())
    assert [each.matter for each in found.rollcalls] == ["text", "paragraph"]
    assert "stands in it twice" in str(found.problems[0])


def test_rows_that_make_no_sense_are_named() -> None:
    data = (
        "symbol,date,yes,no,abstain,body\n"
        "A/RES/62/900,2007-12-99,99,20,63,\n"
        ",2007-12-18,1,2,3,\n"
        "A/RES/62/901,2007-12-18,1,2,3,Council of Salt\n"
        "A/RES/62/902,2007-12-18,1\n"
    )
    found = read(data.encode())
    assert [each.place for each in found.problems] == ["line 3", "line 5", "line 2", "line 4"]
    assert [each.symbol for each in found.rollcalls] == ["A/RES/62/900", "A/RES/62/901"]
    assert found.rollcalls[1].body == "Council of Salt"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300), st.sampled_from(HEADS))
def test_whatever_a_table_holds_it_is_read_or_told(text: str, head: str) -> None:
    tables = Tables()
    try:
        found = tables.read(f"{head}\n{text}\n".encode(), "x.csv")
    except ReadError:
        return
    for each in (*found.rollcalls, *tables.rest().rollcalls):
        codes = codes_of([each], ())
        assert from_frame(to_frame([each], codes), codes) == [each]


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    tables = Tables()
    with suppress(ReadError):
        tables.read(data, "x")
    tables.rest()


def test_figures_that_cannot_be_are_none() -> None:
    data = undl({"NOR": "Y"}, ["9" * 5000, "1", "2", "3"])
    assert one(data).tally is None
    assert one(records(record("A/RES/79/1", MS_in_favour_count="9" * 5000))).tally is None
    (account,) = from_ballots(
        ballots_in(akn("A/RES/79/1", {"inFavour": ["CUBA"]}, ["9" * 5000]), "x"), "x"
    ).rollcalls
    assert account.tally is None


# -- files that are none


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (b"", EmptySource, "nothing in it"),
        (b" \n\n", EmptySource, "nothing in it"),
        (b"a,b,c\n1,2,3\n", UnsupportedSource, "those of no source of votes: a, b, c"),
        (b"symbol,yes,no\nA/RES/1\0/2,1,2\n", DamagedSource, "NUL"),
        (b'symbol,yes,no\nA/RES/62/9,"' + b"x" * 200_000 + b'",2\n', DamagedSource, "no table"),
        (b'{"a": 1}\n', DamagedSource, "not the UN's records"),
        (b"symbol,date,state,vote\n,,,\n\r\n", EmptySource, "no rows"),
        (gzip.compress(b"x" * 9999, mtime=0)[:-9], DamagedSource, "cannot be unpacked"),
    ],
)  # fmt: skip
def test_a_file_that_holds_no_votes(data: bytes, error: type[ReadError], words: str) -> None:
    with pytest.raises(error, match=words):
        one(data)


def test_a_bomb_is_not_unpacked() -> None:
    with pytest.raises(SourceTooLarge, match="unpacks to more than"):
        unpacked(gzip.compress(b"\0" * 40_000_000), "bomb.gz", MAX_BYTES)


def test_a_bomb_in_an_archive_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(packed({"a.csv": b"0" * 9_000_000, "../b.csv": b"x"}))
    found = list(files_of([str(path)]))
    assert [each.error is None for each in found] == [True, False]
    assert "zip bomb" in str(found[1].error)


def test_an_archive_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(b"PK\x03\x04 no more")
    (found,) = files_of([str(path)])
    assert "the archive cannot be opened" in str(found.error)


GA = Path(__file__).parent.parent.parent / "shared" / "data" / "ga-english-74-79.zip"


@pytest.mark.skipif(not GA.exists(), reason=f"there is no {GA}")
def test_the_uns_own_files_as_they_are() -> None:
    with zipfile.ZipFile(GA) as archive:
        names = [
            name for name in archive.namelist()
            if name.endswith(".xml") and ("75_290 A" in name or "77_293" in name)
        ]  # fmt: skip
        read = [from_ballots(ballots_in(archive.read(name), name), name) for name in names]
    told = {each.symbol: each for part in read for each in part.rollcalls}
    assert told["A/RES/75/290 A"].tally == told["A/RES/75/290 A"].counted() == Tally(90, 0, 47)
    assert told["A/RES/77/293"].tally == Tally(100, 9, 59)
    assert told["A/RES/77/293"].counted() == Tally(100, 9, 58)
    assert all(each.unknown == () for each in told.values())


def test_a_table_in_the_form_of_a_spreadsheet() -> None:
    text = "symbol\tdate\tyes\tno\nA/RES/62/9\t2007\t5\t1\n"
    assert one(text.encode("utf-16")).tally == Tally(5, 1, 0)
    assert table_of(b"\xef\xbb\xbfSymbol , Yes\n", "x").columns == ("symbol", "yes")


def test_every_member_of_a_day_is_known_by_its_name_and_code() -> None:
    account = one(undl(dict.fromkeys(CODES, "Y")))
    assert account.yes == CODES
    assert account.unknown == ()


@pytest.mark.parametrize(
    ("short", "descr", "title", "detail"),
    [
        ("SALT", "Salt works : resolution / adopted by the General Assembly", "Salt works", "SALT"),
        ("Salt : resolution / adopted by the General Assembly", "A/73/251 74b", "Salt",
         "A/73/251 74b"),
        ("SALT", "TO ADOPT THE DRAFT", "SALT", "TO ADOPT THE DRAFT"),
        ("", "Salt works", "Salt works", None), ("Salt", "Salt", "Salt", None),
    ],
)  # fmt: skip
def test_titles_are_in_either_column(
    tmp_path: Path, short: str, descr: str, title: str, detail: str | None
) -> None:
    account = one(*in_archive(tmp_path, calls(f'7,73,0,2018-12-17,R/73/9,,,"{short}","{descr}"')))
    assert (account.title, account.detail) == (title, detail)


@pytest.mark.parametrize(
    ("para", "words", "matter"),
    [
        ("1", "I shall put to the vote operative paragraph 5 of draft III.", "paragraph"),
        ("1", "We shall take a vote on the oral amendment to paragraph 6.", "amendment"),
        ("", "I put to the vote the motion that no action be taken on draft III.", "motion"),
        ("", "The amendment not being adopted, I put to the vote draft III.", "text"),
    ],
)  # fmt: skip
def test_what_a_president_put_to_the_vote(
    tmp_path: Path, para: str, words: str, matter: str
) -> None:
    row = f'5700,62,0,2007-12-18,R/62/9,,{para},,"The President: {words}"'
    account = one(*in_archive(tmp_path, calls(row)))
    assert (account.matter, account.source, account.title) == (matter, "unvotes:pv", None)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Draft I was adopted (resolution 62/8). We turn to II, entitled _Salt<d3>.",
         "We turn to II, entitled “Salt”."),
        ("May I take it that it is the wish to conclude its consideration of item 4? It was so "
         "decided. Item 5 Salt", "Item 5 Salt"),
        ("II is entitled_Salt<d3>. The oral amendment was adopted. Objections? It was so decided.",
         "II is entitled “Salt”. The oral amendment was adopted. Objections? It was so decided."),
        ("Draft I was adopted (resolution 62/8).", "Draft I was adopted (resolution 62/8)."),
    ],
)  # fmt: skip
def test_what_a_president_said_of_business_before_is_not_told_of_a_vote(
    tmp_path: Path, words: str, told: str
) -> None:
    row = f'5700,62,0,2007-12-18,R/62/9,,1,,"{words}"'
    assert one(*in_archive(tmp_path, calls(row))).detail == told


def test_what_was_not_carried_is_not_the_resolution_it_stands_under(tmp_path: Path) -> None:
    rows = ('5845,63,0,2008-12-24,R/63/263,,,"","The President: A recorded vote is requested."',)
    votes = [("5845", "Norway", "NO", "yes"), ("5845", "Chile", "CL", "no"),
             ("5845", "Fiji", "FJ", "no")]  # fmt: skip
    account = one(*in_archive(tmp_path, unvotes(votes, rows)))
    assert (account.matter, account.outcome) == ("other", "unknown")


@pytest.mark.parametrize(("number", "yes"), [("5100", ("GRC",)), ("5110", ("GRD",))])
def test_two_in_each_others_place_are_set_right(
    tmp_path: Path, number: str, yes: tuple[str, ...]
) -> None:
    rows = (f"{number},65,0,2010-12-21,R/65/206,0,0,SALT,Salt",)
    votes = [(number, "Grenada", "GD", "yes"), (number, "Greece", "GR", "no")]
    account = one(*in_archive(tmp_path, unvotes(votes, rows)))
    assert account.yes == yes
    assert ("set right" in (account.place or "")) is (number == "5100")


def test_a_letter_that_counts_votes_is_no_part(tmp_path: Path) -> None:
    rows = (
        "1,26,0,1971-10-05,R/26/2758A,0,0,CHINA,TO ADOPT A MOTION TO POSTPONE VOTING",
        "2,26,0,1971-10-05,R/26/2758B,1,1,CHINA,TO ADOPT THE AMENDMENT TO PREAMB PARA 2",
        "3,26,0,1971-10-05,R/26/2758C,0,0,CHINA,TO ADOPT DRAFT RESOL. (A/L. 630/REV. 1)",
        "4,30,0,1975-12-05,R/30/3411C,0,0,SALT,TO PROCLAIM",
        "5,30,0,1975-12-05,R/30/3411D,0,0,SALT,TO CONDEMN",
    )
    votes = [(number, "Norway", "NO", "yes") for number in "12345"]
    found = read(*in_archive(tmp_path, unvotes(votes, rows))).rollcalls
    assert [(each.symbol, each.matter) for each in found] == [
        ("A/RES/2758(XXVI)", "motion"), ("A/RES/2758(XXVI)", "amendment"),
        ("A/RES/2758(XXVI)", "text"), ("A/RES/3411(XXX) C", "text"),
        ("A/RES/3411(XXX) D", "text"),
    ]  # fmt: skip
    assert found[2].place == "rcid 3, A/RES/2758(XXVI) C"


def test_a_rival_draft_that_was_not_carried_is_not_the_resolution(tmp_path: Path) -> None:
    rows = (
        "1,23,0,1968-11-05,R/23/2389A,0,0,CHINA,TO ADOPT DRAFT RESOLUTION (A/L. 548)",
        "2,23,0,1968-11-05,R/23/2389B,0,0,CHINA,TO ADOPT DRAFT RESOLUTION (A/L. 549)",
    )
    votes = [("1", "Norway", "NO", "yes"), ("2", "Norway", "NO", "no")]
    found = read(*in_archive(tmp_path, unvotes(votes, rows))).rollcalls
    assert [(each.symbol, each.draft) for each in found] == [
        ("A/RES/2389(XXIII)", None), (None, "A/L.549")]  # fmt: skip
