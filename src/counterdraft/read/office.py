"""The old formats of office programs, through LibreOffice → Document.

In: the bytes of a .doc, .odt or .rtf, told by their content. LibreOffice makes a DOCX of
them where it is installed, in a folder and with a profile made for it and removed after:
no macros, no active content, no links followed, no way to the network, bounded in time
and in what it writes. Out: what ``from_docx`` makes of that.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Literal, NamedTuple

from msgspec.structs import replace

from counterdraft.errors import DamagedSource, UnsupportedSource
from counterdraft.model import Document, View
from counterdraft.read.from_docx import from_docx
from counterdraft.read.ole import ole_kind

Kind = Literal["doc", "odt", "rtf"]

# Seconds; the longest file takes a tenth of it.
TIMEOUT = 120
# Blocks of 512 bytes: no file that LibreOffice writes may be larger than 200 MB.
_FILE_BLOCKS = 400_000
_PLACES = {
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
    "win32": (
        r"C:\Program Files\LibreOffice\program\soffice.exe",
        r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
    ),
}
_PLACES_ELSEWHERE = ("/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice",
                     "/snap/bin/libreoffice")  # fmt: skip
_ODF = "application/vnd.oasis.opendocument.text"
# A port on which nothing listens: what is asked of the network goes there.
_DEAD = "127.0.0.1"
_DEAD_PORT = 9
_KEPT = frozenset({"PATH", "LANG", "LC_ALL", "SYSTEMROOT", "TEMP", "TMP", "USERPROFILE"})


class _Format(NamedTuple):
    """What a format is called, and the filter of LibreOffice's that reads it.

    An old Word file may be of any version, which LibreOffice tells by itself.
    """

    media_type: str
    filter: str | None


_FORMATS: dict[Kind, _Format] = {
    "doc": _Format("application/msword", None),
    "odt": _Format(_ODF, "writer8"),
    "rtf": _Format("application/rtf", "Rich Text Format"),
}


def office_kind(data: bytes) -> Kind | None:
    """Which of the formats the bytes are; None for none of them."""
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if ole_kind(data) == "word":
        return "doc"
    return "odt" if _is_odt(data) else None


def from_office(data: bytes, source: str, *, view: View = "final") -> Document:
    """Read a .doc, .odt or .rtf.

    Raises UnsupportedSource for other formats and where there is no LibreOffice,
    DamagedSource where it makes nothing of the file, and the errors of ``from_docx``.
    """
    kind = office_kind(data)
    if kind is None:
        raise UnsupportedSource(
            "it is none of .doc, .odt and .rtf", source=source, remedy="Save it as a Word file"
        )
    program = find_soffice()
    if program is None:
        raise UnsupportedSource(
            f"a .{kind} file is read with LibreOffice, which is not installed", source=source,
            remedy="Install it (Debian: apt install libreoffice-writer), or save the file as .docx",
        )  # fmt: skip
    converted = _convert(program, data, kind, source)
    document = from_docx(converted, source, view=view)
    return replace(document, media_type=_FORMATS[kind].media_type)


def find_soffice() -> str | None:
    """LibreOffice's program: on the path, or where its installers put it."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found:
        return found
    return next((p for p in _PLACES.get(sys.platform, _PLACES_ELSEWHERE) if Path(p).exists()), None)


def _is_odt(data: bytes) -> bool:
    """Whether the archive's own type, its first member, is that of a text."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("mimetype") as stream:
            return stream.read(len(_ODF) + 1).decode("ascii", "replace").strip() == _ODF
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, RuntimeError, NotImplementedError):
        return False


def _convert(program: str, data: bytes, kind: Kind, source: str) -> bytes:
    """The DOCX that LibreOffice makes of a file."""
    with tempfile.TemporaryDirectory(prefix="counterdraft.") as name:
        folder = Path(name)
        given, made = folder / f"text.{kind}", folder / "out" / "text.docx"
        given.write_bytes(data)
        _write_profile(folder / "profile")
        finished = _run(_command(program, folder, given, kind), folder)
        if not finished:
            raise DamagedSource(
                f"LibreOffice did not finish with it within {TIMEOUT} s", source=source,
                remedy="Save it as .docx in the program that made it",
            )  # fmt: skip
        if not made.exists():
            raise DamagedSource(
                f"LibreOffice makes nothing of the .{kind} file; it may be damaged, or protected "
                "by a password", source=source, remedy="Save it as .docx, without a password",
            )  # fmt: skip
        return made.read_bytes()


def _command(program: str, folder: Path, given: Path, kind: Kind) -> list[str]:
    named = _FORMATS[kind].filter
    command = [
        program, f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard",
        *([f"--infilter={named}"] if named else []), "--convert-to", "docx:MS Word 2007 XML",
        "--outdir", str(folder / "out"), str(given),
    ]  # fmt: skip
    if os.name != "posix":
        return command
    limits = f'ulimit -c 0; ulimit -f {_FILE_BLOCKS}; exec "$@"'
    return ["/bin/sh", "-c", limits, "sh", *_alone(), *command]


def _alone() -> tuple[str, ...]:
    """What puts a command into a network with nobody else in it, where the system lets us."""
    program = shutil.which("unshare")
    if program is None:
        return ()
    alone = (program, "--map-root-user", "--net")
    tried = subprocess.run([*alone, "true"], capture_output=True, check=False)  # noqa: S603
    return alone if tried.returncode == 0 else ()


def _run(command: list[str], folder: Path) -> bool:
    """Run LibreOffice to its end; False where its time was up. Nothing of it is left running."""
    nowhere = f"http://{_DEAD}:{_DEAD_PORT}"
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "ftp_proxy", "all_proxy"), nowhere)
    keep = {key: value for key, value in os.environ.items() if key.upper() in _KEPT}
    own = {"HOME": str(folder), "TMPDIR": str(folder), "SAL_USE_VCLPLUGIN": "svp"}
    environment = {**keep, **proxies, **own}
    process = subprocess.Popen(  # noqa: S603 - the program is LibreOffice, the names are ours
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        process.wait(TIMEOUT)
    except subprocess.TimeoutExpired:
        return False
    finally:
        _kill(process)
    return True


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the process, and on POSIX whatever it started."""
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


# -- the profile

_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "DisableOLEAutomation", "true"),
    ("Office.Common/Security/Scripting", "DisablePythonRuntime", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "SecureURL", ""),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Office.Java/VirtualMachine", "Enable", "false"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetNoProxy", ""),
    *(
        setting
        for scheme in ("HTTP", "HTTPS", "FTP")
        for setting in (
            ("Inet/Settings", f"ooInet{scheme}ProxyName", _DEAD),
            ("Inet/Settings", f"ooInet{scheme}ProxyPort", str(_DEAD_PORT)),
        )
    ),
)


def _write_profile(profile: Path) -> None:
    """A profile in which nothing is run, updated or fetched."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items '
        'xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>',
        encoding="utf-8",
    )
