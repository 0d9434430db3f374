"""A clause and a corpus → how it was worded over the years.

In: a paragraph of a resolution. Out: its steps in time. Where the corpus holds texts of the same
title, each of them is a step; where these do not have the clause, the texts of its source's title
are, then those of the source's own source, and so on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from msgspec.structs import replace

from counterdraft.align.words import word_edits
from counterdraft.model import Clause, Corpus, Paragraph, Record, Resolution, Step, Timeline
from counterdraft.reuse.judge import judged
from counterdraft.reuse.wording import differences, typed
from counterdraft.trace.series import Own, in_time, was_adopted
from counterdraft.trace.variants import ASKED, adopted_places, asked
from counterdraft.wording.one_language import check_corpus_language

# Of so many wordings for each paragraph it is asked whether they are of the series.
_OF_SERIES = 16
# So many sources are followed back, each the source of the one before it.
_LONGEST = 8


def timeline(resolution: Resolution, paragraph: Paragraph, corpus: Corpus) -> Timeline:
    """The wordings of a paragraph of ``resolution``, oldest first, its own among them.

    Raises OtherLanguage where the corpus has no text in its language.
    """
    check_corpus_language(resolution, corpus.bounds())
    own = Own(resolution.symbol, resolution.title)
    texts = [each.text for each in resolution.paragraphs]
    before, after = _followed(
        _Held(paragraph.text, texts), _series(texts, corpus, own), resolution.date, corpus
    )
    basis: Literal["series", "sources"] | None = "series" if before or after else None
    if not any(step.text for step in (*before, *after)):
        sources = _of_sources(paragraph.text, resolution.date, corpus, own)
        if sources:
            before, after, basis = sources, [], "sources"
    itself = Step(
        record=None, date=resolution.date, paragraph=paragraph.id, number=paragraph.number,
        text=paragraph.text,
    )  # fmt: skip
    return Timeline(
        asked=asked(resolution, paragraph, corpus), basis=basis,
        steps=tuple(_told([*before, itself, *after])),
    )  # fmt: skip


# -- texts of one title


class _Held(NamedTuple):
    """A clause, and all paragraphs of its text, to be found again in another of its title."""

    text: str
    among: Sequence[str]


def _series(texts: Sequence[str], corpus: Corpus, own: Own) -> list[Record]:
    """The adopted texts of a title, oldest first; ``texts`` are the paragraphs of one of them."""
    found = own.series(corpus.nearest(texts, _OF_SERIES))
    return [each for each in found if was_adopted(each) and each.date]


def _followed(
    held: _Held, records: Sequence[Record], day: str | None, corpus: Corpus
) -> tuple[list[Step], list[Step]]:
    """The steps before a clause of that day, and after it; without a day all are before it."""
    earlier = [each for each in records if day is None or (each.date or "") < day]
    later = records[len(earlier) :]
    back = list(_from_text_to_text(held, earlier[::-1], corpus))
    return back[::-1], list(_from_text_to_text(held, later, corpus))


def _from_text_to_text(held: _Held, records: Sequence[Record], corpus: Corpus) -> Iterator[Step]:
    """Each text is held against the last that had the clause."""
    for record in records:
        clauses = corpus.clauses(record)
        clause = _version(held, clauses)
        if clause is None:
            yield Step(record=record, date=record.date)
            continue
        yield _step(clause)
        held = _Held(clause.text, [each.text for each in clauses])


def _version(held: _Held, clauses: Sequence[Clause]) -> Clause | None:
    """The paragraph of a text that is the clause; None where none is.

    One that is more like another paragraph of the clause's own text is that one's, not its.
    """
    same = [each for each in clauses if typed(each.text) == typed(held.text)]
    if same:
        return same[0]
    like = [(judged(held.text, each.text), -n) for n, each in enumerate(clauses)]
    for alike, n in sorted(((j.alike, n) for j, n in like if j.is_version()), reverse=True):
        text = clauses[-n].text
        if all(judged(other, text).alike <= alike for other in held.among):
            return clauses[-n]
    return None


# -- sources


def _of_sources(text: str, day: str | None, corpus: Corpus, own: Own) -> list[Step]:
    """A source of a clause in the texts of its title before ``day``, its sources before them."""
    steps: list[Step] = []
    for _ in range(_LONGEST):
        source = _source(text, day, corpus, own)
        if source is None:
            break
        link = _of_title(source, day, corpus, own)
        steps = [*link, *steps]
        text, day = link[0].text or "", link[0].date
    return steps


def _source(text: str, day: str | None, corpus: Corpus, own: Own) -> Clause | None:
    """The clause from before ``day`` that a text was made from: the most like, then the latest."""
    likes: list[tuple[float, tuple[str, str], Clause]] = []
    (found,) = corpus.nearest([text], ASKED)
    for near in found:
        places = [
            each for each in adopted_places(near.form, own)
            if _is_before(each.record, day) and not own.is_of_series(each.record)
        ]  # fmt: skip
        if not places:
            continue
        source = places[-1]
        same = typed(source.text) == typed(text)
        like = judged(text, source.text)
        if same or like.is_source(near.score):
            alike = 1.0 if same else round(like.alike, 2)
            likes.append((alike, in_time(source.record), source))
    return max(likes, key=lambda each: each[:2])[2] if likes else None


def _of_title(source: Clause, day: str | None, corpus: Corpus, own: Own) -> list[Step]:
    """A source in the texts of its title from before ``day``, from the first that has it."""
    texts = [each.text for each in corpus.clauses(source.record)]
    records = [
        each for each in _series(texts, corpus, Own(None, source.record.title))
        if _is_before(each, day) and each.id != source.record.id and own.is_source(each)
    ]  # fmt: skip
    before, after = _followed(_Held(source.text, texts), records, source.record.date, corpus)
    steps = [*before, _step(source), *after]
    first = next(n for n, step in enumerate(steps) if step.text is not None)
    return steps[first:]


def _is_before(record: Record, day: str | None) -> bool:
    return record.date is not None and (day is None or record.date < day)


# -- what they say


def _step(clause: Clause) -> Step:
    record = clause.record
    return Step(
        record=record, date=record.date, paragraph=clause.paragraph, number=clause.number,
        text=clause.text,
    )  # fmt: skip


def _told(steps: Sequence[Step]) -> Iterator[Step]:
    """The steps with their wordings counted, and what each changes in the last that had any."""
    wordings: dict[str, int] = {}
    before: str | None = None
    for step in steps:
        if step.text is None:
            yield step
            continue
        wording = wordings.setdefault(typed(step.text), len(wordings))
        yield replace(_changed(step, step.text, before), wording=wording)
        before = step.text


def _changed(step: Step, text: str, before: str | None) -> Step:
    if before is None:
        return step
    if typed(before) == typed(text):
        return replace(step, differs=differences(before, text))
    return replace(step, edits=word_edits(before, text))
