"""Namespaces and terms. `ontology/` defines those under `sl:`; the others are the standards' own.

Plain strings, so that a command that only asks need not import an RDF library.
"""

from __future__ import annotations

SL = "https://w3id.org/strategy-links#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
ORG = "http://www.w3.org/ns/org#"
OA = "http://www.w3.org/ns/oa#"
SCHEMA = "https://schema.org/"
SEMAPV = "https://w3id.org/semapv/vocab/"
SSSOM = "https://w3id.org/sssom/"

#: Prefixes that every query and export of the project knows.
PREFIXES = {
    "dcterms": DCTERMS,
    "oa": OA,
    "org": ORG,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "semapv": SEMAPV,
    "skos": SKOS,
    "sl": SL,
    "sssom": SSSOM,
    "xsd": XSD,
}

LEXICAL_MATCHING = "semapv:LexicalMatching"
MANUAL_CURATION = "semapv:ManualMappingCuration"


def expand(name: str, prefixes: dict[str, str] = PREFIXES) -> str:
    """The IRI of a prefixed name; anything without a known prefix is returned as it is.

    >>> expand("sl:ownedBy")
    'https://w3id.org/strategy-links#ownedBy'
    """
    prefix, colon, local = name.partition(":")
    return prefixes[prefix] + local if colon and prefix in prefixes else name


def local_name(term: str) -> str:
    """What follows the namespace in an IRI.

    >>> local_name("https://w3id.org/strategy-links#InProgress")
    'InProgress'
    """
    return term.replace("#", "/").rsplit("/", 1)[-1]
