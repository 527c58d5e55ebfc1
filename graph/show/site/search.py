"""Search in the reader's browser: its page, its scripts, and the index that they load.

The page works opened from a disk, where a browser fetches nothing but what elements name: so the index is a script that
hands its data to one function. What may run is told by a nonce, the one source that names single files wherever they
stand: from a disk, Chromium gives `'self'` to every file there, and checks no digest of a file (measured with
Chromium 156; https://www.w3.org/TR/CSP3/#match-nonce-to-source-list).
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.show.embedding import LARGE, embed
from graph.show.scripts.joined import libraries, shared
from graph.show.site.entries import KINDS, Entry, entries
from graph.show.site.rendering import rendered
from graph.show.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.show.site.links import Links
    from graph.store import Store

__all__ = ["INDEX", "LISTS", "Entry", "entries", "index", "scripts", "search_page"]

INDEX = "search-index.js"
LISTS = ("pledges", "programmes", "organisations", "themes", "outcomes", "documents")
SCRIPTS = ("finding.js", "results.js", "search.js")

_AT_ONCE = 500  # entries that the browser takes in without a pause


def search_page(links: Links) -> bytes:
    """The page. It holds no word of any document: what it shows comes from the index."""
    made = scripts()
    nonce = base64.b64encode(hashlib.sha256(b"".join(made.values())).digest()).decode()
    return rendered(
        "search.html.j2",
        links,
        title="Search",
        nonce=nonce,
        scripts=[links.asset(name) for name in made],
        index=links.asset(INDEX),
        lists=[(name, links.listing(name)) for name in LISTS],
        formats={},
        data=None,
    )


@cache
def scripts() -> dict[str, bytes]:
    """The scripts of the page by name, in the order in which they run; the index comes when it is first needed."""
    folder = Path(__file__).parent / "scripts"
    ours = "\n".join((folder / name).read_text(encoding="utf-8").strip() for name in SCRIPTS)
    return {
        "libraries.js": libraries().encode(),
        "search.js": f'"use strict";\n(() => {{\n{shared()}\n{ours}\n}})();\n'.encode(),
    }


def index(store: Store, links: Links) -> bytes:
    """The script that hands the index to the page. `links` are those of the search page: its addresses lead from there.

    It calls `strategyLinksIndex` with a list: first `{"kinds", "statuses", "under", "total"}`, then lists of entries,
    each `[kind, status, under, text, beside, same, rest]`: the first three count in what the first item lists (status
    from 1, 0 for none), and the address is the first `same` characters of the one before and `rest`. Where that is
    large, it calls it with a text instead: the items as lines of JSON, gzipped, in base64.
    """
    items = list(_items(list(entries(store, links))))
    lines = "\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in items)
    if len(lines) <= LARGE:
        return f"strategyLinksIndex({embed(items)});\n".encode()
    packed = base64.b64encode(gzip.compress(lines.encode(), 6, mtime=0)).decode()
    return f'strategyLinksIndex("{packed}");\n'.encode()


def _items(found: list[Entry]) -> Iterator[Any]:
    statuses = list(words()["statuses"])
    under = {text: number for number, text in enumerate(dict.fromkeys(one.under for one in found))}
    yield {
        "kinds": [{"one": kind.one, "many": kind.many, "beside": kind.beside} for kind in KINDS],
        "statuses": [
            {"value": one} | {key: words()["statuses"][one][key] for key in ("word", "symbol")} for one in statuses
        ],
        "under": list(under),
        "total": len(found),
    }
    numbers = {"": 0} | {one: number for number, one in enumerate(statuses, 1)}
    coded = [
        [one.kind, numbers[one.status], under[one.under], one.text, one.beside, same, one.href[same:]]
        for one, same in zip(found, _shared(one.href for one in found), strict=True)
    ]
    yield from (coded[start : start + _AT_ONCE] for start in range(0, len(coded), _AT_ONCE))


def _shared(addresses: Iterable[str]) -> Iterator[int]:
    """How many characters of each address, up to a slash, are those of the one before.

    Outside of ASCII, JavaScript counts otherwise: there, none.
    """
    folder = ""
    for one in addresses:
        yield len(folder) if one.startswith(folder) else 0
        folder = one[: one.rfind("/") + 1] if one.isascii() else ""
