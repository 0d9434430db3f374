"""A dossier: one command renews the brief of a case, says what changed, and keeps to its folder."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from counterdraft.brief.items import changes
from counterdraft.brief.kept import Item
from counterdraft.brief.sections.changes import _differs, _within
from counterdraft.brief.sections.timeline import of_registers
from counterdraft.brief.word_body import TALLEST, WIDTH
from counterdraft.charts.days import Day, days_to_svg
from counterdraft.charts.render import size_of
from counterdraft.charts.svg import width_of
from counterdraft.cli.app import app
from counterdraft.errors import CounterdraftError, DossierError, SourceNotFound, WriteError
from counterdraft.jobs.dossier import renew
from counterdraft.jobs.dossier_file import read_dossier
from counterdraft.jobs.dossier_start import start
from counterdraft.jobs.dossier_written import Written
from counterdraft.model import Span
from counterdraft.model.register import Entry
from counterdraft.model.verdict import Verdict, Verdicts

EXAMPLES = Path(__file__).parent.parent / "examples"
KEPT = ".counterdraft/last-dossier.json"


def folder(path: Path, text: str) -> str:
    """A folder with the examples, and a dossier of that text."""
    for name in ("article.txt", "rival.txt", "revised.txt"):
        (path / name).write_bytes((EXAMPLES / name).read_bytes())
    (path / "dossier.toml").write_text(text, encoding="utf-8")
    return str(path)


def made(path: Path) -> dict[str, Any]:
    """The sections of the brief as JSON, by id."""
    data = json.loads((path / "brief.json").read_bytes())
    return {section["id"]: section for section in data["chapters"][0]["sections"]}


def said(section: dict[str, Any]) -> str:
    return json.dumps(section, ensure_ascii=False)


PLAIN = 'drafts = ["article.txt"]\noutputs = ["brief.json"]\n'


# Renewing


def test_one_command_writes_every_form_that_the_dossier_names(tmp_path: Path) -> None:
    outputs = '["brief.html", "brief.docx", "brief.md"]'
    where = folder(tmp_path, f'drafts = ["article.txt"]\noutputs = {outputs}\n')
    renew(where)
    assert (tmp_path / "brief.html").read_bytes().startswith(b"<!DOCTYPE html>")
    assert (tmp_path / "brief.docx").read_bytes().startswith(b"PK")
    assert (tmp_path / "brief.md").read_bytes().startswith(b"# Brief")


def test_without_a_place_to_write_it_the_brief_is_markdown(tmp_path: Path) -> None:
    result = renew(folder(tmp_path, 'drafts = ["article.txt"]\n'))
    assert result.text is not None
    assert result.text.startswith(b"# Brief")
    assert result.written == ()


def test_a_rival_the_text_before_it_and_notes_have_sections(tmp_path: Path) -> None:
    text = PLAIN + 'rival = "rival.txt"\nprevious = "revised.txt"\nnotes = ["notes.txt"]\n'
    where = folder(tmp_path, text)
    (tmp_path / "notes.txt").write_text("Ask whether OP3 <b>stays</b>.\n")
    renew(where)
    sections = made(tmp_path)
    assert {"against", "previous", "notes"} <= set(sections)
    assert "Ask whether OP3 <b>stays</b>." in said(sections["notes"])


def test_of_several_versions_the_last_is_briefed_and_compared_with_the_one_before(
    tmp_path: Path,
) -> None:
    text = 'drafts = ["rival.txt", "revised.txt"]\noutputs = ["brief.json"]\n'
    renew(folder(tmp_path, text))
    assert json.loads((tmp_path / "brief.json").read_bytes())["source"] == "revised.txt"
    head = said(made(tmp_path)["head"])
    assert "Since A/C.3/81/L.23: " in head
    assert "Since the draft before it, A" in said(made(tmp_path)["revised"])


def test_of_three_drafts_each_is_held_against_the_one_before(tmp_path: Path) -> None:
    folder(tmp_path, 'drafts = ["one.txt", "two.txt", "three.txt"]\noutputs = ["brief.json"]\n')
    verb, more = "1. Urges States to light the lamps of the coast;\n\n", "2. Notes the oil;\n\n"
    stays = "Recalls the lamps of the coast, and the towers that were lit there in the last winter;"
    for name, act, other in (
        ("one", verb, ""), ("two", verb.replace("Urges", "Invites"), more), ("three", verb, ""),
    ):  # fmt: skip
        body = f"{act}{other}3. {stays}\n\n4. Calls upon the towns to keep the towers."
        text = f"The General Assembly,\n\nMindful of lamps,\n\n{body}\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    renew(str(tmp_path))
    table, *_, full = made(tmp_path)["drafts"]["parts"]
    first, second, third = (row["cells"] for row in table["groups"][0]["rows"])
    assert [each[0]["text"] for each in second] == ["two.txt", "1", "none", "1", "1", "none"]
    assert [each[0]["text"] for each in third] == ["three.txt", "none", "1", "1", "none", "1"]
    assert first[0][0]["text"] == "one.txt"
    assert not any(first[1:])
    places = [e["place"] for each in (*second, *third) for s in each for e in s.get("evidence", ())]
    assert places == ["s2.op2", "s2.op1", "s2.op1", "s2.op2", "op1", "op1"]
    assert {each["id"] for each in full["passages"]} == {"s2.op1", "s2.op2"}
    (tmp_path / "dossier.toml").write_text(
        'drafts = ["one.txt", "two.txt"]\noutputs = ["brief.json"]\n', encoding="utf-8"
    )
    renew(str(tmp_path))
    assert "drafts" not in made(tmp_path)


def test_the_same_inputs_give_the_same_bytes_however_often(tmp_path: Path) -> None:
    where = folder(tmp_path, PLAIN)
    renew(where)
    first = (tmp_path / "brief.json").read_bytes()
    renew(where)
    assert (tmp_path / "brief.json").read_bytes() == first
    edit(tmp_path, "urges the international community", "invites the international community")
    renew(where)
    second = (tmp_path / "brief.json").read_bytes()
    renew(where)
    assert (tmp_path / "brief.json").read_bytes() == second != first


# What changed


def edit(path: Path, before: str, after: str) -> None:
    draft = path / "article.txt"
    text = draft.read_text(encoding="utf-8")
    assert re.search(before, text, re.IGNORECASE)
    draft.write_text(re.sub(before, after, text, flags=re.IGNORECASE), encoding="utf-8")


def test_the_first_brief_tells_no_changes_and_the_next_one_does(tmp_path: Path) -> None:
    where = folder(tmp_path, PLAIN)
    renew(where)
    assert "changes" not in made(tmp_path)
    edit(tmp_path, "urges the international community", "invites the international community")
    renew(where)
    section = made(tmp_path)["changes"]
    assert "of article.txt: 1 paragraph changed, " in said(section)
    (item,) = part_of(section, "Paragraphs")["items"]
    assert "“urges” went; “invites” came" in item["text"]
    assert item["evidence"][0]["label"] == "OP9"


def part_of(section: dict[str, Any], title: str) -> dict[str, Any]:
    """The part of that title."""
    return next(each for each in section["parts"] if each.get("title") == title)


def item(key: str, text: str, kind: str = "paragraph") -> Item:
    return Item(kind, key, key.upper(), text)  # type: ignore[arg-type]


def test_a_paragraph_is_known_again_by_its_words_and_not_its_number() -> None:
    before = [item("op1", "Welcomes the report"), item("op2", "Urges States to pay in full")]
    now = [item("op1", "Decides to meet"), item("op2", "Welcomes the report"),
           item("op3", "Urges all States to pay in full")]  # fmt: skip
    found = [(each.how, each.before and each.before.key, each.now and each.now.key)
             for each in changes(before, now)]  # fmt: skip
    assert found == [("new", None, "op1"), ("changed", "op2", "op3")]


def test_findings_topics_and_claims_that_change_are_told() -> None:
    before = [item("effect.x", "it would end it", "finding"), item("m food", "silent", "topic"),
              item("signed", "holds", "claim")]  # fmt: skip
    now = [item("m food", "addressed", "topic"), item("signed", "holds", "claim")]
    found = [(each.kind, each.how) for each in changes(before, now)]
    assert found == [("finding", "gone"), ("topic", "changed")]


def rests(kind: str, key: str, text: str, *places: str) -> Item:
    return Item(kind, key, key, text, places)  # type: ignore[arg-type]


THEN = [item("pp1", "Recalling the Charter of the United Nations"),
        item("pp2", "Noting the talks held in May between the two sides"),
        item("op1", "Requests the Office to answer the offer of cooperation"),
        item("op2", "Requests the Institute to judge the matter of salt anew"),
        item("op3", "Calls upon States to be fair to one another")]  # fmt: skip
SINCE = [item("pp1", "Recalling the Charter of the United Nations"),
         item("op1", "Requests the Institute to judge the matter of salt anew"),
         item("op2", "Requests the Office to answer the offer of cooperation"),
         item("op3", "Calls upon States to be fair to one another")]  # fmt: skip


def test_a_finding_and_a_claim_whose_paragraph_only_has_another_number_are_not_told() -> None:
    before = [*THEN, rests("finding", "effect.x", "OP2 would judge it anew.", "op2"),
              rests("claim", "the Office", "unknown", "op1"),
              rests("claim", "the Office", "unknown", "op1")]  # fmt: skip
    now = [*SINCE, rests("finding", "effect.x", "OP1 would judge it anew.", "op1"),
           rests("claim", "the Office", "unknown", "op2"),
           rests("claim", "the Office", "unknown", "op2")]  # fmt: skip
    found = changes(before, now)
    assert [(each.kind, each.how) for each in found] == [
        ("paragraph", "moved"), ("paragraph", "gone")]  # fmt: skip


def test_of_one_rule_on_two_paragraphs_the_one_that_went_is_told_as_gone() -> None:
    before = [*THEN, rests("finding", "contested", "OP2 may draw a vote: 1st of 5.", "op2"),
              rests("finding", "contested", "OP3 may draw a vote: 2nd of 5.", "op3"),
              rests("finding", "contested", "PP2 may draw a vote: 3rd of 5.", "pp2")]  # fmt: skip
    now = [*SINCE, rests("finding", "contested", "OP1 may draw a vote: 2nd of 4.", "op1"),
           rests("finding", "contested", "OP3 may draw a vote: 2nd of 5.", "op3")]  # fmt: skip
    found = [(each.how, each.was) for each in changes(before, now) if each.kind == "finding"]
    assert found == [("changed", "OP1 (then OP2) may draw a vote: 1st of 5."),
                     ("gone", "PP2 (then) may draw a vote: 3rd of 5.")]  # fmt: skip


def test_a_finding_on_the_paragraph_that_took_the_number_of_another_is_new() -> None:
    before = [*THEN, rests("finding", "effect.x", "OP1 would end it.", "op1")]
    now = [*SINCE, rests("finding", "effect.x", "OP1 would end it.", "op1")]
    assert [each.how for each in changes(before, now) if each.kind == "finding"] == ["new", "gone"]


def test_the_number_of_a_paragraph_of_another_text_is_not_mapped() -> None:
    said = "OP{} takes over A/RES/80/412, OP2 and ends it."
    before = [*THEN, rests("finding", "half", said.format(2), "op2")]
    now = [*SINCE, rests("finding", "half", said.format(1), "op1")]
    assert not [each for each in changes(before, now) if each.kind == "finding"]


def test_of_two_paragraphs_in_the_same_words_the_one_that_went_is_told() -> None:
    twice = [item("op1", "Urges States to act"), item("op2", "Urges States to act")]
    assert [each.how for each in changes(twice, twice[:1])] == ["gone"]


def test_another_account_of_the_votes_is_told() -> None:
    before, now = ([rests("votes", "votes", f"{n} texts are known.")] for n in (3, 2))
    (change,) = changes(before, now)
    assert (change.how, change.was) == ("changed", "3 texts are known.")


def test_other_quotes_and_dashes_are_no_change_and_a_split_is_one() -> None:
    before = [item("op1", "Calls it \u201csalt\u201d"), item("op2", "Urges States to pay in full, "
              "and decides to meet again in the spring of the year after")]  # fmt: skip
    now = [item("op1", 'Calls it "salt"'), item("op2", "Urges States to pay in full,"),
           item("op3", "and decides to meet again in the spring of the year after")]  # fmt: skip
    (split,) = changes(before, now)
    assert split.now is not None
    assert (split.how, split.now.label) == ("changed", "OP2 and OP3")


def test_what_the_dossier_itself_puts_beside_the_draft_is_told_where_it_changed(
    tmp_path: Path,
) -> None:
    days = "[dates]\nas_of = 2026-10-{}\n"
    where = folder(tmp_path, PLAIN + days.format(20))
    renew(where)
    (tmp_path / "ours.toml").write_bytes((EXAMPLES / "salt.toml").read_bytes())
    more = 'rival = "rival.txt"\nmandates = ["ours.toml"]\n'
    (tmp_path / "dossier.toml").write_text(PLAIN + more + days.format(10))
    renew(where)
    told = said(made(tmp_path)["changes"])
    for each in (
        "Rival rival.txt added.", "Mandate ours.toml added.",
        "As of 10 October 2026 instead of 20 October 2026.",
        "Which of these made which change cannot be told.",
    ):  # fmt: skip
        assert each in told
    first = (tmp_path / "brief.json").read_bytes()
    renew(where)
    assert (tmp_path / "brief.json").read_bytes() == first
    (tmp_path / "notes.md").write_text("Ask for the day.")
    (tmp_path / "dossier.toml").write_text(
        PLAIN + more + 'notes = ["notes.md"]\n' + days.format(10)
    )
    renew(where)
    (tmp_path / "notes.md").write_text("Ask for the day. It was not told.")
    renew(where)
    assert "Notes notes.md with other contents than then." in said(made(tmp_path)["changes"])
    rival = tmp_path / "rival.txt"
    rival.write_text(rival.read_text().replace("Urges", "Invites").replace("urges", "invites"))
    renew(where)
    told = said(made(tmp_path)["changes"])
    assert "Rival rival.txt with other contents than then." in told


def test_a_mark_of_punctuation_is_no_part_of_a_word_that_stayed() -> None:
    before, now = item("op1", "Thanks the Parties"), item("op1", "Thanks the Parties, held here")
    assert _differs(before, now) == "“, held here” came"


def test_quotation_marks_within_what_differs_are_those_that_stand_between_others() -> None:
    before = item("op1", "It asks States to “pay”")
    now = item("op1", "It asks States to “pay”; OP4 asks (“invites”) States to “come”")
    assert _differs(before, now) == "“; OP4 asks (‘invites’) States to ‘come’” came"
    assert _within("”; OP4, which is new, asks “") == "OP4, which is new, asks"
    assert _within("”") == "’"


def test_a_changed_draft_mandate_and_register_are_told_by_what_they_change(tmp_path: Path) -> None:
    text = PLAIN + 'rival = "rival.txt"\nmandates = ["ours.toml"]\nregisters = ["facts.csv"]\n'
    text += 'sponsors = ["Chile"]\n[dates]\nas_of = 2026-10-15\n'
    where = folder(tmp_path, text)
    facts, mandate = tmp_path / "facts.csv", tmp_path / "ours.toml"
    facts.write_bytes((EXAMPLES / "registers" / "orlavia.csv").read_bytes())
    mandate.write_bytes((EXAMPLES / "salt.toml").read_bytes())
    renew(where)
    before = made(tmp_path)
    assert {"silence", "effect", "claims"} <= set(before)
    digests = said(before["method"])
    facts.write_text(facts.read_text().replace("2026-03-14", "2026-03-04"))
    mandate.write_text(mandate.read_text().replace('"salt works"', '"copper mines"'))
    edit(tmp_path, "Decides to discontinue, as from its eighty-second session,", "Welcomes")
    renew(where)
    after = made(tmp_path)
    told = {part.get("title"): said(part) for part in after["changes"]["parts"]}
    assert "Gone: effect.conditions-scrutiny: OP3" in told["Findings"]
    assert "Changed: tension.review-and-silence" in told["Findings"]
    assert "Changed: Forcible transfer" in told["Topics of mandates"]
    assert "holds; it was: does not hold" in told["Claims"]
    assert said(after["method"]) != digests


def test_what_was_kept_is_whole_or_as_it_was(tmp_path: Path) -> None:
    where = folder(tmp_path, PLAIN)
    renew(where)
    kept = (tmp_path / KEPT).read_bytes()
    edit(tmp_path, "urges the international community", "invites the international community")
    with pytest.raises(WriteError):
        renew(where, [str(tmp_path / "nowhere" / "brief.md")])
    assert (tmp_path / KEPT).read_bytes() == kept


@pytest.mark.parametrize(
    "data",
    [
        b"{",
        b'{"schema": "counterdraft/last/9", "draft": "", "items": []}',
        pytest.param(b'{"x":' + b"[" * 100_000, id="deep"),
    ],
)
def test_a_record_that_cannot_be_read_is_told_with_what_to_do(tmp_path: Path, data: bytes) -> None:
    where = folder(tmp_path, PLAIN)
    renew(where)
    (tmp_path / KEPT).write_bytes(data)
    with pytest.raises(DossierError, match=r"last-dossier\.json: .* Delete it"):
        renew(where)


# The timeline


def test_the_timeline_has_the_days_of_the_dossier_and_of_the_texts_in_order(
    tmp_path: Path,
) -> None:
    text = (
        'rival = "rival.txt"\n[dates]\nas_of = 2026-10-20\ncirculated = 2026-10-14\n'
        '[[events]]\ndate = "2026-11"\nwhat = "Action expected"\nsource = "the bureau"\n'
    )
    renew(folder(tmp_path, PLAIN + text))
    picture, table = made(tmp_path)["timeline"]["parts"]
    rows = [[cell[0]["text"] for cell in row["cells"]] for row in table["groups"][0]["rows"]]
    assert ["14 October 2026", "circulated", "the dossier"] in rows
    assert ["November 2026", "Action expected", "the bureau"] in rows
    assert ["29 October 2026", "A/C.3/81/L.23: dated", "the rival"] in rows
    assert any(row[2] == "this text" and row[1].startswith("“") for row in rows)
    assert "circulated" in picture["svg"]


def test_the_timeline_has_the_days_of_the_entries_that_claims_were_held_against(
    tmp_path: Path,
) -> None:
    where = folder(tmp_path, PLAIN + 'registers = ["facts.csv"]\n')
    facts = (EXAMPLES / "registers" / "orlavia.csv").read_text(encoding="utf-8")
    (tmp_path / "facts.csv").write_text(facts, encoding="utf-8")
    renew(where)
    picture, table = made(tmp_path)["timeline"]["parts"]
    rows = [[cell[0]["text"] for cell in row["cells"]] for row in table["groups"][0]["rows"]]
    report = "Salt, Work and Dignity: report (white paper of the National Centre)"
    assert ["14 March 2026", report, "written for this project"] in rows
    assert "registers" in picture["svg"]
    assert not any("Norway" in row[1] for row in rows)  # no claim is about it


def test_a_period_that_a_paragraph_names_stands_in_the_timeline_from_its_first_day(
    tmp_path: Path,
) -> None:
    (tmp_path / "plain.txt").write_text(
        "The General Assembly,\n\nWelcoming the meeting held from 30 June to 3 July 2025,\n\n"
        "Noting the decade 2021–2030, and the talks of 20–22 March 2019,\n\n1. Decides so.\n"
    )
    renew(folder(tmp_path, 'drafts = ["plain.txt"]\noutputs = ["brief.json"]\n'))
    table = made(tmp_path)["timeline"]["parts"][-1]
    rows = [row["cells"][0][0]["text"] for row in table["groups"][0]["rows"]]
    assert rows == ["20 to 22 March 2019", "30 June to 3 July 2025"]


def entry(act: str, subject: str, date: str | None, **more: str) -> Entry:
    return Entry(register="r", act=act, subject=subject, date=date, source="s", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "row"),
    [
        (entry("signature", "Norway", "2007-03-30", object="crpd"),
         ("2007-03-30",
          "Norway: signature (Convention on the Rights of Persons with Disabilities)", "s")),
        (entry("ratification", "Norway", "2013", object="crpd", value="ratification or accession"),
         ("2013", "Norway: ratification or accession (Convention on the Rights of Persons with "
          "Disabilities)", "s")),
        (entry("review", "Norway", "2019-05", object="cycle 3"),
         ("2019-05", "Norway: review (cycle 3)", "s")),
        (entry("recommendations", "Norway", "2019-09-26", object="cycle 3", value="noted: 2"),
         ("2019-09-26", "Norway: recommendations (cycle 3); noted: 2", "s")),
        (entry("adoption", "A/RES/80/412", "2025-12-18"),
         None),
        (entry("meeting", "Summit; Salt", "2025-12"), ("2025-12", "Summit; Salt: meeting", "s")),
        (entry("title", "A/RES/80/412", "2025-12-18", value="Salt"), None),
        (entry("meeting", "Summit", "2025-12-01/2025-12-03"), None),
        (entry("meeting", "Summit", None), None),
        (entry("ratification", "Norway", "2013", object="crpd", value="none"), None),
    ],
)  # fmt: skip
def test_an_entry_is_told_as_precisely_as_its_date_is(
    given: Entry, row: tuple[str, str, str] | None
) -> None:
    verdict = Verdict(
        paragraph="op1", span=Span(0, 1), claim="c", act="event", read="r", verdict="unknown",
        said=(), entries=(given, given),
    )  # fmt: skip
    told = [each[:3] for each in of_registers(Verdicts(source="x", verdicts=(verdict,)))]
    assert told == ([row] if row else [])


def test_a_timeline_of_few_days_has_no_picture(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text(
        "The General Assembly,\n\nRecalling its resolution 78/1,\n\n1. Requests States to act.\n"
    )
    text = 'drafts = ["plain.txt"]\noutputs = ["brief.json"]\n[dates]\ncirculated = 2026-10-14\n'
    renew(folder(tmp_path, text))
    (table,) = made(tmp_path)["timeline"]["parts"]
    assert table["type"] == "table"


def test_the_picture_escapes_what_it_is_given() -> None:
    svg = days_to_svg([Day("2026", "<script>", "a&b"), Day("2026-05-01", "x", "y")], "t", "d")
    assert "<script>" not in svg
    assert "a&amp;b" in svg


def pictures_of(path: Path, days: int) -> list[str]:
    named = "".join(
        f'[[events]]\ndate = 2026-{1 + n // 28:02}-{1 + n % 28:02}\nwhat = "Event {n}"\n'
        f'source = "source {n % 9} of those who were there"\n'
        for n in range(days)
    )
    renew(folder(path, PLAIN + named))
    parts = made(path)["timeline"]["parts"]
    return [each["svg"] for each in parts if each["type"] == "picture"]


def test_a_timeline_of_many_days_is_cut_into_pictures_that_stand_on_a_page(tmp_path: Path) -> None:
    pictures = pictures_of(tmp_path, 120)
    assert len(pictures) == 4
    for number, svg in enumerate(pictures, 1):
        wide, high = size_of(svg)
        assert high / wide <= TALLEST / WIDTH
        assert f"The case, day by day ({number} of 4)" in svg
    assert all(f": Event {n}<" in "".join(pictures) for n in range(120))


def test_the_legend_of_a_timeline_ends_within_it(tmp_path: Path) -> None:
    (svg,) = pictures_of(tmp_path, 9)
    wide, _ = size_of(svg)
    legend = re.findall(r'<text x="([\d.]+)" y="(\d+)"[^>]*>(source \d[^<]*)<', svg)
    assert len(legend) == 9
    assert len({y for _, y, _ in legend}) > 1
    assert all(float(x) + width_of(words, 12) <= wide for x, _, words in legend)


def test_a_picture_of_some_days_has_more_than_one_line_of_time() -> None:
    svg = days_to_svg([Day("2026-10-10", "a", "x"), Day("2026-10-12", "b", "x")], "t", "d")
    assert re.findall(r">(2026-\d\d-\d\d)<", svg) == ["2026-10-05", "2026-10-12", "2026-10-19"]


# What is wrong with it


WRONG = [
    ("", "it names no draft", "drafts", 'Say drafts = ["draft.docx"]'),
    ('drafts = ["article.txt"]\n\nsponsor = "Chile"\n', "there is no such key", "line 3, sponsor",
     "Did you mean sponsors?"),
    ('drafts = ["article.txt"]\nrival = 5\n', "it should be words in quotes", "line 2, rival", ""),
    ('drafts = "article.txt"\n', "it should be a list in square brackets", "line 1, drafts", ""),
    ('drafts = [\n"article.txt",\n7]\n', "it should be words in quotes", "line 1, drafts.2", ""),
    ('drafts = ["gone.txt"]\n', "there is no file 'gone.txt'", "line 1, drafts.1", "save it"),
    ('drafts = ["article.txt"]\nrival = "A/RES/79/181"\n', "there is no file", "line 2, rival",
     "A dossier fetches nothing"),
    ('drafts = ["a\\u0000b"]\n', "it is no path", "line 1, drafts.1", ""),
    ('drafts = ["../article.txt"]\n', "leads out of the dossier's folder", "line 1, drafts.1",
     "write its path in full"),
    ('drafts = ["article.txt"]\noutputs = ["../x.html"]\n', "leads out", "line 2, outputs.1", ""),
    ('drafts = ["article.txt"]\noutputs = ["brief.exe"]\n', "ends in no form", "line 2", ".html"),
    ('drafts = ["article.txt"]\nsponsors = ["Chile", "Frnace"]\n', "known as 'Frnace'",
     "line 2, sponsors.2", "Near it are"),
    ('drafts = ["rival.txt", "article.txt"]\nrival = "article.txt"\n', "it is the draft itself",
     "line 2, rival", "Name another"),
    ('drafts = ["rival.txt", "article.txt"]\nrival = "./article.txt"\n', "it is the draft itself",
     "line 2, rival", "Name another"),
    ('drafts = [\n"article.txt",\n"./article.txt"]\n', "it is named twice", "line 3, drafts.2",
     "Name each version once"),
    ('drafts = ["article.txt"]\nsponsors = [""]\n', "known as ''", "line 2, sponsors.1",
     "Name a State or a group"),
    ('drafts = ["article.txt"]\n[dates]\nx = 10:00:00\n', "it is no day", "line 3, dates.x",
     'or in quotes: "2026-10"'),
    ('drafts = ["article.txt"]\nrival = """x\n\ntitle = "a"\n', "it is not TOML", "line 2", ""),
    ('drafts = ["article.txt"]\nmandates = ["coi-dprk", "coi-dpkr"]\n', "no mandate is called",
     "line 2, mandates.2", "coi-dprk"),
    ('drafts = ["article.txt"]\n[dates]\ntabled = "15 October"\n', "no date with a year",
     "line 3, dates.tabled", "2026-10-16"),
    ('drafts = ["article.txt"]\n[dates]\nas_of = "2026"\n', "it is no day", "line 3, dates.as_of",
     ""),
    ('drafts = ["article.txt"]\n[[events]]\ndate = 2026-01-02\nwhat = "x"\n[[events]]\n'
     'date = "2026-13"\nwhat = "y"\n', "no date", "line 6, events.2.date", ""),
    ('drafts = ["article.txt"]\n[[events]]\ndate = 2026-01-02\nwhen = "x"\n', "no such key",
     "line 4, events.1.when", ""),
    ('drafts = ["article.txt"]\n[[events]]\ndate = 2026-01-02\n', "it has no what",
     "line 2, events.1", "Say what ="),
    ('drafts = ["article.txt"\nrival = 1\n', "not closed before line 2", "line 1, drafts",
     "Quote words"),
    pytest.param("drafts = " + "[" * 5000, "too deep in each other", "", "Quote words", id="deep"),
    pytest.param("#" * 1_000_001, "it is larger than 1,000,000 bytes", "", "another", id="large"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason", "place", "remedy"), WRONG)
def test_what_is_wrong_is_told_with_its_line_key_and_remedy(
    tmp_path: Path, text: str, reason: str, place: str, remedy: str
) -> None:
    where = folder(tmp_path, text)
    with pytest.raises(DossierError) as caught:
        read_dossier(where)
    assert reason in caught.value.reason
    assert place in caught.value.place
    assert remedy in caught.value.remedy
    assert "dossier.toml" in str(caught.value)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    inside = tmp_path / "case"
    inside.mkdir()
    where = folder(inside, 'drafts = ["link.txt"]\n')
    (tmp_path / "secret.txt").write_text("x")
    (inside / "link.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(DossierError, match="leads out"):
        read_dossier(where)


def test_a_record_that_leads_out_of_the_folder_is_not_written(tmp_path: Path) -> None:
    inside = tmp_path / "case"
    inside.mkdir()
    (tmp_path / "elsewhere").mkdir()
    where = folder(inside, PLAIN)
    (inside / ".counterdraft").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(DossierError, match="leads out"):
        renew(where)
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_path_in_full_leads_where_it_says(tmp_path: Path) -> None:
    text = f'drafts = ["{EXAMPLES / "article.txt"}"]\n'
    assert read_dossier(folder(tmp_path, text)).drafts == (EXAMPLES / "article.txt",)


def test_the_case_is_called_by_its_title(tmp_path: Path) -> None:
    renew(folder(tmp_path, PLAIN + 'title = "Salt"\n'))
    chapter = json.loads((tmp_path / "brief.json").read_bytes())["chapters"][0]
    assert chapter["subtitle"][0] == "Salt"


def test_nothing_is_written_over_that_no_brief_of_it_left_so(tmp_path: Path) -> None:
    where = folder(tmp_path, PLAIN)
    (tmp_path / "brief.json").write_text("mine")
    with pytest.raises(WriteError, match="Say --force"):
        renew(where)
    assert (tmp_path / "brief.json").read_text() == "mine"
    renew(where, force=True)
    renew(where)  # it is the dossier's own now
    (tmp_path / "brief.json").write_text("edited")
    with pytest.raises(WriteError, match="not as a brief of this dossier left it"):
        renew(where)
    assert (tmp_path / "brief.json").read_text() == "edited"


def test_the_draft_itself_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text("The General Assembly,\n\n1. Requests States to act.\n")
    text = 'drafts = ["draft.md"]\noutputs = ["draft.md"]\n'
    with pytest.raises(WriteError, match="made from"):
        renew(folder(tmp_path, text), force=True)


def test_which_of_several_is_meant_is_asked_for_by_its_key(tmp_path: Path) -> None:
    two = "The General Assembly,\n\n1. Requests States to act.\n\n"
    (tmp_path / "two.txt").write_text(f"A/C.3/81/L.1\n\n{two}A/C.3/81/L.2\n\n{two}")
    where = folder(tmp_path, PLAIN + 'rival = "two.txt"\n')
    with pytest.raises(DossierError, match=r"line 3, rival: .*: holds 2 resolu") as caught:
        renew(where)
    assert "rival_part = N" in str(caught.value)
    renew(folder(tmp_path, PLAIN + 'rival = "two.txt"\nrival_part = 2\n'))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('drafts = ["article.txt"]\npart = 7\n',
         r"line 2, part: \S+article.txt: holds 1 resolution, and no .* Say another part$"),
        ('drafts = [\n  "revised.txt",\n  "two.txt",\n]\n',
         r"line 3, drafts.2: \S+two.txt: holds 2 resolutions: .* with part = N$"),
        ('drafts = [\n  "two.txt",\n  "article.txt",\n]\n',
         r"line 2, drafts.1: \S+two.txt: holds 2 resolutions: .* with part = N$"),
        ('drafts = ["article.txt"]\nrival = "two.txt"\nrival_part = 3\n',
         r"line 3, rival_part: \S+two.txt: .*Say another rival_part$"),
        ('drafts = ["article.txt"]\nprevious = "bad.txt"\n',
         r"line 2, previous: \S+bad.txt: no draft found"),
        ('drafts = ["rival.txt"]\nprevious = "revised.txt"\n',
         r"line 2, previous: \S+revised.txt: taken as the text before .*with the key rival$"),
        ('drafts = ["article.txt"]\nseries = "no such subject at all"\n', r"line 2, series: "),
        ('drafts = ["article.txt"]\nregisters = [\n  "good.csv",\n  "bad.txt",\n]\n',
         r"line 4, registers.2: \S+bad.txt: it is no register"),
        ('drafts = ["article.txt"]\nmandates = [\n  "upr-modalities",\n  "bad.toml",\n]\n',
         r"line 4, mandates.2: \S+bad.toml, line 1, "),
        ('drafts = ["article.txt"]\ncorpus = "empty"\n', r"line 2, corpus: "),
        ('drafts = ["article.txt"]\nnotes = ["bad.pdf"]\n', r"line 2, notes.1: bad.pdf: "),
    ],
)  # fmt: skip
def test_what_is_wrong_with_what_it_names_is_told_at_its_line(
    tmp_path: Path, text: str, said: str
) -> None:
    two = "The General Assembly,\n\n1. Requests States to act.\n\n"
    (tmp_path / "two.txt").write_text(f"A/C.3/81/L.1\n\n{two}A/C.3/81/L.2\n\n{two}")
    (tmp_path / "bad.txt").write_text("nothing,of,this\n1,2,3\n")
    (tmp_path / "bad.toml").write_text('colour = "red"\n')
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "empty").mkdir()
    (tmp_path / "good.csv").write_bytes((EXAMPLES / "registers" / "orlavia.csv").read_bytes())
    with pytest.raises(DossierError) as caught:
        renew(folder(tmp_path, text))
    assert re.search(rf"dossier\.toml, {said}", str(caught.value)), str(caught.value)


# Beginning one


def test_a_dossier_to_begin_with_names_every_key_and_works(tmp_path: Path) -> None:
    folder(tmp_path, "")
    place = tmp_path / "dossier.toml"
    drafts = [str(tmp_path / "article.txt")]
    data = start(drafts, str(place), rival=str(tmp_path / "rival.txt")).decode()
    assert all(re.search(rf"^(?:# )?\[*{key}\b", data, re.M) for key in Written.__struct_fields__)
    place.write_text(data, encoding="utf-8")
    dossier = read_dossier(str(place))
    assert [each.name for each in dossier.drafts] == ["article.txt"]
    assert dossier.rival is not None
    with pytest.raises(CounterdraftError, match="no such file"):
        start(["nowhere.txt"], str(place))


def test_a_draft_whose_name_a_dossier_cannot_hold_is_told(tmp_path: Path) -> None:
    draft = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))
    draft.write_text("The draft.")
    with pytest.raises(SourceNotFound, match="not in UTF-8"):
        start([str(draft)], str(tmp_path / "dossier.toml"))


def test_each_line_of_it_can_be_turned_on(tmp_path: Path) -> None:
    folder(tmp_path, "")
    text = start([str(tmp_path / "article.txt")], str(tmp_path / "dossier.toml")).decode()
    on = re.sub(r"^# (?=\w+ = |\[\[)", "", text, flags=re.MULTILINE)
    for name in ("notes.md", "rival.pdf", "last-year.pdf", "registers"):
        (tmp_path / name).write_text("x")
    on = on.replace("/home/me/corpus", str(tmp_path))
    (tmp_path / "dossier.toml").write_text(on)
    dossier = read_dossier(str(tmp_path))
    assert dossier.sponsors == ("Chile", "European Union")
    assert dossier.as_of == "2026-10-20"


# The command


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, list(map(str, arguments)))


def test_a_dossier_is_begun_renewed_and_faults_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder(tmp_path, "")
    (tmp_path / "dossier.toml").unlink()
    monkeypatch.chdir(tmp_path)
    assert run("dossier", "init", "article.txt", "--rival", "rival.txt").exit_code == 0
    again = run("dossier", "init", "article.txt")
    assert (again.exit_code, "Say --force" in again.stderr) == (1, True)
    result = run("dossier", "dossier.toml", "-o", "a.md", "-o", "b.json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "written: a.md\nwritten: b.json\n"
    assert run("dossier", "renew", ".").stderr == (
        "nothing has changed since the last brief: this one says the same\nwritten: brief.html\n"
    )
    assert run("dossier", "-o", "a.md", ".").exit_code == 0
    (tmp_path / "dossier.toml").write_text("drafts = 1\n")
    wrong = run("dossier", ".")
    assert (wrong.exit_code, wrong.stderr.startswith("dossier.toml, line 1, drafts: ")) == (1, True)
    assert run("dossier", "init", "gone.txt", "-o", "x.toml").exit_code == 1


def test_a_form_that_no_brief_has_is_not_understood(tmp_path: Path) -> None:
    result = run("dossier", folder(tmp_path, PLAIN), "-o", "x.odt")
    assert result.exit_code == 2
    assert not (tmp_path / "brief.json").exists()
