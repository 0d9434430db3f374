"""Pictures: the same bytes for the same figures, titled, described, told apart without colours."""

from __future__ import annotations

import json
import re
from collections import Counter
from importlib.resources import files
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft7Validator

from counterdraft.charts.grid import Cell, Grid, Panel, grid_to_svg
from counterdraft.charts.heat import Square, heat
from counterdraft.charts.lines import Axes, Point, lines
from counterdraft.charts.look import PALETTE
from counterdraft.charts.render import png_of, png_of_svg, size_of, spec_of, svg_of
from counterdraft.charts.shares import Empty, Part, Shares, Side, shares_to_svg
from counterdraft.charts.spec import Spec
from counterdraft.charts.stack import Named, stack
from counterdraft.charts.titles import some_of, titled
from counterdraft.errors import NothingToCount
from counterdraft.jobs.vote_blocs import in_form
from counterdraft.lexicon.blocs import bloc_of
from counterdraft.votes.together.choice import Choice, chosen
from counterdraft.votes.together.cohesion import cohesion
from counterdraft.votes.together.compare import compare
from counterdraft.votes.together.draw import APART, STRIP, draw
from counterdraft.votes.together.record import record
from counterdraft.votes.together.scaled import IdealPoint, Scaled
from tests.balloting import vote

PNG = b"\x89PNG\r\n\x1a\n"
AXES = Axes("session", "share", (0, 1))
POINTS = [Point(name, at, 0.5, 0.4, 0.6) for name in ("A & B", "C <i>") for at in ("60", "61")]


def rows() -> Any:
    letters = ("yyyn", "ynyy", "nnyy", "yyyy")
    many = [
        vote(letters[n % 4], n, session=str(60 + n % 3), date=f"{2005 + n % 3}-12-01")
        for n in range(60)
    ]
    return chosen([*many, vote("yyyy", 99, session="ES-10", date="2006-12-01")], Choice())


def ideal(**more: Any) -> Scaled:
    points = tuple(
        IdealPoint(code=code, name=code, session=session, point=at, standard_error=0.1,
                   low=at - 0.16, high=at + 0.16, votes=30)
        for session in ("60", "61")
        for code, at in (("USA", -2.0), ("GBR", -1.0), ("CUB", 1.0), ("KEN", 0.98))
    )  # fmt: skip
    told: dict[str, Any] = {
        "asked": "Votes", "bounds": "60 votes", "minimum": 10, "states": (), "session": "61",
        "anchor": None, "bridged": 0, "used": 60, "unanimous": 0, "few": 0,
        "innovation_variance": 0.1, "converged": True, "notes": (), "sessions": ("60", "61"),
        "points": points,
    }  # fmt: skip
    return Scaled(**(told | more))


def shares(places: list[str], empty: list[Empty] | None = None) -> Shares:
    sides = (Side("for & with", "#0072b2", "#ffffff"), Side("against", "#d55e00", "#1a1a1a"))
    parts = [
        part
        for place in places
        for part in (Part(place, "for & with", 0, 0.75, "75"), Part(place, "against", 0.75, 1, ""))
    ]
    return Shares([*places, *(each.place for each in empty or ())], sides, parts, empty or [], "x")


def drawn(given: Shares, *, title: str = "T", numbers: bool = True) -> ET.Element:
    return ET.fromstring(shares_to_svg(given, title, "S", "N", "D", numbers=numbers))


def said_in(tree: ET.Element) -> list[str]:
    return [each.text or "" for each in tree.iter("{http://www.w3.org/2000/svg}text")]


def words_of(svg: str) -> str:
    return re.sub(r"<[^>]*>", " ", svg)


def test_a_picture_is_titled_described_and_the_same_again() -> None:
    chart = lines(POINTS, ["60", "61"], AXES, "Title & more", "Below it, the bounds")
    svg = svg_of(chart, "Title & more", "What it shows <b>")
    assert svg == svg_of(chart, "Title & more", "What it shows <b>")
    assert "<title>Title &amp; more</title><desc>What it shows &lt;b&gt;</desc>" in svg
    assert "Below it, the bounds" in words_of(svg)
    assert "C &lt;i&gt;" in svg
    assert "<script" not in svg
    assert png_of(chart).startswith(PNG)


def test_lines_differ_in_colour_and_in_shape() -> None:
    spec = json.dumps(spec_of(lines(POINTS, ["60", "61"], AXES, "T", "S")))
    assert PALETTE[0] in spec
    assert PALETTE[1] in spec
    assert '"circle", "square"' in spec


def test_squares_have_no_colour_where_there_is_nothing() -> None:
    chart = heat([Square("France", "60", 0.25, 12)], ["France", "Spain"], ["60", "61"],
                 "session", "apart", "T", "S")  # fmt: skip
    svg = svg_of(chart, "T", "D")
    assert "25" in svg
    assert svg.count('aria-roledescription="rect mark"') == 1


def test_codes_stand_in_stacks_each_once() -> None:
    chart = stack([Named("AAA", 0.0), Named("BBB", 0.01, True), Named("CCC", 1.0)], "x", "T", "S")
    words = words_of(svg_of(chart, "T", "D"))
    assert [words.count(code) for code in ("AAA", "BBB", "CCC")] == [1, 1, 1]
    assert png_of(stack([Named("AAA", 0.0)], "x", "T", "S")).startswith(PNG)


def test_labels_have_room() -> None:
    assert some_of(["1", "2", "ES-10"]) == ["1", "2", "ES-10"]
    many = some_of([str(n) for n in range(1, 80)])
    assert many[:3] == ["5", "10", "15"]
    assert len(many) <= 20
    wrapped = titled("word " * 60, "word " * 100, 760)
    assert max(map(len, wrapped["subtitle"])) <= 121
    assert max(map(len, wrapped["text"])) <= 84


def test_every_result_has_its_pictures() -> None:
    found = rows()
    group = cohesion(found, [bloc_of("USA,GBR,FRA,CHN")])
    results = [
        (compare(found, ["USA", "GBR", "FRA"]), None), (compare(found, ["USA", "GBR"]), "kappa"),
        (group, None), (group, APART), (record(found, "USA", ()), None), (ideal(), None),
        (ideal(states=("USA", "CUB")), None), (ideal(states=("USA",)), STRIP),
    ]  # fmt: skip
    for result, which in results:
        picture = draw(result, which)
        assert "recorded votes" in picture.description or "60 votes" in picture.description
        svg = in_form(result, "svg", picture=which).decode()
        assert f"<title>{picture.title}</title>" in svg
        assert in_form(result, "png", picture=which).startswith(PNG)


def test_special_sessions_are_said_to_be_left_out() -> None:
    picture = draw(compare(rows(), ["USA", "GBR"], minimum=1))
    assert "Special sessions are not drawn" in picture.description
    assert "ES-10" not in words_of(svg_of(picture.chart, "T", "D"))


def test_what_cannot_be_drawn_is_said() -> None:
    few = chosen([vote("yyyn")], Choice())
    with pytest.raises(NothingToCount, match="too few votes"):
        draw(compare(few, ["USA", "GBR"]))
    with pytest.raises(NothingToCount, match="too few votes"):
        draw(record(few, "USA", ()))
    many = [bloc_of(f"USA,GBR,FRA,{code}") for code in
            ("CHN", "RUS", "IND", "BRA", "KEN", "JPN", "CUB", "PER", "FJI")]  # fmt: skip
    with pytest.raises(NothingToCount, match="more than 8 lines"):
        draw(cohesion(rows(), many))
    with pytest.raises(NothingToCount, match="of one group"):
        draw(cohesion(rows(), many[:2]), APART)
    with pytest.raises(NothingToCount, match="no State took"):
        draw(ideal(points=()))
    with pytest.raises(NothingToCount, match="too few votes of every session"):
        draw(ideal(points=(), states=("USA",)))


def every_chart() -> list[Spec]:
    squares = [Square("France", "60", 0.25, 12)]
    return [
        lines(POINTS, ["60", "61"], AXES, "T", "S"),
        lines(POINTS, ["60", "61"], Axes("session", "share", middle=0), "T", "S"),
        heat(squares, ["France"], ["60"], "session", "apart", "T", "S"),
        stack([Named("AAA", 0.0), Named("BBB", 0.5, True)], "x", "T", "S"),
    ]


def test_every_chart_is_as_the_schema_of_vega_lite_has_it() -> None:
    schema = files("altair.vegalite.v6.schema").joinpath("vega-lite-schema.json").read_text("utf-8")
    valid = Draft7Validator(json.loads(schema)).is_valid
    assert not valid({**spec_of(every_chart()[0]), "width": "broad"})
    assert all(valid(spec_of(chart)) for chart in every_chart())


def test_bars_of_shares_fill_their_height_and_have_their_numbers() -> None:
    tree = drawn(shares(["2001", "2002"]))
    bars = [each.attrib for each in tree if each.get("fill") in {"#0072b2", "#d55e00"}][:4]
    assert [bar["height"] for bar in bars] == ["225", "75"] * 2
    assert [float(bar["y"]) for bar in bars] == [120, 45] * 2
    assert bars[0]["x"] == bars[1]["x"] != bars[2]["x"]
    assert Counter(said_in(tree))["75"] == 2
    assert "75" not in said_in(drawn(shares(["2001", "2002"]), numbers=False))


def test_what_is_known_to_be_whole_is_an_empty_bar_with_words() -> None:
    tree = drawn(shares(["2001"], [Empty("2002", "by <all>", False), Empty("2003", "?", True)]))
    empty = [each for each in tree if each.get("stroke") == "#8a8a8a"]
    assert [each.get("stroke-dasharray") for each in empty] == [None, "3,3"]
    assert [each.get("height") for each in empty] == ["300", "300"]
    assert "by <all>" in said_in(tree)


def test_labels_of_bars_turn_where_there_is_no_room_and_never_lie_on_each_other() -> None:
    years = [str(year) for year in range(1950, 2040)]
    for count, shown in ((20, 20), (40, 40), (90, 45)):
        tree = drawn(shares(years[:count]), numbers=False)
        labels = [each for each in tree if (each.text or "") in years]
        assert len(labels) == shown
        assert all(("transform" in each.attrib) == (count > 22) for each in labels)
    wide = [f"{year} 60/{year}" for year in years[:20]]
    assert len([each for each in said_in(drawn(shares(wide))) if each in wide]) == 10


def test_a_picture_of_shares_is_as_wide_as_its_title() -> None:
    usual, wider = (
        shares_to_svg(shares(["2001"]), title, "S", "N", "D", numbers=True)
        for title in ("Rights of the child", "SOVEREIGNTY " * 10)
    )
    assert size_of(usual) == (826, 393)
    assert size_of(wider)[0] > 1000
    assert png_of_svg(usual).startswith(PNG)


def panel(columns: list[str], *cells: Cell, name: str = "draft") -> Panel:
    return Panel(name, "2 read", cells, columns)


def grid_of(*panels: Panel, rows: tuple[str, ...] = ("health", "food & <b>")) -> str:
    degrees = {"addressed": "#08306b", "alluded to": "#c6dbef"}
    return grid_to_svg(Grid(panels, rows, degrees, "paragraph"), "T", "S", "N", "D")


def test_squares_stand_at_their_row_and_column_and_every_other_place_is_empty() -> None:
    cells = Cell("food & <b>", "OP2", "addressed"), Cell("health", "OP1", "alluded to")
    tree = ET.fromstring(grid_of(panel(["PP1", "OP1", "OP2"], *cells)))
    squares = [each.attrib for each in tree if each.get("stroke-width") == "0.5"]
    assert [each["fill"] for each in squares] == ["#08306b", "#c6dbef"]
    first, second = ((float(each["x"]), float(each["y"])) for each in squares)
    assert first[0] - second[0] == pytest.approx(760 / 3, abs=0.01)
    assert first[1] - second[1] == 19
    assert {"health", "food & <b>", "PP1", "OP1", "OP2", "paragraph"} <= set(said_in(tree))


def test_panels_stand_one_below_the_other_and_many_columns_name_some() -> None:
    many = [f"OP{n}" for n in range(1, 71)]
    one, both = grid_of(panel(many)), grid_of(panel(many), panel(["OP1"], name="rival"))
    assert [each for each in said_in(ET.fromstring(one)) if each in many] == many[::3]
    assert size_of(both)[1] > size_of(one)[1] + 19 * 2
    assert png_of_svg(both).startswith(PNG)


def test_a_square_of_a_column_that_was_not_named_has_its_place_after_the_others() -> None:
    tree = ET.fromstring(grid_of(panel(["OP1"], Cell("health", "annex", "addressed"))))
    assert [each for each in said_in(tree) if each in {"OP1", "annex"}] == ["OP1", "annex"]


def test_names_of_rows_that_are_too_long_are_cut() -> None:
    names = said_in(ET.fromstring(grid_of(panel(["OP1"]), rows=("W" * 60,))))
    assert [each for each in names if each.startswith("W")] == ["W" * 25 + "…"]
