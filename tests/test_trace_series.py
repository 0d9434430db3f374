"""A text and those of its title: what comes first, what is found there, and what is no source."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from counterdraft.corpus.add import add
from counterdraft.corpus.entries import Entry
from counterdraft.corpus.stored import Stored
from counterdraft.model import ClauseTrace, Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from counterdraft.reuse.judge import judged
from counterdraft.trace.best import Scored
from counterdraft.trace.series import Own
from counterdraft.trace.to_markdown import to_markdown
from counterdraft.trace.trace import trace
from counterdraft.trace.versions import with_versions
from counterdraft.wording.traced import sentences, summary
from tests.adopted import entry

LIST = (
    "Recalling its resolutions 61/89 of 6 December 2006, 63/240 of 24 December 2008, 64/48 of 2 "
    "December 2009, 67/234 of 24 December 2012 and 68/31 of 5 December 2013"
)
WELLS = (
    "Encourages the keepers of wells, as appropriate, to measure their depth in the dry season and "
    "to publish what they measured;"
)
MEASURED = "Welcoming the count of lamps which resolution 75/4 of 3 December 2020 asked for,"
ENDS = "Decides to remain seized of the matter."
TEXTS = (
    entry("76/5", "2021-12-01", [MEASURED], [WELLS, ENDS]),
    entry(
        "77/5", "2022-12-01", [f"{LIST},"],
        [WELLS.replace(", as appropriate,", " as appropriate"), ENDS],
    ),
    entry(
        "78/5", "2023-12-01", [MEASURED.replace("75/4 of 3 December 2020", "77/5 of 1 June 2022")],
        ["Underlines that lamps stand in the dark where nobody thought of them;", ENDS],
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Stored:
    folder = tmp_path_factory.mktemp("corpus")
    add(folder, TEXTS)
    return Stored(folder)


def draft(preamble: str, operative: str, title: str = "Street lamps") -> Resolution:
    text = f"{title}\n\nThe General Assembly,\n\n{preamble}\n\n1. {operative}\n\n2. {ENDS}\n"
    (resolution,) = parse(from_text(text.encode(), "draft.txt"))
    return resolution


def traced(resolution: Resolution, corpus: Stored, paragraph: str) -> ClauseTrace:
    return next(each for each in trace(resolution, corpus).clauses if each.paragraph == paragraph)


def test_a_list_of_resolutions_that_grew_is_adapted_from_it(corpus: Stored) -> None:
    longer = f"{LIST.replace(' and 68/31', ', 68/31')} and 77/5 of 1 December 2022,"
    found = traced(draft(longer, WELLS, "Wells of the desert"), corpus, "pp1")
    assert found.verdict == "adapted"
    assert found.matches[0].source.record.symbol == "A/RES/77/5"


def test_a_run_of_words_that_is_little_of_a_clause_is_no_source() -> None:
    run = "on the thirteenth of the month before the year in which it ends"
    clause = (
        f"Asks bakers {run}, and millers, and whoever carries flour over the hills at night, and "
        "those that wait for it below, to keep their carts off the bridges;"
    )
    found = judged(clause, f"Lays down that tolls fall due {run}, wherever a gate was put up;")
    assert found.run >= 12
    assert not found.is_source(400)
    assert judged(f"Asks {run};", f"Lays down that tolls fall due {run};").is_source(400)


def test_words_that_are_scattered_over_a_longer_clause_are_no_source() -> None:
    clause = (
        "Demands that all keepers allow and facilitate rapid and unhindered passage of lanterns "
        "for harbours in need;"
    )
    longer = (
        "Demands all keepers to allow safe and unfettered passage to towers outside of Orlavia and "
        "to facilitate the rapid, safe and unhindered access of lanterns to those in need there, "
        "and to protect harbours, including those of fishermen;"
    )
    found = judged(clause, longer)
    assert found.alike > 0.33
    assert not found.is_source(600)


def test_a_clause_that_stands_whole_in_a_longer_one_is_its_language() -> None:
    clause = "Shall be held at the highest possible level;"
    longer = f"Decides that the count of lamps {clause[:-1].lower()}, in the harbour, every spring;"
    assert judged(clause, longer).is_source(400)
    assert not judged(clause, longer).is_source(200)
    assert not judged(clause, longer.replace("highest", "best")).is_source(400)


def test_half_of_a_clause_in_one_run_is_to_be_read_beside_it(tmp_path: Path) -> None:
    welcomes = (
        "Welcoming the adoption of its resolution 78/322 of 13 August 2024 on how the moths of "
        "lanterns are counted, and on the shades that keep them out;"
    )
    add(tmp_path, [entry("79/7", "2024-12-03", body=[welcomes, ENDS])])
    text = draft("Recalling its resolution 78/322 of 13 August 2024,", WELLS, "Moths at night")
    found = traced(text, Stored(tmp_path), "pp1")
    assert found.verdict == "not_found"
    assert found.nearest is not None
    assert found.nearest.source.paragraph == "op1"


def test_what_is_the_same_comes_before_what_has_a_comma_less(corpus: Stored) -> None:
    found = traced(draft(f"{LIST},", WELLS), corpus, "op1")
    assert found.verdict == "verbatim"
    assert [each.source.record.symbol for each in found.matches] == ["A/RES/76/5", "A/RES/77/5"]


def test_the_last_text_of_the_title_comes_first_though_an_older_one_shares_a_number(
    corpus: Stored,
) -> None:
    cites = MEASURED.replace("of 3 December 2020", "of 3 December 2020 and resolution 78/5")
    match = traced(draft(cites, WELLS), corpus, "pp1").matches[0]
    assert match.source.record.symbol == "A/RES/78/5"
    assert match.own_series
    other = traced(draft(cites, WELLS, "Wells of the desert"), corpus, "pp1").matches[0]
    assert other.source.record.symbol == "A/RES/76/5"


def test_the_last_text_of_the_title_comes_first_though_it_said_more(tmp_path: Path) -> None:
    told = "Recalling that in 2025 the towns keep the eightieth anniversary of the first gas lamp"
    older = told.replace("2025", "2020").replace("eightieth", "seventy-fifth")
    last = told.replace("keep", "will keep")
    add(tmp_path, (
        entry("75/5", "2020-12-01", [f"{older}, and looking forward to a meeting,"], [ENDS]),
        entry("79/5", "2024-12-01", [
            f"{last}, and looking forward in this regard to a solemn meeting,"
        ], [ENDS]),
    ))  # fmt: skip
    match = traced(draft(f"{told},", ENDS), Stored(tmp_path), "pp1").matches[0]
    assert match.source.record.symbol == "A/RES/79/5"


def test_what_was_adopted_later_is_no_source(corpus: Stored) -> None:
    dated = msgspec.structs.replace(draft(f"{LIST},", WELLS), date="2022-06-01")
    found = traced(dated, corpus, "op1")
    assert {each.source.record.symbol for each in found.matches} == {"A/RES/76/5"}
    changed = msgspec.structs.replace(draft(f"{LIST} and on,", WELLS), date="2022-06-01")
    assert traced(changed, corpus, "pp1").verdict == "not_found"
    # What a later text has word for word is no less there.
    assert traced(dated, corpus, "pp1").verdict == "verbatim"
    found_until = trace(dated, corpus)
    assert [each.symbol for each in found_until.series] == ["A/RES/76/5"]
    assert next(summary(found_until)).startswith(
        "Of 3 paragraphs 2 stand word for word, 0 stand with changes and 1 is not found"
    )
    assert next(summary(found_until)).endswith(
        "; 1 of these stands word for word in later texts alone."
    )
    assert "| word for word, in later texts alone |" in to_markdown(found_until)


def test_a_text_of_the_same_day_is_not_told_to_be_the_source(corpus: Stored) -> None:
    (day,) = [each.date for each in corpus.records if each.symbol == "A/RES/76/5"]
    changed = WELLS.replace("what they measured", "all they found")
    same_day = msgspec.structs.replace(draft("Guided by lamps,", changed, "Wells"), date=day)
    provenance = trace(same_day, corpus)
    clause = next(each for each in provenance.clauses if each.paragraph == "op1")
    assert next(sentences(clause, provenance)).startswith("Found, with changes, in A/RES/76/5")


def test_the_last_texts_of_the_title_are_read_where_nothing_near_is_a_source(
    corpus: Stored,
) -> None:
    dark = "Regrets that lamps stand in the dark where nobody thought of them, and where they rust;"
    text = draft("Guided by nothing that anybody wrote down before,", dark)
    nothing: list[list[Scored]] = [[] for _ in text.paragraphs]
    series = [record for record in corpus.records if record.kind == "resolution"]
    found = with_versions(text.paragraphs, nothing, series, corpus, Own(None, text.title))
    by_id = {p.id: some for p, some in zip(text.paragraphs, found, strict=True)}
    (scored,) = by_id["op1"]
    assert (scored.match.source.record.symbol, scored.match.source.paragraph) == (
        "A/RES/78/5", "op1",
    )  # fmt: skip
    assert by_id["pp1"] == []
    # It is told with all texts that have it.
    assert by_id["op2"][0].match.texts == 3


def test_the_office_that_both_ask_is_no_source() -> None:
    office = (
        "the Office of the High Representative for the Least Developed Countries, Landlocked "
        "Developing Countries and Small Island Developing States"
    )
    asks = f"Invites {office} to weigh the sails that were mended in the winter;"
    other = f"Invites {office} to facilitate the observance of the day of lanterns;"
    assert not judged(asks, other).is_source(500)
    assert judged(asks, other.replace("facilitate the", "weigh the mended sails on")).is_source(500)


@pytest.mark.parametrize("left_out", ["every ", ""])
def test_an_excerpt_is_traced_to_what_it_is_taken_from_however_long(
    tmp_path: Path, left_out: str
) -> None:
    taken = (
        "Urges every keeper of a lighthouse to trim the lamps at dusk and to count the ships that "
        "pass before dawn"
    )
    rest = (
        ", to write their number into a book that is kept dry, to send the book to the harbour of "
        "the province when the year ends, and to repair whatever the storms of the winter broke, "
        "in particular the stairs, the railings and the glass of the lanterns"
    )
    like = (
        "Urges every keeper of a mill to trim the lamps at dusk and to count the carts and the "
        "ships that pass, in summer and in winter"
    )
    add(tmp_path, (entry("78/5", "2023-12-01", [MEASURED], [f"{taken}{rest};", f"{like};", ENDS]),))
    clause = f"{taken.replace(left_out, '')};"
    found = traced(draft(LIST, clause, "Ships"), Stored(tmp_path), "op1")
    assert found.matches[0].source.paragraph == "op1"
    assert all(rest.startswith(f", {each}") for each in found.matches[0].omitted)


# In another order, and from what the draft cites

TURNED = (
    "Recalls that keepers of harbours have the duty to tend the lamps of the eastern pier, without "
    "payment by the fishermen, and to report every wreck to the wardens of the coast;"
)
TURNS = (
    "Reaffirms that, without payment by the fishermen, every wreck is to be told to the wardens of "
    "the coast, and that the lamps of the eastern pier are tended by keepers;"
)


def test_a_sentence_turned_round_is_made_from_the_one_that_has_its_phrases() -> None:
    found = judged(TURNS, TURNED)
    assert found.run < 12
    assert found.alike < 0.5
    assert found.is_source(400)
    assert not found.is_source(390)


def test_words_of_the_matter_without_its_phrases_are_no_source() -> None:
    scattered = TURNS.replace("the coast", "a northern coast").replace("the lamps", "some lamps")
    scattered = scattered.replace("eastern pier", "pier, eastern or western,")
    scattered = scattered.replace("payment by the fishermen", "fishermen who owe a payment")
    found = judged(scattered, TURNED)
    assert found.both >= 0.5
    assert not found.is_source(600)


def titled(title: str, *arguments: object) -> Entry:
    found = entry(*arguments)
    return found._replace(record=msgspec.structs.replace(found.record, title=title))


def test_of_two_nearly_as_like_the_one_of_a_series_that_the_draft_cites_comes_first(
    tmp_path: Path,
) -> None:
    clause = "Stresses that every harbour should keep a lamp lit at night for those who are at sea;"
    cites = f"Recalls its resolution 70/9 of 3 December 2015, and {clause[0].lower()}{clause[1:]}"
    add(tmp_path, (
        titled("Buoys", "78/8", "2023-12-01", [], [clause.replace("at sea", "still at sea")]),
        titled("Harbours at night", "79/9", "2024-12-01", [], [
            clause.replace("at sea", "out at sea now"),
        ]),
    ))  # fmt: skip
    corpus, text = Stored(tmp_path), draft("Guided by nothing,", clause, "Moths")
    citing = msgspec.structs.replace(
        text, paragraphs=(*text.paragraphs, *draft("Guided by,", cites, "Moths").paragraphs[1:2])
    )
    titles = {"A/RES/70/9": "Harbours at night"}

    def first(resolution: Resolution, known: dict[str, str]) -> str | None:
        found = next(e for e in trace(resolution, corpus, known).clauses if e.text == clause)
        return found.matches[0].source.record.symbol

    assert first(text, titles) == "A/RES/78/8"
    assert first(citing, {}) == "A/RES/78/8"
    assert first(citing, titles) == "A/RES/79/9"
