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
_FORMS: tuple[Form, ...] = ("present", "participle")
Words = tuple[str, ...]


# Verbs that an adjective or "it" may follow, and belong to the phrase.
_CONTINUED = frozenset({"remain", "consider", "believe"})


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
    """The tables, by first word.

    ``openers`` are all words that a clause may open with; ``leading`` the adverbs of one word, and
    the first two words of longer ones and of asides. ``inner`` are for each form the verbs that
    act for the organ further on in a clause too, ``joined`` are by the part of a text the words by
    which those of its form, or what stands before them, begin, in an operative one the participles
    that ask too; ``longer`` are the first two words of phrases whose first opens nothing by itself
    ("in this" regard), by that one; ``adjectives`` open a clause without a verb ("Mindful of …");
    ``single`` and ``double`` are those of one and of two words that no other entry begins with;
    ``continuing`` the words after which a phrase may go on, ``completing`` those after which one
    may whose verb takes a noun. ``either`` are adverbs behind the verb that may be of what
    follows, unless that is one of ``after_adverb``. ``bound`` are prepositions that belong to the
    verb, ``after_noun`` the words behind which it was a noun, ``relating`` those that look like
    participles; behind ``leading_gerunds`` two participles are what somebody does, unless the
    first is one of ``gerund_nouns``; ``declaring`` are the lemmas by which a declaration is made.
    """

    openers: frozenset[str]
    leading: frozenset[str]
    inner: dict[str, frozenset[str]]
    joined: dict[str, frozenset[str]]
    longer: dict[str, tuple[str, ...]]
    adjectives: frozenset[str]
    single: dict[str, VerbForm]
    double: dict[str, VerbForm]
    continuing: frozenset[str]
    completing: frozenset[str]
    forms: dict[str, tuple[VerbForm, ...]]
    adverbs: dict[str, tuple[Words, ...]]
    asides: dict[str, tuple[Words, ...]]
    trailing: dict[str, tuple[Words, ...]]
    trailing_participle: dict[str, tuple[Words, ...]]
    either: frozenset[str]
    after_adverb: frozenset[str]
    with_nouns: frozenset[str]
    degrees: frozenset[str]
    nouns: dict[str, dict[str, tuple[Words, ...]]]
    bare: frozenset[str]
    noun_force: dict[str, str]
    bound: frozenset[str]
    after_noun: frozenset[str]
    relating: frozenset[str]
    leading_gerunds: frozenset[str]
    gerund_nouns: frozenset[str]
    declaring: frozenset[str]
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
    """The forms of one entry: present and participle, or one of them alone."""
    head, *rest = entry["lemma"].split()
    if entry.get("adjective"):
        return [_form(entry, "participle", [head], ())]
    present = _form(entry, "present", entry.get("present", _present(head)).split(), tuple(rest))
    if entry.get("finite"):
        return [present]
    words = entry.get("participle", _participle(head)).split()
    return [present, _form(entry, "participle", words, tuple(rest))]


def _form(entry: dict[str, Any], form: Form, words: list[str], particle: Words) -> VerbForm:
    adjective = entry.get("adjective", False)
    return VerbForm(
        lemma=entry["lemma"],
        form=form,
        head=words[0],
        particle=tuple(words[1:]) or particle,
        force=entry.get("force"),
        asks=entry.get("asks", False),
        noun=form == "present" and entry.get("noun", False),
        takes=entry.get("takes"),
        opens=entry.get("opens", False),
        weak=entry.get("weak", False) or adjective,
        adjective=adjective,
    )


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
    groups = {**data["nouns"]}
    groups["expressed"] = [*groups["expressed"], *groups["attitude"]]
    _check(data["verb"], groups, language)
    forms = _by_head(data["verb"])
    adverbs, asides = by_first(data["adverbs"]), by_first(data["asides"])
    trailing = by_first([*data["trailing"], *data["trailing_participle"]])
    nouns = {noun.split()[0] for group in groups.values() for noun in group}
    leading = frozenset(
        " ".join(words[:2]) for each in (*adverbs.values(), *asides.values()) for words in each
    )
    return Verbs(
        openers=frozenset((*forms, *adverbs, *asides)),
        leading=leading,
        inner={wanted: _inner(forms, wanted) for wanted in _FORMS},
        joined={
            "preambular": _joined(forms, "participle") | {*adverbs, *asides},
            "operative": _joined(forms, "present") | _asking(forms) | {*adverbs, *asides},
        },
        longer={
            word: tuple(each for each in leading if each.startswith(f"{word} "))
            for word in {*adverbs, *asides} - {*forms} - leading
        },
        adjectives=frozenset(head for head, each in forms.items() if each[0].adjective),
        single=_single(forms),
        double=_double(forms),
        continuing=frozenset((*trailing, "with", "and")) - {"the"},
        completing=frozenset(("its", *nouns, *data["degrees"])) - {"the"},
        forms=forms,
        adverbs=adverbs,
        asides=asides,
        trailing=by_first(data["trailing"]),
        trailing_participle=by_first(data["trailing_participle"]),
        either=frozenset(data["either"]),
        after_adverb=frozenset(data["after_adverb"]),
        with_nouns=frozenset(data["with_nouns"]),
        degrees=frozenset(data["degrees"]),
        nouns={group: by_first(nouns) for group, nouns in groups.items()},
        bare=frozenset(lemma for lemma, yes in data["bare"].items() if yes),
        noun_force=data["noun_force"],
        bound=frozenset(data["bound"]),
        after_noun=frozenset(data["after_noun"]),
        relating=frozenset(data["relating"]),
        leading_gerunds=frozenset(data["leading_gerunds"]),
        gerund_nouns=frozenset(data["gerund_nouns"]),
        declaring=frozenset(data["declaring"]),
        styles={
            organ: Style(frozenset(style["short"]), frozenset(style["outside"]))
            for organ, style in data["style"].items()
        },
    )


def _check(entries: list[dict[str, Any]], groups: dict[str, list[str]], language: str) -> None:
    known = {entry["id"] for entry in load("force")["force"]}
    for entry in entries:
        if entry.get("force") not in known or entry.get("takes", "attitude") not in groups:
            raise LexiconError(
                f"verb {entry['lemma']!r} names an unknown force or group of nouns",
                source=f"lexicon/{language}/verbs.toml",
            )


def _by_head(entries: list[dict[str, Any]]) -> dict[str, tuple[VerbForm, ...]]:
    """Every form by its first word, those with the longest particle first."""
    forms: dict[str, list[VerbForm]] = {}
    for entry in entries:
        for form in _forms(entry):
            forms.setdefault(form.head, []).append(form)
    return {head: tuple(sorted(each, key=_shortest)) for head, each in forms.items()}


def _shortest(form: VerbForm) -> int:
    return -len(form.particle)


def _inner(forms: dict[str, tuple[VerbForm, ...]], wanted: Form) -> frozenset[str]:
    return frozenset(
        head
        for head, each in forms.items()
        if any(form.form == wanted and not form.weak for form in each)
    )


def _joined(forms: dict[str, tuple[VerbForm, ...]], wanted: Form) -> frozenset[str]:
    """The verbs of a form that act for the organ, or that open a phrase whose own verb may."""
    return frozenset(
        head
        for head, each in forms.items()
        if any(form.form == wanted and (not form.weak or form.opens) for form in each)
    )


def _asking(forms: dict[str, tuple[VerbForm, ...]]) -> frozenset[str]:
    """The participles that ask: "urging"."""
    return frozenset(
        head
        for head, each in forms.items()
        if any(form.form == "participle" and form.asks and not form.weak for form in each)
    )


def _single(forms: dict[str, tuple[VerbForm, ...]]) -> dict[str, VerbForm]:
    return {
        head: each[0]
        for head, each in forms.items()
        if len(each) == 1
        and not each[0].particle
        and not each[0].opens
        and each[0].takes != "expressed"
        and each[0].lemma not in _CONTINUED
    }


def _double(forms: dict[str, tuple[VerbForm, ...]]) -> dict[str, VerbForm]:
    return {
        f"{head} {form.particle[0]}": form
        for head, each in forms.items()
        for form in each
        if len(form.particle) == 1 and sum(f.particle[:1] == form.particle for f in each) == 1
    }
