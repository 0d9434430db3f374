"""Claims and entries in words: as what a claim was read, and what an entry says."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from counterdraft.lexicon.states import fold_name, state_names
from counterdraft.lexicon.treaties import treaty_names
from counterdraft.model.register import Act, Entry
from counterdraft.verify.claim import Claim
from counterdraft.verify.days import dated
from counterdraft.verify.limits import time_said
from counterdraft.wording.english import listed, sentence

ORDINALS = ("", "first", "second", "third", "fourth", "fifth")
_ACTS: dict[Act, str] = {
    "signature": "signature", "ratification": "ratification", "accession": "accession",
    "succession": "succession", "withdrawal": "withdrawal",
}  # fmt: skip
_LINKS: dict[Act, str] = {"accession": "to", "withdrawal": "from", "succession": "to"}


def treaty_said(treaty: str) -> str:
    """A treaty by its name."""
    return f"the {treaty_names().get(treaty, treaty)}"


def cycle_said(cycle: str) -> str:
    """ "cycle 2" → "second cycle"; another word stays."""
    number = cycle.removeprefix("cycle ")
    return f"{ORDINALS[int(number)]} cycle" if number.isdigit() and int(number) < 6 else cycle


def act_said(claim: Claim) -> str:
    """As what a claim about a treaty was read."""
    when = f" {time_said(claim.time, claim.date)}" if claim.date else ""
    state = state_said(claim.subject)
    if claim.value == "in force":
        return f"entry into force of {treaty_said(claim.object)} for {state}{when}"
    if claim.value == "party":
        party = "no party" if claim.denied else "a party"
        return f"{state} as {party} to {treaty_said(claim.object)},{when}".rstrip(",")
    done = "no " if claim.denied else ""
    link = _LINKS.get(claim.act, "of")
    return f"{done}{_ACTS[claim.act]} {link} {treaty_said(claim.object)} by {state}{when}"


def state_said(name: str) -> str:
    """A State's name in running text."""
    return f"the {name}" if fold_name(f"the {name}") in state_names() else name


def acts_told(entries: Iterable[Entry]) -> str:
    """What entries of treaty acts say: "a signature on 3 July 2013 (source)"."""
    return listed([_act_told(each) for each in entries])


def _act_told(entry: Entry) -> str:
    article = "an" if entry.act == "accession" else "a"
    named = entry.value or f"{article} {_ACTS.get(entry.act, entry.act)}"
    when = f" {dated(entry.date)}" if entry.date else ""
    return f"{named}{when} ({entry.source})"


def source_named(entry: Entry) -> str:
    """An entry's date and source, as one piece of a sentence."""
    when = f"{dated(entry.date)} " if entry.date else ""
    return f"{when}({entry.source})"


def registers_have(entries: Iterable[Entry], told: Callable[[Entry], str]) -> str:
    """ "The register has …": where registers differ, all that they have, whatever their order."""
    facts: dict[tuple[str, ...], Entry] = {}
    for each in sorted(entries, key=lambda e: (e.date or "", e.act, e.value, e.source)):
        facts.setdefault((each.act, each.object, each.date or "", each.value), each)
    words = list(dict.fromkeys(told(each) for each in facts.values()))
    has = "The register has" if len(words) == 1 else "Registers differ, and have"
    return f"{has} {listed(words, 'or')}"


def said(*sentences: str) -> tuple[str, ...]:
    """Sentences, those that say something, each with its capital and full stop."""
    return tuple(sentence(each) for each in sentences if each)
