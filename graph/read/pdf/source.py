"""Opens a PDF and gives its pages, one at a time: each is closed before the next is opened.

Nothing that the file carries is run, fetched or unpacked: no scripts, actions, links, forms or attached files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from graph.errors import DocumentError
from graph.read.pdf.dots import drawn_bullets
from graph.read.pdf.frames import Frame
from graph.read.pdf.glyphs import Glyphs
from graph.read.pdf.rows import rows, said
from graph.read.pdf.shapes import Page, Word
from graph.read.pdf.strokes import Strokes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOSTLY = 0.6  # of a page's characters that run another way make it a page that is turned
_ABOUT = 0.25  # of a size: OCR is off by no more
_PROBLEMS = {
    pdfium.FPDF_ERR_PASSWORD: ("is locked with a password", "save a copy without one and try again"),
    pdfium.FPDF_ERR_SECURITY: ("is locked in a way that cannot be read", "save a copy without protection"),
}
_DAMAGED = ("is not a whole PDF", "ask for a fresh copy, or open it and save it again")


class Source:
    """An open PDF. Close it, or use it in a `with`."""

    def __init__(self, path: Path, data: bytes) -> None:
        self.path = path
        try:
            self.document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise DocumentError(path, *_PROBLEMS.get(getattr(error, "err_code", None) or 0, _DAMAGED)) from error
        self.count = len(self.document)
        self.letters = 0
        self.unreadable = 0
        self.pictures = 0
        if not self.count:
            self.close()
            raise DocumentError(path, "has no pages", "ask for a fresh copy")

    def __enter__(self) -> Source:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give back what pdfium holds."""
        self.document.close()

    @property
    def title(self) -> str:
        """What the file says of its title."""
        return str(self.document.get_metadata_value("Title"))

    def pages(self) -> Iterator[Page]:
        """The pages in order. Raises DocumentError where one is damaged."""
        for number in range(1, self.count + 1):
            try:
                page = self._page(number)
            except pypdfium2.PdfiumError as error:
                raise DocumentError(self.path, f"is damaged on page {number}", _DAMAGED[1]) from error
            yield page

    def _page(self, number: int) -> Page:
        raw = self.document[number - 1]
        try:
            return self._read(raw, number)
        finally:
            raw.close()

    def _read(self, raw: pypdfium2.PdfPage, number: int) -> Page:
        glyphs = Glyphs(raw).read()
        self.letters += glyphs.letters
        self.unreadable += glyphs.unreadable
        frame = Frame(_turn(glyphs, raw.get_rotation() // 90), glyphs.box)
        width, height = frame.size
        page = Page(number, width, height)
        page.words = [word for word in glyphs.words.get(frame.turn, ()) if _is_shown(word, page)]
        if glyphs.unseen > _MOSTLY * glyphs.letters:
            page.words = _of_one_size(page.words)
        for turn in sorted(glyphs.words.keys() - {frame.turn}):
            page.turned += _sideways(glyphs.words[turn], Frame(turn, glyphs.box), frame)
        Strokes(page, frame).read(raw.raw)
        page.words += drawn_bullets(page)
        self.pictures += page.pictures
        return page


def _turn(glyphs: Glyphs, shown: int) -> int:
    """How a page is read: as it is shown, unless nearly all of its text runs another way."""
    lengths = {turn: sum(len(word.text) for word in words) for turn, words in glyphs.words.items()}
    longest = max(lengths, key=lambda turn: (lengths[turn], turn == shown, -turn), default=shown)
    return longest if lengths and lengths[longest] > _MOSTLY * sum(lengths.values()) else shown


def _of_one_size(words: list[Word]) -> list[Word]:
    """Words read by OCR, which measures each line a little differently: those of about the usual size have it."""
    sizes = sorted(word.size for word in words for _ in word.text)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    return [word._replace(size=usual) if abs(word.size - usual) < _ABOUT * usual else word for word in words]


def _is_shown(word: Word, page: Page) -> bool:
    return -1 < word.middle < page.width + 1 and -1 < word.height < page.height + 1


def _sideways(words: list[Word], own: Frame, page: Frame) -> list[Word]:
    """Lines that run up or down a page, each as one small word in the middle of where it stands.

    Small, so that the lines of one cell stay apart when they are put in order.
    """
    found: list[Word] = []
    for number, row in enumerate(rows(words)):
        for part in row.parts(1.0):
            text = said(part)
            x, y = page.place(*own.back((part[0].left + part[-1].right) / 2, row.base))
            found.append(Word(text, x, x, y + 0.6 * number, 1.0, all(word.bold for word in part)))
    return found
