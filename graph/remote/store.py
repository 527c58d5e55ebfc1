"""A store on a SPARQL 1.1 server: asked as the embedded store is, with the same answers."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any

from graph.ask.explain import with_prefixes
from graph.errors import QueryError, ServerError
from graph.remote import record
from graph.remote.client import Client
from graph.remote.dataset import graphs_meant
from graph.remote.engines import engine_of, headers
from graph.vocabulary import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import BinaryIO

    from graph.remote.client import Response

RESULTS, TRIPLES = "application/sparql-results+json", "application/n-triples"
_UNFINISHED = "The last push to this server has not ended: answers may lack what it had still to send. Push again."


class RemoteStore:
    """What was pushed to a server, or the server's default graph where nothing was. `note` is told what a reader
    should know. Raises ServerError where the server cannot be asked.
    """

    def __init__(self, url: str, note: Callable[[str], None] = lambda _: None) -> None:
        self.client = Client(url)
        self.shown = self.client.shown
        self._note = note
        response = self.sent(record.RECORD_QUERY, RESULTS)
        self.engine = engine_of(response)
        self.pushed = record.read(self._solutions(self._whole(response)), self.shown)
        if self.pushed and not self.pushed.whole:
            note(_UNFINISHED)

    @property
    def at_once(self) -> int | None:
        """How many things one query may name in its VALUES."""
        return self.engine.at_once

    @cached_property
    def search_index(self) -> Path:
        """The SQLite file that `ask.search` reads: made here from the server's graph, and kept."""
        from graph.remote.index import local_index

        return local_index(self, self._note)

    def query(self, query: str, *, prefixes: dict[str, str] = PREFIXES, **dataset: Any) -> Any:
        """What the server answers: solutions, triples or a boolean. The project's prefixes need not be declared.

        The embedded engine reads the query first, so that an update never leaves, and says what is no query as it
        does for the embedded store. Raises SyntaxError for that, and QueryError for what the server does not take.
        """
        import pyoxigraph

        if dataset:
            raise TypeError("the graphs of a server are chosen with FROM and FROM NAMED")
        expected = pyoxigraph.Store().query(query, prefixes=prefixes)
        text = with_prefixes(query, prefixes, " ")
        meant = graphs_meant(query, self.pushed, self.engine)
        if isinstance(expected, pyoxigraph.QueryTriples):
            return _triples(self._whole(self.sent(text, TRIPLES, meant)), self.shown)
        solutions = self._solutions(self._whole(self.sent(text, RESULTS, meant)))
        return solutions if isinstance(solutions, pyoxigraph.QueryBoolean) else self.engine.in_order(query, solutions)

    def watched(self) -> AbstractContextManager[None]:
        """Explains to a person an answer that breaks off."""
        return _explained(self.shown)

    def select(self, query: str) -> Iterator[dict[str, Any]]:
        """The rows of a SELECT, as terms by the name of their variable; unbound variables are left out."""
        with self.watched():
            solutions = self.query(query)
            names = [variable.value for variable in solutions.variables]
            for solution in solutions:
                yield {name: solution[name] for name in names if solution[name] is not None}

    def sent(
        self,
        query: str,
        accepted: str,
        meant: Mapping[str, str | list[str]] | None = None,
        into: BinaryIO | None = None,
    ) -> Response:
        """The server's answer to a query as it stands, by POST, since a query may be longer than a URL may.

        https://www.w3.org/TR/sparql11-protocol/#query-via-post-urlencoded. Raises QueryError for 400.
        """
        form = {"query": query, **(meant or {})}
        response = self.client.send("POST", headers=headers(accepted), data=form, into=into)
        if response.status == 400:
            reason = self.client.reason(response) or "it does not say why"
            raise QueryError(f"{self.shown}: the server does not take this query ({reason}); write it in another way.")
        if response.status == 404:
            raise ServerError(self.shown, "there is nothing at this address (404)", "check the path in --endpoint")
        if response.media_type != accepted:
            found = response.media_type or "something without a type"
            problem = f"it answers with {found} where SPARQL results were asked for"
            raise ServerError(self.shown, problem, "name the address of its SPARQL queries with --endpoint")
        return response

    def _whole(self, response: Response) -> Response:
        if limit := self.engine.limit(response):
            remedy = "raise its limit (for Virtuoso: ResultSetMaxRows and MaxQueryExecutionTime), or ask for less"
            raise ServerError(self.shown, f"the server {limit}", remedy)
        return response

    def _solutions(self, response: Response) -> Any:
        """The solutions, or the boolean, of an answer, which is read whole, so that one cut off is told now."""
        import pyoxigraph

        with self.watched():
            body = self.engine.results(response.body)
            answer = pyoxigraph.parse_query_results(body, format=pyoxigraph.QueryResultsFormat.JSON)
            if isinstance(answer, pyoxigraph.QueryBoolean):
                return answer
            for _ in answer:
                pass
            return pyoxigraph.parse_query_results(body, format=pyoxigraph.QueryResultsFormat.JSON)


def _triples(response: Response, where: str) -> list[Any]:
    import pyoxigraph

    with _explained(where):
        quads = pyoxigraph.parse(response.body, format=pyoxigraph.RdfFormat.N_TRIPLES)
        return [pyoxigraph.Triple(quad.subject, quad.predicate, quad.object) for quad in quads]


@contextmanager
def _explained(where: str) -> Iterator[None]:
    import sqlite3

    try:
        yield
    except (SyntaxError, ValueError, KeyError) as error:
        problem = "its answer breaks off or is not what SPARQL servers write"
        raise ServerError(where, problem, "try again, or ask for less at once") from error
    except sqlite3.Error as error:
        raise ServerError(where, f"the search index made of it cannot be read ({error})", "try again") from error
