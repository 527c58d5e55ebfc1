"""A plain text falls into headings, bullets and paragraphs, each exactly as it stands in the text."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.blocks import Block, BlockKind
from graph.read.markup import masked
from graph.read.text import blocks

UNTIDY = {
    "bullets": ("- One thing\n- Another", ["One thing", "Another"]),
    "stars": ("* One thing\n* Another", ["One thing", "Another"]),
    "dots": ("• One thing\n•\tAnother", ["One thing", "Another"]),
    "black circles": ("● One thing\n● Another", ["One thing", "Another"]),
    "circles typed as the letter o": ("o  One thing\no  Another", ["One thing", "Another"]),
    "bullets before a no-break space": ("•\u00a0One thing\n•\u00a0Another", ["One thing", "Another"]),
    "numbers": ("1. Open a hub.\n2. Train staff.", ["Open a hub.", "Train staff."]),
    "numbers in brackets": ("1) Open a hub.\n2) Train staff.", ["Open a hub.", "Train staff."]),
    "letters": ("a) Open a hub.\nb) Train staff.", ["Open a hub.", "Train staff."]),
    "indented bullets": ("  - One thing\n  - Another", ["One thing", "Another"]),
    "blank lines between": ("- One thing\n\n\n- Another", ["One thing", "Another"]),
    "missing full stops": ("- One thing.\n- Another\n- A third.", ["One thing.", "Another", "A third."]),
    "a wrapped bullet": (
        "- Review our\nstatement of purpose.\n- Another",
        ["Review our\nstatement of purpose.", "Another"],
    ),
    "a wrapped bullet with capitals": ("- Work with\nHealth partners.", ["Work with\nHealth partners."]),
    "a hanging indent": ("- Visit every\n  Ward once.\n- Another", ["Visit every\n  Ward once.", "Another"]),
    "a hanging indent before a capital": ("- Open the Hub\n  Anew", ["Open the Hub\n  Anew"]),
    "a long line closed by a short one": (
        "- Work with the housing authorities and planning teams of the six\nDistricts.",
        ["Work with the housing authorities and planning teams of the six\nDistricts."],
    ),
    "a bullet inside a line": (
        "- Revisit the\nprovision. - Develop new models.",
        ["Revisit the\nprovision.", "Develop new models."],
    ),
    "two bullets inside a line": ("• One. • Two. • Three.", ["One.", "Two.", "Three."]),
    "two bullets inside a line without full stops": ("• Open a hub • Train staff", ["Open a hub", "Train staff"]),
    "two stars inside a line without full stops": ("* Open a hub * Train staff", ["Open a hub", "Train staff"]),
    "a hyphen inside a line without a full stop": ("- Steps - Our project", ["Steps - Our project"]),
    "another dash inside a line": ("• One. - Two.", ["One. - Two."]),
    "an en dash in a heading": ("Bridges – early help", ["Bridges – early help"]),
    "a bullet that is a heading with an en dash": ("- Bridges – Early help", ["Bridges – Early help"]),
    "curly quotes": ("- ‘Home’ first\n- “Then” away", ["‘Home’ first", "“Then” away"]),
    "Windows line ends": ("- One thing\r\n- Wrapped\r\nhere\r\n", ["One thing", "Wrapped\r\nhere"]),
    "old Macintosh line ends": ("- One thing\r- Another", ["One thing", "Another"]),
    "a form feed between pages": ("- One thing\n\f- Another", ["One thing", "Another"]),
    "a hyphen that starts a word": ("-5 degrees", ["-5 degrees"]),
    "a heading after a bullet": ("- One thing\nRoads", ["One thing", "Roads"]),
    "a heading after a bullet that ends": ("- One thing.\nRoads", ["One thing.", "Roads"]),
    "nothing": (" \n\t\n", []),
}


@pytest.mark.parametrize(("text", "expected"), UNTIDY.values(), ids=UNTIDY)
def test_untidiness_is_seen_through(text: str, expected: list[str]) -> None:
    assert [block.text for block in blocks(text)] == expected


def test_a_line_that_stands_alone_is_never_joined() -> None:
    text = "- Somewhere to live in\nwe did\n- Done."
    assert [one.text for one in blocks(text, lambda line: line == "we did")] == [
        "Somewhere to live in",
        "we did",
        "Done.",
    ]


PROSE = """\
Three years ago we wrote down what we would do for the tenants of the
town, after talking to more than nine hundred of them. Nobody then could
have guessed what the next winter would bring, nor the rise in the price
of timber. Some of what we set out to do has been done; some has not been.

"""

WRAPPED = {
    "before a name": (
        "We promised: agree how patients leave hospital with the Fell Vale\n    Hospitals Trust\n\nNext",
        ["We promised: agree how patients leave hospital with the Fell Vale\n    Hospitals Trust", "Next"],
    ),
    "over three lines": (
        "Now: most of the homes have been brought up to the standard, and the\n    last of them stand in the blocks "
        "in the farthest east of Gasworks\n    Lane, where work has begun.",
        [
            "Now: most of the homes have been brought up to the standard, and the\n"
            "    last of them stand in the blocks in the farthest east of Gasworks\n    Lane, where work has begun."
        ],
    ),
    "after a sentence, hanging": (
        "Now: all of the homes have been brought up to the standard by March.\n    Residents were told in April.",
        ["Now: all of the homes have been brought up to the standard by March.\n    Residents were told in April."],
    ),
    "in a paragraph": (
        "Copies of this strategy can be had in other languages from the Fell\nAdvice Service.",
        ["Copies of this strategy can be had in other languages from the Fell\nAdvice Service."],
    ),
}

# What stands on a line of its own though the line before it is a long one.
APART = {
    "a short line": ["Open a hub in the north of the town", "Roads"],
    "a label": ["We promised: agree how patients leave hospital with the Vale Trust", "Progress: agreed"],
    "a bullet": ["We promised: agree how patients leave hospital with the Fell Vale", "- Hospitals"],
    "a numbered item": ["Action 1.1  Agree how patients leave hospital with the Fell Vale Trust", "Action 1.2  Agree"],
    "a number": ["1.1  Agree how patients leave hospital with the Fell Vale Trust now", "1.2  Agree"],
    "a heading in capitals": ["We agree how patients leave hospital with the Fell Vale Trust by then", "ROADS"],
    "a line under a heading in capitals": [
        "OUR PLAN FOR HOMES AND ROADS IN THE NORTH AND IN THE SOUTH OF TOWN",
        "Fell",
    ],
    "an entry of a table of contents": ["Foreword .................................................... 2", "Aims"],
    "an entry with a rule": ["Foreword ____________________________________________________ 2", "Introduction ____ 3"],
    "columns": ["Fell Vale Trust                Director of Estates         March 2025", "Moor Trust"],
    "a paragraph after a blank line": [
        "Agree how patients leave hospital with the staff of Fell Vale Trust",
        "",
        "Fell",
    ],
    "a sentence after a sentence": ["Agree how patients leave hospital with the staff of Fell Vale Trust.", "Fell"],
}


@pytest.mark.parametrize(("text", "expected"), WRAPPED.values(), ids=WRAPPED)
def test_a_line_that_fills_the_width_of_the_text_is_carried_on(text: str, expected: list[str]) -> None:
    assert [block.text for block in blocks(PROSE + text)][1:] == expected


@pytest.mark.parametrize("lines", APART.values(), ids=APART)
def test_a_line_of_its_own_is_not_joined_to_a_long_line(lines: list[str]) -> None:
    read = [block.text for block in blocks(PROSE + "\n".join(lines))][1:]
    assert read == [line.removeprefix("- ") for line in lines if line]


def test_a_text_whose_paragraphs_are_single_lines_has_no_width() -> None:
    lines = ["We will open a hub", "Sixty homes will be bought for people who leave hostels", "Roads will be mended"]
    assert [block.text for block in blocks("\n".join(lines))] == lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\ntitle: Plan\ntags:\n  - homes\n# by hand\n---\n\nOpen a hub", ["Open a hub"]),
        ("---\r\ntitle: Plan\r\n---\r\nOpen a hub", ["Open a hub"]),
        ("\ufeff---\ntitle: Plan\n---\nOpen a hub", ["Open a hub"]),
        ("{% include head.html %}\nOpen a hub\n{{ footer }}\n[TOC]", ["Open a hub"]),
        ("---\ntitle: Plan\n---", []),
    ],
)
def test_settings_and_fields_of_templates_are_no_words_of_the_document(text: str, expected: list[str]) -> None:
    assert [block.text for block in blocks(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "---\nOpen a hub\n---\nClose it",
        "Plan\n---\ntitle: Homes\n---",
        "---\ntitle: Plan\nOpen a hub",
        "---\nAims: two\nOpen a hub\n---\nClose it",
        "Pay [TOC] to tenants",
    ],
)
def test_words_between_rules_are_kept(text: str) -> None:
    assert " ".join(" ".join(block.text.split()) for block in blocks(text)) == " ".join(text.split())


@pytest.mark.parametrize(
    ("text", "kind", "marker"),
    [
        ("- A bullet", BlockKind.BULLET, "-"),
        ("• A bullet", BlockKind.BULLET, "•"),
        ("– A bullet", BlockKind.BULLET, "–"),
        ("Bridges – early help", BlockKind.PARAGRAPH, ""),
        ("only words", BlockKind.PARAGRAPH, ""),
        ("-", BlockKind.PARAGRAPH, ""),
    ],
)
def test_a_bullet_is_a_sign_at_the_start_of_a_line_and_before_a_space(text: str, kind: BlockKind, marker: str) -> None:
    (block,) = blocks(text)
    assert (block.kind, block.marker) == (kind, marker)


# Text of the kinds that documents hold: every line end, bullets, indents, names, small words, stray signs.
PIECES = st.sampled_from(
    [
        "- ",
        "* ",
        "• ",
        "– ",
        "o  ",
        "  ",
        "\t",
        "provision",
        ". - Develop",
        " and",
        "Open the Hub",
        "’",
        "“",
        ".",
        "\xa0",
    ]
)
LINES = st.lists(PIECES, max_size=6).map("".join) | st.text(max_size=30)
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r", "\f", "\n\n", "\n\f", "\v", "\u2028", "\x85"])
TEXTS = st.lists(st.tuples(LINES, LINE_ENDS).map("".join), max_size=12).map("".join)


@given(TEXTS)
def test_a_block_is_the_text_at_its_offsets(text: str) -> None:
    for block in blocks(text):
        assert masked(text)[block.start : block.end] == block.text
        assert block.text == block.text.strip() != ""


@given(TEXTS)
def test_blocks_stand_in_order_and_apart(text: str) -> None:
    assert all(first.end <= second.start for first, second in pairwise(blocks(text)))


@given(TEXTS)
def test_nothing_is_left_out_but_bullet_marks(text: str) -> None:
    found = blocks(text)
    for start, end, mark in _gaps(masked(text), found):
        assert masked(text)[start:end].strip() in ("", mark)


@given(TEXTS)
def test_lines_are_counted_as_an_editor_counts_them(text: str) -> None:
    """A form feed ends a page, not a line."""
    for block in blocks(text):
        assert block.line == 1 + len(re.findall(r"\r\n|\r|\n", text[: block.start]))


@given(st.lists(st.sampled_from(["Open a hub.", "Close the depot", "Train our staff."]), max_size=8))
def test_a_list_of_bullets_gives_its_items(items: list[str]) -> None:
    assert [block.text for block in blocks("".join(f"- {item}\n" for item in items))] == items


def _gaps(text: str, found: tuple[Block, ...]) -> list[tuple[int, int, str]]:
    """What lies before each block and after the last, with the mark that may stand there."""
    ends = [0, *(block.end for block in found)]
    return [
        *((end, block.start, block.marker) for end, block in zip(ends, found, strict=False)),
        (ends[-1], len(text), ""),
    ]


def test_a_line_that_begins_with_a_sign_carries_on_no_other() -> None:
    found = blocks("➜ Night buses, on which talks go on\n✔ Bike stands at the station\n")
    assert [block.text for block in found] == ["Night buses, on which talks go on", "✔ Bike stands at the station"]


@pytest.mark.parametrize("rule", ["-----", "=" * 60, "* * *".replace(" ", "*")])
def test_a_rule_between_two_parts_is_as_empty_as_a_blank_line(rule: str) -> None:
    assert [block.text for block in blocks(f"Desk: Parks\n{rule}\nItem 2\n")] == ["Desk: Parks", "Item 2"]
