"""The pages of a site, served or written to files: one set of templates, and what all of them share."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from graph import vocabulary as v
from graph.show.embedding import embed, palette
from graph.show.words import place, shown, words

if TYPE_CHECKING:
    from graph.show.site.links import Links

_FOLDER = Path(__file__).parent
# The style sheets of `styles`, in the order that they are put together; each may count on those before it.
_SHEETS = ("common.css", "site.css", "tables.css", "things.css", "search.css")

_PREFIXES = v.PREFIXES | {"foaf": "http://xmlns.com/foaf/0.1/", "owl": "http://www.w3.org/2002/07/owl#"}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@cache
def site_words() -> dict[str, Any]:
    """What classes and properties are called on pages: `{"classes": {...}, "properties": {...}}`, by prefixed name."""
    read: dict[str, Any] = json.loads((_FOLDER / "words.json").read_text(encoding="utf-8"))
    return read


def style() -> str:
    """The one style sheet of all pages."""
    return "\n".join([palette(), *map(_sheet, _SHEETS)])


def common_style() -> str:
    """What the graph page and the report share with all pages: colours, statuses, tiles, quotes, what has the focus."""
    return palette() + "\n" + _sheet(_SHEETS[0])


def _sheet(name: str) -> str:
    return (_FOLDER / "styles" / name).read_text(encoding="utf-8")


def rendered(template: str, links: Links, **shown: Any) -> bytes:
    """A page as UTF-8. Everything shown is escaped."""
    return _environment().get_template(template).render(links=links, **shown).encode()


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals.update(words=words())
    made.filters.update(
        embed=embed,
        shown=shown,
        place=place,
        dated=dated,
        counted=counted,
        clipped=clipped,
        sentence_case=sentence_case,
        around=around,
        status_word=status_word,
    )
    return made


def dated(value: str) -> str:
    """A date as people write it; what is no year, month or day stays as it is.

    >>> dated("2024-03-05"), dated("2016-12"), dated("2024")
    ('5 March 2024', 'December 2016', '2024')
    """
    parts = value.split("-")
    if len(parts) not in (2, 3) or not all(map(str.isdecimal, parts)) or not 1 <= int(parts[1]) <= 12:
        return value
    month = f"{_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return month if len(parts) == 2 else f"{int(parts[2])} {month}"


def period(*ends: str | None) -> str:
    """The years that something covers, as far as they are known.

    >>> period("2022", "2024"), period(None, "2024-03")
    ('2022 to 2024', 'March 2024')
    """
    return " to ".join(dated(end) for end in ends if end)


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "pledge"), counted(12345, "pledge")
    ('1 pledge', '12,345 pledges')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def clipped(text: str, most: int = 70) -> str:
    """The start of a text, up to a word's end, with an ellipsis where something is left out.

    >>> clipped("Review the statement of purpose", 20)
    'Review the…'
    """
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:.–-") + "…"


def around(number: int, pages: int) -> list[int | None]:
    """The pages that a page leads to: the first, the last and its neighbours; None where others are left out.

    >>> around(5, 9), around(1, 3)
    ([1, None, 3, 4, 5, 6, 7, None, 9], [1, 2, 3])
    """
    shown = sorted({1, pages, *range(max(1, number - 2), min(pages, number + 2) + 1)})
    found: list[int | None] = []
    for before, one in zip([0, *shown], shown, strict=False):
        found += [None, one] if one - before > 1 else [one]
    return found


def status_word(status: str) -> str:
    """What a status is called."""
    word: str = words()["statuses"][status]["word"]
    return word


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


def sentence_case(words: str) -> str:
    """In sentence case, with the parts of a joined name apart.

    >>> sentence_case("startDate")
    'Start date'
    """
    parted = "".join(f" {one.lower()}" if one.isupper() and before.islower() else one for before, one in _pairs(words))
    return parted[:1].upper() + parted[1:]


def _pairs(text: str) -> zip[tuple[str, str]]:
    return zip(" " + text, text, strict=False)
