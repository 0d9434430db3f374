"""The seed: an article of October 2014 with a draft inside, and what a careful analyst finds in it.

It is not ours to publish, so it lies beside the checkout (``../shared/seed``) and not in it.
"""

from __future__ import annotations

import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from counterdraft.corpus.add import add
from counterdraft.corpus.entries import entry_of
from counterdraft.corpus.stored import Stored
from counterdraft.jobs.traced import traced as with_titles
from counterdraft.model import Document, Paragraph, Provenance, Resolution
from counterdraft.model.register import Entry
from counterdraft.model.verdict import Verdict
from counterdraft.parse.parse import parse
from counterdraft.read.from_akn import from_akn
from counterdraft.read.read import read
from counterdraft.registers.held import Held
from counterdraft.registers.shipped import shipped
from counterdraft.verify.verify import verify

SEED = Path(__file__).parent.parent.parent / "shared" / "seed" / "000_a34b27da3f2bbd3d.txt"

ARCHIVE = SEED.parent.parent / "data" / "ga-english-74-79.zip"
# Of these numbers are the texts that the draft was made from, and those with the formula.
BEARING = (
    *("74_151", "76_164", "78_197", "74_159", "75_178", "76_162", "78_200", "78_201"),
    *("74_154", "79_167"),
)

pytestmark = pytest.mark.skipif(not SEED.exists(), reason=f"there is no {SEED}")

DPRK = "Democratic People’s Republic of Korea"


@cache
def document() -> Document:
    return read(SEED.read_bytes(), SEED.name)


@cache
def draft() -> Resolution:
    (only,) = parse(document())
    return only


def paragraph(name: str) -> Paragraph:
    return next(each for each in draft().paragraphs if each.id == name)


def asked(name: str) -> list[tuple[str, str]]:
    return [(each.class_, each.verb) for each in paragraph(name).addressees]


# Where it is, and what it is


def test_it_is_a_draft_of_the_general_assembly() -> None:
    assert (draft().kind, draft().organ) == ("draft", "General Assembly")


def test_its_title_lacks_the_quotation_mark_that_the_source_lost() -> None:
    assert draft().title == (
        f"Dialogue and cooperation in the promotion and protection of human rights in the {DPRK}"
    )


def test_it_says_neither_symbol_nor_session_nor_sponsor_nor_date() -> None:
    said = draft()
    assert (said.symbol, said.session, said.sponsors, said.date) == (None, None, (), None)
    assert (said.committee, said.agenda_item) == (None, None)


def test_it_has_nine_preambular_and_eight_operative_paragraphs() -> None:
    ids = [each.id for each in draft().paragraphs]
    assert ids == [f"pp{n}" for n in range(1, 10)] + [f"op{n}" for n in range(1, 9)]


def test_each_part_is_numbered_from_one() -> None:
    numbers = [each.number for each in draft().paragraphs]
    assert numbers == [str(n) for n in (*range(1, 10), *range(1, 9))]


def test_the_article_before_it_is_none_of_it() -> None:
    first = draft().paragraphs[0]
    assert first.text.startswith("Reaffirming the necessity for genuine cooperation")
    assert draft().span.of(document().text).startswith("The General Assembly,")


def test_the_navigation_after_it_is_none_of_it() -> None:
    last = draft().paragraphs[-1]
    assert last.text.endswith("cultural characteristics of individual countries.")
    assert draft().span.end == last.span.end


def test_it_has_neither_headings_nor_annexes() -> None:
    assert (draft().headings, draft().annexes) == ((), ())


# Phrases


def test_the_initiating_phrases_of_the_preamble() -> None:
    assert [each.phrase for each in draft().paragraphs[:9]] == [
        *("Reaffirming", "Also Reaffirming", "Noting with appreciation", "Welcoming", "Noting"),
        *("Hoping", "Recognizing", "Noting with appreciation", "Taking note"),
    ]


def test_taking_note_keeps_its_preposition_as_a_verb() -> None:
    assert paragraph("pp9").verbs[0].text == "Taking note of"


def test_the_initiating_phrases_of_the_operative_part() -> None:
    assert [each.phrase for each in draft().paragraphs[9:]] == [
        *("Reaffirms", "Reaffirms also", "Encourages", "Recommends"),
        *("Welcomes", "Requests", "Requests", "Calls on"),
    ]


def test_welcoming_goes_on_with_encouraging() -> None:
    assert [verb.lemma for verb in paragraph("op5").verbs] == ["welcome", "encourage"]


# Who is asked to do what


@pytest.mark.parametrize("name", [f"pp{n}" for n in range(1, 10)] + ["op1", "op2", "op3"])
def test_nobody_is_named_as_asked(name: str) -> None:
    assert asked(name) == []


def test_the_sponsor_itself_is_asked_once() -> None:
    assert asked("op4") == [("named_state", "Recommends")]
    (sponsor,) = paragraph("op4").addressees
    assert (sponsor.name or "").replace("'", "’") == DPRK
    requests = [each for p in draft().paragraphs for each in p.addressees]
    assert [each.class_ for each in requests].count("named_state") == 1


def test_all_member_states_are_encouraged_to_resume_dialogue() -> None:
    assert ("member_states", "encourages") in asked("op5")


def test_the_office_and_the_mechanisms_are_requested_to_respond() -> None:
    assert [verb for _, verb in asked("op6")] == ["Requests", "Requests"]
    assert asked("op6")[0] == ("un_secretariat", "Requests")
    assert paragraph("op6").addressees[1].text.endswith("UN human rights mechanism")


def test_the_secretary_general_and_the_mechanisms_are_requested_to_reassess() -> None:
    assert asked("op7")[0] == ("secretary_general", "Requests")
    assert paragraph("op7").addressees[1].text.endswith("UN human rights mechanism")
    assert len(asked("op7")) == 2


def test_all_member_states_are_called_on() -> None:
    assert asked("op8") == [("member_states", "Calls on")]


def test_no_report_and_no_deadline_is_asked_of_anybody() -> None:
    assert [each.id for each in draft().paragraphs if each.reporting or each.deadline] == []


# What it cites


def test_two_resolutions_are_cited_and_no_more() -> None:
    cited = {each.id: [c.symbol for c in each.citations] for each in draft().paragraphs}
    assert {name: symbols for name, symbols in cited.items() if symbols} == {
        "op7": ["A/RES/66/157", "A/RES/68/100"]
    }


def test_the_draft_gives_no_date_for_them() -> None:
    assert [each.date for each in paragraph("op7").citations] == [None, None]


@pytest.mark.parametrize(
    ("name", "kind", "start"),
    [
        ("pp3", "day", "2014-05-01"),
        ("pp4", "day", "2013-07-03"),
        ("pp4", "day", "2014-09-09"),
        ("pp5", "month", "2014-05"),
        ("pp7", "day", "2014-09-13"),
    ],
)
def test_claims_have_their_dates(name: str, kind: str, start: str) -> None:
    assert (kind, start) in [(each.kind, each.start) for each in paragraph(name).dates]


def test_no_other_date_is_named() -> None:
    named = {each.id: len(each.dates) for each in draft().paragraphs if each.dates}
    assert named == {"pp3": 1, "pp4": 2, "pp5": 1, "pp7": 1}


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("pp1", ["UN Charter"]),
        (
            "pp4",
            [
                "Convention on the Rights of Persons with Disabilities",
                "Optional Protocol to the Convention on the Rights of the Child on the "
                "Sale of Children, Child Prostitution and Child Pornography",
            ],
        ),
        ("op1", ["UN Charter"]),
        ("op7", []),
    ],
)
def test_treaties_are_named_once_each(name: str, words: list[str]) -> None:
    assert [each.text for each in paragraph(name).treaties] == words


# Problems


def test_nothing_about_it_is_odd() -> None:
    assert draft().problems == ()


# What it leaves out


@cache
def traced(as_of: str | None = None) -> Provenance:
    """The draft held against the General Assembly's texts that bear on it."""
    with TemporaryDirectory() as folder, zipfile.ZipFile(ARCHIVE) as archive:
        names = [Path(each) for each in archive.namelist()]
        texts = [
            entry_of(each)
            for name in names if name.stem.removeprefix("A_RES_").startswith(BEARING)
            for each in parse(from_akn(archive.read(str(name)), name.name))
        ]  # fmt: skip
        add(Path(folder), texts)
        return with_titles(draft(), Stored(Path(folder)), as_of)


@pytest.mark.skipif(not ARCHIVE.exists(), reason=f"there is no {ARCHIVE}")
def test_it_bows_to_particularities_and_leaves_out_the_duty_of_states() -> None:
    halves = {each.paragraph: each.half_quoted for each in traced().clauses if each.half_quoted}
    assert list(halves) == ["op8"]
    half = halves["op8"]
    assert half.span.of(document().text) == (
        "the political, historical, social, religious and cultural characteristics of individual "
        "countries"
    )
    assert half.main.startswith("it is the duty of States, regardless of their political")
    assert not half.certain


def test_op1_is_like_the_series_that_the_draft_cites_and_no_other() -> None:
    first = next(each for each in traced().clauses if each.paragraph == "op1").matches[0]
    assert (first.source.record.symbol, first.source.paragraph) == ("A/RES/78/197", "op2")
    assert (first.texts, first.adopted.without_vote, first.adopted.recorded) == (3, 3, 0)
    same = " ".join(each.text for each in first.edits if each.op == "same")
    assert "without external interference" in same
    assert any("every State has the duty to respect that right" in each for each in first.omitted)


@pytest.mark.parametrize("as_of", [None, "2014-10-20"])
def test_of_texts_of_2019_and_later_it_is_not_said_to_be_made(as_of: str | None) -> None:
    from counterdraft.wording.traced import sentences

    found = traced(as_of)
    told = " ".join(said for each in found.clauses for said in sentences(each, found))
    assert "Found, with changes, in A/RES/78/197, OP6 (19 December 2023)" in told
    assert "dapted" not in told
    assert ("which is later than 20 October 2014" in told) == bool(as_of)
    assert ("without being certain to come from" in told) == (as_of is None)


def test_what_the_draft_is_silent_on() -> None:
    from counterdraft.cover.cover import cover
    from counterdraft.lexicon.mandate_files import shipped

    found = cover(document(), draft(), shipped("coi-dprk"))
    topics = {each.id: each for each in found.topics}
    patterns = [each.verdict for each in found.topics[:9]]
    assert set(patterns) == {"silent", "alluded"}
    alluded = {
        each.id: [e.paragraph for e in each.evidence] for each in found.topics[:9] if each.evidence
    }
    assert alluded == {
        "food": ["pp8"],
        "discrimination": ["pp4"],
        "disappearance": ["pp5", "pp6"],
    }
    assert topics["food"].stance == "praises"
    assert topics["crimes_against_humanity"].verdict == topics["accountability"].verdict == "silent"
    unnamed = ("the Commission of Inquiry", "its report", "the Special Rapporteur")
    assert topics["mechanisms"].unnamed == unnamed


def test_which_conditions_of_a_dialogue_the_draft_meets() -> None:
    from counterdraft.cover.cover import cover
    from counterdraft.lexicon.mandate_files import shipped

    found = cover(document(), draft(), shipped("dialogue")).conditions
    said = {each.id: (each.verdict, [e.paragraph for e in each.evidence]) for each in found}
    assert said == {
        "no_bargain": ("cannot be told", []),
        "high_commissioner": ("met", ["op6"]),
        "sovereignty": ("bears on", ["op1", "op3"]),
    }


# What it claims, as of the day on which it was circulated


@cache
def claims() -> tuple[Verdict, ...]:
    return verify(document(), draft(), [shipped()], "2014-10-15").verdicts


def claim(name: str, words: str) -> Verdict:
    (found,) = [each for each in claims() if each.paragraph == name and words in each.claim]
    return found


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("pp3", "1 May 2014"),
        ("pp4", "3 July 2013"),
        ("pp4", "9 September 2014"),
        ("pp5", "talks"),
        ("pp6", "17th Asian Games"),
        ("pp7", "13 September 2014"),
    ],
)
def test_what_it_claims_to_have_happened_holds(name: str, words: str) -> None:
    verdict = claim(name, words)
    assert verdict.verdict == "holds"
    assert verdict.question is None
    assert verdict.entries


def test_its_signatures_are_no_ratifications() -> None:
    for day in ("3 July 2013", "9 September 2014"):
        assert any("not a ratification" in each for each in claim("pp4", day).nearby)


def test_a_register_of_years_does_not_settle_its_days() -> None:
    years = Entry(
        register="years", act="ratification", subject=DPRK.replace("’", "'"), object="crc-op-sc",
        date="2014", value="ratification or accession", source="years",
    )  # fmt: skip
    text = document().text.replace("signing by the DPRK", "ratification by the DPRK")
    altered = read(text.encode(), "altered.txt")
    (resolution,) = parse(altered)
    found = verify(altered, resolution, [Held("years", [years])], "2014-10-15").verdicts
    (ratified,) = [each for each in found if "9 September 2014" in each.claim]
    assert ratified.verdict == "unknown"


def test_the_report_that_it_relies_on_is_the_sponsors_own() -> None:
    assert "own side" in claim("pp7", "report").nearby[0]


def test_what_it_accepted_is_told_by_each_source() -> None:
    (verdict,) = [each for each in claims() if each.act == "recommendations"]
    assert verdict.claim == "recommendations it accepted"
    assert verdict.verdict == "contested"
    assert {each.value for each in verdict.entries} == {
        "accepted: 0, noted: 167", "accepted: 81, of: 167",
    }  # fmt: skip


def test_what_others_are_said_to_have_praised_is_attributed() -> None:
    praised = [each.paragraph for each in claims() if each.verdict == "attributed"]
    assert praised == ["pp3", "pp9"]


def test_the_citation_that_does_not_fit_is_put_as_a_question_each_time() -> None:
    asked_of = [each for each in claims() if each.act == "citation"]
    assert [each.claim for each in asked_of] == ["68/100", "68/100"]
    assert [each.paragraph for each in asked_of][1] == "op7"
    for each in asked_of:
        assert (
            each.question == "Is A/RES/68/100 meant here, “Assistance to the Palestinian people”?"
        )
        assert "A/RES/69/242" in each.entries[0].source


def test_names_that_are_nearly_right_are_put_as_questions() -> None:
    named = [each.claim for each in claims() if each.act == "name"]
    assert named == [
        "Committee of Inquiry", "Universal Review Process", "High Commissioner of Human Rights",
        "High Commissioner of Human Rights",
    ]  # fmt: skip


def test_nothing_in_it_is_said_not_to_hold() -> None:
    assert [each.claim for each in claims() if each.verdict == "does not hold"] == []
