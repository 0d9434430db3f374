"""LibreOffice as a second opinion: accepts or rejects all tracked changes of Word files."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

Outcome = Literal["final", "original"]

_COMMANDS: dict[Outcome, str] = {
    "final": "AcceptAllTrackedChanges", "original": "RejectAllTrackedChanges",
}  # fmt: skip
_SCRIPT = Path(__file__).parent / "libreoffice_uno.py"
_PYTHONS = ("/usr/bin/python3", "python3")
_SECONDS = 30  # for each file


@cache
def python_with_uno() -> str | None:
    """A Python that can speak to LibreOffice: Debian's with python3-uno. None where none can."""
    if shutil.which("soffice") is None:
        return None
    for name in _PYTHONS:
        program = shutil.which(name)
        command = [program or name, "-c", "import uno"]
        if program and subprocess.run(command, capture_output=True, check=False).returncode == 0:
            return program
    return None


def settled_by_libreoffice(files: Sequence[tuple[bytes, Outcome]]) -> list[bytes]:
    """Each file with all its changes accepted ("final") or rejected ("original")."""
    python = python_with_uno()
    if python is None:
        raise RuntimeError("there is no LibreOffice, or no Python that speaks to it")
    with tempfile.TemporaryDirectory(prefix="counterdraft.") as name:
        folder = Path(name)
        lines = []
        for i, (data, outcome) in enumerate(files):
            (folder / f"{i}.docx").write_bytes(data)
            lines.append(f"{_COMMANDS[outcome]}|{folder / f'{i}.docx'}|{folder / f'{i}.out.docx'}")
        _run(python, folder, lines)
        return [(folder / f"{i}.out.docx").read_bytes() for i in range(len(files))]


def _run(python: str, folder: Path, lines: Sequence[str]) -> None:
    pipe = folder.name.replace(".", "")
    office = subprocess.Popen(
        ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--norestore", "--nologo", "--nodefault", f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        subprocess.run(
            [python, str(_SCRIPT), pipe], input="\n".join(lines), text=True, check=True,
            capture_output=True, timeout=_SECONDS * (1 + len(lines)),
        )  # fmt: skip
        office.wait(_SECONDS)
    finally:
        office.kill()
        office.wait()
