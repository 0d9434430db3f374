"""Which words count as running through one text alone."""

from __future__ import annotations

from counterdraft.compare.compare import compare
from tests.test_compare import ORDERS, draft


def terms(a: tuple[str, ...], b: tuple[str, ...]) -> list[str]:
    return [each.text for each in compare(draft(*a), draft(*b)).terms_b]


def twice(word: str) -> tuple[str, ...]:
    return (f"{ORDERS[0]}, by {word} guards", ORDERS[1], f"{ORDERS[2]} and {word} mines", ORDERS[3])


def test_a_word_that_every_tenth_resolution_has_is_no_term_in_two_places() -> None:
    assert terms(ORDERS, twice("military")) == []
    assert terms(ORDERS, twice("masked")) == ["masked"]


def test_a_word_that_every_tenth_resolution_has_is_a_term_in_four_places() -> None:
    everywhere = tuple(f"{each}, without military means" for each in ORDERS)
    assert "military means" in terms(ORDERS, everywhere) or "military" in terms(ORDERS, everywhere)


def test_two_words_that_the_other_text_has_near_each_other_are_no_term() -> None:
    plans = (
        "Notes the recovery projects of the coast",
        "Welcomes the recovery projects of the marshes",
        "Supports the recovery projects of the harbour",
    )
    near = "Notes the early recovery and salt development projects of the coast"
    far = "Notes the recovery of the coast, of every marsh and harbour, and new projects"
    assert "recovery projects" not in terms((*ORDERS[:3], near, ORDERS[3]), (*ORDERS, *plans))
    assert "recovery projects" in terms((*ORDERS[:3], far, ORDERS[3]), (*ORDERS, *plans))


def test_an_acronym_is_no_term_where_the_other_text_has_the_name_in_full() -> None:
    acts = ("mend the quays", "paint the lamps", "sell the nets")
    short = [f"Urges the PRKO to {each} of the bay" for each in acts]
    long = "Urges the People’s Republic of Kelor and Orl to come to the table without delay"
    found = compare(draft(*short), draft(long, "Decides to meet"), "rivals")
    assert "PRKO" not in {each.text for each in found.terms_a}
    found = compare(draft(*short), draft("Urges all to row", "Decides to meet"), "rivals")
    assert "PRKO" in {each.text for each in found.terms_a}


def test_a_word_of_which_the_other_text_has_the_adverb_or_the_noun_is_no_term() -> None:
    other = f"{ORDERS[0]} and to row cautiously and with impartiality"
    assert "cautious" in terms(ORDERS, twice("cautious"))
    assert terms((other, *ORDERS[1:]), twice("cautious")) == []
    assert terms((other, *ORDERS[1:]), twice("impartial")) == []


def test_a_name_of_which_the_other_text_has_a_part_is_told_whole() -> None:
    acts = ("praise", "print")
    named = [f"Decides to {each} the report of the Guild of Salt Studies of Kelor" for each in acts]
    other = (*ORDERS, "Notes the guild of those who live by salt")
    assert terms(other, (*ORDERS, *named)) == ["Guild of Salt Studies of Kelor"]
