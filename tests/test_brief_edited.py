"""What was edited between two texts is shown, word by word, and told in the head."""

from __future__ import annotations

import pytest

from counterdraft.brief.brief import brief
from counterdraft.brief.edited import edited
from counterdraft.brief.known import Known
from counterdraft.brief.report import Chapter, Section, Table
from counterdraft.compare.compare import compare
from counterdraft.model import Resolution
from counterdraft.model.comparison import Relation
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from tests.test_compare import ORDERS, PREAMBLE, changed, draft

LAMPS = "Invites the harbour towns of Orlavia to develop rules for the keeping of lamps and buoys"
KEPT = "Invites the harbour towns of Orlavia to continue developing rules for the keeping of lamps"


def _changes(a: Resolution, b: Resolution) -> list[list[tuple[str, str]]]:
    found = edited(compare(a, b, "versions"))
    return [
        [(c.a.text if c.a else "", c.b.text if c.b else "") for c in each.changes] for each in found
    ]


def _chapter(before: tuple[str, ...], now: tuple[str, ...]) -> Chapter:
    first = draft(*before)
    numbered = "\n\n".join(f"{n}. {words};" for n, words in enumerate(now, 1))
    preamble = "\n\n".join(f"{words}," for words in PREAMBLE)
    text = f"Salt works\n\nThe General Assembly,\n\n{preamble}\n\n{numbered}"
    document = from_text(text.encode(), "now.txt")
    (resolution,) = parse(document)
    known = Known(predecessor=compare(first, resolution, "versions"))
    (chapter,) = brief(document, [resolution], known=[known]).chapters
    return chapter


def _section(chapter: Chapter, name: str) -> Section:
    return next(each for each in chapter.sections if each.id == name)


def _table(section: Section) -> Table:
    title = "What was edited, word by word"
    return next(p for p in section.parts if isinstance(p, Table) and p.title == title)


def test_few_words_that_changed_are_shown_with_those_around_them() -> None:
    (changes,) = _changes(draft(*ORDERS, LAMPS), draft(*ORDERS, KEPT))
    assert changes[0] == (
        "Orlavia to develop rules for",
        "Orlavia to continue developing rules for",
    )
    assert changes[1][0] == "of lamps and buoys"


def test_the_words_shown_stand_where_they_are_said_to_stand() -> None:
    a, b = draft(*ORDERS, LAMPS), draft(*ORDERS, KEPT)
    shown = 0
    for each in (change for found in edited(compare(a, b)) for change in found.changes):
        for quote, text in ((each.a, a), (each.b, b)):
            if quote is not None:
                (paragraph,) = (p for p in text.paragraphs if p.id == quote.key)
                start = quote.span.start - paragraph.span.start
                assert paragraph.text[start:][: len(quote.text)] == quote.text
                shown += 1
    assert shown >= 3


def test_marks_and_capitals_alone_are_no_change() -> None:
    marked = LAMPS.replace("harbour towns", "Harbour Towns,")
    assert _changes(draft(*ORDERS, LAMPS), draft(*ORDERS, marked)) == []


def test_the_most_changed_comes_first_and_the_next_session_last() -> None:
    later = ORDERS[2].replace("eighty-second", "eighty-third")
    changes = _changes(draft(*ORDERS, LAMPS), draft(*changed(3, later), KEPT))
    assert "develop" in changes[0][0][0]
    assert "eighty-second" in changes[1][0][0]


def test_the_section_shows_the_words_of_either_and_what_one_text_alone_has() -> None:
    chapter = _chapter((*ORDERS, LAMPS), (*ORDERS[1:], KEPT))
    table = _table(_section(chapter, "previous"))
    assert table.columns == ("Paragraph", "A, the text before", "B, this text")
    rows = {group.title: group.rows for group in table.groups}
    assert list(rows) == ["Operative part, edited", "In A alone"]
    where, before, now = rows["Operative part, edited"][0].cells
    assert [each.label for said in where for each in said.evidence] == ["OP4"]
    assert "develop rules" in before[0].text
    assert "continue developing rules" in now[0].text
    assert [each.label for each in before[0].evidence] == ["A OP5"]
    (gone,) = rows["In A alone"]
    assert gone.cells[1][0].text == f"{ORDERS[0]};"


def test_what_is_left_out_of_the_table_is_counted() -> None:
    before = tuple(f"{LAMPS} at pier {each} of harbour {each}" for each in "abcdefghijklmnopqrs")
    now = tuple(each.replace("develop", "continue to develop") for each in before)
    (group, *_) = _table(_section(_chapter(before, now), "previous")).groups
    assert len(group.rows) == 17
    assert group.rows[-1].cells[0][0].text == "and 3 paragraphs more, less changed"


def test_the_head_says_what_was_dropped_in_its_words() -> None:
    chapter = _chapter((*ORDERS, LAMPS), (*ORDERS[1:], KEPT))
    (bullets, *_) = _section(chapter, "head").parts
    (since,) = (each.text for each in bullets.items if each.text.startswith("Since"))  # type: ignore[union-attr]
    assert "1 dropped (OP1 “Condemns the transfer of workers" in since


LIST = (
    "Recalling its resolutions 49/75 of 15 December 1994, 50/70 of 12 December 1995 and 51/45 of "
    "{} December 1996 on {} of the coast"
)
AGENDA = (
    "Decides to include in the provisional agenda of its eighty-second session, under the item "
    "entitled “Light”, the sub-item entitled “{} of the coast”"
)
TOWER = "Urges Orlavia to light the {} of its harbours and to keep a watch on its quays at {}"
APART = "Requests Orlavia to {} the towers of its harbours {}"


@pytest.mark.parametrize(
    ("relation", "shown"), [("rivals", ["op1"]), ("versions", ["op2", "op1", "op3", "pp1"])]
)
def test_of_rivals_only_what_is_mostly_the_same_and_no_formula_is_shown(
    relation: Relation, shown: list[str]
) -> None:
    parts = ("close", "in winter, and to store the lamp oil of the guilds in them")
    others = ("sell", "to pilots, and to count the ropes and anchors every year")
    one, other = (
        draft(TOWER.format(*what), APART.format(*which), AGENDA.format(name),
              preamble=(LIST.format(day, name.lower()),))
        for what, which, name, day in (
            (("towers", "dawn"), parts, "Lamps", 10), (("gates", "dusk"), others, "Nets", 11)
        )
    )  # fmt: skip
    found = edited(compare(one, other, relation))
    assert sorted(each.a[0].head.key for each in found) == sorted(shown)
