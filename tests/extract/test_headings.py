"""Under which headings a block stands, in every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.blocks import Block, BlockKind
from graph.extract.headings import heading_level, headings_above, paths, title_of
from graph.read.markdown import read
from graph.read.text import blocks

LONG = "There are 4,000 households on the waiting list, and nobody knows how long they have to wait."


def above(text: str, *, markdown: bool = False) -> list[tuple[str, ...]]:
    """The headings above each line that starts with "Here"."""
    found = read(Path("plan.md"), text.encode()).blocks if markdown else blocks(text)
    return [path for block, path in zip(found, paths(found), strict=True) if block.text.startswith("Here")]


PLAIN = {
    "a short line": (f"Homes\n\nHere. {LONG}", [("Homes",)]),
    "a short line above bullets": ("Homes\n\n- Here", [("Homes",)]),
    "two of a kind": (f"Homes\n\nHere. {LONG}\n\nRoads\n\nHere. {LONG}", [("Homes",), ("Roads",)]),
    "capitals": (f"Plan\n\nHOMES\n\n{LONG}\n\nROADS\n\nHere. {LONG}", [("ROADS",)]),
    "a number": (f"1. HOMES\n\nHere. {LONG}\n\n2. ROADS\n\nHere. {LONG}", [("HOMES",), ("ROADS",)]),
    "a number in parts": (
        f"3. CONTEXT\n\n3.2 GOVERNANCE\n\n3.2.1 Here. {LONG}\n\nHere. {LONG}",
        [("CONTEXT", "GOVERNANCE")],
    ),
    "a number without a sign": (f"3 Homes\n\n{LONG}\n\n4 Roads\n\nHere. {LONG}", [("Roads",)]),
    "the number of a note": (f"HOMES\n\n{LONG}\n\n3 Survey of rural needs\n\nHere. {LONG}", [("HOMES",)]),
    "numbered headings above bullets": (
        f"1. About us\n\n{LONG}\n\n2. Homes\n\n- Here\n\n3. Roads\n\nHere. {LONG}",
        [("Homes",), ("Roads",)],
    ),
    "numbered prose below it": (f"1. Homes\n\n1.1 {LONG}\n\nHere. {LONG}", [("Homes",)]),
    "a bold line": (f"1. HOMES\n\n**Young people**\n\nHere. {LONG}", [("HOMES", "Young people")]),
    "a named part": (
        f"OUR PLAN IN FULL\n\nTheme 01 Homes for all\n\nHere. {LONG}\n\nTheme 02 Roads\n\nHere. {LONG}",
        [("Homes for all",), ("Roads",)],
    ),
    "parts within chapters": (
        f"HOMES\n\nPriority 1: New ones\n\nHere. {LONG}\n\nROADS\n\nHere. {LONG}",
        [("HOMES", "New ones"), ("ROADS",)],
    ),
    "a question": (f"How do we build more homes?\n\nHere. {LONG}", [("How do we build more homes?",)]),
    "a sentence": (f"Homes are few.\n\nHere. {LONG}", [()]),
    "a line that leads in": ("We will build:\n\n- Here", [()]),
    "a line that begins small": (f"homes for all\n\nHere. {LONG}", [()]),
    "a footnote": (f"HOMES\n\n{LONG}\n\n² Board paper of May\n\nHere. {LONG}", [("HOMES",)]),
    "a span of years": (f"HOMES\n\n2021 to 2025\n\nHere. {LONG}", [("HOMES",)]),
    "numbers of people": (f"HOMES\n\n16 to 25 year olds\n\nHere. {LONG}", [("HOMES",)]),
    "a year": (f"2024 Homes\n\nHere. {LONG}", [()]),
    "a table of contents with dots": (f"HOMES\n\nRoads ..... 3\n\nHere. {LONG}", [("HOMES",)]),
    "a table of contents": (f"1. HOMES\n2. ROADS\n3. TREES\n\nHere. {LONG}", [()]),
    "numbered actions": (f"Homes\n\n1.1) Open a hub\n\nHere. {LONG}", [("Homes",)]),
    "a title in capitals": (
        f"COAST COUNCIL PLAN\n\nHomes\n\nHere. {LONG}\n\nRoads\n\nHere. {LONG}",
        [("Homes",), ("Roads",)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PLAIN.values(), ids=PLAIN)
def test_headings_of_plain_text_are_known_by_how_they_look(text: str, expected: list[tuple[str, ...]]) -> None:
    assert above(text) == expected


MARKED = {
    "levels": ("# Plan\n## Homes\n### Now\nHere\n## Roads\nHere", [("Homes", "Now"), ("Roads",)]),
    "a title": ("# Plan\nHere\n## Homes\nHere", [(), ("Homes",)]),
    "a title after lines of source": ("# source: x\n# Plan\n## Homes\nHere", [("Homes",)]),
    "two wide headings": ("# Homes\n## Now\nHere\n# Roads\nHere", [("Homes", "Now"), ("Roads",)]),
    "one heading alone": ("# Homes\nHere", [("Homes",)]),
    "levels left out": ("## Plan\n#### Homes\nHere", [("Homes",)]),
    "a short line": ("# Plan\n## Homes\nYoung people\n\nHere", [("Homes",)]),
    "a bold line": ("# Plan\n## Homes\n**Young people**\n\nHere", [("Homes", "Young people")]),
    "a line in capitals": ("# Plan\n## Homes\nYOUNG PEOPLE\n\nHere", [("Homes", "YOUNG PEOPLE")]),
    "a numbered heading": ("# Plan\n## 3.2 GOVERNANCE\nHere", [("GOVERNANCE",)]),
    "a named part": ("# Plan\n## Theme 01 Homes\nHere", [("Homes",)]),
    "parts marked deeper than what stands in them": (
        "## Themes\n#### Theme 1 Homes\n### Now\nHere\n#### Theme 2 Roads\nHere\n### Now\nHere",
        [("Homes", "Now"), ("Roads",), ("Roads", "Now")],
    ),
    "parts within chapters": (
        "# Plan\n## North\n### Theme 1 Homes\nHere\n## South\n### Theme 1 Homes\nHere",
        [("North", "Homes"), ("South", "Homes")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), MARKED.values(), ids=MARKED)
def test_headings_of_markdown_are_those_it_marks(text: str, expected: list[tuple[str, ...]]) -> None:
    assert above(text, markdown=True) == expected


def test_a_heading_stands_under_itself_last() -> None:
    found = read(Path("plan.md"), b"# Plan\n## Homes\n### Now\nText").blocks
    assert paths(found) == [("Plan",), ("Homes",), ("Homes", "Now"), ("Homes", "Now")]


def test_headings_are_found_by_their_places_too() -> None:
    found = read(Path("plan.md"), b"# Plan\n## Homes\nText").blocks
    assert headings_above(found) == [(0,), (1,), (1,)]
    assert headings_above(found, with_title=True) == [(0,), (0, 1), (0, 1)]


def test_a_format_need_not_say_how_deep_a_heading_stands() -> None:
    first, second = (Block(BlockKind.HEADING, text, 0, 5, 1) for text in ("Homes", "Roads"))
    text = Block(BlockKind.PARAGRAPH, "Here.", 9, 14, 3)
    assert paths([first, text, second, text]) == [("Homes",), ("Homes",), ("Roads",), ("Roads",)]


@pytest.mark.parametrize(
    ("text", "level"),
    [("3. HOMES", 1), ("3.2 GOVERNANCE", 2), ("3.2.1 Boards", 3), ("HOMES", 1), ("Homes", 9), ("Homes are few.", 0)],
)
def test_how_deep_a_line_stands(text: str, level: int) -> None:
    heading, following = blocks(f"{text}\n\n{LONG}")
    assert heading_level(heading, following) == level


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Theme 01 Transforming our services", "Transforming our services"),
        ("Priority area 2: Roads", "Roads"),
        ("3.2 GOVERNANCE", "GOVERNANCE"),
        ("Principle: open data", "Principle: open data"),
        ("Part of the plan", "Part of the plan"),
        ("16 to 25 year olds", "16 to 25 year olds"),
        ("** Homes: **", "Homes"),
    ],
)
def test_a_title_has_no_number_and_no_signs(heading: str, title: str) -> None:
    assert title_of(heading) == title


def test_nothing_stands_under_nothing() -> None:
    assert paths([]) == []
