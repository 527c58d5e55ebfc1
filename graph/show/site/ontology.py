"""The page of the ontology: each term with its definition, at an anchor of its name."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from pyoxigraph import RdfFormat, parse

from graph import vocabulary as v
from graph.resources import VOCABULARY_FILES
from graph.show.site.rendering import rendered
from graph.show.site.terms import prefixed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.show.site.links import Links

    Triple = Any  # the data has neither blank nodes nor triples within triples: each of its terms has a value

_OWL = "http://www.w3.org/2002/07/owl#"
_KINDS = {
    _OWL + "Class": "Classes",
    _OWL + "ObjectProperty": "Properties that lead to things",
    _OWL + "DatatypeProperty": "Properties with plain values",
}
_NOTES = {"skos:scopeNote": "note", "skos:example": "example"}
_RELATED = {
    "rdfs:subClassOf": "Kind of",
    "rdfs:domain": "Said of",
    "schema:domainIncludes": "Said of",
    "rdfs:range": "Leads to",
    "schema:rangeIncludes": "Leads to",
    "skos:closeMatch": "Close to",
    "skos:relatedMatch": "Related to",
}

Terms = dict[str, dict[str, list[Any]]]


def ontology_triples() -> list[Triple]:
    """The ontology and the status scheme, by subject, types first."""
    found = {quad.triple for path in VOCABULARY_FILES for quad in parse(path=str(path), format=RdfFormat.TURTLE)}
    return sorted(found, key=lambda one: (str(one.subject), one.predicate.value != v.RDF + "type", str(one)))


def ontology_page(links: Links, formats: Mapping[str, str]) -> bytes:
    """The HTML of all terms: classes, properties, then the schemes of fixed values."""
    terms = _terms(ontology_triples())
    header = next(said for iri, said in terms.items() if iri == v.SL.rstrip("#"))
    return rendered(
        "ontology.html.j2",
        links,
        title="What the terms mean",
        about=_first(header, "dcterms:description"),
        namespace=v.SL,
        version=_first(header, v.expand("owl:versionInfo", {"owl": _OWL})),
        licence=_first(header, "dcterms:license"),
        groups=list(_groups(terms, links)),
        formats=formats,
        data=None,
    )


def _terms(triples: Iterable[Triple]) -> Terms:
    """What is said of each subject: the values of each property, by IRI."""
    found: Terms = defaultdict(lambda: defaultdict(list))
    for one in triples:
        found[one.subject.value][one.predicate.value].append(one.object)
    return found


def _groups(terms: Terms, links: Links) -> Iterable[dict[str, Any]]:
    for kind, title in _KINDS.items():
        members = [iri for iri in terms if kind in _values(terms[iri], "rdf:type")]
        yield {"title": title, "about": None, "name": None, "terms": [_term(iri, terms, links) for iri in members]}
    for scheme in (iri for iri in terms if v.SKOS + "ConceptScheme" in _values(terms[iri], "rdf:type")):
        members = [iri for iri in terms if scheme in _values(terms[iri], "skos:inScheme")]
        yield {
            "title": _first(terms[scheme], "skos:prefLabel"),
            "about": _first(terms[scheme], "skos:definition"),
            "name": _anchor(scheme),
            "terms": [_term(iri, terms, links) for iri in members],
        }


def _term(iri: str, terms: Terms, links: Links) -> dict[str, Any]:
    said = terms[iri]
    related: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for name, words in _RELATED.items():
        for other in _values(said, name):
            related[words].append(
                {"text": prefixed(other), "href": links.iri(other) or other, "language": None, "away": False}
            )
    return {
        "name": _anchor(iri),
        "prefixed": prefixed(iri),
        "label": _first(said, "skos:prefLabel") or _first(said, "rdfs:label"),
        "definition": _first(said, "skos:definition"),
        "related": dict(related),
        **{key: _first(said, name) for name, key in _NOTES.items()},
    }


def _anchor(iri: str) -> str:
    return iri.removeprefix(v.SL)


def _values(said: Mapping[str, list[Any]], name: str) -> list[str]:
    return [one.value for one in said.get(v.expand(name), ())]


def _first(said: Mapping[str, list[Any]], name: str) -> str | None:
    return next(iter(_values(said, name)), None)
