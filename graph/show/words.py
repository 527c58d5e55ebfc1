"""The words that a reader sees for statuses, scopes and the like: one table, words.json, for all answers.

The words of statuses are the labels of `ontology/status.ttl`.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.read.markup import plain
from graph.show.tables import printable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WORDS = Path(__file__).parent / "words.json"


@cache
def words() -> dict[str, Any]:
    """The words, symbols, shapes and colours."""
    read: dict[str, Any] = json.loads(_WORDS.read_text(encoding="utf-8"))
    return read


def status_words(value: str, stated: str | None) -> str:
    """A status, with the document's own word for it, if it has one.

    >>> status_words("Achieved", "**DONE**")
    'Achieved (“DONE”)'
    """
    own = f" (“{shown(stated)}”)" if stated else ""
    return f"{words()['statuses'][value]['word']}{own}"


def meaning(value: str, history: Sequence[Mapping[str, Any]]) -> str:
    """What a status means, in a sentence. A pledge that a document only agrees to has been read about.

    >>> meaning("NotAssessed", [{"document": "review.txt"}])
    'What was read reports no progress on it.'
    """
    look = words()["statuses"][value]
    read = history and history[-1]["document"]
    told: str = look["though_read"] + "." if read and "though_read" in look else look["means"]
    return told[0].upper() + told[1:]


def shown(text: str) -> str:
    """A document's words on one line as a reader of the page sees them: no markup, nothing that steers a terminal.

    >>> shown("Open [a hub](https://example.org)\\nsoon.")
    'Open a hub soon.'
    """
    return printable(plain(text))


def place(quote: dict[str, Any]) -> str:
    """Where a quote stands.

    >>> place({"document": "plan.pdf", "line": 12, "page": 4})
    'plan.pdf, p. 4, line 12'
    """
    numbers = [f"{unit} {quote[key]}" for key, unit in (("page", "p."), ("line", "line")) if quote.get(key) is not None]
    return ", ".join([printable(quote["document"]), *numbers])
