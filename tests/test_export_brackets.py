"""A paragraph in square brackets is exported with both: what is not agreed stays so."""

from __future__ import annotations

import pytest

from counterdraft.export.to_akn import to_akn
from counterdraft.export.to_docx import to_docx
from counterdraft.export.to_markdown import to_markdown
from counterdraft.export.to_text import to_text
from counterdraft.jobs.read_again import read_again
from counterdraft.model import Document, Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.read import read

TEXT = """A/C.3/81/L.23

Salt

The General Assembly,

[Recalling its resolution 77/288,]

[PP2. Noting the lamps,]

1. Condemns the transfer;

[2. Requests the Secretary-General to report:

    [(a) On the lamps;]

    (b) On oil;]

[[3. Decides to meet;] [Decides not to meet;]]

4. Decides [to meet twice;]

[OP5] Decides to remain seized.
"""
SAID = TEXT[TEXT.index("[Recalling") :].replace("[OP5]", "OP5").split("\n\n")
# What becomes of them by the markup: the bracket stands before the words, labels are numbers.
MARKED_UP = [
    "[Recalling its resolution 77/288,]", "[Noting the lamps,]", "1. Condemns the transfer;",
    "2. [Requests the Secretary-General to report:", "    (a) [On the lamps;]", "    (b) On oil;]",
    "3. [[Decides to meet;] [Decides not to meet;]]", "4. Decides [to meet twice;]",
    "5. Decides to remain seized.",
]  # fmt: skip
IN_WORD = [
    "[Recalling its resolution 77/288,]", "[Noting the lamps,]", *SAID[2:-1],
    "5. Decides to remain seized.",
]  # fmt: skip


def text() -> tuple[Resolution, Document]:
    document = read(TEXT.encode(), "a.txt")
    return parse(document)[0], document


def shown(resolution: Resolution, document: Document) -> list[str]:
    written = to_text([resolution], document)
    return written[written.index("[Recalling") :].rstrip().split("\n\n")


def forms() -> dict[str, bytes]:
    one, document = text()
    return {
        "txt": to_text([one], document).encode(),
        "md": to_markdown([one], document).encode(),
        "docx": to_docx(one, document),
        "akn": to_akn(one, document),
        "unxml": to_akn(one, document, profile="unxml"),
    }


@pytest.mark.parametrize(
    ("form", "wanted"),
    [("txt", SAID), ("md", SAID), ("docx", IN_WORD), ("akn", MARKED_UP), ("unxml", MARKED_UP)],
)
def test_brackets_come_back_from_every_form(form: str, wanted: list[str]) -> None:
    data = forms()[form]
    document = read(data, f"a.{'xml' if form in {'akn', 'unxml'} else form}")
    assert [each.rstrip() for each in shown(parse(document)[0], document)] == [
        each.rstrip() for each in wanted
    ]


@pytest.mark.parametrize("form", ["txt", "md", "docx", "akn"])
def test_where_a_bracket_opens_is_no_difference(form: str) -> None:
    assert read_again(forms()[form], form, [text()[0]]) is None
