"""What the UN publishes beside its texts: its known traps."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from counterdraft.corpus.metadata import read_metadata
from counterdraft.corpus.versions import Facts
from counterdraft.errors import DamagedSource, SourceNotFound, SourceTooLarge
from counterdraft.model import Adoption


def told(tmp_path: Path, **said: Any) -> Facts:
    path = tmp_path / "told.jsonl"
    path.write_text(json.dumps({"symbol": "A/RES/81/1", **said}), encoding="utf-8")
    found = read_metadata(path)
    assert found.errors == ()
    return found.facts["A/RES/81/1"]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("2026-10-10 00:00:00", "2026-10-10"),
        ("9 December 2026", "2026-12-09"),
        ("18\u00a0December\u00a02026", "2026-12-18"),
        ("0001-01-01 00:00:00", None),
        ("N.A.", None),
        ("", None),
        (None, None),
        ("soon", None),
    ],
)
def test_dates_come_in_several_forms_and_dummies_are_none(
    tmp_path: Path, words: str | None, date: str | None
) -> None:
    assert told(tmp_path, adoption_date=words).date == date


@pytest.mark.parametrize(
    ("said", "adoption"),
    [
        ({"adoption_type": "Without a vote"}, Adoption("without a vote")),
        ({"voting_type": "adoptedWithoutVote"}, Adoption("without a vote")),
        ({"adoption_type": "By a recorded vote", "counts": "97 3 40"},
         Adoption("recorded vote", 97, 3, 40)),
        ({"voting_type": "adoptedRecordedVote", "counts": "97 N.A. 40"},
         Adoption("recorded vote", 97, 0, 40)),
        ({"adoption_type": "By a recorded vote", "counts": "N.A. N.A. N.A."},
         Adoption("recorded vote")),
        ({"adoption_type": "By a recorded vote"}, Adoption("recorded vote")),
        ({"adoption_type": "", "voting_type": ""}, Adoption()),
        ({}, Adoption()),
    ],
)  # fmt: skip
def test_the_vote_is_read_where_it_is_said(
    tmp_path: Path, said: dict[str, str], adoption: Adoption
) -> None:
    sides = ("MS_in_favour_count", "MS_against_count", "MS_abstaining_count")
    counts = dict(zip(sides, said.pop("counts", "").split(), strict=False))
    assert told(tmp_path, **said, **counts).adoption == adoption


def test_the_count_is_the_count_whatever_the_list_of_names_has(tmp_path: Path) -> None:
    names = [f"STATE {n}" for n in range(180)]
    facts = told(
        tmp_path, adoption_type="By a recorded vote", MS_in_favour_count="90",
        MS_against_count="0", MS_abstaining_count="47", MS_in_favour=names,
    )  # fmt: skip
    assert facts.adoption == Adoption("recorded vote", 90, 0, 47)


def test_states_have_one_name_each_and_who_introduced_a_text_is_no_sponsor(tmp_path: Path) -> None:
    names = ["TURKEY", "TÜRKİYE", "TÜRKÝYE", "COTE D'IVOIRE", "CÔTE D'IVOIRE",
             "NETHERLANDS (KINGDOM OF THE)", "SUBMITTED BY THE CHAIR OF THE COMMITTEE"]  # fmt: skip
    facts = told(tmp_path, sponsors=names[:3], additional_sponsors=names[3:])
    assert facts.sponsors == ("Türkiye", "Côte d'Ivoire", "Netherlands (Kingdom of the)")


def test_the_group_on_whose_behalf_a_state_speaks_is_the_sponsor(tmp_path: Path) -> None:
    names = [
        "FIJI (ON BEHALF OF THE STATES THAT ARE MEMBERS OF THE GROUP OF 77 AND CHINA)",
        "Chad (on behalf of the Group of African States) and Malta",
        "INTRODUCED IN THE COMMITTEE BY THE REPRESENTATIVE OF PERU ON BEHALF OF THE BUREAU",
    ]
    facts = told(tmp_path, sponsors=names)
    assert facts.sponsors == ("Group of 77 and China", "Group of African States", "Malta")


def test_committee_item_draft_and_subjects_are_made_plain(tmp_path: Path) -> None:
    facts = told(
        tmp_path, committee="#fifthCommittee", agenda_item="Agenda item 19 (b)",
        originating_document="A/C.3/81/L.4 and A/C.3/81/L.4/Add.1",
        subjects=[["Street Lamps", "UNBIS Thesaurus"], ["UN. Lamp Board", "DHLAUTH"],
                  ["STREET LAMPS", "UNBIS Thesaurus"], ["19", "A/79/251"], ["short"]],
    )  # fmt: skip
    assert (facts.committee, facts.agenda_item) == ("Fifth Committee", "19 (b)")
    assert facts.draft_symbol == "A/C.3/81/L.4"
    assert facts.subjects == ("STREET LAMPS", "UN. Lamp Board")


@pytest.mark.parametrize(
    ("document", "draft"),
    [("A/81/L.100", "A/81/L.100"), ("A/75/420, para. 27", None), ("N.A.", None)],
)
def test_a_report_is_no_draft(tmp_path: Path, document: str, draft: str | None) -> None:
    assert told(tmp_path, originating_document=document).draft_symbol == draft


def test_without_a_main_committee_there_is_none(tmp_path: Path) -> None:
    assert told(tmp_path, committee="Without reference to a Main Committee").committee is None


def test_a_series_is_about_each_part_and_two_records_complete_each_other(tmp_path: Path) -> None:
    path = tmp_path / "told.jsonl.gz"
    lines = [
        {"symbol": "A/RES/81/5 A-C", "title": "Lamps"},
        {"symbol": "A/RES/81/5 B", "agenda_item": "Agenda item 3"},
    ]
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, lines)).encode()))
    facts = read_metadata(path).facts
    assert sorted(facts) == ["A/RES/81/5 A", "A/RES/81/5 B", "A/RES/81/5 C"]
    assert (facts["A/RES/81/5 B"].title, facts["A/RES/81/5 B"].agenda_item) == ("Lamps", "3")


@pytest.mark.parametrize(
    "line", ["{", "3", "null", "[]", "{}", '{"symbol": 3}', '{"symbol": "x", "subjects": 3}',
             '{"symbol": "x", "sponsors": 3}', '{"symbol": "x", "sponsors": [3]}', "\xff",
             pytest.param('{"x": ' + "[" * 100_000, id="deep")]
)  # fmt: skip
def test_a_line_that_is_no_record_is_told_and_the_rest_counts(tmp_path: Path, line: str) -> None:
    path = tmp_path / "told.jsonl"
    path.write_text(f'{line}\n\n{{"symbol": "A/RES/81/1"}}\n', encoding="latin-1")
    found = read_metadata(path)
    assert list(found.facts) == ["A/RES/81/1"]
    assert [error.place for error in found.errors] == ["line 1"]


def test_a_file_that_cannot_be_unpacked_is_a_line(tmp_path: Path) -> None:
    path = tmp_path / "told.jsonl.gz"
    path.write_bytes(gzip.compress(b"{}" * 500)[:20])
    with pytest.raises(DamagedSource, match="cannot be unpacked"):
        read_metadata(path)


def test_a_bomb_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counterdraft.corpus.metadata.MAX_BYTES", 10_000)
    path = tmp_path / "told.jsonl.gz"
    path.write_bytes(gzip.compress(b" " * 10_000_000))
    with pytest.raises(SourceTooLarge):
        read_metadata(path)


def test_a_file_that_is_not_there_is_a_line(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound):
        read_metadata(tmp_path / "nowhere.jsonl")
