"""One source → its resolutions, as the bytes of a file that other programs and people read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from counterdraft.errors import WriteError
from counterdraft.jobs.parse import parse_one
from counterdraft.jobs.parts import one_of, tell_problems
from counterdraft.jobs.read_again import read_again
from counterdraft.model import Document, Resolution
from counterdraft.read.load import USUAL, Choices

# The forms that hold what was read of a text, beside its words; and why of one little was.
_OF_WHAT_IS_READ = frozenset({"csv", "json"})
_LITTLE_READ = "other-language"
# What can hold nothing else of a text.
_OF_PARAGRAPHS = frozenset({"csv", "docx"})

Profile = Literal["guidelines", "unxml"]


def make_export(
    name: str,
    form: str,
    choices: Choices = USUAL,
    *,
    profile: Profile = "guidelines",
    part: int | None = None,
    byte_order_mark: bool = False,
) -> bytes:
    """The resolutions in what ``name`` stands for: AKN4UN, DOCX, Markdown, JSON, CSV, plain text.

    ``part`` counts from 1 and chooses one of several; without it all are written, save as DOCX,
    which holds one. ``profile`` is of AKN4UN, ``byte_order_mark`` of CSV. Raises ReadError,
    NoResolution where there is nothing to write, SeveralResolutions where one is to be chosen, and
    WriteError where it cannot be put into that form.
    """
    _, document, resolutions = parse_one(name, choices)
    one = form == "docx" or part is not None
    chosen = (one_of(name, resolutions, part, "--part"),) if one else resolutions
    for each in chosen:
        tell_problems(name, each, choices)
    if form in _OF_PARAGRAPHS and any(each.kind == "amendment" for each in chosen):
        raise WriteError(
            f"an amendment document has no paragraphs of its own to write as {form.upper()}",
            source=name, remedy="Write it as JSON, Markdown or text",
        )  # fmt: skip
    if form in _OF_WHAT_IS_READ:
        _tell_little(name, chosen, choices)
    data = _data(chosen, document, form, profile, byte_order_mark=byte_order_mark)
    if choices.say is not None and (other := read_again(data, form, chosen)):
        choices.say(f"{name}: as {form}, {other}")
    return data


def _tell_little(name: str, chosen: Sequence[Resolution], choices: Choices) -> None:
    """Say what is not read of texts in other languages: there what is empty says nothing."""
    if choices.say is None:
        return
    for message in sorted(
        {p.message for each in chosen for p in each.problems if p.code == _LITTLE_READ}
    ):
        choices.say(f"{name}: {message}")


def _data(
    chosen: Sequence[Resolution], document: Document, form: str, profile: Profile, *,
    byte_order_mark: bool,
) -> bytes:  # fmt: skip
    """The resolutions in one form; of a DOCX the one."""
    if form == "docx":
        from counterdraft.export.to_docx import to_docx

        return to_docx(chosen[0], document)
    if form == "akn":
        from counterdraft.export.to_akn import to_akn_collection

        return to_akn_collection(chosen, document, profile=profile)
    text = _text(chosen, document, form, byte_order_mark=byte_order_mark)
    return text.encode("utf-8", "replace")


def _text(
    resolutions: Sequence[Resolution], document: Document, form: str, *, byte_order_mark: bool
) -> str:
    """The resolutions in one form; only what that form needs is imported."""
    if form == "json":
        from counterdraft.export.to_json import to_json

        return to_json(resolutions)
    if form == "csv":
        from counterdraft.export.to_csv import to_csv

        return to_csv(resolutions, byte_order_mark=byte_order_mark)
    if form == "txt":
        from counterdraft.export.to_text import to_text

        return to_text(resolutions, document)
    from counterdraft.export.to_markdown import to_markdown

    return to_markdown(resolutions, document)
