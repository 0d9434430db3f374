"""How far verdicts on claims are right, and what they come to on texts that were adopted.

    python bench/claims.py [--corpus DIR] [--seed N] [--show] [--write]

First claims are made of the facts that ship and of the registers in ../shared (or --shared DIR):
half true, half made false by a date, a State or an act, each in a wording taken from how texts of
the United Nations put such things. A verdict is wrong where a true claim is refuted or a false one
borne out. Then, with --corpus, every text of a corpus is held against the registers and all the
others: what does not hold there is printed with --show, to be read.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent / "src"))
sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.command import options_of, shared_with, tell
from bench.page import Table
from bench.shared import GA, SC, Shared
from counterdraft.corpus.stored import Stored
from counterdraft.jobs.parse import parse_sources
from counterdraft.jobs.registers import open_registers
from counterdraft.jobs.verify import verify_one
from counterdraft.lexicon.treaties import treaty_names
from counterdraft.model import Document, Resolution
from counterdraft.model.register import NEVER, Act, Entry, Register
from counterdraft.model.verdict import Verdict
from counterdraft.parse.parse import parse
from counterdraft.read.read import read
from counterdraft.verify.told import ORDINALS, state_said
from counterdraft.wording.english import long_date

REGISTERS = ("data/registers/treaties", "data/registers/upr-2008-2014.zip")
KEPT_TO = "2022-08"
CLAIMS = 60

# A: the act as a noun, V: as a verb, L: what joins the noun to the treaty, S: the State, T: the
# treaty, D: the date with its preposition. From the resolutions named, with other names in them.
TREATIES = (
    "Welcoming the {A} by {S} of {T} {D}",  # the draft of October 2014
    "Noting the {A} {L} {T} by {S}, {D}",  # A/RES/74/45, op19
    "Taking note of the {A} {L} {T} by {S} {D}",  # S/RES/2112(2013), pp14
    "Recalling {P} {A} {L} {T} {D}, and the subsequent decisions of its organs",  # S/RES/2298(2016)
    "Welcoming that {S} {V} {T} {D}, and expressing its appreciation for that step",  # A/RES/74/41
    "Recalling {T}, which {S} {V2} {D}",  # S/RES/2499(2019), op24
    "Noting that {D} {S} {V} {T}",  # Human Rights Council, press releases
    "Acknowledging that {T} was {V3} by {S} {D}",  # A/RES/77/112, pp3
    "Noting with satisfaction the {A} {D} by {S} {L} {T}",  # S/RES/1865(2009), op6
    "Noting that the Government of {S} has {V} {T} ({D}) and has begun to give effect to it",
    "Commending {S} for its cooperation, and recalling its {A} {L} {T} {D}",  # S/RES/2118(2013)
)
BOUND = (
    "Recalling that {S} has been a State party to {T} since {Y}",  # S/RES/2090(2013), pp12
    "Bearing in mind that {S} became a party to {T} {D}",  # S/RES/1957(2010), pp6
)
REVIEWS = (
    "Noting that {S} participated in the {C} cycle of the universal periodic review {D}",
    "Welcoming the review of {S} in the {C} cycle of the universal periodic review, held {D}",
    "Recalling the {C} universal periodic review of {S}, held in Geneva {D}",
    "Noting that {D} {S} underwent its {C} review under the universal periodic review mechanism",
    "Noting the participation of {S} in the {C} universal periodic review process {D}",
)
RESOLUTIONS = (
    "Recalling its resolution {N} {F}",
    "Recalling also resolution {N} {F}, and stressing the need for its full implementation",
    "Guided by its relevant resolutions, in particular resolution {N} {F}",
)
TITLES = (
    "Recalling its resolution {N}, entitled “{K}”",
    "Reaffirming resolution {N} {F}, entitled “{K}”",
)
ACTS: tuple[Act, ...] = ("signature", "ratification", "accession")
NOUN = {"signature": "signature", "ratification": "ratification", "accession": "accession"}
VERB = {"signature": "signed", "ratification": "ratified", "accession": "acceded to"}
LINK = {"signature": "of", "ratification": "of", "accession": "to"}


class Made(NamedTuple):
    """A claim, whether it is true, and how it was made false."""

    text: str
    true: bool
    how: str
    acts: frozenset[str]


def made(facts: Sequence[Entry], seed: int) -> list[Made]:
    """The claims: as many true as false, of all kinds of facts."""
    chance = random.Random(seed)
    kinds = ("treaty", "treaty", "treaty", "years", "review", "adoption", "title")
    found: list[Made] = []
    while len(found) < CLAIMS:
        kind, true = kinds[len(found) // 2 % len(kinds)], len(found) % 2 == 0
        claim = MAKERS[kind](facts, chance, true)
        if claim is not None and claim.text not in {each.text for each in found}:
            found.append(claim)
    return found


def _treaty(facts: Sequence[Entry], chance: random.Random, true: bool) -> Made | None:
    exact = [e for e in facts if e.act in NOUN and e.date and len(e.date) == 10]
    entry = chance.choice(exact)
    act, state, date, how = entry.act, entry.subject, entry.date or "", "as it is"
    if not true:
        how = chance.choice(("a date", "a State", "an act"))
        if how == "a date":
            date = _another_day(date, chance)
        elif how == "a State":
            state = chance.choice([e.subject for e in exact if e.object == entry.object])
        else:
            act = chance.choice([each for each in ACTS if each != act])
    same = any(
        (e.act, e.subject, e.object, e.date) == (act, state, entry.object, date) for e in exact
    )
    return None if same is not true else _act_made(act, state, entry.object, date, how, chance)


def _act_made(
    act: str, state: str, treaty: str, date: str, how: str, chance: random.Random
) -> Made:
    wording = chance.choice(TREATIES)
    said = state_said(state)
    text = wording.format(
        A=NOUN[act], V=VERB[act], V2=VERB[act], V3=VERB[act], L=LINK[act], S=said,
        P=f"{said}’s" if not said.endswith("s") else f"{said}’", T=f"the {treaty_names()[treaty]}",
        D=_on(date),
    )  # fmt: skip
    if act == "accession":  # "acceded to": the treaty is "to which" it acceded
        text = text.replace("which", "to which").replace("acceded to on", "acceded on")
        text = text.replace(f"{said} of the", f"{said} to the")
    return Made(text, how == "as it is", how, frozenset(NOUN))


def _years(facts: Sequence[Entry], chance: random.Random, true: bool) -> Made | None:
    known = [e for e in facts if e.act == "ratification" and e.date and len(e.date) == 4]
    entry = chance.choice(known)
    year = entry.date or ""
    if not true:
        year = str(int(year) + chance.choice((-7, -5, -4, 3, 4, 6)))
    said = state_said(entry.subject)
    text = chance.choice(BOUND).format(
        S=said, T=f"the {treaty_names()[entry.object]}", Y=year, D=f"in {year}"
    )
    return Made(text, true, "as it is" if true else "a date", frozenset(NOUN))


def _review(facts: Sequence[Entry], chance: random.Random, true: bool) -> Made | None:
    known = [e for e in facts if e.act == "review" and e.date and "/" not in e.date]
    entry = chance.choice(known)
    state, date, how = entry.subject, entry.date or "", "as it is"
    if not true:
        how = chance.choice(("a date", "a State"))
        others = [e.subject for e in known if e.object == entry.object and e.date != date]
        date = _another_day(date, chance) if how == "a date" else date
        state = chance.choice(others) if how == "a State" else state
    text = chance.choice(REVIEWS).format(
        S=state_said(state), C=ORDINALS[int(entry.object[-1])], D=_on(date)
    )
    return Made(text, true, how, frozenset({"review"}))


def _adoption(facts: Sequence[Entry], chance: random.Random, true: bool) -> Made | None:
    known = [e for e in facts if e.act == "adoption" and e.subject[:6] in ("A/RES/", "S/RES/")]
    entry = chance.choice([e for e in known if "(" not in e.subject or e.subject.startswith("S")])
    day = entry.date or ""
    day = day if true else _another_day(day, chance)
    text = chance.choice(RESOLUTIONS).format(N=_number(entry.subject), F=f"of {long_date(day)}")
    return Made(_by(entry, text), true, "as it is" if true else "a date", frozenset({"adoption"}))


def _title(facts: Sequence[Entry], chance: random.Random, true: bool) -> Made | None:
    known = [
        e
        for e in facts
        if e.act == "title" and e.subject.startswith("A/RES/") and "(" not in e.subject
    ]
    entry, other = chance.choice(known), chance.choice(known)
    title = entry.value if true else other.value
    if (title == entry.value) is not true:
        return None
    text = chance.choice(TITLES).format(
        N=_number(entry.subject), K=title, F=f"of {long_date(entry.date or '')}"
    )
    return Made(text, true, "as it is" if true else "a title", frozenset({"title"}))


MAKERS = {
    "treaty": _treaty, "years": _years, "review": _review, "adoption": _adoption, "title": _title,
}  # fmt: skip


def _by(entry: Entry, text: str) -> str:
    if entry.subject.startswith("S/"):
        return (
            text.replace("its resolution", "Security Council resolution")
            .replace(" resolution", " Security Council resolution", 1)
            .replace("Security Council Security Council", "Security Council")
        )
    return text


def _number(symbol: str) -> str:
    return symbol.rpartition("/RES/")[2].replace("(", " (")


def _on(date: str) -> str:
    return f"on {long_date(date)}"


def _another_day(date: str, chance: random.Random) -> str:
    """A day with another day, month or year: what a hand gets wrong."""
    year, month, day = map(int, date.split("-"))
    way = chance.choice(("day", "month", "year"))
    if way == "day":
        day = day % 28 + 1
    elif way == "month":
        month, day = month % 12 + 1, min(day, 28)
    else:
        year += chance.choice((-1, 1))
        day = min(day, 28)
    return f"{year}-{month:02}-{day:02}"


def draft_of(claim: str) -> tuple[Document, Resolution]:
    """A draft with nothing in it but a claim."""
    text = f"The General Assembly,\n\n{claim},\n\n1. Decides to remain seized of the matter.\n"
    document = read(text.encode(), "claim.txt")
    return document, parse(document)[0]


def judged(claim: Made, registers: Sequence[Register]) -> tuple[str, list[Verdict]]:
    """Whether the verdict is right, wrong, or leaves it open."""
    found = verify_one(*draft_of(claim.text), registers, None).verdicts
    own = [each for each in found if each.act in claim.acts]
    settled = {each.verdict for each in own} & {"holds", "does not hold"}
    if len(settled) != 1:
        return "unknown", own
    return ("right" if (settled == {"holds"}) is claim.true else "wrong"), own


def of_made(
    registers: Sequence[Register], facts: Sequence[Entry], seed: int, *, show: bool
) -> Table:
    counts: Counter[tuple[str, str]] = Counter()
    for claim in made(facts, seed):
        outcome, own = judged(claim, registers)
        counts["all", outcome] += 1
        counts["true" if claim.true else f"false by {claim.how}", outcome] += 1
        if show and outcome != "right":
            print(f"{outcome}: {claim.text} [{claim.how}]")
            for each in own:
                print(f"    {each.verdict}: {each.read}; {' '.join(each.said)}")
    kinds = sorted({kind for kind, _ in counts}, key=lambda kind: (kind != "all", kind))
    rows = [
        (kind, *(str(counts[kind, outcome]) for outcome in ("right", "unknown", "wrong")))
        for kind in kinds
    ]
    text = (
        f"{CLAIMS} claims, made with the seed {seed} of facts in registers, half of them false, in "
        "wordings of resolutions. The targets are no wrong verdict, and at most a fifth unknown."
    )
    return Table(
        "Claims made of register facts", ("claims", "right", "unknown", "wrong"), rows, text
    )


# -- texts that were adopted


def of_adopted(
    registers: Sequence[Register], corpus: Stored, shared: Shared, *, show: bool
) -> Table:
    counts: Counter[tuple[str, str]] = Counter()
    texts = 0
    for document, resolution in _adopted(shared):
        texts += 1
        for each in verify_one(document, resolution, registers, corpus).verdicts:
            kind, asked = each.act, each.question is not None
            counts[kind, each.verdict] += 1
            counts[kind, "asked"] += asked
            if show and asked:
                print(f"{resolution.symbol} {each.paragraph} {kind}: {each.claim}")
                print(f"    {each.verdict}: {' '.join(each.said)}")
    ways = ("holds", "does not hold", "contested", "attributed", "unknown", "asked")
    rows = [
        (kind, *(f"{counts[kind, way]:,}" for way in ways))
        for kind in sorted({kind for kind, _ in counts})
    ]
    text = (
        f"The {texts:,} texts of a corpus of General Assembly resolutions of sessions 74 to 79 and "
        "Security Council resolutions from 2000 to 2024, each as of its own day, against the facts "
        "that ship, the registers at hand and all texts of the corpus but itself."
    )
    header = ("claims about", *ways[:-1], "put as a question")
    return Table("Claims of adopted texts", header, rows, text)


def _adopted(shared: Shared) -> Iterator[tuple[Document, Resolution]]:
    """Every text, with its words; nothing stands around it."""
    paths = [str(shared.path(each)) for each in (GA, SC)]
    for outcome in parse_sources(paths, with_text=True):
        for each in outcome.resolutions:
            if each.symbol and each.kind == "resolution":
                text = outcome.text or ""
                yield Document(source=each.source, media_type="", text=text, blocks=()), each


def main() -> None:
    parser = options_of(__doc__)
    parser.add_argument("--corpus", type=Path, help="a corpus of adopted texts")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--show", action="store_true", help="print what was not right, or asked")
    options = parser.parse_args()
    shared = shared_with(options.shared, *REGISTERS)
    paths = [str(shared.path(each)) for each in REGISTERS]
    registers, _ = open_registers(None, paths, KEPT_TO)
    facts = [e for each in registers for e in each.all if e.value != NEVER]
    tables = [of_made(registers, facts, options.seed, show=options.show)]
    if options.corpus:
        tables.append(of_adopted(registers, Stored(options.corpus), shared, show=options.show))
    tell("claims.py", tables, write_too=options.write)


if __name__ == "__main__":
    main()
