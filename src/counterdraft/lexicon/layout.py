"""How a text names its own parts and itself: labels, annexes, mastheads, committees."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from counterdraft.lexicon.alternatives import Seldom, alternatives, seldom
from counterdraft.lexicon.load import load

_ANNEX_NUMBER = r"[IVX]{1,5}|[A-H]|\d{1,2}"


class Layout(NamedTuple):
    """Patterns of whole lines, or of how lines begin.

    ``label`` and ``annex`` match a line that is nothing else, ``numbered_annex`` the ``label`` and
    ``number`` of an annex that a heading begins with; ``masthead`` the beginning of one
    that belongs to a masthead, ``apart`` of one that no line above goes on with; ``mail`` the
    head of an e-mail; ``sponsors`` a line that names
    them, in its group ``who`` or ``whose``; ``signatories`` the label of those who sign without
    sponsoring, or oppose; ``tabled`` the end of a line that names the sponsors before a colon, or
    what of it stands in a line of its own; ``titled`` a line with a label and the title ``words``
    behind it; ``headed`` the label of any such line; ``drafts`` what says of a line that it is no
    title,
    ``title_openings`` that it is one; ``officer`` the beginning of who submits by office,
    ``by_office`` that somebody did, ``office`` the word for one anywhere; ``speaking`` the
    words by which somebody acts for others, with the bracket ``open`` that may stand before
    them; ``membership`` what may stand between them and the name of a group; ``bodies`` are the
    nouns in the names of bodies, as an alternative in a pattern, ``ambiguous`` names that more
    than one organization has an organ of; ``decision`` a line by which a draft calls
    itself one, in the group of that name, or a resolution; ``committee`` a Main Committee's name
    anywhere.
    ``committees`` are their names by their numbers, ``other_committees`` those names by the
    others that some have. ``no_sponsors`` are words in lists of sponsors that name nobody,
    ``no_verbs`` words that end as a verb in the third person does, ``after_nouns`` what follows
    a plural noun and no such verb.
    """

    label: re.Pattern[str]
    annex: re.Pattern[str]
    numbered_annex: re.Pattern[str]
    masthead: re.Pattern[str]
    apart: re.Pattern[str]
    mail: re.Pattern[str]
    sponsors: re.Pattern[str]
    signatories: re.Pattern[str]
    tabled: re.Pattern[str]
    titled: re.Pattern[str]
    headed: re.Pattern[str]
    drafts: re.Pattern[str]
    title_openings: re.Pattern[str]
    bodies: str
    ambiguous: frozenset[str]
    officer: re.Pattern[str]
    by_office: Seldom
    office: Seldom
    brought: re.Pattern[str]
    speaking: Seldom
    membership: re.Pattern[str]
    decision: re.Pattern[str]
    committee: re.Pattern[str]
    committees: dict[str, str]
    other_committees: dict[str, str]
    no_sponsors: frozenset[str]
    no_verbs: frozenset[str]
    after_nouns: frozenset[str]


@cache
def layout(language: str = "en") -> Layout:
    """The patterns of a language."""
    data = load(f"{language}/layout")
    words = {name: alternatives(each) for name, each in data.items() if isinstance(each, list)}
    names = (*data["committees"].values(), *data["other_committees"].values())
    officer = rf"(?:the )?(?:\w+ )?(?:{words['officers']})\b(?!.*\bon behalf of\b)"
    lead = rf"(?:(?:{words['leading']}) )?(?:co-?)?"
    return Layout(
        label=re.compile(rf"\W*(?:{words['labels']})\W*$", re.IGNORECASE),
        annex=_annex(data["annexes"]),
        numbered_annex=re.compile(
            rf"(?P<label>(?i:{words['annexes']})) (?P<number>{_ANNEX_NUMBER})\b"
        ),
        masthead=_masthead(words["masthead"], words["letterhead"], words["issuers"]),
        apart=re.compile(
            rf"(?:{words['lines_apart']}) ?\w|(?:[A-Z]\w+ )?Committee$"
            r"|[A-Z][\w-]+ (?:(?:resumed|emergency|special) )*session$"
            r"|(?:E?S-)?\d{1,3}/\d{1,3}(?: [A-Z])?\. [A-Z]"
        ),
        mail=re.compile(
            rf"(?:{words['mail']}): |On .{{5,80}} wrote:$"
            rf"|-{{2,}} ?(?i:{words['mail_heads']}) ?-{{2,}}"
        ),
        sponsors=re.compile(
            rf"(?:{words['sponsored']}) by:? (?P<who>.+)|{lead}(?:{words['sponsors']})"
            r"(?:\(s\))?\s?: (?P<whose>.+)",
            re.IGNORECASE,
        ),
        signatories=re.compile(
            rf"\b(?:{words['signatories']})\s?:|[,;(] ?(?:and )?(?:{words['others']})\b",
            re.IGNORECASE,
        ),
        tabled=re.compile(
            rf"(?:^|:\s?)\*?\s?(?:{words['tabled']})(?: to (?:\w+ ){{0,3}}[A-Z]/\S+)?\W*$"
        ),
        titled=re.compile(rf"(?:{words['titled']})\s?: ?(?P<words>.+)", re.IGNORECASE),
        headed=re.compile(
            rf"{lead}(?:{words['sponsors']}|{words['signatories']}|{words['titled']}"
            rf"|{words['headed']}|(?:{words['sponsored']}) by)(?:\(s\))?\s?:",
            re.IGNORECASE,
        ),
        drafts=re.compile(rf"\b(?:{words['drafts']})\b", re.IGNORECASE),
        title_openings=re.compile(rf"(?:{words['title_openings']}) \w+ \w+", re.IGNORECASE),
        bodies=words["bodies"],
        ambiguous=frozenset(data["ambiguous"]),
        officer=re.compile(officer, re.IGNORECASE),
        by_office=seldom(rf"\b(?:{words['sponsored']}) by:? {officer}", data["sponsored"]),
        office=seldom(rf"\b(?:{words['officers']})\b", data["officers"]),
        brought=re.compile(rf"\s*(?:{words['brought']})\b"),
        speaking=seldom(rf"(?P<open>\()?\b(?:{words['speaking']})\s+(?:the )?", data["speaking"]),
        membership=re.compile(rf"(?:(?:{words['membership']})\s+(?:the )?)+", re.IGNORECASE),
        decision=re.compile(
            rf"(?:.*:\s?)?\*?\s?(?:(?P<decision>{words['decisions']})|{words['resolutions']})"
            rf"(?=\W*$|,? (?:{words['sponsored']}|[A-Z]{{1,5}}/\S+\W*$|[IVX]+\b|on|concerning)\b)",
            re.IGNORECASE,
        ),
        committee=re.compile(alternatives(names)),
        committees=data["committees"],
        other_committees={
            other: data["committees"][n] for n, other in data["other_committees"].items()
        },
        no_sponsors=frozenset(data["no_sponsors"]),
        no_verbs=frozenset(data["no_verbs"]),
        after_nouns=frozenset(data["after_nouns"]),
    )


def _annex(names: list[str]) -> re.Pattern[str]:
    """A line that is the label of an annex, alone or with its title: "Annex II: List of lamps"."""
    number = f"(?:{_ANNEX_NUMBER})"
    return re.compile(
        rf"(?:{alternatives(names)})(?: {number})?(?: to resolution [\d/]+(?: \(\d{{4}}\))?)?\W*$"
        rf"|(?:{alternatives(names)}) {number} ?[:\u2013\u2014-] ?[A-Z].{{2,200}}(?<![,;])$"
        rf"|{re.escape(names[0].upper())}(?: [IVX\d]+)?\W*$"
    )


def _masthead(openings: str, letterhead: str, issuers: str) -> re.Pattern[str]:
    """The beginning of a line of a masthead: a known one, or one of the forms of such lines."""
    return re.compile(
        rf"""(?:{openings}
        | (?:the\ )?(?:{issuers})(?:[\s,:|-]*(?:{issuers}|[A-Z]{{1,5}}/\S+|Distr\b.*|\d.*
            |(?:\w+\ )?Committee|[\w-]+\ (?:\w+\ ){{0,2}}session|\W))*$
        | (?:{letterhead})\b\ ?[:.]       # "Subject: …"
        | Item\ \d
        | Resolution\ \d
        | Draft\b
        | [\[(]                           # an aside
        | (?:\w+\ )?Committee$
        | [\w-]+\ (?:special\ |emergency\ special\ |substantive\ )?session
        | [A-Z]{{1,5}}/                   # a symbol
        | [IVX]{{1,5}}$ | [A-Z]$          # the number of a section, the letter of a part
        | \d{{1,2}}\ [A-Z][a-z]+\ \d{{4}}$
        | [*_\d\W]+$                      # no word at all
        )""",
        re.VERBOSE,
    )
