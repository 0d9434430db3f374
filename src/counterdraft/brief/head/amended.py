"""What amendments to the draft would do to it, in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from counterdraft.brief.amend_effects import Effect, effects
from counterdraft.brief.amends import standing
from counterdraft.brief.case import Case, label
from counterdraft.brief.head.sentence import Sentence, said, whole
from counterdraft.model.amendment import Amending, Instruction
from counterdraft.wording.english import counted, listed, some

_SPONSORS, _PLACES = 3, 9  # by name; more are counted
_POINT = re.compile(r"\(?[a-z]{1,4}\)\s")
_SAID = {
    "delete": "delete", "replace": "replace", "words": "change words of", "merge": "merge",
    "renumber": "renumber",
}  # fmt: skip


def amended(case: Case) -> Iterator[Sentence]:
    """Which paragraphs would come, go and be changed; none where another text is amended."""
    told = [
        (each, found) for each, found in zip(case.known.amendments, effects(case), strict=True)
        if found and standing(case, each) != "other"
    ]  # fmt: skip
    if not told:
        return
    text = "; ".join(_told(case, each, found) for each, found in told)
    able = {p.id for _, found in told for each in found if each.is_done for p in each.able}
    hit = case.each(each for each in case.resolution.paragraphs if each.id in able)
    yield from said("effect", 66, text, hit or whole(case), "amendment")


def _told(case: Case, amending: Amending, found: Sequence[Effect]) -> str:
    """One amendment: what it would do, and then what of it cannot be done, or was not read."""
    by = f" ({some(amending.sponsors, _SPONSORS)})" if amending.sponsors else ""
    name = f"the amendment {amending.symbol or 'given beside it'}{by}"
    kind = standing(case, amending)
    if kind == "unsaid":
        name += ", if it is this text that it amends, which is not known,"
    if kind == "version":
        name += (
            f", if the numbers of {amending.target}, to which it was made, are still those of this "
            "version, which is not known,"
        )
    done: dict[str, list[str]] = {}
    for each in found:
        if each.is_done:
            did, where = _did(each)
            done.setdefault(did, []).extend(where)
    order = {label(each): n for n, each in enumerate(case.resolution.paragraphs)}
    would = listed([f"{did} {_listed(where, order)}" for did, where in done.items()])
    told = f"{name} would {would}" if done else f"nothing of {name} can be done to this text"
    return "; ".join([told, *_rest(found)])


def _rest(found: Sequence[Effect]) -> Iterator[str]:
    """What was named and is not in the text, and how many instructions were not read."""
    absent = list(dict.fromkeys(name for each in found for name in each.absent))
    if absent:
        yield f"it names {some(absent, _PLACES)}, which this text has not"
    lacking = list(dict.fromkeys(x.where for each in found for x in each.lacking if not x.by))
    if lacking:
        yield f"words that it takes to be in {some(lacking, _PLACES)} are not there"
    if unread := sum(1 for each in found if each.instruction.does == "unread"):
        was = "was" if unread == 1 else "were"
        yield f"{counted(unread, 'instruction')} of it {was} not understood"


def _listed(where: Sequence[str], order: Mapping[str, int]) -> str:
    """Places once each, in the order of the draft; of many the first, the rest counted."""
    return some(sorted(dict.fromkeys(where), key=lambda each: order.get(each, -1)), _PLACES)


def _did(effect: Effect) -> tuple[str, list[str]]:
    """What it would do, and to what: ("delete", ["OP9"])."""
    each = effect.instruction
    labels = [*(["the title"] if effect.title else []), *(label(p) for p in effect.able)]
    if each.does == "insert":
        return "insert", [f"{_new(each)} {_beside(each)} {listed(labels)}"]
    if each.does == "move":
        return "move", [f"{listed(labels)} elsewhere"]
    return _SAID[each.does], [listed(labels)] if each.does == "merge" else labels


def _new(each: Instruction) -> str:
    """ "1 paragraph", "2 subparagraphs"."""
    tops = [words for words in each.comes if not _POINT.match(words)] or each.comes
    within = "." in each.paragraphs[0] or each.beside in {"in", "at the end", "at the beginning"}
    return counted(len(tops), "subparagraph" if within else "paragraph")


def _beside(each: Instruction) -> str:
    return f"{each.beside} of" if each.beside.startswith("at ") else each.beside
