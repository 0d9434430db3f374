"""What a page's style sheets say of an element, as far as it bears on the text.

In: the ``<style>`` elements of a page. Out: a :class:`Sheet`, which gives an element the
declarations that apply to it. Of selectors it knows tags, classes, ids, descendants and
children, and ``::before``; of media those that a screen has whatever its width. What it
does not know applies to nothing. Sheets that a page links to are not fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

Declarations = dict[str, str]

_KNOWN = frozenset({
    "display", "visibility", "list-style", "list-style-type", "font", "font-style", "white-space",
    "counter-reset", "counter-increment", "content", "mso-list", "mso-hide", "mso-element",
    "system", "prefix", "suffix",
})  # fmt: skip
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_BRACE = re.compile(r"([^{}]*+)([{}])")
_DECLARATION = re.compile(
    r"([a-zA-Z-]+)\s*+:\s*+((?:[^;\"'()]|\"[^\"]*+\"|'[^']*+'|\([^()]*+\))*+)"
)
_MEDIA = re.compile(r"@media\s+(?:only\s+)?(?:screen|all)\s*$|@(?:supports|layer)\b", re.IGNORECASE)
_COMPOUND = re.compile(r"(?P<tag>[a-z][\w-]*|\*)?(?P<rest>(?:[.#][\w-]+)*)$", re.IGNORECASE)
_BEFORE = re.compile(r"::?before$", re.IGNORECASE)
_COUNTER_STYLE = re.compile(r"@counter-style\s+([\w-]+)\s*$", re.IGNORECASE)
# Beyond these a sheet is not there to dress a page.
_MOST_RULES = 5_000
_MOST_MATCHES = 1_000_000
_MOST_ANCESTORS = 50
_LONGEST = 5_000
_LARGEST = 1_000_000


class _Compound(NamedTuple):
    tag: str
    classes: frozenset[str]
    id: str
    child: bool  # whether the one before it in the selector must be the parent

    def fits(self, element: etree._Element, classes: frozenset[str]) -> bool:
        return (
            (not self.tag or element.tag == self.tag)
            and (not self.id or element.get("id") == self.id)
            and self.classes <= classes
        )


class _Rule(NamedTuple):
    weight: tuple[int, int, int, int]  # ids, classes, tags, place in the sheet
    selector: tuple[_Compound, ...]  # from the element outwards
    declarations: Declarations


class Sheet:
    """The rules of a page."""

    def __init__(self, css: str) -> None:
        self.counter_styles: dict[str, Declarations] = {}
        self._rules: dict[tuple[str, bool], list[_Rule]] = {}
        self._left = _MOST_MATCHES
        for place, (prelude, body) in enumerate(_blocks(css)):
            if place >= _MOST_RULES:
                break
            named = _COUNTER_STYLE.match(prelude)
            if named:
                self.counter_styles[named[1]] = declarations(body)
            else:
                self._add(prelude, body, place)

    def _add(self, prelude: str, body: str, place: int) -> None:
        said = declarations(body)
        if not said:
            return
        for written in prelude.split(","):
            words = written.strip()
            bare = _BEFORE.sub("", words)
            selector = _selector(bare)
            if selector:
                rule = _Rule((*_weight(selector), place), selector, said)
                key = _key(selector[0])
                self._rules.setdefault((key, bare != words), []).append(rule)

    def declarations(self, element: etree._Element, *, before: bool = False) -> Declarations:
        """What applies to an element (or to what stands ``before`` its text), by property."""
        found: Declarations = {}
        if self._rules:
            rules = sorted(self._matching(element, before), key=_by_weight)
            for rule in rules:
                found.update(rule.declarations)
        style = None if before else element.get("style")
        if style:
            found.update(declarations(style[:_LONGEST]))
        return found

    def _matching(self, element: etree._Element, before: bool) -> Iterator[_Rule]:
        classes = frozenset((element.get("class") or "").split())
        keys = [str(element.tag), *("." + each for each in classes), "*"]
        if element.get("id"):
            keys.append(f"#{element.get('id')}")
        for key in keys:
            for rule in self._rules.get((key, before), ()):
                self._left -= 1
                if self._left < 0:
                    return
                if self._matches(rule.selector, element, classes):
                    yield rule

    def _matches(
        self, selector: tuple[_Compound, ...], element: etree._Element, classes: frozenset[str]
    ) -> bool:
        if not selector[0].fits(element, classes):
            return False
        at = 0
        above = element.getparent()
        for _ in range(_MOST_ANCESTORS):
            if at + 1 == len(selector) or above is None:
                break
            self._left -= 1
            if selector[at + 1].fits(above, frozenset((above.get("class") or "").split())):
                at += 1
            elif selector[at].child:
                return False
            above = above.getparent()
        return at + 1 == len(selector)


def _by_weight(rule: _Rule) -> tuple[int, int, int, int]:
    return rule.weight


def sheet_of(root: etree._Element) -> Sheet:
    """The sheet that a page's own ``<style>`` elements make together."""
    return Sheet("\n".join(each.text or "" for each in root.iter("style"))[:_LARGEST])


def declarations(body: str) -> Declarations:
    """The known declarations of a rule or of a ``style`` attribute; the last of each counts."""
    found: Declarations = {}
    for name, value in _DECLARATION.findall(body):
        low = name.lower()
        if low in _KNOWN:
            found[low] = value.replace("!important", "").strip()
    return found


def _blocks(css: str) -> Iterator[tuple[str, str]]:
    """The preludes and bodies of the rules, those inside of fitting media among them."""
    inside: list[bool] = []  # for each open block, whether rules inside of it apply
    open_at = ""
    for text, brace in _BRACE.findall(_COMMENT.sub(" ", css)):
        if brace == "{":
            if open_at:
                inside.append(bool(_MEDIA.match(open_at)) and all(inside[-1:]))
            open_at = text.rpartition(";")[2].strip() or "*"
        elif open_at:
            if all(inside[-1:]):
                yield open_at, text
            open_at = ""
        elif inside:
            inside.pop()


def _selector(written: str) -> tuple[_Compound, ...]:
    """A selector from the element outwards; empty where it says what is not known here."""
    found: list[_Compound] = []
    child = False
    for part in written.replace(">", " > ").split():
        if part == ">":
            child = True
            continue
        match = _COMPOUND.match(part)
        if match is None:
            return ()
        tag = (match["tag"] or "").lower().replace("*", "")
        names = re.findall(r"([.#])([\w-]+)", match["rest"])
        ids = [name for sign, name in names if sign == "#"]
        classes = frozenset(name for sign, name in names if sign == ".")
        found.append(_Compound(tag, classes, ids[0] if ids else "", child))
        child = False
    return tuple(reversed(found))


def _weight(selector: tuple[_Compound, ...]) -> tuple[int, int, int]:
    return (
        sum(bool(each.id) for each in selector),
        sum(len(each.classes) for each in selector),
        sum(bool(each.tag) for each in selector),
    )


def _key(last: _Compound) -> str:
    """Under what the rules for an element are looked up."""
    if last.id:
        return f"#{last.id}"
    return f".{min(last.classes)}" if last.classes else last.tag or "*"
