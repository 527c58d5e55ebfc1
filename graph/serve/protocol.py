"""The SPARQL 1.1 protocol, query operation: what a request asks (https://www.w3.org/TR/sparql11-protocol/#query-operation)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import pyoxigraph

from graph.identifiers import iri

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"


class RefusedError(Exception):
    """A request that is not answered: its HTTP status, and why in a sentence."""

    def __init__(self, status: int, sentence: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(sentence)
        self.status = status
        self.headers = headers


@dataclass(frozen=True, slots=True)
class Asked:
    """A query and the dataset that it is to see; None where the request names no graph."""

    query: str
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None

    def task(self, base: str) -> dict[str, Any]:
        """As `graph.serve.tasks.sparql` takes it; `base` is the address that relative IRIs in the query start from."""
        return {
            "task": "sparql",
            "query": self.query,
            "default_graphs": self.default_graphs,
            "named_graphs": self.named_graphs,
            "base": base,
        }


def asked_by_get(query_string: bytes) -> Asked | None:
    """What a GET request asks; None where it asks for nothing. Raises RefusedError."""
    fields = fields_of(query_string)
    return _asked(fields) if fields else None


def asked_by_post(content_type: str, query_string: bytes, body: bytes) -> Asked:
    """What a POST request asks, by a form or directly. Raises RefusedError."""
    media_type, charset = _parts(content_type)
    if media_type == FORM:
        return _asked([*fields_of(query_string), *fields_of(body)])
    if media_type == QUERY:
        if charset not in ("utf-8", "utf8"):
            raise RefusedError(415, f"The query is sent as {charset}; send it as UTF-8.")
        return _asked([*fields_of(query_string), ("query", _decoded(body))])
    if media_type == UPDATE:
        raise RefusedError(403, "This server only reads; updates are refused.")
    raise RefusedError(415, f"A query is posted as {FORM} or {QUERY}; send one of them as Content-Type.")


def _asked(fields: Sequence[tuple[str, str]]) -> Asked:
    if any(name == "update" for name, _ in fields):
        raise RefusedError(403, "This server only reads; updates are refused.")
    queries = [value for name, value in fields if name == "query"]
    if len(queries) != 1:
        raise RefusedError(400, f"The request holds {len(queries)} queries; send one, as the parameter query.")
    return Asked(queries[0], _graphs(fields, "default-graph-uri"), _graphs(fields, "named-graph-uri"))


def _graphs(fields: Sequence[tuple[str, str]], parameter: str) -> tuple[str, ...] | None:
    """The graphs that a request names; an empty tuple is not the same as None, which leaves it to the query."""
    named = tuple(value for name, value in fields if name == parameter)
    for value in named:
        try:
            pyoxigraph.NamedNode(iri(value))
        except ValueError:
            raise RefusedError(400, f"{parameter}: {value!r} is not an absolute IRI; give one.") from None
    return named or None


def fields_of(encoded: bytes) -> list[tuple[str, str]]:
    """Names and values of a form or of what stands behind a question mark. Raises RefusedError."""
    try:
        return parse_qsl(encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=1000)
    except (UnicodeDecodeError, ValueError):
        raise RefusedError(400, "The request's parameters are not UTF-8 in percent-encoding; encode them so.") from None


def _parts(content_type: str) -> tuple[str, str]:
    """The media type and the charset, in small letters."""
    media_type, *parameters = (part.strip().lower() for part in content_type.split(";"))
    charsets = [one.removeprefix("charset=").strip('"') for one in parameters if one.startswith("charset=")]
    return media_type, charsets[0] if charsets else "utf-8"


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RefusedError(400, f"The query is not UTF-8 at byte {error.start}; send it so.") from None
