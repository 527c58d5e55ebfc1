"""The graph that the page draws: what is a node, what is an edge, and where the cards stand."""

from __future__ import annotations

import json
import time
from collections import Counter
from itertools import combinations
from typing import Any

import pytest

from graph.show.graphpage.cards import wrap
from graph.show.graphpage.network import network
from graph.show.words import words
from show.samples import BASE, NASTY, STRATEGY, devon, nasty, owner, pledge, quote


def by_text(nodes: list[dict[str, Any]], text: str) -> dict[str, Any]:
    return next(node for node in nodes if node["text"] == text)


def test_every_record_is_a_node_of_its_class_once() -> None:
    commitments, unanswered = devon()
    drawn = network(commitments, unanswered)
    quotes = {(q["document"], q["start"]) for c in commitments for q in c["evidence"]}
    assert Counter(node["group"] for node in drawn.nodes) == {
        "Commitment": 57,
        "Theme": 12,
        "ProgressStatement": len(quotes) + len(unanswered),
        "Programme": 7,
        "Organisation": 3,
        "Outcome": 3,
    }
    assert drawn.node_ids == [node["id"] for node in drawn.nodes]
    assert len(set(drawn.node_ids)) == len(drawn.node_ids)


def test_every_class_has_a_shape_and_a_colour_of_its_own() -> None:
    nodes = network(*devon()).nodes
    assert len({(node["group"], node["shape"], node["color"]) for node in nodes}) == 6
    assert len({node["shape"] for node in nodes}) == len({node["color"] for node in nodes}) == 6
    for scheme in ("light", "dark"):
        assert len({look[scheme] for look in words()["classes"].values()}) == 6


def test_links_are_edges() -> None:
    drawn = network(*devon())
    texts = {node["id"]: node["text"] for node in drawn.nodes}
    edges = {(texts[e["from"]], e["relation"], texts[e["to"]]) for e in drawn.edges}
    away = "Reduce the number of children living outside Devon."
    assert ("Steps", "partOf", "A Place Called Home") in edges
    assert (away, "ownedBy", "Steps") in edges
    assert (away, "theme", "Finding a place called home › Residential Children’s Homes") in edges
    atkinson = "The Atkinson Unit has been Ofsted rated outstanding and support for the unit has been recommissioned"
    assert (atkinson, "reports", "rated outstanding") in edges
    assert {e["relation"] for e in drawn.edges} == set(words()["relations"]) - {"continues"}


def test_a_rejected_link_is_not_drawn() -> None:
    made = pledge("Pay carers", ["Money"], quote("Pay carers", 0, 1))
    made["owners"] = [{**owner("Steps", "direct", quote("Steps pays", 50, 3)), "review": "rejected"}]
    drawn = network([made], [])
    assert [edge["relation"] for edge in drawn.edges] == ["theme"]
    assert by_text(drawn.nodes, "Pay carers")["note"] == ""


def test_a_chain_of_parents_goes_upwards_and_finds_a_parent_that_is_itself_an_owner() -> None:
    made = pledge("Pay carers", ["Money"], quote("Pay carers", 0, 1))
    evidence = quote("Steps pays", 50, 3)
    made["owners"] = [
        owner("Steps", "direct", evidence, ["A Place Called Home", "The Council Plan"]),
        owner("A Place Called Home", "direct", evidence),
    ]
    edges = [(e["from"], e["to"]) for e in network([made], []).edges if e["relation"] == "partOf"]
    home = f"{BASE}programme/a-place-called-home"
    assert edges == [(f"{BASE}programme/steps", home), (home, f"{BASE}programme/the-council-plan")]


def test_a_programme_with_two_parents_has_a_line_to_each() -> None:
    made = pledge("Pay carers", ["Money"], quote("Pay carers", 0, 1))
    steps = owner("Steps", "direct", quote("Steps pays", 50, 3), ["A Place Called Home"])
    steps["chain"].append({**steps["chain"][0], "whole": "urn:board", "name": "The Board", "kind": "Organization"})
    made["owners"] = [steps]
    drawn = network([made], [])
    edges = [(e["from"], e["to"]) for e in drawn.edges if e["relation"] == "partOf"]
    assert edges == [(steps["iri"], f"{BASE}programme/a-place-called-home"), (steps["iri"], "urn:board")]
    assert by_text(drawn.nodes, "Steps")["note"] == "Part of A Place Called…"
    assert by_text(drawn.nodes, "The Board")["group"] == "Organisation"


def test_a_board_that_owns_a_pledge_is_an_organisation() -> None:
    made = pledge("Pay carers", ["Money"], quote("Pay carers", 0, 1))
    made["owners"] = [{**owner("Harbour Board", "direct", quote("The board pays", 50, 3)), "kind": "Organization"}]
    node = by_text(network([made], []).nodes, "Harbour Board")
    assert (node["group"], node["shape"]) == ("Organisation", "ellipse")


def test_the_number_of_a_pledge_stands_on_its_card() -> None:
    made = {**pledge("Pay carers", ["Money"], quote("Pay carers", 0, 1)), "reference": "1.2"}
    assert by_text(network([made], []).nodes, "1.2 Pay carers")["label"] == "1.2 Pay carers"


def two_generations() -> list[Any]:
    """A pledge of a newer strategy that continues one of an older."""
    older = pledge("Pay carers", ["Money"], quote("Pay carers", 0, 1, "old.txt"))
    older["strategy"] = {**STRATEGY, "iri": "urn:old", "title": "Old plan"}
    newer = pledge("Pay all carers", ["Money"], quote("Pay all carers", 0, 1, "new.txt"))
    lineage = {"text": "", "strategy": "", "confidence": 0.8}
    newer["lineage"] = [{"relation": "continues", "iri": older["iri"], **lineage}]
    older["lineage"] = [{"relation": "continuedBy", "iri": newer["iri"], **lineage}]
    return [newer, older]


def test_a_pledge_is_joined_to_the_older_one_that_it_continues_once() -> None:
    newer, older = two_generations()
    lines = [e for e in network([newer, older], []).edges if e["relation"] == "continues"]
    assert [(e["from"], e["to"]) for e in lines] == [(newer["iri"], older["iri"])]
    alone = network([newer], []).edges
    assert [e for e in alone if e["relation"] == "continues"] == [], "the older one is not drawn"


def test_themes_of_one_name_in_two_strategies_are_told_apart() -> None:
    themes = [node["text"] for node in network(two_generations(), []).nodes if node["group"] == "Theme"]
    assert themes == [f"{STRATEGY['title']}: Money", "Old plan: Money"]
    assert by_text(network(devon()[0], []).nodes, "Stepping forward › Staying put")["group"] == "Theme"


def test_an_outcome_hangs_on_the_statement_whose_words_hold_it() -> None:
    made = pledge("Pay carers", ["Money"], quote("Pay carers", 0, 1))
    made["evidence"] = [
        {
            **quote(text, start, 3),
            "scope": "direct",
            "confidence": 1,
            "review": "accepted",
            "attestation": "x",
        }
        for text, start in (("Carers are paid", 50), ("Pay rose by 5%", 90))
    ]
    made["outcomes"] = [
        {"iri": "urn:rose", "text": "rose by 5%", "attested_by": None},
        {"iri": "urn:other", "text": "carers stay longer", "attested_by": "Ofsted"},
    ]
    reports = {e["to"]: e["from"] for e in network([made], []).edges if e["relation"] == "reports"}
    assert reports["urn:rose"].endswith(":90")
    assert reports["urn:other"] == made["iri"]


def test_an_unanswering_statement_stands_in_the_section_it_follows() -> None:
    commitments, unanswered = devon()
    node = by_text(network(commitments, unanswered).nodes, unanswered[0]["quote"]["text"])
    assert node["band"] == f"theme:{STRATEGY['iri']}/Promoting stability/" + commitments[31]["theme"][1]
    assert node["note"] == "Answers no pledge"


@pytest.mark.parametrize("records", [devon, nasty])
def test_no_two_cards_overlap(records: Any) -> None:
    columns: dict[float, list[tuple[float, float]]] = {}
    for node in network(*records()).nodes:
        column = 0 if node["group"] == "Commitment" else node["x"]
        extent = (node["y"] - node["height"] / 2, node["y"] + node["height"] / 2)
        for x in (0, 467.0) if node["group"] == "Theme" else (column,):
            columns.setdefault(x, []).append(extent)
    for column in columns.values():
        assert all(a[1] <= b[0] or b[1] <= a[0] for a, b in combinations(column, 2))


def test_nothing_is_left_to_physics() -> None:
    drawn = network(*devon())
    assert json.loads(drawn.get_network_data()[5])["physics"] == {"enabled": False}
    assert all(node["fixed"] for node in drawn.nodes)


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_a_label_fits_its_card_and_holds_no_control_characters(text: str) -> None:
    lines = wrap(text, 33, 3)
    assert len(lines) <= 3
    assert all(0 < len(line) <= 33 for line in lines)
    assert not set("".join(lines)) & set("\u202e\u2066\u2028\u2029\n\t")


def test_nothing_gives_an_empty_graph() -> None:
    drawn = network([], [])
    assert (drawn.nodes, drawn.edges) == ([], [])


def test_ten_times_the_pledges_take_about_ten_times_as_long() -> None:
    def seconds(copies: int) -> float:
        commitments = [
            {**record, "iri": f"{record['iri']}/{number}", "theme": [*record["theme"], str(number)]}
            for number in range(copies)
            for record in devon()[0]
        ]
        began = time.perf_counter()
        network(commitments, [])
        return time.perf_counter() - began

    seconds(1)
    assert seconds(40) < 30 * max(seconds(4), 0.005)
