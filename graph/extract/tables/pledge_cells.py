"""What the cell of an action table holds: nothing, what the cell above says, a reference, one pledge or several."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from graph.extract.cues import table
from graph.extract.items import span_of
from graph.extract.known import key
from graph.extract.numbering.wording import is_act
from graph.extract.sentences import sentences
from graph.extract.wording import UNITS, says

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.blocks import Span

_AFTER = r"(?:\s*[:.)\]–—-]+(?=\s|$)|(?=\s|$))\s*"
_REFERENCE = re.compile(
    rf"""[(\[]?(?:
      (?P<called>(?i:(?:{UNITS}))\.?\s*(?:(?i:no\.?|number)\s*|\#\s*)?[A-Z]{{0,3}}\d{{1,3}}(?:[.-]\d{{1,3}})*[a-z]?){_AFTER}
    | (?P<coded>[A-Z]{{1,4}}[-./ ]?\d{{1,3}}(?:[.-]\d{{1,3}})*[a-z]?)(?:\s*[:.)\]–—-]+(?=\s|$)|(?=\s+[A-Z‘“]|$))\s*
    | (?P<dotted>\d{{1,3}}(?:\.\d{{1,3}})+[a-z]?){_AFTER}
    | (?P<number>\d{{1,3}}[a-z]?)[.):\]](?=\s|$)\s*
    | (?P<letter>(?:[a-z]|[ivx]{{1,5}}))\)\s+
    )""",
    re.VERBOSE,
)
_BARE_NUMBER = re.compile(r"(?P<number>\d{1,3}[a-z]?)(?:\s+(?=[A-Z‘“])|$)")
_CODE = re.compile(
    rf"(?:(?i:(?:{UNITS}))\s*)?\#?"
    rf"(?:[A-Za-z]{{0,6}}[-./ ]?\d{{1,4}}(?:[-./]?\d{{1,4}}|[-./]?[A-Za-z]){{0,4}}|[A-Z]{{1,3}}|[a-z])[.)]?"
)
_DAY = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?[ /.-](?:of )?[a-z]{3,9}[ /.,-]+(?:\d{2}|\d{4})|[a-z]{3,9} (?:\d{1,2},? )?\d{4}"
)
_SIGN = re.compile(r"(?:[•●○◦▪■‣➢>*·–—-]|o(?=\s{2}))\s+")
_ITEM = re.compile(rf"\s*(?:{_SIGN.pattern}|\(?(?:\d{{1,2}}|[a-z]|[ivx]{{1,4}})[.)]\s+|\d{{1,2}}\.\d{{1,2}}\.?\s+)")
_BREAK = re.compile(r"\n|(?<=[.;:!?])\s{4,}+(?=\S)|(?<!\s)\s{4,}+(?=[•●▪◦–—-]\s)")  # an HTML line break is blanked out
_ENDED = re.compile(r"[.;:!?][”’\"')\]]*\s*$")
_MOST_BEFORE = 3  # paragraphs before a list of pledges
# Of the longest line of its column. Where the next word would have fitted, the writer broke the line.
_WELL_FILLED = 0.8


def is_blank(text: str) -> bool:
    """Whether a cell says nothing: empty, a dash, "N/A", "TBC"."""
    plain = key(text)
    return plain in _words("blank") or not any(character.isalnum() for character in plain)


def is_as_above(text: str) -> bool:
    """Whether a cell stands for the one above it."""
    return text.strip().lower() in _words("above") or key(text) in _words("above")


def is_total(text: str) -> bool:
    """Whether a cell heads a row that counts those above it."""
    return key(text) in _words("totals")


def is_rank(text: str) -> bool:
    """Whether a cell says how urgent something is, and not what it belongs to."""
    return key(text) in _words("ranks") or key(text).isdigit()


def is_figure(text: str) -> bool:
    """Whether a cell holds no words: a number, a share, a sum, a day, yes or no as data have them.

    >>> [is_figure(one) for one in ("45%", "£12,000", "2025-03-01", "TRUE", "12 visits")]
    [True, True, True, True, False]
    """
    plain = key(text)
    said = any(map(str.isalnum, plain)) and not any(map(str.isalpha, plain))
    return said or plain in _words("truths") or bool(_DAY.fullmatch(plain))


def is_code(text: str) -> bool:
    """Whether a cell holds nothing but a reference: "1.2", "A4", "Action 7"."""
    return bool(_CODE.fullmatch(text.strip()))


def reference_of(text: str, *, numbered: bool = False) -> tuple[str, int]:
    """The reference at the start of a pledge and where the pledge begins.

    `numbered` says that the pledges beside it start with a number too, so that "12 New homes" has the number 12.

    >>> reference_of("Recommendation 4 Establish a hub")
    ('Recommendation 4', 17)
    """
    start = len(text) - len(text.lstrip())
    match = _REFERENCE.match(text, start) or (_BARE_NUMBER.match(text, start) if numbered else None)
    if match is None:
        return "", start
    found = next(one for one in match.groupdict().values() if one)
    return " ".join(found.split()).rstrip("."), match.end()


def has_parts(text: str, first: str) -> bool:
    """Whether a pledge begins with the letter of the first of its parts: "(a) revise the guide, and (b) teach it".

    >>> has_parts("(a) revise the guide, and (b) teach it", "a"), has_parts("(a) revise the guide", "a")
    (True, False)
    """
    following = {"a": "b", "i": "ii"}.get(first)
    return following is not None and re.search(rf"[\s(]{following}\)\s", text) is not None


def pledges_in(cell: Span, width: int) -> list[Span]:
    """The pledges of a cell, each with the number it may start with. `width` is that of the column (`width_of`).

    Further paragraphs and items are pledges of their own, unless they explain the one before or belong to its
    sentence ("... by:"). A number by itself belongs to what follows it.
    """
    pieces = _joined_to_numbers(cell, [span_of(cell, start, end) for start, end in _paragraphs(cell.text, width)])
    if len(pieces) < len(("first", "second")):
        return pieces or [cell]
    first = pieces[0].text
    for number, piece in enumerate(pieces[:_MOST_BEFORE]):
        lead = _lead_in(piece.text) if number + 1 < len(pieces) else None
        if lead is not None:
            before = span_of(piece, 0, lead)
            is_own = is_act(before.text) and not before.text.startswith("To ")  # what is said of why is no act
            return [*([before] if is_own else []), *pieces[number + 1 :]]
    if first.rstrip().endswith((":", ",")):
        return [cell]
    return [pieces[0], *(piece for piece in pieces[1:] if not _explains(piece.text))]


def _lead_in(text: str) -> int | None:
    """Where the last sentence of a paragraph starts if it leads to a list: "This matters to us. We will:" """
    *_, (start, end) = (0, 0), *sentences(text)
    return start if says("leads in", text[start:end].strip()) else None


def without_sign(span: Span) -> Span:
    """A stretch without the sign of a bullet before it."""
    sign = _SIGN.match(span.text)
    return span_of(span, sign.end()) if sign else span


def width_of(cells: Sequence[Span]) -> int:
    """How wide a column is, in characters: its longest line; 0 where no line wraps, so that each is a paragraph."""
    lines = [cell.text.split("\n") for cell in cells]
    wraps = any(line[:1].islower() for cell in lines for line in cell[1:])
    return max((len(line) for cell in lines for line in cell), default=0) if wraps else 0


def _paragraphs(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Where a cell's paragraphs and items start and end; lines that only wrap are no paragraphs."""
    begin, line_start = 0, 0
    for match in _BREAK.finditer(text):
        before, after = text[line_start : match.start()], text[match.end() :]
        line_start = match.end()
        if before.strip() and _starts_anew(before, after, width if match.group() == "\n" else 0):
            yield begin, match.start()
            begin = match.end()
    yield begin, len(text)


def _starts_anew(before: str, after: str, width: int) -> bool:
    if _ITEM.match(after) or not width:
        return True
    word = after.split(maxsplit=1)[0] if after.split() else ""
    if not word[:1].isupper() and not word[:1].isdigit() and word[:1] not in "‘“\"'":
        return False
    return bool(_ENDED.search(before)) or len(before) + 1 + len(word) <= _WELL_FILLED * width


def _joined_to_numbers(cell: Span, pieces: Sequence[Span]) -> list[Span]:
    """A piece that is only a number or a reference, together with the piece after it."""
    found: list[Span] = []
    held: Span | None = None
    for piece in pieces:
        start = held or piece
        whole = span_of(cell, start.start - cell.start, piece.end - cell.start)
        reference, end = reference_of(whole.text, numbered=True)
        if reference and not whole.text[end:].strip() and piece is not pieces[-1]:
            held = start
            continue
        found.append(whole)
        held = None
    return found


def _explains(text: str) -> bool:
    words = key(text).split(maxsplit=1)
    first = words[0].strip(".,:;") if words else ""
    if first in ("this", "it", "these", "they"):
        return True
    return first in _words("explains") and not says("binds", text)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("columns")["cells"][name])
