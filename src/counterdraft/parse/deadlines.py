"""Time limits, and whether a report is asked for, in what a paragraph asks.

In: straightened text and the stretch that says what is to be done. Out: the words of
the time limit, or None; whether somebody is to report, update or submit information.
"""

from __future__ import annotations

import re
from functools import cache

from counterdraft.model import Span
from counterdraft.parse.dates import month_pattern, ordinals

# What no time limit is without.
_TIMED = re.compile(r"\d\d|session|later than|within|before|prior to|every ")
_REPORT = re.compile(
    r"\b(?:to |and |also |then |regularly |periodically |, )(?:continue to )?(?:"
    r"report(?:ing)?\b(?! of| on the situation was|s\b)"
    r"|(?:submit|present|provide|prepare|transmit|issue|circulate|produce|make)\b[^;.]{0,140}?\b(?:reports?|updates?|briefings?|written assessment|assessment report|information (?:on|about)|analys[ie]s)\b"
    r"|(?:update|brief|inform|apprise|keep)\b[^;.]{0,40}\b(?:Council|Assembly|Committee|Commission|Member States|informed)\b"
    r"|(?:include|incorporate|indicate|continue to include)\b[^;.]{0,90}\bin (?:his|her|its|the|their) (?:next |annual |regular |future |periodic |forthcoming )*(?:progress )?reports?)"
)
_REPORT_PLAIN = re.compile(
    r"\b(?:report (?:to|thereon|back|on|regularly|annually|orally)|reports? (?:to be submitted|on the implementation)|in (?:the context of )?(?:his|her|its|their) (?:next|forthcoming|future|annual|regular|first|second)\b[^;.]{0,30}\breports?|submit[^;.]{0,80} reports?)\b"
)


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted(ordinals(), key=len, reverse=True))
    month, year = month_pattern(), r"(?:19|20)\d\d"
    day = rf"(?:\d{{1,2}} (?:{month})(?: {year})?|(?:{month}) {year}|{year}|the (?:end|beginning|middle|close) of (?:the year |its |the |{month} )?(?:{year}|[a-z-]+ session)?)"
    session = rf"(?:its|the|their) (?:resumed )?(?:next|forthcoming|{words})(?: and (?:{words}))?(?: (?:regular|annual|special|substantive|resumed|organizational))* sessions?"
    count = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|thirty|forty-five|sixty|ninety|120|the next \w+)"
    return re.compile(
        rf"\b(?:(?:by|before|no later than|not later than|prior to|until|on or before|as from|at the latest by)(?: the)? {day}"
        rf"|(?:no later than|not later than|before|prior to) [^,;.]{{3,80}}"
        rf"|(?:at|during|of|by|before|for|in) (?:the (?:first|second|main|resumed) (?:part|resumed part) of )?{session}"
        rf"|within (?:a period of )?{count} (?:calendar |working )?(?:days?|weeks?|months?|years?)(?: (?:of|from|after) [^,;.]{{3,60}})?"
        rf"|every {count} (?:days?|weeks?|months?|years?)"
        rf"|at the end of [^,;.]{{3,40}}|{count} (?:days|weeks|months|years) (?:from|after) [^,;.]{{3,60}})",
        re.IGNORECASE,
    )


def find_deadline(text: str, span: Span) -> str | None:
    """The first time limit in what is asked, in the text's own words."""
    if not _TIMED.search(text, span.start, span.end):
        return None
    found = _pattern().search(text, span.start, span.end)
    return found[0].strip() if found else None


def asks_report(text: str, span: Span) -> bool:
    """Whether what is asked is, or includes, a report or an update."""
    words = " " + text[span.start : span.end]
    if not ("eport" in words or "pdate" in words or "brief" in words or "inform" in words
            or "apprise" in words or "nalys" in words or "ssessment" in words):  # fmt: skip
        return False
    return bool(_REPORT.search(words) or _REPORT_PLAIN.search(words))
