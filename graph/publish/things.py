"""Jobs that write files: the pages of some things, or all of the data in one format. A process opens the store once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from graph.ask.description import describe
from graph.ask.ledger import share
from graph.export import ExportFormat, export
from graph.publish.folder import write_all
from graph.publish.links import FolderLinks, data_file
from graph.publish.paths import numbered, paths
from graph.show.site.resource import resource_page
from graph.store import Store

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from graph.ask.records import Record
    from graph.show.site.imprint import Imprint

Asked = tuple[str, "dict[str, Any] | None"]  # an IRI, and the record of a pledge


@dataclass(frozen=True, slots=True)
class Job:
    """What all jobs of one site share: the build that is read, whatever is current now, and the folder written into.

    `ledger` is the file that they keep the ledger in of a build that has none.
    """

    store: Path
    build: Path
    folder: Path
    address: str | None
    imprint: Imprint
    has_graph: bool
    ledger: Path

    def seen_from(self, path: str, known: Mapping[str, str]) -> FolderLinks:
        """The addresses as a page at a path of the folder has them; `known` are the paths of all things."""
        return FolderLinks(known, path, self.address, self.imprint, has_graph=self.has_graph)


def write_things(job: Job, asked: Sequence[Asked]) -> dict[str, list[str]]:
    """Write the pages of things; the paths of the files, by IRI."""
    store = _opened(job.store, job.build)
    share(store, job.ledger)
    known = _paths(store)
    written: dict[str, bytes] = {}
    files: dict[str, list[str]] = {}
    for iri, pledge in asked:
        number, pages, files[iri] = 1, 1, []
        while number <= pages:
            path = numbered(known[iri], number)
            links = job.seen_from(path, known)
            said = describe(store, iri, number)
            further = links.to(numbered(known[iri], 2)).replace(".page-2.", ".page-{}.")
            page = resource_page(store, said, links, {}, further, pledge=pledge)
            written[path] = page.body
            files[iri].append(path)
            number, pages = number + 1, page.pages
    write_all(job.folder, written)
    return files


def write_data(job: Job, ending: str, form: ExportFormat, records: Sequence[Record] | None) -> None:
    """Write all of the data in one format; tables are made of the `records` of all pledges."""
    write_all(job.folder, {data_file(ending): export(_opened(job.store, job.build), form, records)})


@cache
def _opened(store: Path, build: Path) -> Store:
    return Store(store, build)


@cache
def _paths(store: Store) -> dict[str, str]:
    return paths(store)
