"""What stands where on the pages of a PDF: columns in order, headers and contents left out, turned pages upright."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from read.pdf_samples import (
    A4,
    BUSES,
    HUB,
    ROOFS,
    bullets,
    drawn,
    heading,
    lines,
    reading_of,
    said,
    story,
    under_a_banner,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.pdfgen.canvas import Canvas


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
        column = [f"The main column goes on in a line of text, number {number}, and more" for number in range(20)]
        lines(*column, left=220)(canvas)
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

    expected = ["Owner: Head of Estates", "Timescale: March 2025", "Partners: Harbour Trust"]
    assert said(reading_of(drawn(page))) == expected


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


def test_a_heading_at_the_foot_of_the_first_column_heads_the_second() -> None:
    def page(canvas: Canvas) -> None:
        for number in range(10):
            canvas.drawString(72, 700 - number * 14, f"{number} we will repair the roofs of homes")
            canvas.drawString(320, 700 - number * 14, f"{number} the roofs of homes were repaired")
        canvas.setFont("Helvetica-Bold", 11)
        canvas.drawString(72, 540, "What we have done")

    texts = said(reading_of(drawn(page)))
    assert texts[1] == "What we have done"
    assert texts[2].startswith("0 the roofs")


def test_rules_in_one_column_do_not_reach_into_the_other() -> None:
    def page(canvas: Canvas) -> None:
        for number, text in enumerate(["Contents", "Foreword", "Our plan"]):
            canvas.line(72, 712 - number * 20, 280, 712 - number * 20)
            canvas.drawString(80, 698 - number * 20, text)
            canvas.drawString(180, 698 - number * 20, "page")
        canvas.line(72, 652, 280, 652)
        for number in range(12):
            canvas.drawString(320, 700 - number * 14, "We will repair the roofs of the homes")
            canvas.drawString(72, 630 - number * 14, "Buses will run at night on every route")

    texts = said(reading_of(drawn(page)))
    assert not any("We will" in text and "Contents" in text for text in texts)
    assert sum(text.count("We will repair the roofs of the homes") for text in texts) == 12


def test_a_label_that_comes_at_one_height_on_two_pages_is_no_header() -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            lines(*["What we have done", f"The hub number {number} was opened."] * 5, top=782, leading=24)(canvas)

        return draw

    assert said(reading_of(drawn(page(1), page(2)))).count("What we have done") == 10


def test_a_single_item_in_the_second_column_stands_by_itself() -> None:
    def page(canvas: Canvas) -> None:
        for number, text in enumerate(["Harbour Museums", "Plan for 2024", "We will open.", "We will count."]):
            canvas.drawString(72, 700 - number * 20, text)
        canvas.drawString(320, 700, "• Replace the tills")

    assert said(reading_of(drawn(page)))[-1] == "Replace the tills"
