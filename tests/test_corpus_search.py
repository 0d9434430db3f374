"""Searching: what FTS5 takes, where to look, what comes first, what is wrong with a query."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.corpus.add import add
from counterdraft.corpus.query import Leaf, parsed
from counterdraft.corpus.search import CLOSES, OPENS, Filters, search
from counterdraft.corpus.search_file import tokens
from counterdraft.corpus.stored import Stored
from counterdraft.errors import BadQuery
from counterdraft.model.sessions import Sessions
from tests.adopted import entry, session


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Stored:
    folder = tmp_path_factory.mktemp("corpus")
    for n in (79, 80):
        add(folder, session(n))
    extra = entry(
        "S/RES/2800(2026)",
        "2026-02-03",
        ("Alarmed by the darkness of Saint-Élodie’s harbours,",),
        (
            "Strongly urges Member States to light the lamps, the lamps and the lamps;",
            "Calls upon Orlavia to protect lamps from rust and from the non\u2011lighting of them.",
        ),
    )
    add(folder, [extra])
    return Stored(folder)


def found(corpus: Stored, query: str, **filters: object) -> list[str]:
    hits = search(corpus, query, Filters(**filters), limit=100)  # type: ignore[arg-type]
    return [f"{hit.clause.record.id} {hit.clause.paragraph}" for hit in hits.best]


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("rust", ["S/RES/2800(2026) op2"]),
        ("RUST", ["S/RES/2800(2026) op2"]),
        ('"from rust"', ["S/RES/2800(2026) op2"]),
        ('"rust from and"', []),
        ("rus*", ["S/RES/2800(2026) op2"]),
        ("NEAR(protect rust, 2)", ["S/RES/2800(2026) op2"]),
        ("NEAR(protect them, 2)", []),
        ("rust OR alarmed", ["S/RES/2800(2026) op2", "S/RES/2800(2026) pp1"]),
        ("calls AND NOT", None),
        ("lamps NOT lamps", []),
        ("(rust OR alarmed) AND orlavia", ["S/RES/2800(2026) op2"]),
        ("elodie", ["S/RES/2800(2026) pp1"]),
        ("ÉLODIE", ["S/RES/2800(2026) pp1"]),
        ('"non-lighting"', ["S/RES/2800(2026) op2"]),
        ("“from rust”", ["S/RES/2800(2026) op2"]),
    ],
)
def test_a_query_means_what_it_means_in_fts5(
    corpus: Stored, query: str, texts: list[str] | None
) -> None:
    if texts is None:
        with pytest.raises(BadQuery):
            search(corpus, query)
    else:
        assert sorted(found(corpus, query)) == sorted(texts)


def test_filters_narrow_and_go_together(corpus: Stored) -> None:
    everywhere = found(corpus, "lamps")
    assert len(everywhere) == 18
    assert found(corpus, "lamps", organ="Security Council") == []
    assert len(found(corpus, "lamps", sessions=(Sessions("regular", 80, 81),))) == 8
    apart = (Sessions("regular", 80, 80), Sessions("special", 1, 99), Sessions("regular", 81, 81))
    assert len(found(corpus, "lamps", sessions=apart)) == 8
    assert len(found(corpus, "lamps", since="2025-12-02", until="2025-12-03")) == 4
    assert len(found(corpus, "lamps", until="2024")) == 8
    assert len(found(corpus, "lamps", until="2025-11")) == 8
    assert found(corpus, "lamps", phrase="urges", since="2026") == ["S/RES/2800(2026) op1"]
    assert found(corpus, "lamps", phrase="urge") == []
    assert found(corpus, "lamps", phrase="strongly URGES") == ["S/RES/2800(2026) op1"]
    assert len(found(corpus, "lamps", addressee="secretary_general")) == 8
    assert found(corpus, "dark*", part="preambular", symbol="A/RES/79/2") == ["A/RES/79/2 pp2"]


def test_the_best_comes_first_and_of_equals_the_older(corpus: Stored) -> None:
    assert found(corpus, "lamps")[0] == "S/RES/2800(2026) op1"
    same = found(corpus, "impartiality")
    assert same == sorted(same)
    assert len(same) == 8


def test_scores_are_okapi_bm25_over_the_whole_corpus(corpus: Stored) -> None:
    """Against the formula, written out, on words counted anew."""
    clauses = [c for record in corpus.records for c in corpus.clauses(record)]
    words = {(c.record.id, c.paragraph): tokens(c.text) for c in clauses}
    average = sum(map(len, words.values())) / len(words)

    def score(key: tuple[str, str]) -> float:
        total = 0.0
        for word in ("orlavia", "lamps"):
            having = sum(word in each for each in words.values())
            times = words[key].count(word)
            norm = 1.2 * (1 - 0.75 + 0.75 * len(words[key]) / average)
            idf = math.log(1 + (len(words) - having + 0.5) / (having + 0.5))
            total += idf * times * 2.2 / (times + norm)
        return total

    hits = search(corpus, "orlavia OR lamps", limit=100).best
    assert len(hits) == sum({"orlavia", "lamps"} & set(each) != set() for each in words.values())
    for hit in hits:
        assert hit.score == round(1000 * score((hit.clause.record.id, hit.clause.paragraph)))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_a_snippet_marks_every_hit(corpus: Stored) -> None:
    (hit,) = search(corpus, "rust OR protect").best
    marked = re.findall(f"{OPENS}(.*?){CLOSES}", hit.snippet)
    assert marked == ["protect", "rust"]


def test_it_says_how_many_there_are_beyond_the_limit(corpus: Stored) -> None:
    hits = search(corpus, "lamps", limit=3)
    assert (hits.total, len(hits.best)) == (18, 3)


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("follow-up", "at character 7"),
        ("state's", "at character 6"),
        ("lamps AND", "at its end"),
        ("(lamps", "at its end"),
        ("lamps)", "at character 6"),
        ('"lamps', "at character 1"),
        ("OR lamps", "at character 1"),
        ("a OR OR b", "at character 6"),
        ("title:lamps", "at character 6"),
        ("5%", "at character 2"),
        ("", ""),
        ('""', ""),
        ("   ", ""),
    ],
)
def test_what_cannot_be_understood_is_placed(query: str, place: str) -> None:
    with pytest.raises(BadQuery) as caught:
        parsed(query)
    assert caught.value.place == place
    assert caught.value.remedy


def test_a_query_is_bounded() -> None:
    with pytest.raises(BadQuery, match="at most"):
        parsed("lamps " * 1000)


@given(st.text(alphabet=st.sampled_from('ab"*()+^-:,{} \x00éNEARORANDT5'), max_size=20) | st.text())
def test_property_any_text_is_a_query_or_refused(text: str) -> None:
    leaves: tuple[Leaf, ...] = ()
    said = ""
    try:
        leaves = parsed(text).leaves
    except BadQuery as error:
        said = str(error)
    assert said.isprintable()
    assert bool(said) != bool(leaves)
    assert all(parsed(leaf.as_query()).leaves == (leaf,) for leaf in leaves)
