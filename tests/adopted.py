"""Adopted texts for the tests of the corpus: on lamps, by bodies that adopt such texts.

``akn`` writes one as the UN's own XML has it, ``entry`` is what the corpus keeps of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path

from counterdraft.corpus.entries import Entry, entry_of
from counterdraft.parse.parse import parse
from counterdraft.read.read import read

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
PREAMBLE = ("Recalling its resolution 60/1 of 16 September 2005 on street lamps,",)
BODY = ("Decides to light all lamps;", "Requests the Secretary-General to report on them.")


def akn(
    number: str = "81/1",
    date: str = "2026-12-01",
    preamble: Sequence[str] = PREAMBLE,
    body: Sequence[str] = BODY,
    *,
    committee: str = "Third Committee",
    votes: tuple[int, int, int] | None = None,
    language: str = "eng",
    kind: str = "resolution",
) -> bytes:
    """One text in a file."""
    return _file(statement(number, date, preamble, body, committee, votes, language, kind))


def collection(number: str, *bodies: Sequence[str]) -> bytes:
    """A file that holds parts A, B, … of one number."""
    symbol = f'<docNumber refersTo="#symbol">A/RES/{number}</docNumber>'
    parts = "".join(
        f"<component>{_part(chr(ord('A') + n), body)}</component>" for n, body in enumerate(bodies)
    )
    return _file(
        f"<documentCollection><meta/><coverPage><p>{symbol}</p></coverPage>"
        f"<collectionBody>{parts}</collectionBody></documentCollection>"
    )


def _part(letter: str, body: Sequence[str]) -> str:
    whole = statement(
        "", "2026-12-01", PREAMBLE, body, "Fifth Committee", None, "eng", "resolution"
    )
    own = '<docNumber refersTo="#symbol">A/RES/</docNumber>'
    return whole.replace(own, f"<docNumber>{letter}</docNumber>")


def _file(inner: str) -> bytes:
    return f'<akomaNtoso xmlns="{_NAMESPACE}">{inner}</akomaNtoso>'.encode()


def statement(
    number: str, date: str, preamble: Sequence[str], body: Sequence[str], committee: str,
    votes: tuple[int, int, int] | None, language: str, kind: str,
) -> str:  # fmt: skip
    """The element of one text."""
    sides = zip(("inFavour", "against", "abstaining"), votes or (), strict=False)
    counts = "".join(f'<count value="{n}" refersTo="{side}"/>' for side, n in sides)
    outcome = "adoptedRecordedVote" if votes else "adoptedWithoutVote"
    containers = "".join(
        f'<container name="recalling"><p>{escape(each)}</p></container>' for each in preamble
    )
    paragraphs = "".join(
        f"<paragraph><num>{n}.</num><content><p>{escape(each)}</p></content></paragraph>"
        for n, each in enumerate(body, 1)
    )
    return (
        f'<statement name="{kind}"><meta><identification><FRBRWork>'
        f'<FRBRdate date="{date}" name="adoption"/></FRBRWork><FRBRExpression>'
        f'<FRBRlanguage language="{language}"/></FRBRExpression></identification>'
        f'<analysis><parliamentary><voting outcome="{outcome}">{counts}</voting></parliamentary>'
        '</analysis></meta><coverPage><p><docNumber refersTo="#symbol">'
        f"{_symbol(number)}</docNumber></p><p><docProponent>on the report of the {committee}"
        '</docProponent></p></coverPage><preface><p><docTitle refersTo="#resolutionTitle">'
        "Street lamps</docTitle></p></preface>"
        '<preamble><formula name="enactingFormula"><p>The General Assembly,</p></formula>'
        f"{containers}</preamble><mainBody>{paragraphs}</mainBody></statement>"
    )


def _symbol(number: str) -> str:
    return number if number.startswith(("S/", "A/")) else f"A/RES/{number}"


def entry(
    *arguments: object, name: str = "lamps.xml", language: str = "en", **named: object
) -> Entry:
    """What the corpus keeps of the text that ``akn`` writes of the same arguments."""
    return _entry(akn(*arguments, **named), name, language)  # type: ignore[arg-type]


@cache
def _entry(data: bytes, name: str, language: str) -> Entry:
    (resolution,) = parse(read(data, name))
    return entry_of(resolution, language)


def write(folder: Path, files: dict[str, bytes]) -> Path:
    """Files in a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


@cache
def session(number: int, texts: int = 4) -> tuple[Entry, ...]:
    """A session's texts: some clauses are those of every session, some change from year to year."""
    year = 1945 + number
    return tuple(
        entry(
            f"{number}/{n}",
            f"{year}-12-{n:02}",
            (
                f"Recalling its resolution {number - 1}/{n} of {n} December {year - 1},",
                "Noting with concern that many streets of Orlavia are dark at night,",
            ),
            (
                f"Urges the Government of Orlavia to light {number * n} lamps in the district {n};",
                "Stresses the need for non-selectivity, impartiality and objectivity in lighting;",
                "Requests the Secretary-General to submit a report on street lamps "
                f"at its {'next' if number % 2 else 'following'} session.",
            ),
            committee="Third Committee" if n % 2 else "Sixth Committee",
            votes=(90 + n, n, 40) if n % 3 == 0 else None,
        )
        for n in range(1, texts + 1)
    )
