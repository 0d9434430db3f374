"""What is set about fetching: where it comes from, what wins, and what is said of mistakes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec
import pytest

from counterdraft import __version__
from counterdraft.errors import SettingsError
from counterdraft.fetch.settings import Settings, _folder, default_settings, load_settings

DOCS = Path(__file__).parent.parent / "docs"


def config(tmp_path: Path, text: str) -> dict[str, str]:
    """An environment whose settings are ``text``."""
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return {"HOME": str(tmp_path), "COUNTERDRAFT_CONFIG": str(path)}


def test_without_any_the_defaults_hold(tmp_path: Path) -> None:
    settings = load_settings({"HOME": str(tmp_path)})
    filled = msgspec.structs.replace(
        default_settings(),
        cache_folder=str(tmp_path / ".cache" / "counterdraft"),
        user_agent=f"counterdraft/{__version__}",
    )
    assert settings == filled
    assert settings.largest_bytes == 50_000_000
    assert settings.redirects == 5
    assert settings.documents[0] == (
        "https://documents.un.org/api/symbol/access?s={symbol}&l={language}&t=pdf"
    )


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        default_settings().offline = True  # type: ignore[misc]


def test_the_file_goes_over_the_defaults_and_the_environment_over_the_file(tmp_path: Path) -> None:
    environ = config(tmp_path, "[fetch]\nretries = 7\nredirects = 1\nlargest_bytes = '2.5 MB'\n")
    settings = load_settings(environ | {"COUNTERDRAFT_FETCH_RETRIES": "9"})
    assert (settings.retries, settings.redirects, settings.largest_bytes) == (9, 1, 2_500_000)


def test_every_setting_can_be_set_in_the_environment(tmp_path: Path) -> None:
    given = {
        "documents": "https://a.example/{symbol} http://b.example/?s={symbol}&l={language}",
        "languages": "en fr",
        "connect_seconds": "1",
        "read_seconds": "2.5",
        "whole_seconds": "3",
        "largest_bytes": "4 kB",
        "archive_bytes": "5_000",
        "archive_seconds": "6",
        "redirects": "7",
        "retries": "0",
        "pause_seconds": "8",
        "between_seconds": "0",
        "longest_wait_seconds": "0",
        "cache": "false",
        "cache_folder": "/x",
        "cache_bytes": "9",
        "user_agent": "Someone (a@b.example) {version}",
        "offline": "1",
    }
    assert set(given) == set(Settings.__struct_fields__)
    environ = {f"COUNTERDRAFT_FETCH_{name.upper()}": value for name, value in given.items()}
    assert load_settings(environ | {"HOME": str(tmp_path)}) == Settings(
        documents=("https://a.example/{symbol}", "http://b.example/?s={symbol}&l={language}"),
        languages=("en", "fr"),
        connect_seconds=1.0,
        read_seconds=2.5,
        whole_seconds=3.0,
        largest_bytes=4000,
        archive_bytes=5000,
        archive_seconds=6.0,
        redirects=7,
        retries=0,
        pause_seconds=8.0,
        between_seconds=0.0,
        longest_wait_seconds=0.0,
        cache=False,
        cache_folder="/x",
        cache_bytes=9,
        user_agent=f"Someone (a@b.example) {__version__}",
        offline=True,
    )


def test_an_empty_variable_sets_nothing(tmp_path: Path) -> None:
    environ = {"HOME": str(tmp_path), "COUNTERDRAFT_FETCH_RETRIES": "", "COUNTERDRAFT_CONFIG": ""}
    assert load_settings(environ).retries == default_settings().retries


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[fetch]\nretrys = 1", r"mine\.toml, retrys: there is no such .* mean retries\?"),
        ("[fetch]\nxyz = 1", r"xyz: there is no such setting\. There are: documents, languages"),
        ("[fetch]\nretries = 'x'", r"retries: Expected int, got str\. Set it to a value such as 2"),
        ("[fetch]\nretries = -1", r"retries: Expected int >= 0\. Set it"),
        ("[fetch]\nretries = 1.5", r"retries: Expected int, got float"),
        ("[fetch]\nread_seconds = 0", r"read_seconds: Expected float > 0"),
        ("[fetch]\nread_seconds = inf", r"read_seconds: Expected float <= 1000000"),
        ("[fetch]\nread_seconds = nan", r"read_seconds: "),
        ("[fetch]\nlargest_bytes = 'big'", r"largest_bytes: Expected int, got str"),
        ("[fetch]\noffline = 'yes'", r"offline: Expected bool, got str.*such as false"),
        ("[fetch]\ndocuments = []", r"documents: Expected array of length >= 1"),
        ("[fetch]\ndocuments = ['https://a.example/']", r"documents: .* of the form"),
        ("[fetch]\ndocuments = ['file:///{symbol}']", r"documents: .* of the form"),
        ("[fetch]\nlanguages = ['english']", r"languages: .* of the form"),
        ("[fetch]\nuser_agent = \"a\\nb\"", r"user_agent: .* of the form"),
        ("[fetch]\ncache_folder = '~nobody-of-that-name/x'", r"cache_folder: there is no"),
        ("retries = 1", r"mine\.toml, retries: there is no such table\. Put .* \[fetch\]"),
        ("[fetsh]", r"mine\.toml, fetsh: there is no such table"),
        ("[fetch", r"mine\.toml.*: it is not TOML: Expected '\]'.*Mend these settings"),
        pytest.param("a = " + "[" * 5000, r"mine\.toml: .* too deep in each other", id="deep"),
        pytest.param("#" * 1_000_001, r"mine\.toml: it is larger than 1,000,000", id="large"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_by_file_key_and_remedy(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said) as error:
        load_settings(config(tmp_path, text))
    assert str(error.value).isprintable()


def test_a_mistake_in_the_environment_is_named_by_its_variable(tmp_path: Path) -> None:
    for name, value, said in (
        ("RETRIES", "many", r"environment, COUNTERDRAFT_FETCH_RETRIES: Expected int, got str"),
        ("RETRYS", "1", r"Did you mean COUNTERDRAFT_FETCH_RETRIES\?"),
    ):
        with pytest.raises(SettingsError, match=said):
            load_settings({"HOME": str(tmp_path), f"COUNTERDRAFT_FETCH_{name}": value})


def test_a_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    missing = {"HOME": str(tmp_path), "COUNTERDRAFT_CONFIG": str(tmp_path / "none.toml")}
    with pytest.raises(SettingsError, match=r"none\.toml, COUNTERDRAFT_CONFIG: no such file"):
        load_settings(missing)
    with pytest.raises(SettingsError, match="Is a directory"):
        load_settings(missing | {"COUNTERDRAFT_CONFIG": str(tmp_path)})
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match="is not UTF-8"):
        load_settings(missing | {"COUNTERDRAFT_CONFIG": str(binary)})


def test_the_file_is_found_where_the_platform_keeps_such(tmp_path: Path) -> None:
    path = tmp_path / "configs" / "counterdraft" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text("[fetch]\noffline = true\n", encoding="utf-8")
    home = {"HOME": str(tmp_path)}
    assert load_settings(home | {"XDG_CONFIG_HOME": str(path.parent.parent)}).offline
    assert not load_settings(home | {"XDG_CONFIG_HOME": "configs"}).offline
    assert load_settings(home | {"XDG_CACHE_HOME": "/c"}).cache_folder == "/c/counterdraft"


@pytest.mark.parametrize(
    ("platform", "kind", "folder"),
    [
        ("linux", "config", "/home/ann/.config/counterdraft"),
        ("linux", "cache", "/home/ann/.cache/counterdraft"),
        ("darwin", "config", "/home/ann/Library/Application Support/counterdraft"),
        ("darwin", "cache", "/home/ann/Library/Caches/counterdraft"),
        ("win32", "config", "/roaming/counterdraft"),
        ("win32", "cache", "/local/counterdraft"),
    ],
)
def test_each_platform_has_its_folders(platform: str, kind: str, folder: str) -> None:
    environ = {"HOME": "/home/ann", "APPDATA": "/roaming", "LOCALAPPDATA": "/local"}
    assert _folder(kind, environ, platform) == Path(folder)


def test_the_page_has_every_setting_with_its_default() -> None:
    page = (DOCS / "fetch.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*?) \|", page, re.MULTILINE))
    defaults = msgspec.to_builtins(default_settings())
    assert list(rows) == list(defaults)
    for name, default in defaults.items():
        values = default if isinstance(default, tuple) else [default]
        texts = [each if isinstance(each, str) else json.dumps(each) for each in values]
        told = [each.replace("_", "") for each in re.findall("`([^`]+)`", rows[name])]
        assert told == [each.replace("_", "") for each in texts if each], name
