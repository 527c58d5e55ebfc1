"""The query editor as tasks of a worker: its page, and what the page needs to know.

The page asks its own server, once, for the prefixes, the terms with what they mean, and the named queries. So
completion works with the network cut off.
"""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph import vocabulary as v
from graph.ask.queries import named_queries
from graph.resources import VOCABULARY_FILES
from graph.serve.addresses import Addresses
from graph.serve.answers import Answered

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import pyoxigraph

    from graph.ask.queries import NamedQuery
    from graph.store import Store

ASSETS = Path(__file__).parent / "assets"

_OWL = "http://www.w3.org/2002/07/owl#"
_KINDS = {
    _OWL + "Class": "class",
    _OWL + "ObjectProperty": "property",
    _OWL + "DatatypeProperty": "property",
    v.SKOS + "Concept": "value",
}
_LABELS = (v.SKOS + "prefLabel", v.RDFS + "label")
_DEFINITION = v.SKOS + "definition"

_EXAMPLE = """\
# Press Ctrl-Space to complete a name, and Ctrl-Enter to run.
SELECT ?commitment ?text ?status
WHERE {
  ?commitment a sl:Commitment ;
    sl:text ?text ;
    sl:status/skos:prefLabel ?status .
}
ORDER BY ?commitment
LIMIT 100
"""


def page(store: Store, asked: Mapping[str, Any]) -> Answered:
    """The page, with the list of the named queries. `asked` holds `root`, the address of the server."""
    from graph.serve.pages import links_of
    from graph.show.site.rendering import rendered

    links = links_of(store, asked)
    shown: dict[str, Any] = {"title": "SPARQL editor", "formats": {}, "data": None, "queries": named_queries()}
    return Answered("text/html", rendered("editor.html.j2", links, **shown))


def settings(store: Store, _: Mapping[str, Any]) -> Answered:
    """What the page reads at its start, as JSON.

    `{"bases": [IRI that instances live under], "prefixes": {PREFIX: NAMESPACE}, "query": text of a new query,
    "terms": [TERM], "queries": [{"name", "title", "text"}]}`, with TERM as in `terms`.
    """
    known = {
        "bases": Addresses(store).bases,
        "prefixes": v.PREFIXES,
        "query": new_query(),
        "terms": terms(),
        "queries": [_offered(query) for query in named_queries()],
    }
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    return Answered("application/json", text.encode())


def new_query() -> str:
    """A query to start from, with all of the project's prefixes before it."""
    declared = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in v.PREFIXES.items())
    return f"{declared}\n{_EXAMPLE}"


@cache
def terms() -> tuple[dict[str, str], ...]:
    """The terms that the editor completes, as `{"name", "iri", "kind", "label", "definition"}`, by name.

    `name` is prefixed, and `kind` one of class, property and value. Those of the ontology come with its own
    words; those of other standards with a sentence on how the data uses them.
    """
    found = [*_own_terms(), *_standard_terms()]
    return tuple(sorted(found, key=lambda term: (term["name"].lower(), term["name"])))


def _own_terms() -> list[dict[str, str]]:
    """Classes, properties and values of the ontology and of the status scheme."""
    import pyoxigraph

    kinds: dict[str, str] = {}
    said: dict[tuple[str, str], str] = {}
    for path in VOCABULARY_FILES:
        for triple in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
            subject, predicate = _text(triple.subject), triple.predicate.value
            if predicate == v.RDF + "type" and _text(triple.object) in _KINDS:
                kinds[subject] = _KINDS[_text(triple.object)]
            elif predicate == _DEFINITION or predicate in _LABELS:
                said.setdefault((subject, "definition" if predicate == _DEFINITION else "label"), _text(triple.object))
    return [
        {
            "name": "sl:" + iri.removeprefix(v.SL),
            "iri": iri,
            "kind": kind,
            "label": said[iri, "label"],
            "definition": said[iri, "definition"],
        }
        for iri, kind in kinds.items()
        if iri.startswith(v.SL)
    ]


def _text(term: pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple) -> str:
    return str(getattr(term, "value", term))


def _standard_terms() -> list[dict[str, str]]:
    table = tomllib.loads((Path(__file__).parent / "standard_terms.toml").read_text(encoding="utf-8"))
    return [
        {"name": name, "iri": v.expand(name), "kind": kind, "label": label, "definition": definition}
        for kind, names in table.items()
        for name, (label, definition) in names.items()
    ]


def _offered(query: NamedQuery) -> dict[str, Any]:
    return {"name": query.name, "title": query.title, "text": query.text}


TASKS: dict[str, Callable[[Store, Mapping[str, Any]], Answered]] = {"editor": page, "editor-settings": settings}
