"""The verbs of a clause: where the phrase ends, the plain verb, its adverbs and its force."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.lexicon.force import labels
from counterdraft.lexicon.verbs import Form, Style, VerbForm, verbs
from counterdraft.model import Paragraph, Part, Verb
from counterdraft.parse.parse import parse
from counterdraft.parse.tokens import Tokens
from counterdraft.parse.verbs import _match, match_verb
from counterdraft.read.from_text import from_text
from counterdraft.text.straight import straighten


def operative(words: str, organ: str = "General Assembly") -> Paragraph:
    """An operative paragraph of a draft that holds no other."""
    text = f"The {organ},\n\nRecalling its rules,\n\n1. {words};\n\n2. Decides so."
    (resolution,) = parse(from_text(text.encode(), "x"))
    return resolution.paragraphs[1]


def preambular(words: str, organ: str = "General Assembly") -> Paragraph:
    text = f"The {organ},\n\n{words},\n\n1. Decides so."
    (resolution,) = parse(from_text(text.encode(), "x"))
    return resolution.paragraphs[0]


def further(verbs: tuple[Verb, ...]) -> list[str]:
    return [verb.text for verb in verbs[1:]]


@pytest.mark.parametrize(
    ("words", "phrase", "lemma", "adverbs", "force"),
    [
        ("Recalling its resolution", "Recalling", "recall", (), "recall"),
        ("Recalling also its resolution", "Recalling also", "recall", ("also",), "recall"),
        ("Recalling further the duty", "Recalling further", "recall", ("further",), "recall"),
        ("Reaffirming the necessity", "Reaffirming", "reaffirm", (), "affirm"),
        ("Also Reaffirming that", "Also Reaffirming", "reaffirm", ("also",), "affirm"),
        (
            "Noting with appreciation the work",
            *("Noting with appreciation", "note", ("with appreciation",), "appreciate"),
        ),
        (
            "Noting with deep concern that",
            *("Noting with deep concern", "note", ("with deep concern",), "concern"),
        ),
        ("Deeply concerned at the", "Deeply concerned", "concerned", ("deeply",), "concern"),
        ("Gravely alarmed by the", "Gravely alarmed", "alarmed", ("gravely",), "concern"),
        ("Guided by the purposes", "Guided", "guided", (), "affirm"),
        ("Mindful of the fact", "Mindful", "mindful", (), "consider"),
        ("Bearing in mind the", "Bearing in mind", "bear in mind", (), "consider"),
        ("Having considered the report", "Having considered", "have considered", (), "note"),
        ("Expressing deep regret at", "Expressing deep regret", "express", (), "regret"),
        ("Expressing its gratitude to", "Expressing its gratitude", "express", (), "appreciate"),
        ("Emphasizing the need", "Emphasizing", "emphasize", (), "stress"),
        ("Hoping that the changes", "Hoping", "hope", (), "expect"),
        ("Convinced that", "Convinced", "convinced", (), "affirm"),
        ("Desiring to", "Desiring", "desiring", (), "expect"),
        ("Taking into account the", "Taking into account", "take into account", (), "consider"),
    ],
)
def test_a_preambular_phrase(
    words: str, phrase: str, lemma: str, adverbs: tuple[str, ...], force: str
) -> None:
    paragraph = preambular(words)
    verb = paragraph.verbs[0]
    assert (paragraph.phrase, verb.lemma, verb.force) == (phrase, lemma, force)
    assert verb.adverbs == adverbs


@pytest.mark.parametrize(
    ("words", "phrase", "lemma", "adverbs", "force"),
    [
        ("Decides to convene a meeting", "Decides", "decide", (), "decide"),
        ("Also decides that the", "Also decides", "decide", ("also",), "decide"),
        ("Demands that all parties", "Demands", "demand", (), "demand"),
        ("Calls upon all States to act", "Calls upon", "call upon", (), "call"),
        ("Calls on all States to act", "Calls on", "call on", (), "call"),
        ("Calls for the release of", "Calls for", "call for", (), "call"),
        ("Strongly urges States to act", "Strongly urges", "urge", ("strongly",), "urge"),
        (
            "Once again requests States",
            "Once again requests",
            "request",
            ("once again",),
            "request",
        ),
        ("Appeals to States to act", "Appeals", "appeal", (), "appeal"),
        ("Invites States to act", "Invites", "invite", (), "invite"),
        ("Encourages States to act", "Encourages", "encourage", (), "encourage"),
        ("Recommends that States act", "Recommends", "recommend", (), "recommend"),
        ("Reaffirms also that impartial", "Reaffirms also", "reaffirm", ("also",), "affirm"),
        ("Welcomes the report", "Welcomes", "welcome", (), "welcome"),
        (
            "Welcomes with satisfaction the report",
            *("Welcomes with satisfaction", "welcome", ("with satisfaction",), "welcome"),
        ),
        ("Notes the report", "Notes", "note", (), "note"),
        (
            "Notes with regret that",
            *("Notes with regret", "note", ("with regret",), "regret"),
        ),
        (
            "Expresses its deep concern at the acts",
            *("Expresses its deep concern", "express", (), "concern"),
        ),
        (
            "Expresses its appreciation to those",
            *("Expresses its appreciation", "express", (), "appreciate"),
        ),
        (
            "Condemns in the strongest terms the acts",
            *("Condemns in the strongest terms", "condemn", ("in the strongest terms",), "condemn"),
        ),
        ("Deplores the acts", "Deplores", "deplore", (), "deplore"),
        ("Stresses that", "Stresses", "stress", (), "stress"),
        ("Reiterates its call upon States", "Reiterates its call upon", "reiterate", (), "call"),
        ("Reiterates its request to States", "Reiterates its request", "reiterate", (), "request"),
        ("Endorses the plan", "Endorses", "endorse", (), "endorse"),
        ("Authorizes Member States to act", "Authorizes", "authorize", (), "authorize"),
        ("Commends the mission", "Commends", "commend", (), "commend"),
        ("Looks forward to the report", "Looks forward", "look forward", (), "expect"),
        ("Reminds States of their duty", "Reminds", "remind", (), "remind"),
    ],
)
def test_an_operative_phrase(
    words: str, phrase: str, lemma: str, adverbs: tuple[str, ...], force: str
) -> None:
    paragraph = operative(words)
    verb = paragraph.verbs[0]
    assert (paragraph.phrase, verb.lemma, verb.force) == (phrase, lemma, force)
    assert verb.adverbs == adverbs


@pytest.mark.parametrize(
    ("words", "phrase", "text"),
    [
        ("Taking note of the report", "Taking note", "Taking note of"),
        (
            "Taking note with appreciation of the report",
            "Taking note with appreciation",
            "Taking note with appreciation of",
        ),
        ("Paying tribute to the staff", "Paying tribute", "Paying tribute to"),
    ],
)
def test_the_verb_has_its_preposition_and_the_phrase_has_not(
    words: str, phrase: str, text: str
) -> None:
    paragraph = preambular(words)
    assert (paragraph.phrase, paragraph.verbs[0].text) == (phrase, text)


@pytest.mark.parametrize("words", ["Takes note of the report", "Notes the report"])
def test_taking_note_is_as_neutral_as_noting(words: str) -> None:
    assert operative(words).verbs[0].force == "note"


# House style


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("Expresses its grave concern at the acts", "Expresses"),
        ("Reiterates its demand that all parties", "Reiterates"),
        ("Condemns in the strongest terms the acts", "Condemns"),
        ("Strongly condemns the acts", "Strongly condemns"),
        ("Calls upon all parties to stop", "Calls upon"),
        ("Notes with concern that", "Notes with concern"),
        ("Welcomes and supports the process", "Welcomes"),
    ],
)
def test_the_security_council_sets_less_in_italics(words: str, phrase: str) -> None:
    assert operative(words, "Security Council").phrase == phrase


def test_the_force_is_the_same_in_every_house_style() -> None:
    words = "Expresses its grave concern at the acts"
    assert operative(words, "Security Council").verbs[0].force == "concern"


def test_acting_under_chapter_seven_opens_a_paragraph() -> None:
    words = "Acting under Chapter VII of the Charter of the United Nations"
    assert preambular(words, "Security Council").phrase == "Acting"


# Further verbs


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Welcomes the report, and requests States to read it", ["requests"]),
        ("Welcomes the report and encourages States to read it", ["encourages"]),
        (
            "Notes the report, regrets its delay, and calls upon States to read it",
            ["regrets", "calls upon"],
        ),
        (
            "Welcomes the report, while noting its length, and also invites comments",
            ["also invites"],
        ),
        ("Recognizes this, and in this regard urges States to act", ["in this regard urges"]),
    ],
)
def test_every_further_verb_is_found(words: str, found: list[str]) -> None:
    assert further(operative(words).verbs) == found


@pytest.mark.parametrize(
    "words",
    [
        "Notes the requests made by States, and calls by others for restraint",
        "Welcomes the progress and demands of the negotiators",
        "Takes note of the report, calls and requests of the Committee",
        "Welcomes the work of the Office, which supports States and promotes rights",
        "Takes note of the hopes and regrets of the delegations",
        "Takes note of the decision of the Union, which condemns the acts and urges restraint",
        "Considers the marks, acts and wishes of the drafters",
    ],
)
def test_a_noun_or_somebody_elses_verb_is_none_of_the_organs(words: str) -> None:
    assert further(operative(words).verbs) == []


def test_a_preamble_goes_on_with_participles() -> None:
    verbs = preambular("Recalling its decision, and noting with concern its effects").verbs
    assert [(verb.lemma, verb.force) for verb in verbs] == [
        ("recall", "recall"),
        ("note", "concern"),
    ]


def test_two_verbs_may_open_together() -> None:
    paragraph = operative("Encourages and supports the work of the Office")
    assert [verb.lemma for verb in paragraph.verbs] == ["encourage", "support"]


# What is no verb


@pytest.mark.parametrize(
    "words",
    ["", "The Assembly", "42", "Notwithstanding this", "Considerable progress", "Recall it"],
)
def test_what_opens_with_no_verb(words: str) -> None:
    assert match_verb(words, 0, len(words)) is None


WORDS = (
    *(
        "Expresses",
        "its",
        "deep",
        "concern",
        "and",
        "with",
        "also",
        "further",
        "calls",
        "upon",
        "on",
    ),
    *("takes", "note", "of", "in", "the", "strongest", "terms", "welcomes", "is", "being", "as"),
    *("continues", "to", "Recalling", ",", ";", ".", ":", "-"),
)


@given(
    st.lists(st.sampled_from(WORDS)),
    st.integers(0, 60),
    st.sampled_from([None, "security_council"]),
)
def test_property_a_match_is_in_order_and_within_its_limit(
    words: list[str], limit: int, organ: str | None
) -> None:
    text = straighten(" ".join(words))
    limit = min(limit, len(text))
    found = match_verb(text, 0, limit, organ=organ)
    if found is not None:
        assert found.start <= found.act_end <= found.full_end <= limit
        assert found.start < found.end <= limit
        assert found.force in labels()


@pytest.mark.parametrize(
    ("words", "lemmas"),
    [
        ("Imposes an embargo on lamps, and decides to keep it", ["impose", "decide"]),
        ("Prohibits the dark, and urges States to light lamps", ["prohibit", "urge"]),
        ("Also suspends the rights of the Lamp Front", ["suspend"]),
        ("Dissolves the Lamp Commission", ["dissolve"]),
        ("Frobs the lamps, and urges States to light them", ["urge"]),
        ("Upon their return, requests the Secretary-General to count lamps", ["request"]),
        (
            "Affirms the law, refers the situation in Orlavia since 1 March 2026 to the Prosecutor "
            "of the Court, and decides to follow it",
            ["affirm", "refer the situation", "decide"],
        ),
    ],
)
def test_every_verb_by_which_the_organ_acts_is_read(words: str, lemmas: list[str]) -> None:
    assert [verb.lemma for verb in operative(words).verbs] == lemmas


def test_to_refer_to_a_text_is_no_act() -> None:
    (verb,) = operative("Refers to its resolution 79/1").verbs
    assert verb.force == "recall"
    (verb,) = operative("Refers the matter to the International Court of Justice").verbs
    assert verb.force == "decide"


@pytest.mark.parametrize(
    "words",
    [
        "Members of the Union, who condemn the dark and urge restraint, are asked to act",
        "The Union condemns the dark, and it urges restraint upon the lamps",
    ],
)
def test_where_no_verb_opens_a_paragraph_others_verbs_stay_theirs(words: str) -> None:
    assert not operative(words).verbs


def test_a_point_that_opens_with_a_plural_noun_has_no_verb() -> None:
    draft = (
        "The General Assembly,\n\nRecalling it,\n\n1. Urges States to end:\n\n(a) {};\n\n2. Notes."
    )
    for words in ("Orders renewed from year to year", "Bans on lamps", "Acts of darkness"):
        (resolution,) = parse(from_text(draft.format(words).encode(), "x"))
        assert [p.verbs for p in resolution.paragraphs if p.id == "op1.a"] == [()]


TABLE = verbs()


@pytest.mark.parametrize(
    "form", sorted({form for each in TABLE.forms.values() for form in each}, key=repr)
)
def test_the_quick_way_to_a_verb_finds_what_the_long_one_does(form: VerbForm) -> None:
    head = " ".join((form.head, *form.particle))
    for behind in ("the", *sorted({*TABLE.completing, *TABLE.continuing})):
        text = f"{head} {behind} lamps of Vell"
        found = match_verb(text, 0, len(text))
        long = _match(Tokens(text, 0, len(text)), 0, TABLE, Style(), compound=True)
        assert found is None or found == long, text


@pytest.mark.parametrize(("part", "form"), [("operative", "present"), ("preambular", "participle")])
@pytest.mark.parametrize("before", ["", "also ", "in this regard ", "once again, "])
def test_no_verb_that_acts_further_on_is_passed_by(part: Part, form: Form, before: str) -> None:
    heads = {each for forms in TABLE.forms.values() for each in forms}
    texts = [f"{before}{' '.join((each.head, *each.particle))} urges lamps" for each in heads]
    for text in texts:
        found = match_verb(text, 0, len(text))
        if found and found.form == form and not found.weak:
            assert text.split()[0].rstrip(",") in TABLE.joined[part], text


@pytest.mark.parametrize(
    ("words", "verb"),
    [
        ("Takes note of the report, and decides: to close it", "decides"),
        ("Takes note of the report, and requests, in this regard, the Secretary-General to act",
         "requests"),
        ("Welcomes the mission, and continues to call upon Orlavia to admit it",
         "continues to call upon"),
        ("Notes the report, and encourages, including by seminars, its use", "encourages"),
    ],
)  # fmt: skip
def test_a_further_verb_is_read_whatever_mark_or_word_stands_beside_it(
    words: str, verb: str
) -> None:
    assert further(operative(words).verbs) == [verb]


@pytest.mark.parametrize(
    "words",
    [
        "Recalling that the work of the mission includes advising, supporting, and assisting the "
        "keepers",
        "Convinced of the need to foster cohesion while recognizing, protecting and valuing lamps",
    ],
)
def test_one_of_a_list_of_what_somebody_does_is_no_act_of_the_organ(words: str) -> None:
    assert further(preambular(words).verbs) == []


@pytest.mark.parametrize("word", sorted(verbs().longer))
def test_what_opens_longer_phrases_opens_nothing_alone(word: str) -> None:
    ports = f"{word} our ports"
    assert not ports.startswith(verbs().longer[word])
    assert match_verb(ports, 0, len(ports)) is None


def test_a_verb_behind_a_longer_phrase_is_an_act_of_the_organ() -> None:
    words = "Notes the lamps in the ports and at the quays, and in this regard requests all to act"
    assert [each.text for each in operative(words).verbs] == ["Notes", "in this regard requests"]
