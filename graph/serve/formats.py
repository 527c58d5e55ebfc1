"""The formats that linked data answers in, and triples written in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph import vocabulary as v

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import Triple

#: Media types in the order of preference where a request has none, with the ending of their addresses. Whoever wants
#: HTML says so, as every browser does; who says nothing, or `*/*` as curl does, is a program.
FORMATS = {
    "text/turtle": "ttl",
    "application/ld+json": "jsonld",
    "application/n-triples": "nt",
    "application/rdf+xml": "rdf",
    "text/html": "html",
}
MEDIA_TYPES = {ending: media_type for media_type, ending in FORMATS.items()}
HTML = "html"
_ENGINE_NAMES = {"ttl": "TURTLE", "jsonld": "JSON_LD", "nt": "N_TRIPLES", "rdf": "RDF_XML"}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2


def written(triples: Iterable[Triple], ending: str, prefixes: Mapping[str, str] = v.PREFIXES) -> bytes:
    """Triples in a format (an ending of FORMATS), in the order given.

    RDF/XML cannot hold all characters that RDF can; what XML 1.0 forbids is written as U+FFFD there.
    """
    import pyoxigraph

    form, triples = getattr(pyoxigraph.RdfFormat, _ENGINE_NAMES[ending]), tuple(triples)
    text = "\n".join(map(str, triples))
    used = {name: namespace for name, namespace in prefixes.items() if f"<{namespace}" in text}
    body = pyoxigraph.serialize(triples, format=form, prefixes=used) or b""
    return _NOT_XML.sub("\ufffd", body.decode()).encode() if ending == "rdf" else body
