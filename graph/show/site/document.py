"""What the page of a document tells: where it comes from, and its whole text with what the graph quotes of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from graph.ask.passages import passages
from graph.identifiers import is_web_address
from graph.show.site.marked import Mark, Tag, marked
from graph.show.site.terms import class_word
from graph.show.site.thing import View
from graph.show.wording import clipped, dated, sentence_case
from graph.show.words import words
from graph.vocabulary import SL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.ask.passages import Passage
    from graph.show.site.thing import Thing

Record = dict[str, Any]

_AS_SHOWN = {"dcterms:issued": dated, "dcterms:type": sentence_case}
FEW = 3  # pledges that a statement leads to one by one
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
            text = _AS_SHOWN.get(name, str)(value)
            yield {"name": told, "text": text, "href": value if is_web_address(value) else None}


def _marks(thing: Thing, found: Iterable[Passage]) -> Iterable[Mark]:
    for one in found:
        href = thing.link(one.about, "")["href"]
        own = [Tag(_labelled(one), _labelled(one), href)] if href else []
        yield Mark(one.start, one.end, one.kind, (*own, *_answered(thing, one, href)))


def _labelled(passage: Passage) -> str:
    look = words()["statuses"].get(passage.status)
    return f"{_word(passage.kind)}, {look['word'].lower()}" if look else _word(passage.kind)


def _answered(thing: Thing, passage: Passage, page: str | None) -> Iterable[Tag]:
    """What leads from a statement to the pledges that it answers: to each of a few, else to the list on its page."""
    pledges = thing.things.pointing("sl:evidencedBy", passage.iri) if passage.kind == "ProgressStatement" else []
    if len(pledges) > FEW and page:
        word = f"→ {len(pledges):,} pledges"
        yield Tag(word, f"{word} that it answers", f"{page}#answered")
        return
    for number, one in enumerate(thing.links(pledges), start=1):
        word = f"→ pledge {number}" if len(pledges) > 1 else "→ pledge"
        if one["href"]:
            yield Tag(word, f"{word} that it answers: {clipped(one['text'])}", one["href"])


def _word(kind: str) -> str:
    return words()["classes"][kind]["one"] if kind in words()["classes"] else class_word(SL + kind)
