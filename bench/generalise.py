"""Real texts in messy forms, against the same gold as the clean ones."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from bench.forms import FORMS
from bench.page import SHORT, Table, share
from bench.scoring import Compared, Tally, compare
from bench.shared import AKN_GOLD, SCORE_PARSE, tool
from counterdraft.model import Resolution
from counterdraft.parse.parse import parse
from counterdraft.read.read import read

if TYPE_CHECKING:
    from types import ModuleType

    from bench.corpora import Corpora, Group, Record

SAMPLE = 60
SEED = 20261015
_FEWEST = 5
_WANTED = 0.99
_HEADER = (
    "form", "precision", "recall", "F1", "texts exact", "addressees invented",
    "development data: F1", "texts exact", "invented", "",
)  # fmt: skip


Asked = Counter[tuple[str, str]]


class Tools(NamedTuple):
    """The shared tools that are used here."""

    gold: ModuleType
    judge: ModuleType


class Result(NamedTuple):
    """One form over the whole sample."""

    tally: Tally
    exact: int
    invented: int
    addressees: int


def generalise(corpora: Corpora, worst: int) -> Table:
    """Every form of every text of the sample, from even sessions and, beside them, odd ones."""
    tools = Tools(*(tool(corpora.shared.path(name)) for name in (AKN_GOLD, SCORE_PARSE)))
    corpus = corpora.general_assembly()
    measured = _measure(tools, _sample(corpus.even), 0)
    development = _measure(tools, _sample(corpus.odd), worst)
    rows = [_row(form, measured[form], development[form]) for form in FORMS]
    text = (
        f"{SAMPLE} resolutions of even sessions, drawn by chance with a fixed seed, each in "
        f"{len(FORMS)} forms made by `bench/forms.py`, with words written for it around the draft; "
        "and as many of odd sessions as development data. Wanted: exact boundaries, which we take "
        f"for met at an F1 of {_WANTED}, and no addressee invented, that is, none but those found "
        "in the same text when it is clean."
    )
    return Table("Messy forms, made of real texts", _HEADER, rows, text)


def _row(form: str, one: Result, other: Result) -> tuple[str, ...]:
    short = round(one.tally.f1, 4) < _WANTED or one.invented > 0
    return (
        form, share(one.tally.precision), share(one.tally.recall), share(one.tally.f1),
        f"{one.exact} of {SAMPLE}", f"{one.invented} of {one.addressees}", share(other.tally.f1),
        f"{other.exact} of {SAMPLE}", f"{other.invented} of {other.addressees}",
        SHORT if short else "",
    )  # fmt: skip


def _sample(group: Group) -> list[Record]:
    fit = [r for r in group.records() if len(r["paragraphs"]) >= _FEWEST]
    fit.sort(key=lambda record: str(record["symbol"]))
    return random.Random(SEED).sample(fit, SAMPLE)


def _measure(tools: Tools, sample: list[Record], worst: int) -> dict[str, Result]:
    clean = [_asked(_parsed(tools.gold.plain(record))) for record in sample]
    return {form: _one(tools, form, list(zip(sample, clean, strict=True)), worst) for form in FORMS}


def _one(tools: Tools, form: str, sample: list[tuple[Record, Asked]], worst: int) -> Result:
    tally, exact, invented, asked = Tally(), 0, 0, 0
    seen: list[tuple[Compared, Asked, Record]] = []
    for record, clean in sample:
        chance = random.Random(f"{SEED} {form} {record['symbol']}")
        found = _parsed(FORMS[form](record, chance))
        compared = _compare(tools.judge, record, found)
        ours = _asked(found)
        tally = tally.plus(compared.tally)
        exact += compared.tally.exact
        invented += (ours - clean).total()
        asked += ours.total()
        if not compared.tally.exact or ours - clean:
            seen.append((compared, ours - clean, record))
    seen.sort(key=lambda each: each[0].tally.f1)
    _show(form, seen[:worst])
    return Result(tally, exact, invented, asked)


def _parsed(text: str) -> tuple[Resolution, ...]:
    return parse(read(text.encode(), "form.txt"))


def _asked(found: tuple[Resolution, ...]) -> Asked:
    """Everybody who is asked, with the words for them; white space does not count."""
    return Counter(
        (each.class_, "".join(each.text.split()))
        for resolution in found
        for paragraph in resolution.paragraphs
        for each in paragraph.addressees
    )


def _compare(judge: ModuleType, record: Record, found: tuple[Resolution, ...]) -> Compared:
    """The best of the resolutions found against the gold; what others hold is too much."""
    drafts = [_plain(each) for each in found] or [[]]
    each = [compare(judge, record, draft) for draft in drafts]
    best = max(range(len(each)), key=lambda i: each[i].tally.agree)
    others = [p for i, draft in enumerate(drafts) if i != best for p in draft]
    tally = each[best].tally
    found_all = tally._replace(found=tally.found + len(others))
    return each[best]._replace(tally=found_all, extra=each[best].extra + others)


def _plain(resolution: Resolution) -> list[Record]:
    return [
        {"part": each.part, "number": each.number, "text": each.text}
        for each in resolution.paragraphs
    ]


def _show(form: str, worst: list[tuple[Compared, Asked, Record]]) -> None:
    """Where the development data fails, for whoever mends a rule."""
    for compared, invented, record in worst:
        print(f"  {form}: {compared.tally.f1:.3f} {record['symbol']}")
        for sign, paragraphs in (("-", compared.missing), ("+", compared.extra)):
            for each in paragraphs[:4]:
                text = each["text"]
                print(
                    f"    {sign} {each['part'][:2]} {each['number']} {text[:90]!r} … {text[-30:]!r}"
                )
        for asked in list(invented)[:4]:
            print(f"    invented: {asked}")
