"""Records for reading: the words of documents without inline markup, as a reader of the page saw them.

Links, emphasis and marks of footnotes belong to the file, not to the words. JSON and RDF keep the words verbatim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.read.markup import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Record = dict[str, Any]

_WORDS = ("text", "stated", "timescale", "measure", "reference")  # the keys that hold a document's own words


def readable(record: Mapping[str, Any]) -> Record:
    """A record (docs/records.md), or a statement that answers no pledge, without inline markup.

    >>> readable({"text": "**Open** a hub", "source": {"text": "**Open** a hub", "start": 3}})
    {'text': 'Open a hub', 'source': {'text': 'Open a hub', 'start': 3}}
    """
    return {key: _readable(key, value) for key, value in record.items()}


def _readable(key: str, value: Any) -> Any:
    if isinstance(value, dict):
        return readable(value)
    if isinstance(value, list):
        return [readable(one) if isinstance(one, dict) else one for one in value]
    return plain(value) if key in _WORDS and isinstance(value, str) else value


def numbered(record: Mapping[str, Any]) -> str:
    """A pledge after the number that its document gives it."""
    return f"{record['reference']} {record['text']}" if record.get("reference") else str(record["text"])


def part_of(owner: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What an owner is part of, and that of, each with the words that lead to it.

    >>> chain = [{"part": "a", "whole": "b", "name": "B"}, {"part": "b", "whole": "d", "name": "D"},
    ...     {"part": "a", "whole": "c", "name": "C"}]
    >>> "".join(lead + name for lead, name in part_of({"iri": "a", "chain": chain}))
    ', part of B, part of D; also part of C'
    """
    reached = owner["iri"]
    for step in owner["chain"]:
        yield (", part of " if step["part"] == reached else "; also part of "), step["name"]
        reached = step["whole"]
