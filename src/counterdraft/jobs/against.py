"""What a person wants a text held against → the other texts, read and parsed."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from counterdraft.errors import NoResolution
from counterdraft.jobs.order import check_order
from counterdraft.jobs.parse import parse_one
from counterdraft.jobs.parts import one_of, tell_problems
from counterdraft.model import Document, Resolution
from counterdraft.read.load import Choices
from counterdraft.text.one_language import check_languages


class Beside(NamedTuple):
    """What a text is to be held against; None, or empty, where it is not.

    ``against`` names a rival or another version, ``previous`` the last text of its own series;
    ``part`` is which resolution of ``against`` is meant, from 1, where there are several, as
    ``previous_part`` is of the other. ``corpus`` is the folder of one, and of the votes kept beside
    it; without it, votes are those that ship. ``series`` names the votes on its subject where they
    are not to be found by its title; ``as_of`` is the day up to which votes are told and claims are
    held. ``mandates`` are names or files, ``sponsors`` States or groups, ``registers`` folders that
    keep some, or files.
    """

    against: str | None = None
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

    ``revised`` is the draft before it, which a dossier alone has; ``amendment`` is what was named
    as its rival and is a document that amends a draft.
    """

    rival: Other | None = None
    previous: Other | None = None
    revised: Other | None = None
    amendment: Other | None = None

    @classmethod
    def of(
        cls, rival: Other | None, previous: Other | None, revised: Other | None = None
    ) -> Others:
        """The same; an amendment is no rival, whose words would be missing from the text.

        Raises NoResolution where one is named as a text before it.
        """
        for each in (previous, revised):
            if each is not None and each.resolution.kind == "amendment":
                raise NoResolution(
                    "amends a draft and is none itself", source=each.resolution.source,
                    remedy="Name the draft or resolution that came before, or say --against",
                )  # fmt: skip
        if rival is not None and rival.resolution.kind == "amendment":
            return cls(None, previous, revised, rival)
        return cls(rival, previous, revised)

    def check(self, resolution: Resolution) -> None:
        """Raises OtherLanguage where one of them is not in the language of ``resolution``.

        LaterText where the last text of its series is dated after it.
        """
        if self.previous is not None:
            check_order(resolution, self.previous.resolution)
        for each in self:
            if each is not None:
                check_languages(resolution, each.resolution)


def others_of(beside: Beside, choices: Choices) -> Others:
    """Read the texts to compare with.

    Raises ReadError, SeveralResolutions where it is not said which of a text's is meant, and
    NoResolution where the one before it is an amendment.
    """
    return Others.of(
        other_of(beside.against, beside.part, "--part-b", choices),
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
