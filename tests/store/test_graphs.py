"""What a store holds: named graphs, direct triples and full claims, quotes, and an rdflib Dataset over them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pyoxigraph
import pytest
import rdflib

from graph.notebook import open_store as open_dataset
from graph.store import Store, open_store
from graph.vocabulary import SL

if TYPE_CHECKING:
    from pathlib import Path

BASE = "https://w3id.org/strategy-links/id/"
DIRECT = ("evidencedBy", "ownedBy", "involves", "reports")


@pytest.fixture(scope="module")
def automatic(automatic_store: Path) -> Store:
    return open_store(automatic_store)


def count(store: Store, pattern: str) -> int:
    [row] = store.select(f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}")
    return int(row["n"].value)


def pledges(store: Store) -> int:
    """How many pledges the build counted."""
    return int(store.record["counts"]["commitments"])


def graphs(store: Store) -> set[str]:
    return {quad.graph_name.value for quad in store.graph if isinstance(quad.graph_name, pyoxigraph.NamedNode)}


def test_each_document_has_a_graph_and_so_have_decisions_and_vocabulary(devon: Store) -> None:
    own = {"devon/sufficiency-review-2024", "devon/delivery-plan-2016", "devon/decisions", "vocabulary"}
    assert graphs(devon) == {BASE + name for name in own}


def named(store: Store) -> list[tuple[str, str, str]]:
    """The triples of the named graphs."""
    quads = (quad for quad in store.graph if isinstance(quad.graph_name, pyoxigraph.NamedNode))
    return [(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in quads]


def test_no_triple_stands_in_two_named_graphs(devon: Store) -> None:
    assert [triple for triple, number in Counter(named(devon)).items() if number > 1] == []


def test_a_query_that_names_no_graph_sees_all_but_the_assessments(devon: Store) -> None:
    about = {row["a"].value for row in devon.select("SELECT ?a { GRAPH ?g { ?a a sl:Assessment } }")}
    assert len(about) > 57
    without = {triple for triple in named(devon) if triple[0].strip("<>") not in about}
    seen = {
        (str(quad.subject), str(quad.predicate), str(quad.object))
        for quad in devon.graph.quads_for_pattern(None, None, None, pyoxigraph.DefaultGraph())
    }
    assert seen == without
    assert count(devon, "?s ?p ?o") == len(without)


def test_to_count_statuses_takes_no_more_than_the_property(devon: Store) -> None:
    assert count(devon, "?c sl:status ?any") == pledges(devon)
    assert count(devon, "GRAPH ?g { ?a a sl:Assessment ; sl:status ?any }") > pledges(devon)


def test_a_query_may_choose_its_graphs(devon: Store) -> None:
    decided = f"FROM <{BASE}devon/decisions>"
    [row] = devon.select(f"SELECT (COUNT(*) AS ?n) {decided} WHERE {{ ?c a sl:Commitment }}")
    assert row["n"].value == "0"
    [row] = devon.select(f"SELECT (COUNT(*) AS ?n) {decided} WHERE {{ ?l a sl:Link }}")
    assert int(row["n"].value) > 0


def test_there_are_no_blank_nodes(devon: Store) -> None:
    blank = [
        quad
        for quad in devon.graph
        if isinstance(quad.subject, pyoxigraph.BlankNode) or isinstance(quad.object, pyoxigraph.BlankNode)
    ]
    assert blank == []


def test_every_quote_is_what_the_document_says_at_its_offsets(devon: Store) -> None:
    rows = list(
        devon.select(
            """SELECT ?s ?text ?exact ?document ?start ?end WHERE { ?s sl:text ?text ; oa:hasSource ?document ;
            oa:hasSelector ?p, ?q . ?p oa:start ?start ; oa:end ?end . ?q oa:exact ?exact }"""
        )
    )
    assert len({row["s"].value for row in rows}) == count(devon, "?s sl:text ?t") > 90
    for row in rows:
        text = devon.text_of(row["document"].value)
        assert text is not None
        assert text[int(row["start"].value) : int(row["end"].value)] == row["exact"].value == row["text"].value


@pytest.mark.parametrize("relation", DIRECT)
def test_a_direct_triple_stands_for_each_claim_that_stands(devon: Store, relation: str) -> None:
    claims = f"?l a sl:Link ; sl:subject ?a ; sl:relation sl:{relation} ; sl:object ?b"
    standing = f"{{ SELECT DISTINCT ?a ?b {{ {claims} ; sl:reviewState ?r FILTER (?r != sl:Rejected) }} }}"
    assert count(devon, standing) == count(devon, f"?a sl:{relation} ?b") > 0
    assert count(devon, f"{standing} ?a sl:{relation} ?b") == count(devon, standing)
    rejected = f"{claims} ; sl:reviewState sl:Rejected . ?a sl:{relation} ?b"
    assert count(devon, rejected) == 0


def test_a_claim_that_a_person_rejected_is_kept(devon: Store) -> None:
    assert count(devon, "?l a sl:Link ; sl:reviewState sl:Rejected") > 0


def test_every_commitment_has_one_status_and_it_is_that_of_an_assessment(devon: Store) -> None:
    assert count(devon, "?c a sl:Commitment ; sl:status ?s") == pledges(devon)
    assessed = "?a sl:assesses ?c ; sl:status ?s ; sl:reviewState ?r FILTER (?r != sl:Rejected)"
    found = count(devon, f"?c a sl:Commitment ; sl:status ?s FILTER EXISTS {{ GRAPH ?g {{ {assessed} }} }}")
    assert found == pledges(devon)


def test_a_claim_says_who_made_it_and_why(devon: Store) -> None:
    said = "sl:subject|sl:relation|sl:object|sl:scope|sl:confidence|sl:justification|sl:reviewState|sl:rule"
    assert count(devon, f"?l a sl:Link ; {said} ?any") == 8 * count(devon, "?l a sl:Link")
    by_people = "?l a sl:Link ; sl:justification semapv:ManualMappingCuration"
    assert count(devon, by_people) == count(devon, f"{by_people} ; sl:rule sl:PersonDecided ; dcterms:creator ?who") > 0


def test_without_decisions_nothing_is_accepted_or_rejected(automatic: Store) -> None:
    assert BASE + "devon/decisions" not in graphs(automatic)
    states = {row["r"].value for row in automatic.select("SELECT DISTINCT ?r { ?any sl:reviewState ?r }")}
    assert states == {SL + "Unreviewed"}
    assert count(automatic, "?l sl:rule sl:PersonDecided") == 0
    assert count(automatic, "?c a sl:Commitment") == pledges(automatic)


def test_a_dataset_answers_sparql_over_all_graphs(devon_store: Path, devon: Store) -> None:
    dataset = open_dataset(devon_store)
    assert isinstance(dataset, rdflib.Dataset)
    [row] = dataset.query("SELECT (COUNT(?c) AS ?n) WHERE { ?c a sl:Commitment }")
    assert isinstance(row, rdflib.query.ResultRow)
    assert int(row[0]) == pledges(devon)
    assert bool(dataset.query("ASK { GRAPH ?g { ?c sl:status sl:Outstanding } }"))
    programmes = set(dataset.subjects(rdflib.RDF.type, rdflib.URIRef(SL + "Programme")))
    assert len(programmes) == count(devon, "?p a sl:Programme") > 0


def test_a_dataset_is_for_reading_alone(devon_store: Path) -> None:
    dataset = open_dataset(devon_store)
    with pytest.raises(Exception, match="for reading alone"):
        dataset.add((rdflib.URIRef("x:a"), rdflib.URIRef("x:b"), rdflib.URIRef("x:c")))
    assert count(open_store(devon_store), "<x:a> <x:b> <x:c>") == 0


def test_the_record_says_what_was_built(devon: Store) -> None:
    record = devon.record
    assert [one["file"] for one in record["documents"]] == ["000_9e05c1aa252afd86.txt", "004_e70acb2369cb48b2.txt"]
    assert record["counts"]["documents"] == 2
    assert record["counts"]["commitments"] == count(devon, "?c a sl:Commitment")
    assert sum(record["statuses"].values()) == record["counts"]["commitments"]
    assert count(devon, f"?c sl:statedIn <{BASE}devon/sufficiency-2022-2024>") == 57
    assert all(len(one["sha256"]) == 64 for one in record["documents"])
