"""AKN4UN: what is written is valid, and read again it is the same resolution."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from counterdraft.errors import WriteError
from counterdraft.export.iri import Profile
from counterdraft.export.to_akn import to_akn, to_akn_collection
from counterdraft.lexicon.akn import NAMESPACE
from counterdraft.model import Document, Link, Resolution, Span
from counterdraft.parse.parse import parse
from counterdraft.read.from_akn import from_akn
from counterdraft.read.from_text import from_text
from counterdraft.read.read import read
from tests.exported import (
    ROOT,
    SOURCES,
    around,
    faults,
    header,
    name_of,
    paragraphs,
    parsed,
)

PROFILES = get_args(Profile)
SHARED = ROOT.parent / "shared" / "data"
AKN = {"a": NAMESPACE}

DRAFT = """A/C.3/81/L.23

Eighty-first session

Third Committee

Agenda item 71 (c)

Malta, Nepal and Samoa: draft resolution

Lighthouses of Orlavia

The General Assembly,

Recalling its resolution 80/12 of 1 December 2025 and the report A/80/77,¹

PP2bis. Noting the keepers,

1. Welcomes the repair of the lamps, as asked for in resolution 80/12;

2. Requests the Secretary-General:

(a) To count the lamps:

(i) By day;

(ii) By night;

(b) To report to it;

2bis. Decides so;

Follow-up

3. Decides to remain seized of the matter.

Annex

Lamps to be repaired

The lamp of Port Kessin.

__________
¹ See A/80/77, para. 3.
"""


def written(text: str = DRAFT, profile: Profile = "guidelines") -> etree._Element:
    document = from_text(text.encode(), "draft.txt")
    (resolution,) = parse(document)
    return etree.fromstring(to_akn(resolution, document, profile=profile))


def found(tree: etree._Element, path: str) -> list[str]:
    """What an XPath finds in a tree, as text."""
    everything: Any = tree.xpath(path, namespaces=AKN)  # the stubs allow for numbers too
    return [
        each if isinstance(each, str) else " ".join("".join(each.itertext()).split())
        for each in everything
    ]


# What is written, read again


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_what_is_written_is_valid_and_comes_back_the_same(source: Path, profile: Profile) -> None:
    document, resolutions = parsed(source)
    data = to_akn_collection(resolutions, document, profile=profile)
    assert faults(data) == []
    again = parse(from_akn(data, "x"))
    assert [header(each) for each in again] == [header(each) for each in resolutions]
    assert [paragraphs(each) for each in again] == [paragraphs(each) for each in resolutions]
    assert [around(each) for each in again] == [around(each) for each in resolutions]


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("archive", ["ga-english-74-79.zip", "sc-english-2000-2024.zip"])
def test_the_uns_own_files_are_valid_and_come_back_the_same(archive: str, profile: Profile) -> None:
    if not (SHARED / archive).exists():
        pytest.skip(f"{SHARED} has no {archive}")
    with zipfile.ZipFile(SHARED / archive) as packed:
        names = sorted(name for name in packed.namelist() if name.endswith(".xml"))[::300]
        files = {name: packed.read(name) for name in names}
    for name, before in files.items():
        document = from_akn(before, name)
        resolutions = parse(document)
        data = to_akn_collection(resolutions, document, profile=profile)
        assert faults(data) == [], name
        again = parse(from_akn(data, name))
        texts = [[(p.id, p.text) for p in each.paragraphs] for each in resolutions]
        assert [[(p.id, p.text) for p in each.paragraphs] for each in again] == texts, name
        if profile == "unxml":
            assert [paragraphs(e) for e in again] == [paragraphs(e) for e in resolutions], name
            assert [around(e) for e in again] == [around(e) for e in resolutions], name


def test_written_twice_it_is_the_same_bytes() -> None:
    document, resolutions = parsed(ROOT / "examples" / "draft.docx")
    first = to_akn_collection(resolutions, document)
    assert to_akn_collection(resolutions, document) == first
    again = from_akn(first, "x")
    assert to_akn_collection(parse(again), again) == first


# The guidelines' form


def test_the_work_is_named_by_the_naming_convention() -> None:
    adopted = "Resolution adopted by the General Assembly on 18 December 2026"
    text = DRAFT.replace("A/C.3/81/L.23", "A/RES/81/7 A").replace(": draft resolution", "")
    tree = written(text.replace("Lighthouses", f"{adopted}\n\nLighthouses"))
    work = "/akn/un/statement/deliberation/un-ga/2026-12-18/81-7_A"
    assert found(tree, "//a:FRBRWork/a:FRBRuri/@value") == [work, work]
    assert found(tree, "//a:FRBRWork/a:FRBRthis/@value") == [
        *(f"{work}/!main", f"{work}/!main/annex_1")
    ]
    assert found(tree, "//a:FRBRExpression/a:FRBRuri/@value")[0] == f"{work}/eng@"
    assert found(tree, "//a:FRBRManifestation/a:FRBRuri/@value")[0] == f"{work}/eng@.xml"
    assert found(tree, "//a:statement/@name") == ["resolution"]
    assert found(tree, "//a:FRBRnumber/@showAs")[0] == "81/7 A"
    assert found(tree, "//a:conclusions//a:docDate/@date") == ["2026-12-18"]


def test_what_is_not_known_is_not_made_up() -> None:
    tree = written("The General Assembly,\n\nNoting it,\n\nDecides so.\n")
    (uri,) = found(tree, "//a:FRBRWork/a:FRBRuri/@value")
    assert uri.startswith("/akn/un/statement/deliberation/un-ga/0001-01-01/draft-")
    assert found(tree, "//a:proprietary/*/@status") == ["temporary"]
    assert found(tree, "//a:workflow | //a:conclusions") == []
    assert found(tree, "//a:preface//a:docDate | //a:session | //a:docNumber") == []


def test_an_adopted_text_keeps_the_name_of_its_draft() -> None:
    document = from_text(DRAFT.encode(), "x")
    (resolution,) = parse(document)
    adopted = replace(
        resolution, kind="resolution", symbol="A/RES/81/7", draft_symbol="A/C.3/81/L.23"
    )
    tree = etree.fromstring(to_akn(adopted, document))
    assert found(tree, "//a:FRBRalias/@value")[0].endswith("/un-ga/0001-01-01/A-C.3-81-L.23")
    assert found(tree, "//a:step[@outcome='draftResolution']/@as") == ["A/C.3/81/L.23"]


def test_names_come_from_printed_numbers() -> None:
    tree = written()
    assert found(tree, "//a:mainBody//a:paragraph/@eId | //a:mainBody//a:point/@eId") == [
        *("para_1", "para_2", "para_2__list_1__point_a"),
        "para_2__list_1__point_a__list_1__point_i",
        "para_2__list_1__point_a__list_1__point_ii",
        *("para_2__list_1__point_b", "para_2bis", "sec_1__para_3"),
    ]
    assert found(tree, "//a:preamble/a:container/@eId") == ["container_1", "container_2bis"]
    assert found(tree, "//a:attachment/@eId") == ["annex_1"]


def test_preamble_and_body_have_their_elements() -> None:
    tree = written()
    assert found(tree, "//a:preamble/a:formula/@name") == ["enactingFormula"]
    assert found(tree, "//a:preamble/a:container/@name") == ["recalling", "noting"]
    assert found(tree, "//a:preamble//a:i") == ["Recalling", "Noting"]
    assert found(tree, "//a:list/a:intro/a:p") == [
        *("Requests the Secretary-General:", "To count the lamps:")
    ]
    assert found(tree, "//a:section/a:heading") == ["Follow-up"]
    assert found(tree, "//a:doc/a:preface//a:docType") == ["Annex"]
    assert found(tree, "//a:preface//a:docProponent") == ["Malta", "Nepal", "Samoa"]
    assert found(tree, "//a:preface//a:docCommittee") == ["Third Committee"]


def test_citations_are_references_dated_where_the_text_dates_them() -> None:
    dated = "/akn/un/statement/deliberation/un-ga/2025-12-01/80-12"
    assert found(written(), "//a:mainBody//a:ref/@href") == [dated]
    assert found(written(), "//a:preamble//a:container/a:p/a:ref/@href") == [
        *(dated, "https://undocs.org/en/A/80/77")
    ]


def test_a_note_stands_where_it_is_called_and_leads_on() -> None:
    tree = written()
    assert found(tree, "//a:authorialNote/@marker") == ["1"]
    assert found(tree, "//a:authorialNote/@placement") == ["bottom"]
    assert found(tree, "//a:authorialNote//a:ref") == ["A/80/77"]
    assert found(tree, "//a:authorialNote/preceding-sibling::*[1]") == ["A/80/77"]


def test_parts_are_components_of_a_collection() -> None:
    document, resolutions = parsed(ROOT / "tests/cases/parse/parts_a_and_b/input.txt")
    tree = etree.fromstring(to_akn_collection(resolutions, document))
    assert found(tree, "//a:documentCollection/@name") == ["publication"]
    assert found(tree, "//a:documentRef/@href") == ["#comp_1", "#comp_2"]
    assert found(tree, "//a:components/a:component/@eId") == ["comp_1", "comp_2"]


# The UN's form


def test_the_uns_form_has_its_elements() -> None:
    tree = written(profile="unxml")
    assert found(tree, "//a:statement/@name") == ["draftResolution"]
    assert found(tree, "//a:FRBRWork/a:FRBRuri/@value")[0].endswith(
        "/unga/0001-01-01/A-C.3-81-L.23/"
    )
    assert found(tree, "//a:preamble/a:container/@name") == ["Recalling", "Noting"]
    assert found(tree, "//a:span[@class='italic']")[0] == "Recalling"
    assert found(tree, "//a:sublist/a:point/a:num") == ["(i)", "(ii)"]
    assert found(tree, "//a:paragraph[@class='H23']/a:subheading") == ["Follow-up"]
    assert found(tree, "//a:ref") == []
    assert "https://undocs.org/en/A/RES/80/12" in found(tree, "//a:a/@href")
    assert found(tree, "//a:step/@by") == ["Malta, Nepal and Samoa"]


def test_what_lasts_through_versions_is_kept() -> None:
    data = etree.tostring(written()).replace(b'eId="para_1"', b'eId="para_1" wId="para_9"')
    document = from_akn(data, "x")
    (resolution,) = parse(document)
    for profile in PROFILES:
        tree = etree.fromstring(to_akn(resolution, document, profile=profile))
        assert found(tree, "//a:paragraph[@wId='para_9']/a:num") == ["1."]


def test_an_amendment_document_is_refused_with_what_helps() -> None:
    document = read((ROOT / "tests/cases/parse/amendment_document/input.txt").read_bytes(), "a.txt")
    with pytest.raises(WriteError, match=r"no paragraphs of its own.*Write it as JSON"):
        to_akn_collection(parse(document), document)


# Hostile texts

HOSTILE = (
    "\x00\x07\x1b", "]]>", "<!ENTITY x SYSTEM 'file:///etc/passwd'>", "&x;", "<script>", "\ud800",
    "\ufffe", "\u202e", '"\'', "<!--", "-->", "<?xml?>", "é中\U0001f600",
)  # fmt: skip


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("words", HOSTILE, ids=ascii)
def test_no_words_break_the_markup(words: str, profile: Profile) -> None:
    text = f"The General Assembly,\n\nNoting {words} it,\n\n1. Decides {words} so.\n"
    document = from_text(b"x", "x")
    plain = from_text(text.replace(words, "Q").encode(), words)
    changed = replace(plain, text=plain.text.replace("Q", words[:1]), language=words)
    for each in (plain, changed):
        for resolution in parse(each):
            said = replace(
                resolution, title=words, symbol=words, sponsors=(words, words), date=words,
                committee=words, agenda_item=words, organ=words, draft_symbol=words,
            )  # fmt: skip
            assert faults(to_akn(said, each, profile=profile)) == []
    assert document.text == "x"


@pytest.mark.parametrize(
    "target",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "", "\x00", "http://["],
)
def test_links_that_lead_to_no_document_are_no_links(target: str) -> None:
    document = from_text(DRAFT.encode(), "x")
    at = document.text.index("lamps")
    linked = replace(document, links=(Link(Span(at, at + 5), target),))
    (resolution,) = parse(linked)
    data = to_akn(resolution, linked)
    assert faults(data) == []
    assert b"javascript" not in data
    assert b"passwd" not in data


def test_an_enormous_text_is_written() -> None:
    clause = (
        "1. Decides so, as in resolution 80/12 of 1 December 2025, " + "word " * 20000 + "so;\n\n"
    )
    text = (
        "The General Assembly,\n\nNoting it,\n\n"
        + clause * 1
        + "".join(f"{n}. Decides that it is so;\n\n" for n in range(2, 900))
    )
    document = from_text(text.encode(), "x")
    (resolution,) = parse(document)
    data = to_akn(resolution, document)
    (again,) = parse(from_akn(data, "x"))
    assert [p.text for p in again.paragraphs] == [p.text for p in resolution.paragraphs]


# Any resolution at all

VERBS = st.sampled_from(["Recalling", "Noting with concern", "Welcoming also", "Guided by"])
ACTS = st.sampled_from(["Decides", "Also requests", "Calls upon", "Welcomes"])
WORDS = st.lists(
    st.sampled_from(
        [
            *("the lamps", "resolution 80/12 of 1 December 2025", "A/80/77", "R & D", "1 < 2"),
            *("all of it", "[as agreed]", "the “keepers”", "côte", "中文", "a*b", "x_y"),
        ]
    ),
    min_size=1,
    max_size=4,
).map(" ".join)


@st.composite
def drafts(draw: st.DrawFn) -> str:
    """A draft with points to two levels, headings and notes, as a text."""
    lines = ["The General Assembly,"]
    lines += [f"{draw(VERBS)} {draw(WORDS)}," for _ in range(draw(st.integers(1, 4)))]
    count = draw(st.integers(1, 5))
    for number in range(1, count + 1):
        points = draw(st.lists(st.integers(0, 2), max_size=3))
        end = ":" if points else "." if number == count else ";"
        lines.append(f"{number}. {draw(ACTS)} {draw(WORDS)}{end}")
        for place, below in enumerate(points):
            lines.append(f"({'abc'[place]}) To see {draw(WORDS)}{':' if below else ';'}")
            lines += [f"({'i' * n}) To do {draw(WORDS)};" for n in range(1, below + 1)]
    return "\n\n".join(lines) + "\n"


@pytest.mark.parametrize("profile", PROFILES)
@given(text=drafts())
def test_property_a_draft_comes_back_the_same(text: str, profile: Profile) -> None:
    document = from_text(text.encode(), "x")
    for resolution in parse(document):
        data = to_akn(resolution, document, profile=profile)
        assert faults(data) == []
        (again,) = parse(from_akn(data, "x"))
        assert header(again) == header(resolution)
        assert paragraphs(again) == paragraphs(resolution)
        assert around(again) == around(resolution)


@given(text=st.text(max_size=200), start=st.integers(0, 50), length=st.integers(0, 50))
def test_property_any_document_and_resolution_make_a_valid_file(
    text: str, start: int, length: int
) -> None:
    document = Document(source="x", media_type="text/plain", text=text, blocks=())
    resolution = Resolution(source="x", title=text, span=Span(start, start + length), formula=text)
    assert faults(to_akn(resolution, document)) == []


def test_only_a_member_is_written_as_one() -> None:
    document = from_text(DRAFT.encode(), "a.txt")
    (resolution,) = parse(document)
    sponsors = ("Fiji", "State of Palestine", "Movement of Non-Aligned Countries", "South Sudan")
    tabled = replace(resolution, sponsors=sponsors, date="2010-11-01")
    text = to_akn(tabled, document).decode()
    found = re.findall(r'eId="sponsor_\d" href="/akn/ontology/organization/([^"]+)"', text)
    assert found == ["un/memberState", "sponsor", "sponsor", "sponsor"]
    later = to_akn(replace(tabled, date="2025-11-01"), document).decode()
    assert later.count("memberState") == 2
