"""What the pages of a statement and of an outcome tell: the words, where they stand, which pledges they answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.ask.pledged import some_of, statuses_of
from graph.show.site.portion import ROWS, Portion
from graph.show.site.thing import View
from graph.vocabulary import local_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.show.site.thing import Thing

Record = dict[str, Any]

_ANSWERED = """SELECT ?pledge ?scope ?confidence ?review ?link WHERE {
  ?link sl:object <%s> ; sl:relation ?relation ; sl:subject ?pledge ; sl:scope ?scope ; sl:confidence ?confidence ;
    sl:reviewState ?review . FILTER (?relation = sl:evidencedBy && ?review != sl:Rejected) }"""
_NAMED = """SELECT DISTINCT ?relation ?name WHERE {
  ?link prov:wasDerivedFrom <%s> ; sl:relation ?relation ; sl:object ?name ; sl:reviewState ?review .
  FILTER (?relation IN (sl:ownedBy, sl:involves) && ?review != sl:Rejected) }"""


def statement(thing: Thing) -> View:
    """The view of a statement of progress."""
    things, said = thing.things, thing.said
    answered = _answered(thing, [thing.iri])
    named = {(local_name(row["relation"].value), row["name"].value) for row in thing.store.select(_NAMED % thing.iri)}
    outcomes = [(thing.link(one), _attester(thing, one)) for one in said.values("sl:reports")]
    return View(
        "statement.html.j2",
        {
            **_saying(thing),
            "answered": answered,
            "owners": thing.by_name(name for relation, name in named if relation == "ownedBy"),
            "partners": thing.by_name(name for relation, name in named if relation == "involves"),
            "outcomes": outcomes,
        },
        lists=(answered,),
        crumbs=thing.headings(things.value(thing.iri, "sl:theme")),
    )


def outcome(thing: Thing) -> View:
    """The view of an outcome: a result that a statement reports, or an aim that a strategy states."""
    things = thing.things
    statements = things.pointing("sl:reports", thing.iri)
    answered = _answered(thing, statements)
    theme = next((one for said_in in statements for one in things.values(said_in, "sl:theme")), None)
    return View(
        "outcome.html.j2",
        {
            **_saying(thing),
            "statements": [quote for one in statements if (quote := thing.said_at(one))],
            "answered": answered,
        },
        lists=(answered,),
        crumbs=thing.headings(theme) or thing.way(things.pointing("sl:aims", thing.iri)[:1]),
    )


def _answered(thing: Thing, statements: Iterable[str]) -> Portion:
    """The pledges that statements answer, with the scope of the surest link."""
    claims: dict[str, Record] = {}
    for one in statements:
        rows = [{name: str(term.value) for name, term in row.items()} for row in thing.store.select(_ANSWERED % one)]
        for row in sorted(rows, key=lambda row: (-float(row["confidence"]), row["link"])):
            scope, review = local_name(row["scope"]), local_name(row["review"]).lower()
            claim = {"scope": scope, "review": review, "confidence": float(row["confidence"])}
            claims.setdefault(row["pledge"], claim)
    total = sum(statuses_of(thing.rows, claims).values())
    some = some_of(thing.rows, claims, (thing.number - 1) * ROWS, ROWS)
    return Portion("answered", total, thing.number, [thing.pledge(one, **claims[one["iri"]]) for one in some])


def _saying(thing: Thing) -> Record:
    """Where the words stand, and on whose word."""
    said = thing.said
    attestation = next(iter(said.values("sl:attestation")), None)
    return {
        "quote": thing.said_at(thing.iri),
        "documents": thing.links(said.values("oa:hasSource")),
        "attestation": local_name(attestation) if attestation else None,
        "attesters": thing.links(said.values("sl:attestedBy")),
        "stated": next(iter(said.values("sl:statedStatus")), None),
        "aim_of": thing.links(thing.things.pointing("sl:aims", thing.iri)),
    }


def _attester(thing: Thing, outcome: str) -> list[Record]:
    return thing.links(thing.things.values(outcome, "sl:attestedBy"))
