"""Files of a case → a dossier to begin with: every key, with what it is for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from counterdraft.disk.links import real_path
from counterdraft.errors import SourceNotFound, one_line

_START = """\
# A dossier: what belongs to one case. Its brief is renewed with
#   counterdraft dossier {name}
# Paths are relative to this file's folder and may not lead out of it, unless they are written in
# full, from the root. Nothing is fetched. A line that begins with # is not read.

# What to call the case.
# title = "Dialogue and cooperation, seventieth session"

# The versions of the draft, oldest first; the brief is of the last, and compares it with the one
# before. If the file holds several resolutions, part says which, from 1.
drafts = {drafts}
# part = 1

# A text that stands against it, and the last text of its own series.
{rival}
# rival_part = 1
{previous}
# previous_part = 1

# Who brings the draft: States or groups, as the UN calls them.
# sponsors = ["Chile", "European Union"]

# What to hold it against: mandates by name, or files of your own (ending in .toml).
# mandates = ["coi-dprk"]
# registers = ["registers"]

# A corpus to trace its words through, and the votes kept beside it.
# corpus = "/home/me/corpus"
# The votes on its subject, if they are not found by its title.
# series = "dprk"

# Your earlier notes: quoted in the brief as yours.
# notes = ["notes.md"]

# Where the brief is written: .html, .docx, .pdf, .md or .json.
outputs = ["brief.html"]

# Days of the case. as_of is the day that claims and votes are held against; others have any name.
[dates]
# as_of = 2026-10-20
# circulated = 2026-10-15

# What else happened, for the timeline.
# [[events]]
# date = 2026-10-16
# what = "First informal consultations"
# source = "our report of that day"
"""


def start(
    drafts: Sequence[str], name: str, *, rival: str | None = None, previous: str | None = None
) -> bytes:
    """A dossier to be kept at ``name``. Raises SourceNotFound where a file is not there."""
    folder = Path(name).parent.resolve()
    return _START.format(
        name=one_line(Path(name).name),
        drafts="[" + ", ".join(_path(each, folder) for each in drafts) + "]",
        rival=f"rival = {_path(rival, folder)}" if rival else '# rival = "rival.pdf"',
        previous=f"previous = {_path(previous, folder)}"
        if previous
        else '# previous = "last-year.pdf"',
    ).encode()


def _path(name: str, folder: Path) -> str:
    """A path as a dossier in ``folder`` has it: from there, or in full where it is elsewhere."""
    path = real_path(name)
    if not path.is_file():
        raise SourceNotFound("no such file", source=name, remedy="Name a file that is there")
    inside = path.is_relative_to(folder)
    written = str(path.relative_to(folder) if inside else path)
    try:
        written.encode()
    except UnicodeEncodeError:
        reason = "its name is not in UTF-8, as a dossier is"
        raise SourceNotFound(reason, source=name, remedy="Give it another name") from None
    return json.dumps(written, ensure_ascii=False)
