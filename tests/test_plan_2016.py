"""The 2016 plan, read as any plan in prose is, against one careful reading (`seeds/devon/plan-2016.toml`)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from graph.extract.known import Known
from graph.extract.layouts.prose import aims, sections
from graph.read.markup import plain
from graph.read.text import blocks
from graph.values import Strength

DEVON = Path(__file__).parents[1] / "seeds" / "devon"
TEXT = (DEVON / "documents" / "004_e70acb2369cb48b2.txt").read_text("utf-8")
TRUTH: dict[str, Any] = tomllib.loads((DEVON / "plan-2016.toml").read_text("utf-8"))
PLEDGES = {one["text"]: one for one in TRUTH["pledge"]}
SHIFTS = [
    "a strengthening of our Early Help system",
    "locality based model",
    "an integration of services",
    "bespoke and personalised services",
    "asset or strengths-based practice",
]


def flat(text: str) -> str:
    return " ".join(plain(text).split())


SECTIONS = sections(blocks(TEXT), Known.of({}))
FOUND = {
    flat(TEXT[one.span.start : one.span.end]): (one, section.heading) for section in SECTIONS for one in section.pledges
}
TRUE = {flat(text): one for text, one in PLEDGES.items()}


def test_the_truth_quotes_the_plan() -> None:
    text = flat(TEXT)
    assert [one["text"] for one in (*TRUTH["pledge"], *TRUTH["aim"]) if flat(one["text"]) not in text] == []


def test_the_firm_pledges_are_found() -> None:
    firm = {text for text, one in TRUE.items() if one["strength"] == "Firm"}
    assert len(firm & FOUND.keys()) >= 0.9 * len(firm)


def test_what_is_found_is_pledged() -> None:
    assert len(TRUE.keys() & FOUND.keys()) >= 0.85 * len(FOUND)


def test_every_strength_is_found() -> None:
    for strength in Strength:
        true = {text for text, one in TRUE.items() if one["strength"] == strength}
        assert len(true & FOUND.keys()) >= 0.85 * len(true)


@pytest.mark.parametrize("text", TRUE.keys() & FOUND.keys())
def test_a_pledge_has_its_paragraph_and_its_strength(text: str) -> None:
    pledge, _ = FOUND[text]
    assert (pledge.reference, pledge.strength) == (TRUE[text]["reference"], TRUE[text]["strength"])


def test_the_five_key_shifts_are_themes() -> None:
    themes = dict.fromkeys(section.heading[-1] for section in SECTIONS)
    assert [one for one in themes if one in SHIFTS] == SHIFTS


@pytest.mark.parametrize("text", TRUE.keys() & FOUND.keys())
def test_a_pledge_stands_under_its_shift(text: str) -> None:
    _, heading = FOUND[text]
    assert [one for one in heading if one in SHIFTS] == [one for one in TRUE[text]["theme"] if one in SHIFTS]


def test_no_progress_is_claimed() -> None:
    assert [section.progress for section in SECTIONS if section.progress] == []


def test_stated_aims_are_found() -> None:
    found = {flat(span.text) for _, span in aims(blocks(TEXT))}
    assert found == {flat(one["text"]) for one in TRUTH["aim"]}
