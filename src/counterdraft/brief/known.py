"""What other stages found of a text: all that a brief is given beside the text itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from counterdraft.brief.kept import Kept
from counterdraft.brief.report import Picture
from counterdraft.model import Comparison, Provenance, Span
from counterdraft.model.amendment import Amending
from counterdraft.model.coverage import Coverage, CoverageBeside
from counterdraft.model.finding import Findings
from counterdraft.model.verdict import Verdicts
from counterdraft.model.voted import Voted


class Known(NamedTuple):
    """What is known of one resolution; None, or empty, where a stage was not run.

    ``against`` compares it, as A, with a rival or another version, B, and ``predecessor`` the last
    text of its own series, A, with it, as B, as ``revised`` does the draft before it;
    ``amendments`` are what amendment documents would have done to it, or to another draft;
    ``provenance`` says where its words stood in a corpus, ``corpus`` is the digest of that;
    ``coverage`` is what it says of each mandate that it was held against, ``pictures`` are those
    of each, where they were drawn; ``findings`` is what rules found, ``verdicts`` what registers
    say to its claims, ``registers`` what those held; ``voted`` how votes on its subject went;
    ``dossier`` what a person keeps of the case; ``given`` are the sponsors that a person named.
    """

    against: Comparison | None = None
    predecessor: Comparison | None = None
    revised: Comparison | None = None
    amendments: tuple[Amending, ...] = ()
    provenance: Provenance | None = None
    coverage: tuple[Coverage | CoverageBeside, ...] = ()
    pictures: tuple[Picture | None, ...] = ()
    findings: Findings | None = None
    verdicts: Verdicts | None = None
    registers: tuple[str, ...] = ()
    voted: Voted | None = None
    corpus: str = ""
    dossier: Kept | None = None
    given: tuple[str, ...] = ()

    def spans(self) -> Iterator[Span]:
        """Where the words stand, in the text's own document, that what was found rests on."""
        for each in self.coverage:
            here = each.here if isinstance(each, CoverageBeside) else each
            yield from (found.span for topic in here.topics for found in topic.evidence)
        found = self.findings
        for finding in (*found.findings, *found.returned) if found else ():
            yield from (q.span for q in finding.evidence if q.text == "this" and q.span)
        for claim in self.verdicts.verdicts if self.verdicts else ():
            if claim.verdict != "unknown" or claim.entries or claim.question:
                yield claim.span


NOTHING = Known()
