"""What registers know: dated entries, each with its source; and how a stage asks for them.

A date is ISO 8601 and as precise as it is known: "2014", "2014-05", "2014-05-01", or two days with
a slash between for what lasted from one to the other. What a register
does not hold it does not deny: an absence counts only where the register says that it is complete
for such entries (``complete``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

from msgspec import Struct

Act = Literal[
    "signature", "ratification", "accession", "succession", "withdrawal",  # treaties
    "review", "recommendations",  # of the Universal Periodic Review
    "adoption", "title", "tally",  # of resolutions
    "meeting", "report", "event",
    "citation", "statement", "name",  # what is claimed by citing, ascribing, naming
    "concept",  # of a thesaurus, which dates nothing
]  # fmt: skip

NEVER = "none"
"""The value of an entry that says of an act that it was not done, up to its ``as_of``."""
EITHER = "ratification or accession"
"""The value of a ratification of a register that does not tell the two apart."""
AS_CITED = "as cited"
"""The object of an adoption that is the day which other texts give when they cite it."""
BETWEEN = "; "
"""What stands between the parties and the words of a meeting's, or a report's, subject."""


class Entry(Struct, frozen=True, kw_only=True):
    """One fact of a register.

    ``subject`` is a State by the lexicon's name, or a symbol, or who did it; ``object`` what it
    was done to: a treaty's id, a cycle, a title, other parties. ``value`` is what is known beside
    the date ("accepted: 0, noted: 167"; "in force"; a title). Of a concept ``subject`` is the term
    and ``value`` its identifier. ``as_of`` is the day up to which the
    register was kept, ``source`` who says so.
    """

    register: str
    act: Act
    subject: str
    object: str = ""
    date: str | None = None
    value: str = ""
    source: str
    as_of: str | None = None
    note: str = ""


class Question(Struct, frozen=True, kw_only=True):
    """What a claim asks of the registers: the act, who, what. Empty is any."""

    act: Act
    subject: str = ""
    object: str = ""


CONCEPTS = Question(act="concept")
"""All terms of a thesaurus."""


class Register(Protocol):
    """A source of dated entries."""

    @property
    def name(self) -> str:
        """What it is called where it is cited."""
        ...

    def entries(self, question: Question) -> Sequence[Entry]:
        """The entries that bear on a question, oldest first; those without a date last."""
        ...

    def complete(self, question: Question) -> str | None:
        """The day up to which it holds all such entries; None where it makes no such claim."""
        ...
