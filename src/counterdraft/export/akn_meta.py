"""What a resolution is, and how it came about → ``meta``.

In: a resolution's identity and header. Out: identification, workflow and references, by the
guidelines or as the UN's own files have them. Where the schema demands a date that is not
known, it is ``0001-01-01``.
"""

from __future__ import annotations

from typing import NamedTuple

from lxml import etree

from counterdraft.export.akn_xml import OWN_NAMESPACE, make
from counterdraft.export.iri import Identity, Profile, draft_iri
from counterdraft.export.wording import day, listed
from counterdraft.lexicon.akn import NO_DATE
from counterdraft.lexicon.members import member_of
from counterdraft.model import Resolution
from counterdraft.wording.sponsors import told_sponsors


class Subject(NamedTuple):
    """What is written: a resolution and its identity, in a profile.

    ``submitted`` is the line that says who submits it by office, "" for none.
    """

    resolution: Resolution
    identity: Identity
    profile: Profile
    submitted: str = ""

    @property
    def by_guidelines(self) -> bool:
        """Whether the guidelines are followed, and not the UN's own files."""
        return self.profile == "guidelines"

    @property
    def adopted(self) -> bool:
        """Whether it is an adopted text."""
        return self.resolution.kind == "resolution"


# What the UN's files name in their references, and what of it drafts need too.
_CONCEPTS = (
    ("TLCConcept", "dateOfIssuance", "concept/un/dateOfIssuance", "Date of issuance"),
    ("TLCConcept", "dateOfAdoption", "concept/un/dateOfAdoption", "Date of adoption"),
    ("TLCConcept", "symbol", "reference/un/symbol", "Symbol"),
    ("TLCRole", "publisher", "role/un/publisher", "Publisher"),
    ("TLCRole", "issuingBody", "role/un/issuingBody", "Issuing body"),
    ("TLCRole", "author", "role/un/author", "Author"),
    ("TLCRole", "issuer", "role/un/issuer", "Issuer"),
    ("TLCRole", "editor", "role/un/editor", "Editor"),
    ("TLCTerm", "resolutionTitle", "reference/un/resolutionTitle", "Resolution title"),
)
_BY_GUIDELINES = (
    ("TLCTerm", "preamble", "reference/un/preamble", "Preamble"),
    ("TLCConcept", "adoptionDate", "concept/un/adoptionDate", "Date of adoption"),
    ("TLCRole", "sponsors", "role/un/sponsors", "Sponsors"),
)


def add_meta(statement: etree._Element, subject: Subject) -> None:
    """The ``meta`` of a statement."""
    meta = make("meta", statement)
    add_identification(meta, subject)
    _workflow(meta, subject)
    _references(meta, subject)
    if subject.by_guidelines and subject.identity.shown is None:
        proprietary = make("proprietary", meta, source="#counterdraft")
        number = etree.SubElement(
            proprietary, f"{{{OWN_NAMESPACE}}}number", nsmap={"counterdraft": OWN_NAMESPACE}
        )
        number.set("status", "temporary")


def add_identification(meta: etree._Element, subject: Subject, component: str = "main") -> None:
    """Work, expression and manifestation of a statement, or of a ``component`` of it."""
    source = "#counterdraft" if subject.by_guidelines else "#DGACM"
    element = make("identification", meta, source=source)
    _work(element, subject, component)
    _expression(element, subject, component)
    _manifestation(element, subject, component)


def _work(element: etree._Element, subject: Subject, component: str) -> None:
    identity, resolution = subject.identity, subject.resolution
    work = make("FRBRWork", element)
    ending = "" if subject.by_guidelines else "/"
    make("FRBRthis", work, value=f"{identity.work}/!{component}{ending}")
    make("FRBRuri", work, value=f"{identity.work}{ending}")
    former = draft_iri(resolution, identity) if subject.by_guidelines else None
    if former is not None:
        make("FRBRalias", work, value=former, name="draft", showAs=resolution.draft_symbol or "")
    date, name = identity.date, "adoption"
    if not subject.adopted:
        # A draft has no day of adoption; its day is that of its issue.
        date, name = (date, "issue") if subject.by_guidelines else (NO_DATE, name)
    make("FRBRdate", work, date=date, name=name)
    if subject.by_guidelines:
        make("FRBRauthor", work, href=f"#{identity.actor_name}", as_="#author")
    else:
        make("FRBRauthor", work, href=identity.actor.author, as_="author")
    make("FRBRcountry", work, value="un")
    if subject.by_guidelines:
        make("FRBRsubtype", work, value="deliberation")
        shown = {"showAs": identity.shown} if identity.shown else {}
        make("FRBRnumber", work, value=identity.number, **shown)


def _expression(element: etree._Element, subject: Subject, component: str) -> None:
    identity = subject.identity
    expression = make("FRBRExpression", element)
    if subject.by_guidelines:
        make("FRBRthis", expression, value=f"{identity.expression}/!{component}")
        make("FRBRuri", expression, value=identity.expression)
    else:
        make("FRBRthis", expression, value=f"{identity.expression}!{component}/")
        make("FRBRuri", expression, value=f"{identity.expression}/")
    issued = NO_DATE if subject.adopted else identity.date
    make("FRBRdate", expression, date=issued, name="publication")
    if subject.by_guidelines:
        make("FRBRauthor", expression, href=f"#{identity.actor_name}", as_="#issuer")
    else:
        make("FRBRauthor", expression, href=identity.actor.author, as_="issuer")
    make("FRBRlanguage", expression, language=identity.language)


def _manifestation(element: etree._Element, subject: Subject, component: str) -> None:
    identity = subject.identity
    manifestation = make("FRBRManifestation", element)
    make("FRBRthis", manifestation, value=f"{identity.expression}/!{component}.xml")
    make("FRBRuri", manifestation, value=f"{identity.expression}.xml")
    make("FRBRdate", manifestation, date=NO_DATE, name="markup")
    if subject.by_guidelines:
        make("FRBRauthor", manifestation, href="#counterdraft", as_="#editor")
    else:
        make("FRBRauthor", manifestation, href="counterdraft", as_="editor")


def _workflow(meta: etree._Element, subject: Subject) -> None:
    """Who tabled the draft, and its adoption: the steps of which anything is known."""
    resolution = subject.resolution
    steps: list[dict[str, str]] = []
    if resolution.draft_symbol or resolution.sponsors:
        date = NO_DATE if subject.adopted else subject.identity.date
        by = "#sponsors" if subject.by_guidelines else listed(told_sponsors(resolution))
        symbol = {"as": resolution.draft_symbol} if resolution.draft_symbol else {}
        steps.append({"date": date, "outcome": "draftResolution", **symbol, "by": by})
    if subject.adopted and day(resolution.date):
        by = f"#{subject.identity.actor_name}" if subject.by_guidelines else ""
        steps.append({"date": subject.identity.date, "outcome": "adopted", "by": by})
    if steps:
        workflow = make("workflow", meta, source="#un")
        for step in steps:
            make("step", workflow, **step)


def _references(meta: etree._Element, subject: Subject) -> None:
    source = "#counterdraft" if subject.by_guidelines else "#DGACM"
    references = make("references", meta, source=source)
    actor, organ = subject.identity.actor, subject.resolution.organ or "United Nations"
    if subject.by_guidelines:
        _reference(references, "TLCOrganization", "un", "organization/un", "United Nations")
        _reference(
            references, "TLCOrganization", "counterdraft", "organization/counterdraft",
            "Counterdraft",
        )  # fmt: skip
    else:
        _reference(references, "TLCOrganization", "source", "organization/un/DGACM", "DGACM")
    name = subject.identity.actor_name if subject.by_guidelines else actor.author
    if name != "un" or not subject.by_guidelines:
        _reference(references, "TLCOrganization", name, f"organization/un/{actor.concept}", organ)
    for reference in (*_CONCEPTS, *(_BY_GUIDELINES if subject.by_guidelines else ())):
        _reference(references, *reference)
    for number, sponsor in enumerate(subject.resolution.sponsors, 1):
        if subject.by_guidelines:
            _reference(
                references, "TLCOrganization", f"sponsor_{number}",
                _sponsor_concept(sponsor, subject.resolution.date), sponsor,
            )  # fmt: skip


def _sponsor_concept(sponsor: str, date: str | None) -> str:
    """A Member of the United Nations is said to be one; of an observer or a group nothing is."""
    member = member_of(sponsor, date)
    known = member is not None and (date is None or member.on(date))
    return "organization/un/memberState" if known else "organization/sponsor"


def _reference(parent: etree._Element, tag: str, name: str, href: str, shown: str) -> None:
    make(tag, parent, eId=name, href=f"/akn/ontology/{href}", showAs=shown)
