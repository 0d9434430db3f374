"""All rules, by kind; to add one, write it in a module of ``rules`` and name it here."""

from __future__ import annotations

from counterdraft.flag.rule import Rule

RULES: tuple[Rule, ...] = ()
