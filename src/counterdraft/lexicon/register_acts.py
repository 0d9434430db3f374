"""How texts say that a State signed, ratified or acceded to a treaty."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.load import load


class Acts(NamedTuple):
    """Patterns, in lower case, of what says it; ``act_of`` tells by the words matched which.

    ``verbs`` and ``nouns`` match what names an act, ``party`` what says that a State is bound, or
    that it is not (``no_party``);
    ``negation``, ``before`` and ``after`` what makes it none, ``factual`` what makes it a fact;
    ``heads`` with ``degree`` what takes for done what follows, and ``linked``, ``since``, ``own``,
    ``follows`` what may stand around a noun; ``open`` and ``open_after`` what leaves an act open;
    ``lead``, ``aside`` and ``carried`` what may stand before and behind who did it;
    the ``glue_`` ones what may stand between the pieces of one claim. ``when`` stands before a day,
    ``clauses`` joins clauses with "that", with ``adverbs`` behind it; ``opening`` stands before a
    head and ``determiners`` before a noun.
    """

    verbs: str
    nouns: str
    party: str
    no_party: frozenset[str]
    negation: str
    before: str
    after: str
    factual: str
    heads: str
    degree: str
    linked: str
    since: str
    own: str
    follows: str
    open: str
    open_after: str
    lead: str
    aside: str
    carried: str
    glue: str
    glue_date: str
    glue_verb: str
    act_of: dict[str, str]
    when: str
    clauses: str
    adverbs: str
    opening: str
    determiners: str


@cache
def acts(language: str = "en") -> Acts:
    """The words of a language."""
    data = load(f"{language}/register_acts")
    act_of = {
        words: act
        for kind in ("verb", "noun")
        for act, several in data[kind].items()
        for words in several
    }
    return Acts(
        verbs=_either(words for some in data["verb"].values() for words in some),
        nouns=_either(words for some in data["noun"].values() for words in some),
        party=_either((*data["party"]["words"], *data["party"]["denied"])),
        no_party=frozenset(data["party"]["denied"]), negation=_either(data["negation"]["words"]),
        before=_either(data["demand"]["before"]), after=_either(data["demand"]["after"]),
        factual=_either(data["factual"]["words"]), follows=_either(data["follows"]["words"]),
        **{key: _either(words) for key, words in data["done"].items()},
        open=_either(data["open"]["before"]), open_after=_either(data["open"]["after"]),
        lead=_either(data["subject"]["before"]), aside=_either(data["subject"]["aside"]),
        carried=_either(data["subject"]["carried"]), glue=_either(data["glue"]["any"]),
        glue_date=_either(data["glue"]["date"]), glue_verb=_either(data["glue"]["before"]),
        act_of=act_of, **{key: _either(words) for key, words in data["small"].items()},
    )  # fmt: skip


@cache
def state_forms(language: str = "en") -> str:
    """A pattern of what makes of the name after it that of a State ("Republic of")."""
    return _either(load(f"{language}/register_acts")["state"]["forms"])


def _either(words: Iterable[str]) -> str:
    return alternatives(sorted(words, key=len, reverse=True))
