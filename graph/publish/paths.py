"""Where things have their pages in a published folder: `id/REST.html` for the IRI BASE + REST.

A path is made from the IRI and from nothing else, so that it stays when the site is made again. It holds only what
every file system and every web server takes as it is; what an IRI has besides becomes a checksum.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph import vocabulary as v
from graph.ask.things import things_of
from graph.identifiers import DEFAULT_BASE, fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.store import Store

_OUR_CLASSES = ("Strategy", "Document", "Theme", "Commitment", "ProgressStatement", "Programme", "Outcome")
_CLASSES = (*(v.SL + name for name in _OUR_CLASSES), v.ORG + "Organization")
_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._~-]*")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)  # names of devices on Windows
_LONGEST = 100


def paths(store: Store) -> dict[str, str]:
    """The path of each thing that has a page, by its IRI. What is named below no base of the store has none."""
    bases = tuple(store.record.get("bases") or (DEFAULT_BASE,))
    things = {iri for one in _CLASSES for iri in things_of(store).pointing("rdf:type", one)}
    return distinct(sorted(things), bases)


def distinct(iris: Iterable[str], bases: tuple[str, ...]) -> dict[str, str]:
    """One path for each IRI below a base. No two are the same, even where a disk takes capitals for small letters.

    >>> distinct(["https://a.example/id/Plan", "https://a.example/id/plan"], ("https://a.example/id/",))
    {'https://a.example/id/Plan': 'id/Plan.html', 'https://a.example/id/plan': 'id/plan-a4994dd0.html'}
    """
    taken: set[str] = set()
    found: dict[str, str] = {}
    for iri in iris:
        base = next((one for one in bases if iri.startswith(one)), None)
        if base is None:
            continue
        path = "id/" + "/".join(map(_segment, iri.removeprefix(base).split("/")))
        if path.casefold() in taken:
            path = f"{path}-{fingerprint(iri)}"
        taken.add(path.casefold())
        found[iri] = path + ".html"
    return found


def numbered(path: str, number: int) -> str:
    """The path of a further page of a long one.

    >>> numbered("lists/pledges.html", 1), numbered("lists/pledges.html", 2)
    ('lists/pledges.html', 'lists/pledges.page-2.html')
    """
    return path if number == 1 else f"{path.removesuffix('.html')}.page-{number}.html"


def _segment(text: str) -> str:
    if _PLAIN.fullmatch(text) and len(text) <= _LONGEST and not text.endswith(".") and not _RESERVED.fullmatch(text):
        return text
    plain = re.sub(r"[^A-Za-z0-9]+", "-", text)[: _LONGEST - 10].strip("-")
    return "-".join(filter(None, (plain, fingerprint(text))))
