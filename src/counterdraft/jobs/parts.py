"""The resolutions of a source → the one that is meant."""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.errors import NoResolution, SeveralResolutions
from counterdraft.model import Resolution
from counterdraft.text.wording import counted, shortened

_NAMED = 80  # characters of a title where several are listed


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


def _named(resolution: Resolution) -> str:
    return shortened(resolution.symbol or resolution.title or "without a title", _NAMED)
