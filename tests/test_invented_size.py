"""The bodies that stores of any size are made of: the same each time, and sound as those that are read."""

from __future__ import annotations

from itertools import islice

from benchmarks.bodies import bodies
from benchmarks.size import Making
from benchmarks.virtuoso import Virtuoso
from graph.ask.queries import named_queries
from graph.triples import graph_quads


def test_the_same_number_makes_the_same_body() -> None:
    first, second = (list(islice(bodies(), 2)) for _ in range(2))
    assert first == second
    assert first[0] != first[1]


def test_every_quote_stands_in_its_document() -> None:
    [body] = islice(bodies(), 1)
    texts = {one.iri: one.text for one in body.documents}
    quotes = [quote for section in body.sections for quote in section.quotes]
    assert len(quotes) > 200
    assert all(texts[one.document][one.start : one.end] == one.text for one in quotes)


def test_bodies_share_nothing_so_that_their_triples_add_up() -> None:
    first, second = ({quad.subject for quad in graph_quads(one)} for one in islice(bodies(), 2))
    assert not first & second


def test_a_store_grows_until_it_holds_enough() -> None:
    making = Making(20_000)
    quads = set(making.quads())
    assert sum(str(one.graph_name) == "DEFAULT" for one in quads) == making.counts["triples"] >= 20_000
    assert making.counts["triples"] / making.counts["commitments"] > 25


def test_a_query_is_counted_without_its_order() -> None:
    for query in named_queries():
        counting = Virtuoso.counting(query.text)
        assert "ORDER BY" not in counting
        assert counting.count("SELECT") == query.text.count("SELECT") + 1
