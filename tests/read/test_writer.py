"""What the readers of other formats say is written down as a text, and every block is a slice of it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.blocks import Block, BlockKind
from graph.read.markup import masked
from graph.read.writer import Same, Writer

if TYPE_CHECKING:
    from graph.blocks import Reading, Span


def read(writer: Writer) -> Reading:
    return writer.reading("plan.docx", "0" * 64)


def test_a_document_is_written_as_a_person_would_type_it() -> None:
    writer = Writer()
    writer.heading("Homes", 1)
    writer.paragraph("We will:")
    writer.bullet("open a hub")
    writer.bullet("train staff,", 2)
    writer.bullet("visit every ward", 1, "2.")
    table = writer.new_table()
    writer.row(["Action", "Lead"], table, header=True)
    writer.row(["Open a hub", "Head of Estates"], table)
    writer.paragraph("The end.")
    assert read(writer).text == (
        "Homes\n\nWe will:\n\n- open a hub\n  - train staff,\n2. visit every ward\n\n"
        "Action | Lead\nOpen a hub | Head of Estates\n\nThe end.\n"
    )


def test_blocks_say_what_they_were() -> None:
    writer = Writer()
    writer.heading("Homes", 2)
    writer.bullet("Open a hub", 3, "(a)")
    writer.paragraph("Fares", strong=True, classes=["status", "done"])
    heading, bullet, paragraph = read(writer).blocks
    assert heading == Block(BlockKind.HEADING, "Homes", 0, 5, 1, level=2)
    assert (bullet.kind, bullet.level, bullet.marker, bullet.line) == (BlockKind.BULLET, 3, "(a)", 3)
    assert (paragraph.strong, paragraph.classes, paragraph.line) == (True, ("status", "done"), 5)


def test_a_row_keeps_each_cell_apart() -> None:
    writer = Writer()
    writer.row(["1", "Open a hub", "Done"], 1, header=True)
    (row,) = read(writer).blocks
    assert row.text == "1 | Open a hub | Done"
    assert row.header
    assert [(cell.text, cell.start, cell.end) for cell in row.cells] == [
        ("1", 0, 1),
        ("Open a hub", 4, 14),
        ("Done", 17, 21),
    ]


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        (["", "Open a hub"], "| Open a hub"),
        (["Open a hub", ""], "Open a hub |"),
        (["Open a hub", "", "Done"], "Open a hub |  | Done"),
        (["", "", "Done", "", ""], "|  | Done |  |"),
    ],
)
def test_an_empty_cell_keeps_its_place(cells: list[str], text: str) -> None:
    writer = Writer()
    writer.row(cells, 1)
    (row,) = read(writer).blocks
    assert row.text == text
    assert [cell.text for cell in row.cells] == cells
    assert all(row.start <= cell.start <= cell.end <= row.end for cell in row.cells)


def test_a_merged_cell_stands_in_each_row_and_column_at_the_same_place() -> None:
    writer = Writer()
    table = writer.new_table()
    writer.row(["Homes", Same.LEFT, "Lead"], table)
    writer.row(["Open a hub", "Done", "Head of Estates"], table)
    writer.row(["Train staff", "Not done", Same.ABOVE], table)
    wide, first, second = read(writer).blocks
    assert wide.cells[0] == wide.cells[1]
    assert second.cells[2] == first.cells[2]
    assert [cell.text for cell in second.cells] == ["Train staff", "Not done", "Head of Estates"]


def test_a_cell_may_be_merged_over_many_rows() -> None:
    writer = Writer()
    writer.row(["Homes", "a"], 1)
    writer.row([Same.ABOVE, "b"], 1)
    writer.row([Same.ABOVE, "c"], 1)
    assert {row.cells[0].start for row in read(writer).blocks} == {0}


def test_a_merged_cell_is_not_sought_in_another_table() -> None:
    writer = Writer()
    writer.row(["Homes", "a"], writer.new_table())
    writer.row([Same.ABOVE, "b"], writer.new_table())
    assert [cell.text for cell in read(writer).blocks[1].cells] == ["", "b"]


def test_a_row_that_says_nothing_leaves_no_block() -> None:
    writer = Writer()
    writer.row(["Homes", "a"], 1)
    writer.row(["", " "], 1)
    writer.row([], 1)
    assert [row.text for row in read(writer).blocks] == ["Homes | a"]


def test_white_space_is_put_in_order_and_line_breaks_stay() -> None:
    writer = Writer()
    writer.paragraph("  Open\ta\xa0 hub \n\n in  the\r\nnorth\u2028of the city ")
    assert read(writer).blocks[0].text == "Open a hub\nin the\nnorth of the city"


def test_what_is_not_seen_is_not_written() -> None:
    writer = Writer()
    writer.paragraph("\ufeffaccom\xadmo\u200bdation\x00 \ud800for all")
    assert read(writer).text == "accommodation for all\n"


def test_markup_in_the_words_is_blanked_in_blocks_and_stays_in_the_text() -> None:
    writer = Writer()
    writer.paragraph("**Note** that we will open a hub.¹")
    writer.row(["We will **train** staff", "`Done`"], 1)
    reading = read(writer)
    paragraph, row = reading.blocks
    assert paragraph.text == "Note   that we will open a hub."
    assert reading.text[paragraph.start :].startswith("Note** that")
    assert [cell.text for cell in row.cells] == ["We will   train   staff", " Done "]


def test_what_is_nothing_but_markup_leaves_no_block() -> None:
    writer = Writer()
    writer.paragraph("<https://example.org/>")
    writer.paragraph("")
    writer.heading(" ")
    assert read(writer).blocks == ()


def test_nothing_said_is_an_empty_text() -> None:
    assert read(Writer()).text == ""


def test_pages_start_where_their_first_block_does() -> None:
    writer = Writer()
    writer.page()
    writer.paragraph("One")
    writer.page()
    writer.page()
    writer.bullet("Three")
    writer.page()
    reading = read(writer)
    assert reading.pages == (0, 5, 5, 12)
    assert reading.text[5:] == "- Three\n"


def test_a_page_may_start_within_a_text() -> None:
    writer = Writer()
    writer.page()
    writer.paragraph("We will open \f a hub and \ftrain\fstaff")
    writer.row(["Open", "two \f hubs"], 1)
    writer.row(["\f", ""], 1)
    writer.paragraph("\f")
    writer.paragraph("The end.")
    reading = read(writer)
    assert [reading.text[page:].split()[0] for page in reading.pages] == [
        "We",
        "a",
        "train",
        "staff",
        "hubs",
        "The",
        "The",
    ]
    assert "We will open a hub and train staff" in reading.text


def test_the_title_is_on_one_line() -> None:
    assert Writer().reading("plan.docx", "", " The \n plan").title == "The plan"


WORDS = st.sampled_from(
    ["Open", "a hub", "**", "*", " ", "\n", "\f", "|", "-", "<b>", "¹", "[a](b)", "", "\xad", "`", "été"]
)
TEXTS = st.lists(WORDS, max_size=6).map("".join) | st.text(max_size=20)
CELLS = st.lists(TEXTS | st.sampled_from(Same), max_size=5)


@given(st.lists(st.tuples(st.sampled_from(["heading", "bullet", "paragraph", "page"]), TEXTS) | CELLS, max_size=10))
def test_every_block_and_every_cell_is_the_text_at_its_offsets(said: list[tuple[str, str] | list[str | Same]]) -> None:
    writer = Writer()
    table = writer.new_table()
    for one in said:
        if isinstance(one, list):
            writer.row(one, table)
        elif one[0] == "page":
            writer.page()
        else:
            getattr(writer, one[0])(one[1])
    reading = read(writer)
    for block in reading.blocks:
        pieces: list[Block | Span] = [block, *block.cells]
        for piece in pieces:
            written = reading.text[piece.start : piece.end]
            assert len(written) == len(piece.text)
            assert all(seen in (" ", wrote) for seen, wrote in zip(piece.text, written, strict=True))
            assert piece.line == 1 + reading.text[: piece.start].count("\n")
        assert block.text.strip()
    assert all(first.end <= second.start for first, second in pairwise(reading.blocks))
    assert list(reading.pages) == sorted(reading.pages)
    assert all(page <= len(reading.text) for page in reading.pages)


@given(TEXTS)
def test_blanking_leaves_what_extract_will_see(text: str) -> None:
    writer = Writer()
    writer.paragraph(text)
    reading = read(writer)
    for block in reading.blocks:
        assert masked(reading.text)[block.start : block.end].split() == block.text.split()
