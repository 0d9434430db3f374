"""Who is asked to do what, by which verb, by when; and who is only mentioned."""

from __future__ import annotations

import pytest

from counterdraft.model import Addressee, Paragraph
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

GA, SC = "General Assembly", "Security Council"


def paragraphs(words: str, organ: str = GA, *, preamble: str = "") -> tuple[Paragraph, ...]:
    first = preamble or "Recalling its rules"
    text = f"The {organ},\n\n{first},\n\n1. {words}\n\n2. Takes note of it."
    (resolution,) = parse(from_text(text.encode(), "x"))
    return resolution.paragraphs


def asked(words: str, organ: str = GA) -> tuple[Addressee, ...]:
    return paragraphs(f"{words};", organ)[1].addressees


def classes(words: str, organ: str = GA) -> list[str]:
    return [each.class_ for each in asked(words, organ)]


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("Urges all States not to adopt unilateral tolls", "not to adopt unilateral tolls"),
        (
            "Calls upon all Member States neither to recognize the tolls nor to apply them",
            "neither to recognize the tolls nor to apply them",
        ),
        (
            "Requests the Secretary-General, in duties relating to the promotion of the right to "
            "development, to count the lamps",
            "in duties relating to the promotion of the right to development, to count the lamps",
        ),
    ],
)
def test_what_is_not_to_be_done_never_reads_as_what_is(words: str, action: str) -> None:
    paragraph = paragraphs(f"{words};")[1]
    (one,) = paragraph.addressees
    assert one.action is not None
    start = one.action.start - paragraph.span.start
    assert paragraph.text[start : one.action.end - paragraph.span.start] == action


def test_them_are_those_whom_the_verb_before_asks() -> None:
    found = asked(
        "Requests the Secretary-General and all States to count the lamps of the agencies of the "
        "mandate of the Special Rapporteur, and also requests them to light them"
    )
    assert [(each.text, each.class_) for each in found] == [
        ("the Secretary-General", "secretary_general"), ("all States", "member_states"),
        ("them", "secretary_general"), ("them", "member_states"),
    ]  # fmt: skip


# One class after another


@pytest.mark.parametrize(
    ("actor", "class_"),
    [
        ("Member States", "member_states"),
        ("all States", "member_states"),
        ("Governments", "member_states"),
        ("all countries", "member_states"),
        ("States parties to the Convention on the Rights of the Child", "member_states"),
        ("all member states", "member_states"),
        ("the Government of Myanmar", "named_state"),
        ("Japan", "named_state"),
        ("the Democratic People’s Republic of Korea", "named_state"),
        ("the Syrian authorities", "named_state"),
        ("the Secretary-General", "secretary_general"),
        ("the Secretary General of the UN", "secretary_general"),
        ("his Special Envoy", "secretary_general"),
        ("the Office of the United Nations High Commissioner for Human Rights", "un_secretariat"),
        ("OHCHR", "un_secretariat"),
        ("the United Nations Office on Drugs and Crime", "un_secretariat"),
        ("the Department of Global Communications", "un_secretariat"),
        ("the Secretariat", "un_secretariat"),
        ("the United Nations system", "un_entities"),
        ("relevant United Nations agencies, funds and programmes", "un_entities"),
        ("UNICEF", "un_entities"),
        ("the World Health Organization", "un_entities"),
        ("the specialized agencies", "un_entities"),
        ("the Human Rights Council", "ga_body"),
        ("the President of the General Assembly", "ga_body"),
        ("the Advisory Committee on Administrative and Budgetary Questions", "ga_body"),
        ("the Economic and Social Council", "ga_body"),
        ("the Commission on the Status of Women", "ga_body"),
        ("the Security Council", "security_council"),
        (
            "the Special Rapporteur on the situation of human rights in Myanmar",
            "special_procedures",
        ),
        ("the Committee on the Rights of the Child", "special_procedures"),
        ("the treaty bodies", "special_procedures"),
        ("the European Union", "regional_orgs"),
        ("regional and subregional organizations", "regional_orgs"),
        ("the World Bank", "ifis"),
        ("international financial institutions", "ifis"),
        ("civil society", "civil_society"),
        ("non-governmental organizations", "civil_society"),
        ("the media", "civil_society"),
        ("the private sector", "private_sector"),
        ("business enterprises", "private_sector"),
        ("donors", "donors"),
        ("all those in a position to do so", "donors"),
        ("relevant stakeholders", "all_stakeholders"),
        ("the international community", "all_stakeholders"),
    ],
)
def test_an_actor_has_its_class(actor: str, class_: str) -> None:
    assert set(classes(f"Encourages {actor} to read the present resolution")) == {class_}


def test_an_addressee_has_its_words_and_the_verb_that_asks() -> None:
    (one,) = asked("Also strongly urges all relevant Member States to act without delay")
    assert (one.text, one.verb, one.force) == (
        "all relevant Member States",
        "Also strongly urges",
        "urge",
    )


def test_an_addressee_has_what_is_asked() -> None:
    words = "Requests the Secretary-General to count the lamps"
    paragraph = paragraphs(f"{words};")[1]
    (one,) = paragraph.addressees
    assert one.action is not None
    start = one.action.start - paragraph.span.start
    assert paragraph.text[start : one.action.end - paragraph.span.start] == "to count the lamps"


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Urges the Government of Myanmar to act", ["Myanmar"]),
        ("Urges Japan and the Republic of Korea to act", ["Japan", "Republic of Korea"]),
        ("Recommends the DPRK to continue", ["Democratic People's Republic of Korea"]),
        ("Calls upon Trinidad and Tobago to act", ["Trinidad and Tobago"]),
        ("Calls upon the Republic of Orlavia to act", ["Orlavia"]),
    ],
)
def test_a_state_is_named(words: str, names: list[str]) -> None:
    assert [each.name for each in asked(words)] == names


# Several


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Calls upon Member States and relevant stakeholders to act",
            ["member_states", "all_stakeholders"],
        ),
        (
            "Invites UNICEF, the World Health Organization and the World Bank to act",
            ["un_entities", "un_entities", "ifis"],
        ),
        (
            "Encourages States, the United Nations system, civil society and businesses to act",
            ["member_states", "un_entities", "civil_society", "private_sector"],
        ),
        (
            "Urges States, as well as regional organizations, to act",
            ["member_states", "regional_orgs"],
        ),
        (
            "Requests the Secretary-General to report, and invites Member States to comment",
            ["secretary_general", "member_states"],
        ),
        (
            "Welcomes the report, and encourages all member states to read it",
            ["member_states"],
        ),
        ("Recommends that Member States adopt the plan", ["member_states"]),
        (
            "Requests the Secretary-General and the Human Rights Council to act",
            ["secretary_general", "ga_body"],
        ),
    ],
)
def test_everybody_who_is_asked_is_found(words: str, expected: list[str]) -> None:
    assert classes(words) == expected


# The organ itself


@pytest.mark.parametrize(
    ("words", "organ", "expected"),
    [
        ("Decides to include the item in the provisional agenda", GA, ["ga_body"]),
        ("Decides to remain seized of the matter", GA, ["ga_body"]),
        ("Also decides to convene a meeting", GA, ["ga_body"]),
        ("Decides to remain actively seized of the matter", SC, ["security_council"]),
        ("Decides that all States shall freeze the funds", SC, ["member_states"]),
        ("Decides that the mandate shall end", GA, []),
        ("Expresses its intention to review the measures", SC, ["security_council"]),
    ],
)
def test_what_an_organ_decides(words: str, organ: str, expected: list[str]) -> None:
    assert classes(words, organ) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Takes note of it, and decides to request the Secretary-General to report on it",
         ("the Secretary-General", "decides to request", "request", True)),
        ("Decides to invite the Union of Lamps to participate in its sessions",
         ("the Union of Lamps", "Decides to invite", "invite", False)),
        ("Decides to recommend that the Sixth Committee count the lamps",
         ("the Sixth Committee", "Decides to recommend", "recommend", False)),
        ("Decides to invite to the commission representatives of the harbours to light it",
         ("", "Decides", "decide", False)),
        ("Decides to establish a body to request States to act", ("", "Decides", "decide", False)),
    ],
)  # fmt: skip
def test_what_an_organ_decides_to_ask_is_asked_of_others(
    words: str, expected: tuple[str, str, str, bool]
) -> None:
    (one,) = asked(words)
    assert (one.text, one.verb, one.force, one.reporting) == expected


def test_the_organ_that_speaks_of_itself_has_no_words() -> None:
    (one,) = asked("Decides to remain seized of the matter")
    assert (one.text, one.verb) == ("", "Decides")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Demands that all parties to the conflict cease fire", ["armed_parties"]),
        ("Calls upon the parties to stop the fighting", ["armed_parties"]),
        ("Requests the Committee to report", ["security_council"]),
        ("Urges the Government of Mali to act", ["named_state"]),
    ],
)
def test_in_the_security_council(words: str, expected: list[str]) -> None:
    assert classes(words, SC) == expected


# Asides and mentions


def test_who_is_joined_past_an_aside_is_named_without_what_joins_them() -> None:
    words = "Requests the Lamp Board, through the command of its force, and France to report to it"
    assert [each.text for each in asked(words)][-1] == "France"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Requests the Secretary-General, in consultation with States and civil society, to act",
            ["secretary_general"],
        ),
        (
            "Encourages States, in cooperation with the United Nations system, to act",
            ["member_states"],
        ),
        (
            "Urges States, individually and through regional or global organizations, to act",
            ["member_states"],
        ),
        (
            "Requests the Secretary-General to invite Member States and donors to submit views",
            ["secretary_general"],
        ),
        (
            "Requests the Secretary-General to report to the Assembly and the Security Council",
            ["secretary_general"],
        ),
        (
            "Invites the Special Rapporteur to go on advising Governments and businesses",
            ["special_procedures"],
        ),
        (
            "Calls upon all States, especially donors, to act as the Secretary-General requests",
            ["member_states", "donors"],
        ),
        (
            "Requests the High Commissioner, upon request and with the support of UNDP, to act",
            ["un_secretariat"],
        ),
        (
            "Encourages States that have received requests from the Human Rights Council to act",
            ["member_states"],
        ),
    ],
)
def test_who_is_named_in_an_aside_is_not_asked(words: str, expected: list[str]) -> None:
    assert classes(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Welcomes the efforts of the Secretary-General to bring peace",
        "Takes note of the report of the Secretary-General to the Human Rights Council",
        "Takes note of the request of the Committee to the Secretary-General to report",
        "Reaffirms the right of all States to choose their systems",
        "Recognizes that Member States have the duty to act",
        "Notes that the Security Council requested the Secretary-General to report",
        "Commends UNICEF and the World Bank for their work",
        "Calls for the release of all prisoners",
        "Calls for efforts to end hunger",
        "Encourages efforts to end hunger",
        "Regrets that the Government of Myanmar has not agreed to act",
        "Approves the report of the Board of Auditors",
        "Expresses its appreciation to Governments and to civil society",
        "Condemns the failure of Japan to act",
        "Considers that the Secretary-General was asked to report",
        "Emphasizes that calls by States to act were heard",
        "Recalls that it urged all States to act",
        "Takes note of the decision of the Union, which condemns the acts and urges States to act",
    ],
)
def test_nobody_is_asked(words: str) -> None:
    assert asked(words) == ()


@pytest.mark.parametrize(
    "words",
    [
        "Recalling its request to the Secretary-General to report",
        "Noting that it called upon all States to act",
        "Calling upon all States to act",
    ],
)
def test_a_preamble_asks_nobody(words: str) -> None:
    assert paragraphs("Decides so;", preamble=words)[0].addressees == ()


# Lists


def test_the_points_of_a_list_name_whom_the_verb_above_asks() -> None:
    text = "Requests:\n\n(a) The Secretary-General to report;\n\n(b) Member States to help;"
    found = [[each.class_ for each in p.addressees] for p in paragraphs(text)[1:4]]
    assert found == [[], ["secretary_general"], ["member_states"]]


def test_the_points_of_a_list_are_what_is_asked_of_those_above() -> None:
    text = (
        "Calls upon the Government of Myanmar:\n\n(a) To free Member States’ envoys;\n\n(b) To act;"
    )
    found = [[each.class_ for each in p.addressees] for p in paragraphs(text)[1:4]]
    assert found == [["named_state"], [], []]


# By when, and whether a report is asked for


@pytest.mark.parametrize(
    ("action", "deadline"),
    [
        ("report to it at its eightieth session", "at its eightieth session"),
        ("act by 2030", "by 2030"),
        ("act no later than 1 March 2027", "no later than 1 March 2027"),
        ("act by the end of 2025", "by the end of 2025"),
        ("act before 31 December 2025", "before 31 December 2025"),
        ("report within 30 days on this", "within 30 days"),
        ("report every 90 days", "every 90 days"),
        ("act during its seventy-ninth session", "during its seventy-ninth session"),
        ("act within six months of the adoption", "within six months of the adoption"),
        ("continue their work", None),
        ("carry out the work of the past two years", None),
        ("implement its resolution 60/251 of 15 March 2006", None),
        ("learn from the events of 2014", None),
        ("work within the limits of its budget", None),
    ],
)
def test_a_time_limit_is_in_the_texts_own_words(action: str, deadline: str | None) -> None:
    paragraph = paragraphs(f"Requests the Secretary-General to {action};")[1]
    assert paragraph.deadline == deadline
    assert [each.deadline for each in paragraph.addressees] == [deadline]


@pytest.mark.parametrize(
    ("words", "reporting"),
    [
        ("Calls upon the Special Rapporteur no longer to report to the Assembly", False),
        ("Requests the Secretary-General not to submit any further report", False),
        ("Decides that the Secretary-General shall no longer report to it", False),
        ("Requests the Secretary-General not only to report on it, but to come", True),
        ("Requests that the Secretary-General report to it", True),
        ("Requests that the Panel of Experts provide a report on the lamps", True),
        ("Requests that the Panel of Experts provides an update on the lamps", True),
        ("Recommends that the Assembly transmit the report of the Panel to the Council", False),
    ],
)
def test_a_report_that_is_to_end_is_not_asked_for(words: str, reporting: bool) -> None:
    paragraph = paragraphs(f"{words};")[1]
    assert [each.reporting for each in paragraph.addressees] == [reporting]
    assert not paragraph.addressees[0].text.endswith("no longer")


@pytest.mark.parametrize(
    ("action", "reporting"),
    [
        ("report to the General Assembly", True),
        ("submit a report on this", True),
        ("submit to it, at its next session, a comprehensive report", True),
        ("present an oral update", True),
        ("provide an interim report", True),
        ("keep the Council informed", True),
        ("brief the Council regularly", True),
        ("continue, and to report thereon", True),
        ("include information on this in his next report", True),
        ("continue their work", False),
        ("take into account the report of the Committee", False),
        ("implement the recommendations of the report", False),
        ("improve the quality of reports submitted by States", False),
        ("support the reporters", False),
        ("bring the report to the attention of States", False),
        ("provide information on the missing to their families", False),
        ("provide information on the missing to the Council", True),
        ("discontinue his annual report on lamps", False),
        ("consider the annual report on lamps", False),
        ("cease submitting reports to the Council", False),
        ("cease, to the same end, to wait, and to inform the Council", True),
        ("stop reporting to the Council, and to submit a final report", True),
        ("strengthen the capacity to report on lamps", False),
        ("note the legal aspects of the report to be submitted by the Mayor", False),
        ("see to it that those who physically report to the quay are paid", False),
        ("compile a final report on the lamps", True),
        ("include a chapter on lamps in his May 2027 report", True),
        ("consider them in the context of the next report of the Mayor", False),
    ],
)
def test_whether_a_report_is_asked_for(action: str, reporting: bool) -> None:
    paragraph = paragraphs(f"Requests the Secretary-General to {action};")[1]
    assert paragraph.reporting is reporting


@pytest.mark.parametrize(
    ("act", "reporting"),
    [
        ("provide to the Council, after discussion with it, an interim update by 1 May 2027", True),
        ("provides regular updates", True),
        ("brief the Council every 60 days", True),
        ("also keep the Council regularly informed", True),
        ("give a full report", True),
        ("provide lamps to the families", False),
        ("update the lamps", False),
        ("keep the lamps of the Council", False),
    ],
)
def test_a_report_that_a_clause_asks_for(act: str, reporting: bool) -> None:
    paragraph = paragraphs(f"Requests that the Secretary-General {act};")[1]
    assert paragraph.reporting is reporting


@pytest.mark.parametrize("how", ["directly to the Conference", "periodically", "through the Board"])
def test_a_body_that_shall_report_is_asked_for_a_report(how: str) -> None:
    assert paragraphs(f"Decides that the Panel shall report {how};")[1].reporting
    assert not paragraphs(f"Decides that the findings of the report {how} stand;")[1].reporting


def test_what_was_reported_sets_nobody_a_limit() -> None:
    words = "Takes note of the report submitted by the Secretary-General at its eightieth session;"
    paragraph = paragraphs(words)[1]
    assert (paragraph.deadline, paragraph.reporting) == (None, False)


def test_each_request_has_its_own_limit() -> None:
    one, other = asked("Requests States to act by 2030, and requests the Secretary-General to help")
    assert (one.deadline, other.deadline) == ("by 2030", None)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Encourages source countries to consider such lamps", ["source countries"]),
        (
            "Encourages lamp-making development partners to give",
            ["lamp-making development partners"],
        ),
        ("Invites the Coalition to consider lamps", ["the Coalition"]),
        ("Requests the latter to report on lamps", ["the latter"]),
        ("Requests the development system to buy lamps", ["the development system"]),
        ("Encourages support for source countries to buy lamps", []),
        ("Encourages further efforts to buy lamps", []),
        ("Urges timely action to ensure light", []),
        ("Requests the present report to be submitted", []),
    ],
)
def test_who_is_asked_may_be_named_by_words_that_nobody_listed(
    words: str, expected: list[str]
) -> None:
    assert [each.text for each in asked(words)] == expected


def test_an_office_whose_name_lists_groups_of_states_asks_none_of_them() -> None:
    name = (
        "the Office of the High Representative for the Least Developed Countries, Landlocked "
        "Developing Countries and Small Island Developing States"
    )
    (one,) = asked(f"Invites {name} to count the lamps")
    assert (one.text, one.class_) == (name, "un_secretariat")


def whom(words: str, organ: str = GA) -> list[tuple[str, str]]:
    return [(each.text, each.class_) for each in asked(words, organ)]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Calls upon the lamp and police services of the harbour to act", "other"),
        ("Calls on all lamplighters other than strangers to act", "other"),
        ("Encourages oil assistance providers to consider it", "other"),
        ("Encourages the Authority to continue its work", "other"),
        ("Requests the 1540 Committee to take note of it", "security_council"),
        ("Urges neighbouring states to support it", "member_states"),
        ("Urges regional organisations to support it", "regional_orgs"),
        ("Requests the leadership of the lamp service to report monthly", "other"),
    ],
)
def test_whom_a_verb_asks_is_known_by_the_head_of_the_phrase(words: str, who: str) -> None:
    ((_, class_),) = whom(words, SC)
    assert class_ == who


@pytest.mark.parametrize(
    "words",
    [
        "Urges timely action to light the lamps",
        "Encourages the efforts of towns to light the lamps",
        "Requests regular updates on the lamps to include the harbours",
        "Encourages the Agreement to be read",
        "Encourages partnerships of many in order to allow for an exchange",
        "Requests a revision of the list to include the harbours",
    ],
)
def test_a_thing_is_nobody_who_is_asked(words: str) -> None:
    assert asked(words) == ()


def test_it_and_him_are_asked_though_nobody_knows_who_they_are() -> None:
    assert whom("Welcomes the lamps, and encourages it to continue") == [("it", "other")]
    found = whom("Welcomes the work of the Special Rapporteur, and invites him to continue")
    assert found == [("him", "special_procedures")]
    assert whom("Welcomes her lamps, and encourages her Office to continue")[0][0] == "her Office"


def test_them_are_never_one_office() -> None:
    words = (
        "Acknowledges the work of stakeholders, such as the Advocate of the Secretary-General for "
        "Lamps, and urges them to continue"
    )
    assert whom(words) == [("them", "all_stakeholders")]
    alone = "Supports the efforts of the Dusk Union, with the United Nations, and encourages them"
    assert whom(f"{alone} to continue") == [("them", "other")]
    high = "Notes the wish of the Orlavian High Council for Lamps, and calls upon them to talk"
    assert whom(high) == [("them", "other")]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("until 31 July 2030, all Member States shall light lamps", ["all Member States"]),
        ("if a Member State has lamps, then the Member State shall say so", ["the Member State"]),
        (
            "lamps are lit, and that all States shall count them, and that the Committee shall "
            "publish the count",
            ["all States", "the Committee"],
        ),
        ("all Member States shall, upon discovery, seize lamps", ["all Member States"]),
        ("the working group shall be open to all States", []),
    ],
)
def test_every_that_shall_of_a_decision_binds_whom_it_names(words: str, who: list[str]) -> None:
    assert [each.text for each in asked(f"Decides that, {words}", SC)] == who
    assert [each.text for each in asked(f"Decides that {words}", SC)] == who


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("the Dusk Mission shall count the lamps", ["the Dusk Mission"]),
        ("the Lampkeeper, working with all States, shall count lamps", ["the Lampkeeper"]),
        ("until 31 March 2031 UNLAMP shall keep its lamps", ["UNLAMP"]),
        ("for each such lamp Member States shall name a keeper", ["Member States"]),
        ("the Dusk List shall cease to apply", []),
        ("the Lantern Agreement shall govern the lamps", []),
        ("from 1 May 2031 the name of the Committee shall read anew", []),
        ("the Committee may name lamps and all States shall light them", ["all States"]),
        ("all States are required to deny it light", ["all States"]),
        ("the Committee shall henceforth be known as the Lamp Committee", []),
        (
            "if any vessel has refused to be looked at after that has been allowed by the State "
            "whose flag it flies under paragraph 7 of resolution 1874 (2009), or if any other "
            "vessel has refused to be looked at under paragraph 12 of resolution 1874 (2009), all "
            "States shall deny it entry",
            ["all States"],
        ),
    ],
)
def test_the_subject_of_shall_may_be_unknown_or_stand_far_behind(
    words: str, who: list[str]
) -> None:
    assert [each.text for each in asked(f"Decides that {words}", SC)] == who


def test_shall_may_lead_to_a_list() -> None:
    text = "Decides that all States shall:\n\n(a) Light lamps;\n\n(b) Count them"
    assert [each.text for each in asked(text, SC)] == ["all States"]


@pytest.mark.parametrize(
    "aside", ["for the period referred to in paragraph 2 above", "in order to aid the Committee"]
)
def test_an_aside_may_stand_before_that(aside: str) -> None:
    assert [e.text for e in asked(f"Decides, {aside}, that all States shall light", SC)] == [
        "all States"
    ]


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("the 1540 Committee to count lamps", "the 1540 Committee"),
        ("the 1267/1989 Monitoring Team to count lamps", "the 1267/1989 Monitoring Team"),
        ("the Counter-Terrorism Committee to count lamps", "the Counter-Terrorism Committee"),
    ],
)
def test_committees_of_the_security_council_are_its_own(words: str, who: str) -> None:
    assert whom(f"Requests {words}", SC) == [(who, "security_council")]


def test_those_involved_are_named_with_what_they_are() -> None:
    (one,) = asked("Demands that all parties involved allow access to the lamps", SC)
    assert one.action is not None
    assert one.action.start == one.span.end + len(" involved ")


def test_directs_asks_within_a_paragraph_too() -> None:
    found = whom("Notes the list, and directs the Committee to publish it", SC)
    assert found == [("the Committee", "security_council")]


def test_calls_for_something_and_for_somebody_to_act_asks_them() -> None:
    assert [
        t for t, _ in whom("Calls for its revision, and for the Islamic Republic of Iran to act")
    ] == ["the Islamic Republic of Iran"]


@pytest.mark.parametrize(
    ("words", "action"),
    [
        (
            "Calls upon States, with a view to achieving peace, to light lamps",
            "with a view to achieving peace, to light lamps",
        ),
        ("Calls upon the States referred to in paragraph 4 to light lamps", "to light lamps"),
        ("Requests the Panel established pursuant to resolution 9 to count", "to count"),
        (
            "Authorizes the Mission, without impeding its capacity to act, to light lamps",
            "without impeding its capacity to act, to light lamps",
        ),
    ],
)
def test_what_is_asked_begins_at_the_verbs_own_infinitive(words: str, action: str) -> None:
    paragraph = paragraphs(f"{words};", SC)[1]
    (one,) = paragraph.addressees
    assert one.action is not None
    start = one.action.start - paragraph.span.start
    assert paragraph.text[start : one.action.end - paragraph.span.start] == action


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("submit, by the third quarter of 2030, a list", "by the third quarter of 2030"),
        ("restore the lamps which existed there prior to 30 June 2000", None),
        ("read the decisions of the sixtieth session", None),
        ("report for a year, to be reviewed nine months after it begins", None),
        (
            "do so no later than 24 months from the date of adoption unless they decide otherwise",
            "no later than 24 months from the date of adoption",
        ),
    ],
)
def test_what_was_is_no_time_limit_and_one_ends_with_a_word(words: str, limit: str | None) -> None:
    (one,) = asked(f"Requests the Secretary-General to {words}")
    assert one.deadline == limit


@pytest.mark.parametrize(
    "words",
    [
        "condemn acts against journalists who report on lamps",
        "help States lacking the capacity to report data",
        "consider it in the drafting of his report",
        "broaden reviews and report dissemination",
    ],
)
def test_a_report_that_is_spoken_of_is_not_asked_for(words: str) -> None:
    (one,) = asked(f"Requests the Secretary-General to {words}")
    assert not one.reporting


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        (
            "the Committee, within 30 days of its first meeting and in haste, to act",
            "within 30 days of its first meeting",
        ),
        ("the Committee at its eightieth session to act", "at its eightieth session"),
        ("the Committee, in view of the decision of a group at its fortieth session, to act", None),
    ],
)
def test_a_limit_may_stand_before_what_is_asked(words: str, limit: str | None) -> None:
    (one,) = asked(f"Requests {words}")
    assert one.deadline == limit


@pytest.mark.parametrize(
    "words",
    [
        "unless the Council decides otherwise, the Secretary-General shall close the Mission",
        "if a lamp fails, then all States shall light another",
        "when appropriate and no later than 1 May 2031, it shall review the lamps",
    ],
)
def test_a_condition_before_those_who_are_asked_is_of_what_they_are_asked(words: str) -> None:
    paragraph = paragraphs(f"Decides that, {words};", SC)[1]
    (one,) = paragraph.addressees
    assert one.action is not None
    start = paragraph.span.start
    assert paragraph.text[one.action.start - start : one.action.end - start] == words


def test_a_term_before_those_who_are_asked_is_a_limit() -> None:
    (one,) = asked("Decides that, for an initial period of one year, all States shall light", SC)
    assert one.deadlines == ("for an initial period of one year",)
    (one,) = asked("Decides that, when fit and no later than 1 May 2031, it shall look again", SC)
    assert one.deadlines == ("no later than 1 May 2031",)


def test_a_date_six_months_following_an_event_is_a_limit() -> None:
    limit = "by a date six months following the date of adoption of this resolution"
    (one,) = asked(f"Requests the Secretary-General to report {limit} on the lamps")
    assert one.deadlines == (limit,)


def test_a_day_is_read_without_the_blank_before_its_month() -> None:
    (one,) = asked(
        "Decides to extend the mandate for a further period ending on 31January 2031", SC
    )
    assert one.deadlines == ("for a further period ending on 31January 2031",)


def test_a_limit_before_what_is_asked_counts_with_the_limits_in_it() -> None:
    (one,) = asked(
        "Decides that, for a period of one year, all States shall report by 1 May 2031", SC
    )
    assert one.deadlines == ("for a period of one year", "by 1 May 2031")
    (one,) = asked("Requests, within 60 days, the Secretary-General to report every year on it")
    assert one.deadlines == ("within 60 days", "every year")
