"""How AKN4UN says that a text was adopted, and what it is about."""

from __future__ import annotations

import pytest

from counterdraft.model import Adoption, Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.read import read

STATEMENT = """<statement name="{name}"><meta>{meta}</meta>
<coverPage><p><docNumber refersTo="#symbol">A/RES/81/{n}</docNumber></p></coverPage>
<preamble><formula name="enactingFormula"><p>The General Assembly,</p></formula>
<container name="recalling"><p>Recalling its rules on lamps,</p></container></preamble>
<mainBody><paragraph><num>1.</num><content><p>Decides to light them.</p></content></paragraph>
</mainBody></statement>"""


def akn(*metas: str, name: str = "resolution", whole: str = "") -> bytes:
    statements = "".join(
        STATEMENT.format(meta=meta, name=name, n=n) for n, meta in enumerate(metas, 1)
    )
    if whole:
        statements = (
            f"<documentCollection><meta>{whole}</meta><collectionBody>"
            + "".join(f"<component>{each}</component>" for each in statements.split("\n\n"))
            + "</collectionBody></documentCollection>"
        )
    return (
        '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'
        f"{statements}</akomaNtoso>"
    ).encode()


def parsed(data: bytes) -> tuple[Resolution, ...]:
    return parse(read(data, "lamps.xml"))


def voting(outcome: str, **counts: str) -> str:
    sides = "".join(f'<count value="{n}" refersTo="{side}"/>' for side, n in counts.items())
    told = f' outcome="{outcome}"' if outcome else ""
    return f"<analysis><parliamentary><voting{told}>{sides}</voting></parliamentary></analysis>"


def step(outcome: str, **said: str) -> str:
    told = "".join(f' {name.rstrip("_")}="{value}"' for name, value in said.items())
    return f'<workflow><step date="2026-12-01" outcome="{outcome}"{told}/></workflow>'


@pytest.mark.parametrize(
    ("meta", "adoption"),
    [
        ("", Adoption()),
        (voting("adoptedWithoutVote"), Adoption("without a vote")),
        (voting("adoptedByAcclamation"), Adoption("without a vote")),
        (
            voting("adoptedRecordedVote", inFavour="92", against="5", abstaining="41"),
            Adoption("recorded vote", 92, 5, 41),
        ),
        (voting("adoptedRecordedVote", inFavour="122", against="3"),
         Adoption("recorded vote", 122, 3, 0)),
        (voting("adoptedRecordedVote"), Adoption("recorded vote")),
        (voting("adoptedRecordedVote", inFavour="many"), Adoption("recorded vote")),
        (voting("", inFavour="015"), Adoption("recorded vote", 15, 0, 0)),
        (voting("", against="3"), Adoption()),
        (step("adopted", as_="Adopted without vote, 59th plenary meeting"),
         Adoption("without a vote")),
        (step("adopted", by="Adopted 13-0-2, 9278th meeting"), Adoption("recorded vote", 13, 0, 2)),
        (step("adopted", as_="A/81/PV.38"), Adoption()),
        (step("veto") + voting("", inFavour="13", against="1"),
         Adoption("not adopted", 13, 1, 0)),
        (step("notAdopted"), Adoption("not adopted")),
    ],
)  # fmt: skip
def test_the_outcome_of_a_vote_is_read(meta: str, adoption: Adoption) -> None:
    assert parsed(akn(meta))[0].adoption == adoption


def test_a_part_is_adopted_as_the_whole_was_unless_it_says_otherwise() -> None:
    data = akn(voting("adoptedWithoutVote"), "", whole=voting("adoptedRecordedVote", inFavour="9"))
    first, second = parsed(data)
    assert first.adoption == Adoption("without a vote")
    assert second.adoption == Adoption("recorded vote", 9, 0, 0)


def test_subjects_are_the_catalogue_s_and_not_those_that_follow_from_goals() -> None:
    meta = (
        '<classification source="https://metadata.un.org/sdg">'
        '<keyword showAs="women" dictionary="UNBIS Thesaurus"/></classification>'
        '<classification source="UNBIS">'
        '<keyword showAs="street_lamps" dictionary="UNBIS Thesaurus"/>'
        '<keyword showAs="STREET LAMPS" dictionary="UNBIS Thesaurus"/>'
        '<keyword showAs="lamps" dictionary="EuroVoc"/><keyword dictionary="DHLAUTH"/>'
        '<keyword showAs="UN. Committee on Lamps" dictionary="DHLAUTH"/></classification>'
    )
    assert parsed(akn(meta))[0].subjects == ("STREET LAMPS", "UN. Committee on Lamps")
