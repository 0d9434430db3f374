"""The examples are what the scripts write."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from counterdraft.parse.parse import parse
from counterdraft.read.from_docx import from_docx
from counterdraft.read.from_text import from_text

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"


def test_the_word_file_is_the_one_that_the_script_writes() -> None:
    spec = spec_from_file_location("write_example_docx", ROOT / "scripts" / "write_example_docx.py")
    assert spec is not None
    assert spec.loader is not None
    script = module_from_spec(spec)
    spec.loader.exec_module(script)
    written = from_docx(script.written(), "draft.docx")
    assert written == from_docx((EXAMPLES / "draft.docx").read_bytes(), "draft.docx")


def test_the_word_file_is_the_rival_draft_but_for_what_is_tracked() -> None:
    (rival,) = parse(from_text((EXAMPLES / "rival.txt").read_bytes(), "rival.txt"))
    data = (EXAMPLES / "draft.docx").read_bytes()
    (original,) = parse(from_docx(data, "draft.docx", view="original"))
    (final,) = parse(from_docx(data, "draft.docx"))
    assert [(p.id, p.number, p.phrase, p.text) for p in original.paragraphs] == [
        (p.id, p.number, p.phrase, p.text) for p in rival.paragraphs
    ]
    assert [(n.paragraph, n.text) for n in original.footnotes] == [
        (n.paragraph, n.text) for n in rival.footnotes
    ]
    assert (original.symbol, original.sponsors, original.date) == (
        rival.symbol, rival.sponsors, rival.date,
    )  # fmt: skip
    before = {each.id: each.text for each in original.paragraphs}
    assert [p.id for p in final.paragraphs if p.text != before[p.id]] == ["op1", "op13"]
    assert [each.kind for each in final.revisions] == ["inserted", "deleted"]
    assert [each.author for each in final.comments] == ["Ilse Tamm"]
