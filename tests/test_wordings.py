"""The wordings of one clause: by the force of their verbs, and over the years."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace
from typer.testing import CliRunner, Result

from counterdraft.align.words import applied
from counterdraft.cli.app import app
from counterdraft.corpus.add import add
from counterdraft.corpus.entries import Entry
from counterdraft.corpus.stored import Stored
from counterdraft.errors import NoParagraph
from counterdraft.jobs.parts import paragraph_of
from counterdraft.lexicon.force import labels, stronger
from counterdraft.model import Adoption, Resolution, Timeline, Variant, Variants
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from counterdraft.trace import told_timeline, told_variants
from counterdraft.trace.ranks import ranked
from counterdraft.trace.timeline import timeline
from counterdraft.trace.timeline_to_markdown import timeline_to_markdown
from counterdraft.trace.timeline_to_text import timeline_to_text
from counterdraft.trace.to_svg import timeline_to_svg
from counterdraft.trace.variants import variants
from counterdraft.trace.variants_to_markdown import variants_to_markdown
from counterdraft.trace.variants_to_text import variants_to_text
from counterdraft.trace.wordings_to_json import timeline_to_json, variants_to_json
from tests.adopted import entry

LIGHT = (
    "{} the Government of Orlavia to light the lanterns of every harbour from dusk to dawn and to "
    "publish each month how many of them are broken;"
)
URGED = LIGHT.format("Urges")
ASKED = LIGHT.format("Invites")
CALLED = LIGHT.format("Calls upon").replace("broken", "broken or stolen")
STRESSED = LIGHT.format("Stresses the need for")
OTHER = "Requests the Secretary-General to count the ferries of the southern lakes once a year;"
ENDS = "Decides to remain seized of the matter."

SVG = "{http://www.w3.org/2000/svg}"


def titled(title: str, text: Entry) -> Entry:
    return text._replace(record=replace(text.record, title=title))


def harbours(
    number: str, date: str, *body: str, votes: tuple[int, int, int] | None = None
) -> Entry:
    return titled("Harbours of Orlavia", entry(number, date, body=[*body, ENDS], votes=votes))


TEXTS = (
    harbours("76/5", "2021-12-01", OTHER),
    harbours("77/5", "2022-12-01", ASKED, OTHER),
    harbours("78/5", "2023-12-01", CALLED, OTHER, votes=(100, 20, 30)),
    harbours("79/5", "2024-12-01", CALLED, OTHER, votes=(110, 10, 35)),
    titled("Lanterns", entry("79/6", "2024-12-02", body=[STRESSED, ENDS])),
)  # fmt: skip


def draft(*operative: str, title: str = "Harbours of Orlavia") -> Resolution:
    numbered = [f"{n}. {words}" for n, words in enumerate(operative, 1)]
    opening = ["The General Assembly,", "Guided by nothing that anybody wrote down before,"]
    text = "\n\n".join([title, *opening, *numbered])
    (resolution,) = parse(from_text(text.encode(), "draft.txt"))
    return resolution


def held(folder: Path, texts: tuple[Entry, ...] = TEXTS) -> Stored:
    add(folder, texts)
    return Stored(folder)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Stored:
    return held(tmp_path_factory.mktemp("corpus"))


def varied(corpus: Stored, resolution: Resolution | None = None) -> Variants:
    resolution = resolution or draft(URGED, ENDS)
    return variants(resolution, paragraph_of(resolution, "op1"), corpus)


def moved(corpus: Stored, resolution: Resolution | None = None) -> Timeline:
    resolution = resolution or draft(URGED, ENDS)
    return timeline(resolution, paragraph_of(resolution, "op1"), corpus)


# Variants


def test_a_clause_of_the_corpus_tells_the_force_of_its_first_verb(corpus: Stored) -> None:
    record = corpus.record("A/RES/78/5")
    assert record is not None
    forces = {each.paragraph: each.force for each in corpus.clauses(record)}
    assert forces == {"pp1": "recall", "op1": "call", "op2": "request", "op3": "decide"}


def test_wordings_stand_weak_to_strong_with_the_drafts_own_at_its_place(corpus: Stored) -> None:
    found = varied(corpus)
    assert [rank.force for rank in found.ranks] == ["invite", "call", "urge", "stress"]
    (own,) = next(rank for rank in found.ranks if rank.force == "urge").variants
    assert (own.places, own.text) == ((), URGED)


def test_what_does_not_compare_is_said_and_not_pretended(corpus: Stored) -> None:
    found = varied(corpus)
    said = [told_variants.rank_said(rank, found) for rank in found.ranks]
    assert said == [
        "“invites”: does not compare with “stresses”",
        "“calls upon”: stronger than “invites”; does not compare with “stresses”",
        "“urges”: stronger than “calls upon” and “invites”; does not compare with “stresses”",
        "“stresses”: compares with none of the others",
    ]


def test_a_wording_tells_its_texts_committees_and_latest_tally(corpus: Stored) -> None:
    (variant,) = next(rank for rank in varied(corpus).ranks if rank.force == "call").variants
    assert [each.record.symbol for each in variant.places] == ["A/RES/78/5", "A/RES/79/5"]
    assert told_variants.committees(variant) == "Third Committee"
    assert (
        told_variants.adopted_said(variant)
        == "2 by a recorded vote, the latest known tally 110-10-35 (A/RES/79/5)"
    )
    assert applied(variant.edits, URGED) == CALLED == variant.text


def test_every_rank_stands_after_all_that_it_is_stronger_than() -> None:
    wordings = [Variant(text=force, phrase=None, force=force) for force in [*labels(), "unheard"]]
    ranks = ranked(wordings)
    assert sorted(r.force or "" for r in ranks) == sorted(["", *labels()])
    for n, rank in enumerate(ranks):
        assert not any(
            stronger(rank.force, x.force) is False for x in ranks[:n] if rank.force and x.force
        )
        assert set(rank.above).isdisjoint(rank.apart)
    assert ranks[-1].force is None


def test_a_draft_that_the_corpus_holds_was_never_adopted(tmp_path: Path) -> None:
    drafts = tuple(e._replace(record=replace(e.record, kind="draft")) for e in TEXTS)
    lost = tuple(
        e._replace(record=replace(e.record, adoption=Adoption("not adopted"))) for e in TEXTS
    )
    for n, texts in enumerate((drafts, lost)):
        found = varied(held(tmp_path / str(n), texts))
        assert [[each.places for each in rank.variants] for rank in found.ranks] == [[()]]


def test_the_drafts_own_words_that_were_adopted_are_told_once(corpus: Stored) -> None:
    found = varied(corpus, draft(CALLED, ENDS))
    rank = next(rank for rank in found.ranks if rank.force == "call")
    assert [told_variants.share(each) for each in rank.variants] == [
        "the same words",
        "the text’s own",
    ]
    assert variants_to_text(found, width=400).count("broken or stolen;") == 1


@pytest.mark.parametrize("left", [TEXTS[:2], TEXTS[1:3], TEXTS[3:], TEXTS[4:]])
def test_with_fewer_texts_no_variant_becomes_false(
    tmp_path: Path, corpus: Stored, left: tuple[Entry, ...]
) -> None:
    whole, less = varied(corpus), varied(held(tmp_path, left))
    known = {each.record.symbol for each in left}
    before = {each.text: each for rank in whole.ranks for each in rank.variants}
    for rank in less.ranks:
        for each in rank.variants:
            symbols = {place.record.symbol for place in each.places}
            assert symbols <= known
            assert symbols <= {place.record.symbol for place in before[each.text].places}
    first = next(told_variants.summary(less))
    assert f"the loaded corpus ({len(left)} text" in first
    told = variants_to_text(less).replace("by their first verbs", "").lower().split()
    assert not {"first", "new", "never"} & set(told)


def test_the_variants_are_shown_side_by_side(corpus: Stored) -> None:
    shown = variants_to_markdown(
        varied(corpus, draft(URGED.replace("harbour", "<b>*harbour*</b>"), ENDS))
    )
    rows = [line for line in shown.splitlines() if line.startswith("|")]
    assert len(rows) == 2 + 4
    assert "<b>" not in shown
    assert "~~Urges~~**Invites**" in shown
    assert "1 without a vote" in rows[2]
    text = variants_to_text(varied(corpus), width=60)
    assert max(map(len, text.splitlines())) <= 60
    assert "[-Urges-]{+Calls upon+} the Government" in text
    assert "\x1b[32;4mCalls upon\x1b[0m" in variants_to_text(varied(corpus), colour=True)


def test_the_json_of_the_variants_says_all_of_it(corpus: Stored) -> None:
    told = json.loads(variants_to_json(varied(corpus)))
    assert (told["schema"], told["paragraph"], told["text"]) == (
        "counterdraft/variants/1",
        "op1",
        URGED,
    )
    rank = next(each for each in told["ranks"] if each["force"] == "urge")
    assert (rank["stronger_than"], rank["does_not_compare_with"]) == (
        ["call", "invite"],
        ["stress"],
    )
    assert rank["wordings"][0]["own"]
    places = told["ranks"][1]["wordings"][0]["places"]
    assert (places[1]["symbol"], places[1]["adoption"]["yes"]) == ("A/RES/79/5", 110)


# Timelines


def test_a_clause_is_followed_through_the_texts_of_its_title(corpus: Stored) -> None:
    found = moved(corpus)
    assert found.basis == "series"
    steps = [(told_timeline.name(each), each.wording) for each in found.steps]
    assert steps == [
        ("A/RES/76/5", None), ("A/RES/77/5", 0), ("A/RES/78/5", 1), ("A/RES/79/5", 1),
        ("the text itself", 2),
    ]  # fmt: skip


def test_each_step_leads_from_the_wording_before_it(corpus: Stored) -> None:
    for step, before in told_timeline.with_before(moved(corpus)):
        if step.text and before and before.text and step.wording != before.wording:
            assert applied(step.edits, before.text) == step.text
        else:
            assert step.edits == ()


def test_a_text_without_the_clause_is_not_said_to_be_without_it(corpus: Stored) -> None:
    text = timeline_to_text(moved(corpus), width=200)
    assert "A/RES/76/5: no paragraph of it was recognized as this one" in text


def test_a_paragraph_that_is_another_ones_version_is_not_taken_twice(tmp_path: Path) -> None:
    twin = LIGHT.format("Urges").replace("dusk to dawn", "noon to midnight")
    corpus = held(tmp_path, (harbours("77/5", "2022-12-01", URGED, OTHER),))
    resolution = draft(twin, URGED, ENDS)
    (step, _) = timeline(resolution, paragraph_of(resolution, "op1"), corpus).steps
    assert step.text is None
    (step, _) = timeline(resolution, paragraph_of(resolution, "op2"), corpus).steps
    assert step.text == URGED


def test_without_a_series_the_texts_of_the_sources_title_are_followed(corpus: Stored) -> None:
    found = moved(corpus, draft(CALLED.replace("each month", "each week"), ENDS, title="Ferries"))
    assert found.basis == "sources"
    steps = [told_timeline.name(each) for each in found.steps]
    assert steps == ["A/RES/77/5", "A/RES/78/5", "A/RES/79/5", "the text itself"]


def test_a_source_of_a_source_is_followed_further_back(tmp_path: Path) -> None:
    older = titled(
        "Beacons", entry("70/1", "2015-12-01", body=[ASKED.replace("dusk", "sunset"), ENDS])
    )
    corpus = held(tmp_path, (older, *TEXTS))
    found = moved(corpus, draft(CALLED.replace("each month", "each week"), ENDS, title="Ferries"))
    assert told_timeline.name(found.steps[0]) == "A/RES/70/1"


def test_a_draft_of_the_same_title_is_no_step(tmp_path: Path) -> None:
    last = TEXTS[3]._replace(record=replace(TEXTS[3].record, kind="draft"))
    found = moved(held(tmp_path, (*TEXTS[:3], last)))
    assert "A/RES/79/5" not in [told_timeline.name(each) for each in found.steps]


def test_what_has_neither_series_nor_source_says_nothing(corpus: Stored) -> None:
    nothing = draft("Invites all bakers to open their shops on Sundays in summer;", title="Bread")
    found = moved(corpus, nothing)
    assert (found.basis, len(found.steps)) == (None, 1)
    assert "nothing can be said" in next(told_timeline.summary(found))


def test_a_text_that_is_in_the_corpus_has_steps_before_and_after_it(corpus: Stored) -> None:
    body = f"1. {CALLED}\n\n2. {OTHER}\n\n3. {ENDS}"
    text = (
        f"A/RES/78/5\n\n1 December 2023\n\nHarbours of Orlavia\n\nThe General Assembly,\n\n{body}\n"
    )
    (parsed,) = parse(from_text(text.encode(), "a.txt"))
    resolution = replace(
        parsed, date="2023-12-01", symbol="A/RES/78/5", title="Harbours of Orlavia"
    )
    found = moved(corpus, resolution)
    steps = [told_timeline.name(each) for each in found.steps]
    assert steps == ["A/RES/76/5", "A/RES/77/5", "the text itself", "A/RES/79/5"]


@pytest.mark.parametrize("left", [TEXTS[:2], TEXTS[1:3], TEXTS[3:], TEXTS[4:]])
def test_with_fewer_texts_no_timeline_becomes_false(
    tmp_path: Path, corpus: Stored, left: tuple[Entry, ...]
) -> None:
    known = {each.record.symbol: each for each in left}
    whole = {told_timeline.name(step): step for step in moved(corpus).steps}
    found = moved(held(tmp_path, left))
    for step, before in told_timeline.with_before(found):
        if step.record is not None:
            assert step.record.symbol in known
            if found.basis == "series":
                assert step.text == whole[told_timeline.name(step)].text
        said = told_timeline.change(step, before)
        assert ("changed against" in said) == bool(step.edits)
        assert before is None or step.text is None or told_timeline.name(before) in said
    assert f"the loaded corpus ({len(left)} text" in next(told_timeline.summary(found))
    assert not {"first", "new", "never"} & set(timeline_to_text(found).lower().split())


def test_the_timeline_is_a_table(corpus: Stored) -> None:
    shown = timeline_to_markdown(moved(corpus))
    rows = [line for line in shown.splitlines() if line.startswith("|")]
    assert len(rows) == 2 + 5
    assert "| 1 December 2023 | A/RES/78/5 | OP1 | wording 2, changed against A/RES/77/5 |" in shown
    assert "~~Invites~~**Calls upon** the Government" in shown
    told = json.loads(timeline_to_json(moved(corpus)))
    assert (told["schema"], told["basis"]) == ("counterdraft/timeline/1", "series")
    assert [each["wording"] for each in told["steps"]] == [None, 0, 1, 1, 2]
    assert told["steps"][-1]["own"]


# The picture


def shapes(picture: str) -> list[str]:
    root = ET.fromstring(picture)
    return [group[-3].get("class", "") for group in root.iter(f"{SVG}g")]


def test_the_shape_of_a_mark_tells_how_a_text_was_adopted(corpus: Stored) -> None:
    picture = timeline_to_svg(moved(corpus))
    assert shapes(picture) == ["without", "recorded", "recorded", "own", "missing"]


def test_marks_of_one_wording_stand_on_one_line_and_time_runs_to_the_right(corpus: Stored) -> None:
    root = ET.fromstring(timeline_to_svg(moved(corpus)))
    places = [
        group[-3].get("d", "").split("m")[0].lstrip("M").split() for group in root.iter(f"{SVG}g")
    ]
    xs, ys = ([float(each[side]) for each in places] for side in (0, 1))
    assert xs[0] < xs[1] < xs[2] < xs[3]
    assert ys[0] < ys[1] == ys[2] < ys[3] < ys[4]


def test_every_mark_has_its_words_as_text(corpus: Stored) -> None:
    root = ET.fromstring(timeline_to_svg(moved(corpus)))
    titles = [group[0].text or "" for group in root.iter(f"{SVG}g")]
    assert titles[1].startswith(
        "A/RES/78/5, OP1, 1 December 2023: wording 2, changed against A/RES/77/5"
    )
    assert "gone “Invites”; come “Calls upon”" in titles[1]
    described = root.findtext(f"{SVG}desc") or ""
    assert all(each in described for each in titles)


def test_no_words_of_a_text_become_markup_of_the_picture(corpus: Stored) -> None:
    hostile = URGED.replace("harbour", "harbour</text><script>alert(1)</script>\x00\x1b")
    picture = timeline_to_svg(moved(corpus, draft(hostile, ENDS, title="Harbours of Orlavia")))
    assert not list(ET.fromstring(picture).iter(f"{SVG}script"))
    assert "&lt;script&gt;" in picture


def test_the_picture_is_the_same_for_the_same_timeline(corpus: Stored) -> None:
    assert timeline_to_svg(moved(corpus)) == timeline_to_svg(moved(corpus))


def test_labels_of_texts_of_one_week_do_not_cover_each_other(tmp_path: Path) -> None:
    close = tuple(harbours(f"77/{n}", f"2022-12-0{n}", URGED) for n in range(1, 6))
    picture = timeline_to_svg(moved(held(tmp_path, close)))
    boxes = [
        (float(each.get("x", 0)), float(each.get("y", 0)))
        for group in ET.fromstring(picture).iter(f"{SVG}g") for each in group[-2:-1]
    ]  # fmt: skip
    for n, (x, y) in enumerate(boxes):
        assert all(abs(x - other) >= 100 or abs(y - below) >= 28 for other, below in boxes[:n])


# The command


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["trace", *map(str, arguments)])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(f"Harbours of Orlavia\n\nThe General Assembly,\n\n1. {URGED}\n\n2. {ENDS}\n")
    return path


def test_the_command_shows_variants_and_draws_a_timeline(
    tmp_path: Path, corpus: Stored, file: Path
) -> None:
    shown = run(file, "--variants", "OP 1", "--corpus", corpus.folder)
    assert (shown.exit_code, shown.stderr) == (0, "")
    assert "“urges”: stronger than “calls upon”" in shown.stdout
    told = run(file, "--timeline", "1", "--corpus", corpus.folder)
    assert "OP1: wording 1, the earliest here" in told.stdout
    target = tmp_path / "timeline.svg"
    assert run(file, "--timeline", "op1", "--corpus", corpus.folder, "-o", target).exit_code == 0
    assert ET.parse(target).getroot().tag == f"{SVG}svg"


def test_what_does_not_go_together_is_refused(corpus: Stored, file: Path) -> None:
    both = run(file, "--variants", "op1", "--timeline", "op1", "--corpus", corpus.folder)
    drawn = run(file, "--variants", "op1", "--format", "svg", "--corpus", corpus.folder)
    assert (both.exit_code, drawn.exit_code) == (2, 2)


def test_a_paragraph_that_is_not_there_is_named_with_those_that_are(
    corpus: Stored, file: Path
) -> None:
    result = run(file, "--variants", "op9", "--corpus", corpus.folder)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "it has no paragraph 'op9'. It has op1 to op2" in result.stderr


def test_a_paragraph_is_found_by_id_label_and_number() -> None:
    text = (
        "The General Assembly,\n\n1. Urges Orlavia:\n\n(a) To light its lanterns;\n\n"
        "(b) To count them;\n\n2. Decides to remain seized of the matter.\n"
    )
    (resolution,) = parse(from_text(text.encode(), "draft.txt"))
    for name in ("op1.b", "OP1.b", "OP1 (b)", "op1(b)", "1 (b)", "1(b)"):
        assert paragraph_of(resolution, name).id == "op1.b"
    assert paragraph_of(resolution, " 2 ").id == "op2"
    for name in ("", "(b)", "op3"):
        with pytest.raises(NoParagraph):
            paragraph_of(resolution, name)
