"""The paragraphs of a draft → that some of them stand in square brackets, and are not agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.draft.brackets import SAID, Bracketing, in_brackets
from counterdraft.model import Paragraph, Problem
from counterdraft.wording.english import listed, some
from counterdraft.wording.paragraph_label import paragraph_label

_MOST = 8  # paragraphs by name


def bracketed(paragraphs: Sequence[Paragraph]) -> Iterator[Problem]:
    """One problem that names them all; none where no paragraph is in brackets."""
    told = [_told(kind, found) for kind, found in in_brackets(paragraphs)]
    if told:
        yield Problem("bracketed", f"{listed(told)}: what stands there may not be agreed")


def _told(kind: Bracketing, found: Sequence[Paragraph]) -> str:
    names = list(dict.fromkeys(paragraph_label(each.id, each.number) for each in found))
    if kind == "alternative":
        verb = "is an alternative" if len(names) == 1 else "are alternatives"
        return f"{some(names, _MOST)} {verb}"
    return f"{some(names, _MOST)} {'stands' if len(names) == 1 else 'stand'} {SAID[kind]}"
