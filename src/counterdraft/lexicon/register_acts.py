"""How texts say that a State signed, ratified or acceded to a treaty."""

from __future__ import annotations

from functools import cache
from itertools import chain
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives, any_of
from counterdraft.lexicon.load import load


class Acts(NamedTuple):
    """Patterns, in lower case and of whole words, of what says it; ``act_of`` tells by them which.

    ``verbs`` and ``nouns`` match what names an act, ``bare`` a verb in its bare form, which says
    behind ``undone`` that it was not done; ``party`` what says that a State is bound, or that it is
    not (``no_party``); ``force`` that a treaty came to bind it;
    ``negation``, ``before`` and ``after`` what makes it none, ``factual`` what makes it a fact;
    ``heads`` with ``degree`` what takes for done what follows, and ``linked``, ``since``, ``own``,
    ``follows`` what may stand around a noun; ``open`` and ``open_after`` what leaves an act open;
    ``lead``, ``aside`` and ``carried`` what may stand before and behind who did it;
    the ``glue_`` ones what may stand between the pieces of one claim. ``when`` stands before a day,
    ``limit`` makes of a date a limit, and ``limits`` tells by it which; ``later`` and ``sooner``
    tell a time by another, behind an act and before it; ``past`` verbs leave a time open;
    ``each`` makes of what several did what each of them did.
    ``clauses`` joins clauses with "that", with ``adverbs`` behind it; ``opening`` stands before a
    head and ``determiners`` before a noun.
    """

    verbs: str
    nouns: str
    bare: str
    undone: str
    force: str
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
    limit: str
    limits: dict[str, str]
    later: str
    sooner: str
    past: str
    each: str


@cache
def acts(language: str = "en") -> Acts:
    """The words of a language."""
    data = load(f"{language}/register_acts")
    act_of = {
        words: act
        for kind in ("verb", "noun", "bare")
        for act, several in data[kind].items()
        for words in several
    }
    return Acts(
        **{f"{kind}s": any_of(chain(*data[kind].values())) for kind in ("verb", "noun")},
        bare=any_of(chain(*data["bare"].values())), undone=any_of(data["undone"]["before"]),
        force=any_of(data["force"]["words"]),
        party=any_of((*data["party"]["words"], *data["party"]["denied"])),
        no_party=frozenset(data["party"]["denied"]), negation=any_of(data["negation"]["words"]),
        before=any_of(data["demand"]["before"]), after=any_of(data["demand"]["after"]),
        factual=any_of(data["factual"]["words"]), follows=any_of(data["follows"]["words"]),
        **{key: any_of(words) for key, words in data["done"].items()},
        open=any_of(data["open"]["before"]), open_after=any_of(data["open"]["after"]),
        lead=any_of(data["subject"]["before"]), aside=any_of(data["subject"]["aside"]),
        carried=any_of(data["subject"]["carried"]), glue=any_of(data["glue"]["any"]),
        glue_date=any_of(data["glue"]["date"]), glue_verb=any_of(data["glue"]["before"]),
        act_of=act_of, limit=any_of(chain(*data["limit"].values())),
        limits={words: kind for kind, several in data["limit"].items() for words in several},
        later=any_of(data["relative"]["after"]), sooner=any_of(data["relative"]["before"]),
        past=any_of(data["relative"]["past"]),
        **{key: alternatives(words) for key, words in data["small"].items()},
    )  # fmt: skip


@cache
def state_forms(language: str = "en") -> str:
    """A pattern of what makes of the name after it that of a State ("Republic of")."""
    return any_of(load(f"{language}/register_acts")["state"]["forms"])
