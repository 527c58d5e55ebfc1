"""How a Word document looks: its styles, its page, and what it says of itself."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from graph.show.report.elements import added, clean
from graph.show.steady import EPOCH
from graph.show.words import words

if TYPE_CHECKING:
    from docx.document import Document

CELL, BAR, QUIET, STRONG, LINK = "Table text", "Bar", "Quiet", "Strong", "Hyperlink"
CONTENTS = "TOC Heading"
WIDTH = 180  # millimetres between the margins of A4
SHADE = "E5ECFB"  # behind the cells of a header

_LANGUAGE = "en-GB"  # of the program's own words
_FONT, _INK, _QUIET, _LINK = "Arial", RGBColor(0x1C, 0x24, 0x30), RGBColor(0x52, 0x5C, 0x6B), RGBColor(0x1A, 0x47, 0xB8)
_SIZES = {
    "Normal": 10.5,
    "Title": 22,
    "Heading 1": 15,
    "Heading 2": 12,
    "List Bullet": 10.5,
    "Caption": 9.5,
    CONTENTS: 15,
}
_EDGE = "A5ABB6"  # the lines of a table
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_WORD_2013 = {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word", "val": "15"}


def dress(made: Document, title: str) -> None:
    """Give a new document its title, its language, its styles and its page."""
    _describe(made, title)
    _face_all(made)
    for name, (size, indent) in {"toc 1": (10.5, 0), "toc 2": (10, 6)}.items():
        style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        style.base_style = made.styles["Normal"]
        _face(style, size)
        style.font.bold = not indent
        style.paragraph_format.left_indent, style.paragraph_format.space_after = Mm(indent), Pt(2)
        style.paragraph_format.space_before = Pt(0 if indent else 5)
    for name, size, after in ((CELL, 9, 2), (BAR, 6, 3)):
        style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = made.styles["Normal"]
        _face(style, size)
        style.paragraph_format.space_after = Pt(after)
    for name, colour, is_underlined in ((QUIET, _QUIET, False), (LINK, _LINK, True)):
        style = made.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        style.font.color.rgb, style.font.underline = colour, is_underlined or None
    for value in words()["statuses"]:
        style = made.styles.add_style(value, WD_STYLE_TYPE.CHARACTER)
        style.font.bold, style.font.color.rgb = True, RGBColor.from_string(colour_of(value))
    _lay_out(made)


def colour_of(status: str) -> str:
    """The colour of a status on paper, as `RRGGBB`."""
    return str(words()["statuses"][status]["light"]).lstrip("#").upper()


def _describe(made: Document, title: str) -> None:
    said = made.core_properties
    said.title, said.language = clean(title)[:255], _LANGUAGE
    said.author = said.last_modified_by = "Strategy Links"
    said.comments = said.subject = said.keywords = ""
    said.created = said.modified = datetime.datetime(*EPOCH, tzinfo=datetime.UTC)
    said.revision = 1
    settings = made.settings.element
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), _LANGUAGE)
    for compat in settings.iter(qn("w:compat")):  # else Word opens it as one of 2007
        added(compat, "w:compatSetting", **_WORD_2013)


def _face_all(made: Document) -> None:
    """One font that every machine has, dark on white."""
    styles = made.styles
    defaults = styles.element.find(qn("w:docDefaults"))
    for language in defaults.iter(qn("w:lang")) if defaults is not None else ():
        language.set(qn("w:val"), _LANGUAGE)
    for name, size in _SIZES.items():
        _face(styles[name], size)
    for border in styles["Table Grid"].element.iter(*(qn(f"w:{side}") for side in _SIDES)):
        border.set(qn("w:color"), _EDGE)
    styles["Normal"].paragraph_format.space_after = Pt(6)
    styles["Caption"].paragraph_format.keep_with_next = True
    styles["Caption"].paragraph_format.space_before = Pt(10)
    for name in ("Heading 1", "Heading 2", CONTENTS):
        styles[name].paragraph_format.space_after = Pt(4)


def _face(style: Any, size: float) -> None:
    style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), _INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), _FONT)
        fonts.attrib.pop(qn(f"w:{script}Theme"), None)


def _lay_out(made: Document) -> None:
    section = made.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm((210 - WIDTH) / 2)
    section.top_margin = section.bottom_margin = Mm(18)
