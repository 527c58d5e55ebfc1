"""What the server says of its data (VoID, DCAT) and of its endpoint, held against the store."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
import rdflib
from pyshacl import validate
from rdflib import namespace
from rdflib.namespace import DCTERMS, FOAF, RDF, VOID

from graph.ask.holdings import DOWNLOADS, Holdings
from graph.ask.statistics import statistics
from graph.identifiers import DEFAULT_BASE
from graph.serve.formats import MEDIA_TYPES
from graph.serve.pages import TASKS

if TYPE_CHECKING:
    from graph.store import Store

ROOT = "http://localhost:8000/"
DATASET = rdflib.URIRef(ROOT + "void#dataset")
SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
PARSERS = {"ttl": "turtle", "jsonld": "json-ld", "nt": "nt", "rdf": "xml"}

# What the specifications require or recommend of the classes that are used here.
SHAPES = """
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix void: <http://rdfs.org/ns/void#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix : <http://example.org/shapes#> .

:Catalog sh:targetClass dcat:Catalog ;
  sh:property [ sh:path dcterms:title ; sh:minCount 1 ] , [ sh:path dcterms:description ; sh:minCount 1 ] ,
    [ sh:path dcat:dataset ; sh:minCount 1 ; sh:class dcat:Dataset ] ,
    [ sh:path dcat:service ; sh:minCount 1 ; sh:class dcat:DataService ] .
:Dataset sh:targetClass dcat:Dataset ;
  sh:property [ sh:path dcterms:title ; sh:minCount 1 ] , [ sh:path dcterms:description ; sh:minCount 1 ] ,
    [ sh:path dcterms:publisher ; sh:minCount 1 ; sh:class foaf:Agent ] ,
    [ sh:path dcterms:rights ; sh:minCount 1 ; sh:class dcterms:RightsStatement ] ,
    [ sh:path dcterms:issued ; sh:minCount 1 ; sh:maxCount 1 ] ,
    [ sh:path dcterms:modified ; sh:minCount 1 ; sh:maxCount 1 ] ,
    [ sh:path dcat:distribution ; sh:minCount 1 ; sh:class dcat:Distribution ] ,
    [ sh:path void:sparqlEndpoint ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path void:uriSpace ; sh:minCount 1 ; sh:nodeKind sh:Literal ] ,
    [ sh:path void:triples ; sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:integer ] .
:Distribution sh:targetClass dcat:Distribution ;
  sh:property [ sh:path dcat:downloadURL ; sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dcat:accessURL ; sh:minCount 1 ; sh:nodeKind sh:IRI ] ,
    [ sh:path dcat:mediaType ; sh:minCount 1 ; sh:maxCount 1 ; sh:pattern "^https://www.iana.org/assignments/" ] .
:Service sh:targetClass dcat:DataService ;
  sh:property [ sh:path dcat:endpointURL ; sh:minCount 1 ] , [ sh:path dcat:servesDataset ; sh:minCount 1 ] .
"""


def described(store: Store, task: str) -> Any:
    answered = TASKS[task](store, {"root": ROOT, "path": "/", "form": "ttl"})
    assert answered.status == 200
    return rdflib.Graph().parse(data=answered.body, format="turtle")


@pytest.fixture(scope="module")
def void(devon: Store) -> Any:
    return described(devon, "dataset")


@pytest.fixture(scope="module")
def service(devon: Store) -> Any:
    return described(devon, "service")


def test_each_format_holds_the_same(devon: Store) -> None:
    for task in ("dataset", "service"):
        answers = {form: TASKS[task](devon, {"root": ROOT, "path": "/", "form": form}) for form in PARSERS}
        told = {form: set(rdflib.Graph().parse(data=one.body, format=PARSERS[form])) for form, one in answers.items()}
        assert all(one == told["ttl"] for one in told.values())
        assert all(one.media_type == MEDIA_TYPES[form] for form, one in answers.items())


def test_it_is_as_dcat_and_void_want_it(void: Any) -> None:
    conforms, _, report = validate(void, shacl_graph=rdflib.Graph().parse(data=SHAPES, format="turtle"))
    assert conforms, report


def test_a_description_without_its_title_is_not(void: Any) -> None:
    spoiled = rdflib.Graph() + void
    spoiled.remove((DATASET, DCTERMS.title, None))
    assert not validate(spoiled, shacl_graph=rdflib.Graph().parse(data=SHAPES, format="turtle"))[0]


def test_the_figures_are_those_of_the_store(devon: Store, void: Any) -> None:
    def figure(name: str) -> Any:
        return next(iter(void.objects(DATASET, VOID[name]))).toPython()

    default = {quad.triple for quad in devon.graph if not hasattr(quad.graph_name, "value")}
    assert figure("triples") == len(default)
    assert figure("distinctSubjects") == figure("entities") == len({one.subject for one in default})
    assert figure("distinctObjects") == len({one.object for one in default})
    assert figure("properties") == len({one.predicate for one in default})
    partitions = list(void.objects(DATASET, VOID.propertyPartition))
    assert sum(void.value(one, VOID.triples).toPython() for one in partitions) == len(default)
    (pledges,) = (
        one for one in void.subjects(VOID["class"]) if str(void.value(one, VOID["class"])).endswith("#Commitment")
    )
    assert void.value(pledges, VOID.entities).toPython() == devon.record["counts"]["commitments"]


def test_a_build_keeps_its_figures_and_its_bases(devon: Store) -> None:
    assert devon.record["statistics"] == statistics(devon.graph)
    assert devon.record["bases"] == [DEFAULT_BASE]


def test_its_dates_are_those_of_the_documents(devon: Store, void: Any) -> None:
    dates = sorted(one["issued"] for one in Holdings(devon).documents)
    assert [str(void.value(DATASET, one)) for one in (DCTERMS.issued, DCTERMS.modified)] == [dates[0], dates[-1]]
    assert void.value(DATASET, DCTERMS.issued).datatype == namespace.XSD.gYearMonth
    days = [o for o in void.objects() if getattr(o, "datatype", None) in (namespace.XSD.date, namespace.XSD.dateTime)]
    assert days == []  # no document has a day, and nothing else has a date


def test_each_document_is_named_with_its_publisher_and_terms(devon: Store, void: Any) -> None:
    sources = set(void.objects(DATASET, DCTERMS.source))
    assert sources == {rdflib.URIRef(one["iri"]) for one in Holdings(devon).documents}
    for source in sources:
        assert void.value(source, DCTERMS.title)
        assert void.value(source, DCTERMS.publisher)
        assert void.value(source, DCTERMS.rights)


def test_the_vocabulary_has_a_licence(void: Any) -> None:
    (subset,) = void.objects(DATASET, VOID.subset)
    assert void.value(subset, DCTERMS.license) == rdflib.URIRef("https://www.apache.org/licenses/LICENSE-2.0")


def test_each_download_has_its_address_and_media_type(void: Any) -> None:
    found = {
        str(void.value(one, namespace.DCAT.downloadURL)): str(void.value(one, namespace.DCAT.mediaType)).partition(
            "media-types/"
        )[2]
        for one in void.objects(DATASET, namespace.DCAT.distribution)
    }
    assert found == {f"{ROOT}data/strategy-links.{ending}": media_type for ending, media_type, _, _ in DOWNLOADS}
    dumps = {str(one) for one in void.objects(DATASET, VOID.dataDump)}
    assert dumps == {address for address in found if not address.endswith((".csv", ".xlsx"))}  # RDF alone


def test_the_examples_are_things_of_the_store(devon: Store, void: Any) -> None:
    examples = list(void.objects(DATASET, VOID.exampleResource))
    assert len(examples) == 5
    for one in examples:
        assert (
            TASKS["resource"](
                devon, {"root": ROOT, "path": "/", "rest": one.removeprefix(DEFAULT_BASE), "form": "nt", "page": 1}
            ).status
            == 200
        )


def test_the_document_leads_to_the_dataset(void: Any) -> None:
    page = rdflib.URIRef(ROOT + "void")
    assert (page, RDF.type, VOID.DatasetDescription) in void
    assert (page, FOAF.primaryTopic, DATASET) in void


def test_the_endpoint_tells_its_language_formats_and_graphs(devon: Store, service: Any) -> None:
    (one,) = service.subjects(RDF.type, SD.Service)
    assert service.value(one, SD.endpoint) == rdflib.URIRef(ROOT + "sparql")
    assert list(service.objects(one, SD.supportedLanguage)) == [SD.SPARQL11Query]
    assert {str(o).rpartition("/")[2] for o in service.objects(one, SD.resultFormat)} == {
        *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
        *("Turtle", "N-Triples", "JSON-LD", "RDF_XML"),
    }
    assert list(service.objects(one, SD.feature)) == []
    dataset = service.value(one, SD.defaultDataset)
    told = {
        str(service.value(graph, SD.name)): service.value(service.value(graph, SD.graph), VOID.triples).toPython()
        for graph in service.objects(dataset, SD.namedGraph)
    }
    counted: dict[str, int] = {}
    for quad in devon.graph:
        if hasattr(quad.graph_name, "value"):
            counted[quad.graph_name.value] = counted.get(quad.graph_name.value, 0) + 1
    assert told == counted


def test_an_older_build_is_counted_when_it_is_asked_of(own_store: Any) -> None:
    from graph.store import current_build, open_store

    path = current_build(own_store) / "build.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    expected = record.pop("statistics")
    del record["bases"]
    path.write_text(json.dumps(record), encoding="utf-8")
    assert Holdings(open_store(own_store)).figures == expected
    assert Holdings(open_store(own_store)).bases == (DEFAULT_BASE,)
