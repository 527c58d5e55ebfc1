"""The page of one thing: what it means to people (its view), then all that is recorded of it, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from graph import vocabulary as v
from graph.ask.records import commitment_records
from graph.show.site.facts import Facts
from graph.show.site.kinds import view_of
from graph.show.site.rendering import rendered
from graph.show.site.schema_org import of_thing
from graph.show.site.terms import class_word
from graph.show.site.thing import Thing
from graph.show.wording import clipped, dated
from graph.show.words import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from graph.ask.description import Description
    from graph.show.site.links import Links
    from graph.store import Store

Record = dict[str, Any]

_SUPERCLASSES = (v.ORG + "Organization",)  # told only where nothing closer is


class ResourcePage(NamedTuple):
    """The HTML of a page of a thing, and how many pages there are of it: its longest list says."""

    body: bytes
    pages: int


def resource_page(
    store: Store,
    said: Description,
    links: Links,
    formats: Mapping[str, str],
    paged: str,
    *,
    pledge: Mapping[str, Any] | None = None,
) -> ResourcePage:
    """The page of a description. `formats` are the addresses of its other formats by media type, `paged` is the
    address of a further page of its lists, with `{}` for its number. Who writes many pages gives the record of a
    `pledge`, gathered with all others; where it is None, it is asked for.
    """
    facts = Facts(store, said, links)
    heading = _heading(said, facts)
    if pledge is None and v.SL + "Commitment" in said.types:
        pledge = next(iter(commitment_records(store, [said.iri])), None)
    view = view_of(Thing(store, said, links), pledge)
    listed = view.pages if view else 1
    pages = max(listed, said.pages)

    def address(number: int) -> str:
        return (links.iri(said.iri) or "") if number == 1 else paged.replace("{}", str(number))

    def at(anchor: str) -> Callable[[int], str]:
        return lambda number: f"{address(number)}#{anchor}"

    body = rendered(
        "resource.html.j2",
        links,
        title=clipped(heading),
        heading=heading,
        verbatim=bool(said.values("sl:text")),
        kind=_kind(said, facts),
        iri=said.iri,
        crumbs=view.crumbs if view else (),
        view=view and view.template,
        told=view and view.told,
        facts=facts.own(),
        parts=facts.parts(),
        pointing=facts.pointing(),
        total=said.total,
        number=said.page,
        listed=listed,
        pages=pages,
        data_pages=said.pages,
        paged=address,
        address=at,
        formats=formats,
        ask_more=links.asked(
            f"SELECT DISTINCT ?thing ?property\nWHERE {{\n  {{ ?thing ?property <{said.iri}> }}\n"
            f"  UNION {{ GRAPH ?graph {{ ?thing ?property <{said.iri}> }} }}\n}}\nORDER BY ?property ?thing",
            f"What points to {heading}"[:60],
        ),
        data=of_thing(said, heading, pledge, links),
    )
    return ResourcePage(body, pages)


def _kind(said: Description, facts: Facts) -> str:
    closest = [one for one in said.types if one not in _SUPERCLASSES] or said.types
    return " and ".join(class_word(one, facts.label(one)) for one in closest) or "Address"


def _heading(said: Description, facts: Facts) -> str:
    """What a thing is called; a claim is called by what it says."""
    if v.SL + "Link" in said.types:
        subject, relation, of = (
            facts.named(said.values(name)[0]) for name in ("sl:subject", "sl:relation", "sl:object")
        )
        return f"“{clipped(subject, 90)}” – {relation.lower()} – “{clipped(of, 90)}”"
    if v.SL + "Assessment" in said.types:
        as_of = "".join(f", as of {dated(one)}" for one in said.values("sl:asOf"))
        return f"Status of “{clipped(facts.named(said.values('sl:assesses')[0]), 90)}”{as_of}"
    words = said.values("oa:exact")
    return shown(words[0]) if words else facts.named(said.iri)
