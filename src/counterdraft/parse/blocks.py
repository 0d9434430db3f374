"""What each block of a document may be in a resolution, by itself.

In: a block and the straightened text. Out: a :class:`Candidate`: its marker, where its
own words begin and end, and what it could be. Whether it is that, its neighbours decide.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from msgspec import Struct

from counterdraft.draft.brackets import behind_brackets
from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.layout import layout
from counterdraft.lexicon.organs import Organ, organ_names, organ_of
from counterdraft.model import Block
from counterdraft.parse.verbs import Match, match_verb
from counterdraft.text.markers import Marker, listed_marker, match_marker

Kind = Literal[
    "formula", "preambular", "operative", "sub", "numbered", "label", "elision", "annex", "other"
]

_OPENING = re.compile(r"[\"'\[ ]*")
# A star calls a note.
_CLOSING = re.compile(r"[\"'\]*]*(?: (?:and|or),?)?[\"' ]*$")
_ELISION = re.compile(r"[\W_]*$")
# "A. whereas …", "II. Calls upon …"
_CAPITAL = re.compile(r"(?P<number>[A-Z]|[IVX]{1,5})[.)] (?=\w)")
_BARE_NUMBER = re.compile(r"(?P<number>\d{1,3})(?P<dash> ?[-\u2013\u2014:])? (?=[A-Z])")
# A line that says what the next ones are, or who speaks, is short.
_LINE_LENGTH = 90


class Candidate(Struct, frozen=True, gc=False):
    """A block and what it may be.

    ``place`` is its number among the document's blocks; ``start`` and ``end`` bound its own
    words, without marker and quotation marks.
    """

    place: int
    block: Block
    kind: Kind
    start: int
    end: int
    marker: Marker | None = None
    verb: Match | None = None
    organ: Organ | None = None


@cache
def formula_pattern() -> re.Pattern[str]:
    """The line that names the organ as subject: "The General Assembly,"."""
    committees = alternatives([*layout().committees.values(), *layout().other_committees])
    return re.compile(
        rf"[\"'\[ ]*(?:\d{{1,2}}[.)] )?(?P<the>the )?(?P<organ>{organ_names()})"
        rf"(?:,? (?:{committees}))?(?: \([^()]{{2,60}}\))?(?P<comma>,?)[\"'\] ]*$",
        re.IGNORECASE,
    )


@cache
def _other_formula() -> re.Pattern[str]:
    """The same of a body that is in no table: "The Assembly of the African Union,"."""
    word = r"(?:of|on|for|and|the|to|in|de|against|[A-Z(][\w'.,&()-]*)"
    return re.compile(
        rf"[\"'\[ ]*(?:(?:The|THE) (?P<organ>[A-Z][\w'.&-]*(?: {word})*?)"
        rf"|(?P<bare>(?=.*\b(?:{layout().bodies})\b)[A-Z][\w'.&-]*(?: {word})*?)),[\"'\] ]*$"
    )


def organ_printed(straight: str, formula: Candidate) -> str | None:
    """How a formula names an organ that is in no table, without its article."""
    found = _other_formula().match(straight[formula.start : formula.end])
    return (found["organ"] or found["bare"]) if found else None


def candidate(straight: str, index: int, block: Block) -> Candidate:
    """What ``block``, the document's at ``index``, may be."""
    start, end = block.span.start, block.span.end
    if block.role in {"preambular", "operative", "continued"}:
        return _declared(straight, index, block)
    words = straight[start:end]
    if len(words) < _LINE_LENGTH:
        found = formula_pattern().match(words)
        if found:
            return Candidate(index, block, "formula", start, end, organ=_organ(found["organ"]))
        lines = layout()
        if lines.label.match(words):
            return Candidate(index, block, "label", start, end)
        if lines.annex.match(words) or block.role == "annex":
            return Candidate(index, block, "annex", start, end)
        if _ELISION.match(words):
            return Candidate(index, block, "elision", start, end)
    if block.role == "annex":
        return Candidate(index, block, "annex", start, end)
    clause = _clause(straight, index, block)
    # "Deploring the Committee of Inquiry," names a body as well, and acts.
    if clause.verb is None and len(words) < _LINE_LENGTH and _other_formula().match(words):
        return Candidate(index, block, "formula", start, end)
    return clause


def _organ(name: str) -> Organ | None:
    """The organ that a formula names; "The Assembly," may be that of any organization."""
    return organ_of(name) if name.lower() not in layout().ambiguous else None


def _declared(straight: str, index: int, block: Block) -> Candidate:
    """A block whose markup says that it is a paragraph."""
    start, end = block.span.start, block.span.end
    if not block.number and block.role == "operative" and straight[start] == "(":
        marker = match_marker(straight, start, end)
        if marker and marker.kind == "letter" and marker.end < end:
            return Candidate(index, block, "sub", marker.end, end, marker)
    # "26 Condemns": a number that the markup left in the words.
    marker = (
        None if block.number or block.role != "operative" else _bare_number(straight, start, end)
    )
    kind: Kind = "preambular" if block.role == "preambular" else "operative"
    return Candidate(index, block, kind, marker.end if marker else start, end, marker)


def _clause(straight: str, index: int, block: Block) -> Candidate:
    """A block of running text: a clause by its marker and its verb, or something else."""
    end = block.span.end
    lead = _OPENING.match(straight, block.span.start, end)
    start = lead.end() if lead else block.span.start
    marker = match_marker(straight, block.span.start, end) or _bare_number(straight, start, end)
    marker = marker or _capital(straight, start, end)
    if marker and marker.kind == "bullet":
        # "- 1. Calls upon": a list of numbered paragraphs.
        inner = match_marker(straight, marker.end, end)
        marker = inner if inner and inner.kind in {"number", "label"} else marker
    if marker is None and block.number:
        marker = listed_marker(block.number[-1], start)
    if marker:
        start = marker.end
        if marker.sub:
            return Candidate(index, block, "sub", start, end, marker)
    quoted = straight[block.span.start : start].lstrip()[:1] == '"'
    if quoted and straight[end - 1] == '"':
        end -= 1
    # A bracket before the words is the paragraph's own unless it is the quotation's.
    while start > block.span.start and straight[start - 1] == "[":
        start -= 1
    at = behind_brackets(straight, start, end)
    verb = match_verb(straight, at, end) if at < end and straight[at].isupper() else None
    if marker and marker.kind == "letter":
        return Candidate(index, block, "sub", start, end, marker, verb)
    if verb is not None:
        kind: Kind = "preambular" if verb.form == "participle" else "operative"
        return Candidate(index, block, kind, start, end, marker, verb)
    if marker and marker.kind in {"number", "label"}:
        return Candidate(index, block, "numbered", start, end, marker)
    if marker:
        return Candidate(index, block, "sub", start, end, marker)
    return Candidate(index, block, "other", start, end)


def _bare_number(straight: str, start: int, end: int) -> Marker | None:
    """ "26 Condemns", "26 - Condemns": a number without its stop, where an act follows."""
    found = _BARE_NUMBER.match(straight, start, end)
    if found is None:
        return None
    verb = match_verb(straight, found.end(), end)
    known = verb is not None and verb.form == "present"
    if not known and not (found["dash"] and straight[end - 1] == ";"):
        return None
    return Marker("number", found["number"], None, found.end())


def _capital(straight: str, start: int, end: int) -> Marker | None:
    """ "B. Condemns": a capital letter or a roman number where a clause follows, no heading."""
    found = _CAPITAL.match(straight, start, end)
    if found is None or straight[end - 1] not in ",;:.":
        return None
    verb = match_verb(straight, found.end(), end)
    if verb is None and straight[end - 1] != ";":
        return None
    return Marker("bullet", found["number"], None, found.end())


def ends_as(straight: str, found: Candidate) -> str:
    """The mark that a candidate ends with, past quotes and a final "and": one of ``,;:.`` or ""."""
    tail = _CLOSING.sub("", straight[max(found.start, found.end - 40) : found.end])
    return tail[-1:] if tail[-1:] in {",", ";", ":", "."} else ""
