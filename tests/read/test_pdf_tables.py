"""The tables of a PDF: each row with its cells, whatever rules they are drawn with, however many pages they cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from reportlab.lib import colors, pagesizes
from reportlab.platypus import PageBreak

from read.pdf_samples import (
    A4,
    BUSES,
    HUB,
    LEVEL,
    OPEN,
    ROOFS,
    RULED,
    cells,
    drawn,
    heading,
    lines,
    outline,
    page_of,
    reading_of,
    said,
    story,
    table,
)

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

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


CUT = {
    "in its last cell": (["Recommendation 3", HUB], ["", ROOFS], f"{HUB} {ROOFS}"),
    "in the middle of a sentence": (["Recommendation 3", HUB[:60]], ["", HUB[60:]], HUB),
    "under its number": (["Recommendation 3", "Agree."], ["Open a hub", ""], "Agree."),
}


@pytest.mark.parametrize("again", [True, False], ids=["header repeated", "header not repeated"])
@pytest.mark.parametrize(("first", "rest", "response"), CUT.values(), ids=CUT)
def test_a_row_cut_by_the_end_of_the_page_is_one_row(
    first: list[str], rest: list[str], response: str, again: bool
) -> None:
    header = ["Recommendation", "Response"]
    before = [header, ["Recommendation 1", ROOFS], ["Recommendation 2", BUSES], first]
    after = [*([header] if again else []), rest, ["Recommendation 4", ROOFS]]
    parts = [table(before, [120, 300]), PageBreak(), table(after, [120, 300], bold=again)]
    rows = cells(reading_of(story(heading("Homes"), *parts)))
    assert [row[0].split()[:2] for row in rows[1:]] == [["Recommendation", str(n)] for n in range(1, 5)]
    assert rows[3][1] == response


def test_a_row_that_only_lacks_its_merged_first_cell_is_a_row_of_its_own() -> None:
    header = ["Theme", "Action", "Lead"]
    before = [header, ["Homes", ROOFS, "Head of Estates"]]
    after = [header, ["", HUB, "Director of Planning"], ["", BUSES, "Director of Roads"]]
    widths, merged = [80, 240, 100], [*RULED, ("SPAN", (0, 1), (0, 2))]
    shown = [table(before, widths), PageBreak(), table(after, widths, merged)]
    assert cells(reading_of(story(heading("Plan"), *shown))) == [
        header,
        ["Homes", ROOFS, "Head of Estates"],
        ["Homes", HUB, "Director of Planning"],
        ["Homes", BUSES, "Director of Roads"],
    ]


@pytest.mark.parametrize("style", [RULED, OPEN], ids=["ruled", "no rules"])
def test_a_title_within_a_table_is_one_cell(style: list[object]) -> None:
    title = "Roads and paths for everybody in the harbour city"
    rows = [COLUMNS, *actions(3), [title, "", "", "", ""], *actions(3)]
    reading = reading_of(story(heading("Homes"), table(rows, WIDTHS, [*style, ("SPAN", (0, 4), (-1, 4))])))
    assert cells(reading) == [COLUMNS, *actions(3), [title] * 5, *actions(3)]


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


def test_a_word_cut_by_a_narrow_cell_is_whole() -> None:
    def page(canvas: Canvas) -> None:
        lines("The commitments of this plan are to be met by all.", top=760)(canvas)
        canvas.grid([72, 110, 300], [600, 650, 700])
        canvas.setFont("Helvetica", 9)
        for text, x, y in (
            ("Commit", 75, 690),
            ("ment", 75, 679),
            ("Lead", 120, 690),
            ("Open", 75, 640),
            ("Ann", 120, 640),
        ):
            canvas.drawString(x, y, text)

    assert cells(reading_of(drawn(page))) == [["Commitment", "Lead"], ["Open", "Ann"]]


def test_single_lines_with_room_between_them_are_paragraphs_of_their_own() -> None:
    texts = [f"You said: open the library on day {number} of every week." for number in range(6)]
    assert said(reading_of(story(*texts))) == texts


def test_two_tables_of_one_width_with_a_heading_between_them_are_two() -> None:
    header = ["No.", "Action", "Lead"]
    first, second = [header, ["1a", ROOFS, "Ann"], ["1b", HUB, ""]], [header, ["2a", BUSES, "Bo"], ["2b", HUB, "Cy"]]
    widths = [40, 300, 80]
    shown = [table(rows, widths, LEVEL, bold=False) for rows in (first, second)]
    reading = reading_of(story(heading("Homes"), shown[0], heading("Roads"), shown[1]))
    assert cells(reading) == [*first, *second]
    assert [block.table for block in reading.blocks if block.cells] == [1, 1, 1, 2, 2, 2]
    assert [text for kind, text in outline(reading) if kind == "heading"] == ["Homes", "Roads"]
