"""A store as an rdflib Dataset: read only, answered by the store's own engine, and asking nobody else.

rdflib's own evaluator fetches `FROM <address>` and SERVICE, and takes over from a store that says NotImplementedError.
So nothing here says that: what cannot be answered is refused in a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

import rdflib
from oxrdflib import OxigraphStore
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.plugins.sparql.sparql import Query

from graph.ask.guard import check_local
from graph.ask.run import said_where
from graph.errors import QueryError, StoreError
from graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    import pyoxigraph
    from rdflib.query import Result


def dataset(graph: pyoxigraph.Store) -> rdflib.Dataset:
    """A store of Oxigraph, opened for reading, as a Dataset that knows the project's prefixes."""
    made = _LocalDataset(store=_LocalStore(store=graph))
    made.default_graph = made.get_context(DATASET_DEFAULT_GRAPH_ID)
    for prefix, namespace in PREFIXES.items():
        made.namespace_manager.bind(prefix, namespace, replace=True)
    return made


def _read_only(*_: Any, **__: Any) -> NoReturn:
    raise StoreError("The store is for reading alone; change its documents or decisions and build it again.")


class _Local:
    """What is asked goes to the store, never to rdflib's evaluator."""

    def query(self, query_object: Any, *args: Any, **more: Any) -> Result:
        """As rdflib's. Raises QueryError for SERVICE, and for what would make rdflib evaluate the query."""
        processor = more.get("processor", args[0] if args else "sparql")
        if processor != "sparql" or not more.get("use_store_provided", len(args) < 5 or args[4]):
            raise QueryError("A query is answered by the store alone; leave out processor and use_store_provided.")
        answered: Result = super().query(query_object, *args, **more)  # type: ignore[misc]
        return answered

    update = parse = _read_only


class _LocalGraph(_Local, rdflib.Graph):
    """One graph of the store."""


class _LocalDataset(_Local, rdflib.Dataset):
    """All graphs of the store."""

    def get_context(self, identifier: Any, quoted: bool = False, base: str | None = None) -> rdflib.Graph:  # noqa: ARG002 - as rdflib's
        """A graph by its IRI, empty where the store has none of that name."""
        return _LocalGraph(self.store, identifier, self.namespace_manager, base)


class _LocalStore(OxigraphStore):
    """Oxigraph behind rdflib's interface, where nothing is written and queries are checked before they are sent."""

    add = addN = remove = remove_graph = update = destroy = _read_only  # noqa: N815 - the names are rdflib's

    def add_graph(self, graph: rdflib.Graph) -> None:
        """Nothing: rdflib asks for it whenever a graph is named, also for reading."""

    def contexts(self, triple: Any = None) -> Generator[rdflib.Graph, None, None]:
        """The graphs that hold a triple, or all of them."""
        for one in super().contexts(triple):
            yield _LocalGraph(self, one.identifier)

    def query(
        self,
        query: Query | str,
        initNs: Mapping[str, Any],  # noqa: N803
        initBindings: Mapping[str, Any],  # noqa: N803
        queryGraph: str,  # noqa: N803
        **more: Any,
    ) -> Result:
        """Raises QueryError for what is no query, asks another server, or takes what the engine does not know."""
        if more:
            raise QueryError(f"A query takes no {' or '.join(sorted(more))} here; write it into the query.")
        if isinstance(query, Query):  # a prepared one: its text, with the prefixes that it was prepared with
            query, prepared, _ = query._original_args
            initNs = {**initNs, **prepared}  # noqa: N806
        check_local(query)
        # A Dataset's own default graph is not named to the engine, so that FROM counts.
        asked = "" if queryGraph == DATASET_DEFAULT_GRAPH_ID else queryGraph
        try:
            result: Result = super().query(query, initNs, initBindings, asked)
        except SyntaxError as error:
            raise QueryError(f"The query is not SPARQL 1.1: {said_where(query, error)}; mend it there.") from error
        except RuntimeError as error:
            if not initBindings:
                raise
            raise QueryError("initBindings binds only what the query selects; write VALUES into the query.") from error
        return result
