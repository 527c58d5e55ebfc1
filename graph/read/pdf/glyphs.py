"""From the characters that pdfium finds on a page to words with their places.

pdfium gives characters in the order they are drawn. Those of one word are nearly always drawn one after the
other; what order the words are read in is decided later, by where they stand.
"""

from __future__ import annotations

import ctypes
import math
import re
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2.raw as pdfium

from graph.read.pdf.frames import Frame
from graph.read.pdf.shapes import Word
from graph.read.pdf.signs import LETTERS, sign

if TYPE_CHECKING:
    import pypdfium2

_BOLD = re.compile(r"bold|black|heavy|demi|-(?:bd|hv|blk|sb)\b", re.IGNORECASE)
_SYMBOLS = re.compile(r"wingdings|webdings|dingbats|(?:^|\+)symbol", re.IGNORECASE)
_FORCE_BOLD = 1 << 18  # PDF 32000-1, table 123
_UNSEEN = 3  # text that is not drawn: what OCR lays over the picture of a page
_STROKED = 2  # text drawn with an outline, which is how writers make a face bold that has no bold
_NEW_WORD = 0.2  # of the size: a wider gap between characters parts words, whether or not a space is drawn
_LINE_END_HYPHENS = "\x02\ufffe"  # what pdfium makes of a hyphen at the end of a line
_SYMBOL_SPACE = "\uf020"
_MOST = 200_000  # characters of a page; no page that a person can read has more


class _Face(NamedTuple):
    """How a run of characters is drawn. `turn` counts quarter turns; None where it is drawn aslant.

    `known` says that its font tells which characters it draws.
    """

    base: float
    size: float
    bold: bool
    symbol: bool
    known: bool
    unseen: bool
    turn: int | None


class Glyphs:
    """The words of a page for each quarter turn of its text, in the order they are drawn."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.page = page
        self.box = page.get_bbox()
        self.words: dict[int, list[Word]] = {}
        self.letters = 0
        self.unreadable = 0
        self.unseen = 0
        self._before = _Face(0.0, 1.0, bold=False, symbol=False, known=True, unseen=False, turn=None)
        self._as_before: tuple[object, ...] = ()
        self._fonts: dict[int, tuple[bool, bool]] = {}

    def read(self) -> Glyphs:
        """Read all characters of the page."""
        textpage = self.page.get_textpage()
        try:
            count = min(textpage.count_chars(), _MOST)
            if count > 0:
                self._read(textpage.raw, _text(textpage, count))
        finally:
            textpage.close()
        return self

    def _read(self, raw: pdfium.FPDF_TEXTPAGE, text: str) -> None:
        box, in_box = _box()
        run = _Run(self)
        last, face = 0, self._before
        spaced = False
        for index, character in enumerate(text):
            item = pdfium.FPDFText_GetTextObject(raw, index)
            if not item or character.isspace() or character == _SYMBOL_SPACE:
                spaced = True  # pdfium makes up spaces and line ends between runs: those belong to no run
                continue
            pdfium.FPDFText_GetLooseCharBox(raw, index, in_box)
            key = ctypes.addressof(item.contents)
            if key != last:
                last, face = key, self._face(raw, index, item, box)
            if face.turn is None:
                continue
            run.add(character, face, _along(face.turn, box, self.box), spaced)
            spaced = False
        run.end()

    def _face(self, raw: pdfium.FPDF_TEXTPAGE, index: int, item: pdfium.FPDF_PAGEOBJECT, box: pdfium.FS_RECTF) -> _Face:
        """How a run is drawn. Some writers make each character a run: what is as it was before is not asked again."""
        font = pdfium.FPDFTextObj_GetFont(item)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
        as_before = (font and ctypes.addressof(font.contents), mode, box.bottom, box.top)
        if as_before == self._as_before and self._before.turn == 0:
            return self._before
        matrix = pdfium.FS_MATRIX()
        pdfium.FPDFText_GetMatrix(raw, index, ctypes.byref(matrix))
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(raw, index, ctypes.byref(x), ctypes.byref(y))
        turn = _turn(matrix.a, matrix.b)
        base = 0.0 if turn is None else Frame(turn, self.box).place(x.value, y.value)[1]
        size = pdfium.FPDFText_GetFontSize(raw, index) * math.hypot(matrix.c, matrix.d)
        bold, symbol = self._font(font)
        self._as_before = as_before
        known = pdfium.FPDFText_HasUnicodeMapError(raw, index) != 1
        bold = bold or mode == _STROKED
        self._before = _Face(base, round(abs(size), 1) or 1.0, bold, symbol, known, mode == _UNSEEN, turn)
        return self._before

    def _font(self, font: pdfium.FPDF_FONT) -> tuple[bool, bool]:
        """Whether a font is bold, and whether it draws signs."""
        if not font:
            return False, False
        key = ctypes.addressof(font.contents)
        if key not in self._fonts:
            buffer = ctypes.create_string_buffer(256)
            pdfium.FPDFFont_GetBaseFontName(font, buffer, len(buffer))
            name = buffer.value.decode("latin-1")
            forced = pdfium.FPDFFont_GetFlags(font) & _FORCE_BOLD
            self._fonts[key] = bool(_BOLD.search(name) or forced > 0), bool(_SYMBOLS.search(name))
        return self._fonts[key]


class _Run:
    """A word being put together."""

    def __init__(self, glyphs: Glyphs) -> None:
        self.glyphs = glyphs
        self.characters: list[str] = []
        self.face: _Face | None = None
        self.left = self.right = 0.0
        self.spaced = False

    def add(self, character: str, face: _Face, place: tuple[float, float], spaced: bool) -> None:
        """Add a character, which starts a new word where there is room before it, or it stands elsewhere."""
        left, right = place
        if self.face is None or spaced or not self._goes_on(face, left):
            self.end()
            self.face, self.left, self.spaced = face, left, spaced
        self.characters.append(character)
        self.right = max(right, self.right) if len(self.characters) > 1 else right

    def _goes_on(self, face: _Face, left: float) -> bool:
        before = self.face
        if before is None or face.turn != before.turn or face.symbol != before.symbol:
            return False
        room = _NEW_WORD * max(face.size, before.size)
        same_line = face is before or (abs(face.base - before.base) < 0.5 and abs(face.size - before.size) < 0.6)
        return same_line and -2 * room < left - self.right < room

    def end(self) -> None:
        """Note the word, if there is one."""
        face, characters = self.face, self.characters
        self.face, self.characters = None, []
        if face is None or face.turn is None or not characters:
            return
        text = "".join(characters).translate(LETTERS)
        if face.symbol:
            text = "".join(map(sign, text))
        else:
            self.glyphs.letters += len(text)
            self.glyphs.unseen += len(text) * face.unseen
            self.glyphs.unreadable += sum(map(_is_unreadable, text)) if face.known else len(text)
        word = Word(text, self.left, self.right, face.base, face.size, face.bold, self.spaced, face.symbol)
        self.glyphs.words.setdefault(face.turn, []).append(word)


def _text(textpage: pypdfium2.PdfTextPage, count: int) -> str:
    """All characters, one for each that pdfium counts."""
    text: str = textpage.get_text_range(0, count)
    if len(text) != count:  # pdfium leaves some out of a text that it counts
        text = "".join(chr(pdfium.FPDFText_GetUnicode(textpage.raw, index) or 0xFFFD) for index in range(count))
    for hyphen in _LINE_END_HYPHENS:
        text = text.replace(hyphen, "-")
    return text


def _box() -> tuple[pdfium.FS_RECTF, object]:
    box = pdfium.FS_RECTF()
    return box, ctypes.byref(box)


def _along(turn: int, box: pdfium.FS_RECTF, page: tuple[float, float, float, float]) -> tuple[float, float]:
    """From where to where a character reaches along its line."""
    if turn == 0:
        return box.left - page[0], box.right - page[0]
    if turn == 1:
        return box.bottom - page[1], box.top - page[1]
    if turn == 2:
        return page[2] - box.right, page[2] - box.left
    return page[3] - box.top, page[3] - box.bottom


def _turn(a: float, b: float) -> int | None:
    """Quarter turns of a text against the clock; None where it runs aslant, as watermarks do."""
    quarters = math.atan2(b, a) / (math.pi / 2)
    return round(quarters) % 4 if abs(quarters - round(quarters)) < 0.05 else None


def _is_unreadable(character: str) -> bool:
    """What stands for a character that its font gives no name: the sign for it, or one for private use."""
    return character == "\ufffd" or "\ue000" <= character <= "\uf8ff" or character < " "
