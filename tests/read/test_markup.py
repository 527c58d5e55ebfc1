"""Inline markup is blanked out in place: what is left is what a reader of the page sees, where it stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.read.markup import masked, plain

SEEN = {
    "nothing to hide": ("We will open a hub.", "We will open a hub."),
    "bold words": ("We will **open** a hub.", "We will   open   a hub."),
    "bold and slanted": ("***How?***", "   How?   "),
    "bold inside a word": ("re**built**s", "re  built  s"),
    "bold by lines": ("__We will:__", "  We will:  "),
    "slanted words": ("an *open* hub", "an  open  hub"),
    "a product of numbers": ("5 * 3 and 2*3*4", "5 * 3 and 2*3*4"),
    "stars with space around them": ("this ** or ** that", "this ** or ** that"),
    "a row of stars": ("****", "****"),
    "a name with lines": ("the file strategy_plan_2 here", "the file strategy_plan_2 here"),
    "a link": ("see [the plan](https://example.org/a_(b)).", "see  the plan                            ."),
    "a link around a picture": ("[![alt](a.png)](b)", " " * 18),
    "a link with brackets": ("[the plan [PDF]](p.pdf)", " the plan [PDF]        "),
    "a link by number": ("[the plan][1]", " the plan    "),
    "brackets alone": ("[see below] and [1]", "[see below] and [1]"),
    "a link over a line end": ("[the\nplan](p)", " the\nplan    "),
    "brackets over a paragraph": ("[the\n\nplan](p)", "[the\n\nplan](p)"),
    "brackets over a paragraph on Windows": ("[the\r\n\r\nplan](p)", "[the\r\n\r\nplan](p)"),
    "a footnote": ("done.[^1] Next", "done.     Next"),
    "a raised footnote": ("agreed¹² today", "agreed   today"),
    "square metres": ("9 m² and 5 km² of CO² free", "9 m² and 5 km² of CO² free"),
    "a footnote as HTML": ("agreed.<sup>1</sup>", "agreed." + " " * 12),
    "square metres as HTML": ("5 km<sup>2</sup>", "5 km     2      "),
    "a tag": ("a<br>b</b>", "a    b    "),
    "a tag over lines": ("<a\n  href='x'>hub</a>", " " * 2 + "\n" + " " * 11 + "hub    "),
    "signs of less and more": ("ages <five and >two, p<0.05", "ages <five and >two, p<0.05"),
    "a comment": ("one<!-- two -->three", "one" + " " * 12 + "three"),
    "a comment that does not end": ("one <!-- two", "one <!-- two"),
    "templates": ("{% if x %}{{ y }}{: .z}", " " * 23),
    "an anchor": ("Homes {#homes}", "Homes         "),
    "braces in prose": ("{see below}", "{see below}"),
    "code": ("`open` ``hub``", " open    hub  "),
    "an escape": ("2\\. Open \\*", "2 . Open  *"),
    "a quotation": ("> We will\n> open a hub.", "  We will\n  open a hub."),
    "one quoted line": ("> We will open.", "> We will open."),
}


@pytest.mark.parametrize(("text", "expected"), SEEN.values(), ids=SEEN)
def test_what_a_reader_does_not_see_is_blanked_out(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Business &amp; **Skills**", "Business & Skills"),
        ("[Homes](#h)  \n and roads .", "Homes and roads."),
        ("R&D and AT&T; x&y", "R&D and AT&T; x&y"),
        ("&#8220;Home&#x201d;", "“Home”"),
    ],
)
def test_plain_text_is_what_a_reader_sees_on_one_line(text: str, expected: str) -> None:
    assert plain(text) == expected


MARKS = st.sampled_from(
    ["*", "**", "_", "`", "[", "]", "](", ")", "![", "<a", "<b>", ">", "<!--", "-->", "{:", "}", "\\", "¹", "> ", "\n"]
)
TEXTS = st.lists(MARKS | st.text(max_size=8), max_size=20).map("".join)


@given(TEXTS)
def test_nothing_moves(text: str) -> None:
    found = masked(text)
    assert len(found) == len(text)
    assert all(after in (before, " ") for before, after in zip(text, found, strict=True))


@pytest.mark.parametrize(
    "piece",
    ["[", "![", "[a](", "<a", "<!--", "<http://", "{:", "*", "_", "\\[", "[x [b]", "<sup>1", "> a\n", "<a\n b="],
)
def test_hostile_text_is_read_like_any_other(piece: str) -> None:
    """Each of these took time in proportion to its square or worse with patterns that went back."""
    text = piece * (200_000 // len(piece))
    assert len(masked(text)) == len(text)
