"""What an amendment to the draft would do to it, in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from counterdraft.brief.amends import amends, places
from counterdraft.brief.case import Case, label
from counterdraft.brief.head.sentence import Sentence, said, whole
from counterdraft.model.amendment import Instruction
from counterdraft.text.paragraph_label import paragraph_label
from counterdraft.text.wording import counted, listed, some

_SPONSORS = 3


def amended(case: Case) -> Iterator[Sentence]:
    """Which paragraphs would come, go and be changed; none where it amends another text."""
    amending = case.known.amendment
    if amending is None or not amending.instructions or not amends(case):
        return
    done: dict[str, list[str]] = {}
    for each in amending.instructions:
        did, where = _did(each, places(case, each))
        done.setdefault(did, []).extend(where)
    order = {label(each): n for n, each in enumerate(case.resolution.paragraphs)}
    told = listed([f"{did} {_listed(where, order)}" for did, where in done.items()])
    by = f" ({some(amending.sponsors, _SPONSORS)})" if amending.sponsors else ""
    text = f"the amendment {amending.symbol or 'given beside it'}{by} would {told}"
    named = {name for each in amending.instructions for name in places(case, each)}
    hit = case.each(each for each in case.resolution.paragraphs if each.id in named)
    yield from said("effect", 66, text, hit or whole(case), "amendment")


def _listed(where: Sequence[str], order: Mapping[str, int]) -> str:
    """Places once each, in the order of the draft."""
    return listed(sorted(dict.fromkeys(where), key=lambda each: order.get(each, -1)))


def _did(each: Instruction, names: Sequence[str]) -> tuple[str, list[str]]:
    """What it would do, and to what: ("delete", ["OP9"])."""
    labels = [paragraph_label(name, name.partition(".")[0][2:]) for name in names]
    named = [*(["the title"] if each.title else []), *labels] or ["the text"]
    match each.whole:
        case "comes":
            new = counted(len(each.comes), "paragraph")
            return "insert", [f"{new} {each.beside or 'beside'} {listed(named)}"]
        case "goes":
            return "delete", named
        case "replaced":
            return "replace", named
    return ("change words of" if each.comes or each.goes else "do something to"), named
