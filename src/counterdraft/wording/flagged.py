"""Findings → what every form says of them: headings, places, and what was not run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterdraft.lexicon.languages import ENGLISH, language_said
from counterdraft.model.finding import Confidence, Finding, Findings, Kind, Precedent, Quoted
from counterdraft.wording.english import CLOSED, counted, listed, long_date, sentence, some
from counterdraft.wording.paragraph_label import paragraph_label
from counterdraft.wording.sponsors import behind
from counterdraft.wording.unread import lacking_said, unread_said

TITLES: dict[Kind, str] = {
    "effect": "Effect on the rival",
    "tension": "Tensions within the text",
    "half_quotation": "Quoted by half",
    "citation": "Citations that may not fit",
    "self_reference": "The sponsor’s own sources",
    "weakening": "Weaker than another text",
    "asymmetry": "What is asked of whom",
    "contested": "Likely to be contested",
    "hollow": "Requests without a follow-up",
    "budget": "Budget",
}
MOST_SPONSORS = 6
RETURNED = "What the rival would do to this text"
SURENESS: dict[Confidence, str] = {"high": "clear", "medium": "probable", "low": "weak"}
_NEEDS = {
    "sponsors": "a sponsor", "rival": "a rival", "comparison": "a rival",
    "predecessor": "the text before it", "provenance": "a corpus", "corpus": "a corpus",
    "coverage": "a mandate", "verdicts": "registers", "english": "a text in English",
    "whole": "a text of which nothing is cut off or passed over",
    "assembly": "a text of a body whose rules are known here, and not of the Security Council",
}  # fmt: skip
_TOP = re.compile(r"(?:pp|op)(?P<number>\d+[a-z]*)$")


def by_kind(findings: Findings) -> Iterator[tuple[str, list[Finding]]]:
    """The findings under the titles of their kinds, in the order in which they stand.

    What the rival would do to the text stands behind what the text would do to the rival.
    """
    kinds = dict.fromkeys(each.kind for each in findings.findings)
    if findings.returned and "effect" not in kinds:
        yield RETURNED, list(findings.returned)
    for kind in kinds:
        yield TITLES[kind], [each for each in findings.findings if each.kind == kind]
        if kind == "effect" and findings.returned:
            yield RETURNED, list(findings.returned)


def summary(findings: Findings) -> Iterator[str]:
    """What was run on what, and how much was found; of a text not in English, that none was run.

    Of many sponsors the first are named here, and all by ``ending``.
    """
    if findings.language != ENGLISH:
        yield none_run(findings)
        return
    found, ran = len(findings.findings), len(findings.ran)
    yield f"{sentence(counted(found, 'finding'))[:-1]} of {counted(ran, 'rule')}."
    sponsors = some(behind(findings), MOST_SPONSORS)
    yield f"Read as coming from: {sponsors or 'nobody known'}."
    if findings.unread:
        yield unread_said(findings.unread)
    if findings.lacking:
        yield lacking_said(findings.lacking)
    if findings.rival:
        yield f"Held against: {findings.rival}."
    if findings.predecessor:
        yield f"Taken as the text before it: {findings.predecessor}."


def ending(findings: Findings) -> Iterator[str]:
    """What stands behind the findings: all sponsors, where they are many; what was not run."""
    if findings.language != ENGLISH:
        return
    if len(every := behind(findings)) > MOST_SPONSORS:
        yield f"All from whom it was read as coming: {listed(every)}."
    if findings.not_run:
        yield not_run(findings)


def none_run(findings: Findings) -> str:
    """That no rule was run on a text that is not in English, and why."""
    rules = counted(len({each.rule for each in findings.not_run}), "rule")
    return (
        f"None of {rules} was run: they read English, and this text is in "
        f"{language_said(findings.language)}. Take its English version."
    )


def not_run(findings: Findings) -> str:
    """The rules that could not be run, by what they would need."""
    told = (f"{listed(rules)} (needs {need})" for need, rules in rules_by_need(findings).items())
    return f"Not run: {'; '.join(told)}."


def rules_by_need(findings: Findings) -> dict[str, list[str]]:
    """The rules that were not run, each once, by all that it would need: "a corpus and a rival"."""
    needs: dict[str, dict[str, None]] = {}
    for each in findings.not_run:
        needs.setdefault(each.rule, {})[_need_said(each.needs)] = None
    rules: dict[str, list[str]] = {}
    for rule, wanted in needs.items():
        rules.setdefault(listed(list(wanted)), []).append(rule)
    return rules


def _need_said(need: str) -> str:
    """What a rule would need, in a reader's words: "a corpus"."""
    return _NEEDS.get(need, need)


def label(paragraph: str) -> str:
    """What to call a paragraph by its id: "OP2 (a)"; what is none stands around the draft."""
    if paragraph.startswith("block"):
        return "around the draft"
    top = _TOP.match(paragraph)
    return paragraph_label(paragraph, top["number"] if top else None)


def whose(quoted: Quoted) -> str:
    """Where quoted words stand: "OP3", "the rival, OP13", "A/RES/74/151, OP6"."""
    place = label(quoted.paragraph) if quoted.paragraph else "the title"
    if quoted.text == "this":
        return place
    return f"{'the rival' if quoted.text == 'rival' else quoted.text}, {place}"


def marked(quoted: Quoted) -> str:
    """A quote with a mark where words of its paragraph were left out before or behind it."""
    quote = quoted.quote
    if not quoted.paragraph:
        return quote  # a title
    before = "\u2026 " if quote[:1].islower() else ""
    after = "" if quote.endswith(CLOSED) else " \u2026"
    return f"{before}{quote}{after}"


def precedent_said(precedent: Precedent) -> str:
    """A precedent by its place and day, and what is to be known of it."""
    day = f" ({long_date(precedent.date)})" if precedent.date else ""
    note = f", {precedent.note}" if precedent.note else ""
    return f"{precedent.symbol}, {label(precedent.paragraph)}{day}{note}"
