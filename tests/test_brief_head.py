"""The head of a brief: at most five sentences, each with evidence, the weightiest first."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from counterdraft.brief.brief import brief
from counterdraft.brief.case import Case, make_case
from counterdraft.brief.head.head import MOST, head
from counterdraft.brief.known import NOTHING, Known
from counterdraft.brief.labels import kind_name
from counterdraft.brief.report import (
    Bullets,
    Chapter,
    Facts,
    Prose,
    Statement,
    Table,
    evidence,
    passages,
)
from counterdraft.brief.sections.vote import vote
from counterdraft.compare.compare import compare
from counterdraft.lexicon.routine import is_routine
from counterdraft.model import Adoption, Document, Resolution, Span
from counterdraft.model.claim import ClaimCheck
from counterdraft.model.corpus import Bounds
from counterdraft.model.coverage import (
    Beside,
    Coverage,
    CoverageBeside,
    CoverEvidence,
    MandateName,
    TopicCover,
)
from counterdraft.model.finding import Confidence, Finding, Findings, Kind, Quoted
from counterdraft.model.provenance import ClauseTrace, Provenance, TraceVerdict
from counterdraft.model.register import Act
from counterdraft.model.verdict import Holds, Verdict, Verdicts
from counterdraft.model.voted import ToldClaim, Voted, VotedRow
from counterdraft.parse.parse import parse
from counterdraft.read.from_text import from_text

ROOT = Path(__file__).parent.parent
TEXTS = [
    *sorted((ROOT / "examples").glob("*.txt")),
    *sorted((ROOT / "tests" / "cases" / "parse").glob("*/input.txt")),
]


@cache
def read(path: Path) -> tuple[Document, tuple[Resolution, ...]]:
    document = from_text(path.read_bytes(), path.name)
    return document, parse(document)


def example(name: str = "article.txt") -> tuple[Document, Resolution]:
    document, (resolution,) = read(ROOT / "examples" / name)
    return document, resolution


def case(known: Known = NOTHING, name: str = "article.txt") -> Case:
    return make_case(*example(name), "Counterdraft 0", known=known)


def text_of(known: Known, name: str = "article.txt") -> str:
    return "\n".join(each.text for each in head(case(known, name)))


def one(known: Known, words: str) -> Statement:
    """The only sentence of the head that has these words."""
    (found,) = (each for each in head(case(known)) if words in each.text)
    return found


def span_of(paragraph: str) -> Span:
    return next(p.span for p in example()[1].paragraphs if p.id == paragraph)


# What others found, made up


def finding(
    kind: Kind, statement: str, paragraph: str = "op3", sure: Confidence = "high", **more: object
) -> Finding:
    quoted = Quoted(paragraph=paragraph, quote="", span=span_of(paragraph))
    return Finding(
        rule=f"{kind}.made", kind=kind, statement=statement, why="made", against=("made",),
        evidence=(quoted,), confidence=sure, source="made", **more,  # type: ignore[arg-type]
    )  # fmt: skip


def findings(*found: Finding, **more: object) -> Known:
    return Known(findings=Findings(source="article.txt", findings=found, **more))  # type: ignore[arg-type]


_ACTS: tuple[Act, ...] = ("name", "meeting", "citation")


def coverage(**verdicts: str) -> Coverage:
    span = span_of("op4")
    found = CoverEvidence(paragraph="op4", degree="addressed", span=span, quote="")
    topics = tuple(
        TopicCover(
            id=name, name=name, verdict=verdict,  # type: ignore[arg-type]
            evidence=() if verdict == "silent" else (found,),
        )
        for name, verdict in verdicts.items()
    )  # fmt: skip
    return Coverage(
        source="article.txt", mandate=MandateName("made", "the made mandate", "made"), places=17,
        topics=topics,
    )  # fmt: skip


def verdicts(*given: tuple[Holds, str | None]) -> Known:
    span = span_of("pp7")
    each = tuple(
        Verdict(
            paragraph="pp7", span=span, claim=f"claim {n}", act="signature", read="made",
            verdict=holds, said=(f"what came of {n}",), question=question,
        )
        for n, (holds, question) in enumerate(given, 1)
    )  # fmt: skip
    return Known(verdicts=Verdicts(source="article.txt", as_of="2026-10-16", verdicts=each))


def voted(relation: str = "own", *, claim: bool = False) -> Known:
    span = Span(0, 20)
    check = ClaimCheck(claim="a growing majority", verdict="holds in part", said="made", span=span)
    return Known(
        voted=Voted(
            relation=relation,  # type: ignore[arg-type]
            matched="made", summary=("General Assembly, 3 texts: 3 by a recorded vote.",),
            columns=("Year",), rows=(VotedRow(("2025",)),),
            claims=(ToldClaim(check, ("made",)),) if claim else (),
        )
    )  # fmt: skip


FULL = Known(
    coverage=(coverage(food="silent", prisons="addressed"),),
    findings=findings(
        finding("effect", "OP3 would end something"), finding("tension", "OP1 and OP2 are at odds"),
    ).findings,
    verdicts=verdicts(("does not hold", None)).verdicts,
    voted=voted(claim=True).voted,
)  # fmt: skip


# At most five, each with evidence


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_every_sentence_of_every_text_has_evidence_that_is_on_the_page(path: Path) -> None:
    document, resolutions = read(path)
    for chapter in brief(document, resolutions).chapters if resolutions else ():
        check(chapter)


@pytest.mark.parametrize("known", [NOTHING, FULL, findings(), verdicts()])
def test_every_sentence_has_evidence_whatever_is_known(known: Known) -> None:
    (chapter,) = brief(*whole(), known=[known]).chapters
    check(chapter)


def whole() -> tuple[Document, tuple[Resolution, ...]]:
    document, resolution = example()
    return document, (resolution,)


def check(chapter: Chapter) -> None:
    first = chapter.sections[0]
    assert first.id == "head"
    bullets = first.parts[0]
    assert isinstance(bullets, Bullets)
    assert 1 <= len(bullets.items) <= MOST
    assert all(said.evidence for said in bullets.items)
    places = {passage.id: passage.span for passage in passages(chapter)}
    assert all(each.place in places for each in evidence(chapter))


def test_the_title_says_how_many_sentences_there_are() -> None:
    for known, number in ((NOTHING, "four"), (FULL, "five")):
        (chapter,) = brief(*whole(), known=[known]).chapters
        assert chapter.sections[0].title == f"What this draft does, in {number} sentences"


def test_the_full_case_says_one_thing_of_each_kind() -> None:
    said = head(case(FULL))
    assert [each.see for each in said] == ["", "asks", "effect", "silence", "claims"]


# What either would do to the other


def returned(statement: str, paragraph: str, theirs: str, sure: Confidence = "high") -> Finding:
    """What the rival would do to a paragraph of the text, by one of its own."""
    own = finding("effect", f"The rival\u2019s {statement}", paragraph, sure)
    quoted = Quoted(text="rival", paragraph=theirs, quote="made")
    return replace(own, evidence=(*own.evidence, quoted))


def test_effects_of_either_text_on_the_other_are_told_in_one_sentence() -> None:
    theirs = (returned("OP9 would end that", "op4", "op9"), returned("OP8 too", "op5", "op8"))
    said = one(findings(finding("effect", "OP3 would end this"), returned=theirs), "would end")
    assert said.text == (
        "OP3 would end this; the rival\u2019s OP9 would end that; 1 further effect of the rival on "
        "this text."
    )
    assert [each.label for each in said.evidence] == ["OP3", "OP4"]
    alone = one(findings(returned=theirs), "would end")
    assert alone.text == "The rival\u2019s OP9 would end that; the rival\u2019s OP8 too."


def test_an_effect_is_not_told_again_from_the_side_of_the_rival() -> None:
    own = returned("OP9 would end it", "op3", "op9")
    mirrored = finding("effect", "OP3 would keep it")
    mirrored = replace(mirrored, evidence=own.evidence)
    assert "rival" not in one(findings(mirrored, returned=(own,)), "would keep").text


def test_what_is_but_a_guess_is_no_part_of_the_sentence_on_effects() -> None:
    guess = returned("OP9 may end it", "op4", "op9", "low")
    assert "may end" not in text_of(findings(finding("effect", "OP3 ends"), returned=(guess,)))


# What it is, and who stands behind it


def test_sponsors_that_are_stated_stand_with_the_place_that_states_them() -> None:
    first = head(case(name="rival.txt"))[0]
    assert "sponsored by Chile, Fiji, Ghana and 6 others, of 29 October 2026" in first.text
    assert "line 16" in [each.label for each in first.evidence]
    differing = text_of(Known(given=("Norway", "Nauru")), "rival.txt")
    told = (
        "sponsored, as it says itself, by Chile, Fiji, Ghana and 6 others, and as given by Norway"
    )
    assert told in differing


def test_what_the_text_around_a_draft_says_of_its_sponsor_is_quoted() -> None:
    text = (
        "A curious day. Nauru circulated the draft resolution at noon. Others waited.\n\n"
        "The General Assembly,\n\nRecalling its resolution 78/1,\n\n1. Requests States to act.\n"
    )
    document = from_text(text.encode(), "made.txt")
    (resolution,) = parse(document)
    first = head(make_case(document, resolution, "x"))[0]
    assert "says: “Nauru circulated the draft resolution at noon”" in first.text
    assert any(each.span.of(document.text).startswith("Nauru") for each in first.evidence)


def test_of_several_sentences_the_one_is_quoted_that_says_plainly_who_and_when() -> None:
    text = (
        "Nobody had gone home yet when a copy came of the draft that Nauru will now circulate.\n\n"
        "The General Assembly,\n\nRecalling its resolution 78/1,\n\n1. Requests States to act.\n\n"
        "Nauru circulated the draft over a lunch. Nauru circulated the draft on 5 October.\n"
    )
    document = from_text(text.encode(), "made.txt")
    (resolution,) = parse(document)
    first = head(make_case(document, resolution, "x"))[0]
    assert "says: “Nauru circulated the draft on 5 October”" in first.text


def test_a_state_that_only_speaks_of_a_draft_does_not_stand_behind_it() -> None:
    text = (
        "Nauru spoke against the draft. A draft was circulated. Fiji circulated a note.\n\n"
        "The General Assembly,\n\nRecalling its resolution 78/1,\n\n1. Requests States to act.\n"
    )
    document = from_text(text.encode(), "made.txt")
    (resolution,) = parse(document)
    assert "around" not in head(make_case(document, resolution, "x"))[0].text


def test_a_sponsor_that_a_person_named_is_said_to_be_read_so() -> None:
    known = Known(given=("Nauru",))
    assert "sponsor, as given: Nauru" in text_of(known)
    assert "sponsors, as given: Nauru and Fiji" in text_of(Known(given=("Nauru", "Fiji")))
    document, resolution = example()
    (chapter,) = brief(document, [resolution], known=[known]).chapters
    facts = {fact.term: fact for each in chapter.sections[:1] for part in each.parts
             if isinstance(part, Facts) for fact in part.facts}  # fmt: skip
    said = " ".join(each.text for each in facts["Sponsors"].values)
    assert said == "not found in the text as given by whoever had this brief made: Nauru"


# Who is asked to do what


@pytest.mark.parametrize(
    ("adoption", "said", "untold"),
    [
        (Adoption("not adopted", 13, 1, 0),
         "put to the vote and not adopted (13 votes to 1, with no abstention)",
         "Who voted how, and why that was not enough, the file does not say."),
        (Adoption("not adopted"), "not adopted", "Who voted how, the file does not say."),
    ],
)  # fmt: skip
def test_a_draft_that_its_file_says_was_refused_is_not_told_as_open(
    adoption: Adoption, said: str, untold: str
) -> None:
    document, resolution = example()
    refused = make_case(document, replace(resolution, adoption=adoption), "Counterdraft 0")
    assert f", {said}" in head(refused)[0].text
    voted = vote(refused)
    assert voted is not None
    assert voted.parts == (
        Prose(
            (
                Statement(f"The file itself says of this draft that it was {said}."),
                Statement(untold),
            )
        ),
    )
    assert vote(case()) is None


def test_the_strongest_terms_are_quoted_as_they_stand() -> None:
    (asks,) = (each for each in head(case(name="rival.txt")) if each.see == "asks")
    assert "“strongly urges the Government of the Republic of Orlavia: To put an end" in asks.text
    assert "(and 4 points below)" in asks.text
    assert [each.label for each in asks.evidence] == ["OP3", "OP5", "OP8"]


def test_no_verb_is_quoted_that_another_of_the_text_is_stronger_than() -> None:
    (asks,) = (each for each in head(case(name="rival.txt")) if each.see == "asks")
    assert "“encourages" not in asks.text
    assert "“invites" not in asks.text


def test_what_the_organ_decides_is_said_unless_it_is_routine() -> None:
    assert "itself “decides to discontinue" in text_of(NOTHING)
    assert is_routine("Decides to remain seized of the matter.")
    assert is_routine("Decides to include in the provisional agenda of its next session …")
    assert not is_routine("Decides to discontinue the consideration of the item")


def test_of_a_language_that_no_rule_reads_nothing_is_said_to_be_missing() -> None:
    document, known = example()
    unread = tuple(replace(p, verbs=(), addressees=()) for p in known.paragraphs)
    resolution = replace(known, paragraphs=unread)
    (chapter,) = brief(document, [resolution]).chapters
    assert "asks nobody" not in repr(chapter)
    assert "Whom it asks is not known" in repr(chapter)


# What rules found


def test_the_weightiest_finding_is_said_and_the_others_counted() -> None:
    effects = [finding("effect", f"OP{n} would end something", f"op{n}") for n in (3, 4, 5, 6)]
    said = one(findings(*effects), "OP3 would end")
    assert said.text == "OP3 would end something; OP4 would end something; 2 further effects."
    assert [each.label for each in said.evidence] == ["OP3", "OP4", "OP5", "OP6"]


def test_an_effect_comes_before_a_tension_and_a_weak_one_gives_way() -> None:
    tension = finding("tension", "two clauses are at odds")
    strong = text_of(findings(finding("effect", "it would end it"), tension))
    weak = text_of(findings(finding("effect", "it would end it", sure="low"), tension))
    assert strong.index("would end") < strong.index("at odds")
    assert "at odds" in weak
    assert "would end" not in weak


def test_a_finding_that_is_a_question_stays_one() -> None:
    asked = finding("citation", "Is A/RES/68/100 meant?", "pp3", question=True)
    assert one(findings(asked), "68/100").text == "Is A/RES/68/100 meant?"


def test_a_finding_without_a_place_in_this_text_is_not_said() -> None:
    elsewhere = Finding(
        rule="made", kind="effect", statement="made up", why="x", against=("x",), confidence="high",
        evidence=(Quoted(text="rival", paragraph="op1", quote="x"),), source="x",
    )  # fmt: skip
    assert "made up" not in text_of(findings(elsewhere))


# What it is silent about, and where its words come from


def test_silence_rests_on_all_that_was_read() -> None:
    said = one(Known(coverage=(coverage(food="silent", prisons="silent"),)), "made mandate")
    assert said.text == (
        "Held against “the made mandate” (2 topics): none is addressed; "
        "silent on, as far as was found: food and prisons."
    )
    assert [each.label for each in said.evidence] == ["PP1", "OP11"]


def test_what_is_only_alluded_to_is_said_to_be_so() -> None:
    known = Known(coverage=(coverage(food="addressed", abductions="alluded", prisons="silent"),))
    text = one(known, "made mandate").text
    assert "addressed: food; alluded to at most: abductions; silent on" in text


def test_what_a_rival_addresses_and_the_draft_does_not_is_counted() -> None:
    here = coverage(food="silent", prisons="addressed")
    there = coverage(food="addressed", prisons="addressed")
    beside = CoverageBeside(
        here=here, there=there, relation="rival",
        topics=(
            Beside("food", "food", "silent", "addressed", "made"),
            Beside("prisons", "prisons", "addressed", "addressed", "made"),
        ),
    )  # fmt: skip
    assert "its rival addresses 1 topic that it does not" in text_of(Known(coverage=(beside,)))


def test_a_rival_and_a_predecessor_are_told_from_the_draft() -> None:
    _, ours = example("revised.txt")
    _, other = example("rival.txt")
    known = Known(predecessor=compare(other, ours))
    text = text_of(known, "revised.txt")
    assert "Since A/C.3/81/L.23: " in text
    assert "Beside A/C.3/81/L.23, " in text_of(Known(against=compare(example()[1], other)))


def test_of_a_rival_that_shares_no_paragraph_no_share_of_words_is_told() -> None:
    ours, other = (
        parse(from_text(f"The General Assembly,\n\n1. {act}\n".encode(), "made.txt"))[0]
        for act in ("Urges all States to light the lamps.", "Deplores the closure of every well.")
    )
    comparison = compare(ours, other, "rivals")
    text = text_of(Known(against=comparison))
    assert "no paragraph is in both: 1 in this text alone" in text
    assert "%" not in text
    assert "; no paragraph is in both; 1 paragraph in words" in comparison.summary[0].text
    versions = compare(ours, other, "versions").summary[0].text
    assert versions == "None of 1 paragraph was kept; 1 deleted and 1 added. There is 1 now."


def test_of_two_mandates_both_are_told() -> None:
    one_, other = coverage(food="addressed", prisons="silent"), coverage(walls="mentioned")
    named = replace(other, mandate=replace(other.mandate, name="the second mandate"))
    text = text_of(Known(coverage=(one_, named)))
    assert "“the made mandate” (2 topics): 1 addressed; silent on, as far as was found: pr" in text
    assert "; “the second mandate” (1 topic): 1 mentioned" in text


def untitled(*operative: str) -> str:
    body = "\n\n".join(f"{n}. {each}" for n, each in enumerate(operative, 1))
    text = f"The Security Council,\n\nRecalling the light of Norway,\n\n{body}\n"
    document = from_text(text.encode(), "made.txt")
    (resolution,) = parse(document)
    return "\n".join(each.text for each in head(make_case(document, resolution, "x")))


def test_of_a_text_without_a_title_it_is_told_what_is_decided_and_which_state_it_names() -> None:
    told = untitled(
        "Decides to extend the mandate of the Mission in Norway until 31 May 2030;",
        "Calls upon the Government of Norway to help;", "Requests the Secretary-General to report.",
    )  # fmt: skip
    assert "; the State named most in it: Norway, in 3 paragraphs." in told
    assert "The Security Council itself “decides to extend the mandate of the Mission" in told
    two = untitled("Decides to thank Norway and Peru;", "Notes Norway and Peru;", "Thanks Peru.")
    assert "names most" not in two


def test_what_any_text_has_gives_its_place_to_what_is_weightier() -> None:
    _, ours = example("revised.txt")
    _, other = example("rival.txt")
    known = Known(
        predecessor=compare(other, ours), against=compare(ours, example()[1]),
        verdicts=verdicts(("does not hold", None)).verdicts,
    )  # fmt: skip
    assert "It cites" in text_of(NOTHING, "revised.txt")
    told = text_of(known, "revised.txt")
    assert "Beside “" in told or "Beside the other text" in told
    assert "It cites" not in told


def test_a_weakened_verb_is_told_once() -> None:
    _, ours = example("revised.txt")
    _, other = example("rival.txt")
    comparison = compare(other, ours)
    weaker = finding("weakening", "Since the last text it has a weaker verb")
    assert any(each.direction == "weaker" for each in comparison.shifts)
    alone = text_of(Known(predecessor=comparison), "revised.txt")
    both = text_of(findings(weaker)._replace(predecessor=comparison), "revised.txt")
    assert re.search(r"\d verbs? weaker", alone)
    assert not re.search(r"\d verbs? weaker", both)


def test_a_second_statement_of_a_sentence_begins_small_where_it_names_nothing() -> None:
    two = [finding("weakening", f"{lead} it is weaker") for lead in ("Since A,", "Beside B,")]
    assert "Since A, it is weaker; beside B, it is weaker." in text_of(findings(*two))


# Claims, and votes


def test_a_claim_that_does_not_hold_comes_first() -> None:
    known = verdicts(("holds", None), ("does not hold", None), ("unknown", "is it so?"))
    said = one(known, "put to registers")
    assert said.text.endswith(
        "1 holds, 1 does not hold and 1 is not settled; on “claim 2”: what came of 2."
    )


@pytest.mark.parametrize(
    ("verdicts_", "said"),
    [
        (("verbatim", "verbatim"), "none stands there with changes and all were found there."),
        (("adapted", "not_found"), "1 stands there with changes and 1 was not found there."),
    ],
)
def test_what_is_none_in_the_corpus_is_no_figure(
    verdicts_: tuple[TraceVerdict, ...], said: str
) -> None:
    clauses = tuple(
        ClauseTrace(
            paragraph=f"op{n}", number=str(n), part="operative", text="x", span=span_of(f"op{n}"),
            verdict=verdict,
        )
        for n, verdict in enumerate(verdicts_, 1)
    )  # fmt: skip
    traced = Provenance(source="x", symbol=None, title=None, corpus=Bounds(3, 99), clauses=clauses)
    assert text_of(Known(provenance=traced)).find(said) > 0


def test_a_slip_is_put_as_a_question() -> None:
    assert text_of(verdicts(("holds", "is 68/100 meant?"))).endswith("is 68/100 meant?")


def test_of_two_questions_that_of_the_draft_comes_before_that_around_it() -> None:
    inside, around = span_of("op7"), Span(0, 20)
    each = [
        Verdict(
            paragraph=place, span=span, claim=place, act="title", read="made", verdict="unknown",
            said=(), question=f"of {place}?",
        )
        for place, span in (("block1", around), ("op7", inside))
    ]  # fmt: skip
    known = Known(verdicts=Verdicts(source="article.txt", verdicts=tuple(each)))
    said = one(known, "put to registers").text
    assert said.endswith("on “op7”: of op7?")
    assert said.startswith("Of 1 claim put to registers")
    document, resolution = example()
    (chapter,) = brief(document, [resolution], known=[known]).chapters
    (section,) = (each for each in chapter.sections if each.id == "claims")
    titles = [part.title for part in section.parts if isinstance(part, Table)]
    assert titles == ["Claim by claim", "In the words around the draft"]
    (alone,) = each[:1]
    known = Known(verdicts=Verdicts(source="article.txt", verdicts=(alone,)))
    assert "Of 1 claim in the words around the draft put" in one(known, "put to registers").text


def test_of_two_questions_that_on_a_document_comes_before_a_slip_in_a_name() -> None:
    each = [
        Verdict(
            paragraph="op7", span=span_of("op7"), claim=act, act=act, read="made",
            verdict="unknown", said=(), question=f"of the {act}?",
        )
        for act in _ACTS
    ]  # fmt: skip
    known = Known(verdicts=Verdicts(source="article.txt", verdicts=tuple(each)))
    assert one(known, "put to registers").text.endswith("of the citation?")


def test_what_nothing_settles_is_no_sentence() -> None:
    assert "registers" not in text_of(verdicts(("unknown", None), ("attributed", None)))


def test_votes_that_are_not_clear_are_no_sentence() -> None:
    assert "Votes on texts of this title" in text_of(voted())
    assert "Votes on" not in text_of(voted("unclear"))


def test_a_claim_about_votes_stands_with_what_figures_say() -> None:
    told = text_of(voted("subject", claim=True))
    claim = "the claim “a growing majority”, in the words around the draft, holds in part"
    assert f"{claim} by their figures" in told


def test_a_text_that_breaks_off_is_said_to_lack_something_first() -> None:
    text = "The General Assembly,\n\nRecalling its rules,\n\n1. Urges States to act{}\n"
    said = []
    for end in (".", ", and"):
        document = from_text(text.format(end).encode(), "draft.txt")
        (resolution,) = parse(document)
        said.append(head(make_case(document, resolution, "draft.txt"))[0].text)
    assert "missing" not in said[0]
    assert said[1].endswith("a part of it may be missing from what was read.")


@pytest.mark.parametrize(
    ("symbol", "called"),
    [
        ("A/HRC/DEC/61/104", "Decision"), ("S/PRST/2020/11", "Presidential statement"),
        ("A/RES/79/181", "Resolution"), (None, "Resolution"),
    ],
)  # fmt: skip
def test_an_adopted_text_is_called_what_its_symbol_says(symbol: str | None, called: str) -> None:
    adopted = replace(example()[1], kind="resolution", symbol=symbol)
    assert kind_name(adopted) == called
    assert kind_name(replace(adopted, kind="draft")) == "Draft resolution"
