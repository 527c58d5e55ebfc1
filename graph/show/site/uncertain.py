"""What a reader should not take for certain about a pledge: the same sentences as the graph page has (words.json)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.show.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Record = dict[str, Any]

_OWN_SCOPES = ("direct", "exception")  # all others are of blanket sentences


def uncertainties(pledge: Mapping[str, Any]) -> list[str]:
    """Whole sentences about a record (docs/records.md), the weightiest first; none where there is nothing to say."""
    return [sentence for sentence in _sentences(pledge) if sentence]


def _sentences(pledge: Mapping[str, Any]) -> Iterator[str | None]:
    said, status, reported = words()["page"]["uncertain"], pledge["status"], pledge["evidence"]
    links = [*reported, *pledge["owners"]]
    fair = min(step["from"] for step in words()["confidence"] if step["from"] > 0)
    yield said["statuses"].get(status["value"])
    if reported and not any(one["scope"] in _OWN_SCOPES for one in reported):
        yield said["blanket"]
    if status["confidence"] < fair and status["value"] != "NotAssessed":
        yield said["status"]
    if weak := sum(one["confidence"] < fair for one in links):
        yield said["weak"]["one" if weak == 1 else "many"].replace("{count}", str(weak))
    if reported and not any(one["attestation"] == "ThirdParty" for one in reported):
        yield said["ownWord"]
    for names in _undivided(pledge["owners"]):
        yield said["undivided"].replace("{names}", names)
    yield said["strengths"].get(pledge["strength"])
    if unreviewed := sum(one["review"] == "unreviewed" for one in links):
        partly = said["partlyReviewed"].replace("{count}", str(unreviewed)).replace("{of}", str(len(links)))
        yield said["unreviewed"] if unreviewed == len(links) else partly


def _undivided(owners: Sequence[Mapping[str, Any]]) -> list[str]:
    """The owners that one sentence names together, so that nobody knows which of them has the pledge."""
    together: dict[tuple[str, int], list[str]] = {}
    for owner in owners:
        for quote in owner["evidence"]:
            together.setdefault((quote["document"], quote["start"]), []).append(owner["name"])
    return list(dict.fromkeys(_and(names) for names in together.values() if len(names) > 1))


def _and(names: Sequence[str]) -> str:
    return ", ".join(names[:-1]) + " and " + names[-1]
