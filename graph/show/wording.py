"""Dates, years, numbers and long texts as people write them."""

from __future__ import annotations

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


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


def listed(told: list[str]) -> str:
    """Several things in a sentence.

    >>> listed(["roads", "parks", "schools"])
    'roads, parks and schools'
    """
    return " and ".join([", ".join(told[:-1]), told[-1]] if told[1:] else told)


def clipped(text: str, most: int = 70) -> str:
    """The start of a text, up to a word's end, with an ellipsis where something is left out.

    >>> clipped("Review the statement of purpose", 20)
    'Review the…'
    """
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:.–-") + "…"


def sentence_case(words: str) -> str:
    """In sentence case, with the parts of a joined name apart.

    >>> sentence_case("startDate")
    'Start date'
    """
    parted = "".join(f" {one.lower()}" if one.isupper() and before.islower() else one for before, one in _pairs(words))
    return parted[:1].upper() + parted[1:]


def _pairs(text: str) -> zip[tuple[str, str]]:
    return zip(" " + text, text, strict=False)
