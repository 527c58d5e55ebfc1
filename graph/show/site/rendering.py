"""The pages of a site, served or written to files: one set of templates, and one style sheet for all of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from graph.show.embedding import embed
from graph.show.look import common_style
from graph.show.site.cells import linked
from graph.show.site.portion import around
from graph.show.wording import clipped, counted, dated, sentence_case
from graph.show.words import attested, confidence_words, place, shown, sureness, words

if TYPE_CHECKING:
    from graph.show.site.links import Links

_FOLDER = Path(__file__).parent
# The style sheets of `styles`, in the order that they are put together; each may count on those before it.
_SHEETS = ("site.css", "tables.css", "things.css", "source.css", "search.css")


def style() -> str:
    """The one style sheet of all pages."""
    sheets = ((_FOLDER / "styles" / name).read_text(encoding="utf-8") for name in _SHEETS)
    return "\n".join([common_style(), *sheets])


def rendered(template: str, links: Links, **shown: Any) -> bytes:
    """A page as UTF-8. Everything shown is escaped."""
    return _environment().get_template(template).render(links=links, **shown).encode()


class _Environment(Environment):
    def getattr(self, obj: Any, attribute: str) -> Any:
        """What pages are given is dicts for the most part, and Jinja would ask each for an attribute first."""
        return obj[attribute] if type(obj) is dict and attribute in obj else super().getattr(obj, attribute)


@cache
def _environment() -> Environment:
    made = _Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals.update(words=words(), linked=linked)
    made.filters.update(
        embed=embed,
        shown=shown,
        place=place,
        dated=dated,
        counted=counted,
        clipped=clipped,
        sentence_case=sentence_case,
        around=around,
        status_word=_status_word,
        confidence=confidence_words,
        sureness=sureness,
        attested=attested,
    )
    return made


def _status_word(status: str) -> str:
    word: str = words()["statuses"][status]["word"]
    return word
