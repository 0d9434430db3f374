"""Whether a date limits what is asked, or hangs on something that is told there beside it.

In: straightened text, the stretch that says what is to be done, and where a date stands in it. Out:
whether it is the date of a fact or a forecast ("will reach only a third by 2050"), of a goal ("in
order to end hunger by 2030"), or stands in a name.
"""

from __future__ import annotations

import re

from counterdraft.lexicon.dates import YEAR
from counterdraft.lexicon.hanging import hanging
from counterdraft.model import Span

# So far back it is looked for what a date hangs on.
_LOOK = 400
_YEAR_ALONE = re.compile(rf"(?!.* of )[a-z ]+ {YEAR}")
# "By the 2030 Agenda", "by the 2010, 2013 and 2015 reports": the year of something that is named.
_YEAR_OF = re.compile(rf"by the {YEAR}")
_QUOTED, _QUOTE = re.compile('"[^"]*"'), '"'


def hangs_elsewhere(text: str, asked: Span, at: Span) -> bool:
    """Whether the date at ``at`` is none of the task that ``asked`` begins."""
    words = hanging()
    before = text[max(asked.start, at.start - _LOOK) : at.start]
    before = before[before.rfind(";") + 1 :]
    if words.latest.match(text, at.end):
        return False
    before = _QUOTED.sub("", before)
    if _YEAR_OF.match(text, at.start) or _QUOTE in before:
        return True
    tasks = list(words.own.finditer(before))
    before = before[tasks[-1].end() :] if tasks else before
    if words.told.search(before):
        return True
    if not _YEAR_ALONE.fullmatch(text, at.start, at.end):
        return False
    if words.named.search(before):
        return True
    return bool(words.goal.search(before)) and not words.before_task.search(before)
