"""A Word document: paragraphs, headings, contents, tables and links by python-docx, in a form that screen readers know.

Texts become text and nothing else: XML knows no markup in them, and characters that it forbids become U+FFFD.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, NamedTuple

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from graph.show.report.dressing import BAR, CELL, CONTENTS, LINK, QUIET, SHADE, STRONG, dress
from graph.show.report.elements import added, clean, described, field_mark, shaded
from graph.show.steady import without_clock

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_THINNEST = 60  # twips of a bar, so that the smallest can be seen
_BESIDE = 180  # twips on both sides of the words of a cell


class Run(NamedTuple):
    """Some words, the name of their character style, and where they lead: a bookmark, or an address of the web."""

    text: str
    style: str = ""
    to: str = ""


class Bar(NamedTuple):
    """A coloured bar in a cell, as `RRGGBB`, over a share of its width from 0 to 1; words stand beside it."""

    colour: str
    share: float


Paragraph = list[Run]
Cell = list[Paragraph | Bar]


class Row(NamedTuple):
    """The cells of a row of a table, and the bookmark that it can be found by."""

    cells: list[Cell]
    anchor: str = ""


class Word:
    """One document on A4, written from top to bottom. A bookmark has `_` where its anchor has a hyphen."""

    def __init__(self, title: str) -> None:
        self._made = Document()
        self._bookmarks = 0
        self._ids: dict[str, str] = {}
        dress(self._made, title)
        footer = self._made.sections[0].footer.paragraphs[0]._p
        for word, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
            self._fill(footer, [Run(word, QUIET)])
            added(footer, "w:fldSimple", instr=field).append(self._run(Run("1", QUIET)))

    def heading(self, text: str, level: int, anchor: str = "") -> None:
        """A heading: level 0 is the title."""
        self._fill(self._paragraph(f"Heading {level}" if level else "Title"), [Run(text)], anchor)

    def paragraph(self, runs: Paragraph, style: str = "Normal", anchor: str = "") -> None:
        """A paragraph in a style of the document."""
        self._fill(self._paragraph(style), runs, anchor)

    def contents(self, title: str, entries: Sequence[tuple[int, Paragraph]]) -> None:
        """The headings as a field that Word can fill with page numbers; until then it shows `entries`, by level."""
        self._fill(self._paragraph(CONTENTS), [Run(title)])
        deepest = max(level for level, _ in entries)
        for number, (level, runs) in enumerate(entries):
            paragraph = self._paragraph(f"toc {level}")
            if number == 0:
                field_mark(paragraph, "begin", rf'TOC \o "1-{deepest}" \h \z \u')
            self._fill(paragraph, runs)
        field_mark(paragraph, "end")

    def table(self, caption: str, headers: Sequence[str], rows: Sequence[Row], widths: Sequence[float]) -> None:
        """A table whose header stands on each page, and whose first column names the row; widths in millimetres."""
        made = self._made.add_table(rows=len(rows) + 1, cols=len(headers), style="Table Grid")
        made.autofit = False
        described(made._tbl, caption)
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Mm(width)
        head = Row([[[Run(one, STRONG)]] for one in headers])
        for number, (row, given) in enumerate(zip(made._tbl.tr_lst, (head, *rows), strict=True)):
            properties = row.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if number == 0:
                properties.append(OxmlElement("w:tblHeader"))
            anchors = (given.anchor, *[""] * (len(widths) - 1))
            for cell, content, width, anchor in zip(row.tc_lst, given.cells, widths, anchors, strict=True):
                cell.width = Mm(width)
                self._fill_cell(cell, content, anchor, is_head=number == 0)

    def content(self) -> bytes:
        """The file, with no time in it."""
        written = io.BytesIO()
        self._made.save(written)
        return without_clock(written.getvalue())

    def _paragraph(self, style: str) -> Any:
        made = self._made.add_paragraph()._p
        made.style = self._id(style)
        return made

    def _fill_cell(self, cell: Any, content: Cell, anchor: str, *, is_head: bool) -> None:
        if is_head:
            added(cell.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=SHADE)
        first = cell.p_lst[0]
        for number, said in enumerate(content or [[]]):
            paragraph = first if number == 0 else cell.add_p()
            paragraph.style = self._id(BAR if isinstance(said, Bar) else CELL)
            if is_head:
                paragraph.get_or_add_pPr().append(OxmlElement("w:keepNext"))
            if isinstance(said, Bar):
                width = cell.width.twips - _BESIDE
                shaded(paragraph, said.colour, width - max(_THINNEST, round(said.share * width)))
            else:
                self._fill(paragraph, said, anchor if number == 0 else "")

    def _fill(self, paragraph: Any, runs: Iterable[Run], anchor: str = "") -> None:
        if anchor:
            self._bookmarks += 1
            added(paragraph, "w:bookmarkStart", id=str(self._bookmarks), name=_bookmark(anchor))
            added(paragraph, "w:bookmarkEnd", id=str(self._bookmarks))
        for run in runs:
            self._home(paragraph, run.to).append(self._run(run))

    def _home(self, paragraph: Any, to: str) -> Any:
        """Where a run goes: into the paragraph, or into a link in it."""
        if not to:
            return paragraph
        link = OxmlElement("w:hyperlink")
        if to.startswith(("https://", "http://")):
            link.set(qn("r:id"), self._made.part.relate_to(clean(to), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        else:
            link.set(qn("w:anchor"), _bookmark(to))
        paragraph.append(link)
        return link

    def _run(self, run: Run) -> Any:
        made = OxmlElement("w:r")
        style = LINK if run.to else run.style
        if style:
            added(added(made, "w:rPr"), "w:rStyle", val=self._id(style))
        text = added(made, "w:t")
        text.set(qn("xml:space"), "preserve")
        text.text = clean(run.text)
        return made

    def _id(self, style: str) -> str:
        """What the file calls a style: to look for it among all of them takes longer than to write the words."""
        if style not in self._ids:
            self._ids[style] = self._made.styles[style].style_id
        return self._ids[style]


def _bookmark(anchor: str) -> str:
    return anchor.replace("-", "_")[:40]  # Word takes no hyphen in them, and 40 characters
