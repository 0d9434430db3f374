"""All rules, by kind; to add one, write it in a module of ``rules`` and name it here."""

from __future__ import annotations

from counterdraft.flag.rule import Rule
from counterdraft.flag.rules import asymmetry, effect, self_reference, tension

RULES: tuple[Rule, ...] = (
    *effect.RULES,
    *tension.RULES,
    *self_reference.RULES,
    *asymmetry.RULES,
)
