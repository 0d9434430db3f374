"""What one paragraph holds: verbs, addressees, citations, dates, treaties.

In: the text and its straightened twin, a paragraph's span, and what it is read
against (organ, part, level). Out: a :class:`Content`, its spans offsets into the text.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from counterdraft.draft.brackets import behind_brackets
from counterdraft.draft.opening import reads_as_act
from counterdraft.lexicon.deadlines import term_forces
from counterdraft.lexicon.joining import turns
from counterdraft.lexicon.organs import Organ, organs
from counterdraft.lexicon.reports import of_nobody
from counterdraft.lexicon.requests import requests
from counterdraft.lexicon.verbs import verbs as verb_tables
from counterdraft.model import (
    Addressee,
    Citation,
    DateMention,
    Document,
    Part,
    Span,
    TreatyMention,
    Verb,
)  # fmt: skip
from counterdraft.parse.addressees import find_addressees
from counterdraft.parse.citations import find_citations
from counterdraft.parse.dates import find_dates
from counterdraft.parse.deadlines import asks_report, find_deadlines, find_terms, is_report
from counterdraft.parse.participles import asks_beside, called_on
from counterdraft.parse.points import opens_clauses
from counterdraft.parse.printed import find_symbols
from counterdraft.parse.treaties import find_treaties
from counterdraft.parse.verbs import Match, match_plain, match_verb
from counterdraft.text.straight import straighten

_KEPT = 8192
_DECIDE = "decide"
# Where a further verb may begin: after a comma, a semicolon or a joining word.
_JOINING = turns()
# Each way begins with a letter of its own, in one row, so that the engine skips from one to the
# next; a capital stands behind a full stop or a semicolon, where the next sentence begins with its
# verb.
_TURN = re.compile(
    rf"(?: \[?(?:{_JOINING}) (?=[a-z])|, (?:(?:{_JOINING}|as well as) )?(?=[a-z])"
    rf"|; (?:(?:{_JOINING}) )?(?=[a-z])|\.(?<=[a-z\d)\"']\.) (?=[A-Z])|; (?=[A-Z]))"
    r"(?P<word>[A-Za-z]+)"
)
_RELATIVE = re.compile(r"\b(?:which|who) (?P<word>[a-z]+)\b[^,;]*$")
_WE = re.compile(r"(?P<we>\b[Ww]e )(?:also |further |\w+ly |hereby |therefore )*")
_SENTENCE = (". ", "; ", ": ", ", ", " and ")
_ASIDE = re.compile(r"\b(?:which|who), [^,;.]{1,40}$")
_LISTED = re.compile(r",(?: and| or)? ([a-z]+ing)\b")
_COUPLED = re.compile(r"\b(?P<lead>\w+) (?P<first>\w+ing) and $")
_LONG_WORDS = 60  # characters of "including reinvigorating and"
_AFTER = re.compile(r" ([\w-]+)|([,;.])")


class Texts(NamedTuple):
    """A document's text as printed, and straightened for matching."""

    printed: str
    straight: str


class Content(Struct, frozen=True, gc=False):
    """What was found; ``initial`` is the span of the initiating phrase.

    ``open_verb`` is a verb that asks and whose objects the subparagraphs name
    ("Requests:"); ``called`` are those whom a preambular paragraph calls on.
    """

    initial: Span | None
    verbs: tuple[Verb, ...]
    addressees: tuple[Addressee, ...]
    citations: tuple[Citation, ...]
    dates: tuple[DateMention, ...]
    treaties: tuple[TreatyMention, ...]
    open_verb: Match | None
    deadlines: tuple[str, ...]
    reporting: bool | None
    called: tuple[Addressee, ...] = ()


def read_content(
    texts: Texts,
    span: Span,
    organ: Organ | None,
    part: Part,
    *,
    level: int,
    above: Match | None = None,
    asked: bool = False,
    provided: bool = False,
) -> Content:
    """Read the paragraph at ``span`` of a text of ``organ``.

    ``above`` is the open verb of the paragraph that this one is a point of; ``asked`` is true
    where that paragraph asks somebody for what its points say, ``provided`` where they are what
    is to be provided.
    """
    straight = texts.straight
    initial = _initial(straight, span, organ, level) or _decided(straight, span, above)
    spoken = _spoken(straight, span) if initial is None and part == "operative" else []
    if spoken and spoken[0].start == span.start:
        initial = spoken[0]
    verbs = spoken or _verbs_of(straight, span, organ, part, initial, level)
    addressees = find_addressees(straight, span, verbs, organ, above) if part == "operative" else []
    limits = [limit for each in addressees for limit in each.deadlines]
    if part == "operative":
        limits += _limits_of_nobody(straight, span, verbs, addressees)
    reporting = any(each.reporting for each in addressees)
    reporting = reporting or _report_of_nobody(straight, verbs, addressees)
    if asked:
        first = min((each.verb_span.start for each in addressees), default=span.end)
        above_asks = Span(span.start, max(span.start, first))
        limits = [*find_deadlines(straight, above_asks), *limits]
        reporting = (
            reporting
            or asks_report(straight, above_asks, point=True)
            or (provided and is_report(straight, above_asks))
        )
    citations, treaties = find_citations(straight, span, organ), find_treaties(straight, span)
    dates = _no_names(_no_numbers(find_dates(straight, span), citations), treaties)
    return Content(
        Span(initial.start, initial.end) if initial else None,
        tuple([_verb(texts.printed, each) for each in verbs]),
        tuple([_printed(texts, span, each) for each in addressees]),
        _as_printed(texts, span, citations),
        _as_printed(texts, span, dates),
        _as_printed(texts, span, treaties),
        _open_verb(straight, span, verbs, addressees),
        _words_printed(texts, span, dict.fromkeys(limits)),
        reporting,
        _called(texts, span, verbs, organ) if part == "preambular" else (),
    )


def _called(
    texts: Texts, span: Span, verbs: list[Match], organ: Organ | None
) -> tuple[Addressee, ...]:
    found = called_on(texts.straight, span, verbs, organ)
    return tuple([_printed(texts, span, each) for each in found]) if found else ()


def _verbs_of(
    straight: str, span: Span, organ: Organ | None, part: Part, initial: Match | None, level: int
) -> list[Match]:
    """The verbs of a paragraph that begins with ``initial``, or with none that is known."""
    if initial is not None or part != "operative":
        return _with_further(straight, span, initial, part, organ)
    # Behind a verb that is not known the organ acts on; behind none it may be somebody else.
    act = not level and reads_as_act(straight[span.start : span.end])
    return _further(straight, span, part, organ) if act else _asked_in(straight, span, organ)


def _no_numbers(
    dates: tuple[DateMention, ...], citations: tuple[Citation, ...]
) -> tuple[DateMention, ...]:
    """The dates without what is the number of a document cited: "resolution 2046"."""
    if not dates or not citations:
        return dates
    return tuple(
        each for each in dates
        if each.kind != "year" or not any(_numbers(cited, each) for cited in citations)
    )  # fmt: skip


def _no_names(
    dates: tuple[DateMention, ...], treaties: tuple[TreatyMention, ...]
) -> tuple[DateMention, ...]:
    """The dates without the years in names of treaties: "the Maritime Labour Convention, 2006"."""
    return tuple(
        each for each in dates
        if each.kind != "year" or not any(named.span.holds(each.span) for named in treaties)
    )  # fmt: skip


def _numbers(cited: Citation, year: DateMention) -> bool:
    names = (cited.symbol or "", *cited.candidates)
    return cited.span.holds(year.span) and any(f"/{year.text}" in each for each in names)


def read_symbols(document: Document, texts: Texts, span: Span) -> Content:
    """Of a paragraph that is not in English: what needs none, the symbols that it prints."""
    cited = _as_printed(texts, span, find_symbols(texts.straight, span, document.links))
    return Content(None, (), (), cited, (), (), None, (), reporting=None)


@lru_cache(_KEPT)
def read_note(words: str, organ: str | None) -> tuple[Citation, ...]:
    """The citations of a footnote, their spans counted from its first character.

    Notes repeat themselves from text to text ("Resolution 217 A (III)."): what was read
    lately is kept.
    """
    straight = straighten(words)
    return find_citations(straight, Span(0, len(straight)), _organ(organ), footnote=True)


_Found = TypeVar("_Found", Citation, DateMention, TreatyMention)


def _as_printed(texts: Texts, span: Span, found: tuple[_Found, ...]) -> tuple[_Found, ...]:
    """What was found, in the text's own characters."""
    if not found or texts.printed[span.start : span.end].isascii():
        return found
    return tuple(
        [
            each
            if each.text == (printed := each.span.of(texts.printed))
            else replace(each, text=printed)
            for each in found
        ]
    )


def _organ(name: str | None) -> Organ | None:
    return next((each for each in organs() if each.id == name), None)


def _initial(straight: str, span: Span, organ: Organ | None, level: int) -> Match | None:
    """The verb that opens a paragraph, past brackets and whoever they name."""
    at, end = span.start, span.end
    while at < end and straight[at] in "( ":
        at += 1
    at = behind_brackets(straight, at, end)
    if at >= end or not straight[at].isupper():
        return None
    found = match_verb(straight, at, end, organ=organ.id if organ else None)
    if found is None or not level:
        return found
    # Below the top level a participle opens a noun phrase, not an act, and "Orders" are things.
    return None if found.form != "present" or (found.noun and found.weak) else found


def _decided(straight: str, span: Span, above: Match | None) -> Match | None:
    """The verb by which the organ asks in a point of what it decides.

    "Decides: (a) To request …"; "We decide to: (a) Request …".
    """
    if above is None or above.lemma not in requests().deciding:
        return None
    if opens_clauses(straight, above.act_end):
        return None  # "Decides that: (c) Direct expenses shall be …"
    found = match_plain(straight, span.start, span.end)
    return found if found and found.asks else None


def _spoken(straight: str, span: Span) -> list[Match]:
    """The verbs by which a declaration asks in the first person: "We call upon all States to …"."""
    found = []
    for we in _WE.finditer(straight, span.start, span.end):
        begins = we.start() == span.start or straight.endswith(_SENTENCE, span.start, we.start())
        verb = match_plain(straight, we.end(), span.end) if begins else None
        if verb and verb.asks:
            found.append(replace(verb, start=we.start("we")))
    return found


def _with_further(
    straight: str, span: Span, initial: Match | None, part: Part, organ: Organ | None
) -> list[Match]:
    """The initial verb and every further one by which the organ acts, in order."""
    if initial is None:
        return []
    at = max(initial.end, initial.act_end)
    return [initial, *initial.more, *_further(straight, Span(at, span.end), part, organ)]


def _asked_in(straight: str, span: Span, organ: Organ | None) -> list[Match]:
    """The verbs by which the organ asks somebody who is named, where it opens with no verb.

    "(a) The lamps that were broken, and in this regard urges all States to light them": the point
    itself is of the list. Where nobody is found to be asked, the verb is somebody else's; behind
    the first by which somebody is, each is the organ's.
    """
    verbs = _further(straight, span, "operative", organ)
    asking = [each for each in verbs if each.asks]
    bound = {each.verb_span.start for each in find_addressees(straight, span, asking, organ)}
    return [each for each in verbs if bound and each.start >= min(bound)]


def _further(straight: str, span: Span, part: Part, organ: Organ | None) -> list[Match]:
    """Every verb of the organ's that is joined to what stands before it in ``span``."""
    verbs: list[Match] = []
    at = span.start
    wanted = "participle" if part == "preambular" else "present"
    table = verb_tables()
    joined = table.joined[part]
    for turn in _TURN.finditer(straight, at, span.end):
        if turn[1].lower() not in joined or turn.start(1) < at:
            continue
        start = turn.start(1)
        longer = table.longer.get(turn[1])
        if longer and not straight.startswith(longer, start):
            continue  # " and in the ports", where "and in this regard requests" might stand
        found = match_verb(straight, start, span.end)
        if found is None or found.weak:
            continue
        clause, joint = Span(at, turn.start()), straight[turn.start() : start]
        if found.form != wanted and not (
            part == "operative" and asks_beside(straight, clause, joint, found, span.end, organ)
        ):
            continue
        if _somebody_elses(straight, at, turn.start()):
            continue
        if found.noun and _is_noun(straight, found, span.end):
            continue
        if found.form == "participle" and _is_coupled(straight, turn):
            continue
        if wanted == "participle" and _is_listed(straight, found.end, span.end):
            continue
        verbs += [found, *found.more]
        at = found.end
    return verbs


def _somebody_elses(straight: str, start: int, stop: int) -> bool:
    """Whether the verb joined at ``stop`` is of a relative clause.

    "the decision of the Union, which condemns the acts and urges restraint"; "its decision,
    which, in particular, urges restraint"
    """
    if straight.find("wh", start, stop) < 0:  # no "which", no "who"
        return False
    if straight[stop] != " ":
        return straight[stop] == "," and bool(_ASIDE.search(straight, start, stop))
    relative = _RELATIVE.search(straight, start, stop)
    return relative is not None and relative["word"] in verb_tables().inner["present"]


def _is_listed(straight: str, start: int, end: int) -> bool:
    """Whether what ends at ``start`` is one of a list of what somebody does.

    "by advising, supporting and assisting the Government"; but "noting, including in its report"
    """
    following = _LISTED.match(straight, start, end)
    if following is None or following[1] in verb_tables().relating:
        return False
    return following[1] not in verb_tables().openers


def _is_coupled(straight: str, turn: re.Match[str]) -> bool:
    """Whether a participle is the second of two of what somebody does.

    "in promoting and encouraging respect"; but "of women in peacebuilding and noting"
    """
    before = _COUPLED.search(straight, max(turn.start() - _LONG_WORDS, 0), turn.start(1))
    table = verb_tables()
    return (
        before is not None
        and before["lead"].lower() in table.leading_gerunds
        and before["first"].lower() not in table.gerund_nouns
    )


def _is_noun(straight: str, found: Match, end: int) -> bool:
    """Whether "requests", "calls", "notes" stands for the thing and not the act."""
    if straight.startswith(":", found.end) and found.end + 1 == end and found.asks:
        return False  # "Recalls its decision, and requests:": the points name whoever is asked
    following = _AFTER.match(straight, found.end, end)
    if following is None:
        return True
    if following[2]:
        return not straight.startswith((", in th", ", within "), found.end)
    return following[1] in verb_tables().after_noun or (
        following[1] == "for" and found.lemma != "call for"
    )


def _limits_of_nobody(
    straight: str, span: Span, verbs: list[Match], addressees: list[Addressee]
) -> list[str]:
    """The time limits under verbs that ask nobody by name, and the terms of what is decided."""
    bound: dict[int, int] = {}
    for each in addressees:
        bound.setdefault(each.verb_span.start, each.span.start)
    found: list[str] = []
    for i, verb in enumerate(verbs):
        clause = Span(verb.act_end, verbs[i + 1].start if i + 1 < len(verbs) else span.end)
        if verb.start in bound:
            # "Decides, for a period of six months, that all States shall": the term stands before.
            if verb.lemma == _DECIDE and bound[verb.start] > verb.act_end:
                found += find_terms(straight, Span(verb.act_end, bound[verb.start]))
            continue
        if verb.asks:
            found += find_deadlines(straight, clause, decided=verb.force in term_forces())
        elif verb.force in term_forces():
            found += find_terms(straight, clause)
    return found


def _report_of_nobody(straight: str, verbs: list[Match], addressees: list[Addressee]) -> bool:
    """Whether a report is asked for by a verb that asks nobody by name: "requests an update"."""
    bound = {each.verb_span.start for each in addressees}
    return any(
        each.lemma in requests().for_things
        and each.start not in bound
        and of_nobody().match(straight, each.act_end)
        for each in verbs
    )


def _open_verb(
    straight: str, span: Span, verbs: list[Match], addressees: list[Addressee]
) -> Match | None:
    if straight[span.end - 1] != ":":
        return None
    spoken = requests().first_person.search(straight, span.start, span.end)
    if spoken:
        begin, end = spoken.span("verb")
        return Match(begin, end, end, end, _DECIDE, (), _DECIDE, "present", asks=False, noun=False)
    if not verbs or not _names_in_points(straight, span, verbs[-1]):
        return None
    addressed = any(each.verb_span.start == verbs[-1].start for each in addressees)
    return None if addressed else verbs[-1]


def _names_in_points(straight: str, span: Span, verb: Match) -> bool:
    """Whether the points below a verb may name whom it binds: "Requests:", "Decides that:"."""
    if verb.lemma not in requests().deciding:
        return verb.asks
    bare = not straight[verb.act_end : span.end].strip(" ,:")
    return bare or opens_clauses(straight, verb.act_end)


def _verb(text: str, match: Match) -> Verb:
    span = Span(match.start, match.full_end)
    return Verb(text[match.start : match.full_end], span, match.lemma, match.adverbs, match.force)


def _printed(texts: Texts, span: Span, one: Addressee) -> Addressee:
    """The addressee in the text's own characters."""
    text, limits = texts.printed, _words_printed(texts, span, one.deadlines)
    return Addressee(
        one.class_, one.span.of(text), one.verb_span.of(text), one.span, one.verb_span, one.action,
        one.force, limits[0] if limits else None, one.reporting, one.name, limits,
    )  # fmt: skip


def _words_printed(texts: Texts, span: Span, straight: Collection[str]) -> tuple[str, ...]:
    """Words of a paragraph in the text's own characters, which stand at the same offsets."""
    if not straight:
        return ()
    places = ((texts.straight.find(each, span.start), len(each)) for each in straight)
    return tuple(texts.printed[at : at + length] for at, length in places)
