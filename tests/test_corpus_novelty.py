"""How new a session is: against what stood before it in the corpus, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from counterdraft.corpus.add import add
from counterdraft.corpus.entries import Entry
from counterdraft.corpus.novelty import Novelty, novelty
from counterdraft.corpus.stored import Stored
from tests.adopted import entry

LAMPS = "Urges the Government of Orlavia to light the lamps of the harbour at night."
EDITED = "Urges the Government of Orlavia to light the lamps of the harbour every night."
OTHER = "Decides to count herrings."
PREAMBLE = ("Recalling the darkness,",)


def text(number: str, date: str, *body: str, kind: str = "resolution") -> Entry:
    return entry(number, date, PREAMBLE, body, kind=kind)


def of(folder: Path, *entries: Entry) -> dict[str, Novelty]:
    """The sessions of a corpus, committees left out."""
    add(folder, entries)
    found = novelty(Stored(folder))
    return {each.session: each for each in found if each.committee is None}


def counts(found: Novelty) -> tuple[int | None, int | None, int | None]:
    return found.verbatim, found.adapted, found.not_found


def test_verbatim_adapted_and_not_found_make_up_a_session(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        text("80/1", "2025-12-01", LAMPS),
        text("81/1", "2026-12-01", EDITED),
        text("81/2", "2026-12-01", OTHER),
    )
    assert counts(found["80"]) == (None, None, None)
    assert (found["81"].texts, found["81"].clauses) == (2, 4)
    assert counts(found["81"]) == (2, 1, 1)


def test_case_dashes_and_the_year_do_not_make_a_clause_new(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        text("80/1", "2025-12-01", "Requests a non-paper on lamps in 2026."),
        text("81/1", "2026-12-01", "Requests a non\u2011paper on Lamps in 2027."),
    )
    assert counts(found["81"]) == (2, 0, 0)


def test_what_stands_in_the_same_session_or_later_did_not_stand_before(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        text("79/1", "2024-12-01", OTHER),
        text("80/1", "2025-11-01", LAMPS),
        text("80/2", "2025-12-01", LAMPS),
        text("81/1", "2026-12-01", LAMPS),
    )
    assert counts(found["80"]) == (2, 0, 2)
    assert counts(found["81"]) == (2, 0, 0)


def test_what_stood_in_a_draft_alone_did_not_stand(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        text("80/1", "2025-12-01", OTHER),
        text("A/C.3/80/L.7", "2025-11-01", LAMPS, kind="draftResolution"),
        text("81/1", "2026-12-01", LAMPS),
    )
    assert set(found) == {"80", "81"}
    assert counts(found["81"]) == (1, 0, 1)


def test_without_the_first_session_the_next_has_no_figure(tmp_path: Path) -> None:
    later = (text("80/1", "2025-12-01", LAMPS), text("81/1", "2026-12-01", LAMPS))
    assert counts(of(tmp_path / "a", text("79/1", "2024-12-01", OTHER), *later)["80"]) == (1, 0, 1)
    assert counts(of(tmp_path / "b", *later)["80"]) == (None, None, None)


def test_who_asks_may_say_what_adapted_is(tmp_path: Path) -> None:
    asked: list[tuple[str, str, int]] = []

    def judge(clause: str, source: str, score: int) -> bool:
        asked.append((clause, source, score))
        return False

    add(tmp_path, [text("80/1", "2025-12-01", LAMPS), text("81/1", "2026-12-01", EDITED)])
    *_, last = novelty(Stored(tmp_path), judge)
    assert counts(last) == (1, 0, 1)
    ((clause, source, score),) = asked
    assert (clause, source) == (EDITED, LAMPS)
    assert 600 <= score < 1000


@pytest.mark.parametrize("texts", [0, 1])
def test_a_corpus_of_one_session_says_nothing_of_it(tmp_path: Path, texts: int) -> None:
    add(
        tmp_path,
        [text("80/1", "2025-12-01", LAMPS), text("80/2", "2025-12-02", OTHER)][: texts + 1],
    )
    assert {counts(each) for each in novelty(Stored(tmp_path))} == {(None, None, None)}
