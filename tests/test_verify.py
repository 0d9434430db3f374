"""What registers say to claims: only a dated entry that is exact enough settles one."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.model.corpus import Bounds, Clause, Near, Record
from counterdraft.model.register import NEVER, Entry, Register
from counterdraft.model.verdict import Verdict, Verdicts
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text
from counterdraft.read.read import read
from counterdraft.registers.held import Held
from counterdraft.registers.of_corpus import OfCorpus
from counterdraft.registers.shipped import shipped
from counterdraft.verify.verify import verify

CRC = "the Convention on the Rights of the Child"
EITHER = "ratification or accession"


def entry(act: str, date: str | None, **more: str) -> Entry:
    given = {"register": "test", "subject": "Fiji", "object": "crc", "source": "a source", **more}
    return Entry(act=act, date=date, **given)  # type: ignore[arg-type]


def draft_of(*preamble: str, title: str = "", before: str = "") -> str:
    heads = "\n\n".join(each for each in (before, title) if each)
    paragraphs = "\n\n".join(f"{each}," for each in preamble)
    return f"{heads}\n\nThe General Assembly,\n\n{paragraphs}\n\n1. Decides to remain seized.\n"


def verdicts(text: str, *entries: Entry, as_of: str | None = None) -> Verdicts:
    document = read(text.encode(), "draft.txt")
    return verify(document, parse(document)[0], [Held("test", entries)], as_of)


def one(claim: str, *entries: Entry, as_of: str | None = None) -> Verdict:
    (found,) = verdicts(draft_of(claim), *entries, as_of=as_of).verdicts
    return found


def test_an_entry_of_the_day_bears_a_claim_out() -> None:
    text = draft_of(f"Welcoming the signature by Fiji of {CRC} on 2 July 1993")
    found = verdicts(text, entry("signature", "1993-07-02"))
    (verdict,) = found.verdicts
    assert (verdict.verdict, verdict.paragraph, verdict.question) == ("holds", "pp1", None)
    assert verdict.entries[0].source == "a source"
    assert (
        read(text.encode(), "x").text[verdict.span.start : verdict.span.end].startswith("signature")
    )
    assert found.registers == ("test",)


def test_an_entry_of_another_day_refutes_it_and_is_put_as_a_question() -> None:
    verdict = one(f"Noting that Fiji signed {CRC} on 3 July 1993", entry("signature", "1993-07-02"))
    assert verdict.verdict == "does not hold"
    assert verdict.question is not None
    assert "2 July 1993" in verdict.question


@pytest.mark.parametrize(
    ("claimed", "verdict"),
    [("on 3 July 1993", "unknown"), ("in July 1993", "unknown"), ("in 1993", "holds"),
     ("on 3 July 1994", "does not hold")],
)  # fmt: skip
def test_a_register_of_years_leaves_a_day_open(claimed: str, verdict: str) -> None:
    known = entry("ratification", "1993", value=EITHER)
    assert one(f"Noting that Fiji ratified {CRC} {claimed}", known).verdict == verdict


def test_a_signature_is_not_a_ratification() -> None:
    signed, ratified = entry("signature", "1993-07-02"), entry("ratification", "1993-08-13")
    wrong = one(f"Noting that Fiji ratified {CRC} on 2 July 1993", signed, ratified)
    assert wrong.verdict == "does not hold"
    assert one(f"Noting that Fiji ratified {CRC} on 2 July 1993", signed).verdict == "unknown"
    right = one(f"Noting that Fiji signed {CRC} on 2 July 1993", signed, ratified)
    assert right.verdict == "holds"
    assert any("not a ratification" in each for each in right.nearby)


def test_an_accession_is_not_a_ratification_but_makes_a_party() -> None:
    known = entry("accession", "1993-08-13")
    assert (
        one(f"Noting that Fiji ratified {CRC} on 13 August 1993", known).verdict == "does not hold"
    )
    assert one(f"Noting that Fiji acceded to {CRC} on 13 August 1993", known).verdict == "holds"
    assert one(f"Noting that Fiji became a party to {CRC} in 1993", known).verdict == "holds"
    # It is bound from a later day than that on which it deposits its instrument.
    late = one(f"Noting that Fiji became a party to {CRC} on 12 September 1993", known)
    assert late.verdict == "unknown"


def test_entries_after_the_day_do_not_count() -> None:
    claim = f"Noting that Fiji ratified {CRC} on 13 August 1993"
    known = entry("ratification", "1993-08-13")
    assert one(claim, known, as_of="1993-08-12").verdict == "unknown"
    assert one(claim, known, as_of="1993-08-13").verdict == "holds"


def test_what_is_said_of_a_later_day_is_not_settled() -> None:
    claim = "Noting that Fiji ratified the Convention on the Rights of the Child on 3 July 2013"
    never = entry("ratification", None, value=NEVER, as_of="2022-08")
    verdict = one(claim, never, as_of="2010-01-01")
    assert (verdict.verdict, verdict.entries) == ("unknown", ())
    assert "a day after 1 January 2010" in verdict.said[0]


def test_absence_refutes_only_up_to_the_day_that_a_register_is_complete_to() -> None:
    never = entry("ratification", None, value=NEVER, as_of="2022-08")
    assert one(f"Noting that Fiji ratified {CRC} in 2019", never).verdict == "does not hold"
    assert one(f"Noting that Fiji ratified {CRC} in 2023", never).verdict == "unknown"
    assert one(f"Noting that Fiji ratified {CRC}", never).verdict == "unknown"
    undated = one(f"Noting that Fiji ratified {CRC}", never, as_of="2020-01-01")
    assert undated.verdict == "does not hold"
    assert one(f"Noting that Fiji ratified {CRC} in 2019").verdict == "unknown"


def test_what_was_not_done_holds_where_a_register_is_complete() -> None:
    claim = f"Regretting that Fiji has not ratified {CRC}"
    never = entry("ratification", None, value=NEVER, as_of="2022-08")
    assert one(claim, never, as_of="2020-01-01").verdict == "holds"
    assert one(claim, never).verdict == "unknown"
    assert one(claim, entry("ratification", "1993-08-13")).verdict == "does not hold"


def test_registers_that_contradict_each_other_are_shown_side_by_side() -> None:
    claim = f"Noting that Fiji ratified {CRC} in 1993"
    verdict = one(claim, entry("ratification", "1993-08-13"), entry("ratification", "1995"))
    assert verdict.verdict == "contested"
    assert {each.date for each in verdict.entries} == {"1993-08-13", "1995"}


def test_a_register_that_does_not_tell_acts_apart_bears_out_no_accession() -> None:
    year = entry("ratification", "2019", value=EITHER)
    found = one(f"Noting that Fiji acceded to {CRC} in 2019", year)
    assert (found.verdict, found.question) == ("unknown", None)
    assert "by which act the register does not tell" in found.said[0]
    assert one(f"Noting that Fiji ratified {CRC} in 2019", year).verdict == "holds"
    assert one(f"Noting that Fiji became a party to {CRC} in 2019", year).verdict == "holds"
    wrong = one(f"Noting that Fiji acceded to {CRC} in 2018", year)
    assert wrong.verdict == "does not hold"
    assert "has a ratification or accession in 2019" in (wrong.question or "")
    day = entry("accession", "2019-03-01")
    assert one(f"Noting that Fiji acceded to {CRC} in 2019", year, day).entries == (day,)


def test_a_year_and_the_day_of_an_act_in_it_do_not_disagree() -> None:
    claim = f"Noting that Fiji ratified {CRC} in 2009"
    year, day = entry("ratification", "2009", value=EITHER), entry("accession", "2009-10-23")
    found = one(claim, year, day)
    assert (found.verdict, found.entries) == ("does not hold", (day,))
    earlier = entry("accession", "1999-10-23")
    assert one(claim, year, earlier).verdict == "contested"


def test_a_year_that_is_the_signatures_does_not_contest_what_bound() -> None:
    """A register of years does not tell acts apart, and has the one of the signature."""
    claim = f"Noting that Fiji ratified {CRC} in 1994"
    signed, year = entry("signature", "1966-09-28"), entry("ratification", "1966", value=EITHER)
    ratified = entry("ratification", "1994-10-21")
    verdict = one(claim, signed, ratified, year)
    assert verdict.verdict == "holds"
    assert any("Left aside" in each and "1966" in each for each in verdict.nearby)
    other = entry("ratification", "1970", value=EITHER)
    assert one(claim, signed, ratified, other).verdict == "contested"
    text = claim.replace("1994", "1966")
    assert one(text, signed, ratified, year).verdict == "does not hold"


@pytest.mark.parametrize(
    ("year", "verdict"), [("1992", "does not hold"), ("1993", "unknown"), ("1999", "unknown")]
)
def test_no_treaty_is_in_force_before_its_instrument(year: str, verdict: str) -> None:
    claim = f"Recalling that {CRC} entered into force for Fiji in {year}"
    found = one(claim, entry("ratification", "1993-08-13"))
    assert found.verdict == verdict
    assert found.read.startswith("entry into force of the Convention on the Rights of the Child")


def test_a_date_that_may_be_anothers_does_not_bear_a_claim_out() -> None:
    text = f"Noting that Fiji ratified {CRC}, and the visit of the Committee on 3 May 2009"
    assert one(text, entry("ratification", "1993-08-13")).verdict == "unknown"


def test_a_day_without_a_year_is_read_by_the_texts_date_and_said() -> None:
    claim, known = f"Noting that Fiji signed {CRC} on 2 July", entry("signature", "1993-07-02")
    without = one(claim, known)
    assert without.verdict == "unknown"
    assert "no year" in without.said[0]
    assert without.entries == (known,)  # not that no register has an entry of it
    assert without.said[1:] == ("A signature on 2 July 1993 (a source).",)
    told = one(claim, known, as_of="1994-03-01")
    assert told.verdict == "holds"
    assert "2 July 1993" in told.said[0]


def test_a_day_of_a_review_without_a_year_settles_nothing_and_shows_what_is_known() -> None:
    known = entry("review", "2010-02-11", object="cycle 1")
    text = "Noting that Fiji took part in the first cycle of the universal periodic review on {}"
    for day in ("11 February", "12 February"):
        found = one(text.format(day), known)
        assert (found.verdict, found.entries, found.question) == ("unknown", (known,), None)
        assert "first cycle was held on 11 February 2010" in found.said[1]


def test_a_day_that_there_is_not_is_said() -> None:
    verdict = one(
        f"Noting that Fiji signed {CRC} on 31 April 1993", entry("signature", "1993-04-30")
    )
    assert (verdict.verdict, verdict.said) == ("does not hold", ("There is no such day.",))


def test_a_state_that_nobody_knows_is_said_with_the_nearest() -> None:
    verdict = one(f"Noting that the Republic of Fidji signed {CRC} on 2 July 1993")
    assert verdict.verdict == "unknown"
    assert "“Republic of Fidji”; nearest: “Fiji”" in verdict.said[0]


def test_a_review_is_settled_by_its_cycle() -> None:
    known = entry("review", "2010-02-11", object="cycle 1")
    text = "Noting that Fiji took part in the universal periodic review on {}"
    assert one(text.format("11 February 2010"), known).verdict == "holds"
    assert one(text.format("12 February 2010"), known).verdict == "does not hold"
    assert one(text.format("29 October 2014"), known).verdict == "unknown"


def test_the_days_of_a_session_leave_the_day_of_a_review_open() -> None:
    known = entry("review", "2010-02-08/2010-02-19", object="cycle 1")
    text = "Noting that Fiji took part in the first cycle of the universal periodic review on {}"
    assert one(text.format("11 February 2010"), known).verdict == "unknown"
    assert one(text.format("11 March 2010"), known).verdict == "does not hold"


def test_what_was_accepted_is_told_by_each_source_at_its_date() -> None:
    claim = "Noting that Fiji accepted 81 recommendations in its first universal periodic review"
    early = entry("recommendations", "2010-02", object="cycle 1", value="accepted: 0, noted: 90")
    late = entry("recommendations", "2014-04", object="cycle 1", value="accepted: 81, of: 90")
    verdict = one(claim, early, late)
    assert verdict.verdict == "contested"
    assert "In February 2010: accepted: 0" in verdict.said[1]
    assert "In April 2014: accepted: 81" in verdict.said[2]
    # A database counts its own way: another figure there refutes nothing.
    counted = entry(
        "recommendations",
        "2010-02",
        object="cycle 1",
        value="accepted: 79",
        note="counted by State",
    )
    assert one(claim, counted).verdict == "unknown"


def test_the_title_of_a_resolution_is_held_against_the_one_given() -> None:
    known = entry("title", "2031-12-18", subject="A/RES/86/4", object="", value="Rights of salters")
    text = "Recalling its resolution 86/4, entitled “{}”"
    assert one(text.format("Rights of Salters"), known).verdict == "holds"
    assert one(text.format("Oceans and the law of the sea"), known).verdict == "does not hold"
    assert one(text.format("Rights of salters and their families"), known).verdict == "unknown"


def resolutions(claim: str) -> list[tuple[str, bool]]:
    """The verdicts on days of 81/12 and 81/14, and whether each asks."""
    days = {"A/RES/81/12": "2026-12-01", "A/RES/81/14": "2026-12-05"}
    known = [entry("adoption", day, subject=s, object="") for s, day in days.items()]
    found = verdicts(draft_of(claim), *known).verdicts
    return [(each.verdict, each.question is not None) for each in found if each.act == "adoption"]


def test_one_day_behind_several_numbers_is_asked_of_each() -> None:
    claim = "Recalling its resolutions 81/12 and 81/14 of 5 December 2026"
    assert resolutions(claim) == [("unknown", True), ("holds", False)]
    earlier = "Recalling its resolutions 80/3 and 81/14 of 5 December 2026"
    assert resolutions(earlier) == [("holds", False)]
    own = "Recalling its resolutions 81/12 of 1 December 2026 and 81/14 of 5 December 2026"
    assert resolutions(own) == [("holds", False), ("holds", False)]


@pytest.mark.parametrize(
    "words",
    [
        "adopted at its 47th plenary meeting, on {}", "which it adopted on {}",
        "adopted by the General Assembly at its 47th meeting on {}",
        "adopted by consensus on {}", "which the General Assembly adopted without a vote on {}",
    ],
)  # fmt: skip
def test_a_day_of_adoption_is_read_however_it_is_worded(words: str) -> None:
    claim = f"Recalling its resolution 81/12, {words}"
    assert resolutions(claim.format("1 December 2026")) == [("holds", False)]
    assert resolutions(claim.format("2 December 2026")) == [("does not hold", True)]


class Texts:
    """A corpus of a few texts."""

    def __init__(self, *records: Record, words: dict[str, str]) -> None:
        self._records = {each.id: each for each in records}
        self._words = words

    def bounds(self) -> Bounds:
        return Bounds(len(self._records), len(self._words))

    def nearest(self, texts: Sequence[str], limit: int = 10) -> list[tuple[Near, ...]]:  # noqa: ARG002
        return [() for _ in texts]

    def having(self, phrases: Sequence[str]) -> tuple[Clause, ...]:  # noqa: ARG002
        return ()

    def record(self, symbol: str) -> Record | None:
        return self._records.get(symbol)

    def clauses(self, record: Record) -> tuple[Clause, ...]:
        words = self._words.get(record.id, "")
        return (Clause(record, "pp1", "preambular", "1", None, words),)

    def cites(self, symbol: str) -> tuple[str, ...]:  # noqa: ARG002
        return ()

    def cited_by(self, symbol: str) -> tuple[str, ...]:  # noqa: ARG002
        return tuple(self._words)


def adoption(
    words: dict[str, str], without: str | None = None, around: tuple[str, str] | None = None,
    *others: Entry,
) -> Verdict:  # fmt: skip
    """What is said of 86/4, of 18 December; ``around`` are the days of 86/3 and 86/5.

    ``others`` are entries of another register.
    """
    texts = [Record(id=each, symbol=each, date="2032-12-18") for each in words]
    for number, day in zip((3, 5), around or (), strict=False):
        texts.append(Record(id=f"A/RES/86/{number}", date=f"2031-12-{day}"))
    cited = Record(
        id="A/RES/86/4", symbol="A/RES/86/4", title="Rights of salters", date="2031-12-18"
    )
    register = OfCorpus(Texts(cited, *texts, words=words), without)
    document = read(draft_of("Recalling its resolution 86/4 of 17 December 2031").encode(), "x.txt")
    registers: list[Register] = [register, Held("another", others)]
    (found,) = verify(document, parse(document)[0], registers).verdicts
    return found


def test_a_day_that_other_texts_give_as_well_is_contested() -> None:
    said = {"A/RES/87/9": "Recalling its resolution 86/4 of 17 December 2031,"}
    assert adoption({}).verdict == "does not hold"
    assert adoption(said).verdict == "contested"
    assert adoption(said, without="A/RES/87/9").verdict == "does not hold"


@pytest.mark.parametrize(
    ("around", "verdict"),
    [
        (("18", "18"), "does not hold"), (("18", "20"), "does not hold"),
        (("16", "19"), "contested"), (("17", "17"), "contested"), (("16", "17"), "contested"),
    ],
)  # fmt: skip
def test_a_slip_that_texts_copied_is_none_where_the_numbers_around_bear_the_day_out(
    around: tuple[str, str], verdict: str
) -> None:
    said = {"A/RES/87/9": "Recalling its resolution 86/4 of 17 December 2031,"}
    found = adoption(said, around=around)
    assert found.verdict == verdict
    if verdict == "does not hold":
        assert found.question is not None
        assert "A/RES/86/3 is of 18 December 2031" in found.question
        assert "was a slip copied (A/RES/87/9 cites it with the date" in found.question


def test_numbers_around_whose_days_registers_dispute_bear_nothing_out() -> None:
    said = {"A/RES/87/9": "Recalling its resolution 86/4 of 17 December 2031,"}
    other = entry("adoption", "2031-12-16", subject="A/RES/86/3", object="")
    assert adoption(said, None, ("18", "18")).verdict == "does not hold"
    assert adoption(said, None, ("18", "18"), other).verdict == "contested"


def test_a_day_that_fewer_texts_give_than_the_record_s_own_is_no_source() -> None:
    right = "Recalling its resolution 86/4 of 18 December 2031,"
    said = {
        "A/RES/87/9": "Recalling its resolution 86/4 of 17 December 2031,",
        "A/RES/87/10": right, "A/RES/87/11": right,
    }  # fmt: skip
    assert adoption(said).verdict == "does not hold"
    assert (
        adoption({key: said[key] for key in ("A/RES/87/9", "A/RES/87/10")}).verdict == "contested"
    )


PALS = entry(
    "title", "2013", subject="A/RES/68/100", object="", value="Assistance to fishing communities"
)
FITS = entry(
    "title",
    "2011",
    subject="A/RES/66/157",
    object="",
    value="International cooperation in human rights",
)


def test_a_citation_of_another_subject_is_put_as_a_question() -> None:
    claim = (
        "Requests a reassessment of human rights, in the spirit of resolutions 66/157 and 68/100"
    )
    found = verdicts(draft_of(claim, title="Dialogue on human rights"), PALS, FITS).verdicts
    (verdict,) = found
    assert (verdict.claim, verdict.verdict) == ("68/100", "unknown")
    assert verdict.question == "Is A/RES/68/100 meant here, “Assistance to fishing communities”?"


@pytest.mark.parametrize(
    ("claim", "title"),
    [
        ("Requests aid to fishing, in the spirit of resolutions 66/157 and 68/100", "Human rights"),
        ("Recalling its resolutions 66/157 and 68/100", "Human rights of fishing communities"),
        (
            "Requests a reassessment of human rights in the spirit of resolution 68/100",
            "Human rights",
        ),
    ],
)
def test_a_citation_that_shares_a_word_or_stands_alone_is_not(claim: str, title: str) -> None:
    found = verdicts(draft_of(claim, title=title), PALS, FITS).verdicts
    assert [each for each in found if each.question] == []


TALKS = entry("meeting", "2014-05-26/2014-05-28", subject="Fiji; Chad; talks", object="Suva")
WOMEN = entry(
    "meeting", "1995-09-04/1995-09-15", subject="World Conference on Women", object="Beijing"
)
GAMES = entry("event", "2014-09-19/2014-10-04", subject="9th Lamp Games", object="Suva")


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Noting the talks between Chad and Fiji on open questions held in May 2014", "holds"),
        ("Noting the talks between Chad and Fiji held in June 2014", "unknown"),
        ("Noting the talks of Chad and Fiji held in Suva in June 2014", "unknown"),
        ("Noting the talks of Chad and Fiji held in Accra on 27 May 2014", "unknown"),
        ("Recalling the World Conference on Women, held in Beijing in 1995", "holds"),
        ("Recalling the World Conference on Women, held in Beijing on 3 May 1996", "does not hold"),
        ("Recalling the World Conference on Women, held in Quito on 3 May 1996", "unknown"),
        ("Recalling the World Conference on Women, held on 3 May 1996", "unknown"),
        ("Recalling the 9th Lamp Games, held on 3 May 1996", "does not hold"),
        ("Recalling the 9th Lamp Games, held in Quito on 3 May 1996", "unknown"),
    ],
)
def test_a_meeting_is_known_by_its_words_and_settled_by_its_date(claim: str, verdict: str) -> None:
    assert one(claim, TALKS, WOMEN, GAMES).verdict == verdict


@pytest.mark.parametrize(
    "claim",
    [
        "Recalling the World Conference on Women and the 2030 Agenda",
        "Recalling the anniversary of the World Conference on Women, held in Suva in October 2020",
        "Recalling the World Conference on Women, in 2020",
        "Noting that talks were held by Fiji in May 2014",
        "Noting the cancelled talks between Chad and Fiji of May 2014",
        "Noting that the talks between Chad and Fiji never took place in May 2014",
        "Noting that no talks between Chad and Fiji took place in May 2014",
        "Noting that nobody says that the 9th Lamp Games were held in May 2012",
    ],
)
def test_a_date_of_something_else_does_not_refute_a_meeting(claim: str) -> None:
    found = verdicts(draft_of(claim), TALKS, WOMEN).verdicts
    assert [each.verdict for each in found if each.entries] == []


LAMPS_5 = entry("meeting", "2015-05-05", subject="2nd Lamp Talks", object="Suva", source="one")
LAMPS_6 = entry(
    "meeting", "2015-05-06", subject="2nd Lamp Talks", object="Suva", source="two", register="other"
)


@pytest.mark.parametrize("words", ["held in Suva on", "of", "in Suva on"])
def test_registers_that_contradict_each_other_on_a_meeting_are_shown_in_any_order(
    words: str,
) -> None:
    claim = f"Recalling the 2nd Lamp Talks, {words} 5 May 2015"
    for entries in ((LAMPS_5, LAMPS_6), (LAMPS_6, LAMPS_5)):
        verdict = one(claim, *entries)
        assert (verdict.verdict, verdict.entries) == ("contested", (LAMPS_5, LAMPS_6))
        assert "5 May 2015 (one)" in verdict.said[0]
        assert "6 May 2015 (two)" in verdict.said[0]


def test_two_entries_that_agree_on_a_meeting_are_both_told() -> None:
    again = msgspec.structs.replace(LAMPS_5, source="two")
    verdict = one("Recalling the 2nd Lamp Talks, held in Suva on 5 May 2015", again, LAMPS_5)
    assert (verdict.verdict, len(verdict.entries)) == ("holds", 2)
    verdict = one("Recalling the 2nd Lamp Talks, held in Suva on 9 May 2015", LAMPS_6, LAMPS_5)
    assert (verdict.verdict, len(verdict.entries)) == ("does not hold", 2)


def test_of_what_recurs_a_register_may_have_two() -> None:
    first, second = (
        entry("meeting", date, subject="Lamp Talks", object="Suva")
        for date in ("2015-05-05", "2016-05-06")
    )
    claim = "Recalling the Lamp Talks, held in Suva on 6 May 2016"
    assert one(claim, first, second).entries == (second,)
    other = msgspec.structs.replace(first, register="other")
    assert one(claim, other, second).verdict == "contested"


@pytest.mark.parametrize(("day", "verdict"), [(5, "contested"), (6, "holds")])
def test_the_longer_of_two_names_tells_what_is_meant(day: int, verdict: str) -> None:
    shorter = entry("meeting", "2015-05-05", subject="Lamp Talks", object="Suva")
    claim = f"Recalling the 2nd Lamp Talks, held in Suva on {day} May 2015"
    for entries in ((shorter, LAMPS_6), (LAMPS_6, shorter)):
        assert one(claim, *entries).verdict == verdict


def test_a_meeting_of_which_a_register_has_no_day_is_not_settled_by_it() -> None:
    undated = entry("meeting", None, subject="2nd Lamp Talks", object="Suva")
    verdict = one("Recalling the 2nd Lamp Talks, held in Suva on 5 May 2015", undated)
    assert (verdict.verdict, verdict.question) == ("unknown", None)


def test_a_meeting_that_no_register_knows_is_called_by_its_name_alone() -> None:
    verdict = one("Recalling the Third Conference on Lamps, held in Suva on 12 May 2020", WOMEN)
    assert (verdict.verdict, verdict.claim) == (
        "unknown", "Third Conference on Lamps, held in Suva on 12 May 2020",
    )  # fmt: skip


def test_a_meeting_dated_without_a_year_is_not_settled() -> None:
    verdict = one("Recalling the World Conference on Women, held in Beijing on 5 May", WOMEN)
    assert (verdict.verdict, verdict.said[0]) == ("unknown", "The text gives no year.")


def test_a_day_without_a_year_may_bear_a_meeting_out_and_refutes_none() -> None:
    claim = "Noting what was said during the 9th Lamp Games, on 20 September"
    verdict = one(claim, GAMES, as_of="2014-12-01")
    assert verdict.verdict == "holds"
    assert "read as 20 September 2014" in verdict.said[0]
    assert one(claim, GAMES, as_of="2015-12-01").verdict == "unknown"


def test_a_state_is_asked_for_by_the_name_that_it_has_now() -> None:
    known = entry("accession", "1995-09-07", subject="Eswatini")
    assert one(f"Noting that Swaziland acceded to {CRC} on 7 September 1995", known).entries


def test_a_state_is_no_meeting() -> None:
    text = draft_of("Recalling that the second review of Chad took place on 1 May 2013")
    assert verdicts(text, GAMES).verdicts == ()


def test_what_is_denied_is_read_as_denied() -> None:
    assert one(f"Noting that Fiji is not a party to {CRC}").read.startswith("Fiji as no party to")


def test_a_resolution_of_a_day_that_there_is_not_is_said() -> None:
    known = entry("adoption", "2031-12-18", subject="A/RES/86/4", object="")
    verdict = one("Recalling its resolution 86/4 of 31 November 2031", known)
    assert verdict.said == ("There is no such day.",)


def test_a_name_that_is_nearly_right_is_put_as_a_question() -> None:
    verdict = one("Noting the work of the Office of the High Commissioner of Human Rights")
    assert verdict.question == "Is “High Commissioner for Human Rights” meant?"
    assert "48/141" in verdict.said[0]


def test_another_body_with_a_like_name_is_none() -> None:
    right = "Recalling the report of the Commission of Inquiry"
    assert verdicts(draft_of("Recalling the report of the Committee of Inquiry")).verdicts == ()
    (found,) = verdicts(draft_of(right, "Deploring the Committee of Inquiry")).verdicts
    assert (found.paragraph, found.act) == ("pp2", "name")
    other = "Noting the Steering Committee for the Rights of the Child"
    assert verdicts(draft_of(other, "the Committee on the Rights of the Child")).verdicts == ()


def test_praise_by_others_is_attributed_where_nothing_is_cited() -> None:
    claim = "Noting that the Human Rights Council highly commended the progress of Fiji"
    assert one(claim).verdict == "attributed"
    assert verdicts(draft_of(f"{claim} in its resolution 22/13")).verdicts == ()


def test_claims_around_a_draft_are_held_against_registers_too() -> None:
    before = f"Yesterday a draft was handed out. Fiji signed {CRC} on 2 July 1993."
    text = draft_of("Guided by the Charter", before=before, title="A draft")
    (found,) = verdicts(text, entry("signature", "1993-07-02")).verdicts
    assert found.paragraph.startswith("block")
    assert found.verdict == "holds"


def test_the_texts_own_date_is_the_day_unless_one_is_given() -> None:
    text = draft_of("Recalling its resolution 70/1 of 25 September 2015")
    document = read(text.encode(), "x.txt")
    resolution = msgspec.structs.replace(parse(document)[0], date="2010-01-01")
    found = verify(document, resolution, [shipped()])
    assert (found.as_of, found.verdicts[0].verdict) == ("2010-01-01", "unknown")
    later = verify(document, resolution, [shipped()], "2016-01-01")
    assert (later.as_of, later.verdicts[0].verdict) == ("2016-01-01", "holds")


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200))
def test_property_any_paragraph_has_verdicts_whose_words_are_the_texts(words: str) -> None:
    document = read(draft_of("Guided by the Charter", f"Noting {words}").encode(), "x.txt")
    for resolution in parse(document):
        for each in verify(document, resolution, [shipped()]).verdicts:
            assert each.claim == " ".join(each.span.of(document.text).split())


def test_the_year_of_a_council_resolution_that_is_of_another_is_asked() -> None:
    text = "Recalling its resolutions 1325 (2001) and 1373 (2002),"
    document = from_text(f"The Security Council,\n\n{text}\n\n1. Decides.".encode(), "draft.txt")
    (resolution,) = parse(document)
    known, unknown = verify(document, resolution, (shipped(),)).verdicts
    assert (known.verdict, known.read) == (
        "does not hold", "S/RES/1325(2000) as adopted in 2001",
    )  # fmt: skip
    assert unknown.verdict == "unknown"
    assert "of 2002 are 1387 to 1454" in " ".join(unknown.said)
    assert unknown.question is not None
