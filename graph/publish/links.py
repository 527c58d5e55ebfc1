"""The addresses of a published folder, each as seen from one of its pages (`graph.show.site.links.Links`).

They are relative, so that the folder can be opened from a disk, mailed, or put below any address.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin

from graph import vocabulary as v
from graph.publish.paths import numbered
from graph.show.site.imprint import NOBODY, Imprint

if TYPE_CHECKING:
    from collections.abc import Mapping

HOME, SEARCH, GRAPH, DATA, METHOD = "index.html", "search.html", "graph.html", "data.html", "method.html"
ACCESSIBILITY, ONTOLOGY, STYLE = "accessibility.html", "ontology.html", "assets/site.css"


def listed(name: str, page: int = 1) -> str:
    """The path of a list."""
    return numbered(f"lists/{name}.html", page)


def asset(name: str) -> str:
    """The path of a script that pages load."""
    return f"assets/{name}"


def data_file(ending: str) -> str:
    """The path of all of the data in a format."""
    return f"data/strategy-links.{ending}"


class FolderLinks:
    """The addresses seen from the page at `here`. `address`, where the folder is published, ends in a slash."""

    queries: str | None = None
    editor: str | None = None

    def __init__(
        self,
        paths: Mapping[str, str],
        here: str,
        address: str | None,
        imprint: Imprint = NOBODY,
        *,
        has_graph: bool = True,
    ) -> None:
        self.imprint = imprint
        self._paths = paths
        self._here = here
        self._up = "../" * here.count("/")
        self._address = address
        self.home, self.dataset, self.method = map(self.to, (HOME, DATA, METHOD))
        self.accessibility, self.ontology, self.style = map(self.to, (ACCESSIBILITY, ONTOLOGY, STYLE))
        self.search: str | None = self.to(SEARCH)
        self.graph: str | None = self.to(GRAPH) if has_graph else None

    def to(self, path: str) -> str:
        """The address of a file of the folder; its path is the same as an address (`graph.publish.paths`)."""
        return self._up + path

    def absolute(self, path: str) -> str:
        """An address with where it is published; as it is where nobody said where that is."""
        if self._address is None:
            return path
        return urljoin(self._address, posixpath.normpath(posixpath.join(posixpath.dirname(self._here), path)))

    def iri(self, iri: str) -> str | None:
        """The page of a thing or of a term; None where there is none."""
        if iri.startswith(v.SL):
            return f"{self.ontology}#{quote(iri.removeprefix(v.SL))}"
        thing, hash_mark, part = (iri, "", "") if iri in self._paths else iri.rpartition("#")
        path = self._paths.get(thing)
        return self.to(path) + hash_mark + quote(part) if path else None

    def passage(self, document: str, start: int) -> str | None:
        """The words of a document that start at a character."""
        path = self.iri(document)
        return f"{path}#at-{start}" if path else None

    def listing(self, name: str, page: int = 1) -> str:
        """A list of things, or of the pledges of a finding."""
        return self.to(listed(name, page))

    def asset(self, name: str) -> str:
        """A script that pages load."""
        return self.to(asset(name))

    # A server has queries and an editor for them, a folder neither.
    def query(self, name: str) -> None:
        """No page."""

    def answer(self, name: str, ending: str, values: Mapping[str, Any]) -> None:
        """No rows."""

    def asked(self, sparql: str, title: str) -> None:
        """No editor."""

    def data(self, ending: str) -> str:
        """All of the data in a format."""
        return self.to(data_file(ending))
