"""Self-reference: a text relies on a source that its own sponsor's institutions made."""

from __future__ import annotations

from collections.abc import Iterator

from counterdraft.flag.ground import Ground
from counterdraft.flag.quotes import quoted
from counterdraft.flag.rule import Rule
from counterdraft.flag.sources import OwnSource, own_sources_of
from counterdraft.flag.subject import same_state
from counterdraft.lexicon.states import fold_name, group_names
from counterdraft.model.finding import Finding
from counterdraft.wording.english import listed
from counterdraft.wording.flagged import label

_ID = "self_reference.own-source"
_SOURCE = (
    "Human Rights Council resolution 5/2, annex, article 6 (a judgement rests on all available "
    "sources); General Assembly decision 55/488 (which verbs are neutral)"
)


def find(ground: Ground) -> Iterator[Finding]:
    """One finding with every place at which the text takes such a source as a basis."""
    found = [
        each
        for each in own_sources_of(ground.resolution, ground.behind)
        if any(same_state(each.state, name) for name in ground.behind)
    ]
    if found:
        sponsors = any(same_state(e.state, name) for e in found for name in ground.sponsors)
        yield _told(found, sponsors=sponsors)


def _told(found: list[OwnSource], *, sponsors: bool) -> Finding:
    """The finding; ``sponsors`` says whether the State itself does, or speaks for who does."""
    labels = list(dict.fromkeys(label(each.clause.paragraph.id) for each in found))
    take, bear = ("takes", "bears") if len(labels) == 1 else ("take", "bear")
    whose = "the text’s own sponsor" if sponsors else "the State that speaks for the text’s sponsor"
    group = any(fold_name(each.state) in group_names() for each in found)
    state = "State that sponsors the text" if sponsors else "State that speaks for the group"
    whom = "group that sponsors the text" if group else state
    words = listed([f"“{each}”" for each in dict.fromkeys(source.by for source in found)])
    return Finding(
        rule=_ID,
        kind="self_reference",
        statement=(
            f"{listed(labels)} {take} as a basis, or {bear} out, what an institution of "
            f"{whose} made."
        ),
        why=f"It is named with the {whom}, under {words}.",
        against=(
            "A sponsor may well point to its own account; the reader is to know whose it is.",
            "Whether the institution is independent of its Government, or group, is not told.",
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
