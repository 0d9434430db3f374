"""Resolutions → AKN4UN, the United Nations' Akoma Ntoso, valid against the OASIS schema.

In: a resolution, or all of a document, with the document. Out: the bytes of an XML file, by the
AKN4UN guidelines or as the UN's own files have it. The same in gives the same out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from counterdraft.draft.submitted import submitted
from counterdraft.errors import WriteError
from counterdraft.export.akn_body import BodyWriter
from counterdraft.export.akn_meta import Subject, add_identification, add_meta
from counterdraft.export.akn_preface import add_conclusions, add_preface
from counterdraft.export.akn_tree import divide
from counterdraft.export.akn_words import Inliner
from counterdraft.export.akn_xml import make, root, written
from counterdraft.export.entries import entries
from counterdraft.export.iri import Profile, identify
from counterdraft.model import Document, Resolution

_LETTER = re.compile(r" ([A-Z])$")


def to_akn(resolution: Resolution, document: Document, *, profile: Profile = "guidelines") -> bytes:
    """One resolution as a ``statement``.

    Raises WriteError for an amendment document, which has no paragraphs.
    """
    tree = root()
    _add_statement(tree, _subject(resolution, document, profile), document)
    return written(tree)


def to_akn_collection(
    resolutions: Sequence[Resolution], document: Document, *, profile: Profile = "guidelines"
) -> bytes:
    """Several resolutions as a ``documentCollection`` with a component for each; one as ``to_akn``.

    Raises WriteError as ``to_akn`` does, and where there are none.
    """
    if len(resolutions) == 1:
        return to_akn(resolutions[0], document, profile=profile)
    subjects = [_subject(each, document, profile) for each in resolutions]
    if not subjects:
        raise WriteError("there is no resolution to write", source=document.source)
    tree = root()
    _collection(tree, subjects)
    components = make("components", tree)
    for number, subject in enumerate(subjects, 1):
        component = make("component", components, eId=f"comp_{number}")
        _add_statement(component, subject, document)
    return written(tree)


def _subject(resolution: Resolution, document: Document, profile: Profile) -> Subject:
    if resolution.kind == "amendment":
        raise WriteError(
            "an amendment document has no paragraphs of its own to write as Akoma Ntoso",
            source=document.source,
            remedy="Write it as JSON, Markdown or text",
        )
    identity = identify(resolution, document, profile)
    return Subject(resolution, identity, profile, submitted(resolution, document))


def _add_statement(parent: etree._Element, subject: Subject, document: Document) -> None:
    name = "resolution"
    if not subject.adopted:
        name = "resolutionDraft" if subject.by_guidelines else "draftResolution"
    contains = {"contains": "originalVersion"} if subject.by_guidelines else {}
    statement = make("statement", parent, **contains, name=name)
    as_in_source = subject.profile == "unxml" and bool(document.declared)
    found = entries(subject.resolution, document)
    parts = divide(found, as_in_source=as_in_source)
    writer = BodyWriter(subject, Inliner(subject.resolution, document, subject.profile))
    add_meta(statement, subject)
    add_preface(statement, subject)
    writer.write(statement, parts)
    add_conclusions(statement, subject)
    writer.attach(statement, parts.annexes)


def _collection(tree: etree._Element, subjects: list[Subject]) -> None:
    """What holds the components together: who they are of, and a reference to each."""
    first = subjects[0]
    collection = make("documentCollection", tree, name="publication")
    add_identification(make("meta", collection), _together(first), "main")
    body = make("collectionBody", collection)
    for number, subject in enumerate(subjects, 1):
        component = make("component", body, eId=f"comp_def_{number}")
        letter = _LETTER.search(subject.resolution.symbol or "")
        shown = f"Resolution {letter[1]}" if letter else f"Resolution {number}"
        href = f"#comp_{number}" if subject.by_guidelines else f"comp_{number}"
        make("documentRef", component, eId=f"compRef_{number}", href=href, showAs=shown)


def _together(first: Subject) -> Subject:
    """The collection's identity: the first resolution's without its letter, as a publication."""
    identity = first.identity
    number = re.sub(r"_[A-Z]$", "", identity.number)
    work = f"/akn/un/documentCollection/publication/{identity.actor_name}/{identity.date}/{number}"
    changed = identity._replace(
        number=number, work=work, expression=f"{work}/{identity.language}@",
        shown=_LETTER.sub("", identity.shown) if identity.shown else None,
    )  # fmt: skip
    return first._replace(identity=changed)
