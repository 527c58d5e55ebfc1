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
    from collections.abc import Iterable, Mapping, Sequence

_WORDS = Path(__file__).parent / "words.json"


@cache
def words() -> dict[str, Any]:
    """The words, symbols, shapes and colours."""
    read: dict[str, Any] = json.loads(_WORDS.read_text(encoding="utf-8"))
    return read


def fair() -> float:
    """The confidence below which a claim counts as low: all answers draw the line here.

    The named query `low-confidence` has the same number as its parameter `below`; a test holds the two together.
    """
    low, *_ = sorted(step["from"] for step in words()["confidence"] if step["from"] > 0)
    return float(low)


def confidence_words(value: float) -> str:
    """How sure a claim is, in a word and as a number from 0 to 1.

    >>> confidence_words(0.9), confidence_words(0.5)
    ('high confidence 0.90', 'low confidence 0.50: check the quote')
    """
    word = next(step["word"] for step in words()["confidence"] if value >= step["from"])
    name, colon, advice = word.partition(":")
    return f"{name} {value:.2f}{colon}{advice}"


def sureness(claim: Mapping[str, Any]) -> str:
    """How sure a link or a status is, and whether it was reviewed.

    >>> sureness({"confidence": 0.9, "review": "unreviewed"}), sureness({"confidence": 0.9, "review": "accepted"})
    ('high confidence 0.90, not yet reviewed', 'accepted in review')
    """
    reviewed: str = words()["reviews"][claim["review"]]
    return reviewed if claim["review"] == "accepted" else f"{confidence_words(claim['confidence'])}, {reviewed}"


def attested(by: str | None) -> str:
    """Whose word an outcome is.

    >>> attested("Ofsted"), attested(None)
    ('Ofsted says so', 'the body says so itself')
    """
    said = words()
    own: str = said["attestations"]["SelfReported"]
    return said["attestedBy"].replace("{name}", by) if by else own


def status_words(value: str, stated: str | None) -> str:
    """A status, with the document's own word for it, if it has one.

    >>> status_words("Achieved", "**DONE**")
    'Achieved (“DONE”)'
    """
    own = f" (“{shown(stated)}”)" if stated else ""
    return f"{words()['statuses'][value]['word']}{own}"


def symbol_and_word(status: str) -> str:
    """A status as it stands on paper and in pictures; the space between its parts breaks no line.

    >>> symbol_and_word("Achieved")
    '✓\xa0Achieved'
    """
    look = words()["statuses"][status]
    return f"{look['symbol']}\N{NO-BREAK SPACE}{look['word']}"


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


def review_told(sets: Iterable[Mapping[str, Any]]) -> list[str]:
    """What it means that something was accepted in review: a sentence, then who decided, set by set, in their words.

    `sets` are those of `graph.ask.reviewing.decision_sets`. None give no sentence.

    >>> review_told([{"title": "Links of Wick", "description": "Read by two officers.", "deciders": ["A", "B"]}])[1]
    'Links of Wick: Read by two officers.'
    """
    said = words()["reviewed"]
    own = [[shown(one[key]) for key in ("title", "description") if one[key]] for one in sets]
    return [said["means"], *(": ".join(words_of_set) or said["silent"] for words_of_set in own)] if own else []
