"""Who brings a draft by office: the brief quotes the line that says so; it names no sponsor."""

from __future__ import annotations

import pytest

from counterdraft.brief.brief import brief
from counterdraft.brief.report import Bullets, Facts
from counterdraft.parse.parse import parse
from counterdraft.read.read import read

LINE = (
    "Draft resolution submitted by the Vice-Chair of the Committee, Ana Salis (Orlavia), on the "
    "basis of informal consultations on draft resolution A/C.2/81/L.14"
)


def told(line: str) -> tuple[str, dict[str, str]]:
    """The first sentence of the head, and the facts of its table."""
    text = (
        f"A/C.2/81/L.55\n\nSecond Committee\n\n{line}\n\nSalt and development\n\n"
        "The General Assembly,\n\nRecalling the Charter of the United Nations,\n\n"
        "1. Requests the Secretary-General to report on salt.\n"
    )
    document = read(text.encode(), "draft.txt")
    head = brief(document, parse(document)).chapters[0].sections[0]
    said, facts = (next(p for p in head.parts if isinstance(p, kind)) for kind in (Bullets, Facts))
    assert isinstance(said, Bullets)
    assert isinstance(facts, Facts)
    cells = {fact.term: " ".join(each.text for each in fact.values) for fact in facts.facts}
    return said.items[0].text, cells


def test_who_brings_it_by_office_and_on_what_basis_is_told_in_the_documents_words() -> None:
    first, cells = told(LINE)
    assert f"it is headed “{LINE}”" in first
    assert cells["Brought by"] == LINE
    assert "Orlavia" not in cells["Sponsors"]


@pytest.mark.parametrize(
    "line",
    [
        "Chile and Fiji: draft resolution",
        "Draft resolution submitted by Fiji (on behalf of the Group of Salt)",
        "Report submitted by the Chair of the Working Group on the draft resolution",
    ],
)
def test_what_a_state_brings_or_is_no_draft_is_not_told_as_brought_by_office(line: str) -> None:
    first, cells = told(line)
    assert "it is headed" not in first
    assert "Brought by" not in cells
