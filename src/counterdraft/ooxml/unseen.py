"""What a Word file holds that nobody sees in its text: hidden words, comments.

In: its body, its changes settled. Out: in words, for whoever is about to send the file on.
"""

from __future__ import annotations

from lxml import etree

from counterdraft.ooxml.groups import Context, all_groups
from counterdraft.wording.english import counted, listed, shortened

_SHOWN = 60  # characters of hidden words


def unseen(body: etree._Element, context: Context) -> tuple[str, ...]:
    """Hidden words, by how they begin, and comments, by whom; nothing where there are none."""
    found = []
    hidden = "".join(
        each.piece.text
        for group, _ in all_groups(body, context)
        for each in group.shown
        if each.piece.kind == "text" and not each.visible
    )
    words = " ".join(hidden.split())
    if words:
        found.append(f"hidden text (“{shortened(words, _SHOWN)}”)")
    if context.remarks:
        authors = sorted({each.author for each in context.remarks.values() if each.author})
        by = f" by {listed(authors)}" if authors else ""
        found.append(f"{counted(len(context.remarks), 'comment')}{by}")
    return tuple(found)
