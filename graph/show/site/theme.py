"""What the pages of a theme and of a strategy tell: what stands under them, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.ask.pledged import headings_of, some_of, statuses_of
from graph.show.site.portion import ROWS, Portion
from graph.show.site.thing import View, in_scale, sooner
from graph.show.wording import dated

if TYPE_CHECKING:
    from graph.show.site.thing import Thing

Record = dict[str, Any]

_UNDER = """SELECT ?one ?source ?start WHERE {
  ?one sl:theme <%s> ; a sl:ProgressStatement ; oa:hasSource ?source ; oa:hasSelector ?selector .
  ?selector oa:start ?start }"""


def theme(thing: Thing) -> View:
    """The view of a theme."""
    iri, things, start = thing.iri, thing.things, (thing.number - 1) * ROWS
    under = things.pointing("sl:theme", iri)
    own = statuses_of(thing.rows, under)
    narrower = things.below(iri, "skos:broader")
    all_under = [*under, *(one for below in narrower for one in things.pointing("sl:theme", below))]
    pledges = some_of(thing.rows, under, start, ROWS)
    table = Portion("pledges", sum(own.values()), thing.number, [thing.pledge(one) for one in pledges])
    statements = thing.part_of_list("statements", _statements(thing))
    headings = thing.part_of_list("headings", thing.by_name(things.pointing("skos:broader", iri)))
    counts = [(one, _statuses(thing, one["iri"])) for one in headings.rows]
    return View(
        "theme.html.j2",
        {
            "statuses": in_scale(statuses_of(thing.rows, all_under)),
            "has_narrower": bool(narrower),
            "pledges": table,
            "statements": statements.showing([thing.said_at(one) for one in statements.rows]),
            "headings": headings.showing(counts),
        },
        lists=(table, statements, headings),
        crumbs=thing.headings(iri)[:-1],
    )


def _statements(thing: Thing) -> list[str]:
    """The statements of a theme, in reading order."""
    rows = thing.store.select(_UNDER.replace("%s", thing.iri))
    places = sorted((row["source"].value, int(row["start"].value), row["one"].value) for row in rows)
    return [one for *_, one in sorted(places, key=lambda place: sooner(thing.things, place[0]))]


def _statuses(thing: Thing, heading: str) -> list[tuple[str, int]]:
    """What became of the pledges under a heading and under those below it."""
    things = thing.things
    headings = [heading, *things.below(heading, "skos:broader")]
    return in_scale(statuses_of(thing.rows, (one for each in headings for one in things.pointing("sl:theme", each))))


def strategy(thing: Thing) -> View:
    """The view of a strategy."""
    iri, things = thing.iri, thing.things
    headings = headings_of(thing.rows, iri)
    counts: dict[str, int] = {}
    for one in headings:
        for status, count in one["statuses"].items() if one["depth"] == 0 else ():
            counts[status] = counts.get(status, 0) + count
    contents = thing.part_of_list("contents", headings)
    aims = thing.part_of_list("aims", thing.said.values("sl:aims"))
    stating, reporting = things.pointing("sl:states", iri), things.pointing("sl:reportsOn", iri)
    documents = sorted({*stating, *reporting}, key=lambda one: sooner(things, one))
    return View(
        "strategy.html.j2",
        {
            "period": thing.period(iri),
            "bodies": thing.links(thing.said.values("dcterms:creator")),
            "older": thing.links(thing.said.values("dcterms:replaces")),
            "newer": thing.links(things.pointing("dcterms:replaces", iri)),
            "statuses": in_scale(counts),
            "contents": contents.showing([_heading(thing, one) for one in contents.rows]),
            "aims": aims.showing(thing.links(aims.rows)),
            "documents": [_document(thing, one, one in stating, one in reporting) for one in documents],
        },
        lists=(contents, aims),
    )


def _heading(thing: Thing, one: Record) -> Record:
    return {
        "theme": thing.link(one["iri"], one["name"]),
        "depth": min(one["depth"], 4),
        "statuses": in_scale(one["statuses"]),
    }


def _document(thing: Thing, document: str, states: bool, reports: bool) -> Record:
    roles = [words for words, is_so in (("states its pledges", states), ("reports on it", reports)) if is_so]
    issued = thing.things.value(document, "dcterms:issued")
    return {"document": thing.link(document), "roles": roles, "issued": dated(issued) if issued else None}
