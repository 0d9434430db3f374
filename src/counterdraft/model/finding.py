"""A finding: what a rule sees in a text, the words that bear it out, and what speaks against it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Literal

from msgspec import Struct

from counterdraft.model.framed import Columns, Framed, Kinds
from counterdraft.model.resolution import Speaker
from counterdraft.model.shown import many
from counterdraft.model.span import Span

FINDINGS_SCHEMA = "counterdraft/findings/1"

Kind = Literal[
    "effect", "tension", "contested", "self_reference", "asymmetry", "hollow", "weakening",
    "half_quotation", "citation", "budget",
]  # fmt: skip
Confidence = Literal["high", "medium", "low"]


class Quoted(Struct, frozen=True, kw_only=True):
    """Words that a finding rests on.

    ``text`` says whose they are: "this", "rival", or the symbol of a text of the corpus.
    ``paragraph`` is its id there; ``span`` is in that text's document, None for one of the corpus.
    """

    text: str = "this"
    paragraph: str
    quote: str
    span: Span | None = None


class Precedent(Struct, frozen=True, kw_only=True):
    """An adopted text that has a like clause.

    ``note`` says how alike it is, or where it was read that somebody objected to it.
    """

    symbol: str
    paragraph: str
    quote: str
    date: str | None = None
    note: str = ""


class Finding(Struct, frozen=True, kw_only=True):
    """What one rule found.

    ``rule`` is its id ("effect.ends-scrutiny"), documented in the docs; ``kind`` groups rules.
    ``statement`` says what the clause does, in a sentence that names nobody good or bad; ``why``
    how the rule came to it; ``against`` what speaks against it, or what its sponsor would say for
    the clause: never empty. ``confidence`` is the rule's, less where evidence is weak. ``source``
    is where the rule comes from. ``question`` says that it is put as a question.
    """

    rule: str
    kind: Kind
    statement: str
    why: str
    against: tuple[str, ...]
    evidence: tuple[Quoted, ...]
    confidence: Confidence
    source: str
    precedents: tuple[Precedent, ...] = ()
    question: bool = False


class NotRun(Struct, frozen=True):
    """A rule that could not be run, and what it would need ("a rival", "a corpus")."""

    rule: str
    needs: str


class Findings(Framed, frozen=True, kw_only=True):
    """All that the rules found in a text, the weightiest first, and which of them were not run.

    ``sponsors`` are those it was read as coming from, ``speakers`` the States that speak for groups
    among them; ``rival`` names the text it was held against, ``predecessor`` what was taken
    as the text before it; ``language`` is that of the text, ``unread`` the number of words in its
    annexes, which are not read, ``lacking`` the parts that may not have been read, in words.
    ``returned`` is what the rival would do to this text by the rules of effect, the rival's words
    quoted as the "rival" and this text's as "this". Rules read English: of a text in another
    language none is run, and nothing is found.
    """

    kinds: ClassVar[Kinds] = {"question": bool}

    schema: str = FINDINGS_SCHEMA
    source: str
    symbol: str | None = None
    title: str | None = None
    language: str = "en"
    sponsors: tuple[str, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    rival: str | None = None
    predecessor: str | None = None
    findings: tuple[Finding, ...] = ()
    returned: tuple[Finding, ...] = ()
    ran: tuple[str, ...] = ()
    not_run: tuple[NotRun, ...] = ()
    unread: int = 0
    lacking: tuple[str, ...] = ()

    def columns(self) -> Columns:
        """A row for each finding: of which text, its rule, statement, words, and how sure it is.

        ``paragraphs`` and ``words`` are those of this text that it rests on, ``others`` what it
        rests on in other texts, by the text and its paragraph.
        """
        found = self.findings
        return {
            "source": [self.source for _ in found],
            "symbol": [self.symbol for _ in found],
            "rule": [each.rule for each in found],
            "kind": [each.kind for each in found],
            "statement": [each.statement for each in found],
            "paragraphs": [_places(each) for each in found],
            "confidence": [each.confidence for each in found],
            "against": [" ".join(each.against) for each in found],
            "question": [each.question for each in found],
            "why": [each.why for each in found],
            "words": [_words(each) for each in found],
            "others": [_others(each) for each in found],
            "not_read": ["; ".join(self.lacking) or None for _ in found],
        }

    def above(self) -> Sequence[str]:
        """How many rules were run, and which were not and would need what."""
        ran = f"{many(len(self.findings), 'finding')} of {many(len(self.ran), 'rule')}"
        needs: dict[str, list[str]] = {}
        for each in self.not_run:
            needs.setdefault(each.needs, []).append(each.rule)
        lacking = [f"{', '.join(rules)} (needs: {need})" for need, rules in needs.items()]
        told = f"{ran}. Not run: {'; '.join(lacking)}." if lacking else f"{ran}."
        return (told, *super().above())


def _places(finding: Finding) -> str:
    own = (each.paragraph for each in finding.evidence if each.text == "this")
    return ", ".join(dict.fromkeys(own))


def _words(finding: Finding) -> str:
    own = (each.quote for each in finding.evidence if each.text == "this")
    return " … ".join(dict.fromkeys(own))


def _others(finding: Finding) -> str:
    others = [each for each in finding.evidence if each.text != "this"]
    return "; ".join(f"{each.text}, {each.paragraph}: {each.quote}" for each in others)
