"""The straight lines that a page draws, level and upright: borders of cells, rules between rows, edges of shading.

Writers draw a border as a line, as a thin filled rectangle, as a row of dots, or cell by cell. All come out as strokes.
"""

from __future__ import annotations

import ctypes
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2.raw as pdfium

from graph.read.pdf.shapes import Dot, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.read.pdf.frames import Frame
    from graph.read.pdf.shapes import Page

_THIN = 3.0  # a filled rectangle no thicker than this is a line
_STRAIGHT = 0.7  # how far a level line may rise
_SMALLEST_ROUND, _SMALLEST_SQUARE, _LARGEST_DOT = 1.2, 3.2, 8.0  # squares that are smaller make up dotted lines
_MOST_OBJECTS = 200_000  # of a page
_MOST_PATHS = 6_000  # of a page; maps and charts have more, tables have not
_MOST_PARTS = 4_000  # of a path
_DEEPEST = 6  # forms within forms
_WHITE = 250  # of 255, in each colour

Point = tuple[float, float]


class Strokes:
    """Reads the paths of one page into it."""

    def __init__(self, page: Page, frame: Frame) -> None:
        self.page = page
        self.frame = frame
        self.objects = 0
        self.paths = 0

    def read(self, raw: pdfium.FPDF_PAGE) -> None:
        """Add the strokes of all paths, those within forms too, and count the pictures."""
        count = pdfium.FPDFPage_CountObjects(raw)
        self._objects((pdfium.FPDFPage_GetObject(raw, index) for index in range(count)), _Matrix(), 0)

    def _objects(self, objects: Iterator[pdfium.FPDF_PAGEOBJECT], outer: _Matrix, depth: int) -> None:
        for item in objects:
            self.objects += 1
            if self.objects > _MOST_OBJECTS or self.paths > _MOST_PATHS:
                return
            kind = pdfium.FPDFPageObj_GetType(item)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                self.paths += 1
                self._path(item, outer)
            elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
                self.page.pictures += 1
            elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                count = pdfium.FPDFFormObj_CountObjects(item)
                inner = (pdfium.FPDFFormObj_GetObject(item, index) for index in range(count))
                self._objects(inner, _matrix(item).within(outer), depth + 1)

    def _path(self, item: pdfium.FPDF_PAGEOBJECT, outer: _Matrix) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
        if not (fill.value or stroke.value) or pdfium.FPDFPath_CountSegments(item) > _MOST_PARTS:
            return
        hidden = not stroke.value and _is_white(item)
        matrix = _matrix(item).within(outer)
        for points, bent in _outlines(item):
            placed = [self.frame.place(*matrix.apply(point)) for point in points]
            self._dot(placed, bent)
            if not bent:
                self._outline(placed, bool(stroke.value), hidden)

    def _dot(self, points: Sequence[Point], bent: bool) -> None:
        """Note a small round or square shape, which may be the bullet of the text beside it."""
        across, down = zip(*points, strict=True)
        left, right, top, bottom = min(across), max(across), min(down), max(down)
        smallest = _SMALLEST_ROUND if bent else _SMALLEST_SQUARE
        width, height = right - left, bottom - top
        if smallest <= width <= _LARGEST_DOT and smallest <= height <= _LARGEST_DOT and 0.6 < width / height < 1.7:
            self.page.dots.append(Dot(left, right, (top + bottom) / 2))

    def _outline(self, points: Sequence[Point], stroked: bool, hidden: bool) -> None:
        """Add the sides of an outline. White areas are the paper of the page, but white lines part coloured cells."""
        across, down = zip(*points, strict=True)
        left, right, top, bottom = min(across), max(across), min(down), max(down)
        if not stroked and right - left > 0.9 * self.page.width and bottom - top > 0.9 * self.page.height:
            return
        if right - left <= _THIN or bottom - top <= _THIN:
            if bottom - top <= _THIN:
                self.page.level.append(Stroke((top + bottom) / 2, left, right))
            if right - left <= _THIN:
                self.page.upright.append(Stroke((left + right) / 2, top, bottom))
        elif stroked or not hidden:
            self._sides(points if stroked else [*points, points[0]])

    def _sides(self, points: Sequence[Point]) -> None:
        for (x, y), (next_x, next_y) in pairwise(points):
            if abs(next_y - y) <= _STRAIGHT:
                self.page.level.append(Stroke((y + next_y) / 2, min(x, next_x), max(x, next_x)))
            elif abs(next_x - x) <= _STRAIGHT:
                self.page.upright.append(Stroke((x + next_x) / 2, min(y, next_y), max(y, next_y)))


class _Matrix(NamedTuple):
    """A transformation of PDF (ISO 32000-1, 8.3.3)."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def apply(self, point: Point) -> Point:
        x, y = point
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, outer: _Matrix) -> _Matrix:
        """This one first, then the outer one."""
        first, second = outer.apply((self.a, self.b)), outer.apply((self.c, self.d))
        last = outer.apply((self.e, self.f))
        return _Matrix(
            first[0] - outer.e, first[1] - outer.f, second[0] - outer.e, second[1] - outer.f, last[0], last[1]
        )


def _matrix(item: pdfium.FPDF_PAGEOBJECT) -> _Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(matrix)):
        return _Matrix()
    return _Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _outlines(item: pdfium.FPDF_PAGEOBJECT) -> Iterator[tuple[list[Point], bool]]:
    """The outlines of a path, each with whether it is bent."""
    points: list[Point] = []
    bent = False
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(pdfium.FPDFPath_CountSegments(item)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points, bent
            points, bent = [], False
        bent = bent or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        points.append((x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment) and points:
            points.append(points[0])
    if len(points) > 1:
        yield points, bent


def _is_white(item: pdfium.FPDF_PAGEOBJECT) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = pdfium.FPDFPageObj_GetFillColor(item, *map(ctypes.byref, (red, green, blue, alpha)))
    return bool(known) and (min(red.value, green.value, blue.value) >= _WHITE or alpha.value == 0)
