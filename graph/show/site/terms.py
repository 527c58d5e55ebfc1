"""What classes and properties are called on pages: words.json beside this, else their labels."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from graph import vocabulary as v
from graph.show.wording import sentence_case

_WORDS = Path(__file__).parent / "words.json"
_PREFIXES = v.PREFIXES | {"foaf": "http://xmlns.com/foaf/0.1/", "owl": "http://www.w3.org/2002/07/owl#"}


@cache
def site_words() -> dict[str, Any]:
    """What classes and properties are called on pages: `{"classes": {...}, "properties": {...}}`, by prefixed name."""
    read: dict[str, Any] = json.loads(_WORDS.read_text(encoding="utf-8"))
    return read


def class_word(iri: str, label: str | None = None) -> str:
    """A class in plain words: as the table has it, else by its label, else by the end of its address."""
    return site_words()["classes"].get(prefixed(iri)) or sentence_case(label or v.local_name(iri))


def property_words(iri: str, label: str | None = None) -> dict[str, str]:
    """A property in plain words, on the page of its subject (`out`) and of its object (`in`)."""
    known = site_words()["properties"].get(prefixed(iri), {})
    name = known.get("out") or sentence_case(label or v.local_name(iri))
    return {"out": name, "in": known.get("in") or f"{name}: what names this"}


def prefixed(iri: str) -> str:
    """An IRI with a prefix of the project; whole where it has none.

    >>> prefixed("https://w3id.org/strategy-links#ownedBy")
    'sl:ownedBy'
    """
    found = next((pair for pair in _PREFIXES.items() if iri.startswith(pair[1])), None)
    return f"{found[0]}:{iri.removeprefix(found[1])}" if found else iri
