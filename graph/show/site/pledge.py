"""What the page of a pledge tells: its record (docs/records.md), with the pages and the very words that it leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.ask.pledged import beside
from graph.show.readable import numbered, readable
from graph.show.site.thing import View
from graph.show.site.uncertain import uncertainties
from graph.show.told import status_sureness
from graph.show.words import meaning, place

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.show.site.thing import Thing

Record = dict[str, Any]

_SOURCES = ("sl:evidencedBy", "sl:particular")


def pledge(thing: Thing, record: Mapping[str, Any]) -> View:
    """The view of a pledge."""
    quoted = _quoted(thing)
    told = readable(record)
    theme = thing.things.value(thing.iri, "sl:theme")
    for quote in (told["source"], *told["evidence"], *(one for owner in told["owners"] for one in owner["evidence"])):
        quote |= quoted.get(
            (quote["document"], quote["start"]), {"where": place(quote), "passage": None, "page_of": None}
        )
    for owner in told["owners"]:
        owner |= {"link": thing.link(owner["iri"], owner["name"]), "steps": _steps(thing, owner)}
        owner["said"] = [one for one in owner["evidence"] if not _is_among(one, told["evidence"])]
    before, after = beside(thing.rows, thing.iri)
    return View(
        "pledge.html.j2",
        {
            "pledge": told,
            "sure": status_sureness(told),
            "means": meaning(told["status"]["value"], told["history"]),
            "strategy": thing.link(told["strategy"]["iri"], told["strategy"]["title"]),
            "period": "" if (period := thing.period(told["strategy"]["iri"])) in told["strategy"]["title"] else period,
            "headings": thing.links(thing.things.headings(theme) if theme else ()),
            "uncertain": uncertainties(told),
            "reviewed": any(one["review"] == "accepted" for one in (*told["owners"], *told["evidence"])),
            "outcomes": [one | {"link": thing.link(one["iri"], one["text"])} for one in told["outcomes"]],
            "partners": [thing.link(one["iri"], one["name"]) for one in told["partners"]],
            "lineage": [one | {"link": thing.link(one["iri"], one["text"])} for one in told["lineage"]],
            "documents": _documents(thing, told["history"], quoted),
            "before": before and thing.link(before["iri"], numbered(before)),
            "after": after and thing.link(after["iri"], numbered(after)),
        },
        crumbs=thing.headings(theme),
    )


def _quoted(thing: Thing) -> dict[tuple[str, int], Record]:
    """By file and first character: the page of what is quoted, and the place of its words in the text."""
    things, said = thing.things, thing.said
    links = things.pointing("sl:subject", thing.iri)
    iris = [*(one for link in links for one in things.values(link, "prov:wasDerivedFrom")), *said.values(*_SOURCES)]
    found: dict[tuple[str, int], Record] = {}
    for iri in (*dict.fromkeys(iris), thing.iri):
        if quote := things.quote(iri):
            page = None if iri == thing.iri else thing.page_of(iri)
            found.setdefault((quote["document"], quote["start"]), thing.place_of(quote) | {"page_of": page})
    return found


def _documents(thing: Thing, history: Sequence[Record], quoted: Mapping[Any, Record]) -> dict[str, Record]:
    """The documents that the history names, by file."""
    sources = {file: one["source"] for (file, _), one in quoted.items()}
    strategy = thing.things.value(thing.iri, "sl:statedIn") or ""
    reports = thing.things.pointing("sl:reportsOn", strategy)
    sources |= {thing.things.value(one, "sl:fileName"): one for one in reports}
    return {one["document"]: thing.link(sources[one["document"]]) for one in history if one["document"] in sources}


def _steps(thing: Thing, owner: Mapping[str, Any]) -> list[Record]:
    """What an owner is part of, with the words that lead to each."""
    reached, steps = owner["iri"], []
    for step in owner["chain"]:
        lead = "which is part of" if step["part"] == reached != owner["iri"] else "part of"
        also = step["part"] != reached
        steps.append({"lead": "and also part of" if also else lead, "whole": thing.link(step["whole"], step["name"])})
        reached = step["whole"]
    return steps


def _is_among(quote: Mapping[str, Any], others: Sequence[Mapping[str, Any]]) -> bool:
    return any((one["document"], one["start"]) == (quote["document"], quote["start"]) for one in others)
