"""A Word document: paragraphs, headings, tables and links by python-docx, in a form that screen readers know.

Texts become text and nothing else: XML knows no markup in them, and characters that it forbids become U+FFFD.
"""

from __future__ import annotations

import datetime
import io
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from graph.show.steady import EPOCH, without_clock

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2
_FONT, _INK, _QUIET, _LINK = "Arial", RGBColor(0x1C, 0x24, 0x30), RGBColor(0x52, 0x5C, 0x6B), RGBColor(0x1A, 0x47, 0xB8)
_SIZES = {"Normal": 10.5, "Title": 22, "Heading 1": 15, "Heading 2": 12, "List Bullet": 10.5, "Caption": 9.5}
_SHADE, _EDGE = "E5ECFB", "A5ABB6"  # behind the cells of a header; the lines of a table
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")

CELL, QUIET, STRONG, LINK = "Table text", "Quiet", "Strong", "Hyperlink"
WIDTH = 180  # millimetres between the margins of A4


class Run(NamedTuple):
    """Some words, the name of their character style, and where they lead: a bookmark, or an address of the web."""

    text: str
    style: str = ""
    to: str = ""


Paragraph = list[Run]
Cell = list[Paragraph]


class Row(NamedTuple):
    """The cells of a row of a table, and the bookmark that it can be found by."""

    cells: list[Cell]
    anchor: str = ""


class Word:
    """One document on A4, written from top to bottom."""

    def __init__(self, title: str) -> None:
        self._made = Document()
        self._bookmarks = 0
        self._ids: dict[str, str] = {}
        self._describe(title)
        self._dress()
        self._lay_out()

    def heading(self, text: str, level: int, anchor: str = "") -> None:
        """A heading: level 0 is the title."""
        self._fill(self._paragraph(f"Heading {level}" if level else "Title"), [Run(text)], anchor)

    def paragraph(self, runs: Paragraph, style: str = "Normal") -> None:
        """A paragraph in a style of the document."""
        self._fill(self._paragraph(style), runs)

    def table(self, caption: str, headers: Sequence[str], rows: Sequence[Row], widths: Sequence[float]) -> None:
        """A table whose header stands on each page, and whose first column names the row; widths in millimetres."""
        made = self._made.add_table(rows=len(rows) + 1, cols=len(headers), style="Table Grid")
        made.autofit = False
        made._tbl.tblPr.append(_margins())
        _set(made._tbl.tblPr, "w:tblLook", firstRow="1", firstColumn="1", noHBand="1", noVBand="1")
        _set(made._tbl.tblPr, "w:tblCaption", val=_text(caption))
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
        self._paragraph(CELL)  # keeps tables apart

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
            _set(cell.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=_SHADE)
        first = cell.p_lst[0]
        for number, runs in enumerate(content or [[]]):
            paragraph = first if number == 0 else cell.add_p()
            paragraph.style = self._id(CELL)
            if is_head:
                paragraph.get_or_add_pPr().append(OxmlElement("w:keepNext"))
            self._fill(paragraph, runs, anchor if number == 0 else "")

    def _fill(self, paragraph: Any, runs: Iterable[Run], anchor: str = "") -> None:
        if anchor:
            self._bookmarks += 1
            _set(paragraph, "w:bookmarkStart", id=str(self._bookmarks), name=anchor)
            _set(paragraph, "w:bookmarkEnd", id=str(self._bookmarks))
        for run in runs:
            self._home(paragraph, run.to).append(self._run(run))

    def _home(self, paragraph: Any, to: str) -> Any:
        """Where a run goes: into the paragraph, or into a link in it."""
        if not to:
            return paragraph
        link = OxmlElement("w:hyperlink")
        if to.startswith(("https://", "http://")):
            link.set(qn("r:id"), self._made.part.relate_to(_text(to), RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        else:
            link.set(qn("w:anchor"), to)
        paragraph.append(link)
        return link

    def _run(self, run: Run) -> Any:
        made = OxmlElement("w:r")
        style = LINK if run.to else run.style
        if style:
            _set(_set(made, "w:rPr"), "w:rStyle", val=self._id(style))
        text = _set(made, "w:t")
        text.set(qn("xml:space"), "preserve")
        text.text = _text(run.text)
        return made

    def _id(self, style: str) -> str:
        """What the file calls a style: to look for it among all of them takes longer than to write the words."""
        if style not in self._ids:
            self._ids[style] = self._made.styles[style].style_id
        return self._ids[style]

    def _describe(self, title: str) -> None:
        said = self._made.core_properties
        said.title, said.language = _text(title)[:255], "en-GB"
        said.author = said.last_modified_by = "Strategy Links"
        said.comments = said.subject = said.keywords = ""
        said.created = said.modified = datetime.datetime(*EPOCH, tzinfo=datetime.UTC)
        said.revision = 1

    def _dress(self) -> None:
        """The styles: one font that every machine has, dark on white, and the language of the program's own words."""
        styles = self._made.styles
        defaults = styles.element.find(qn("w:docDefaults"))
        for language in defaults.iter(qn("w:lang")):
            language.set(qn("w:val"), "en-GB")
        for name, size in _SIZES.items():
            _face(styles[name], size)
        cell = styles.add_style(CELL, WD_STYLE_TYPE.PARAGRAPH)
        cell.base_style = styles["Normal"]
        _face(cell, 9)
        cell.paragraph_format.space_after = Pt(2)
        styles["Caption"].paragraph_format.keep_with_next = True
        for border in styles["Table Grid"].element.iter(*(qn(f"w:{side}") for side in _SIDES)):
            border.set(qn("w:color"), _EDGE)
        for level in (1, 2):
            styles[f"Heading {level}"].paragraph_format.space_after = Pt(4)
        styles["Normal"].paragraph_format.space_after = Pt(6)
        for name, colour, is_underlined in ((QUIET, _QUIET, False), (LINK, _LINK, True)):
            made = styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
            made.font.color.rgb, made.font.underline = colour, is_underlined or None

    def status_style(self, name: str, colour: str) -> str:
        """A character style for a status: in bold, and in a colour as `#rrggbb`."""
        made = self._made.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        made.font.bold, made.font.color.rgb = True, RGBColor.from_string(colour.lstrip("#").upper())
        return name

    def _lay_out(self) -> None:
        section = self._made.sections[0]
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm((210 - WIDTH) / 2)
        section.top_margin = section.bottom_margin = Mm(18)
        footer = section.footer.paragraphs[0]
        for word, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
            self._fill(footer._p, [Run(word, QUIET)])
            home = _set(footer._p, "w:fldSimple", instr=field)
            home.append(self._run(Run("1", QUIET)))


def _face(style: Any, size: float) -> None:
    style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), _INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), _FONT)
        fonts.attrib.pop(qn(f"w:{script}Theme"), None)


def _set(parent: Any, tag: str, /, **values: str) -> Any:
    """A new element at the end of another; how a table looks is said once, after its margins."""
    for found in parent.findall(qn(tag)) if tag == "w:tblLook" else ():
        parent.remove(found)
    made = OxmlElement(tag)
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    parent.append(made)
    return made


def _margins() -> Any:
    """Some room around the words of each cell, in twentieths of a point."""
    made = OxmlElement("w:tblCellMar")
    for side, room in (("top", "50"), ("left", "90"), ("bottom", "30"), ("right", "90")):
        _set(made, f"w:{side}", w=room, type="dxa")
    return made


def _text(text: str) -> str:
    return _FORBIDDEN.sub("�", text)
