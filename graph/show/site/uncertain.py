"""What a reader should not take for certain about a pledge: the same sentences as the graph page has (words.json).

The rule, here and in `graphpage/assets/uncertain.js`: a statement that answers a pledge, or an owner, is one link
however many claims say so, and as sure as the surest of them; owners of one name that a sentence names together count
once; the line below which confidence is low is `graph.show.words.fair`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.show.words import fair, words
from graph.values import BLANKETS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Record = dict[str, Any]


def uncertainties(pledge: Mapping[str, Any]) -> list[str]:
    """Whole sentences about a record (docs/records.md), the weightiest first; none where there is nothing to say."""
    return [sentence for sentence in _sentences(pledge) if sentence]


def _sentences(pledge: Mapping[str, Any]) -> Iterator[str | None]:
    said, status, reported = words()["page"]["uncertain"], pledge["status"], _each_once(pledge["evidence"])
    links = [*reported, *pledge["owners"]]
    yield said["statuses"].get(status["value"])
    if reported and all(one["scope"] in BLANKETS for one in reported):
        yield said["blanket"]
    if status["confidence"] < fair() and status["value"] != "NotAssessed":
        yield said["status"]
    if weak := sum(one["confidence"] < fair() for one in links):
        yield said["weak"]["one" if weak == 1 else "many"].replace("{count}", str(weak))
    if reported and not any(one["attestation"] == "ThirdParty" for one in reported):
        yield said["ownWord"]
    for names in _undivided(pledge["owners"]):
        yield said["undivided"].replace("{names}", names)
    yield said["strengths"].get(pledge["strength"])
    if unreviewed := sum(one["review"] == "unreviewed" for one in links):
        partly = said["partlyReviewed"].replace("{count}", str(unreviewed)).replace("{of}", str(len(links)))
        yield said["unreviewed"] if unreviewed == len(links) else partly


def _each_once(evidence: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Each statement by its surest claim; the first, where two are equally sure."""
    surest: dict[tuple[str, int], Mapping[str, Any]] = {}
    for one in evidence:
        known = surest.setdefault((one["document"], one["start"]), one)
        if one["confidence"] > known["confidence"]:
            surest[one["document"], one["start"]] = one
    return list(surest.values())


def _undivided(owners: Sequence[Mapping[str, Any]]) -> list[str]:
    """The owners that one sentence names together, so that nobody knows which of them has the pledge."""
    together: dict[tuple[str, int], dict[str, None]] = {}
    for owner in owners:
        for quote in owner["evidence"]:
            together.setdefault((quote["document"], quote["start"]), {})[owner["name"]] = None
    return list(dict.fromkeys(_and([*names]) for names in together.values() if len(names) > 1))


def _and(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1]
