"""Documents to measure with: what they say is invented, how they are set is what public bodies do."""

from __future__ import annotations

import random
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
_WORDS = (
    "library hub repair care bus estate team youth river harbour clinic school energy homes skills training park road "
    "staff survey people partners services council residents families carers streets paths bridges gardens trees"
).split()
_VERBS = "open repair train visit plant build fund publish review extend".split()
_LEADS = ("Head of Estates", "Director of Housing", "Harbour Trust", "Chief Executive", "Head of Planning")
_SAID, _DONE = "What we said we would do", "What we have done"
_COLUMNS = ("Ref", "Action", "Lead officer", "Timescale", "Status", "Progress update")

Part = tuple[str, object]  # what it is (heading, paragraph, bullet, table), and what it says


class Writing:
    """Invents a document of so many pages, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311

    def sentence(self, start: str = "") -> str:
        """A sentence of eight to twenty words."""
        words = [self.random.choice(_WORDS) for _ in range(self.random.randint(8, 20))]
        return f"{start or 'The'} {' '.join(words)}."

    def pledge(self) -> str:
        """A sentence that promises something."""
        return self.sentence(f"We will {self.random.choice(_VERBS)} the")

    def parts(self, pages: int, tables: bool) -> Iterator[Part]:
        """Sections of prose with pledges and progress, or of action tables."""
        yield "heading", "Harbour City plan 2022 to 2025"
        written, section = 0, 0
        while written < pages * CHARACTERS:
            section += 1
            yield "heading", f"{section}. Safer {self.random.choice(_WORDS)} and {self.random.choice(_WORDS)}"
            for kind, said in self.table(section) if tables else self.prose():
                written += len(said) if isinstance(said, str) else sum(len(cell) for row in said for cell in row)  # type: ignore[attr-defined]
                yield kind, said

    def prose(self) -> Iterator[Part]:
        """A section of said and done."""
        yield "paragraph", " ".join(self.sentence() for _ in range(4))
        yield "heading", _SAID
        for _ in range(4):
            yield "bullet", self.pledge()
        yield "heading", _DONE
        for _ in range(3):
            yield "bullet", self.sentence("We opened the")
        yield "paragraph", " ".join(self.sentence() for _ in range(5))

    def table(self, section: int) -> Iterator[Part]:
        """A section that is an action table."""
        rows = [_COLUMNS]
        for number in range(1, 13):
            status = self.random.choice(("Complete", "On track", "Delayed", ""))
            progress = self.sentence("The hub") if status else ""
            lead = self.random.choice(_LEADS)
            rows.append((f"{section}.{number}", self.pledge(), lead, "March 2025", status, progress))
        yield "table", rows


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
    document.build([_flowable(kind, said, each, ruled=ruled) for kind, said in parts])


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


def _flowable(kind: str, said: object, width: float, *, ruled: bool) -> Flowable:
    if kind != "table":
        return Paragraph(str(said), _STYLES[kind], bulletText="•" if kind == "bullet" else None)
    shares = (1, 6, 3, 2, 2, 6)
    shown = [
        [Paragraph(cell, _STYLES["cell" if place else "bold"]) for cell in row]
        for place, row in enumerate(said)  # type: ignore[arg-type]
    ]
    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), *([("GRID", (0, 0), (-1, -1), 0.5, colors.grey)] if ruled else [])]
    widths = [width * share / sum(shares) for share in shares]
    return Table(shown, colWidths=widths, repeatRows=1, style=TableStyle(style))


def word(path: Path, parts: Iterator[Part]) -> None:
    """A Word document."""
    document = docx.Document()
    for kind, said in parts:
        if kind == "table":
            rows = list(said)  # type: ignore[call-overload]
            table = document.add_table(len(rows), len(rows[0]))
            for row, cells in zip(table.rows, rows, strict=True):
                for cell, text in zip(row.cells, cells, strict=True):
                    cell.text = text
        elif kind == "heading":
            document.add_heading(str(said), 2)
        else:
            document.add_paragraph(str(said), "List Bullet" if kind == "bullet" else None)
    document.save(str(path))


def sheet(path: Path, parts: Iterator[Part]) -> None:
    """A workbook that tracks actions."""
    book = openpyxl.Workbook()
    for number, (_, said) in enumerate(part for part in parts if part[0] == "table"):
        page = book.create_sheet(f"Priority {number + 1}")
        for row in said:  # type: ignore[attr-defined]
            page.append(row)
    book.remove(book.worksheets[0])
    book.save(path)


def web(path: Path, parts: Iterator[Part]) -> None:
    """A web page."""
    tags = {"heading": "h2", "paragraph": "p", "bullet": "li"}

    def shown(kind: str, said: object) -> str:
        if kind != "table":
            return f"<{tags[kind]}>{escape(str(said))}</{tags[kind]}>"
        rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in said)  # type: ignore[attr-defined]
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"

    body = "\n".join(shown(kind, said) for kind, said in parts)
    path.write_text(f"<!doctype html><title>Plan</title><main>{body}</main>", encoding="utf-8")


def markdown(path: Path, parts: Iterator[Part]) -> None:
    """A Markdown file."""
    marks = {"heading": "\n## ", "paragraph": "\n", "bullet": "- "}

    def shown(kind: str, said: object) -> str:
        if kind != "table":
            return f"{marks[kind]}{said}"
        rows = ["| " + " | ".join(row) + " |" for row in said]  # type: ignore[attr-defined]
        return "\n".join(["", rows[0], "|" + "---|" * len(_COLUMNS), *rows[1:], ""])

    path.write_text("\n".join(shown(kind, said) for kind, said in parts) + "\n", encoding="utf-8")


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
