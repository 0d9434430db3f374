"""A document, the resolution in it if there is one, and a mandate → Coverage.

The way of the data: ``places`` gives what is read at a time, ``Entries`` what of each topic stands
there, ``judge`` how far and how it is spoken of; what that comes to for a topic is told last.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counterdraft.cover.conditions import condition_cover
from counterdraft.cover.entries import Entries, alluding
from counterdraft.cover.hits import Hit
from counterdraft.cover.judge import Judged, judge
from counterdraft.cover.language import check_language
from counterdraft.cover.matter import on_the_matter
from counterdraft.cover.places import Place, places, title_place
from counterdraft.cover.proper import names
from counterdraft.cover.signs import signs_of
from counterdraft.cover.stance import on_the_whole
from counterdraft.lexicon.cover_words import cover_words
from counterdraft.lexicon.mandate import Mandate, Topic
from counterdraft.model import Document, Resolution, Span
from counterdraft.model.coverage import Coverage, CoverEvidence, MandateName, TopicCover
from counterdraft.wording.covered import STRONGEST

QUOTED = 200  # characters of a paragraph that is quoted whole
_ASIDE = 80  # and of a longer one on either side of what was found
_BY = 4  # signs of a place by name


def cover(document: Document, resolution: Resolution | None, mandate: Mandate) -> Coverage:
    """What a text says and does not say of each topic and condition of ``mandate``.

    Of a resolution its paragraphs and annexes are read, not headings and footnotes; where there is
    none (None), or it has no paragraphs, every block of the document. Raises OtherLanguage.
    """
    asked: list[Topic] = [*mandate.topics, *mandate.conditions]
    organ = resolution.organ if resolution else None
    entries, words = Entries(asked, organ, dict(mandate.identifiers)), cover_words()
    evidence: list[list[CoverEvidence]] = [[] for _ in asked]
    named: list[set[str]] = [set() for _ in asked]
    read = tuple(places(document, resolution))
    check_language(document, read)
    title = title_place(resolution) if resolution else None
    on_it = on_the_matter(mandate.about, read, title)
    subjects = entries.named_by(title) if title else frozenset()
    for place in read:
        signs = signs_of(place, words)
        for number, spotted in entries.find(place, signs.quoted(), names(place, words)).items():
            named[number] |= spotted.named
            if not on_it:
                continue  # the text says nothing of what all topics are about
            hits = spotted.hits if place.id in on_it else alluding(spotted.hits)
            if hits:
                always = asked[number].naming == "addresses"
                judged = judge(place, hits, signs, words, always=always, subject=number in subjects)
                if place.id not in on_it:
                    judged = judged._replace(stance=None)  # what is done is done to another matter
                evidence[number].append(_evidence(place, hits, judged))
    told = list(zip(asked, evidence, named, strict=True))
    split, annexed = len(mandate.topics), sum(place.annexed for place in read)
    return Coverage(
        source=document.source,
        symbol=resolution.symbol if resolution else None,
        title=resolution.title if resolution else None,
        mandate=MandateName(mandate.id, mandate.name, mandate.source, mandate.camp, mandate.digest),
        places=len(read) - annexed,
        annexed=annexed,
        unit="paragraph" if resolution and resolution.paragraphs else "block",
        lacking=resolution.lacking if resolution else (),
        topics=tuple(_topic(*each) for each in told[:split]),
        conditions=tuple(
            condition_cover(condition, found)
            for condition, found in zip(mandate.conditions, evidence[split:], strict=True)
        ),
    )


def _topic(topic: Topic, found: Sequence[CoverEvidence], named: Iterable[str]) -> TopicCover:
    degrees = {each.degree for each in found}
    strongest = next((each for each in STRONGEST if each in degrees), None)
    shown = [each for each in found if each.degree != "alluded" or strongest == "alluded"]
    stances = {each.stance for each in found if each.degree == strongest}
    known = set(named)
    return TopicCover(
        id=topic.id,
        name=topic.name,
        verdict=strongest or "silent",
        stance=on_the_whole(
            (e.stance for e in found), stances.pop() if len(stances) == 1 else None
        ),
        evidence=tuple(shown),
        definition=topic.definition,
        source=topic.source,
        unnamed=tuple(each.name for each in topic.named if each.name not in known),
    )


def _evidence(place: Place, hits: Sequence[Hit], judged: Judged) -> CoverEvidence:
    span = _quoted(place, judged.hit)
    clause = judged.clause
    return CoverEvidence(
        paragraph=place.id,
        degree=judged.degree,
        span=span,
        quote=place.text[span.start - place.span.start : span.end - place.span.start],
        stance=judged.stance,
        by="; ".join(_named(judged.hit, hits)[:_BY]),
        part=place.part,
        verb=clause.verb.text if clause and clause.verb else None,
        page=place.page,
        why=judged.why,
    )


def _named(first: Hit, hits: Iterable[Hit]) -> list[str]:
    """What recognised the topic, each once and what decided first."""
    found = {first.entry: first.by}
    for each in hits:
        if each.entry.strength == first.entry.strength and (
            each.concept or each.entry not in found
        ):
            found[each.entry] = each.by
    return list(dict.fromkeys(found.values()))


def _quoted(place: Place, hit: Hit) -> Span:
    """The place, or of a long one the words around what was found, in whole words."""
    text = place.text
    if len(text) <= QUOTED:
        return place.span
    start = max(place.tokens[hit.first].start - _ASIDE, 0)
    end = min(place.tokens[hit.last - 1].end + _ASIDE, len(text))
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(place.span.start + start, place.span.start + end)
