"""Files of votes as the sources have them, written for the tests: forms are real, votes are not."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from typing import TYPE_CHECKING

from counterdraft.lexicon.members import members_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DAY = "2007-12-18"
NAMES = {each.code: each.name for each in members_on(DAY)}
CODES = tuple(NAMES)

UNDL = (
    "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,"
    "agenda_title,subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,"
    "total_ms,undl_link"
)
UNDL_SC = (
    "undl_id,ms_code,ms_name,permanent_member,ms_vote,date,resolution,draft,meeting,description,"
    "agenda,subjects,vote_note,modality,total_yes,total_no,total_abstentions,total_non_voting,"
    "total_ms,undl_link"
)
VOETEN = ("rcid", "ccode", "session", "vote", "date", "unres", "amend", "para", "short", "descr",
          "me", "nu", "di", "hr", "co", "ec")  # fmt: skip


def undl(
    sides: dict[str, str], figures: Sequence[object] = (), resolution: str = "A/RES/62/900",
    date: str = DAY, number: str = "600001", head: str = UNDL,
) -> bytes:  # fmt: skip
    """The Library's export of one vote; ``sides`` are letters by code."""
    y, n, a, x = figures or [list(sides.values()).count(letter) for letter in "YNAX"]
    rows = [
        f'{number},{code},"{NAMES[code].upper()}",{letter},{date},62,{resolution},A/C.3/62/L.90,'
        f'A/62/439,A/62/PV.76,"Salt works of Orlavia : resolution / adopted by the General '
        f'Assembly",Salt,SALT|HUMAN RIGHTS,,{y},{n},{a},{x},192,https://example.org/{number}'
        for code, letter in sides.items()
    ]
    return "\n".join([head, *rows, ""]).encode()


def voeten(rows: Iterable[Sequence[object]], sep: str = ",", encoding: str = "utf-8") -> bytes:
    """Voeten's table of the columns above."""
    lines = [VOETEN, *rows]
    return "".join(
        sep.join(f'"{each}"' if sep in str(each) else str(each) for each in line) + "\r\n"
        for line in lines
    ).encode(encoding)


def unvotes(
    votes: Iterable[tuple[str, str, str, str]], calls: Iterable[str], issues: Iterable[str] = ()
) -> bytes:
    """The archive of unvotes: positions, roll-calls, issues."""
    tables = {
        "un_votes.csv": ["rcid,country,country_code,vote", *(",".join(row) for row in votes)],
        "un_roll_calls.csv": [
            "rcid,session,importantvote,date,unres,amend,para,short,descr",
            *calls,
        ],
        "un_roll_call_issues.csv": ["rcid,short_name,issue", *issues],
    }
    return packed({name: "\n".join(lines) + "\n" for name, lines in tables.items()})


def packed(files: dict[str, str | bytes]) -> bytes:
    """A zip archive of files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def record(symbol: str, **given: object) -> dict[str, object]:
    """One of the UN's records of its resolutions."""
    return {
        "symbol": symbol, "title": "Salt works of Orlavia", "session": "Seventy-ninth session",
        "adoption_date": "17\u00a0December 2024", "originating_document": "A/79/L.9",
        "agenda_item": "Agenda item 9", "adoption_type": "By a recorded vote",
        "pv": "A/79/PV.53", "MS_in_favour_count": "2", "MS_against_count": "1",
        "MS_abstaining_count": "N.A.", "MS_in_favour": ["NORWAY", "TÜRKIYE"],
        "MS_against": ["CUBA"], "MS_abstaining": [], "sponsors": ["NORWAY"],
        "additional_sponsors": ["STATE OF PALESTINE"], "subjects": [["SALT", "UNBIS Thesaurus"]],
    } | given  # fmt: skip


def records(*each: dict[str, object], gz: bool = True) -> bytes:
    """Records, a line each."""
    data = "".join(json.dumps(line) + "\n" for line in each).encode()
    return gzip.compress(data) if gz else data


def akn(
    symbol: str, sides: dict[str, Sequence[str]], figures: Sequence[object] = (),
    outcome: str = "adoptedRecordedVote", date: str = "2024-12-17", step: str = "adopted",
) -> bytes:  # fmt: skip
    """A file of a resolution with the vote that its markup tells; ``sides`` are names by side."""
    given = figures or [len(names) for names in sides.values()]
    counts = "".join(
        f'<count value="{value}" refersTo="{side}"><v:voters>'
        + "".join(f'<organization refersTo="memberState">{name}</organization>' for name in names)
        + "</v:voters></count>"
        for (side, names), value in zip(sides.items(), given, strict=True)
    )
    return f"""<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
 xmlns:v="http://un.org/akn4un"><statement name="resolution"><meta><identification source="#x">
 <FRBRWork><FRBRdate date="{date}" name="adoption"/></FRBRWork></identification>
 <workflow source="#un">
 <step date="{date}" outcome="draftResolution" as="A/C.3/79/L.9" by="Norway and Bosnia and
 Herzegovina"/><step date="0001-01-01" outcome="draftResolutionAdditionalSponsors"
 by="Chile, Peru (on behalf of the States Members that are members of the Group of 9)"/>
 <step date="{date}" outcome="{step}" as="A/79/PV.53" by=""/></workflow>
 <analysis source="#un"><parliamentary><voting outcome="{outcome}">{counts}</voting>
 </parliamentary></analysis></meta>
 <preface><docNumber refersTo="#symbol">{symbol}</docNumber>
 <docTitle refersTo="#resolutionTitle">Salt works of Orlavia</docTitle></preface>
 <mainBody/></statement></akomaNtoso>""".encode()
