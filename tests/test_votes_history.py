"""A series of votes: found, grown, told; what moved in it, and what of it is not known."""

from __future__ import annotations

import csv
import io
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from counterdraft.cli.app import app
from counterdraft.errors import BadSeriesFile, NoSeries, UnclearSeries
from counterdraft.jobs.vote_history import history_in_form, history_of
from counterdraft.jobs.votes import import_votes, shipped_facts, votes_folder
from counterdraft.lexicon.members import members
from counterdraft.lexicon.vote_faults import known_figures
from counterdraft.model.corpus import Record
from counterdraft.model.rollcall import Tally
from counterdraft.votes.merge import merge
from counterdraft.votes.series.file import from_file, read_file, written
from counterdraft.votes.series.find import find
from counterdraft.votes.series.history import history
from counterdraft.votes.series.picture import drawn, to_png, to_svg
from counterdraft.votes.series.shipped import said_of, shipped
from counterdraft.votes.series.titles import alike, same, title_of, titled
from counterdraft.votes.series.to_text import to_text
from tests.series_votes import NORWAY, counted, vote, without

if TYPE_CHECKING:
    from counterdraft.model.history import History
    from counterdraft.model.vote import Vote

SHARED = Path(__file__).parent.parent.parent / "shared" / "data" / "votes"
PLENARY = SHARED / "dprk-ga-plenary.csv"


@cache
def facts() -> tuple[Vote, ...]:
    return merge(shipped_facts(), known_figures())


@cache
def dprk() -> History:
    return history(find("dprk", facts()))


# The shipped facts


def test_a_machine_that_imported_nothing_knows_the_series() -> None:
    found = dprk()
    assert [each.vote.session for each in found.years] == [str(n) for n in range(60, 81)]
    assert len(found.recorded) == 9
    assert {each.vote.body for each in found.years} == {"General Assembly"}


@pytest.mark.parametrize(
    ("year", "share"),
    [(2005, 46.1), (2006, 51.6), (2007, 52.6), (2008, 49.0), (2009, 51.6), (2010, 55.2),
     (2011, 63.7), (2014, 60.1)],
)  # fmt: skip
def test_votes_in_favour_as_a_share_of_all_members(year: int, share: float) -> None:
    columns = dprk().columns()
    found = columns["yes_share"][columns["year"].index(year)]
    assert isinstance(found, float)
    assert round(100 * found, 1) == share


def test_what_no_source_states_is_said_to_be_inferred_and_from_what() -> None:
    inferred = {each.vote.date or "": each.vote.inferred for each in dprk().years}
    assert sorted(day[:4] for day, why in inferred.items() if why) == ["2012", "2013", "2018"]
    assert "unvotes" in (inferred["2012"] or "")


def test_every_code_and_source_of_the_facts_is_known() -> None:
    for series in shipped().values():
        for each in series.rollcalls:
            codes = (*each.yes, *each.no, *each.abstain, *each.sponsors, *each.joined)
            assert set(codes) <= set(members())
            assert said_of(each.source)
            assert each.date
            assert all(members()[code].on(each.date) for code in codes)


def test_positions_count_as_the_official_figures_do_but_for_two_known_years() -> None:
    differ = {
        each.vote.symbol
        for each in dprk().years
        if each.vote.tally and (
            (each.vote.tally.yes, each.vote.tally.no, each.vote.tally.abstain)
            != (len(each.vote.yes), len(each.vote.no), len(each.vote.abstain))
        )
    }  # fmt: skip
    assert differ == {"A/RES/62/167", "A/RES/64/175"}


def test_the_two_known_differences_are_told_beside_the_year() -> None:
    text = to_text(dprk(), width=200)
    assert "official figures are 101-22-59; unvotes, as Voeten, has 102-22-58" in text
    assert "official figures are 99-20-63; unvotes, as Voeten, has 98-20-63" in text


def test_the_committee_and_an_amendment_stand_apart() -> None:
    others = {e.vote.id: e.vote for e in dprk().others}
    assert {(v.matter, v.outcome, v.tally and v.tally.yes) for v in others.values()} == {
        ("text", "adopted", 111), ("text", "adopted", 112), ("amendment", "rejected", 40),
    }  # fmt: skip
    assert "40-77-50" not in to_text(dprk())
    assert "40-77-50" in to_text(dprk(), everything=True)


@pytest.mark.skipif(not PLENARY.exists(), reason=f"there is no {PLENARY}")
def test_the_facts_alone_give_every_figure_of_the_record() -> None:
    _same_as_the_record(dprk())


@pytest.mark.skipif(not PLENARY.exists(), reason=f"there is no {PLENARY}")
def test_roll_calls_imported_give_every_figure_of_the_record(tmp_path: Path) -> None:
    sources = [SHARED / "unvotes-1946-2019.zip", SHARED / "ga-metadata-74-79.jsonl.gz"]
    import_votes([str(each) for each in sources], votes_folder(tmp_path))
    _same_as_the_record(history_of("dprk", str(tmp_path)))
    cuba = history_of("A/RES/79/7", str(tmp_path))
    assert [each.vote.session for each in cuba.years] == [
        str(n) for n in range(47, 80) if n not in (73, 76)
    ]
    assert [gap.sessions for gap in cuba.gaps] == [(73,), (76,)]
    own = history_of("A/RES/79/181", str(tmp_path))
    assert [each.vote.session for each in own.years] == [str(n) for n in range(60, 81)]
    assert len(history_of("79/185", str(tmp_path)).years) == 14  # Syria, from session 66 on
    assert len(history_of("A/RES/79/167", str(tmp_path)).years) == 29
    nazism = history_of("glorification of Nazism", str(tmp_path)).years
    assert (nazism[0].vote.symbol, len(nazism)) == ("A/RES/60/143", 20)


def _same_as_the_record(found: History) -> None:
    table = csv.DictReader(io.StringIO(history_in_form(found, "csv").decode()))
    ours = {row["symbol"]: row for row in table}
    with PLENARY.open(encoding="utf-8") as lines:
        record = list(csv.DictReader(lines))
    assert list(ours) == [row["symbol"] for row in record]
    for row in record:
        each = ours[row["symbol"]]
        names = ("yes", "no", "abstain", "not_voting")
        assert [each[name] for name in names] == [
            row[name.replace("not_voting", "nonvoting")] for name in names
        ]
        assert each["date"].startswith(row["date"])
        assert (
            each["mode"]
            == {"recorded": "recorded vote", "without vote": "without a vote"}[row["mode"]]
        )


# Finding


def test_a_series_is_found_by_key_symbol_and_words() -> None:
    symbols = [each.vote.symbol for each in dprk().years]
    for asked in ("dprk", "DPRK", "north korea", "A/RES/69/188", "69/188", "A/C.3/69/L.28/Rev.1",
                  "human rights in the Democratic People's Republic of Korea"):  # fmt: skip
        assert [each.vote.symbol for each in find(asked, facts()).entries] == symbols


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Syrian Golan", "Syrian Golan"),
        ("Situation of human rights in Norway", "Situation of human rights In Norway: resolution"),
        ("Human rights and coercive measures", "Human rights an coercive measures : resol"),
    ],
)
def test_titles_that_are_one_but_for_their_print(one: str, other: str) -> None:
    assert same(title_of(_titled(one)), title_of(_titled(other)))


def _titled(title: str) -> str:
    return titled(without(1, title=title)) or ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nuclear disarmament", "Nuclear disarmament verification"),
        ("Situation of human rights in the Islamic Republic of Iran",
         "Situation of human rights in Iraq"),
        ("Human rights and unilateral coercive measures",
         "International Day against Unilateral Coercive Measures"),
        ("The right of the Palestinian people to self-determination",
         "Permanent sovereignty of the Palestinian people over their natural resources"),
    ],
)  # fmt: skip
def test_titles_that_are_not_alike(one: str, other: str) -> None:
    assert not alike(title_of(one), title_of(other))


def test_keywords_of_a_catalogue_are_no_title() -> None:
    assert titled(without(47, title="CUBA, U.S. EMBARGO", detail=NORWAY)) == NORWAY
    assert titled(without(30, title="APARTHEID", detail="TO CONDEMN IT")) is None
    broken = without(
        60, title="PEOPLE", detail="The Norwegian People?Æs rights : resolution / adopted"
    )
    assert titled(broken) == "The Norwegian People's rights"
    cut = "Situation of human rights in the Kingdom of Norw"
    whole = "Situation of human rights in the Kingdom of Norway"
    assert titled(without(60, title=cut, detail=f"{whole} : resolution / adopted")) == whole


def test_a_title_that_changed_a_little_goes_on() -> None:
    old = "Combating the glorification of forgetting and other practices that fuel intolerance"
    new = "Combating glorification of forgetting and other such practices that fuel intolerance"
    found = find("A/RES/62/1", [vote(60, title=old), vote(61, title=old), vote(62, title=new)])
    assert [each.reasons[0].kind for each in found.entries] == ["like title", "like title", "asked"]


def test_titles_alike_that_stand_beside_each_other_are_two_series() -> None:
    one = "Work of the committee on practices affecting the rights of fishing communities"
    two = "Practices affecting the rights of fishing communities and work of the committee on them"
    votes = [vote(n, title=t, number=k) for n in (60, 61, 62) for k, t in ((1, one), (2, two))]
    found = find("A/RES/62/1", votes)
    assert [each.vote.symbol for each in found.entries] == [f"A/RES/{n}/1" for n in (60, 61, 62)]
    assert {each.vote.symbol for each in found.unclear} == {f"A/RES/{n}/2" for n in (60, 61, 62)}


def test_words_that_several_series_have_choose_none() -> None:
    votes = [
        vote(60, title="Human rights in Norway"),
        vote(60, title="Human rights in Fiji", number=2),
    ]
    with pytest.raises(UnclearSeries, match="2 series have these words") as caught:
        find("human rights", votes)
    assert "A/RES/60/2" in str(caught.value)


def test_one_title_in_two_bodies_chooses_none() -> None:
    council = vote(60, symbol="A/HRC/RES/7/15", body="Human Rights Council")
    with pytest.raises(UnclearSeries, match="2 series"):
        find(NORWAY, [vote(60), council])


def test_what_is_not_there_is_one_clear_line() -> None:
    with pytest.raises(NoSeries, match="nearest: “Situation of human rights in Norway”"):
        find("human rights of whales", [vote(60)])
    with pytest.raises(NoSeries, match="no vote on that text is known here"):
        find("A/RES/1/1", [vote(60)])
    with pytest.raises(NoSeries, match="nothing came by 1 January 1990"):
        history(find(NORWAY, [vote(60)]), "1990-01-01")


def test_two_texts_in_a_session_are_told_and_nothing_is_guessed() -> None:
    votes = [vote(60, "FRA"), vote(61, "FRA"), vote(61, "DEU", number=9, date="2006-12-20"),
             vote(62, "DEU")]  # fmt: skip
    found = history(find("A/RES/62/1", votes))
    assert "Session 61 has 2 texts" in found.series.notes[0]
    assert all("session 61 has several texts" in (each.unknown or "") for each in found.changes)


class Corpus:
    """Two texts of which the later cites the earlier."""

    def __init__(self, records: list[Record]) -> None:
        self._records = {each.symbol: each for each in records}

    def record(self, symbol: str) -> Record | None:
        return self._records.get(symbol)

    def cites(self, symbol: str) -> tuple[str, ...]:
        return ("A/RES/60/1",) if symbol == "A/RES/61/7" else ()

    def cited_by(self, symbol: str) -> tuple[str, ...]:
        return ("A/RES/61/7", "A/RES/61/8") if symbol == "A/RES/60/1" else ()


def test_a_text_that_cites_one_of_the_series_under_its_title_is_of_it() -> None:
    def record(symbol: str, title: str) -> Record:
        return Record(
            id=symbol, symbol=symbol, title=title, organ="General Assembly", session=61,
            date="2006-12-19", sponsors=("France",),
        )  # fmt: skip

    corpus: Any = Corpus([record("A/RES/61/7", NORWAY), record("A/RES/61/8", "Right to food")])
    found = find("A/RES/60/1", [vote(60)], corpus)
    assert [each.vote.symbol for each in found.entries] == ["A/RES/60/1", "A/RES/61/7"]
    assert {reason.kind for reason in found.entries[1].reasons} == {"cites"}
    assert found.entries[1].vote.sponsors == ("FRA",)


# A file of one's own


def test_a_series_is_written_edited_and_read_again(tmp_path: Path) -> None:
    votes = [vote(60), vote(61), vote(62), vote(62, number=5, title='Right to "food"')]
    path = tmp_path / "own.toml"
    text = written(find(NORWAY, votes))
    path.write_text(text.replace("excluded = []", 'excluded = ["A/RES/61/1"]')
                    .replace("added = []", 'added = ["A/RES/62/5", "A/RES/63/1"]'))  # fmt: skip
    found = from_file(str(path), read_file(path), votes)
    assert [each.vote.symbol for each in found.entries] == [
        "A/RES/60/1",
        "A/RES/62/1",
        "A/RES/62/5",
    ]
    assert any("A/RES/63/1, of which no vote is known" in each for each in found.notes)


def test_a_file_says_what_it_leaves_out(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(f'title = "{NORWAY}"\nsymbols = ["A/RES/60/1"]\n')
    found = from_file("own.toml", read_file(path), [vote(60), vote(61)])
    assert any("A/RES/61/1 would belong to it too" in each for each in found.notes)


@pytest.mark.parametrize(
    "text",
    [
        "title = ",
        "title = 1",
        'title = "a"\nsymbols = []\nx = 1',
        pytest.param("title = " + "[" * 5000, id="deep"),
    ],
)
def test_a_file_that_is_no_series_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(text)
    with pytest.raises(BadSeriesFile):
        read_file(path)


# Who moved


def test_who_moved_from_what_to_what() -> None:
    votes = [vote(60, "FRA DEU", "CUB", "EGY"), vote(61, "FRA EGY", "CUB DEU", "")]
    (change,) = history(find(NORWAY, votes)).changes
    moved = {each.code: (each.before, each.after) for each in change.moves}
    assert moved == {
        "DEU": ("yes", "no"), "EGY": ("abstain", "yes"), "MNE": ("no Member", "not voting"),
    }  # fmt: skip
    assert change.stayed == 189


def test_a_seat_that_another_took_over_is_read_as_one() -> None:
    votes = [vote(46, "FRA", date="1991-12-01"), vote(47, "FRA RUS", date="1992-01-15")]
    (change,) = history(find(NORWAY, votes)).changes
    assert {each.code: each.before for each in change.moves} == {"RUS": "not voting"}


def test_a_vote_without_lists_tells_of_nobody() -> None:
    (change,) = history(find(NORWAY, [vote(60, "FRA"), counted(61, 100, 20, 30, 42)])).changes
    assert change.unknown == "no list of who voted how is known for A/RES/61/1"
    assert change.moves == ()


def test_adoption_without_a_vote_is_no_position() -> None:
    votes = [vote(60, "FRA"), without(61), vote(62, "FRA")]
    (change,) = history(find(NORWAY, votes)).changes
    assert change.between == ("A/RES/61/1",)
    assert "tell nobody’s position" in to_text(history(find(NORWAY, votes)))


def test_who_may_have_been_a_member_neither_comes_nor_goes() -> None:
    votes = [vote(60, "FRA DEU"), vote(61, "FRA", unsure=("MNE", "DEU"))]
    (change,) = history(find(NORWAY, votes)).changes
    assert change.moves == ()
    assert change.notes == ("2 States may or may not have been Members at A/RES/61/1",)


def test_what_is_wrong_in_a_source_stands_beside_the_figures(tmp_path: Path) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(
        "symbol,date,title,whole,state,vote\n"
        f"A/RES/78/900,2023-12-01,{NORWAY},yes,Fiji,yes\n"
        f"A/RES/79/900,2024-12-01,{NORWAY},yes,Fiji,yes\n"
        f"A/RES/79/900,2024-12-01,{NORWAY},yes,Fiji,no\n"
    )
    import_votes([str(path)], votes_folder(str(tmp_path)))
    text = to_text(history_of("79/900", str(tmp_path)), width=500)
    assert "Something is wrong in a source: it lists more than once: Fiji" in text
    assert "of 1 State the position at A/RES/79/900 is not clear" in text


def test_a_picture_says_whether_figures_or_shares_are_not_known() -> None:
    bare = vote(60, "FRA", members=None, tally=Tally(72, 24, 55), not_voting=())
    found = drawn(history(find(NORWAY, [bare, vote(61, "FRA", tally=None)])))
    assert [each.said for each in found.empty] == ["shares not known", "figures not known"]
    assert all(each.dashed for each in found.empty)


def test_figures_that_are_counted_from_lists_are_said_to_be() -> None:
    votes = [vote(60, "FRA", tally_from="unvotes:1"), vote(61, "FRA", tally_from="undl:2")]
    text = to_text(history(find(NORWAY, votes)))
    assert text.count("recorded vote [1]") == 1
    assert "[1] Counted from the lists of unvotes" in text


def test_how_it_was_voted_may_not_be_known() -> None:
    told = to_text(history(find(NORWAY, [vote(60, "FRA", mode="unknown")])))
    assert "1 of which it is not known how" in told


def test_of_a_vote_whose_voters_are_not_known_nobody_is_missing() -> None:
    votes = [vote(60, "FRA DEU", not_voting=(), members=None), vote(61, "FRA", "CUB")]
    (change,) = history(find(NORWAY, votes)).changes
    assert {each.code: each.after for each in change.moves} == {"DEU": "not voting"}


# Bounds


def test_as_of_a_day_leaves_later_texts_out_and_says_how_many() -> None:
    found = history(find("dprk", facts()), "2014-10-15")
    assert [each.vote.date for each in found.years][-2:] == ["2012", "2013-12-18"]
    assert found.later == 12
    assert "12 later texts left out" in to_text(found)


def test_sessions_without_a_text_are_a_gap_and_no_claim_that_there_was_none() -> None:
    found = history(find(NORWAY, [vote(60), vote(63)]))
    assert [each.sessions for each in found.gaps] == [(61, 62)]
    assert "that need not mean that there was none" in to_text(found)


# The forms


def test_a_picture_gives_what_had_no_vote_a_mark_of_its_own() -> None:
    found = drawn(dprk())
    kinds = {bar.place: bar.said for bar in found.empty}
    assert kinds["2012"] == "without a vote (inferred)"
    assert kinds["2016"] == "without a vote"
    assert "2014" not in kinds
    assert [bar.place for bar in found.empty if bar.dashed] == ["2012", "2013", "2018"]
    high = [each for each in found.parts if each.place == "2005"][-1].high
    assert high == pytest.approx(1.0)


def test_years_of_which_nothing_is_known_keep_their_place() -> None:
    places = drawn(history(find(NORWAY, [vote(60), vote(63)]))).places
    assert places == ["2005", "2006", "2007", "2008"]


def test_pictures_are_the_same_every_time_and_say_all_in_words() -> None:
    one = to_svg(dprk())
    assert one == to_svg(dprk())
    assert "2005 A/RES/60/173: in favour 88 (46.1%)" in one
    assert to_png(dprk()).startswith(b"\x89PNG")


def test_words_of_a_source_cannot_break_out_of_a_form() -> None:
    evil = '<script>alert("|")</script> & =cmd()'
    found = history(find("A/RES/60/1", [vote(60, title=evil, detail="=1+1")]))
    page = history_in_form(found, "html").decode()
    assert "<script" not in page
    assert "<script" not in history_in_form(found, "svg").decode()
    assert "<script" not in history_in_form(found, "md").decode()
    assert "\x1b" not in to_text(history(find("A/RES/60/1", [vote(60, title="a \x1b[2J title")])))


def test_cells_of_a_table_are_no_formulas() -> None:
    found = history(find("A/RES/60/1", [vote(60, inferred="=1+1", meeting="=A1")]))
    (row,) = csv.DictReader(io.StringIO(history_in_form(found, "csv").decode()))
    assert (row["inferred"], row["meeting"]) == ("'=1+1", "'=A1")


def test_the_json_has_its_name_and_every_figure() -> None:
    data = json.loads(history_in_form(dprk(), "json"))
    assert data["schema"] == "counterdraft/history/1"
    first = data["votes"][0]
    assert first["tally"] == {"yes": 88, "no": 21, "abstain": 60, "not_voting": 22}
    assert first["shares"]["yes"] == pytest.approx(88 / 191)
    assert data["changes"][0]["moves"][0] == {
        "code": "AZE", "name": "Azerbaijan", "before": "yes", "after": "abstain",
    }  # fmt: skip


def test_a_history_is_a_frame() -> None:
    frame = dprk().frame()
    assert frame.height == 21
    assert frame["yes"].drop_nulls().sum() == 88 + 99 + 101 + 94 + 99 + 106 + 123 + 116 + 119
    assert "<table>" in dprk()._repr_html_()
    pandas = pytest.importorskip("pandas")
    assert isinstance(dprk().pandas(), pandas.DataFrame)


# The command


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COUNTERDRAFT_CORPUS", str(tmp_path / "none"))

    def call(*words: str) -> Any:
        return CliRunner().invoke(app, ["votes", "history", *words])

    return call


def test_the_command_works_where_nothing_was_imported(run: Any) -> None:
    found = run("dprk", "--claim", "a majority of all members", "--as-of", "2014-10-15")
    assert found.exit_code == 0
    assert "Holds in 2006, 2007 and from 2009" in found.stdout.replace("\n", " ")


def test_the_command_says_in_one_line_what_is_wrong(run: Any) -> None:
    assert run("nothing at all").exit_code == 1
    assert run("dprk", "--as-of", "1999-01-01").exit_code == 1
    assert run("dprk", "--as-of", "last year").exit_code == 2
    assert run("dprk", "--as-of", "2014-02-30").exit_code == 2
    assert run("dprk", "--save", "x.txt").exit_code == 2
    assert run("dprk", "-o", "x.doc").exit_code == 2
    assert run("dprk", "--corpus", "nowhere").exit_code == 1


def test_the_command_writes_what_the_ending_tells_and_over_nothing(
    run: Any, tmp_path: Path
) -> None:
    for name in ("a.txt", "a.md", "a.json", "a.csv", "a.html", "a.svg", "a.png"):
        assert run("dprk", "-o", name).exit_code == 0
        assert (tmp_path / name).stat().st_size > 900
    assert run("dprk", "-o", "a.txt").exit_code == 1
    assert run("dprk", "-o", "a.txt", "--force").exit_code == 0


def test_what_was_found_is_saved_and_given_again(run: Any) -> None:
    assert run("dprk", "--save", "own.toml", "-o", "a.txt").exit_code == 0
    again = run("own.toml")
    assert again.exit_code == 0
    assert "the file (21)" in again.stdout
