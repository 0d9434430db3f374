"""What of a draft may be missing: what was passed over, where it breaks off, what a quoter cut.

In: a draft, its numbered items, its paragraphs. Out: problems that say what stands there, so that
no paragraph is lost unsaid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from counterdraft.draft.brackets import leaves_out
from counterdraft.model import Paragraph, Problem, Span
from counterdraft.parse.blocks import Candidate, ends_as
from counterdraft.parse.boundaries import Draft
from counterdraft.parse.dates import meeting_and_day
from counterdraft.parse.numbering import Numbered
from counterdraft.parse.unknown import opens_as_act
from counterdraft.wording.english import some
from counterdraft.wording.paragraph_label import paragraph_label

# What a text ends with that was not cut off.
_GOES_ON = (";", ",", ":")
_ENDS = (
    ".", ";", ",", ":", "\u201d", '"', "]", "!", "?", ")",
    "\u3002", "\uff1b", "\uff0c", "\uff1a", "\uff09", "\u061b", "\u060c", "\u061f",
    "\u00bb",
)  # fmt: skip
# A row of a table is so long, and ends with a figure, which is no year of a day; so many make one.
_ROW, _ROWS = 120, 3
_FIGURES = re.compile(r"[^\W\d_].* \d[\d.,]*(?: ?%| per cent)?$")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
_DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}$")
# The meeting and the day take so many lines; "[Adopted without a vote.]" may stand below.
_CLOSING, _ADOPTED = 3, re.compile(r"\[Adopted\b")
# So many words of what was passed over are shown.
_SHOWN = 10
# So many paragraphs are named.
_NAMED = 8


def passed_over(draft: Draft, numbered: Sequence[Numbered], straight: str) -> Iterator[Problem]:
    """One problem for each stretch that stands among the paragraphs and was taken for none."""
    ids = [(each.item.found.place, each.id) for each in numbered]
    for run in _runs(draft.passed):
        before = next((name for place, name in reversed(ids) if place < run[0].place), None)
        where = f"behind {before}" if before else "before the first paragraph"
        shown = _first_words(run[0], straight)
        more = f", and {len(run) - 1} more" if len(run) > 1 else ""
        span = Span(run[0].block.span.start, run[-1].block.span.end)
        words = f"{where} stands what was not taken for the draft's: {shown}{more}"
        yield Problem("passed-over", words, span)


def cut_off(draft: Draft, paragraphs: Sequence[Paragraph], straight: str) -> Iterator[Problem]:
    """Where the last paragraph does not end as a text does, and what is to be seen behind it."""
    if not paragraphs:
        return
    last, after = paragraphs[-1], draft.behind
    if not last.text.endswith(_ENDS):
        words = f"{last.id} ends in the middle of a sentence"
        yield Problem("cut-off", f"{words}{behind(draft, straight)}", last.span)
    elif last.text.endswith(_GOES_ON) and last.part == "operative":
        words = f"{last.id} ends with “{last.text[-1]}”, as if the text went on behind it"
        yield Problem("cut-off", f"{words}{behind(draft, straight)}", last.span)
    elif after and opens_as_act(straight, after) and ends_as(straight, after):
        words = f"behind {last.id}, which was taken for the last paragraph, stands what reads like"
        shown = _first_words(after, straight)
        yield Problem("passed-over", f"{words} another: {shown}", after.block.span)
    elif rows := _rows(draft, straight):
        words = f"behind {last.id} stands what may be a table of the draft's, and was not read:"
        span = Span(rows[0].block.span.start, rows[-1].block.span.end)
        yield Problem("passed-over", f"{words} {_first_words(rows[0], straight)}", span)
    elif left := [
        each
        for each in _unclosed(draft, straight)
        if _LETTERS.search(straight, each.start, each.end)
    ]:
        span = Span(left[0].block.span.start, left[-1].block.span.end)
        stands = "stands 1 paragraph" if len(left) == 1 else f"stand {len(left)} paragraphs"
        words = f"behind the draft, whose last paragraph is {last.id}, {stands} of the file"
        shown = _first_words(left[0], straight)
        yield Problem("passed-over", f"{words}, not taken for the draft's: {shown}", span)


def _unclosed(draft: Draft, straight: str) -> Sequence[Candidate]:
    """What stands behind a draft, but the meeting and the day by which an adopted text closes."""
    words = [straight[e.start : e.end].strip() for e in draft.left[: _CLOSING + 1]]
    for n in range(1, _CLOSING + 1):
        if meeting_and_day().fullmatch(" ".join(words[:n])):
            return draft.left[n + any(_ADOPTED.match(each) for each in words[n : n + 1]) :]
    return draft.left


def excerpted(paragraphs: Sequence[Paragraph]) -> Iterator[Problem]:
    """That whoever quotes the text left words out, and of which paragraphs, by their marks."""
    found = [(each, mark) for each in paragraphs if (mark := leaves_out(each))]
    if found:
        names = dict.fromkeys(paragraph_label(each.id, each.number) for each, _ in found)
        words = f"words were left out of {some(list(names), _NAMED)} by whoever quotes it"
        yield Problem("excerpt", f"{words} (\u201c{found[0][1]}\u201d)", found[0][0].span)


def _rows(draft: Draft, straight: str) -> list[Candidate]:
    """What stands right behind a draft, if it is short lines of which several end with figures."""
    rows: list[Candidate] = []
    for each in draft.rest:
        words = straight[each.block.span.start : each.block.span.end]
        if len(words) > _ROW or words.endswith(_ENDS) or each.kind in {"formula", "annex"}:
            break
        rows.append(each)
    figures = sum(_ends_with_figure(each, straight) for each in rows)
    return rows if figures >= _ROWS else []


def _ends_with_figure(row: Candidate, straight: str) -> bool:
    words = straight[row.block.span.start : row.block.span.end]
    return _FIGURES.search(words) is not None and _DAY.search(words) is None


def behind(draft: Draft, straight: str) -> str:
    """What stands right behind a draft, as the end of a message; nothing where nothing does."""
    shown = _first_words(draft.behind, straight) if draft.behind else ""
    return f"; behind it stands {shown}" if shown else ""


def _runs(passed: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """Blocks that stand one after another, together."""
    run: list[Candidate] = list(passed[:1])
    for before, each in pairwise(passed):
        if each.place != before.place + 1:
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _first_words(each: Candidate, straight: str) -> str:
    """How a block begins, in quotation marks."""
    words = straight[each.block.span.start : each.block.span.end].split()
    return f"“{' '.join(words[:_SHOWN])}{' …' if len(words) > _SHOWN else ''}”"
