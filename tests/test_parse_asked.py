"""Who is asked, and who is only told: relative clauses, statements, asides, passives, lists."""

from __future__ import annotations

import pytest

from counterdraft.model import Paragraph, Span
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text


def paragraphs(words: str, organ: str = "General Assembly") -> tuple[Paragraph, ...]:
    text = (
        f"The {organ},\n\nRecalling its rules,\n\n1. {words};\n\n2. Takes note of it;\n\n"
        "3. Notes it;\n\n4. Takes note of it."
    )
    (resolution,) = parse(from_text(text.encode(), "x"))
    return resolution.paragraphs[1:-3]


def asked(words: str, organ: str = "General Assembly") -> list[tuple[str, str]]:
    """Each who is asked, and what."""
    return [
        (each.text, _words(paragraph, each.action) if each.action else "")
        for paragraph in paragraphs(words, organ)
        for each in paragraph.addressees
    ]


def _words(paragraph: Paragraph, span: Span) -> str:
    start = paragraph.span.start
    return paragraph.text[span.start - start : span.end - start]


# Reminders


def test_of_what_somebody_is_reminded_nothing_is_asked() -> None:
    assert not asked(
        "Reminds the Government of Orlavia that the Covenant forbids it to detain persons without "
        "trial"
    )
    assert not asked("Reminds all States that lamps help lighthouses to be seen")


def test_a_reminder_of_what_they_have_to_do_asks_it() -> None:
    found = asked("Reminds all States that, in case of doubt, they must count the lamps")
    assert found == [("all States", "in case of doubt, they must count the lamps")]
    found = asked("Reminds the parties that they have committed themselves to count the lamps")
    assert found == [("the parties", "have committed themselves to count the lamps")]
    found = asked("Reminds all States of their obligation to count the lamps")
    assert found == [("all States", "to count the lamps")]


def test_that_may_describe_those_who_are_reminded() -> None:
    found = asked("Reminds States that have not yet done so to count the lamps")
    assert found == [("States", "to count the lamps")]


# What stands between those who are asked and what is asked


def test_what_describes_somebody_is_not_what_is_asked() -> None:
    found = asked(
        "Calls upon States, which have the duty to protect lamps and lighthouses, and all relevant "
        "actors, including religious leaders, to keep them lit"
    )
    assert found == [
        ("States", "to keep them lit"),
        ("all relevant actors", "to keep them lit"),
        ("religious leaders", "to keep them lit"),
    ]


@pytest.mark.parametrize("phrase", ["in this respect", "in that regard", "once again"])
def test_an_adverbial_between_the_two_hides_no_task(phrase: str) -> None:
    found = asked(f"Requests the Secretary-General {phrase} to enhance the means to count lamps")
    assert found == [("the Secretary-General", "to enhance the means to count lamps")]


def test_with_respect_to_opens_no_task() -> None:
    found = asked("Requests the Secretary-General with respect to lamps to count them")
    assert found == [("the Secretary-General", "to count them")]


# What is asked by "that"


@pytest.mark.parametrize(
    "words",
    [
        "Urges that the perpetrators of attacks on lamps be brought to justice",
        "Further urges that perpetrators of serious violations of the Lamp Treaty are prosecuted",
        "Requests that the Committee be informed of the results",
    ],
)
def test_to_whom_something_is_to_be_done_is_not_asked_to_do_it(words: str) -> None:
    assert not asked(words)


def test_who_is_to_be_asked_is_asked_and_so_is_who_acts_where_something_is_done() -> None:
    assert asked("Recommends that States be encouraged to count lamps")
    found = asked("Recommends that the Commission end its work when the foundations are laid")
    assert [who for who, _ in found] == ["the Commission"]


def test_who_has_done_what_is_spoken_of_is_not_asked() -> None:
    assert not asked("Calls for the release of all lamps held by the Lantern Front and others")
    assert not asked("Encourages the approach pursued by the Office of the High Commissioner")
    found = asked("Encourages the adoption by States of the Lamp Treaty")
    assert [who for who, _ in found] == ["States"]


def test_each_clause_has_its_own_subject() -> None:
    found = asked(
        "Recommends that the Secretary-General continue to seek the inclusion of, and that host "
        "countries include, the provisions on lamps"
    )
    assert [who for who, _ in found] == ["the Secretary-General", "host countries"]
    found = asked(
        "Demands that those responsible for this act be held to account and that all States "
        "cooperate fully"
    )
    assert [who for who, _ in found] == ["all States"]


@pytest.mark.parametrize(
    "words",
    [
        "Recommends that the Secretary-General ensure that lamps are lit, and that States see them",
        "Demands that the Lantern Front cease its acts and that its members disband",
    ],
)
def test_a_clause_that_goes_on_asks_nobody_else(words: str) -> None:
    assert len(asked(words)) <= 1


# Points


def points(*words: str) -> tuple[Paragraph, ...]:
    return paragraphs("\n\n".join(words))


def test_a_point_in_which_the_organ_asks_somebody_is_read() -> None:
    _, point = points(
        "Condemns the following acts:",
        "(a) The breaking of lamps, which blinds many and urges nobody, and in this regard "
        "strongly urges all States to light them by 30 June 2027",
    )
    assert [(each.text, each.verb) for each in point.addressees] == [
        ("all States", "in this regard strongly urges")
    ]
    assert point.deadlines == ("by 30 June 2027",)


def test_a_point_goes_on_to_ask_by_the_verb_above_it_up_to_its_own() -> None:
    _, point = points(
        "Requests the Secretary-General:",
        "(a) To report by 1 May 2027, and requests the Committee to report by 30 June 2027",
    )
    assert [each.text for each in point.addressees] == ["the Committee"]
    assert point.deadlines == ("by 1 May 2027", "by 30 June 2027")
    assert point.reporting


@pytest.mark.parametrize(
    "point",
    [
        "(a) To consider, and approve if appropriate, requests for lamps",
        "(a) The commitments and demands referred to in paragraph 1",
        "(a) The Lantern Group, and encourages and facilitates the exchange of lamps",
    ],
)
def test_a_noun_or_what_somebody_else_does_asks_nobody(point: str) -> None:
    assert not points("Notes the following matters:", point)[1].addressees


# Lists of the bodies of the United Nations


def classes(words: str) -> list[tuple[str, str]]:
    return [(each.text, each.class_) for p in paragraphs(words) for each in p.addressees]


def test_a_list_of_united_nations_bodies_is_not_torn() -> None:
    found = classes(
        "Calls upon all relevant United Nations departments, organizations, funds and programmes "
        "and affiliated international organizations to light the lamps"
    )
    assert found == [
        ("all relevant United Nations departments", "un_entities"),
        ("organizations", "un_entities"),
        ("funds and programmes", "un_entities"),
        ("affiliated international organizations", "regional_orgs"),
    ]


@pytest.mark.parametrize(
    "name",
    [
        "the United Nations humanitarian and development organizations",
        "United Nations peacekeeping, peacebuilding and political missions",
        "the United Nations inter-agency task team",
        "the United Nations",
    ],
)
def test_a_name_goes_on_behind_united_nations_to_its_end(name: str) -> None:
    assert classes(f"Requests {name}, as appropriate, to light the lamps") == [
        (name, "un_entities")
    ]


def test_organizations_beside_the_united_nations_are_not_its_own() -> None:
    found = classes("Encourages the United Nations and organizations fully to light the lamps")
    assert found == [("the United Nations", "un_entities"), ("organizations", "regional_orgs")]


# Bodies of other organizations


def test_the_council_of_another_organization_is_none_of_the_united_nations() -> None:
    words = "Requests the Chairperson of the Commission to report, and calls on the Council to see"
    ours = [each.class_ for p in paragraphs(words) for each in p.addressees]
    theirs = [
        each.class_
        for p in paragraphs(words, "Assembly of the Lantern Union")
        for each in p.addressees
    ]
    assert (ours, theirs) == (["ga_body", "ga_body"], ["other", "other"])


@pytest.mark.parametrize("organ", ["General Assembly", "Assembly of the Lantern Union"])
def test_a_body_named_in_full_is_the_same_whoever_speaks(organ: str) -> None:
    words = (
        "Requests the Human Rights Council and the African Commission on Human and Peoples’ Rights "
        "to report"
    )
    found = [each.class_ for p in paragraphs(words, organ) for each in p.addressees]
    assert found == ["ga_body", "regional_orgs"]


@pytest.mark.parametrize(
    ("words", "first", "second"),
    [
        (
            "Calls upon Fiji to count its lamps, and upon the Lamp Authority to light them by "
            "1 May 2027",
            "to count its lamps",
            ("the Lamp Authority", "to light them by 1 May 2027"),
        ),
        (
            "Calls on Fiji to count its lamps and on all States not to break them",
            "to count its lamps",
            ("all States", "not to break them"),
        ),
        (
            "Urges all States to sign the Convention as soon as possible and States parties to "
            "keep it",
            "to sign the Convention as soon as possible",
            ("States parties", "to keep it"),
        ),
        (
            "Requests the Secretary-General to count the lamps, and the Council to pay for them",
            "to count the lamps",
            ("the Council", "to pay for them"),
        ),
    ],
)
def test_a_second_who_is_asked_by_the_same_verb_is_asked_on_its_own(
    words: str, first: str, second: tuple[str, str]
) -> None:
    (paragraph,) = paragraphs(words)
    one, other = paragraph.addressees
    assert one.action is not None
    assert other.action is not None
    assert _words(paragraph, one.action) == first
    assert (other.text, _words(paragraph, other.action)) == second
    assert one.deadline is None


@pytest.mark.parametrize(
    "task",
    [
        "to work with the press and all States to count the lamps",
        "to help Fiji and Chad to count the lamps",
        "to raise the capacity of lamplighters, smiths and States parties to count the lamps",
        "to agree on the lamps, and on the role of all States to light them",
    ],
)
def test_who_goes_with_others_in_a_task_is_not_asked(task: str) -> None:
    (paragraph,) = paragraphs(f"Requests the Secretary-General {task}")
    (one,) = paragraph.addressees
    assert one.action is not None
    assert _words(paragraph, one.action) == task


def test_the_state_in_which_something_was_held_is_not_asked() -> None:
    found = asked("Invites bodies that came to the Conference held in Suva, Fiji, and UNDP, to act")
    assert "Fiji" not in [name for name, _ in found]


def test_a_preposition_may_stand_again_before_the_second() -> None:
    found = asked("Calls for lamps to be lit and for other armed groups to count them")
    assert found == [("other armed groups", "to count them")]
    found = asked(
        "Urges States that have not joined the Convention, of the Labour Body, to join it"
    )
    assert [name for name, _ in found] == ["States"]


# Those who are named in particular


@pytest.mark.parametrize(
    "opening", ["in particular", "and in particular", "especially", "particularly", "notably"]
)
@pytest.mark.parametrize("marks", [(", ", ","), (" (", ")")])
def test_those_named_in_particular_are_asked_with_all(opening: str, marks: tuple[str, str]) -> None:
    before, behind = marks
    found = asked(f"Calls upon all States{before}{opening} Fiji and Chad{behind} to count lamps")
    assert found == [(name, "to count lamps") for name in ("all States", "Fiji", "Chad")]


@pytest.mark.parametrize(
    ("named", "who"),
    [
        ("including the March 23 Movement", ["the March 23 Movement"]),
        ("in particular the M23 and the LDF", ["the M23", "the LDF"]),
        ("especially UNDP, the World Bank and civil society", [
            "UNDP", "the World Bank", "civil society",
        ]),
        ("in particular donor Governments", ["donor Governments"]),
        ("notably Fiji, and all relevant organizations", ["Fiji", "all relevant organizations"]),
        ("especially those in the region, as well as UNDP", ["UNDP"]),
    ],
)  # fmt: skip
def test_whoever_is_named_or_of_another_class_is_told(named: str, who: list[str]) -> None:
    assert [each for each, _ in asked(f"Urges all parties, {named}, to act")] == [
        "all parties", *who,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "part",
    [
        "in particular those in the region",
        "especially parties that have lamps",
        "particularly their armed wings",
        "notably Lantern Bay, Northmarch and Lowmarch parties",
        "in particular through the United Nations",
        "particularly States bordering Chad and the Central African Republic",
        "in cooperation with States, in particular Fiji",
    ],
)
def test_a_part_without_a_name_or_who_helps_is_not_told(part: str) -> None:
    for words in (
        f"Urges all parties, {part}, to act",
        f"Urges States and parties, {part}, to act",
    ):
        assert [each for each, _ in asked(words)][-1] in {"all parties", "parties"}


def test_of_a_clause_too_those_named_in_particular_are_its_subject() -> None:
    found = asked(
        "Demands that all parties, in particular the Government of Fiji and the Lamp Front, allow "
        "access",
        "Security Council",
    )
    assert found == [
        (name, "allow access")
        for name in ("all parties", "the Government of Fiji", "the Lamp Front")
    ]


# "That State"


def test_that_state_is_the_one_that_was_named_before() -> None:
    text = (
        "The General Assembly,\n\nRecalling its rules,\n\n1. Notes the lamps of Chad;\n\n"
        "2. Calls upon that State to light them;\n\n3. Notes Chad and Mali;\n\n"
        "4. Calls upon that State to light them."
    )
    (resolution,) = parse(from_text(text.encode(), "x"))
    one, open_ = (p.addressees[0] for p in resolution.paragraphs if p.addressees)
    assert (one.text, one.name, one.class_) == ("that State", "Chad", "named_state")
    assert (open_.text, open_.name) == ("that State", None)


def test_what_a_clause_says_of_states_is_no_that_state() -> None:
    for subject in ("State parties light", "Government and rebel forces light"):
        assert "that " not in "".join(who for who, _ in asked(f"Demands that {subject} lamps"))


# The verb of a clause, behind what describes its subject


@pytest.mark.parametrize(
    ("described", "task"),
    [
        ("in Orlavia", "cease fire"),
        ("in Orlavia, in particular the Lamp Front,", "immediately cease fire"),
        (", which have broken the lamps,", "give them back"),
        ("(also known as the Dusk)", "lay down their arms"),
        (", which, with the Board, broke the lamps,", "report to it"),
        ("who support the Dusk", "immediately end their attacks"),
    ],
)
def test_what_is_asked_begins_with_the_verb_of_the_clause(described: str, task: str) -> None:
    joint = "" if described.startswith(",") else " "
    found = asked(f"Demands that all armed groups{joint}{described} {task}", "Security Council")
    assert found[0] == ("all armed groups", task)


def test_where_no_verb_is_sure_nothing_is_left_out() -> None:
    for rest in (
        "in Orlavia respect the lamps, cease fire",
        "not to be named vex them, cease fire",
        "in Orlavia be ready to light them, adopt rules",
    ):
        (found, *_) = asked(f"Demands that all armed groups {rest}", "Security Council")
        assert found == ("all armed groups", rest)


# A further act, behind a full stop


@pytest.mark.parametrize("joint", [". ", "; ", ". In this regard, "])
def test_a_further_request_stands_behind_a_full_stop(joint: str) -> None:
    further = "further requests" if joint.endswith(", ") else "Further requests"
    found = asked(f"Urges all States to light the lamps{joint}{further} the Board to count them")
    assert found[0] == ("all States", "to light the lamps")
    assert found[1] == ("the Board", "to count them")


def test_a_sentence_that_begins_with_a_noun_is_no_act() -> None:
    found = asked("Urges all States to light lamps. Calls for help were heard by the Board")
    assert [who for who, _ in found] == ["all States"]
