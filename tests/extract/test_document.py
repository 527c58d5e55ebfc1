"""A whole document becomes sections whose every part has an address and an exact quote."""

from __future__ import annotations

import pytest

from extract.samples import NAMES
from graph.extract.document import extract
from graph.extract.known import Known
from graph.extract.outline import outline
from graph.identifiers import iri
from graph.model import Document, Section
from graph.values import Attestation

TEXT = (
    "Homes – Care\r\nWe said\r\n- Open a hub.\r\n- Train our\r\n  staff.\r\nWe did\r\n"
    "- All actions have been progressed. The hub has not been opened.\r\n"
    "Roads\r\nWe said\r\n- Open a hub.\r\n- Open a hub.\r\nWe did\r\n- The Care Inspectorate rated it good.\r\n"
)


def read(text: str, *, states: bool = True) -> tuple[Section, ...]:
    strategy = iri("https://example.org/coast/plan")
    document = Document(
        iri=iri("https://example.org/coast/review"),
        file_name="review.txt",
        title="The Review",
        text=text,
        sha256="",
        states=strategy if states else None,
    )
    return extract(document, outline(document, Known.of({})), NAMES)


def test_every_quote_is_the_text_at_its_offsets() -> None:
    quotes = [quote for section in read(TEXT) for quote in section.quotes]
    quotes += [outcome.quote for section in read(TEXT) for one in section.statements for outcome in one.outcomes]
    assert len(quotes) == 8
    assert [TEXT[one.start : one.end] for one in quotes] == [one.text for one in quotes]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_a_quote_knows_its_line(line_end: str) -> None:
    homes, roads = read(TEXT.replace("\r\n", line_end))
    assert [quote.line for quote in homes.quotes] == [3, 4, 7, 7]
    assert [quote.line for quote in roads.quotes] == [10, 11, 13]


def test_a_form_feed_does_not_count_as_a_line() -> None:
    assert [quote.line for quote in read("\f" + TEXT)[0].quotes] == [3, 4, 7, 7]


def test_positions_run_through_the_document() -> None:
    sections = read(TEXT)
    assert [one.position for section in sections for one in section.commitments] == [1, 2, 3, 4]
    assert [one.position for section in sections for one in section.statements] == [1, 2, 3]


def test_the_same_words_have_an_address_of_their_own_in_each_place() -> None:
    addresses = [one.iri for section in read(TEXT) for one in section.commitments]
    assert len(set(addresses)) == 4
    assert addresses[3] == addresses[2] + "-2"


def test_a_theme_knows_the_wider_one() -> None:
    homes, roads = read(TEXT)
    assert homes.theme.path == ("Homes", "Care")
    assert homes.theme.iri == "https://example.org/coast/plan/theme/homes/care"
    assert homes.theme.broader == "https://example.org/coast/plan/theme/homes"
    assert roads.theme.broader is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Providing the right care and support for children with needs",
            "Providing the right care and support for children without needs",
        ),
        ("儿童", "道路"),
    ],
)
def test_two_headings_are_two_themes_however_alike(first: str, second: str) -> None:
    one, other = read(TEXT.replace("Homes – Care", first).replace("Roads", second))
    assert one.theme.iri != other.theme.iri


def test_without_headings_the_title_is_the_theme() -> None:
    (only,) = read("We said\n- Open a hub.\nWe did\n- It is open.\n")
    assert only.theme.path == ("The Review",)


def test_a_third_party_s_word_marks_its_statement() -> None:
    attested = [one.attestation for section in read(TEXT) for one in section.statements]
    assert attested == [Attestation.SELF_REPORTED, Attestation.SELF_REPORTED, Attestation.THIRD_PARTY]


def test_a_document_that_states_nothing_has_no_sections() -> None:
    assert read(TEXT, states=False) == ()
