"""What the reader of a draft found odd, how this brief was made, from what, and its limits."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import PurePath

from counterdraft.brief.case import Case
from counterdraft.brief.remarks import remarks
from counterdraft.brief.report import Bullets, Cell, Fact, Facts, Part, Section, Statement
from counterdraft.lexicon.languages import language_said
from counterdraft.model import Problem
from counterdraft.model.coverage import CoverageBeside, MandateName
from counterdraft.wording.english import counted, listed, long_date, sentence
from counterdraft.wording.flagged import rules_by_need
from counterdraft.wording.traced import corpus_said
from counterdraft.wording.unread import annex_words, line_words

READ = (
    "All this was read out of the text by rules, and by tables of how United Nations resolutions "
    "are worded. "
)
UNCHECKED = "Nothing was looked up, and no claim that the text makes was checked."
CHECKED = (
    "Looked up was only {what}, with the sources named; no other claim of the text was checked."
)
LIMITS = (
    "Each statement leads to the words that it rests on. Rules miss things and misread things: "
    "what is not found may still be there, and those words decide.",
    "Where a text leaves open what it means, this brief leaves it open too.",
)
OTHER_LANGUAGE = (
    "The text is in {language}. Whom a text asks, its verbs and their force, treaties, dates, "
    "claims and all that rules find are read in English, and were not read here: that nothing is "
    "said of them means nothing. Its English version can be read."
)
_TOLD_BELOW = "other-language"
ANNEXES = (
    "Annexes are shown, and looked through for claims and for the topics of a mandate alone: "
    "{words}."
)
LINES = "Tables and notes among the paragraphs are shown and compared, and no more: {words}."
NOTES = "What only footnotes cite is listed with the number of the note."
# Of a text in another language: what needs its English version, or other texts in its language.
IN_ANOTHER = {
    "provenance": "where its words come from: a corpus in its language",
    "coverage": "what it says of a mandate, and what not: its English version",
    "findings": "effects, tensions and the like: its English version",
    "verdicts": "whether its claims hold: its English version",
}
# What was not asked for, and what it would need.
NEEDS = {
    "against": "how it differs from a rival: another text",
    "provenance": "where its words come from: a corpus",
    "coverage": "what it says of a mandate, and what not: a mandate",
    "findings": "effects, tensions and the like: the rules to be run",
    "verdicts": "whether its claims hold: registers",
    "voted": "how votes on its subject went: votes that are known",
}


def method(case: Case) -> Section:
    """The section; every brief says how it was made."""
    parts: list[Part] = []
    odd = [each for each in case.resolution.problems if each.code != _TOLD_BELOW]
    if odd:
        problems = tuple(_problem(case, each) for each in odd)
        parts.append(Bullets("What was odd about the text", problems))
    parts.append(Bullets(None, tuple(map(Statement, _limits(case)))))
    parts.append(Facts(tuple(_made_from(case))))
    return Section("method", "Methods, sources and limits", tuple(parts))


def _problem(case: Case, problem: Problem) -> Statement:
    places = case.around(problem.span) if problem.span else ()
    return Statement(sentence(problem.message), places)


def _limits(case: Case) -> Iterator[str]:
    known = case.known
    checked = ["the figures of votes"] if known.voted is not None and known.voted.rows else []
    checked += ["what registers say"] if known.verdicts is not None and case.is_english else []
    if not case.is_english:
        yield OTHER_LANGUAGE.format(language=language_said(case.resolution.language))
    yield READ + (CHECKED.format(what=listed(checked)) if checked else UNCHECKED)
    yield from LIMITS
    if case.resolution.annexes:
        yield ANNEXES.format(words=counted(annex_words(case.resolution), "word"))
    if case.resolution.lines:
        yield LINES.format(words=counted(line_words(case.resolution), "word"))
    if any(p.note_citations for p in case.resolution.paragraphs):
        yield NOTES


def _made_from(case: Case) -> Iterator[Fact]:
    text = case.document.text
    digest = sha256(text.encode("utf-8", "replace")).hexdigest()
    yield _fact("Made by", case.generator)
    yield _fact("Made from", f"{case.source} ({case.document.media_type})")
    yield _fact("Text read", f"{counted(len(text), 'character')}, SHA-256 {digest}")
    yield from (
        each for each in (Fact("Left in the file", remarks(case)), *_sources(case)) if each.values
    )


def _fact(term: str, *values: str) -> Fact:
    return Fact(term, tuple(map(Statement, values)))


def _sources(case: Case) -> Iterator[Fact]:
    """What else it was made from, and what was run and was not."""
    given = case.known.given
    yield _fact("Sponsors", *((f"as given, not as read: {listed(given)}",) if given else ()))
    yield _fact("Amendment", *_amendment(case))
    yield Fact("Corpus", _corpus(case))
    yield _fact("Mandates", *map(_mandate, _mandates(case)))
    verdicts, findings = case.known.verdicts, case.known.findings
    if verdicts is not None and case.is_english:
        day = (f"held against {long_date(verdicts.as_of)}",) if verdicts.as_of else ()
        told = case.known.registers
        rest = (n for n in verdicts.registers if not any(t.startswith(f"{n} (") for t in told))
        yield _fact("Registers", *told, *rest, *day)
    if not case.is_english:
        yield _fact("Rules run", "none: they read English")
    elif findings is not None:
        ran = f"{counted(len(findings.ran), 'rule')}: {', '.join(findings.ran)}"
        yield _fact("Rules run", *((ran,) if findings.ran else ()))
        lacking = rules_by_need(findings).items()
        not_run = (f"for want of {need}: {', '.join(rules)}" for need, rules in lacking)
        yield _fact("Rules not run", *not_run)
    yield _fact("Not told, and what it would need", *_lacking(case))


def _amendment(case: Case) -> Iterator[str]:
    """The documents that amend a draft, of which this brief is as it stands."""
    for amending in case.known.amendments:
        name = PurePath(amending.source).name or amending.source
        told = f"amends {amending.target or 'a draft'}; nothing here is of the draft as amended"
        yield f"{amending.symbol or 'without a symbol'} ({name}): {told}"


def _corpus(case: Case) -> Cell:
    if case.known.provenance is None:
        return ()
    digest = f", SHA-256 of its texts {case.known.corpus}" if case.known.corpus else ""
    return (Statement(f"{corpus_said(case.known.provenance.corpus)}{digest}"),)


def _mandates(case: Case) -> Iterator[MandateName]:
    for each in case.known.coverage:
        yield (each.here if isinstance(each, CoverageBeside) else each).mandate


def _mandate(mandate: MandateName) -> str:
    parts = [f"{mandate.name} ({mandate.id})", mandate.source]
    parts += [f"SHA-256 {mandate.digest}"] if mandate.digest else []
    return ", ".join(parts)


def _lacking(case: Case) -> Iterator[str]:
    if case.resolution.kind == "amendment":
        return
    for name, need in NEEDS.items():
        known = getattr(case.known, name)
        if not case.is_english and name in IN_ANOTHER and not (name == "provenance" and known):
            yield IN_ANOTHER[name]
        elif not known:
            yield need
