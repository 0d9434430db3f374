"""Sources → outcomes, in one process and in several; and results written whole or not at all."""

from __future__ import annotations

import errno
import gc
import multiprocessing
import os
import signal
import threading
import zipfile
from pathlib import Path

import pytest

import counterdraft.jobs.parse
from counterdraft.errors import (
    DamagedSource,
    EmptySource,
    NoResolution,
    SourceNotFound,
    UnsupportedSource,
    WriteError,
)
from counterdraft.jobs.brief import make_brief
from counterdraft.jobs.parse import Outcome, parse_sources
from counterdraft.jobs.write import write_whole
from counterdraft.model import Document
from counterdraft.read.read import read

DRAFT = (
    "The General Assembly,\n\nRecalling its rules,\n\n1. Urges lamp {n} to burn;\n\n2. Ends so.\n"
)


def write(folder: Path, count: int) -> list[str]:
    """The names of as many drafts."""
    folder.mkdir(exist_ok=True)
    for n in range(count):
        (folder / f"{n:03}.txt").write_text(DRAFT.format(n=n))
    return [str(folder / f"{n:03}.txt") for n in range(count)]


@pytest.fixture
def mixed(tmp_path: Path) -> list[str]:
    """Good and bad sources of every kind, in turn."""
    good = write(tmp_path / "good", 20)
    files = {
        "empty.txt": b"",
        "binary.txt": b"\x89PNG" + bytes(range(256)),
        "broken.xml": b"<akomaNtoso><p></akomaNtoso>",
        "pages.txt": b"%PDF-1.7",
        "no-draft.txt": b"Nothing of the kind.",
        "broken.zip": b"PK\x03\x04",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    with zipfile.ZipFile(tmp_path / "some.zip", "w") as archive:
        archive.writestr("a.txt", DRAFT.format(n=1))
        archive.writestr("b.txt", "")
    bad = [str(tmp_path / name) for name in (*files, "some.zip", "missing.txt")]
    return [*good[:3], *bad[:4], str(tmp_path / "good"), *bad[4:], *good[3:6]]


def summary(outcomes: list[Outcome]) -> list[tuple[str, list[str], str]]:
    return [
        (
            each.name,
            [paragraph.text for r in each.resolutions for paragraph in r.paragraphs],
            str(each.error),
        )
        for each in outcomes
    ]


# Outcomes


def test_two_processes_give_what_one_gives_in_the_same_order(mixed: list[str]) -> None:
    one, two = (list(parse_sources(mixed, processes=n)) for n in (1, 2))
    assert summary(one) == summary(two)


def test_a_bad_source_never_stops_the_rest(mixed: list[str]) -> None:
    outcomes = list(parse_sources(mixed))
    errors = [type(each.error) for each in outcomes if each.error is not None]
    assert errors == [
        *(EmptySource, UnsupportedSource, DamagedSource, DamagedSource),
        *(NoResolution, DamagedSource, EmptySource, SourceNotFound),
    ]
    assert sum(each.error is None for each in outcomes) == 3 + 20 + 1 + 3


def test_an_outcome_is_resolutions_or_an_error(mixed: list[str]) -> None:
    assert all(bool(each.resolutions) != bool(each.error) for each in parse_sources(mixed))


def test_the_text_is_there_where_it_was_asked_for(tmp_path: Path) -> None:
    names = write(tmp_path, 1)
    (without,) = parse_sources(names)
    (outcome,) = parse_sources(names, with_text=True)
    assert without.text is None
    assert outcome.text is not None
    for paragraph in outcome.resolutions[0].paragraphs:
        assert paragraph.span.of(outcome.text) == paragraph.text


def test_no_draft_names_the_nearest_line(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Hello.\n\nUrges States to act;\n\nBye.\n")
    (outcome,) = parse_sources([str(file)])
    assert str(outcome.error) == (
        f"{file}: no draft found; nearest is line 3: “Urges States to act;”"
    )


@pytest.mark.parametrize("error", [RecursionError(), MemoryError()])
def test_a_source_too_much_for_the_machine_is_an_outcome(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(_: Document) -> None:
        raise error

    monkeypatch.setattr(counterdraft.jobs.parse, "parse", fail)
    (outcome,) = parse_sources(write(tmp_path, 1))
    assert isinstance(outcome.error, DamagedSource)


# Not everything at once


def test_documents_are_never_held_all_at_once(tmp_path: Path) -> None:
    alive = []
    for n, outcome in enumerate(parse_sources(write(tmp_path, 300))):
        assert outcome.error is None
        if n % 30 == 29:
            alive.append(sum(isinstance(each, Document) for each in gc.get_objects()))
    assert len(alive) == 10
    assert max(alive) - min(alive) <= 3


def test_a_document_that_is_held_is_counted() -> None:
    before = sum(isinstance(each, Document) for each in gc.get_objects())
    held = [read(DRAFT.format(n=n).encode(), "x") for n in range(5)]
    after = sum(isinstance(each, Document) for each in gc.get_objects())
    assert after - before == len(held)


@pytest.mark.parametrize(("processes", "most"), [(1, 1), (2, 100)])
def test_sources_are_found_as_they_are_needed(tmp_path: Path, processes: int, most: int) -> None:
    found: list[None] = []
    outcomes = parse_sources(
        write(tmp_path, 300), processes=processes, on_found=lambda: found.append(None)
    )
    next(outcomes)
    assert 1 <= len(found) <= most
    assert 1 + sum(1 for _ in outcomes) == len(found) == 300


# Interrupts


def test_an_interrupt_is_no_affair_of_the_workers(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C reaches them too; it is for the process that gave them their work to end it."""
    outcomes = parse_sources(write(tmp_path, 300), processes=2)
    next(outcomes)
    for worker in multiprocessing.active_children():
        os.kill(worker.pid or 0, signal.SIGINT)
    try:
        assert sum(each.error is None for each in outcomes) == 299
    except KeyboardInterrupt:
        pytest.fail("a worker was interrupted in its work")
    assert "Traceback" not in capfd.readouterr().err


# Writing


def test_what_is_written_replaces_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("old")
    write_whole(str(file), b"n\x00\xff\r\n")
    assert file.read_bytes() == b"n\x00\xff\r\n"


def test_a_new_file_has_the_rights_that_any_new_file_has(tmp_path: Path) -> None:
    plain, written = tmp_path / "a", tmp_path / "b"
    plain.touch()
    write_whole(str(written), b"x")
    assert written.stat().st_mode == plain.stat().st_mode


def test_a_file_keeps_the_rights_it_has(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.touch(0o640)
    file.chmod(0o640)
    write_whole(str(file), b"x")
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_link_is_written_through(tmp_path: Path) -> None:
    file, link = tmp_path / "a.md", tmp_path / "b.md"
    file.write_text("old")
    link.symlink_to(file)
    write_whole(str(link), b"new")
    assert link.is_symlink()
    assert file.read_text() == "new"


@pytest.mark.parametrize(
    ("name", "reason"),
    [("", "it is a folder. Name a file"), ("none/a.md", "the folder does not exist. Create it")],
)
def test_what_cannot_be_a_file_is_an_error(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(WriteError, match=reason):
        write_whole(str(tmp_path / name), b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_stays_one_and_gets_the_text(tmp_path: Path) -> None:
    pipe, read_there = tmp_path / "pipe", list[str]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read_there.append(pipe.read_text()), daemon=True)
    reader.start()
    write_whole(str(pipe), b"new")
    assert pipe.is_fifo()
    reader.join()
    assert read_there == ["new"]


def test_what_cannot_be_put_in_its_place_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    file = tmp_path / "a.md"
    file.write_text("old")
    for owner, name in ((os, "replace"), (os, "rename"), (Path, "replace"), (Path, "rename")):
        monkeypatch.setattr(owner, name, full)
    with pytest.raises(WriteError, match=r"a\.md: it cannot be written: Read-only file system"):
        write_whole(str(file), b"new")
    assert (file.read_text(), list(tmp_path.iterdir())) == ("old", [file])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_an_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(WriteError, match="Permission denied"):
        write_whole(str(tmp_path / "a.md"), b"x")


# Briefs


@pytest.mark.parametrize(
    ("form", "start"),
    [
        ("html", b"<!doctype html>"),
        ("md", b"# "),
        ("json", b"{"),
        ("docx", b"PK\x03\x04"),
        ("pdf", b"%PDF-1.7"),
    ],
)
def test_a_brief_is_made_in_each_form(tmp_path: Path, form: str, start: bytes) -> None:
    made = make_brief(write(tmp_path, 1)[0], form)
    assert made[:40].replace(b"DOCTYPE", b"doctype").startswith(start)


@pytest.mark.parametrize("said", ["yesterday", "-1", "1.5", "٣", "9" * 20])
def test_a_date_of_the_build_that_is_none_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", said)
    with pytest.raises(WriteError, match="is no number of seconds since 1970"):
        make_brief(write(tmp_path, 1)[0], "docx")


def test_a_brief_of_no_draft_is_an_error(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Nothing.")
    with pytest.raises(NoResolution, match="no draft found; nothing in it reads like a clause"):
        make_brief(str(file), "md")
