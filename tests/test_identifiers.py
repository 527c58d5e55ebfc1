"""An address is made from a thing's own words: order, neighbours, runs and processes make no difference."""

from __future__ import annotations

import doctest
import importlib
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.extract.document import extract
from graph.extract.known import Known
from graph.extract.names.mentions import Names
from graph.extract.outline import outline
from graph.identifiers import fingerprint, iri, mint, mint_from_text, slug
from graph.model import Document

if TYPE_CHECKING:
    from random import Random

TOP = Path(__file__).resolve().parents[1]
MODULES = sorted(
    ".".join(path.relative_to(TOP).with_suffix("").parts).removesuffix(".__init__")
    for path in (TOP / "graph").rglob("*.py")
)
BASE = "https://example.org/c/"

# Devon's whole graph, in the order in which it is made.
PRINT_DEVON = """
from graph.assemble import assemble
from graph.build import DEVON
from graph.read.manifest import read_folder
from graph.triples import graph_quads
for quad in graph_quads(assemble(read_folder(DEVON))):
    print(ascii(str(quad)))
"""

WORDS = st.sampled_from(["Open", "Mend", "the", "hub", "pier", "of", "our", "for", "town", "and", "boats"])
SENTENCES = st.lists(WORDS, min_size=1, max_size=12).map(lambda words: f"Plan {' '.join(words)}.")
PLEDGES = st.lists(SENTENCES, min_size=1, max_size=6)


def addresses(*sections: list[str], mark: str = "-") -> set[str]:
    """The addresses of all pledges of a document with these sections; `#` as a mark numbers them."""
    text = ""
    for number, pledges in enumerate(sections):
        marks = [mark.replace("#", str(place)) for place, _ in enumerate(pledges, start=1)]
        listed = "".join(f"{one} {words}\n" for one, words in zip(marks, pledges, strict=True))
        text += f"Theme {number}\nWe said\n{listed}We did\n- It was done.\n"
    document = Document(
        iri("https://example.org/review"), "review.txt", "Review", text, "", states=iri("https://example.org/plan")
    )
    found = [
        one.iri
        for section in extract(document, outline(document, Known.of({})), Names.of([]))
        for one in section.commitments
    ]
    assert len(found) == len(set(found)) == sum(map(len, sections))
    return set(found)


@given(PLEDGES, st.randoms(use_true_random=False), PLEDGES)
def test_addresses_survive_another_order(pledges: list[str], random: Random, others: list[str]) -> None:
    shuffled = random.sample(pledges, len(pledges))
    assert addresses(pledges, others) == addresses(shuffled, others)


@given(PLEDGES, PLEDGES, st.integers(0, 6))
def test_addresses_survive_the_insertion_of_other_pledges(pledges: list[str], more: list[str], place: int) -> None:
    assert addresses(pledges) <= addresses([*pledges[:place], *more, *pledges[place:]])


def test_addresses_survive_another_number() -> None:
    """Insertion renumbers the pledges that follow; their words stay."""
    assert addresses(["Mend the pier."], mark="#.") <= addresses(["Open a hub.", "Mend the pier."], mark="#.")


@given(PLEDGES, PLEDGES)
def test_addresses_survive_a_section_more(pledges: list[str], others: list[str]) -> None:
    assert addresses(pledges) <= addresses(pledges, others)


def test_two_processes_make_the_same_graph_byte_for_byte() -> None:
    first, second = (
        subprocess.run(
            [sys.executable, "-c", PRINT_DEVON],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(TOP)},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    )
    assert first == second
    assert len(first.splitlines()) > 1000


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_in_the_code_are_true(module: str) -> None:
    assert doctest.testmod(importlib.import_module(module)).failed == 0


def test_there_are_examples_in_the_code() -> None:
    assert sum(doctest.testmod(importlib.import_module(module)).attempted for module in MODULES) >= 10


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Review the statement of purpose.", "review-the-statement-of-purpose"),
        ("Children’s café – 52-week care", "childrens-cafe-52-week-care"),
        ("one two three four five six seven eight nine", "one-two-three-four-five-six-seven-eight"),
        ("儿童", ""),
        ("", ""),
    ],
)
def test_a_slug_is_the_first_words_in_safe_letters(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text())
def test_a_slug_is_safe_in_any_address(text: str) -> None:
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(slug(text)) <= 80


@given(st.text(), st.text())
def test_any_text_has_an_address_of_its_own(one: str, other: str) -> None:
    same = one.split() == other.split()
    assert (mint_from_text(BASE, one) == mint_from_text(BASE, other)) == same


def test_the_same_words_in_another_context_have_another_address() -> None:
    assert mint_from_text(BASE, "Open a hub.", "North") != mint_from_text(BASE, "Open a hub.", "South")
    assert fingerprint("ab", "c") != fingerprint("a", "bc")


def test_empty_segments_leave_no_double_slash() -> None:
    assert mint(BASE, "a", "", "b") == BASE + "a/b"


@pytest.mark.parametrize("text", ["", "steps", "/steps", "https:", "https://a b", "https://a/<b>", "https://a\n"])
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not an absolute IRI"):
        iri(text)
