"""Votes, checks and what is held → lines of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from counterdraft.lexicon.members import members
from counterdraft.lexicon.vote_sources import vote_source
from counterdraft.model.rollcall import RollCall, Tally
from counterdraft.model.vote import Vote
from counterdraft.votes.check import Checked, Finding
from counterdraft.votes.held_info import Info, SourceInfo
from counterdraft.wording.english import counted

_NAMED = 12
"""As many Members are named of whom a list of some says nothing."""
_SIDES = (
    ("yes", "In favour"), ("no", "Against"), ("abstain", "Abstaining"),
    ("not_voting", "Not voting"), ("unsure", "Not known how, or whether it had a vote"),
)  # fmt: skip


def figures(tally: Tally | None) -> str:
    """Figures as they are commonly given, those not voting behind them: "101-22-59 (10)"."""
    if tally is None:
        return "no figures"
    said = f"{tally.yes}-{tally.no}-{tally.abstain}"
    return said if tally.not_voting is None else f"{said} ({tally.not_voting} not voting)"


def vote_lines(vote: Vote, accounts: Sequence[RollCall]) -> Iterator[str]:
    """One vote whole."""
    yield vote.id
    if vote.title:
        yield vote.title
    where = [vote.body, f"session {vote.session}" if vote.session else "", vote.date or "no date"]
    yield ", ".join(each for each in where if each)
    matter = "" if vote.matter in {"text", "unknown"} else f" on {_a(vote.matter)}"
    mode = "Not known how it was voted" if vote.mode == "unknown" else vote.mode.capitalize()
    outcome = "outcome not known" if vote.outcome == "unknown" else vote.outcome
    yield f"{mode}{matter}: {figures(vote.tally)}; {outcome}"
    for name, value in (("Voted on", vote.detail), ("Draft", vote.draft),
                        ("Meeting", vote.meeting), ("Agenda", vote.agenda_item)):  # fmt: skip
        if value and value != vote.title:
            yield f"{name}: {value}"
    if vote.inferred:
        yield f"Inferred: {vote.inferred}"
    if vote.list_from is None and vote.mode != "without a vote":
        yield "Nobody published who voted how"
    if vote.part or len(vote.unsure) > _NAMED:
        yield _some_only(vote)
    for field, name in _SIDES:
        codes: tuple[str, ...] = getattr(vote, field)
        if codes and not (field == "unsure" and len(codes) > _NAMED):
            yield f"{name} ({len(codes)}): {', '.join(sorted(map(_name, codes)))}"
    for name, who in (("Sponsors", vote.sponsors), ("Joined by", vote.joined)):
        if who:
            yield f"{name} ({len(who)}): {', '.join(map(_name, who))}"
    for each in vote.disagreements:
        known = f"; known: {each.known}" if each.known else ""
        yield f"! {each.fault}: {each.said}{known}"
    for account in accounts:
        yield f"by {_source(account.source)}: {_account(account)}"


def _some_only(vote: Vote) -> str:
    """That the lists have some Members only, and of how many nothing is known."""
    of = f" of {vote.members}" if vote.members else ""
    rest = f"; of {len(vote.unsure)} it is not known" if vote.unsure else ""
    return f"The lists have {vote.named}{of} Members{rest} how they voted"


def _a(matter: str) -> str:
    return f"an {matter}" if matter[0] in "aeiou" else f"a {matter}"


def _account(account: RollCall) -> str:
    counted_ = account.counted()
    parts = [account.place, account.date or "no date", figures(account.tally)]
    if counted_ is not None:
        parts.append(f"lists {figures(counted_)}")
    return ", ".join(each for each in parts if each)


def _source(key: str) -> str:
    known = vote_source(key)
    return f"{known.title} [{key}]" if known else key


def _name(code: str) -> str:
    member = members().get(code)
    return member.name if member else code


def check_lines(checked: Checked) -> Iterator[str]:
    """What checking came to, the unexplained faults first."""
    yield (
        f"{counted(checked.votes, 'vote')}, {checked.recorded:,} recorded, "
        f"{checked.with_lists:,} with lists"
    )
    yield f"Members less voters are those not voting in {checked.proved:,}, all of a known day"
    for kind, number in Counter(each.fault for each in checked.findings).most_common():
        yield f"{kind}: {number}"
    for each in (*checked.unexplained(), *(x for x in checked.findings if x.known is not None)):
        yield finding_line(each)
    unknown = len(checked.unexplained())
    yield f"{unknown} unexplained" if unknown else "nothing is unexplained"


def finding_line(finding: Finding) -> str:
    """One fault in a line."""
    known = f"; known: {finding.known}" if finding.known else ""
    return f"{finding.vote}: {finding.fault}: {finding.said}{known}"


def info_lines(info: Info) -> Iterator[str]:
    """What is held."""
    yield info.folder
    bounds = f", {info.since} to {info.until}" if info.since else ""
    yield (
        f"{counted(info.votes, 'vote')}{bounds}: {info.recorded:,} recorded, "
        f"{info.with_lists:,} with lists, by {counted(info.accounts, 'account')}"
    )
    for source in info.sources:
        yield _source_line(source)
    yield "bodies: " + ", ".join(f"{name} {count:,}" for name, count in info.bodies.items())
    yield "voted on: " + ", ".join(f"{name} {count:,}" for name, count in info.matters.items())
    sessions = [f"{name} ({count})" for name, count in info.sessions.items()]
    yield "sessions: " + ", ".join(sessions)


def _source_line(source: SourceInfo) -> str:
    bounds = f", {source.since} to {source.until}" if source.since else ""
    listed = f"{source.with_lists:,} with lists"
    terms = f"; terms: {source.terms}" if source.terms else ""
    accounts = counted(source.accounts, "account")
    return f"{source.key}: {source.title}: {accounts}, {listed}{bounds}{terms}"
