"""What a spreadsheet shows for a value: dates, percentages and numbers as a person reads them."""

from __future__ import annotations

import datetime
import re

_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')  # parts of a number's format that are not codes
_DECIMALS = re.compile(r"0\.(0+)")
_GROUPED = re.compile(r"[#0],[#0]")
_CURRENCY = re.compile(r"[£€]|\[\$([£€$])|(?<!\[)\$")
_DIGITS = 15  # that a number in a spreadsheet has


def shown(value: object, number_format: str | None) -> str:
    """The text of a value, as its number format has it; empty where there is none.

    Dates are in the form of ISO 8601, as exact as their format: a month where it shows no day.

    >>> shown(0.5, "0%"), shown(12.0, "General"), shown(datetime.datetime(2025, 3, 1), "mmm yyyy")
    ('50%', '12', '2025-03')
    """
    codes = _QUOTED.sub("", number_format or "").lower()
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float)):
        return _number(value, codes, _CURRENCY.search(number_format or ""))
    if isinstance(value, datetime.datetime):
        exact = "h" in codes and (value.hour or value.minute)
        return value.isoformat(" ", "minutes") if exact else _date(value.date(), codes)
    if isinstance(value, datetime.date):
        return _date(value, codes)
    return value.isoformat("minutes") if isinstance(value, datetime.time) else str(value)


def _number(value: float, codes: str, currency: re.Match[str] | None) -> str:
    percent = "%" if "%" in codes else ""
    value = value * 100 if percent else value
    decimals = _DECIMALS.search(codes)
    whole = float(value).is_integer()
    form = f".{len(decimals[1])}f" if decimals else ".0f" if whole else f".{_DIGITS}g"
    text = format(abs(value), ("," if _GROUPED.search(codes) else "") + form)
    symbol = (currency[1] or currency[0]) if currency else ""
    return f"{'-' if value < 0 else ''}{symbol}{text}{percent}"


def _date(value: datetime.date, codes: str) -> str:
    if "d" in codes or "y" not in codes:
        return value.isoformat()
    return f"{value:%Y-%m}" if "m" in codes else f"{value:%Y}"
