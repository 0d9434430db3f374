"""Akoma Ntoso by the guidelines, and what the UN's files rarely have: nothing of it is lost."""

from __future__ import annotations

import pytest

from counterdraft.lexicon.akn import NAMESPACE
from counterdraft.model import Document, Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.from_akn import from_akn

FORMULA = "<formula><p>The General Assembly,</p></formula>"


def read(inner: str, name: str = "resolution") -> Document:
    xml = f'<akomaNtoso xmlns="{NAMESPACE}"><statement name="{name}">{inner}</statement>'
    return from_akn(f"{xml}</akomaNtoso>".encode(), "x")


def parsed(inner: str, name: str = "resolution") -> Resolution:
    (only,) = parse(read(inner, name))
    return only


def preamble(*containers: str) -> str:
    return f"<preamble>{FORMULA}{''.join(containers)}</preamble>"


def listed(resolution: Resolution) -> list[tuple[str, str | None, int, str]]:
    return [(p.id, p.number, p.level, p.text) for p in resolution.paragraphs]


HEADER = """<meta><identification source="#x"/><workflow source="#x">
  <step date="2026-11-04" outcome="draftResolution" as="A/C.3/81/L.23" by="#sponsors"/>
</workflow></meta><preface>
  <container name="sponsors"><p><docProponent>Malta</docProponent>,
    <docProponent>Bosnia and Herzegovina</docProponent></p></container>
  <container name="committee"><p><docCommittee>Third Committee</docCommittee></p></container>
</preface>"""


def test_the_guidelines_header_names_sponsors_and_committee() -> None:
    body = "<mainBody><paragraph><content><p>Decides so.</p></content></paragraph></mainBody>"
    resolution = parsed(HEADER + body, "resolutionDraft")
    assert resolution.sponsors == ("Malta", "Bosnia and Herzegovina")
    assert resolution.committee == "Third Committee"
    assert resolution.draft_symbol == "A/C.3/81/L.23"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("resolution", "resolution"), ("resolutionDraft", "draft"), ("draftResolution", "draft")],
)
def test_a_statement_says_whether_it_is_a_draft(name: str, kind: str) -> None:
    body = "<mainBody><paragraph><content><p>Decides so.</p></content></paragraph></mainBody>"
    assert parsed(body, name).kind == kind


def test_references_are_links() -> None:
    words = "Recalling resolution <ref href='/akn/un/x'>80/12</ref>,"
    document = read(preamble(f"<container name='recalling'><p>{words}</p></container>"))
    assert [(link.span.of(document.text), link.target) for link in document.links] == [
        ("80/12", "/akn/un/x")
    ]


LIST = """<container name="noting"><blockList>
  <listIntroduction><i>Noting</i> the keepers:</listIntroduction>
  <item><num>(a)</num><p>Of Port Kessin;</p>
    <blockList><item><num>(i)</num><p>By day;</p></item></blockList></item>
  <item><num>(b)</num><p>Of Varo,</p></item>
</blockList><p>who wait,</p></container>"""


def test_a_list_in_a_preamble_is_read_point_by_point() -> None:
    after = "<container name='thanking'><p>Thanking them,</p></container>"
    assert listed(parsed(preamble(LIST, after))) == [
        ("pp1", "1", 0, "Noting the keepers:"),
        ("pp1.a", "1 (a)", 1, "Of Port Kessin;"),
        ("pp1.a.i", "1 (a) (i)", 2, "By day;"),
        ("pp1.b", "1 (b)", 1, "Of Varo,"),
        ("pp1.1", None, 0, "who wait,"),
        ("pp2", "2", 0, "Thanking them,"),
    ]


def test_a_number_printed_in_a_preamble_is_kept() -> None:
    containers = [
        f"<container name='x'><p><inline name='num'>{number}</inline> Noting it,</p></container>"
        for number in ("3bis.", "4")
    ]
    resolution = parsed(preamble(*containers, "<container name='x'><p>Noting,</p></container>"))
    assert [(p.id, p.number, p.text) for p in resolution.paragraphs] == [
        ("pp3bis", "3bis", "Noting it,"),
        ("pp4", "4", "Noting it,"),
        ("pp5", "5", "Noting,"),
    ]


def test_a_block_of_a_preamble_is_a_heading_unless_it_says_that_it_is_a_paragraph() -> None:
    blocks = "<block name='subheading'>Lamps</block><block name='#preamble'>Noting it,</block>"
    resolution = parsed(preamble(blocks))
    assert [(h.text, h.before) for h in resolution.headings] == [("Lamps", "pp1")]
    assert listed(resolution) == [("pp1", "1", 0, "Noting it,")]


def test_what_is_numbered_in_a_preamble_is_operative() -> None:
    items = "<item><num>1.</num><p>Decides so;</p></item><item><num>2.</num><p>Asks.</p></item>"
    acting = "<listIntroduction>Acting under Chapter VII,</listIntroduction>"
    container = f"<container name='x'><blockList>{acting}{items}</blockList></container>"
    resolution = parsed(preamble(container))
    assert [(p.id, p.part, p.number) for p in resolution.paragraphs] == [
        *(("pp1", "preambular", "1"), ("op1", "operative", "1"), ("op2", "operative", "2"))
    ]


def paragraph(num: str, text: str, below: str = "") -> str:
    held = f"<intro><p>{text}</p></intro>{below}" if below else f"<content><p>{text}</p></content>"
    return f"<paragraph>{num and f'<num>{num}</num>'}{held}</paragraph>"


def point(num: str, text: str) -> str:
    return paragraph(num, text).replace("paragraph>", "point>")


def test_what_goes_on_after_points_is_not_lost() -> None:
    points = f"<list>{point('(a)', 'Lamps;')}<wrapUp><p>for all;</p></wrapUp></list>"
    below = f"{points}<alinea><content><p>by 2027;</p></content></alinea>"
    assert listed(parsed(f"<mainBody>{paragraph('1.', 'Asks for:', below)}</mainBody>")) == [
        ("op1", "1", 0, "Asks for:"),
        ("op1.a", "1 (a)", 1, "Lamps;"),
        ("op1.1", None, 0, "for all;"),
        ("op1.1-2", None, 0, "by 2027;"),
    ]


def test_points_without_a_number_are_counted_below_their_paragraph() -> None:
    below = f"<list>{point('', 'Lamps;')}{point('', 'Oil')}</list>"
    body = paragraph("", "Asks for:", below) + paragraph("", "Decides so.")
    assert [each[:3] for each in listed(parsed(f"<mainBody>{body}</mainBody>"))] == [
        ("op1", None, 0),
        ("op1.1", None, 1),
        ("op1.2", None, 1),
        ("op2", None, 0),
    ]


def test_points_without_a_number_have_points_of_their_own() -> None:
    inner = f"<list><intro><p>All:</p></intro>{point('(i)', 'Lamps;')}</list>"
    below = f"<list><point>{inner}</point></list>"
    assert [
        each[:3]
        for each in listed(parsed(f"<mainBody>{paragraph('1.', 'Asks:', below)}</mainBody>"))
    ] == [*(("op1", "1", 0), ("op1.1", None, 1), ("op1.i", "1 (i)", 2))]


def test_a_heading_among_points_stands_before_the_next() -> None:
    heading = "<crossHeading>Oil</crossHeading>"
    below = f"<list>{point('(a)', 'Lamps;')}{heading}{point('(b)', 'Oil.')}</list>"
    resolution = parsed(f"<mainBody>{paragraph('1.', 'Asks:', below)}</mainBody>")
    assert [(h.text, h.before) for h in resolution.headings] == [("Oil", "op1.b")]


def test_letters_stand_below_a_paragraph_without_a_number() -> None:
    inner = f"<list><intro><p>Old:</p></intro>{point('(i)', 'Lamps;')}</list>"
    below = f"<list><point><num>(A)</num>{inner}</point></list>"
    body = paragraph("", "Asks for:", below)
    assert [each[:3] for each in listed(parsed(f"<mainBody>{body}</mainBody>"))] == [
        ("op1", None, 0),
        ("op1.A", "(A)", 1),
        ("op1.A.i", "(A) (i)", 2),
    ]


def test_numbers_that_were_added_to_are_numbers() -> None:
    body = paragraph("5.", "Asks;") + paragraph("5bis.", "Asks;") + paragraph("6.", "Asks.")
    found = listed(parsed(f"<mainBody>{body}</mainBody>"))
    assert [each[:2] for each in found] == [("op5", "5"), ("op5bis", "5bis"), ("op6", "6")]


def test_a_paragraph_that_opens_in_italics_is_no_heading() -> None:
    body = paragraph("", "<i>Decides</i> so") + paragraph("", "<i>All so</i>")
    resolution = parsed(f"<mainBody>{body}</mainBody>")
    assert [p.text for p in resolution.paragraphs] == ["Decides so"]
    assert [h.text for h in resolution.headings] == ["All so"]


def test_a_number_alone_is_a_heading() -> None:
    alone = "<paragraph><num>I.</num></paragraph>"
    headed = "<paragraph><num>A.</num><subheading>Lamps</subheading></paragraph>"
    resolution = parsed(f"<mainBody>{alone}{headed}{paragraph('1.', 'Asks;')}</mainBody>")
    assert [(h.text, h.before) for h in resolution.headings] == [
        *(("I.", "op1"), ("A.", "op1"), ("Lamps", "op1"))
    ]


def test_a_note_knows_its_links_and_italics() -> None:
    words = "<p>See <i>Records</i> (<a href='https://undocs.org/A/80/77'>A/80/77</a>).</p>"
    note = f"<authorialNote marker='1'>{words}<p>Also this.</p></authorialNote>"
    (note_read,) = read(preamble(f"<container name='x'><p>Noting,{note}</p></container>")).notes
    assert note_read.text == "See Records (A/80/77). Also this."
    assert [each.span.of(note_read.text) for each in note_read.links] == ["A/80/77"]
    assert [each.of(note_read.text) for each in note_read.italics] == ["Records"]


def test_numbers_of_an_annex_stand_beside_its_paragraphs() -> None:
    inner = paragraph("1.", "Lamps.") + paragraph(
        "2.", "Oil:", f"<list>{point('(a)', 'A.')}</list>"
    )
    preface = "<preface><p><docType>Annex</docType></p></preface>"
    doc = f"<doc name='annex'>{preface}<mainBody>{inner}</mainBody></doc>"
    attached = f"<attachments><attachment>{doc}</attachment></attachments>"
    document = read(f"<mainBody>{paragraph('1.', 'Asks.')}</mainBody>{attached}")
    assert [(b.role, b.number, b.span.of(document.text)) for b in document.blocks[1:]] == [
        ("annex", (), "Annex"),
        ("other", ("1.",), "Lamps."),
        ("other", ("2.",), "Oil:"),
        ("other", ("(a)",), "A."),
    ]


def test_names_that_outlast_versions_are_kept() -> None:
    body = paragraph("1.", "Asks.").replace("<paragraph>", "<paragraph wId='para_7'>", 1)
    assert [b.wid for b in read(f"<mainBody>{body}</mainBody>").blocks] == ["para_7"]


def test_the_language_is_the_one_that_is_said() -> None:
    said = "<meta><identification><FRBRExpression><FRBRlanguage language='fra'/></FRBRExpression>"
    assert read(f"{said}</identification></meta>").language == "fr"
    assert read("").language == "en"


@pytest.mark.parametrize("again", ["<sup>1</sup>", "<noteRef marker='1' href='#n1'/>"])
def test_a_note_may_be_called_again(again: str) -> None:
    note = "<authorialNote marker='1'><p>See A/80/77.</p></authorialNote>"
    words = f"<p>Noting this,{note}<sup>1</sup> and that,{again} and the 3<sup>5</sup>,</p>"
    resolution = parsed(preamble(f"<container name='x'>{words}</container>"))
    assert [p.text for p in resolution.paragraphs] == ["Noting this, and that, and the 3,"]
    called = [n.anchor - resolution.paragraphs[0].span.start for n in resolution.footnotes]
    assert called == [len("Noting this,"), len("Noting this, and that,")]
    assert {(n.marker, n.text) for n in resolution.footnotes} == {("1", "See A/80/77.")}
