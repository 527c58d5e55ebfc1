"""Pages and descriptions as tasks of a worker. `asked` holds `root`, the address of the server, which ends in a slash.

What is asked for in several formats comes with `form`: an ending of FORMATS, or None where none is accepted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from graph.ask.description import describe
from graph.ask.holdings import DOWNLOADS, Holdings, about
from graph.errors import QueryError
from graph.serve.addresses import SAFE, Addresses, ending_of
from graph.serve.answers import Answered
from graph.serve.dataset import dataset_triples
from graph.serve.formats import HTML, MEDIA_TYPES, written
from graph.serve.saying import PREFIXES
from graph.serve.service import service_triples
from graph.show.site.imprint import NOBODY, Imprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from pyoxigraph import Triple

    from graph.ask.description import Description
    from graph.store import Store

    Task = Callable[[Store, Mapping[str, Any]], Answered]

HYDRA = "http://www.w3.org/ns/hydra/core#"
_HTML = MEDIA_TYPES[HTML]
_URI = "/:?#[]@!$&'()*+,;=%-._~"  # RFC 3986, section 2: what is left as it is where an IRI becomes a URI


class ServerLinks:
    """The addresses of a server's pages (`graph.show.site.links.Links`)."""

    home, ontology, dataset, style = "/", "/ontology", "/void", "/assets/site.css"
    method, accessibility = "/method", "/accessibility"
    queries: str | None = "/queries"
    editor: str | None = "/editor"
    search: str | None = "/search"
    graph: str | None = "/graph"

    def __init__(self, store: Store, root: str, imprint: Imprint = NOBODY) -> None:
        self._addresses = Addresses(store)
        self._root = root
        self.imprint = imprint

    def iri(self, iri: str) -> str | None:
        """The page of an IRI; None where it answers elsewhere."""
        return self._addresses.path(iri)

    def listing(self, name: str, page: int = 1) -> str:
        """A list of things or of the pledges of a finding."""
        return f"/lists/{quote(name)}" + (f"?page={page}" if page > 1 else "")

    def asset(self, name: str) -> str:
        """A script that pages load."""
        return f"/assets/{name}"

    def passage(self, document: str, start: int) -> str | None:
        """The words of a document that start at a character."""
        path = self.iri(document)
        return f"{path}#at-{start}" if path else None

    def query(self, name: str) -> str:
        """The page of a named query."""
        return f"{self.queries}/{quote(name)}"

    def answer(self, name: str, ending: str, values: Mapping[str, Any]) -> str:
        """The rows of a named query in a format, with its parameters set."""
        return f"{self.query(name)}.{ending}" + (f"?{urlencode(values, doseq=True)}" if values else "")

    def asked(self, sparql: str, title: str) -> str | None:
        """The editor with a query in it."""
        return f"{self.editor}#{urlencode({'query': sparql, 'title': title})}"

    def data(self, ending: str) -> str:
        """All of the data in a format."""
        return f"/data/strategy-links.{ending}"

    def absolute(self, path: str) -> str:
        """An address of this server with the server's own."""
        return self._root + path.removeprefix("/")


def links_of(store: Store, asked: Mapping[str, Any]) -> ServerLinks:
    """The addresses of the server that is asked, with who publishes its pages, if somebody says so."""
    return ServerLinks(store, asked["root"], Imprint(**asked.get("imprint") or {}))


def home(store: Store, asked: Mapping[str, Any]) -> Answered:
    """The page that leads to all others."""
    from graph.ask.queries import named_queries
    from graph.show.site.home import home_page

    links = links_of(store, asked)
    return Answered(_HTML, home_page(store, _about(Holdings(store), links), named_queries(), links))


def queries(store: Store, asked: Mapping[str, Any]) -> Answered:
    """The page of all named queries."""
    from graph.ask.queries import named_queries
    from graph.show.site.front import queries_page

    return Answered(_HTML, queries_page(named_queries(), links_of(store, asked)))


def query(store: Store, asked: Mapping[str, Any]) -> Answered:
    """The page of the named query `name`; `values` are names and values as a form sends them."""
    from graph.ask.parameters import filled, shortened
    from graph.ask.queries import named_queries
    from graph.ask.run import answer_named
    from graph.show.site.front import query_page

    links = links_of(store, asked)
    found = next((one for one in named_queries() if one.name == asked["name"]), None)
    if found is None:
        sentence = f"There is no query {shortened(asked['name'])}; the page of the queries lists them."
        return problem(store, {**asked, "status": 404, "sentence": sentence, "form": HTML})
    values = filled(asked["values"])
    try:
        return Answered(_HTML, query_page(found, values, answer_named(store, found, values), None, links))
    except QueryError as error:
        return Answered(_HTML, query_page(found, values, None, str(error), links), status=400)


def resource(store: Store, asked: Mapping[str, Any]) -> Answered:
    """What is said of the IRI that `rest` names below a base; `page` counts the pages of what points to it."""
    named = Addresses(store).named(asked["rest"])
    if named is None:
        sentence = f"The store knows nothing with the address {asked['rest']!r} below its base."
        form = ending_of(asked["rest"])[1] or asked["form"]
        return problem(store, {**asked, "status": 404, "sentence": sentence, "form": form})
    iri, ending = named
    form, said = ending or asked["form"], describe(store, iri, asked["page"])
    if form is None:
        return _unacceptable(store, asked)
    if form != HTML and said.page > said.pages:
        return _no_such_page(store, asked, said.page, said.pages, form)
    links = links_of(store, asked)
    path = links.iri(iri) or ""
    which = f"?page={said.page}" if said.page > 1 else ""
    formats = {media_type: f"{path}.{ending}{which}" for ending, media_type in MEDIA_TYPES.items()}
    headers = _headers(formats, iri) | ({} if ending else {"Content-Location": formats[MEDIA_TYPES[form]]})
    paging = _Paging(said, links.absolute(path))
    headers["Link"] += paging.header
    if form != HTML:
        body = written((*said.triples, *paging.triples()), form, PREFIXES | {"hydra": HYDRA})
        return Answered(MEDIA_TYPES[form], body, headers=headers)
    from graph.show.site.resource import resource_page

    page = resource_page(store, said, links, _machine(formats), f"{path}?page={{}}")
    if said.page > page.pages:  # its lists may be longer than what points to it
        return _no_such_page(store, asked, said.page, page.pages, form)
    return Answered(_HTML, page.body, headers=headers)


def _no_such_page(store: Store, asked: Mapping[str, Any], page: int, pages: int, form: str) -> Answered:
    sentence = f"There are {pages} pages of what points to this, and page {page} is none of them."
    return problem(store, {**asked, "status": 404, "sentence": sentence, "form": form})


class _Paging:
    """Where the other pages are of what points to a thing; in the words of https://www.w3.org/ns/hydra/core."""

    def __init__(self, said: Description, address: str) -> None:
        self._said = said
        self._address = address
        self._others = {"previous": said.page - 1, "next": said.page + 1}
        self._others = {name: page for name, page in self._others.items() if 1 <= page <= said.pages}

    @property
    def header(self) -> str:
        """For the header Link (RFC 8288)."""
        relations = {"previous": "prev"}
        return "".join(f', <{self._page(page)}>; rel="{relations.get(one, one)}"' for one, page in self._others.items())

    def triples(self) -> Iterable[Triple]:
        """The same as triples, for a file that is kept; none where one page holds all."""
        from pyoxigraph import Literal, NamedNode, Triple

        from graph.vocabulary import RDF

        if not self._others:
            return
        view = NamedNode(self._page(self._said.page))
        yield Triple(view, NamedNode(RDF + "type"), NamedNode(HYDRA + "PartialCollectionView"))
        for name, page in self._others.items():
            yield Triple(view, NamedNode(HYDRA + name), NamedNode(self._page(page)))
        yield Triple(view, NamedNode(HYDRA + "totalItems"), Literal(self._said.total))
        yield Triple(view, NamedNode("http://xmlns.com/foaf/0.1/primaryTopic"), NamedNode(self._said.iri))

    def _page(self, number: int) -> str:
        return f"{self._address}?page={number}"


def ontology(store: Store, asked: Mapping[str, Any]) -> Answered:
    """The ontology and the status scheme."""
    from graph.show.site.ontology import ontology_page, ontology_triples

    return _document(store, asked, "/ontology", ontology_triples, lambda links, formats: ontology_page(links, formats))


def dataset(store: Store, asked: Mapping[str, Any]) -> Answered:
    """What the data is: VoID and DCAT."""
    from graph.show.site.front import dataset_page

    def page(links: ServerLinks, formats: Mapping[str, str]) -> bytes:
        held = Holdings(store)
        return dataset_page(_about(held, links), held.figures, links, formats)

    return _document(
        store, asked, "/void", lambda: dataset_triples(store, asked["root"], links_of(store, asked).imprint), page
    )


def service(store: Store, asked: Mapping[str, Any]) -> Answered:
    """The description of the endpoint, in RDF alone."""
    form = asked["form"]
    if form in (None, HTML):
        return _unacceptable(store, asked)
    return Answered(MEDIA_TYPES[form], written(service_triples(store, asked["root"]), form, PREFIXES))


def problem(store: Store, asked: Mapping[str, Any]) -> Answered:
    """A `status` and a `sentence` that says why, in the format asked for: in RDF, a comment on the address."""
    from pyoxigraph import Literal, NamedNode, Triple

    from graph.vocabulary import RDFS

    form = asked["form"]
    if form is None:
        return Answered("text/plain", (asked["sentence"] + "\n").encode(), status=asked["status"])
    if form == HTML:
        from graph.show.site.front import problem_page

        links = links_of(store, asked)
        return Answered(_HTML, problem_page(asked["status"], asked["sentence"], links), status=asked["status"])
    address = NamedNode(asked["root"] + quote(asked["path"].removeprefix("/"), safe=SAFE))
    said = Triple(address, NamedNode(RDFS + "comment"), Literal(asked["sentence"], language="en"))
    return Answered(MEDIA_TYPES[form], written([said], form), status=asked["status"])


def _document(
    store: Store,
    asked: Mapping[str, Any],
    path: str,
    triples: Callable[[], Iterable[Triple]],
    page: Callable[[ServerLinks, Mapping[str, str]], bytes],
) -> Answered:
    """A document that is one thing in all formats."""
    form = asked["form"]
    if form is None:
        return _unacceptable(store, asked)
    formats = {media_type: f"{path}.{ending}" for ending, media_type in MEDIA_TYPES.items()}
    headers = _headers(formats, None) | {"Content-Location": formats[MEDIA_TYPES[form]]}
    if form == HTML:
        return Answered(_HTML, page(links_of(store, asked), _machine(formats)), headers=headers)
    return Answered(MEDIA_TYPES[form], written(triples(), form, PREFIXES), headers=headers)


def _unacceptable(store: Store, asked: Mapping[str, Any]) -> Answered:
    sentence = f"This is given as {', '.join(MEDIA_TYPES.values())}; accept one of them."
    return problem(store, {**asked, "status": 406, "sentence": sentence, "form": None})


def _headers(formats: Mapping[str, str], iri: str | None) -> dict[str, str]:
    """The header Link (RFC 8288): each format, the RDF that describes the thing, and the thing's own IRI."""
    links = [f'<{address}>; rel="alternate"; type="{media_type}"' for media_type, address in formats.items()]
    if iri:
        links.append(f'<{formats["text/turtle"]}>; rel="describedby"; type="text/turtle"')
        links.append(f'<{quote(iri, safe=_URI)}>; rel="canonical"')
    return {"Link": ", ".join(links)}


def _machine(formats: Mapping[str, str]) -> dict[str, str]:
    return {media_type: address for media_type, address in formats.items() if media_type != _HTML}


def _about(held: Holdings, links: ServerLinks) -> dict[str, Any]:
    """What the pages tell of the data (`graph.show.site.front`)."""
    return about(held) | {
        "endpoint": links.absolute("/sparql"),
        "downloads": [
            {"href": links.data(ending), "media_type": media_type, "title": title}
            for ending, media_type, title, _ in DOWNLOADS
        ],
    }


TASKS: dict[str, Task] = {
    one.__name__: one for one in (home, queries, query, resource, ontology, dataset, service, problem)
}
