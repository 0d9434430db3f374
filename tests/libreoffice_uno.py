"""Run by a Python that has LibreOffice's uno: opens files, gives one command, saves as DOCX.

The pipe to LibreOffice is the argument; the lines of the input are "command|from|to".
"""

from __future__ import annotations

import sys
import time

import uno  # type: ignore[import-not-found]  # Debian's, for the system's Python
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

_TRIES, _PAUSE = 300, 0.1


def _said(name: str, value: object) -> PropertyValue:
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


def _connect(pipe: str) -> object:
    local = uno.getComponentContext()
    name = "com.sun.star.bridge.UnoUrlResolver"
    resolver = local.ServiceManager.createInstanceWithContext(name, local)
    for _ in range(_TRIES):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # LibreOffice is not there yet
            time.sleep(_PAUSE)
    raise SystemExit("LibreOffice does not answer")


def main() -> None:
    context = _connect(sys.argv[1])
    services = context.ServiceManager  # type: ignore[attr-defined]
    desktop = services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    sender = services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    for line in sys.stdin:
        command, source, target = line.rstrip("\n").split("|")
        url = uno.systemPathToFileUrl(source)
        document = desktop.loadComponentFromURL(url, "_blank", 0, (_said("Hidden", True),))
        sender.executeDispatch(document.CurrentController.Frame, f".uno:{command}", "", 0, ())
        saved = (_said("FilterName", "MS Word 2007 XML"),)
        document.storeToURL(uno.systemPathToFileUrl(target), saved)
        document.close(True)
    desktop.terminate()


if __name__ == "__main__":
    main()
