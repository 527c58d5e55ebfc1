"""The page of one thing: what it is, what is said of it, what points to it; of a pledge, what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph import vocabulary as v
from graph.ask.records import commitment_records
from graph.show.readable import readable
from graph.show.site.facts import Facts
from graph.show.site.rendering import class_word, clipped, dated, rendered
from graph.show.site.schema_org import of_thing
from graph.show.words import shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.ask.description import Description
    from graph.show.site.links import Links
    from graph.store import Store

Record = dict[str, Any]

# By which property pledges point to a thing of a class. What else points so has no status in the default graph.
_PLEDGES = {
    v.SL + "Strategy": "sl:statedIn",
    v.SL + "Theme": "sl:theme",
    v.SL + "Programme": "sl:ownedBy",
    v.ORG + "Organization": "sl:ownedBy",
}
_SUPERCLASSES = (v.ORG + "Organization",)  # told only where nothing closer is


def resource_page(store: Store, said: Description, links: Links, formats: Mapping[str, str], paged: str) -> bytes:
    """The HTML of a description. `formats` are the addresses of its other formats by media type, `paged` is the
    address of a page of what points to it, with `{}` for its number.
    """
    facts = Facts(store, said, links)
    pledge = _pledge(store, said)
    heading = _heading(said, facts)
    return rendered(
        "resource.html.j2",
        links,
        title=clipped(heading),
        heading=heading,
        verbatim=bool(said.values("sl:text")),
        kind=_kind(said, facts),
        iri=said.iri,
        pledge=pledge and readable(pledge),
        addresses=_addresses(said, links),
        source=next(iter(said.values("oa:hasSource")), None),
        statuses=_statuses(store, said),
        facts=facts.own(),
        parts=facts.parts(),
        pointing=facts.pointing(),
        total=said.total,
        number=said.page,
        pages=said.pages,
        paged=paged,
        formats=formats,
        ask_more=links.asked(
            f"SELECT DISTINCT ?thing ?property\nWHERE {{\n  {{ ?thing ?property <{said.iri}> }}\n"
            f"  UNION {{ GRAPH ?graph {{ ?thing ?property <{said.iri}> }} }}\n}}\nORDER BY ?property ?thing",
            f"What points to {heading}"[:60],
        ),
        data=of_thing(said, heading, pledge, links),
    )


def _pledge(store: Store, said: Description) -> Record | None:
    """The record of a pledge, None for anything else."""
    return next(iter(commitment_records(store, [said.iri])), None) if v.SL + "Commitment" in said.types else None


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


def _addresses(said: Description, links: Links) -> dict[str, str]:
    """The pages of the statements that a pledge is answered by, by their words."""
    names = said.names
    pages = {
        shown(names[one]): links.iri(one) for one in said.values("sl:evidencedBy", "sl:particular") if one in names
    }
    return {words: page for words, page in pages.items() if page}


def _statuses(store: Store, said: Description) -> list[tuple[str, int]]:
    """How many of the pledges that point to a thing have each status, in the order of their scale."""
    from graph.show.words import words

    relation = next((_PLEDGES[one] for one in said.types if one in _PLEDGES), None)
    if relation is None:
        return []
    query = f"""SELECT ?status (COUNT(?pledge) AS ?count) WHERE {{
      ?pledge {relation} <{said.iri}> ; sl:status ?status }} GROUP BY ?status"""
    found = {v.local_name(row["status"].value): int(row["count"].value) for row in store.select(query)}
    return [(status, found[status]) for status in words()["statuses"] if status in found]
