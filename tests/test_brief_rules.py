"""The rules of a brief, each on a made-up case: what is said, and what is left unsaid."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from counterdraft.brief.brief import brief
from counterdraft.brief.case import make_case
from counterdraft.brief.order import comparisons
from counterdraft.brief.report import Bullets, Part, Report, Table, passages
from counterdraft.brief.requests import asking_forces, own_acts, requests, unaddressed
from counterdraft.brief.sections.dates import as_read, clause
from counterdraft.brief.summary import names_of
from counterdraft.brief.to_json import to_json
from counterdraft.model import (
    Addressee,
    AddresseeClass,
    Block,
    Citation,
    DateMention,
    Document,
    Paragraph,
    Resolution,
    Span,
    Verb,
)
from counterdraft.model import Part as PartName
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from counterdraft.wording.english import (
    counted,
    listed,
    long_date,
    ordinal,
    sentence,
    shortened,
    some,
)


def part(report: Report, section: str, kind: type[Part]) -> Part:
    """The first part of a kind in a section of the only chapter."""
    (chapter,) = report.chapters
    (found,) = (each for each in chapter.sections if each.id == section)
    return next(each for each in found.parts if isinstance(each, kind))


def make_paragraph(
    name: str, text: str, start: int = 0, part: PartName = "operative", **more: object
) -> Paragraph:
    number = name.removeprefix("op").removeprefix("pp")
    whole = Span(start, start + len(text))
    given: dict[str, object] = {"phrase": None, "level": name.count(".")} | more
    return Paragraph(id=name, part=part, number=number, text=text, span=whole, **given)  # type: ignore[arg-type]


def make_document(*texts: str, source: str = "made.txt") -> Document:
    blocks, at = [], 0
    for number, text in enumerate(texts, 1):
        blocks.append(Block(Span(at, at + len(text)), line=number))
        at += len(text) + 1
    return Document(
        source=source, media_type="text/plain", text="\n".join(texts), blocks=tuple(blocks)
    )


def resolution_of(*paragraphs: Paragraph, **more: object) -> Resolution:
    end = max((p.span.end for p in paragraphs), default=0)
    given = {"span": Span(0, end)} | more
    return Resolution(source="made.txt", paragraphs=paragraphs, **given)  # type: ignore[arg-type]


def verb(text: str, start: int, force: str, lemma: str) -> Verb:
    return Verb(text, Span(start, start + len(text)), lemma, force=force)


def test_a_verb_that_asks_without_an_object_is_said_to() -> None:
    text = "Encourages to revitalize the review."
    asked = make_paragraph("op1", text, verbs=(verb("Encourages", 0, "encourage", "encourage"),))
    resolution = resolution_of(asked)
    assert requests(resolution) == ()
    assert [(p.id, v.text) for p, v in unaddressed(resolution)] == [("op1", "Encourages")]
    summary = part(brief(make_document(text), [resolution]), "asks", Bullets)
    assert isinstance(summary, Bullets)
    said = [item.text for item in summary.items]
    assert "By “Encourages” it asks for something, and no addressee was recognized." in said
    assert not any("anything" in text for text in said)


def test_those_whom_one_verb_asks_for_one_thing_make_one_request() -> None:
    text = "Invites States and donors to give."
    one, verb_span, action = Span(8, 14), Span(0, 7), Span(26, 33)
    two: list[tuple[AddresseeClass, Span]] = [("member_states", one), ("donors", Span(19, 25))]
    both = tuple(
        Addressee(class_, span.of(text), "Invites", span, verb_span, action, "invite")
        for class_, span in two
    )
    asked = make_paragraph(
        "op1", text, verbs=(verb("Invites", 0, "invite", "invite"),), addressees=both
    )
    (request,) = requests(resolution_of(asked))
    assert [each.text for each in request.addressees] == ["States", "donors"]
    assert [thing.span.of(text) for thing in request.things] == ["to give"]


def test_the_organ_is_not_among_those_who_are_asked() -> None:
    text = "Decides to remain seized of the matter."
    itself = Addressee("ga_body", "", "Decides", Span(7, 7), Span(0, 7), Span(8, 38), "decide")
    decides = make_paragraph(
        "op1", text, verbs=(verb("Decides", 0, "decide", "decide"),), addressees=(itself,)
    )
    resolution = resolution_of(decides)
    assert requests(resolution) == ()
    (act,) = own_acts(resolution)
    assert act.things[0].span.of(text) == "to remain seized of the matter"


def test_a_citation_left_open_stands_with_its_candidates() -> None:
    text = "Recalls resolution 34/24."
    open_one = Citation(
        None, "34/24", "resolution", Span(19, 24), None, ("A/RES/34/24", "A/HRC/RES/34/24")
    )
    recalls = make_paragraph("op1", text, citations=(open_one,))
    table = part(brief(make_document(text), [resolution_of(recalls)]), "citations", Table)
    assert isinstance(table, Table)
    (row,) = table.groups[0].rows
    assert [said.text for cell in row.cells[:2] for said in cell] == [
        "34/24",
        "A/RES/34/24 or A/HRC/RES/34/24",
    ]


def test_the_title_is_found_before_the_formula_and_dates_where_they_are_said() -> None:
    lines = ("10 May 2030", "A title", "The General Assembly,", "Noting much,", "1. Notes it.")
    document = make_document(*lines, source="/home/somebody/made.txt")
    start = document.text.index("Noting")
    noting = make_paragraph("pp1", "Noting much,", start, "preambular")
    resolution = resolution_of(
        noting, title="A title", date="2030-05-10", formula="The General Assembly,"
    )
    case = make_case(document, resolution, "Counterdraft 0")
    assert case.stated["title"].span.of(document.text) == "A title"
    assert case.stated["date"].span.of(document.text) == "10 May 2030"
    assert [passage.text for passage in case.excerpts] == ["10 May 2030"]
    assert "/home" not in to_json(brief(document, [resolution]))


def test_an_amendment_document_is_shown_and_not_analysed() -> None:
    document = make_document("Amendment to A/C.3/81/L.23", "Replace “a” with “b”.")
    whole = Span(0, len(document.text))
    amendment = Resolution(
        source="made.txt", kind="amendment", draft_symbol="A/C.3/81/L.23", span=whole
    )
    (chapter,) = brief(document, [amendment]).chapters
    assert [section.id for section in chapter.sections] == ["head", "text", "method"]


def test_what_an_amendment_would_do_is_said_in_its_own_words() -> None:
    document = make_document("Amendment to A/C.3/81/L.23", "Lamps", "Delete paragraph 3.")
    amendment = Resolution(
        source="made.txt", kind="amendment", draft_symbol="A/C.3/81/L.23", title="Lamps",
        span=Span(0, len(document.text)),
    )  # fmt: skip
    assert "it says: “Delete paragraph 3”" in to_json(brief(document, [amendment]))


def test_several_drafts_are_called_by_what_they_are() -> None:
    document = make_document("Notes it.")
    draft = resolution_of(make_paragraph("op1", "Notes it."))
    assert brief(document, [draft, draft]).title == "2 draft resolutions in made.txt"


def test_a_clause_runs_from_verb_to_verb() -> None:
    text = "Notes the offer made on 9 September 2026, and requests the Office to act by 1 May 2027;"
    paragraph = make_paragraph(
        "op1",
        text,
        verbs=(verb("Notes", 0, "note", "note"), verb("requests", 46, "request", "request")),
    )
    at = text.index("9 September")
    assert clause(paragraph, Span(at, at + 16)).of(text) == (
        "Notes the offer made on 9 September 2026"
    )
    at = text.index("1 May")
    assert (
        clause(paragraph, Span(at, at + 10)).of(text) == "requests the Office to act by 1 May 2027"
    )


def test_a_long_clause_begins_and_ends_near_its_date() -> None:
    text = f"Noting {'much, ' * 90}on 9 May 2026 {'and so on, ' * 40}"
    paragraph = make_paragraph("op1", text, verbs=(verb("Noting", 0, "note", "note"),))
    at = text.index("9 May")
    cut = clause(paragraph, Span(at, at + 10)).of(text)
    assert len(cut) < 400
    assert "9 May 2026" in cut


@pytest.mark.parametrize(
    ("mention", "said"),
    [
        (DateMention("day", "x", Span(0, 1), "2026-05-09", "2026-05-09"), "9 May 2026"),
        (DateMention("month", "x", Span(0, 1), "2026-05", "2026-05"), "May 2026"),
        (DateMention("period", "x", Span(0, 1), "2024", "2026"), "2024 to 2026"),
        (DateMention("session", "x", Span(0, 1), session=82), "82nd session"),
        (
            DateMention("session", "the Tenth Special Session", Span(0, 1), session=10),
            "10th special session",
        ),
        (DateMention("day", "9 May", Span(0, 1)), "9 May (no year)"),
    ],
)
def test_dates_are_said_as_they_were_read(mention: DateMention, said: str) -> None:
    assert as_read(mention) == said


def test_the_force_of_verbs_is_compared_where_the_order_compares_it() -> None:
    assert comparisons({"request"}) == ()
    assert comparisons({"request", "call"}) == ("By force these verbs do not compare.",)
    assert comparisons({"urge", "call", "invite"}) == (
        "By force, “urges” is stronger than “calls upon”; “calls upon” is stronger than “invites”.",
    )


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (counted(0, "annex", "annexes"), "no annex"),
        (counted(1, "annex", "annexes"), "1 annex"),
        (counted(1204, "word"), "1,204 words"),
        (listed([]), ""),
        (listed(["a", "b", "c"]), "a, b and c"),
        (some(["a", "b", "c", "d"], 2), "a, b and 2 others"),
        (some(["a", "b", "c"], 2), "a, b and c"),
        (long_date("2024-12-17"), "17 December 2024"),
        (long_date("2024"), "2024"),
        (long_date("2024-13"), "2024-13"),
        (ordinal(1) + ordinal(2) + ordinal(3) + ordinal(11) + ordinal(113), "1st2nd3rd11th113th"),
        (shortened("a  b\nc", 9), "a b c"),
        (shortened("one two three", 9), "one two…"),
        (shortened("unbreakable", 5), "unbr…"),
        (sentence("so it is"), "So it is."),
    ],
)
def test_wording(said: str, expected: str) -> None:
    assert said == expected


def test_a_list_that_has_no_number_of_its_own_is_shown() -> None:
    text = "Decides to act."
    paragraph = make_paragraph("op1", text)
    plain = make_document(text)
    blocks = (Block(Span(0, len(text)), line=1, number=("",), role="operative"),)
    report = brief(replace(plain, blocks=blocks), [resolution_of(paragraph)])
    assert [each.number for each in passages(report.chapters[0])] == [""]


def test_only_verbs_that_ask_are_among_the_strongest_terms() -> None:
    assert {"demand", "request", "invite", "decide"} <= asking_forces()
    assert not {"affirm", "stress", "note", "welcome"} & asking_forces()


def test_a_pronoun_is_no_name_among_those_who_are_asked() -> None:
    asks = "1. Notes the Fund, and urges it to act;\n\n2. Urges States to act."
    text = f"The General Assembly,\n\nRecalling it,\n\n{asks}"
    document = from_text(text.encode(), "x.txt")
    (resolution,) = parse(document)
    assert names_of(requests(resolution)) == ["States"]
