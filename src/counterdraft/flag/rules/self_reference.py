"""Self-reference: a text relies on a source that its own sponsor's institutions made."""

from __future__ import annotations

from collections.abc import Iterator

from counterdraft.flag.ground import Ground
from counterdraft.flag.quotes import quoted
from counterdraft.flag.rule import Rule
from counterdraft.flag.sources import OwnSource, own_sources_of
from counterdraft.flag.subject import same_state
from counterdraft.model.finding import Finding
from counterdraft.text.flagged import label
from counterdraft.text.wording import listed

_ID = "self_reference.own-source"
_SOURCE = (
    "Human Rights Council resolution 5/2, annex, article 6 (a judgement rests on all available "
    "sources); General Assembly decision 55/488 (which verbs are neutral)"
)


def find(ground: Ground) -> Iterator[Finding]:
    """One finding with every place at which the text takes such a source as a basis."""
    found = [
        each
        for each in own_sources_of(ground.resolution, ground.sponsors)
        if any(same_state(each.state, sponsor) for sponsor in ground.sponsors)
    ]
    if found:
        yield _told(found)


def _told(found: list[OwnSource]) -> Finding:
    labels = list(dict.fromkeys(label(each.clause.paragraph.id) for each in found))
    take, bear = ("takes", "bears") if len(labels) == 1 else ("take", "bear")
    words = listed([f"“{each}”" for each in dict.fromkeys(source.by for source in found)])
    return Finding(
        rule=_ID,
        kind="self_reference",
        statement=(
            f"{listed(labels)} {take} as a basis, or {bear} out, what an institution of the text’s "
            "own sponsor made."
        ),
        why=f"It is named with the State that sponsors the text, under {words}.",
        against=(
            "A State may well point to its own account; the reader is to know whose it is.",
            "Whether the institution is independent of its Government the words do not tell.",
        ),
        evidence=tuple(
            dict.fromkeys(quoted(each.clause.paragraph, each.start, each.end) for each in found)
        ),
        confidence="high",
        source=_SOURCE,
    )


RULES = (
    Rule(
        _ID, "self_reference", "Relies on a source of its own sponsor", _SOURCE, find,
        ("sponsors",),
    ),
)  # fmt: skip
