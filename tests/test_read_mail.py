"""Saved e-mails: the draft in the text, or in what is attached."""

from __future__ import annotations

import io
from email.message import EmailMessage
from pathlib import Path

import pytest

from counterdraft.errors import (
    EmptySource,
    NoResolution,
    ReadError,
    SeveralResolutions,
    SourceNotFound,
)
from counterdraft.jobs.brief import make_brief
from counterdraft.jobs.parse import parse_if_any, parse_one, parse_sources
from counterdraft.read.load import USUAL
from counterdraft.read.mail import is_message, parts
from counterdraft.read.sources import SUFFIXES, mail_of

EXAMPLES = Path(__file__).parent.parent / "examples"
PDF = (EXAMPLES / "rival.pdf").read_bytes()
DOCX = (EXAMPLES / "draft.docx").read_bytes()
WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document"
DRAFT = "The General Assembly,\n\nRecalling “its rules”,\n\n1. Urges all;\n\n2. Thanks all.\n"


def message(text: str | None = "Please find the draft attached.") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"] = "a@mission.example", "b@mission.example"
    made["Subject"] = "The draft"
    if text is not None:
        made.set_content(text, charset="iso-8859-1" if text.isascii() else "utf-8", cte="base64")
    return made


def save(folder: Path, made: EmailMessage) -> str:
    path = folder / "mail.eml"
    path.write_bytes(made.as_bytes())
    return str(path)


def named(made: EmailMessage) -> list[str]:
    return [part.name for part in parts(made.as_bytes(), SUFFIXES)]


def test_a_draft_in_the_text_is_found_whatever_the_transfer_encoding(tmp_path: Path) -> None:
    (outcome,) = parse_sources([save(tmp_path, message(DRAFT))])
    (resolution,) = outcome.resolutions
    assert outcome.name.endswith("mail.eml/text")
    assert resolution.paragraphs[0].text == "Recalling “its rules”,"


def test_every_draft_attached_is_read_under_its_name(tmp_path: Path) -> None:
    made = message()
    made.add_attachment(PDF, maintype="application", subtype="pdf", filename="L.23.pdf")
    made.add_attachment(DOCX, maintype="application", subtype=WORD, filename="draft.docx")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    outcomes = list(parse_sources([save(tmp_path, made)]))
    assert [Path(each.name).name for each in outcomes] == ["text", "L.23.pdf", "draft.docx"]
    assert [len(each.resolutions) for each in outcomes] == [0, 1, 1]
    assert isinstance(outcomes[0].error, NoResolution)


def test_what_a_forwarded_message_has_attached_is_read_too() -> None:
    inner = message(DRAFT)
    inner.add_attachment(PDF, maintype="application", subtype="pdf", filename="a.pdf")
    made = message()
    made.add_attachment(inner)
    assert named(made) == ["text", "a.pdf"]


def test_a_page_is_read_where_there_is_no_plain_text(tmp_path: Path) -> None:
    made = message(None)
    made.set_content("<html><body><p>The General Assembly,</p><p>Recalling this,</p>"
                     "<ol><li>Urges all;</li><li>Thanks all.</li></ol></body></html>",
                     subtype="html")  # fmt: skip
    (outcome,) = parse_sources([save(tmp_path, made)])
    (resolution,) = outcome.resolutions
    assert [p.number for p in resolution.paragraphs] == ["1", "1", "2"]


def test_a_brief_is_of_the_part_that_holds_a_draft(tmp_path: Path) -> None:
    made = message()
    made.add_attachment(PDF, maintype="application", subtype="pdf", filename="L.23.pdf")
    assert b"Orlavia" in make_brief(save(tmp_path, made), "md")


RIVAL = DRAFT.replace("Urges", "Invites")


def two(folder: Path) -> str:
    """A mail with two drafts attached, one of them under a name without an ending."""
    made = message()
    made.add_attachment(PDF, maintype="application", subtype="pdf", filename="ours.pdf")
    made.add_attachment(DOCX, maintype="application", subtype="octet-stream", filename="L.23 Rev")
    return save(folder, made)


def test_of_several_drafts_attached_none_is_taken_unasked(tmp_path: Path) -> None:
    mail = two(tmp_path)
    for read in (parse_one, parse_if_any):
        with pytest.raises(SeveralResolutions, match="2 parts of the e-mail") as raised:
            read(mail)
        assert "ours.pdf: A/C.3/81/L.23; L.23 Rev: " in raised.value.reason
        assert raised.value.remedy.endswith(f"{mail}/ours.pdf")


def test_a_part_is_named_as_it_is_told(tmp_path: Path) -> None:
    mail = two(tmp_path)
    sources = [parse_one(f"{mail}/{name}").document.source for name in ("ours.pdf", "L.23 Rev")]
    assert sources == [f"{mail}/ours.pdf", f"{mail}/L.23 Rev"]
    with pytest.raises(SourceNotFound, match="no part of that name") as raised:
        parse_one(f"{mail}/theirs.pdf")
    assert raised.value.remedy == "It has text, ours.pdf and L.23 Rev"


def test_what_could_not_be_read_beside_a_draft_is_told_and_stays_with_it(tmp_path: Path) -> None:
    made, said = message(), list[str]()
    made.add_attachment(b"%PDF-1.7 torn", maintype="application", subtype="pdf", filename="a.pdf")
    made.add_attachment(b"PK\3\4", maintype="application", subtype="zip", filename="more.zip")
    made.add_attachment(DRAFT.encode(), maintype="text", subtype="plain", filename="b.txt")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    mail = save(tmp_path, made)
    parsed = parse_one(mail, USUAL._replace(say=said.append))
    assert [line.partition(": ")[0] for line in said] == [
        f"{mail}/a.pdf", f"{mail}/more.zip", f"{mail}/b.txt",
    ]  # fmt: skip
    assert said[-1].endswith("what follows is of this part of the e-mail alone")
    odd = [p.message for p in parsed.resolutions[0].problems if p.code == "unread-part"]
    assert ["a.pdf" in odd[0], "more.zip" in odd[1], len(odd)] == [True, True, 2]


def test_where_only_the_covering_note_can_be_read_the_attachment_is_the_error(
    tmp_path: Path,
) -> None:
    made = message()
    made.add_attachment(b"%PDF-1.7 torn", maintype="application", subtype="pdf", filename="a.pdf")
    with pytest.raises(ReadError, match="PDF") as raised:
        parse_one(save(tmp_path, made))
    assert raised.value.source.endswith("a.pdf")


def test_a_text_that_is_no_draft_is_read_and_what_else_is_attached_is_told(tmp_path: Path) -> None:
    made, said = message(), list[str]()
    made.add_attachment(b"An article.", maintype="text", subtype="plain", filename="a.txt")
    mail = save(tmp_path, made)
    assert parse_if_any(mail, USUAL._replace(say=said.append)).document.source == f"{mail}/text"
    assert said[0] == f"{mail}/a.txt: not read with it; name it to have it"


def test_an_e_mail_is_known_by_how_it_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = message()
    made.add_attachment(RIVAL.encode(), maintype="text", subtype="plain", filename="rival.txt")
    (tmp_path / "mail").write_bytes(made.as_bytes())
    assert len(parse_one(str(tmp_path / "mail")).resolutions) == 1
    piped = io.TextIOWrapper(io.BytesIO(made.as_bytes()))
    monkeypatch.setattr("sys.stdin", piped)
    outcomes = list(parse_sources(["-"]))
    assert [each.name for each in outcomes] == ["<stdin>/text", "<stdin>/rival.txt"]


@pytest.mark.parametrize(
    "begins",
    [
        "From: a@b.example\nSubject: The draft\n\n",  # pasted into a text: no saved message
        "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n",
        "Recalling: MIME-Version: From: all,\n\n",
        "",
    ],
)
def test_a_text_with_lines_of_a_mail_is_no_message(begins: str) -> None:
    assert not is_message((begins + DRAFT).encode())


def test_a_brief_of_a_mail_without_a_draft_names_what_came_nearest(tmp_path: Path) -> None:
    with pytest.raises(NoResolution, match="text: no draft found"):
        make_brief(save(tmp_path, message()), "md")


def test_names_that_lead_elsewhere_or_repeat_are_made_harmless() -> None:
    made = message()
    for name in ("../../etc/a.pdf", "..\\b.pdf", "a.pdf", ""):
        made.add_attachment(PDF, maintype="application", subtype="pdf", filename=name)
    assert named(made) == ["text", "a.pdf", "b.pdf", "a (2).pdf", "attachment.pdf"]


def test_a_mail_of_nothing_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(b"Subject: x\r\n\r\n")
    (outcome,) = parse_sources([str(path)])
    assert isinstance(outcome.error, EmptySource)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Content-Type: text/plain; charset=nonsense\r\n\r\nRecalling \xff this,",
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\n--x",
        b"Content-Type: multipart/mixed\r\n\r\nno boundary",
        b"MIME-Version: 1.0\r\nContent-Transfer-Encoding: base64\r\n\r\n!!!!",
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n\r\n\r\n" * 3000,
        bytes(range(256)) * 20,
    ],
)
def test_no_message_stops_the_reading(data: bytes) -> None:
    assert len(parts(data, SUFFIXES)) <= 1_001


def test_of_a_file_that_is_too_long_no_more_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(save(tmp_path, message("long " * 1_000)))
    whole = mail_of(path)
    monkeypatch.setattr("counterdraft.read.sources.MAX_MAIL", 100)
    assert mail_of(path) == whole[:100]
