"""What an order of an amendment may be, as patterns over the letters of its signs.

The letters are those of ``signs.LETTERS``, "D" for an order to delete, and the signs beside it: "Q"
what is quoted, "P" paragraphs that are named, "N" new ones. ``DP`` is "Delete paragraphs 3 to 5".
In a pattern ``p`` is the group of paragraphs that come, go or are ordered, ``g``, ``c`` and ``a``
those of words that go, that come, and that show the place; ``q`` is a second place, ``n`` and
``bis`` the number that a new paragraph would have.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from counterdraft.model.amendment import Does

_JOINED = "(?:,&?|&)"
# Where words stand: paragraphs, the title, whole parts, the paragraph named before; which of them.
_REF = "[PTXj]"
_REFS = f"{_REF}(?:{_JOINED}o?{_REF})*"
LOCATION = f"[otLEH]*{_REFS}(?:,?L)?"
_TAIL = f"(?:,?(?:{LOCATION}|[oL]*[YL]|[EH]))"
_Q = "[wO:YL]*Q"
_QS = f"{_Q}(?:{_JOINED}{_Q})*"
_PS = f"[Pj](?:{_JOINED}[Pj])*"
_OUT = "[NwO:,s]*Q"  # the paragraphs that are set out
_ENDED = "(?=[;,&zu]|$)"

_WORDS = (
    f"D(?P<g>{_QS}){_TAIL}{{0,2}}&(?:Ik(?P<c>{_Q})|I(?P<c2>{_Q})k|RjW(?P<c3>{_Q}))",
    f"R(?:,?{_TAIL},)?(?P<g>{_QS}){_TAIL}?,?W:?(?P<c>{_Q}){_TAIL}?",
    f"(?P<g>{_QS}){_TAIL}?(?:rW:?|s|ct|x)(?P<c>{_Q})",
    f"C(?P<g>{_Q}){_TAIL}?[tW]:?(?P<c>{_Q}){_TAIL}?",
    f"S(?P<c>{_Q})F(?P<g>{_Q}){_TAIL}?",
    f"F(?P<g>{_Q}),?S(?P<c>{_Q}){_TAIL}?",
    f"S(?P<g>{_Q}){_TAIL}?W(?P<c>{_Q}){_TAIL}?",
    f"I(?P<c>{_Q})p(?P<g>{_Q}){_TAIL}?",
    f"D{_TAIL}?:?(?P<g>{_QS}){_TAIL}{{0,2}}",
    f"Dw{_TAIL}?:(?P<g>Q)",
    f"(?P<g>{_QS}){_TAIL}?d",
    f"I{_TAIL}?(?P<c>{_Q}),?(?P<b>[AB])(?P<a>{_Q}){_TAIL}?",
    f"(?P<b>[AB])(?P<a>{_Q}){_TAIL}?,?I:?(?P<c>{_Q}){_TAIL}?",
    f"I[wO]*{_TAIL}?,?(?P<b>[AB])(?P<a>{_Q}){_TAIL}?,?(?P<c>{_Q})",
    f"I(?P<c>{_Q}),?(?P<b>A)(?P<a>{_Q},?&B{_Q}){_TAIL}?",
    f"(?P<b>A)(?P<a>{_Q},?&B{_Q}){_TAIL}?,?I:?(?P<c>{_Q})",
    f"I(?P<c>{_Q}),?(?P<b>b)(?P<a>{_Q}&{_Q}){_TAIL}?",
    f"(?P<b>b)(?P<a>{_Q}&{_Q}){_TAIL}?,?I(?P<c>{_Q})",
    f"(?P<c>{_Q})i(?P<b>[AB])(?P<a>{_Q}){_TAIL}?",
    f"(?P<b>[AB])(?P<a>{_Q}){_TAIL}?,?(?P<c>{_Q})i",
    f"I,?{_TAIL}?,?:?(?P<c>{_Q}){_TAIL}?",
    f"(?P<c>{_Q})i{_TAIL}?",
)
_DELETE = (f"D(?P<p>{_PS})(?:,?[O:]+(?P<g>Q))?", f"(?P<p>{_PS})[:,]?d", f"(?P<p>{_PS})[:,]?D")
_REPLACE = (
    f"D(?P<p>{_PS}),?&(?:RjW|[IS](?=.*k))(?P<c>[NwO:,sk]*Q)k?",
    f"R(?P<p>{_PS}|T),?W(?P<c>{_OUT})",
    f"(?P<p>{_PS}|T)[:,]?s(?P<c>{_OUT})",
    f"(?P<p>{_PS}|T)rW(?P<c>{_OUT})",
    f"(?P<p>{_PS}|T)c,?[tOs][O:]*(?P<c>{_OUT})",
    f"C(?P<p>{_PS}|T),?t?[O:s]+(?P<c>{_OUT})",
    f"(?P<p>{_PS}|T)[:,]?RW(?P<c>{_OUT})",
)
_AT = "(?P<b>[ABb])(?P<q>P(?:&P)?)"
_INSERT = (
    "(?P<c>N:?Q)",
    f"{_AT},?I(?P<c>[NO][NO:,s]*Q)",
    f"I:?(?P<c>[NOa]+){_AT},?(?P<c2>[O:s]*Q)",
    f"I,?{_AT},?(?P<c>N[NwO:,s]*Q)",
    f"(?P<c>N)i{_AT},?(?P<c2>[O:s]*Q)",
    f"{_AT},?(?P<c>N)i,?(?P<c2>[O:s]*Q)",
    "I,?a?(?P<c>N),?(?P<c2>[wO:s]*Q)",
    "I(?P<c>N)a(?P<n>P)(?P<c2>[O:s]+Q)",
    "Ia?(?P<n>P)(?P<c>[O:s]+Q)",
    "I,?a?(?P<c>N)(?P<b>[oEHt]+)(?P<q>[PX]),?(?P<c2>[O:s]*Q)",
    "(?P<b>[oEHt]+)(?P<q>[PX]),?I(?P<c>N[O:,s]*Q)",
    "I,?a?(?P<c>N),?(?P<b>E),?(?P<c2>[O:s]*Q)",
    f"(?P<c>N){_AT}[:,]*(?P<c2>[O:s]*Q)",
    "I?(?P<n>P),?n[,:]*(?P<c>[O:s]*Q)",
    # Nothing says that it is a paragraph that comes, but what is quoted: ``w`` is whole ones.
    f"I[O:]*{_AT}[:,]*(?P<w>[O:]*Q)",
    f"{_AT}[:,]*I[O:]*(?P<w>Q)",
    "(?P<bis>P)[:,]*I[O:]*(?P<w>Q)",
)
_ORDER: dict[Does, tuple[str, ...]] = {
    "move": (
        f"V(?P<p>{_PS})t?(?P<b>[AB])(?P<q>P)",
        f"V(?P<p>{_PS})t?(?P<b>[EH])o?(?P<q>X)?",
    ),
    "merge": (f"G(?P<p>{_PS}(?:WP)?)(?:,?[O:ts]+(?P<c>Q))?",),
    "renumber": (f"U(?P<p>{_PS})(?:[atoW]+(?P<q>P))?",),
}


class Rule(NamedTuple):
    """One form of an order: what it does, and its pattern."""

    does: Does
    pattern: re.Pattern[str]


def _rule(does: Does, pattern: str, lead: str = "") -> Rule:
    return Rule(does, re.compile(f"{lead}{pattern}{_ENDED}"))


_LEAD = f"(?:(?P<lead>{LOCATION}(?:[,:]*[EHL])?)[,:]*)?"
RULES: tuple[Rule, ...] = (
    *(_rule("insert", each) for each in _INSERT),
    *(_rule("replace", each) for each in _REPLACE),
    *(_rule("delete", each) for each in _DELETE),
    *(_rule("words", each, _LEAD) for each in _WORDS),
    *(_rule(does, each) for does, several in _ORDER.items() for each in several),
)
# What goes on behind an order by which words are exchanged, or go, and does not repeat its verb.
EXCHANGED = _rule("words", f"(?P<g>{_Q})W(?P<c>{_Q})")
GONE = _rule("words", f"(?P<g>{_Q}){_TAIL}")
# A line that only names a place, of which those below it speak.
HEADING = re.compile(f"o*{_REFS}:?$")
# The same, where nothing is set out below but orders.
AMENDED = re.compile(f"(?:C{_REFS}|{_REFS}c)[O:]+$")
BETWEEN = re.compile("[;,]*&?,?")
FOLLOWS = re.compile("[,;]*&?(?:z|u:?Q)[,;]*")
