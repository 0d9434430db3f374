"""The verbs of a clause: the phrase that opens it, and every further one.

In: a straightened text and a place in it. Out: ``Match`` values that know where the
verb begins and ends, its lemma, its adverbs and its force. The phrase is delimited as
the UN sets it in italics: adverbs and the noun that completes the verb belong to it
("Expresses its deep concern", "Noting with appreciation"), the preposition that
follows does not, unless it makes the verb ("Calls upon").
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from counterdraft.lexicon.verbs import Form, Style, VerbForm, Verbs, verbs
from counterdraft.parse.misspelt import is_misspelt
from counterdraft.parse.tokens import WORD, Tokens

_NEXT_WORD = re.compile(r" ([a-z]+)(?![\w-])|[ ,](?=[^a-z])")
_PLAIN = Style()


class Match(Struct, frozen=True, gc=False):
    """A verb found: offsets, form and what the lexicon says of it.

    ``end`` is where the phrase ends in the organ's house style, ``act_end`` where the act
    does ("Reiterates | its request"), ``full_end`` includes a bound preposition.
    """

    start: int
    end: int
    act_end: int
    full_end: int
    lemma: str
    adverbs: tuple[str, ...]
    force: str | None
    form: Form
    asks: bool
    noun: bool
    weak: bool = False
    more: tuple[Match, ...] = ()


def match_verb(
    text: str, at: int, limit: int, *, organ: str | None = None, language: str = "en"
) -> Match | None:
    """The verb phrase that begins at ``at``, or None.

    ``text`` is straightened; nothing at or past ``limit`` is read. ``organ`` is an id
    whose house style the delimiting follows ("security_council").
    """
    table = verbs(language)
    first = WORD.match(text, at, limit)
    word = first[0].lower() if first else ""
    if first is None or word not in table.openers:
        return None
    if word in table.adjectives and _names(text, first.end(), limit):
        return None
    adverb = None
    head = first
    if word not in table.forms:
        following = _NEXT_WORD.match(text, first.end(), limit)
        if word not in table.leading:
            if following is None or f"{word} {following[1]}" not in table.leading:
                return None
        elif following is not None and following[1]:
            adverb, head = word, WORD.match(text, following.start(1), limit) or first
    plain = _plain(text, first.start(), head, adverb, limit, table)
    if plain is not None:
        return plain
    tokens = Tokens(text, at, limit)
    return _match(tokens, 0, table, table.styles.get(organ or "", _PLAIN), compound=True)


def match_plain(text: str, at: int, limit: int, *, language: str = "en") -> Match | None:
    """A verb without an ending, behind "to" or not: "(a) To request …", "(a) Request …"."""
    tokens = Tokens(text, at, limit)
    to = tokens.word(0) == "to"
    found = _infinitive(tokens, int(to), verbs(language))
    return found and replace(found, start=tokens.starts[0])


def _names(text: str, end: int, limit: int) -> bool:
    """Whether an adjective that ends there begins a name: "United Nations entities"."""
    after = text[end : min(limit, end + 2)]
    return after[:1] == " " and after[1:].isupper()


def _plain(
    text: str, start: int, head: re.Match[str], adverb: str | None, limit: int, table: Verbs
) -> Match | None:
    """The verb where nothing that follows can belong to it.

    Most clauses begin so ("Requests the …", "Also calls upon States …", "Recognizing
    that …"); the rest take the longer way.
    """
    word = head[0].lower()
    following = _NEXT_WORD.match(text, head.end(), limit)
    if following is None:
        return None
    form, end = table.single.get(word), head.end()
    if form is None and following[1]:
        form, end = table.double.get(f"{word} {following[1]}"), following.end()
        following = _NEXT_WORD.match(text, end, limit)
    if form is None or following is None or following[1] in table.continuing:
        return None
    if form.takes and following[1] in table.completing:
        return None
    adverbs = (adverb,) if adverb else ()
    full = following.end() if form.particle and following[1] in table.bound else end
    return Match(
        start, end, end, full, form.lemma, adverbs, form.force, form.form, form.asks, form.noun,
        form.weak,
    )  # fmt: skip


def _match(tokens: Tokens, i: int, table: Verbs, style: Style, *, compound: bool) -> Match | None:
    """The verb phrase at word ``i``; with ``compound`` a second one that "and" joins to it."""
    first = i
    adverbs: list[str] = []
    while n := tokens.phrase_at(i, table.adverbs) or tokens.phrase_at(i, table.asides):
        if tokens.said(i, n) == "in particular" and i == first:
            first = i + n
        adverbs.append(tokens.said(i, n))
        i += n
    found = _head(tokens, i, table)
    if found is None:
        return None
    form, i, inner = found
    adverbs += inner
    if form.opens:
        return _opened(tokens, first, i, form, table, style, adverbs)
    end, force, after = _rest(tokens, i, form, table, _PLAIN)
    adverbs += after
    act = stop = tokens.ends[end - 1]
    asks = form.asks or (force in {"request", "call", "appeal", "demand", "invite"} and end > i)
    more: tuple[Match, ...] = ()
    if compound and tokens.word(end) == "and" and "and" not in style.outside:
        second = _match(tokens, end + 1, table, style, compound=False)
        if second and second.form == form.form and not _is_noun(tokens, end + 1, second):
            more, stop = (second,), second.end
    if style is not _PLAIN and not more:
        stop = tokens.ends[_rest(tokens, i, form, table, style)[0] - 1]
    bound = tokens.word(end) in table.bound and not tokens.comma[end]
    full = tokens.ends[end] if bound and form.particle else act
    return Match(
        tokens.starts[first], stop, act, full, form.lemma, tuple(adverbs), force, form.form,
        asks, form.noun, form.weak, more,
    )  # fmt: skip


def _is_noun(tokens: Tokens, i: int, match: Match) -> bool:
    """Whether a form that is also a noun stands here as one ("calls and requests of")."""
    following = tokens.word(i + 1)
    if not match.noun or not following:
        return match.noun
    return following in verbs().after_noun


def _head(tokens: Tokens, i: int, table: Verbs) -> tuple[VerbForm, int, list[str]] | None:
    """The verb at ``i`` with its particle; adverbs may stand between the two."""
    forms = table.forms.get(tokens.word(i), ())
    for form in forms:
        j, inner = i + 1, list[str]()
        if not form.particle:
            # "Calls uppon States": a typing error, told as one, is no other verb.
            typo = any(is_misspelt(tokens.word(j), " ".join(each.particle)) for each in forms)
            return None if typo else (form, j, inner)
        if tokens.stand_at(j, form.particle):
            return form, j + len(form.particle), inner
        while n := tokens.phrase_at(j, table.trailing) or tokens.phrase_at(j, table.adverbs):
            inner.append(tokens.said(j, n))
            j += n
        if inner and tokens.stand_at(j, form.particle):
            return form, j + len(form.particle), inner
    return None


def _opened(
    tokens: Tokens, first: int, i: int, form: VerbForm, table: Verbs, style: Style,
    adverbs: list[str],
) -> Match | None:  # fmt: skip
    """ "Continues to stress", "Being gravely concerned", "Is encouraged"."""
    j = i
    if form.lemma == "continue":
        if tokens.word(i) != "to":
            return None
        j = i + 1
    plain = _infinitive(tokens, j, table) if form.lemma == "continue" else None
    inner = plain or _match(tokens, j, table, style, compound=False)
    if inner is None:
        return None
    return replace(
        inner,
        start=tokens.starts[first],
        adverbs=(*adverbs, form.lemma, *inner.adverbs),
        form=form.form,
    )


def _infinitive(tokens: Tokens, i: int, table: Verbs) -> Match | None:
    """A plain verb after "continues to"."""
    word = tokens.word(i)
    if word == "be":
        inner = _match(tokens, i + 1, table, _PLAIN, compound=False)
        return inner and replace(inner, start=tokens.starts[i])
    for forms in (word + "s", word + "es"):
        for form in table.forms.get(forms, ()):
            if form.form != "present":
                continue
            if not form.particle or tokens.stand_at(i + 1, form.particle):
                end = tokens.ends[i + len(form.particle)]
                return Match(
                    tokens.starts[i], end, end, end, form.lemma, (), form.force, "present",
                    form.asks, form.noun,
                )  # fmt: skip
    return None


def _rest(
    tokens: Tokens, i: int, form: VerbForm, table: Verbs, style: Style
) -> tuple[int, str | None, list[str]]:
    """Where the phrase ends, its force, and the adverbs after the verb."""
    end, force, adverbs = i, form.force, list[str]()
    if form.lemma == "remain":
        j = i
        while n := tokens.phrase_at(j, table.adverbs):
            j += n
        inner = table.forms.get(tokens.word(j), ())
        if inner and inner[0].adjective:
            return j + 1, inner[0].force, adverbs
    if form.lemma in {"consider", "believe"} and tokens.word(i) == "it":
        return i + 1 + bool(tokens.word(i + 1)), force, adverbs
    while True:
        if n := _trailing(tokens, end, form, table, style):
            adverbs.append(tokens.said(end, n))
        elif n := _with_noun(tokens, end, table):
            adverbs.append(tokens.said(end, n))
            force = _weighed(form, tokens.words[end + n - 1], table, force)
        elif force == form.force and (n := _noun(tokens, end, form, table, style)):
            force = _noun_force(tokens, end, n, table) or force
        else:
            return end, force, adverbs
        end += n


def _trailing(tokens: Tokens, i: int, form: VerbForm, table: Verbs, style: Style) -> int:
    n = tokens.phrase_at(i, table.trailing)
    if not n and form.form == "participle":
        n = tokens.phrase_at(i, table.trailing_participle)
    if not n or tokens.comma[i] or tokens.said(i, n) in style.outside:
        return 0
    if n > 1 or tokens.word(i) not in table.either:
        return n
    after = tokens.word(i + n)
    followed = (
        after in table.after_adverb
        or not after
        or tokens.after_comma(i + n)
        or tokens.capital(i + n)
    )
    return n if followed else 0


def _with_noun(tokens: Tokens, i: int, table: Verbs) -> int:
    """The length of "with (deep) concern (and regret)" at ``i``."""
    if tokens.word(i) != "with" or tokens.comma[i]:
        return 0
    j = i + 1
    while tokens.word(j) in table.degrees:
        j += 1
    if tokens.word(j) not in table.with_nouns:
        return 0
    if tokens.word(j + 1) == "and" and tokens.word(j + 2) in table.with_nouns:
        j += 2
    return j + 1 - i


def _noun(tokens: Tokens, i: int, form: VerbForm, table: Verbs, style: Style) -> int:
    """The length of "(its) (deep) concern (and alarm)" at ``i``, where the verb takes it."""
    if not form.takes or form.lemma in style.short or tokens.after_comma(i):
        return 0
    group = table.nouns[form.takes]
    j = i
    if tokens.word(i) == "its":
        j += 1
    elif form.lemma not in table.bare:
        return 0
    j = _past_degrees(tokens, j, table)
    n = tokens.phrase_at(j, group)
    if not n or tokens.comma[j]:
        return 0
    end = j + n
    if tokens.word(end) == "and":
        m = _past_degrees(tokens, end + 1, table)
        if (extra := tokens.phrase_at(m, group)) and not tokens.comma[m]:
            end = m + extra
    return end - i


def _past_degrees(tokens: Tokens, i: int, table: Verbs) -> int:
    """Where "deep", "very serious", "strong and unequivocal" at ``i`` end."""
    while tokens.word(i) in table.degrees or (
        tokens.word(i) == "and" and tokens.word(i + 1) in table.degrees
    ):
        i += 1
    return i


def _noun_force(tokens: Tokens, i: int, n: int, table: Verbs) -> str | None:
    for word in tokens.words[i : i + n]:
        force = table.noun_force.get(word) or table.noun_force.get(word.rstrip("s"))
        if force:
            return force
    return None


def _weighed(form: VerbForm, noun: str, table: Verbs, force: str | None) -> str | None:
    """What "with concern" makes of a verb that is neutral by itself."""
    if form.force in {"note", "recall", "recognize"}:
        return table.noun_force.get(noun.rstrip("s"), force)
    return force
