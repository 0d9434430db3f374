"""Where the words of a draft stood before: verdicts, what was changed and left out, bounds."""

from __future__ import annotations

import json
import re
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner, Result

from counterdraft.align.words import word_edits
from counterdraft.cli.app import app
from counterdraft.corpus.add import add
from counterdraft.corpus.entries import Entry
from counterdraft.corpus.stored import Stored
from counterdraft.lexicon.treaties import treaties
from counterdraft.model import ClauseTrace, Provenance, Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from counterdraft.reuse.names import is_name, with_short_names
from counterdraft.trace.matches import omitted
from counterdraft.trace.to_json import TracedText, to_json
from counterdraft.trace.to_markdown import to_markdown
from counterdraft.trace.to_text import to_text
from counterdraft.trace.trace import trace
from counterdraft.wording.traced import sentences, summary
from tests.adopted import entry

FORMULA = (
    "Reaffirms that the lighting of streets should be guided by the principles of universality, "
    "non-selectivity and objectivity, in a transparent and non-confrontational manner, and that it "
    "is the duty of every town, regardless of its size, to protect those who walk at night;"
)
DARK = "Notes with concern that many streets of the northern districts are dark from dusk to dawn;"
ENDS = "Decides to remain seized of the matter."


def draft(*operative: str, title: str = "Lanterns and peace") -> Resolution:
    """A draft of the General Assembly with these operative paragraphs."""
    numbered = [f"{n}. {words}" for n, words in enumerate(operative, 1)]
    opening = ["The General Assembly,", "Guided by nothing that anybody wrote down before,"]
    text = "\n\n".join([title, *opening, *numbered])
    (resolution,) = parse(from_text(text.encode(), "draft.txt"))
    return resolution


TEXTS = (
    entry("77/5", "2022-12-01", body=[FORMULA, ENDS]),
    entry("78/5", "2023-12-01", body=[FORMULA, DARK, ENDS], votes=(100, 20, 30)),
    entry("79/5", "2024-12-01", body=[FORMULA, ENDS]),
    entry(
        "79/6", "2024-12-02",
        body=[
            "Requests the Secretary-General to count the lanterns of every harbour and to publish "
            "their number at its seventy-ninth session;",
            ENDS,
        ],
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Stored:
    return held(tmp_path_factory.mktemp("corpus"), TEXTS)


def held(folder: Path, texts: tuple[Entry, ...]) -> Stored:
    add(folder, texts)
    return Stored(folder)


def operative(provenance: Provenance, number: int = 1) -> ClauseTrace:
    return next(each for each in provenance.clauses if each.paragraph == f"op{number}")


def test_a_clause_taken_word_for_word_has_all_its_places(corpus: Stored) -> None:
    found = operative(trace(draft(FORMULA, ENDS), corpus))
    assert found.verdict == "verbatim"
    (match, *_) = found.matches
    assert (match.texts, match.similarity, match.differs) == (3, 1.0, ())
    assert match.earliest.record.symbol == "A/RES/77/5"
    assert match.latest.record.symbol == "A/RES/79/5"
    assert (match.adopted.without_vote, match.adopted.recorded) == (2, 1)


def test_a_session_that_went_on_is_no_change_and_is_told(corpus: Stored) -> None:
    words = TEXTS[3].clauses[1].text.replace("seventy-ninth", "eighty-first")
    provenance = trace(draft(words, ENDS), corpus)
    found = operative(provenance)
    assert found.verdict == "verbatim"
    assert found.matches[0].differs == ("session",)
    assert "It differs in sessions." in list(sentences(found, provenance))
    told = next(summary(trace(draft(words, ENDS), corpus)))
    assert "Of those word for word 1 differs in years or sessions." in told


def test_a_hyphen_or_a_blank_is_no_change_and_is_told(corpus: Stored) -> None:
    words = FORMULA.replace("non-selectivity", "nonselectivity").replace("town,", "town ,")
    provenance = trace(draft(words, ENDS), corpus)
    found = operative(provenance)
    assert found.verdict == "verbatim"
    assert found.matches[0].differs == ("hyphens",)
    assert "It differs in hyphens." in list(sentences(found, provenance))


def test_a_clause_quoted_by_half_tells_what_it_leaves_out(corpus: Stored) -> None:
    half = FORMULA[: FORMULA.index(", and that it")] + ";"
    provenance = trace(draft(half, ENDS), corpus)
    found = operative(provenance)
    assert found.verdict == "adapted"
    (left_out,) = found.matches[0].omitted
    assert left_out.startswith("and that it is the duty of every town, regardless of its size,")
    assert any(
        "It leaves out “and that it is the duty" in each for each in sentences(found, provenance)
    )


@pytest.mark.parametrize(
    ("source", "phrase", "clause", "told"),
    [
        (
            "Reiterates that, by virtue of equal shares, wells are open;",
            "Reiterates",
            "Reaffirms that wells are open on the ground of equality in shares;",
            [],
        ),
        (
            "Reiterates that wells, owing to drought and sickness, are open;",
            "Reiterates",
            "Reaffirms that wells are open;",
            ["owing to drought and sickness"],
        ),
    ],
)
def test_another_phrase_or_another_form_of_a_word_is_not_left_out(
    source: str, phrase: str, clause: str, told: list[str]
) -> None:
    assert list(omitted(word_edits(source, clause), clause, phrase)) == told


def test_an_edited_clause_shows_the_words_changed(corpus: Stored) -> None:
    edited = FORMULA.replace("universality", "sovereignty").replace("protect", "warn")
    match = operative(trace(draft(edited, ENDS), corpus)).matches[0]
    gone = [each.text.strip() for each in match.edits if each.op == "deleted"]
    come = [each.text.strip() for each in match.edits if each.op == "inserted"]
    assert (gone, come) == (["universality", "protect"], ["sovereignty", "warn"])
    assert 0.9 < match.similarity < 1


def test_what_stands_nowhere_is_not_found_in_the_corpus_and_not_called_new(corpus: Stored) -> None:
    found = trace(draft("Invites all bakers to open their shops on Sundays in summer;"), corpus)
    assert operative(found).verdict == "not_found"
    told = " ".join([*summary(found), *sentences(operative(found), found)])
    assert "Not found in the loaded corpus." in told
    assert "(4 texts: General Assembly 77–79)" in told
    assert "new" not in told.lower().split()


def test_a_name_is_one_word() -> None:
    names = "the Optional Protocol to the Convention on the Rights of Persons with Disabilities"
    assert len(with_short_names(f"Welcoming {names},").split()) == 3
    assert with_short_names("the Republic of Chad and Viet Nam").count("State") == 2
    bodies = "the World Health Organization and the International Law Commission"
    assert len(with_short_names(bodies).split()) == 5
    assert [each for each in ("statement", "treatymaking", "bodyguard") if is_name(each)] == []


NAMED = (
    "Welcomes the convening of the Second World Conference on Lanterns and Harbour Lights in Port "
    "Vessel, Orlavia, on 3 May 2022, and the lamp-oil fund that grew from it;"
)
LIGHTS = (
    "Notes the report of the Second World Conference on Lanterns and Harbour Lights in Port "
    "Vessel, Orlavia, and urges bakers to open;"
)


@pytest.mark.parametrize(
    ("clause", "title", "found"),
    [
        # A conference, a place and a day are no language.
        (LIGHTS, "Street lamps", False),
        (LIGHTS, "Lanterns and peace", False),
        # In a text of this title the clause that opens alike is the one of the year before.
        (LIGHTS.replace("Notes", "Welcomes"), "Street lamps", True),
        (LIGHTS.replace("urges bakers to open", "the lamp-oil fund"), "Lanterns and peace", True),
    ],
)
def test_what_shares_but_names_is_not_made_from_it(
    tmp_path: Path, clause: str, title: str, found: bool
) -> None:
    corpus = held(tmp_path, (*TEXTS[:3], entry("78/9", "2023-12-01", body=[NAMED, ENDS])))
    assert bool(operative(trace(draft(clause, ENDS, title=title), corpus)).matches) is found


def test_a_part_that_is_but_a_name_is_not_shown(tmp_path: Path) -> None:
    corpus = held(tmp_path, (*TEXTS[:3], entry("78/9", "2023-12-01", body=[NAMED, ENDS])))
    name = "the Second World Conference on Lanterns and Harbour Lights in Port Vessel, Orlavia"
    clause = f"Asks bakers, who were invited to {name}, to open in summer;"
    assert operative(trace(draft(clause, ENDS, title="Bread"), corpus)).pieces == ()


def test_of_names_that_begin_alike_the_longest_is_one_word() -> None:
    for text in (
        "the Convention on the Rights of the Child and the Convention on the Law of the Sea",
        "UN Charter, UN Charters and pre-UN Charter words",
        "the Geneva Conventions of 1949 and the Forced Labour Convention (No. 29) of old",
    ):
        named = (name for each in treaties() for name in (each.name, *each.aliases))
        names = sorted((name for name in named if len(name) > 2), key=len, reverse=True)
        either = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
        found = ["".join(filter(str.isalnum, each)) for each in either.findall(text)]
        assert re.findall(r"Treaty0(\w+)", with_short_names(text)) == found


def test_a_text_is_no_source_of_itself(corpus: Stored) -> None:
    text = f"A/RES/79/5\n\nStreet lamps\n\nThe General Assembly,\n\n1. {FORMULA}\n\n2. {ENDS}\n"
    (resolution,) = parse(from_text(text.encode(), "a.txt"))
    assert resolution.symbol == "A/RES/79/5"
    match = operative(trace(resolution, corpus)).matches[0]
    assert (match.texts, match.latest.record.symbol) == (2, "A/RES/78/5")


def test_texts_of_the_same_title_are_told_apart(corpus: Stored) -> None:
    other = operative(trace(draft(FORMULA, ENDS), corpus)).matches[0]
    own = trace(draft(FORMULA, ENDS, title="Street lamps"), corpus)
    assert not other.own_series
    assert operative(own).matches[0].own_series
    assert [each.symbol for each in own.series] == [each.record.symbol for each in TEXTS]
    assert "; 2 paragraphs of the text stand there," in list(summary(own))[1]
    one = msgspec.structs.replace(own, clauses=own.clauses[-1:])
    assert "; 1 paragraph of the text stands there," in list(summary(one))[1]


def test_a_part_of_a_clause_from_another_text_is_shown_as_such(corpus: Stored) -> None:
    mixed = FORMULA.rstrip(";") + (
        ", and requests the Secretary-General to count the lanterns of every harbour and to "
        "publish their number;"
    )
    provenance = trace(draft(mixed, ENDS), corpus)
    found = operative(provenance)
    assert found.matches[0].source.record.symbol == "A/RES/79/5"
    (piece,) = found.pieces
    assert piece.match.source.record.symbol == "A/RES/79/6"
    start = piece.span.start - found.span.start
    assert found.text[start:].startswith("requests the Secretary-General to count")
    said = [each for each in sentences(found, provenance) if "harbour" in each]
    assert said == [
        "“requests the Secretary-General to count the lanterns of every harbour and to publish "
        "their number” stands in A/RES/79/6, OP1 (2 December 2024)."
    ]


def test_of_a_part_that_stands_nowhere_to_the_word_it_is_told_in_what_it_differs(
    corpus: Stored,
) -> None:
    mixed = FORMULA.rstrip(";") + (
        ", and requests the Secretary-General to burn the lanterns of every harbour and to "
        "publish their number;"
    )
    provenance = trace(draft(mixed, ENDS), corpus)
    found = operative(provenance)
    (said,) = (each for each in sentences(found, provenance) if "harbour" in each)
    assert said.startswith("Words like “and requests the Secretary-General to burn")
    assert "“burn” in place of “count”" in said
    (piece,) = found.pieces
    assert piece.match.similarity < 1


@pytest.mark.parametrize(
    ("day", "as_of", "told"),
    [
        ("2025-03-01", None, "Adapted from A/RES/79/5, OP1 (1 December 2024), 98"),
        (None, "2025-03-01", "Adapted from A/RES/79/5, OP1 (1 December 2024), 98"),
        # Which of two is the older is not known of a text without a day.
        (None, None, "Found, with changes, in A/RES/79/5, OP1 (1 December 2024), 98"),
        # The earlier of the two days counts.
        ("2023-03-01", "2025-03-01", "Adapted from A/RES/77/5, OP1 (1 December 2022), 98"),
        ("2025-03-01", "2023-03-01", "Adapted from A/RES/77/5, OP1 (1 December 2022), 98"),
        # A corpus that begins after it can say where words stand, and not what they came from.
        (
            "2014-10-20", None,
            "Found, with changes, in A/RES/79/5, OP1 (1 December 2024), which is later than 20 "
            "October 2014, 98",
        ),
    ],
)  # fmt: skip
def test_what_came_from_what_is_told_only_as_far_as_the_days_say_it(
    corpus: Stored, day: str | None, as_of: str | None, told: str
) -> None:
    text = draft(FORMULA.replace("protect", "warn"), ENDS)
    found = trace(msgspec.structs.replace(text, date=day), corpus, as_of=as_of)
    first = next(iter(sentences(operative(found), found)))
    assert first.startswith(told)
    assert ("dapted" in told) == ("dapted" in " ".join([first, *summary(found)]))


def test_what_is_not_found_up_to_a_day_is_not_said_to_be_nowhere(corpus: Stored) -> None:
    text = draft(DARK.replace("dusk", "midnight"), ENDS)
    found = trace(text, corpus, as_of="2023-03-01")
    (told,) = sentences(operative(found), found)
    assert told == "Not found in the loaded corpus up to 1 March 2023."
    assert "77–79, up to 1 March 2023)" in next(iter(summary(found)))
    assert (found.day, found.until) == ("2023-03-01", "2023-03-01")
    assert json.loads(to_json(found))["until"] == "2023-03-01"
    assert trace(text, corpus, as_of="2025-03-01").until is None


def test_of_the_texts_of_its_organ_it_is_asked_whether_they_are_all_later(
    corpus: Stored, tmp_path: Path
) -> None:
    text = msgspec.structs.replace(draft(FORMULA.replace("protect", "warn"), ENDS), organ="Other")
    assert operative(trace(text, corpus, as_of="2014-10-20")).verdict == "adapted"
    older = held(tmp_path, (*TEXTS, entry("65/5", "2010-12-01", body=[ENDS])))
    found = trace(text, older, as_of="2014-10-20")
    assert (operative(found).verdict, found.until) == ("not_found", "2014-10-20")


@pytest.mark.parametrize("left", [TEXTS[:1], TEXTS[1:3], TEXTS[3:]])
def test_with_fewer_texts_nothing_that_is_told_becomes_false(
    tmp_path: Path, corpus: Stored, left: tuple[Entry, ...]
) -> None:
    text = draft(FORMULA, DARK, ENDS)
    whole, less = trace(text, corpus), trace(text, held(tmp_path, left))
    known = {each.record.symbol for each in left}
    for before, now in zip(whole.clauses, less.clauses, strict=True):
        for match in now.matches:
            assert {match.earliest.record.symbol, match.latest.record.symbol} <= known
            assert match.texts <= max(each.texts for each in before.matches)
        assert before.matches or not now.matches
    assert f"({len(left)} text" in next(iter(summary(less)))


# Concessions quoted by half

DUTY = (
    "it is the duty of States, regardless of their political, economic and cultural systems, to "
    "promote and protect all human rights and fundamental freedoms"
)
GRANTING = (
    entry("70/1", "2015-12-01", body=[
        "Reaffirms that, while the significance of national and regional particularities and "
        "various historical, cultural and religious backgrounds must be borne in mind, "
        f"{DUTY};", ENDS,
    ]),
    entry("70/2", "2015-12-02", body=[
        "Emphasizes that, while concerns about public security may justify the gathering and "
        "protection of certain sensitive information, States must ensure full compliance with "
        "their obligations under international human rights law;", ENDS,
    ]),
    entry("70/3", "2015-12-03", body=[
        "Recognizes that States should not be excluded from utilizing the benefits of space for "
        "peaceful purposes, but that in doing so they must not contribute to the proliferation of "
        "ballistic missiles;", ENDS,
    ]),
    entry("70/4", "2015-12-04", body=[
        "Stresses that, despite the unilateral closing of harbours by neighbouring towns in times "
        "of drought, the towns upstream shall share water equitably with the towns downstream;",
        ENDS,
    ]),
    entry("70/5", "2015-12-05", body=[
        "Notes that, while considerable progress has been made in lighting rural harbours by "
        "lanterns, many challenges remain in northern districts;", ENDS,
    ]),
    entry("70/6", "2015-12-06", body=[
        "Requests bakers to open early, while the harbour festival lasts among fishing villages, "
        "all lanterns must be lit by wardens;", ENDS,
    ]),
)  # fmt: skip


@pytest.fixture(scope="module")
def granting(tmp_path_factory: pytest.TempPathFactory) -> Stored:
    return held(tmp_path_factory.mktemp("granting"), GRANTING)


def halves(corpus: Stored, *clauses: str) -> list[str]:
    """The texts whose concessions the clauses quote by half."""
    found = trace(draft(*clauses, ENDS), corpus).clauses
    return [each.half_quoted.match.source.record.id for each in found if each.half_quoted]


@pytest.mark.parametrize(
    ("clause", "text"),
    [
        pytest.param(
            "Calls on all States to deal fairly with human rights issues, taking into account the "
            "political, historical, social, religious and cultural characteristics of each "
            "country;", "A/RES/70/1", id="bowed to, in other words",
        ),
        pytest.param(
            "Reaffirms the significance of national and regional particularities and various "
            "historical, cultural and religious backgrounds, as well as of legal systems;",
            "A/RES/70/1", id="nearly in its words",
        ),
        pytest.param(
            "Recalls that concerns about public security may justify the gathering and protection "
            "of certain sensitive information by the competent services;",
            "A/RES/70/2", id="security services",
        ),
        pytest.param(
            "Underlines that no State should be excluded from utilizing the benefits of space for "
            "peaceful purposes;", "A/RES/70/3", id="before a turn",
        ),
        pytest.param(
            "Deplores the unilateral closing of harbours by neighbouring towns in times of "
            "drought;", "A/RES/70/4", id="under a noun's lead",
        ),
    ],
)  # fmt: skip
def test_half_of_a_concession_is_told_once(granting: Stored, clause: str, text: str) -> None:
    """Where the clause is adapted from that very text, the rule is what it leaves out of it."""
    adapted = [
        each.source.record.id
        for each in operative(trace(draft(clause, ENDS), granting)).matches
        if any(re.search("must|shall|duty", words) for words in each.omitted)
    ]
    assert [*adapted, *halves(granting, clause)] == [text]


@pytest.mark.parametrize(
    "clauses",
    [
        pytest.param(
            (
                "Calls on all States to act fairly, taking into account the political, historical, "
                "social, religious and cultural characteristics of each country;",
                "Recalls that all States, regardless of their political, economic and cultural "
                "systems, have the duty to promote and protect all human rights;",
            ), id="the rule is said elsewhere",
        ),
        pytest.param(
            (
                "Welcomes the considerable progress made in lighting rural harbours by lanterns;",
            ), id="the main clause is banal",
        ),
        pytest.param(
            ("Notes that the harbour festival lasts long among fishing villages;",),
            id="while is during",
        ),
        pytest.param(
            ("Calls for trade in accordance with historical, cultural and religious customs;",),
            id="not bowed to",
        ),
        pytest.param(
            ("Welcomes the use of space and its benefits by all States;",), id="the same subject",
        ),
        pytest.param(
            ("Bears in mind cultural and religious festivals, taking into account harbours;",),
            id="a word or two in common",
        ),
    ],
)  # fmt: skip
def test_what_is_no_half_of_a_concession_is_not(granting: Stored, clauses: tuple[str, ...]) -> None:
    assert halves(granting, *clauses) == []


def test_what_its_source_is_told_to_omit_is_not_told_twice(granting: Stored) -> None:
    whole = GRANTING[0].clauses[1].text
    half = whole.replace(f", {DUTY}", "").replace("that, while the", "that the")
    found = operative(trace(draft(half, ENDS), granting))
    assert any("it is the duty of States" in each for each in found.matches[0].omitted)
    assert found.half_quoted is None


def test_a_half_is_told_with_its_words_the_place_and_no_more_certainty_than_there_is(
    granting: Stored,
) -> None:
    clause = (
        "Calls on States to act fairly, bearing in mind the historical, social, religious and "
        "cultural characteristics of each country;"
    )
    provenance = trace(draft(clause, ENDS), granting)
    half = operative(provenance).half_quoted
    assert half is not None
    assert (half.certain, half.main) == (False, DUTY)
    assert half.conceded in half.match.source.text
    (told,) = (
        each for each in sentences(operative(provenance), provenance) if each.startswith("Half of")
    )
    words = "the historical, social, religious and cultural characteristics of each country"
    assert f"“{words}” are like, without being certain to come from, what" in told
    assert "A/RES/70/1, OP1 (1 December 2015)" in told
    assert f"That text goes on: “{DUTY}”" in told
    written = json.loads(to_json(provenance))["clauses"][1]["half_quoted"]
    assert (written["match"]["symbol"], written["main"]) == ("A/RES/70/1", DUTY)
    assert f"goes on: “{DUTY}”" in to_markdown(provenance)


# Forms


def test_the_json_is_what_the_design_says(corpus: Stored) -> None:
    edited = FORMULA.replace("universality", "sovereignty")
    written = to_json(trace(draft(edited, ENDS), corpus))
    told = json.loads(written)
    again = msgspec.json.encode(msgspec.json.decode(written, type=TracedText))
    assert json.loads(again) == told
    assert told["schema"] == "counterdraft/provenance/1"
    assert told["corpus"]["texts"] == 4
    clause = told["clauses"][1]
    assert (clause["paragraph"], clause["verdict"]) == ("op1", "adapted")
    match = clause["matches"][0]
    assert {"symbol", "paragraph", "date", "similarity", "edits"} <= match.keys()
    assert (match["symbol"], match["paragraph"], match["date"]) == (
        "A/RES/79/5",
        "op1",
        "2024-12-01",
    )


def test_the_terminal_shows_changes_with_and_without_colour(corpus: Stored) -> None:
    edited = FORMULA.replace("universality", "sovereignty\x1b[2J")
    found = trace(draft(edited, ENDS), corpus)
    plain = to_text(found, width=70)
    assert max(map(len, plain.splitlines())) <= 70
    assert "[-universality-]" in plain.replace("\n    ", " ")
    assert "\x1b" not in plain
    coloured = to_text(found, width=70, colour=True)
    assert "\x1b[31;9muniversality\x1b[0m" in coloured
    assert "\x1b[2J" not in coloured


def test_the_markdown_holds_no_markup_of_the_texts(corpus: Stored) -> None:
    edited = FORMULA.replace("universality", "<b>*sovereignty*</b>")
    shown = to_markdown(trace(draft(edited, ENDS), corpus))
    assert "~~universality~~" in shown
    assert "<b>" not in shown
    assert "| OP1 | with changes | A/RES/79/5, OP1 (1 December 2024) |" in shown


# The command


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["trace", *map(str, arguments)])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(f"Lanterns\n\nThe General Assembly,\n\n1. {FORMULA}\n\n2. {ENDS}\n")
    return path


def test_the_command_traces_a_file(tmp_path: Path, file: Path) -> None:
    add(tmp_path / "corpus", TEXTS)
    result = run(file, "--corpus", tmp_path / "corpus")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith(
        "Of 2 paragraphs 2 stand word for word, 0 stand with changes and 0 are not found"
    )
    target = tmp_path / "found.json"
    assert run(file, "--corpus", tmp_path / "corpus", "-o", target).exit_code == 0
    assert json.loads(target.read_text())["clauses"][0]["verdict"] == "verbatim"
    again = run(file, "--corpus", tmp_path / "corpus", "-o", target)
    assert again.exit_code == 1
    assert "--force" in again.stderr


def test_without_a_corpus_it_says_how_to_get_one(tmp_path: Path, file: Path) -> None:
    result = run(file, "--corpus", tmp_path / "none")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "counterdraft corpus add" in result.stderr


def test_a_file_with_two_texts_asks_which(tmp_path: Path, file: Path) -> None:
    add(tmp_path / "corpus", TEXTS)
    two = tmp_path / "two.txt"
    two.write_text(f"{file.read_text()}\n\n{file.read_text()}")
    result = run(two, "--corpus", tmp_path / "corpus")
    assert result.exit_code == 1
    assert "--part N" in result.stderr
    assert run(two, "--corpus", tmp_path / "corpus", "--part", "2").exit_code == 0


def test_a_damaged_part_of_the_corpus_is_named_and_the_rest_is_asked(
    tmp_path: Path, file: Path
) -> None:
    folder = tmp_path / "corpus"
    add(folder, TEXTS[:2])
    add(folder, TEXTS[2:])
    victim = sorted(folder.rglob("index"))[0]
    for each in sorted(victim.rglob("*")):
        if each.is_file():
            each.write_bytes(each.read_bytes()[:100])
    result = run(file, "--corpus", folder)
    assert result.exit_code == 1
    assert result.stderr
    assert "Word for word in" in result.stdout


def test_names_of_states_that_few_texts_have_leave_what_is_near_to_be_read_beside_it(
    tmp_path: Path,
) -> None:
    source = (
        "Invites the Council of Harbours to go on with the findings of the lamplighters and to see "
        "that wardens answer, by sending cases to the Court of Lanterns;"
    )
    others = [
        f"Welcomes the {each} of Norway, Chad and Fiji and the lamps that they light;"
        for each in ("oil", "salt", "boats", "mills", "nets", "oars", "ropes", "kilns")
    ]
    rare = held(tmp_path, (entry("79/900", "2024-12-01", body=[source, *others]),))
    named = (
        "Invites the Council of Harbours to ask whether the towns of {} owe salt to the Court of "
        "Lanterns and its porters;"
    )
    long = (
        "the Democratic People's Republic of Korea, Saint Vincent and the Grenadines, Bosnia and "
        "Herzegovina, Trinidad and Tobago and Papua New Guinea"
    )
    for states in ("Norway", long):
        found = operative(trace(draft(named.format(states)), rare))
        assert found.nearest is not None
        assert found.nearest.source.text == source
    assert max(each.score for each in rare.nearest([named.format(long)], 3)[0]) < 300
