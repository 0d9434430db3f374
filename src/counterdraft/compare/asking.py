"""A text → its clauses that ask somebody for something: whom, by which verb, and for what.

A clause goes from its verb to the next that asks or decides. What it asks may be several things,
each with an infinitive of its own: "to open the sluices, and to publish what they cost".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from counterdraft.compare.changed import spoken_of
from counterdraft.lexicon.alternatives import any_of
from counterdraft.lexicon.dates import counting_stems
from counterdraft.lexicon.follow_up import follow_up
from counterdraft.lexicon.renewed import force_of
from counterdraft.lexicon.reports import is_to_end, report_pattern, telling
from counterdraft.lexicon.requests import requests
from counterdraft.lexicon.states import without_names
from counterdraft.model import Addressee, AddresseeClass, Paragraph, Resolution, Span, Verb
from counterdraft.text.straight import straighten

# Whoever these are, they may be those whom the other text names otherwise.
_ANYBODY: frozenset[AddresseeClass] = frozenset({"all_stakeholders", "other"})
_NEXT = re.compile(r"(?:[,;] |,? and |,? as well as )(?=(?:not )?to (?P<word>[a-z]+)\b(?!,))")
_WITHIN = re.compile(r"\bto (?P<word>[a-z]+)\b")
_PASSIVE = "be"
# So many characters are how a thing begins, and of its words that say something so many.
_BEGUN, _ACTS = 60, 3


@dataclass(frozen=True, eq=False)
class Part:
    """One of the things that are asked: where it stands, and what it says.

    ``clear`` says that it is no part of another: "to help them to mend the quay and to light it".
    """

    span: Span
    text: str
    clear: bool = True

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of its words, without dates and names of States."""
        return _said(self.text) - counting_stems()

    @cached_property
    def acts(self) -> tuple[str, ...]:
        """The first stems of an infinitive that say something: what is done, and how."""
        words = self.text[:_BEGUN].lower().split()
        return tuple(s for w in words for s in _said(w))[:_ACTS] if "to" in words[:2] else ()

    def begins(self, words: int) -> list[str]:
        """Its first words."""
        return self.text[:_BEGUN].lower().split()[:words]


@dataclass(frozen=True, eq=False)
class Clause:
    """A verb that asks or decides, those whom it asks, and what: up to the next of the kind.

    ``verb`` is as printed; ``who`` is empty where nobody was found. ``whole`` is where it stands,
    from the verb to the next that asks, ``span`` ends with what is asked, ``asked`` begins there.
    What is a point of another's list knows it as its ``head``; ``below`` are the words of the
    points of its own.
    """

    paragraph: Paragraph
    verb: str
    force: str | None
    who: tuple[Addressee, ...]
    whole: Span
    span: Span
    asked: Span
    begin: int
    head: Clause | None = None
    below: str = ""

    @cached_property
    def words(self) -> frozenset[str]:
        """The stems of what is asked, without those of who is asked, dates and names of States."""
        said = _said(_cut(self.paragraph, Span(self.begin, self.span.end)))
        names = () if self.head else (spoken_of(each.text) for each in self.who)
        return said - counting_stems().union(*names)

    @cached_property
    def says(self) -> str:
        """What stands behind the verb, up to the next that asks or decides."""
        return _cut(self.paragraph, Span(self.begin, self.whole.end))

    @cached_property
    def more(self) -> frozenset[str]:
        """The stems of all up to the next verb that asks, without names of States."""
        return _said(_cut(self.paragraph, Span(self.begin, self.whole.end)))

    @cached_property
    def with_points(self) -> frozenset[str]:
        """The stems of all that it says and that its points say."""
        return self.more | _said(self.below)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The things that are asked, each with its infinitive."""
        named = self.who and self.head is None
        return tuple(_parts(self.paragraph, self.asked)) if named else ()

    @cached_property
    def leads(self) -> bool:
        """Whether a list of points follows."""
        return _cut(self.paragraph, self.whole).rstrip().endswith(":")

    @cached_property
    def reports(self) -> bool:
        """Whether it asks for a report, in whatever words."""
        return any(each.reporting for each in self.who) or speaks_of_report(
            f"{_cut(self.paragraph, self.span)} {self.below}"
        )


class Asking:
    """The clauses of a text, each paragraph's read when it is first asked for."""

    def __init__(self, text: Resolution) -> None:
        self._by_id = {each.id: each for each in text.paragraphs}
        self._found: dict[str, tuple[Clause, ...]] = {}

    def of(self, paragraph: Paragraph) -> tuple[Clause, ...]:
        """The clauses of a paragraph, in its order."""
        if paragraph.id not in self._found:
            found = list(_clauses(paragraph, self._head(paragraph)))
            if found and found[-1].leads:
                found[-1] = replace(found[-1], below=self._below(paragraph))
            self._found[paragraph.id] = tuple(found)
        return self._found[paragraph.id]

    def points(self, head: Clause) -> Iterator[Clause]:
        """The clauses that are points of another's list, at whatever depth."""
        below = f"{head.paragraph.id}."
        for key, paragraph in self._by_id.items():
            if key.startswith(below):
                yield from (each for each in self.of(paragraph) if _is_under(each, head))

    def _below(self, paragraph: Paragraph) -> str:
        start = f"{paragraph.id}."
        return " ".join(p.text for key, p in self._by_id.items() if key.startswith(start))

    def _head(self, paragraph: Paragraph) -> Clause | None:
        above = self._by_id.get(paragraph.id.rpartition(".")[0])
        found = self.of(above) if above else ()
        # A point that has points of its own is their title: "(ii) Support to the courts".
        leads = bool(found) and (found[-1].leads or found[-1].head is not None)
        return found[-1] if leads else None


def _is_under(point: Clause, head: Clause) -> bool:
    above = point.head
    return above is not None and (above is head or _is_under(above, head))


def speaks_of_report(text: str) -> bool:
    """Whether a text speaks of a report to be made, and not only of one that is to end."""
    text = straighten(text)
    return any(not is_to_end(text, found.start()) for found in report_pattern().finditer(text))


def ends_report(text: str) -> bool:
    """Whether a text speaks of reports, and only of such as are to end."""
    text = straighten(text)
    places = list(_told().finditer(text))
    return bool(places) and all(is_to_end(text, each.start()) for each in places)


@cache
def _told() -> re.Pattern[str]:
    return re.compile(any_of((*telling(), "reports")))


def may_be_same(one: Clause, other: Clause) -> bool:
    """Whether the clauses may ask one and the same; so may any two of which one names nobody."""
    if not one.who or not other.who:
        return True
    return any(_may_be(here, there) for here in one.who for there in other.who)


def begin_with_one_act(one: Clause, other: Clause, *, strictly: bool = False) -> bool:
    """Whether what either asks first begins with something that the other asks first.

    Two requests to one office may have its long name in common, and nothing else. ``strictly`` it
    is the verb that both have: to establish a fund is not to contribute to it.
    """
    if not one.parts or not other.parts:
        return True
    first, second = one.parts[0], other.parts[0]
    if not first.acts or not second.acts:
        return True
    ours, theirs = (each.acts[:1] if strictly else each.acts for each in (first, second))
    return not (second.words.isdisjoint(ours) and first.words.isdisjoint(theirs))


def _may_be(one: Addressee, other: Addressee) -> bool:
    if {one.class_, other.class_} & _ANYBODY:
        return True
    return one.class_ == other.class_ and not (one.name and other.name and one.name != other.name)


def _clauses(paragraph: Paragraph, head: Clause | None) -> Iterator[Clause]:
    """What a paragraph asks, by its own verbs and by the one above whose point it is."""
    asking = [verb for verb in paragraph.verbs if _asks(paragraph, verb)]
    before = Span(paragraph.span.start, asking[0].span.start if asking else paragraph.span.end)
    above = [each for each in paragraph.addressees if not paragraph.span.holds(each.verb_span)]
    if above:
        yield _clause(paragraph, before, above, None)
    elif head is not None and before.start < before.end:
        yield Clause(
            paragraph, head.verb, head.force, head.who, before, before, before, before.start, head
        )
    for n, verb in enumerate(asking):
        stop = asking[n + 1].span.start if n + 1 < len(asking) else paragraph.span.end
        who = [each for each in paragraph.addressees if each.verb_span.start == verb.span.start]
        yield _clause(paragraph, Span(verb.span.start, stop), who, verb)


def _asks(paragraph: Paragraph, verb: Verb) -> bool:
    if any(each.verb_span.start == verb.span.start for each in paragraph.addressees):
        return True
    force = force_of(paragraph, verb, decided=True)
    return force in follow_up().asking or force in follow_up().deciding


def _clause(
    paragraph: Paragraph, whole: Span, who: Sequence[Addressee], verb: Verb | None
) -> Clause:
    begin = max([verb.span.end if verb else whole.start, *(each.verb_span.end for each in who)])
    begin = min(max(begin, whole.start), whole.end)
    actions = [each.action for each in who if each.action]
    end = min(max([begin, *(each.end for each in actions)]), whole.end) if actions else whole.end
    return Clause(
        paragraph=paragraph,
        verb=who[0].verb if who else verb.text if verb else "",
        force=who[0].force if who else force_of(paragraph, verb, decided=True) if verb else None,
        who=tuple(each for each in who if each.text),
        whole=whole,
        span=Span(whole.start, end),
        asked=actions[0] if actions else Span(begin, end),
        begin=begin,
    )


def _parts(paragraph: Paragraph, action: Span) -> Iterator[Part]:
    """The things that an action consists of, each with its infinitive."""
    text = straighten(_cut(paragraph, action))
    starts = [
        found.end()
        for found in _NEXT.finditer(text)
        if found["word"] not in requests().not_before and found["word"] != _PASSIVE
    ]
    clear = True
    for start, end in zip([0, *starts], [*starts, len(text)], strict=True):
        words = text[start:end].removesuffix("and ").removesuffix("as well as ").rstrip(" ,;")
        span = Span(action.start + start, action.start + start + len(words))
        yield Part(span, words, clear)
        clear = clear and not any(
            found["word"] not in requests().not_before for found in _WITHIN.finditer(words, 1)
        )


def _cut(paragraph: Paragraph, span: Span) -> str:
    start = paragraph.span.start
    return paragraph.text[span.start - start : span.end - start]


def _said(text: str) -> frozenset[str]:
    """The stems of what is said, without names of States: their length must decide nothing."""
    return spoken_of(without_names(text))
