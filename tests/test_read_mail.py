"""Saved e-mails: the draft in the text, or in what is attached."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from counterdraft.errors import EmptySource, NoResolution
from counterdraft.jobs.brief import make_brief
from counterdraft.jobs.parse import parse_sources
from counterdraft.read.mail import parts
from counterdraft.read.sources import SUFFIXES

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


def test_a_brief_is_of_the_first_part_that_holds_a_draft(tmp_path: Path) -> None:
    made = message()
    made.add_attachment(PDF, maintype="application", subtype="pdf", filename="L.23.pdf")
    assert b"Orlavia" in make_brief(save(tmp_path, made), "md")


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
