"""The documents that a page quotes and the themes of its pledges, by their IRIs: what records do not hold."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from graph.ask.rows import rows
from graph.show.tables import printable
from graph.show.words import place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.store import Queryable

_DOCUMENTS = """SELECT ?iri ?file ?title WHERE {
  ?iri a sl:Document ; sl:fileName ?file . OPTIONAL { ?iri dcterms:title ?title } }"""
THEMES = "SELECT ?iri ?theme WHERE { %s ?iri a sl:Commitment ; sl:theme ?theme }"


@dataclass(frozen=True)
class Sources:
    """`documents` has the `file` and, where there is one, the `title` of each; `themes` the theme of each pledge.

    Without them a document is known by its file name alone, and a theme by its headings.
    """

    documents: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    themes: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Queryable, pledges: Sequence[str] | None = None) -> Sources:
        """Those of a store, with the themes of all pledges, or of those named: of fifty thousand that is quicker."""
        return cls(
            {row["iri"]: row for row in rows(store, _DOCUMENTS)},
            {row["iri"]: row["theme"] for row in rows(store, THEMES, pledges)},
        )

    @cached_property
    def _files(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for iri, told in sorted(self.documents.items()):
            found[told["file"]].append(iri)
        return found

    def called(self, file: str, near: str) -> str:
        """The document with a file name; of several, that whose IRI has most in common with `near`."""
        found = self._files.get(file, [file])
        return max(found, key=lambda iri: alike(iri, near))

    def titled(self, identity: str) -> dict[str, str]:
        """The file name of a document, and its title where that is another."""
        told = self.documents.get(identity, {})
        file, title = printable(told.get("file", identity)), printable(told.get("title", ""))
        return {"file": file, "title": title} if title not in ("", file) else {"file": file}

    def place(self, quote: Mapping[str, Any]) -> Markup:
        """Where a quote stands: the document by its title, page and line, then the name of the file, apart.

        >>> print(Sources().place({"document": "plan.pdf", "line": 12, "page": 4}))
        plan.pdf, p. 4, line 12
        """
        told = self.titled(document_of(quote))
        if "title" not in told:
            return escape(place({**quote}))
        where = place({**quote, "document": told["title"]})
        return Markup('{} <span class="file">({})</span>').format(where, told["file"])


def alike(one: Iterable[str], other: Iterable[str]) -> int:
    """How many characters two texts have in common at their beginning.

    >>> alike("harbour", "hard"), alike(reversed("a.html"), reversed("b.html"))
    (3, 5)
    """
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def document_of(quote: Mapping[str, Any]) -> str:
    """What tells the document of a quote from others: its IRI (`graph.ask.rows.located`), or its name in a file."""
    return str(quote.get("source") or quote["document"])
