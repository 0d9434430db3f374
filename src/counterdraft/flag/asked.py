"""Words of what a text asked → whether it is done once, or a purpose; and with what tells when.

What is done by being done once is not given up where the next text of a series does not ask it
again. The time of what is asked may stand before it.
"""

from __future__ import annotations

import re

from counterdraft.lexicon.deadlines import due
from counterdraft.lexicon.verbs import verbs
from counterdraft.text.straight import straighten


def is_spent(words: str) -> bool:
    """Whether what is asked is done once: a body set up, somebody appointed, a meeting called."""
    straight = straighten(words)
    return due().spent.search(straight) is not None and not due().recurring.search(straight)


def is_purpose(before: str, words: str) -> bool:
    """Whether words behind others say what a meeting is for: "to convene a meeting, to discuss"."""
    if not due().infinitive.match(words) or due().joined.search(before):
        return False
    return due().called.search(before) is not None


def as_told(before: str, words: str, above: str = "") -> str:
    """The words of what is asked, with those before them that tell when.

    ``before`` stands in the same paragraph, ``above`` is the one before it.

    An infinitive has its verb, and its time, before it; and what takes up an event ("the Forum",
    "on those dates") has the event's.
    """
    if due().infinitive.match(words):
        return before[max(before.rfind(";") + 1, _last_request(before)) :] + words
    if due().report.search(words):
        return f"{above} {before}{words}"
    return before + words if due().again.search(words) else words


def _last_request(words: str) -> int:
    """Where the last verb stands by which somebody is asked; 0 without one."""
    found = (
        each.start()
        for each in re.finditer(r"[A-Za-z]+", words)
        if any(
            form.asks and form.form == "present" for form in verbs().forms.get(each[0].lower(), ())
        )
    )
    return max(found, default=0)
