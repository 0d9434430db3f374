"""How a language says who is asked to do what, as words and patterns for matching."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.joining import joining_words
from counterdraft.lexicon.load import load


class Joined(NamedTuple):
    """What joins a second who is asked by the same verb, and what may stand before "and".

    ``leading`` are a verb's prepositions, by its lemma. ``governing`` are verbs that have
    somebody who does something as their object ("help A and B to …"); ``beside`` prepositions
    with a list behind them ("with A, B and C"), ``prepositions`` those that two may stand behind,
    ``listing`` such where a comma stands before the second, ``adverbial`` phrases where one does
    not count. ``parties`` is a pattern, as text, for those to a treaty; ``not_yet`` matches, right
    behind a name, that only those are meant who have not done so.
    """

    leading: dict[str, list[str]]
    governing: re.Pattern[str]
    beside: re.Pattern[str]
    prepositions: re.Pattern[str]
    listing: re.Pattern[str]
    adverbial: re.Pattern[str]
    parties: str
    not_yet: re.Pattern[str]


class Phrases(NamedTuple):
    """Patterns, as text, for where a phrase begins that may name whoever is asked.

    ``opening`` looks ahead to its first word; ``leading`` are prepositions before it, ``led`` the
    same right behind a verb, with its opening; ``joining`` joins two phrases, ``beyond`` does so
    behind an aside, and looks no further than that; ``interrupted`` are what joins two, with a
    comma and in blanks, before an aside between them.
    """

    opening: str
    leading: str
    led: str
    joining: str
    beyond: str
    interrupted: tuple[str, ...]


class Requests(NamedTuple):
    """The words around those who are asked.

    ``not_before`` and ``not_after`` are the words before and after which "to" opens no infinitive
    of the verb's, ``not_done`` matches a clause of those who have not done something, to where they
    are asked to do it (``do_so``), ``negation`` the words before "to" that turn it round; ``aside``
    and ``helpers`` match what begins an aside, and one that names those who help, ``particular``
    one that names some of those who are asked, and ``of_them``, behind it, that these bear no name
    of their own; ``skipped`` all that may stand between verb and object,
    ``adverbial`` such a phrase at the end of a stretch; ``renewed`` a noun (in the group of that
    name) that repeats a request, with its force in ``renewed_force``, and ``made_before`` tells
    where it was made; ``needed`` the noun by which stress, or one of the lemmas
    ``needing``, becomes a request, ``needed_for`` the
    same before those for whom it is of importance, with ``of_doing`` behind them ("the importance
    for States of lighting"), and ``acting`` what stands, behind it and those named, before what
    they are to do ("the importance of States acting together"); ``of_persons`` the lemmas
    whose object, before an infinitive, is whoever is
    asked, ``for_things`` those behind which "for" opens what is asked; ``describing`` are the words
    that begin what describes the noun before them. After the lemmas ``stating``, ``statement``
    matches the "that" behind which is what is said, and not asked, and ``bound`` what makes of it
    something that those reminded have to do, from the group ``duty`` on.
    ``passive`` matches, behind those named, that something is done to them, and not by them;
    ``done``, at the end of a stretch, that somebody has done it: "held by". ``joined`` are the
    words between two who are asked by one verb. ``deciding`` are the lemmas by which the organ
    decides itself, ``intending`` the nouns by which it commits itself; ``listing``
    matches, behind a verb, the mark of the first point of a list (its
    groups are ``that`` and ``label``), after the lemmas ``lists`` it may stand far behind;
    ``opening_clauses`` matches the rest of a paragraph whose points are
    clauses; ``first_person``, at the end of a paragraph, the words by which a declaration decides
    what its points say; ``subjunctive``, behind the subject of "demands that", a verb that shows
    that the subject is asked, and ``between`` what may stand before it, with the ``verb``.
    ``of_their_own`` matches what begins an aside of those asked themselves, and ``behind_it`` the
    comma and the words that join more of them behind it.
    ``phrases`` tells where phrases begin and what joins them, ``before_subject`` matches what opens
    an aside right behind "that", before the subject of its clause.
    """

    not_before: frozenset[str]
    not_after: frozenset[str]
    not_done: re.Pattern[str]
    do_so: str
    negation: re.Pattern[str]
    aside: re.Pattern[str]
    helpers: re.Pattern[str]
    particular: re.Pattern[str]
    of_them: re.Pattern[str]
    skipped: re.Pattern[str]
    adverbial: re.Pattern[str]
    renewed: re.Pattern[str]
    renewed_force: dict[str, str]
    needing: frozenset[str]
    made_before: re.Pattern[str]
    needed: re.Pattern[str]
    needed_for: re.Pattern[str]
    of_doing: re.Pattern[str]
    acting: re.Pattern[str]
    of_persons: frozenset[str]
    for_things: frozenset[str]
    describing: frozenset[str]
    stating: frozenset[str]
    statement: re.Pattern[str]
    bound: re.Pattern[str]
    passive: re.Pattern[str]
    done: re.Pattern[str]
    joined: Joined
    deciding: frozenset[str]
    intending: tuple[str, ...]
    listing: re.Pattern[str]
    lists: frozenset[str]
    opening_clauses: re.Pattern[str]
    first_person: re.Pattern[str]
    subjunctive: re.Pattern[str]
    between: re.Pattern[str]
    of_their_own: re.Pattern[str]
    behind_it: re.Pattern[str]
    phrases: Phrases
    before_subject: re.Pattern[str]


@cache
def requests(language: str = "en") -> Requests:
    """The words around those who are asked, in a language."""
    data = load(f"{language}/requests")
    stating = {name: alternatives(words) for name, words in data["stating"].items()}
    return Requests(
        not_before=frozenset(data["infinitive"]["not_before"]),
        not_after=frozenset(data["infinitive"]["not_after"]),
        not_done=_not_done(data),
        do_so=data["infinitive"]["do_so"],
        negation=re.compile(rf"\b(?:{alternatives(data['infinitive']['negation'])}) $"),
        aside=re.compile(rf"(?:{alternatives(data['asides'])})\b"),
        helpers=_helpers(data["helpers"]),
        particular=re.compile(
            rf"(?:and |but )?(?:{alternatives(data['particular']['openings'])}),? "
        ),
        of_them=re.compile(rf"(?:{alternatives(data['particular']['of_them'])})\b"),
        skipped=_skipped(data["skipped"]),
        adverbial=re.compile(rf"\b(?:{alternatives(data['skipped']['phrases'])})$"),
        renewed=re.compile(
            r" (?:the|its|their|all|previous)(?: [a-z]+){0,2} "
            rf"(?P<renewed>{alternatives(data['renewed'])})"
            r"(?:s|, [^,;]{3,80},)? (?:to|upon|on|for) "
        ),
        renewed_force=data["renewed"],
        needing=frozenset(data["needed"]["verbs"]),
        made_before=_made_before(data["made_before"]),
        needed=re.compile(
            r"(?:in this regard |also |further )?"
            rf"(?:the (?:\w+ )?(?:{alternatives(data['needed']['nouns'])}) )"
            r"(?:for|upon|of) (?=[^;.]{3,200} to )"
        ),
        needed_for=re.compile(rf"the (?:\w+ )?(?:{alternatives(data['needed']['nouns'])}) for "),
        of_doing=re.compile(
            rf" of (?P<doing>(?:\w+ly )?(?!{alternatives(data['needed']['not_acting'])})[a-z]+ing )"
        ),
        acting=re.compile(
            rf" (?=(?:\w+ly )?(?!{alternatives(data['needed']['not_acting'])})[a-z]+ing[ ,])"
        ),
        of_persons=frozenset(data["of_persons"]["verbs"]),
        for_things=frozenset(data["for_things"]["verbs"]),
        describing=frozenset(data["describing"]),
        stating=frozenset(data["stating"]["verbs"]),
        statement=re.compile(rf"\bthat\b,? (?!(?:{stating['describing']})\b)"),
        bound=re.compile(
            rf"(?:[^;.]{{3,160}}?, )?(?:{stating['pronouns']}) (?P<duty>(?:{stating['bound']})\b)"
        ),
        passive=_passive(data["passive"]),
        done=re.compile(rf"\b(?:{alternatives(data['passive']['participles'])}|\w+ed) by $"),
        joined=_joined(data["joined"]),
        deciding=frozenset(data["deciding"]["verbs"]),
        intending=tuple(data["intending"]["nouns"]),
        lists=frozenset(data["listing"]["verbs"]),
        listing=re.compile(
            rf"(?:,? (?P<that>that))?(?: (?:{alternatives(data['listing']['leading'])}))?"
            r"[:,]? ?\(?(?P<label>a|i|1)\) "
        ),
        opening_clauses=_opening_clauses(data),
        first_person=_first_person(data["first_person"]),
        subjunctive=_subjunctive(data["subjunctive"]),
        between=_between(data),
        of_their_own=re.compile(rf"(?:{alternatives(data['of_their_own']['openings'])})\b"),
        behind_it=re.compile(
            rf", (?:{alternatives(data['of_their_own']['beyond'])})"
            rf" (?!(?:{alternatives(data['asides'])})\b)"
        ),
        phrases=_phrases(data["phrases"]),
        before_subject=_before_subject(data),
    )


def _made_before(data: dict[str, list[str]]) -> re.Pattern[str]:
    """ " in paragraph 3 of its resolution 70/1 (that)", ", made in resolution 1640 (2005), "."""
    words, whose = alternatives(data["words"]), alternatives(data["whose"])
    return re.compile(
        rf",? (?:(?:{words}) )?in (?:paragraphs? [\d (),and]+ of )?(?:(?:{whose}) )*resolutions? "
        r"\d[\d/]*(?: \(\d{4}\))?(?: of \d+ \w+ \d{4})?,?(?= (?:that|to|for|upon|on) )"
    )


def _not_done(data: dict[str, Any]) -> re.Pattern[str]:
    """ "That have not yet taken steps to end it to do so", in one clause, up to the last "to"."""
    which, words = alternatives(data["joined"]["which"]), data["infinitive"]
    not_done = alternatives(words["not_done"])
    return re.compile(rf"\b(?:{which}) (?:{not_done}) [^;:.]{{3,260}}?(?= {words['do_so']}\b)")


def _before_subject(data: dict[str, Any]) -> re.Pattern[str]:
    words = [*data["deciding"]["behind_that"], *data["conditions"]["openings"]]
    return re.compile(rf"(?:{alternatives(words)})\b")


def _opening_clauses(data: dict[str, Any]) -> re.Pattern[str]:
    """ "That:", perhaps with an aside before it, and with one behind it that has no verb."""
    before = alternatives(data["deciding"]["before_that"])
    behind, verb = (
        alternatives(data["deciding"]["behind_that"]),
        alternatives(data["deciding"]["verbal"]),
    )
    return re.compile(
        rf"{_skipped(data['skipped']).pattern}"
        rf"(?:, (?:{before})\b(?:(?! to |that )[^;:.]){{0,160}},)?"
        rf"[ ,]*that[ ,]*(?:(?:{behind})\b(?:(?!\b(?:{verb})\b)[^;:.]){{0,200}})?:"
    )


def _joined(data: dict[str, Any]) -> Joined:
    return Joined(
        data["leading"],
        re.compile(rf"\b(?:{alternatives(data['governing'])})\w*\b"),
        re.compile(rf"\b(?:{alternatives(data['beside'])})\b"),
        re.compile(rf"\b(?:{alternatives(data['prepositions'])})\b"),
        re.compile(rf"\b(?:{alternatives(data['listing'])})\b"),
        re.compile(rf"\b(?:{alternatives(data['adverbial'])}) \w+\b"),
        rf"(?:{alternatives(data['parties'])}) to the [A-Z]",
        re.compile(rf" (?:{alternatives(data['which'])}) (?:{alternatives(data['not_yet'])})"),
    )


def _first_person(data: dict[str, list[str]]) -> re.Pattern[str]:
    to, points = alternatives(data["before_to"]), alternatives(data["before_points"])
    verb = rf"(?:{to})(?=\b[^.;:]{{0,80}} to:$)|(?:{points})(?=:$)"
    return re.compile(rf"\b(?P<verb>[Ww]e (?:[a-z]+ ){{0,2}}?(?:{verb}))")


def _phrases(data: dict[str, list[str]]) -> Phrases:
    return Phrases(
        rf"(?=(?:{alternatives(data['openings'])}) |[A-Z])",
        alternatives(data["leading"]),
        rf"(?:{alternatives([*data['leading'], *data['led']])}) "
        rf"(?=(?:{alternatives([*data['openings'], *data['openings_led']])}) |[A-Z])",
        alternatives(data["joining"]),
        rf"(?=(?:{alternatives(data['beyond'])}) )(?:{alternatives(data['joining'])}) ",
        tuple(f" {word}, " for word in data["interrupted"]),
    )


def _subjunctive(data: dict[str, list[str]]) -> re.Pattern[str]:
    """ "(immediately) cease", "not report to": no verb in -s, and no noun."""
    verbs, nouns = alternatives(data["verbs"]), alternatives(data["nouns"])
    joining = alternatives(sorted(joining_words() - set(data["not_behind"])))
    behind = rf"(?= (?:{joining}|\w+ly)\b|[,;.:]|$)"
    return re.compile(
        rf" (?:not |also |fully |\w+ly )*(?:(?:{verbs})(?![\w-])|(?:{nouns}){behind})"
    )


def _between(data: dict[str, Any]) -> re.Pattern[str]:
    """ " in Orlavia(, in particular the Lamp Front,) cease fire": ``verb`` is the first that asks.

    A word that is a noun too is one only behind an adverb or a mark; and where it may be one in
    between, none is found.
    """
    words = data["subjunctive"]
    opens = alternatives([*words["between"], *data["describing"], *data["asides"]])
    never = "".join(rf"(?<!\b{re.escape(each)})" for each in words["never_behind"])
    verbs, nouns = alternatives(words["verbs"]), alternatives(words["nouns"])
    others = rf" (?:{alternatives(words['other_verbs'])})\b"
    inner = rf"(?:(?!{others}|{never} (?:{nouns})(?![\w-]))[^;:])"
    adverbs = r"(?:not |also |fully |\w+ly )"
    plain = rf"{never} {adverbs}*(?:{verbs})(?![\w-])"
    noun = rf"(?:{never} {adverbs}+|(?<=[,)]) )(?:{nouns})(?![\w-])"
    return re.compile(rf"(?:,? (?!not )(?:{opens})\b| \(){inner}{{0,400}}?(?P<verb>{plain}|{noun})")


def _passive(data: dict[str, list[str]]) -> re.Pattern[str]:
    """ "(of attacks on lamps) be (promptly) brought": no clause of its own stands in between."""
    return re.compile(
        rf"(?<! who)(?<! which)(?: (?:{alternatives(data['prepositions'])}) "
        rf"(?:(?! (?:{alternatives(data['opening'])})\b)[^,;.:]){{2,160}}?)?"
        r" (?:be|is|are|was|were)(?: to be)? "
        rf"(?:not |also |\w+ly )*(?!(?:{alternatives(data['asking'])})\b)"
        rf"(?:{alternatives(data['participles'])}|\w+ed)\b"
    )


def _helpers(data: dict[str, list[str]]) -> re.Pattern[str]:
    return re.compile(
        rf"(?:also )?(?:in (?:close |full )?(?:{alternatives(data['with'])})"
        r"|together|jointly|along|working (?:closely )?) with\b"
        rf"|with (?:the )?(?:{alternatives(data['of'])}) "
    )


def _skipped(data: dict[str, Any]) -> re.Pattern[str]:
    longer = "".join(
        rf"|{re.escape(each['opening'])} [^,;]{{3,{each['longest']}}}" for each in data["up_to"]
    )
    between = rf"|(?<=, )(?:{alternatives(data['set_off'])})\b[^,;:]{{2,120}}(?=, )"
    return re.compile(rf"(?:,? ?(?:{alternatives(data['phrases'])}{longer}{between}),? )*")


class Participles(NamedTuple):
    """How a participle that asks is joined to what stands before it.

    ``beside`` is searched for in the words of the joint, ``joined`` matches a whole one; by
    ``others``, in what stands before it, somebody else acts in that form, and by ``told`` may.
    ``tails`` ends a stretch that goes on behind it, whose end is one of ``last``; ``past`` are the
    lemmas that tell of a request which was made before.
    """

    beside: re.Pattern[str]
    joined: re.Pattern[str]
    others: re.Pattern[str]
    told: re.Pattern[str]
    tails: re.Pattern[str]
    last: tuple[str, ...]
    past: frozenset[str]


@cache
def participles(language: str = "en") -> Participles:
    """The words of a language."""
    data = load(f"{language}/requests")["participles"]
    words = {name: alternatives(each) for name, each in data.items()}
    return Participles(
        re.compile(rf"\b(?:{words['beside']})\b"),
        re.compile(rf"(?:{words['joined']})"),
        re.compile(rf"\b(?:{words['others']}) (?:\w+ly )?[a-z]{{2,}}ing\b"),
        re.compile(rf"\b(?:{words['told']})\b"),
        re.compile(rf"(?:,? (?:{words['tails']}))+$"),
        tuple(data["tails"]),
        frozenset(data["past"]),
    )


@cache
def objectless(language: str = "en") -> re.Pattern[str]:
    """A verb alone that lacks its object: "to submit", but not "to cooperate"."""
    verbs = alternatives(load(f"{language}/requests")["objectless"]["verbs"])
    return re.compile(rf"[ ,]*(?:not )?to (?!(?:{verbs})\b)[a-z]+")
