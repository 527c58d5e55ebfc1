"""A trace as a picture: everything in it, in columns, and whatever a document says is text."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ask.records import commitment_records
from graph.ask.trace import trace
from graph.show.tracing import Trace
from graph.show.tracing_layout import laid_out
from graph.show.words import words
from show.samples import NASTY
from show.test_page import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.store import Store

CLAIM = {"scope": "direct", "confidence": 0.55, "review": "unreviewed"}
PLACE = "plan.pdf, p. 3, line 4, characters 5 to 9"


def made(*steps: tuple[str, str, str, str, str], label: str = "Mend the road") -> networkx.DiGraph:
    """A trace of steps: from, relation, to, label and kind of that."""
    graph = networkx.DiGraph()
    graph.add_node("x:pledge", label=label, kind="Commitment")
    for source, relation, target, text, kind in steps:
        graph.add_node(target, label=text, kind=kind)
        more = CLAIM if relation in ("owned by", "evidenced by") else {}
        graph.add_edge(source, target, relation=relation, **more)
    return graph


def texts(svg: str) -> list[str]:
    return [unescape(one) for one in re.findall(r"<tspan[^>]*>([^<]*)</tspan>", svg)]


def heads(graph: networkx.DiGraph) -> list[tuple[str, int]]:
    """What each box is and the column that it stands in."""
    layout = laid_out(graph, "x:pledge")
    columns = sorted({box.x for box in layout.boxes})
    return [(box.head, columns.index(box.x)) for box in layout.boxes]


STEPS = (
    ("x:pledge", "status", "status:InProgress", "InProgress", "Status"),
    ("x:pledge", "stated in", "x:strategy", "Roads strategy", "Strategy"),
    ("x:pledge", "owned by", "x:steps", "Steps", "Programme"),
    ("x:steps", "part of", "x:home", "The whole", "Programme"),
    ("x:steps", "said in", PLACE, "Steps leads on this", "Particular"),
    ("x:pledge", "came to", "x:outcome", "Rated good", "Outcome"),
    ("x:outcome", "attested by", "name:Inspector", "Inspector", "Organization"),
)


def test_it_reads_from_the_pledge_through_what_was_said_to_the_owner_and_on() -> None:
    assert sorted(heads(made(*STEPS))) == [
        ("Attested by", 2),
        ("Outcome", 1),
        ("Owned now by", 2),
        ("Part of", 3),
        ("Pledge", 0),
        ("Said beside the pledge", 1),
    ]


def test_status_strategy_place_and_confidence_stand_in_the_boxes() -> None:
    said = texts(Trace(made(*STEPS), "x:pledge").svg())
    assert {
        "◐ In progress",
        "Roads strategy",
        "plan.pdf, p. 3, line 4",
        "low confidence 0.55",
    } <= set(said)


@pytest.mark.parametrize("status", words()["statuses"])
def test_a_status_is_a_symbol_a_word_and_a_colour_with_an_edge_that_any_ground_shows(status: str) -> None:
    look = words()["statuses"][status]
    svg = Trace(made(("x:pledge", "status", f"status:{status}", status, "Status")), "x:pledge").svg()
    assert f"{look['symbol']} {look['word']}" in texts(svg)
    assert svg.count(f'fill="{look["light"]}" stroke="currentColor"') == 1
    assert f": {look['word'].lower()}</title>" in svg
    assert svg.count("<rect") == 2


def test_what_was_asked_for_stands_before_the_picture_and_the_tree_as_text() -> None:
    shown = Trace(made(*STEPS), "x:pledge", "<b>Steps</b> is a programme.")
    assert shown._repr_html_().startswith("<p>&lt;b&gt;Steps&lt;/b&gt; is a programme.</p>")
    assert repr(shown).startswith("<b>Steps</b> is a programme.\nMend the road")


def test_boxes_never_overlap_and_lie_within_the_picture() -> None:
    layout = laid_out(made(*STEPS), "x:pledge")
    for number, one in enumerate(layout.boxes):
        assert 0 < one.x < one.x + one.width < layout.width
        assert 0 < one.y < one.y + one.height < layout.height
        for other in layout.boxes[number + 1 :]:
            assert one.x != other.x or one.y + one.height < other.y or other.y + other.height < one.y


def test_a_pledge_that_nothing_is_said_of_is_one_box() -> None:
    assert heads(made()) == [("Pledge", 0)]


def test_programmes_that_are_part_of_each_other_still_have_a_picture() -> None:
    circle = made(
        ("x:pledge", "owned by", "x:a", "A", "Programme"),
        ("x:a", "part of", "x:b", "B", "Programme"),
        ("x:b", "part of", "x:a", "A", "Programme"),
    )
    assert heads(circle) == [("Pledge", 0), ("Owned now by", 1), ("Part of", 2)]


@pytest.mark.parametrize("text", [*NASTY.values(), "nul \x00 \x1b[31m \ufffe", "儿童" * 40, "", "X" * 300])
def test_whatever_a_document_says_is_text(text: str) -> None:
    graph = made(*((one, two, three, text, kind) for one, two, three, _, kind in STEPS[2:]), label=text)
    graph = networkx.relabel_nodes(graph, {PLACE: f"{text}, line 4, characters 5 to 9"})
    html = Trace(graph, "x:pledge")._repr_html_()
    read = Reader(html)
    tags = {tag.strip("/") for tag, _ in read.elements}
    assert tags <= {"div", "svg", "title", "path", "g", "rect", "text", "tspan", "details", "summary", "ul", "li"}
    names = {name for _, attributes in read.elements for name in attributes}
    assert not [name for name in names if name.startswith("on") or name in ("href", "src", "id")]


@given(st.text(max_size=200))
def test_a_picture_is_well_formed_whatever_its_words(text: str) -> None:
    svg = Trace(made(label=text), "x:pledge").svg()
    assert svg.count("<tspan") >= 1
    assert [one for one in svg if ord(one) < 32] == []


def test_a_picture_has_no_id_style_or_script_so_that_two_do_not_clash() -> None:
    html = Trace(made(*STEPS), "x:pledge")._repr_html_()
    assert not re.search(r"\sid=|<style|<script|url\(", html)
    assert html == Trace(made(*STEPS), "x:pledge")._repr_html_()


def nested(html: str) -> Iterable[str]:
    return (unescape(one) for one in re.findall(r"<li>([^<]*)", html))


def test_the_words_below_say_all_that_the_picture_cuts_off(devon: Store) -> None:
    for record in commitment_records(devon)[:60:7]:
        shown: Any = Trace(trace(devon, record["iri"]), record["iri"])
        words = list(nested(shown._repr_html_()))
        assert len(words) == shown._repr_html_().count("</li>") == repr(shown).count("└─") + 1
        for quote in record["evidence"]:
            assert any(f"line {quote['line']}" in one for one in words)
