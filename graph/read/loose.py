"""Markdown as public bodies write it, made ready, line for line, for a parser that holds to the letter.

The lines stay as many as they were, so that what the parser says of lines is true of the document; what is not part of
its text (front matter, template lines, footnotes, figures, definitions of links) becomes blank lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(r"(?P<words>[^\r\n]*)(?:\r\n|\r|\n|\Z)")
_FRONT_MATTER = re.compile(r"---[ \t]*")
_KEY = re.compile(r"(?P<key>[A-Za-z][\w -]*):(?:\s|$)")
# What the front matter of a page has, wherever it stands. Records between rules ("Owner: ...") are none.
_KEYS = frozenset(
    (
        "title",
        "layout",
        "permalink",
        "date",
        "category",
        "slug",
        "description",
        "parent",
        "tags",
        "author",
        "summary",
        "weight",
    )
)
_BELOW_KEY = re.compile(r"\s|-\s|#|\}|\]|$")
_TITLE = re.compile(r"title:\s*(?P<quote>[\"']?)(?P<title>[^\s\"'>|].*?)(?P=quote)\s*$", re.IGNORECASE)
_TEMPLATE = re.compile(
    r"""\s*(?:
      (?:\{[^{}]*\}\s*)++ | \{\{.*\}\} | \{%.*%\}  # {div .infobox}, {: .class}, {{ navigation }}, {% include x %}
    | \$[A-Z!]{1,10} | :{3,}.*                    # the fences of boxes: $CTA (Govspeak), ::: warning (Pandoc)
    | \*\[[^\]]+\]:.*                             # what an abbreviation stands for
    | \[(?!\^)[^\]]+\]:\s*<?(?:https?:|mailto:|www\.|[/.\#]).*  # the address of a link
    | \[\[?_?TOC_?\]?\] | \\(?:newpage|pagebreak)
    | <[hb]r\s*/?>                                # a rule or an empty line: neither starts a stretch of HTML
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"\s{0,3}\[\^[^\]\s]+\]:")
# A heading without a space after its signs. After a single sign it could be a hashtag: it has to look like a title.
_HASHES = re.compile(r"(\s{0,3}(?:#{2,6}(?=[^#\s])|#(?=[A-Z*\[“‘].{0,200}(?<![.,;])$)))")
_FENCE = re.compile(r"\s*(```+|~~~+)")
# Signs that are nothing but bullets, and what Word makes of the second level of a list.
_BULLET = re.compile(r"(?P<indent>\s*)(?:[•●▪■◦○‣➢➜➔➤►✓·](?P<space>\s*)(?=\S)|o\s+(?=[A-Z]))")
_DASH = re.compile(r"(?P<indent>\s*)[–—](?=\s+\S)")
_FIGURE = re.compile(r"<figure\b[^<>]*+>(?:(?!</?figure\b).){0,4000}+</figure\s*>", re.S | re.I)
_HTML_HEADING = re.compile(
    r"(?:(?<=[\r\n])|\A)[ \t]*<h(?P<level>[1-6])\b[^<>]*+>(?P<words>(?:(?!<h[1-6]\b|</h[1-6]).){0,4000}+)"
    r"</h(?P=level)\s*>[ \t]*(?=[\r\n]|\Z)",
    re.DOTALL | re.IGNORECASE,
)
# The titles of tabs head what stands in them: {% tab title="Autumn" %} (GitBook).
_TAB = re.compile(
    r"^[ \t]*\{%[ \t]*tab[ \t]+title=(?P<quote>[\"'])(?P<words>[^\r\n\"'{}]+)(?P=quote)[ \t]*%\}", re.MULTILINE
)
_LEVEL_OF_TABS = 6
_UNSEEN = dict.fromkeys(map(ord, "\ufeff\u200b\u2060"), " ")  # left over where files were joined
_NO_LINE_END = re.compile(r"[^\r\n]")


@dataclass(frozen=True, slots=True)
class HtmlHeading:
    """A heading written as HTML, or as the title of a tab: its level, and where its words stand."""

    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Loose:
    """What the parser is given, the lines of the document, and what was taken out and still is text.

    `lines` are the places of the document's lines, their line ends left out; `titles` are the places of the titles
    that front matter gives, one for each page.
    """

    text: str
    lines: tuple[tuple[int, int], ...]
    titles: tuple[tuple[int, int], ...]
    headings: tuple[HtmlHeading, ...]


def loosened(text: str) -> Loose:
    """Make a Markdown text ready for the parser."""
    shown = _FIGURE.sub(_blanked, text.translate(_UNSEEN))
    headings = [HtmlHeading(int(one["level"]), *one.span("words")) for one in _HTML_HEADING.finditer(shown)]
    bare = _HTML_HEADING.sub(_blanked, shown)
    headings.extend(HtmlHeading(_LEVEL_OF_TABS, *one.span("words")) for one in _TAB.finditer(bare))
    places = tuple(match.span("words") for match in _LINE.finditer(bare))
    lines = [bare[start:end] for start, end in places]
    titles = tuple(_blank_front_matter(lines, [start for start, _ in places]))
    _blank_footnotes(lines)
    return Loose("\n".join(_strict(lines)), places, titles, tuple(headings))


def _blanked(match: re.Match[str]) -> str:
    return _NO_LINE_END.sub(" ", match.group())


def _blank_front_matter(lines: list[str], starts: list[int]) -> Iterator[tuple[int, int]]:
    """Front matter stands at the head of a page; where several pages were joined to one file, there are several."""
    number = 0
    while number < len(lines):
        end = _end_of_front_matter(lines, number) if _FRONT_MATTER.fullmatch(lines[number]) else None
        if end is None:
            number += 1
            continue
        for index in range(number, end + 1):
            title = _TITLE.match(lines[index])
            if title:
                yield starts[index] + title.start("title"), starts[index] + title.end("title")
            lines[index] = ""
        number = end + 1


def _end_of_front_matter(lines: list[str], start: int) -> int | None:
    keys: set[str] = set()
    for number in range(start + 1, len(lines)):
        if _FRONT_MATTER.fullmatch(lines[number]):
            return number if keys & _KEYS or (keys and not any(lines[:start])) else None
        key = _KEY.match(lines[number])
        if key:
            keys.add(key["key"])
        elif not keys or not _BELOW_KEY.match(lines[number]):
            return None
    return None


def _blank_footnotes(lines: list[str]) -> None:
    """A footnote ends at a blank line."""
    inside = False
    for number, line in enumerate(lines):
        inside = bool(_FOOTNOTE.match(line) or (inside and line.strip()))
        if inside:
            lines[number] = ""


def _strict(lines: list[str]) -> Iterator[str]:
    fence, before = "", ""
    for line in lines:
        sign = _FENCE.match(line)
        if sign and (not fence or sign[1].startswith(fence)):
            fence = "" if fence else sign[1]
        before = line if fence or sign else _strict_line(line, before)
        yield before


def _strict_line(line: str, before: str) -> str:
    if _TEMPLATE.fullmatch(line):
        return ""
    if _HASHES.match(line):
        return _HASHES.sub(r"\1 ", line, count=1)
    bullet = _BULLET.match(line)
    if bullet:
        return f"{bullet['indent']}-{bullet['space'] or ' '}{line[bullet.end() :]}"
    if _DASH.match(line) and (not before.strip() or before.rstrip().endswith(":") or before.lstrip().startswith("- ")):
        return _DASH.sub(r"\g<indent>-", line, count=1)
    return line
