"""What is part of what, with several parents, and with names that are part of themselves."""

from __future__ import annotations

from graph.ask.tree import Tree
from graph.vocabulary import ORG, SL


def tree(*pairs: tuple[str, str]) -> Tree:
    """A tree of parts and wholes, each labelled with its own letter."""
    names = sorted({name for pair in pairs for name in pair})
    labels = [{"iri": name, "label": name.upper(), "class": SL + "Programme"} for name in names]
    return Tree([*labels, *({"iri": part, "label": part.upper(), "parent": whole} for part, whole in pairs)])


def test_the_way_up_is_told_to_its_end_before_the_next() -> None:
    assert tree(("a", "b"), ("b", "c"), ("a", "d")).steps("a") == [("a", "b"), ("b", "c"), ("a", "d")]


def test_all_above_are_told_the_nearest_first() -> None:
    assert tree(("a", "b"), ("b", "c"), ("a", "d")).above("a") == ["B", "D", "C"]


def test_two_ways_that_meet_are_told_once() -> None:
    diamond = tree(("a", "b"), ("a", "c"), ("b", "d"), ("c", "d"), ("d", "e"))
    assert diamond.steps("a") == [("a", "b"), ("b", "d"), ("d", "e"), ("a", "c"), ("c", "d")]
    assert diamond.above("a") == ["B", "C", "D", "E"]


def test_a_deep_net_of_parents_takes_no_longer_than_its_lines() -> None:
    levels = [(f"{level}{side}", f"{level + 1}{other}") for level in range(60) for side in "ab" for other in "ab"]
    assert len(tree(*levels).steps("0a")) == len(levels) - 2


def test_what_is_part_of_itself_comes_to_an_end() -> None:
    assert tree(("a", "b"), ("b", "a")).steps("a") == [("a", "b"), ("b", "a")]


def test_a_thing_is_called_what_it_is() -> None:
    rows = [
        {"iri": "board", "label": "Board", "class": ORG + "Organization"},
        {"iri": "plan", "label": "Plan", "class": SL + "Programme"},
        {"iri": "both", "label": "Both", "class": SL + "Programme"},
        {"iri": "both", "label": "Both", "class": ORG + "Organization"},
    ]
    kinds = {name: Tree(rows).kind(name) for name in ("board", "plan", "both", "unknown")}
    assert kinds == {"board": "Organization", "plan": "Programme", "both": "Programme", "unknown": "Programme"}
    assert Tree(rows).label("https://example.org/id/steps") == "steps"
