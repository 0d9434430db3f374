"""Running the command line: its streams, and what ends it from outside."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from copy import copy
from io import TextIOWrapper

import typer

from counterdraft.cli.app import app
from counterdraft.cli.progress import say
from counterdraft.errors import one_line


class _Interrupted(BaseException):
    """Ctrl-C: not an error, and not for the command-line library to report."""


def run() -> None:
    """Run the command line.

    A reader who goes away and an interrupt end it quietly; what the machine refuses, such as
    room on a disk, is said in a line.
    """
    _open_streams()
    signal.signal(signal.SIGINT, _interrupt)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        as_asked(sys.argv[1:])()
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        raise SystemExit(1) from None
    except OSError as error:
        _drop_output()
        said = error.strerror or str(error)
        say(one_line(f"{error.filename}: {said}" if error.filename else said))
        raise SystemExit(1) from None
    except _Interrupted:
        say("interrupted")
        raise SystemExit(130) from None


def _open_streams() -> None:
    """Stand-ins for the standard streams that this process was started without (``>&-``).

    The place of one must not be taken by the next file that is opened. Reading then finds
    nothing, talk goes nowhere, and writing to standard output fails, as it does elsewhere.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            flags = os.O_WRONLY if name == "stderr" else os.O_RDONLY
            opened = os.open(os.devnull, flags)
            if opened != number:
                os.dup2(opened, number)
                os.close(opened)
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8"))


def _drop_output() -> None:
    """What is not written yet goes nowhere, for the interpreter would try again as it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _interrupt(*_: object) -> None:
    raise _Interrupted


def as_asked(words: Sequence[str]) -> typer.Typer:
    """The commands, without the others where one is asked for by its name.

    To read the options of all of them takes a twentieth of a second.
    """
    name = words[0] if words else ""
    commands = [each for each in app.registered_commands if _name(each.callback) == name]
    groups = [
        each for each in app.registered_groups
        if each.typer_instance and each.typer_instance.info.name == name
    ]  # fmt: skip
    if not commands and not groups:
        return app
    one = copy(app)
    one.registered_commands, one.registered_groups = commands, groups
    return one


def _name(callback: Callable[..., object] | None) -> str:
    return callback.__name__ if callback else ""
