"""What the page of a programme or an organisation tells: what it is part of, what it owns, who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.ask.pledged import held, some_held, some_of, statuses_of
from graph.ask.rows import latest_first
from graph.show.site.portion import ROWS, Portion
from graph.show.site.thing import View, in_scale
from graph.vocabulary import local_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.show.site.thing import Thing

Record = dict[str, Any]

_SENTENCES = """SELECT DISTINCT ?said ?source ?line ?issued WHERE {
  ?link sl:object <%s> ; sl:reviewState ?review ; prov:wasDerivedFrom ?said .
  ?said oa:hasSource ?source ; sl:line ?line . FILTER (?review != sl:Rejected)
  OPTIONAL { ?source dcterms:issued ?issued } }"""
_OWNERSHIP = """SELECT ?pledge ?owner ?scope ?confidence ?link WHERE { VALUES ?pledge { %s }
  ?link sl:subject ?pledge ; sl:relation sl:ownedBy ; sl:object ?owner ; sl:scope ?scope ;
    sl:confidence ?confidence ; sl:reviewState ?review . FILTER (?review != sl:Rejected) }"""


def programme(thing: Thing) -> View:
    """The view of a programme, or of any organisation."""
    iri, things = thing.iri, thing.things
    own, of_parts = held(thing.rows, iri)
    pledges = _owned(thing, sum(own.values()) + sum(of_parts.values()))
    involved = things.pointing("sl:involves", iri)
    counted = sum(statuses_of(thing.rows, involved).values())
    some = some_of(thing.rows, involved, (thing.number - 1) * ROWS, ROWS)
    involving = Portion("involving", counted, thing.number, [thing.pledge(one) for one in some])
    sentences = thing.part_of_list("sentences", _sentences(thing))
    attested = thing.part_of_list("attested", thing.by_name(things.pointing("sl:attestedBy", iri)))
    parts = thing.part_of_list("parts", thing.by_name(things.pointing("dcterms:isPartOf", iri)))
    made = [one for one in things.pointing("dcterms:creator", iri) if things.is_a(one, "sl:Strategy")]
    strategies = thing.part_of_list("strategies", _latest_first(thing, made))
    return View(
        "programme.html.j2",
        {
            "wholes": [(thing.link(part), thing.link(whole)) for part, whole in things.wholes(iri)],
            "aliases": thing.said.values("skos:altLabel"),
            "statuses": in_scale({one: own.get(one, 0) + of_parts.get(one, 0) for one in {*own, *of_parts}}),
            "owns": (sum(own.values()), sum(of_parts.values())),
            "owned": pledges,
            "involving": involving,
            "sentences": sentences.showing([thing.said_at(one) for one in sentences.rows]),
            "attested": attested,
            "parts": parts.showing([(one, _count(thing, one["iri"])) for one in parts.rows]),
            "strategies": strategies.showing([(thing.link(one), thing.period(one)) for one in strategies.rows]),
        },
        lists=(pledges, involving, sentences, attested, parts, strategies),
        crumbs=thing.way(whole for _, whole in reversed(things.wholes(iri))),
    )


def _latest_first(thing: Thing, strategies: Iterable[str]) -> list[str]:
    keys = {"title": "dcterms:title", "start": "schema:startDate", "end": "schema:endDate"}
    told: list[Record] = [
        {"iri": one, **{key: thing.things.value(one, name) for key, name in keys.items()}} for one in strategies
    ]
    return [one["iri"] for one in latest_first(one | {"title": one["title"] or ""} for one in told)]


def _count(thing: Thing, part: str) -> int:
    return sum(sum(counts.values()) for counts in held(thing.rows, part))


def _owned(thing: Thing, total: int) -> Portion:
    some = some_held(thing.rows, thing.iri, (thing.number - 1) * ROWS, ROWS)
    claims = _claims(thing, [one["iri"] for one in some]) if some else {}
    rows = []
    for one in some:
        claim = claims.get(one["iri"], {"scope": None, "through": None})
        rows.append(thing.pledge(one, scope=claim["scope"], through=claim["through"]))
    return Portion("owned", total, thing.number, rows)


def _claims(thing: Thing, pledges: Sequence[str]) -> dict[str, Record]:
    """Of each pledge the surest claim that it, or else a part of it, owns the pledge; `through` is that part."""
    found: dict[str, Record] = {}
    values = " ".join(f"<{one}>" for one in pledges)
    rows = [
        {name: str(term.value) for name, term in row.items()}
        for row in thing.store.select(_OWNERSHIP.replace("%s", values))
    ]
    for row in sorted(rows, key=lambda one: (one["owner"] != thing.iri, -float(one["confidence"]), one["link"])):
        owner = row["owner"]
        if owner == thing.iri or thing.iri in {whole for _, whole in thing.things.wholes(owner)}:
            through = None if owner == thing.iri else thing.link(owner)
            found.setdefault(row["pledge"], {"scope": local_name(row["scope"]), "through": through})
    return found


def _sentences(thing: Thing) -> list[str]:
    """The sentences and cells that links to it rest on, in reading order."""
    rows = thing.store.select(_SENTENCES.replace("%s", thing.iri))
    found = {
        (row["issued"].value if "issued" in row else "", row["source"].value, int(row["line"].value), row["said"].value)
        for row in rows
    }
    return [said for *_, said in sorted(found)]
