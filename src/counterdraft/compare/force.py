"""What an edit does to the force of verbs.

In: the paragraphs of an edit. Out: shifts: a verb exchanged for a weaker or a stronger one,
or for one that does not compare with it; the same verb more or less strongly put. By
decision 55/488 of the General Assembly "takes note of" is neither approval nor its
contrary: where the order of the lexicon is silent, so is the shift.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from counterdraft.align.words import word_edits
from counterdraft.compare.pairs import Pair, quote
from counterdraft.lexicon.force import stronger
from counterdraft.lexicon.intensity import intensifiers
from counterdraft.model import Paragraph, Shift, Verb
from counterdraft.model.comparison import Direction


def force_shifts(pair: Pair) -> Iterator[Shift]:
    """How the verbs of one edit shifted."""
    for (paragraph_a, one), (paragraph_b, other) in _exchanged(pair):
        direction = _direction(one, other)
        if direction is None:
            continue
        quotes = (quote(paragraph_a, one.span),), (quote(paragraph_b, other.span),)
        yield pair.shift(
            "force", direction, quotes=quotes, a=_plain(one), b=_plain(other),
            request=_request(_asked(paragraph_a, one), _asked(paragraph_b, other)),
        )  # fmt: skip


_Placed = tuple[Paragraph, Verb]


def _exchanged(pair: Pair) -> Iterator[tuple[_Placed, _Placed]]:
    """The verbs that stand for each other: the first ones, and those at the same place after."""
    a, b = ([(p, verb) for p in side for verb in p.verbs] for side in (pair.a, pair.b))
    if not a or not b:
        return
    # Verbs that stay part the others, which stand for each other where they are as many.
    script = word_edits(_lemmas(a), _lemmas(b))
    i = j = 0
    gone: list[_Placed] = []
    come: list[_Placed] = []
    for edit in script:
        count = edit.text.count("|")
        if edit.op == "deleted":
            gone += a[i : i + count]
            i += count
        elif edit.op == "inserted":
            come += b[j : j + count]
            j += count
        else:
            yield from _as_many(gone, come)
            gone, come = [], []
            yield from zip(a[i : i + count], b[j : j + count], strict=True)
            i, j = i + count, j + count
    yield from _as_many(gone, come)


def _as_many(gone: list[_Placed], come: list[_Placed]) -> Iterable[tuple[_Placed, _Placed]]:
    return zip(gone, come, strict=True) if len(gone) == len(come) else ()


def _lemmas(verbs: Sequence[_Placed]) -> str:
    return "".join(f"{verb.lemma.replace(' ', '_')} |" for _, verb in verbs)


def _direction(one: Verb, other: Verb) -> Direction | None:
    """How one verb shifted to the other; None where it did not."""
    if one.force != other.force:
        if one.force is None or other.force is None:
            return "other"
        more = stronger(other.force, one.force)
        return "other" if more is None else "stronger" if more else "weaker"
    before, now = _intensity(one), _intensity(other)
    if before == now:
        return None if one.lemma == other.lemma else "other"
    if before < now:
        return "stronger"
    return "weaker" if now < before else "other"


def _intensity(verb: Verb) -> frozenset[str]:
    words = {word for adverb in verb.adverbs for word in adverb.lower().split()}
    words |= set(verb.text.lower().split())
    return frozenset(words & intensifiers())


def _asked(paragraph: Paragraph, verb: Verb) -> list[str]:
    """Whom a verb asks."""
    return [each.text for each in paragraph.addressees if each.text and each.verb_span == verb.span]


def _request(before: Sequence[str], now: Sequence[str]) -> str:
    """ "the request to the Secretary-General ", where both verbs ask the same one."""
    same = len(before) == 1 and [each.lower() for each in before] == [each.lower() for each in now]
    return f"the request to {now[0]} " if same else ""


def _plain(verb: Verb) -> str:
    """A verb as it stands in a sentence."""
    return verb.text[:1].lower() + verb.text[1:]
