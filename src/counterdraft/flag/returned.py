"""A rival, held against the text that it is a rival of → what it would do to that text.

The rules of effect, the other way round: a delegate asks first what becomes of their own text.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from counterdraft.flag.ground import Ground
from counterdraft.flag.rules import effect
from counterdraft.lexicon.languages import ENGLISH
from counterdraft.model.finding import Finding, Quoted

_SIDES = {"this": "rival", "rival": "this"}


def returned(ground: Ground) -> tuple[Finding, ...]:
    """What the text of ``ground`` would do to its rival, told to those whose text that is.

    Quotations of the former are the "rival" and those of the latter "this". Nothing is found of
    texts that are not in English.
    """
    if ground.resolution.language != ENGLISH:
        return ()
    return tuple(_findings(ground._replace(called="this text")))


def _findings(ground: Ground) -> Iterator[Finding]:
    for rule in effect.RULES:
        if all(map(ground.has, rule.needs)):
            for finding in rule.find(ground):
                yield replace(
                    finding,
                    statement=f"The rival\u2019s {finding.statement}",
                    evidence=tuple(map(_other_side, finding.evidence)),
                )


def _other_side(quoted: Quoted) -> Quoted:
    return replace(quoted, text=_SIDES.get(quoted.text, quoted.text))
