"""Asymmetry: what a text about one State asks of that State, and what of others.

Requests and their verbs are counted; who ought to be asked is not for a rule to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from counterdraft.draft.asks import Ask, asks_in
from counterdraft.flag.ground import Ground
from counterdraft.flag.quotes import quoted
from counterdraft.flag.rule import Rule
from counterdraft.flag.subject import names_of, same_state, subject
from counterdraft.lexicon.force import stronger
from counterdraft.lexicon.pronouns import pronouns
from counterdraft.lexicon.states import fold_name, group_names
from counterdraft.model import Addressee
from counterdraft.model.finding import Finding
from counterdraft.wording.english import counted, sentence
from counterdraft.wording.flagged import label

_ID = "asymmetry.requests"
_TITLE = "What is asked of the State concerned and of others"
_SOURCE = "counts of the requests of a text; the force of verbs is a partial order (lexicon, force)"
_COUNTED = (
    "Requests are counted and not weighed: whoever one verb asks for one thing, and a list under "
    "it, count once."
)
_MEMBERS = "That State may be a member of the group that sponsors the text."
_ANNEXES = "What its annexes ask was not read, and is not counted."
# Fewer requests make no pattern; a share up to _LITTLE, or from _MUCH on, leans to one side.
_LEAST, _LITTLE, _MUCH = 4, 0.25, 0.5
_MOST = 3


def find(ground: Ground) -> Iterator[Finding]:
    """The count, where it leans: little is asked of a sponsor itself, or most of another State."""
    about = subject(ground.resolution)
    asks = [ask for each in ground.resolution.paragraphs for ask in asks_in(each)]
    name = about.name if about else _most_asked(asks, ground)
    if name is None or len(asks) < _LEAST:
        return
    alone = _alone(asks, name)
    of_it = [each for each in asks if _is_asked(each, name, alone=alone)]
    open_ = [each for each in asks if each not in of_it and _is_open(each)]
    others = [each for each in asks if each not in of_it and each not in open_]
    own = any(same_state(name, each) for each in ground.behind)
    # Those who are not told count on the side that says less.
    share = len(of_it) / len(asks)
    if share + len(open_) / len(asks) <= _LITTLE if own else share >= _MUCH:
        yield _told(of_it, others, open_, name, ground, titled=about is not None)


def _most_asked(asks: list[Ask], ground: Ground) -> str | None:
    """The State that is asked most by name, where it does not stand behind the text."""
    named = Counter(name for ask in asks for name in _named(ask))
    for name, _ in named.most_common(1):
        if not any(same_state(name, each) for each in ground.behind):
            return name
    return None


def _named(ask: Ask) -> tuple[str, ...]:
    """The States that one request names, each once."""
    return tuple(dict.fromkeys(each.name for each in ask.addressees if each.name))


def _alone(asks: list[Ask], name: str) -> bool:
    """Whether no other State is asked by name, so that "the Government" is of this one."""
    named = [each.name for ask in asks for each in ask.addressees if each.name is not None]
    return bool(named) and all(same_state(each, name) for each in named)


def _is_asked(ask: Ask, name: str, *, alone: bool) -> bool:
    """Whether it goes to that State, be it with others."""
    return any(_is_it(each, name, alone=alone) for each in ask.addressees)


def _is_it(asked: Addressee, name: str, *, alone: bool) -> bool:
    if asked.name is not None:
        return same_state(asked.name, name)
    if any(part in asked.text for part in names_of(name)):
        return True
    return alone and asked.class_ == "named_state"


def _is_open(ask: Ask) -> bool:
    """Whether it is not told who is asked: "them", or a Government without its State."""
    return any(map(_is_untold, ask.addressees))


def _is_untold(asked: Addressee) -> bool:
    pronoun = asked.text.lower().split()[-1] in pronouns().words
    return asked.name is None and (asked.class_ == "named_state" or pronoun)


def _place_of(name: str, ground: Ground) -> str:
    """What the State that the text is about has to do with its sponsors."""
    if any(same_state(name, sponsor) for sponsor in ground.sponsors):
        return "is among its sponsors"
    if any(same_state(name, each.state) for each in ground.speakers):
        return "speaks for a group that sponsors it"
    return "is not named as a sponsor" if _of_groups(ground) else "is none of its sponsors"


def _of_groups(ground: Ground) -> bool:
    """Whether a group sponsors the text, of which a State may be a member."""
    return bool(ground.speakers) or any(fold_name(s) in group_names() for s in ground.sponsors)


def _told(
    of_it: list[Ask],
    others: list[Ask],
    open_: list[Ask],
    name: str,
    ground: Ground,
    *,
    titled: bool,
) -> Finding:
    total = len(of_it) + len(others) + len(open_)
    own = any(same_state(name, each) for each in ground.behind)
    whom = "the State that the text is about" if titled else f"one State ({name})"
    who = f"{whom}, which {_place_of(name, ground)}"
    weaker = _weaker(of_it, others) if own else ""
    reason = (
        "A text on one’s own situation may ask of others what one cannot do alone."
        if own
        else f"A text on {'one State’s situation' if titled else 'what one State does'} asks that "
        "State by its nature."
    )
    shown = [*of_it[:_MOST], *(others[:_MOST] if own else ())]
    return Finding(
        rule=_ID,
        kind="asymmetry",
        statement=sentence(f"{counted(len(of_it), 'request')} of {total} {_goes(of_it)} to {who}"),
        why=(
            f"Asked of it: {_verbs(of_it)}. Asked of others: {_verbs(others)}."
            f"{_unresolved(open_)}{weaker}"
        ),
        against=(
            reason,
            *((_MEMBERS,) if _of_groups(ground) and not own else ()),
            *((_ANNEXES,) if ground.resolution.annexes else ()),
            _COUNTED,
        ),
        evidence=tuple(
            quoted(p, 0, len(p.text)) for p in dict.fromkeys(each.paragraph for each in shown)
        ),
        confidence="medium",
        source=_SOURCE,
    )


def _unresolved(asks: list[Ask]) -> str:
    """Those of whom it is not known who they are: counted, and on neither side."""
    if not asks:
        return ""
    return f" Asked of those who are not named: {_verbs(asks)}."


def _goes(asks: list[Ask]) -> str:
    return "goes" if len(asks) < 2 else "go"


def _verbs(asks: list[Ask]) -> str:
    said = dict.fromkeys(f"“{e.verb}” ({label(e.paragraph.id)})" for e in asks)
    shown = list(said)[:_MOST]
    more = f" and {len(said) - _MOST} more" if len(said) > _MOST else ""
    return f"{', '.join(shown)}{more}" if shown else "nothing"


def _weaker(of_it: list[Ask], others: list[Ask]) -> str:
    """Whether every request to it is weaker than some request to others."""
    ours = {each.force for each in of_it if each.force}
    theirs = {each.force for each in others if each.force}
    if ours and all(any(stronger(t, o) for t in theirs) for o in ours):
        return " Each verb for it is weaker than some verb for the others."
    return ""


RULES = (Rule(_ID, "asymmetry", _TITLE, _SOURCE, find, ("sponsors",)),)
