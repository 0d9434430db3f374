"""Reuse across a corpus: groups that hold together, formulas, pairs as Parquet, cards of words."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace
from typer.testing import CliRunner, Result

from counterdraft.cli.app import app
from counterdraft.corpus.add import add
from counterdraft.corpus.card import card
from counterdraft.corpus.entries import Entry
from counterdraft.corpus.formulas import edits_between, most_spread
from counterdraft.corpus.pairs_file import pairs_file
from counterdraft.corpus.phrase import Phrase
from counterdraft.corpus.reuse import Reuse
from counterdraft.corpus.stored import Stored
from counterdraft.errors import BadQuery
from counterdraft.jobs.formulas import carded, reused
from counterdraft.reuse.groups import Groups
from counterdraft.reuse.wording import MARK, normalised, numbers_apart
from counterdraft.wording.edited import edited_markdown, edited_text
from tests.adopted import entry

DIMMED = "Regretting that in many towns the lamps of the harbour are dimmed before midnight,"
GUIDED = (
    "Guided by the principles of non-selectivity, impartiality and objectivity in the lighting of "
    "streets,"
)
GUIDED_ALSO = GUIDED.replace("Guided", "Guided also")
UNIVERSAL = (
    "Reaffirming the universality, objectivity and non\u2011selectivity of the lighting of bridges,"
)
REPORT = "Requests the Secretary-General to report on lamps at its {} session."
URGES = "Urges Orlavia to keep {} ferries lit on the northern lakes throughout the winter of {};"


def text(
    number: str, date: str, preamble: Iterable[str], body: Iterable[str], *,
    title: str = "Street lamps", subjects: tuple[str, ...] = (), **named: Any,
) -> Entry:  # fmt: skip
    """An adopted text with a title and subjects of its own."""
    made = entry(number, date, tuple(preamble), tuple(body), **named)
    return made._replace(record=replace(made.record, title=title, subjects=subjects))


TEXTS = (
    text("79/1", "2024-12-01", [GUIDED], [REPORT.format("eightieth")], subjects=("LAMPS",)),
    text(
        "79/2", "2024-12-02", [GUIDED_ALSO, DIMMED], [URGES.format("all", "2025")],
        title="Ferries", committee="Sixth Committee", votes=(90, 3, 40),
    ),
    text("80/1", "2025-12-01", [GUIDED, UNIVERSAL], [REPORT.format("eighty-first")],
         subjects=("LAMPS", "STREETS"), votes=(100, 2, 30)),
    text(
        "80/2", "2025-12-02", [DIMMED.replace("many", "some")], [URGES.format("its", "2026")],
        title="Ferries", committee="Sixth Committee",
    ),
    text("81/1", "2026-12-01", [GUIDED, UNIVERSAL], [REPORT.format("eighty-second")]),
)  # fmt: skip
DRAFT = text("81/9", "2026-12-05", [GUIDED], ["Urges to dim."], kind="draftResolution")


def corpus_of(folder: Path, *steps: Iterable[Entry]) -> Stored:
    for some in steps:
        add(folder, list(some))
    return Stored(folder)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Stored:
    return corpus_of(tmp_path_factory.mktemp("corpus"), TEXTS)


# -- groups


def groups(likeness: dict[tuple[int, int], int], used: list[int]) -> Groups:
    def alike(one: int, other: int) -> int:
        return likeness[min(one, other), max(one, other)]

    pairs = list(likeness)
    return Groups(([a for a, _ in pairs], [b for _, b in pairs]), used, alike, 750)


def test_a_chain_of_small_changes_is_no_group() -> None:
    """Each is like the next, and the first unlike the third."""
    found = groups({(0, 1): 900, (1, 2): 900, (2, 3): 900}, [5, 4, 3, 2])
    assert [found.members(head) for head in found.heads()] == [[0, 1], [2, 3]]


def test_a_form_belongs_to_the_head_most_like_it() -> None:
    found = groups({(0, 2): 800, (1, 2): 900, (0, 1): 100}, [9, 8, 1])
    assert [found.members(head) for head in found.heads()] == [[0], [1, 2]]


def test_of_equal_use_the_older_is_head() -> None:
    assert list(groups({(0, 1): 800}, [1, 1]).heads()) == [0]
    assert list(groups({(0, 1): 800}, [1, 2]).heads()) == [1]


@given(st.data())
def test_property_groups_hold_together_and_do_not_depend_on_what_is_asked_first(
    data: st.DataObject,
) -> None:
    size = data.draw(st.integers(1, 12))
    pairs = [(a, b) for b in range(size) for a in range(b)]
    likeness = {pair: data.draw(st.integers(500, 1000)) for pair in pairs}
    used = data.draw(st.lists(st.integers(1, 4), min_size=size, max_size=size))
    whole = groups(likeness, used)
    parts = {head: whole.members(head) for head in whole.heads()}
    assert sorted(form for some in parts.values() for form in some) == list(range(size))
    for head, members in parts.items():
        assert all(used[head] >= used[each] for each in members)
        assert all(likeness[min(head, x), max(head, x)] >= 750 for x in members if x != head)
    lazily = groups(likeness, used)
    for form in data.draw(st.permutations(range(size))):
        assert form in parts[lazily.head_of(form)]


# -- formulas


def test_a_formula_is_a_wording_with_its_variants(corpus: Stored) -> None:
    found = card(corpus, "non-selectivity, impartiality and objectivity")
    (first, second) = found.formulas
    formula = first.formula
    assert (formula.text, formula.wordings) == (GUIDED, 2)
    assert (formula.use.clauses, formula.use.texts) == (4, 4)
    assert (formula.use.earliest.text, formula.use.latest.text) == ("A/RES/79/1", "A/RES/81/1")
    assert [(x.text, x.use.texts) for x in formula.variants] == [(GUIDED, 3), (GUIDED_ALSO, 1)]
    assert edited_text(formula.variants[1].edits) == GUIDED.replace("Guided", "Guided {+also+}")
    assert (first.as_asked, second.as_asked) == (4, 0)
    assert second.formula.text == UNIVERSAL


def test_a_formula_tells_its_spread_and_its_votes(corpus: Stored) -> None:
    formula = card(corpus, "impartiality").formulas[0].formula
    spread = formula.spread
    assert [(x.name, x.texts) for x in spread.titles] == [("Street lamps", 3), ("Ferries", 1)]
    assert [(x.name, x.texts) for x in spread.committees] == [
        ("Third Committee", 3), ("Sixth Committee", 1),
    ]  # fmt: skip
    assert [(x.name, x.texts) for x in spread.subjects] == [("LAMPS", 2), ("STREETS", 1)]
    adopted, vote = formula.use.adopted, formula.use.last_vote
    assert (adopted.without_vote, adopted.recorded, adopted.unknown) == (2, 2, 0)
    assert vote is not None
    assert (vote.text, vote.adoption.yes) == ("A/RES/80/1", 100)


def test_the_most_spread_is_of_the_most_titles(corpus: Stored) -> None:
    reuse = Reuse(corpus)
    found = most_spread(reuse, reuse.formulas())
    assert [(x.titles, x.texts) for x in found] == [(2, 4), (1, 3), (1, 2), (1, 2), (1, 2)]
    assert reuse.wordings.text(found[1].members[0]) == REPORT.format("eightieth")


def test_nothing_depends_on_how_the_texts_were_added(corpus: Stored, tmp_path: Path) -> None:
    """In one go, one by one from the last to the first, and with a draft among them."""
    last_first = corpus_of(tmp_path / "last", *([each] for each in reversed(TEXTS)))
    mixed = corpus_of(tmp_path / "mixed", TEXTS[3:], [DRAFT, *TEXTS[:2]], TEXTS[2:3])
    assert len(last_first.indexed) > 1
    for other in (last_first, mixed):
        for form in ("csv", "text"):
            ours, theirs = (reused(each, form, with_pairs=True) for each in (corpus, other))
            assert ours.answer.data == theirs.answer.data
            assert ours.pairs == theirs.pairs
        words = "impartiality and objectivity"
        cards = [replace(card(each, words), corpus=corpus.bounds()) for each in (corpus, other)]
        assert cards[0] == cards[1]


def test_what_stands_in_a_draft_alone_is_not_told(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path / "corpus", [DRAFT])
    found = json.loads(reused(corpus, "json", with_pairs=True).answer.data)
    assert (found["clauses"], found["formulas"], found["top"]) == (0, 0, [])
    assert b"not found in the adopted texts" in carded(corpus, "impartiality", "text").data


def test_what_one_text_repeats_is_no_formula_and_no_pair(tmp_path: Path) -> None:
    again = [URGES.format("all", "2025"), URGES.format("all", "2025"), URGES.format("its", "2025")]
    corpus = corpus_of(tmp_path / "corpus", [text("79/1", "2024-12-01", [], again)])
    found = json.loads(reused(corpus, "json").answer.data)
    assert (found["clauses"], found["wordings"], found["pairs"], found["formulas"]) == (3, 2, 0, 0)
    (one,) = card(corpus, "ferries").alone[:1]
    assert (one.text, one.paragraph) == ("A/RES/79/1", "op1")
    assert len(card(corpus, "ferries").alone) == 3


# -- years and sessions


def test_numbers_of_years_and_sessions_are_no_difference() -> None:
    before = "Decides to meet in 2024 and 2025 at its seventy-ninth session, in Orlavia;"
    after = "Decides to meet in 2025 and 2026 at its eightieth session, not in Orlavia;"
    edits = edits_between(before, after)
    assert edited_text(edits) == after.replace(" not", " {+not+}")
    assert [each.op for each in edits] == ["same", "inserted", "same"]
    assert "".join(each.text for each in edits if each.op != "inserted") == before


@given(st.text(alphabet=st.sampled_from(f"{MARK} 2024-5/()tenth session"), max_size=40) | st.text())
def test_property_numbers_taken_apart_are_put_back(text: str) -> None:
    masked, numbers = numbers_apart(text)
    pieces = masked.split(MARK)
    back = "".join(a + b for a, b in zip(pieces, (*numbers, ""), strict=True))
    assert back == text.replace(MARK, " ")


def test_a_mark_stands_where_normalising_puts_one() -> None:
    text = "At its seventy-ninth session in 2024, resolution 1973 (2011) and 2,000 lamps"
    masked, numbers = numbers_apart(text)
    assert numbers == ("seventy-ninth", "2024")
    assert masked.lower() == normalised(text)


# -- phrases


@pytest.mark.parametrize(
    ("asked", "clause", "said"),
    [
        ("impartiality and objectivity", "with Impartiality and objectivity in all",
         "= Impartiality and objectivity"),
        ("non-selectivity, impartiality and objectivity", UNIVERSAL,
         "universality, objectivity and non\u2011selectivity"),
        ("light", "the light of lamps", "= light"),
        ("lamps", "of lamps, ferries and bridges in it", "= lamps, ferries and bridges"),
        ("lamps", "in lamps and old ferries", "= lamps"),
        ("leave no one behind", "that no one is left, leaving no one behind and lit",
         "leaving no one behind"),
        ("leave no one behind", "to leave it", None),
        ("of the harbour", "the lamps of the harbour of it", "= of the harbour"),
        ("non selectivity and light", "of non-selectivity and light,",
         "= non-selectivity and light"),
        ("non selectivity", "of non\u2011selectivity and light", "= non\u2011selectivity"),
        ("resolution", "its resolution 79/1 and all other resolutions", "= resolution"),
        ("selectivity", "of non-selectivity and light", None),
        ("harbour lamps", "of harbour lamps and harbour walls", "= harbour lamps"),
        ("of the", "the lamps of the harbour", "= of the"),
    ],
)  # fmt: skip
def test_words_are_found_as_asked_and_in_other_words(
    asked: str, clause: str, said: str | None
) -> None:
    found = [("= " if x.as_asked else "") + x.words for x in Phrase(asked).said(clause)]
    assert found == ([said] if said else [])


@pytest.mark.parametrize("words", ["", "  ", ",;", "lamps " * 400])
def test_what_asks_for_no_word_or_too_many_is_refused(words: str) -> None:
    with pytest.raises(BadQuery):
        Phrase(words)


@given(st.text(max_size=30), st.text(max_size=60))
def test_property_words_that_stand_in_a_clause_are_found_as_asked(asked: str, rest: str) -> None:
    assume(any(each.isalnum() for each in asked))
    found = list(Phrase(asked).said(f"{rest} \n ; {asked} ; {rest}"))
    assert any(each.as_asked for each in found)
    assert all(each.words in f"{rest} \n ; {asked} ; {rest}" for each in found)


def test_a_card_counts_the_clauses_of_each_wording(corpus: Stored) -> None:
    found = card(corpus, "non-selectivity, impartiality and objectivity")
    assert [(x.use.clauses, x.as_asked, x.words) for x in found.wordings] == [
        (4, True, "non-selectivity, impartiality and objectivity"),
        (2, False, "universality, objectivity and non\u2011selectivity"),
    ]
    assert found.as_asked is not None
    assert found.otherwise is not None
    assert (found.as_asked.clauses, found.otherwise.clauses) == (4, 2)
    assert (found.total, found.alone) == (2, ())
    assert len(card(corpus, "impartiality objectivity", limit=1).formulas) == 1


# -- pairs


def test_pairs_are_told_by_their_earliest_clauses_in_order_of_time(corpus: Stored) -> None:
    reuse = Reuse(corpus)
    formulas = most_spread(reuse, reuse.formulas())
    frame = pl.read_parquet(pairs_file(corpus, reuse, list(reuse.pairs()), formulas))
    assert frame.columns == [
        "earlier", "earlier_paragraph", "earlier_date", "later", "later_paragraph", "later_date",
        "score", "alike", "verbatim", "formula",
    ]  # fmt: skip
    rows = [
        (x["earlier"][-4:], x["earlier_paragraph"], x["later"][-4:], x["later_paragraph"],
         x["verbatim"], x["formula"])
        for x in frame.iter_rows(named=True)
    ]  # fmt: skip
    assert rows == [
        ("79/1", "pp1", "79/2", "pp1", False, 1),
        ("79/1", "pp1", "80/1", "pp1", True, 1),
        ("79/1", "op1", "80/1", "op1", True, 2),
        ("79/2", "pp2", "80/2", "pp1", False, 3),
        ("79/2", "op1", "80/2", "op1", False, 4),
        ("79/1", "pp1", "81/1", "pp1", True, 1),
        ("80/1", "pp2", "81/1", "pp2", True, 5),
        ("79/1", "op1", "81/1", "op1", True, 2),
    ]
    assert set(frame.filter("verbatim")["score"]) == {1000}
    assert frame.filter(~pl.col("verbatim"))["score"].max() < 1000  # type: ignore[operator]
    assert frame["later_date"].to_list() == sorted(frame["later_date"].to_list())


# -- the commands


def run(folder: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["corpus", *map(str, arguments), "--corpus", str(folder)])


def test_reuse_says_how_much_and_writes_the_pairs(corpus: Stored, tmp_path: Path) -> None:
    out = tmp_path / "pairs.parquet"
    result = run(corpus.folder, "reuse", "-o", out)
    assert result.exit_code == 0, result.stderr
    first = "13 clauses in 8 wordings; 3 pairs of wordings alike; 5 formulas, 1 of them in texts"
    assert result.stdout.startswith(first)
    assert f"written: {out}" in result.stderr
    assert pl.read_parquet(out).height == 8
    out.write_bytes(b"mine")
    assert run(corpus.folder, "reuse", "-o", out).exit_code == 1
    assert out.read_bytes() == b"mine"
    assert run(corpus.folder, "reuse", "-o", out, "--force").exit_code == 0
    assert out.read_bytes() != b"mine"
    assert [each.name for each in tmp_path.iterdir()] == ["pairs.parquet"]


def test_the_pairs_go_into_a_parquet_file_only(corpus: Stored, tmp_path: Path) -> None:
    result = run(corpus.folder, "reuse", "-o", tmp_path / "pairs.csv")
    assert result.exit_code == 2
    assert list(tmp_path.iterdir()) == []


def test_the_top_comes_as_text_json_and_csv(corpus: Stored) -> None:
    found = json.loads(run(corpus.folder, "reuse", "--top", "2", "--format", "json").stdout)
    assert (found["pairs"], found["of_several_titles"], len(found["top"])) == (3, 1, 2)
    assert found["corpus"]["texts"] == 5
    table = run(corpus.folder, "reuse", "--top", "2", "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [(x["titles"], x["texts"], x["recorded"]) for x in rows] == [
        ("2", "4", "2"), ("1", "3", "1"),
    ]  # fmt: skip
    shown = run(corpus.folder, "reuse", "--top", "1")
    assert "1. 2 titles, 2 wordings, 4 clauses of 4 texts, from A/RES/79/1 PP1" in shown.stdout
    assert "\n2. " not in shown.stdout
    assert "of the adopted texts of General Assembly 79–81 alone" in shown.stderr


def test_a_card_comes_as_text_json_and_markdown(corpus: Stored) -> None:
    asked = ("formula", "non-selectivity,", "impartiality", "and", "objectivity")
    shown = run(corpus.folder, *asked).stdout
    assert "as asked: 4 clauses of 4 texts" in shown
    assert "in other words: 2 clauses of 2 texts" in shown
    assert "(the latest: 100-2-30, A/RES/80/1)" in shown
    assert "Guided {+also+} by the principles" in shown
    found = json.loads(run(corpus.folder, *asked, "--format", "json").stdout)
    assert found["formulas"][0]["formula"]["variants"][1]["edits"][1] == [
        "inserted", " also", "",
    ]  # fmt: skip
    page = run(corpus.folder, *asked, "--limit", "1", "--format", "markdown").stdout
    assert page.startswith("# non-selectivity, impartiality and objectivity\n")
    assert "  Guided **also** by the principles" in page
    assert "## 2." not in page


def test_what_is_not_found_is_bounded_by_the_corpus(corpus: Stored) -> None:
    result = run(corpus.folder, "formula", "submarines")
    assert result.exit_code == 0
    assert "not found in the adopted texts of the loaded corpus (General Assembly 79–81)" in (
        " ".join(result.stdout.split())
    )


def test_a_card_of_no_word_is_not_understood(corpus: Stored, tmp_path: Path) -> None:
    assert run(corpus.folder, "formula", ",").exit_code == 2
    assert run(tmp_path / "none", "formula", "lamps").exit_code == 1
    assert run(tmp_path / "none", "reuse").exit_code == 1


def test_a_damaged_segment_is_named_and_the_answer_is_from_the_others(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path / "corpus", TEXTS[:2], TEXTS[2:])
    first, second = corpus.segments
    (second.path / "index" / "reuse.idx").write_bytes(b"")
    found = run(corpus.folder, "reuse", "--format", "json")
    assert found.exit_code == 1
    assert json.loads(found.stdout)["clauses"] == first.entry.clauses
    assert "reuse.idx: it has 0 bytes" in found.stderr
    shown = run(corpus.folder, "formula", "impartiality")
    assert (shown.exit_code, "2 clauses of 2 texts" in shown.stdout) == (1, True)


def test_words_command_neither_the_terminal_nor_a_page(tmp_path: Path) -> None:
    hostile = "Urges *Orlavia* to \x1b[2J dim <b>lamps</b> | all \x01of them in 2024;"
    again = hostile.replace("all", "# most")
    texts = [
        text("79/1", "2024-12-01", [], [URGES.format("all", "2025")]),
        text("80/1", "2025-12-01", [], [URGES.format("all", "2026")]),
    ]
    texts = [
        each._replace(clauses=(replace(each.clauses[0], text=words),))
        for each, words in zip(texts, (hostile, again), strict=True)
    ]
    corpus = corpus_of(tmp_path / "corpus", texts)
    for form in ("text", "markdown"):
        shown = carded(corpus, "lamps", form).data.decode()
        assert "dim" in shown
        assert not set(shown) & {"\x1b", "\x01"}
    assert "<b>" not in shown
    assert "\\*Orlavia\\*" in shown


def test_edits_in_markdown_are_marked_inside_their_blanks() -> None:
    assert edited_markdown(edits_between("Urges all *", "Urges some *")) == (
        "Urges ~~all~~ **some** \\*"
    )
