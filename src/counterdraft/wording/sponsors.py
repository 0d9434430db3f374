"""Sponsors, and who of them speaks for whom → the words in which a draft or a sentence has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from counterdraft.lexicon.in_sentences import in_sentence
from counterdraft.lexicon.states import fold_name, group_names
from counterdraft.model import Speaker
from counterdraft.wording.english import listed


class Sponsored(Protocol):
    """What has sponsors, and knows who speaks for groups among them."""

    @property
    def sponsors(self) -> tuple[str, ...]:
        """States or groups."""
        ...

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Who speaks for which group."""
        ...


def told_sponsors(text: Sponsored) -> tuple[str, ...]:
    """The sponsors as a draft lists them: "Fiji (on behalf of the Group of 77 and China)"."""
    who = _speaking(text)
    return tuple(
        f"{listed(who[name])} ({acting_for((name,))})" if name in who else name
        for name in text.sponsors
    )


def acting_for(groups: Sequence[str]) -> str:
    """The words by which somebody speaks for groups, as ``draft.sponsors`` reads them."""
    known = all(fold_name(name) in group_names() for name in groups)
    return f"on behalf of the {'' if known else 'members of the '}{listed(groups)}"


def behind(text: Sponsored) -> tuple[str, ...]:
    """The sponsors for a sentence, groups first: "the European Union (for which Malta speaks)"."""
    who = _speaking(text)
    groups = [
        f"{in_sentence(name)} (for which {listed([in_sentence(each) for each in states])} "
        f"speak{'s' * (len(states) == 1)})"
        for name, states in who.items()
    ]
    return (*groups, *(in_sentence(name) for name in text.sponsors if name not in who))


def _speaking(text: Sponsored) -> dict[str, list[str]]:
    """The groups among the sponsors for which somebody speaks, and who does."""
    who: dict[str, list[str]] = {}
    for each in text.speakers:
        if each.group in text.sponsors:
            who.setdefault(each.group, []).append(each.state)
    return who
