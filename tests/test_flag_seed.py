"""What rules find in the seed and in the text that it answers; neither is ours to publish."""

from __future__ import annotations

import zipfile
from functools import cache
from pathlib import Path

import pytest

from counterdraft.corpus.add import add
from counterdraft.corpus.entries import entry_of
from counterdraft.corpus.stored import Stored
from counterdraft.flag.flag import flag
from counterdraft.flag.ground import Ground
from counterdraft.flag.sponsors import stated_sponsors
from counterdraft.model import Document, Resolution
from counterdraft.model.finding import Findings
from counterdraft.parse.parse import parse
from counterdraft.read.read import read
from counterdraft.trace.trace import trace

SHARED = Path(__file__).parent.parent.parent / "shared"
SEED = SHARED / "seed" / "000_a34b27da3f2bbd3d.txt"
ARCHIVE = SHARED / "data" / "ga-english-74-79.zip"
RIVALS = ("ga/74/74_166.xml", "ga/79/A_RES_79_181-2424223E.xml")
SPONSOR = "Democratic People's Republic of Korea"

pytestmark = pytest.mark.skipif(
    not (SEED.exists() and ARCHIVE.exists()), reason=f"there is no {SEED} or {ARCHIVE}"
)


@cache
def seed() -> tuple[Document, Resolution]:
    document = read(SEED.read_bytes(), SEED.name)
    (draft,) = parse(document)
    return document, draft


@cache
def rival(name: str) -> tuple[Document, Resolution]:
    with zipfile.ZipFile(ARCHIVE) as archive:
        document = read(archive.read(name), name)
    (resolution,) = parse(document)
    return document, resolution


def places(found: Findings, kind: str) -> set[tuple[str, str]]:
    return {
        (each.rule, " ".join(q.paragraph for q in each.evidence if q.text == "this"))
        for each in found.findings
        if each.kind == kind
    }


def test_its_sponsor_is_the_state_that_circulated_it() -> None:
    assert stated_sponsors(*seed()) == (SPONSOR,)


@pytest.mark.parametrize("name", RIVALS)
def test_three_paragraphs_have_an_effect_on_the_rival(name: str) -> None:
    found = flag(Ground(*seed(), (SPONSOR,), rival(name)[1]))
    assert places(found, "effect") == {
        ("effect.ends-scrutiny", "op3"),
        ("effect.reopens-findings", "op7"),
        ("effect.bears-out-own-source", "pp7"),
    }


def test_three_tensions_are_in_it() -> None:
    assert places(flag(Ground(*seed(), (SPONSOR,))), "tension") == {
        ("tension.concern-and-silence", "pp2 op3"),
        ("tension.review-and-silence", "op4 op3"),
        ("tension.impartial-and-own-source", "pp2 op2 pp7 op7"),
    }


def test_it_relies_on_its_sponsors_own_report() -> None:
    found = flag(Ground(*seed(), (SPONSOR,)))
    assert places(found, "self_reference") == {("self_reference.own-source", "pp7 op7")}


def test_agreed_language_is_altered_in_one_paragraph_and_half_a_concession_is_said_in_another(
    tmp_path: Path,
) -> None:
    names = ("ga/74/74_151.xml", "ga/74/74_159.xml", "ga/74/74_154.xml")
    add(tmp_path, [entry_of(rival(name)[1]) for name in names])
    for as_of in (None, "2014-10-20"):
        provenance = trace(seed()[1], Stored(tmp_path), as_of=as_of)
        found = flag(Ground(*seed(), (SPONSOR,), provenance=provenance)).findings
        halves = {each.rule: each for each in found if each.kind == "half_quotation"}
        altered = halves["half_quotation.altered"]
        assert altered.evidence[0].paragraph == "op1"
        assert altered.statement.startswith("OP1 has agreed language of A/RES/74/151, OP2")
        assert "names sovereignty where that names self-determination" in altered.statement
        assert ("is later than 20 October 2014" in altered.against[0]) == bool(as_of)
        notes = [p.note for each in halves.values() for p in each.precedents]
        assert notes == ["the wording that it is held against"] + [
            "a wording like it, with the rule" for _ in notes[1:]
        ]


@pytest.mark.parametrize(("name", "paragraph"), list(zip(RIVALS, ("op13", "op13"), strict=True)))
def test_the_same_rules_name_the_rivals_referral_to_the_court(name: str, paragraph: str) -> None:
    document, resolution = rival(name)
    found = flag(Ground(document, resolution, resolution.sponsors, seed()[1]))
    assert ("effect.refers-to-court", paragraph) in places(found, "effect")
    assert {rule for rule, _ in places(found, "effect")} <= {
        "effect.refers-to-court", "effect.keeps-what-rival-ends",
    }  # fmt: skip
    assert places(found, "tension") == set()
