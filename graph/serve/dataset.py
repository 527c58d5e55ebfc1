"""`/void`: what the data is, what is in it, under which terms it stands, and where it can be had.

In the words of VoID (https://www.w3.org/TR/void/) and DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/). Dates are those of
the documents: nothing tells of the day on which somebody asks. Hash IRIs take the place of blank nodes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Triple

from graph import vocabulary as v
from graph.ask.holdings import DESCRIPTION, DOWNLOADS, RIGHTS, TITLE, Holdings
from graph.identifiers import fingerprint, is_web_address
from graph.serve.saying import DCAT, FOAF, FORMATS, VOID, Saying
from graph.show.site.imprint import NOBODY, Imprint
from graph.terms import date, node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.store import Store

_IANA = "https://www.iana.org/assignments/media-types/"
_PROTOCOL = "https://www.w3.org/TR/sparql11-protocol/"

_VOCABULARIES = (v.DCTERMS, v.OA, v.ORG, v.PROV, v.SCHEMA, v.SEMAPV, v.SKOS, v.SL)


def dataset_triples(store: Store, root: str, imprint: Imprint = NOBODY) -> list[Triple]:
    """VoID and DCAT of a store that is served at `root`, which ends in a slash."""
    return list(dict.fromkeys(_Dataset(Holdings(store), root, imprint).triples()))


class _Dataset(Saying):
    def __init__(self, holdings: Holdings, root: str, imprint: Imprint) -> None:
        super().__init__(root + "void")
        self.holdings = holdings
        self.root = root
        self.imprint = imprint
        self.dataset, self.service, self.publisher = map(self.iri, ("dataset", "sparql", "publisher"))

    def triples(self) -> Iterator[Triple]:
        yield from self.page()
        yield from self.itself()
        yield from self.counts()
        yield from self.services()
        yield from self.sources()
        for download in DOWNLOADS:
            yield from self.distribution(*download)
        yield from self.partitions("class", "void:classPartition", "void:class", "void:entities")
        yield from self.partitions("property", "void:propertyPartition", "void:property", "void:triples")

    def page(self) -> Iterator[Triple]:
        """The document that says all this, and the catalogue that harvesters of DCAT start from."""
        title = Literal(f"What this server holds: {TITLE.lower()}", language="en")
        yield from self.say(
            NamedNode(self.document),
            ("rdf:type", NamedNode(VOID + "DatasetDescription")),
            ("rdf:type", NamedNode(DCAT + "Catalog")),
            ("dcterms:title", title),
            ("dcterms:description", Literal(DESCRIPTION, language="en")),
            ("dcterms:publisher", self.publisher),
            ("foaf:primaryTopic", self.dataset),
            ("dcat:dataset", self.dataset),
            ("dcat:service", self.service),
        )
        yield from self.say(
            self.publisher,
            ("rdf:type", NamedNode(FOAF + "Agent")),
            ("foaf:name", Literal(self.imprint.publisher or f"Whoever runs the server at {self.root}")),
            ("foaf:homepage", NamedNode(self.root)),
            self._contact(),
        )

    def _contact(self) -> tuple[str, NamedNode | None]:
        """Where the publisher's contact leads, in the words of http://xmlns.com/foaf/spec/."""
        href = self.imprint.href or ""
        names = {"mailto": "foaf:mbox", "tel": "foaf:phone"}
        return names.get(href.partition(":")[0], "foaf:page"), node(href or None)

    def itself(self) -> Iterator[Triple]:
        """What it is, by whom, under which terms."""
        held = self.holdings
        yield from self.say(
            self.dataset,
            ("rdf:type", NamedNode(VOID + "Dataset")),
            ("rdf:type", NamedNode(DCAT + "Dataset")),
            ("dcterms:title", Literal(TITLE, language="en")),
            ("dcterms:description", Literal(DESCRIPTION, language="en")),
            ("dcterms:publisher", self.publisher),
            ("dcterms:rights", self.iri("rights")),
            ("dcterms:issued", date(held.issued)),
            ("dcterms:modified", date(held.modified)),
            ("foaf:homepage", NamedNode(self.root)),
            ("dcat:landingPage", NamedNode(self.root)),
            ("void:sparqlEndpoint", NamedNode(self.root + "sparql")),
            *(("dcterms:creator", NamedNode(body)) for body in sorted(held.bodies)),
            *(("void:uriSpace", Literal(base)) for base in held.bases),
            *(("void:vocabulary", NamedNode(one)) for one in _VOCABULARIES),
            *(("void:exampleResource", NamedNode(one)) for one in held.examples),
        )
        yield from self.say(
            self.iri("rights"),
            ("rdf:type", NamedNode(v.DCTERMS + "RightsStatement")),
            ("rdfs:label", Literal(RIGHTS, language="en")),
        )
        for body, name in sorted(held.bodies.items()):
            yield from self.say(
                NamedNode(body), ("rdf:type", NamedNode(v.ORG + "Organization")), ("foaf:name", Literal(name))
            )
        yield from self.say(
            self.iri("vocabulary"),
            ("rdf:type", NamedNode(VOID + "Dataset")),
            ("dcterms:title", Literal("The ontology and the status scheme", language="en")),
            *(("dcterms:license", NamedNode(one)) for one in held.licences),
        )
        yield from self.say(self.dataset, ("void:subset", self.iri("vocabulary")))

    def counts(self) -> Iterator[Triple]:
        figures = self.holdings.figures
        yield from self.say(
            self.dataset,
            ("void:triples", Literal(figures["triples"])),
            ("void:entities", Literal(figures["subjects"])),
            ("void:distinctSubjects", Literal(figures["subjects"])),
            ("void:distinctObjects", Literal(figures["objects"])),
            ("void:classes", Literal(len(figures["classes"]))),
            ("void:properties", Literal(len(figures["properties"]))),
            ("void:documents", Literal(len(self.holdings.documents))),
        )

    def services(self) -> Iterator[Triple]:
        yield from self.say(
            self.service,
            ("rdf:type", NamedNode(DCAT + "DataService")),
            ("dcterms:title", Literal("SPARQL 1.1 endpoint", language="en")),
            ("dcterms:conformsTo", NamedNode(_PROTOCOL)),
            ("dcat:endpointURL", NamedNode(self.root + "sparql")),
            ("dcat:endpointDescription", NamedNode(self.root + "sparql")),
            ("dcat:servesDataset", self.dataset),
        )

    def sources(self) -> Iterator[Triple]:
        """The documents, with what each says of itself. Terms that are an address are a licence."""
        for one in self.holdings.documents:
            document, rights = NamedNode(one["iri"]), one["rights"] or ""
            licence = rights if is_web_address(rights) else None
            yield from self.say(self.dataset, ("dcterms:source", document))
            yield from self.say(
                document,
                ("rdf:type", NamedNode(v.SL + "Document")),
                ("dcterms:title", Literal(one["title"])),
                ("dcterms:publisher", Literal(one["publisher"]) if one["publisher"] else None),
                ("dcterms:issued", date(one["issued"])),
                ("dcterms:license", node(licence)),
                ("dcterms:rights", Literal(rights) if rights and not licence else None),
            )

    def distribution(self, ending: str, media_type: str, title: str, form: str | None) -> Iterator[Triple]:
        address = NamedNode(f"{self.root}data/strategy-links.{ending}")
        file = self.iri(f"download-{ending}")
        yield from self.say(
            self.dataset,
            ("dcat:distribution", file),
            ("void:dataDump", address if form else None),
            ("void:feature", NamedNode(FORMATS + form) if form else None),
        )
        yield from self.say(
            file,
            ("rdf:type", NamedNode(DCAT + "Distribution")),
            ("dcterms:title", Literal(title, language="en")),
            ("dcterms:rights", self.iri("rights")),
            ("dcat:mediaType", NamedNode(_IANA + media_type)),
            ("dcat:accessURL", address),
            ("dcat:downloadURL", address),
        )

    def partitions(self, kind: str, partition: str, of: str, counted: str) -> Iterator[Triple]:
        figures: dict[str, int] = self.holdings.figures["classes" if kind == "class" else "properties"]
        for iri, count in figures.items():
            part = self.iri(f"{kind}-{fingerprint(iri)}")
            yield from self.say(self.dataset, (partition, part))
            yield from self.say(
                part, ("rdf:type", NamedNode(VOID + "Dataset")), (of, NamedNode(iri)), (counted, Literal(count))
            )
