"""A clause and a corpus → the adopted wordings of its idea, weak to strong.

In: a paragraph of a resolution. Out: the wordings that the paragraph may have been made from, or
they from what it was made from, with its own among them.
"""

from __future__ import annotations

from counterdraft.align.words import word_edits
from counterdraft.model import (
    AskedClause,
    Clause,
    Corpus,
    Form,
    Near,
    Paragraph,
    Resolution,
    Variant,
    Variants,
)
from counterdraft.reuse.judge import judged
from counterdraft.reuse.wording import differences, typed
from counterdraft.trace.matches import adopted
from counterdraft.trace.ranks import ranked
from counterdraft.trace.series import Own, in_time
from counterdraft.wording.one_language import check_corpus_language

ASKED = 64
"""Of so many wordings it is asked whether they are made of a clause, or it of them."""


def variants(resolution: Resolution, paragraph: Paragraph, corpus: Corpus) -> Variants:
    """The wordings of a paragraph of ``resolution`` that were adopted.

    Raises OtherLanguage where the corpus has no text in its language.
    """
    check_corpus_language(resolution, corpus.bounds())
    own = Own(resolution.symbol, resolution.title)
    (found,) = corpus.nearest([paragraph.text], ASKED)
    made = [each for near in found if (each := _variant(paragraph.text, near, own))]
    made.sort(key=lambda each: in_time(each.places[0].record))
    force = paragraph.verbs[0].force if paragraph.verbs else None
    itself = Variant(text=paragraph.text, phrase=paragraph.phrase, force=force)
    return Variants(
        asked=asked(resolution, paragraph, corpus), read=len(found), ranks=ranked([*made, itself])
    )


def asked(resolution: Resolution, paragraph: Paragraph, corpus: Corpus) -> AskedClause:
    """What is asked, and of whom."""
    return AskedClause(
        source=resolution.source, symbol=resolution.symbol, title=resolution.title,
        corpus=corpus.bounds(), paragraph=paragraph.id, number=paragraph.number,
        part=paragraph.part, text=paragraph.text,
    )  # fmt: skip


def adopted_places(form: Form, own: Own) -> tuple[Clause, ...]:
    """The clauses of a wording that were adopted, without those of the text itself."""
    return tuple(each for each in form.clauses if own.is_source(each.record))


def _variant(text: str, near: Near, own: Own) -> Variant | None:
    places = adopted_places(near.form, own)
    if not places:
        return None
    latest = places[-1]
    same = typed(latest.text) == typed(text)
    found = judged(text, latest.text)
    if not same and not found.is_source(near.score):
        return None
    return Variant(
        text=latest.text, phrase=latest.phrase, force=latest.force, places=places,
        adopted=adopted(places), similarity=1.0 if same else round(found.alike, 4),
        edits=() if same else word_edits(text, latest.text),
        differs=differences(text, latest.text) if same else (),
    )  # fmt: skip
