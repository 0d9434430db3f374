"""What stands before a resolution's text → preface, or cover page and preface; and its close.

In: a resolution's header. Out: symbol, organ, session, agenda item, sponsors, committee, date and
title, each in the element that the profile has for it; nothing for what is not known.
"""

from __future__ import annotations

from lxml import etree

from counterdraft.export.akn_meta import Subject
from counterdraft.export.akn_xml import add_words, make
from counterdraft.export.wording import day, long_date, session_words
from counterdraft.model import Resolution
from counterdraft.wording.sponsors import told_sponsors


def add_preface(statement: etree._Element, subject: Subject) -> None:
    """What stands before the text, in the profile's form."""
    if subject.by_guidelines:
        _by_guidelines(statement, subject)
    else:
        _cover_page(statement, subject)
        _title(statement, subject)


def add_conclusions(statement: etree._Element, subject: Subject) -> None:
    """The day of adoption, where it is known."""
    date = day(subject.resolution.date)
    if not subject.adopted or date is None:
        return
    conclusions = make("conclusions", statement, eId="conclusions")
    p = make("p", conclusions)
    if not subject.by_guidelines:
        p = make("event", p, refersTo="#adoption")
    make("docDate", p, long_date(date), date=date, refersTo="#adoptionDate")


# -- by the guidelines: a container for each thing that is said


def _by_guidelines(statement: etree._Element, subject: Subject) -> None:
    resolution, preface = subject.resolution, make("preface", statement)
    if resolution.organ:
        p = _container(preface, "authority")
        make("docAuthority", p, resolution.organ, refersTo="#issuingBody")
    if resolution.symbol:
        p = _container(preface, "symbol")
        make("docNumber", p, resolution.symbol, refersTo="#symbol")
    _date(preface, subject)
    _session(preface, resolution)
    if resolution.agenda_item:
        p = _container(preface, "agendaItem")
        make("inline", p, _agenda_item(resolution), name="agenda item")
    if resolution.committee:
        make("docCommittee", _container(preface, "committee"), resolution.committee)
    if resolution.sponsors:
        _sponsors(preface, resolution)
    elif subject.submitted:
        add_words(_container(preface, "sponsors"), subject.submitted)
    title = make("container", preface, name="title")
    thing = "decision" if resolution.decision else "resolution"
    kind = thing.capitalize() if subject.adopted else f"Draft {thing}"
    make("docType", make("p", title), kind)
    if resolution.title:
        make("docTitle", make("p", title), resolution.title, refersTo="#resolutionTitle")


def _container(preface: etree._Element, name: str) -> etree._Element:
    """A container of that name, and the ``p`` in it."""
    return make("p", make("container", preface, name=name))


def _date(preface: etree._Element, subject: Subject) -> None:
    date = day(subject.resolution.date)
    if date is not None:
        refers = "#dateOfAdoption" if subject.adopted else "#dateOfIssuance"
        p = _container(preface, "date")
        make("docDate", p, long_date(date), date=date, refersTo=refers)


def _session(preface: etree._Element, resolution: Resolution) -> None:
    words = session_words(resolution)
    if words:
        make("session", _container(preface, "session"), words, value=str(resolution.session))


def _sponsors(preface: etree._Element, resolution: Resolution) -> None:
    p = _container(preface, "sponsors")
    sponsors = told_sponsors(resolution)
    for number, sponsor in enumerate(sponsors, 1):
        if number > 1:
            add_words(p, " and " if number == len(resolution.sponsors) else ", ")
        make("docProponent", p, sponsor, refersTo=f"#sponsor_{number}")


def _agenda_item(resolution: Resolution) -> str:
    """ "Agenda item 71 (c)"."""
    return f"Agenda item {resolution.agenda_item}"


# -- as the UN's own files have it


def _cover_page(statement: etree._Element, subject: Subject) -> None:
    resolution, cover = subject.resolution, make("coverPage", statement, eId="coverPage_1")
    publisher = make("span", make("p", cover), refersTo="#publisher", class_="upperLeft")
    make("docAuthority", publisher, "United Nations", refersTo="#publisher")
    if resolution.symbol:
        p = make("p", cover, class_="upperRight")
        make("docNumber", p, resolution.symbol, refersTo="#symbol")
    if resolution.organ:
        p = make("p", cover, class_="upperLeft")
        make("docAuthority", p, resolution.organ, refersTo="#issuingBody", class_="rightBig")
    date = None if subject.adopted else day(resolution.date)
    if date is not None:
        refers = "#dateOfIssuance"
        p = make("p", cover)
        make("docDate", p, long_date(date), date=date, class_="rightSmall", refersTo=refers)
    words = session_words(resolution)
    if words:
        make("session", make("p", cover), words, value=str(resolution.session))
    if resolution.agenda_item:
        make("inline", make("p", cover), _agenda_item(resolution), name="agenda item")
    _adoption(cover, subject)
    if subject.submitted:
        make("p", cover, subject.submitted)
    if resolution.committee:
        words = f"[on the report of the {resolution.committee}]"
        make("docProponent", make("p", cover), words if subject.adopted else resolution.committee)


def _adoption(cover: etree._Element, subject: Subject) -> None:
    """ "Resolution adopted by the General Assembly on 17 December 2024"."""
    organ, date = subject.resolution.organ, long_date(subject.resolution.date)
    if subject.adopted and organ and date:
        make("docTitle", make("p", cover), f"Resolution adopted by the {organ} on {date}")


def _title(statement: etree._Element, subject: Subject) -> None:
    if subject.resolution.title:
        p = make("p", make("preface", statement))
        if subject.identity.shown:
            make("docNumber", p, f"{subject.identity.shown}.")
        make("docTitle", p, subject.resolution.title, refersTo="#resolutionTitle")
