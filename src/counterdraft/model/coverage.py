"""What a text says and does not say of the topics of a mandate, with the words that bear it out.

The order of degrees is addressed, mentioned, alluded: what a paragraph is about or names as its
concern; what it touches in passing; what only a reader who knows the matter would see in it.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from counterdraft.model.framed import Columns, Framed
from counterdraft.model.resolution import Part
from counterdraft.model.span import Span

COVERAGE_SCHEMA = "counterdraft/coverage/1"
BESIDE_SCHEMA = "counterdraft/coverage-beside/1"

Degree = Literal["addressed", "mentioned", "alluded"]
CoverVerdict = Literal["addressed", "mentioned", "alluded", "silent"]
Stance = Literal["raises", "denies", "praises", "asks", "ends", "reports"]
"""What a clause does with a topic: names it as a concern; says that it is not so; praises what is
done; asks somebody to act; asks for the end of an inquiry, mandate or court, or turns it down;
reports it without judging."""


class CoverEvidence(Struct, frozen=True, kw_only=True):
    """Words of one place that speak of a topic.

    ``paragraph`` is the id of a paragraph, "annex.26" of a line of an annex behind its number 26
    ("annex2.3" of the second), or "block12" of what is no resolution; ``quote`` is
    ``Document.text[span]``. ``by`` names what recognised the topic, of the mandate's own entries
    ("term: political prison camps"); ``verb`` the initiating phrase under which it stands; ``why``
    how the degree came about. ``stance`` is None where clauses of the place point opposite ways.
    """

    paragraph: str
    degree: Degree
    span: Span
    quote: str
    stance: Stance | None = None
    by: str = ""
    part: Part | None = None
    verb: str | None = None
    page: int | None = None
    why: str = ""


class TopicCover(Struct, frozen=True, kw_only=True):
    """One topic: the strongest degree of all evidence, its stance, the evidence in order.

    ``stance`` is that of the strongest evidence, None where it differs, where other evidence points
    the opposite way, or there is none. A topic
    alone "alluded" to is arguable, and is to be shown as such; what a topic is alluded to by is
    given only where nothing says more. ``unnamed`` is what the mandate has the topic rest on and
    the text never names ("the Special Rapporteur").
    """

    id: str
    name: str
    verdict: CoverVerdict
    stance: Stance | None = None
    evidence: tuple[CoverEvidence, ...] = ()
    definition: str = ""
    source: str = ""
    unnamed: tuple[str, ...] = ()


ConditionVerdict = Literal["met", "bears on", "not found", "cannot be told"]
"""``met``: a clause does what must be. ``bears on``: words that a person must judge. ``not found``:
none, which for what must not be is no more than that. ``cannot be told``: not from any text."""


class ConditionCover(Struct, frozen=True, kw_only=True):
    """A condition that a text must meet, or must not; ``said`` is what comes of it."""

    id: str
    name: str
    must: Literal["hold", "not hold"]
    verdict: ConditionVerdict
    said: str
    evidence: tuple[CoverEvidence, ...] = ()
    definition: str = ""
    source: str = ""


class MandateName(Struct, frozen=True):
    """A mandate: its id, name, where it is laid down, and from whom it comes.

    ``digest`` is the SHA-256 of the file that it was read from.
    """

    id: str
    name: str
    source: str
    camp: str = ""
    digest: str = ""


class Coverage(Framed, frozen=True, kw_only=True):
    """A text held against a mandate.

    ``places`` is how many paragraphs, or blocks of a document that is no resolution, were read
    (``unit`` says which),
    ``annexed`` how many lines of annexes beside them; ``lacking`` are the parts that may not have
    been read, in words.
    """

    schema: str = COVERAGE_SCHEMA
    source: str
    symbol: str | None = None
    title: str | None = None
    mandate: MandateName
    places: int
    topics: tuple[TopicCover, ...]
    conditions: tuple[ConditionCover, ...] = ()
    annexed: int = 0
    unit: Literal["paragraph", "block"] = "paragraph"
    lacking: tuple[str, ...] = ()

    def columns(self) -> Columns:
        """A row for each place that speaks of a topic or condition, and one for each without any.

        ``kind`` tells topics and conditions apart: their verdicts are other words.
        """
        held: tuple[TopicCover | ConditionCover, ...] = (*self.topics, *self.conditions)
        rows = [(topic, each) for topic in held for each in topic.evidence or (None,)]
        return {
            "source": [self.source for _ in rows],
            "symbol": [self.symbol for _ in rows],
            "mandate": [self.mandate.id for _ in rows],
            "kind": [
                "topic" if isinstance(topic, TopicCover) else "condition" for topic, _ in rows
            ],
            "topic": [topic.id for topic, _ in rows],
            "verdict": [topic.verdict for topic, _ in rows],
            "paragraph": [each.paragraph if each else None for _, each in rows],
            "degree": [each.degree if each else None for _, each in rows],
            "stance": [each.stance if each else None for _, each in rows],
            "quote": [each.quote if each else None for _, each in rows],
            "not_read": ["; ".join(self.lacking) or None for _ in rows],
        }


class Beside(Struct, frozen=True):
    """A topic in two texts: the verdict of either, and in a sentence what that comes to."""

    topic: str
    name: str
    here: CoverVerdict
    there: CoverVerdict
    said: str


class CoverageBeside(Framed, frozen=True, kw_only=True):
    """Two texts held against one mandate; ``relation`` says what the other is to this one."""

    schema: str = BESIDE_SCHEMA
    here: Coverage
    there: Coverage
    relation: Literal["rival", "predecessor"]
    topics: tuple[Beside, ...]

    def columns(self) -> Columns:
        """A row for each topic, with what comes of it, and for each condition, by its verdicts."""
        there = {each.id: each.verdict for each in self.there.conditions}
        rows: list[tuple[str, str, str, str | None, str | None]] = [
            ("topic", each.topic, each.here, each.there, each.said) for each in self.topics
        ]
        rows += [
            ("condition", each.id, each.verdict, there.get(each.id), None)
            for each in self.here.conditions
        ]
        return {
            "source": [self.here.source for _ in rows],
            "symbol": [self.here.symbol for _ in rows],
            "other": [self.there.symbol or self.there.source for _ in rows],
            "relation": [self.relation for _ in rows],
            "mandate": [self.here.mandate.id for _ in rows],
            "kind": [kind for kind, *_ in rows],
            "topic": [topic for _, topic, *_ in rows],
            "here": [here for _, _, here, *_ in rows],
            "there": [there for *_, there, _ in rows],
            "said": [said for *_, said in rows],
            "not_read": ["; ".join(self.here.lacking) or None for _ in rows],
            "not_read_there": ["; ".join(self.there.lacking) or None for _ in rows],
        }
