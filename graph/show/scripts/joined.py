"""The scripts that several pages share, as texts that each page puts before its own.

Elements from data, what is packed, finding and marking words, and a field with suggestions. They are plain scripts: a
page that joins them to its own must not name anything else as they do.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graph.ask.search import language
from graph.show.embedding import embed

_SHOW = Path(__file__).resolve().parent.parent
# Name, folder and script of the libraries that `finding.js` needs.
_LIBRARIES = (("MiniSearch", "minisearch", "minisearch.js"), ("Stemmer", "stemmer", "stemmer.js"))
# Each may use what those before it define.
_SHARED = ("elements.js", "unpacking.js", "finding.js", "marking.js", "combobox.js")


@cache
def libraries() -> str:
    """The libraries of the search, each with the licence that travels with it."""
    return "\n".join(
        f"/*! {name}\n{_read(_SHOW / folder / 'LICENSE')}\n*/\n{_read(_SHOW / folder / file)}"
        for name, folder, file in _LIBRARIES
    )


@cache
def shared() -> str:
    """Our shared scripts; the words of the language that a search should know stand before them."""
    scripts = (_read(_SHOW / "scripts" / name) for name in _SHARED)
    return "\n".join((f"const LANGUAGE = {embed(language())};", *scripts))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8").strip()
