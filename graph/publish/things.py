"""Jobs that write files: the pages of some things, or all of the data in one format. A process opens the store once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from graph.ask.description import describe
from graph.export import ExportFormat, export
from graph.publish.folder import write_all
from graph.publish.links import FolderLinks, data_file
from graph.publish.paths import numbered, paths
from graph.show.site.resource import resource_page
from graph.store import Store

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from graph.ask.records import Record

Asked = tuple[str, "dict[str, Any] | None"]  # an IRI, and the record of a pledge


@dataclass(frozen=True, slots=True)
class Job:
    """What all jobs of one site share: the build that is read, whatever is current now, and the folder written into."""

    store: Path
    build: Path
    folder: Path
    address: str | None


def write_things(job: Job, asked: Sequence[Asked]) -> list[str]:
    """Write the pages of things; the paths of the files, in the order asked."""
    store = _opened(job.store, job.build)
    known = _paths(store)
    written: dict[str, bytes] = {}
    for iri, pledge in asked:
        number, pages = 1, 1
        while number <= pages:
            path = numbered(known[iri], number)
            links = FolderLinks(known, path, job.address)
            said = describe(store, iri, number)
            further = links.to(numbered(known[iri], 2)).replace(".page-2.", ".page-{}.")
            page = resource_page(store, said, links, {}, further, pledge=pledge)
            written[path] = page.body
            number, pages = number + 1, page.pages
    write_all(job.folder, written)
    return list(written)


def write_data(job: Job, ending: str, form: ExportFormat, records: Sequence[Record] | None) -> None:
    """Write all of the data in one format; tables are made of the `records` of all pledges."""
    write_all(job.folder, {data_file(ending): export(_opened(job.store, job.build), form, records)})


@cache
def _opened(store: Path, build: Path) -> Store:
    return Store(store, build)


@cache
def _paths(store: Store) -> dict[str, str]:
    return paths(store)
