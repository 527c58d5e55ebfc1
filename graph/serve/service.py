"""The description of the endpoint: https://www.w3.org/TR/sparql11-service-description/."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode

from graph.ask.statistics import statistics_of
from graph.identifiers import fingerprint
from graph.serve.saying import FORMATS, SD, VOID, Saying

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyoxigraph import Triple

    from graph.store import Store

_RESULT_FORMATS = (
    *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
    *("Turtle", "N-Triples", "JSON-LD", "RDF_XML"),
)


def service_triples(store: Store, root: str) -> list[Triple]:
    """The description of the endpoint of a store that is served at `root`.

    No feature is told: the default graph is close to the union of the named ones but leaves out the assessments, and
    the endpoint neither asks other servers nor fetches anything.
    """
    return list(_Service(statistics_of(store), root).triples())


class _Service(Saying):
    def __init__(self, figures: Mapping[str, Any], root: str) -> None:
        super().__init__(root + "sparql")
        self.figures = figures
        self.root = root

    def triples(self) -> Iterator[Triple]:
        dataset, everything = self.iri("dataset"), self.iri("default-graph")
        graphs: dict[str, int] = self.figures["graphs"]
        yield from self.say(
            self.iri("service"),
            ("rdf:type", NamedNode(SD + "Service")),
            ("sd:endpoint", NamedNode(self.document)),
            ("sd:supportedLanguage", NamedNode(SD + "SPARQL11Query")),
            *(("sd:resultFormat", NamedNode(FORMATS + name)) for name in _RESULT_FORMATS),
            ("sd:defaultEntailmentRegime", NamedNode("http://www.w3.org/ns/entailment/Simple")),
            ("sd:defaultDataset", dataset),
        )
        yield from self.say(
            dataset,
            ("rdf:type", NamedNode(SD + "Dataset")),
            ("rdfs:seeAlso", NamedNode(self.root + "void#dataset")),
            ("sd:defaultGraph", everything),
            *(("sd:namedGraph", self.iri(f"graph-{fingerprint(iri)}")) for iri in graphs),
        )
        yield from self.say(
            everything,
            ("rdf:type", NamedNode(SD + "Graph")),
            ("rdf:type", NamedNode(VOID + "Dataset")),
            ("void:triples", Literal(self.figures["triples"])),
        )
        for iri, count in graphs.items():
            named = f"graph-{fingerprint(iri)}"
            yield from self.say(
                self.iri(named),
                ("rdf:type", NamedNode(SD + "NamedGraph")),
                ("sd:name", NamedNode(iri)),
                ("sd:graph", self.iri(f"{named}-triples")),
            )
            yield from self.say(
                self.iri(f"{named}-triples"),
                ("rdf:type", NamedNode(SD + "Graph")),
                ("rdf:type", NamedNode(VOID + "Dataset")),
                ("void:triples", Literal(count)),
            )
