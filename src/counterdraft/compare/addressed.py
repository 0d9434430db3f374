"""Two rival texts → whom either asks, by name, and each request in the words of its text.

Rivals seldom say a thing in the same words, so that little of them can be paired: what both want
of one and the same shows by whom they ask. A name counts without the article, "all" and the like,
and an office is one by its long and its short name; a pronoun means whoever of its class was named
before it in the paragraph, and what stands in apposition to a State is that State. When the organ
comes back to the matter it decides in every text, and that is not listed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from counterdraft.lexicon.addressees import CLASSES
from counterdraft.lexicon.joining import joining_words
from counterdraft.lexicon.offices import office_of
from counterdraft.lexicon.routine import only_comes_back
from counterdraft.model import Addressed, Addressee, AddresseeClass, Paragraph, Quote, Resolution
from counterdraft.model.span import Span
from counterdraft.text.straight import straighten

# Of these there is one, whatever it is called; but whoever acts for the Secretary-General, as an
# envoy does, is somebody else, and stands under the words of the text.
_SINGLE: frozenset[AddresseeClass] = frozenset({"secretary_general", "security_council"})
_OFFICE: AddresseeClass = "secretary_general"
# Parties are to a conflict, a treaty or talks, by whatever class they were read as.
_PARTIES = "parties"
_OFFICER = CLASSES[_OFFICE].lower().removeprefix("the ").replace("-", " ")


class _Request(NamedTuple):
    """Who is asked, by what it is known and as printed, and the words from the verb on."""

    key: str
    name: str
    class_: AddresseeClass
    quote: Quote


def addressed_in(a: Resolution, b: Resolution) -> tuple[Addressed, ...]:
    """Whom both ask, the most asked first; then those whom A alone asks, and B alone."""
    ones, others = _by_key(a), _by_key(b)
    found = [_addressed(ones.get(key, []), others.get(key, [])) for key in {**ones, **others}]
    return tuple(
        sorted(found, key=lambda each: (not (each.a and each.b), not each.a, -_times(each)))
    )


def _times(each: Addressed) -> int:
    return len(each.a) + len(each.b)


def _addressed(ones: list[_Request], others: list[_Request]) -> Addressed:
    name = min((each.name for each in (*ones, *others)), key=len)
    a, b = (tuple(dict.fromkeys(each.quote for each in side)) for side in (ones, others))
    return Addressed((ones or others)[0].class_, name, a, b)


def _by_key(resolution: Resolution) -> dict[str, list[_Request]]:
    found: dict[str, list[_Request]] = defaultdict(list)
    text = " ".join([resolution.title or "", *(each.text for each in resolution.paragraphs)])
    for paragraph in resolution.paragraphs:
        for each in _requests(paragraph):
            found[office_of(each.key, text, resolution.organ) or each.key].append(each)
    return found


def _requests(paragraph: Paragraph) -> Iterator[_Request]:
    """What a paragraph asks of whom; the organ itself has no name."""
    named: dict[AddresseeClass, tuple[str, str]] = {}
    before: Addressee | None = None
    for each in paragraph.addressees:
        label = CLASSES[each.class_] if each.class_ != "other" else each.text
        if before and _is_apposed(before, each, paragraph):
            continue
        before = each
        own = each.text if _acts_for_another(each) else each.name or each.text
        key = _plain(own)
        if key:
            named[each.class_] = (key, own)
        elif each.text:  # a pronoun
            named.setdefault(each.class_, (label, label))
        key, name = named[each.class_] if each.text else ("", "")
        if name and each.class_ in _SINGLE and not _acts_for_another(each):
            key = each.class_
        elif key.startswith(_PARTIES):
            key = f"{key}, {each.class_}"
        if key or not only_comes_back(paragraph.text):
            yield _Request(key, name, each.class_, _quote(paragraph, each))


def _is_apposed(before: Addressee, each: Addressee, paragraph: Paragraph) -> bool:
    """Whether the State just named is called otherwise: "Orlavia, the occupying Power, to"."""
    start = paragraph.span.start
    return (
        before.class_ == each.class_ == "named_state"
        and before.name is not None
        and each.name is None
        and before.verb_span == each.verb_span
        and paragraph.text[before.span.end - start : each.span.start - start] == ", "
    )


def _acts_for_another(each: Addressee) -> bool:
    """Whether it is not the Secretary-General who is asked, but somebody of that class."""
    key = f"{_plain(each.text)} ".replace("-", " ")
    return each.class_ == _OFFICE and key != " " and not key.startswith(f"{_OFFICER} ")


def _plain(words: str) -> str:
    """A name in small letters without articles, "all" and the like; nothing of a pronoun."""
    left = straighten(words).casefold().split()
    while left and left[0] in joining_words():
        del left[0]
    return " ".join(left)


def _quote(paragraph: Paragraph, each: Addressee) -> Quote:
    """The words from the verb on; from those asked on, where it stands in a paragraph above."""
    start = each.verb_span.start if paragraph.span.holds(each.verb_span) else each.span.start
    end = max(each.span.end, each.verb_span.end, each.action.end if each.action else 0)
    span = Span(max(start, paragraph.span.start), min(end, paragraph.span.end))
    at = paragraph.span.start
    return Quote(paragraph.id, span, paragraph.text[span.start - at : span.end - at])
