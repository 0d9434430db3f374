"""The resolutions that are written in other forms: always the same, drawn by chance."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from bench.corpora import Group, Record

SAMPLE = 100
_SEED = 20261125


class Sampled(NamedTuple):
    """A resolution of the sample and where its XML lies."""

    record: Record
    xml: Path


def sampled(group: Group) -> list[Sampled]:
    """Resolutions of a group that have a file to themselves."""
    records = list(group.records())
    together = {r["file"] for r in records if r["symbol"][-2:-1] == " "}
    fit = [r for r in records if r["paragraphs"] and r["file"] not in together]
    fit.sort(key=lambda record: str(record["symbol"]))
    chosen = random.Random(_SEED).sample(fit, SAMPLE)
    return [Sampled(record, group.xml / record["file"]) for record in chosen]
