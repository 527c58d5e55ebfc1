"""What the title and the opening of a document tell: its kind, its date, and the period of its strategy."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from graph.extract.cues import meanings
from graph.read.entries import is_date

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
#: Characters of a document in which it says its date, as a rule.
OPENING = 1500
_TOP = 6  # lines among which a title is looked for
_MOST_WORDS = 16  # of it

_YEAR = r"(?:19|20)\d\d"
_PERIOD = re.compile(rf"\b(?P<start>{_YEAR})\s*(?:[-–—/]|to|until|and)\s*(?P<end>{_YEAR}|\d\d)\b", re.IGNORECASE)
_MONTH = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<month>{'|'.join(MONTHS)})\s+(?P<year>{_YEAR})\b", re.I
)
_ISO = re.compile(rf"\b{_YEAR}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?\b")
_ONE_YEAR = re.compile(rf"\b{_YEAR}\b")


def kind_of(title: str) -> str:
    """ "report", "plan", or "document" where the title does not say.

    >>> kind_of("Review of the housing strategy 2020 to 2025")
    'report'
    """
    return next(meanings("titles", title), "document")


def opening_title(text: str) -> str:
    """The line at the top of a plain text that names it as a plan or a report; empty where none does.

    >>> opening_title("Wendle Council\\n\\nOpen space strategy 2020-25\\n\\nWe will plant trees.")
    'Open space strategy 2020-25'
    """
    lines = [" ".join(line.split()) for line in text[:OPENING].splitlines() if line.strip()]
    return next((line for line in lines[:_TOP] if _may_be_title(line)), "")


def _may_be_title(line: str) -> bool:
    few = 1 < len(line.split()) <= _MOST_WORDS
    return few and line[0].isalpha() and not line.endswith((".", ",", ";", ":", "?")) and kind_of(line) != "document"


def period_of(title: str) -> tuple[str | None, str | None]:
    """The first and the last year of a strategy, None where the title does not say.

    >>> period_of("Delivery Plan 2017-20")
    ('2017', '2020')
    """
    found = _PERIOD.search(title)
    if found:
        start, end = found["start"], found["end"]
        end = end if len(end) == len(start) else start[:2] + end
        return (start, end) if end >= start else (start, None)
    year = _ONE_YEAR.search(title)
    return (year.group(), None) if year else (None, None)


def date_of(texts: Iterator[str]) -> str | None:
    """The first date that one of a few texts gives, to the month or the year, in the form of ISO 8601.

    >>> date_of(iter(["Housing strategy", "Cabinet, 5 March 2024"]))
    '2024-03-05'
    """
    years = []
    for text in texts:
        iso, month = _ISO.search(text), _MONTH.search(text)
        if iso:
            return iso.group()
        if month:
            return _iso(month)
        years.extend(_ONE_YEAR.findall(_PERIOD.sub(" ", text)))
    return years[0] if years else None


def without_period(title: str) -> str:
    """A title without its years, by which the editions of one strategy are alike.

    >>> without_period("Housing strategy 2020 to 2025")
    'housing strategy'
    """
    return " ".join(_ONE_YEAR.sub(" ", _PERIOD.sub(" ", title)).lower().split()).strip(" ,:–-()")


def _iso(match: re.Match[str]) -> str:
    month = f"{match['year']}-{MONTHS.index(match['month'].lower()) + 1:02d}"
    day = int(match["day"] or 0)
    return f"{month}-{day:02d}" if is_date(f"{month}-{day:02d}") else month
