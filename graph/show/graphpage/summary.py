"""The figures at the head of the graph page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from graph.show.graphpage.drawing import standing
from graph.show.words import fair, words
from graph.values import BLANKETS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Record = Mapping[str, Any]


def summary(commitments: Sequence[Record], unanswered: Sequence[Record], nodes: Sequence[Record]) -> dict[str, Any]:
    """What the head of the page tells; an owner's pledges include those of its parts."""
    statuses = Counter(record["status"]["value"] for record in commitments)
    owners = Counter(iri for record in commitments for iri in owners_of(record))
    holders = {node["id"]: node for node in nodes if node["group"] in ("Programme", "Organisation")}
    named = sorted((-count, holders[iri]["text"], iri) for iri, count in owners.items())
    return {
        "pledges": len(commitments),
        "strategies": len({record["strategy"]["iri"] for record in commitments}),
        "statuses": [(value, statuses[value]) for value in words()["statuses"] if statuses[value]],
        "owners": [(name, iri, -fewer) for fewer, name, iri in named],
        "groups": {iri: node["group"] for iri, node in holders.items()},
        "classes": Counter(node["group"] for node in nodes),
        "unowned": sum(not standing(record["owners"]) for record in commitments),
        "findings": findings(commitments, unanswered),
    }


def findings(commitments: Sequence[Record], unanswered: Sequence[Record]) -> list[dict[str, Any]]:
    """`{"name", "count", "of", "found"}` of each finding, as `graph.ask.findings` tells them of a whole store.

    `found` are the addresses of its pledges; of the finding of statements there are none.
    Here they are those of the pledges on the page: the older pledge that one continues counts where it is there too.
    """
    statuses = {record["iri"]: record["status"]["value"] for record in commitments}
    tests: dict[str, Callable[[Record], bool]] = {
        "not-reported": lambda one: one["status"]["value"] == "NotReported",
        "outstanding": lambda one: one["status"]["value"] == "Outstanding",
        "blanket-only": is_blanket_only,
        "no-owner": lambda one: not standing(one["owners"]),
        "remade-and-not-achieved": lambda one: is_remade(one, statuses),
        "low-confidence": is_low,
    }
    found = {
        name: [one["iri"] for one in commitments if tests[name](one)] for name in words()["findings"] if name in tests
    }
    told = [{"name": name, "count": len(iris), "of": "pledges", "found": iris} for name, iris in found.items()]
    return [*told, {"name": "progress-without-pledge", "count": len(unanswered), "of": "statements", "found": []}]


def is_blanket_only(record: Record) -> bool:
    """Whether all there is for a pledge is what was said of several at once."""
    scopes = {quote["scope"] for quote in standing(record["evidence"])}
    return bool(scopes) and scopes <= set(BLANKETS)


def is_remade(record: Record, statuses: Mapping[str, str]) -> bool:
    """Whether a pledge is not achieved, and continues an older one that was not achieved either."""
    older = [statuses.get(other["iri"]) for other in record["lineage"] if other["relation"] == "continues"]
    return record["status"]["value"] != "Achieved" and any(one not in (None, "Achieved") for one in older)


def is_low(record: Record) -> bool:
    """Whether a pledge rests on what is of low confidence (`graph.show.words.fair`) and nobody has reviewed.

    An owner or a statement is as sure as the surest claim of it, as in `ontology/queries/low-confidence.rq`.
    """
    claims = [((one["document"], one["start"]), one) for one in standing(record["evidence"])]
    claims += [(one["iri"], one) for one in standing(record["owners"])]
    surest: dict[Any, float] = {}
    for what, one in claims:
        sure = one["confidence"] if one["review"] == "unreviewed" else 1.0
        surest[what] = max(sure, surest.get(what, 0.0))
    return any(sure < fair() for sure in surest.values())


def owners_of(record: Record) -> list[str]:
    """The addresses of a pledge's owners and of what they are part of, each once."""
    owners = standing(record["owners"])
    return list(dict.fromkeys(iri for one in owners for iri in (one["iri"], *(step["whole"] for step in one["chain"]))))
