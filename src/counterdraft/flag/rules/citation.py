"""Citation: a text cited by a number whose title is on another matter, from what was verified."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterdraft.flag.ground import Ground
from counterdraft.flag.rule import Rule
from counterdraft.model.finding import Finding, Quoted
from counterdraft.model.verdict import Verdict
from counterdraft.wording.english import listed

_SOURCE = "titles of texts in the registers that were asked (verify)"


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each question on a citation of the text itself, with all its places."""
    if ground.verdicts is None:
        return
    own = {each.id for each in ground.resolution.paragraphs}
    asked: dict[str, list[Verdict]] = {}
    for verdict in ground.verdicts.verdicts:
        if verdict.act == "citation" and verdict.question and verdict.paragraph in own:
            asked.setdefault(verdict.question, []).append(verdict)
    for question, verdicts in asked.items():
        yield _told(verdicts, question)


def _told(verdicts: Sequence[Verdict], question: str) -> Finding:
    """The finding, from the first place and with the words of each."""
    verdict = verdicts[0]
    sources = list(dict.fromkeys(entry.source for entry in verdict.entries))
    return Finding(
        rule="citation.does-not-fit", kind="citation", statement=question,
        why=" ".join(verdict.said) or f"By {listed(sources)}.",
        against=(
            "A text may be cited for one passage though its title is on another matter; whether "
            "the number is a slip only its author can say.",
        ),
        evidence=tuple(
            Quoted(paragraph=each.paragraph, quote=each.claim, span=each.span) for each in verdicts
        ),
        confidence="medium", source=listed(sources) or _SOURCE, question=True,
    )  # fmt: skip


RULES = (
    Rule(
        "citation.does-not-fit", "citation", "a text cited that is on another matter", _SOURCE,
        find, needs=("verdicts",),
    ),
)  # fmt: skip
