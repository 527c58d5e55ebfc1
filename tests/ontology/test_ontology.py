"""The ontology defines all that it uses, and explains all that it defines."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, RDF, RDFS, SH, SKOS, VANN, BNode, Graph, Literal, Node, URIRef

from graph.values import Attestation, Review, Role, Rule, Scope, Status, Strength

TOP = Path(__file__).resolve().parents[2]
ONTOLOGY = TOP / "ontology"
FILES = [ONTOLOGY / name for name in ("strategy-links.ttl", "status.ttl", "shapes.ttl")]
VOCABULARY = FILES[:2]
NAMESPACE = "https://w3id.org/strategy-links#"
USING = sorted([*ONTOLOGY.rglob("*.ttl"), *ONTOLOGY.rglob("*.rq"), *TOP.glob("tests/ontology/shapes/*.ttl")])

STATUSES = {"Achieved", "InProgress", "Outstanding", "NotReported", "NotAssessed"}
SCOPES = {"direct", "all", "rest", "remaining", "exception"}
REVIEW_STATES = {"Unreviewed", "Accepted", "Rejected"}
ATTESTATIONS = {"SelfReported", "ThirdParty", "StatedAim"}
ROLES = {one.value for one in Role}
STRENGTHS = {one.value for one in Strength}
RULES = {one.value for one in Rule}

GRAPH = Graph()
for vocabulary_file in VOCABULARY:
    GRAPH.parse(vocabulary_file)
TERMS = sorted({term for term in GRAPH.subjects() if isinstance(term, URIRef) and term.startswith(NAMESPACE)}, key=str)
CLASSES_AND_PROPERTIES = [
    term for term in TERMS if {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty} & set(GRAPH.objects(term, RDF.type))
]


def local_name(term: Node | Path) -> str:
    """`Link` for `sl:Link`, and the file's name for a file."""
    return term.name if isinstance(term, Path) else str(term).removeprefix(NAMESPACE)


def sole_english(term: URIRef, predicate: URIRef) -> str:
    """The one value of an annotation, which has to be in English."""
    (value,) = GRAPH.objects(term, predicate)
    assert isinstance(value, Literal)
    assert value.language == "en"
    return str(value)


def names_used_in(file: Path) -> set[str]:
    """The local names of the terms that a file mentions outside its comments."""
    text = re.sub(r"(?m)^\s*#.*$", "", file.read_text(encoding="utf-8"))
    return set(re.findall(r"(?<![\w:])sl:([A-Za-z][\w-]*)", text))


@pytest.mark.parametrize("file", FILES, ids=local_name)
def test_a_header_says_what_the_file_is_and_whose(file: Path) -> None:
    graph = Graph().parse(file)
    (header,) = graph.subjects(RDF.type, OWL.Ontology)
    for predicate in (
        DCTERMS.title,
        DCTERMS.description,
        DCTERMS.creator,
        DCTERMS.created,
        DCTERMS.modified,
        DCTERMS.license,
        OWL.versionInfo,
        OWL.versionIRI,
        VANN.preferredNamespacePrefix,
        VANN.preferredNamespaceUri,
    ):
        values = list(graph.objects(header, predicate))
        assert len(values) == 1, predicate
        assert not isinstance(values[0], BNode), predicate
    assert str(graph.value(header, OWL.versionIRI)) == f"{header}/{graph.value(header, OWL.versionInfo)}"
    prior = str(graph.value(header, OWL.priorVersion))
    assert prior.startswith(f"{header}/")
    assert prior != str(graph.value(header, OWL.versionIRI))


def test_the_three_files_are_of_one_version() -> None:
    versions = {str(version) for file in FILES for version in Graph().parse(file).objects(None, OWL.versionInfo)}
    assert len(versions) == 1


@pytest.mark.parametrize("file", VOCABULARY, ids=local_name)
def test_the_vocabulary_has_no_blank_nodes(file: Path) -> None:
    assert not [triple for triple in Graph().parse(file) if any(isinstance(node, BNode) for node in triple)]


@pytest.mark.parametrize("file", USING, ids=local_name)
def test_every_term_that_is_used_is_defined(file: Path) -> None:
    defined = {local_name(term) for term in TERMS}
    assert names_used_in(file) <= defined


def test_every_name_that_the_vocabulary_mentions_is_one_it_defines() -> None:
    mentioned = {
        node
        for triple in GRAPH
        for node in triple
        if isinstance(node, URIRef) and node.startswith(NAMESPACE) and node != URIRef(NAMESPACE)
    }
    assert mentioned == set(TERMS)


@pytest.mark.parametrize("term", TERMS, ids=local_name)
def test_every_term_has_a_label_and_a_definition_in_whole_sentences(term: URIRef) -> None:
    assert sole_english(term, RDFS.label)
    definition = sole_english(term, SKOS.definition)
    assert definition[0].isupper()
    assert definition.endswith(".")


@pytest.mark.parametrize("file", VOCABULARY, ids=local_name)
def test_every_term_says_which_file_defines_it(file: Path) -> None:
    graph = Graph().parse(file)
    (header,) = graph.subjects(RDF.type, OWL.Ontology)
    terms = {term for term in graph.subjects() if str(term).startswith(NAMESPACE)}
    assert terms
    assert {term: set(graph.objects(term, RDFS.isDefinedBy)) for term in terms} == {term: {header} for term in terms}


@pytest.mark.parametrize("term", CLASSES_AND_PROPERTIES, ids=local_name)
def test_every_class_and_property_has_an_example(term: URIRef) -> None:
    assert sole_english(term, SKOS.example)


@pytest.mark.parametrize("term", CLASSES_AND_PROPERTIES, ids=local_name)
def test_a_property_is_defined_by_what_it_relates(term: URIRef) -> None:
    if (term, RDF.type, OWL.Class) not in GRAPH:
        assert re.match(r"Relates an? .+ to ", sole_english(term, SKOS.definition))


def test_every_quotation_stands_in_the_devon_texts() -> None:
    texts = [path.read_text(encoding="utf-8") for path in (TOP / "seeds/devon/documents").glob("*.txt")]
    quotations = [
        quotation
        for predicate in (SKOS.example, SKOS.scopeNote)
        for example in GRAPH.objects(None, predicate)
        for quotation in re.findall("“([^”]+)”", str(example))
    ]
    assert quotations
    assert [quotation for quotation in quotations if not any(quotation in text for text in texts)] == []


@pytest.mark.parametrize(
    ("scheme", "names"),
    [
        ("StatusScheme", STATUSES),
        ("ScopeScheme", SCOPES),
        ("ReviewStateScheme", REVIEW_STATES),
        ("AttestationScheme", ATTESTATIONS),
        ("RoleScheme", ROLES),
        ("StrengthScheme", STRENGTHS),
        ("RuleScheme", RULES),
    ],
)
def test_a_scheme_holds_exactly_its_concepts_each_with_a_name(scheme: str, names: set[str]) -> None:
    concepts = set(GRAPH.subjects(SKOS.inScheme, URIRef(NAMESPACE + scheme)))
    assert {local_name(concept) for concept in concepts} == names
    assert all(GRAPH.value(concept, SKOS.prefLabel) for concept in concepts)


def test_every_value_that_the_model_can_write_is_a_term() -> None:
    values = {*Status, *Scope, *Review, *Attestation, *Role, *Strength, *Rule}
    assert {str(one) for one in values} <= {local_name(term) for term in TERMS}


def test_the_shapes_offer_the_choices_of_the_schemes() -> None:
    shapes = Graph().parse(ONTOLOGY / "shapes.ttl")
    choices = [{local_name(choice) for choice in shapes.items(head)} for head in shapes.objects(None, SH["in"])]
    for names in (STATUSES, SCOPES, REVIEW_STATES, ATTESTATIONS, ROLES, STRENGTHS):
        assert names in choices


@pytest.mark.parametrize("status", sorted(STATUSES))
def test_every_status_is_compared_with_a_published_scale_that_names_its_page(status: str) -> None:
    term = URIRef(NAMESPACE + status)
    matches = list(GRAPH.objects(term, SKOS.closeMatch))
    assert matches
    assert all(GRAPH.value(match, DCTERMS.source) for match in matches)
    assert str(GRAPH.value(term, SKOS.notation)) == status
