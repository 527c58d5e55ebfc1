"""The addresses that pages link to. A page knows none by itself: a server has one kind, a folder of files another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.show.site.imprint import Imprint


class Links(Protocol):
    """The addresses that pages link to, and whose pages they are. Where one is None, these pages have no such thing."""

    imprint: Imprint
    home: str
    search: str | None
    graph: str | None
    queries: str | None
    editor: str | None
    dataset: str
    method: str
    accessibility: str
    ontology: str
    style: str

    def listing(self, name: str, page: int = 1) -> str:
        """A list of things, `pledges` or `programmes` for instance, or of the pledges of a finding; pages from 1."""

    def asset(self, name: str) -> str:
        """A script that pages load."""

    def passage(self, document: str, start: int) -> str | None:
        """The words of a document, by its IRI, that start at a character; None where the document has no page."""

    def absolute(self, path: str) -> str:
        """An address of these pages with where they are published."""

    def iri(self, iri: str) -> str | None:
        """The page of an IRI; None where there is none."""

    def query(self, name: str) -> str | None:
        """The page of a named query; None where queries have none."""

    def answer(self, name: str, ending: str, values: Mapping[str, Any]) -> str | None:
        """The rows of a named query in a format, with its parameters set; None where they are not to be had."""

    def asked(self, sparql: str, title: str) -> str | None:
        """The editor with a query in it; None where there is no editor."""

    def data(self, ending: str) -> str:
        """All of the data in a format."""
