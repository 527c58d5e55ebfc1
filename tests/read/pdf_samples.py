"""PDFs for the tests, made on the fly: what they say is invented, how they are set is what public bodies do."""

from __future__ import annotations

import io
from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportlab.lib import colors, pagesizes
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    PageTemplate,
    Paragraph,
    Table,
    TableStyle,
)

from graph.read.pdf import read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graph.blocks import Block, Reading

A4 = pagesizes.A4
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=14, spaceAfter=8)
SMALL = ParagraphStyle("small", parent=BODY, fontSize=9, leading=11, spaceAfter=0)
BOLD = ParagraphStyle("bold", parent=SMALL, fontName="Helvetica-Bold")
TITLE = ParagraphStyle("title", parent=BODY, fontName="Helvetica-Bold", fontSize=24, leading=29, spaceAfter=14)
HEADING = ParagraphStyle("heading", parent=BODY, fontName="Helvetica-Bold", fontSize=16, leading=20, spaceBefore=10)
LABEL = ParagraphStyle("label", parent=BODY, fontName="Helvetica-Bold", spaceBefore=4)
RULED = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
LEVEL = [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]
OPEN = [("VALIGN", (0, 0), (-1, -1), "TOP")]

HUB = "We will open a hub in the north of the city and keep it open on Sundays, so that families can come."
ROOFS = "We will repair the roofs of two hundred homes in the old docks before the winter of next year."
BUSES = "Buses will run until midnight on every route that the harbour trust and the council pay for together."


def reading_of(data: bytes) -> Reading:
    """A PDF as it is read."""
    return read(Path("plan.pdf"), data)


def said(reading: Reading) -> list[str]:
    """What each block says, on one line."""
    return [" ".join(block.text.split()) for block in reading.blocks]


def outline(reading: Reading) -> list[tuple[str, str]]:
    """What each block is, and what it says."""
    return [(block.kind.value, text) for block, text in zip(reading.blocks, said(reading), strict=True)]


def cells(reading: Reading) -> list[list[str]]:
    """The rows of all tables."""
    return [[" ".join(cell.text.split()) for cell in block.cells] for block in reading.blocks if block.cells]


def page_of(reading: Reading, block: Block) -> int:
    """The page that a block starts on."""
    return bisect_right(reading.pages, block.start)


def heading(text: str) -> Paragraph:
    """A heading of the second size."""
    return Paragraph(text, HEADING)


def drawn(*pages: Callable[[Canvas], None], size: tuple[float, float] = A4, **options: Any) -> bytes:
    """A PDF whose pages are drawn by hand."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=True, **options)
    for page in pages:
        canvas.setFont("Helvetica", 11)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def lines(*texts: str, left: float = 72, top: float = 770, leading: float = 14) -> Callable[[Canvas], None]:
    """A page of lines, one below the other."""

    def page(canvas: Canvas) -> None:
        for number, text in enumerate(texts):
            canvas.drawString(left, top - number * leading, text)

    return page


def story(
    *parts: Flowable | str,
    header: str = "",
    footer: str = "",
    columns: int = 1,
    size: tuple[float, float] = A4,
    margin: float = 72,
) -> bytes:
    """A PDF of paragraphs and tables that flow over pages, in one column or more. `{}` in a footer is the page."""
    out = io.BytesIO()
    width, height = size

    def around(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawString(margin, height - 40, header)
        canvas.drawCentredString(width / 2, 36, footer.format(document.page))

    gap = 24.0
    each = (width - 2 * margin - gap * (columns - 1)) / columns
    frames = [
        Frame(margin + number * (each + gap), margin, each, height - 2 * margin, 0, 0, 0, 0)
        for number in range(columns)
    ]
    document = BaseDocTemplate(out, pagesize=size, invariant=True)
    document.addPageTemplates([PageTemplate("all", frames, onPage=around)])
    document.build([Paragraph(part, BODY) if isinstance(part, str) else part for part in parts])
    return out.getvalue()


def under_a_banner(banner: Sequence[str], *parts: Flowable | str) -> bytes:
    """Two columns of text under lines that run across both."""
    out = io.BytesIO()
    width, height = A4
    top = 40 + 30 * len(banner)
    each = (width - 2 * 72 - 24) / 2
    frames = [Frame(72, height - 72 - top, width - 144, top, 0, 0, 0, 0)]
    frames += [Frame(72 + n * (each + 24), 72, each, height - 144 - top, 0, 0, 0, 0) for n in range(2)]
    document = BaseDocTemplate(out, pagesize=A4, invariant=True)
    document.addPageTemplates([PageTemplate("all", frames)])
    flow = [Paragraph(text, HEADING if number == 0 else BODY) for number, text in enumerate(banner)]
    document.build([*flow, FrameBreak(), *[Paragraph(one, BODY) if isinstance(one, str) else one for one in parts]])
    return out.getvalue()


def bullets(*items: str | Sequence[str], sign: str = "•", level: int = 1) -> list[Flowable]:
    """A list; a list within it stands a level deeper."""
    style = ParagraphStyle("item", parent=BODY, leftIndent=18 * level, bulletIndent=18 * (level - 1), spaceAfter=4)
    found: list[Flowable] = []
    for item in items:
        if isinstance(item, str):
            found.append(Paragraph(item, style, bulletText=sign))
        else:
            found += bullets(*item, sign="–", level=level + 1)
    return found


def table(
    rows: Sequence[Sequence[str | list[str]]],
    widths: Sequence[float],
    style: Sequence[Any] = RULED,
    headers: int = 1,
    bold: bool = True,
    split: bool = False,
) -> Table:
    """A table whose header is repeated on each page; a list in a cell is several paragraphs.

    `split` lets a row be cut by the end of a page.
    """

    def cell(text: str | list[str], place: int) -> list[Paragraph]:
        face = BOLD if bold and place < headers else SMALL
        return [Paragraph(one, face) for one in ([text] if isinstance(text, str) else text)]

    shown = [[cell(text, place) for text in row] for place, row in enumerate(rows)]
    return Table(shown, colWidths=widths, style=TableStyle(list(style)), repeatRows=headers, splitInRow=int(split))
