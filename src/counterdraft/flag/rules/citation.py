"""Citation: a text cited by a number whose title is on another matter, from what was verified."""

from __future__ import annotations

from collections.abc import Iterator

from counterdraft.flag.ground import Ground
from counterdraft.flag.rule import Rule
from counterdraft.model.finding import Finding, Quoted
from counterdraft.model.verdict import Verdict
from counterdraft.text.wording import listed

_SOURCE = "titles of texts in the registers that were asked (verify)"


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each citation of the text itself that is put as a question."""
    if ground.verdicts is None:
        return
    own = {each.id for each in ground.resolution.paragraphs}
    for verdict in ground.verdicts.verdicts:
        if verdict.act == "citation" and verdict.question and verdict.paragraph in own:
            yield _told(verdict, verdict.question)


def _told(verdict: Verdict, question: str) -> Finding:
    sources = list(dict.fromkeys(entry.source for entry in verdict.entries))
    return Finding(
        rule="citation.does-not-fit", kind="citation", statement=question,
        why=" ".join(verdict.said) or f"By {listed(sources)}.",
        against=(
            "A text may be cited for one passage though its title is on another matter; whether "
            "the number is a slip only its author can say.",
        ),
        evidence=(Quoted(paragraph=verdict.paragraph, quote=verdict.claim, span=verdict.span),),
        confidence="medium", source=listed(sources) or _SOURCE, question=True,
    )  # fmt: skip


RULES = (
    Rule(
        "citation.does-not-fit", "citation", "a text cited that is on another matter", _SOURCE,
        find, needs=("verdicts",),
    ),
)  # fmt: skip
