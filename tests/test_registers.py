"""Registers: what files of dated facts become, what ships, and what is kept."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from counterdraft.errors import DamagedRegister, DamagedSource, NoRegister, UnsupportedSource
from counterdraft.jobs.registers import import_registers, open_registers, registers_at
from counterdraft.lexicon.treaties import treaty_names
from counterdraft.model.dates import is_day
from counterdraft.model.register import NEVER, Entry, Question
from counterdraft.registers.check import contradictions
from counterdraft.registers.held import Held
from counterdraft.registers.kinds import Given, Read, take
from counterdraft.registers.own import is_dated
from counterdraft.registers.own_rows import TREATY_ACTS
from counterdraft.registers.shipped import shipped
from counterdraft.registers.store import kept_in, registers_of

YEARS = "iso2,member,state party,year ratification or accession,signatory,no action,status,note\n"
DAYS = "Participant\tSignature\tAccession(a), Ratification\n"
UPR = "To,From,Text,Response,Session\r"


def read(text: str, name: str, as_of: str | None = None) -> Read:
    (found,) = take([Given(name, text.encode())], as_of)
    return found


def entries(text: str, name: str, as_of: str | None = None) -> tuple[Entry, ...]:
    found = read(text, name, as_of)
    assert found.taken is not None, found.problems
    return found.taken.entries


def test_a_table_by_year_is_of_the_treaty_that_its_name_ends_in() -> None:
    text = f"{YEARS}FJ,Fiji,1,2005,0,0,state party,\n"
    for name, treaty in (
        ("hr_status_op_crc_sc.csv", "crc-op-sc"), ("cat.csv", "cat"), ("CPED.csv", "ced"),
    ):  # fmt: skip
        (entry,) = entries(text, name)
        assert (entry.subject, entry.object, entry.date) == ("Fiji", treaty, "2005")
        assert entry.value == "ratification or accession"


def test_that_a_state_is_no_party_counts_up_to_the_day_that_a_table_was_kept_to() -> None:
    text = f"{YEARS}FJ,Fiji,0,,1,0,signatory,\n"
    question = Question(act="ratification", subject="Fiji", object="cat")
    for as_of in ("2022-08", None):
        register = Held("by year", entries(text, "cat.csv", as_of))
        assert [each.value for each in register.entries(question)] == [NEVER]
        assert register.complete(question) == as_of


def test_a_table_by_day_tells_acts_by_their_marks() -> None:
    text = (
        f"{DAYS}Fiji\t 2 Jun 2010\t 7 Jun 2017\nChad 1\t\t26 Sep 2019 a\n"
        "Croatia\t\t12 Oct 1992 d\nCuba\t26 Apr 2007\t\n"
    )
    found = entries(text, "crpd.tsv", "2020-01-01")
    assert [(each.subject, each.act, each.date, each.value) for each in found] == [
        ("Fiji", "signature", "2010-06-02", ""),
        ("Fiji", "ratification", "2017-06-07", ""),
        ("Chad", "accession", "2019-09-26", ""),
        ("Croatia", "succession", "1992-10-12", ""),
        ("Cuba", "signature", "2007-04-26", ""),
        ("Cuba", "ratification", None, NEVER),
    ]


def test_recommendations_that_stand_in_two_files_of_an_archive_count_once(tmp_path: Path) -> None:
    rows = ["Fiji,Chad,Do this.,Accepted,7\r", "Fiji,Cuba,Do that.,Noted,7\r"]
    path = tmp_path / "upr.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("1.csv", (UPR + rows[0] + rows[1]).encode("latin-1"))
        archive.writestr(
            "2.csv", (UPR + rows[1] + "Fiji,Fiji,We will.,Voluntary Pledge,7").encode()
        )
    (register,) = open_registers(None, [str(path)])[0][1:]
    counts, session = register.all
    assert counts.act == "recommendations"
    assert (counts.value, counts.object) == ("accepted: 1, noted: 1", "cycle 1")
    assert (session.act, session.date) == ("review", "2010-02-08/2010-02-19")
    assert "2 recommendations" in counts.source


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("act,subject\nsignature,Fiji\n", "a.csv", r"table of entries, and has no column 'source'"),
        ("member,state party,signatory\nFiji,1,0\n", "cat.csv", r"no column 'year ratification"),
        ("Participant,Signature\nFiji,\n", "cat.csv", r"no column 'Ratification'"),
        ("To,From,Response,Text\nFiji,Chad,x,Noted\n", "upr.csv", r"no column 'session'"),
        (f"{YEARS}FJ,Fiji,1,2005,0,0,,\n", "mine.csv", r"which treaty it is of.*column \"treaty\""),
    ],
)
def test_a_table_without_what_its_kind_needs_is_refused_by_name(
    text: str, name: str, said: str
) -> None:
    found = read(text, name)
    (error,) = found.problems
    assert found.taken is None
    assert isinstance(error, DamagedSource)
    assert re.search(said, str(error)), str(error)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("signature,Figi,crpd,2010-06-02,me", r"line 2: no State is known as 'Figi'.*Is it 'Fiji'"),
        ("signature,Fiji,crpd,2010-02-30,me", r"line 2: '2010-02-30' is no date"),
        ("event,Games,,2010-06-09/2010-06-02,me", r"is no date; the row is left out"),
        ("signing,Fiji,crpd,2010-06-02,me", r"'signing' is no act.*There are: signature"),
        ("meeting,,Suva,2010-06-02,me", r"own\.csv, line 2: it has no subject"),
        ("signature,,crpd,2010-06-02,me", r"line 2: it has no subject"),
        ("meeting,of the,Suva,2010-06-02,me", r"line 2: 'of the' names no meeting"),
        ("meeting,Lamps; talks,Suva,2010-06-02,me", r"no State is known as 'Lamps'"),
        ("event,Lamp Games,,,me", r"line 2: it has no date"),
        ("review,Fiji,cycle 1,,me", r"line 2: it has no date"),
        ("adoption,78/900,,2010-06-02,me", r"'78/900' is no symbol.*like A/RES/70/1"),
        ("tally,A/RES/78/900,,2010-06-02,me,130:32:22", r"'130:32:22' is no tally.*130-32-22"),
        ("title,A/RES/78/900,,2010-06-02,me", r"it has no title"),
        ("citation,A/RES/78/900,,2010-06-02,me", r"'citation' is no act"),
    ],
)
def test_a_row_that_makes_no_sense_is_left_out_and_said(row: str, said: str) -> None:
    good = "signature,Norway,Convention on the Rights of Persons with Disabilities,2007-03-30,me"
    found = read(f"act,subject,object,date,source,value\n{row}\n{good}\n", "own.csv")
    assert found.taken is not None
    assert [(each.subject, each.object) for each in found.taken.entries] == [("Norway", "crpd")]
    (problem,) = found.problems
    assert re.search(said, str(problem)), str(problem)


@pytest.mark.parametrize("data", [b"PAR1\0\0", b"name,code\nFiji,FJ\n", b'{"terms": []}'])
def test_what_has_no_dated_facts_is_no_register(data: bytes) -> None:
    (found,) = take([Given("countries", data)])
    assert isinstance(found.problems[0], UnsupportedSource)


def test_a_register_that_is_kept_is_no_file_to_import(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("act,subject,object,date,source\nsignature,Fiji,crpd,2010-06-02,me\n")
    import_registers([str(own)], tmp_path / "kept")
    (kept,) = (tmp_path / "kept").glob("*.json")
    with pytest.raises(UnsupportedSource, match="Name the folder that it is kept in"):
        registers_at([str(kept)])


def test_every_shipped_fact_has_its_source_and_an_exact_date() -> None:
    for each in shipped().all:
        assert each.source
        assert each.date is None or is_dated(each.date)
        if each.act in TREATY_ACTS:
            assert each.object in treaty_names()
            assert (each.value == NEVER) is not is_day(each.date or "")
            assert each.value != NEVER or each.as_of


def test_shipped_facts_are_of_states_of_every_camp() -> None:
    states = {each.subject for each in shipped().all if each.act in TREATY_ACTS}
    for state in ("Cuba", "China", "Japan", "France", "Russian Federation", "Brazil"):
        assert state in states
    assert "United States of America" in states
    assert "Democratic People's Republic of Korea" in states


def test_the_shipped_facts_do_not_contradict_each_other() -> None:
    assert contradictions([shipped()]) == ()


def test_two_dates_for_one_act_contradict_each_other_where_they_exclude_each_other() -> None:
    def at(date: str, act: str = "ratification", value: str = "") -> Entry:
        return Entry(
            register=date, act=act, subject="Fiji", object="cat", date=date,  # type: ignore[arg-type]
            value=value, source="x",
        )  # fmt: skip

    year, day = at("2016", value="ratification or accession"), at("2016-03-14")
    assert contradictions([Held("a", [year]), Held("b", [day])]) == ()
    (found,) = contradictions([Held("a", [at("2015")]), Held("b", [day])])
    assert {found.one.date, found.other.date} == {"2015", "2016-03-14"}
    (within,) = contradictions(
        [Held("a", [at("2016-02", "signature"), at("2016-03", "signature")])]
    )
    assert within.one != within.other


def test_what_is_imported_again_changes_nothing(tmp_path: Path) -> None:
    source = tmp_path / "cat.csv"
    source.write_text(f"{YEARS}FJ,Fiji,1,2016,0,0,state party,\n", encoding="utf-8")
    first = import_registers([str(source)], tmp_path / "kept", "2022-08")
    again = import_registers([str(source)], tmp_path / "kept", "2022-08")
    assert ((first.changed, first.same), (again.changed, again.same)) == ((1, 0), (0, 1))
    (register,) = registers_of(kept_in(tmp_path / "kept"))
    assert [each.date for each in register.all] == ["2016"]
    source.write_text(f"{YEARS}FJ,Fiji,1,2017,0,0,state party,\n", encoding="utf-8")
    assert import_registers([str(source)], tmp_path / "kept").changed == 1
    (register,) = registers_of(kept_in(tmp_path / "kept"))
    assert [each.date for each in register.all] == ["2017"]


@pytest.mark.parametrize("harm", [lambda d: d[:-40], lambda d: d.replace(b"2016", b"2015")])
def test_a_register_that_was_altered_is_not_asked(tmp_path: Path, harm) -> None:  # type: ignore[no-untyped-def]
    source = tmp_path / "cat.csv"
    source.write_text(f"{YEARS}FJ,Fiji,1,2016,0,0,state party,\n", encoding="utf-8")
    import_registers([str(source)], tmp_path / "kept")
    (path,) = (tmp_path / "kept").glob("*.json")
    path.write_bytes(harm(path.read_bytes()))
    with pytest.raises(DamagedRegister, match="import what it was made of again"):
        kept_in(tmp_path / "kept")


def test_a_folder_that_is_none_holds_no_registers(tmp_path: Path) -> None:
    with pytest.raises(NoRegister, match="registers import"):
        open_registers(tmp_path / "nowhere")


def test_an_entry_without_a_source_or_of_a_treaty_nobody_knows_is_left_out() -> None:
    text = (
        "act,subject,object,date,source\n"
        "signature,Chile,crpd,2007-03-30,a depositary\n"
        "signature,Chile,cprd,2007-03-30,a depositary\n"
        "signature,Fiji,crpd,2010-06-02,\n"
    )
    found = read(text, "own.csv")
    assert found.taken is not None
    assert [each.subject for each in found.taken.entries] == ["Chile"]
    unknown, unsourced = map(str, found.problems)
    assert "line 3: no treaty is known as 'cprd'" in unknown
    assert "crpd" in unknown
    assert "line 4: it has no source" in unsourced
