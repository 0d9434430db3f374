"""How a language sets a time limit, as patterns for matching."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.dates import YEAR, moment_pattern, months
from counterdraft.lexicon.load import load


class Limits(NamedTuple):
    """The words of time limits, each the text of a pattern for any of them.

    ``extending`` are words behind which a length of time is a term, ``never_past`` such as begin
    a limit wherever they stand.
    """

    before_day: str
    before_event: str
    before_length: str
    counted_from: str
    counted_back: str
    in_advance: str
    latest: str
    bound: str
    often: str
    in_time: str
    begins: str
    before_first: str
    before_once: str
    before_end: str
    ends: str
    once: str
    before_session: str
    of_session: str
    parts_of_year: str
    coming: str
    until: str
    past: str
    past_by: str
    to_be_held: str
    relating: str
    since: str
    unless: str
    looked_at_again: str
    named_review: str
    so_far: str
    by_then: str
    same: str
    recurring: str
    on_basis: str
    again: str
    after_again: str
    kept: str
    counted: str
    told_in: str
    due: str
    due_to_event: str
    events: str
    on_session: str
    sessions: str
    counts: str
    term: str
    which_term: str
    any_term: str
    that_is: str
    until_day: str
    from_day: str
    adoption: str
    adopted: str
    extending: tuple[str, ...]
    never_past: tuple[str, ...]


@cache
def limits(language: str = "en") -> Limits:
    """The words of time limits in a language."""
    data = load(f"{language}/deadlines")["limit"]
    of_session = "|".join(rf"(?<=\b{re.escape(each)} )of" for each in data["part_of_session"])
    apart = {"of_session", "extending", "never_past", "counts"}
    plain = {name: alternatives(data[name]) for name in Limits._fields if name not in apart}
    return Limits(
        of_session=of_session,
        extending=tuple(data["extending"]),
        never_past=tuple(data["never_past"]),
        # "Twenty-four" and "twenty four": four alone would be another number.
        counts=alternatives(numbers(language)).replace(re.escape("-"), "[- ]"),
        **plain,
    )


@cache
def term_forces(language: str = "en") -> frozenset[str]:
    """The classes of the verbs by which an organ decides something for a term."""
    return frozenset(load(f"{language}/deadlines")["limit"]["term_forces"])


@cache
def on_agenda(language: str = "en") -> re.Pattern[str]:
    """What stands before the session that an item is put on the agenda of."""
    return re.compile(rf"\b(?:{limits(language).on_session})(?: (?:of|for))? $", re.IGNORECASE)


@cache
def numbers(language: str = "en") -> dict[str, int]:
    """Numbers in words, as days, months and years are counted by."""
    return dict(load(f"{language}/deadlines")["numbers"])


UNIT = "(?:hours?|days?|weeks?|months?|years?)"


@cache
def day_forms(language: str = "en") -> str:
    """A pattern for a day, a month, a year, or a part of a year or session."""
    words, month = limits(language), alternatives(months(language))
    moment = moment_pattern(language)
    return (
        rf"(?:{moment}(?: and {moment})?(?: respectively)?|(?:{words.coming})\b"
        rf"|the date (?:referred to|specified|set out) in paragraph \d+(?: above)?"
        rf"|the (?:{words.parts_of_year}) of"
        rf" (?:the year(?: {YEAR})?|(?:{month})(?: {YEAR})?|(?:its |the )?(?:{YEAR}(?!/\d)|[a-z-]+"
        r" session)))"
    )


@cache
def rest_of_phrase(language: str = "en") -> str:
    """A pattern for words up to the mark that ends a phrase, or to where another limit begins.

    No comma between numbers ends one: "the measures imposed by paragraphs 5, 8 and 10".
    """
    words = limits(language)
    joined = rf"and (?:again )?(?:{words.before_once}) (?:the|its|their) (?:{words.once})\b"
    another = rf"(?:and )?(?:{words.before_event}) |{joined}"
    return rf"(?:(?! (?:{another}))(?:[^,;.]|(?<=\d),(?= \d))){{3,240}}"


@cache
def event_forms(language: str = "en") -> str:
    """A pattern for what a limit counts from: no further than "the adoption of this resolution"."""
    words = limits(language)
    return (
        rf"(?:(?:the date of )?(?:{words.adoption})(?: of (?:{words.adopted}))?\b"
        rf"|the date of (?:{words.adopted})\b|{rest_of_phrase(language)})"
    )


@cache
def term_forms(language: str = "en", *, any_length: bool = False) -> str:
    """A pattern for "for a further period of six months, that is, until 30 June 2026".

    With ``any_length`` any length of time is one, "for six months" and "over two years" too, and
    from when it counts is left out.
    """
    words = limits(language)
    length = (
        rf"(?:(?:up to|no more than|not more than) )?(?:\d+|{words.counts})(?: \(\d+\))?[- ]{UNIT}"
    )
    which = rf"(?:{words.which_term})(?: and (?:{words.which_term}))? "
    behind = "|".join(rf"(?<=\b{re.escape(each)} for )" for each in words.extending)
    # Its first word before all else, which the engine skips to.
    forms = (
        rf"for (?<=\bfor )(?:(?:an? |the )?(?:{which})?(?:{words.term}) of {length}"
        rf"|(?:an? |the )?{which}{length}(?: (?:{words.term}))?"
        rf"|(?:an? |the )?(?:{which})?(?:{words.term}) (?:{words.until_day}) {day_forms(language)}"
        rf"|an? {length} (?:{words.term})"
        rf"|the (?:{words.term}) (?:referred to|specified|set out) in paragraph \d+(?: above)?"
        rf"|(?:{behind}){length})"
    )
    if any_length:
        forms = rf"(?:{forms}|\b(?:for|over) (?:(?:{words.any_term}) )*{length}\b)"
    else:
        forms += rf"(?: (?:{words.from_day}) {event_forms(language)})?"
    return (
        rf"{forms}(?:,? (?:(?:{words.that_is}),? )?(?:{words.until_day})(?: the)?(?: end of)?"
        rf" {day_forms(language)})?"
    )


@cache
def until_forms(language: str = "en") -> str:
    """A pattern for the day up to which something is decided."""
    words = limits(language)
    counted = rf"(?:\d+|{words.counts}) {UNIT} (?:from|after) {event_forms(language)}"
    # "Up to 2000" is a number of persons.
    return rf"\b(?!up to {YEAR}\b)(?:{words.until_day}) (?:{counted}|{day_forms(language)})"


@cache
def term_pattern(language: str = "en") -> re.Pattern[str]:
    """For how long, and until when: what is told of the one with the other, where both stand."""
    forms = term_forms(language, any_length=True)
    return re.compile(rf"{forms}|{until_forms(language)}", re.IGNORECASE)


@cache
def again_pattern(language: str = "en") -> re.Pattern[str]:
    """How often something is to be done, at the head of a time limit."""
    words = limits(language)
    return re.compile(
        rf"(?:(?:{words.bound}) )?(?:{words.recurring}|{words.again}"
        rf"|(?:(?:{words.often}) )?every (?:\d+|{words.counts})"
        rf"|on (?:(?:{words.bound}) )?an? (?:{words.on_basis}))\b",
        re.IGNORECASE,
    )


@cache
def term_words(language: str = "en") -> tuple[str, ...]:
    """Words of which every term has one, to be looked for first."""
    return tuple(load(f"{language}/deadlines")["limit"]["term_words"])


@cache
def due_next(language: str = "en") -> re.Pattern[str]:
    """ "In his next progress report": what is due by the time of the next text."""
    words = load(f"{language}/deadlines")["due"]
    which, given = alternatives(words["next"]), alternatives(words["given"])
    return re.compile(rf"\b(?:{which}) (?:[a-z-]+ ){{0,4}}?(?:{given})\b")


class Due(NamedTuple):
    """What tells of something asked that its time is past, or that it is done once.

    ``again`` takes up an event, or its day, that was told before, ``report`` a report that was
    asked for before; ``budget`` stands before the year of one, ``early`` ends in a year of which
    the first half is meant, ``called`` in an event that is called together. ``infinitive`` matches
    what somebody is to do, ``joined`` ends where that is asked beside what stands before it.
    ``spent`` is what the organ decides, or asks of a body or officer of the organization, and is
    done once; not where ``recurring`` matches.
    """

    again: re.Pattern[str]
    report: re.Pattern[str]
    budget: re.Pattern[str]
    early: re.Pattern[str]
    called: re.Pattern[str]
    infinitive: re.Pattern[str]
    joined: re.Pattern[str]
    spent: re.Pattern[str]
    recurring: re.Pattern[str]


@cache
def due(language: str = "en") -> Due:
    """The patterns of a language."""
    data = load(f"{language}/deadlines")
    words, done = data["due"], data["spent"]
    event, which = alternatives(words["event"]), alternatives(words["which"])
    things, once = alternatives(done["things"]), "|".join(done["once"])
    some = r"(?:[^\s;]+ ){0,12}?"
    made = rf"to (?:{alternatives(done['acts'])}),? {some}(?:{things})\b"
    # The organ itself, by its verb; else nobody but these before the act.
    own = rf"(?:{alternatives(done['decides'])})\b[^;]{{0,80}}? (?:{made}|{once})"
    asked = rf"(?:{alternatives(done['by'])})\b[^;]{{0,120}}? (?:{made}|{once})"
    return Due(
        re.compile(
            rf"\b(?:{alternatives(words['again'])}|(?:{which}) (?:[\w-]+ ){{0,3}}?(?:{event}))\b",
            re.IGNORECASE,
        ),
        re.compile(rf"\b(?:{alternatives(words['report'])})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{alternatives(words['budget'])}) $"),
        re.compile(rf"\b(?:{alternatives(words['early'])}) (?:the year )?{YEAR}$", re.IGNORECASE),
        re.compile(rf"\bto (?:{alternatives(done['acts'])}),? {some}(?:{event})\b", re.IGNORECASE),
        re.compile(rf"to (?!(?:{alternatives(words['ends'])})\b)[a-z]"),
        re.compile(rf"(?:;|:|\b(?:{alternatives(words['joining'])}),?)\s*$"),
        re.compile(rf"\b(?:{own}|{asked})", re.IGNORECASE),
        re.compile(rf"\b(?:{alternatives(done['recurring'])})\b", re.IGNORECASE),
    )
