"""Coverage: what a text addresses, mentions and alludes to, how it stands to it, what it omits."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from counterdraft.cover.beside import beside
from counterdraft.cover.cover import cover
from counterdraft.draft.annexes import annex_lines
from counterdraft.errors import OtherLanguage
from counterdraft.lexicon.mandate import Mandate
from counterdraft.lexicon.mandate_files import parsed, shipped
from counterdraft.model import Document, Resolution
from counterdraft.model.coverage import Coverage, CoverEvidence, TopicCover
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

EXAMPLES = Path(__file__).parent.parent / "examples"
OWN = """
id = "salt"
name = "Labour in the salt works"
source = "written for a test"
camp = "nobody"

[[topic]]
id = "salt"
name = "Salt works"
definition = "Work in the salt works."
source = "written for a test"
terms = ["salt works"]
touches = ["salt", "transfer of workers"]
organisations = ["Guild of Salters"]
citations = ["A/RES/80/412"]
excepting = ["salt works museum"]
named = [{ name = "the salt commission", terms = ["salt commission"] }]
[[topic.together]]
one = ["workers"]
with = ["districts"]
within = 6

[[topic]]
id = "camps"
name = "Camps"
definition = "Camps, named as such."
source = "written for a test"
terms = ["labour camp", "closed settlement"]
naming = "addresses"
treaties = ["cat"]

[[condition]]
id = "visit"
name = "A visit"
definition = "A visit is asked for."
source = "written for a test"
must = "hold"
terms = ["visit"]

[[condition]]
id = "sovereignty"
name = "No sovereignty"
definition = "Sovereignty is not invoked."
source = "written for a test"
must = "not hold"
terms = ["sovereignty"]

[[condition]]
id = "bargain"
name = "No bargain"
definition = "It is no bargain."
source = "written for a test"
must = "not hold"
unreadable = "It cannot be read off a text."
"""


@cache
def own() -> Mandate:
    return parsed(OWN.encode(), "own.toml")


def text_of(*operative: str, preamble: tuple[str, ...] = ("Guided by the Charter,",)) -> str:
    paragraphs = [f"{n}. {each}" for n, each in enumerate(operative, 1)]
    return "\n\n".join(["The General Assembly,", *preamble, *paragraphs])


def read(text: str) -> tuple[Document, Resolution]:
    document = from_text(text.encode(), "draft.txt")
    (resolution,) = parse(document)
    return document, resolution


def covered(*operative: str, preamble: tuple[str, ...] = ("Guided by the Charter,",)) -> Coverage:
    document, resolution = read(text_of(*operative, preamble=preamble))
    return cover(document, resolution, own())


def topic(coverage: Coverage, name: str) -> TopicCover:
    return next(each for each in coverage.topics if each.id == name)


def salt(*operative: str) -> CoverEvidence:
    (evidence,) = topic(covered(*operative), "salt").evidence
    return evidence


@pytest.mark.parametrize(
    ("clause", "degree", "why"),
    [
        ("Condemns work in the salt works;", "addressed", "head of a clause"),
        ("Condemns all forms of work, including in the salt works of the north and wherever "
         "else people are made to work against their will by those who govern them;",
         "mentioned", "by the way"),
        ("Notes the report entitled “Life in the salt works of the north, and what became of all "
         "those who went there”;", "mentioned", "by the way"),
        ("Notes the efforts made over so many years for those who mine copper, tin, lead, coal, "
         "zinc, the salt works, "
         "quarries and kilns;", "mentioned", "by the way"),
        ("Notes the price of salt;", "mentioned", "touched"),
        ("Recalls its resolution 80/412 of 18 December 2025;", "mentioned", "touched"),
        ("Thanks the Guild of Salters;", "alluded", "not named"),
        ("Urges that workers be let go from the districts;", "addressed", "head of a clause"),
    ],
)  # fmt: skip
def test_a_paragraph_goes_as_far_as_its_words_do(clause: str, degree: str, why: str) -> None:
    evidence = salt(clause)
    assert evidence.degree == degree
    assert why in evidence.why


@pytest.mark.parametrize(
    "clause",
    [
        "Welcomes the salt works museum;",
        "Notes the saltworks;",
        "Notes the workers, and regrets what became of all who used to live in the districts;",
    ],
)
def test_what_is_no_sign_is_not_counted(clause: str) -> None:
    assert topic(covered(clause), "salt").verdict == "silent"


def test_what_is_named_several_times_by_the_way_is_addressed_all_the_same() -> None:
    clause = (
        "Notes all forms of work, including in the salt works of the north, in the towns of the "
        "south and the west, and of workers in the districts;"
    )
    assert "several terms" in salt(clause).why


def test_a_crime_is_not_named_in_passing() -> None:
    clause = (
        "Notes the many reports on the matter, including on those who were seen in one labour "
        "camp by people who had gone there to find their families and were not let in there;"
    )
    (evidence,) = topic(covered(clause), "camps").evidence
    assert (evidence.degree, evidence.why) == ("addressed", "to name it is to address it")


def test_the_name_of_a_treaty_alludes_to_its_subject_and_names_nothing() -> None:
    found = topic(covered("Recalls the Convention against Torture;"), "camps")
    assert (found.verdict, found.evidence[0].by[:6]) == ("alluded", "treaty")


def test_what_is_alluded_to_is_told_only_where_nothing_says_more() -> None:
    found = topic(covered("Thanks the Guild of Salters;", "Condemns the salt works;"), "salt")
    assert [each.paragraph for each in found.evidence] == ["op2"]


@pytest.mark.parametrize(
    ("clause", "stance"),
    [
        ("Condemns the salt works;", "raises"),
        ("Notes with concern the salt works;", "raises"),
        ("Recalls that people suffer in the salt works;", "raises"),
        ("Urges the Government to close the salt works;", "asks"),
        ("Welcomes the efforts of the Government in the salt works;", "praises"),
        ("Notes with appreciation the progress made in the salt works;", "praises"),
        ("Recalls that claims on the salt works are unfounded;", "denies"),
        (
            "Welcomes the reports of the Organization for Security and Cooperation on abuses in "
            "the salt works;",
            "reports",
        ),
        ("Welcomes the report on the salt works;", "reports"),
        ("Recalls the salt works;", "reports"),
    ],
)
def test_the_stance_is_that_of_the_verb_and_of_what_it_says(clause: str, stance: str) -> None:
    assert salt(clause).stance == stance


def test_a_subparagraph_stands_under_the_verb_above_it() -> None:
    document, resolution = read(
        text_of("Expresses its concern about:\n\n(a) Life in the salt works;\n\n(b) Salt;")
    )
    found = topic(cover(document, resolution, own()), "salt").evidence
    assert [(each.paragraph, each.stance) for each in found] == [
        ("op1.a", "raises"),
        ("op1.b", "raises"),
    ]
    assert {each.verb for each in found} == {"Expresses its concern"}


def test_every_quotation_stands_where_it_is_said_to() -> None:
    document = from_text((EXAMPLES / "rival.txt").read_bytes(), "rival.txt")
    (resolution,) = parse(document)
    places = {each.id: each.span for each in resolution.paragraphs}
    places |= {each.id: each.span for each in annex_lines(document, resolution)}
    found = cover(document, resolution, shipped("coi-dprk"))
    evidence = [each for topic in found.topics for each in topic.evidence]
    assert evidence
    for each in evidence:
        assert each.quote == each.span.of(document.text)
        assert places[each.paragraph].holds(each.span)
        assert each.by
        assert each.why


def test_what_the_topic_rests_on_is_named_or_said_not_to_be() -> None:
    assert topic(covered("Notes salt;"), "salt").unnamed == ("the salt commission",)
    assert topic(covered("Notes the salt commission;"), "salt").unnamed == ()


def test_a_condition_is_met_by_what_asks_and_only_touched_by_what_reports() -> None:
    def verdicts(*clauses: str) -> dict[str, str]:
        return {each.id: each.verdict for each in covered(*clauses).conditions}

    asked = verdicts("Urges the Government to receive a visit;", "Reaffirms its sovereignty;")
    assert asked == {"visit": "met", "sovereignty": "bears on", "bargain": "cannot be told"}
    told = verdicts("Recalls a visit;")
    assert told == {"visit": "bears on", "sovereignty": "not found", "bargain": "cannot be told"}


FRENCH = (
    "Condamne les travaux des salines et la torture que subissent ceux qui y sont conduits de "
    "force, et demande instamment que soient libérées sans délai toutes les personnes qui y sont "
    "détenues par les autorités du pays, que les responsables soient jugés, et que les familles "
    "soient informées de leur sort, comme le veut le droit international"
)


@pytest.mark.parametrize(("text", "language"), [(FRENCH, "en"), (FRENCH, "fr"), ("大会", "zh")])
def test_a_text_in_another_language_is_not_called_silent(text: str, language: str) -> None:
    document = replace(from_text(text.encode(), "draft.txt"), language=language)
    with pytest.raises(OtherLanguage, match="recognised in English"):
        cover(document, None, own())


def test_an_amendment_document_is_read_by_its_blocks() -> None:
    document, resolution = read(text_of("Condemns the salt works;"))
    found = cover(document, replace(resolution, paragraphs=()), own())
    assert topic(found, "salt").verdict == "addressed"
    assert topic(found, "salt").evidence[0].paragraph.startswith("block")


def test_a_document_without_a_draft_is_read_block_by_block() -> None:
    document = from_text(b"The salt works must be closed.\n\nNobody is there.", "report.txt")
    found = cover(document, None, own())
    (evidence,) = topic(found, "salt").evidence
    assert (found.places, evidence.paragraph, evidence.stance) == (2, "block1", "asks")


def test_texts_beside_each_other_say_who_leaves_it_out() -> None:
    here, there = covered("Notes salt."), covered("Condemns the salt works and a labour camp.")
    rival = {each.topic: each.said for each in beside(here, there, "rival").topics}
    assert rival["salt"] == "mentioned here, addressed in draft.txt"
    assert rival["camps"] == "left out here; addressed in draft.txt"
    since = {each.topic: each.said for each in beside(here, there, "predecessor").topics}
    assert since["camps"] == "dropped since draft.txt, where it was addressed"
    assert since["salt"] == "weaker than in draft.txt: mentioned, there addressed"


def test_a_stance_is_told_in_full_beside_another() -> None:
    here, there = covered("Welcomes the efforts in the salt works;"), covered("Notes salt works;")
    said = {each.topic: each.said for each in beside(here, there, "rival").topics}["salt"]
    assert said.endswith("; this one praises what is done, the other reports it")


def test_figures_have_a_row_for_each_place_and_each_silent_topic() -> None:
    columns = covered("Condemns the salt works;").columns()
    assert columns["topic"][:2] == ["salt", "camps"]
    assert columns["paragraph"][:2] == ["op1", None]
    assert columns["kind"] == ["topic"] * 2 + ["condition"] * (len(columns["kind"]) - 2)


def test_exchanging_the_names_of_states_changes_nothing() -> None:
    text = (EXAMPLES / "rival.txt").read_text(encoding="utf-8")
    for mandate in ("coi-dprk", "friendly-relations"):
        results = []
        for name in ("Orlavia", "Chile", "Iceland"):
            document, resolution = read(text.replace("Orlavia", name))
            found = cover(document, resolution, shipped(mandate))
            results.append(
                [(t.id, t.verdict, t.stance, [(e.paragraph, e.degree) for e in t.evidence])
                 for t in found.topics]
            )  # fmt: skip
        assert results[0] == results[1] == results[2]


@pytest.mark.parametrize(
    ("name", "clause"),
    [
        ("non_selectivity", "Deplores the lack of independence and impartiality of the judges;"),
        ("non_selectivity", "Recalls the principles of humanity, neutrality and impartiality;"),
    ],
)
def test_impartial_judges_and_aid_are_not_about_selectivity(name: str, clause: str) -> None:
    found = cover(*read(text_of(clause)), shipped("friendly-relations"))
    assert topic(found, name).verdict == "silent"


def test_a_declaration_named_by_its_title_is_no_duty_addressed() -> None:
    clause = (
        "Reaffirms the Declaration on Principles of International Law concerning Friendly "
        "Relations and Cooperation among States in accordance with the Charter;"
    )
    found = cover(*read(text_of(clause)), shipped("friendly-relations"))
    assert topic(found, "cooperation").verdict == "mentioned"


@pytest.mark.parametrize(
    ("mandate", "name", "clause"),
    [
        (
            "friendly-relations", "use_of_force",
            "Reaffirms that the acquisition of territory by force is inadmissible;",
        ),
        (
            "friendly-relations", "sovereign_equality",
            "Reaffirms the sovereign right of all countries to develop their own legal systems;",
        ),
        ("friendly-relations", "peaceful_settlement", "Regrets the stalling of the peace process;"),
        (
            "friendly-relations", "self_determination",
            "Calls upon Orlavia, the occupying Power, to open the road to the coast;",
        ),
        (
            "accountability", "sanctions",
            "Calls for measures of accountability, including targeted measures against settlers;",
        ),
        ("accountability", "victims", "Stresses access to remedies;"),
        (
            "mechanisms", "special_procedures",
            "Requests all special rapporteurs and working groups to take this into account;",
        ),
        (
            "unilateral-coercive-measures", "effects",
            "Expresses concern about the adverse effects of such measures on the people;",
        ),
        ("core-treaties", "equality", "Calls upon States to open the wells without distinction;"),
        ("core-treaties", "health", "Notes the toll on health and livelihoods;"),
    ],
)  # fmt: skip
def test_no_mandate_is_silent_on_what_a_clause_plainly_says(
    mandate: str, name: str, clause: str
) -> None:
    found = cover(*read(text_of(clause)), shipped(mandate))
    assert topic(found, name).verdict != "silent"


def test_a_title_in_quotation_marks_mentions_what_to_name_is_to_address() -> None:
    titled = text_of("Decides to take up the item entitled \u201cThe labour camp of Orlavia\u201d.")
    named = text_of("Decides to take up, after the report and its annexes, the labour camp.")
    (mentioned,) = topic(cover(*read(titled), own()), "camps").evidence
    (addressed,) = topic(cover(*read(named), own()), "camps").evidence
    assert (mentioned.degree, addressed.degree) == ("mentioned", "addressed")
