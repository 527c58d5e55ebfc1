"""A document's text with its marks: nothing is added, nothing is lost, and every passage can be found."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from graph.read.lines import Lines
from graph.show.site.marked import DEEPEST, Mark, Tag, as_shown, marked

KINDS = ("Commitment", "ProgressStatement", "Outcome")
OWN = Tag("Pledge", "Pledge, “new” <b>", "x")
OTHER = Tag("→ pledge", "→ pledge that it answers: “<i>”", "y")
LETTERS = st.text(alphabet=st.sampled_from("ab <>&\"'\n\t{}é\U0001f469\u202e\x1b\x00\r\u2028"), min_size=1, max_size=60)


@st.composite
def texts_with_marks(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(LETTERS)
    marks = []
    for _ in range(draw(st.integers(0, 14))):
        start = draw(st.integers(0, len(text) - 1))
        end = draw(st.integers(start + 1, len(text)))
        marks.append(Mark(start, end, draw(st.sampled_from(KINDS)), draw(st.sampled_from([(), (OWN,), (OWN, OTHER)]))))
    return text, marks


def parsed(text: str, marks: list[Mark]) -> Any:
    return read(f"<div id=text>{marked(text, marks)}</div>").css_first("#text")


def read(html: str) -> Any:
    return LexborHTMLParser(f"<!doctype html>{html}")


def covered(html: Any) -> list[tuple[str, list[str]]]:
    """Each piece of text with the classes of the marks that it stands in, the outermost first."""
    pieces: list[tuple[str, list[str]]] = []
    opened: list[str] = []
    for piece in re.findall(r"<[^>]*>|[^<]+", html.html):
        if piece.startswith("<mark"):
            opened.append(re.search('class="(.*?)"', piece)[1])  # type: ignore[index]
        elif piece == "</mark>":
            opened.pop()
        elif not piece.startswith("<"):
            pieces.append((piece, [*opened]))
    return pieces


@given(texts_with_marks())
def test_the_text_of_the_page_is_the_text_of_the_document(drawn: tuple[str, list[Mark]]) -> None:
    text, marks = drawn
    assert len(as_shown(text)) == len(text)
    assert parsed(text, marks).text() == as_shown(text)


@given(texts_with_marks())
def test_every_passage_is_found_at_its_first_character(drawn: tuple[str, list[Mark]]) -> None:
    text, marks = drawn
    html = parsed(text, marks)
    ids = [one.attributes["id"] for one in html.css("[id]") if one.attributes["id"].startswith("at-")]
    assert sorted(ids) == sorted({f"at-{one.start}" for one in marks})
    raw = str(marked(text, marks))
    for one in marks:
        before = re.split(f'<(?:mark|span)[^>]* id="at-{one.start}"', raw)[0]
        assert read(f"<p id=b>{before}").css_first("#b").text() == as_shown(text)[: one.start]


@given(texts_with_marks())
def test_marks_nest_and_cover_what_they_mark(drawn: tuple[str, list[Mark]]) -> None:
    text, marks = drawn
    html = parsed(text, marks)
    assert html.html.count("<mark") == html.html.count("</mark>")
    place = 0
    for piece, kinds in covered(html):
        length = len(read(f"<p id=b>{piece}").css_first("#b").text()) if piece else 0
        here = [one for one in marks if one.start <= place and place + length <= one.end]
        assert len(kinds) <= DEEPEST
        # Where a mark begins too deep, it has none, also where those above it have ended.
        if all(sum(one.start <= this.start < one.end for one in marks) <= DEEPEST for this in here):
            assert sorted(kinds) == sorted(one.kind for one in here)
        place += length


@given(texts_with_marks())
def test_each_mark_has_its_links_whose_words_are_no_part_of_the_text(drawn: tuple[str, list[Mark]]) -> None:
    text, marks = drawn
    links = parsed(text, marks).css("a")
    told = [(one.attributes["data-word"], one.attributes["aria-label"], one.attributes["href"]) for one in links]
    assert sorted(told) == sorted((tag.word, tag.label, tag.href) for one in marks for tag in one.tags)
    assert all(one.text() == "" for one in links)
    assert not parsed(text, marks).css("a a")


def test_nothing_of_a_document_acts() -> None:
    text = "<script>alert(1)</script>\x1b[31m\u202e{{ 7 * 7 }}"
    html = parsed(text, [Mark(3, 12, "Outcome", (Tag('" onmouseover="x', '" onmouseover="x', "#"),))])
    assert not html.css("script, [onmouseover]")
    assert html.text() == "<script>alert(1)</script>\ufffd[31m\ufffd{{ 7 * 7 }}"


@given(texts_with_marks())
def test_each_line_begins_with_its_number_for_who_can_see_it(drawn: tuple[str, list[Mark]]) -> None:
    text, marks = drawn
    raw = str(marked(text, marks))
    for number, (start, end) in enumerate(Lines(text).spans(), start=1):
        parts = raw.split(f'<i id="line-{number}" data-line="{number}" aria-hidden="true"></i>')
        assert len(parts) == (2 if end > start else 1)
        if end > start:
            assert read(f"<p id=b>{parts[0]}").css_first("#b").text() == as_shown(text)[:start]


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\u2028", "\x85", "\x0c"])
def test_lines_end_where_the_document_ends_them(ending: str) -> None:
    assert parsed(f"one{ending}two", []).text().split() == ["one", "two"]
    assert "\n" in parsed(f"one{ending}two", []).text()


def test_the_marks_of_a_text_grow_with_their_number_even_where_all_overlap() -> None:
    def size(count: int) -> int:
        return len(marked("x" * 2 * count, [Mark(n, n + count, "Commitment", (OWN,)) for n in range(count)]))

    assert size(2000) < 2.5 * size(1000)
