"""Two rival texts → whom either asks, by name, and each request in the words of its text.

Rivals seldom say a thing in the same words, so that little of them can be paired: what both want
of one and the same shows by whom they ask. A name counts without the article, "all" and the like,
and an office is one by its long and its short name; a pronoun means those whom the verb before it
asks, or whoever of its class was asked before it in the paragraph, and what stands in apposition to
a State is that State. What narrows a name belongs to it, and where nothing tells that a name means
the same in both texts, that stays open. When the organ comes back to the matter it decides in every
text, and that is not listed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from counterdraft.compare.meant import Meaning, Within, meaning, plain
from counterdraft.draft.asks import asks_in
from counterdraft.draft.named_before import is_pronoun, named_before
from counterdraft.lexicon.addressees import CLASSES
from counterdraft.lexicon.routine import only_comes_back
from counterdraft.model import Addressed, Addressee, AddresseeClass, Paragraph, Quote, Resolution
from counterdraft.model.span import Span
from counterdraft.wording.named_before import with_names

# Of these there is one, whatever it is called; but whoever acts for the Secretary-General, as an
# envoy does, is somebody else, and stands under the words of the text.
_SINGLE: frozenset[AddresseeClass] = frozenset({"secretary_general", "security_council"})
_OFFICE: AddresseeClass = "secretary_general"
_STATE: AddresseeClass = "named_state"
_OFFICER = CLASSES[_OFFICE].lower().removeprefix("the ").replace("-", " ")


class _Request(NamedTuple):
    """Who is meant, of what class, and the words from the verb on."""

    meant: Meaning
    class_: AddresseeClass
    quote: Quote


_Requests = Mapping[str, list[_Request]]


def addressed_in(a: Resolution, b: Resolution) -> tuple[Addressed, ...]:
    """Whom both ask, the most asked first; then those whom A alone asks, and B alone."""
    ones, others = _by_key(a), _by_key(b)
    found = [_addressed(key, ones, others) for key in {**ones, **others}]
    return tuple(
        sorted(found, key=lambda each: (not (each.a and each.b), not each.a, -_times(each)))
    )


def _times(each: Addressed) -> int:
    return len(each.a) + len(each.b)


def _addressed(key: str, ones: _Requests, others: _Requests) -> Addressed:
    mine, theirs = ones.get(key, []), others.get(key, [])
    every = [*mine, *theirs]
    name = min((each.meant.name for each in every), key=len)
    a, b = (tuple(dict.fromkeys(each.quote for each in side)) for side in (mine, theirs))
    known = all(each.meant.known for each in every)
    if not (mine and theirs):
        other = others if mine else ones
        known = _is_alone(every, other, known=known) and not _may_be_role(every, other)
    return Addressed(every[0].class_, name, a, b, known)


def _is_alone(some: list[_Request], other: _Requests, *, known: bool) -> bool:
    """Whether those are surely not the ones whom the other text asks by that name."""
    alike = [
        each
        for found in other.values()
        for each in found
        if any(_may_be(each, one) for one in some)
    ]
    return not alike or (known and all(each.meant.known for each in alike))


def _may_be(one: _Request, other: _Request) -> bool:
    """Whether two of different keys may ask the same: a pronoun may be anybody of its class."""
    if one.meant.head is None or other.meant.head is None:
        return one.class_ == other.class_
    return one.meant.head == other.meant.head


def _may_be_role(some: list[_Request], other: _Requests) -> bool:
    """Whether a State may be one that the other text asks by what it is, or the other way round.

    Who is "the administering Power" in a text that does not say is not known from the other.
    """
    states = [e for found in other.values() for e in found if e.class_ == some[0].class_ == _STATE]
    role = some[0].meant.is_role
    return any(each.meant.is_role != role for each in states)


def _by_key(resolution: Resolution) -> dict[str, list[_Request]]:
    found: dict[str, list[_Request]] = defaultdict(list)
    text = Within(resolution)
    for paragraph in resolution.paragraphs:
        for each in _requests(paragraph, text):
            found[each.meant.key].append(each)
    return found


def _requests(paragraph: Paragraph, text: Within) -> Iterator[_Request]:
    """What a paragraph asks of whom; the organ itself has no name."""
    asks = {each: ask for ask in asks_in(paragraph) for each in ask.addressees}
    known: dict[Addressee, Meaning] = {}
    before: Addressee | None = None
    for each in paragraph.addressees:
        if before and _is_apposed(before, each, paragraph):
            continue
        before = each
        if each.text and is_pronoun(each):
            found = _by_pronoun(paragraph, each, known)
        else:
            own = each.text if _acts_for_another(each) else each.name or each.text
            meant = meaning(asks[each], each, own, text) if each.text else Meaning("", "", "")
            known[each] = _single(each.class_, own) if _is_single(each) else meant
            found = [(each.class_, known[each])]
        for class_, one in found:
            if one.key or not only_comes_back(paragraph.text):
                yield _Request(one, class_, _quote(paragraph, each))


def _by_pronoun(
    paragraph: Paragraph, one: Addressee, known: Mapping[Addressee, Meaning]
) -> list[tuple[AddresseeClass, Meaning]]:
    """Those for whom a pronoun stands, each with the class.

    Where that is not sure it is whoever of its class was asked last in the paragraph; and where
    nobody was, nothing tells whether the other text asks them too.
    """
    class_, before = one.class_, named_before(paragraph, one)
    if before and before.asked:  # once for each class of them, which makes one quotation
        return [(each.class_, known[each]) for each in before.asked if each in known]
    of_class = [meant for each, meant in known.items() if each.class_ == class_ and each.text]
    if of_class:
        return [(class_, of_class[-1])]
    if before:
        name = before.names[0]
        single = class_ in _SINGLE and _is_officer(name)
        return [
            (class_, _single(class_, name) if single else Meaning(plain(name), plain(name), name))
        ]
    name = with_names(one.text, ())
    return [(class_, Meaning(name, None, name, known=False))]


def _is_single(each: Addressee) -> bool:
    """Whether there is but one of its class, whatever it is called."""
    return bool(each.text) and each.class_ in _SINGLE and not _acts_for_another(each)


def _single(class_: AddresseeClass, name: str) -> Meaning:
    return Meaning(class_, class_, name)


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
    return each.class_ == _OFFICE and bool(plain(each.text)) and not _is_officer(each.text)


def _is_officer(name: str) -> bool:
    return f"{plain(name)} ".replace("-", " ").startswith(f"{_OFFICER} ")


def _quote(paragraph: Paragraph, each: Addressee) -> Quote:
    """The words from the verb on; from those asked on, where it stands in a paragraph above."""
    start = each.verb_span.start if paragraph.span.holds(each.verb_span) else each.span.start
    end = max(each.span.end, each.verb_span.end, each.action.end if each.action else 0)
    span = Span(max(start, paragraph.span.start), min(end, paragraph.span.end))
    at = paragraph.span.start
    return Quote(paragraph.id, span, paragraph.text[span.start - at : span.end - at])
