"""Which paragraphs are headings, and how deep they stand: large ones above small ones, bold ones above plain ones."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from graph.read.pdf.marks import is_number
from graph.read.pdf.paragraphs import Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.read.pdf.lines import Line
    from graph.read.pdf.tables import Table

_LARGER = 1.07  # times the size of the body
_MUCH_LARGER = 1.3
_LONGEST = 200  # characters of a heading
_LONGEST_BOLD = 120  # of one that is no larger than the body
_MOST_LINES = 3
_DEEPEST = 6
_MOSTLY = 0.5  # of a body is bold: then bold says nothing

Style = tuple[float, bool]


class Body:
    """How most of a document is set."""

    def __init__(self, lines: Iterable[Line]) -> None:
        sizes: Counter[float] = Counter()
        bold: Counter[float] = Counter()
        for line in lines:
            sizes[line.size] += len(line.text)
            bold[line.size] += len(line.text) * line.bold
        self.size = max(sizes, key=lambda one: (sizes[one], -one), default=11.0)
        self.bold = bold[self.size] > _MOSTLY * sizes[self.size]


def levels(parts: Sequence[Paragraph | Table], body: Body) -> list[int]:
    """For each paragraph of a document its level as a heading, from 1; 0 for what is none."""
    styles = [_style(one) if isinstance(one, Paragraph) and is_heading(one, body) else None for one in parts]
    ranked = sorted({style for style in styles if style}, reverse=True)
    ranks = {style: min(rank, _DEEPEST) for rank, style in enumerate(ranked, start=1)}
    return [ranks[style] if style else 0 for style in styles]


def is_heading(paragraph: Paragraph, body: Body) -> bool:
    """Whether a paragraph is set as a heading, and short enough for one."""
    text = paragraph.lines[-1].text
    length = sum(len(line.text) + 1 for line in paragraph.lines)
    if (
        (paragraph.marker and not is_number(paragraph.marker))
        or len(paragraph.lines) > _MOST_LINES
        or length > _LONGEST
    ):
        return False
    if not any(map(str.isalpha, "".join(line.text for line in paragraph.lines))):
        return False
    if paragraph.size >= _MUCH_LARGER * body.size:
        return True
    if text.endswith((".", ";", ",")):
        return False
    return paragraph.size >= _LARGER * body.size or (
        paragraph.bold and not body.bold and length <= _LONGEST_BOLD and paragraph.size >= 0.9 * body.size
    )


def _style(paragraph: Paragraph) -> Style:
    return (round(paragraph.size * 2) / 2, paragraph.bold)
