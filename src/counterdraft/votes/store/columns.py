"""Accounts ↔ a polars frame: a row an account, the lists as bytes, a byte a Member.

The lists of one vote of the General Assembly are some 190 bytes so, and packed by Parquet less. The
order within a list and repetitions are kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import msgspec

from counterdraft.lexicon.states import fold_name
from counterdraft.model.rollcall import OWN, RollCall, Tally, Unknown

if TYPE_CHECKING:
    import polars as pl

_WORDS = (
    "id", "source", "place", "body", "session", "date", "precision", "matter", "mode", "outcome",
    "symbol", "draft", "meeting", "title", "detail", "agenda_item", "inferred",
)  # fmt: skip
_SIDES = ("yes", "no", "abstain", "absent")
_TEXTS = ("subjects", "issues", "sponsors", "joined")
_FIGURES = ("tally_yes", "tally_no", "tally_abstain", "tally_not_voting")
_APART = "\x1f"
_UNKNOWN = msgspec.json.Decoder(tuple[Unknown, ...])
DIGEST = "digest"
FOLDED = "folded"
"""The words of title and detail without case and accents, for finding."""


def codes_of(rollcalls: Iterable[RollCall], known: Sequence[str]) -> tuple[str, ...]:
    """``known`` codes, and behind them those that are new."""
    found = dict.fromkeys(known)
    for each in rollcalls:
        for side in (each.yes, each.no, each.abstain, each.absent):
            found.update(dict.fromkeys(side))
    return tuple(found)


def digest_of(rollcall: RollCall) -> str:
    """What tells whether two accounts say the same, wherever they stand."""
    said = msgspec.structs.asdict(msgspec.structs.replace(rollcall, place=""))
    if not rollcall.part:
        del said["part"]  # so that what is kept of format 1 is told to be the same
    return hashlib.blake2b(msgspec.msgpack.encode(said), digest_size=16).hexdigest()


def of_format_1(frame: pl.DataFrame) -> pl.DataFrame:
    """A frame of format 1, which has no ``part``: a table of one's own may be of some Members."""
    import polars as pl

    told = frame.with_columns(part=pl.col("source").str.starts_with(OWN) & pl.col("listed"))
    return told.select(list(_schema()))


def to_frame(rollcalls: Sequence[RollCall], codes: Sequence[str]) -> pl.DataFrame:
    """The frame of accounts; a place in ``codes`` stands for each Member."""
    import polars as pl

    number = {code: at for at, code in enumerate(codes)}
    wide = 2 if len(codes) > 256 else 1
    data: dict[str, list[object]] = {
        name: list(map(attrgetter(name), rollcalls)) for name in _WORDS
    }
    for name in _TEXTS:
        data[name] = [_APART.join(getattr(each, name)) or None for each in rollcalls]
    for name in _SIDES:
        data[name] = [
            b"".join(number[code].to_bytes(wide, "little") for code in getattr(each, name))
            for each in rollcalls
        ]
    for name in _FIGURES:
        field = name.removeprefix("tally_")
        data[name] = [getattr(each.tally, field) if each.tally else None for each in rollcalls]
    data["listed"] = [each.listed for each in rollcalls]
    data["part"] = [each.part for each in rollcalls]
    data["wide"] = [wide] * len(rollcalls)
    data["unknown"] = [
        msgspec.json.encode(each.unknown).decode() if each.unknown else None for each in rollcalls
    ]
    data[FOLDED] = [fold_name(f"{each.title or ''} {each.detail or ''}") for each in rollcalls]
    data[DIGEST] = [digest_of(each) for each in rollcalls]
    return pl.DataFrame(data, schema=_schema())


def _schema() -> dict[str, pl.DataType | type[pl.DataType]]:
    import polars as pl

    return {
        **dict.fromkeys((*_WORDS, *_TEXTS), pl.String), **dict.fromkeys(_SIDES, pl.Binary),
        **dict.fromkeys(_FIGURES, pl.Int32), "listed": pl.Boolean, "wide": pl.UInt8,
        "part": pl.Boolean, "unknown": pl.String, FOLDED: pl.String, DIGEST: pl.String,
    }  # fmt: skip


def from_frame(frame: pl.DataFrame, codes: Sequence[str]) -> list[RollCall]:
    """The accounts in a frame."""
    names = (*_WORDS, *_TEXTS, *_SIDES, *_FIGURES, "listed", "part", "wide", "unknown")
    return [_rollcall(row, codes) for row in frame.select(names).rows()]


def _rollcall(row: tuple[Any, ...], codes: Sequence[str]) -> RollCall:
    (
        id_, source, place, body, session, date, precision, matter, mode, outcome, symbol, draft,
        meeting, title, detail, agenda_item, inferred, subjects, issues, sponsors, joined,
        yes, no, abstain, absent, y, n, a, x, listed, part, wide, unknown,
    ) = row  # fmt: skip
    return RollCall(  # whose types are those of the frame's schema
        id=id_, source=source, place=place, body=body, session=session, date=date,
        precision=precision, matter=matter, mode=mode, outcome=outcome, symbol=symbol,
        draft=draft, meeting=meeting, title=title, detail=detail, agenda_item=agenda_item,
        subjects=_texts(subjects), issues=_texts(issues),
        tally=None if y is None else Tally(y, n, a, x),
        listed=listed, yes=_codes(yes, codes, wide), no=_codes(no, codes, wide),
        abstain=_codes(abstain, codes, wide), absent=_codes(absent, codes, wide),
        unknown=_UNKNOWN.decode(unknown) if unknown else (),
        sponsors=_texts(sponsors), joined=_texts(joined), inferred=inferred, part=part,
    )  # fmt: skip


def _texts(joined: object) -> tuple[str, ...]:
    return tuple(str(joined).split(_APART)) if joined else ()


def _codes(data: object, codes: Sequence[str], wide: object) -> tuple[str, ...]:
    if not data:
        return ()
    assert isinstance(data, bytes)  # noqa: S101 - by the schema
    if wide == 1:
        return tuple([codes[at] for at in data])
    pairs = range(0, len(data), 2)
    return tuple([codes[int.from_bytes(data[at : at + 2], "little")] for at in pairs])
