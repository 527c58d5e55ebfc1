"""A PDF falls into headings, bullets, paragraphs and rows, in the order in which a person reads the page."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

import pytest
from reportlab.platypus import Paragraph

from graph.blocks import BlockKind
from read.pdf_samples import (
    BODY,
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


def test_lines_that_ocr_has_measured_differently_are_one_paragraph() -> None:
    def page(canvas: Canvas) -> None:
        for number, (text, size) in enumerate(
            [(HUB[:60], 10.4), (HUB[60:], 11.7), (ROOFS[:56], 9.6), (ROOFS[56:], 11)]
        ):
            text_object = canvas.beginText(72, 700 - number * 14 - 10 * (number > 1))
            text_object.setFont("Helvetica", size)
            text_object.setTextRenderMode(3)
            text_object.textOut(text)
            canvas.drawText(text_object)

    assert said(reading_of(drawn(page))) == [HUB, ROOFS]


def test_a_large_initial_belongs_to_its_word() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 40)
        canvas.drawString(72, 672, HUB[0])
        canvas.setFont("Helvetica", 11)
        for number, text in enumerate([HUB[1:39], HUB[39:76], HUB[76:]]):
            canvas.drawString(112, 692 - number * 14, text)

    assert said(reading_of(drawn(page))) == [HUB]
