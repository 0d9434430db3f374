"""How a paragraph speaks of a topic, as tables: what is by the way, who is quoted, what praises."""

from __future__ import annotations

from functools import cache

from msgspec import Struct, ValidationError, convert

from counterdraft.errors import LexiconError
from counterdraft.lexicon.load import load
from counterdraft.text.phrases import PhraseError, PhraseIndex, phrase


class Thresholds(Struct, frozen=True, forbid_unknown_fields=True):
    """What parts head from by the way, in words and things; each is explained in the table."""

    head: int
    wrongs: int
    items: int
    item: int
    after: int
    several: int
    share: float


class Names(Struct, frozen=True, forbid_unknown_fields=True):
    """Words of names: what they are of, small words within them and cases', what begins another."""

    heads: frozenset[str]
    joins: frozenset[str]
    cases: frozenset[str]
    others: frozenset[str]


class Infinitive(Struct, frozen=True, forbid_unknown_fields=True):
    """Words that begin what is asked for, and those before which they do not."""

    marks: frozenset[str]
    articles: frozenset[str]


class _Stances(Struct, frozen=True, forbid_unknown_fields=True):
    raises: tuple[str, ...]
    asks: tuple[str, ...]
    praises: tuple[str, ...]
    restates: tuple[str, ...]
    raising_adverbs: tuple[str, ...]
    praising_adverbs: tuple[str, ...]
    praised: tuple[str, ...]
    denials: tuple[str, ...]
    refuted: tuple[str, ...]
    negations: tuple[str, ...]
    turning: tuple[str, ...]
    branded: tuple[str, ...]
    taking_place: tuple[str, ...]
    wronging: tuple[str, ...]
    disowning: tuple[str, ...]
    relieving: tuple[str, ...]
    none: tuple[str, ...]
    known: tuple[str, ...]
    used: tuple[str, ...]
    pretexts: tuple[str, ...]
    politicized: tuple[str, ...]
    denying: tuple[str, ...]
    absence: tuple[str, ...]
    evils: tuple[str, ...]
    hoped: tuple[str, ...]
    memory: tuple[str, ...]
    memorial_days: tuple[str, ...]
    urged: tuple[str, ...]
    wrongs: tuple[str, ...]
    forbidden: tuple[str, ...]
    suffered: tuple[str, ...]
    unlawful: tuple[str, ...]
    parting: frozenset[str]
    supposing: frozenset[str]
    remedies: tuple[str, ...]
    voiced: tuple[str, ...]
    concerned: tuple[str, ...]
    deploring: tuple[str, ...]
    lauding: tuple[str, ...]
    joining: frozenset[str]
    degrees: frozenset[str]
    commends: tuple[str, ...]
    commending: tuple[str, ...]
    papers: tuple[str, ...]
    beyond: tuple[str, ...]
    attributed: tuple[str, ...]
    modals: tuple[str, ...]
    asking: tuple[str, ...]
    nouned: tuple[str, ...]
    past: tuple[str, ...]
    participles: tuple[str, ...]
    provided: tuple[str, ...]
    told: tuple[str, ...]
    ending: tuple[str, ...]
    ended: tuple[str, ...]
    halting: tuple[str, ...]
    idled: tuple[str, ...]
    dropped: tuple[str, ...]
    towards: tuple[str, ...]
    bodies: tuple[str, ...]


class _Table(Struct, frozen=True, forbid_unknown_fields=True):
    turns: tuple[str, ...]
    listings: tuple[str, ...]
    examples: tuple[str, ...]
    states: frozenset[str]
    resumes: tuple[str, ...]
    further: tuple[str, ...]
    attributions: tuple[str, ...]
    names: Names
    infinitive: Infinitive
    degree: Thresholds
    stance: _Stances


class CoverWords(Struct, frozen=True, kw_only=True):
    """The tables. ``signs`` finds, by name of the table, the phrases of those that are phrases.

    ``raises``, ``asks``, ``praises``, ``restates`` and ``commends`` are classes of force; the
    adverbs are words in what modifies a verb. ``states`` are words that begin the next thing a
    clause states.
    ``joining`` and ``degrees`` are words before an attitude in an apposition; none of ``parting``
    stands within what the law says of a wrong, and none of ``supposing`` before it.
    ``nouned``, ``past`` and ``participles`` are words, and endings of
    words, beside a word of asking by which it asks nothing; ``towards`` may stand between what
    asks for an end and one of the ``bodies`` that is to end.
    """

    signs: PhraseIndex[str]
    states: frozenset[str]
    names: Names
    infinitive: Infinitive
    degree: Thresholds
    raises: frozenset[str]
    asks: frozenset[str]
    praises: frozenset[str]
    restates: frozenset[str]
    commends: frozenset[str]
    raising_adverbs: frozenset[str]
    praising_adverbs: frozenset[str]
    joining: frozenset[str]
    degrees: frozenset[str]
    parting: frozenset[str]
    supposing: frozenset[str]
    nouned: frozenset[str]
    towards: frozenset[str]
    bodies: frozenset[str]
    past: frozenset[str]
    participles: tuple[str, ...]


@cache
def cover_words(language: str = "en") -> CoverWords:
    """The tables of a language. Raises LexiconError where an entry is not valid."""
    name = f"{language}/coverage"
    try:
        table = convert(load(name), _Table)
        stance = table.stance
        return CoverWords(
            signs=PhraseIndex(
                (kind, phrase(each))
                for kind, phrases in (
                    ("turn", table.turns), ("listing", table.listings),
                    ("example", table.examples), ("resume", table.resumes),
                    ("further", table.further), ("attribution", table.attributions),
                    ("praised", stance.praised), ("denial", stance.denials),
                    ("refuted", stance.refuted), ("negation", stance.negations),
                    ("wrong", stance.wrongs),
                    ("suffered", stance.suffered), ("remedy", stance.remedies),
                    ("voiced", stance.voiced), ("concerned", stance.concerned),
                    ("deploring", stance.deploring), ("lauding", stance.lauding),
                    ("commending", stance.commending),
                    ("turning", stance.turning), ("branded", stance.branded),
                    ("taking place", stance.taking_place), ("wronging", stance.wronging),
                    ("disowning", stance.disowning), ("relieving", stance.relieving),
                    ("none", stance.none), ("known", stance.known), ("used", stance.used),
                    ("pretext", stance.pretexts), ("politicized", stance.politicized),
                    ("unlawful", stance.unlawful), ("forbidden", stance.forbidden),
                    ("provided", stance.provided),
                    ("paper", stance.papers), ("beyond", stance.beyond),
                    ("attributed", stance.attributed), ("modal", stance.modals),
                    ("asking", stance.asking), ("told", stance.told),
                    ("ending", stance.ending), ("ended", stance.ended),
                    ("halting", stance.halting), ("idled", stance.idled),
                    ("dropped", stance.dropped),
                    ("denying", stance.denying), ("absence", stance.absence),
                    ("evil", stance.evils), ("hoped", stance.hoped), ("memory", stance.memory),
                    ("memorial day", stance.memorial_days), ("urged", stance.urged),
                )
                for each in phrases
            ),
            states=table.states,
            names=table.names,
            infinitive=table.infinitive,
            degree=table.degree,
            raises=frozenset(stance.raises), asks=frozenset(stance.asks),
            praises=frozenset(stance.praises),
            restates=frozenset(stance.restates), commends=frozenset(stance.commends),
            raising_adverbs=frozenset(stance.raising_adverbs),
            praising_adverbs=frozenset(stance.praising_adverbs),
            joining=stance.joining, degrees=stance.degrees, parting=stance.parting,
            supposing=stance.supposing,
            nouned=frozenset(stance.nouned), past=frozenset(stance.past),
            participles=stance.participles,
            towards=frozenset(stance.towards), bodies=frozenset(stance.bodies),
        )  # fmt: skip
    except (ValidationError, PhraseError) as error:
        raise LexiconError(str(error), source=f"lexicon/{name}.toml") from None
