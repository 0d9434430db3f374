"""All rules, by kind; to add one, write it in a module of ``rules`` and name it here."""

from __future__ import annotations

from counterdraft.flag.rule import Rule
from counterdraft.flag.rules import (
    budget,
    citation,
    contested,
    half_quotation,
    hollow,
    weakening,
)

RULES: tuple[Rule, ...] = (
    *half_quotation.RULES,
    *citation.RULES,
    *weakening.RULES,
    *contested.RULES,
    *hollow.RULES,
    *budget.RULES,
)
