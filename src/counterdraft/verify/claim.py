"""A claim as a value: what the text says happened, in terms that registers can be asked in."""

from __future__ import annotations

from typing import NamedTuple

from counterdraft.model.register import Act
from counterdraft.model.span import Span
from counterdraft.verify.limits import Time
from counterdraft.verify.mentions import Mention

WITHIN = "within"
"""The value of a claim on a meeting whose date is of a part of it: "during", "at its sitting"."""


class Place(NamedTuple):
    """A paragraph, line of an annex, or block outside of them, in which claims are looked for.

    ``id`` is the paragraph's, or "annex.26", "block12"; ``text`` the straightened text of the whole
    document, of which ``span`` is the place's own; ``known`` are treaties that the parser found
    there, by what "the Convention" refers to. ``own`` says that it is a paragraph of the
    resolution.
    """

    id: str
    text: str
    span: Span
    known: tuple[Mention, ...] = ()
    own: bool = True


class Claim(NamedTuple):
    """A claim and where it stands.

    ``subject`` and ``object`` are as in ``Entry``; ``date`` may lack its year ("--05-01"), None
    where none is given. ``value`` is what is claimed beside it (a title, "accepted: 132"; "party"
    where a State is called bound without saying how). ``shared`` says that the date stands once
    for several, ``denied`` that the text says it was not done, ``undated`` that a date stands near
    of which it is not certain that it is none of the claim's; ``time`` how the date stands to the
    act. ``unnamed`` says that the words fit what is claimed and do not name it: then nothing is
    refuted.
    """

    place: str
    span: Span
    act: Act
    subject: str
    object: str = ""
    date: str | None = None
    value: str = ""
    shared: bool = False
    denied: bool = False
    undated: bool = False
    time: Time = ""
    unnamed: bool = False
