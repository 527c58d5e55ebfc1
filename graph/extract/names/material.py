"""What is read for names: the texts of a body's documents and its cells of owners and partners, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.values import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.extract.items import RawSection
    from graph.identifiers import Iri
    from graph.model import Document

_NAMING = (Role.OWNER, Role.PARTNER)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A text with the file and the line where it starts."""

    text: str
    file_name: str
    line: int


@dataclass(frozen=True, slots=True)
class Material:
    """All stretches of one body: running text first, then the cells, lead-ins and headings that name owners."""

    texts: tuple[Stretch, ...]
    cells: tuple[Stretch, ...]

    def place(self, number: int, offset: int) -> tuple[str, int]:
        """The file and the line of an offset in a stretch; cells are counted on from the texts."""
        stretch = self.texts[number] if number < len(self.texts) else self.cells[number - len(self.texts)]
        return stretch.file_name, stretch.line + max(0, len(stretch.text[:offset].splitlines()) - 1)


def material(documents: Iterable[Document], outlines: Mapping[Iri, Sequence[RawSection]]) -> Material:
    """What the documents of a body hold, given their blocks and the outline of each."""
    texts: list[Stretch] = []
    cells: list[Stretch] = []
    for document in documents:
        texts.extend(_texts(document))
        cells.extend(_cells(document, outlines.get(document.iri, ())))
    return Material(tuple(texts), tuple(cells))


def _texts(document: Document) -> Iterator[Stretch]:
    """Block by block, and cell by cell where a block is a row: a name does not reach from one cell to the next."""
    for block in document.blocks:
        for one in block.cells or (block,):
            yield Stretch(one.text, document.file_name, one.line)


def _cells(document: Document, outline: Sequence[RawSection]) -> Iterator[Stretch]:
    for section in outline:
        for pledge in section.pledges:
            for role, span in pledge.beside:
                if role in _NAMING:
                    yield Stretch(span.text, document.file_name, span.line)
