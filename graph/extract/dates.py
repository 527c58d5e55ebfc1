"""The dates in a sentence that have a year, and by when each has passed. Their words are in `cues/figures.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from graph.extract.cues import table

if TYPE_CHECKING:
    from collections.abc import Iterable

_FISCAL_END = 3  # a financial year such as 2024/25 ends in March
_LAST_WORDS = re.compile(r"([\w’'-]+(?:\s+[\w’'-]+){0,4})\s*[,(]?\s*$")
NEXT_WORD = re.compile(r"\s+([^\W\d_][\w’'-]*)")


@dataclass(frozen=True, slots=True)
class When:
    """A date, by offsets within its text: the year and the month by which it has passed."""

    text: str
    start: int
    end: int
    passed: tuple[int, int]


def dates(text: str) -> list[When]:
    """The dates with a year in a text, in order.

    >>> [(one.text, one.passed) for one in dates("Open a hub by the end of 2026, and two in 2027/28.")]
    [('end of 2026', (2026, 12)), ('2027/28', (2028, 3))]
    """
    return [one for match in _date().finditer(text) if (one := _when(match, text))]


def without_dates(text: str) -> str:
    """The text with its dates blanked out.

    >>> without_dates("Open a hub by 2030.")
    'Open a hub by     .'
    """
    for one in dates(text):
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


@cache
def figure_words() -> dict[str, Any]:
    """The words of figures, by what they mean."""
    return table("figures")


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches any of some words, the longest first."""
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda word: (-len(word), word))
    )


@cache
def _date() -> re.Pattern[str]:
    known = figure_words()
    month = any_of((*known["months"], *known["short_months"]))
    year = r"(?:19|20)\d\d"
    return re.compile(
        rf"""(?<![\w£$€.,/-])(?:
            (?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{month})\.?(?:\s+\d{{1,2}}(?:st|nd|rd|th)?)?,?\s+(?P<of_month>{year})
          | \d{{1,2}}/(?P<number>0?[1-9]|1[0-2])/(?P<of_number>{year})
          | (?P<season>{any_of(known["seasons"])}),?\s+(?:of\s+)?(?P<of_season>{year})(?:/\d\d)?
          | Q(?P<quarter>[1-4]),?\s+(?:of\s+)?(?:FY\s?)?(?P<of_quarter>{year})(?P<fiscal>[/–-]\d\d)?
          | (?P<first>{year})\s?(?P<between>[/–-])\s?(?P<last>\d{{4}}|\d\d)
          | (?P<short>\d\d)/(?P<next>\d\d)(?=\s+(?:FY|financial)|\s*[.,;)]|\s*$)
          | FY\s?(?P<fiscal_year>{year}|\d\d)
          | (?:(?P<part>{any_of(known["parts"])})\s+(?:of\s+)?)?(?P<year>{year})
        )(?![\w/]|[.,]\d)""",
        re.VERBOSE | re.IGNORECASE,
    )


def _when(match: re.Match[str], text: str) -> When | None:
    passed = _passed(match)
    if passed is None or (match["year"] and not match["part"] and not _is_year(match, text)):
        return None
    return When(match.group(), match.start(), match.end(), passed)


def _passed(match: re.Match[str]) -> tuple[int, int] | None:
    """The year and month by which a date has passed; None for what is no date after all."""
    known = figure_words()
    if match["month"]:
        return int(match["of_month"]), _month(match["month"])
    if match["number"]:
        return int(match["of_number"]), int(match["number"])
    if match["season"]:
        return int(match["of_season"]), known["seasons"][match["season"].lower()]
    if match["quarter"]:
        return _quarter(int(match["of_quarter"]), int(match["quarter"]), fiscal=bool(match["fiscal"]))
    if match["first"]:
        return _range(int(match["first"]), match["last"], match["between"])
    if match["short"]:
        return _range(2000 + int(match["short"]), match["next"], "/")
    if match["fiscal_year"]:
        return 2000 + int(match["fiscal_year"][-2:]), _FISCAL_END
    return int(match["year"]), known["parts"][" ".join(match["part"].lower().split())] if match["part"] else 12


def _month(name: str) -> int:
    names = [one[:3] for one in figure_words()["months"]]
    return names.index(name[:3].lower()) + 1


def _quarter(year: int, quarter: int, *, fiscal: bool) -> tuple[int, int]:
    month = 3 * quarter + (_FISCAL_END if fiscal else 0)
    return (year + 1, month - 12) if month > 12 else (year, month)


def _range(first: int, last: str, between: str) -> tuple[int, int] | None:
    """The end of 2024/25, a financial year, or of 2020–2023; None where the years do not follow one another."""
    until = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if until == first + 1 and (len(last) == 2 or between == "/"):
        return until, _FISCAL_END
    return (until, 12) if first < until and between != "/" else None


def _is_year(match: re.Match[str], text: str) -> bool:
    """Whether four digits are a year: after a word such as "by", or not before what they would count."""
    following = NEXT_WORD.match(text, match.end())
    counts = following and following[1].islower() and following[1].endswith(("s", "people", "children"))
    return not counts or ends_in(text, match.start(), figure_words()["before_years"])


def ends_in(text: str, position: int, words: Iterable[str]) -> bool:
    """Whether the text before a place ends in one of the words."""
    found = _LAST_WORDS.search(text, max(0, position - 60), position)
    before = " " + " ".join(found[1].lower().split()) if found else ""
    return any(before.endswith(" " + word) for word in words)
