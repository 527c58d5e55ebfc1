"""What is said around a query: prefixes that it leaves out, and the graphs that it means."""

from __future__ import annotations

import pytest

from graph.ask.explain import with_prefixes
from graph.errors import QueryError
from graph.remote.dataset import graphs_meant
from graph.remote.engines import STANDARD, VIRTUOSO
from graph.remote.record import DEFAULT, Pushed, Sent
from graph.vocabulary import PREFIXES

PUSHED = Pushed({DEFAULT: Sent(1, "a"), "x:one": Sent(1, "b"), "x:two": Sent(1, "c")})
SL = f"PREFIX sl: <{PREFIXES['sl']}> "


@pytest.mark.parametrize(
    ("query", "prefixes"),
    [
        ("ASK { ?c a sl:Commitment }", SL),
        ("PREFIX sl: <x:y>\nASK { ?c a sl:Commitment }", ""),
        ("prefix  sl:<x:y> ASK { ?c a sl:Commitment }", ""),
        ("# PREFIX sl: <x:y>\nASK { ?c a sl:Commitment }", SL),
        ('ASK { ?c ?p "PREFIX sl: sl:a" }', ""),
        ("ASK { ?c a mysl:Commitment }", ""),
        ("ASK { ?sl ?p <sl:x> }", ""),
        ("ASK { ?c a sl:Commitment ; a/sl:x ?y }", SL),
    ],
)
def test_a_prefix_is_declared_where_it_is_used_and_is_not(query: str, prefixes: str) -> None:
    assert with_prefixes(query, end=" ") == prefixes + query


@pytest.mark.parametrize(
    ("query", "default", "named"),
    [
        ("SELECT * { ?s ?p ?o }", True, False),
        ("SELECT * { GRAPH ?g { ?s ?p ?o } }", True, True),
        ("SELECT * { graph <x:one> { ?s ?p ?o } }", True, True),
        ("SELECT * FROM <x:one> { ?s ?p ?o }", False, False),
        ("SELECT *\nfrom named <x:one> { GRAPH ?g { ?s ?p ?o } }", False, False),
        ("SELECT ?from ?graph { ?from ?graph ex:from, ex:graph, from:x, graph:x }", True, False),
        ("SELECT * { ?s ?p 'FROM <x> GRAPH' } # FROM GRAPH", True, False),
        ('SELECT * { ?s <x:FROM#GRAPH> """a " FROM \'GRAPH\'""" }', True, False),
        ("SELECT * { ?s ?p ?o FILTER (?s < ?o) GRAPH ?g { ?o > ?s } }", True, True),
    ],
)
def test_the_graphs_are_those_of_the_push_unless_the_query_chooses(query: str, default: bool, named: bool) -> None:
    meant = graphs_meant(query, PUSHED, STANDARD)
    assert meant.get("default-graph-uri") == (DEFAULT if default else None)
    assert meant.get("named-graph-uri") == (["x:one", "x:two"] if named else None)


def test_a_server_that_nothing_was_pushed_to_has_graphs_of_its_own() -> None:
    assert graphs_meant("SELECT * { GRAPH ?g { ?s ?p ?o } }", None, STANDARD) == {}


def test_more_graphs_than_an_engine_can_be_told_are_not_told() -> None:
    many = Pushed({f"x:{number}": Sent(1, "a") for number in range(VIRTUOSO.named_graphs + 1)})
    assert "named-graph-uri" not in graphs_meant("ASK { GRAPH ?g { ?s ?p ?o } }", many, VIRTUOSO)
    assert "named-graph-uri" in graphs_meant("ASK { GRAPH ?g { ?s ?p ?o } }", many, STANDARD)


def test_where_an_engine_would_see_none_of_so_many_graphs_the_query_is_refused() -> None:
    many = Pushed({f"x:{number}": Sent(1, "a") for number in range(STANDARD.named_graphs + 1)})
    with pytest.raises(QueryError, match="FROM NAMED"):
        graphs_meant("ASK { GRAPH ?g { ?s ?p ?o } }", many, STANDARD)
    assert "named-graph-uri" not in graphs_meant("ASK { ?s ?p ?o }", many, STANDARD)
