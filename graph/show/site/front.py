"""Pages that lead to the others: the named queries, one of them with its answer, and what the data is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.identifiers import is_web_address
from graph.show.site.cells import number_cell, text_cell, thing_cell
from graph.show.site.listed_rows import document_cells
from graph.show.site.rendering import rendered
from graph.show.site.schema_org import of_dataset
from graph.show.site.terms import class_word, prefixed, property_words
from graph.show.tables import printable
from graph.show.wording import clipped, sentence_case
from graph.show.words import words
from graph.vocabulary import local_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.ask.queries import NamedQuery
    from graph.show.site.links import Links

Record = dict[str, Any]

# What pages load or were made with that others wrote; their licences travel with the program.
_SOFTWARE = (
    ("vis-network", "draws the graph", "Apache 2.0 or MIT"),
    ("pyvis", "makes the page of the graph", "BSD 3-clause"),
    ("MiniSearch", "searches in the browser", "MIT"),
    ("YASGUI", "the SPARQL editor of a server", "MIT"),
)

_GONE = (404, 410)
ROWS = 100  # rows of an answer, or documents, on a page
_PLACES = ("start", "end", "line", "page")  # columns whose numbers say where, not how many
_COLUMNS = {"iri": "Address", "commitment": "Address", "start": "From character", "end": "To character"}


def queries_page(queries: Sequence[NamedQuery], links: Links) -> bytes:
    """All named queries with what each tells, and where its rows are."""
    return rendered("queries.html.j2", links, title="Queries", queries=queries, formats={}, data=None)


def query_page(query: NamedQuery, values: Mapping[str, Any], answer: Any, problem: str | None, links: Links) -> bytes:
    """One named query. `answer` holds `columns` and `rows`; it is None where `problem` says why there is none."""
    rows = answer.rows[:ROWS] if answer else ()
    return rendered(
        "query.html.j2",
        links,
        title=query.title,
        query=query,
        values=values,
        sparql=query.with_values(values) if answer else query.text,
        problem=problem,
        columns=[_COLUMNS.get(column) or sentence_case(column) for column in answer.columns] if answer else (),
        rows=[[_cell(*cell, links) for cell in zip(answer.columns, row, strict=True)] for row in rows],
        total=len(answer.rows) if answer else 0,
        formats={},
        data=None,
    )


def dataset_page(
    about: Mapping[str, Any], figures: Mapping[str, Any], links: Links, formats: Mapping[str, str]
) -> bytes:
    """What the data is and holds. `about` as home has it, with `rights`, `bases`, `issued`, perhaps `endpoint`."""
    return rendered(
        "dataset.html.j2",
        links,
        title="Data, sources and licences",
        about=about,
        figures=figures,
        documents=[document_cells(one, links) for one in about["documents"][:ROWS]],
        software=[list(map(text_cell, one)) for one in _SOFTWARE],
        classes=_partition(figures["classes"], class_word, links),
        properties=_partition(figures["properties"], lambda iri: property_words(iri)["out"], links),
        graphs=[
            [thing_cell(iri, iri, links), number_cell(count)] for iri, count in list(figures["graphs"].items())[:ROWS]
        ],
        formats=formats,
        data=of_dataset(about["title"], about["description"], about, links),
    )


def problem_page(status: int, sentence: str, links: Links) -> bytes:
    """What is shown instead of a page that is not there, with what to do."""
    title = "There is no such page" if status in _GONE else "This cannot be answered"
    said = {"title": title, "sentence": printable(sentence), "is_gone": status in _GONE}
    return rendered("problem.html.j2", links, **said, formats={}, data=None)


def _partition(figures: Mapping[str, int], word: Any, links: Links) -> list[list[Record]]:
    return [
        [thing_cell(iri, prefixed(iri), links), text_cell(word(iri)), number_cell(count)]
        for iri, count in figures.items()
    ]


def _cell(column: str, cell: str | int | float | bool | None, links: Links) -> Record:
    """A cell of an answer; the address of a thing leads to its page, and a relation stands in words."""
    if isinstance(cell, bool):
        return text_cell("yes" if cell else "no")
    if isinstance(cell, int | float):
        return number_cell(cell, grouped=column not in _PLACES)
    if column == "relation" and cell in words()["relations"]:
        return text_cell(words()["relations"][cell]["line"])
    page = links.iri(cell) if cell and is_web_address(cell) else None
    return text_cell(clipped(local_name(cell), 40)) | {"href": page} if cell and page else text_cell(cell)
