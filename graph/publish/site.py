"""The site as a folder: the pages that lead to others, a page for each thing, the search, the graph and the data."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from graph import vocabulary as v
from graph.ask.holdings import DOWNLOADS, Holdings, about
from graph.ask.ledger import share
from graph.ask.records import commitment_records
from graph.ask.rows import located
from graph.ask.things import things_of
from graph.export import TABLES, ExportFormat, csvw_metadata
from graph.publish import links as at
from graph.publish.crew import crew
from graph.publish.folder import replaced, write_all
from graph.publish.paths import paths
from graph.publish.sitemap import sitemaps
from graph.publish.things import Job, write_data, write_things
from graph.show.graphpage.view import view
from graph.show.site import lists, search
from graph.show.site.accessibility import accessibility_page
from graph.show.site.front import dataset_page
from graph.show.site.home import home_page
from graph.show.site.imprint import NOBODY, Imprint
from graph.show.site.method import method_page
from graph.show.site.ontology import ontology_page
from graph.show.site.rendering import style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from graph.publish.links import FolderLinks
    from graph.publish.things import Asked
    from graph.store import Store

#: What the data are written as: the ending, and the format of `strategy-links export`.
FILES = {"csv": ExportFormat.CSV, "xlsx": ExportFormat.XLSX, "ttl": ExportFormat.TURTLE, "jsonld": ExportFormat.JSONLD}
#: What the description of a CSV file is called after it: https://www.w3.org/TR/tabular-data-model/#standard-file-metadata
METADATA = "-metadata.json"
AT_ONCE = 100  # things whose pages one process writes before it takes others
ALONE = 600  # so few things are written before another process has started


def site(
    store: Store,
    folder: Path,
    *,
    address: str | None = None,
    imprint: Imprint = NOBODY,
    workers: int = 1,
    step: Callable[[str], None] = lambda _: None,
) -> int:
    """Write the site into a folder, whole or not at all; how many pages it has.

    `address` is where it will be published, with a slash at its end, and `imprint` by whom. Raises OutputError.
    """
    known = paths(store)
    several = workers if len(known) > ALONE else 1
    with TemporaryDirectory() as shared, replaced(folder) as new, crew(several) as submit:
        pledges = dict.fromkeys(things_of(store).pointing("rdf:type", v.SL + "Commitment"))
        ledger = Path(shared) / "ledger.sqlite"
        job = Job(store.folder, store.build, new, address, imprint, has_graph=bool(pledges), ledger=ledger)
        step(f"writing {len(known):,} pages of pledges, programmes, documents and the like")
        # The longest first, and what needs no records before these are gathered: then no process waits for another.
        data = [submit(write_data, job, ending, form, None) for ending, form in FILES.items() if form not in TABLES]
        pages = [submit(write_things, job, part) for part in parts((iri, None) for iri in known if iri not in pledges)]
        share(store, ledger)
        records = commitment_records(store, quoted=located)
        data += [submit(write_data, job, ending, form, records) for ending, form in FILES.items() if form in TABLES]
        told = {one["iri"]: one for one in records}
        pages += [
            submit(write_things, job, part) for part in parts((iri, told.get(iri)) for iri in known if iri in pledges)
        ]
        front = front_pages(store, lambda path: job.seen_from(path, known))
        if pledges:
            front[at.GRAPH] = view(store, gathered=records, links=job.seen_from(at.GRAPH, known)).encode()
        files = {iri: paths for part in pages for iri, paths in part.result().items()}
        written = [
            *sorted(one for one in front if one.endswith(".html")),
            *(path for iri in known for path in files[iri]),
        ]
        step("writing the data")
        for one in data:
            one.result()
        table = at.data_file("csv")
        write_all(new, front | sitemaps(written, address) | {table + METADATA: csvw_metadata(new / table)})
    return len(written)


def parts(things: Iterable[Asked]) -> Iterator[list[Asked]]:
    """Things that have pages, some at a time."""
    left = iter(things)
    return iter(lambda: [*islice(left, AT_ONCE)], [])


def front_pages(store: Store, seen_from: Callable[[str], FolderLinks]) -> dict[str, bytes]:
    """The pages that lead to the things, and what all pages load."""
    made: dict[str, Callable[[FolderLinks], bytes]] = {
        at.HOME: lambda links: home_page(store, told_of_data(held, links), [], links),
        at.DATA: lambda links: dataset_page(told_of_data(held, links), held.figures, links, {}),
        at.METHOD: lambda links: method_page(store, links),
        at.ACCESSIBILITY: accessibility_page,
        at.ONTOLOGY: lambda links: ontology_page(links, {}),
        at.SEARCH: search.search_page,
    }
    held = Holdings(store)
    pages = {path: page(seen_from(path)) for path, page in made.items()}
    for name in lists.names():
        for number in range(1, lists.pages(store, name) + 1):
            path = at.listed(name, number)
            pages[path] = lists.list_page(store, name, number, seen_from(path))
    scripts = search.scripts() | {search.INDEX: search.index(store, seen_from(at.SEARCH))}
    assets = {at.asset(name): content for name, content in scripts.items()}
    return pages | assets | {at.STYLE: style().encode()}


def told_of_data(held: Holdings, links: FolderLinks) -> dict[str, Any]:
    """What the page of the data tells; a folder has no endpoint."""
    return about(held) | {"downloads": downloads(links), "endpoint": None}


def downloads(links: FolderLinks) -> list[dict[str, str]]:
    """The files of the data, as pages list them."""
    files = [
        {"href": links.data(ending), "media_type": media_type, "title": title}
        for ending, media_type, title, _ in DOWNLOADS
        if ending in FILES
    ]
    described = {
        "href": links.data("csv") + METADATA,
        "media_type": "application/csvm+json",
        "title": "What the columns of the CSV mean",
    }
    return [*files, described]
