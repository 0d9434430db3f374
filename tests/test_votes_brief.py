"""The vote in a brief: which votes are on a draft's subject, and what they say to its article."""

from __future__ import annotations

import io
import json
import zipfile
from functools import cache
from pathlib import Path

import pytest

from counterdraft.brief.brief import brief
from counterdraft.brief.case import make_case
from counterdraft.brief.items import items_of
from counterdraft.brief.known import Known
from counterdraft.brief.report import Bullets, Picture, Prose, Report, Section, Table, statements
from counterdraft.brief.sections.vote import of_figures
from counterdraft.brief.sections.vote import vote as section
from counterdraft.brief.to_docx import to_docx
from counterdraft.brief.to_html import to_html
from counterdraft.brief.to_json import to_json
from counterdraft.brief.to_markdown import to_markdown
from counterdraft.brief.to_pdf import to_pdf
from counterdraft.errors import NoCorpus, NoSeries
from counterdraft.jobs.against import Beside
from counterdraft.jobs.brief import make_brief
from counterdraft.jobs.brief_votes import votes_on
from counterdraft.jobs.votes import import_votes, shipped_facts, votes_folder
from counterdraft.lexicon.vote_faults import known_figures
from counterdraft.model import Document, Resolution
from counterdraft.model.vote import Vote
from counterdraft.model.voted import Voted, VotedRow
from counterdraft.parse.parse import parse
from counterdraft.read.read import read
from counterdraft.votes.merge import merge
from counterdraft.votes.series.match import Matched, match
from counterdraft.votes.series.told_brief import voted
from tests.series_votes import NORWAY, vote, without

SEED = Path(__file__).parent.parent.parent / "shared" / "seed" / "000_a34b27da3f2bbd3d.txt"
ARTICLE = """\
Notes of a delegate, 12 May 2015

It has been backed by a growing majority of UN members, even counting abstentions and absences.

The General Assembly,

Recalling its resolution 69/188 of 18 December 2014,

1. Urges the Government of the Democratic People's Republic of Korea to respect human rights;

2. Decides to remain seized of the matter.
"""


def draft(title: str, text: str = ARTICLE) -> tuple[Document, list[Resolution]]:
    whole = text.replace("The General Assembly,", f"{title}\n\nThe General Assembly,")
    document = read(whole.encode(), "article.txt")
    return document, list(parse(document))


DIALOGUE = "Dialogue on human rights in the Democratic People's Republic of Korea"


@cache
def report(title: str = DIALOGUE) -> Report:
    document, resolutions = draft(title)
    known = [Known(voted=each) for each in votes_on(document, resolutions, None)]
    return brief(document, resolutions, known=known)


def matched(title: str) -> Matched | None:
    _, (resolution,) = draft(title)
    return match(resolution, merge(shipped_facts(), known_figures()))


# Which votes


def test_a_text_of_the_title_is_of_the_series() -> None:
    found = matched("Situation of human rights in the Democratic People’s Republic of Korea")
    assert found is not None
    assert found.relation == "own"
    assert found.said.endswith("It cites A/RES/69/188 of them.")


def test_another_title_on_the_same_state_and_subject_is_said_to_be_no_text_of_it() -> None:
    found = matched(DIALOGUE)
    assert found is not None
    assert found.relation == "subject"
    assert "these are not votes on it" in found.said


@pytest.mark.parametrize(
    "title",
    [
        "Situation of human rights in the Islamic Republic of Iran",
        "Nuclear tests of the Democratic People's Republic of Korea",
        "Human rights and unilateral coercive measures",
        "Human rights in the Republic of Korea",
    ],
)
def test_what_is_on_something_else_has_no_votes(title: str) -> None:
    assert matched(title) is None


def test_of_several_series_on_one_subject_none_is_chosen() -> None:
    votes = [vote(60), vote(60, title="Human rights in Norway of fishing people", number=2),
             vote(61, title="Norway", number=4)]  # fmt: skip
    _, (resolution,) = draft("Human rights in Norway of fishing people and their situation in all")
    found = match(resolution, votes)
    assert found is not None
    assert (found.series, found.relation) == (None, "unclear")
    assert NORWAY in found.said


# What is said


def parts(kind: type) -> list[object]:
    (chapter,) = report().chapters
    section = next(each for each in chapter.sections if each.id == "vote")
    return [part for part in section.parts if isinstance(part, kind)]


def test_the_section_has_the_table_and_the_picture() -> None:
    (table,) = parts(Table)
    (picture,) = parts(Picture)
    assert isinstance(table, Table)
    assert isinstance(picture, Picture)
    rows = table.groups[0].rows
    assert [each.text for cell in rows[0].cells for each in cell] == [
        "2005", "A/RES/60/173", "88", "46.1%", "21", "60", "22", "recorded",
    ]  # fmt: skip
    assert [each.text for cell in rows[7].cells for each in cell][-1] == "none (inferred)"
    assert picture.svg.startswith("<svg")


def test_a_claim_of_the_article_is_held_against_what_had_come_by_its_day() -> None:
    claim = parts(Bullets)[0]
    assert isinstance(claim, Bullets)
    assert claim.title == "A claim in the words around the draft"
    day, head, *rest = claim.items
    assert "12 May 2015, the latest day that it names" in day.text
    assert day.evidence[0].span.of(draft(DIALOGUE)[0].text) == "12 May 2015"
    words = head.evidence[0].span.of(draft(DIALOGUE)[0].text)
    assert words.endswith(
        "a growing majority of UN members, even counting abstentions and absences"
    )
    assert any("2014, 116 of 193" in each.text for each in rest)
    assert not any("2015, 119" in each.text for each in rest)


def test_it_says_who_moved_last_and_whence_the_figures_are() -> None:
    titles = [each.title for each in parts(Bullets) if isinstance(each, Bullets)]
    assert titles == [
        "A claim in the words around the draft", "Of these figures",
        "Who moved last", "Sources of these figures",
    ]  # fmt: skip


def test_a_note_stands_once_with_all_the_votes_that_it_is_of() -> None:
    rows = [VotedRow((str(year), f"A/RES/{year - 1945}/9"), ("Counted.",)) for year in (1985, 1986)]
    rows += [VotedRow(("1990", "A/RES/45/9")), VotedRow(("1991", "A/RES/46/9"), ("Counted.", "X."))]
    (notes,) = of_figures(rows)
    assert [each.text for each in statements(notes)] == [
        "1985, A/RES/40/9, to 1986, A/RES/41/9; 1991, A/RES/46/9: Counted.",
        "1991, A/RES/46/9: X.",
    ]


def test_a_draft_without_votes_has_no_such_section() -> None:
    (chapter,) = report("The right to food").chapters
    assert "vote" not in {each.id for each in chapter.sections}


def test_a_series_can_be_named_and_bounded(tmp_path: Path) -> None:
    path = tmp_path / "food.txt"
    document, _ = draft("The right to food")
    path.write_text(document.text)
    data = json.loads(
        make_brief(str(path), "json", beside=Beside(series="dprk", as_of="2012-01-01"))
    )
    (section,) = (s for s in data["chapters"][0]["sections"] if s["id"] == "vote")
    assert section["parts"][0]["statements"][0]["text"].endswith("as asked for.")
    assert "A/RES/69/188" not in json.dumps(section["parts"][-3])
    with pytest.raises(NoSeries):
        make_brief(str(path), "json", beside=Beside(series="dprk", as_of="1990-01-01"))


def test_a_corpus_may_hold_votes_alone(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(ARTICLE)
    with pytest.raises(NoCorpus):
        make_brief(str(path), "json", beside=Beside(corpus=tmp_path))
    table = tmp_path / "mine.csv"
    table.write_text("symbol,date,yes,no,abstain\nA/RES/80/900,2025-12-01,100,20,30\n")
    import_votes([str(table)], votes_folder(tmp_path))
    made = json.loads(
        make_brief(str(path), "json", beside=Beside(corpus=tmp_path, series="80/900"))
    )
    assert "A/RES/80/900" in json.dumps(made)


def test_unclear_votes_are_said_to_be_so_and_nothing_more() -> None:
    document, (resolution,) = draft(DIALOGUE)
    unclear = Voted(relation="unclear", matched="Which votes are on its subject is not clear.")
    made = section(make_case(document, resolution, "x", known=Known(voted=unclear)))
    assert made is not None
    (only,) = made.parts
    assert isinstance(only, Prose)


# How far they are known


def told_of(cites: str, *votes: Vote) -> Section:
    """The section on the vote of a text on Norway that cites, beside which those are known."""
    text = f"The General Assembly,\n\nRecalling its resolutions {cites},\n\n1. Decides so.\n"
    document, (resolution,) = draft(NORWAY, text)
    found = match(resolution, votes)
    assert found is not None
    known = Known(voted=voted(found, document, [resolution], 0))
    made = section(make_case(document, resolution, "x", known=known))
    assert made is not None
    return made


def test_texts_cited_in_one_list_with_the_series_of_which_no_vote_is_known_are_told() -> None:
    known = [vote(61, "NOR"), vote(62, "NOR"), vote(63, "NOR", number=9, title="Salt")]
    made = told_of("61/1 of 15 December 2006, 62/1, 63/9 and 64/7", *known)
    (lead, *_) = made.parts
    assert isinstance(lead, Prose)
    said = " ".join(each.text for each in lead.statements)
    assert "In one list with these it cites A/RES/64/7, on which no vote is known here." in said
    assert (
        "2 texts as a whole known here, 2006–2007: 2 by a recorded vote; in one list with them "
        "the text cites 1 other, on which no vote is known here."
    ) in said


def test_a_vote_that_a_source_has_without_the_letter_of_the_part_is_known_by_its_day() -> None:
    cites = "61/1, 62/1, 63/1 A of 15 December 2008 and 63/1 B of 3 April 2009"
    lead = told_of(cites, *(vote(each, "NOR") for each in (61, 62, 63))).parts[0]
    assert isinstance(lead, Prose)
    said = " ".join(each.text for each in lead.statements)
    assert "with these it cites A/RES/63/1 B, on which no vote is known here." in said


def test_sessions_between_of_which_none_is_known_are_told_with_the_count() -> None:
    lead = told_of("61/1", vote(61, "NOR"), vote(64, "NOR")).parts[0]
    assert isinstance(lead, Prose)
    assert "2 by a recorded vote; of 2 sessions between none is known." in lead.statements[1].text


def test_another_day_to_tell_votes_as_of_is_no_other_account_of_them() -> None:
    document, resolutions = draft(DIALOGUE)
    (first,), (other,) = (
        votes_on(document, resolutions, None, as_of=f"2026-10-{day}") for day in (20, 25)
    )
    assert first is not None
    assert other is not None
    assert first.summary != other.summary
    items = [items_of(resolutions[0], Known(voted=each)) for each in (first, other)]
    assert any(each.kind == "votes" for each in items[0])
    assert items[0] == items[1]


def test_what_was_never_voted_on_has_neither_a_picture_nor_a_table() -> None:
    made = told_of("61/1", without(61), without(62), without(63))
    assert not [each for each in made.parts if isinstance(each, (Picture, Table))]
    (texts,) = [each for each in made.parts if isinstance(each, Bullets) and each.title
                and each.title.startswith("Text by text")]  # fmt: skip
    assert [each.text for each in texts.items] == [
        "2006–2008, without a vote: 3 texts; A/RES/61/1, A/RES/62/1 and A/RES/63/1"]  # fmt: skip


# The forms


def test_the_same_brief_every_time() -> None:
    assert to_json(report()) == to_json(report.__wrapped__())
    assert to_docx(report()) == to_docx(report())


def test_each_form_has_the_picture_where_it_can() -> None:
    assert '<figure class="picture"><svg' in to_html(report())
    with zipfile.ZipFile(io.BytesIO(to_docx(report()))) as file:
        names = file.namelist()
        body = file.read("word/document.xml").decode()
    assert [name for name in names if name.startswith("word/media/")] == ["word/media/image1.png"]
    assert 'descr="General Assembly, 21 texts' in body
    assert b"/Image" in to_pdf(report())
    assert r"| 2005 | A/RES/60/173 | 88 | 46\.1% |" in to_markdown(report())


@pytest.mark.skipif(not SEED.exists(), reason=f"there is no {SEED}")
def test_the_brief_of_the_seed_answers_its_article() -> None:
    text = make_brief(str(SEED), "md").decode()
    assert "the latest day that it names" in text
    assert "Holds in 2006, 2007 and from 2009; does not hold in 2005 and 2008." in text
    assert "Up from each vote to the next, but for 2008." in text
    assert "these are not votes on it, nor on texts that it continues" in text
