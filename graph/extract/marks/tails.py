"""What stands in brackets at the end of a pledge: "(Lead: Harbour Trust; by June 2025)", "[Estates – March 2025]".

Such a tail says who, with whom, by when or measured how, and is no part of the pledge. Brackets that explain the
pledge, give an example or hold the year of a plan's name stay in it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.cues import table
from graph.extract.dates import figure_words
from graph.extract.items import span_of
from graph.extract.known import Known, key
from graph.extract.names.lexicon import words
from graph.extract.tables.columns import Column, role_of
from graph.extract.tables.pledge_cells import is_blank
from graph.values import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.blocks import Span

    Beside = list[tuple[Role, Span]]

_WITHIN = r"(?:[^()\[\]]|\([^()]*\)){2,160}"  # a name may hold brackets of its own: "Director (Estates)"
_TAIL = re.compile(rf"(?:\((?P<round>{_WITHIN})\)|\[(?P<square>{_WITHIN})\])\s*[.;,]?\s*$")
_BETWEEN = re.compile(r"\s*[;|\n]\s*|,\s+|(?<!\b[A-Z])\.\s+(?=[A-Z])|\s+[–—-]\s+|\s/\s")
_LABEL = re.compile(r"(?P<label>[A-Za-z][\w/’'-]*(?:\s[\w/’'&()-]+){0,3}?)\s*(?::|\s[–—-]\s|=)\s*(?=\S)")
_TOKEN = re.compile(r"[^\W\d_]+|\d[\d/.-]*(?:st|nd|rd|th)?", re.IGNORECASE)
_DAY = re.compile(r"\d{1,4}(?:[/.-]\d{1,4}){1,2}")  # 31/07/2024, 2024-07-31, 2024/25
_COUNTED = re.compile(
    r"(?<![\w/.-])(?:\d{1,2}\s+(?:by|in|from|before|each|every|per)\b|(?!(?:19|20)\d\d)\d{3,}(?![\w/.-]))"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ACRONYM = re.compile(r"\b[A-Z][A-Za-z]{0,3}[A-Z]s?$")
_MOST_WORDS = 10  # of a name or a time
_SMALL = frozenset({"of", "and", "for", "the", "to", "in", "on", "with", "at", "&", "de", "y"})
_ROLES = {
    Column.OWNER: Role.OWNER,
    Column.PARTNER: Role.PARTNER,
    Column.TIMESCALE: Role.TIMESCALE,
    Column.START: Role.TIMESCALE,
    Column.MEASURE: Role.MEASURE,
}


def tail(span: Span) -> tuple[Span, Beside]:
    """A pledge without the brackets at its end that say who and by when, and what these say, in their order.

    >>> from graph.blocks import Span
    >>> pledge, beside = tail(Span("Open a hub (Lead: Harbour Trust; by June 2025)", 0, 46, 1))
    >>> pledge.text, [(str(role), one.text) for role, one in beside]
    ('Open a hub', [('Owner', 'Harbour Trust'), ('Timescale', 'June 2025')])
    """
    found: Beside = []
    while True:
        match = _TAIL.search(span.text)
        if match is None or not span.text[: match.start()].strip():
            return span, found
        kind = match.lastgroup or "round"
        inside = span_of(span, match.start(kind), match.end(kind))
        beside = _read(inside, is_square=kind == "square") or _group(inside, span.text[: match.start()])
        if not beside:
            return span, found
        said = [(role, one) for role, one in beside if not is_blank(one.text)]
        span, found = span_of(span, 0, match.start()), [*said, *found]


def is_time(text: str) -> bool:
    """Whether a text says a time and nothing else: a date, a season, how often.

    >>> [is_time(one) for one in ("by end of March 2025", "each November", "ongoing", "12", "May Street")]
    [True, True, True, False, False]
    """
    tokens = [token.casefold() for token in _TOKEN.findall(text)]
    known = _time_words()
    return (
        0 < len(tokens) <= _MOST_WORDS
        and not _COUNTED.search(text.casefold())  # "20 by 2025" says how many
        and all(token[0].isdigit() or token in known["joins"] or token in known["names"] for token in tokens)
        and any(token in known["names"] or _DAY.fullmatch(token) or _YEAR.fullmatch(token) for token in tokens)
    )


def _read(inside: Span, *, is_square: bool) -> Beside:
    """What the words between brackets say; empty where any of them is neither a time nor a name."""
    parts = [(_labelled(part) or _told(part)) for part in _parts(inside)]
    labelled = any(part[2] for part in parts)
    timed = any(part[0] is Role.TIMESCALE for part in parts)
    found: Beside = []
    for number, (role, said, is_certain) in enumerate(parts):
        if role is None and number and not is_certain and _goes_on(inside, found, said):
            found[-1] = (found[-1][0], span_of(inside, found[-1][1].start - inside.start, said.end - inside.start))
            continue
        is_owner = role is None and _is_name(said.text, loose=is_square) and (timed or labelled)
        if role is None and not is_owner:
            return []
        found.append((role or Role.OWNER, said))
    return found if labelled or (len(found) > 1 and timed) or _is_due(inside, is_square=is_square) else []


def _group(inside: Span, before: str) -> Beside:
    """A team alone in brackets: "(Warmer Homes team)".

    After an acronym it only says what that stands for, and after a word of its kind which of them is meant.
    """
    said = inside.text.split()
    noun = said[-1].casefold() if said else ""
    is_group = 1 < len(said) <= _MOST_WORDS and noun in table("columns")["tails"]["groups"]
    before = before.rstrip()
    explains = _ACRONYM.search(before) or re.search(rf"\b{re.escape(noun)}s?\b", before, re.IGNORECASE)
    return [(Role.OWNER, inside)] if is_group and not explains and _is_capital(" ".join(said[:-1])) else []


def _goes_on(inside: Span, found: Beside, said: Span) -> bool:
    """Whether a part belongs to the name before it: "Lead: Housing, Planning and Roads"."""
    if not found or found[-1][0] is Role.TIMESCALE:
        return False
    between = inside.text[found[-1][1].end - inside.start : said.start - inside.start]
    return between.strip() in (",", "/", "–", "—", "-", ";", "|") and _is_capital(said.text)


def _is_due(inside: Span, *, is_square: bool) -> bool:
    """Whether a time alone says when a pledge falls due. A bare date in round brackets may be that of a plan."""
    first = inside.text.split(maxsplit=1)[0].casefold()
    dated = is_square and not _YEAR.fullmatch(inside.text.strip())
    return is_time(inside.text) and (dated or first in table("columns")["tails"]["due"])


def _parts(inside: Span) -> Iterator[Span]:
    start = 0
    for match in _BETWEEN.finditer(inside.text):
        if match.group().strip() in ("–", "—", "-") and role_of(inside.text[start : match.start()], _plain()) in _ROLES:
            continue  # "Lead – Harbour Trust"
        if inside.text[: match.start()].count("(") > inside.text[: match.start()].count(")"):
            continue
        yield span_of(inside, start, match.start())
        start = match.end()
    yield span_of(inside, start)


def _labelled(part: Span) -> tuple[Role | None, Span, bool] | None:
    """A part with a label: its role, what it says, and that it is certain; None where it has none."""
    match = _LABEL.match(part.text) or _led().match(part.text)
    column = _column_of(match["label"]) if match else Column.UNKNOWN
    if match is None or column not in _ROLES or not part.text[match.end() :].strip():
        return None
    value = span_of(part, match.end())
    return (Role.TIMESCALE if is_time(value.text) else _ROLES[column]), _bare(value), True


def _column_of(label: str) -> Column:
    """What a label says; "Action: Head of Estates" says whose action it is, as the minutes of meetings do."""
    return Column.OWNER if key(label) in table("columns")["tails"]["owner"] else role_of(label, _plain())


def _told(part: Span) -> tuple[Role | None, Span, bool]:
    """A part without a label: a time, somebody to work with, or None for what may be a name."""
    if is_time(part.text):
        return Role.TIMESCALE, _bare(part), False
    helped = _helped().match(part.text)
    if helped and _is_capital(part.text[helped.end() :]):
        return Role.PARTNER, span_of(part, helped.end()), False
    return None, part, False


def _bare(value: Span) -> Span:
    """A date without the "by" before it: the column of timescales holds none either."""
    match = re.match(r"(?:due\s+)?by\s+(?:the\s+)?(?=\S)", value.text, re.IGNORECASE)
    return span_of(value, match.end()) if match and is_time(value.text) else value


def _is_name(text: str, *, loose: bool) -> bool:
    """Whether a part names somebody: by a noun of posts or bodies, and in square brackets by its capitals."""
    said = [word.casefold() for word in re.findall(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", text)]
    nouns = words("posts") | words("post_ends") | words("organisations") | words("teams")
    named = bool(nouns.intersection(said))
    return len(said) <= _MOST_WORDS and _is_capital(text) and (named or loose)


def _is_capital(text: str) -> bool:
    """Whether all words of a text that can have a capital begin with one, as those of names do."""
    said = [word for word in text.split() if word.casefold() not in _SMALL and word[:1].isalpha()]
    return bool(said) and all(word[0].isupper() for word in said)


@cache
def _plain() -> Known:
    return Known.of({})


@cache
def _led() -> re.Pattern[str]:
    return _starts_with("led")


@cache
def _helped() -> re.Pattern[str]:
    return _starts_with("with")


def _starts_with(name: str) -> re.Pattern[str]:
    found = sorted(table("columns")["tails"][name], key=lambda one: (-len(one), one))
    return re.compile(rf"(?P<label>{'|'.join(map(re.escape, found))})\s+(?:the\s+)?", re.IGNORECASE)


@cache
def _time_words() -> dict[str, frozenset[str]]:
    own, figures = table("columns")["tails"], figure_words()
    names = {*figures["months"], *figures["short_months"], *figures["seasons"], *own["times"]}
    return {"names": frozenset(names), "joins": frozenset({*own["joins"], *own["due"]})}
