"""What is odd about a source, said and not raised."""

from __future__ import annotations

from msgspec import Struct

from counterdraft.model.span import Span

# The codes of those by which something of a text may not have been read.
LACKING = frozenset(
    {"cut-off", "excerpt", "passed-over", "scanned-page", "unread-picture", "inserted-document"}
)


class Problem(Struct, frozen=True, omit_defaults=True):
    """Something that a reader of the result should know.

    ``code`` is stable and listed in the docs; ``span`` is None where the problem
    is of the document as a whole.
    """

    code: str
    message: str
    span: Span | None = None
