"""What is written of pledges with columns, of aims, of several reports and of two generations."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pyoxigraph
import pytest
from ask.samples import AIM, DREDGE, HOME, NEW, NEW_PLAN, OLD, OLD_STOP, PAINT, STOP, WALL, brackwater, publish_graph

from graph.identifiers import Iri
from graph.model import Theme
from graph.rdf.context import theme_quads
from graph.triples import decisions_graph, graph_quads, link_iri, vocabulary_graph
from graph.validate import validate
from graph.vocabulary import SKOS, SL

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return publish_graph(brackwater(), tmp_path_factory.mktemp("brackwater") / "store")


def values(store: Store, query: str) -> set[tuple[str, ...]]:
    """The rows of a query, each term as its text without the namespace."""
    rows = store.select(query)
    return {tuple(str(term.value).removeprefix(SL).removeprefix(HOME) for term in row.values()) for row in rows}


def test_it_conforms_to_the_shapes_and_quotes_what_stands_there(store: Store) -> None:
    assert validate(store.folder) == []


def test_what_stands_beside_a_pledge_is_quoted_with_its_role(store: Store) -> None:
    query = f"""SELECT ?role ?text ?start {{ <{STOP.iri}> sl:particular ?p . ?p a sl:Particular ; sl:role ?role ;
      sl:text ?text ; oa:hasSource <{HOME}new-plan> ; oa:hasSelector/oa:start ?start }}"""
    found = {role: (text, int(start)) for role, text, start in values(store, query)}
    assert {role: text for role, (text, _) in found.items()} == {
        "Owner": "Head of Estates; Legal",
        "Partner": "Harbour Trust",
        "Timescale": "March 2024",
        "Measure": "200 trips",
    }
    assert all(NEW_PLAN[start:].startswith(text) for text, start in found.values())


def test_timescale_measure_reference_and_strength_stand_on_the_pledge_in_short(store: Store) -> None:
    short = "sl:timescale ?t ; sl:measure ?m ; sl:reference ?r ; sl:strength ?s"
    assert values(store, f"SELECT ?t ?m ?r ?s {{ <{STOP.iri}> {short} }}") == {
        ("March 2024", "200 trips", "1.1", "Firm")
    }
    assert values(store, f"SELECT * {{ <{PAINT.iri}> sl:strength ?s }}") == {("Intention",)}
    assert values(store, "SELECT ?c { ?c sl:timescale ?t }") == {(STOP.iri.removeprefix(HOME),)}


def test_an_owner_in_a_column_rests_on_the_cell_and_is_no_lexical_match(store: Store) -> None:
    query = f"""SELECT ?object ?rule ?by ?why {{ ?link sl:subject <{STOP.iri}> ; sl:relation sl:ownedBy ;
      sl:object ?object ; sl:rule ?rule ; prov:wasDerivedFrom/sl:text ?by ; sl:justification ?why }}"""
    structural = "https://w3id.org/semapv/vocab/StructuralMatching"
    assert values(store, query) == {
        ("estates", "OwnerStated", "Head of Estates; Legal", structural),
        ("legal", "OwnerStated", "Head of Estates; Legal", structural),
    }
    assert values(store, f"SELECT ?o {{ <{STOP.iri}> sl:ownedBy ?o }}") == {("estates",), ("legal",)}


def test_a_link_stands_in_the_graph_of_the_document_that_it_rests_on(store: Store) -> None:
    query = "SELECT DISTINCT ?relation ?g { GRAPH ?g { ?l a sl:Link ; sl:relation ?relation } }"
    assert values(store, query) == {
        ("evidencedBy", "tracker-2023"),
        ("evidencedBy", "report-2024"),
        ("ownedBy", "new-plan"),
        ("ownedBy", "report-2024"),
        ("involves", "new-plan"),
        ("continues", "new-plan"),
    }


def test_no_triple_stands_in_two_named_graphs(store: Store) -> None:
    named = [quad for quad in store.graph if isinstance(quad.graph_name, pyoxigraph.NamedNode)]
    assert [triple for triple, count in Counter(str(quad.triple) for quad in named).items() if count > 1] == []


def test_a_statement_and_an_assessment_have_the_status_word_of_the_document(store: Store) -> None:
    assert {word for (word,) in values(store, "SELECT ?w { ?s a sl:ProgressStatement ; sl:statedStatus ?w }")} == {
        "Amber",
        "Red",
        "Accepted",
        "**DONE**",
    }
    query = f"""SELECT ?w ?of {{ GRAPH ?g {{ ?a sl:assesses <{STOP.iri}> ; sl:statedStatus ?w ;
      prov:wasDerivedFrom ?of }} }}"""
    assert values(store, query) == {("Amber", "tracker-2023"), ("**DONE**", "report-2024")}


def test_every_assessment_is_kept_and_the_latest_gives_the_status(store: Store) -> None:
    assert values(store, f"SELECT ?s {{ <{DREDGE.iri}> sl:status ?s }}") == {("InProgress",)}
    query = f"SELECT ?s ?d {{ GRAPH ?g {{ ?a sl:assesses <{DREDGE.iri}> ; sl:status ?s ; sl:asOf ?d }} }}"
    assert values(store, query) == {("Outstanding", "2023"), ("InProgress", "2024-06-30")}


def test_to_count_statuses_takes_no_more_than_the_property(store: Store) -> None:
    rows = list(store.select("SELECT ?c ?s { ?c sl:status ?s }"))
    assert len(rows) == len(list(brackwater().commitments))


def test_an_aim_is_an_outcome_that_nobody_attests(store: Store) -> None:
    query = f"SELECT ?text ?who {{ <{OLD}> sl:aims ?o . ?o a sl:Outcome ; sl:text ?text ; sl:attestation ?who }}"
    assert values(store, query) == {(AIM.quote.text, "StatedAim")}
    assert values(store, "SELECT ?s { ?s sl:reports ?o }") == set()


def test_lineage_runs_from_the_newer_pledge_to_the_older(store: Store) -> None:
    assert values(store, f"SELECT ?o {{ <{STOP.iri}> sl:continues ?o }}") == {(OLD_STOP.iri.removeprefix(HOME),)}


def test_lineage_that_a_person_rejected_is_kept_and_has_no_direct_triple(store: Store) -> None:
    assert values(store, f"SELECT ?s {{ ?s sl:continues <{WALL.iri}> }}") == set()
    query = f"SELECT ?state {{ ?l sl:object <{WALL.iri}> ; sl:relation sl:continues ; sl:reviewState ?state }}"
    assert values(store, query) == {("Rejected",)}


def test_a_quote_tells_its_page(store: Store) -> None:
    assert values(store, f"SELECT ?p {{ <{DREDGE.iri}> sl:page ?p }}") == {("2",)}


def test_a_heading_stands_under_all_the_wider_ones() -> None:
    address = f"{NEW}/theme/"
    path = ("A", "B", "C")
    theme = Theme(Iri(address + "a/b/c"), path, NEW, Iri(address + "a/b"))
    written = {tuple(map(str, quad.triple)) for quad in theme_quads(Iri(HOME + "vocabulary"), theme)}
    labels = {(one, value) for one, predicate, value in written if predicate == f"<{SKOS}prefLabel>"}
    broader = {(one, value) for one, predicate, value in written if predicate == f"<{SKOS}broader>"}
    a, b, c = (f"<{address}{end}>" for end in ("a", "a/b", "a/b/c"))
    assert labels == {(a, '"A"'), (b, '"B"'), (c, '"C"')}
    assert broader == {(c, b), (b, a)}


def test_what_counts_a_whole_strategy_is_a_link_of_the_strategy(tmp_path: Path) -> None:
    from graph.model import Link
    from graph.values import Relation, Rule

    graph = brackwater()
    said = next(graph.statements)
    count = Link(NEW, Relation.EVIDENCED_BY, said.iri, Rule.COUNT, 0.9, statement=said.iri)
    store = publish_graph(replace(graph, links=(*graph.links, count)), tmp_path / "store")
    assert validate(store.folder) == []
    assert values(store, f"SELECT ?s {{ <{NEW}> sl:evidencedBy ?s }}") == {(said.iri.removeprefix(HOME),)}


def test_the_same_graph_gives_the_same_quads() -> None:
    assert list(graph_quads(brackwater())) == list(graph_quads(brackwater()))


def test_addresses_come_from_triples() -> None:
    graph = brackwater()
    assert vocabulary_graph(graph.body.base) == "https://example.org/vocabulary"
    assert decisions_graph(graph.body.iri) == HOME + "decisions"
    assert len({link_iri(graph.body.iri, link) for link in graph.links}) == len(graph.links)
