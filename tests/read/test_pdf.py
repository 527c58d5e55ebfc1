"""A PDF falls into headings, bullets, paragraphs and rows, in the order in which a person reads the page."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import pytest
from reportlab.platypus import Paragraph

from graph.blocks import BlockKind
from read.pdf_samples import (
    A4,
    BODY,
    BUSES,
    HUB,
    LABEL,
    ROOFS,
    TITLE,
    bullets,
    drawn,
    heading,
    lines,
    outline,
    reading_of,
    said,
    story,
    under_a_banner,
)

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

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


@pytest.mark.parametrize(
    ("number", "marker"),
    [("1.", "1."), ("1.2", "1.2"), ("(a)", "(a)"), ("iv)", "iv)"), ("2.1.3", "2.1.3")],
)
def test_numbered_items_hang(number: str, marker: str) -> None:
    def page(canvas: Canvas) -> None:
        canvas.drawString(72, 700, number)
        canvas.drawString(108, 700, HUB[:60])
        canvas.drawString(108, 686, HUB[60:])

    reading = reading_of(drawn(page))
    assert outline(reading) == [("bullet", HUB)]
    assert reading.blocks[0].marker == marker


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


def test_body_text_style_is_not_mistaken_for_a_heading() -> None:
    assert outline(reading_of(story(Paragraph(HUB, BODY), Paragraph(ROOFS, BODY)))) == [
        ("paragraph", HUB),
        ("paragraph", ROOFS),
    ]
