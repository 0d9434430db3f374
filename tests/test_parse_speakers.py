"""A State that tables a draft on behalf of a group speaks for it: the group is the sponsor."""

from __future__ import annotations

import pytest

from counterdraft.brief.case import make_case
from counterdraft.brief.head.head import head
from counterdraft.brief.report import Facts
from counterdraft.brief.sections.head import head as section
from counterdraft.draft.sponsors import Sponsorship, named_sponsors
from counterdraft.export.heads import masthead
from counterdraft.export.iri import Profile
from counterdraft.export.to_akn import to_akn
from counterdraft.flag.flag import flag
from counterdraft.flag.ground import Ground
from counterdraft.flag.sponsors import stated_sponsors
from counterdraft.model import Document, Note, Resolution, Speaker
from counterdraft.model.finding import Finding, Findings
from counterdraft.parse.parse import parse
from counterdraft.read.from_akn import from_akn
from counterdraft.read.from_pdf import from_pdf
from counterdraft.read.from_text import from_text
from counterdraft.wording.flagged import summary
from counterdraft.wording.sponsors import told_sponsors
from tests import rawpdf

G77, NAM, AFRICA = (
    "Group of 77 and China", "Movement of Non-Aligned Countries", "Group of African States",
)  # fmt: skip
MEMBERS = "the States Members of the United Nations that are members of the"
BODY = ("Lamps of the harbour", "The General Assembly,", "Recalling its rules,", "1. Decides so.")


def document(*lines: str) -> Document:
    return from_text("\n\n".join(lines).encode(), "x")


def draft(*lines: str, after: tuple[str, ...] = ()) -> Resolution:
    (resolution,) = parse(document(*lines, *BODY, *after))
    return resolution


def with_note(line: str, marker: str, words: str) -> Resolution:
    """The draft below a line, in which ``|`` is where a note of these words is called."""
    plain = document(line.replace("|", ""), *BODY)
    anchor = plain.text.index(line.split("|", maxsplit=1)[0]) + line.index("|")
    (resolution,) = parse(
        Document(
            source=plain.source, media_type=plain.media_type, text=plain.text, blocks=plain.blocks,
            notes=(Note(marker, anchor, words),),
        )
    )  # fmt: skip
    return resolution


@pytest.mark.parametrize(
    ("words", "sponsors", "speakers"),
    [
        (f"Fiji (on behalf of {MEMBERS} Group of 77 and China)", (G77,), (("Fiji", G77),)),
        (f"Fiji, on behalf of {MEMBERS} Non-Aligned Movement", (NAM,), (("Fiji", NAM),)),
        ("Chad on behalf of the Group of African States", (AFRICA,), (("Chad", AFRICA),)),
        ("Denmark* (on behalf of the European Union), Fiji", ("European Union", "Fiji"),
         (("Denmark", "European Union"),)),
        (f"Cuba (on behalf of {MEMBERS} Movement of Non-Aligned Countries) and Nauru",
         (NAM, "Nauru"), (("Cuba", NAM),)),
        ("Malta, Chad (on behalf of the Group of African States), Fiji (on behalf of the States "
         "that are members of the Group of 77 and China) and Peru",
         ("Malta", AFRICA, G77, "Peru"), (("Chad", AFRICA), ("Fiji", G77))),
        ("Venezuela (Bolivarian Republic of) (on behalf of the Non-Aligned Movement)", (NAM,),
         (("Venezuela (Bolivarian Republic of)", NAM),)),
        ("Mali (on behalf of the States Members of the United Nations that are members of the "
         "members of the Economic Community of West African States), Malta",
         ("Economic Community of West African States", "Malta"),
         (("Mali", "Economic Community of West African States"),)),
    ],
)  # fmt: skip
def test_the_group_sponsors_and_the_state_speaks_for_it(
    words: str, sponsors: tuple[str, ...], speakers: tuple[tuple[str, str], ...]
) -> None:
    found = named_sponsors(words)
    assert found.sponsors == sponsors
    assert tuple((each.state, each.group) for each in found.speakers) == speakers


def test_a_group_that_no_table_knows_is_named_as_printed() -> None:
    found = named_sponsors(f"Palau (on behalf of {MEMBERS} League of Lamp Islands), Fiji")
    assert found.sponsors == ("League of Lamp Islands", "Fiji")
    assert found.speakers == (Speaker("Palau", "League of Lamp Islands"),)


@pytest.mark.parametrize(
    "words",
    ["Senegal (of behalf of the Group of African States)",
     "Senegal (on  behalf the Group  of African States)"],
)  # fmt: skip
def test_misprints_of_the_records_are_read(words: str) -> None:
    assert named_sponsors(words) == ((AFRICA,), (Speaker("Senegal", AFRICA),))


@pytest.mark.parametrize(
    "words",
    ["introduced in the Committee by the representative of Peru on behalf of the Bureau",
     "introduced in the Committee by the representative of Peru (on behalf of the Working Group of "
     "the Whole on Lamps)"],
)  # fmt: skip
def test_who_speaks_for_an_office_sponsors_nothing(words: str) -> None:
    assert named_sponsors(words) == ((), ())


@pytest.mark.parametrize(
    ("words", "sponsors"),
    [("Norway, on behalf of Iceland and Sweden", ("Norway", "Iceland", "Sweden")),
     ("The Committee on behalf of all", ()),
     ("Nauru, on behalf of the people of the harbour", ("Nauru",))],
)  # fmt: skip
def test_without_a_group_states_sponsor(words: str, sponsors: tuple[str, ...]) -> None:
    assert named_sponsors(words) == (sponsors, ())


def test_the_line_that_names_the_sponsors_is_read_so() -> None:
    found = draft(f"Fiji (on behalf of {MEMBERS} Group of 77 and China): draft resolution")
    assert (found.sponsors, found.speakers) == ((G77,), (Speaker("Fiji", G77),))
    assert found.title == "Lamps of the harbour"


@pytest.mark.parametrize("line", ["Fiji:| draft resolution", "Fiji|: draft resolution"])
def test_a_note_says_for_whom_a_state_speaks(line: str) -> None:
    words = (
        "On behalf of the States that are members of the Group of 77 and China, taking into "
        "account also the provisions of General Assembly resolution 81/7 of 10 May 2027."
    )
    found = with_note(line, "*", words)
    assert (found.sponsors, found.speakers) == ((G77,), (Speaker("Fiji", G77),))


def test_a_note_at_one_of_several_states_is_about_that_one() -> None:
    found = with_note("Malta and Chad|: draft resolution", "*", f"On behalf of {MEMBERS} {AFRICA}.")
    assert (found.sponsors, found.speakers) == (("Malta", AFRICA), (Speaker("Chad", AFRICA),))


def test_where_a_note_is_about_several_states_nobody_is_said_to_speak() -> None:
    found = with_note("Malta and Chad:| draft resolution", "*", f"On behalf of {MEMBERS} {AFRICA}.")
    assert (found.sponsors, found.speakers) == (("Malta", "Chad", AFRICA), ())


def test_another_note_says_nothing_of_a_group() -> None:
    words = "Any changes to the list of sponsors will be reflected in the official record."
    assert with_note("Fiji:| draft resolution", "*", words).sponsors == ("Fiji",)


def test_in_a_plain_text_the_note_may_stand_under_a_rule_or_as_a_paragraph() -> None:
    note = f"* On behalf of {MEMBERS} Group of African\nStates."
    for after in (("_____\n" + note,), (note,)):
        for line in ("Chad:* draft resolution", "Malta and Chad*: draft resolution"):
            found = draft(line, after=after)
            assert found.speakers == (Speaker("Chad", AFRICA),), (line, after)
            assert AFRICA in found.sponsors
            assert "Chad" not in found.sponsors


def test_an_amendment_may_be_a_groups() -> None:
    lines = ("Denmark:* amendment to draft resolution A/C.2/81/L.12", "Lamps of the harbour",
             "In operative paragraph 3, delete the words “and bells”.",
             "_____\n* On behalf of the States Members of the United Nations that are members of "
             "the European Union.")  # fmt: skip
    (found,) = parse(document("General Assembly", *lines))
    assert (found.kind, found.sponsors) == ("amendment", ("European Union",))
    assert found.speakers == (Speaker("Denmark", "European Union"),)


def test_a_page_calls_the_note_of_its_sponsor_by_a_star_that_is_not_raised() -> None:
    lines = ["Malta and Chad*: draft resolution", *BODY]
    shown = "".join(f"({line}) Tj 0 -24 Td " for line in lines)
    below = f"(* On behalf of {MEMBERS}) Tj 0 -10 Td (Group of African States.) Tj"
    content = (
        f"BT /F 10 Tf 72 720 Td {shown} ET 72 110 m 150 110 l S BT /F 8 Tf 72 96 Td {below} ET"
    )
    page = from_pdf(rawpdf.pdf(rawpdf.page(rawpdf.stream(content.encode("cp1252")))), "x")
    (found,) = parse(page)
    assert found.sponsors == ("Malta", AFRICA)
    assert found.speakers == (Speaker("Chad", AFRICA),)
    assert "Malta and Chad: draft resolution" in page.text


def test_sponsors_are_told_as_they_are_read() -> None:
    told = told_sponsors(Sponsorship(("Malta", G77), (Speaker("Fiji", G77),)))
    assert told == ("Malta", "Fiji (on behalf of the Group of 77 and China)")
    assert named_sponsors(", ".join(told)) == (("Malta", G77), (Speaker("Fiji", G77),))


# What comes of it: flag, brief, export


def tabled(title: str, *operative: str) -> tuple[Document, Resolution]:
    """A draft that Norway tabled on behalf of the Group of 77 and China."""
    whole = document(
        "Norway:* draft resolution", title, "The General Assembly,", "Recalling its rules,",
        *(f"{n}. {words}" for n, words in enumerate(operative, 1)),
        f"_____\n* On behalf of {MEMBERS} Group of 77 and China.",
    )  # fmt: skip
    (resolution,) = parse(whole)
    return whole, resolution


def flagged(title: str, *operative: str, sponsors: tuple[str, ...] = ()) -> Findings:
    whole, resolution = tabled(title, *operative)
    return flag(Ground(whole, resolution, sponsors or stated_sponsors(whole, resolution)))


def of_kind(findings: Findings, kind: str) -> list[Finding]:
    return [each for each in findings.findings if each.kind == kind]


def test_flag_reads_it_as_coming_from_the_group() -> None:
    told = flagged("Salt", "Decides to meet;")
    assert (told.sponsors, told.speakers) == ((G77,), (Speaker("Norway", G77),))
    assert f"Read as coming from: the {G77} (for which Norway speaks)." in summary(told)


def test_flag_takes_a_sponsor_that_a_person_names_as_it_is() -> None:
    told = flagged("Salt", "Decides to meet;", sponsors=("Fiji",))
    assert (told.sponsors, told.speakers) == (("Fiji",), ())
    assert "Read as coming from: Fiji." in summary(told)


def test_a_source_of_the_state_that_speaks_is_told_as_its_own() -> None:
    relies = "Welcomes the report of the Institute for Human Rights of {};"
    (finding,) = of_kind(flagged("Salt", relies.format("Norway")), "self_reference")
    assert "the State that speaks for the text’s sponsor made" in finding.statement
    assert "the State that speaks for the group, under" in finding.why
    assert of_kind(flagged("Salt", relies.format("Cuba")), "self_reference") == []


MOST = ("Urges the Government of {} to publish its plan;",) * 3
SOME = (
    "Encourages the Government of {} to publish its plan;",
    "Requests the Secretary-General to report;", "Requests the Security Council to meet;",
    "Calls upon all Member States to contribute;",
)  # fmt: skip


def test_the_state_that_speaks_is_asked_as_a_sponsor() -> None:
    asks = [each.format("Norway") for each in SOME]
    (finding,) = of_kind(flagged("Human rights in Norway", *asks), "asymmetry")
    assert "which speaks for a group that sponsors it" in finding.statement


def test_of_a_member_of_the_group_it_is_not_said_that_it_is_no_sponsor() -> None:
    asks = [each.format("Cuba") for each in (*MOST, SOME[1])]
    (finding,) = of_kind(flagged("Human rights in Cuba", *asks), "asymmetry")
    assert "which is not named as a sponsor" in finding.statement
    assert any("may be a member of the group" in each for each in finding.against)


def test_the_brief_begins_with_the_group_and_who_speaks_for_it() -> None:
    made = make_case(*tabled("Salt", "Decides to meet;"), "x")
    (first, *_) = head(made)
    assert f"sponsored by the {G77} (for which Norway speaks)" in first.text
    assert "Norway" in [each.span.of(made.document.text) for each in first.evidence]
    (facts,) = (part.facts for part in section(made).parts if isinstance(part, Facts))
    (said,) = next(fact.values for fact in facts if fact.term == "Sponsors")
    assert said.text.startswith(
        f"the {G77} (for which Norway speaks); in a note: “On behalf of the"
    )


@pytest.mark.parametrize("profile", ["guidelines", "unxml"])
def test_what_is_exported_is_read_back_as_it_was(profile: Profile) -> None:
    whole, resolution = tabled("Salt", "Decides to meet;")
    (again,) = parse(from_akn(to_akn(resolution, whole, profile=profile), "x"))
    assert (again.sponsors, again.speakers) == ((G77,), (Speaker("Norway", G77),))


def test_an_exported_text_names_them_in_one_line() -> None:
    whole, resolution = tabled("Salt", "Decides to meet;")
    line = f"Norway (on behalf of the {G77}): draft resolution"
    assert line in masthead(resolution, whole)


@pytest.mark.parametrize(
    ("words", "sponsors"),
    [
        ("submitted by the Rapporteur of the Committee, Ann Lee (Poland) and on the basis of "
         "informal consultations on draft resolution", ()),
        # A person may be called as a State is, and the words may be turned round.
        ("Chad Lee (Malta), submitted by the Vice-Chair of the Committee", ()),
        ("submitted by the Chair of the Committee, Ann Lee (Poland); Fiji", ("Fiji",)),
        ("Kenya (in its capacity as Chair of the Committee on Lamps)", ()),
        ("Kenya (in its capacity as Chair of the Group of 77 and China), Fiji", (G77, "Fiji")),
        ("Kenya (in its capacity as host), Fiji", ("Kenya", "Fiji")),
        ("submitted by Kenya and Fiji", ("Kenya", "Fiji")),
    ],
)  # fmt: skip
def test_who_tables_a_text_by_office_is_no_sponsor(words: str, sponsors: tuple[str, ...]) -> None:
    assert named_sponsors(words).sponsors == sponsors
