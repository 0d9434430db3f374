"""Who sponsors the texts of a series: who came, who left, who used to be there."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from counterdraft.cli.app import app
from counterdraft.model.corpus import Record
from counterdraft.votes.series.find import find
from counterdraft.votes.series.history import history
from counterdraft.votes.sponsors.forms import to_csv, to_json, to_markdown, to_text
from counterdraft.votes.sponsors.sponsors import sponsors
from tests.series_votes import NORWAY, without

if TYPE_CHECKING:
    from counterdraft.model.sponsors import Sponsors
    from counterdraft.model.vote import Vote

VOTES = (
    without(60, sponsors=("FRA", "DEU", "CHL"), joined=("JPN",)),
    without(61),
    without(62, sponsors=("FRA", "DEU"), joined=("BRA",)),
    without(63, sponsors=("FRA", "JPN"), joined=("FRA",)),
)


def made(*votes: Vote, corpus: Any = None, group_of: Any = None) -> Sponsors:
    return sponsors(history(find(NORWAY, votes or VOTES)), corpus, group_of)


def test_who_came_and_who_left_is_held_against_the_last_text_whose_sponsors_are_known() -> None:
    first, unknown, third, last = made().texts
    assert (first.all, first.came, first.since) == (("CHL", "DEU", "FRA", "JPN"), (), None)
    assert not unknown.known
    assert (third.since, third.came, third.left) == ("A/RES/60/1", ("BRA",), ("CHL", "JPN"))
    assert (last.came, last.left) == (("JPN",), ("BRA", "DEU"))


def test_who_used_to_be_there_is_missing() -> None:
    assert made().texts[-1].missing == ("BRA", "CHL", "DEU")


def test_who_sponsored_and_joined_is_counted_once() -> None:
    last = made().texts[-1]
    assert (last.first, last.joined) == (("FRA", "JPN"), ())


def test_a_text_without_a_list_says_nothing_of_anybody() -> None:
    text = to_text(made())
    assert "Not known, and nothing is said of them: 2006." in text
    assert "no list of sponsors is known here of any of its 2 texts, 2005 to 2006." in to_text(
        made(without(60), without(61))
    )


def test_a_seat_that_another_took_over_did_not_leave() -> None:
    votes = (without(46, sponsors=("SUN",)), without(47, sponsors=("RUS",)))
    last = made(*votes).texts[-1]
    assert (last.came, last.left, last.missing) == ((), (), ())


def test_groups_are_counted_text_by_text() -> None:
    found = made(group_of=lambda code, _: "Europe" if code in {"FRA", "DEU"} else None)
    assert {each.name: each.counts for each in found.groups} == {
        "Europe": (2, None, 2, 1), "in no group": (2, None, 1, 1),
    }  # fmt: skip
    assert "Europe" in to_text(found)


def test_the_corpus_knows_sponsors_that_the_vote_does_not() -> None:
    class Corpus:
        def record(self, symbol: str) -> Record | None:
            return Record(id=symbol, symbol=symbol, sponsors=("France", "Group of 77"))

    (text,) = made(without(60), corpus=Corpus()).texts
    assert (text.first, text.other) == (("FRA",), ("Group of 77",))


def test_every_form_says_the_same() -> None:
    found = made()
    assert "Chile" in to_markdown(found)
    rows = list(csv.DictReader(io.StringIO(to_csv(found))))
    assert {"year": "2005", "text": "A/RES/60/1", "code": "JPN", "member": "Japan", "as": "joined"
            } in rows  # fmt: skip
    data = json.loads(to_json(found))
    assert (data["schema"], len(data["texts"])) == ("counterdraft/sponsors/1", 4)
    assert found.frame().height == len(rows)


def test_the_command_knows_the_shipped_series(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COUNTERDRAFT_CORPUS", str(tmp_path / "none"))
    found = CliRunner().invoke(app, ["votes", "sponsors", "dprk"])
    assert found.exit_code == 0
    assert "2024, A/RES/79/181" in found.stdout
    assert "61 sponsors, 15 of them joined" in found.stdout
    assert CliRunner().invoke(app, ["votes", "sponsors", "nothing at all"]).exit_code == 1
