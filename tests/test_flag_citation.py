"""A text cited whose title is on another matter."""

from __future__ import annotations

from msgspec.structs import replace

from counterdraft.flag.rules import citation
from counterdraft.model import Span
from counterdraft.model.register import Act, Entry
from counterdraft.model.verdict import Verdict, Verdicts
from tests.drafting import draft, findings

TITLE = Entry(
    register="titles", act="citation", subject="A/RES/70/1", object="Fog", source="a list of titles"
)


def _verdicts(act: Act, question: str | None) -> Verdicts:
    ground = draft("Recalls resolution 70/1 on lanterns.")
    at = ground.document.text.index("70/1")
    verdict = Verdict(
        paragraph="op1", span=Span(at, at + 4), claim="70/1", act=act, read="70/1 is on lanterns",
        verdict="unknown", said=("70/1 is entitled “Fog”.",), entries=(TITLE,), question=question,
    )  # fmt: skip
    return Verdicts(source="draft.txt", verdicts=(verdict,))


def test_a_title_that_is_asked_about_is_put_as_a_question() -> None:
    ground = draft("Recalls resolution 70/1 on lanterns.")
    question = "Is 70/1, “Fog”, the text that is meant?"
    asked = ground._replace(verdicts=_verdicts("citation", question))
    (found,) = findings(citation.RULES, asked)
    assert found.question
    assert found.statement == "Is 70/1, “Fog”, the text that is meant?"
    assert found.source == "a list of titles"


def test_what_the_words_around_a_draft_cite_is_no_finding_on_it() -> None:
    ground = draft("Recalls resolution 70/1 on lanterns.")
    (verdict,) = _verdicts("citation", "Is 70/1 meant?").verdicts
    around = Verdicts(source="draft.txt", verdicts=(replace(verdict, paragraph="block1"),))
    assert findings(citation.RULES, ground._replace(verdicts=around)) == []


def test_what_fits_and_what_is_no_title_is_left_alone() -> None:
    ground = draft("Recalls resolution 70/1 on lanterns.")
    for verdicts in (_verdicts("citation", None), _verdicts("meeting", "Was it then?")):
        assert findings(citation.RULES, ground._replace(verdicts=verdicts)) == []
