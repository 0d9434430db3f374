"""Of a text of which a part was not read, every judgement says so and is of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterdraft.compare.compare import compare
from counterdraft.cover.beside import beside
from counterdraft.cover.cover import cover
from counterdraft.cover.told import Choice, points
from counterdraft.flag.flag import flag
from counterdraft.flag.ground import Ground
from counterdraft.jobs.compare import compare_files
from counterdraft.jobs.cover import Asked, cover_files
from counterdraft.jobs.export import make_export
from counterdraft.jobs.flag import flag_file
from counterdraft.jobs.verify import verify_file
from counterdraft.lexicon.mandate_files import shipped
from counterdraft.model import Document, Resolution
from counterdraft.model.coverage import Coverage
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from counterdraft.read.load import Choices
from counterdraft.verify import summary
from counterdraft.verify.verify import verify
from counterdraft.wording import covered, flagged

WHOLE = (
    "The General Assembly,\n\n1. Urges all to light lamps;\n\n2. Affirms the right to development."
)
CUT = "The General Assembly,\n\n1. Urges all to light lamps, in particular the"
SAID = "Not all of it may have been read: op1 ends in the middle of a sentence."


def read(text: str) -> tuple[Document, Resolution]:
    document = from_text(text.encode(), "draft.txt")
    (resolution,) = parse(document)
    return document, resolution


def held(text: str) -> Coverage:
    return cover(*read(text), shipped("right-to-development"))


def test_a_text_is_silent_only_in_what_was_read_of_it() -> None:
    found = held(CUT)
    assert covered.summary(found).endswith(f"silent in what was read; 1 paragraph read. {SAID}")
    assert all(each.head.endswith(": silent in what was read") for each in points(found, Choice()))
    assert held(WHOLE).lacking == ()


@pytest.mark.parametrize("relation", ["rival", "predecessor"])
def test_what_may_stand_in_the_rest_is_not_said_to_be_left_out_or_new(relation: str) -> None:
    here = {e.said for e in beside(held(CUT), held(WHOLE), relation).topics}  # type: ignore[arg-type]
    there = {e.said for e in beside(held(WHOLE), held(CUT), relation).topics}  # type: ignore[arg-type]
    assert any(each.startswith("not in what was read here; addressed in ") for each in here)
    assert any(each.startswith("addressed here; not in what was read of ") for each in there)
    assert not any(
        word in each for each in here | there for word in ("left out", "dropped", "new since")
    )


def test_findings_and_claims_say_it() -> None:
    document, resolution = read(CUT)
    assert SAID in flagged.summary(flag(Ground(document, resolution)))
    assert SAID in summary.summary(verify(document, resolution, ()))


def test_a_comparison_says_of_which_text_and_what_that_leaves_open() -> None:
    a, b = read(CUT)[1], read(WHOLE)[1]
    assert compare(a, b).summary[0].text == (
        f"{SAID.replace('of it', 'of A')} What is said to have come in may stand there."
    )
    assert "have gone may stand there" in compare(b, a).summary[0].text


def test_every_command_that_reads_one_text_says_it_as_it_begins(tmp_path: Path) -> None:
    cut, whole = tmp_path / "cut.txt", tmp_path / "whole.txt"
    cut.write_text(CUT, encoding="utf-8")
    whole.write_text(WHOLE, encoding="utf-8")
    said: list[str] = []
    choices = Choices(say=said.append)
    cover_files(Asked(str(cut)), "right-to-development", choices)
    flag_file(str(cut), choices=choices)
    verify_file(str(cut), choices)
    compare_files(str(cut), str(whole), choices)
    make_export(str(cut), "csv", choices)
    line = f"{cut}: op1 ends in the middle of a sentence; what follows is of what was read"
    assert said == [line] * 5
