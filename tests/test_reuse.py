"""Which wordings have a text's words: wording, shards, and what is found in them."""

from __future__ import annotations

import random
import subprocess
import sys
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from counterdraft.errors import DamagedSource, ReadError, SourceNotFound, UnsupportedSource
from counterdraft.reuse.build import write
from counterdraft.reuse.join import pairs
from counterdraft.reuse.query import SAME, Index, everywhere, nearest
from counterdraft.reuse.shard import FILE, Shard
from counterdraft.reuse.wording import differences, normalised, typed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    Made = Callable[[Sequence[str]], Shard]

# Syllables of an invented language, so that words are many and none is of a real text.
_SYLLABLES = ("or", "la", "vi", "ten", "mar", "so", "ket", "dun", "ira", "po")


def invented(number: int, seed: int = 1) -> list[str]:
    """So many paragraphs of invented words, some of which are common and most rare."""
    rnd = random.Random(seed)
    words = ["".join(rnd.choices(_SYLLABLES, k=rnd.randint(2, 4))) for _ in range(900)]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    return [" ".join(rnd.choices(words, weights, k=rnd.randint(12, 50))) for _ in range(number)]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    def make(texts: Sequence[str]) -> Shard:
        folder = tmp_path / f"shard{len(list(tmp_path.iterdir()))}"
        write(folder, texts)
        return Shard.open(folder)

    return make


# -- wording

ONE_FORM = [
    ("Takes note of the report;", "takes  note of\u00a0the report.", "case blanks punctuation"),
    ("the \u201ctwo\u201d sides\u2019 talks", "the 'two' sides' talks", "quotes"),
    ("follow\u2011up \u2013 at once", "follow-up - at once", "dashes"),
    ("before 31 December 2024", "before 31 December 2025", "year"),
    ("the period 2021\u20132030", "the period 2031-2040", "year dashes"),
    ("at its seventy-ninth session", "at its eightieth session", "session"),
    ("at its 79th regular session", "at its one hundred and first regular session", "session"),
    ("its seventieth to seventy-third sessions", "its first to third sessions", "session"),
    ("the meet\u00adings\u200b held", "the meetings held", ""),
]


@pytest.mark.parametrize(("one", "other", "kinds"), ONE_FORM)
def test_what_does_not_count_makes_one_form_and_is_told(one: str, other: str, kinds: str) -> None:
    assert normalised(one) == normalised(other)
    assert set(differences(one, other)) == set(kinds.split())
    assert differences(one, one) == ()


TYPED = [
    ("long-term health-care", "long term healthcare", "hyphens"),
    ("troop- and police- contributing states", "troop- and police-contributing states", "blanks"),
    ("corruption , and (as needed ) to help", "corruption, and (as needed) to help", "blanks"),
    ("the Secretary\u2011General in 2024", "the Secretary General in 2025", "hyphens year"),
]


@pytest.mark.parametrize(("one", "other", "kinds"), TYPED)
def test_words_typed_otherwise_are_the_same_words(one: str, other: str, kinds: str) -> None:
    assert normalised(one) != normalised(other)
    assert typed(one) == typed(other)
    assert set(differences(one, other)) == set(kinds.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("peace - including rest", "peace including rest"),
        ("in 2 3 cases", "in 23 cases"),
        ("in 2-3 cases", "in 23 cases"),
        ("its resolution 78/218", "its resolution 79/181"),
        ("resolution 1973 (2011)", "resolution 1970 (2011)"),
        ("resolution 1718 (2006)", "resolution 1718 (2016)"),
        ("Council resolution 2017/3", "Council resolution 2018/3"),
        ("before 30 June 2025", "before 31 December 2025"),
        ("before June 2025", "before July 2025"),
        ("$2,000 a month", "$1,900 a month"),
        ("the first report", "the second report"),
        ("the first week, not a session", "the second week, not a session"),
        ("states, parties", "states parties"),
        ("shall", "should"),
        ("in 2024", "in \x01"),
    ],
)
def test_other_differences_count(one: str, other: str) -> None:
    assert normalised(one) != normalised(other)
    with pytest.raises(ValueError, match="not of one wording"):
        differences(one, other)


# -- shards


def test_clauses_of_one_wording_are_one_form(made: Made) -> None:
    shard = made(["Decides so in 2023;", "Notes that", "decides  so in 2024.", "", "Decides so;"])
    assert (shard.forms, shard.clauses) == (4, 5)
    assert shard.find("DECIDES SO IN 1999") == 0
    assert shard.lines(0).tolist() == [0, 2]
    assert shard.find("decides so") == 3
    assert shard.find("decides not") is None


def test_a_text_without_words_is_found_nowhere(made: Made) -> None:
    shard = made(["", "\u2026", "* * *", "word"])
    assert [shard.find(text) for text in ("", "\u2026", "!")] == [None, None, None]
    assert nearest([shard], ["", ";", "word"])[:2] == [[], []]
    assert shard.clauses == 4


def test_texts_are_told_apart_where_their_numbers_are_the_same(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("build", "shard"):
        monkeypatch.setattr(f"counterdraft.reuse.{module}.form_number", lambda _: 2**64 - 1)
    texts = ["one", "two", "three", "one"]
    shard = made(texts)
    assert [shard.lines(form).tolist() for form in range(shard.forms)] == [[0, 3], [1], [2]]
    assert [shard.find(text) for text in (*texts, "four")] == [0, 1, 2, 0, None]


def test_the_same_texts_make_the_same_file(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(tmp_path / name, invented(200))
    assert (tmp_path / "a" / FILE).read_bytes() == (tmp_path / "b" / FILE).read_bytes()


@pytest.mark.parametrize("share", [0.0, 0.01, 0.3, 0.7, 0.999])
def test_a_file_that_is_cut_short_is_named(tmp_path: Path, share: float) -> None:
    write(tmp_path, invented(50))
    whole = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(DamagedSource) as caught:
        Shard.open(tmp_path)
    assert str(tmp_path / FILE) in str(caught.value)


def test_an_index_of_another_version_is_refused(tmp_path: Path) -> None:
    write(tmp_path, ["a text"])
    file = tmp_path / FILE
    file.write_bytes(file.read_bytes().replace(b"reuse 1\n", b"reuse 9\n", 1))
    with pytest.raises(UnsupportedSource, match="its format is 9"):
        Shard.open(tmp_path)


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"counterdraft reuse 1\n[]\n", b"\n" * 99])
def test_what_is_no_index_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(ReadError):
        Shard.open(tmp_path)


def test_an_index_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound):
        Shard.open(tmp_path / "none")


# -- what is found


def edited(kind: str, text: str, rnd: random.Random, others: Sequence[str]) -> str:
    words = text.split()
    if kind == "embedded":
        return f"{rnd.choice(others)} {text} {rnd.choice(others)}"
    if kind == "reordered":
        cut = len(words) // 3
        return " ".join(words[cut:] + words[:cut])
    if kind == "halved":
        return " ".join(words[: len(words) // 2])
    rate = {"verbatim": 0, "light": 0.15, "heavy": 0.35}[kind]
    fresh = rnd.choice(others).split()
    return " ".join(rnd.choice(fresh) if rnd.random() < rate else word for word in words)


@pytest.mark.parametrize("kind", ["verbatim", "light", "heavy", "embedded", "reordered", "halved"])
def test_what_a_text_was_made_of_is_found(made: Made, kind: str) -> None:
    texts = invented(600)
    shard = made(texts)
    rnd, others = random.Random(2), invented(50, seed=3)
    sources = rnd.sample(range(len(texts)), 40)
    asked = [edited(kind, texts[each], rnd, others) for each in sources]
    hits = nearest([shard], asked)
    assert [each[0].form for each in hits] == sources
    for text, source, each in zip(asked, sources, hits, strict=True):
        assert (each[0].score == SAME) == (normalised(text) == normalised(texts[source]))


def test_hits_are_sorted_and_of_equals_the_older_is_first(made: Made) -> None:
    texts = [
        "alpha beta gamma",
        "beta gamma alpha",
        "gamma, alpha beta",
        "delta",
        "gamma alpha beta",
    ]
    hits = nearest([made(texts)], ["gamma alpha beta"])[0]
    assert [hit.form for hit in hits] == [4, 0, 1, 2]
    assert [hit.score for hit in hits] == [SAME, SAME - 1, SAME - 1, SAME - 1]
    assert len(nearest([made(texts)], ["gamma alpha beta"], limit=2)[0]) == 2


def test_how_the_corpus_is_cut_into_shards_changes_nothing(made: Made) -> None:
    rnd, texts = random.Random(5), [*invented(300), *invented(100)]
    crowd = [edited("light", texts[0], rnd, texts) for _ in range(200)]  # more than candidates
    texts += rnd.sample(crowd, len(crowd))
    asked = [edited(kind, rnd.choice(texts), rnd, texts) for kind in ("light", "heavy", "embedded")
             for _ in range(15)] + [texts[0], crowd[9], "one two", ""]  # fmt: skip
    whole = made(texts)
    expected = [
        [(int(whole.lines(hit.form)[0]), hit.score) for hit in hits]
        for hits in nearest([whole], asked)
    ]
    for cuts in ((0, 250, 350, 600), (0, 1, 2, 600), (0, 600, 600, 600)):
        shards = [made(texts[a:b]) for a, b in pairwise(cuts)]
        found = [
            [
                (cuts[hit.shard] + int(shards[hit.shard].lines(hit.form)[0]), hit.score)
                for hit in hits
            ]
            for hits in nearest(shards, asked)
        ]
        assert found == expected


def test_a_wording_of_several_shards_is_found_once_and_told_everywhere(made: Made) -> None:
    shards = [made(["none here"]), made(["other", "Takes note;"]), made(["takes note", "so"])]
    assert [(hit.shard, hit.form) for hit in nearest(shards, ["Takes note"])[0]] == [(1, 1)]
    assert everywhere(shards, 1, 1) == [(1, 1), (2, 0)]


def test_no_shards_and_empty_shards_find_nothing(made: Made) -> None:
    assert nearest([], ["a text"]) == [[]]
    assert nearest([made([])], ["a text"]) == [[]]
    assert nearest([made([]), made(["a text"])], []) == []


def test_many_identical_clauses_are_one_posting(made: Made) -> None:
    shard = made(["the same words each time"] * 100_000 + ["the other words"])
    assert (shard.forms, len(shard.postings)) == (2, 5 + 3 + 4 + 2)
    assert nearest([shard], ["the same words each year"])[0][0].form == 0
    assert nearest([shard], ["the other word"])[0][0].form == 1


HOSTILE = [
    "\0nul\0 in it", "lone \ud800 surrogate", "a" * 200_000, "word " * 50_000,
    "first " * 20_000 + "session", "2024 " * 20_000, "\u202eright to left", "\U0001f600 \ufffe",
    "e\u0301 " * 3000, " ".join(map(str, range(30_000))),
]  # fmt: skip


def test_hostile_texts_are_indexed_and_found(made: Made) -> None:
    shard = made(HOSTILE)
    hits = nearest([shard], HOSTILE)
    assert [each[0].form for each in hits if each] == [
        form for form in range(len(HOSTILE)) if len(shard.form_tokens(form))
    ]
    assert all(each[0].score == SAME for each in hits if each)


# -- numpy and kernels, and the join


@pytest.fixture(scope="session")
def varied() -> list[str]:
    """Texts of which many come from others, as those of a series do."""
    rnd, texts = random.Random(6), invented(400, seed=7)
    kinds = ("verbatim", "light", "heavy", "embedded", "reordered", "halved")
    return texts + [edited(rnd.choice(kinds), rnd.choice(texts), rnd, texts) for _ in range(300)]


def test_numpy_and_the_kernels_find_the_same(made: Made, varied: Sequence[str]) -> None:
    asked = [*varied[::3], *HOSTILE, "", "one two"]
    for shards in ([made(varied)], [made(varied[:300]), made([]), made(varied[200:])]):
        index = Index(shards)
        plain = index.nearest(asked, compiled=False)
        assert index.nearest(asked, compiled=True) == plain
        assert sum(map(len, plain)) > len(varied)


_COLD = """
import sys
from pathlib import Path
from counterdraft.reuse.query import nearest
from counterdraft.reuse.shard import Shard
print(nearest([Shard.open(Path(sys.argv[1]))], ["one text"])[0][0].score, "numba" in sys.modules)
"""


def test_a_few_texts_are_answered_without_loading_kernels(tmp_path: Path) -> None:
    write(tmp_path, ["one text", "another"])
    command = [sys.executable, "-c", _COLD, str(tmp_path)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert told.split() == ["1000", "False"]


def test_the_join_finds_of_each_form_the_earlier_ones_like_it(
    made: Made, varied: Sequence[str]
) -> None:
    shard = made(varied)
    found = pairs([shard], limit=5, least=500)
    assert (found.earlier < found.later).all()
    joined: list[list[tuple[int, int]]] = [[] for _ in range(shard.forms)]
    for earlier, later, score in zip(*(each.tolist() for each in found[:3]), strict=True):
        joined[later].append((earlier, score))
    asked = [varied[int(shard.lines(form)[0])] for form in range(shard.forms)]
    for form, hits in enumerate(nearest([shard], asked, limit=shard.forms)):
        older = [(hit.form, hit.score) for hit in hits if hit.form < form and hit.score >= 500]
        assert joined[form] == older[:5]
    assert sum(map(bool, joined)) > 150


def test_how_the_corpus_is_cut_changes_nothing_in_the_join(
    made: Made, varied: Sequence[str]
) -> None:
    whole = made(varied)
    expected = pairs([whole])
    cuts = (0, 250, 250, 420, len(varied))
    shards = [made(varied[a:b]) for a, b in pairwise(cuts)]
    found = pairs(shards)

    def line(number: int) -> int:
        n = max(n for n in range(len(shards)) if found.starts[n] <= number)
        return cuts[n] + int(shards[n].lines(number - int(found.starts[n]))[0])

    ours = [(line(a), line(b)) for a, b in zip(found.earlier, found.later, strict=True)]
    theirs = [
        (int(whole.lines(a)[0]), int(whole.lines(b)[0]))
        for a, b in zip(expected.earlier, expected.later, strict=True)
    ]
    assert ours == theirs
    assert found.score.tolist() == expected.score.tolist()


def test_nothing_is_joined_with_nothing(made: Made) -> None:
    for shards in ([], [made([])], [made(["one text"])], [made([]), made(["one text", ""])]):
        assert len(pairs(shards).later) == 0
