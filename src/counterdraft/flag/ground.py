"""What rules are run on: a text, and whatever else is known beside it."""

from __future__ import annotations

from typing import NamedTuple

from counterdraft.lexicon.organs import organ_of
from counterdraft.model import Comparison, Corpus, Document, Provenance, Record, Resolution, Speaker
from counterdraft.model.verdict import Verdicts


class Ground(NamedTuple):
    """A resolution in its document; the rest is None, or empty, where it is not known.

    ``sponsors`` are States by the lexicon's names, or groups; ``rival`` the text that it is held
    against, ``comparison`` the two compared, this one as A; ``predecessor`` compares the last text
    of its own series, as A, with it; ``provenance`` says where its words stood in ``corpus``;
    ``called`` is what findings call the rival.
    """

    document: Document
    resolution: Resolution
    sponsors: tuple[str, ...] = ()
    rival: Resolution | None = None
    comparison: Comparison | None = None
    predecessor: Comparison | None = None
    provenance: Provenance | None = None
    verdicts: Verdicts | None = None
    corpus: Corpus | None = None
    called: str = "the rival"

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """The States that speak for groups which sponsor the text, as its header has it."""
        return tuple(each for each in self.resolution.speakers if each.group in self.sponsors)

    @property
    def behind(self) -> tuple[str, ...]:
        """Who stands behind the text by name: its sponsors, and the States that speak for them."""
        return (*self.sponsors, *(each.state for each in self.speakers))

    @property
    def earlier(self) -> tuple[Record, ...]:
        """The texts of its title in the corpus from before its day, oldest first."""
        series, day = self.provenance.series if self.provenance else (), self.resolution.date
        return tuple(each for each in series if not day or (each.date and each.date < day))

    @property
    def assembly(self) -> bool:
        """Whether rules and habits of the General Assembly may be held against the text.

        The Security Council has rules, and votes, of its own, and so have the bodies that are in no
        table. No organ may have been found: then they may.
        """
        if self.resolution.organ is None:
            return True
        organ = organ_of(self.resolution.organ)
        return organ is not None and organ.id != "security_council"

    @property
    def whole(self) -> bool:
        """Whether no paragraph of the text is known to be missing from what was read.

        What is not there cannot be told of a text that breaks off, or that was passed over in part.
        """
        return not self.resolution.lacking

    def has(self, need: str) -> bool:
        """Whether something that a rule needs is there: the name of a field or property."""
        return bool(getattr(self, need))
