"""All rules, by kind; to add one, write it in a module of ``rules`` and name it here."""

from __future__ import annotations

from counterdraft.flag.rule import Rule
from counterdraft.flag.rules import (
    asymmetry,
    budget,
    citation,
    contested,
    effect,
    half_quotation,
    hollow,
    self_reference,
    tension,
    weakening,
)

RULES: tuple[Rule, ...] = (
    *effect.RULES,
    *tension.RULES,
    *half_quotation.RULES,
    *citation.RULES,
    *self_reference.RULES,
    *weakening.RULES,
    *asymmetry.RULES,
    *contested.RULES,
    *hollow.RULES,
    *budget.RULES,
)
