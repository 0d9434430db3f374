"""Which votes something is true of, in words: "in 2006, 2007 and from 2009"."""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.model.claim import Figure
from counterdraft.wording.english import listed

_RUN = 3  # so many votes in a row are told by the first and the last


def years_said(figures: Sequence[Figure], *, holds: bool) -> str:
    """The labels of the votes of which ``holds`` is so, runs in short; "" where there are none.

    A run that reaches the last vote of all is told by "from", whatever came between two votes.
    """
    runs: list[list[int]] = []
    for place, figure in enumerate(figures):
        if figure.holds is holds:
            if runs and runs[-1][-1] == place - 1:
                runs[-1].append(place)
            else:
                runs.append([place])
    if [len(run) for run in runs] == [len(figures)] and len(figures) > 1:
        return f"in every one, {figures[0].label} to {figures[-1].label}"
    said: list[str] = []
    for run in runs:
        said += _run(run, figures)
    if not said:
        return ""
    return listed(said) if said[0].startswith("from") else f"in {listed(said)}"


def _run(run: Sequence[int], figures: Sequence[Figure]) -> list[str]:
    labels = [figures[place].label for place in run]
    if len(run) > 1 and run[-1] == len(figures) - 1 and len(figures) > len(run):
        return [f"from {labels[0]}"]
    return [f"{labels[0]} to {labels[-1]}"] if len(run) >= _RUN else labels
