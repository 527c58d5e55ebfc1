"""The graph that the page draws: what is a node, what is an edge, and where everything stands in either layout."""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

from graph.show.graphpage.cards import wrap
from graph.show.graphpage.layout_free import MARK
from graph.show.graphpage.network import drawn, network
from graph.show.words import words
from show.samples import NASTY, STRATEGY, Record, devon, few, nasty, owner, pledge, quote

if TYPE_CHECKING:
    from graph.show.graphpage.drawing import Drawing


def by_text(drawing: Drawing, text: str) -> dict[str, Any]:
    return next(node for node in drawing.nodes if node["text"] == text)


def lines(drawing: Drawing, relation: str) -> list[tuple[str, str]]:
    """The texts at both ends of each line of one relation."""
    ends = [(edge["from"], edge["to"]) for edge in drawing.edges if edge["relation"] == relation]
    return [(drawing.nodes[start]["text"], drawing.nodes[end]["text"]) for start, end in ends]


def paying(**more: Any) -> Record:
    return {**pledge("Pay carers", ["Money"], quote("Pay carers", 0, 1)), **more}


def evidence(text: str, start: int, scope: str = "direct", **more: Any) -> Record:
    claim = {"scope": scope, "confidence": 0.9, "review": "accepted", "attestation": "SelfReported"}
    return {**quote(text, start, 3), **claim, **more}


def test_every_record_is_a_node_of_its_class_once() -> None:
    commitments, unanswered = devon()
    drawing = drawn(commitments, unanswered)
    quotes = {(q["document"], q["start"]) for c in commitments for q in c["evidence"]}
    assert Counter(node["group"] for node in drawing.nodes) == {
        "Commitment": 57,
        "Theme": 12,
        "ProgressStatement": len(quotes) + len(unanswered),
        "Programme": 7,
        "Organisation": 3,
        "Outcome": 3,
    }
    assert len({node["id"] for node in drawing.nodes}) == len(drawing.nodes)


def test_each_text_stands_once() -> None:
    written = json.dumps([drawn(*devon()).nodes, drawn(*devon()).quotes, drawn(*devon()).edges])
    for commitment in devon()[0]:
        for said in commitment["evidence"]:
            assert written.count(json.dumps(said["text"])) == 1


def test_keys_that_say_nothing_are_left_out() -> None:
    for node in drawn(*nasty()).nodes + drawn(*devon()).nodes:
        assert not [key for key, value in node.items() if value is None or value in ("", [])]
    assert "label" not in by_text(drawn([paying()], []), "Pay carers"), "it is the text"


def test_pyvis_is_given_what_is_drawn() -> None:
    drawing = drawn(*devon())
    made = network(drawing)
    assert (made.nodes, made.edges) == (drawing.nodes, drawing.edges)
    assert made.node_ids == [node["id"] for node in drawing.nodes]
    assert made.get_node(made.node_ids[3]) == drawing.nodes[3]
    assert json.loads(made.get_network_data()[5])["physics"] == {"enabled": False}


def test_every_class_has_a_shape_and_a_colour_of_its_own() -> None:
    looks = [words()["classes"][group] for group in {node["group"] for node in drawn(*devon()).nodes}]
    assert len({look["shape"] for look in looks}) == len(looks) == 6
    for scheme in ("light", "dark"):
        assert len({look[scheme] for look in looks}) == 6


def test_links_are_edges() -> None:
    drawing = drawn(*devon())
    away = "Reduce the number of children living outside Devon."
    assert ("Steps", "A Place Called Home") in lines(drawing, "partOf")
    assert (away, "Steps") in lines(drawing, "ownedBy")
    assert (away, "Finding a place called home › Residential Children’s Homes") in lines(drawing, "theme")
    atkinson = "The Atkinson Unit has been Ofsted rated outstanding and support for the unit has been recommissioned"
    assert (atkinson, "rated outstanding") in lines(drawing, "reports")
    assert {edge["relation"] for edge in drawing.edges} == set(words()["relations"]) - {"continues"}


def test_a_line_says_how_sure_it_is_and_which_sentence_says_so() -> None:
    said = evidence("Steps pays carers", 50)
    cell = {**quote("Head of Steps", 12, 1), "page": 4}
    named = {**owner("Steps", "direct", said), "evidence": [said, cell]}
    drawing = drawn([paying(evidence=[said], owners=[named])], [])
    edges = {edge["relation"]: edge for edge in drawing.edges}
    assert edges["evidencedBy"] | {"scope": "direct", "confidence": 0.9, "review": "accepted"} == edges["evidencedBy"]
    assert edges["ownedBy"]["justification"] == "semapv:LexicalMatching"
    statement = drawing.nodes.index(by_text(drawing, "Steps pays carers"))
    assert edges["ownedBy"]["said"] == [statement, {"quote": 0}]
    assert drawing.quotes == [{"text": "Head of Steps", "document": 0, "line": 1, "page": 4}]
    assert drawing.documents.values() == [{"file": "sufficiency-review.txt"}]


def test_of_two_claims_of_one_thing_the_surer_counts() -> None:
    said = evidence("Steps pays carers", 50, "all", confidence=0.6)
    drawing = drawn([paying(evidence=[said, {**said, "scope": "direct", "confidence": 0.8}, said])], [])
    [edge] = [edge for edge in drawing.edges if edge["relation"] == "evidencedBy"]
    assert (edge["scope"], edge["confidence"]) == ("direct", 0.8)


def test_a_rejected_link_is_not_drawn() -> None:
    rejected = {**owner("Steps", "direct", quote("Steps pays", 50, 3)), "review": "rejected"}
    drawing = drawn([paying(owners=[rejected])], [])
    assert [edge["relation"] for edge in drawing.edges] == ["theme"]
    assert "note" not in by_text(drawing, "Pay carers")


def test_a_pledge_says_its_status_where_it_stands_and_what_is_said_beside_it() -> None:
    made = paying(timescale="by **May**", measure="200 visits")
    made["status"] |= {"value": "Achieved", "stated": "DONE"}
    node = by_text(drawn([made], []), "Pay carers")
    expected = {"status": "Achieved", "stated": "DONE", "as_of": "2024", "sure": 0.9, "strategy": 0, "document": 0}
    expected |= {"line": 1, "timescale": "by May", "measure": "200 visits", "strength": "Firm"}
    assert node | expected == node
    assert "page" not in node
    assert "history" not in node, "it says no more than the status"


def test_a_history_is_told_where_it_says_more_than_the_status() -> None:
    past = {"status": "InProgress", "as_of": "2023", "stated": None, "document": "a.txt", "confidence": 0.8}
    two = by_text(drawn([paying(history=[past, {**past, "document": "b.txt"}])], []), "Pay carers")
    assert [one["document"] for one in two["history"]] == [1, 2]
    assert two["history"][0] == {"status": "InProgress", "as_of": "2023", "document": 1, "confidence": 0.8}
    agreed = by_text(drawn([paying(history=[{**past, "status": "NotAssessed"}])], []), "Pay carers")
    assert agreed["history"], "a document was read, and says nothing of it"


def test_a_chain_of_parents_goes_upwards_and_finds_a_parent_that_is_itself_an_owner() -> None:
    said = quote("Steps pays", 50, 3)
    steps = owner("Steps", "direct", said, ["A Place Called Home", "The Council Plan"])
    drawing = drawn([paying(owners=[steps, owner("A Place Called Home", "direct", said)])], [])
    assert lines(drawing, "partOf") == [("Steps", "A Place Called Home"), ("A Place Called Home", "The Council Plan")]


def test_a_programme_with_two_parents_has_a_line_to_each() -> None:
    steps = owner("Steps", "direct", quote("Steps pays", 50, 3), ["A Place Called Home"])
    steps["chain"].append({**steps["chain"][0], "whole": "urn:board", "name": "The Board", "kind": "Organization"})
    drawing = drawn([paying(owners=[steps])], [])
    assert lines(drawing, "partOf") == [("Steps", "A Place Called Home"), ("Steps", "The Board")]
    assert by_text(drawing, "Steps")["note"] == "Part of A Place Called…"
    assert by_text(drawing, "The Board")["group"] == "Organisation"


def test_a_board_that_owns_a_pledge_is_an_organisation() -> None:
    board = {**owner("Harbour Board", "direct", quote("The board pays", 50, 3)), "kind": "Organization"}
    assert by_text(drawn([paying(owners=[board])], []), "Harbour Board")["group"] == "Organisation"


def test_the_number_of_a_pledge_stands_on_its_card() -> None:
    assert by_text(drawn([paying(reference="1.2")], []), "1.2 Pay carers")["group"] == "Commitment"


def two_generations() -> list[Any]:
    """A pledge of an older strategy, and one of a newer that continues it."""
    older = pledge("Pay carers", ["Money"], quote("Pay carers", 0, 1, "old.txt"))
    older["strategy"] = {"iri": "urn:old", "title": "A plan", "start": "2016", "end": "2019"}
    newer = pledge("Pay all carers", ["Money"], quote("Pay all carers", 0, 1, "new.txt"))
    newer["lineage"] = [
        {"relation": "continues", "iri": older["iri"], "text": "Pay carers", "strategy": "A plan", "confidence": 0.8}
    ]
    older["lineage"] = [
        {"relation": "continuedBy", "iri": newer["iri"], "text": "Pay all carers", "strategy": "", "confidence": 0.8}
    ]
    return [older, newer]


def test_a_pledge_is_joined_to_the_older_one_that_it_continues_once() -> None:
    drawing = drawn(two_generations(), [])
    assert lines(drawing, "continues") == [("Pay all carers", "Pay carers")]
    assert [edge["confidence"] for edge in drawing.edges if edge["relation"] == "continues"] == [0.8]
    assert not [node for node in drawing.nodes if "elsewhere" in node]


def test_an_older_pledge_that_is_not_drawn_is_told_in_words() -> None:
    drawing = drawn(two_generations()[1:], [])
    assert lines(drawing, "continues") == []
    elsewhere = {"relation": "continues", "text": "Pay carers", "strategy": "A plan", "confidence": 0.8}
    assert by_text(drawing, "Pay all carers")["elsewhere"] == [elsewhere]


def test_the_newest_strategy_stands_first_and_one_without_a_year_last() -> None:
    undated = paying(iri="urn:x", strategy={"iri": "urn:none", "title": "A", "start": None, "end": None})
    drawing = drawn([undated, *two_generations()], [])
    assert [one["iri"] for one in drawing.strategies] == [STRATEGY["iri"], "urn:old", "urn:none"]
    assert drawing.strategies[2] == {"iri": "urn:none", "title": "A"}
    pledges = [node for node in drawing.nodes if node["group"] == "Commitment"]
    assert [node["strategy"] for node in sorted(pledges, key=lambda node: node["y"])] == [0, 1, 2]


def test_themes_of_one_name_in_two_strategies_are_told_apart() -> None:
    themes = [node["text"] for node in drawn(two_generations(), []).nodes if node["group"] == "Theme"]
    assert themes == [f"Money ({STRATEGY['title']})", "Money (A plan)"]
    assert by_text(drawn(*devon()), "Stepping forward › Staying put")["group"] == "Theme"


def test_a_theme_knows_the_wider_one_that_is_drawn_too() -> None:
    within = pledge("Pay on time", ["Money", "Dates", "Days"], quote("Pay on time", 90, 2))
    drawing = drawn([within, paying()], [])
    narrow, wide = by_text(drawing, "Money › Dates › Days"), by_text(drawing, "Money")
    assert drawing.nodes[narrow["above"]] is wide
    assert "above" not in wide


def test_an_outcome_hangs_on_the_statement_whose_words_hold_it() -> None:
    outcomes = [
        {"iri": "urn:rose", "text": "rose by 5%", "attested_by": None},
        {"iri": "urn:other", "text": "carers stay longer", "attested_by": "Ofsted"},
    ]
    said = [evidence("Carers are paid", 50), evidence("Pay rose by 5%", 90)]
    drawing = drawn([paying(evidence=said, outcomes=outcomes)], [])
    assert set(lines(drawing, "reports")) == {("Pay rose by 5%", "rose by 5%"), ("Pay carers", "carers stay longer")}
    assert by_text(drawing, "carers stay longer")["by"] == "Ofsted"


def test_an_unanswering_statement_stands_in_the_section_it_follows() -> None:
    commitments, unanswered = devon()
    drawing = drawn(commitments, unanswered)
    node = by_text(drawing, unanswered[0]["quote"]["text"])
    assert drawing.nodes[node["band"]]["text"] == f"Promoting stability › {commitments[31]['theme'][1]}"
    assert node["note"] == "Answers no pledge"
    assert "band" not in by_text(drawn([], unanswered), unanswered[0]["quote"]["text"])


def test_inline_markup_is_no_part_of_what_is_read() -> None:
    made = paying(text="Open **a hub**", evidence=[evidence("It [is open](address).", 50)])
    texts = {node["text"] for node in drawn([made], []).nodes}
    assert {"Open a hub", "It is open."} <= texts


@pytest.mark.parametrize("records", [devon, nasty, two_generations])
def test_no_two_cards_overlap(records: Any) -> None:
    made = records()
    columns: dict[float, list[tuple[float, float]]] = {}
    for node in drawn(*(made if isinstance(made, tuple) else (made, []))).nodes:
        column = 0 if node["group"] == "Commitment" else node["x"]
        extent = (node["y"] - node["height"] / 2, node["y"] + node["height"] / 2)
        for x in (0, 467) if node["group"] == "Theme" else (column,):
            columns.setdefault(x, []).append(extent)
    for column in columns.values():
        assert all(a[1] <= b[0] or b[1] <= a[0] for a, b in combinations(column, 2))


def air(one: dict[str, Any], other: dict[str, Any]) -> float:
    """How far two marks of the free layout are apart."""
    return math.dist(one["free"], other["free"]) - (MARK[one["group"]] + MARK[other["group"]]) / 2


@pytest.mark.parametrize("records", [devon, few, nasty])
def test_no_two_marks_overlap_when_a_reader_explores_freely(records: Any) -> None:
    assert all(air(*pair) >= 6 for pair in combinations(drawn(*records()).nodes, 2))


def test_the_marks_of_a_theme_stand_in_its_disc_and_no_other_theme_reaches_into_it() -> None:
    drawing = drawn(*devon())
    themes = [node for node in drawing.nodes if node["group"] == "Theme"]
    for one, other in combinations(themes, 2):
        assert math.dist(one["free"], other["free"]) >= one["radius"] + other["radius"]
    for node in drawing.nodes:
        if "band" in node:
            theme = drawing.nodes[node["band"]]
            assert math.dist(node["free"], theme["free"]) < theme["radius"]


def test_what_several_themes_share_stands_in_their_midst() -> None:
    drawing = drawn(*devon())
    steps, home = by_text(drawing, "Steps"), by_text(drawing, "A Place Called Home")
    themes = [node for node in drawing.nodes if node["group"] == "Theme"]
    middle = [sum(theme["free"][axis] for theme in themes) / len(themes) for axis in (0, 1)]
    for shared in (steps, home):
        assert all(math.dist(shared["free"], middle) < math.dist(theme["free"], middle) for theme in themes)


def test_places_are_whole_numbers() -> None:
    for node in drawn(*nasty()).nodes:
        assert all(type(value) is int for value in (node["x"], node["y"], *node["free"]))


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_a_label_fits_its_card_and_holds_no_control_characters(text: str) -> None:
    made = wrap(text, 33, 3)
    assert len(made) <= 3
    assert all(0 < len(line) <= 33 for line in made)
    assert not set("".join(made)) & set("\u202e\u2066\u2028\u2029\n\t")


def test_nothing_gives_an_empty_graph() -> None:
    drawing = drawn([], [])
    assert (drawing.nodes, drawing.edges, drawing.quotes) == ([], [], [])


def test_ten_times_the_pledges_take_about_ten_times_the_steps() -> None:
    def steps(copies: int) -> int:
        """How many functions are called."""
        commitments = [
            {**record, "iri": f"{record['iri']}/{number}", "theme": [*record["theme"], str(number)]}
            for number in range(copies)
            for record in devon()[0]
        ]
        calls = Counter[str]()
        sys.setprofile(lambda _frame, event, _argument: calls.update([event]))
        try:
            drawn(commitments, [])
        finally:
            sys.setprofile(None)
        return calls["call"] + calls["c_call"]

    steps(1)
    assert steps(20) < 13 * steps(2)
