"""Two resolutions → what became of one in the other.

The way of the data: units takes both to pieces, edits pairs them and leads from one to the
other, shifts says what that means, terms and related what shows in no single edit, and
summary tells it in sentences. Every rendering consumes the result.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from counterdraft.compare.addressed import addressed_in
from counterdraft.compare.asked import asked_of
from counterdraft.compare.edits import edits_of, parted
from counterdraft.compare.kinds import Kinds
from counterdraft.compare.pairs import Pair, pairs_of
from counterdraft.compare.related import alone, related
from counterdraft.compare.shifts import shifts_of
from counterdraft.compare.summary import summary_of
from counterdraft.compare.terms import terms_of
from counterdraft.compare.units import notes_of, units_of
from counterdraft.draft.brackets import bracketing
from counterdraft.draft.closing import are_formulas
from counterdraft.draft.versions import are_two_drafts, have_other_titles
from counterdraft.lexicon.languages import ENGLISH
from counterdraft.model import Comparison, Edit, Resolution, Side, Unit
from counterdraft.model.comparison import Relation
from counterdraft.text.stems import Stemmer
from counterdraft.wording.one_language import check_languages

# Texts with less in common are rivals; so are drafts with less than most in common that
# have no sponsor in common.
_VERSIONS, _MOST = 0.3, 0.9
# Texts with less need not be on one thing.
_NEAR = 0.1


def compare(a: Resolution, b: Resolution, relation: Relation | None = None) -> Comparison:
    """Compare text A with text B.

    ``relation`` says what they are to each other; else it is told by what they share and by
    who stands behind them. It decides the words that things are told in, and whether what
    one text alone says counts as gone or come. Both are in one language; of another than English
    the words alone are compared. Raises OtherLanguage where they are in two.
    """
    check_languages(a, b)
    ones, others = units_of(a), units_of(b)
    edits = edits_of(ones, others)
    share = _likeness(edits)
    relation = relation or _told_by(share, a, b)
    if relation == "rivals" and a.language == ENGLISH:
        near = share >= _NEAR
        edits = parted(edits, ones, others, (_cited(a), _cited(b)), near=near)
        share = _likeness([each for each in edits if not are_formulas(each, ones, others)])
    plain = Comparison(
        relation=relation,
        language=a.language,
        a=_side(a, ones),
        b=_side(b, others),
        likeness=round(share, 4),
        edits=edits,
        notes=edits_of(notes_of(a), notes_of(b)),
    )
    whole = _with_meaning(plain, a, b) if a.language == ENGLISH else plain
    return replace(whole, summary=summary_of(whole))


def _cited(text: Resolution) -> dict[str, frozenset[str]]:
    """The documents that each paragraph cites, by the paragraphs' ids, with those of its notes."""
    return {
        p.id: frozenset(c.symbol for c in (*p.citations, *p.note_citations) if c.symbol)
        for p in text.paragraphs
    }


def _side(text: Resolution, units: tuple[Unit, ...]) -> Side:
    sponsors = text.sponsors if text.kind == "draft" else ()
    bracketed = tuple(p.id for p in text.paragraphs if bracketing(p) in {"whole", "part"})
    return Side(
        text.source, text.symbol, text.title, units, notes=notes_of(text), sponsors=sponsors,
        bracketed=bracketed, lacking=text.lacking,
    )  # fmt: skip


def _with_meaning(plain: Comparison, a: Resolution, b: Resolution) -> Comparison:
    """With what the edits shift, and what shows in no single edit."""
    ones, others, edits, relation = plain.a.units, plain.b.units, plain.edits, plain.relation
    pairs = pairs_of(edits, (a, ones), (b, others), relation)
    joined, stemmer = _joined(pairs), Stemmer()
    kinds = Kinds(a, b, stemmer)
    near = related(a, b, joined, kinds)
    terms_a, terms_b = terms_of(edits, ones, others, stemmer)
    return replace(
        plain,
        shifts=shifts_of(_told(pairs, plain), a, b, relation, kinds),
        terms_a=terms_a,
        terms_b=terms_b,
        asked=asked_of(a, b),
        addressed=addressed_in(a, b) if relation == "rivals" else (),
        related=near,
        only_a=alone(a, joined[0], (each.a for each in near)),
        only_b=alone(b, joined[1], (each.b for each in near)),
    )


def _told(pairs: Sequence[Pair], plain: Comparison) -> list[Pair]:
    """The pairs of which something is told: of rivals none of formulas by which both close."""
    rivals = plain.relation == "rivals"
    return [
        each for each in pairs
        if not (rivals and are_formulas(each.edit, plain.a.units, plain.b.units))
    ]  # fmt: skip


def _told_by(share: float, a: Resolution, b: Resolution) -> Relation:
    if share < _VERSIONS or _are_of_two_matters(a, b):
        return "rivals"
    drafts = a.kind == b.kind == "draft" and a.sponsors and b.sponsors
    apart = drafts and not set(a.sponsors) & set(b.sponsors)
    return "rivals" if apart and share < _MOST else "versions"


def _are_of_two_matters(a: Resolution, b: Resolution) -> bool:
    """Whether both are of one session, adopted or drafts, under other titles, in like words.

    What is said each year of one Territory and of another is no version of it.
    """
    adopted = a.kind == b.kind == "resolution"
    one_session = a.session and (a.session, a.session_kind) == (b.session, b.session_kind)
    drafts = bool(a.symbol and b.symbol) and are_two_drafts(a, b)
    return bool(one_session and (adopted or drafts) and have_other_titles(a, b))


def _joined(pairs: Sequence[Pair]) -> tuple[frozenset[str], frozenset[str]]:
    """The paragraphs of either text, by id, that an edit joins with one of the other."""
    both = [pair for pair in pairs if pair.both]
    return (
        frozenset(p.id for pair in both for p in pair.a),
        frozenset(p.id for pair in both for p in pair.b),
    )


def _likeness(edits: Sequence[Edit]) -> float:
    """The share of letters that stay."""
    same = sum(len(w.text) for e in edits for w in e.words if w.op == "same")
    changed = sum(len(w.text) for e in edits for w in e.words if w.op != "same")
    return 2 * same / (2 * same + changed) if same or changed else 1.0
