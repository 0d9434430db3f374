"""A corpus of adopted texts as a register: the days, titles and votes of resolutions.

Beside a text's own day stands what other texts of the corpus say when they cite it: records of
some days are wrong, and then both are shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from counterdraft.lexicon.dates import months
from counterdraft.model.corpus import Corpus, Record
from counterdraft.model.register import AS_CITED, Entry, Question
from counterdraft.text.straight import straighten

NAME = "corpus"
_CITING = 40


class OfCorpus:
    """A ``model.register.Register`` of what a corpus holds."""

    def __init__(self, corpus: Corpus, without: str | None = None) -> None:
        """Ask ``corpus``; what the text ``without`` says is no evidence for itself."""
        self._corpus = corpus
        self._without = without

    @property
    def name(self) -> str:
        """What it is called where it is cited."""
        return NAME

    def complete(self, question: Question) -> str | None:  # noqa: ARG002
        """It never says that it holds all texts."""
        return None

    def entries(self, question: Question) -> Sequence[Entry]:
        """The day, title or vote of the text that is the subject; or what others say of it."""
        if question.act not in ("adoption", "title", "tally") or not question.subject:
            return ()
        record = self._corpus.record(question.subject)
        if record is None or record.kind != "resolution":
            return ()
        if question.act == "title":
            return _titles(record)
        if question.act == "tally":
            return _votes(record)
        return tuple(self._as_cited(record)) if question.object == AS_CITED else _days(record)

    def _as_cited(self, record: Record) -> Iterator[Entry]:
        """The days that other texts give it, where they do not say what it says.

        A day that fewer of them give than its own is a slip that was copied, and no source.
        """
        said: Counter[str] = Counter()
        first: dict[str, str] = {}
        for each in self._corpus.cited_by(record.id)[:_CITING]:
            citing = self._corpus.record(each) if each != self._without else None
            clauses = self._corpus.clauses(citing) if citing else ()
            for day in {day for clause in clauses for day in days_given(clause.text, record.id)}:
                said[day] += 1
                first.setdefault(day, each)
        for day, count in sorted(said.items()):
            if day != record.date and count >= said[record.date or ""]:
                others = f" and {count - 1} more cite it" if count > 1 else " cites it"
                yield Entry(
                    register=NAME, act="adoption", subject=record.id, object=AS_CITED, date=day,
                    source=f"as {first[day]}{others}",
                )  # fmt: skip


def _titles(record: Record) -> tuple[Entry, ...]:
    if not record.title:
        return ()
    return (
        Entry(register=NAME, act="title", subject=record.id, date=record.date, value=record.title,
              source=_source(record)),
    )  # fmt: skip


def _votes(record: Record) -> tuple[Entry, ...]:
    """Yes, no and abstentions ("130-32-22"), or that there was none; nothing where not known."""
    how = record.adoption
    figures = (how.yes, how.no, how.abstain)
    if how.mode == "not adopted" or (how.mode != "without a vote" and None in figures):
        return ()
    value = "-".join(map(str, figures)) if how.yes is not None else str(how.mode)
    return (
        Entry(register=NAME, act="tally", subject=record.id, date=record.date, value=value,
              source=_source(record)),
    )  # fmt: skip


def _days(record: Record) -> tuple[Entry, ...]:
    if not record.date:
        return ()
    return (
        Entry(register=NAME, act="adoption", subject=record.id, date=record.date,
              source=_source(record)),
    )  # fmt: skip


def _source(record: Record) -> str:
    return f"{record.id} in the corpus"


def days_given(text: str, symbol: str) -> Iterator[str]:
    """The days that ``text`` gives a resolution where it names it: "70/1 of 25 September 2015"."""
    number = symbol.rpartition("/RES/")[2].replace("(", " (")
    either = "|".join(months())
    pattern = rf"(?<![\w/]){re.escape(number)},? of (\d{{1,2}}) ({either}) (\d{{4}})"
    for found in re.finditer(pattern, straighten(text)):
        yield f"{found[3]}-{months()[found[2]]:02}-{int(found[1]):02}"
