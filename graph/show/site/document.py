"""What the page of a document tells: where it comes from, and its whole text with what the graph quotes of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from graph.ask.passages import passages
from graph.show.site.marked import Mark, marked
from graph.show.site.rendering import class_word, dated
from graph.show.site.thing import View
from graph.show.words import words
from graph.vocabulary import SL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.ask.passages import Passage
    from graph.show.site.thing import Thing

Record = dict[str, Any]

KINDS = ("Commitment", "ProgressStatement", "Outcome", "Particular")


def document(thing: Thing) -> View:
    """The view of a document. Its text stands on the first page alone."""
    said = thing.said
    text = thing.store.text_of(thing.iri) if thing.number == 1 else None
    found = passages(thing.store, thing.iri) if text is not None else []
    fitting = [one for one in found if 0 <= one.start < one.end <= len(text or "") and one.kind in KINDS]
    counts = Counter(one.kind for one in fitting)
    return View(
        "document.html.j2",
        {
            "facts": list(_facts(thing)),
            "states": thing.links(said.values("sl:states")),
            "reports_on": thing.links(said.values("sl:reportsOn")),
            "kinds": [(one, _word(one), counts[one]) for one in KINDS if counts[one]],
            "text": None if text is None else marked(text, _marks(thing, fitting)),
        },
    )


def _facts(thing: Thing) -> Iterable[Record]:
    """What is known of a document, each `{"name", "text", "href"}`."""
    names = {
        "dcterms:type": "What it is",
        "dcterms:publisher": "Publisher",
        "dcterms:issued": "Date",
        "dcterms:rights": "Terms of use",
        "dcterms:source": "Where it comes from",
        "sl:fileName": "File",
    }
    for name, told in names.items():
        for value in thing.said.values(name):
            text = dated(value) if name == "dcterms:issued" else value
            is_address = value.startswith(("https://", "http://")) and not set(value) & set(' <>"')
            yield {"name": told, "text": text, "href": value if is_address else None}


def _marks(thing: Thing, found: Iterable[Passage]) -> Iterable[Mark]:
    for one in found:
        word = words()["statuses"][one.status]["word"].lower() if one.status in words()["statuses"] else None
        label = f"{_word(one.kind)}, {word}" if word else _word(one.kind)
        yield Mark(one.start, one.end, one.kind, label, thing.link(one.about, "")["href"])


def _word(kind: str) -> str:
    return words()["classes"][kind]["one"] if kind in words()["classes"] else class_word(SL + kind)
