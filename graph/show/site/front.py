"""The pages that lead to the others: home, the named queries, one of them with its answer, and what the data is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.show.site.rendering import class_word, clipped, dated, prefixed, property_words, rendered
from graph.show.site.schema_org import of_dataset
from graph.show.words import shown, words
from graph.vocabulary import local_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.ask.queries import NamedQuery
    from graph.show.site.links import Links

Record = dict[str, Any]

FEW, ROWS = 20, 100  # strategies and documents on the home page; rows of an answer on a page


def home_page(about: Mapping[str, Any], queries: Sequence[NamedQuery], links: Links) -> bytes:
    """`about`: `title`, `description`, `counts`, `statuses`, `strategies`, `documents`, `modified`, `downloads`."""
    statuses = [(value, about["statuses"][value]) for value in words()["statuses"] if about["statuses"].get(value)]
    return rendered(
        "home.html.j2",
        links,
        title=about["title"],
        about=about,
        statuses=statuses,
        strategies=[_strategy(one, links) for one in about["strategies"][:FEW]],
        documents=[_document(one, links) for one in about["documents"][:FEW]],
        queries=queries,
        formats={},
        data=of_dataset(about["title"], about["description"], {**about, "documents": about["documents"][:FEW]}, links),
    )


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
        columns=answer.columns if answer else (),
        rows=[[_cell(cell, links) for cell in row] for row in rows],
        total=len(answer.rows) if answer else 0,
        formats={},
        data=None,
    )


def dataset_page(
    about: Mapping[str, Any], figures: Mapping[str, Any], links: Links, formats: Mapping[str, str]
) -> bytes:
    """What the data is and holds. `about` as for `home_page`, with `rights`, `bases`, `issued` and `endpoint`."""
    return rendered(
        "dataset.html.j2",
        links,
        title="About the data",
        about=about,
        figures=figures,
        documents=[_document(one, links) for one in about["documents"]],
        classes=_partition(figures["classes"], class_word, links),
        properties=_partition(figures["properties"], lambda iri: property_words(iri)["out"], links),
        graphs=[[_thing(iri, iri, links), _number(count)] for iri, count in list(figures["graphs"].items())[:ROWS]],
        formats=formats,
        data=of_dataset(about["title"], about["description"], about, links),
    )


def problem_page(status: int, sentence: str, links: Links) -> bytes:
    """What is shown instead of a page that is not there."""
    title = "There is no such page" if status == 404 else "This cannot be answered"
    return rendered("problem.html.j2", links, title=title, sentence=sentence, formats={}, data=None)


def _strategy(one: Record, links: Links) -> list[Record]:
    period = " to ".join(dated(one[key]) for key in ("start", "end") if one[key])
    return [_thing(one["iri"], one["title"], links), _text(period), _text(one["name"])]


def _document(one: Record, links: Links) -> list[Record]:
    issued = dated(one["issued"]) if one["issued"] else None
    return [
        _thing(one["iri"], one["title"], links),
        _text(one["publisher"]),
        _text(issued),
        _text(one["rights"] or "not stated"),
    ]


def _partition(figures: Mapping[str, int], word: Any, links: Links) -> list[list[Record]]:
    return [[_thing(iri, prefixed(iri), links), _text(word(iri)), _number(count)] for iri, count in figures.items()]


def _thing(iri: str, text: str, links: Links) -> Record:
    return _text(text) | {"href": links.iri(iri)}


def _text(text: str | None) -> Record:
    return {"text": shown(text) if text else "", "href": None, "away": False, "language": None, "number": False}


def _number(number: float) -> Record:
    return _text(f"{number:,}") | {"number": True}


def _cell(cell: str | int | float | bool | None, links: Links) -> Record:
    """A cell of an answer; the address of a thing leads to its page."""
    if isinstance(cell, bool):
        return _text("yes" if cell else "no")
    if isinstance(cell, int | float):
        return _number(cell)
    page = links.iri(cell) if cell and cell.startswith(("http://", "https://")) and " " not in cell else None
    return _text(clipped(local_name(cell), 40)) | {"href": page} if cell and page else _text(cell)
