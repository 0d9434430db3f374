"""The resolutions of a source, the paragraphs of a resolution → the one that is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterdraft.errors import NoParagraph, NoResolution, SeveralResolutions
from counterdraft.model import Paragraph, Resolution
from counterdraft.model.problem import LACKING
from counterdraft.read.load import Choices
from counterdraft.wording.english import counted, listed, shortened, some
from counterdraft.wording.paragraph_label import paragraph_label

_NAMED = 80  # characters of a title where several are listed
AMENDMENT = "amendment-document"
# By these a text may have been read otherwise than it stands.
_IN_DOUBT = frozenset(
    {
        "bracketed",
        "tracked-changes",
        "recognised-text",
        "reading-order",
        "column-beside",
        "note-lost",
    }
)
_LISTED = 10  # paragraphs by name


def one_of(
    name: str, resolutions: Sequence[Resolution], part: int | None, option: str
) -> Resolution:
    """The resolution of a source that is meant; ``option`` is how a person says which.

    Raises SeveralResolutions where there are several and ``part`` is None, NoResolution where
    there is none of that number.
    """
    count = counted(len(resolutions), "resolution")
    if part is None and len(resolutions) > 1:
        listed = "; ".join(f"{n}: {_named(each)}" for n, each in enumerate(resolutions, 1))
        remedy = f"Say which with {option} N"
        raise SeveralResolutions(f"holds {count}: {listed}", source=name, remedy=remedy)
    if part is not None and not 1 <= part <= len(resolutions):
        raise NoResolution(
            f"holds {count}, and no number {part}", source=name, remedy=f"Say another {option}"
        )
    return resolutions[(part or 1) - 1]


def tell_problems(name: str, resolution: Resolution, choices: Choices) -> None:
    """Say what of a text was not read, or not as it stands, and that an amendment is one.

    Of an amendment something can be said of its own words alone.
    """
    if choices.say is None:
        return
    for problem in resolution.problems:
        if problem.code == AMENDMENT:
            choices.say(f"{name}: {problem.message}; what follows is not of the draft as amended")
        elif problem.code in LACKING:
            choices.say(f"{name}: {problem.message}; what follows is of what was read")
        elif problem.code in _IN_DOUBT:
            choices.say(f"{name}: {problem.message}")


def _named(resolution: Resolution) -> str:
    return shortened(resolution.symbol or resolution.title or "without a title", _NAMED)


def paragraph_of(resolution: Resolution, name: str) -> Paragraph:
    """The paragraph that a person calls "op6", "OP2 (a)", "op2.a" or, by its number, "2 (a)".

    Raises NoParagraph where there is none of that name, or several are.
    """
    wanted = _plain(name)
    source = resolution.source
    for called in (_id, _label, _number) if wanted else ():
        found = [each for each in resolution.paragraphs if _plain(called(each)) == wanted]
        if len(found) == 1:
            return found[0]
        if found:
            remedy = f"Say {some([each.id for each in found], _LISTED)}"
            raise NoParagraph(f"{name!r} may be several paragraphs", source=source, remedy=remedy)
    raise NoParagraph(f"it has no paragraph {name!r}", source=source, remedy=_ranges(resolution))


def _ranges(resolution: Resolution) -> str:
    """Which paragraphs there are: "It has pp1 to pp9 and op1 to op8"."""
    ids = [each.id for each in resolution.paragraphs if "." not in each.id]
    sides = [[each for each in ids if each.startswith(part)] for part in ("pp", "op")]
    ranges = [f"{side[0]} to {side[-1]}" if len(side) > 1 else side[0] for side in sides if side]
    return f"It has {listed(ranges)}" if ranges else ""


def _id(paragraph: Paragraph) -> str:
    return paragraph.id


def _label(paragraph: Paragraph) -> str:
    return paragraph_label(paragraph.id, paragraph.number)


def _number(paragraph: Paragraph) -> str:
    return paragraph.number or ""


def _plain(name: str) -> str:
    """A name without blanks, in lower case."""
    return re.sub(r"\s", "", name).lower()
