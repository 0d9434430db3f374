"""What a text asks in its strongest terms, of whomever, and how much of that is quoted."""

from __future__ import annotations

from counterdraft.brief.case import make_case
from counterdraft.brief.head.head import head
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text


def asks(*operative: str, title: str = "Lamps") -> str:
    """The sentence of the head on what is asked."""
    body = "\n\n".join(f"{n}. {each}" for n, each in enumerate(operative, 1))
    text = f"{title}\n\nThe General Assembly,\n\nRecalling the night,\n\n{body}\n"
    document = from_text(text.encode(), "made.txt")
    (resolution,) = parse(document)
    (said,) = (
        each.text for each in head(make_case(document, resolution, "x")) if each.see == "asks"
    )
    return said


def test_a_demand_of_nobody_that_was_recognized_is_among_the_strongest() -> None:
    said = asks(
        "Demands an immediate end to the darkness, and also demands that the keepers of Orlavia "
        "light the lamps;",
        "Requests the Secretary-General to count the lamps.",
    )
    assert "“demands an immediate end to the darkness”" in said
    assert "“also demands that the keepers of Orlavia light the lamps”" in said
    assert "requests the Secretary-General" not in said


def test_what_passes_the_text_on_is_none_of_its_strongest_terms() -> None:
    said = asks(
        "Calls upon Member States to light the lamps;",
        "Requests the Secretary-General to forward the present resolution to all Member States.",
    )
    assert "calls upon Member States" in said
    assert "forward" not in said


def test_what_is_made_stronger_comes_before_the_plain_and_to_consider_is_weaker() -> None:
    said = asks(
        "Urges all Member States to consider lighting the lamps;",
        "Urges the Government of Norway to keep the lamps lit;",
        "Strongly urges the Government of Peru to mend the lamps.",
    )
    assert said.startswith("It makes 3 requests; in its strongest terms it “strongly urges the Gov")
    assert "Norway" not in said
    plain = asks(
        "Urges all Member States to consider lighting the lamps;",
        "Urges the Government of Norway to keep the lamps lit;",
    )
    assert "consider" not in plain
    assert "Norway" in plain


def test_who_is_reminded_is_asked_for_nothing() -> None:
    said = asks(
        "Reminds the Government of Norway of its obligations;",
        "Requests the Government of Peru to mend the lamps.",
    )
    assert "reminds" not in said


def test_where_more_are_as_strong_as_those_that_are_quoted_their_number_is_told() -> None:
    said = asks(
        *(
            f"Urges the Government of {name} to mend its lamps;"
            for name in ("Peru", "Chad", "Fiji")
        ),
        "Urges all other Member States to lend theirs.",
    )
    assert said.startswith("It makes 4 requests; in its strongest terms, 4 in all, it “urges")


def test_a_quotation_ends_where_its_task_ends() -> None:
    said = asks(
        "Urges the Government of Peru to mend its lamps, and encourages all Member States to help;",
        "Encourages the Secretary-General to watch.",
    )
    assert "“urges the Government of Peru to mend its lamps”" in said


URGED = (
    "Urges the Government of Norway to publish its tables of the tides;",
    "Urges the Government of Peru to publish its maps;",
    "Requests the Secretary-General to report on a ban on paraffin lamps to the General Assembly "
    "at its eighty-second session;",
)


def test_what_is_asked_on_the_subject_of_the_title_is_told_though_it_is_weaker() -> None:
    ban = "Calls upon all States to establish a ban on lamps that burn paraffin;"
    said = asks(*URGED, ban, title="Ban on paraffin lamps")
    assert (
        "; on the subject of its title it \u201ccalls upon all States to establish a ban on lamps "
        "that burn paraffin\u201d; it asks for a report"
    ) in said


def test_a_report_on_the_subject_of_the_title_is_not_told_so() -> None:
    assert "on the subject of its title" not in asks(*URGED, title="Ban on paraffin lamps")


def test_what_stands_among_the_strongest_already_is_not_told_twice() -> None:
    said = asks(
        "Urges all States to establish a ban on paraffin lamps;",
        "Calls upon all States to carry out the ban on paraffin lamps;",
        title="Ban on paraffin lamps",
    )
    assert "on the subject of its title" not in said


def test_what_one_verb_asks_of_a_second_one_is_not_quoted_again() -> None:
    said = asks(
        "Urges all Member States to light the lamps, and the Government of Norway to sell oil;",
        "Urges the Government of Peru to mend the lamps.",
    )
    assert said.count("urges all Member States") == 1
    assert "Government of Peru" in said
