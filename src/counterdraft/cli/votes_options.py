"""The options by which commands on votes are told which votes are meant, each said once."""

from __future__ import annotations

from typing import Annotated

import typer

Body = Annotated[
    str | None,
    typer.Option("--body", metavar="NAME", help="Of this body: GA, C3, HRC, SC, or its name."),
]
Session = Annotated[
    str | None,
    typer.Option("--session", "--sessions", metavar="74-79,ES-11", help="Of these sessions."),
]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="On it or later.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="On it or earlier.")]
Title = Annotated[
    str | None, typer.Option("--title", metavar="WORDS", help="With these words in the title.")
]
Subject = Annotated[
    str | None, typer.Option("--subject", metavar="WORDS", help="With these words in a subject.")
]
Issue = Annotated[
    str | None, typer.Option("--issue", metavar="CODE", help="me, nu, di, hr, co or ec.")
]
Matter = Annotated[
    str | None,
    typer.Option("--matter", metavar="WHAT", help="On text, paragraph, amendment or motion."),
]
Mode = Annotated[
    str | None,
    typer.Option("--mode", metavar="HOW", help='Like "recorded vote" or "without a vote".'),
]
