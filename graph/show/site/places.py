"""Where words stand: the title of their document with the line, and the address of these very words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from graph.ask.things import things_of
from graph.show.wording import clipped
from graph.show.words import place, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.ask.things import Things
    from graph.show.site.links import Links
    from graph.store import Store

Record = dict[str, Any]

_TITLE = 80  # characters of a document's title


def place_of(things: Things, quote: Mapping[str, Any], links: Links) -> Record:
    """`where` a quote (`Things.quote`) stands, and `passage`, the address of its words, or None."""
    where = place({**quote, "document": _title(things.name(quote["source"]))})
    return {"where": where, "passage": links.passage(quote["source"], quote["start"]), "source": quote["source"]}


def place_cell(store: Store, iri: str, links: Links) -> Record:
    """The cell of a table that says where the words of a thing stand."""
    things = things_of(store)
    quote = things.quote(iri)
    told = place_of(things, quote, links) if quote else {"where": "", "passage": None}
    return {"text": told["where"], "href": told["passage"], "away": False, "language": None, "number": False}


@lru_cache(maxsize=1000)
def _title(name: str) -> str:
    return clipped(shown(name), _TITLE)
