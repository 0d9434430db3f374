"""What a person wants a text held against → the other texts, read and parsed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from counterdraft.errors import NoResolution, SeveralResolutions
from counterdraft.jobs.order import check_order
from counterdraft.jobs.parse import parse_one
from counterdraft.jobs.parts import one_of, tell_problems
from counterdraft.model import Document, Resolution
from counterdraft.model.given import names
from counterdraft.read.load import Choices
from counterdraft.wording.one_language import check_languages


class Beside(NamedTuple):
    """What a text is to be held against; None, or empty, where it is not.

    ``against`` names a rival or another version, or documents that amend the text, or both;
    ``previous`` is the last text of its own series; ``part`` is which resolution of the one text of
    ``against`` is meant, from 1, where there are several, as
    ``previous_part`` is of the other. ``corpus`` is the folder of one, and of the votes kept beside
    it; without it, votes are those that ship. ``series`` names the votes on its subject where they
    are not to be found by its title; ``as_of`` is the day up to which votes are told and claims are
    held. ``mandates`` are names or files, ``sponsors`` States or groups, ``registers`` folders that
    keep some, or files.
    """

    against: str | tuple[str, ...] | None = None
    part: int | None = None
    previous: str | None = None
    previous_part: int | None = None
    corpus: Path | None = None
    series: str | None = None
    as_of: str | None = None
    mandates: tuple[str, ...] = ()
    sponsors: tuple[str, ...] = ()
    registers: tuple[str, ...] = ()


NOTHING = Beside()


class Other(NamedTuple):
    """A text that one is held against, in its own document."""

    document: Document
    resolution: Resolution


class Others(NamedTuple):
    """The texts that one is held against, read and parsed; None where there is none.

    ``revised`` is the draft before it, which a dossier alone has; ``amendments`` are what was named
    as its rival and is a document that amends a draft.
    """

    rival: Other | None = None
    previous: Other | None = None
    revised: Other | None = None
    amendments: tuple[Other, ...] = ()

    @classmethod
    def of(
        cls, beside: Iterable[Other], previous: Other | None, revised: Other | None = None
    ) -> Others:
        """The same; an amendment is no rival, whose words would be missing from the text.

        Raises NoResolution where one is named as a text before it, SeveralResolutions where two
        texts are named that are no amendments.
        """
        for each in (previous, revised):
            if each is not None and each.resolution.kind == "amendment":
                raise NoResolution(
                    "amends a draft and is none itself", source=each.resolution.source,
                    remedy="Name the draft or resolution that came before, or say --against",
                )  # fmt: skip
        beside = tuple(beside)
        rivals = [each for each in beside if each.resolution.kind != "amendment"]
        if len(rivals) > 1:
            raise SeveralResolutions(
                f"is a second text to compare with, beside {rivals[0].resolution.source}",
                source=rivals[1].resolution.source,
                remedy="Name one of them; of documents that amend the text there may be several",
            )  # fmt: skip
        amendments = tuple(each for each in beside if each.resolution.kind == "amendment")
        return cls(rivals[0] if rivals else None, previous, revised, amendments)

    def check(self, resolution: Resolution) -> None:
        """Raises OtherLanguage where one of them is not in the language of ``resolution``.

        LaterText where the last text of its series is dated after it.
        """
        if self.previous is not None:
            check_order(resolution, self.previous.resolution)
        for _, each in self.named():
            check_languages(resolution, each.resolution)

    def named(self) -> Iterator[tuple[str, Other]]:
        """Each of them, with what it is to the text."""
        alone = (
            ("the rival", self.rival), ("the text before it", self.previous),
            ("the draft before it", self.revised),
        )  # fmt: skip
        yield from ((what, each) for what, each in alone if each is not None)
        yield from (("the amendment", each) for each in self.amendments)


def others_of(beside: Beside, choices: Choices) -> Others:
    """Read the texts to compare with.

    Raises ReadError, SeveralResolutions where it is not said which of a text's is meant, or two
    texts are named to compare with, and NoResolution where the one before it is an amendment.
    """
    against = (other_of(each, beside.part, "--part-b", choices) for each in names(beside.against))
    return Others.of(
        [each for each in against if each is not None],
        other_of(beside.previous, beside.previous_part, "--part-previous", choices),
    )


def other_of(
    name: str | Path | None, part: int | None, option: str, choices: Choices
) -> Other | None:
    """The text that a name stands for; ``option`` is where it is said which of several.

    Raises as ``others_of`` does.
    """
    if name is None:
        return None
    parsed = parse_one(str(name), choices)
    resolution = one_of(str(name), parsed.resolutions, part, option)
    tell_problems(str(name), resolution, choices)
    return Other(parsed.document, resolution)
