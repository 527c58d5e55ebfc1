"""Documents to measure with: what they say is invented, how they are set is what public bodies do."""

from __future__ import annotations

import random
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

import docx
import openpyxl
from reportlab.lib import colors, pagesizes
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Table, TableStyle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

CHARACTERS = 2_800  # of a page, in formats that have none
_WORDS = """library hub repair care bus estate team youth river harbour clinic school energy homes skills training park
road staff survey people partners services council residents families carers streets paths bridges gardens trees"""
_VERBS = ("open", "repair", "train", "visit", "plant", "build", "fund", "publish", "review", "extend")
_THINGS = _WORDS.split()
_LEADS = ("Head of Estates", "Director of Housing", "Harbour Trust", "Chief Executive", "Head of Planning")
_COLUMNS = ("Ref", "Action", "Lead officer", "Timescale", "Status", "Progress update")


@dataclass(frozen=True, slots=True)
class Part:
    """A heading, paragraph or bullet with its text, or a table with its rows."""

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def length(self) -> int:
        """Characters."""
        return len(self.text) + sum(len(cell) for row in self.rows for cell in row)


class Writing:
    """Invents a document of so many pages, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311

    def sentence(self, start: str = "") -> str:
        """A sentence of eight to twenty words."""
        words = [self.random.choice(_THINGS) for _ in range(self.random.randint(8, 20))]
        return f"{start or 'The'} {' '.join(words)}."

    def pledge(self) -> str:
        """A sentence that promises something."""
        return self.sentence(f"We will {self.random.choice(_VERBS)} the")

    def parts(self, pages: int, tables: bool) -> Iterator[Part]:
        """Sections of prose with pledges and progress, or of action tables."""
        yield Part("heading", "Harbour City plan 2022 to 2025")
        written, section = 0, 0
        while written < pages * CHARACTERS:
            section += 1
            yield Part("heading", f"{section}. Safer {self.random.choice(_THINGS)} and {self.random.choice(_THINGS)}")
            for part in [self.table(section)] if tables else self.prose():
                written += part.length
                yield part

    def prose(self) -> Iterator[Part]:
        """A section of said and done."""
        yield Part("paragraph", " ".join(self.sentence() for _ in range(4)))
        yield Part("heading", "What we said we would do")
        for _ in range(4):
            yield Part("bullet", self.pledge())
        yield Part("heading", "What we have done")
        for _ in range(3):
            yield Part("bullet", self.sentence("We opened the"))
        yield Part("paragraph", " ".join(self.sentence() for _ in range(5)))

    def table(self, section: int) -> Part:
        """A section that is an action table."""
        rows = [_COLUMNS]
        for number in range(1, 13):
            status = self.random.choice(("Complete", "On track", "Delayed", ""))
            progress = self.sentence("The hub") if status else ""
            lead = self.random.choice(_LEADS)
            rows.append((f"{section}.{number}", self.pledge(), lead, "March 2025", status, progress))
        return Part("table", rows=tuple(rows))


def pdf(path: Path, parts: Iterator[Part], columns: int = 1, *, wide: bool = False, ruled: bool = True) -> None:
    """A PDF with running headers and page numbers."""
    size = pagesizes.landscape(pagesizes.A4) if wide else pagesizes.A4
    margin, gap = 60, 20
    each = (size[0] - 2 * margin - gap * (columns - 1)) / columns
    frames = [
        Frame(margin + number * (each + gap), margin, each, size[1] - 2 * margin, 0, 0, 0, 0)
        for number in range(columns)
    ]

    def around(canvas: Canvas, document: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(margin, size[1] - 36, "Harbour City Council")
        canvas.drawCentredString(size[0] / 2, 30, f"Page {document.page}")

    document = BaseDocTemplate(str(path), pagesize=size, invariant=True)
    document.addPageTemplates([PageTemplate("all", frames, onPage=around)])
    document.build([_flowable(part, each, ruled=ruled) for part in parts])


_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=13, spaceAfter=6)
_STYLES = {
    "heading": ParagraphStyle(
        "heading", parent=_BODY, fontName="Helvetica-Bold", fontSize=14, leading=18, spaceBefore=8
    ),
    "paragraph": _BODY,
    "bullet": ParagraphStyle("bullet", parent=_BODY, leftIndent=14, spaceAfter=3),
    "cell": ParagraphStyle("cell", parent=_BODY, fontSize=8, leading=10, spaceAfter=0),
    "bold": ParagraphStyle("bold", parent=_BODY, fontName="Helvetica-Bold", fontSize=8, leading=10, spaceAfter=0),
}


def _flowable(part: Part, width: float, *, ruled: bool) -> Flowable:
    if part.kind != "table":
        return Paragraph(part.text, _STYLES[part.kind], bulletText="•" if part.kind == "bullet" else None)
    shares = (1, 6, 3, 2, 2, 6)
    shown = [
        [Paragraph(cell, _STYLES["cell" if place else "bold"]) for cell in row] for place, row in enumerate(part.rows)
    ]
    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), *([("GRID", (0, 0), (-1, -1), 0.5, colors.grey)] if ruled else [])]
    widths = [width * share / sum(shares) for share in shares]
    return Table(shown, colWidths=widths, repeatRows=1, style=TableStyle(style))


def word(path: Path, parts: Iterator[Part]) -> None:
    """A Word document."""
    document = docx.Document()
    for part in parts:
        if part.kind == "table":
            table = document.add_table(len(part.rows), len(_COLUMNS))
            for row, cells in zip(table.rows, part.rows, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
        elif part.kind == "heading":
            document.add_heading(part.text, 2)
        else:
            document.add_paragraph(part.text, "List Bullet" if part.kind == "bullet" else None)
    document.save(str(path))


def sheet(path: Path, parts: Iterator[Part]) -> None:
    """A workbook that tracks actions, a sheet for each table."""
    book = openpyxl.Workbook()
    for number, part in enumerate(part for part in parts if part.rows):
        page = book.create_sheet(f"Priority {number + 1}")
        for row in part.rows:
            page.append(row)
    book.remove(book.worksheets[0])
    book.save(path)


def web(path: Path, parts: Iterator[Part]) -> None:
    """A web page."""
    tags = {"heading": "h2", "paragraph": "p", "bullet": "li"}

    def shown(part: Part) -> str:
        if part.kind != "table":
            return f"<{tags[part.kind]}>{escape(part.text)}</{tags[part.kind]}>"
        rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in part.rows)
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"

    body = "\n".join(map(shown, parts))
    path.write_text(f"<!doctype html><title>Plan</title><main>{body}</main>", encoding="utf-8")


def markdown(path: Path, parts: Iterator[Part]) -> None:
    """A Markdown file."""
    marks = {"heading": "\n## ", "paragraph": "\n", "bullet": "- "}

    def shown(part: Part) -> str:
        if part.kind != "table":
            return f"{marks[part.kind]}{part.text}"
        rows = ["| " + " | ".join(row) + " |" for row in part.rows]
        return "\n".join(["", rows[0], "|" + "---|" * len(_COLUMNS), *rows[1:], ""])

    path.write_text("\n".join(map(shown, parts)) + "\n", encoding="utf-8")


#: What is measured: its name, the ending of its file, whether it holds tables, and what writes it.
KINDS: dict[str, tuple[str, bool, Callable[[Path, Iterator[Part]], None]]] = {
    "PDF, prose": ("pdf", False, pdf),
    "PDF, two columns": ("pdf", False, lambda path, parts: pdf(path, parts, 2)),
    "PDF, ruled tables": ("pdf", True, lambda path, parts: pdf(path, parts, wide=True)),
    "PDF, tables without rules": ("pdf", True, lambda path, parts: pdf(path, parts, wide=True, ruled=False)),
    "DOCX, prose": ("docx", False, word),
    "DOCX, tables": ("docx", True, word),
    "HTML": ("html", False, web),
    "Markdown": ("md", True, markdown),
    "XLSX": ("xlsx", True, sheet),
}
