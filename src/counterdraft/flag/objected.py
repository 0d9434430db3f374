"""A text and a corpus → paragraphs of earlier texts, like its own, to which somebody objected.

Some became its own, from text to text of its title, however little like they are by now.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from counterdraft.flag.alike import changed, only_cites, words_of
from counterdraft.flag.followed import followed
from counterdraft.flag.ground import Ground
from counterdraft.lexicon.in_sentences import in_sentence
from counterdraft.lexicon.objections import Kind, Objection
from counterdraft.lexicon.routine import is_routine
from counterdraft.model import Clause, Record, Resolution
from counterdraft.model.sessions import session_in
from counterdraft.wording.english import listed
from counterdraft.wording.paragraph_label import paragraph_label

# How somebody objected, and what they who are named did.
_SAID: dict[Kind, tuple[str, str]] = {
    "amendment": ("an amendment to it was proposed", "by"),
    "vote": ("it was voted on apart", "asked for by"),
    "dissociation": ("it was objected to on the record", "by"),
}
# Where less than this of the words is in both, those that were objected to may be gone.
_STILL = 0.4


class Objected(NamedTuple):
    """A paragraph of the corpus, what was objected to it, and its words.

    ``carried`` says that, from text to text of one title, it became the paragraph at hand. Where
    one of the two ends or denies what the other does not, it is ``open`` whether that suits those
    who objected, and they are not named.
    """

    clause: Clause
    objections: tuple[Objection, ...]
    words: frozenset[str]
    carried: bool = False
    open: bool = False

    def said(self) -> str:
        """What is known of it: how somebody objected, and who, where the source names them."""
        symbol = self.clause.record.symbol or self.clause.record.id
        label = paragraph_label(self.clause.paragraph, self.clause.number)
        begun = f"wording like it stood in {label} of {symbol}"
        if self.carried:
            begun = f"from text to text of its title it was {label} of {symbol}"
        told = f"{begun}, and {listed(list(self._ways()))}"
        return f"{told}; whether this one suits who objected is not known" if self.open else told

    def _ways(self) -> Iterator[str]:
        by = defaultdict[Kind, list[str]](list)
        for each in self.objections:
            by[each.kind] += [name for name in each.by if name not in by[each.kind]]
        for kind, names in by.items():
            done, did = _SAID[kind]
            by_whom = listed([in_sentence(name) for name in names])
            yield f"{done} ({did} {by_whom})" if names and not self.open else done


def objected_of(ground: Ground, known: Iterable[Objection]) -> tuple[Objected, ...]:
    """Those whose text the corpus holds and that is of an earlier time than the ground's text.

    Not such as only say when the organ comes back to a matter, or cite: what was objected to in
    one year's tells nothing of the words that the next one has. The latest come first. Of a text
    without a date or a session all are earlier but itself.
    """
    texts = defaultdict[str, dict[str, list[Objection]]](dict)
    for each in known:
        texts[each.text].setdefault(each.paragraph, []).append(each)
    found = [
        Objected(clause, tuple(texts[symbol][clause.paragraph]), words_of(clause.text))
        for symbol in texts
        for clause in _clauses(ground, symbol)
        if clause.paragraph in texts[symbol] and not is_routine(clause.text)
        and not only_cites(clause.text, None)
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda each: each.clause.record.date or "", reverse=True))


def carried_of(ground: Ground, some: Iterable[Objected]) -> Mapping[str, Objected]:
    """By paragraph of the text, the last that it was and that was objected to, if any."""
    by = {(each.clause.record.symbol, each.clause.paragraph): each for each in some}
    found: dict[str, Objected] = {}
    words = {each.id: words_of(each.text) for each in ground.resolution.paragraphs}
    symbols = frozenset(symbol for symbol, _ in by if symbol)
    for name, earlier in followed(ground, symbols).items():
        for clause in earlier:
            before = by.get((clause.record.symbol, clause.paragraph))
            if before and 1 - changed(words[name], before.words) >= _STILL:
                found.setdefault(name, before._replace(carried=True))
    return found


def _clauses(ground: Ground, symbol: str) -> Sequence[Clause]:
    """The paragraphs of an earlier text, as far as the corpus holds it."""
    record = ground.corpus.record(symbol) if ground.corpus is not None else None
    if ground.corpus is None or record is None or not _is_earlier(record, ground.resolution):
        return ()
    return ground.corpus.clauses(record)


def _is_earlier(record: Record, text: Resolution) -> bool:
    if text.date and record.date:
        return record.date < text.date
    session = session_in(record.symbol or "")
    if text.session is not None and session is not None:
        return session < text.session
    return record.symbol != text.symbol
