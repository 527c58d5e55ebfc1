"""Labels divide a document into sections, each with its heading, its pledges and its progress."""

from __future__ import annotations

import pytest

from graph.extract.headings import heading_path
from graph.extract.known import Known
from graph.extract.layouts.labels import sections
from graph.read.text import blocks

Found = list[tuple[tuple[str, ...], list[str], list[str]]]
TWO_SECTIONS: Found = [
    (("Homes",), ["Open a hub.", "Train staff."], ["A hub was opened."]),
    (("Roads",), ["Mend roads."], ["Roads are mended."]),
]


def read(text: str, labels: dict[str, list[str]] | None = None) -> Found:
    known = Known.of({"labels": labels or {}})
    return [
        (section.heading, [one.span.text for one in section.pledges], [one.span.text for one in section.progress])
        for section in sections(blocks(text, known.is_label), known)
    ]


def pair(pledges: str, progress: str, heading: str = "{}") -> str:
    """Two sections under the labels given."""
    first, second = heading.format("Homes"), heading.format("Roads")
    return (
        f"{first}\n{pledges}\n- Open a hub.\n- Train staff.\n{progress}\n- A hub was opened.\n"
        f"{second}\n{pledges}\n- Mend roads.\n{progress}\n- Roads are mended.\n"
    )


@pytest.mark.parametrize(
    ("pledges", "progress"),
    [
        ("What we said we would do", "What we have achieved"),
        ("What we said we’d do", "What we’ve achieved"),
        ("WHAT WE PROMISED:", "WHAT HAPPENED:"),
        ("We said", "We did"),
        ("You said", "We did"),
        ("Our commitments", "Progress so far"),
        ("**Our pledges**", "**Our progress**"),
        ("### Actions", "### Update"),
        ("- What we planned", "- What has changed"),
    ],
)
def test_labels_of_several_kinds_are_known(pledges: str, progress: str) -> None:
    assert read(pair(pledges, progress)) == TWO_SECTIONS


@pytest.mark.parametrize("heading", ["{}", "- {}", "## {}", "2. {}", "Priority 2: {}", "\n{}\n", "{}:"])
def test_headings_of_several_kinds_are_known(heading: str) -> None:
    assert read(pair("We said", "We did", heading)) == TWO_SECTIONS


def test_a_body_may_have_labels_of_its_own() -> None:
    labels = {"pledges": ["Unsere Zusagen"], "progress": ["Was geschah"]}
    text = pair("Unsere Zusagen", "Was geschah:")
    assert read(text, labels) == TWO_SECTIONS
    assert read(text) == []


def test_progress_may_stand_before_pledges() -> None:
    text = (
        "Homes\nOur progress\n- A hub was opened.\nOur pledges\n- Open a hub.\n- Train staff.\n"
        "Roads\nOur progress\n- Roads are mended.\nOur pledges\n- Mend roads.\n"
    )
    assert read(text) == TWO_SECTIONS


def test_a_document_may_have_no_headings() -> None:
    text = "We said\n- Open a hub.\nWe did\n- A hub was opened.\nWe said\n- Mend roads.\nWe did\n- Roads are mended.\n"
    assert read(text) == [
        ((), ["Open a hub."], ["A hub was opened."]),
        ((), ["Mend roads."], ["Roads are mended."]),
    ]


@pytest.mark.parametrize("introduced", [("Homes",), ("Roads",), ("Homes", "Roads")])
def test_a_heading_may_stand_above_a_sentence_of_introduction(introduced: tuple[str, ...]) -> None:
    text = pair("We said", "We did")
    for heading in introduced:
        text = text.replace(f"{heading}\n", f"{heading}\nThis was our largest task.\n", 1)
    assert read(text) == TWO_SECTIONS


def test_headings_that_end_alike_are_two_themes() -> None:
    text = pair("We said", "We did").replace("Homes", "Finding a home – Fostering")
    text = text.replace("Roads\n", "Promoting stability – Fostering\n")
    assert [heading for heading, _, _ in read(text)] == [
        ("Finding a home", "Fostering"),
        ("Promoting stability", "Fostering"),
    ]


def test_a_section_without_a_heading_stays_under_the_one_before() -> None:
    text = pair("We said", "We did") + "We said\n- Light lanes.\nWe did\n- Lanes are lit.\n"
    assert read(text) == [*TWO_SECTIONS, (("Roads",), ["Light lanes."], ["Lanes are lit."])]


def test_what_stands_before_the_first_heading_is_no_pledge() -> None:
    text = "Coast Council\n\nThis paper looks back.\n\n" + pair("We said", "We did")
    assert read(text) == TWO_SECTIONS


def test_items_need_no_bullets() -> None:
    text = pair("We said", "We did").replace("- ", "")
    assert read(text) == TWO_SECTIONS


def test_beside_bullets_a_line_that_is_no_sentence_is_an_aside() -> None:
    text = pair("We said", "We did").replace("opened.\nRoads", "opened.\n\nPage 1 of 3\n\nRoads")
    assert read(text) == TWO_SECTIONS


def test_beside_bullets_a_sentence_of_progress_counts() -> None:
    text = pair("We said", "We did") + "\nMore will follow.\n"
    assert read(text)[1][2] == ["Roads are mended.", "More will follow."]


@pytest.mark.parametrize("ending", ["somewhere to stay in", "a friend to turn to"])
def test_a_label_counts_whatever_the_bullet_above_it_ends_in(ending: str) -> None:
    text = f"Homes\nWhat we promised\n- Give every child {ending}\nWhat happened\n- Every child has one.\n"
    assert read(text) == [(("Homes",), [f"Give every child {ending}"], ["Every child has one."])]


@pytest.mark.parametrize("text", ["", "Just prose. No labels.", "We did\n- A hub was opened.\n"])
def test_without_a_label_for_pledges_there_is_no_section(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("heading", "path"),
    [
        ("Promoting stability – Fostering", ("Promoting stability", "Fostering")),
        ("Promoting stability - Fostering", ("Promoting stability", "Fostering")),
        ("Promoting stability: Fostering", ("Promoting stability", "Fostering")),
        ("Multi-agency work", ("Multi-agency work",)),
        ("3. Homes", ("Homes",)),
        ("3) Homes", ("Homes",)),
        ("3 Homes", ("Homes",)),
        ("1.2 Homes", ("Homes",)),
        ("Priority 1: Homes – North", ("Homes", "North")),
        ("## Homes ##", ("Homes",)),
        ("Wrapped\n  heading", ("Wrapped heading",)),
        ("Part of the plan", ("Part of the plan",)),
        ("16 to 25 year olds", ("16 to 25 year olds",)),
    ],
)
def test_a_heading_has_parts_and_no_number(heading: str, path: tuple[str, ...]) -> None:
    assert heading_path(heading) == path


@pytest.mark.parametrize("code", ["NR{}", "1.{}", "A-{}"])
def test_a_number_may_stand_before_a_label(code: str) -> None:
    record = "{} Our commitment: Mend lane {}\n\nLead: Head of Roads\n\nProgress this year: It was mended.\n"
    records = (record.format(code.format(number), number) for number in (1, 2, 3))
    made = sections(blocks("Review of the plan\n\n" + "\n".join(records)), Known.of({}))
    assert [one.span.text for section in made for one in section.pledges] == [
        "Mend lane 1",
        "Mend lane 2",
        "Mend lane 3",
    ]
    references = [one.reference for section in made for one in section.pledges]
    assert references == [code.format(number) for number in (1, 2, 3)]
    assert [one.answers for section in made for one in section.progress] == [(0,)] * 3
