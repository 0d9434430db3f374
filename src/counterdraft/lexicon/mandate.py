"""A mandate: topics and conditions that a text is held against, and how each is recognised."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

Id = Annotated[str, Meta(pattern=r"^[a-z0-9]+(?:[_-][a-z0-9]+)*$", max_length=60)]
Words = Annotated[str, Meta(min_length=1, max_length=2000)]


class Together(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Phrases that name a topic beside each other: one of each, ``within`` so many words."""

    one: Annotated[tuple[str, ...], Meta(min_length=1)]
    with_: Annotated[tuple[str, ...], Meta(min_length=1)] = field(name="with")
    within: Annotated[int, Meta(ge=1, le=60)] = 12


class Named(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the topic rests on and a text may leave unnamed: a body, a report, a crime."""

    name: Words
    terms: Annotated[tuple[str, ...], Meta(min_length=1)]


class Recognition(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a topic is recognised; every phrase is in the notation of ``text.phrases``.

    ``terms`` and ``unbis`` concepts name it; ``touches`` only touch it, and so do those that
    ``refers`` back to it ("the Special Rapporteur") where of the topics that share them a term of
    this one, with these words in it, stood last, and in texts of ``organs`` also where none stood
    (which office a short name means is told by ``offices`` for comparisons: a mandate is whole in
    its own file, and a topic may be several offices, or none);
    ``documents`` and ``citations`` (symbols) bring it
    in; ``alludes``, ``organisations`` and ``treaties`` (ids of the
    lexicon) are seen to mean it by whoever knows the matter. ``excepting`` are contexts in which
    none of its phrases counts. ``naming`` says whether what is named by the way is "mentioned", or
    "addresses" the topic: a crime in law is not named in passing. ``like`` names topics
    ("coi-dprk/food") whose ways count as well.
    """

    like: tuple[str, ...] = ()
    naming: Literal["mentions", "addresses"] = "mentions"
    terms: tuple[str, ...] = ()
    together: tuple[Together, ...] = ()
    unbis: tuple[str, ...] = ()
    touches: tuple[str, ...] = ()
    refers: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    alludes: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    treaties: tuple[str, ...] = ()
    excepting: tuple[str, ...] = ()
    named: tuple[Named, ...] = ()


class Topic(Recognition, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A topic, what is meant by it, and where that is laid down."""

    id: Id
    name: Words
    definition: Words
    source: Words


class Condition(Topic, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a text must do, or must not do. ``met_by`` are the stances that meet one that must hold.

    ``unreadable`` says why it cannot be told from a text, where it cannot.
    """

    must: Literal["hold", "not hold"]
    met_by: tuple[Literal["raises", "denies", "praises", "asks", "reports"], ...] = ("asks",)
    unreadable: Words | None = None


class Mandate(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A list to hold a text against, whole: where it is laid down, and from which camp it comes.

    ``about`` are phrases that name what all topics are about; a paragraph without any of them at
    most alludes to what names a topic, and a text without any of them says nothing of it.
    ``digest`` is the SHA-256 of the file that it was read from, and no key of it; nor are
    ``identifiers``, those of its concepts in a thesaurus that was at hand, each behind its term.
    """

    id: Id
    name: Words
    source: Words
    camp: Words
    note: str = ""
    about: tuple[str, ...] = ()
    digest: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    topics: tuple[Topic, ...] = field(default=(), name="topic")
    conditions: tuple[Condition, ...] = field(default=(), name="condition")

    def entries(self) -> Iterator[tuple[str, Topic]]:
        """Each topic and condition, with where it stands in a file: "topic[2]"."""
        for n, topic in enumerate(self.topics):
            yield f"topic[{n}]", topic
        for n, condition in enumerate(self.conditions):
            yield f"condition[{n}]", condition
