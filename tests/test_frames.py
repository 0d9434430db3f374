"""Results as tables: of one shape whatever stands in them, with the text that each row is of."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from counterdraft.compare.compare import compare
from counterdraft.cover.cover import cover
from counterdraft.errors import SourceNotFound
from counterdraft.flag.flag import flag
from counterdraft.flag.ground import Ground
from counterdraft.jobs.against import Beside
from counterdraft.jobs.corpus import add_sources
from counterdraft.jobs.cover import Asked, cover_files
from counterdraft.jobs.flag import flag_file
from counterdraft.jobs.parse import parse_one
from counterdraft.jobs.trace import trace_file
from counterdraft.jobs.verify import verify_file
from counterdraft.jobs.vote_blocs import Asked as Votes
from counterdraft.jobs.vote_blocs import compare_states, state_record, united_blocs
from counterdraft.jobs.vote_history import history_of, sponsors_of
from counterdraft.lexicon.mandate_files import mandate_of
from counterdraft.parse.parse import parse
from counterdraft.read.read import read
from counterdraft.verify.verify import verify
from tests.test_shown import shown

if TYPE_CHECKING:
    from counterdraft.model import Document, Resolution
    from counterdraft.model.framed import Tabular

ARTICLE, RIVAL = "examples/article.txt", "examples/rival.txt"
BARE = "The General Assembly,\n\nNoting the lamps,\n\n1. Takes note of the lamps of the harbour.\n"


def bare() -> tuple[Document, Resolution]:
    """A text of which nothing is found."""
    document = read(BARE.encode(), "bare.txt")
    (resolution,) = parse(document)
    return document, resolution


def full() -> tuple[Document, Resolution]:
    parsed = parse_one(ARTICLE)
    return parsed.document, parsed.resolutions[0]


def of_texts(document: Document, resolution: Resolution) -> list[Tabular]:
    mandate = mandate_of("mechanisms")
    return [
        resolution, cover(document, resolution, mandate), verify(document, resolution, ()),
        flag(Ground(document, resolution)), compare(resolution, resolution),
    ]  # fmt: skip


def test_frames_of_many_texts_can_be_put_one_below_the_other() -> None:
    for poor, rich in zip(of_texts(*bare()), of_texts(*full()), strict=True):
        stacked = pl.concat([poor.frame(), rich.frame()])
        assert stacked.height == poor.frame().height + rich.frame().height
        assert pl.Null not in stacked.schema.dtypes()


def test_figures_of_votes_have_one_type_whether_there_are_any_or_none() -> None:
    votes = Votes(title="democratic people")
    poor, rich = votes._replace(minimum=1000), votes._replace(minimum=1)
    for few, many in (
        (compare_states(poor, ["Norway", "Cuba"]), compare_states(rich, ["Norway", "Cuba"])),
        (state_record(poor, "Norway"), state_record(rich, "Norway")),
        (united_blocs(poor, ["EU"]), united_blocs(rich, ["EU"])),
    ):
        assert few.frame().schema == many.frame().schema
        assert pl.concat([few.frame(), many.frame()]).height
    history = history_of("dprk", claims=("a majority of all members",))
    for each in (history, *history.claims, sponsors_of("dprk")):
        assert pl.Null not in each.frame().schema.dtypes()
    assert history.frame().schema["yes_share"] == pl.Float64


def test_each_row_says_of_which_text_it_is() -> None:
    document, resolution = full()
    for each in of_texts(document, resolution)[:4]:
        frame = each.frame()
        if frame.height:
            assert set(frame["source"]) == {resolution.source}
            assert set(frame["symbol"]) == {resolution.symbol}


def test_a_finding_has_its_words_beside_it() -> None:
    findings = flag_file(ARTICLE, Beside(against=RIVAL, sponsors=("Orlavia",))).findings
    for row, finding in zip(findings.frame().rows(named=True), findings.findings, strict=True):
        assert row["why"] == finding.why
        for each in finding.evidence:
            assert each.quote in row["words" if each.text == "this" else "others"]


def test_conditions_of_a_mandate_are_rows_too() -> None:
    frame = cover_files(Asked(ARTICLE), "dialogue").found.frame()
    assert set(frame["kind"]) == {"condition"}
    assert frame["topic"].n_unique() == 3
    assert "cannot be told" in frame["verdict"].to_list()


def test_two_texts_by_one_mandate_are_a_table() -> None:
    beside = cover_files(ARTICLE, "mechanisms", other=RIVAL).found
    frame = beside.frame()
    assert set(frame["relation"]) == {"rival"}
    assert frame.filter(kind="topic").height == len(beside.columns()["said"])
    conditions = cover_files(ARTICLE, "dialogue", other=RIVAL).found.frame()
    assert conditions["there"].null_count() == 0


def test_a_resolution_is_a_table_of_its_paragraphs() -> None:
    _, resolution = full()
    frame = resolution.frame()
    assert frame["paragraph"].to_list() == [each.id for each in resolution.paragraphs]
    assert frame.filter(pl.col("reporting"))["addressees"].str.contains("Secretary-General").any()


def test_what_is_read_in_english_alone_is_not_denied_of_another_language() -> None:
    from tests.test_other_languages import akn
    from tests.test_other_languages import read as read_akn

    _, french = read_akn(akn("fr"))
    assert french.frame()["reporting"].to_list() == [None] * len(french.paragraphs)


def test_a_comparison_is_a_table_of_its_edits_with_what_they_shift() -> None:
    _, resolution = full()
    text = BARE.replace("Takes note of", "Requests the Secretary-General to report on")
    (before,) = parse(read(text.encode(), "a.txt"))
    (after,) = parse(read(text.replace("Requests", "Invites").encode(), "b.txt"))
    found = compare(before, after, "versions")
    (edited,) = found.frame().filter(kind="edited").rows(named=True)
    assert (edited["a"], edited["b"]) == ("op1", "op1")
    assert "Invites" in edited["text_b"]
    assert edited["shifts"] == " ".join(each.statement for each in found.shifts)
    assert compare(resolution, resolution).frame()["shifts"].null_count() > 0


def test_a_trace_is_a_table_of_paragraphs_and_where_they_stood(tmp_path: Path) -> None:
    add_sources(tmp_path, "examples/adopted")
    found = trace_file(ARTICLE, str(tmp_path))
    frame = found.provenance.frame()
    assert frame.height == len(found.provenance.clauses)
    told = frame.filter(pl.col("verdict") != "not_found")
    assert told.height
    assert told["in_text"].null_count() == 0
    assert "paragraphs found" in shown(found)


def test_what_a_job_gives_is_shown_in_a_line() -> None:
    values: tuple[Any, ...] = (
        flag_file(ARTICLE), verify_file(ARTICLE), cover_files(ARTICLE, "mechanisms"),
    )  # fmt: skip
    for each in values:
        assert shown(each).startswith(f"<{type(each).__name__}: .")


def test_what_there_is_one_of_is_told_in_the_singular() -> None:
    document = read(b"The General Assembly\n\nDecides to meet.\n", "bare.txt")
    (resolution,) = parse(document)
    assert resolution.in_a_line().endswith("of 1 paragraph")
    same = compare(resolution, resolution)
    assert f"{len(same.edits)} edits, 0 shifts" in same.in_a_line()
    assert flag(Ground(document, resolution)).above()[0].startswith("0 findings of ")


def test_a_notebook_shows_which_rules_were_not_run() -> None:
    document, resolution = bare()
    html = flag(Ground(document, resolution))._repr_html_()
    assert html.startswith("<p>0 findings of ")
    assert "Not run: " in html


def test_an_error_inside_of_a_result_shows_where_and_what_helps() -> None:
    error = SourceNotFound("no such file", source="none.txt", remedy="Check the path")
    assert repr((error,)) == "(SourceNotFound('none.txt: no such file. Check the path'),)"


def test_without_pandas_the_way_out_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def absent(name: str, *given: Any) -> Any:
        if name == "pandas":
            raise ImportError(name)
        return real(name, *given)

    monkeypatch.setattr(builtins, "__import__", absent)
    with pytest.raises(ImportError, match="pip install pandas"):
        bare()[1].pandas()


def test_what_was_not_read_of_a_text_stands_in_its_rows() -> None:
    cut = read((BARE + "\n2. Requests the Secretary-General to").encode(), "cut.txt")
    (resolution,) = parse(cut)
    found = cover(cut, resolution, mandate_of("mechanisms"))
    assert found.lacking
    assert set(found.frame()["not_read"]) == {"; ".join(found.lacking)}
    assert f"Not read: {found.lacking[0]}" in found._repr_html_()
    beside = compare(resolution, bare()[1]).frame()
    assert beside["not_read_a"].null_count() == 0
    assert beside["not_read_b"].null_count() == beside.height
