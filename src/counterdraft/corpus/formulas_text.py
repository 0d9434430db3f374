"""Formulas and cards → text for a terminal, with nothing in it that commands one."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from counterdraft.corpus.card import Card, Holding
from counterdraft.corpus.formulas import Formula, Place, Share, Use
from counterdraft.corpus.summary import ReuseSummary
from counterdraft.corpus.to_text import WIDTH, aligned
from counterdraft.text.printable import printable
from counterdraft.wording.bounds import bounds_in_words
from counterdraft.wording.edited import edited_text
from counterdraft.wording.english import counted, long_date, some
from counterdraft.wording.paragraph_label import paragraph_label

_INDENT = "    "
_NAMED = 4  # titles and subjects, and places
VARIANTS = 8
"""So many variants of a formula are shown to be read; the JSON has all."""
WORDED = 20
"""So many wordings of a phrase are shown to be read."""


def reuse_text(found: ReuseSummary) -> str:
    """How much is reused, and the formulas, each with its spread."""
    lines = [*_wrapped(_summary(found), ""), ""]
    for n, formula in enumerate(found.top, 1):
        lines += [*_wrapped(formula_line(formula), f"{n}. "), *_wrapped(formula.text)]
        lines += [line for fact in formula_facts(formula) for line in _wrapped(fact)]
        lines.append("")
    return _text(lines)


def _summary(found: ReuseSummary) -> str:
    """How much is reused, in a sentence."""
    return (
        f"{counted(found.clauses, 'clause')} in {counted(found.wordings, 'wording')}; "
        f"{counted(found.pairs, 'pair')} of wordings alike; {counted(found.formulas, 'formula')}, "
        f"{found.of_several_titles:,} of them in texts of several titles"
    )


def card_text(card: Card) -> str:
    """The card of some words."""
    lines = [line for sentence in card_sentences(card) for line in _wrapped(sentence, "")]
    if len(card.wordings) > 1:
        rows = worded_rows(card)
        lines += ["", *aligned(rows[0], rows[1:]).splitlines()]
        lines += _more(len(card.wordings) - WORDED, "wording")
    for n, holding in enumerate(card.formulas, 1):
        lines += ["", *_wrapped(formula_line(holding.formula), f"{n}. ")]
        lines += _wrapped(holding.formula.text)
        facts = (*having_facts(holding), *formula_facts(holding.formula))
        lines += [line for fact in facts for line in _wrapped(fact)]
        lines += _variants(holding.formula)
    return _text(lines)


# -- what the forms for reading have in common


def card_sentences(card: Card) -> Iterator[str]:
    """What is said of the words before their wordings and formulas."""
    held = bounds_in_words(card.corpus)
    if card.as_asked is None and card.otherwise is None:
        yield f"“{card.words}”: not found in the adopted texts of the loaded corpus ({held})."
        return
    yield f"“{card.words}” in the adopted texts of the loaded corpus ({held}):"
    for words, use in (("as asked", card.as_asked), ("in other words", card.otherwise)):
        yield f"{words}: {use_line(use) if use else 'not found'}"
    shown = f", the first {len(card.formulas)} shown" if card.total > len(card.formulas) else ""
    yield f"{counted(card.total, 'formula')} {'has' if card.total < 2 else 'have'} it{shown}"
    if card.alone:
        alone = counted(len(card.alone), "clause")
        yield f"{alone} with no like in another text: {_places(card.alone)}"


def _places(places: Sequence[Place]) -> str:
    return some([f"{each.text} {paragraph_label(each.paragraph, each.number)}" for each in places],
                _NAMED)  # fmt: skip


def worded_rows(card: Card) -> list[tuple[str, ...]]:
    """A row for each way in which the words are worded, below the names of the columns."""
    rows = [
        (str(x.use.clauses), str(x.use.texts), x.use.earliest.date or "", x.use.latest.date or "",
         ("= " if x.as_asked else "") + x.words)
        for x in card.wordings[:WORDED]
    ]  # fmt: skip
    return [("clauses", "texts", "earliest", "latest", "worded (= holds it as asked)"), *rows]


def formula_line(formula: Formula) -> str:
    """How often a formula is used, and from when to when."""
    titles = counted(len(formula.spread.titles), "title")
    return f"{titles}, {counted(formula.wordings, 'wording')}, {use_line(formula.use)}"


def use_line(use: Use) -> str:
    """How often something is used, from when to when in the corpus."""
    size = f"{counted(use.clauses, 'clause')} of {counted(use.texts, 'text')}"
    if use.earliest == use.latest:
        return f"{size}: {_place(use.earliest)}"
    return f"{size}, from {_place(use.earliest)} to {_place(use.latest)}"


def _place(place: Place) -> str:
    day = f" ({long_date(place.date)})" if place.date else ""
    return f"{place.text} {paragraph_label(place.paragraph, place.number)}{day}"


def having_facts(holding: Holding) -> Iterator[str]:
    """How many of a formula's clauses have the words."""
    if holding.clauses < holding.formula.use.clauses:
        yield f"has it: {holding.clauses} of its {counted(holding.formula.use.clauses, 'clause')}"
    if holding.as_asked < holding.clauses:
        yield f"as asked: {holding.as_asked or 'none'}"


def formula_facts(formula: Formula) -> Iterator[str]:
    """How the texts that have it were adopted, and of what they are."""
    yield f"adopted: {adoption_line(formula.use)}"
    spread = formula.spread
    if len(spread.organs) > 1:
        yield f"organs: {_shares(spread.organs)}"
    unnamed = formula.use.texts - sum(each.texts for each in spread.committees)
    if spread.committees:
        none = f"; {unnamed} name none" if unnamed else ""
        yield f"committees: {_shares(spread.committees, len(spread.committees))}{none}"
    for name, shares in (("titles", spread.titles), ("subjects", spread.subjects)):
        if shares:
            yield f"{name}: {_shares(shares)}"


def adoption_line(use: Use) -> str:
    """How texts were adopted, and the latest vote; told, and counted against nothing."""
    parts = [
        f"{n} {how}"
        for n, how in (
            (use.adopted.without_vote, "without a vote"),
            (use.adopted.recorded, "by recorded vote"),
            (use.adopted.unknown, "in a way that is not known"),
        ) if n
    ]  # fmt: skip
    if use.last_vote is None:
        return ", ".join(parts)
    vote = use.last_vote.adoption
    counts = "tally not known" if vote.yes is None else f"{vote.yes}-{vote.no}-{vote.abstain}"
    return f"{', '.join(parts)} (the latest: {counts}, {use.last_vote.text})"


def _shares(shares: Sequence[Share], most: int = _NAMED) -> str:
    return some([f"{each.name} ({each.texts})" for each in shares], most)


def _variants(formula: Formula) -> Iterator[str]:
    """The wordings beside the most used, each with what it has instead."""
    others = formula.variants[1:]
    for variant in others[:VARIANTS]:
        yield from _wrapped(f"variant: {use_line(variant.use)}")
        yield from _wrapped(edited_text(variant.edits), _INDENT * 2)
    yield from (_INDENT + line for line in _more(len(others) - VARIANTS, "variant"))


def _more(count: int, thing: str) -> list[str]:
    return [f"and {counted(count, f'more {thing}')}"] if count > 0 else []


def _wrapped(text: str, first: str = _INDENT) -> list[str]:
    words = " ".join(printable(text).split())
    rest = first if first.isspace() else _INDENT if first else ""
    return textwrap.wrap(
        words, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )


def _text(lines: Iterable[str]) -> str:
    return printable("\n".join(lines).rstrip()) + "\n"
