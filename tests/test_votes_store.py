"""Votes on disk: whole or not at all, each once, the same after a crash and for two writers."""

from __future__ import annotations

import multiprocessing
import os
import random
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.disk import durable
from counterdraft.disk.lock import locked
from counterdraft.errors import DamagedVotes, InUse, NewerVotes, WriteError
from counterdraft.lexicon.members import members
from counterdraft.model.rollcall import RollCall, Tally, Unknown
from counterdraft.votes.store import keep as keeping
from counterdraft.votes.store.columns import codes_of, from_frame, to_frame
from counterdraft.votes.store.held import check_parts, held
from counterdraft.votes.store.keep import keep
from counterdraft.votes.store.manifest import NAME, PARTS, read_manifest
from counterdraft.votes.where import Where

if TYPE_CHECKING:
    from collections.abc import Callable

CODES = tuple(members())


def account(number: int, **given_: object) -> RollCall:
    fields: dict[str, object] = {
        "id": f"undl:{number}", "source": "undl", "place": f"record {number}",
        "session": str(60 + number % 3), "date": f"200{number % 9}-12-18", "matter": "text",
        "symbol": f"A/RES/{60 + number % 3}/{number}", "title": f"Salt works {number}",
        "listed": True, "yes": CODES[: number % 90], "no": CODES[90:99], "tally": Tally(1, 2, 3),
    }  # fmt: skip
    return RollCall(**{**fields, **given_})  # type: ignore[arg-type]


words = st.text(st.characters(exclude_characters="\x1f", exclude_categories=["Cs"]), max_size=9)
some = st.one_of(st.none(), words)
lists = st.lists(st.sampled_from(CODES), max_size=5).map(tuple)
texts = st.lists(words.filter(bool), max_size=3).map(tuple)
rollcalls = st.builds(
    RollCall, id=words, source=words, place=words, title=some, detail=some, symbol=some, date=some,
    yes=lists, no=lists, abstain=lists, absent=lists, listed=st.booleans(), sponsors=texts,
    joined=texts, subjects=texts, issues=texts, inferred=some,
    tally=st.one_of(st.none(), st.builds(Tally, *[st.integers(0, 200)] * 3,
                                         st.one_of(st.none(), st.integers(0, 200)))),
    unknown=st.lists(st.builds(Unknown, words, st.sampled_from(["yes", "not voting"]), texts),
                     max_size=2).map(tuple),
)  # fmt: skip


@given(st.lists(rollcalls, max_size=4))
def test_what_goes_into_a_frame_comes_out_of_it(given_: list[RollCall]) -> None:
    codes = codes_of(given_, ("USA",))
    assert from_frame(to_frame(given_, codes), codes) == given_


def test_more_codes_than_a_byte_tells_apart() -> None:
    codes = tuple(f"X{number:03}" for number in range(300))
    each = account(1, yes=codes[250:299], no=())
    assert from_frame(to_frame([each], codes), codes) == [each]


def test_without_votes_nothing_is_loaded_that_only_reads_them(tmp_path: Path) -> None:
    code = "import sys, pathlib; from counterdraft.votes.store.held import held;"
    code += (
        "found = held(pathlib.Path(sys.argv[1])); sys.exit(bool(found) or 'polars' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    assert done.returncode == 0


def test_the_same_again_changes_nothing(tmp_path: Path) -> None:
    given_ = [account(number) for number in range(30)]
    assert keep(tmp_path, given_) == (30, (), 0, 30)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.suffix}
    moved = [msgspec.structs.replace(each, place="elsewhere") for each in given_]
    assert keep(tmp_path, moved) == (0, (), 30, 30)
    assert before == {path: path.read_bytes() for path in before}
    assert held(tmp_path) == tuple(given_)


def test_a_newer_version_takes_the_place_of_an_older_and_says_so(tmp_path: Path) -> None:
    keep(tmp_path, [account(1), account(2)])
    assert keep(tmp_path, [account(2, title="New"), account(3)]) == (1, ("undl:2",), 0, 3)
    assert {each.id: each.title for each in held(tmp_path)} == {
        "undl:1": "Salt works 1", "undl:2": "New", "undl:3": "Salt works 3"}  # fmt: skip


def test_however_they_are_added_they_are_the_same(tmp_path: Path) -> None:
    given_ = [account(number) for number in range(40)]
    for number, each in enumerate(random.Random(7).sample(given_, 40)):
        keep(tmp_path / "apart", [each, account(0, title=f"Version {number}")])
    keep(tmp_path / "once", [*given_[1:], account(0, title="Version 39")])
    apart, once = (sorted(held(tmp_path / each), key=lambda x: x.id) for each in ("apart", "once"))
    assert apart == once
    assert len(read_manifest(tmp_path / "apart").parts) < keeping.TOGETHER
    assert check_parts(tmp_path / "apart") == ()


@pytest.mark.parametrize(
    "where",
    [
        Where(sessions=("61",)), Where(since="2003", until="2005-12"), Where(since="2003-12-18"),
        Where(symbols=("a/res/61/4",)), Where(bodies=("General Assembly",), sessions=("60", "62")),
    ],
)  # fmt: skip
def test_a_filter_leaves_out_no_account_of_a_text_that_is_meant(
    tmp_path: Path, where: Where
) -> None:
    given_ = [account(number) for number in range(40)]
    beside = [
        msgspec.structs.replace(each, id=f"csv:{each.id}", source="csv", session=None, date=None)
        for each in given_
    ]
    keep(tmp_path, [*given_, *beside])
    wanted = {
        each.symbol for each in given_
        if (not where.sessions or each.session in where.sessions) and where.in_time(each.date)
        and (not where.symbols or each.symbol in where.symbols)
    }  # fmt: skip
    found = held(tmp_path, where)
    assert wanted
    assert {each.id for each in [*given_, *beside] if each.symbol in wanted} <= {
        each.id for each in found
    }


def test_where_nothing_is_held(tmp_path: Path) -> None:
    assert held(tmp_path / "none") == ()
    assert check_parts(tmp_path / "none") == ()


# -- what goes wrong


@pytest.mark.parametrize("call", range(6))
def test_a_crash_at_any_moment_leaves_the_old_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    keep(tmp_path, [account(1)])
    calls = 0

    def breaking(function: Callable[..., object]) -> Callable[..., object]:
        def called(*given_: object, **named: object) -> object:
            nonlocal calls
            calls += 1
            if calls > call:
                raise KeyboardInterrupt
            return function(*given_, **named)

        return called

    with monkeypatch.context() as patched:
        for name in ("write", "settle_folder", "put", "sha256_of"):
            patched.setattr(durable, name, breaking(getattr(durable, name)))
        with suppress(KeyboardInterrupt):
            keep(tmp_path, [account(2)])
    assert [each.id for each in held(tmp_path)] in (["undl:1"], ["undl:1", "undl:2"])
    assert check_parts(tmp_path) == ()
    keep(tmp_path, [account(2)])
    assert [each.id for each in held(tmp_path)] == ["undl:1", "undl:2"]


def test_what_nobody_names_is_swept(tmp_path: Path) -> None:
    keep(tmp_path, [account(1)])
    stray = tmp_path / PARTS / "000099.parquet"
    stray.write_bytes(b"x")
    keep(tmp_path, [account(2)])
    assert stray.exists()  # somebody may be reading it
    os.utime(stray, (time.time() - 2 * keeping.GRACE,) * 2)
    keep(tmp_path, [account(3)])
    assert not stray.exists()


def test_a_second_writer_waits_and_gives_up(tmp_path: Path) -> None:
    keep(tmp_path, [account(1)])
    with locked(tmp_path), pytest.raises(InUse, match="is writing it"):
        keep(tmp_path, [account(2)], wait=0)
    assert len(held(tmp_path)) == 1


def write_some(folder: str, number: int) -> None:
    keep(Path(folder), [account(each) for each in range(number, number + 5)])


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [
        context.Process(target=write_some, args=(str(tmp_path), number)) for number in (0, 3)
    ]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    assert sorted(each.id for each in held(tmp_path)) == [f"undl:{n}" for n in range(8)]


@pytest.mark.parametrize("damage", ["cut", "other", "gone"])
def test_damage_is_found(tmp_path: Path, damage: str) -> None:
    keep(tmp_path, [account(1)])
    (part,) = (tmp_path / PARTS).iterdir()
    data = part.read_bytes()
    part.unlink()
    if damage == "cut":
        part.write_bytes(data[:-9])
    elif damage == "other":
        part.write_bytes(b"PAR1" + b"x" * (len(data) - 8) + b"PAR1")
    assert len(check_parts(tmp_path)) == 1
    with pytest.raises(DamagedVotes, match=r"000001.parquet.*Import the votes again"):
        held(tmp_path)


def test_a_manifest_of_another_time_or_of_none(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text('{"format": 99}')
    with pytest.raises(NewerVotes, match="format 99"):
        held(tmp_path)
    for text in ('{"format": 1, "parts": [{"name": "../x"}]}', '{"x": ' + "[" * 100_000):
        (tmp_path / NAME).write_text(text)
        with pytest.raises(DamagedVotes, match="makes no sense"):
            held(tmp_path)


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WriteError, match="they are as they were"):
        keep(tmp_path / "file" / "votes", [account(1)])


def test_the_lists_take_little_room(tmp_path: Path) -> None:
    keep(tmp_path, [account(number, yes=CODES[:150]) for number in range(500)])
    assert sum(path.stat().st_size for path in tmp_path.rglob("*.parquet")) < 100_000
