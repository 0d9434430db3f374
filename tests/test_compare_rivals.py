"""Rival texts: what either asks of whom, and long lists that are cut, counted and never lost."""

from __future__ import annotations

from functools import cache

import msgspec
import pytest

from counterdraft.compare.compare import compare
from counterdraft.compare.titles import MOST_LISTED, MOST_WANTED
from counterdraft.compare.to_html import to_html
from counterdraft.compare.to_markdown import to_markdown
from counterdraft.compare.to_terminal import to_terminal
from counterdraft.compare.view import MOST_BOTH, view
from counterdraft.lexicon.routine import only_comes_back
from counterdraft.model import Addressed, Comparison, Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

THINGS = (
    "anchors", "barges", "candles", "dykes", "ferries", "gates", "harbours", "islands", "jetties",
    "kilns", "lanterns", "mills", "nets", "oars",
)  # fmt: skip


def draft(*operative: str, title: str = "Lanterns") -> Resolution:
    body = "\n\n".join(f"{n}. {each}" for n, each in enumerate(operative, 1))
    text = f"{title}\n\nThe General Assembly,\n\nMindful of light,\n\n{body}\n"
    (resolution,) = parse(from_text(text.encode(), f"{title}.txt"))
    return resolution


def rivals(a: Resolution, b: Resolution) -> dict[str, Addressed]:
    return {each.name: each for each in compare(a, b, "rivals").addressed}


A = draft(
    "Urges all harbour towns and all States to light their quays;",
    "Requests the Secretary General of the UN to count the lamps;",
    "Calls upon the Republic of Orlavia to open its lighthouse;",
    "Decides to meet on lamps.",
)
B = draft(
    "Calls upon States to put out lamps at dawn;",
    "Invites the Secretary-General to publish a map, and requests him to sell it;",
    "Urges the Government of the Republic of Orlavia to sell oil, and urges it to sell wicks;",
    "Invites the World Bank to lend.",
)


def test_who_is_asked_by_both_is_told_first_and_in_the_words_of_both() -> None:
    found = rivals(A, B)
    order = [(bool(each.a), bool(each.b)) for each in found.values()]
    assert order == sorted(order, key=lambda each: (not all(each), not each[0]))
    for each in found.values():
        for side, quotes in ((A, each.a), (B, each.b)):
            paragraphs = {p.id: p for p in side.paragraphs}
            for quote in quotes:
                within = paragraphs[quote.key]
                at = within.span.start
                assert within.text[quote.span.start - at : quote.span.end - at] == quote.text != ""


def test_one_person_is_one_whatever_the_texts_call_him() -> None:
    found = rivals(A, B)
    (him,) = (each for each in found.values() if each.class_ == "secretary_general")
    assert him.name == "the Secretary-General"
    assert (len(him.a), len(him.b)) == (1, 2)
    states = [each for each in found.values() if each.class_ == "named_state"]
    assert [(each.name, len(each.a) > 0, len(each.b) > 0) for each in states] == [
        ("Orlavia", True, True)
    ]


def test_nobody_is_asked_by_one_alone_whose_like_the_other_asks_under_another_name() -> None:
    one = draft("Urges Member States to light their quays;", "Invites the World Bank to lend.")
    other = draft("Urges all Governments to light their quays;", "Decides to meet.")
    said = [each.text for each in compare(one, other, "rivals").summary]
    alone = [each for each in said if "alone asks" in each]
    assert alone == [
        "A alone asks (1): the World Bank (OP2). "
        "By a name that B asks nobody by (1): Member States (OP1)."
    ]


def test_of_versions_nothing_of_the_kind_is_told() -> None:
    assert compare(A, A).addressed == ()


@cache
def unlike() -> Comparison:
    """Two texts with much to list: more of each kind than is shown at once."""
    ones = [f"Urges all States to mend the {each} of the old salt road by hand;" for each in THINGS]
    others = [
        f"Invites Member States to paint the {each} of the old road, and to report {120 * 'much '};"
        for each in THINGS
    ]
    cited = [f"Recalls its resolution {n}/{n} on lamps;" for n in range(60, 60 + len(THINGS))]
    return compare(draft(*ones, *cited), draft(*others, title="Paint"), "rivals")


@pytest.mark.parametrize("made", [to_terminal, to_markdown])
def test_long_lists_of_rivals_are_cut_and_counted_and_whole_when_asked_for(made: object) -> None:
    short, whole = made(unlike()), made(unlike(), whole=True)  # type: ignore[operator]
    assert len(short) < 0.7 * len(whole)
    assert f"and {len(THINGS) - MOST_LISTED} more" in short
    last = "A/RES/73/73"
    assert last in whole
    assert last not in short
    shown = view(unlike())
    assert len(shown.both) == MOST_BOTH
    for pair in shown.less:  # named, if not shown
        assert f"{pair.a.name} and B {pair.b.name}" in " ".join(short.split())
    (wanted,) = (each for each in shown.wanted if each.who == "all States")
    assert f"also {wanted.a[MOST_WANTED].ref.name}" in short


def test_a_page_has_everything_and_folds_what_is_much() -> None:
    page = to_html(unlike())
    assert f"<summary>{len(THINGS) - MOST_LISTED} more</summary>" in page
    assert page.count("<details") == to_html(unlike(), whole=True).count(" open>")
    for thing in THINGS:
        assert f"mend the {thing}" in page
        assert f"paint the {thing}" in page


def test_a_treaty_in_common_does_not_make_two_matters_one() -> None:
    one = "Guided by the Charter of the United Nations, and appalled by the drowning of ferrymen"
    other = "Reaffirming the Charter of the United Nations, and mindful of the price of cobalt"
    found = compare(_with_preamble(one), _with_preamble(other), "rivals")
    assert found.related == ()


def _with_preamble(words: str) -> Resolution:
    text = f"Quays\n\nThe General Assembly,\n\n{words},\n\n1. Decides to meet."
    (resolution,) = parse(from_text(text.encode(), "made.txt"))
    return resolution


def test_a_paragraph_without_a_pair_is_not_said_to_be_like_nothing() -> None:
    said = [each.text for each in unlike().summary]
    assert any(each.startswith("Of A, paired with no paragraph of B") for each in said)
    assert not any("like nothing" in each for each in said)


def test_an_envoy_is_asked_by_his_own_title_and_not_as_the_secretary_general() -> None:
    envoy = "the Special Envoy of the Secretary-General on Myanmar"
    found = rivals(
        draft(f"Requests {envoy} to submit a written report on the quays."),
        draft("Requests the Secretary-General to light the quays."),
    )
    assert not found["the Secretary-General"].a
    (asked,) = (each for name, each in found.items() if "Envoy" in name)
    assert asked.a
    assert not asked.b


def test_two_requests_for_reports_on_different_things_are_no_pair() -> None:
    report = "to submit to the General Assembly at its eightieth session a report on"
    a = draft(f"Requests the Secretary-General {report} the lamps of northern towns;", "Notes it.")
    b = draft(
        f"Requests the Conference on Disarmament {report} barges and painted oars;",
        "Notes the tide.",
        title="Trade in painted wooden barges",
    )
    assert not [each for each in compare(a, b, "rivals").shifts if each.rule != "citation"]


def test_what_has_nothing_in_common_but_a_long_name_is_not_said_in_much_the_same_words() -> None:
    office = "the United Nations High Commissioner for Human Rights"
    a = draft(
        f"Requests {office} to light every lamp of the northern coast;",
        "Notes the tide.",
        title="Lamps of northern towns",
    )
    b = draft(
        f"Requests {office} to count wooden barges and painted oars;",
        "Notes the tide.",
        title="Trade in painted wooden barges",
    )
    found = compare(a, b, "rivals")
    paired = [each for each in found.edits if each.a and each.b]
    keys = {found.a.units[i].head.key for each in paired for i in each.a}
    assert "op2" in keys
    assert not keys & {"op1", "title"}
    assert not [each for each in found.shifts if each.rule == "request"]


def test_of_texts_on_two_subjects_it_is_said_that_they_have_little_in_common() -> None:
    towns = [
        f"Urges all towns to light {each} before every spring tide of the north;" for each in THINGS
    ]
    bread = [
        f"Invites bakers near {each}, where rye flour is dear, to lend some." for each in THINGS
    ]
    a, b = draft(*towns), draft(*bread, title="Bread")
    said = [each.text for each in compare(a, b).summary]
    little = "They have little in common: 1 of the 15 paragraphs of A answers to one of B"
    assert [each for each in said if each.startswith(little)]
    assert not [each for each in said if each.startswith("Only A speaks")]
    assert not [each for each in compare(A, B).summary if "little in common" in each.text]


def test_reports_of_two_notes_are_no_pair() -> None:
    a, b = (
        draft(
            f"Takes note of the report of the Secretary-General in document {symbol};",
            f"Urges all towns to count their {things}.",
            title=things,
        )
        for symbol, things in (("A/79/174", "lamps of northern towns"), ("A/79/282", "wooden oars"))
    )
    found = compare(a, b, "rivals")
    paired = {found.a.units[i].head.key for e in found.edits if e.a and e.b for i in e.a}
    assert "op1" not in paired


def test_what_is_adopted_of_two_territories_at_one_session_is_no_version() -> None:
    asks = ("Urges all towns to light their quays;", "Notes the tide of spring and its floods.")
    a, b = (
        msgspec.structs.replace(draft(*asks, title=title), kind="resolution", session=session)
        for title, session in (("Question of North Quay", 79), ("Question of South Quay", 79))
    )
    assert compare(a, b).relation == "rivals"
    later = msgspec.structs.replace(b, session=80)
    assert compare(a, later).relation == "versions"


FULL = "the Office of the United Nations High Commissioner for Human Rights"
SHORT = "the Office of the High Commissioner"
OTHER = "the Office of the United Nations High Commissioner for Refugees"


@pytest.mark.parametrize(
    ("ours", "theirs", "beside", "is_one"),
    [
        (FULL, SHORT, f"Recalls the lamps that {FULL} lit;", True),
        (FULL, "OHCHR", "Decides to meet;", True),
        ("the United Nations Office on Drugs and Crime", "UNODC", "Decides to meet;", True),
        (FULL, SHORT, "Decides to meet;", False),  # there are two
        (FULL, SHORT, f"Recalls the lamps that {OTHER} lit;", False),
        (OTHER, SHORT, f"Recalls the lamps that {OTHER} lit;", True),
        (FULL, SHORT, f"Recalls the lamps that {OTHER} and {FULL} lit;", False),
    ],
)  # fmt: skip
def test_an_office_is_one_by_its_long_and_its_short_name(
    ours: str, theirs: str, beside: str, is_one: bool
) -> None:
    one = draft(f"Requests {ours} to light its stairs;")
    other = draft(f"Requests {theirs} to sell its candles;", beside)
    both = [each.name for each in rivals(one, other).values() if each.name and each.a and each.b]
    assert both == ([min(ours, theirs, key=len)] if is_one else [])


def test_in_a_text_of_the_council_on_human_rights_the_short_name_is_its_own_office() -> None:
    one = draft(f"Requests {FULL} to light its stairs;")
    other = draft(f"Requests {SHORT} to sell its candles;")
    council = msgspec.structs.replace(other, organ="Human Rights Council")
    assert rivals(one, council)[SHORT].b
    assert rivals(one, council)[SHORT].a


def test_what_one_office_is_asked_otherwise_is_not_told_as_if_it_were_asked_by_one_alone() -> None:
    one = draft(f"Requests {FULL} to provide the mission with oil needed to light its towers;")
    other = draft(
        f"Requests {SHORT} to provide Orlavia, at its wish, with candles and wicks;",
        title=f"Wicks for {FULL}",
    )
    told = [each.statement for each in compare(one, other, "rivals").shifts]
    asked = [each for each in told if "only A asks" in each or "only B asks" in each]
    assert all(each.endswith("asks something else of the same") for each in asked)
    assert asked


def test_rivals_cite_no_document_instead_of_another() -> None:
    recalls = "Recalls resolution {} of 22 December 2023 on lamps and on the oil of the towers;"
    one, other = (draft(recalls.format(each), title=each) for each in ("78/1", "78/2"))
    found = [each for each in compare(one, other, "rivals").shifts if each.rule == "citation"]
    assert [each.direction for each in found] == ["gained", "lost"]
    versions = compare(one, other, "versions").shifts
    assert [each.direction for each in versions if each.rule == "citation"] == ["replaced"]


def test_texts_that_share_next_to_nothing_have_no_pair_for_the_long_name_of_a_committee() -> None:
    committee = (
        "the Special Committee on the Situation with regard to the Implementation of the "
        "Declaration on the Granting of Lamps to Coastal Countries and Peoples"
    )
    own = [
        f"Urges the {guild} of {thing} to pay the yearly toll in oil, and to light all quays;"
        for thing in THINGS for guild in ("weavers", "pilots", "smiths")
    ]  # fmt: skip
    one = draft(f"Draws the attention of {committee} to the present resolution;", *own)
    (text,) = parse(from_text(
        f"Nets\n\nThe General Assembly,\n\nHaving examined the chapter on nets of the report of "
        f"{committee},\n\n1. Decides to weave nets, ropes and sails for the boats of the isles.\n"
        .encode(), "nets.txt",
    ))  # fmt: skip
    found = compare(one, text, "rivals")
    assert {each.kind for each in found.edits if each.b} <= {"same", "edited", "added"}
    assert not [each for each in found.shifts if each.rule == "force"]


def test_parties_to_a_conflict_and_to_a_treaty_are_not_asked_by_both() -> None:
    conflict = draft(
        "Demands that all parties to the conflict cease fire;",
        "Urges all parties to "
        "the conflict to release prisoners, and demands that all parties cease fire.",
    )
    treaty = draft(
        "Calls upon the parties to the Geneva Conventions of 1949 to respect them;",
        "Calls upon all parties to those Conventions to report on them.",
    )
    assert not [each for each in rivals(conflict, treaty).values() if each.a and each.b]


AGENDA = "Decides to include in the provisional agenda of its {} session the item entitled “{}”."


def test_when_the_organ_comes_back_to_it_is_no_difference_of_rivals() -> None:
    a, b = (
        draft(f"Urges all {thing} to stay lit;", AGENDA.format(session, item))
        for thing, session, item in (
            ("harbours", "eighty-first", "Light of the coast"),
            ("mills", "eighty-second", "Grain of the coast, and what is milled of it"),
        )
    )  # fmt: skip
    told = compare(a, b, "rivals")
    assert not told.shifts
    assert not [each for each in told.addressed if not each.name]
    assert "provisional agenda" not in to_markdown(told)
    assert "1 paragraph more of both says only when the organ comes back to it" in (
        told.summary[0].text
    )
    versions = compare(a, b, "versions")
    assert "provisional agenda" in to_markdown(versions)


@pytest.mark.parametrize(
    ("said", "is_formula"),
    [
        (AGENDA.format("eightieth", "Requests for oil"), True),
        ("Decides to remain actively seized of the matter.", True),
        (
            "Decides to continue consideration of the matter at its next session.",
            True,
        ),
        ("Decides to meet on oil, and to remain seized of the matter.", False),
        ("Urges States to remain seized of the issue;", False),
        ("Decides to continue its examination of the situation in Orlavia;", False),
    ],
)
def test_a_formula_has_no_words_but_its_own(said: str, is_formula: bool) -> None:
    assert only_comes_back(said) == is_formula


RIGHTS = "the Convention on the Rights of the Child"
CORRUPTION = "the United Nations Convention against Corruption"


def test_parties_to_two_treaties_are_not_one_and_to_one_treaty_they_are() -> None:
    one = draft(
        f"Urges States Parties to {CORRUPTION} to keep accounts of every lamp;",
        f"Calls upon all States parties to implement {RIGHTS} in every harbour;",
    )
    other = draft(f"Invites all State parties to {RIGHTS} to light the schools;")
    found = {each.name: each for each in compare(one, other, "rivals").addressed}
    corrupt, children = (
        next(each for each in found.values() if words in each.name) for words in ("Corr", "Child")
    )
    assert (bool(corrupt.a), bool(corrupt.b), corrupt.settled) == (True, False, True)
    assert (bool(children.a), bool(children.b), children.settled) == (True, True, True)


def test_a_treaty_that_one_is_asked_to_join_is_not_known_to_be_the_one_that_one_is_party_to() -> (
    None
):
    one = draft(f"Urges States parties to ratify {RIGHTS};")
    other = draft(f"Urges States parties to {RIGHTS} to light the schools;")
    told = compare(one, other, "rivals")
    assert [each.settled for each in told.addressed] == [False, False]
    said = [each.text for each in told.summary]
    assert not [each for each in said if each.startswith("Both ask") or "alone asks" in each]
    assert any(each.startswith("Not known whether both ask the same (2): ") for each in said)


@pytest.mark.parametrize(
    "who", ["the Committee", "States that have not yet done so", "the administering Power"]
)
def test_a_name_that_its_own_text_alone_explains_is_not_known_to_mean_one_in_both(who: str) -> None:
    one, other = draft(f"Urges {who} to count lamps;"), draft(f"Invites {who} to sell oil;")
    (found,) = compare(one, other, "rivals").addressed
    assert (len(found.a), len(found.b), found.settled) == (1, 1, False)
    page = to_markdown(compare(one, other, "rivals"))
    assert "### Not known whether both ask the same" in page
    assert "### Asked by both" not in page


def test_a_pronoun_is_of_those_before_it_and_of_nobody_by_their_class_alone() -> None:
    one = draft("Urges Norway and all donors to count lamps, and encourages them to light them;")
    other = draft("Urges Norway to sell oil;")
    named = {each.name: (len(each.a), len(each.b)) for each in rivals(one, other).values()}
    assert named == {"Norway": (2, 1), "all donors": (2, 0)}
    one = draft("Welcomes the efforts of the States members of the League and urges them to act;")
    other = draft("Welcomes it;", "Urges Member States to act;", "Invites donors to act;")
    found = {each.name: each.settled for each in compare(one, other, "rivals").addressed}
    assert found == {"them [those named before]": False, "Member States": False, "donors": True}


def test_a_committee_that_both_texts_name_in_full_is_one() -> None:
    recalled = "Recalls the report of the Committee on the Lamps of the Northern Harbour;"
    one = draft(recalled, "Urges the Committee to count lamps;")
    other = draft(recalled, "Invites the Committee to sell oil;")
    (found,) = compare(one, other, "rivals").addressed
    assert (len(found.a), len(found.b), found.settled) == (1, 1, True)


def test_what_narrows_who_is_asked_is_shown_and_tells_one_from_another() -> None:
    one = draft("Urges States that keep lighthouses on the northern coast to light them;")
    other = draft("Urges States to light their quays;")
    names = {each.name: (bool(each.a), bool(each.b)) for each in rivals(one, other).values()}
    assert names == {
        "States that keep lighthouses on the northern coast": (True, False),
        "States": (False, True),
    }
