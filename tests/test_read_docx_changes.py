"""Tracked changes: three views of one file, each as Word shows it, and every change in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterdraft.model import Document, Revision, Span
from counterdraft.read.from_docx import from_docx

if TYPE_CHECKING:
    from collections.abc import Callable

    Views = Callable[..., dict[str, Document]]

NAMES = ("final", "original", "marked")
WHEN = "2026-10-29T10:00:00Z"


def r(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def changed(tag: str, inner: str, who: str = "Ada Vell", when: str = WHEN) -> str:
    return f'<w:{tag} w:id="1" w:author="{who}" w:date="{when}">{inner}</w:{tag}>'


def ins(text: str, who: str = "Ada Vell") -> str:
    return changed("ins", r(text), who)


def dele(text: str, who: str = "Ada Vell") -> str:
    return changed("del", r(text).replace("w:t>", "w:delText>").replace("w:t ", "w:delText "), who)


def p(*runs: str, mark: str = "", properties: str = "") -> str:
    gone = f"<w:rPr>{changed(mark, '')}</w:rPr>" if mark else ""
    return f"<w:p><w:pPr>{properties}{gone}</w:pPr>{''.join(runs)}</w:p>"


@pytest.fixture
def views(word: Callable[..., bytes]) -> Views:
    def read(body: str, **parts: str) -> dict[str, Document]:
        data = word(body, **parts)
        return {view: from_docx(data, "a.docx", view=view) for view in NAMES}  # type: ignore[arg-type]

    return read


def texts(found: dict[str, Document]) -> list[str]:
    return [found[name].text for name in NAMES]


def test_words_stand_in_the_views_that_have_them(views: Views) -> None:
    found = views(p(r("to "), ins("act"), dele("wait"), r(" now")))
    assert texts(found) == ["to act now", "to wait now", "to actwait now"]
    assert [each.view for each in found.values()] == list(NAMES)


def test_every_view_has_every_change_at_its_place(views: Views) -> None:
    found = views(p(r("to "), ins("act"), dele("wait", "Bo Lund"), r(" now")))
    spans = {"final": ((3, 6), (6, 6)), "original": ((3, 3), (3, 7)), "marked": ((3, 6), (6, 10))}
    for view, (inserted, deleted) in spans.items():
        assert found[view].revisions == (
            Revision("inserted", Span(*inserted), "act", "Ada Vell", WHEN),
            Revision("deleted", Span(*deleted), "wait", "Bo Lund", WHEN),
        )


def test_what_one_inserts_and_another_deletes_is_in_neither_state(views: Views) -> None:
    nested = changed("ins", dele("soon", "Bo Lund"))
    found = views(p(r("to act "), nested, r("now")))
    assert texts(found) == ["to act now", "to act now", "to act soonnow"]
    assert [(each.kind, each.author) for each in found["final"].revisions] == [
        ("inserted", "Ada Vell"), ("deleted", "Bo Lund"),
    ]  # fmt: skip


def test_a_move_is_a_deletion_and_an_insertion(views: Views) -> None:
    found = views(
        p('<w:moveFromRangeStart w:id="2" w:name="m"/>', changed("moveFrom", r("now ")), r("act"),
          '<w:moveFromRangeEnd w:id="2"/>', changed("moveTo", r(" now")))
    )  # fmt: skip
    assert texts(found) == ["act now", "now act", "now act now"]
    assert [each.kind for each in found["final"].revisions] == ["deleted", "inserted"]


def test_runs_of_one_change_are_one_revision(views: Views) -> None:
    found = views(p(r("a "), ins("b"), ins(" c"), ins(" d", "Bo Lund")))
    assert [each.text for each in found["final"].revisions] == ["b c", "d"]


def test_a_paragraph_whose_mark_is_deleted_joins_the_next_and_takes_its_style(
    views: Views,
) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/></w:style>'
        for name in ("One", "Two")
    )
    one, two = (f'<w:pStyle w:val="{name}"/>' for name in ("One", "Two"))
    body = p(r("to act "), mark="del", properties=one) + p(r("now"), properties=two)
    found = views(body, styles=styles)
    assert texts(found) == ["to act now", "to act\nnow", "to act\nnow"]
    assert [each.style for each in found["final"].blocks] == ["Two"]
    assert [each.style for each in found["original"].blocks] == ["One", "Two"]


def test_a_paragraph_that_was_split_is_whole_in_the_original(views: Views) -> None:
    found = views(p(r("to act "), mark="ins") + p(r("now")))
    assert texts(found) == ["to act\nnow", "to act now", "to act\nnow"]


def test_a_whole_paragraph_comes_and_goes_with_its_mark(views: Views) -> None:
    body = p(r("a")) + p(ins("new"), mark="ins") + p(dele("old"), mark="del") + p(r("b"))
    found = views(body)
    assert texts(found) == ["a\nnew\nb", "a\nold\nb", "a\nnew\nold\nb"]
    assert [each.text for each in found["final"].revisions] == ["new", "old"]


@pytest.mark.parametrize(
    "struck",
    [
        p(dele("old"), mark="del"), p(dele("old")), p(dele("o"), dele("ld", "Bo Lund"), mark="del"),
        p(dele("o"), dele("ld", "Bo Lund")), p(mark="del"),
    ],
    ids=["with its mark", "its words", "by two", "its words by two", "an empty one"],
)  # fmt: skip
def test_a_paragraph_that_is_struck_as_a_whole_is_told_from_words_of_the_next(
    views: Views, struck: str
) -> None:
    final = views(p(r("a")) + struck + p(r("b")))["final"]
    assert {each.whole for each in final.revisions} == {True}
    assert {each.span.start for each in final.revisions} <= {1, 2}


@pytest.mark.parametrize(
    "body",
    [
        p(r("a")) + p(dele("first "), r("b")),
        p(r("a")) + p(r("b"), dele("last")) + p(r("c")),
        p(r("a ")) + p(dele("old"), mark="del") + p(dele("first "), r("b")),
        p(r("a "), dele("last"), mark="del") + p(r("b")),
    ],
    ids=["first words", "last words", "more than it", "joined"],
)
def test_what_is_struck_within_a_paragraph_is_no_whole_one(views: Views, body: str) -> None:
    assert [each.whole for each in views(body)["final"].revisions] == [False]


def test_a_change_over_paragraphs_is_one_revision(views: Views) -> None:
    body = p(r("a "), dele("b"), mark="del") + p(dele("c"), mark="del") + p(dele("d"), r("e"))
    found = views(body)
    assert texts(found) == ["a e", "a b\nc\nde", "a b\nc\nde"]
    for document in found.values():
        (revision,) = document.revisions
        assert revision.text == "b\nc\nd"
        assert revision.span.of(document.text) in {"", "b\nc\nd"}


def test_the_last_paragraph_of_a_cell_is_joined_to_nothing(views: Views) -> None:
    row = f"<w:tr><w:tc>{p(r('a'), mark='del')}</w:tc><w:tc>{p(r('b'))}</w:tc></w:tr>"
    assert texts(views(f"<w:tbl>{row}</w:tbl>")) == ["a\nb"] * 3


@pytest.mark.parametrize(
    ("tag", "expected"), [("ins", ["b\na", "a", "b\na"]), ("del", ["a", "b\na", "b\na"])]
)
def test_a_row_comes_and_goes_with_what_is_in_it(
    views: Views, tag: str, expected: list[str]
) -> None:
    row = f"<w:tr><w:trPr>{changed(tag, '')}</w:trPr><w:tc>{p(r('b'))}</w:tc></w:tr>"
    found = views(f"<w:tbl>{row}</w:tbl>" + p(r("a")))
    assert texts(found) == expected
    assert [each.text for each in found["final"].revisions] == ["b"]


def test_a_text_box_comes_and_goes_with_its_anchor(views: Views) -> None:
    inner = f"<w:txbxContent>{p(r('b'))}</w:txbxContent>"
    box = f"<w:r><w:pict><v:textbox>{inner}</v:textbox></w:pict></w:r>"
    found = views(p(r("a"), changed("del", box)))
    assert texts(found) == ["a", "a\nb", "a\nb"]
    assert [(e.kind, e.text) for e in found["final"].revisions] == [("deleted", "b")]


def test_a_change_of_looks_is_no_change_of_words(views: Views) -> None:
    properties = "<w:pPrChange w:id='3'><w:pPr/></w:pPrChange>"
    run = "<w:r><w:rPr><w:i/><w:rPrChange w:id='4'><w:rPr/></w:rPrChange></w:rPr><w:t>a</w:t></w:r>"
    found = views(p(run, properties=properties))
    assert texts(found) == ["a", "a", "a"]
    assert found["final"].revisions == ()
    assert found["final"].problems == ()


def test_a_note_comes_and_goes_with_its_reference(views: Views) -> None:
    call = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{i}"><w:p>{inner}</w:p></w:footnote>'
        for i, inner in enumerate([r("old"), r("new"), r("x ") + ins("y") + dele("z")])
    )
    body = p(r("a"), changed("del", call.format(0)), changed("ins", call.format(1)), call.format(2))
    found = views(body, footnotes=notes)
    assert [(n.marker, n.text) for n in found["final"].notes] == [("1", "new"), ("2", "x y")]
    assert [(n.marker, n.text) for n in found["original"].notes] == [("1", "old"), ("2", "x z")]
    assert len(found["marked"].notes) == 3
    assert [(e.text, e.span) for e in found["final"].revisions] == [
        ("y", Span(1, 1)), ("z", Span(1, 1)),
    ]  # fmt: skip


def test_a_problem_says_how_much_is_tracked_by_whom_and_which_view_this_is(views: Views) -> None:
    found = views(p(r("a "), ins("b"), dele("c"), r(" d "), ins("e", "Bo Lund")))
    (problem,) = found["original"].problems
    assert (problem.code, problem.message) == (
        "tracked-changes",
        "2 insertions and 1 deletion are tracked, by Ada Vell and Bo Lund; "
        "the text was read as if all were rejected",
    )
    assert "as if all were accepted" in found["final"].problems[0].message


def test_a_text_that_is_all_new_has_an_empty_original(views: Views) -> None:
    found = views(p(ins("a"), mark="ins"))
    assert (found["original"].text, found["original"].blocks) == ("", ())


_RUNS = st.lists(
    st.tuples(st.sampled_from(["keep", "ins", "del"]), st.text("ab ", min_size=1, max_size=4)),
    max_size=5,
)


@given(st.lists(st.tuples(_RUNS, st.sampled_from(["", "ins", "del"])), min_size=1, max_size=5))
def test_each_view_is_the_plain_file_of_that_state(
    word: Callable[..., bytes], drawn: list[tuple[list[tuple[str, str]], str]]
) -> None:
    make = {"keep": r, "ins": ins, "del": dele}
    marked = [p(*(make[kind](text) for kind, text in runs), mark=mark) for runs, mark in drawn]
    data = word(p(r("x")) + "".join(marked) + p(r("y")))
    for view, gone in (("final", "del"), ("original", "ins")):
        plain, line = ["x"], ""
        for runs, mark in [*drawn, ([("keep", "y")], "")]:
            line += "".join(text for kind, text in runs if kind != gone)
            if mark != gone:
                plain.append(" ".join(line.split()))
                line = ""
        document = from_docx(data, "a.docx", view=view)  # type: ignore[arg-type]
        assert document.text == "\n".join(line for line in plain if line)
        for revision in document.revisions:
            words = revision.span.of(document.text)
            assert words in {"", revision.text}
