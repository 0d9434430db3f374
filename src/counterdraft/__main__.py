"""The entry of the command line: quick questions are answered before anything is imported."""

from __future__ import annotations

import sys


def main() -> None:
    """Run ``counterdraft`` with the arguments of the process."""
    if sys.argv[1:] == ["--version"]:
        from counterdraft import __version__

        print(f"counterdraft {__version__}")
        return
    from counterdraft.cli.run import run

    run()


if __name__ == "__main__":
    main()
