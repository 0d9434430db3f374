"""Rules of ``flag``: what clauses would do to a rival, tensions, own sources, asymmetry.

The texts were written for these tests, in the manner of every camp; the States do not exist.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from counterdraft.brief.requests import requests
from counterdraft.flag.flag import flag
from counterdraft.flag.ground import Ground
from counterdraft.flag.registry import RULES
from counterdraft.flag.sources import own_sources_of
from counterdraft.flag.sponsors import stated_sponsors
from counterdraft.flag.subject import same_state, subject
from counterdraft.lexicon.acts import acts, things
from counterdraft.lexicon.effects import effects as effects_table
from counterdraft.lexicon.principles import principles, tensions
from counterdraft.model import Document, Resolution
from counterdraft.model.finding import Finding, Findings
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from tests.drafting import draft as drafted

ROOT = Path(__file__).parent.parent
ABOUT = "Situation of human rights in the Republic of Orlavia"
LAWS = "Human rights, law and cooperation among States"
SCRUTINY = (
    "Takes note of the report of the commission of inquiry, and expresses its concern at the "
    "findings of the commission of inquiry on the Republic of Orlavia;",
    "Urges the Government of the Republic of Orlavia to admit the Special Rapporteur on the "
    "situation of human rights in the Republic of Orlavia;",
    "Decides to continue its examination of the situation of human rights in the Republic of "
    "Orlavia at its eighty-second session.",
)
MEASURES = (
    "Calls upon all States to impose targeted sanctions on those who finance the salt mines;",
)


def text_of(
    *operative: str, title: str = LAWS, preamble: tuple[str, ...] = ()
) -> tuple[Document, Resolution]:
    numbered = [f"{n}. {words}" for n, words in enumerate(operative, 1)]
    opening = preamble or ("Guided by the purposes of the Charter of the United Nations,",)
    text = "\n\n".join([title, "The General Assembly,", *opening, *numbered])
    document = from_text(text.encode(), "draft.txt")
    (resolution,) = parse(document)
    return document, resolution


RIVAL = text_of(*SCRUTINY, title=ABOUT)[1]


def flagged(
    *operative: str, title: str = LAWS, preamble: tuple[str, ...] = (),
    sponsors: tuple[str, ...] = (), rival: Resolution | None = None,
) -> Findings:  # fmt: skip
    document, resolution = text_of(*operative, title=title, preamble=preamble)
    return flag(Ground(document, resolution, sponsors, rival))


def found(findings: Findings, kind: str) -> list[Finding]:
    return [each for each in findings.findings if each.kind == kind]


def rules(findings: Findings, kind: str) -> list[str]:
    return [each.rule for each in found(findings, kind)]


def effects(*operative: str, rival: Resolution | None = RIVAL, title: str = LAWS) -> list[str]:
    return rules(flagged(*operative, title=title, rival=rival), "effect")


# Effect on the rival


@pytest.mark.parametrize(
    "clause",
    [
        "Decides to put an end to country-specific mandates;",
        "Calls upon all States to refrain from submitting resolutions on specific countries;",
        "Encourages Member States to discontinue the practice of calling into question the human "
        "rights situation of particular countries;",
        "Decides that country-specific mandates shall be discontinued as from next year;",
        "Recommends that resolutions on individual countries should no longer be adopted;",
        "Stresses that the singling out of individual States should be brought to an end, and that "
        "the Council must cease naming and shaming;",
        "Decides that no resolution on the situation of human rights in a single country shall be "
        "adopted by its committees;",
        "Decides that the universal periodic review shall be the only mechanism for examining the "
        "situation of human rights in any country;",
        "Calls for the abolition of country mandates;",
        "Recommends that the Council no longer sponsor resolutions against individual States;",
        "Requests the Human Rights Council to delete item 4 from the agenda of the Human Rights "
        "Council;",
    ],
)
def test_an_end_to_scrutiny_of_countries_is_an_effect_on_a_text_about_one(clause: str) -> None:
    (finding,) = found(flagged(clause, rival=RIVAL), "effect")
    assert finding.rule == "effect.ends-scrutiny"
    assert {each.text for each in finding.evidence} == {"this", "rival"}
    assert finding.against


@pytest.mark.parametrize(
    "clause",
    [
        "Recalls that some have proposed to put an end to country-specific mandates;",
        "Decides not to put an end to country-specific mandates;",
        "Decides that country-specific mandates should not be discontinued;",
        "Regrets that country-specific mandates were discontinued;",
        "Decides to include in its agenda the item entitled “An end to country-specific mandates”;",
        "Reaffirms the sovereignty and territorial integrity of all States;",
        "Stresses the importance of avoiding selectivity and double standards;",
        "Requests the Secretary-General to end the distribution of printed reports;",
        "Notes that country-specific mandates exist; decides to end its session on Friday;",
        "Urges the Council to end delays in the renewal of country mandates;",
        "Urges all States to end reprisals against witnesses of country-specific mandates;",
        "Decides that no report shall be considered before it is issued in all languages;",
        "Stresses that the universal periodic review is not the only mechanism for examining the "
        "situation of human rights in any country;",
        "Requests that country rapporteurs be let in without the consent of the country concerned;",
    ],
)
def test_what_does_not_end_scrutiny_is_no_effect(clause: str) -> None:
    assert effects(clause) == []


def test_what_forbids_new_mandates_alone_is_told_so() -> None:
    new = flagged("Decides not to establish any new country-specific mandate;", rival=RIVAL)
    assert "in new cases" in found(new, "effect")[0].statement
    every = flagged("Decides to end every country-specific mandate;", rival=RIVAL)
    assert "in new cases" not in found(every, "effect")[0].statement


def test_consent_of_the_country_concerned_is_a_condition() -> None:
    clause = (
        "Decides that resolutions on particular countries should be adopted only with the consent "
        "of the country concerned;"
    )
    assert effects(clause) == ["effect.conditions-scrutiny"]
    review = (
        "Decides that the consideration of the situation of human rights in a country shall take "
        "place only in the framework of a review and with the agreement of that country;"
    )
    assert effects(review) == ["effect.conditions-scrutiny"]
    ended = "Decides to end country mandates set up without the consent of the State concerned;"
    assert effects(ended) == ["effect.conditions-scrutiny"]


def test_points_are_read_together_with_what_they_hang_on() -> None:
    (finding,) = found(
        flagged(
            "Calls upon States:\n\n(a) To refrain from:\n\n(i) Funding country-specific inquiries;",
            rival=RIVAL,
        ),
        "effect",
    )
    own = [each.paragraph for each in finding.evidence if each.text == "this"]
    assert own == ["op1", "op1.a", "op1.a.i"]


def test_without_a_rival_only_a_general_class_is_told() -> None:
    ends = "Decides to put an end to country-specific mandates;"
    refers = "Urges the Council to refer the situation to the International Criminal Court;"
    assert effects(ends, rival=None) == ["effect.ends-scrutiny"]
    assert effects(refers, rival=None, title=ABOUT) == []


def test_a_new_judgement_falls_on_findings_about_the_same_state_alone() -> None:
    clause = (
        "Requests the Secretary-General to make a fresh assessment of the situation in Orlavia;"
    )
    government = "Welcomes the cooperation of the Government of the Republic of Orlavia;"
    other = "Welcomes the cooperation of the Government of the Kingdom of Hesk;"
    same = "Dialogue with the Republic of Orlavia, and human rights in the Republic of Orlavia"
    assert effects(clause, government, title=same) == ["effect.reopens-findings"]
    hesk = clause.replace("Orlavia", "Hesk")
    assert effects(hesk, other, title="Human rights in the Kingdom of Hesk") == []


def test_the_state_that_a_clause_names_is_what_it_is_about_whatever_the_title() -> None:
    ends = "Decides to discontinue the consideration of the situation of human rights in Orlavia;"
    government = "Welcomes the words of the Government of the Republic of Orlavia;"
    title = "Human rights in the Kingdom of Hesk"
    assert effects(ends, government, title=title) == ["effect.ends-scrutiny"]
    assert effects(ends.replace("Orlavia", "Norway"), title=title) == []


def test_the_same_rules_name_a_referral_to_a_court_when_the_sides_are_exchanged() -> None:
    refers = (
        "Encourages the Security Council to consider referral of the situation in the Republic of "
        "Orlavia to the International Criminal Court;"
    )
    government = "Welcomes the cooperation of the Government of the Republic of Orlavia;"
    ends = "Decides to put an end to country-specific mandates;"
    counter = text_of(government, ends, title="Human rights in the Republic of Orlavia")[1]
    told = found(flagged(*SCRUTINY, refers, title=ABOUT, rival=counter), "effect")
    assert {each.rule for each in told} == {
        "effect.refers-to-court",
        "effect.keeps-what-rival-ends",
    }
    court = next(each for each in told if each.rule == "effect.refers-to-court")
    assert "op2" in [each.paragraph for each in court.evidence if each.text == "rival"]
    # a rival that asks for the same is not hurt by it
    also = text_of(government, refers, title="Human rights in the Republic of Orlavia")[1]
    assert effects(refers, *SCRUTINY, title=ABOUT, rival=also) == []
    # nor is one of the same mind, such as the text of the year before
    assert effects(refers, *SCRUTINY, title=ABOUT, rival=RIVAL) == []


def test_a_body_that_one_text_ends_and_the_other_extends_is_named_on_either_side() -> None:
    ends = "Decides to dissolve with immediate effect the Panel of Experts on the Salt Road;"
    whole = "the mandate of the Panel of Experts on the Salt Road;"
    extends = f"Decides to extend until 30 June 2027 {whole}"
    assert effects(ends, rival=text_of(extends)[1]) == ["effect.ends-body"]
    assert effects(extends, rival=text_of(ends)[1]) == ["effect.keeps-body"]
    # not where it is another body, where both go on with it, or where no rival is known
    other = "Decides to extend until 30 June 2027 the mandate of the Monitoring Team;"
    assert effects(ends, rival=text_of(other)[1]) == []
    assert effects(extends, rival=text_of(extends, ends)[1]) == []
    assert effects(ends) == []


@pytest.mark.parametrize(
    "mandate",
    [
        "Panel of Experts appointed pursuant to its resolution on the arms embargo",
        "Working Group on the salt trade",
        "Special Rapporteur on the right to food",
    ],
)
def test_a_mandate_on_no_country_is_no_scrutiny_of_one(mandate: str) -> None:
    extends = f"Decides to extend the mandate of the {mandate};"
    ends = text_of("Calls upon all States to put an end to country-specific mandates;")[1]
    assert effects(extends, rival=ends) == []
    country = "Special Rapporteur on the situation of human rights in the Kingdom of Hesk"
    extends = f"Decides to extend the mandate of the {country};"
    assert effects(extends, rival=ends) == ["effect.keeps-what-rival-ends"]


def test_no_act_is_read_into_another_word_or_a_date_that_it_sets() -> None:
    spoken = (
        "Endorses the documents developed by the Panel of Experts;",
        "Urges all States to use end user certificates, as the Panel of Experts proposed;",
    )
    extends = text_of("Decides to renew the mandate of the Panel of Experts;")[1]
    dated = "Requests a report prior to the termination of the mandate of the Panel of Experts;"
    assert effects(dated, rival=extends) == []
    assert effects(*spoken, rival=extends) == []


def test_to_this_end_ends_nothing_and_a_rate_is_no_body() -> None:
    extends = text_of("Decides to renew the mandate of the Panel of Experts;")[1]
    asks = (
        "Decides to go on, and to this end requests a report with the help of the Panel of Experts;"
    )
    assert effects(asks, rival=extends) == []
    assert effects("Decides to end the mandate of the Panel of Experts;", rival=extends) == [
        "effect.ends-body"
    ]
    abolishes = "Decides to abolish one post of officer in the Panel of Experts;"
    assert effects(abolishes, rival=extends) == []


def test_measures_are_ended_by_one_side_and_asked_for_by_the_other() -> None:
    ends = "Urges all States to refrain from adopting unilateral coercive measures;"
    imposes = text_of(*MEASURES, title=ABOUT)[1]
    assert effects(ends, rival=imposes) == ["effect.lifts-measures"]
    assert effects(*MEASURES, rival=text_of(ends)[1]) == ["effect.imposes-measures"]
    assert effects(ends, rival=RIVAL) == []


# Tensions


def test_a_concern_of_all_and_an_end_to_looking_cannot_both_be_meant() -> None:
    concern = (
        "Reaffirming that human rights are a legitimate concern of the international community,"
    )
    ends = "Decides to put an end to country-specific mandates;"
    (finding,) = found(flagged(ends, preamble=(concern,)), "tension")
    assert [each.paragraph for each in finding.evidence] == ["pp1", "op1"]
    assert found(flagged(ends), "tension") == []
    assert found(flagged("Decides to meet;", preamble=(concern,)), "tension") == []


@pytest.mark.parametrize(
    ("principle", "clause", "invoked"),
    [
        ("impartiality", "guided by the principles of objectivity and non-selectivity", True),
        ("impartiality", "the principles of humanity, neutrality and impartiality", False),
        ("impartiality", "the principles of peacekeeping, including impartiality", False),
        ("impartiality", "the principles of impartiality and independence in giving aid", False),
        ("own-review", "to implement the recommendations of the universal periodic review", True),
        ("own-review", "to implement the recommendations of the review of its situation", True),
        ("own-review", "to implement the recommendations of the strategic review", False),
        ("own-review", "the implementation of the recommendations of such reviews", False),
    ],
)
def test_other_impartiality_and_other_reviews_are_no_principle_of_human_rights(
    principle: str, clause: str, invoked: bool
) -> None:
    assert bool(principles()[principle].forms.search(clause)) is invoked


def test_measures_rejected_and_asked_for_are_in_tension() -> None:
    rejects = "Rejects all unilateral coercive measures;"
    (told,) = found(flagged(rejects, *MEASURES), "tension")
    assert told.rule == "tension.measures-both-ways"
    assert [each.paragraph for each in told.evidence] == ["op1", "op2"]
    assert rules(flagged(*MEASURES), "tension") == []
    for other in (
        "Urges States to refrain from applying unilateral coercive measures;",
        "Decides not to impose targeted sanctions on the salt mines;",
        "Stresses the harm of sanctions that some impose on the salt mines;",
    ):
        assert rules(flagged(rejects, other), "tension") == []


def test_a_mandate_set_up_and_mandates_ended_are_in_tension() -> None:
    keeps = "Decides to extend the mandate of the Special Rapporteur on the situation in Orlavia;"
    ends = "Decides to discontinue country-specific mandates;"
    (told,) = found(flagged(keeps, ends), "tension")
    assert told.rule == "tension.mandate-both-ways"
    assert [each.paragraph for each in told.evidence] == ["op1", "op2"]
    assert rules(flagged(keeps), "tension") == []
    assert rules(flagged(ends), "tension") == []
    heard = "Recalls that some proposed to discontinue country-specific mandates;"
    assert rules(flagged(keeps, heard), "tension") == []


def test_access_without_hindrance_and_with_consent_alone_are_in_tension() -> None:
    opens = "Urges all parties to grant rapid and unimpeded humanitarian access to the salt towns;"
    closes = (
        "Stresses that humanitarian access must be granted only with the consent of the State "
        "concerned;"
    )
    (told,) = found(flagged(opens, closes), "tension")
    assert told.rule == "tension.access-and-consent"
    assert [each.paragraph for each in told.evidence] == ["op1", "op2"]
    assert rules(flagged(opens, "Welcomes the consent of the State concerned;"), "tension") == []
    assert rules(flagged(closes), "tension") == []


@pytest.mark.parametrize("sponsor", ["Republic of Orlavia", "Norway", "Cuba"])
def test_impartiality_and_an_own_source_are_in_tension_whoever_sponsors(sponsor: str) -> None:
    impartial = "Reaffirming that human rights should be guided by impartiality and objectivity,"
    relies = (
        f"Requests the High Commissioner to report, on the basis of the report of the National "
        f"Institute for Human Rights of {sponsor};"
    )
    told = flagged(relies, preamble=(impartial,), sponsors=(sponsor,))
    assert rules(told, "tension") == ["tension.impartial-and-own-source"]
    assert rules(told, "self_reference") == ["self_reference.own-source"]
    assert rules(flagged(relies, preamble=(impartial,), sponsors=("Fiji",)), "tension") == []


# Self-reference, asymmetry, sponsors


@pytest.mark.parametrize(
    "clause",
    [
        "Takes note of the report of the Institute for Human Rights of Norway;",
        "Welcomes the report of the Special Rapporteur on the situation of human rights in Norway;",
        "Welcomes the initial report of the Government of Norway on the Convention;",
        "Welcomes the report of the Institute for Human Rights of Cuba;",
        "Welcomes the memorandum of understanding between the Government of Norway and the Office;",
    ],
)
def test_neutral_verbs_bodies_of_the_united_nations_and_others_sources_are_no_self_reference(
    clause: str,
) -> None:
    assert rules(flagged(clause, sponsors=("Norway",)), "self_reference") == []


@pytest.mark.parametrize("whose", ["European Commission", "African Court", "Nordic Council"])
def test_what_an_organ_of_several_states_says_of_one_is_not_its_own(whose: str) -> None:
    clause = f"Welcomes the report of the {whose} on lamps in Norway;"
    assert rules(flagged(clause, sponsors=("Norway",)), "self_reference") == []
    own = "Welcomes the report of the Commission on lamps in Norway;"
    assert rules(flagged(own, sponsors=("Norway",)), "self_reference") != []


def test_an_institution_named_in_full_once_is_known_by_its_short_name() -> None:
    told = flagged(
        "Welcomes the white paper entitled “Salt”, issued by the National Centre of Law of Norway;",
        "Requests the Secretary-General to act in view of the white paper of the National Centre;",
        sponsors=("Norway",),
    )
    (finding,) = found(told, "self_reference")
    assert [each.paragraph for each in finding.evidence] == ["op1", "op2"]


def test_a_source_that_is_only_noted_is_known_by_its_short_name_where_it_is_welcomed() -> None:
    told = flagged(
        "Takes note of the report “Salt”, published by the Ministry of Foreign Affairs of Norway;",
        "Welcomes the report of the Ministry of Foreign Affairs;",
        sponsors=("Norway",),
    )
    (finding,) = found(told, "self_reference")
    assert [each.paragraph for each in finding.evidence] == ["op2"]


@pytest.mark.parametrize(
    "clause",
    [
        "Welcomes the conclusions of the High Council for Human Rights of Norway;",
        "Takes note of the report of the National Commission of Inquiry of Norway, and welcomes "
        "its findings;",
    ],
)
def test_what_an_own_institution_found_is_borne_out_by_a_later_verb_too(clause: str) -> None:
    assert rules(flagged(clause, sponsors=("Norway",)), "self_reference")


@pytest.mark.parametrize(
    "clause",
    [
        "Welcomes the national plan, as reflected in the report of the Government of Norway;",
        "Acknowledges the reports by the Government of Norway of the release of prisoners;",
        "Notes that drought may contribute to hunger, and stresses the need for assessments by the "
        "Government of Norway;",
        "Commends those who published the report of the talks, and encourages the Government of "
        "Norway to act;",
        "Welcomes the report of the UN Commission on Human Rights in Norway;",
        "Welcomes the report of the Office of the African Union Commission in Norway;",
    ],
)
def test_what_is_only_cited_or_is_anothers_is_borne_out_by_no_verb(clause: str) -> None:
    assert rules(flagged(clause, sponsors=("Norway",)), "self_reference") == []


@pytest.mark.parametrize(
    ("clause", "own"),
    [
        ("Welcomes the report of the Government of Fiji to the Human Rights Committee;", False),
        ("Welcomes the report of the Ministry of Salt of Fiji, submitted in 2024 to the Committee "
         "against Torture;", False),
        ("Welcomes the report of the Norwegian Ministry of Salt under the universal periodic "
         "review;", False),
        ("Welcomes the report of the Ministry of Salt of Fiji to the Parliament of Fiji;", True),
    ],
)  # fmt: skip
def test_a_report_that_a_state_owes_to_a_body_of_the_united_nations_is_none_of_its_own(
    clause: str, *, own: bool
) -> None:
    assert bool(own_sources_of(drafted(clause).resolution)) is own


@pytest.mark.parametrize(
    "clause",
    [
        "Welcomes the report of the Commission of the European Union on lamps;",
        "Welcomes the report of the European Union Agency for Lamps;",
    ],
)
def test_an_organ_of_the_group_that_sponsors_a_text_is_its_own_source(clause: str) -> None:
    (finding,) = found(flagged(clause, sponsors=("European Union",)), "self_reference")
    assert "the group that sponsors the text" in finding.why
    assert rules(flagged(clause, sponsors=("Norway",)), "self_reference") == []


def test_who_is_asked_most_is_counted_whatever_the_title_says() -> None:
    asks = ("Demands that Peru withdraw its lamps;",) * 3 + ("Requests the Council to meet;",)
    title = "Aggression against Norway"
    (finding,) = found(flagged(*asks, title=title, sponsors=("Norway",)), "asymmetry")
    assert finding.statement.startswith("3 requests of 4 go to one State (Peru), which is none of")
    assert "what one State does" in finding.against[0]
    assert found(flagged(*asks, title=title, sponsors=("Peru",)), "asymmetry") == []


@pytest.mark.parametrize(
    "title",
    [
        "International Day of Lamps in Norway",
        "Lamps in Africa",
        "Financing of the United Nations Mission in Norway",
        "2030 World Cup in Norway",
    ],
)
def test_a_day_a_budget_or_a_region_is_no_text_on_the_state_in_its_title(title: str) -> None:
    asks = ("Calls upon all Member States to contribute, and the people of Africa to watch;",) * 4
    assert found(flagged(*asks, title=title, sponsors=("Norway", "Africa")), "asymmetry") == []


def test_what_is_asked_is_counted_on_either_side() -> None:
    asks = (
        "Encourages the Government of Norway to publish its plan;",
        "Requests the Secretary-General to report;", "Requests the Security Council to meet;",
        "Calls upon all Member States to contribute;",
    )  # fmt: skip
    own = flagged(*asks, title="Human rights in Norway", sponsors=("Norway",))
    (finding,) = found(own, "asymmetry")
    assert finding.statement.startswith("1 request of 4 goes to the State that the text is about")
    assert "weaker" in finding.why
    most = ("Urges the Government of Norway to publish its plan;",) * 3 + asks[1:2]
    (other,) = found(
        flagged(*most, title="Human rights in Norway", sponsors=("Fiji",)), "asymmetry"
    )
    assert "none of its sponsors" in other.statement
    assert found(flagged(*most, title="Human rights in Norway"), "asymmetry") == []


def test_requests_are_counted_as_the_brief_counts_them() -> None:
    asks = (
        "Urges the Government of Norway to publish its plan, and also urges the Government of "
        "Norway to count the lamps;",
        "Urges the Government of Norway and all Member States to keep the light;",
        "Requests the Secretary-General to report;",
    )
    told = text_of(*asks, title="Human rights in Norway")
    flags = flagged(*asks, title="Human rights in Norway", sponsors=("Fiji",))
    (finding,) = found(flags, "asymmetry")
    assert len(requests(told[1])) == 4
    assert finding.statement.startswith("3 requests of 4 go to the State")


def test_the_government_of_the_only_state_asked_is_that_state_and_them_is_nobody_known() -> None:
    asks = (
        "Urges the Government of Norway to publish its plan;",
        "Calls upon the Government to publish its plan;",
        "Notes the work of the harbour, and calls upon them to go on;",
    )
    told = flagged(*asks, *asks[:1], title="Human rights in Norway", sponsors=("Fiji",))
    (finding,) = found(told, "asymmetry")
    assert finding.statement.startswith("3 requests of 4 go to the State")
    assert "Asked of others: nothing." in finding.why
    assert "Asked of those who are not named: “calls upon” (OP3)." in finding.why
    two = (*asks, "Urges the Government of Peru to publish its plan;")
    (other,) = found(
        flagged(*two, *asks[:1] * 3, title="Human rights in Norway", sponsors=("Fiji",)),
        "asymmetry",
    )
    assert "(OP2)" in other.why.split("not named: ")[1]


def test_whose_a_draft_is_comes_from_the_words_around_it_or_is_not_known() -> None:
    document, resolution = text_of("Decides to meet;")

    def around(words: str) -> tuple[str, ...]:
        whole = from_text(f"{words}\n\n\n{document.text}".encode(), "article.txt")
        (draft,) = parse(whole)
        return stated_sponsors(whole, draft)

    assert around("Last week Fiji circulated the draft in New York.") == ("Fiji",)
    assert around("This is a draft resolution submitted by Fiji on Monday.") == ("Fiji",)
    assert around("Fiji circulated the draft. Later Peru tabled a draft too.") == ()
    assert around("Fiji spoke of the draft that Peru has read.") == ()
    assert stated_sponsors(document, resolution) == ()


def test_a_state_that_no_table_knows_is_a_subject_only_where_it_has_a_government() -> None:
    governed = "Urges the Government of the Republic of Orlavia to open its ports;"
    known = subject(text_of(governed, title=ABOUT)[1])
    assert known is not None
    assert known.name == "Republic of Orlavia"
    assert subject(text_of("Decides to meet;", title=ABOUT)[1]) is None
    assert subject(text_of(governed, title="Norway and Fiji in the United Nations")[1]) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Republic of Korea", "Democratic People's Republic of Korea"),
        ("Congo", "Democratic Republic of the Congo"),
        ("Republic of Orlavia", "Republic of Hesk"),
        ("Norway", "Orlavia"),
    ],
)
def test_names_that_end_alike_are_not_one_state(one: str, other: str) -> None:
    assert not same_state(one, other)
    assert same_state(one, one)
    assert same_state("Orlavia", "Republic of Orlavia")


# Of all rules


def test_evidence_is_the_words_of_the_document() -> None:
    document, resolution = text_of(
        *SCRUTINY, "Decides to end country-specific mandates;", title=ABOUT
    )
    told = flag(Ground(document, resolution, rival=RIVAL)).findings
    assert told
    for finding in told:
        assert finding.against
        for quoted in finding.evidence:
            if quoted.text == "this" and quoted.span:
                assert quoted.quote == quoted.span.of(document.text)


def test_rules_that_lack_something_are_said_to_be_left_out() -> None:
    told = flagged("Decides to meet;")
    assert {each.rule: each.needs for each in told.not_run}[
        "self_reference.own-source"
    ] == "sponsors"
    assert not {each.rule for each in told.not_run} & set(told.ran)


def test_every_rule_is_documented_with_all_that_is_to_be_known_of_it() -> None:
    page = (ROOT / "docs" / "flags.md").read_text(encoding="utf-8")
    entry_of = re.compile(r"^### `([\w.-]+)`\n(.*?)(?=^##|\Z)", re.DOTALL | re.MULTILINE)
    entries = dict(entry_of.findall(page))
    assert sorted(entries) == sorted(rule.id for rule in RULES)
    for rule, entry in entries.items():
        for part in ("Finds", "Why", "Evidence", "Against it", "Source"):
            assert f"\n- **{part}**:" in entry, f"{rule} does not say {part}"


def test_tables_speak_of_acts_objects_and_principles_that_there_are() -> None:
    pairs = {f"{act}:{thing}" for act in acts() for thing in things()}
    for effect in effects_table():
        assert {*effect.acts, *effect.meets} <= pairs
        assert {effect.rests, effect.unless} <= {*things(), ""}
    for tension in tensions():
        assert tension.first in {*principles(), *pairs}
        assert {*tension.second, tension.also} <= {*pairs, "own-source", ""}


def test_ids_are_unique_and_begin_with_their_kind() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(rule.id.startswith(f"{rule.kind}.") for rule in RULES)
