"""Names on the command line → sources: folders, archives and what may be wrong with them."""

from __future__ import annotations

import io
import os
import struct
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from counterdraft.errors import (
    DamagedSource,
    EmptySource,
    ReadError,
    SourceNotFound,
    SourceTooLarge,
    UnsafeSource,
    UnsupportedSource,
)
from counterdraft.read import load, sources
from counterdraft.read.sources import Found, Source, find_sources


def write(path: Path, data: bytes = b"x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def pack(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def names(*paths: Path | str) -> list[str]:
    return [found.source.name for found in find_sources(map(str, paths)) if found.source]


def error(path: Path | str) -> ReadError:
    """What is wrong with the only thing that a name leads to."""
    (found,) = find_sources([str(path)])
    assert found.error is not None
    return found.error


def only(path: Path | str) -> Source:
    (found,) = find_sources([str(path)])
    assert found.source is not None
    return found.source


def content(source: Source) -> bytes:
    return load.load(source).data


# Files and folders


def test_files_come_in_the_order_they_are_named(tmp_path: Path) -> None:
    b, a = write(tmp_path / "b.txt"), write(tmp_path / "a.txt")
    assert names(b, a) == [str(b), str(a)]


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    file = write(tmp_path / ".hidden.doc", b"words")
    assert content(only(file)) == b"words"


def test_a_folder_is_searched_for_texts_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("c.xml", "a.txt", "b/d.md", "b/e.TXT", "b/f/g.akn", "h.jpg", "i"):
        write(tmp_path / name)
    found = [Path(name).relative_to(tmp_path).as_posix() for name in names(tmp_path)]
    assert found == ["a.txt", "b/d.md", "b/e.TXT", "b/f/g.akn", "c.xml"]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    for name in ("a.txt", ".b.txt", ".git/c.txt", "d/.e/f.txt"):
        write(tmp_path / name)
    assert names(tmp_path) == [str(tmp_path / "a.txt")]


def test_a_folder_whose_own_name_is_hidden_is_searched(tmp_path: Path) -> None:
    file = write(tmp_path / ".drafts" / "a.txt")
    assert names(tmp_path / ".drafts") == [str(file)]


def test_archives_in_a_folder_are_searched(tmp_path: Path) -> None:
    archive = pack(tmp_path / "a.zip", {"b.txt": b"x"})
    assert names(tmp_path) == [f"{archive}/b.txt"]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    file = write(tmp_path / "a" / "b.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path / "a", target_is_directory=True)
    assert str(file) in names(tmp_path)


@pytest.mark.parametrize("files", [[], ["a.jpg"], [".a.txt"]])
def test_a_folder_without_texts_is_an_error(tmp_path: Path, files: list[str]) -> None:
    for name in files:
        write(tmp_path / name)
    assert isinstance(error(tmp_path), EmptySource)
    assert "the folder holds no file to read. It reads .akn, .doc, .docm, .docx, .eml" in str(
        error(tmp_path)
    )


def test_a_file_that_is_not_there_is_an_error_and_the_rest_goes_on(tmp_path: Path) -> None:
    missing, there = tmp_path / "a.txt", write(tmp_path / "b.txt")
    first, second = find_sources([str(missing), str(there)])
    assert isinstance(first.error, SourceNotFound)
    assert str(first.error).startswith(f"{missing}: no such file or folder. Check the path")
    assert second == Found(Source(str(there), str(there)))


def test_many_where_one_is_wanted_are_an_error_that_says_how_one_is_named(tmp_path: Path) -> None:
    packed = pack(tmp_path / "a.zip", {"b/c.txt": b"c"})
    for many, what in ((tmp_path, "a folder"), (packed, "an archive")):
        with pytest.raises(UnsupportedSource, match=f"it is {what}, and one file is wanted"):
            content(sources.one_source(str(many)))
    assert content(sources.one_source(f"{packed}/b/c.txt")) == b"c"


def test_an_archive_that_is_cut_off_is_told_as_damaged_and_no_file_of_it_asked_for(
    tmp_path: Path,
) -> None:
    packed = pack(tmp_path / "a.zip", {"b/c.txt": b"c" * 500})
    packed.write_bytes(packed.read_bytes()[:-30])
    with pytest.raises(DamagedSource, match=r"cannot be opened.*pack it again"):
        content(sources.one_source(str(packed)))


def test_a_name_too_long_for_the_system_is_an_error(tmp_path: Path) -> None:
    assert isinstance(error(tmp_path / ("a" * 300)), SourceNotFound)


def test_a_name_with_a_nul_is_an_error() -> None:
    assert isinstance(error("a\0b"), SourceNotFound)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_an_error(tmp_path: Path) -> None:
    file = write(tmp_path / "a.txt")
    file.chmod(0)
    with pytest.raises(SourceNotFound, match="cannot be read: Permission denied"):
        content(only(file))


def test_a_file_that_fails_while_it_is_read_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied")

    source = only(write(tmp_path / "a.txt"))
    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(SourceNotFound, match=r"cannot be read: Permission denied\. Check the path"):
        content(source)


def test_standard_input_is_a_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"words")))
    assert only("-").name == "<stdin>"
    assert content(only("-")) == b"words"


# Limits


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(load, "MAX_BYTES", 1000)


@pytest.mark.usefixtures("small")
def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    assert len(content(only(write(tmp_path / "a.txt", b"x" * 1000)))) == 1000


@pytest.mark.usefixtures("small")
def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceTooLarge, match=r"larger than .* read at once\. Divide it"):
        content(only(write(tmp_path / "a.txt", b"x" * 1001)))


@pytest.mark.usefixtures("small")
def test_standard_input_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 1001)))
    with pytest.raises(SourceTooLarge, match="<stdin>"):
        content(only("-"))


@pytest.mark.usefixtures("small")
def test_a_pipe_that_gives_more_than_the_limit_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "a.txt"
    os.mkfifo(pipe)
    threading.Thread(target=pipe.write_bytes, args=[b"x" * 2000], daemon=True).start()
    with pytest.raises(SourceTooLarge):
        content(only(pipe))


@pytest.mark.usefixtures("small")
def test_a_member_over_the_limit_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceTooLarge):
        content(only(pack(tmp_path / "a.zip", {"b.txt": os.urandom(1001)})))


def test_a_text_of_51_megabytes_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    with file.open("wb") as stream:
        stream.truncate(51_000_000)
    with pytest.raises(
        SourceTooLarge, match=r"a\.txt: larger than the 20 MB that are read at once"
    ):
        content(only(file))


# Archives


def test_an_archive_is_searched_as_a_folder_is(tmp_path: Path) -> None:
    members = ["b/c.txt", "a.txt", ".d.txt", "e/.f/g.txt", "__MACOSX/a.txt", "h.jpg", "b/"]
    archive = pack(tmp_path / "a.ZIP", {name: b"" if name[-1] == "/" else b"x" for name in members})
    assert names(archive) == [f"{archive}/a.txt", f"{archive}/b/c.txt"]


def test_a_member_is_unpacked_in_memory(tmp_path: Path) -> None:
    archive = pack(tmp_path / "a.zip", {"b/c.txt": b"words"})
    assert content(only(archive)) == b"words"
    assert sorted(tmp_path.rglob("*")) == [archive]


@pytest.mark.parametrize(
    "name",
    ["../../x.txt", "/tmp/x.txt", "a/../../../x.txt", "a\\..\\x.txt", "c:\\x.txt", "\\x.txt"],
)
def test_a_name_that_leads_outside_is_refused(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    archive = pack(folder / "c.zip", {name: b"words", "a..b/c..txt.txt": b"words"})
    found = {e.source.member: e.source for e in find_sources([str(archive)]) if e.source}
    with pytest.raises(UnsafeSource, match="its name leads out of the archive"):
        content(found.pop(name))
    assert [content(each) for each in found.values()] == [b"words"]
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [archive]


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    archive = pack(tmp_path / "a.zip", {"b.txt": b"\n" * 10_000_000})
    with pytest.raises(UnsafeSource, match=r"b\.txt: .*zip bomb.*Unpack it by hand"):
        content(only(archive))


def test_a_bomb_that_lies_about_its_size_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(load, "MAX_BYTES", 100_000)
    archive = pack(tmp_path / "a.zip", {"b.txt": b"\n" * 10_000_000})
    size, lie = struct.pack("<L", 10_000_000), struct.pack("<L", 1000)
    archive.write_bytes(archive.read_bytes().replace(size, lie))
    with pytest.raises((SourceTooLarge, DamagedSource)):
        content(only(archive))


def test_an_archive_in_an_archive_is_not_unpacked(tmp_path: Path) -> None:
    inner = pack(tmp_path / "inner.zip", {"a.txt": b"x"}).read_bytes()
    archive = pack(tmp_path / "outer.zip", {"inner.zip": inner, "b.txt": b"x"})
    assert names(archive) == [f"{archive}/b.txt"]


def test_text_that_compresses_well_is_no_bomb(tmp_path: Path) -> None:
    archive = pack(tmp_path / "a.zip", {"b.txt": b"The General Assembly,\n" * 5000})
    assert len(content(only(archive))) == 22 * 5000


def test_more_members_than_the_limit_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MAX_MEMBERS", 2)
    archive = pack(tmp_path / "a.zip", {f"{i}.txt": b"x" for i in range(3)})
    assert isinstance(error(archive), SourceTooLarge)
    assert "the archive has 3 members, more than 2. Unpack it in parts" in str(error(archive))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no archive"])
def test_what_is_no_archive_is_damaged(tmp_path: Path, data: bytes) -> None:
    broken = error(write(tmp_path / "a.zip", data))
    assert isinstance(broken, DamagedSource)
    assert "the archive cannot be opened" in str(broken)


def test_an_archive_without_texts_is_an_error(tmp_path: Path) -> None:
    empty = error(pack(tmp_path / "a.zip", {"b.jpg": b"x"}))
    assert isinstance(empty, EmptySource)
    assert "the archive holds no file to read" in str(empty)


def test_a_member_whose_bytes_are_broken_is_damaged(tmp_path: Path) -> None:
    archive = pack(tmp_path / "a.zip", {"b.txt": os.urandom(5000)})
    source, data = only(archive), bytearray(archive.read_bytes())
    data[2000] ^= 0xFF
    archive.write_bytes(data)
    with pytest.raises(DamagedSource, match=r"a\.zip/b\.txt: the member cannot be unpacked"):
        content(source)


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_member_that_cannot_be_inflated_is_damaged(tmp_path: Path, method: int) -> None:
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w", method) as packed:
        packed.writestr("b.txt", b"Recalling its resolutions, " * 500)
    source, data = only(archive), bytearray(archive.read_bytes())
    data[45:60] = b"\xff" * 15
    archive.write_bytes(data)
    with pytest.raises(DamagedSource, match="the member cannot be unpacked"):
        content(source)


def test_an_encrypted_member_is_an_error(tmp_path: Path) -> None:
    archive = pack(tmp_path / "a.zip", {"b.txt": b"words"})
    data = bytearray(archive.read_bytes())
    for header, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(header) + flags] |= 1
    archive.write_bytes(data)
    with pytest.raises(DamagedSource, match=r"cannot be unpacked: .*encrypted"):
        content(only(archive))


def test_an_archive_that_is_gone_by_the_time_it_is_read_is_an_error(tmp_path: Path) -> None:
    archive = pack(tmp_path / "a.zip", {"b.txt": b"words"})
    source = only(archive)
    archive.unlink()
    with pytest.raises(SourceNotFound, match="No such file"):
        content(source)
