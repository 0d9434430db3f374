"""The method of a brief: from what it was made, by version and digest, and what was not done."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from msgspec.structs import replace

from counterdraft.brief.case import make_case
from counterdraft.brief.kept import Event, Kept
from counterdraft.brief.known import NOTHING, Known
from counterdraft.brief.report import Facts, Section, Table
from counterdraft.brief.sections.method import method
from counterdraft.brief.sections.timeline import timeline
from counterdraft.model import Bounds, Comment, Document, Held, Provenance, Resolution, Span
from counterdraft.model.coverage import Coverage, MandateName
from counterdraft.model.finding import Findings, NotRun
from counterdraft.model.verdict import Verdicts
from counterdraft.model.voted import Voted, VotedDay
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

ARTICLE = Path(__file__).parent.parent / "examples" / "article.txt"


def read() -> tuple[Document, Resolution]:
    document = from_text(ARTICLE.read_bytes(), ARTICLE.name)
    (resolution,) = parse(document)
    return document, resolution


def facts(known: Known) -> dict[str, list[str]]:
    section = method(make_case(*read(), "Counterdraft 7.8.9", known=known))
    (found,) = (part for part in section.parts if isinstance(part, Facts))
    return {fact.term: [said.text for said in fact.values] for fact in found.facts}


def test_the_tool_and_the_text_are_named_by_version_and_digest() -> None:
    found = facts(NOTHING)
    assert found["Made by"] == ["Counterdraft 7.8.9"]
    assert sha256(read()[0].text.encode()).hexdigest() in found["Text read"][0]


def test_what_was_not_done_is_said_with_what_it_would_need() -> None:
    assert facts(NOTHING)["Not told, and what it would need"] == [
        "how it differs from a rival: another text",
        "where its words come from: a corpus",
        "what it says of a mandate, and what not: a mandate",
        "effects, tensions and the like: the rules to be run",
        "whether its claims hold: registers",
        "how votes on its subject went: votes that are known",
    ]
    assert not any("a corpus" in each for each in facts(full())["Not told, and what it would need"])


def test_comments_of_a_word_file_are_counted_by_author_and_place_and_not_repeated() -> None:
    document, resolution = read()
    first, second = (p.span.start + 3 for p in resolution.paragraphs[:2])
    comments = (
        Comment(Span(first, first + 4), "Too weak.", "Ana Vella"),
        Comment(Span(second, second), "Delete.", "Ana Vella"),
        Comment(Span(0, 1), "Check the date."),
    )
    case = make_case(replace(document, comments=comments), resolution, "Counterdraft 7.8.9")
    (table,) = (part for part in method(case).parts if isinstance(part, Facts))
    (left,) = (each.values for each in table.facts if each.term == "Left in the file")
    assert [(each.text, [place.label for place in each.evidence]) for each in left] == [
        ("2 comments by Ana Vella, not repeated here", ["PP1", "PP2"]),
        ("1 comment by somebody who is not named, not repeated here; 1 outside of the paragraphs",
         []),
    ]  # fmt: skip
    assert "Left in the file" not in facts(NOTHING)


def full() -> Known:
    held = (Held("General Assembly", 3, 74, 74, sessions=(74,)),)
    return Known(
        provenance=Provenance(
            source="article.txt", symbol=None, title=None, corpus=Bounds(3, 99, held)
        ),
        corpus="c0ffee",
        coverage=(
            Coverage(
                source="article.txt", places=1, topics=(),
                mandate=MandateName("m", "The mandate", "its source", digest="d1ce"),
            ),
        ),
        findings=Findings(
            source="article.txt", ran=("effect.x", "tension.y"),
            not_run=(NotRun("weakening.z", "a predecessor"),),
        ),
        verdicts=Verdicts(source="article.txt", as_of="2026-10-16", registers=("shipped facts",)),
    )  # fmt: skip


def test_corpus_mandates_registers_and_rules_are_named() -> None:
    found = facts(full())
    assert found["Corpus"] == [
        "the loaded corpus (3 texts: General Assembly 74), SHA-256 of its texts c0ffee"
    ]
    assert found["Mandates"] == ["The mandate (m), its source, SHA-256 d1ce"]
    assert found["Registers"] == ["shipped facts", "held against 16 October 2026"]
    assert found["Rules run"] == ["2 rules: effect.x, tension.y"]
    assert found["Rules not run"] == ["for want of a predecessor: weakening.z"]


def test_it_says_that_claims_were_checked_only_where_they_were() -> None:
    def first(known: Known) -> str:
        section: Section = method(make_case(*read(), "x", known=known))
        return repr(section.parts[0])

    assert "no claim that the text makes was checked" in first(NOTHING)
    assert "Looked up was only what registers say" in first(full())


def test_votes_and_the_days_of_a_dossier_make_one_timeline() -> None:
    voted = Voted(
        relation="own", matched="made", days=(VotedDay("2025-12-18", "A/RES/80/412", "recorded"),)
    )
    kept = Kept(events=(Event("2026-10-14", "circulated", "the dossier"),))
    case = make_case(*read(), "x", known=Known(voted=voted, dossier=kept))
    section = timeline(case)
    assert section is not None
    (table,) = (part for part in section.parts if isinstance(part, Table))
    dates = [row.cells[0][0].text for row in table.groups[0].rows]
    whence = {row.cells[2][0].text for row in table.groups[0].rows}
    assert dates.index("18 December 2025") < dates.index("14 October 2026")
    assert whence == {"votes", "the dossier", "this text"}
    assert timeline(case._replace(known=Known(voted=voted))) is None
