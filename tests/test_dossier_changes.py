"""What changed since the last brief of a dossier: every input by its name, and what it made."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from counterdraft.brief.again import became, pairs
from counterdraft.brief.kept import Item
from counterdraft.brief.said_since import readings
from counterdraft.cli.app import app
from counterdraft.errors import DossierError
from counterdraft.jobs.dossier import renew
from counterdraft.jobs.dossier_file import read_dossier
from counterdraft.jobs.dossier_start import start
from counterdraft.model import Comparison
from counterdraft.parse.parse import parse
from counterdraft.read.read import read

EXAMPLES = Path(__file__).parent.parent / "examples"
HEAD = """United Nations                                        {symbol}
General Assembly
Eighty-first session
Third Committee
Agenda item 71 (c)
                                                      {date}

{sponsors}: draft resolution

{title}

The General Assembly,

Recalling the lamps of the coast, and the towers that were lit there in the last winter,

1. {verb} States to light the lamps of the coast;

2. Calls upon the towns to keep the towers{more};

3. Decides to come back to the matter at its eighty-second session.
"""
USUAL = {
    "symbol": "A/C.3/81/L.12", "date": "8 October 2026", "sponsors": "Norway and Peru",
    "title": "Lamps of the coast", "verb": "Urges", "more": "",
}  # fmt: skip
DOSSIER = """title = "Lamps"
drafts = ["one.txt", "two.txt", "three.txt"]
rival = "rival.txt"
previous = "before.txt"
sponsors = ["Norway"]
mandates = ["ours.toml"]
registers = ["facts.csv"]
notes = ["notes.md"]
outputs = ["brief.json"]

[dates]
as_of = 2026-11-20
circulated = 2026-10-08

[[events]]
date = 2026-11-18
what = "Action"
source = "the bureau"
"""


def draft(**changed: str) -> str:
    return HEAD.format(**{**USUAL, **changed})


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A folder of a case of which the brief was made once."""
    for name, text in {
        "one.txt": draft(verb="Invites"),
        "two.txt": draft(symbol="A/C.3/81/L.12/Rev.1", date="19 October 2026"),
        "three.txt": draft(symbol="A/C.3/81/L.12/Rev.2", date="30 October 2026"),
        "rival.txt": draft(symbol="A/C.3/81/L.30", date="20 October 2026", sponsors="Cuba",
                           title="Towers", verb="Encourages", more=" dark, and the oil dry"),
        "before.txt": draft(symbol="A/C.3/80/L.9", date="8 October 2025", verb="Requests"),
        "notes.md": "Norway wants *the lamps* first.\n\nKeep the towers.\n",
        "dossier.toml": DOSSIER,
    }.items():  # fmt: skip
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "ours.toml").write_bytes((EXAMPLES / "salt.toml").read_bytes())
    (tmp_path / "facts.csv").write_bytes((EXAMPLES / "registers" / "orlavia.csv").read_bytes())
    assert renew(str(tmp_path)).since == "first"
    return tmp_path


def sections(path: Path) -> dict[str, Any]:
    data = json.loads((path / "brief.json").read_bytes())
    return {section["id"]: section for section in data["chapters"][0]["sections"]}


def told(path: Path) -> dict[str, list[str]]:
    """What the section says, by the titles of its parts; "" for the sentences at its head."""
    return {
        each.get("title") or "": list(lines(each)) for each in sections(path)["changes"]["parts"]
    }


def lines(part: dict[str, Any]) -> Iterator[str]:
    yield from (each["text"] for each in part.get("items") or part.get("statements", ()))
    for group in part.get("groups", ()):
        for how, *rest in (row["cells"] for row in group["rows"]):
            words = "; ".join(cell[0]["text"] for cell in rest if cell)
            yield f"{how[0]['text']}: {group['title']}: {words}"


def put(path: Path, name: str, before: str, after: str) -> None:
    text = (path / name).read_text(encoding="utf-8")
    assert before in text
    (path / name).write_text(text.replace(before, after, 1), encoding="utf-8")


INPUTS = "What the brief is made from"
ALONE = "Nothing else that it is made from changed: what follows comes of that."
OTHER = "with other contents than then."
# The file, what stands there, what comes instead; the input by its name; a part, and what it says.
ONE = [
    ("three.txt", "Rev.2", "Rev.3", f"Draft three.txt {OTHER}", "Particulars",
     "Changed: Symbol: A/C.3/81/L.12/Rev.3; it was: A/C.3/81/L.12/Rev.2"),
    ("three.txt", "30 Oct", "31 Oct", f"Draft three.txt {OTHER}", "Particulars",
     "Changed: Date: 31 October 2026; it was: 30 October 2026"),
    ("three.txt", "Lamps of", "Lights of", f"Draft three.txt {OTHER}", "Particulars",
     "Changed: Title: Lights of the coast; it was: Lamps of the coast"),
    ("three.txt", "Norway and Peru", "Norway, Peru and Samoa", f"Draft three.txt {OTHER}",
     "Particulars", "Changed: Sponsors: Norway, Peru and Samoa"),
    ("one.txt", "8 Oct", "9 Oct", f"Draft one.txt {OTHER}", "What else reads otherwise",
     "Changed: From draft to draft: one.txt, 9 October 2026; “8” went; “9” came"),
    ("one.txt", "the towers;", "the towers and the oil;", f"Draft one.txt {OTHER}",
     "What else reads otherwise", "From draft to draft"),
    ("two.txt", "the towers;", "the towers and the oil;", f"Draft two.txt {OTHER}",
     "What else reads otherwise", "Since the draft before it, A"),
    ("dossier.toml", '"one.txt", ', "", "Draft one.txt taken away.",
     "What else reads otherwise", "Gone: From draft to draft: the whole section, 6 statements"),
    ("dossier.toml", '"Lamps"', '"Lights"', "Title “Lights” instead of “Lamps”.", None, ""),
    ("rival.txt", "Encourages", "Invites", f"Rival rival.txt {OTHER}",
     "What else reads otherwise", "Against another text, B"),
    ("dossier.toml", 'rival = "rival.txt"', "", "Rival rival.txt taken away.",
     "What else reads otherwise", "Gone: Against another text, B: the whole section, "),
    ("before.txt", "Requests", "Notes", f"The text before it before.txt {OTHER}",
     "What else reads otherwise", "Since the text before it in its series, A"),
    ("dossier.toml", '["Norway"]', '["Peru"]', "Sponsor Peru instead of Norway.", "Particulars",
     "Changed: Sponsors: "),
    ("dossier.toml", 'mandates = ["ours.toml"]', "", "Mandate ours.toml taken away.",
     "Topics of mandates", "with the mandate itself: "),
    ("facts.csv", "2026-03-14", "2026-03-15", f"Register facts.csv {OTHER}", None, ""),
    ("notes.md", "Keep the towers", "Drop the towers", f"Notes notes.md {OTHER}",
     "What else reads otherwise",
     "Changed: Earlier notes: “Drop the towers.”; “Keep” went; “Drop” came"),
    ("dossier.toml", "as_of = 2026-11-20", "as_of = 2026-11-21",
     "As of 21 November 2026 instead of 20 November 2026.", "What else reads otherwise",
     "A timeline of the case: 21 November 2026"),
    ("dossier.toml", "circulated = 2026-10-08", "circulated = 2026-10-09",
     "The day “circulated”: 9 October 2026 instead of 8 October 2026.",
     "What else reads otherwise", "A timeline of the case: 9 October 2026; circulated"),
    ("dossier.toml", "date = 2026-11-18", "date = 2026-11-12",
     "The event “Action”: 12 November 2026 (the bureau) instead of 18 November 2026 (the bureau).",
     "What else reads otherwise", "A timeline of the case: 12 November 2026; Action"),
    ("dossier.toml", '"one.txt", "two.txt"', '"two.txt", "one.txt"',
     "Draft: in another order, now two.txt, one.txt and three.txt.", "What else reads otherwise",
     "From draft to draft"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "before", "after", "changed", "part", "words"), ONE)
def test_one_input_that_changed_is_told_by_its_name_with_what_it_made(
    case: Path, name: str, before: str, after: str, changed: str, part: str | None, words: str
) -> None:
    put(case, name, before, after)
    assert renew(str(case)).since == "changed"
    found = told(case)
    assert found[INPUTS] == [changed]
    assert "Paragraphs" not in found
    if part is None:
        assert list(found) == ["", INPUTS]
        assert "nothing that it says is new, gone or changed." in found[""][0]
    else:
        assert ALONE in found[""]
        assert any(words in each for each in found[part]), found[part]
    first = (case / "brief.json").read_bytes()
    assert renew(str(case)).since == "same"
    assert (case / "brief.json").read_bytes() == first


def test_what_was_told_once_is_not_told_as_new_with_the_next_change(case: Path) -> None:
    put(case, "three.txt", "Rev.2", "Rev.3")
    renew(str(case))
    put(case, "one.txt", "8 Oct", "9 Oct")
    renew(str(case))
    found = told(case)
    assert found[INPUTS] == [f"Draft one.txt {OTHER}"]
    assert "Particulars" not in found


def test_what_comes_back_to_what_it_was_is_told_as_such(case: Path) -> None:
    put(case, "three.txt", "Rev.2", "Rev.3")
    renew(str(case))
    put(case, "three.txt", "Rev.3", "Rev.2")
    renew(str(case))
    assert told(case)["Particulars"] == [
        "Changed: Symbol: A/C.3/81/L.12/Rev.2; it was: A/C.3/81/L.12/Rev.3"
    ]


def test_of_two_inputs_that_changed_none_is_said_to_have_made_it_all(case: Path) -> None:
    put(case, "three.txt", "Rev.2", "Rev.3")
    put(case, "dossier.toml", '["Norway"]', '["Peru"]')
    renew(str(case))
    assert told(case)[""][1] == "Which of these made which change cannot be told."


def test_another_version_of_the_program_is_an_input(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counterdraft.jobs.dossier_beside.__version__", "9.9")
    renew(str(case))
    (words,) = told(case)[INPUTS]
    assert words.startswith("Counterdraft 9.9 instead of ")


def test_lines_of_the_text_that_are_no_paragraphs_are_told(case: Path) -> None:
    put(case, "three.txt", "session.\n", "session.\n\nAnnex\n\nThe towers are nine.\n")
    renew(str(case))
    assert any("The towers are nine." in each for each in told(case)["Other lines of the text"])


def statement(key: str, text: str) -> Item:
    return Item("statement", f"against\tIn short\t{key}", "Against another text, B", text)


def test_a_statement_reads_the_same_where_paragraphs_only_have_other_numbers() -> None:
    then = [Item("paragraph", f"op{n}", f"OP{n}", words) for n, words in enumerate(
        ("Notes the oil", "Urges States to light the lamps"), 1)]  # fmt: skip
    now = [Item("paragraph", "op1", "OP1", "Urges States to light the lamps")]
    since = became(then, pairs(then, now))
    same = readings([statement("", "OP2 asks States")], [statement("", "OP1 asks States")], since)
    assert not list(same)
    # The other text's numbers stay, and are no numbers of this one's.
    theirs = "A OP2 has the stronger verb"
    assert not list(readings([statement("", theirs)], [statement("", theirs)], since))
    (found,) = readings([statement("", "OP1 asks of 2")], [statement("", "OP1 asks of 3")], since)
    assert (found.before, found.now) == (
        statement("", "OP1 asks of 2"), statement("", "OP1 asks of 3"),
    )  # fmt: skip


def test_a_row_is_known_again_by_what_heads_it() -> None:
    since = became([], [])
    then, now = statement("States", "nothing of it"), statement("States", "all in other words")
    (found,) = readings([then], [now], since)
    assert (found.before, found.now) == (then, now)
    other = statement("Others", "entirely apart from it")
    assert [(each.before, each.now) for each in readings([then], [other], since)] == [
        (None, other), (then, None)]  # fmt: skip


def test_a_record_that_a_stranger_wrote_does_not_stop_the_brief(case: Path) -> None:
    """It came with the dossier: its keys need not be those that a brief writes."""
    kept = case / ".counterdraft" / "last-dossier.json"
    record = json.loads(kept.read_bytes())
    for each in record["items"]:
        each["key"] = each["key"].replace("\t", " ")
    record["items"].append({"kind": "statement", "key": "", "label": "<b>", "text": "x " * 9})
    kept.write_text(json.dumps(record))
    put(case, "three.txt", "Urges", "Invites")
    assert renew(str(case)).since == "changed"
    assert "<b>" in json.dumps(sections(case)["changes"])


def test_a_name_of_a_file_may_hold_any_sign(case: Path) -> None:
    (case / "one.txt").rename(case / "o\tne.txt")
    put(case, "dossier.toml", "one.txt", "o\\tne.txt")
    renew(str(case))
    put(case, "two.txt", "the towers;", "the towers and the oil;")
    assert renew(str(case)).since == "changed"


# Earlier texts


def test_what_drafts_before_the_last_edited_is_told_word_by_word(case: Path) -> None:
    table, short, words, _ = sections(case)["drafts"]["parts"]
    edited = table["columns"].index("Edited")
    second = table["groups"][0]["rows"][1]["cells"]
    assert [each["label"] for each in second[edited][0]["evidence"]] == ["OP1 of draft 2"]
    assert any("Stronger verbs" in each["text"] for each in short["items"])
    (row,) = words["groups"][0]["rows"]
    went, came = (cell[0]["text"] for cell in row["cells"][1:])
    assert (went, came) == ("Invites States to", "Urges States to")


def test_the_text_before_it_is_no_rival_however_little_of_it_stayed(case: Path) -> None:
    text = "The General Assembly,\n\n1. Requests the Institute to weigh the salt of the mines.\n"
    (case / "before.txt").write_text(f"{HEAD.split('The General')[0].format(**USUAL)}{text}")
    (case / "two.txt").write_text(
        f"{HEAD.split('The General')[0].format(**{**USUAL, 'sponsors': 'Cuba'})}{text}"
    )
    renew(str(case))
    for name in ("previous", "revised"):
        said = json.dumps(sections(case)[name])
        assert "Rival" not in said
        assert "alone asks" not in said
        assert "0 deleted" not in said


def test_a_text_that_was_rewritten_is_not_said_to_have_given_up_what_it_asks_otherwise() -> None:
    from counterdraft.compare.compare import compare
    from counterdraft.jobs.flag import flag_one

    before = draft(date="8 October 2025", symbol="A/C.3/80/L.9")
    body = "Requests the Institute to weigh the salt of the mines;\n\n2. Invites all to see it"
    after = HEAD.split("Recalling")[0].format(**USUAL) + f"Mindful of salt,\n\n1. {body}.\n"
    (a,), (b,) = (parse(read(each.encode(), "x.txt")) for each in (before, after))
    found: Comparison = compare(a, b, "versions")
    assert found.likeness < 0.3
    flagged = flag_one(read(after.encode(), "x.txt"), b, predecessor=found).findings
    assert not [each for each in flagged if each.rule == "weakening.predecessor"]


# What is wrong, and does not stop it


def test_a_row_of_a_register_that_is_left_out_is_told_and_stops_nothing(case: Path) -> None:
    bad = "ratification,Atlantis,Convention on the Rights of the Child,2001-01-01,,list,,\n"
    with (case / "facts.csv").open("a", encoding="utf-8") as stream:
        stream.write(bad)
    result = CliRunner().invoke(app, ["dossier", str(case)])
    assert result.exit_code == 1
    assert "written: " in result.stderr
    assert "Atlantis" in result.stderr
    assert "dossier.toml" not in result.stderr.split("written: ")[0]
    verified = CliRunner().invoke(
        app, ["verify", str(case / "three.txt"), "--register", str(case / "facts.csv")]
    )
    assert verified.exit_code == 1
    line = next(each for each in verified.stderr.splitlines() if "Atlantis" in each)
    assert line in result.stderr


def test_drafts_in_no_order_of_time_are_told_and_two_of_one_day_are_not(case: Path) -> None:
    put(case, "two.txt", "19 October", "30 October")
    assert renew(str(case)).problems == ()
    put(case, "two.txt", "30 October", "31 October")
    (problem,) = renew(str(case)).problems
    assert "dossier.toml, line 2, drafts.2: two.txt is dated 31 October 2026, after three" in str(
        problem
    )


@pytest.mark.parametrize("key", ["drafts", "rival", "previous", "notes"])
def test_a_link_that_leads_in_a_circle_is_told_at_its_key(case: Path, key: str) -> None:
    (case / "a.txt").symlink_to("b.txt")
    (case / "b.txt").symlink_to("a.txt")
    name = '["a.txt"]' if key in {"drafts", "notes"} else '"a.txt"'
    drafts = "" if key == "drafts" else 'drafts = ["three.txt"]\n'
    (case / "dossier.toml").write_text(f"{drafts}{key} = {name}\n")
    with pytest.raises(DossierError, match=f"line [12], {key}.*a link that leads to no file"):
        read_dossier(str(case))


def test_a_dossier_is_not_begun_with_a_link_that_leads_in_a_circle(case: Path) -> None:
    (case / "a.txt").symlink_to("a.txt")
    with pytest.raises(Exception, match="no such file"):
        start([str(case / "a.txt")], str(case / "x.toml"))


def test_words_in_italics_in_notes_stay_so(case: Path) -> None:
    (first, *_) = sections(case)["notes"]["parts"][1]["passages"]
    (span,) = first["italics"]
    begun, (start_of, end) = first["span"][0], span
    assert first["text"][start_of - begun : end - begun] == "the lamps"
