"""Who is asked by what words → who is meant: by what that is one with another, and its name.

"States parties" are parties to a treaty, "the Committee" is one of many, "States that have not yet
done so" are those who have not done what the paragraph asks: alike words of two texts need not mean
one and the same. Where the text tells which treaty, or which committee, that is part of the name;
where it does not, nothing is known of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from counterdraft.draft.asks import Ask
from counterdraft.draft.narrowed import narrowed
from counterdraft.lexicon.actors import appositions, roles
from counterdraft.lexicon.joining import joining_words
from counterdraft.lexicon.meant import meant as words_of_meaning
from counterdraft.lexicon.offices import office_of
from counterdraft.lexicon.states import find_states
from counterdraft.lexicon.treaties import Treaty, treaties, treaty_names
from counterdraft.model import Addressee, Resolution
from counterdraft.text.straight import straighten

# A text is on the State that it names so often, and so much oftener than the next.
_OFTEN, _OFTENER = 3, 2
# So many words tell one committee from another.
_TELLING = 4


class Meaning(NamedTuple):
    """Who is meant: ``key`` is one for all by whom the same is meant, ``name`` as told.

    ``head`` is the name without what narrows it, None of a pronoun that tells nobody. Of what is
    not ``known`` nothing tells whether somebody else of that head, in another text, is the same.
    """

    key: str
    head: str | None
    name: str
    known: bool = True

    @property
    def is_role(self) -> bool:
        """Whether it is some State by what it is, which its text does not name."""
        return roles().match(self.key) is not None


class Within:
    """A text, as far as it tells who is meant in it."""

    def __init__(self, resolution: Resolution) -> None:
        self._resolution = resolution

    @cached_property
    def text(self) -> str:
        """All its words, with the title."""
        title = self._resolution.title or ""
        return " ".join([title, *(each.text for each in self._resolution.paragraphs)])

    def office(self, name: str) -> str | None:
        """The office that a name means in it."""
        return office_of(name, self.text, self._resolution.organ)

    @cached_property
    def treaty(self) -> str | None:
        """The treaty that its title names, where it names one."""
        title = straighten(self._resolution.title or "").casefold()
        named = {
            each.id: max(names, key=len)
            for each in treaties() if (names := [n for n in _names(each) if n in title])
        }  # fmt: skip
        found = [each for each in named if not _is_within(named[each], named.values())]
        return found[0] if len(found) == 1 else None

    @cached_property
    def state(self) -> str | None:
        """The State that it is on, by the names in it."""
        named = Counter(each.name for each in find_states(self.text) if not each.group)
        (state, times), (_, next_times) = [*named.most_common(2), ("", 0), ("", 0)][:2]
        return state if times >= max(_OFTEN, _OFTENER * next_times) else None

    def holder(self, role: str) -> str | None:
        """The one State that it says to be what ``role`` calls: "Fiji, the administering Power"."""
        text = straighten(self.text)
        found = {
            each.name for each in find_states(text)
            if (said := appositions().match(text, each.end)) and said["role"].casefold() == role
        }  # fmt: skip
        return found.pop() if len(found) == 1 else None

    def in_full(self, head: str) -> str | None:
        """The one longer name in it that begins so, in capitals: "Committee on the Rights of"."""
        words = r"[ -]".join(re.escape(each) for each in re.split(r"[ -]", head))
        behind = words_of_meaning().task
        full = re.compile(rf"\b(?=[A-Z])(?i:{words}) (?:{behind})((?: [\w'-]+){{{_TELLING}}})")
        text = straighten(self.text)
        found = {each[0].casefold() for each in full.finditer(text) if re.search("[A-Z]", each[1])}
        return found.pop() if len(found) == 1 else None


def _names(treaty: Treaty) -> list[str]:
    """Its names of several words, in small letters."""
    return [straighten(n).casefold() for n in (treaty.name, *treaty.aliases) if " " in n]


def _is_within(name: str, names: Iterable[str]) -> bool:
    """Whether a treaty's name stands in that of another: "Protocol to the Convention"."""
    return any(name != other and name in other for other in names)


def meaning(ask: Ask, addressee: Addressee, own: str, text: Within) -> Meaning:
    """Who is meant by ``own``, the words for somebody whom a verb of a text asks."""
    words, head = words_of_meaning(), plain(own)
    if roles().fullmatch(head) and (state := text.holder(head)):
        return Meaning(plain(state), plain(state), state)
    if office := text.office(head):
        return Meaning(office, office, own)
    whole = narrowed(ask, addressee) if own == addressee.text else own
    if party := words.parties.match(whole):
        return _of_treaty(ask, addressee, (party[0], whole), text)
    behind = whole.removeprefix(own).strip()
    if words.narrowing.match(behind):
        refers = words.referring.search(straighten(behind).casefold())
        key = f"{head} {straighten(behind).casefold()}"
        return Meaning(key, key, whole, refers is None)
    if head in words.fighting:
        state = text.state
        return Meaning(f"{head}, {state}", head, own, state is not None)
    if head in words.several:
        full = text.in_full(head)
        return Meaning(full or head, head, own, full is not None)
    return Meaning(head, head, own)


def plain(words: str) -> str:
    """A name in small letters without articles, "all" and the like; nothing of a pronoun."""
    left = straighten(words).casefold().split()
    while left and left[0] in joining_words():
        del left[0]
    return " ".join(left)


def _of_treaty(ask: Ask, addressee: Addressee, names: tuple[str, str], text: Within) -> Meaning:
    """Parties to a treaty: to which, by what stands behind, or by what the text names alone.

    ``names`` are the words for them, and the same with what narrows them.
    """
    words, (own, whole) = words_of_meaning(), names
    head = words.called.sub("states parties", plain(own))
    start = addressee.span.start
    inside = [
        each for each in ask.paragraph.treaties if start <= each.span.start < start + len(whole)
    ]
    behind = straighten(whole.removeprefix(own)).casefold().strip()
    if inside:
        left = straighten(whole[max(each.span.end for each in inside) - start :]).casefold()
        treaties_named = " ".join(sorted({each.treaty for each in inside}))
        return _party(head, treaties_named, left, whole)
    short = words.short.match(behind)
    treaty = _alone(ask, addressee, text) if short or not behind else None
    if treaty is None:
        return Meaning(f"{head} {behind}", head, whole, known=False)
    name = treaty_names()[treaty]
    supplied = f"[{name}]" if short else f"[to the {name}]"
    return _party(head, treaty, behind[short.end() :] if short else "", f"{whole} {supplied}")


def _party(head: str, treaty: str, left: str, name: str) -> Meaning:
    """Parties to a known treaty, with what else narrows them."""
    left = left.strip(" ,")
    known = words_of_meaning().referring.search(left) is None
    return Meaning(f"{head}, {treaty} {left}".strip(), head, name, known)


def _alone(ask: Ask, addressee: Addressee, text: Within) -> str | None:
    """The only treaty that a paragraph and the title name, where nobody is asked to join it."""
    paragraph = ask.paragraph
    named = {each.treaty for each in paragraph.treaties}
    if text.treaty is not None:
        named.add(text.treaty)
    if len(named) != 1:
        return None
    action = addressee.action
    at = paragraph.span.start
    asked = paragraph.text[action.start - at : action.end - at] if action else ""
    joins = words_of_meaning().joining.search(straighten(asked).casefold())
    return None if joins else named.pop()
