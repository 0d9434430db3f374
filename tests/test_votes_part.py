"""A table of some Members: who is not in it is not said to have voted, nor not to have voted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl
import pytest

from counterdraft.errors import NothingToCount
from counterdraft.jobs.ask_votes import export, show
from counterdraft.jobs.vote_blocs import Asked, state_record, united_blocs
from counterdraft.jobs.votes import check_votes, import_votes, votes_folder, votes_of
from counterdraft.lexicon.members import members_on
from counterdraft.votes.frames import positions_frame
from counterdraft.votes.merge import merge
from counterdraft.votes.series.moves import changes
from counterdraft.votes.store.columns import from_frame, of_format_1, to_frame
from tests.test_votes_merge import CODES, account, lists

if TYPE_CHECKING:
    from pathlib import Path

    from counterdraft.model.vote import Vote

DAY = "2025-12-01"
HEAD = "symbol,date,state,vote"
FEW = (f"A/RES/80/951,{DAY},Norway,no", f"A/RES/80/951,{DAY},Cuba,yes",
       f"A/RES/80/951,{DAY},Fiji,abstain")  # fmt: skip


def read(folder: Path, *rows: str, head: str = HEAD) -> tuple[Vote, ...]:
    """The votes of a table with these rows, by themselves."""
    folder.mkdir(exist_ok=True)
    table = folder / "few.csv"
    table.write_text("\n".join((head, *rows, "")), encoding="utf-8")
    import_votes([str(table)], votes_folder(folder))
    found = votes_of(votes_folder(folder))
    return tuple(each for each in found if each.accounts[0].startswith("csv:"))


def test_who_is_in_no_row_of_a_table_is_not_said_not_to_have_voted(tmp_path: Path) -> None:
    (vote,) = read(tmp_path, *FEW)
    assert (vote.part, vote.named, vote.members) == (True, 3, 193)
    assert (vote.tally, vote.tally_from, vote.not_voting) == (None, None, ())
    assert len(vote.unsure) == 190
    assert (vote.position_of("NOR"), vote.position_of("SWE")) == ("no", None)
    assert positions_frame([vote]).height == 3
    said = show(votes_folder(tmp_path), "A/RES/80/951", "text").decode()
    assert "no figures" in said
    assert "The lists have 3 of 193 Members; of 190 it is not known how they voted" in said
    assert "Sweden" not in said


def test_a_row_that_cannot_be_read_leaves_its_state_open(tmp_path: Path) -> None:
    names = [each.name for each in members_on(DAY)]
    rows = [f'A/RES/80/951,{DAY},"{name}",yes' for name in names if name != "Fiji"]
    (vote,) = read(tmp_path, *rows, f"A/RES/80/951,{DAY},Fiji,perhaps")
    assert (vote.part, vote.unsure, vote.not_voting) == (True, ("FJI",), ())
    said = show(votes_folder(tmp_path), "A/RES/80/951", "text").decode()
    assert "Not known how, or whether it had a vote (1): Fiji" in said


def test_a_table_that_names_everyone_is_whole(tmp_path: Path) -> None:
    rows = [f"A/RES/80/951,{DAY},{each.code},not voting" for each in members_on(DAY)]
    rows[0] = rows[0].replace("not voting", "yes")
    (vote,) = read(tmp_path, *rows)
    assert (vote.part, vote.unsure, len(vote.not_voting)) == (False, (), 192)
    assert vote.tally is not None
    assert vote.tally.not_voting == 192


def test_a_table_is_whole_where_its_figures_or_its_column_say_so(tmp_path: Path) -> None:
    (by_figures,) = read(
        tmp_path / "a", *(f"{row},1,1,1" for row in FEW), head=f"{HEAD},total_yes,no,abstentions"
    )
    (by_column,) = read(tmp_path / "b", *(f"{row},yes" for row in FEW), head=f"{HEAD},whole")
    (by_other_figures,) = read(
        tmp_path / "c", *(f"{row},90,40,30" for row in FEW), head=f"{HEAD},total_yes,no,abstentions"
    )
    for vote in (by_figures, by_column):
        assert (vote.part, len(vote.not_voting)) == (False, 190)
    assert (by_other_figures.part, by_other_figures.not_voting) == (True, ())
    assert by_other_figures.tally is not None
    assert (by_other_figures.tally.yes, by_other_figures.tally.not_voting) == (90, 33)
    assert by_other_figures.disagreements == ()


def test_a_public_list_of_less_than_a_third_is_not_of_everyone_that_voted() -> None:
    few, third = account("unvotes", **lists(0, 4, 0)), account("unvotes", **lists(40, 20, 4))
    (vote,) = merge([few])
    assert (vote.part, vote.tally, vote.not_voting, len(vote.unsure)) == (True, None, (), 188)
    (vote,) = merge([third])
    assert (vote.part, len(vote.not_voting)) == (False, 128)
    council = account("akn", body="Security Council", symbol="S/RES/9(2007)", listed=True)
    (vote,) = merge([council])
    assert vote.part is False


def test_a_name_that_is_not_known_may_be_anybody_in_no_list() -> None:
    from counterdraft.model.rollcall import Unknown

    names = (Unknown("Frnace", "yes", ("France",)),)
    rest = tuple(code for code in CODES if code != "FRA")
    (vote,) = merge([account(listed=True, yes=rest, unknown=names)])
    assert (vote.not_voting, vote.unsure) == ((), ("FRA",))
    assert vote.tally is not None
    assert (vote.tally.yes, vote.tally.not_voting) == (192, 0)


def test_some_members_beside_a_whole_list_contradict_only_where_both_are_told() -> None:
    whole = account("unvotes", **lists(100, 20, 60))
    few = account("csv:mine", listed=True, part=True, yes=CODES[:3], no=CODES[3:4])
    (vote,) = merge([few, whole])
    assert (vote.part, vote.list_from) == (False, "unvotes:1")
    (told,) = [each for each in vote.disagreements if each.fault == "positions differ"]
    assert told.said.count(" and ") == 2  # of the two sources, and of the one State


def test_who_is_not_told_did_not_move(tmp_path: Path) -> None:
    from counterdraft.model.history import Entry

    whole = [f"A/RES/79/951,2024-12-01,{each.code},yes" for each in members_on("2024-12-01")]
    votes = read(tmp_path, *whole, *FEW)
    (change,) = changes([Entry(vote) for vote in votes])
    assert sorted(each.code for each in change.moves) == ["FJI", "NOR"]
    assert change.notes == (
        "of 190 States the position at A/RES/80/951 is not told: its lists have some only",
    )


def test_no_position_is_the_commonest_of_some_members(tmp_path: Path) -> None:
    read(tmp_path, *FEW)
    asked = Asked(str(tmp_path), since="2025", minimum=1)
    said = state_record(asked, "Norway").told()
    words = " ".join((said.bounds, *said.says))
    assert "of 1 of them the lists have some Members only" in words
    assert "commonest" not in words


def test_a_vote_of_some_members_is_a_groups_where_all_of_it_are_told(tmp_path: Path) -> None:
    read(tmp_path, *FEW)
    asked = Asked(str(tmp_path), since="2025", minimum=1)
    found = united_blocs(asked, ["Norway,Cuba,Fiji"]).frame().row(0, named=True)
    assert (found["votes"], found["expected"], found["corrected"]) == (1, None, None)
    with pytest.raises(NothingToCount, match="in none of these votes"):
        united_blocs(asked, ["Norway,Cuba,Fiji,Sweden"])


def test_a_check_says_which_votes_are_told_of_some_members(tmp_path: Path) -> None:
    read(tmp_path, *FEW)
    found, _ = check_votes(votes_folder(tmp_path))
    (told,) = [each for each in found.findings if each.fault == "some Members only"]
    assert told.said == "its lists have 3 of 193 Members"
    assert found.unexplained() == ()


def test_what_was_exported_of_some_members_is_of_some_when_it_comes_back(tmp_path: Path) -> None:
    (first,) = read(tmp_path, *FEW)
    back = tmp_path / "back.csv"
    back.write_bytes(export(votes_folder(tmp_path), "csv", "votes"))
    import_votes([str(back)], votes_folder(tmp_path / "again"))
    again = {each.id: each for each in votes_of(votes_folder(tmp_path / "again"))}[first.id]
    assert (again.part, again.unsure, again.tally) == (True, first.unsure, None)


def test_tables_kept_by_an_older_version_may_be_of_some_members() -> None:
    old = to_frame(
        [account("csv:mine", **lists(3, 1, 0)), account("undl", **lists(3, 1, 0))], CODES
    )
    mine, public = from_frame(of_format_1(old.drop("part")), CODES)
    assert (mine.part, public.part) == (True, False)
    assert isinstance(old.schema["part"], pl.Boolean)


def test_a_day_is_one_day_however_it_is_written(tmp_path: Path) -> None:
    (vote,) = read(tmp_path, FEW[0], "A/RES/80/951,1 December 2025,Cuba,yes")
    assert vote.named == 2


def problems_of(folder: Path, *rows: str, head: str) -> list[str]:
    """What an import of a table with these rows says is wrong."""
    table = folder / "mine.csv"
    table.write_text("\n".join((head, *rows, "")), encoding="utf-8")
    return [str(each) for each in import_votes(str(table), votes_folder(folder)).problems]


def kept(folder: Path) -> list[Vote]:
    found = votes_of(votes_folder(folder))
    return [each for each in found if each.accounts[0].startswith("csv:")]


def test_a_figure_that_is_none_is_no_states_name(tmp_path: Path) -> None:
    (told,) = problems_of(tmp_path, 'A/RES/79/901,"1,00",20,30', head="symbol,yes,no,abstain")
    assert "'1,00' is no figure" in told
    (vote,) = kept(tmp_path)
    assert (vote.tally, vote.list_from, vote.disagreements) == (None, None, ())


def test_figures_and_names_in_one_row_are_told(tmp_path: Path) -> None:
    (told,) = problems_of(tmp_path, "A/RES/79/901,97,21,Fiji;Cuba", head="symbol,yes,no,abstain")
    assert "some sides are figures and some names" in told
    (vote,) = kept(tmp_path)
    assert (vote.tally, vote.part, vote.abstain) == (None, True, ("FJI", "CUB"))


HEAD_DAYS = "symbol,date,yes,no,abstain"


@pytest.mark.parametrize(
    ("dates", "read_as"),
    [
        (("3/4/2024", "13/12/2024"), ("2024-04-03", "2024-12-13")),  # day first, as in Europe
        (("3/4/2024", "12/18/2024"), ("2024-03-04", "2024-12-18")),
        (("13.12.2024", "3.4.2024"), ("2024-12-13", "2024-04-03")),
        (("5/5/2024", "3 April 2024"), ("2024-05-05", "2024-04-03")),
    ],
)
def test_in_which_order_days_are_written_the_column_tells(
    tmp_path: Path, dates: tuple[str, str], read_as: tuple[str, str]
) -> None:
    rows = [f"A/RES/79/90{n},{day},9,1,0" for n, day in enumerate(dates)]
    assert problems_of(tmp_path, *rows, head=HEAD_DAYS) == []
    assert {each.symbol: each.date for each in kept(tmp_path)} == {
        f"A/RES/79/90{n}": day for n, day in enumerate(read_as)
    }


def test_a_day_that_may_be_two_is_none(tmp_path: Path) -> None:
    (told,) = problems_of(tmp_path, "A/RES/79/901,3/4/2024,9,1,0", head=HEAD_DAYS)
    assert "'3/4/2024' may be either of two days" in told
    assert [each.date for each in kept(tmp_path)] == [None]


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("S/RES/2799", "S/RES/2799"), ("S/RES/2799", "2799 (2025)"), ("A/RES/79/952*", "79/952"),
        ("GA resolution 79/950", "79/950"), ("79/950 A", "A/RES/79/950 A"),
    ],
)  # fmt: skip
def test_a_text_is_found_by_the_symbol_that_a_table_had(
    tmp_path: Path, written: str, asked: str
) -> None:
    assert problems_of(tmp_path, f"{written},9,1,0", head="symbol,yes,no,abstain") == []
    assert "9-1-0" in show(votes_folder(tmp_path), asked, "text").decode()
