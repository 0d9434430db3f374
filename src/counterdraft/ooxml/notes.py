"""Footnotes and endnotes: their contents by id, and the marks that Word prints for them."""

from __future__ import annotations

from typing import Literal, NamedTuple

from lxml import etree

from counterdraft.ooxml.names import W_ID, W_TYPE, w
from counterdraft.ooxml.number_formats import format_number
from counterdraft.ooxml.xml import number, value

Kind = Literal["footnote", "endnote"]

_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_DEFAULT_FORM = {"footnote": "decimal", "endnote": "lowerRoman"}
_SECTION, _CHANGE = w("sectPr"), w("sectPrChange")


class _Rule(NamedTuple):
    """How the notes of a section are marked."""

    form: str
    start: int
    each_section: bool


class Notes:
    """The notes of one kind; counts their marks as they are called, one after another.

    Notes that begin anew on each page are counted on, for where the pages end Word alone knows.
    """

    def __init__(
        self,
        kind: Kind,
        root: etree._Element | None,
        settings: etree._Element | None,
        document: etree._Element,
    ) -> None:
        self._notes: dict[str, etree._Element] = {}
        for each in root if root is not None else ():
            if each.tag == w(kind) and each.get(W_TYPE) not in _SEPARATORS:
                self._notes.setdefault(each.get(W_ID, ""), each)
        self._rules = [
            _rule(kind, section.find(w(f"{kind}Pr")), settings)
            for section in document.iter(_SECTION)
            if (parent := section.getparent()) is not None and parent.tag != _CHANGE
        ]
        self._rules.append(_rule(kind, None, settings))
        self._section = 0
        self._count = self._rules[0].start - 1

    def take(self, called: etree._Element) -> etree._Element | None:
        """The note that a reference calls; a note is called once."""
        return self._notes.pop(called.get(W_ID, ""), None)

    def mark(self, own: str) -> str:
        """The mark of the next note: its ``own``, which is not counted, or the next number."""
        if own:
            return own
        self._count += 1
        return format_number(self._count, self._rules[self._section].form)

    def end_section(self) -> None:
        """Go on to the next section."""
        self._section = min(self._section + 1, len(self._rules) - 1)
        rule = self._rules[self._section]
        if rule.each_section:
            self._count = rule.start - 1


def _rule(kind: Kind, own: etree._Element | None, settings: etree._Element | None) -> _Rule:
    """The rule of a section, as far as it has one; the document's for the rest."""
    whole = settings.find(w(f"{kind}Pr")) if settings is not None else None

    def said(name: str) -> str | None:
        return value(own, w(name)) or value(whole, w(name))

    form = said("numFmt") or _DEFAULT_FORM[kind]
    return _Rule(form, number(said("numStart"), 1), said("numRestart") == "eachSect")
