"""A Markdown file becomes blocks, each at its place in the file's own text, however loosely it is written."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.blocks import Block, BlockKind, Reading
from graph.errors import DocumentError
from graph.read.markdown import read
from graph.read.markup import masked

HEADING, BULLET, PARAGRAPH, ROW = BlockKind.HEADING, BlockKind.BULLET, BlockKind.PARAGRAPH, BlockKind.ROW
PATH = Path("plan.md")


def reading(text: str) -> Reading:
    return read(PATH, text.encode())


def blocks(text: str) -> tuple[Block, ...]:
    return reading(text).blocks


def shown(text: str) -> list[str]:
    """Each block as a reader would sketch it: `## Homes`, `- Open a hub`, `1. Open`, `| a | b`, plain text."""
    return [_shown(block) for block in blocks(text)]


def _shown(block: Block) -> str:
    words = " ".join(block.text.split())
    if block.kind is HEADING:
        return "#" * block.level + " " + words
    if block.kind is BULLET:
        return "  " * (block.level - 1) + f"{block.marker} {words}"
    if block.kind is ROW:
        return "".join(f"| {' / '.join(cell.text.split())} " for cell in block.cells).strip()
    return words


LOOSE = {
    "headings": ("# Plan\n\n## Homes ##\n\n### Now {#now}", ["# Plan", "## Homes", "### Now"]),
    "headings without a space": ("####Action 01: Open\n\n#Homes", ["#### Action 01: Open", "# Homes"]),
    "a heading right after text": ("Text.\n## Homes\nMore.", ["Text.", "## Homes", "More."]),
    "a heading after a stray byte order mark": ("Text.\n\ufeff##Homes", ["Text.", "## Homes"]),
    "a hashtag": ("#hubsforall is our tag", ["#hubsforall is our tag"]),
    "an underlined heading": ("Homes\n-----\nText.", ["## Homes", "Text."]),
    "a sentence above a rule": ("We open a hub.\n---\nText.", ["We open a hub.", "Text."]),
    "bullets after text": ("We will:\n- open\n- close", ["We will:", "- open", "- close"]),
    "bullets of other signs": ("• one\n• two\n· three", ["- one", "- two", "- three"]),
    "bullets as dashes": ("We will:\n– open\n– close", ["We will:", "- open", "- close"]),
    "a dash inside text": ("Open\n– at last – the hub", ["Open – at last – the hub"]),
    "nested bullets": ("- a\n  - b\n    - c\n- d", ["- a", "  - b", "    - c", "- d"]),
    "bullets set in too little": ("1. a\n  - b\n2. c", ["1. a", "  - b", "2. c"]),
    "bullets set in far": ("We will:\n\n    * open\n    * close", ["We will:", "* open", "* close"]),
    "numbers after text": ("We will:\n6. open\n7. close", ["We will:", "6. open", "7. close"]),
    "a number in text": ("The board met\n9. May is its month", ["The board met 9. May is its month"]),
    "letters": ("a) one\nb) two", ["a) one", "b) two"]),
    "numbered paragraphs": ("1.1) Open.\n1.2) Close.", ["1.1) Open.", "1.2) Close."]),
    "paragraphs of one item": ("- one\n\n  more of it\n- two", ["- one", "more of it", "- two"]),
    "a bold line above text": ("**Homes**\nWe build.", ["Homes", "We build."]),
    "a line break": ("Homes.<br>We build.", ["Homes.", "We build."]),
    "a line break in a sentence": ("## The<br>Home<br> Office", ["## The Home Office"]),
    "two spaces at a line's end": ("**Lead:** Housing  \n**By:** May", ["Lead: Housing", "By: May"]),
    "labels on lines": ("Lead: Housing\nBy when: May", ["Lead: Housing", "By when: May"]),
    "a wrapped line": ("We will open\na hub.", ["We will open a hub."]),
    "a quotation": ("> We will\n> open.", ["We will open."]),
    "a rule": ("One.\n\n***\n\nTwo.\n\n<hr>\n**Three**", ["One.", "Two.", "Three"]),
    "code": ("One.\n\n```\nwe will\n```\n\nTwo.", ["One.", "Two."]),
    "text that is set in": ("One.\n\n    Two.", ["One.", "Two."]),
    "footnotes": ("One.[^1]\n\n[^1]: From a\nreport.\n\nTwo.", ["One.", "Two."]),
    "templates": ("{div .box}\nOne.\n{/div}\n{% raw %}\n{include x.md}", ["One."]),
    "a class under a heading": ("## Homes\n{: .big}\nText.", ["## Homes", "Text."]),
    "addresses of links": ("See [it][1].\n\n[1]: https://example.org", ["See it ."]),
    "a picture": ("![A hub](hub.png)\n\nText.", ["Text."]),
    "a table of contents": ("1. [Homes](#homes)\n2. [Roads](#roads)\n\nText.", ["Text."]),
    "comments": ("One.\n\n<!-- two -->\n\nThree.", ["One.", "Three."]),
    "Windows line ends": ("# A\r\n\r\n- one\r\n- two\r\n", ["# A", "- one", "- two"]),
    "old Macintosh line ends": ("# A\r\r- one\r- two", ["# A", "- one", "- two"]),
    "nothing that is seen": ("<br>\n\n***\n", []),
}


@pytest.mark.parametrize(("text", "expected"), LOOSE.values(), ids=LOOSE)
def test_loose_markdown_is_read_as_it_is_meant(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


HTML = {
    "a heading in pieces": (
        "<h4 id='t'>\n\n<span>Theme 01<b> Homes</b></span>\n\n<span>Homes</span>\n\n</h4>\n\nText.",
        ["#### Theme 01 Homes", "Text."],
    ),
    "paragraphs": ("<div>\n<p>One.</p>\n<p>Two.</p>\n</div>", ["One.", "Two."]),
    "a list": ("<ul>\n<li>One</li>\n<li>Two\n<p>more</p></li>\n</ul>", ["- One", "- Two", "more"]),
    "lists within lists": ("<ul><li>One<ul><li>Two</ul><li>Three</ul>", ["- One", "  - Two", "- Three"]),
    "what opens": ("<details>\n<summary>More</summary>\n\nText.\n\n</details>", ["More", "Text."]),
    "a figure": ("<figure>\n<h2>Hidden</h2>\n<p>So is this</p>\n</figure>\n\nText.", ["Text."]),
    "what is not seen": ("<style>\np { color: red }\n</style>\n\nText.", ["Text."]),
    "a table": (
        "<table><tr><th>Do</th><th>Lead</th></tr>\n<tr><td>Open<br>a hub</td><td></td></tr></table>",
        ["| Do | Lead", "| Open / a / hub |"],
    ),
    "cells over rows": (
        "<table><tr><td rowspan=2>Open</td><td>May</td></tr>\n<tr><td>June</td></tr></table>",
        ["| Open | May", "| Open | June"],
    ),
    "what is left open": ("<ul><li>One<li>Two", ["- One", "- Two"]),
}


@pytest.mark.parametrize(("text", "expected"), HTML.values(), ids=HTML)
def test_html_inside_markdown_is_read_too(text: str, expected: list[str]) -> None:
    assert shown(text) == expected


def test_html_says_what_class_a_piece_has() -> None:
    (block,) = blocks('<ul>\n<li class="done big">Open a hub</li>\n</ul>')
    assert block.classes == ("done", "big")


def test_a_table_gives_rows_with_their_cells() -> None:
    text = "| Do | Lead |\n|---|---|\n| **Open** \\| close | Housing<br>Legal |\n|  | Parks |\n"
    head, first, second = blocks(text)
    assert (head.header, first.header, second.header) == (True, False, False)
    assert [cell.text for cell in head.cells] == ["Do", "Lead"]
    assert [cell.text.split("\n") for cell in first.cells] == [["Open    | close"], ["Housing", "   Legal"]]
    assert [cell.text for cell in second.cells] == ["", "Parks"]
    assert {block.table for block in (head, first, second)} == {1}
    assert text[first.cells[1].start : first.cells[1].end] == "Housing<br>Legal"


def test_a_table_whose_rows_differ_in_length_is_one_still() -> None:
    head, row = blocks("Do | Lead | When\n--- | ---\nOpen | Housing\n")
    assert [cell.text for cell in head.cells] == ["Do", "Lead", "When"]
    assert head.header
    assert [cell.text for cell in row.cells] == ["Open", "Housing"]


def test_tables_are_counted() -> None:
    text = "|a|b|\n|-|-|\n|c|d|\n\n<table><tr><td>e</td></tr></table>\n\n|f|g|\n|-|-|\n"
    assert [block.table for block in blocks(text)] == [1, 1, 2, 3]


@pytest.mark.parametrize(
    ("text", "strong"),
    [
        ("**Homes**", True),
        ("**Homes**:", True),
        ("__Homes__", True),
        ("<strong>Homes</strong>", True),
        ("***Homes?***", True),
        ("- **Homes**", True),
        ("**Homes** and roads", False),
        ("**Homes** and **roads**", False),
        ("*Homes*", False),
    ],
)
def test_a_block_is_strong_where_all_of_it_is_bold(text: str, strong: bool) -> None:
    (block,) = blocks(text)
    assert block.strong is strong


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Text.\n\n# The *Plan*\n\n# Another", "The Plan"),
        ('---\ntitle: "The plan: homes"\n---\nText.', "The plan: homes"),
        ("---\ntitle: A page\n---\n# The Plan", "The Plan"),
        ("## Homes", ""),
    ],
)
def test_the_title_is_the_first_heading_or_what_front_matter_says(text: str, title: str) -> None:
    assert reading(text).title == title


def test_each_page_of_a_joined_file_has_its_title_as_a_heading() -> None:
    page = "<!-- page -->\n---\nlayout: default\ntitle:  'Theme {0}'\nprev: {{ title: x }}\n---\nText {0}.\n\n"
    assert shown(page.format(1) + page.format(2)) == ["# Theme 1", "Text 1.", "# Theme 2", "Text 2."]


def test_records_between_rules_are_no_front_matter() -> None:
    text = "# Plan\n\n---\nAction: open a hub\n\nOwner: Housing\n\n---\n"
    assert shown(text) == ["# Plan", "Action: open a hub", "Owner: Housing"]


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_byte_order_mark_is_no_part_of_the_text(mark: bytes) -> None:
    encoding = "utf-8" if len(mark) == 3 else "utf-16-le"
    found = read(PATH, mark + "# Plan".encode(encoding))
    assert found.text == "# Plan"
    assert found.blocks[0].start == 2


@pytest.mark.parametrize(
    ("data", "problem"),
    [(b"\x89PNG\r\n\x1a\n\x00\x00", "is not a text file"), (b"", "is empty"), (b" \n\t\n", "is empty")],
)
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes, problem: str) -> None:
    with pytest.raises(DocumentError, match=f"^plan.md: {problem}; .*\\.$"):
        read(PATH, data)


PIECES = st.sampled_from(
    [
        "# ", "##", "- ", "* ", "1. ", "1.1) ", "a) ", "• ", "> ", "    ", "\t", "| a | b |", "|---|---|", "---", "```",
        "**Bold**", "[a](b)", "<br>", "<div>", "</div>", "<li>", "<td>", "<tr>", "<table>", "<h2>A</h2>", "<!--", "-->",
        "{div}", "[^1]: x", "title: x", "We will open", "a hub.", "\\", "  ", "\xa0", "\ufeff", "é",
    ]
)  # fmt: skip
LINES = st.lists(PIECES | st.text(max_size=5), max_size=5).map("".join)
TEXTS = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2028"])).map("".join), max_size=14)


@given(TEXTS.map("".join))
def test_a_block_is_the_text_at_its_offsets(text: str) -> None:
    try:
        found = reading(text)
    except DocumentError:
        return
    seen = masked(found.text)
    for block in found.blocks:
        assert seen[block.start : block.end] == block.text
        assert block.text == block.text.strip() != ""
        for cell in block.cells:
            assert seen[cell.start : cell.end].split() == cell.text.split()


@given(TEXTS.map("".join))
def test_blocks_stand_in_order_and_apart(text: str) -> None:
    try:
        found = blocks(text)
    except DocumentError:
        return
    assert all(first.end <= second.start for first, second in pairwise(found))


@given(TEXTS.map("".join))
def test_lines_are_counted_as_an_editor_counts_them(text: str) -> None:
    try:
        found = reading(text)
    except DocumentError:
        return
    unified = found.text.replace("\r\n", " \n").replace("\r", "\n")
    for block in found.blocks:
        assert block.line == 1 + unified[: block.start].count("\n")


def test_the_title_of_a_tab_heads_what_stands_in_it() -> None:
    found = blocks(
        '# Plan\n\n{% tabs %}\n{% tab title="Autumn \\(2025\\)" %}\n* Open a hub\n{% endtab %}\n{% endtabs %}\n'
    )
    assert [(block.kind, " ".join(block.text.split())) for block in found][1] == (HEADING, "Autumn (2025 )")


def test_lines_that_each_begin_with_bold_words_stand_apart() -> None:
    assert len(blocks("**Action 1** Open a hub\n**Action 2** Mend the wall\n")) == 2
    assert len(blocks("We will **open** a hub\nand **mend** the wall\n")) == 1


def test_signs_that_a_document_may_explain_are_kept_as_the_markers_of_items() -> None:
    assert next(block.marker for block in blocks("○ Open a hub\n\n• Mend the wall\n")) == "○"
