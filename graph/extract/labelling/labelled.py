"""Where the labels of a document stand: on lines of their own, before their text, or with a number."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from graph.blocks import Block, BlockKind
from graph.extract.items import span_of
from graph.extract.known import key
from graph.extract.labelling.fields import with_fields
from graph.extract.labelling.label_kinds import PLEDGES, PROGRESS
from graph.extract.labelling.numbered_labels import numbered, with_numbered
from graph.extract.labelling.run_in import with_run_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.extract.known import Known

_LONGEST = 60  # characters of a label
# "You said: more bins. We did: 40 bins." A label stands at the start, or after a sentence.
_BEFORE_TEXT = re.compile(
    rf"(?:^|(?<=[.!?;”\"')])\s+|\n\s*)(?P<label>(?:\d{{1,3}}(?:\.\d{{1,3}})*[.)]?\s+)?[^\W\d_][^:.!?\n]{{1,{_LONGEST}}}?)"
    r"(?:\s*(?::|\s[–—-](?=[^\S\n]))\s*|[^\S\n]{3,}(?=\S))"
)
_CODE = re.compile(r"(?P<code>(?:[A-Z]{1,4}[.-]?)?\d{1,3}(?:\.\d{1,3})*[a-z]?)[.)]?\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Mark:
    """A label: the place of its block, what it marks (pledges, progress, or a column such as owner), its number.

    `before_text` says that its text stands on the same line.
    """

    index: int
    kind: str
    reference: str = ""
    before_text: bool = False


def marked_up(blocks: Sequence[Block], known: Known) -> tuple[list[Block], list[Mark]]:
    """The blocks, each label parted from the text that follows it on its line, and the marks among them.

    Labels before their text count only where the document has both kinds, or the same one again and again: any
    sentence may hold a colon.
    """
    listed = with_numbered(blocks, known)
    blocks, run_in = with_run_in(blocks, listed, lambda block: numbered(block, listed))
    known = with_fields(blocks, listed, lambda block: numbered(block, listed))
    before_text = known.columns is not listed.columns or _counts_before_text(blocks, known)
    parted: list[Block] = []
    marks: list[Mark] = []
    lines = list(chain.from_iterable(_at_label_lines(one, known) for one in blocks))
    explained = _explaining(lines, known)
    for number, block in enumerate(lines):
        pieces = [(block, "", "")] if number in explained else list(_pieces(block, known, before_text=before_text))
        for place, (piece, kind, reference) in enumerate(pieces, start=1):
            if kind:
                followed = (place < len(pieces) and not pieces[place][1]) or piece.start in run_in
                marks.append(Mark(len(parted), kind, reference, before_text=followed))
            parted.append(piece)
    return parted, marks


def _at_label_lines(block: Block, known: Known) -> Iterator[Block]:
    """A paragraph parted at the lines in it that are labels, which Markdown takes for lines of one paragraph.

    A line that starts small only ends a sentence: "... better\noutcomes."
    """
    if block.kind is BlockKind.HEADING or "\n" not in block.text:
        yield block
        return
    position = 0
    for line in re.finditer(r"[^\n]+", block.text):
        if key(line.group()) in known.labels and not line.group().lstrip()[:1].islower():
            if block.text[position : line.start()].strip():
                yield _part(block, position, line.start())
            yield _part(block, line.start(), line.end())
            position = line.end()
    if block.text[position:].strip():
        yield _part(block, position) if position else block


def _counts_before_text(blocks: Sequence[Block], known: Known) -> bool:
    found = [kind for block in blocks for _, kind in _labels_before_text(block, known)]
    alone = {known.labels[label] for block in blocks if (label := key(block.text)) in known.labels}
    by_number = {PLEDGES for block in blocks if numbered(block, known)}
    both = {PLEDGES, PROGRESS} <= {*found, *alone, *by_number}
    return both and len(found) > 1


def _explaining(blocks: Sequence[Block], known: Known) -> set[int]:
    """The places of a key that says, above or below all records, what each label stands for: "Promise: what we said".

    There what follows a label starts small, and in most records it starts anew.
    """
    uses = [
        (place, kind, _starts_small(block, match))
        for place, block in enumerate(blocks)
        for match, kind in _labels_before_text(block, known)
    ]
    opening = [(place, starts_small) for place, kind, starts_small in uses if kind == PLEDGES]
    anew = [place for place, starts_small in opening if not starts_small]
    if len(anew) * 2 <= len(opening):
        return set()
    end = next((place for place, _ in opening if place > anew[-1]), len(blocks))
    small = [place for place, _, starts_small in uses if starts_small]
    return {place for place in small if place < anew[0] or place >= end or small.count(place) > 1}


def _starts_small(block: Block, label: re.Match[str]) -> bool:
    return block.text[label.end() :].lstrip("“\"‘' ")[:1].islower()


def _pieces(block: Block, known: Known, *, before_text: bool) -> Iterator[tuple[Block, str, str]]:
    """A block as labels and what stands between them: `(block, kind, reference)`, with no kind for what is no label."""
    kind = _kind(key(block.text), known, alone=not before_text)
    if kind:
        yield block, kind, ""
        return
    number = numbered(block, known)
    if number:
        yield from _numbered_pieces(block, number, known)
        return
    position = 0
    for match, kind in _labels_before_text(block, known) if before_text else ():
        if block.text[position : match.start()].strip():
            yield _part(block, position, match.start()), "", ""
        yield _part(block, match.start("label"), match.end("label")), kind, _code(match["label"])
        position = match.end()
    ending = _label_at_end(block.text, position, known) if position else None
    if ending is not None:
        yield _part(block, position, ending), "", ""
        yield _part(block, ending), known.labels[key(block.text[ending:])], ""
    elif block.text[position:].strip():
        yield (_part(block, position) if position else block), "", ""


def _label_at_end(text: str, start: int, known: Known) -> int | None:
    """Where the label begins that a line of a PDF was joined to: "Head of Parks What we have done"."""
    places = (match.end() for match in re.finditer(r"\s+(?=[A-Z])", text[start:]))
    found = (start + place for place in places if " " in text[start + place :].strip())
    return next((place for place in found if key(text[place:]) in known.labels), None)


def _labels_before_text(block: Block, known: Known) -> Iterator[tuple[re.Match[str], str]]:
    if block.kind is BlockKind.HEADING:  # "You told us: what has happened since" is a title
        return
    for match in _BEFORE_TEXT.finditer(block.text):
        label = match["label"]
        kind = _kind(key(label), known, alone=False) or _kind(key(label.removeprefix(_code(label))), known, alone=False)
        if kind and block.text[match.end() :].strip():
            yield match, kind


def _code(label: str) -> str:
    """The number that stands before the words of a label: "NR1 Our commitment". Empty where none does."""
    code = _CODE.match(label)
    return code["code"] if code else ""


def _kind(label: str, known: Known, *, alone: bool) -> str:
    """What a label marks. The heading of a column ("Lead", "By when") is a label before its text alone."""
    if label in known.labels:
        return known.labels[label]
    column = "" if alone else known.columns.get(label, "")
    return column if column not in ("reference", "theme") else ""


def _numbered_pieces(block: Block, match: re.Match[str], known: Known) -> Iterator[tuple[Block, str, str]]:
    yield (
        _part(block, 0, match.end("reference")),
        known.labels[key(match["label"])],
        " ".join(match["reference"].split()),
    )
    if block.text[match.end() :].strip():
        yield _part(block, match.end()), "", ""


def _part(block: Block, start: int, end: int | None = None) -> Block:
    """A stretch of a block as a paragraph of its own; a bullet's stays a bullet."""
    span = span_of(block, start, end)
    kind = block.kind if block.kind is BlockKind.BULLET else BlockKind.PARAGRAPH
    return replace(block, kind=kind, text=span.text, start=span.start, end=span.end, line=span.line)
