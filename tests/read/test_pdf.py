"""A PDF falls into headings, bullets, paragraphs and rows, in the order in which a person reads the page."""

from __future__ import annotations

from bisect import bisect_right
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from reportlab.lib import colors, pagesizes
from reportlab.platypus import Paragraph

from graph.blocks import BlockKind
from graph.read.pdf import read
from tests.read.pdf_samples import (
    A4,
    BODY,
    HEADING,
    LABEL,
    LEVEL,
    OPEN,
    RULED,
    TITLE,
    bullets,
    drawn,
    lines,
    story,
    table,
    under_a_banner,
)

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from graph.blocks import Block, Reading

HUB = "We will open a hub in the north of the city and keep it open on Sundays, so that families can come."
ROOFS = "We will repair the roofs of two hundred homes in the old docks before the winter of next year."
BUSES = "Buses will run until midnight on every route that the harbour trust and the council pay for together."
KINDS = {
    BlockKind.HEADING: "heading",
    BlockKind.BULLET: "bullet",
    BlockKind.PARAGRAPH: "paragraph",
    BlockKind.ROW: "row",
}


def reading_of(data: bytes) -> Reading:
    return read(Path("plan.pdf"), data)


def said(reading: Reading) -> list[str]:
    """What each block says, on one line."""
    return [" ".join(block.text.split()) for block in reading.blocks]


def outline(reading: Reading) -> list[tuple[str, str]]:
    return [(KINDS[block.kind], text) for block, text in zip(reading.blocks, said(reading), strict=True)]


def cells(reading: Reading) -> list[list[str]]:
    """The rows of all tables."""
    return [[" ".join(cell.text.split()) for cell in block.cells] for block in reading.blocks if block.cells]


def page_of(reading: Reading, block: Block) -> int:
    return bisect_right(reading.pages, block.start)


def heading(text: str) -> Paragraph:
    return Paragraph(text, HEADING)


REVIEW = story(
    Paragraph("Harbour City plan", TITLE),
    heading("1. Homes"),
    ROOFS,
    Paragraph("What we said we would do", LABEL),
    *bullets("Open a hub", "Build 200 homes with gardens, close to schools and trams, for all who wait for a home"),
    *bullets(["by 2025", "by 2027 where land allows"]),
    *bullets("Train staff"),
    Paragraph("What we have done", LABEL),
    *bullets("The hub opened in May."),
    header="Harbour City Council",
    footer="Page {} of 1",
)


def test_headings_paragraphs_and_bullets_come_in_order() -> None:
    assert outline(reading_of(REVIEW))[:-1] == [
        ("paragraph", "Harbour City Council"),
        ("heading", "Harbour City plan"),
        ("heading", "1. Homes"),
        ("paragraph", ROOFS),
        ("heading", "What we said we would do"),
        ("bullet", "Open a hub"),
        ("bullet", "Build 200 homes with gardens, close to schools and trams, for all who wait for a home"),
        ("bullet", "by 2025"),
        ("bullet", "by 2027 where land allows"),
        ("bullet", "Train staff"),
        ("heading", "What we have done"),
    ]


def test_larger_headings_stand_above_smaller_ones_and_bullets_keep_their_depth_and_sign() -> None:
    blocks = reading_of(REVIEW).blocks
    assert [block.level for block in blocks if block.kind is BlockKind.HEADING] == [1, 2, 3, 3]
    assert [(block.level, block.marker) for block in blocks if block.kind is BlockKind.BULLET][1:4] == [
        (1, "•"),
        (2, "–"),
        (2, "–"),
    ]


def test_every_block_is_found_at_its_offsets() -> None:
    reading = reading_of(REVIEW)
    for block in reading.blocks:
        assert reading.text[block.start : block.end] == block.text


def test_the_title_is_the_largest_heading_where_the_file_names_none() -> None:
    assert reading_of(REVIEW).title == "Harbour City plan"


def test_the_title_that_the_file_names_counts_only_where_its_text_says_so_too() -> None:
    def page(title: str) -> bytes:
        def draw(canvas: Canvas) -> None:
            canvas.setTitle(title)
            lines("Housing strategy of Harbour City", HUB)(canvas)

        return drawn(draw)

    assert reading_of(page("Housing strategy")).title == "Housing strategy"
    assert reading_of(page("Microsoft Word - v7 FINAL.doc")).title == ""


def test_the_same_file_gives_the_same_reading() -> None:
    assert reading_of(REVIEW) == reading_of(REVIEW)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("They will continu-", "ously repair homes."), "They will continuously repair homes."),
        (("We meet face-", "to-face with tenants."), "We meet face-to-face with tenants."),
        (("Cooperate. We co-", "operate with them."), "Cooperate. We cooperate with them."),
        (("A well-being fund: well-", "being for all."), "A well-being fund: well-being for all."),
        (("A short- and", "long-term plan."), "A short- and long-term plan."),
        (("A short-", "and long-term plan."), "A short- and long-term plan."),
        (("Homes for non-", "EU citizens."), "Homes for non-EU citizens."),
        (("The plan for 2024–", "25 stands."), "The plan for 2024–25 stands."),
        (("Roads and/", "or paths."), "Roads and/or paths."),
        (("An evidence-", "based service."), "An evidence-based service."),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_words_over_two_lines_are_joined_as_the_document_writes_them(texts: tuple[str, ...], expected: str) -> None:
    assert said(reading_of(drawn(lines(*texts)))) == [expected]


def test_a_paragraph_goes_on_over_pages_and_each_word_keeps_its_page() -> None:
    sentences = [f"{HUB} This is sentence {number}." for number in range(60)]
    reading = reading_of(story(" ".join(sentences), heading("Next"), ROOFS))
    assert said(reading) == [" ".join(sentences), "Next", ROOFS]
    assert len(reading.pages) > 1
    assert bisect_right(reading.pages, reading.text.index("sentence 1.")) == 1
    assert bisect_right(reading.pages, reading.text.index("sentence 59.")) == len(reading.pages)


def test_a_word_cut_by_the_end_of_a_page_is_whole() -> None:
    first = lines(*["They continued to run the service for all."] * 44, HUB[:60], "and for all others they continu-")
    reading = reading_of(drawn(first, lines("ed to run it, as was promised.")))
    assert said(reading)[-1].endswith("others they continued to run it, as was promised.")
    assert bisect_right(reading.pages, reading.text.index("as was promised")) == 2


def test_headers_footers_and_page_numbers_are_dropped() -> None:
    reading = reading_of(story(*[HUB] * 80, header="Harbour City Council", footer="Page {} of 9"))
    assert len(reading.pages) > 2
    assert set(said(reading)) == {HUB}


def test_what_is_said_on_every_page_within_the_text_is_kept() -> None:
    pages = [lines("What we said we would do", HUB, top=640) for _ in range(4)]
    assert said(reading_of(drawn(*pages))).count("What we said we would do") == 4


def test_contents_are_dropped() -> None:
    contents = lines(
        "Contents",
        "Foreword ........................ 3",
        "Homes, and the places where people live and",
        "work ............................ 4",
        "Roads _________________________ 12",
    )
    reading = reading_of(drawn(contents, lines(HUB)))
    assert said(reading) == ["Contents", HUB]


def footnoted(canvas: Canvas) -> None:
    lines("We will open a hub in the north of the city, as was", "promised to all who live there", top=700)(canvas)
    canvas.setFont("Helvetica", 6)
    canvas.drawString(72 + canvas.stringWidth("promised to all who live there", "Helvetica", 11), 690, "1")
    canvas.setFont("Helvetica", 8)
    canvas.drawString(72, 90, "1 See the survey of residents.")


def test_a_footnote_does_not_interrupt_the_sentence_that_goes_on_over_the_page() -> None:
    reading = reading_of(drawn(footnoted, lines("and to those who work there.", "", HUB)))
    assert said(reading)[0].startswith("We will open a hub in the north of the city, as was promised to all who live")
    assert said(reading)[0].endswith("and to those who work there.")
    assert "there¹" in reading.text
    assert said(reading)[1] == "1 See the survey of residents."


def test_two_columns_are_read_one_after_the_other() -> None:
    reading = reading_of(story(heading("Homes"), *[HUB, ROOFS, BUSES] * 9, columns=2))
    assert said(reading) == ["Homes", *[HUB, ROOFS, BUSES] * 9]


def test_lines_over_two_columns_are_read_first() -> None:
    banner = ["A heading over both columns of the page", f"{BUSES} {HUB} {ROOFS}"]
    assert said(reading_of(under_a_banner(banner, *[ROOFS, HUB] * 5))) == [*banner, *[ROOFS, HUB] * 5]


def test_three_columns_with_lists_are_read_one_after_the_other() -> None:
    parts = [heading("Homes"), HUB, *bullets("Open a hub", "Repair roofs before the winter"), ROOFS] * 5
    expected = ["Homes", HUB, "Open a hub", "Repair roofs before the winter", ROOFS] * 5
    assert said(reading_of(story(*parts, columns=3))) == expected


def test_a_text_beside_the_text_is_not_mixed_into_it() -> None:
    def page(canvas: Canvas) -> None:
        lines(*[f"The main column goes on in a line of text, number {n}, and more" for n in range(20)], left=220)(canvas)
        canvas.setFont("Helvetica", 9)
        for number, text in enumerate(["Contact us:", "Harbour House", "1 Quay Street", "0100 555", "from nine"]):
            canvas.drawString(60, 768 - number * 12, text)

    texts = said(reading_of(drawn(page)))
    assert texts[0] == "Contact us: Harbour House 1 Quay Street 0100 555 from nine"
    assert texts[1].startswith("The main column goes on in a line of text, number 0, and more The main column")


def test_labels_are_read_with_their_values() -> None:
    def page(canvas: Canvas) -> None:
        pairs = [("Owner:", "Head of Estates"), ("Timescale:", "March 2025"), ("Partners:", "Harbour Trust")]
        for number, (label, value) in enumerate(pairs):
            canvas.drawString(72, 700 - number * 18, label)
            canvas.drawString(180, 700 - number * 18, value)

    assert said(reading_of(drawn(page))) == ["Owner: Head of Estates", "Timescale: March 2025", "Partners: Harbour Trust"]


@pytest.mark.parametrize(
    ("number", "marker"),
    [("1.", "1."), ("1.2", "1.2"), ("(a)", "(a)"), ("iv)", "iv)"), ("2.1.3", "2.1.3")],
)
def test_numbered_items_hang(number: str, marker: str) -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, number)
        canvas.drawString(108, 700, "Open a hub in the north of the city and keep it open for all who")
        canvas.drawString(108, 686, "live there.")

    (block,) = reading_of(drawn(page)).blocks
    assert (block.kind, block.marker) == (BlockKind.BULLET, marker)
    assert said(reading_of(drawn(page))) == ["Open a hub in the north of the city and keep it open for all who live there."]


def test_a_number_within_a_sentence_starts_no_item() -> None:
    texts = ("We will act on the findings set out at some length in section", "2.1 of the plan, and report on them.")
    assert said(reading_of(drawn(lines(*texts)))) == [" ".join(texts)]


@pytest.mark.parametrize("how", ["circle", "sign"])
def test_bullets_that_are_drawn_or_come_from_a_font_of_signs_are_bullets(how: str) -> None:
    def page(canvas: Canvas) -> None:
        for number, text in enumerate(["Open a hub", "Repair roofs"]):
            if how == "circle":
                canvas.circle(78, 703.5 - number * 14, 1.8, stroke=0, fill=1)
            else:
                canvas.setFont("ZapfDingbats", 9)
                canvas.drawString(74, 700 - number * 14, "l")
            canvas.setFont("Helvetica", 11)
            canvas.drawString(90, 700 - number * 14, text)

    assert outline(reading_of(drawn(page))) == [("bullet", "Open a hub"), ("bullet", "Repair roofs")]


def test_text_that_runs_up_the_page_or_across_it_is_left_out() -> None:
    def page(canvas: Canvas) -> None:
        lines(HUB[:60], HUB[60:])(canvas)
        for angle in (90, 45):
            canvas.saveState()
            canvas.translate(60, 740)
            canvas.rotate(angle)
            canvas.drawString(0, 0, "DRAFT")
            canvas.restoreState()

    assert said(reading_of(drawn(page))) == [HUB]


@pytest.mark.parametrize("shown", [True, False], ids=["shown upright", "shown sideways"])
def test_a_turned_page_is_read_as_its_text_runs(shown: bool) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setPageRotation(90 if shown else 0)
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
        canvas.drawString(100, 500, HUB[:60])
        canvas.drawString(100, 486, HUB[60:])

    assert said(reading_of(drawn(page))) == [HUB]


def test_letters_with_room_between_them_are_words() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 20)
        canvas.drawString(72, 760, "HOUSING STRATEGY", charSpace=7)
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, 700, HUB[:60])

    assert said(reading_of(drawn(page)))[0] == "HOUSING STRATEGY"


COLUMNS = ["Ref", "Action", "Lead", "By when", "Progress"]
WIDTHS = [40, 190, 90, 60, 70]


def actions(count: int) -> list[list[str]]:
    rows = []
    for number in range(1, count + 1):
        action = f"Repair the roofs of {number} homes in the old docks, and the walls where they need it"
        rows.append([f"1.{number}", action, "Head of Estates", "March 2025", "" if number % 3 else "Done"])
    return rows


ZEBRA = [("ROWBACKGROUNDS", (0, 1), (-1, -1), [colors.lightgrey, colors.white]), *OPEN]


@pytest.mark.parametrize("style", [RULED, LEVEL, OPEN, ZEBRA], ids=["ruled", "level rules", "no rules", "shaded"])
@pytest.mark.parametrize("size", [A4, pagesizes.landscape(A4)], ids=["upright", "landscape"])
def test_a_table_over_pages_is_one_table_with_one_header(style: list[object], size: tuple[float, float]) -> None:
    rows = [COLUMNS, *actions(40)]
    data = story(heading("Homes"), ROOFS, table(rows, WIDTHS, style), heading("Next"), HUB, size=size, footer="{}")
    reading = reading_of(data)
    assert cells(reading) == rows
    assert {block.table for block in reading.blocks if block.cells} == {1}
    assert [block.header for block in reading.blocks if block.cells] == [True] + [False] * 40
    assert said(reading)[:2] == ["Homes", ROOFS]
    assert said(reading)[-2:] == ["Next", HUB]


def test_each_row_is_on_its_page() -> None:
    reading = reading_of(story(table([COLUMNS, *actions(60)], WIDTHS)))
    pages = [page_of(reading, block) for block in reading.blocks]
    assert pages == sorted(pages)
    assert pages[0] == 1
    assert pages[-1] == len(reading.pages)


def test_two_columns_of_a_table_whose_cells_are_mostly_blank_are_no_prose() -> None:
    rows = [["What we said we would do", "What we have done"]]
    rows += [[f"{HUB} {number}", "" if number % 2 else f"{ROOFS} {number}"] for number in range(8)]
    assert cells(reading_of(story(heading("Homes"), table(rows, [220, 220], OPEN)))) == rows


def test_cells_keep_their_paragraphs_apart() -> None:
    rows: list[list[str | list[str]]] = [["Recommendation", "Response"], [["Recommendation 7", HUB], ["Agree.", ROOFS]]]
    reading = reading_of(story(heading("Homes"), table(rows, [220, 220])))
    assert [cell.text for cell in reading.blocks[-1].cells] == [f"Recommendation 7\n{HUB}", f"Agree.\n{ROOFS}"]


def test_merged_cells_say_the_same_at_the_same_place_and_two_header_rows_are_headers() -> None:
    rows = [
        ["Theme", "Action", "Delivery", ""],
        ["", "", "Lead", "End"],
        ["Homes", "Build homes", "Ann", "2025"],
        ["", "Repair roofs", "", "2026"],
        ["Roads", "Mend the bridge", "Bo", "2027"],
    ]
    spans = [("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (1, 1)), ("SPAN", (2, 0), (3, 0)), ("SPAN", (0, 2), (0, 3))]
    reading = reading_of(story(heading("Homes"), table(rows, [90, 160, 90, 90], [*RULED, *spans], headers=2)))
    assert cells(reading) == [
        ["Theme", "Action", "Delivery", "Delivery"],
        ["Theme", "Action", "Lead", "End"],
        ["Homes", "Build homes", "Ann", "2025"],
        ["Homes", "Repair roofs", "", "2026"],
        ["Roads", "Mend the bridge", "Bo", "2027"],
    ]
    first, second, *_ = (block.cells for block in reading.blocks if block.header)
    assert (first[2].start, first[0].start) == (first[3].start, second[0].start)


def test_a_row_cut_by_the_end_of_the_page_is_one_row() -> None:
    response = " ".join([HUB, ROOFS, BUSES] * 3)
    rows = [["Recommendation", "Response"], *[[f"Recommendation {n}", f"{n}. {response}"] for n in range(1, 12)]]
    reading = reading_of(story(heading("Homes"), table(rows, [120, 300], [*RULED], split=True)))
    assert len(reading.pages) > 1
    assert cells(reading) == rows


def test_a_title_within_a_table_is_one_cell() -> None:
    rows = [COLUMNS, *actions(3), ["Roads and paths for everybody in the harbour city", "", "", "", ""], *actions(3)]
    style = [*OPEN, ("SPAN", (0, 4), (-1, 4)), ("FONTNAME", (0, 4), (-1, 4), "Helvetica-Bold")]
    shown = table(rows, WIDTHS, style)
    reading = reading_of(story(heading("Homes"), shown))
    assert ["Roads and paths for everybody in the harbour city"] * 5 in cells(reading) or rows[4] in cells(reading)


def test_a_text_that_runs_up_a_merged_cell_is_in_that_cell() -> None:
    def page(canvas: Canvas) -> None:
        canvas.grid([72, 110, 300], [600, 650, 700])
        canvas.setFont("Helvetica", 9)
        canvas.drawString(120, 680, "Build homes")
        canvas.drawString(120, 630, "Repair roofs")
        for y, text in ((655, "Homes"), (605, "Roofs")):
            canvas.saveState()
            canvas.translate(95, y)
            canvas.rotate(90)
            canvas.drawString(0, 0, text)
            canvas.restoreState()
        canvas.setFont("Helvetica", 11)
        canvas.drawString(72, 500, HUB)

    assert cells(reading_of(drawn(page))) == [["Homes", "Build homes"], ["Roofs", "Repair roofs"]]


def test_a_frame_around_text_and_lines_under_headings_are_no_tables() -> None:
    def page(canvas: Canvas) -> None:
        canvas.rect(60, 60, 480, 730)
        for top in (770, 700, 630):
            canvas.line(72, top - 4, 520, top - 4)
            canvas.drawString(72, top, HUB[:60])
            canvas.drawString(72, top - 30, ROOFS)

    reading = reading_of(drawn(page))
    assert not cells(reading)
    assert said(reading).count(ROOFS) == 3


def test_a_chart_is_no_table() -> None:
    def page(canvas: Canvas) -> None:
        canvas.grid([100 + 20 * n for n in range(15)], [400 + 20 * n for n in range(10)])
        canvas.drawString(72, 700, HUB)

    assert outline(reading_of(drawn(page))) == [("paragraph", HUB)]


def test_body_text_style_is_not_mistaken_for_a_heading() -> None:
    assert outline(reading_of(story(Paragraph(HUB, BODY), Paragraph(ROOFS, BODY)))) == [
        ("paragraph", HUB),
        ("paragraph", ROOFS),
    ]
