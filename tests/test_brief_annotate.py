"""Marks laid over a text nest properly, lose nothing, and add nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from counterdraft.brief.annotate import Close, Laid, Open, Words, annotate
from counterdraft.model import Span

texts = st.text(max_size=40)
marks = st.lists(
    st.builds(
        lambda a, b, what: Laid(Span(min(a, b), max(a, b)), what),
        st.integers(-3, 45),
        st.integers(-3, 45),
        st.integers(0, 99),
    ),
    max_size=8,
)


def shown(text: str, laid: list[Laid[str]]) -> str:
    """The run as a reader would write it: ``a(b)c``."""
    pieces = []
    for token in annotate(text, laid):
        match token:
            case Words(words):
                pieces.append(words)
            case Open(what, first):
                pieces.append(f"<{what}{'' if first else '+'}|")
            case Close():
                pieces.append(">")
    return "".join(pieces)


def test_a_mark_inside_of_another() -> None:
    laid = [Laid(Span(4, 5), "inner"), Laid(Span(2, 7), "outer")]
    assert shown("0123456789", laid) == "01<outer|23<inner|4>56>789"


def test_marks_that_cross_are_closed_and_opened_again() -> None:
    laid = [Laid(Span(0, 4), "a"), Laid(Span(2, 6), "b")]
    assert shown("012345", laid) == "<a|01<b|23>><b+|45>"


def test_marks_alike_nest_in_the_order_given() -> None:
    laid = [Laid(Span(1, 2), "a"), Laid(Span(1, 2), "b")]
    assert shown("012", laid) == "0<a|<b|1>>2"


def test_empty_marks_are_left_out_and_long_ones_cut() -> None:
    laid = [Laid(Span(1, 1), "empty"), Laid(Span(2, 99), "long"), Laid(Span(50, 60), "beyond")]
    assert shown("0123", laid) == "01<long|23>"


def test_no_text_gives_nothing() -> None:
    assert list(annotate("", [Laid(Span(0, 3), "x")])) == []


@given(texts, marks)
def test_property_the_words_are_the_text(text: str, laid: list[Laid[int]]) -> None:
    words = [token.text for token in annotate(text, laid) if isinstance(token, Words)]
    assert "".join(words) == text
    assert all(words)


@given(texts, marks)
def test_property_every_character_carries_its_marks_and_no_others(
    text: str, laid: list[Laid[int]]
) -> None:
    """The fast sweep agrees with asking each mark about each character."""
    stack: list[int] = []
    found: list[list[int]] = []
    for token in annotate(text, laid):
        match token:
            case Open(what, _):
                stack.append(what)
            case Close():
                stack.pop()
            case Words(words):
                found += [sorted(stack) for _ in words]
    assert stack == []
    expected = [
        sorted(mark.what for mark in laid if mark.span.start <= i < mark.span.end)
        for i in range(len(text))
    ]
    assert found == expected


@given(texts, marks)
def test_property_each_mark_begins_once(text: str, laid: list[Laid[int]]) -> None:
    numbered = [Laid(mark.span, number) for number, mark in enumerate(laid)]
    first = [t.what for t in annotate(text, numbered) if isinstance(t, Open) and t.first]
    inside = [
        number
        for number, mark in enumerate(laid)
        if max(0, mark.span.start) < min(len(text), mark.span.end)
    ]
    assert sorted(first) == inside
