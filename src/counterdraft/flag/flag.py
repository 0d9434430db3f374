"""A resolution, and what other stages found → the findings of every rule that can be run."""

from __future__ import annotations

from collections.abc import Sequence

from counterdraft.flag.ground import Ground
from counterdraft.flag.registry import RULES
from counterdraft.flag.rule import Rule
from counterdraft.lexicon.languages import ENGLISH
from counterdraft.model.finding import Finding, Findings, NotRun
from counterdraft.wording.one_language import check_languages
from counterdraft.wording.unread import unread_words

_KINDS = (
    "effect", "tension", "half_quotation", "citation", "self_reference", "weakening", "asymmetry",
    "contested", "hollow", "budget",
)  # fmt: skip
# What every rule needs: the words and verbs that it knows are English ones.
IN_ENGLISH = "english"
_CONFIDENCE = ("high", "medium", "low")


def flag(ground: Ground, rules: Sequence[Rule] = RULES) -> Findings:
    """Run ``rules`` on a text; what a rule needs and is not there is said, not guessed.

    Raises OtherLanguage where its rival is in another language: no rule could see a word of it.
    """
    if ground.rival is not None:
        check_languages(ground.resolution, ground.rival)
    runnable = [rule for rule in rules if not _lacks(rule, ground)]
    found = [finding for rule in runnable for finding in rule.find(ground)]
    resolution, rival = ground.resolution, ground.rival
    before = ground.predecessor.a if ground.predecessor else None
    return Findings(
        source=resolution.source,
        symbol=resolution.symbol,
        title=resolution.title,
        language=resolution.language,
        sponsors=ground.sponsors,
        speakers=ground.speakers,
        rival=(rival.symbol or rival.title or rival.source) if rival else None,
        predecessor=(before.symbol or before.title or before.source) if before else None,
        findings=tuple(sorted(found, key=_weight)),
        ran=tuple(rule.id for rule in runnable),
        not_run=tuple(NotRun(rule.id, need) for rule in rules for need in _lacks(rule, ground)),
        unread=unread_words(resolution),
        lacking=resolution.lacking,
    )


def _lacks(rule: Rule, ground: Ground) -> list[str]:
    if ground.resolution.language != ENGLISH:
        return [IN_ENGLISH]
    return [need for need in rule.needs if not ground.has(need)]


def _weight(finding: Finding) -> tuple[int, int]:
    return _KINDS.index(finding.kind), _CONFIDENCE.index(finding.confidence)
