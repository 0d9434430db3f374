"""Pairing paragraphs, and words within them, against the plain truth of what was written."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.align.likeness import coded, contained, likeness
from counterdraft.align.paragraphs import pair
from counterdraft.align.words import _searched, _tokens, applied, even, tokens, word_edits
from counterdraft.model import APART, WordEdit
from counterdraft.text.straight import straighten

TEXT = st.text(st.sampled_from("ab cd,. -é\u2019\u2011\u2029"), max_size=60)
CLAUSES = [
    "Recalling the Charter of the United Nations and its purposes and principles,",
    "Noting with concern reports of the mission on the salt works of the northern districts,",
    "Welcoming the visit of the Special Rapporteur to the capital and two provinces in May,",
    "Urges the Government to release all who are held for refusing to work in the salt works;",
    "Requests the Secretary-General to report to the Assembly at its eighty-second session;",
    "Invites States to declare the origin of the salt that they import, in line with their law;",
]


def shown(a: str, b: str) -> str:
    marks = {"same": "", "deleted": "-", "inserted": "+"}
    return "|".join(f"{marks[each.op]}{each.text}" for each in word_edits(a, b))


def links(a: list[str], b: list[str]) -> set[tuple[tuple[int, ...], tuple[int, ...], bool]]:
    return {(each.a, each.b, each.moved) for each in pair(a, b)}


# Words


@given(TEXT)
def test_words_between_blanks_are_taken_apart_as_in_the_whole(text: str) -> None:
    assert _tokens(text) == _searched(text)


@given(TEXT)
def test_property_tokens_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@given(TEXT, TEXT)
def test_property_the_script_leads_from_one_to_the_other(a: str, b: str) -> None:
    assert applied(word_edits(a, b), a) == b


@given(TEXT, TEXT)
def test_property_no_two_stretches_of_a_kind_follow_each_other(a: str, b: str) -> None:
    ops = [each.op for each in word_edits(a, b)]
    assert all(one != other for one, other in itertools.pairwise(ops))
    assert ("inserted", "deleted") not in set(itertools.pairwise(ops))
    assert all(each.text for each in word_edits(a, b))


def test_a_script_of_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="not of this text"):
        applied(word_edits("Urges all", "Invites all"), "Urges none")


@pytest.mark.parametrize(
    ("a", "b", "script"),
    [
        ("Urges States to act;", "Invites States to act;", "-Urges|+Invites| States to act;"),
        ("to act;", "to act, as appropriate;", "to act|+, as appropriate|;"),
        ("its resolution 78/1 of 5 May", "its resolution 79/2 of 6 May",
         "its resolution|- 78/1|+ 79/2| of|- 5|+ 6| May"),
        ("the well-being of all", "the well-being of some", "the well-being of|- all|+ some"),
        ("", "Urges all", "+Urges all"),
        ("Urges all", "Urges all", "Urges all"),
        ("the non\u2011use of force", "the non-use of force", "the non\u2011use of force"),
        ("its \u201ccore\u201d tasks in 2022\u20132025", "its 'old' tasks in 2022-2025",
         "its|- \u201ccore\u201d|+ 'old'| tasks in 2022\u20132025"),
    ],
)  # fmt: skip
def test_words_stay_whole_with_their_blanks(a: str, b: str, script: str) -> None:
    assert shown(a, b) == script


def test_words_that_stay_are_known_as_either_text_prints_them() -> None:
    printed, typed = "the State\u2019s non\u2011use of force", "the State's non-use of force"
    assert word_edits(printed, typed) == (WordEdit("same", printed, typed),)
    assert applied(word_edits(printed, typed), printed) == typed


@given(TEXT, TEXT)
def test_property_made_even_the_script_is_the_same_but_for_kinds_of_marks(a: str, b: str) -> None:
    edits = list(even(word_edits(a, b)))
    assert not any(each.now for each in edits)
    assert straighten(applied(edits, a)) == straighten(b)
    assert "".join(each.text for each in edits if each.op != "inserted") == a


@pytest.mark.parametrize(
    ("a", "b", "script"),
    [
        ("the core(old) tasks", "the core (old)tasks", "the core|+ |(old)|- |tasks"),
        ("to act;", "to act ;", "to act|+ |;"),
        (f"all,{APART}and none", "all, and none", f"all,|-{APART}|+ |and none"),
        ("to  act at once", "to act  at once", "to |- |act |+ |at once"),
    ],
)
def test_made_even_a_blank_of_one_text_comes_or_goes(a: str, b: str, script: str) -> None:
    marks = {"same": "", "deleted": "-", "inserted": "+"}
    assert "|".join(f"{marks[e.op]}{e.text}" for e in even(word_edits(a, b))) == script


def test_two_changes_that_only_a_small_word_parts_are_one() -> None:
    a = "deeply concerned about persistent hunger and widespread disease among workers"
    b = "deeply concerned about reported arrests and arbitrary detention among workers"
    assert shown(a, b) == (
        "deeply concerned about|- persistent hunger and widespread disease"
        "|+ reported arrests and arbitrary detention| among workers"
    )


def test_a_paragraph_that_was_divided_shows_where() -> None:
    assert shown(
        "Urges all to act, and to report;", f"Urges all to act;{APART}Also to report;"
    ) == (f"Urges all to act|-, and|+;{APART}Also| to report;")


# Likeness


def test_likeness_is_of_words_and_not_of_marks_or_case() -> None:
    (one, other, *_), (ours, theirs, part) = coded(
        ["The “Salt” Works of “Orlavia”,", 'the "salt" works of "orlavia"'],
        ["a b c d", "a b x y", "b d"],
    )
    assert likeness(one, other) == 1.0
    assert likeness(ours, theirs) == 0.5
    assert contained(part, ours) == 1.0


# Paragraphs


def test_what_is_the_same_stands_together_whatever_comes_before() -> None:
    new = ["Guided by something that nobody thought of before,", *CLAUSES]
    assert links(CLAUSES, new) == {((), (0,), False)} | {
        ((i,), (i + 1,), False) for i in range(len(CLAUSES))
    }


def test_an_edited_paragraph_is_one_and_not_two() -> None:
    b = [*CLAUSES]
    b[3] = "Invites the Government to consider releasing those who are detained in the salt works;"
    assert links(CLAUSES, b) == {((i,), (i,), False) for i in range(len(CLAUSES))}


def test_what_shares_no_more_than_boilerplate_is_two() -> None:
    a = ["Requests the Secretary-General to appoint a mediator for the border dispute by March;"]
    b = ["Requests the Secretary-General to translate the annex into all languages at no cost;"]
    assert links(a, b) == {((0,), (), False), ((), (0,), False)}


def test_what_was_moved_is_found_where_it_went() -> None:
    b = [*CLAUSES[1:4], CLAUSES[0], *CLAUSES[4:]]
    assert ((0,), (3,), True) in links(CLAUSES, b)
    assert sum(moved for _, _, moved in links(CLAUSES, b)) == 1


def test_a_paragraph_divided_in_two_is_a_split_and_the_other_way_round_a_merger() -> None:
    whole = CLAUSES[3][:-1] + ", and to publish a list of their names in every district by March;"
    first, second = (
        CLAUSES[3],
        "Also urges it to publish a list of their names in every district by March;",
    )
    a, b = [CLAUSES[0], whole, CLAUSES[5]], [CLAUSES[0], first, second, CLAUSES[5]]
    assert ((1,), (1, 2), False) in links(a, b)
    assert ((1, 2), (1,), False) in links(b, a)


def test_a_paragraph_of_which_only_the_beginning_went_into_the_next_one_went_there() -> None:
    begun = (
        "Reiterating that the harbour towns and the salt guilds of the coast remain firmly "
        "committed to the common lighthouse"
    )
    lends = (
        f"{begun}, and that neither storms nor tolls nor the quarrels of the pilots over the night "
        "watch have ever kept a single one of them from paying its yearly share of oil and wicks,"
    )
    ends = "commending the part that the island took in the talks on lamps and on the depth of fog,"
    a = [CLAUSES[0], lends, ends.capitalize(), CLAUSES[3]]
    b = [CLAUSES[0], f"{begun}, and {ends}", CLAUSES[3]]
    assert ((1, 2), (1,), False) in links(a, b)
    assert ((1,), (1, 2), False) in links(b, a)


def test_a_formula_that_stands_in_a_neighbour_as_well_is_not_lent_by_it() -> None:
    formula = (
        "in accordance with the law of the sea and with the charter of the guilds of the coast "
        "and of the islands"
    )
    gone = f"Noting that salt was weighed in every harbour {formula},"
    a = [CLAUSES[0], gone, f"Urges all pilots to light their quays {formula};", CLAUSES[5]]
    b = [CLAUSES[0], f"Urges all pilots to light their quays at dusk {formula};", CLAUSES[5]]
    assert {((1,), (), False), ((2,), (1,), False)} <= links(a, b)


def test_a_clause_that_grew_to_many_times_its_length_is_still_itself() -> None:
    grown = CLAUSES[1][:-1] + ", " + ", ".join(
        f"and of the {n} other places which it could not enter when it asked" for n in "xyz"
    ) + ","  # fmt: skip
    assert ((1,), (1,), False) in links(CLAUSES, [CLAUSES[0], grown, *CLAUSES[2:]])


def test_at_its_place_a_clause_rewritten_for_the_most_part_is_itself() -> None:
    old = "Noting with concern that schools were closed in all districts for most of the past year,"
    new = (
        "Noting with concern the digital divide that keeps children of the districts out of school,"
    )
    assert ((1,), (1,), False) in links(
        [CLAUSES[0], old, CLAUSES[2]], [CLAUSES[0], new, CLAUSES[2]]
    )


def test_repeated_paragraphs_are_paired_in_their_order() -> None:
    a = ["Welcomes this;", CLAUSES[3], "Welcomes this;", CLAUSES[4], "Welcomes this;"]
    assert links(a, a) == {((i,), (i,), False) for i in range(5)}


PARAGRAPHS = st.lists(st.sampled_from([*CLAUSES, "Welcomes this;", "", "Salt"]), max_size=8)


@given(PARAGRAPHS, PARAGRAPHS)
def test_property_every_paragraph_stands_in_one_pairing(a: list[str], b: list[str]) -> None:
    pairings = pair(a, b)
    assert sorted(i for each in pairings for i in each.a) == list(range(len(a)))
    assert sorted(j for each in pairings for j in each.b) == list(range(len(b)))
    assert all(0 <= each.likeness <= 1 for each in pairings)


def test_known_edits_are_found_back() -> None:
    """Texts that were edited by chance: what became what is known."""
    chance = random.Random(7)
    words = [f"w{n}" for n in range(400)]
    for _ in range(20):
        a = [" ".join(chance.choices(words, k=chance.randint(12, 60))) for _ in range(30)]
        kept = [i for i in range(30) if chance.random() > 0.15]
        b = [_edited(a[i], words, chance) for i in kept]
        found = {(each.a[0], each.b[0]) for each in pair(a, b) if each.a and each.b}
        assert found == {(i, j) for j, i in enumerate(kept)}


def _edited(text: str, words: list[str], chance: random.Random) -> str:
    kept = [word for word in text.split() if chance.random() > 0.1]
    return " ".join([*kept, *chance.choices(words, k=3)])


def test_what_moved_is_known_by_how_it_begins() -> None:
    begun = "Noting that forests are addressed under the Convention on Climate and Salt Marshes,"
    a = [f"{begun} and noting article 5,", *CLAUSES]
    more = "in particular the importance of taking action for the keepers of their lamps and gates,"
    b = [*CLAUSES, f"{begun} {more} and looking forward to what towns on every coast will give,"]
    assert ((0,), (6,), True) in links(a, b)


def test_a_short_point_is_what_the_longer_one_begins_with() -> None:
    a = [*CLAUSES[:3], "Legislative measures;", *CLAUSES[3:]]
    b = [*CLAUSES[:3], "Legislative measures, and rules so that laws apply online;", *CLAUSES[3:]]
    assert ((3,), (3,), False) in links(a, b)
