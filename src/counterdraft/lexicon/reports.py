"""How a language asks for a report, as patterns for matching."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from counterdraft.lexicon.alternatives import alternatives
from counterdraft.lexicon.load import load

_ITS = "his|her|its|their"
# So far back stands what says that a report is to end.
_BEFORE = 80
_UP_TO_REPORT = r"[^;.]{0,80}\ reports?"


@cache
def _words(language: str) -> dict[str, str]:
    return {k: alternatives(v) for k, v in load(f"{language}/deadlines")["report"].items()}


@cache
def telling(language: str = "en") -> frozenset[str]:
    """Words in which a report may be asked for that no pattern knows."""
    return frozenset(load(f"{language}/deadlines")["report"]["telling"])


@cache
def tells_pattern(language: str = "en") -> re.Pattern[str]:
    """Who is asked to give it something that may be a report: "to submit information to the"."""
    words = _words(language)
    verbs, told = f"{words['submit']}|{words['tell']}", words["telling"]
    return re.compile(rf"\b(?:to|and|also|,) (?:{verbs})\b[^;.]{{0,60}}?\b(?:{told})\b")


@cache
def asked_for(language: str = "en") -> re.Pattern[str]:
    """ "… for a progress report": a report that is asked for as a thing, behind who is asked."""
    things = alternatives(load(f"{language}/deadlines")["report"]["things"])
    return re.compile(
        r" for (?:an?|the|his|her|its|their|further|regular) "
        rf"(?:(?! to )[^,;.]){{0,60}}?(?:{things})\b"
    )


@cache
def reports_from(language: str = "en") -> re.Pattern[str]:
    """ "(for) a report from …", "from … a report": up to whoever is asked for it.

    The group ``thing`` is the report where it stands before them, ``before`` is "from" where it
    stands behind.
    """
    report = load(f"{language}/deadlines")["report"]
    thing = alternatives([*report["things"], *report["written"]])
    handing, acts = alternatives(report["handing"]), alternatives(report["acts"])
    words = r"(?:(?!(?:to|that|which|of|in|by|from|for) )[a-z-]+,? (?:and )?)"
    a_thing = (
        rf"(?:(?:an?|further|regular|the following) (?:[a-z-]+ ){{0,4}}?(?:{thing})"
        rf"(?: in the form of an? (?:[a-z-]+ ){{0,3}}?[a-z-]+)?"
        rf"|{words}{{0,5}}?(?:{acts})"
        rf"|(?:the )?{words}{{0,2}}?(?:{handing}) of {words}{{0,4}}?(?:{thing}))"
    )
    limit = r"(?:by (?:\d|the|its|[A-Z])|within |before |no later than )[^,;.]{1,40}?"
    return re.compile(
        rf"(?:{limit},? )?(?:for )?(?:(?P<thing>{a_thing})(?: {limit})?,? (?:from|by)"
        r"|(?P<before>[Ff]rom)) "
    )


@cache
def of_nobody(language: str = "en") -> re.Pattern[str]:
    """ "(requests) a further report", right behind the verb, whoever is to make it."""
    limit = r"(?:,? (?:by|within|before|at|in) [^,;.]{1,60}?,?)?"
    return re.compile(rf"{limit}{a_report(language).pattern}(?!-)")


@cache
def following_reports(language: str = "en") -> re.Pattern[str]:
    """ "(requests) the following reports to the Council:": its points tell from whom."""
    things = _words(language)["things"]
    return re.compile(rf" the following (?:[a-z]+ ){{0,2}}?(?:{things})\b[^:;]{{0,120}}:")


@cache
def opens_things(language: str = "en") -> re.Pattern[str]:
    """ "(to) provide to the Council:", at the end: its points are what is to be provided."""
    submit = _words(language)["submit"]
    return re.compile(rf"\b(?:{submit})(?: (?:to|with) (?:(?! an? )[^:;,.]){{1,80}})?:$")


@cache
def a_report(language: str = "en") -> re.Pattern[str]:
    """ "A comprehensive report", behind whoever is asked for it."""
    report = load(f"{language}/deadlines")["report"]
    thing = alternatives([*report["things"], *report["written"]])
    return re.compile(
        rf",? (?:an?|further|regular|their|his|her|its) (?:(?!of )[a-z-]+ ){{0,4}}?(?:{thing})\b"
    )


@cache
def reports_itself(language: str = "en") -> re.Pattern[str]:
    """A ``verb`` in the third person at the head of a clause: "(that the Panel) provides a"."""
    table = load(f"{language}/deadlines")["report"]
    verbs = alternatives([*table["submit"], *table["publish"], *table["give"], *table["tell"]])
    also = r"(?:also |then |further |regularly |periodically )?"
    return re.compile(rf" ?{also}(?!transmits the )(?P<verb>report|{verbs})s\b(?! of\b)")


@cache
def report_pattern(language: str = "en") -> re.Pattern[str]:
    """What may ask for a report, an update or information, in any words of a paragraph."""
    words = _words(language)
    not_one_of_somebodys = r"""(?<!the\ )(?<!his\ )(?<!her\ )(?<!its\ )(?<!this\ )(?<!\ a\ )
              (?<!who\ )(?<!that\ )(?<!which\ )"""
    ways = (
        rf"{not_one_of_somebodys}report\ (?:{words['after_report']})",
        rf"reports?\ (?:{words['after_reports']})",
        _in_next_report(language, _ITS),
        rf"submit{_UP_TO_REPORT}",
    )
    return re.compile(_request(language, r"report|in\ |submit", ways), re.VERBOSE)


@cache
def report_asked(language: str = "en") -> re.Pattern[str]:
    """What asks for a report, an update or information, in the words of what is to be done.

    A report that is only spoken of in them is none that is asked for: "to consider the annual
    report on lamps".
    """
    words = _words(language)
    its = rf"{_ITS}|the\ Secretary-General's"
    report = r"(?:[a-z]+\ )?report"
    ways = (
        _in_next_report(language, its),
        rf"in\ the\ context\ of\ the\ (?:{words['in_which']})\ {report}s?\b(?!\ of\ )",
        rf"(?:in|as\ part\ of)\ (?:{its})\ {report}s?\ on\ the\ (?:implementation|progress)",
        rf"in\ (?:an?|the\ context\ of\ the)\ {report}\ to\ be\ submitted",
        rf"submit(?!ted){_UP_TO_REPORT}",
    )
    request = _request(language, r"in\ |as\ |submit", ways)
    return re.compile(
        rf"""{request}
        | (?<=[")]\ )report\ (?:{words["after_report"]})\b
        | \([a-z]\)\ (?:{words["submit"]})\ [^;.,]{{0,80}}?\breports?\b
        """,
        re.VERBOSE,
    )


@cache
def sets_up(language: str = "en") -> re.Pattern[str]:
    """ "To establish …", at the beginning: a body that has its own tasks is set up, or goes on."""
    verbs = _words(language)["sets_up"]
    return re.compile(rf"[\s,]*(?:[^,;:]{{0,60}}, )?to (?:also )?(?:{verbs})\b")


@cache
def setting_up(language: str = "en") -> frozenset[str]:
    """The lemmas of verbs by which an organ sets up a body whose points are its tasks."""
    return frozenset(load(f"{language}/deadlines")["report"]["setting_up"])


def is_to_end(text: str, at: int) -> bool:
    """Whether a report whose words begin at a place of a text is not to be made, or no longer."""
    return bool(_ended().search(text, max(0, at - _BEFORE), at))


@cache
def _ended(language: str = "en") -> re.Pattern[str]:
    words, word = _words(language), r" (?!(?:and|or|but|only)\b)[a-z]+"
    return re.compile(
        rf"\b(?:(?:{words['not_made']})(?: to)?(?:{word})?|(?:{words['ended']})(?:{word}){{0,4}}) $"
    )


def _request(language: str, first: str, ways: Iterable[str]) -> str:
    """What asks for a report as a thing, what leads to one, and ``ways`` to speak of one.

    Each way begins with a word of ``first``: all that it can begin with stands first, so that any
    other word is passed by at once.
    """
    before = _words(language)["before_report"]
    return rf"""^{asked_for(language).pattern.replace(" ", "[ ]")}
        | \b(?=(?:{before})\ |{first})(?:{_to_report(language)} | (?:{"|".join(ways)})\b)"""


def _in_next_report(language: str, whose: str) -> str:
    which = _words(language)["in_which"]
    return rf"in\ (?:the\ context\ of\ )?(?:{whose})\ (?:{which})\b[^;.]{{0,30}}\breports?"


def _to_report(language: str) -> str:
    """A pattern for what leads to a verb by which somebody reports, and the verb with it."""
    words = _words(language)
    return rf"""
          (?<!capacity\ )(?<!ability\ )(?:{words["before_report"]})\ (?:continue\ (?:to\ )?)?(?:
              report(?:ing(?=\ (?:to|back|thereon)\b))?\b
              (?!\ of|\ dissemination|\ on\ the\ situation\ was|s\b)
            | (?:{words["submit"]})\b(?:(?!\ support\b|\ assistance\b)[^;.]){{0,140}}?
              \b(?:{words["submitted"]})\b
              (?![^;.]{{0,120}}\ to\ (?:the\ |their\ )?(?:{words["other_readers"]})\b)
            | (?:{words["submit"]})\b[^;.]{{60,700}}?
              ,?\ an?\ (?:[a-z-]+,?\ ){{0,8}}?reports?\ on\b
            | (?:{words["write"]})\ (?:an?|his|her|its|their)\ [^,;.]{{0,60}}?
              \b(?:{words["written"]})\b(?!\ verbale)
            | (?:{words["give"]})\ an?\ [^,;.]{{0,40}}?\b(?:{words["given"]})\b
            | (?:{words["publish"]})\ an?\ [^,;.]{{0,60}}?\breports?\b
            | (?:{words["tell"]})\b(?!\ by\b)[^;.]{{0,40}}\b(?:{words["told"]})\b(?!'s)
            | (?:{words["include"]})\b[^;.]{{0,140}}\bin(?:to)?
              \ (?:his|her|its|the|their)\ (?:(?:{words["include_in"]}|[A-Z][a-z]+\ \d{{4}})\ )*
              (?:progress\ )?reports?)"""
