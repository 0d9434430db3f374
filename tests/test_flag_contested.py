"""Which paragraphs may be contested: a ranking by signs, and when a finding is made of it."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from bench.contested_words import Text, formulas
from counterdraft.corpus.stored import Stored
from counterdraft.flag.ground import Ground
from counterdraft.flag.likely import Ranked, Reason, likely
from counterdraft.flag.novelty import New, novelty
from counterdraft.flag.rules import contested
from counterdraft.lexicon.contested import Formula
from counterdraft.lexicon.contested import contested as signs
from counterdraft.lexicon.declared import Declared, declared
from counterdraft.lexicon.objections import KINDS, Objection, Source, objections
from counterdraft.lexicon.states import find_states
from counterdraft.lexicon.voted_apart import VotedApart, voted_apart
from counterdraft.model import Clause, Record
from tests.adopted import entry
from tests.drafting import beside, corpus, draft, findings, traced

OLD = (
    "Notes that the lighting of streets in towns of many kinds goes on from dusk to dawn;",
    "Requests the Secretary-General to count the lanterns of every harbour along the coast;",
)
NEW = (
    "Condemns the removal of lamps from bridges, contrary to the Treaty on the Prohibition of "
    "Nuclear Weapons, and the promulgating and applying of unilateral darkness."
)


@pytest.fixture
def held(tmp_path: Path) -> Stored:
    return corpus(tmp_path / "c", entry(body=OLD))


def test_what_is_new_and_has_signs_comes_before_agreed_language(held: Stored) -> None:
    ground = traced(draft(*OLD, NEW), held)
    ranked = likely(ground)
    assert ranked[0].paragraph.id == "op3"
    assert {each.sign for each in ranked[0].reasons} == {
        "new", "wording", "formula", "treaty", "force", "apart",
    }  # fmt: skip
    assert [each.score for each in ranked] == sorted((e.score for e in ranked), reverse=True)
    assert all(0 <= each.score <= 1 for each in ranked)


def test_a_finding_says_its_signs_and_that_little_follows_from_them(held: Stored) -> None:
    (found,) = findings(contested.RULES, traced(draft(*OLD, NEW), held))
    assert found.statement.startswith(
        "OP3 may draw amendments or a vote: of 3 paragraphs it has the"
    )
    assert "no source of it was recognized in the loaded corpus" in found.why
    assert found.confidence == "low"


def test_a_finding_tells_no_few_words_that_are_new_and_parts_its_signs(held: Stored) -> None:
    (found,) = findings(contested.RULES, traced(draft(*OLD, NEW), held))
    assert re.search(r"; it names a treaty \(.*?\)[;.]", found.why)
    ground = draft(NEW)
    few = Ranked(
        ground.resolution.paragraphs[0], 0.3,
        (Reason("treaty", 0.2, "it names a treaty"), Reason("new", 0.01, "a word is new")),
    )  # fmt: skip
    assert [each.sign for each in contested.worth_telling(few)] == ["treaty"]


def test_a_wording_that_is_only_near_is_no_source_and_nothing_is_said_to_stand_nowhere(
    held: Stored,
) -> None:
    ground = traced(draft(OLD[0].replace("from dusk to dawn", "in the winter months")), held)
    assert ground.provenance is not None
    (clause,) = ground.provenance.clauses
    near = msgspec.structs.replace(clause, matches=(), nearest=clause.matches[0])
    found = novelty(ground.resolution.paragraphs[0], None, near)
    assert found == New(1.0, "no source of it was recognized in the loaded corpus")


def test_agreed_language_alone_makes_no_finding(held: Stored) -> None:
    assert findings(contested.RULES, traced(draft(*OLD), held)) == []


def test_what_is_only_new_and_names_a_treaty_makes_no_finding(
    held: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contested, "contested", lambda: signs()._replace(score=0.1))
    new = (
        "Condemns the removal of lamps, contrary to the International Convention on the "
        "Elimination of All Forms of Racial Discrimination."
    )
    ground = traced(draft(*OLD, new), held)
    assert likely(ground)[0].score >= 0.1
    assert findings(contested.RULES, ground) == []


def test_how_the_wording_was_adopted_counts(tmp_path: Path) -> None:
    voted = corpus(tmp_path / "c", entry(body=OLD, votes=(90, 20, 30)))
    ground = traced(draft(*OLD), voted)
    reasons = [each for r in likely(ground) for each in r.reasons]
    assert "the one text with this wording, or one like it, was put to a recorded vote" in {
        r.said for r in reasons
    }


def test_what_the_text_before_has_word_for_word_is_not_new(held: Stored) -> None:
    ground, before = traced(draft(NEW), held), draft(NEW, name="before.txt")
    compared = beside(before.resolution, ground.resolution)
    (ranked,) = likely(ground._replace(predecessor=compared))
    assert "new" not in {each.sign for each in ranked.reasons}


def test_what_the_last_text_of_its_title_lacks_is_new_wherever_else_it_stands(
    tmp_path: Path,
) -> None:
    held = corpus(
        tmp_path / "c",
        entry("79/9", "2024-12-01", body=(*OLD, NEW)),
        entry("80/9", "2025-12-01", body=(OLD[0], NEW)),
    )
    new = [
        each.said
        for ranked in likely(traced(draft(*OLD, NEW, title="Street lamps"), held))
        for each in ranked.reasons if each.sign == "new"
    ]  # fmt: skip
    assert len(new) == 1
    assert new[0].endswith("paragraph most like it of A/RES/80/9, the last text of its title")
    other = traced(draft(*OLD, NEW, title="Lanterns"), held)
    assert not any(each.sign == "new" for ranked in likely(other) for each in ranked.reasons)


READ_IN = Source("Norway, explanation of vote, 3 December 2025", "https://example.org/vote")


def objected(kind: str, *by: str, text: str = "A/RES/79/900") -> Objection:
    """An objection to the second paragraph of OLD."""
    assert kind in KINDS
    return Objection(text, "op2", kind, by, READ_IN)


@pytest.fixture
def before(tmp_path: Path) -> Stored:
    """A corpus with a text of which the second paragraph drew objections."""
    return corpus(tmp_path / "b", entry("79/900", "2024-12-01", body=OLD))


def test_wording_like_one_that_was_objected_to_is_a_sign_that_says_how_and_by_whom(
    before: Stored,
) -> None:
    ground = traced(draft(OLD[0], OLD[1].replace("coast", "shore")), before)
    known = (
        objected("amendment", "Fiji"), objected("amendment", "Norway"), objected("vote"),
        objected("dissociation", "Fiji"),
    )  # fmt: skip
    first, second = likely(ground, known=known)
    assert first.paragraph.id == "op2"
    (sign,) = (each for each in first.reasons if each.sign == "objected")
    assert sign.said == (
        "wording like it stood in OP2 of A/RES/79/900, and an amendment to it was proposed (by "
        "Fiji and Norway), it was voted on apart and it was objected to on the record (by Fiji)"
    )
    assert 0.6 * signs().weights["objected"] <= sign.points < signs().weights["objected"]
    assert "objected" not in {each.sign for each in second.reasons}


def test_a_finding_from_an_objection_shows_the_paragraph_and_where_it_was_read(
    before: Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = (objected("amendment", "Fiji"), objected("vote"))
    monkeypatch.setattr("counterdraft.flag.likely.objections", lambda: known)
    (found,) = findings(contested.RULES, traced(draft(*OLD), before))
    assert found.statement.startswith("OP2 may draw")
    assert found.statement.endswith("wording like it drew objections in A/RES/79/900.")
    assert "by all its signs together it stands 1st of 2 paragraphs" in found.why
    assert found.confidence == "medium"
    assert not any("draw nothing" in each for each in found.against)
    (precedent, *_) = found.precedents
    assert (precedent.symbol, precedent.paragraph) == ("A/RES/79/900", "op2")
    assert precedent.quote == OLD[1]
    assert precedent.note == (
        "Norway, explanation of vote, 3 December 2025, https://example.org/vote"
    )


MEETING = (
    "Welcomes the entry into force of the covenant on darkened lighthouses of the northern coast "
    "and the convening of its {} meeting in {}, and the ratifications by {};"
)
YEARS = (
    ("first", "Salt Harbour", "Reedmark, Quillen and Dunmere"),
    ("second", "Salt Harbour, upon invitation", "Reedmark, Quillen, Osterly and Fenwick"),
    ("third", "North Quay, upon invitation", "Osterly, Fenwick, Harrowgate and Tamsin"),
)


def in_its_series(tmp_path: Path, title: str) -> Ground:
    """A text that took a paragraph over from two of its title, but for dates and names."""
    texts = [(OLD[0], MEETING.format(*each)) for each in YEARS]
    entries = [
        entry(f"{78 + n}/900", f"{2023 + n}-12-01", body=each) for n, each in enumerate(texts[:2])
    ]
    return traced(draft(*texts[2], title=title), corpus(tmp_path / "y", *entries))


def test_a_paragraph_that_drew_an_objection_is_followed_from_year_to_year(tmp_path: Path) -> None:
    known = (objected("vote", text="A/RES/78/900"),)
    ground = in_its_series(tmp_path, "Street lamps")
    ((ranked, sign),) = (
        (each, reason) for each in likely(ground, known=known) for reason in each.reasons
        if reason.sign == "objected"
    )  # fmt: skip
    assert ranked.paragraph.id == "op2"
    assert sign.said == (
        "from text to text of its title it was OP2 of A/RES/78/900, and it was voted on apart"
    )
    other = in_its_series(tmp_path / "other", "Lanterns of another kind")
    assert not any(each.alike for each in likely(other, known=known))


@pytest.mark.parametrize("day", ["2024-12-01", "2024-11-30"])
def test_what_was_objected_to_later_or_in_the_text_itself_is_no_sign(
    before: Stored, day: str
) -> None:
    ground = traced(draft(*OLD), before)
    dated = msgspec.structs.replace(ground.resolution, date=day)
    ranked = likely(ground._replace(resolution=dated), known=(objected("vote"),))
    assert not any(reason.sign == "objected" for each in ranked for reason in each.reasons)


def test_without_a_day_the_session_tells_what_was_before(before: Stored) -> None:
    ground = traced(draft(*OLD), before)

    def minded(session: int) -> bool:
        of = msgspec.structs.replace(ground.resolution, session=session)
        ranked = likely(ground._replace(resolution=of), known=(objected("vote"),))
        return any(each.alike for each in ranked)

    assert minded(80)
    assert not minded(79)


def test_an_objection_to_when_the_organ_comes_back_to_a_matter_is_no_sign(tmp_path: Path) -> None:
    closing = (
        "Decides to include in the provisional agenda of its eightieth session the item of lamps;"
    )
    held = corpus(tmp_path / "r", entry("79/900", "2024-12-01", body=(OLD[0], closing)))
    known = (objected("vote"),)
    assert not any(each.alike for each in likely(traced(draft(OLD[0], closing), held), known=known))


def test_an_objection_to_a_text_that_the_corpus_lacks_is_no_sign(before: Stored) -> None:
    known = (objected("vote", text="A/RES/79/901"),)
    assert not any(each.alike for each in likely(traced(draft(*OLD), before), known=known))


def test_a_wording_that_drew_objections_in_several_titles_is_told_with_its_count() -> None:
    table = signs()._replace(formulas={"lanterns": Formula(2, 9), "harbour along": Formula(3, 4)})
    (one, other) = likely(draft(*OLD), table)
    (sign,) = (each for each in one.reasons if each.sign == "formula")
    assert one.paragraph.id == "op2"
    assert sign.said == (
        "of 4 paragraphs with the words “harbour along”, in texts of which objections are known, "
        "3 drew one"
    )
    assert sign.points == pytest.approx(signs().weights["formula"] * 3 / 7)
    assert "formula" not in {each.sign for each in other.reasons}


def test_a_formula_is_told_whole_in_the_words_of_the_text_and_a_part_of_it_is_none() -> None:
    table = signs()._replace(formulas={"of bridges wells and lamps": Formula(4, 5)})
    whole, part = likely(
        draft("Notes the mending of Bridges, wells and lamps;", "Notes the wells and lamps;"), table
    )
    (sign,) = (each for each in whole.reasons if each.sign == "formula")
    assert whole.paragraph.id == "op1"
    assert "with the words “of Bridges, wells and lamps”, in texts" in sign.said
    assert "formula" not in {each.sign for each in part.reasons}


def clauses_of(symbol: str, title: str, *texts: str) -> Text:
    record = Record(id=symbol, symbol=symbol, title=title)
    clauses = (
        Clause(record, f"op{n}", "operative", str(n), None, each) for n, each in enumerate(texts, 1)
    )
    return Text(title, voted=False, committee="plenary", clauses=tuple(clauses))


def test_what_paragraphs_that_drew_objections_have_on_end_is_counted_as_one_formula() -> None:
    formula = "with due regard for the parity of lanterns and of lamps"
    texts = [
        clauses_of("A/RES/79/1", "Salt", f"Urges towns to mend wells, {formula} in every harbour;"),
        clauses_of(
            "A/RES/79/2", "Wells", f"Invites keepers to count gulls {formula} on quays;",
            "Notes the lanterns of the parish and the parity of boats;",
        ),
    ]  # fmt: skip
    known = [Objection(f"A/RES/79/{n}", "op1", "vote", (), READ_IN) for n in (1, 2)]
    found = {
        each.wording: (each.objected, each.paragraphs)
        for each in formulas(texts, known, frozenset())
    }
    assert found
    assert not {"regard", "parity", "parity of lanterns"} & found.keys()
    assert all(each in formula and each.split()[-1] not in {"of", "the"} for each in found)
    assert set(found.values()) == {(2, 2)}
    assert {len(each.split()) for each in found} <= set(range(4, 9))


def said_of_lanterns(session: int, date: str, *by: str) -> Declared:
    """Who declared that the counting of lanterns is not acceptable anywhere."""
    source = Source(f"{by[0]}, general statement, {date}", "https://example.org/lanterns")
    return Declared(by, session, date, ("count the lanterns", "street lanterns"), source)


def test_words_to_which_a_delegation_objects_anywhere_are_a_sign_with_who_and_where(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = (
        said_of_lanterns(74, "2019-11", "Norway"),
        said_of_lanterns(77, "2022-12", "Fiji", "Norway"),
    )  # fmt: skip
    monkeypatch.setattr("counterdraft.flag.likely.declared", lambda: known)
    (one, other) = likely(draft(*OLD))
    (sign,) = (each for each in one.reasons if each.sign == "declared")
    assert one.paragraph.id == "op2"
    assert sign.points == pytest.approx(signs().weights["declared"])
    assert sign.said == (
        "it has the words “count the lanterns”, to which Fiji (2022) and Norway (2022) objected on "
        "the record in other texts (the last read in: Fiji, general statement, 2022-12, "
        "https://example.org/lanterns)"
    )
    assert "declared" not in {each.sign for each in other.reasons}


def test_of_many_who_objected_five_are_named_and_the_others_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many = ("Chad", "Cuba", "Fiji", "Mali", "Nepal", "Oman", "Peru")
    known = (said_of_lanterns(74, "2019-11", *many),)
    monkeypatch.setattr("counterdraft.flag.likely.declared", lambda: known)
    (one, _) = likely(draft(*OLD))
    (sign,) = (each for each in one.reasons if each.sign == "declared")
    named = ", ".join(f"{each} (2019)" for each in many[:5])
    assert f"to which {named} and 2 more objected on the record" in sign.said


def test_who_sponsors_a_text_changes_no_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    known = (said_of_lanterns(74, "2019-11", "Fiji"), said_of_lanterns(75, "2020-11", "Norway"))
    monkeypatch.setattr("counterdraft.flag.likely.declared", lambda: known)
    assert likely(draft(*OLD)._replace(sponsors=("Norway", "Fiji"))) == likely(draft(*OLD))


def test_what_refuses_the_words_or_meets_the_condition_is_no_sign(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = ("transfer of technology",)
    known = (said_of_lanterns(74, "2019-11", "Fiji")._replace(words=words),)
    monkeypatch.setattr("counterdraft.flag.likely.declared", lambda: known)
    texts = (
        "Encourages the transfer of technology to the lighthouses;",
        "Rejects any transfer of technology to the lighthouses;",
        "Encourages the transfer of technology on voluntary and mutually agreed terms;",
        "Decides to delete all references to the costs and the transfer of technology;",
        "Adopts the lantern plan without any reference to “transfer of technology”;",
        "Calls for a plan free of transfer of technology;",
        "Decides to delete paragraph 3, and encourages the transfer of technology;",
        "Urges States to remove obstacles to the transfer of technology, and to lift them;",
    )
    found = {
        each.paragraph.id for each in likely(draft(*texts))
        if any(reason.sign == "declared" for reason in each.reasons)
    }  # fmt: skip
    assert found == {"op1", "op7", "op8"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Decides to conclude its consideration of the plan to count the lanterns;", False),
        ("Decides to suspend the work of the Expert on how to count the lanterns;", False),
        ("Decides that the mandate to count the lanterns shall come to an end;", False),
        ("Decides to consider no further draft on a plan to count the lanterns;", False),
        ("Urges States not to count the lanterns;", False),
        ("Decides to end the sale of oil; and requests the towns to count the lanterns;", True),
        ("Urges States to count the lanterns in the end;", True),
    ],
)
def test_who_objected_is_not_named_where_something_is_ended_that_it_may_suit(
    monkeypatch: pytest.MonkeyPatch, text: str, *, named: bool
) -> None:
    known = (said_of_lanterns(74, "2019-11", "Norway"),)
    monkeypatch.setattr("counterdraft.flag.likely.declared", lambda: known)
    (sign,) = (each for each in likely(draft(text))[0].reasons if each.sign == "declared")
    assert sign.points == pytest.approx(signs().weights["declared"])
    assert ("Norway" in sign.said) is named
    assert ("is not known" in sign.said) is not named


def test_a_paragraph_like_one_that_was_objected_to_and_ends_what_it_was_for_names_nobody(
    before: Stored,
) -> None:
    ends = OLD[1].replace("to count the", "to cease to count the")
    assert ends != OLD[1]
    known = (objected("vote", "Norway"),)
    for text, named in ((OLD[1], True), (ends, False)):
        ground = traced(draft(OLD[0], text), before)
        found = next(each for each in likely(ground, known=known) if each.alike)
        said = next(each.said for each in found.reasons if each.sign == "objected")
        assert ("Norway" in said) is named
        (precedent,) = contested._objected(found)
        assert bool(precedent.note) is named


def test_an_objection_to_words_is_no_sign_for_what_deletes_them(before: Stored) -> None:
    deletes = OLD[1].replace("count the", "delete all references to the")
    known = (objected("vote"),)
    assert not any(
        each.alike for each in likely(traced(draft(OLD[0], deletes), before), known=known)
    )


def test_an_objection_to_a_paragraph_that_only_cites_is_no_sign(tmp_path: Path) -> None:
    cites = "Recalls its resolution 77/240 of 12 December 2022;"
    held = corpus(tmp_path / "cites", entry("79/900", "2024-12-01", body=(OLD[0], cites)))
    text = traced(draft(OLD[0], "Recalls its resolution 79/205 of 19 December 2024;"), held)
    assert not any(each.alike for each in likely(text, known=(objected("vote"),)))


def test_an_objection_is_no_sign_for_what_refuses_the_same(before: Stored) -> None:
    refuses = OLD[1].replace(
        "Requests the Secretary-General to count", "Rejects a request to count"
    )
    known = (objected("vote"),)
    assert any(each.alike for each in likely(traced(draft(*OLD), before), known=known))
    assert not any(
        each.alike for each in likely(traced(draft(OLD[0], refuses), before), known=known)
    )


@pytest.mark.parametrize(
    ("session", "date", "told"),
    [(75, None, True), (74, None, False), (None, "2019-12-01", True), (None, "2019-11-30", False)],
)
def test_what_was_declared_in_the_texts_own_session_or_later_is_no_sign(
    session: int | None, date: str | None, told: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = (said_of_lanterns(74, "2019-11", "Norway"),)
    monkeypatch.setattr("counterdraft.flag.likely.declared", lambda: known)
    ground = draft(*OLD)
    text = msgspec.structs.replace(ground.resolution, session=session, date=date)
    ranked = likely(ground._replace(resolution=text))
    assert told == any(r.sign == "declared" for each in ranked for r in each.reasons)


def test_every_declaration_says_who_when_which_words_and_where_it_was_read() -> None:
    assert len(declared()) > 50
    for each in declared():
        assert 74 <= each.session <= 79
        assert "2019-09" <= each.date < "2025-09"
        assert each.words
        assert all(words == words.lower().strip() for words in each.words)
        assert re.match(r"https?://\S+$", each.source.url)
        assert all(find_states(name)[0].end == len(name) for name in each.by if name != "Holy See")


def test_every_objection_names_a_paragraph_a_kind_and_where_it_was_read() -> None:
    assert len({each.kind for each in objections()}) == len(KINDS)
    for each in objections():
        assert re.fullmatch(r"A/RES/(7[4-9]|ES-1[01])/\d+( [A-F])?", each.text)
        assert re.fullmatch(r"(op|pp)\d+(\.\w+)*", each.paragraph)
        assert each.kind in KINDS
        assert each.source.title
        assert re.match(r"https?://\S+$", each.source.url)
        assert all(find_states(name)[0].end == len(name) for name in each.by if name != "Holy See")


def test_weights_sum_to_one_and_no_wording_names_a_state() -> None:
    table = signs()
    assert sum(table.weights.values()) == pytest.approx(1)
    assert table.wordings
    assert table.formulas
    assert not any(find_states(each) for each in (*table.wordings, *table.formulas))
    assert all(each.objected <= each.paragraphs for each in table.formulas.values())
    assert all(share.voted <= share.titles for share in table.wordings.values())


def test_what_would_undo_another_text_and_who_is_blamed_by_name_are_signs() -> None:
    ground = draft(
        "Decides to discontinue country-specific mandates;",
        "Condemns the darkness brought by Norway;",
        "Welcomes the lamps of Norway;",
    )
    signed = {r.paragraph.id: {each.sign for each in r.reasons} for r in likely(ground)}
    assert {"act", "found"} <= signed["op1"]
    assert "names" in signed["op2"]
    assert "names" not in signed["op3"]


@pytest.mark.parametrize(
    "clause",
    [
        "Condemns the continued embargo against Norway and Fiji;",
        "Deplores the darkness in Norway;",
        "Condemns the attacks on the people of Norway;",
        "Expresses concern at the floods that struck Norway;",
        "Deplores the famine affecting Norway and Fiji;",
        "Condemns the raids of the Lake Chad basin, and the darkness of American Samoa;",
    ],
)
def test_a_state_to_which_or_in_which_something_is_done_is_not_blamed(clause: str) -> None:
    (ranked,) = likely(draft(clause))
    assert "names" not in {each.sign for each in ranked.reasons}


@pytest.mark.parametrize(
    "clause",
    [
        "Condemns Norway;",
        "Deplores that Fiji and Norway put out the lamps;",
        "Condemns the refusal of the Government of Norway to light them;",
    ],
)
def test_who_does_what_is_condemned_is_blamed(clause: str) -> None:
    (ranked,) = likely(draft(clause))
    assert "names" in {each.sign for each in ranked.reasons}


def test_a_name_is_one_word_of_what_is_new(tmp_path: Path) -> None:
    shares = []
    for name in ("Norway", "the Democratic People\u2019s Republic of Korea"):
        said = f"Encourages the harbours of {name} to keep their lanterns lit and their wicks dry;"
        held = corpus(tmp_path / name[:6], entry(body=(said, *OLD)))
        ground = traced(draft(said.replace("wicks", "robes").replace("lit", "bright")), held)
        shares += [r.points for each in likely(ground) for r in each.reasons if r.sign == "new"]
    assert len(shares) == 2
    assert shares[0] == shares[1]


@pytest.fixture
def voted_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stored:
    """A corpus with a text of which the second paragraph stands where one was voted on apart."""
    known = (VotedApart("A/RES/72/900", "op2", "A/RES/74/900"),)
    monkeypatch.setattr("counterdraft.flag.apart.voted_apart", lambda: known)
    return corpus(tmp_path / "c", entry("A/RES/74/900", body=OLD))


def signs_of(ground: Ground, paragraph: str) -> dict[str, str]:
    """The signs of a paragraph, and what each says."""
    return next(
        {r.sign: r.said for r in each.reasons}
        for each in likely(ground)
        if each.paragraph.id == paragraph
    )


def test_wording_like_one_that_was_voted_on_by_itself_is_a_sign(voted_once: Stored) -> None:
    said = OLD[1].replace("every harbour", "each harbour")
    ground = traced(draft(OLD[0], said), voted_once)
    assert signs_of(ground, "op2")["apart"] == (
        "OP2 of A/RES/72/900 was voted on apart from the rest of it, and in A/RES/74/900, a text "
        "of that title 2 sessions later (whatever stood between was not read), wording like this "
        "has that number"
    )
    assert "apart" not in signs_of(ground, "op1")
    (found,) = findings(contested.RULES, ground)
    assert found.statement.startswith("OP2 may draw")
    assert likely(ground)[0].score < signs().score


def test_other_wording_and_a_text_that_the_corpus_lacks_are_no_sign(
    voted_once: Stored, tmp_path: Path
) -> None:
    other = "Requests the Secretary-General to publish the accounts of the lamp fund every year;"
    assert "apart" not in signs_of(traced(draft(other), voted_once), "op1")
    absent = corpus(tmp_path / "other", entry("A/RES/74/901", body=OLD))
    assert "apart" not in signs_of(traced(draft(*OLD), absent), "op2")


def test_a_treaty_that_was_in_paragraphs_voted_on_apart_is_told_with_its_count() -> None:
    ground = draft(
        "Calls upon all States to ratify the Treaty on the Prohibition of Nuclear Weapons;"
    )
    share = signs().treaties["tpnw"]
    assert share.apart_titles
    assert signs_of(ground, "op1")["apart"].startswith(
        f"of {share.titles} titles that name the Treaty on the Prohibition of Nuclear Weapons "
        f"{share.apart_titles} do so in a paragraph that stands where one was voted on apart"
    )


def test_what_only_cites_other_documents_is_not_new(held: Stored) -> None:
    cites = ("Recalling its resolutions 78/900 of 1 December 2023 and 79/900 of 2 December 2024,",)
    ground = traced(draft(NEW, preamble=cites), held)
    assert "new" not in signs_of(ground, "pp1")
    assert "new" in signs_of(ground, "op1")


def test_what_only_cites_other_documents_has_no_sign(held: Stored) -> None:
    cites = ("Condemning once more resolution 78/900 of 1 December 2023,",)
    says = ("Condemning once more the lanterns of resolution 78/900 of 1 December 2023,",)
    assert not signs_of(traced(draft(NEW, preamble=cites), held), "pp1")
    assert "force" in signs_of(traced(draft(NEW, preamble=says), held), "pp1")


def test_every_paragraph_voted_on_apart_is_known_by_two_texts_and_a_number() -> None:
    assert voted_apart()
    for each in voted_apart():
        assert re.fullmatch(r"A/RES/7[12]/\d+", each.vote)
        assert re.fullmatch(r"(op|pp)\d+", each.paragraph)
        assert re.fullmatch(r"A/RES/7[45]/\d+", each.text)
