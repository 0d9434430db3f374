"""The verbs of resolutions as tables for matching.

Out: for each first word, the ways in which a verb can begin with it, longest first;
the adverbs, asides and nouns that belong to a phrase. All in lower case.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, NamedTuple

from counterdraft.errors import LexiconError
from counterdraft.lexicon.load import load

Form = Literal["present", "participle"]
Words = tuple[str, ...]


class VerbForm(NamedTuple):
    """One form of one verb: ``head`` is its first word, ``particle`` the rest of it."""

    lemma: str
    form: Form
    head: str
    particle: Words
    force: str | None
    asks: bool
    noun: bool
    takes: str | None
    opens: bool
    weak: bool
    adjective: bool


class Style(NamedTuple):
    """An organ's house style: verbs whose noun, and adverbs that, stay outside the phrase."""

    short: frozenset[str] = frozenset()
    outside: frozenset[str] = frozenset()


class Verbs(NamedTuple):
    """The tables, by first word."""

    openers: frozenset[str]
    leading: frozenset[str]
    inner: dict[str, frozenset[str]]
    single: dict[str, VerbForm]
    double: dict[str, VerbForm]
    continuing: frozenset[str]
    forms: dict[str, tuple[VerbForm, ...]]
    adverbs: dict[str, tuple[Words, ...]]
    asides: dict[str, tuple[Words, ...]]
    trailing: dict[str, tuple[Words, ...]]
    trailing_participle: dict[str, tuple[Words, ...]]
    with_nouns: frozenset[str]
    degrees: frozenset[str]
    nouns: dict[str, dict[str, tuple[Words, ...]]]
    bare: frozenset[str]
    noun_force: dict[str, str]
    styles: dict[str, Style]


def _present(head: str) -> str:
    if head == "have":
        return "has"
    if head.endswith(("s", "sh", "ch", "x")):
        return head + "es"
    if head.endswith("y") and head[-2] not in "aeo":
        return head[:-1] + "ies"
    return head + "s"


def _participle(head: str) -> str:
    if head.endswith("e") and head != "be":
        return head[:-1] + "ing"
    return head + "ing"


def _forms(entry: dict[str, Any]) -> list[VerbForm]:
    lemma = entry["lemma"]
    head, *particle = lemma.split()
    common: dict[str, Any] = {
        "lemma": lemma,
        "force": entry.get("force"),
        "asks": entry.get("asks", False),
        "takes": entry.get("takes"),
        "opens": entry.get("opens", False),
        "weak": entry.get("weak", False) or entry.get("adjective", False),
    }
    if entry.get("adjective"):
        return [
            VerbForm(
                form="participle", head=head, particle=(), noun=False, adjective=True, **common
            )
        ]
    participle = entry.get("participle", _participle(head)).split()
    present = entry.get("present", _present(head)).split()
    rest_present = tuple(present[1:]) or tuple(particle)
    rest_participle = tuple(participle[1:]) or tuple(particle)
    noun = entry.get("noun", False)
    return [
        VerbForm(
            form="present", head=present[0], particle=rest_present, noun=noun, adjective=False, **common
        ),
        VerbForm(
            form="participle", head=participle[0], particle=rest_participle, noun=False,
            adjective=False, **common
        ),
    ]  # fmt: skip


def by_first(phrases: list[str]) -> dict[str, tuple[Words, ...]]:
    """Phrases as word tuples by their first word, longest first."""
    table: dict[str, list[Words]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(each, key=len, reverse=True)) for first, each in table.items()}


@cache
def verbs(language: str = "en") -> Verbs:
    """The verb tables of a language.

    Raises LexiconError where an entry names a force or a group of nouns that is not there.
    """
    data = load(f"{language}/verbs")
    known = {entry["id"] for entry in load("force")["force"]}
    groups = data["nouns"]
    groups["expressed"] = [*groups["expressed"], *groups["attitude"]]
    forms: dict[str, list[VerbForm]] = {}
    for entry in data["verb"]:
        if entry.get("force") not in known or entry.get("takes", "attitude") not in groups:
            raise LexiconError(
                f"verb {entry['lemma']!r} names an unknown force or group of nouns",
                source=f"lexicon/{language}/verbs.toml",
            )
        for form in _forms(entry):
            forms.setdefault(form.head, []).append(form)
    trailing = by_first([*data["trailing"], *data["trailing_participle"]])
    nouns = {noun.split()[0] for group in groups.values() for noun in group}
    adverbs, asides = by_first(data["adverbs"]), by_first(data["asides"])
    return Verbs(
        openers=frozenset((*forms, *adverbs, *asides)),
        # Adverbs of one word; and what longer ones and asides begin with, two words of it.
        leading=frozenset(
            " ".join(words[:2]) for each in (*adverbs.values(), *asides.values()) for words in each
        ),
        inner={
            wanted: frozenset(
                head
                for head, each in forms.items()
                if any(f.form == wanted and not f.weak for f in each)
            )
            for wanted in ("present", "participle")
        },
        single={
            head: each[0]
            for head, each in forms.items()
            if len(each) == 1
            and not each[0].particle
            and not each[0].opens
            and each[0].takes != "expressed"
            and each[0].lemma not in {"remain", "consider", "believe"}
        },
        double={
            f"{head} {form.particle[0]}": form
            for head, each in forms.items()
            for form in each
            if len(form.particle) == 1 and sum(f.particle[:1] == form.particle for f in each) == 1
        },
        continuing=frozenset((*trailing, "with", "its", "and", *nouns, *data["degrees"])) - {"the"},
        forms={h: tuple(sorted(f, key=lambda x: -len(x.particle))) for h, f in forms.items()},
        adverbs=adverbs,
        asides=asides,
        trailing=by_first(data["trailing"]),
        trailing_participle=by_first(data["trailing_participle"]),
        with_nouns=frozenset(data["with_nouns"]),
        degrees=frozenset(data["degrees"]),
        nouns={group: by_first(nouns) for group, nouns in groups.items()},
        bare=frozenset(lemma for lemma, yes in data["bare"].items() if yes),
        noun_force=data["noun_force"],
        styles={
            organ: Style(frozenset(style["short"]), frozenset(style["outside"]))
            for organ, style in data["style"].items()
        },
    )
