"""A resolution: what the parser makes of a document, and what every judgement starts from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal

from msgspec import Struct, field

from counterdraft.model.adoption import Adoption
from counterdraft.model.document import Comment, Revision
from counterdraft.model.framed import Columns, Kinds, Tabular
from counterdraft.model.problem import LACKING, Problem
from counterdraft.model.shown import many
from counterdraft.model.span import Span

SCHEMA = "counterdraft/resolution/1"

Part = Literal["preambular", "operative"]
AddresseeClass = Literal[
    "member_states",
    "named_state",
    "secretary_general",
    "un_secretariat",
    "un_entities",
    "ga_body",
    "security_council",
    "special_procedures",
    "regional_orgs",
    "ifis",
    "civil_society",
    "private_sector",
    "donors",
    "all_stakeholders",
    "armed_parties",
    "other",
]


class Verb(Struct, frozen=True, gc=False):
    """A verb by which the organ acts: "Also requests", "noting with concern".

    ``text`` is as printed, with the preposition that belongs to it ("Taking note of");
    ``lemma`` the plain verb ("request", "take note"); ``adverbs`` what modifies it
    ("also", "strongly", "with concern"); ``force`` a class of the partial order in the
    lexicon, None where the lexicon does not know the verb.
    """

    text: str
    span: Span
    lemma: str
    adverbs: tuple[str, ...] = ()
    force: str | None = None


class Citation(Struct, frozen=True, gc=False):
    """A document that the text cites by number or symbol.

    ``symbol`` is the UN's full form (``A/RES/79/181``), None where the text does not
    settle which organ's it is; then ``candidates`` holds what it may be. ``date`` is
    ISO 8601, the one that the text gives beside the number.
    """

    symbol: str | None
    text: str
    kind: Literal["resolution", "decision", "document", "other"]
    span: Span
    date: str | None = None
    candidates: tuple[str, ...] = ()


class DateMention(Struct, frozen=True, gc=False):
    """A date, period or session as the text names it.

    ``start`` and ``end`` are ISO 8601 dates as precise as the text ("2014", "2014-05",
    "2014-05-01"); for a session they are None and ``session`` is its number.
    """

    kind: Literal["day", "month", "year", "period", "session"]
    text: str
    span: Span
    start: str | None = None
    end: str | None = None
    session: int | None = None


class TreatyMention(Struct, frozen=True, gc=False):
    """A treaty, covenant, statute or charter, by its id in the lexicon."""

    treaty: str
    text: str
    span: Span


class Addressee(Struct, frozen=True, gc=False):
    """Somebody whom the text asks to do something.

    ``verb`` is the phrase that asks, ``force`` its class, ``action`` what is asked,
    ``deadline`` the first time limit in the text's words, ``deadlines`` all of them; of what
    is decided also the term for which it is ("for a period of six months"). ``name`` is the
    state's, for a named state. ``text`` may be empty where the organ speaks of itself.
    """

    class_: AddresseeClass = field(name="class")
    text: str = ""
    verb: str = ""
    span: Span = Span(0, 0)
    verb_span: Span = Span(0, 0)
    action: Span | None = None
    force: str | None = None
    deadline: str | None = None
    reporting: bool = False
    name: str | None = None
    deadlines: tuple[str, ...] = ()


class Paragraph(Struct, frozen=True, kw_only=True):
    """A preambular or operative paragraph or subparagraph.

    ``id`` is ``pp3``, ``op2.a.i``, ``op5bis``; ``number`` as printed with its full path
    ("2 (a) (i)"), None for a single unnumbered one. ``text`` is
    ``Document.text[span]``, without its number and without its subparagraphs, which
    follow it with their own ids at a deeper ``level``. ``page`` is the one it begins on,
    from 1, where the source has pages. ``deadlines`` are all its time limits and terms, of
    whomever, each once, as its addressees have them. ``called`` are those whom a preambular
    paragraph calls on to do something, which is no request of the operative part. ``reporting``
    says whether somebody is asked to report, None where the words cannot be read for that.
    """

    id: str
    part: Part
    number: str | None
    level: int
    phrase: str | None
    text: str
    span: Span
    verbs: tuple[Verb, ...] = ()
    addressees: tuple[Addressee, ...] = ()
    deadline: str | None = None
    reporting: bool | None = False
    citations: tuple[Citation, ...] = ()
    note_citations: tuple[Citation, ...] = ()
    dates: tuple[DateMention, ...] = ()
    treaties: tuple[TreatyMention, ...] = ()
    page: int | None = None
    deadlines: tuple[str, ...] = ()
    called: tuple[Addressee, ...] = ()


class Heading(Struct, frozen=True):
    """A heading among the paragraphs; ``before`` is the id of the paragraph it precedes."""

    text: str
    span: Span
    before: str | None = None


class Line(Struct, frozen=True):
    """A line among the paragraphs that is none: a row of a table, a note under one.

    ``behind`` is the id of the last paragraph before it, None where there is none.
    """

    text: str
    span: Span
    behind: str | None = None


class Annex(Struct, frozen=True):
    """An annex: its label ("Annex I"), title, text and extent.

    Its text is none of the resolution's paragraphs.
    """

    label: str
    title: str | None
    text: str
    span: Span


class Footnote(Struct, frozen=True):
    """A footnote called in ``paragraph`` at offset ``anchor`` of ``Document.text``."""

    marker: str
    paragraph: str | None
    anchor: int
    text: str


class Speaker(Struct, frozen=True):
    """A State that tabled a text on behalf of a group, by the names that they have as sponsors."""

    state: str
    group: str


class Resolution(Tabular, frozen=True, kw_only=True):
    """A resolution or draft as found in a document; the unit of the JSON contract.

    ``symbol`` is the document's own, in full form; ``session`` the session's number,
    ``session_kind`` "regular", "special" or "emergency special"; ``date`` ISO 8601, of
    adoption, else of issue; ``sponsors`` states by the lexicon's names, or groups as
    printed. A group on whose behalf a State tabled it is the sponsor, that State is none for that:
    ``speakers`` tell who speaks for which. ``subjects`` and ``adoption`` are what the source's
    metadata say. ``kind`` tells drafts, adopted texts and amendment documents apart; an amendment
    document has no paragraphs. ``decision`` says that the text calls itself a decision.
    ``revisions`` and ``comments`` are those of a word processor that stand inside of ``span``.
    ``language`` is that of its words, as the web calls it, "und" where it is none of the six: of a
    text that is not in English only what needs no English is read.
    """

    kinds: ClassVar[Kinds] = {"level": int, "reporting": bool, "page": int}

    schema: str = SCHEMA
    source: str
    language: str = "en"
    kind: Literal["resolution", "draft", "amendment"] = "draft"
    decision: bool = False
    symbol: str | None = None
    organ: str | None = None
    title: str | None = None
    session: int | None = None
    session_kind: Literal["regular", "special", "emergency special"] | None = None
    date: str | None = None
    committee: str | None = None
    agenda_item: str | None = None
    draft_symbol: str | None = None
    sponsors: tuple[str, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    subjects: tuple[str, ...] = ()
    adoption: Adoption = Adoption()
    formula: str | None = None
    span: Span = Span(0, 0)
    headings: tuple[Heading, ...] = ()
    lines: tuple[Line, ...] = ()
    annexes: tuple[Annex, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    problems: tuple[Problem, ...] = ()
    revisions: tuple[Revision, ...] = ()
    comments: tuple[Comment, ...] = ()

    @property
    def lacking(self) -> tuple[str, ...]:
        """What problems say of parts of the text that may not have been read."""
        return tuple(each.message for each in self.problems if each.code in LACKING)

    def in_a_line(self) -> str:
        """What it is called, and how long it is."""
        called = self.symbol or self.title or self.source
        return f"{called}, {self.kind} of {many(len(self.paragraphs), 'paragraph')}"

    def columns(self) -> Columns:
        """A row for each paragraph; of several addressees and so on "; " stands between.

        What is read in English alone is None in a text that is in another language.
        """
        rows = self.paragraphs
        return {
            "source": [self.source for _ in rows],
            "symbol": [self.symbol for _ in rows],
            "paragraph": [each.id for each in rows],
            "part": [each.part for each in rows],
            "number": [each.number for each in rows],
            "level": [each.level for each in rows],
            "phrase": [each.phrase for each in rows],
            "addressees": [
                _joined(a.name or a.text or a.class_ for a in p.addressees) for p in rows
            ],
            "classes": [_joined(a.class_ for a in p.addressees) for p in rows],
            "deadlines": [_joined(each.deadlines) for each in rows],
            "reporting": [each.reporting for each in rows],
            "citations": [_joined(c.symbol or c.text for c in p.citations) for p in rows],
            "page": [each.page for each in rows],
            "text": [each.text for each in rows],
        }


def _joined(words: Iterable[str]) -> str | None:
    return "; ".join(dict.fromkeys(words)) or None
