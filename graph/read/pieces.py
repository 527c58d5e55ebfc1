"""Where a paragraph of Markdown falls apart on the page: at bold lines, numbers, loose bullets and line breaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINE_END = re.compile(r"\r\n|\r|\n|<br\s*/?>", re.IGNORECASE)
_BULLET = re.compile(r"[\s>]*(?P<marker>[-*+•●▪■◦○‣➢➜➔➤►✓])\s+(?=\S)")
_NUMBER = re.compile(r"[\s>]*(?P<marker>\(?\d{1,2}[.)]|\(?[a-zA-Z]\)|\(?[ivx]{1,5}\))\s+(?=\S)")
_LETTER = re.compile(r"[\s>]*(?P<marker>\(?[a-zA-Z]\)|\(?[ivx]{1,5}\)|\(\d{1,2}\))\s+(?=\S)")
_DOTTED = re.compile(r"[\s>]*\d{1,2}(?:\.\d{1,3}){1,3}[.)]?\s+(?=\S)")
_ENDED = re.compile(r"[.;:!?)][”’\"'*_)\]]*\s*$")
_LABEL = re.compile(r"[\s>*_]*[A-Z][\w ]{1,30}:")
_LONGEST_LABELLED = 60  # characters of a line with a label that its writer has ended
_UNFINISHED = re.compile(
    r"(?:[,;/&(–—-]|\b(?:a|an|and|at|by|for|from|in|of|on|or|our|the|their|to|with))\s*$", re.IGNORECASE
)
_ANEW = re.compile(r"[\s>*_]*[A-Z\d]")
_STRONG = re.compile(
    r"(?:(?P<sign>\*{2,3}|__)(?=\S)(?:(?!\*\*|__).)+(?<=\S)(?P=sign)|<(?P<tag>b|strong)>[^<]+</(?P=tag)>)\s*[:.]?",
    re.DOTALL | re.IGNORECASE,
)
_OPENS_BOLD = re.compile(r"[\s>]*(?:\*\*|__)(?=\S)(?:(?!\*\*|__).){2,60}(?:\*\*|__)[\s:.]")  # "**Action 1** Open a hub"
_CONTENTS = re.compile(r"\[[^\[\]]*+\]\(#[^()\s]*\)\W*")
_RULE = re.compile(r"[\s>]*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text. `marker` is the sign or number of an item, `column` where it stands in its line."""

    start: int
    end: int
    marker: str = ""
    column: int = 0
    below_label: bool = False  # a line with a label stands above it


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    words: str
    broken: bool  # by the writer's hand, not by the end of the line


def pieces(text: str, start: int, end: int, marker: str = "") -> Iterator[Piece]:
    """Part a paragraph, which starts after the sign of its item where it is one.

    >>> text = "**We will:**\\n1.1 Open a hub."
    >>> [text[one.start : one.end] for one in pieces(text, 0, len(text))]
    ['**We will:**\\n', '1.1 Open a hub.']
    """
    current = Piece(start, end, marker)
    before: _Line | None = None
    for line in _lines(text, start, end):
        opened = _opening(line, before, current)
        if opened and before:
            yield Piece(current.start, line.start, current.marker, current.column)
        current = opened or current
        before = line
    yield Piece(current.start, end, current.marker, current.column)


def is_strong(words: str) -> bool:
    """Whether all of a stretch is bold: `**Fostering**`, `**We will**:`."""
    return bool(_STRONG.fullmatch(words.strip()))


def is_contents(words: str) -> bool:
    """Whether a stretch is an entry of a table of contents: nothing but a link into the same page."""
    return bool(_CONTENTS.fullmatch(words.strip()))


def is_table(lines: Sequence[str]) -> bool:
    """Whether lines that the parser takes for a paragraph are a table whose rows differ in length."""
    return len(lines) > 1 and all("|" in line for line in lines) and any(map(is_rule, lines[1:]))


def is_rule(line: str) -> bool:
    """Whether a line parts the head of a table from its body: `|---|:--|`."""
    return bool(_RULE.fullmatch(line))


def _lines(text: str, start: int, end: int) -> Iterator[_Line]:
    """The lines of a paragraph; `<br>` and two spaces at the end of a line break one by hand."""
    broken = False
    for match in _LINE_END.finditer(text, start, end):
        yield _Line(start, text[start : match.start()], broken)
        broken = match.group()[0] == "<" or text[start : match.start()].endswith(("  ", "\\"))
        start = match.end()
    yield _Line(start, text[start:end], broken)


def _opening(line: _Line, before: _Line | None, current: Piece) -> Piece | None:
    """The piece that a line opens, None where it carries on the one before."""
    if before is None:
        found = None if current.marker else _LETTER.match(line.words)
        return _item(line, found) if found else None
    found = _BULLET.match(line.words)
    follows = current.marker or _ENDED.search(before.words) or is_strong(before.words)
    if not found and follows:
        found = _NUMBER.match(line.words)
    if found:
        return _item(line, found)
    if (follows or _DOTTED.match(before.words)) and _DOTTED.match(line.words):
        return Piece(line.start, line.start)
    labelled = _LABEL.match(before.words) and (_LABEL.match(line.words) or _is_below_labels(line, before, current))
    if labelled:
        return Piece(line.start, line.start, below_label=True)
    if _OPENS_BOLD.match(line.words) and _OPENS_BOLD.match(before.words):
        return Piece(line.start, line.start)
    if is_strong(line.words) or is_strong(before.words) or (line.broken and _stands_apart(line, before)):
        return Piece(line.start, line.start)
    return None


def _is_below_labels(line: _Line, before: _Line, current: Piece) -> bool:
    """Whether a line begins anew below two lines or more with a label each: there the writer's line ends count."""
    after_labels = current.start == before.start and current.below_label
    complete = len(before.words) <= _LONGEST_LABELLED and not _UNFINISHED.search(before.words)
    return after_labels and complete and bool(_ANEW.match(line.words))


def _item(line: _Line, found: re.Match[str]) -> Piece:
    return Piece(line.start + found.end(), line.start, found["marker"], found.start("marker"))


def _stands_apart(line: _Line, before: _Line) -> bool:
    """Whether two lines with a break between them say two things: an empty line, a new sentence, a label."""
    return not before.words.strip() or bool(_ENDED.search(before.words) or _LABEL.match(line.words))
