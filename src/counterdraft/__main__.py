"""The entry of the command line: quick questions are answered before anything is imported."""

from __future__ import annotations

import os
import signal
import sys


def main() -> None:
    """Run ``counterdraft`` with the arguments of the process."""
    if sys.argv[1:] == ["--version"]:
        from counterdraft import __version__

        print(f"counterdraft {__version__}")
        return
    signal.signal(signal.SIGINT, _stop)  # until the command line has its own way
    from counterdraft.cli.run import run

    run()


def _stop(*_: object) -> None:
    """Ctrl-C while the modules are imported: nothing is open yet, and nothing to be undone."""
    os.write(2, b"interrupted\n")
    os._exit(130)


if __name__ == "__main__":
    main()
