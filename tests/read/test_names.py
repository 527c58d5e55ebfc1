"""A body's `names.ttl` names programmes, organisations, models and places in SKOS."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.errors import ManifestError
from graph.model import Name
from graph.read.names import read_names
from graph.values import Kind

if TYPE_CHECKING:
    from pathlib import Path

BASE = "https://example.org/coast/"
PREFIXES = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix sl: <https://w3id.org/strategy-links#> .
"""


def read(folder: Path, turtle: str) -> tuple[Name, ...]:
    path = folder / "names.ttl"
    path.write_text(PREFIXES + turtle, encoding="utf-8")
    return read_names(path, BASE)


@pytest.mark.parametrize(
    ("class_", "kind", "inspects"),
    [
        ("sl:Programme", Kind.PROGRAMME, False),
        ("org:Organization", Kind.ORGANISATION, False),
        ("org:Organization, sl:Inspector", Kind.ORGANISATION, True),
        ("sl:Inspector", Kind.ORGANISATION, True),
        ("sl:Model", Kind.MODEL, False),
        ("schema:Place", Kind.PLACE, False),
    ],
)
def test_a_class_says_what_a_name_names(tmp_path: Path, class_: str, kind: Kind, inspects: bool) -> None:
    (name,) = read(tmp_path, f"<n> a skos:Concept, {class_} ; skos:prefLabel 'Harbour' .")
    assert (name.kind, name.inspects) == (kind, inspects)


def test_a_name_has_a_label_aliases_and_parents(tmp_path: Path) -> None:
    child, parent = read(
        tmp_path,
        """<programme/steps> a sl:Programme ; skos:prefLabel "Steps" ; skos:altLabel "Steps project" ;
             skos:hiddenLabel "Stpes" ; dcterms:isPartOf <programme/the-plan> .
           <programme/the-plan> a sl:Programme ; skos:prefLabel "The Plan" .""",
    )
    assert child == Name(
        iri=child.iri,
        kind=Kind.PROGRAMME,
        label="Steps",
        aliases=("Steps project", "Stpes"),
        part_of=(parent.iri,),
    )
    assert (child.iri, parent.iri) == (BASE + "programme/steps", BASE + "programme/the-plan")


REFUSED = {
    "no Turtle": ("<n> a", "is not Turtle: "),
    "no class": ("<n> skos:prefLabel 'A' .", "/n does not have one of the classes "),
    "no label": ("<n> a sl:Programme .", "/n does not have one skos:prefLabel"),
    "two labels": ("<n> a sl:Programme ; skos:prefLabel 'A', 'B' .", "/n does not have one skos:prefLabel"),
    "a blank label": ("<n> a sl:Programme ; skos:prefLabel ' ' .", "/n "),
    "a blank alias": ("<n> a sl:Programme ; skos:prefLabel 'A' ; skos:altLabel '' .", "/n "),
    "a blank node": ("[] a sl:Programme ; skos:prefLabel 'A' .", "name everything with an address, not a blank node"),
    "an absent parent": (
        "<n> a sl:Programme ; skos:prefLabel 'A' ; dcterms:isPartOf <m> .",
        "A is part of https://example.org/coast/m, which is not there; add that name.",
    ),
    "a circle": (
        "<n> a sl:Programme ; skos:prefLabel 'A' ; dcterms:isPartOf <m> ."
        "<m> a sl:Programme ; skos:prefLabel 'B' ; dcterms:isPartOf <n> .",
        "B is part of itself; break the circle of dcterms:isPartOf.",
    ),
}


@pytest.mark.parametrize(("turtle", "sentence"), REFUSED.values(), ids=REFUSED)
def test_names_are_refused(tmp_path: Path, turtle: str, sentence: str) -> None:
    with pytest.raises(ManifestError) as caught:
        read(tmp_path, turtle)
    assert str(caught.value).startswith(f"{tmp_path / 'names.ttl'}: ")
    assert sentence in str(caught.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=r"cannot be read \(No such file"):
        read_names(tmp_path / "names.ttl", BASE)
