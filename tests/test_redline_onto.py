"""A redline on the file that A came from: what is concerned is tracked, the rest is as it was."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from counterdraft.compare.compare import compare
from counterdraft.compare.to_docx import Redlined, redline_onto
from counterdraft.errors import WriteError
from counterdraft.model import Comparison, Document, Head, Side, Span, Unit
from counterdraft.ooxml.names import w
from counterdraft.ooxml.package import Package
from counterdraft.ooxml.settle import accepted, rejected
from counterdraft.parse.parse import parse
from counterdraft.read.from_docx import from_docx
from counterdraft.text.markers import match_marker
from tests.redlining import edits
from tests.wordschema import faults

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Redlining = Callable[..., "Found"]

DRAFT = Path(__file__).parent.parent / "examples" / "draft.docx"
WHO, WHEN = "Ada Vell", "2026-11-01T09:00:00Z"
LIST = """
  <w:abstractNum w:abstractNumId="1">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
  </w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
"""  # noqa: E501 - one level a line


def r(text: str, properties: str = "") -> str:
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def listed(*runs: str, level: int = 0) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    return p(*runs, properties=place)


def field(instruction: str, result: str) -> str:
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
    return f"{char.format('begin')}{code}{char.format('separate')}{result}{char.format('end')}"


class Found:
    """A redline, and what a reader sees in it."""

    def __init__(self, before: bytes, redlined: Redlined) -> None:
        self.before, self.redlined, self.data = before, redlined, redlined.data

    def lines(self, data: bytes) -> list[str]:
        document = from_docx(data, "a.docx")
        return [" ".join([*b.number, b.span.of(document.text)]) for b in document.blocks]

    @property
    def accepted(self) -> list[str]:
        found = self.lines(accepted(Package(self.data, "")))
        document = from_docx(self.data, "a.docx")
        assert found == [" ".join([*b.number, b.span.of(document.text)]) for b in document.blocks]
        return found

    @property
    def is_sound(self) -> bool:
        """Whether rejecting gives the file's words, and Word can read it."""
        assert faults(self.data) == []
        original = from_docx(self.data, "a.docx", view="original")
        given = from_docx(self.before, "a.docx")
        assert self.lines(rejected(Package(self.data, ""))) == self.lines(self.before)
        return original.text == given.text

    def xml(self, part: str = "word/document.xml") -> str:
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return archive.read(part).decode()

    def root(self) -> etree._Element:
        return etree.fromstring(self.xml().encode())


def unit(name: str, text: str, span: Span, number: str | None, level: int) -> Unit:
    return Unit(Head(name, "operative", number, level), text, span)


def from_blocks(document: Document) -> tuple[Unit, ...]:
    """A unit for each block, without the number that is typed before it."""
    found = []
    for i, block in enumerate(document.blocks):
        marker = match_marker(document.text, block.span.start, block.span.end)
        number = block.number[-1] if block.number else marker.value if marker else None
        span = Span(marker.end if marker else block.span.start, block.span.end)
        level = block.level or int(bool(marker and marker.kind == "letter"))
        found.append(unit(f"a{i}", span.of(document.text), span, number, level))
    return tuple(found)


@pytest.fixture
def redlining(word: Callable[..., bytes]) -> Redlining:
    """The redline of a file whose paragraphs become these lines; numbers are "2. " or "(a) "."""

    def make(body: str | bytes, lines: Sequence[str], **parts: object) -> Found:
        data = body if isinstance(body, bytes) else word(body, **({"numbering": LIST} | parts))
        a, b = (
            from_docx(data, "a.docx"),
            Document(source="b", media_type="text/plain", text="\n".join(lines), blocks=()),
        )
        ours, theirs, at = from_blocks(a), [], 0
        for i, line in enumerate(lines):
            number, _, text = line.rpartition("| ")
            level = 1 if number.startswith("(") else 0
            theirs.append(unit(f"b{i}", text, Span(at, at), number or None, level))
        found = edits(ours, theirs)
        comparison = Comparison(
            relation="versions",
            a=Side("a", None, None, ours),
            b=Side("b", None, None, tuple(theirs)),
            likeness=0.5,
            edits=tuple(found),
        )
        return Found(data, redline_onto(data, comparison, a, b, author=WHO, date=WHEN))

    return make


# -- words


def test_words_come_and_go_in_the_runs_that_they_stand_in(redlining: Redlining) -> None:
    body = p(r("Requests", "<w:i/>"), r(" the Secretary-General to report in time;", "<w:b/>"))
    found = redlining(body, ["Requests the Secretary-General to report in full;"])
    assert found.is_sound
    assert found.accepted == ["Requests the Secretary-General to report in full;"]
    (inserted,) = found.root().iter(w("ins"))
    assert [etree.QName(e).localname for e in inserted[0][0]] == ["b"]
    assert found.xml().count("Requests") == 1


@pytest.mark.parametrize(
    "wrapped",
    [
        '<w:hyperlink w:anchor="x">{}</w:hyperlink>',
        '<w:fldSimple w:instr=" REF x ">{}</w:fldSimple>',
        '<w:smartTag w:element="place">{}</w:smartTag>',
        "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        '<w:bookmarkStart w:id="900" w:name="x"/>{}<w:bookmarkEnd w:id="900"/>',
        '<w:commentRangeStart w:id="0"/>{}<w:commentRangeEnd w:id="0"/>',
    ],
)
@pytest.mark.parametrize(
    "line",
    [
        "Notes the long report of the Secretary-General on lamps;",
        "Notes the report by the Secretary-General on lamps;",
        "Notes the report of the Secretary-General and others on lamps;",
        "Notes on lamps;",
        "Notes a report of the Secretary-General on lamps;",
    ],
)
def test_edits_inside_of_what_goes_round_words(
    redlining: Redlining, wrapped: str, line: str
) -> None:
    inner = wrapped.replace("{}", r("report of the Secretary-General"))
    found = redlining(p(r("Notes the "), inner, r(" on lamps;")), [line])
    assert found.is_sound
    assert found.accepted == [line]
    tag = etree.QName(etree.fromstring(f'<a xmlns:w="w">{wrapped}</a>')[0]).localname
    assert sum(1 for _ in found.root().iter(w(tag))) == 1


def test_proposals_in_a_column_beside_the_draft_stay_as_they_are(redlining: Redlining) -> None:
    note = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    rows = [
        (r("The General Assembly,"), ""),
        (r("Recalling its own earlier resolutions,"), r("Malta: add the latest") + note),
        (r("Requests all States to count lamps;"), r("Fiji: delete")),
    ]
    cells = "".join(
        f"<w:tr>{''.join(f'<w:tc>{p(each)}</w:tc>' for each in row)}</w:tr>" for row in rows
    )
    body = f"<w:tbl><w:tblPr/><w:tblGrid/>{cells}</w:tbl>" + p(r("Decides to meet again."))
    lines = ["The General Assembly,", "Recalling its own earlier resolutions,"]
    lines += ["Requests all States to clean lamps;", "Decides to meet."]
    notes = f'<w:footnote w:id="1">{p(r("A remark."))}</w:footnote>'
    found = redlining(body, lines, footnotes=notes)
    assert found.is_sound
    assert found.accepted == lines
    assert found.xml().count("Malta: add the latest") == found.xml().count("Fiji: delete") == 1


def test_a_field_goes_with_its_result(redlining: Redlining) -> None:
    body = p(r("See "), field("REF x", r("paragraph 2")), r(" and the annex."))
    gone, stays = (
        redlining(body, ["See the annex."]),
        redlining(body, ["See paragraph 3 and the annex."]),
    )
    assert gone.is_sound
    assert stays.is_sound
    assert gone.accepted == ["See the annex."]
    assert stays.accepted == ["See paragraph 3 and the annex."]
    assert "delInstrText" in gone.xml()
    assert "delInstrText" not in stays.xml()


def test_a_note_in_a_run_with_words_stays_where_only_words_go(redlining: Redlining) -> None:
    run = (
        '<w:r><w:t>all lamps,</w:t><w:footnoteReference w:id="1"/>'
        '<w:t xml:space="preserve"> and oil;</w:t></w:r>'
    )
    notes = (
        '<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>' + r(" A/1.") + "</w:p></w:footnote>"
    )
    found = redlining(p(r("Notes "), run), ["Notes all and oil;"], footnotes=notes)
    assert found.is_sound
    assert found.accepted == ["Notes all and oil;"]


def test_the_formatting_of_a_note_mark_is_not_taken_over(redlining: Redlining) -> None:
    raised = r("1", '<w:vertAlign w:val="superscript"/>')
    found = redlining(p(r("Notes all lamps"), raised, r(";")), ["Notes all lamps1 and oil;"])
    (inserted,) = found.root().iter(w("ins"))
    assert inserted.find(f".//{w('vertAlign')}") is None


def test_tabs_breaks_and_symbols_go_whole(redlining: Redlining) -> None:
    run = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r>"
    found = redlining(p(r("Notes all the lamps "), run), ["Notes all the lamps c"])
    assert found.is_sound
    assert found.accepted == ["Notes all the lamps c"]


# -- paragraphs


def test_a_new_paragraph_is_set_as_its_neighbours_and_counted(redlining: Redlining) -> None:
    body = listed(r("Requests lamps;", "<w:b/>")) + listed(r("Decides on oil."))
    lines = ["1.| Requests lamps;", "2.| Invites everybody to come;", "3.| Decides on oil."]
    found = redlining(body, lines)
    assert found.is_sound
    assert found.accepted == [line.replace("|", "") for line in lines]
    assert found.xml().count('<w:numId w:val="1"/>') == 3


def test_a_deleted_paragraph_leaves_no_number(redlining: Redlining) -> None:
    body = (
        listed(r("Requests lamps;")) + listed(r("Invites everybody;")) + listed(r("Decides oil."))
    )
    found = redlining(body, ["1.| Requests lamps;", "2.| Decides oil."])
    assert found.is_sound
    assert found.accepted == ["1. Requests lamps;", "2. Decides oil."]
    root = Package(accepted(Package(found.data, "")), "").document()
    assert len(list(root.iter(w("p")))) == 2


@pytest.mark.parametrize(
    "lines",
    [
        ["1.| Requests lamps;"],
        ["1.| Requests lamps;", "2.| Decides on oil.", "3.| Invites everybody to come."],
        ["1.| Requests lamps;", "2.| Invites everybody to come."],
        ["1.| Invites everybody to come."],
        ["1.| Invites everybody to come;", "2.| Welcomes the rain."],
    ],
)
def test_the_last_paragraph_changes_as_any_other(redlining: Redlining, lines: list[str]) -> None:
    found = redlining(listed(r("Requests lamps;")) + listed(r("Decides on oil.")), lines)
    assert found.is_sound
    assert found.accepted == [line.replace("|", "") for line in lines]


def test_a_paragraph_is_split_and_two_are_joined(redlining: Redlining) -> None:
    one, two = "Requests the lamps to be lit in every street,", "and the oil to be paid by all;"
    split = redlining(listed(r(f"{one} {two}")), [f"1.| {one}", f"2.| {two}"])
    assert split.is_sound
    assert split.accepted == [f"1. {one}", f"2. {two}"]
    merged = redlining(listed(r(one)) + p() + listed(r(two)), [f"1.| {one} {two}"])
    assert merged.is_sound
    assert merged.accepted == [f"1. {one} {two}"]
    assert (
        split.xml().count("lit in every street") == merged.xml().count("lit in every street") == 1
    )


def test_a_paragraph_without_a_number_that_gets_one_is_counted(redlining: Redlining) -> None:
    body = (
        listed(r("Encourages all to light lamps;"))
        + listed(r("In every street;"), level=1)
        + p(r("and all to share the oil that they have with those who have none;"))
        + listed(r("Decides on more oil."))
    )
    found = redlining(body, [
        "1.| Encourages all to light lamps;",
        "2.| Also encourages all to share the oil that they have with those who have none;",
        "3.| Decides on more oil.",
    ])  # fmt: skip
    assert found.is_sound
    assert [line[:6] for line in found.accepted] == ["1. Enc", "2. Als", "3. Dec"]


def test_where_b_counts_on_from_another_number_a_list_starts_there(redlining: Redlining) -> None:
    body = "".join(listed(r(f"{verb} lamps and oil;")) for verb in ("Requests", "Urges", "Notes"))
    lines = ["1.| Requests lamps and oil;", "4.| Urges lamps and oil;", "5.| Notes lamps and oil;"]
    found = redlining(body, lines)
    assert found.is_sound
    assert found.accepted == [line.replace("|", "") for line in lines]


def test_marks_that_nobody_sees_do_not_make_two_lines_of_a_paragraph(redlining: Redlining) -> None:
    body = listed(r("\u200e Requests many lamps;")) + listed(r("Decides on oil."))
    lines = ["1.| Requests many lamps;", "2.| Invites all who can to come;", "3.| Decides on oil."]
    found = redlining(body, lines)
    assert faults(found.data) == []
    assert [line[:7] for line in found.accepted][1:] == ["2. Invi", "3. Deci"]


def test_a_paragraph_that_is_divided_after_one_that_grew_is_taken_back(
    redlining: Redlining,
) -> None:
    body = p(r("Having considered the report of the mission,")) + p(
        r("Takes note of the report of the mission on all the lamps of the northern districts.")
    )
    found = redlining(body, [
        "Having considered the report of the mission, and the oil that it took,",
        "1.| Takes note of the report of the mission;",
        "2.| Thanks all who came to see it;",
        "3.| Also takes note of all the lamps of the northern districts.",
    ])  # fmt: skip
    assert found.is_sound


def test_typed_numbers_are_brought_up_to_date(redlining: Redlining) -> None:
    body = p(r("1.\t"), r("Requests lamps;")) + p(r("2.\t"), r("Decides on oil."))
    lines = ["1. Requests lamps;", "2. Invites everybody to come;", "3. Decides on oil."]
    found = redlining(body, [line.replace(". ", ".| ", 1) for line in lines])
    assert found.is_sound
    assert found.accepted == lines


def test_lines_are_added_where_a_line_break_parts_them(redlining: Redlining) -> None:
    body = p(r("1. Requests lamps;"), "<w:r><w:br/></w:r>", r("2. Decides on oil."))
    lines = ["1.| Requests lamps;", "2.| Invites everybody to come;", "3.| Decides on oil."]
    found = redlining(body, lines)
    assert found.is_sound
    assert found.accepted == [line.replace("|", "") for line in lines]


def test_a_number_that_no_list_prints_is_typed_and_the_count_goes_on(redlining: Redlining) -> None:
    body = listed(r("Requests lamps;")) + listed(r("Decides on oil."))
    lines = ["1.| Requests lamps;", "1bis.| Invites everybody to come;", "2.| Decides on oil."]
    found = redlining(body, lines)
    assert found.is_sound
    assert found.accepted == [line.replace("|", "") for line in lines]


def test_a_paragraph_changes_its_depth_in_the_list(redlining: Redlining) -> None:
    body = (
        listed(r("Requests:"))
        + listed(r("All the lamps;"), level=1)
        + listed(r("All oil;"), level=1)
    )
    lines = ["1.| Requests:", "(a)| All the lamps;", "2.| All oil;"]
    found = redlining(body, lines)
    assert found.is_sound
    assert found.accepted == [line.replace("|", "") for line in lines]
    assert "pPrChange" in found.xml()


def test_empty_paragraphs_part_new_ones_too(redlining: Redlining) -> None:
    body = p(r("Requests lamps;")) + p() + p(r("Decides on oil;")) + p() + p(r("Ends."))
    found = redlining(body, ["Requests lamps;", "Invites everybody to come;", "Ends."])
    assert found.is_sound
    assert found.accepted == ["Requests lamps;", "Invites everybody to come;", "Ends."]
    root = Package(accepted(Package(found.data, "")), "").document()
    filled = [e.find(f".//{w('t')}") is not None for e in root.iter(w("p"))]
    assert filled == [True, False, True, False, True]


def test_lines_of_one_paragraph_change_by_themselves(redlining: Redlining) -> None:
    br = "<w:r><w:br/></w:r>"
    body = p(r("1. Requests lamps;"), br, r("2. Invites everybody;"), br, r("3. Decides on oil."))
    found = redlining(body, ["1.| Requests lamps;", "2.| Decides on oil."])
    assert found.is_sound
    assert found.accepted == ["1. Requests lamps;", "2. Decides on oil."]


def test_a_cell_keeps_a_paragraph_and_no_number(redlining: Redlining) -> None:
    cells = "".join(
        f"<w:tc>{listed(r(text))}</w:tc>" for text in ("Requests lamps;", "Decides oil.")
    )
    body = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cells}</w:tr></w:tbl>" + p(r("Ends here."))
    found = redlining(body, ["1.| Requests lamps;", "Ends here."])
    assert found.is_sound
    assert found.accepted == ["1. Requests lamps;", "Ends here."]


def in_table(*rows: Sequence[str]) -> str:
    made = ("".join(f"<w:tc>{p(r(each))}</w:tc>" for each in row) for row in rows)
    inner = "".join(f"<w:tr>{each}</w:tr>" for each in made)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{inner}</w:tbl>"


CLAUSES = [
    ("OP1", "Requests lamps for all harbours;"),
    ("OP2", "Invites all keepers to the fair;"),
    ("OP3", "Decides on oil and salt;"),
]


def test_a_number_in_the_cell_beside_stays_there(redlining: Redlining) -> None:
    body = in_table(*CLAUSES) + p(r("Ends here."))
    lines = ["Requests oil for all harbours;", "Invites all keepers to the fair;", "Ends here."]
    found = redlining(body, [f"1| {lines[0]}", f"2| {lines[1]}", "3| Decides on salt;", lines[2]])
    assert found.is_sound
    assert found.accepted == [
        f"OP1 {lines[0]}",
        f"OP2 {lines[1]}",
        "OP3 Decides on salt;",
        lines[2],
    ]
    numbers = [each.text for each in found.root().iter(w("t")) if "OP" in (each.text or "")]
    assert numbers == ["OP1", "OP2", "OP3"]


def test_a_number_in_the_cell_beside_changes_and_goes_with_its_words(redlining: Redlining) -> None:
    body = in_table(*CLAUSES) + p(r("Ends here."))
    lines = [CLAUSES[0][1], CLAUSES[2][1], "Ends here."]
    found = redlining(body, [f"1| {lines[0]}", f"2| {lines[1]}", lines[2]])
    assert found.is_sound
    assert found.accepted == [f"OP1 {lines[0]}", f"OP2 {lines[1]}", lines[2]]


SCALE = [("No.", "Member", "Share"), ("1", "Hesk", "0.009"), ("2", "Orlavia", "0.109")]


@pytest.mark.parametrize("rows", [SCALE, [("1.", "We light lamps."), ("2.", "We sell oil.")]])
def test_of_a_table_in_an_annex_only_what_differs_is_touched(
    word: Callable[..., bytes], rows: list[tuple[str, ...]]
) -> None:
    head = "".join(p(r(each)) for each in ("The General Assembly,", "1. Decides to meet again."))
    files = [
        word(head + p(r("Annex")) + in_table(*rows[:-1], (*rows[-1][:-1], last)))
        for last in (rows[-1][-1], "We buy oil.")
    ]
    texts = [from_docx(each, "a.docx") for each in files]
    (a,), (b,) = (parse(each) for each in texts)
    compared = compare(a, b)
    redlined = redline_onto(files[0], compared, *texts, author=WHO, date=WHEN)
    settled = [each(Package(redlined.data, "")) for each in (rejected, accepted)]
    for after, before in zip(settled, files, strict=True):
        was, now = (list(Package(each, "").document().iter(w("t"))) for each in (before, after))
        assert "".join(e.text or "" for e in was) == "".join(e.text or "" for e in now)
        assert len(was) <= len(now) <= len(was) + 2


def test_the_end_of_a_section_stays(redlining: Redlining) -> None:
    section = "<w:sectPr><w:pgSz w:w='1' w:h='2'/></w:sectPr>"
    body = (
        p(r("Requests lamps;")) + p(r("Decides on oil;"), properties=section) + p(r("Ends here."))
    )
    found = redlining(body, ["Requests lamps;", "Ends here."])
    assert found.is_sound
    assert found.accepted == ["Requests lamps;", "Ends here."]
    assert (
        len(list(Package(accepted(Package(found.data, "")), "").document().iter(w("sectPr")))) == 1
    )


def test_a_text_box_is_edited_in_the_form_that_is_read(redlining: Redlining) -> None:
    inner = f"<w:txbxContent>{p(r('Notes all lamps;'))}</w:txbxContent>"
    box = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{inner}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    found = redlining(
        p(r("Requests oil;"), f"<w:r>{box}</w:r>"), ["Requests oil;", "Notes all the lamps;"]
    )
    assert found.is_sound
    assert found.accepted == ["Requests oil;", "Notes all the lamps;"]
    assert found.xml().count("Notes all") == 1


# -- the file


def test_what_is_not_concerned_is_byte_for_byte_as_it_was(redlining: Redlining) -> None:
    cover = p(r("Dear colleagues, please see below."), properties='<w:jc w:val="both"/>')
    body = cover + listed(r("Requests lamps;")) + listed(r("Decides on oil."))
    notes = '<w:footnote w:id="1" ><w:p ></w:p></w:footnote>'
    lines = [
        "Dear colleagues, please see below.",
        "1.| Requests many lamps;",
        "2.| Decides on oil.",
    ]
    found = redlining(body, lines, footnotes=notes)
    assert found.is_sound
    one, two = (zipfile.ZipFile(io.BytesIO(data)) for data in (found.before, found.data))
    assert one.namelist() == two.namelist()
    changed = [name for name in one.namelist() if one.read(name) != two.read(name)]
    before = etree.fromstring(one.read("word/document.xml"))
    assert changed == ["word/document.xml"]
    pairs = zip(before.iter(w("p")), found.root().iter(w("p")), strict=True)
    assert [etree.tostring(x) == etree.tostring(y) for x, y in pairs] == [True, False, True]


def test_tracked_changes_of_the_file_are_accepted_first_and_that_is_said(
    redlining: Redlining,
) -> None:
    data = DRAFT.read_bytes()
    a = from_docx(data, "draft.docx")
    found = redlining(
        data, [" ".join([*(f"{n}|" for n in b.number), b.span.of(a.text)]) for b in a.blocks]
    )
    assert found.redlined.settled
    assert from_docx(found.data, "").text == a.text
    assert "Jorge Abarca" not in found.xml()


def test_another_file_is_refused(word: Callable[..., bytes]) -> None:
    a = from_docx(word(p(r("Notes all lamps;"))), "a.docx")
    side = Side("a", None, None, from_blocks(a))
    comparison = Comparison(relation="versions", a=side, b=side, likeness=1.0, edits=())
    with pytest.raises(WriteError) as raised:
        redline_onto(word(p(r("Notes no lamps;"))), comparison, a, a, author=WHO, date=WHEN)
    assert "where they were read" in str(raised.value)


def test_what_would_be_run_or_fetched_is_taken_out_and_said(word: Callable[..., bytes]) -> None:
    linked = '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="x2"/></w:drawing></w:r>'  # noqa: E501
    embedded = '<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" r:id="x3"/></w:object></w:r>'  # noqa: E501
    related = (
        ("x1", "vbaProject", "vbaProject.bin"), ("x2", "image", "https://example.org/a.png"),
        ("x3", "oleObject", "embeddings/a.bin"), ("x4", "hyperlink", "https://example.org/"),
    )  # fmt: skip
    members = {"word/vbaProject.bin": b"x", "word/embeddings/a.bin": b"y"}
    data = word(p(r("Notes all lamps;"), linked, embedded), related, members)
    a = from_docx(data, "a.docx")
    side = Side("a", None, None, from_blocks(a))
    comparison = Comparison(
        relation="versions",
        a=side,
        b=side,
        likeness=1.0,
        edits=tuple(edits(side.units, side.units)),
    )
    found = redline_onto(data, comparison, a, a, author=WHO, date=WHEN)
    assert found.removed == ("a part outside of the file", "an embedded object", "macros")
    again = Package(found.data, "")
    assert [each.kind for each in again.relationships(again.main)] == ["hyperlink"]
    assert not again.has("word/vbaProject.bin")
    assert not again.has("word/embeddings/a.bin")
    text = again.part(again.main).decode()
    assert "OLEObject" not in text
    assert "x2" not in text
    assert from_docx(found.data, "").problems == ()


def test_what_stays_and_is_not_seen_is_said(redlining: Redlining) -> None:
    remark = (
        '<w:comment w:id="0" w:author="Ada Vell"><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>'
    )
    body = p(
        '<w:commentRangeStart w:id="0"/>', r("Notes all lamps"), '<w:commentRangeEnd w:id="0"/>',
        '<w:r><w:commentReference w:id="0"/></w:r>', r(" not to be told", "<w:vanish/>"), r(";"),
    )  # fmt: skip
    found = redlining(body, ["Notes all lamps and oil;"], comments=remark)
    assert found.accepted == ["Notes all lamps and oil;"]
    assert found.redlined.unseen == ("hidden text (“not to be told”)", "1 comment by Ada Vell")
    assert redlining(p(r("Notes all;")), ["Notes oil;"]).redlined.unseen == ()
