"""What a corpus of adopted texts knows, and how a stage asks it.

A stage takes any ``Corpus``: the embedded one on disk, later one on a server. What it answers is
bounded by what it holds, which ``bounds`` tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

from msgspec import Struct

from counterdraft.model.adoption import Adoption
from counterdraft.model.resolution import Part

ADAPTED = 600
"""From this score on (``Near.score``) a wording counts as adapted from another."""


class Record(Struct, frozen=True, kw_only=True):
    """A text of the corpus.

    ``id`` is its own: the symbol in full form, with the part where a file holds several
    ("A/RES/75/290 A"), or one made from its words where it has no symbol. ``date`` is ISO 8601.
    ``sponsors`` are states by the lexicon's names, or groups as printed; ``subjects`` the UN's
    own terms. ``kind`` tells drafts from adopted texts: what stands in a draft alone was never
    agreed. ``source`` is the name of the file, ``digest`` the SHA-256 of its words.
    """

    id: str
    symbol: str | None = None
    title: str | None = None
    organ: str | None = None
    session: int | None = None
    session_kind: str | None = None
    date: str | None = None
    committee: str | None = None
    agenda_item: str | None = None
    draft_symbol: str | None = None
    language: str = "en"
    kind: Literal["resolution", "draft"] = "resolution"
    sponsors: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    adoption: Adoption = Adoption()
    source: str = ""
    digest: str = ""


class Clause(Struct, frozen=True):
    """A paragraph of a text of the corpus; ``paragraph`` is its id there ("op2.a").

    ``force`` is that of its first verb, a class of the lexicon's order; None where it has none.
    """

    record: Record
    paragraph: str
    part: Part
    number: str | None
    phrase: str | None
    text: str
    force: str | None = None


class Form(Struct, frozen=True):
    """One wording, and every clause that has it, oldest first.

    They differ at most in case, blanks, kinds of quotes and dashes, and in the numbers of years
    and sessions.
    """

    clauses: tuple[Clause, ...]


class Near(Struct, frozen=True):
    """A wording found for a text; ``score`` is from 0 to 1000, of rare words in common."""

    form: Form
    score: int


class Held(Struct, frozen=True):
    """What of one organ's texts a corpus holds; sessions are None where they have none.

    ``sessions`` are the regular ones of which it holds any text, ``years`` those of the texts'
    dates, both ascending: what lies between two that are there it may not hold.
    """

    organ: str
    texts: int
    first_session: int | None = None
    last_session: int | None = None
    first_date: str | None = None
    last_date: str | None = None
    sessions: tuple[int, ...] = ()
    years: tuple[int, ...] = ()


class Bounds(Struct, frozen=True):
    """What a corpus holds at all, and so what it can speak of; by organ, most texts first.

    ``drafts`` is how many of the texts are no adopted ones; ``languages`` are theirs, as the web
    calls them ("en", "fr"), empty where that is not known.
    """

    texts: int
    clauses: int
    organs: tuple[Held, ...] = ()
    drafts: int = 0
    languages: tuple[str, ...] = ()


class Corpus(Protocol):
    """Adopted texts that can be asked."""

    def bounds(self) -> Bounds:
        """What it holds."""
        ...

    def nearest(self, texts: Sequence[str], limit: int = 10) -> list[tuple[Near, ...]]:
        """For each text the wordings most like it, best first; of equals the older first."""
        ...

    def having(self, phrases: Sequence[str]) -> tuple[Clause, ...]:
        """The paragraphs that have any of these phrases, oldest first; marks do not count."""
        ...

    def record(self, symbol: str) -> Record | None:
        """The text with a symbol; None where the corpus does not hold it."""
        ...

    def clauses(self, record: Record) -> tuple[Clause, ...]:
        """The paragraphs of a text, in its order."""
        ...

    def cites(self, symbol: str) -> tuple[str, ...]:
        """The symbols that a text cites, in its order."""
        ...

    def cited_by(self, symbol: str) -> tuple[str, ...]:
        """The symbols of the texts that cite one, oldest first."""
        ...
