"""Akoma Ntoso → Document: what the markup says is kept, and its tricks are refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from counterdraft.errors import CounterdraftError, DamagedSource, UnsafeSource, UnsupportedSource
from counterdraft.model import Block, Document, Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.from_akn import NAMESPACE, from_akn

HEAD = f'<akomaNtoso xmlns="{NAMESPACE}">'
SMALL = f"""{HEAD}
  <statement name="resolution">
    <meta>
      <identification source="#us">
        <FRBRWork><FRBRdate date="2026-12-18" name="adoption"/></FRBRWork>
        <FRBRExpression><FRBRdate date="2026-12-24" name="publication"/></FRBRExpression>
      </identification>
      <workflow source="#us">
        <step date="2026-11-01" outcome="draftResolution" as="A/C.3/81/L.23" by="Malta and Samoa"/>
        <step date="0001-01-01" outcome="draftResolutionAdditionalSponsors" by="Nepal"/>
      </workflow>
    </meta>
    <coverPage><p><docNumber refersTo="#symbol">A/RES/81/199</docNumber></p></coverPage>
    <preface>
      <p><session value="81">Eighty-first session</session></p>
      <p><inline name="agenda item">Agenda item 71 (c)</inline></p>
      <p><docTitle>Resolution adopted by the General Assembly on 18 December 2026</docTitle></p>
      <p><docProponent>Third Committee</docProponent></p>
      <p><docNumber>81/199.</docNumber>
         <docTitle refersTo="#resolutionTitle">Lighthouses of
           Orlavia</docTitle></p>
    </preface>
    <preamble>
      <formula><p><span class="italic">The General Assembly</span>,</p></formula>
      <container name="Recalling">
        <p>\t<span class="italic">Recalling</span> its resolution
          <a href="https://undocs.org/en/A/RES/80/12">80/12</a> of 1 December 2025,<authorialNote
          marker="1"><p>See <a href="x">A/80/77</a>.</p></authorialNote><sup>1</sup>
          and the 2<sup>nd</sup> report,</p>
      </container>
    </preamble>
    <mainBody>
      <heading>Lamps</heading>
      <paragraph><num>1.</num><content>
        <p><span class="italic">Welcomes</span> the
          repair of the lamps;</p></content></paragraph>
      <paragraph><num>2.</num>
        <list>
          <intro><p><span class="italic">Requests</span> the Secretary-General:</p></intro>
          <point><num>(a)</num><content><p>To count the lamps;</p></content></point>
          <point><num>(b)</num>
            <list>
              <intro><p>To report:</p></intro>
              <point><num>(i)</num><content><p>On the keepers;</p></content></point>
              <point><num>(ii)</num><content><p>On the oil;</p></content></point>
            </list>
          </point>
        </list>
      </paragraph>
      <crossHeading>Follow-up</crossHeading>
      <paragraph><num>3.</num><content>
        <p><i>Decides</i> to remain seized of the matter.</p></content></paragraph>
      <container name="table"><table><tr><td><p>A table</p></td></tr></table></container>
    </mainBody>
    <attachments><attachment><doc name="annex"><mainBody>
      <paragraph><content><p>Annex</p></content></paragraph>
      <paragraph><content><p>Lamps to be repaired</p></content></paragraph>
      <paragraph><num>1.</num><content><p>The lamp of Port Kessin.</p></content></paragraph>
    </mainBody></doc></attachment></attachments>
  </statement>
</akomaNtoso>
""".encode()


def part(letter: str, title: str, body: str) -> str:
    return f"""<component><statement name="resolution"><preface><p><docNumber>{letter}</docNumber>
      <docTitle refersTo="#resolutionTitle">{title}</docTitle></p></preface>{body}
      </statement></component>"""


PARTS = f"""{HEAD}<documentCollection name="publication"><meta/><coverPage><p>
  <docNumber refersTo="#symbol">A/RES/81/7 A-B</docNumber></p></coverPage></documentCollection>
  <components>
  {
    part(
        "A",
        "Lamps",
        '''<preamble><formula><p>The General Assembly</p></formula></preamble><mainBody>
    <crossHeading refersTo="#preamble">Recalling its rules,</crossHeading>
    <paragraph><content><p><span class="italic">Approves</span> the oil.</p></content></paragraph>
  </mainBody>''',
    )
}
  {
    part(
        "B",
        "Keepers",
        '''<mainBody>
    <crossHeading refersTo="#preamble">The General Assembly,</crossHeading>
    <crossHeading refersTo="#preamble">Noting the keepers,</crossHeading>
    <paragraph><num>1.</num><content><p>Thanks the keepers.</p></content></paragraph></mainBody>''',
    )
}
  </components></akomaNtoso>""".encode()


@pytest.fixture(scope="module")
def document() -> Document:
    return from_akn(SMALL, "small.xml")


@pytest.fixture(scope="module")
def resolution(document: Document) -> Resolution:
    (only,) = parse(document)
    return only


def words(document: Document, role: str | None) -> list[str]:
    return [b.span.of(document.text) for b in document.blocks if b.role == role]


# Reading


def test_blocks_have_the_roles_of_the_markup(document: Document) -> None:
    assert words(document, "formula") == ["The General Assembly,"]
    assert words(document, "heading") == ["Lamps", "Follow-up"]
    assert words(document, "annex") == ["Annex"]
    assert words(document, "other") == [
        "A table",
        "Lamps to be repaired",
        "The lamp of Port Kessin.",
    ]


def test_white_space_is_folded(document: Document) -> None:
    assert words(document, "operative")[0] == "Welcomes the repair of the lamps;"


def test_numbers_are_paths(document: Document) -> None:
    operative: list[Block] = [b for b in document.blocks if b.role == "operative"]
    assert [block.number for block in operative] == [
        *(("1",), ("2",), ("2", "(a)"), ("2", "(b)")),
        *(("2", "(b)", "(i)"), ("2", "(b)", "(ii)"), ("3",)),
    ]


def test_a_footnote_stands_apart_with_its_place(document: Document) -> None:
    (note,) = document.notes
    assert (note.marker, note.text) == ("1", "See A/80/77.")
    assert document.text[: note.anchor].endswith("of 1 December 2025,")


def test_a_marker_that_is_printed_in_superscript_is_left_out(document: Document) -> None:
    assert words(document, "preambular") == [
        "Recalling its resolution 80/12 of 1 December 2025, and the 2nd report,"
    ]


def test_links_have_their_words(document: Document) -> None:
    links = [(link.span.of(document.text), link.target) for link in document.links]
    assert links == [("80/12", "https://undocs.org/en/A/RES/80/12")]


def test_italics_have_their_words(document: Document) -> None:
    slanted = [span.of(document.text) for block in document.blocks for span in block.italics]
    assert slanted == ["The General Assembly", "Recalling", "Welcomes", "Requests", "Decides"]


def test_blocks_know_their_lines(document: Document) -> None:
    line = next(i for i, text in enumerate(SMALL.splitlines(), 1) if b"The General" in text)
    assert next(b.line for b in document.blocks if b.role == "formula") in {line, line + 1}


# Parsing what was read


def test_the_header_comes_from_the_metadata(resolution: Resolution) -> None:
    assert (resolution.kind, resolution.symbol) == ("resolution", "A/RES/81/199")
    assert resolution.title == "Lighthouses of Orlavia"
    assert resolution.organ == "General Assembly"
    assert (resolution.session, resolution.session_kind) == (81, "regular")
    assert resolution.date == "2026-12-18"
    assert (resolution.committee, resolution.agenda_item) == ("Third Committee", "71 (c)")
    assert resolution.draft_symbol == "A/C.3/81/L.23"
    assert resolution.sponsors == ("Malta", "Samoa", "Nepal")


def test_paragraphs_are_those_of_the_markup(resolution: Resolution) -> None:
    assert [(p.id, p.number, p.level) for p in resolution.paragraphs] == [
        ("pp1", "1", 0),
        ("op1", "1", 0),
        ("op2", "2", 0),
        ("op2.a", "2 (a)", 1),
        ("op2.b", "2 (b)", 1),
        ("op2.b.i", "2 (b) (i)", 2),
        ("op2.b.ii", "2 (b) (ii)", 2),
        ("op3", "3", 0),
    ]


def test_phrases_are_the_italics(resolution: Resolution) -> None:
    phrases = [p.phrase for p in resolution.paragraphs]
    assert phrases == ["Recalling", "Welcomes", "Requests", None, None, None, None, "Decides"]


def test_headings_know_what_they_precede(resolution: Resolution) -> None:
    assert [(h.text, h.before) for h in resolution.headings] == [
        ("Lamps", "op1"),
        ("Follow-up", "op3"),
    ]


def test_the_annex_is_kept_apart(resolution: Resolution) -> None:
    (annex,) = resolution.annexes
    assert (annex.label, annex.title) == ("Annex", "Lamps to be repaired")
    assert annex.text.endswith("The lamp of Port Kessin.")


def test_what_a_footnote_cites_is_its_paragraphs(resolution: Resolution) -> None:
    first = resolution.paragraphs[0]
    assert [c.symbol for c in first.citations] == ["A/RES/80/12"]
    assert [c.symbol for c in first.note_citations] == ["A/80/77"]
    assert [(n.marker, n.paragraph) for n in resolution.footnotes] == [("1", "pp1")]


def test_parts_have_their_letters_titles_and_preambles() -> None:
    resolutions = parse(from_akn(PARTS, "parts.xml"))
    assert [(r.symbol, r.title, r.organ) for r in resolutions] == [
        ("A/RES/81/7 A", "Lamps", "General Assembly"),
        ("A/RES/81/7 B", "Keepers", "General Assembly"),
    ]
    ids = [[(p.id, p.number, p.phrase) for p in r.paragraphs] for r in resolutions]
    assert ids == [
        [("pp1", "1", "Recalling"), ("op1", None, "Approves")],
        [("pp1", "1", "Noting"), ("op1", "1", "Thanks")],
    ]


def ids(*paragraphs: tuple[str, str]) -> list[str]:
    """The ids of a body of flat paragraphs, each a ``num`` (or none) and its words."""
    flat = "".join(
        f"<paragraph>{num and f'<num>{num}</num>'}<content><p>{text}</p></content></paragraph>"
        for num, text in paragraphs
    )
    body = f"<formula><p>The General Assembly,</p></formula></preamble><mainBody>{flat}</mainBody>"
    data = f"{HEAD}<statement><preamble>{body}</statement></akomaNtoso>"
    (resolution,) = parse(from_akn(data.encode(), "x"))
    return [paragraph.id for paragraph in resolution.paragraphs]


def test_letters_that_the_markup_left_flat_stand_below_their_paragraph() -> None:
    found = ids(("1.", "Asks for:"), ("", "(a) Lamps:"), ("", "(i) Old;"), ("", "(ii) New;"))
    assert found == ["op1", "op1.a", "op1.a.i", "op1.a.ii"]


def test_letters_that_are_numbers_of_flat_paragraphs_stand_below_theirs() -> None:
    found = ids(
        *(("1.", "Asks for:"), ("", "(a) Lamps:"), ("", "(i) Old;"), ("(ii)", "New;")),
        *(("(b)", "Oil;"), ("2.", "Decides so.")),
    )
    assert found == ["op1", "op1.a", "op1.a.i", "op1.a.ii", "op1.b", "op2"]


def test_bullets_of_the_markup_are_counted() -> None:
    points = "".join(
        f"<point><num>–</num><content><p>{w};</p></content></point>" for w in ("Lamps", "Oil")
    )
    listed = f"<num>1.</num><list><intro><p>Asks for:</p></intro>{points}</list>"
    body = f"<mainBody><paragraph>{listed}</paragraph></mainBody>"
    data = f"{HEAD}<statement>{body}</statement></akomaNtoso>"
    (resolution,) = parse(from_akn(data.encode(), "x"))
    assert [paragraph.id for paragraph in resolution.paragraphs] == ["op1", "op1.1", "op1.2"]


def test_an_annex_without_text_is_a_problem() -> None:
    empty = SMALL.replace(b"Annex</p>", b"</p>").replace(b"Lamps to be repaired", b"")
    document = from_akn(empty.replace(b"The lamp of Port Kessin.", b""), "x")
    assert [problem.code for problem in document.problems] == ["empty-annex"]


# Refused


def test_xml_that_is_not_well_formed_names_its_line() -> None:
    broken = SMALL.replace(b"</preface>", b"</prefix>", 1)
    line = broken[: broken.index(b"</prefix>")].count(b"\n") + 1
    with pytest.raises(DamagedSource, match=rf"^x, line {line}, column \d+: the XML is not well-"):
        from_akn(broken, "x")


@pytest.mark.parametrize("cut", [200, 900, len(SMALL) - 20])
def test_xml_that_was_cut_off_is_damaged(cut: int) -> None:
    with pytest.raises(DamagedSource, match=r"line \d+, column \d+"):
        from_akn(SMALL[:cut], "x")


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    ("declarations", "reference"),
    [
        ('<!ENTITY o "Orlavia">', "&o;"),
        ('<!ENTITY o "Orlavia">', ""),
        ('<!ENTITY l0 "ha">' + LAUGHS, "&l9;"),
        ('<!ENTITY f SYSTEM "file:///etc/passwd">', "&f;"),
        ('<!ENTITY n SYSTEM "http://192.0.2.1/x">', "&n;"),
        ('<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;', ""),
    ],
    ids=["used", "unused", "billion laughs", "file", "network", "parameter"],
)
def test_entities_are_refused(declarations: str, reference: str) -> None:
    doctype = f"<!DOCTYPE akomaNtoso [{declarations}]>".encode()
    data = doctype + SMALL.replace(b"Lamps</heading>", reference.encode() + b"</heading>")
    with pytest.raises(UnsafeSource, match=r"entities.*Remove the DOCTYPE"):
        from_akn(data, "x")


def test_entities_behind_a_long_comment_are_refused() -> None:
    laughs = f'<!ENTITY l0 "ha">{LAUGHS}'
    data = f"<!--{'-_' * 4000}--><!DOCTYPE akomaNtoso [{laughs}]>".encode()
    with pytest.raises(UnsafeSource, match="entities"):
        from_akn(data + SMALL.replace(b"Lamps</heading>", b"&l9;</heading>"), "x")


@pytest.mark.parametrize(
    "other",
    [
        b"<html/>",
        b"<akomaNtoso/>",
        f"{HEAD}</akomaNtoso>".encode(),
        f"{HEAD}<act name='x'/></akomaNtoso>".encode(),
        SMALL.replace(NAMESPACE.encode(), b"http://docs.oasis-open.org/legaldocml/ns/akn/2.0"),
    ],
)
def test_other_xml_is_unsupported(other: bytes) -> None:
    with pytest.raises(UnsupportedSource, match=r"root element <\w+> is not Akoma Ntoso 3\.0"):
        from_akn(other, "x")


def test_elements_too_deep_to_walk_are_refused() -> None:
    depth = 5000
    deep = f"{HEAD}<statement><mainBody>{'<paragraph>' * depth}{'</paragraph>' * depth}"
    with pytest.raises(CounterdraftError):
        from_akn(f"{deep}</mainBody></statement></akomaNtoso>".encode(), "x")


# Whatever stands where


TAGS = (
    *(
        "preface",
        "preamble",
        "mainBody",
        "attachments",
        "attachment",
        "doc",
        "formula",
        "container",
    ),
    *("paragraph", "num", "content", "p", "list", "intro", "point", "sublist", "wrapUp", "table"),
    *(
        "heading",
        "crossHeading",
        "section",
        "span",
        "i",
        "a",
        "sup",
        "authorialNote",
        "eol",
        "meta",
    ),
)
WORDS = st.sampled_from(
    ["", " ", "1.", "(a)", "The General Assembly,", "Recalling it,", "2. Decides."]
)


def element(below: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Elements of any name around words, elements and words."""
    parts = st.tuples(st.sampled_from(TAGS), WORDS, below, below, WORDS)
    return parts.map(lambda p: f"<{p[0]}>{p[1]}{p[2]}{p[3]}</{p[0]}>{p[4]}")


@given(st.lists(st.recursive(WORDS, element, max_leaves=12), max_size=4))
def test_property_any_arrangement_is_read_and_parsed(parts: list[str]) -> None:
    document = from_akn(f"{HEAD}<statement>{''.join(parts)}</statement></akomaNtoso>".encode(), "x")
    for resolution in parse(document):
        for paragraph in resolution.paragraphs:
            assert paragraph.text == paragraph.span.of(document.text)


@given(st.text(st.characters(categories=["L", "N", "P", "Zs", "Cf"]), min_size=1))
def test_property_any_words_of_a_paragraph_are_parsed(text: str) -> None:
    root = etree.fromstring(SMALL)
    point = next(root.iter(f"{{{NAMESPACE}}}point"))
    next(point.iter(f"{{{NAMESPACE}}}p")).text = text
    (resolution,) = parse(from_akn(etree.tostring(root, encoding="utf-8"), "x"))
    assert resolution.paragraphs[0].id == "pp1"


@pytest.mark.parametrize(
    ("headings", "labels"),
    [
        (("Annex A: Lamps", "Annex B: Oil"), ["Annex A: Lamps", "Annex B: Oil"]),
        (("Annex I", "ANNEX II", "Annex III"), ["Annex I", "ANNEX II", "Annex III"]),
        # Its own annexes are numbered otherwise, or begin anew.
        (("Annex A", "Annex I", "Annex II"), ["Annex A"]),
        (("Annex", "Annex I", "Annex II"), ["Annex"]),
        (("Annex I", "Annex I"), ["Annex I"]),
    ],
)
def test_an_attachment_may_hold_several_annexes(
    headings: tuple[str, ...], labels: list[str]
) -> None:
    body = "".join(
        f"<paragraph><heading>{heading}</heading></paragraph>"
        "<paragraph><content><p>Lamps of the port.</p></content></paragraph>"
        for heading in headings
    )
    doc = f'<attachment><doc name="annex"><mainBody>{body}</mainBody></doc></attachment>'
    act = "<mainBody><paragraph><content><p>Decides so.</p></content></paragraph></mainBody>"
    data = f"{HEAD}<statement>{act}<attachments>{doc}</attachments></statement></akomaNtoso>"
    (found,) = parse(from_akn(data.encode(), "x"))
    assert [annex.label for annex in found.annexes] == labels
