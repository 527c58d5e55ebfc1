"""Every shape lets through what is right, and names what is wrong in its own words."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pyshacl
import pytest
from rdflib import RDF, SH, Graph, Node, URIRef

ONTOLOGY = Path(__file__).resolve().parents[2] / "ontology"
FIXTURES = Path(__file__).resolve().parent / "shapes"
NAMESPACE = "https://w3id.org/strategy-links/shapes#"

SHAPES = Graph().parse(ONTOLOGY / "shapes.ttl")
NAMES = sorted(
    str(shape).removeprefix(NAMESPACE) for shape in SHAPES.subjects(RDF.type, SH.NodeShape) if isinstance(shape, URIRef)
)


def parts_of(name: str) -> list[Node]:
    """What can complain: the queries of a shape that has any, otherwise it and its properties."""
    shape = URIRef(NAMESPACE + name)
    return list(SHAPES.objects(shape, SH.sparql)) or [shape, *SHAPES.objects(shape, SH.property)]


def messages_of(name: str) -> set[str]:
    """Every sentence with which a shape can say what is wrong."""
    return {str(message) for part in parts_of(name) for message in SHAPES.objects(part, SH.message)}


def fixture(kind: Literal["valid", "invalid"], name: str) -> Path:
    """The example data of a shape."""
    return FIXTURES / f"{kind}-{name}.ttl"


def complaints_about(*files: Path) -> set[str]:
    """What validation says of the files taken together with the vocabulary; nothing where they conform."""
    data = Graph()
    for file in (ONTOLOGY / "strategy-links.ttl", ONTOLOGY / "status.ttl", FIXTURES / "context.ttl", *files):
        data.parse(file)
    conforms, report, _ = pyshacl.validate(data, shacl_graph=SHAPES, inplace=True)
    assert isinstance(report, Graph)
    messages = [list(report.objects(result, SH.resultMessage)) for result in report.objects(None, SH.result)]
    assert all(len(of_one_result) == 1 for of_one_result in messages)
    complaints = {str(message) for (message,) in messages}
    assert conforms is not bool(complaints)
    return complaints


def test_there_are_shapes() -> None:
    assert "Commitment" in NAMES


def test_every_fixture_belongs_to_a_shape_and_every_shape_has_both() -> None:
    found = {file.name for file in FIXTURES.glob("*valid-*.ttl")}
    assert found == {f"{kind}-{name}.ttl" for kind in ("valid", "invalid") for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_every_part_of_a_shape_has_one_message_for_people(name: str) -> None:
    for part in parts_of(name):
        (message,) = SHAPES.objects(part, SH.message)
        assert str(message).endswith(".")


def test_the_vocabulary_and_the_shared_example_conform() -> None:
    assert complaints_about() == set()


@pytest.mark.parametrize("name", NAMES)
def test_what_is_right_conforms(name: str) -> None:
    assert complaints_about(fixture("valid", name)) == set()


@pytest.mark.parametrize("name", NAMES)
def test_what_is_wrong_meets_each_message_of_its_shape_and_no_other(name: str) -> None:
    assert complaints_about(fixture("invalid", name)) == messages_of(name)
