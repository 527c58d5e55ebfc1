"""Roadmaps: what stands under Now, Next and Later is a plan, what stands under Done is done."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extract.truths import KNOWN, expected, found, slugs
from graph.blocks import Span
from graph.extract.cues import table
from graph.extract.items import Word
from graph.extract.layouts.horizons import horizon_of
from graph.extract.layouts.roadmap import sections
from graph.read.markdown import read
from graph.read.text import blocks
from graph.values import Role, Status

if TYPE_CHECKING:
    from graph.extract.items import RawSection

SLUGS = slugs("roadmap")


def plans(text: str) -> list[tuple[str, str]]:
    """When and what of each pledge, or the status in place of when."""
    told: list[tuple[str, str]] = []
    for section in _sections(text):
        words = {number: one.status for one in section.progress for number in one.answers}
        for number, pledge in enumerate(section.pledges):
            when = [span.text for role, span in pledge.beside if role is Role.TIMESCALE]
            word = words.get(number)
            told.append((str(word.status) if word else " ".join(when), " ".join(pledge.span.text.split())))
    return told


def _sections(text: str) -> list[RawSection]:
    marked = any(line.startswith(("#", "|", "**")) for line in text.splitlines())
    return sections(read(Path("map.md"), text.encode()).blocks if marked else blocks(text), KNOWN)


def test_there_are_invented_documents() -> None:
    assert len(SLUGS) >= 2


@pytest.mark.parametrize("slug", SLUGS)
def test_every_plan_of_an_invented_document_is_found(slug: str) -> None:
    told, truth = found(slug, sections), expected(slug)
    assert [one["text"] for one in told] == [one["text"] for one in truth]
    for key in ("timescale", "stated"):
        assert [one[key] for one in told] == [one[key] for one in truth]


def test_brackets_at_the_end_say_who_and_by_when() -> None:
    (section,) = _sections(
        "# Roadmap\n\n## Now\n\n- Open a hub (Lead: Moor Trust; by May 2026)\n\n## Next\n\n- An app (beta)"
    )
    assert [(one.span.text, [(role, span.text) for role, span in one.beside]) for one in section.pledges] == [
        ("Open a hub", [(Role.OWNER, "Moor Trust"), (Role.TIMESCALE, "May 2026")]),
        ("An app (beta)", [(Role.TIMESCALE, "Next")]),
    ]


def under(now: str) -> str:
    return f"# Roadmap\n\n## Homes\n\n### Now\n\n{now}\n\n### Next\n\n- A map\n\n### Later\n\n- An app\n"


UNDER = {
    "a bullet": ("- We’re moving 43 more sites.", ["We’re moving 43 more sites."]),
    "a bullet without a verb": ("- Faster pages", ["Faster pages"]),
    "a bullet of what is over": ("- We have moved 43 sites.", []),
    "a bullet with more below it": ("- Faster pages\n  - for schools\n  - for towns", ["Faster pages"]),
    "sentences": (
        "We are making it faster. Most people wait for a minute. We will also test it. This will help.",
        ["We are making it faster.", "We will also test it."],
    ),
    "sentences that open with something else": (
        "Based on our tests, we're adding checks.",
        ["Based on our tests, we're adding checks."],
    ),
    "what only explains": ("We will do this with our tool. You can see it. For example, we will ask.", []),
    "a list of nouns": ("We are working with schools in:\n\n- Sendon\n- Harle", ["We are working with schools in"]),
    "a list of acts": ("We will:\n\n- open a hub\n- close it", ["open a hub", "close it"]),
    "a list of what is being done": ("We are:\n\n- opening a hub\n- closing it", ["opening a hub", "closing it"]),
    "a list of something else": ("These include:\n\n- costs\n- delays", []),
    "a title above a plan": ("#### Speed\n\nWe are making it faster.", ["We are making it faster."]),
    "a title above an explanation": ("#### Faster pages\n\nPeople wait for a minute.", ["Faster pages"]),
    "titles alone": ("#### Faster pages\n\n#### Better search", ["Faster pages", "Better search"]),
    "lines alone": ("Faster pages\n\nBetter search", ["Faster pages", "Better search"]),
}


@pytest.mark.parametrize(("now", "told"), UNDER.values(), ids=UNDER)
def test_under_a_horizon_plans_are_told_from_explanations(now: str, told: list[str]) -> None:
    *first, second, third = plans(under(now))
    assert first == [("Now", words) for words in told]
    assert (second, third) == (("Next", "A map"), ("Later", "An app"))


SCHEMES = {
    "terms": ("Short term (2025)", "Medium term (2026–28)", "Long term"),
    "years": ("Year 1", "Years 2 to 3", "Year 4"),
    "months": ("0–6 months", "6–12 months", "12+ months"),
    "quarters": ("Q1 2025", "Q2 2025", "Q3 2025"),
    "places in line": ("Working on now", "Coming up", "Future"),
    "with remarks": ("Now: what we do", "Next – by May", "Later (some day)"),
    "as a service writes": ("What we're working on", "Up next", "What we’re exploring"),
}


@pytest.mark.parametrize("horizons", SCHEMES.values(), ids=SCHEMES)
@pytest.mark.parametrize("form", ["## {}\n\n- {}\n\n", "**{}**\n\n- {}\n\n", "{}\n\n- {}\n\n"])
def test_horizons_have_many_names(horizons: tuple[str, ...], form: str) -> None:
    items = ["Open a hub", "Train all staff", "Close the depot"]
    text = "".join(form.format(*one) for one in zip(horizons, items, strict=True))
    assert plans(text) == list(zip(horizons, items, strict=True))


def test_dates_are_horizons_only_of_a_document_that_says_it_is_a_plan() -> None:
    text = "# {}\n\n## By March 2026\n\n- Open a hub\n\n## 2027/28\n\n- Close it\n"
    assert plans(text.format("Delivery plan")) == [("By March 2026", "Open a hub"), ("2027/28", "Close it")]
    assert plans(text.format("Our history")) == []


def test_what_is_done_has_a_status_and_no_date() -> None:
    text = under("- Faster pages") + "\n### Recently completed\n\n- Sign-in\n\nWe built a search in May. It is fast.\n"
    assert plans(text)[3:] == [("Achieved", "Sign-in"), ("Achieved", "We built a search in May.")]


def test_what_is_in_progress_has_a_status_and_a_date() -> None:
    text = under("- Faster pages").replace("### Now", "### In progress")
    (section,) = _sections(text)
    (answer,) = section.progress
    assert (answer.span.text, answer.answers) == ("In progress", (0,))
    assert answer.status == Word("In progress", Status.IN_PROGRESS)
    assert section.pledges[0].beside[0][1].text == "In progress"


def test_quarters_under_done_are_done() -> None:
    text = under("- Faster pages") + "\n### Done\n\n#### Q1 2025\n\n- Sign-in\n\n#### Q2 2025\n\n- Search\n"
    assert plans(text)[3:] == [("Achieved", "Sign-in"), ("Achieved", "Search")]


def test_a_horizon_may_stand_in_a_column() -> None:
    rows = "| Area | Now | Later |\n|---|---|---|\n| Homes | Repairs<br>Text reminders | |\n| Parks | | - A map |\n"
    text = f"# Roadmap\n\n{rows}"
    assert plans(text) == [("Now", "Repairs"), ("Now", "Text reminders"), ("Later", "A map")]
    assert [section.heading for section in _sections(text)] == [("Homes",), ("Parks",)]


def test_a_table_of_pledges_with_quarters_of_progress_is_no_roadmap() -> None:
    assert plans("| Action | Q1 | Q2 |\n|---|---|---|\n| Open a hub | Begun. | Opened. |\n") == []


def test_the_theme_is_what_stands_above_or_within() -> None:
    assert [section.heading for section in _sections(under("- A hub"))] == [("Homes",)]
    text = "# Roadmap\n\n## Now\n\n### Homes\n\n- A hub\n\n### Roads\n\n- A lane\n\n## Later\n\n- An app\n"
    assert [section.heading for section in _sections(text)] == [("Homes",), ("Roads",), ()]


NONE = {
    "statuses alone": "# Plan\n\n## Completed\n\n- A hub\n\n## In progress\n\n- A lane\n",
    "one horizon": "# Plan\n\n## Now\n\n- A hub\n\n- A lane\n",
    "next steps": "# Plan\n\n## Next steps\n\n- Open a hub\n\n## Later life\n\n- Train staff\n",
    "prose that promises more": (
        "# Plan\n\nWe will open a hub. We will close a depot. We will train staff.\n\n"
        "## Short term\n\n- A map\n\n## Long term\n\n- An app\n"
    ),
    "school years": "# Schools\n\n## Year 7\n\nPupils settle in.\n\n## Year 11\n\nPupils choose.\n",
    "nothing": "",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_other_documents_are_no_roadmaps(text: str) -> None:
    assert plans(text) == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Now", "now"),
        ("NEXT:", "next"),
        ("Short-term actions", "short term"),
        ("2. Later", "later"),
        ("Recently shipped", "recently shipped"),
        ("Next steps", None),
        ("Now is the time", None),
        ("January 2025", None),
        ("", None),
    ],
)
def test_a_line_is_a_horizon_as_a_whole(line: str, words: str | None) -> None:
    horizon = horizon_of(Span(line, 0, len(line), 1), dated=True)
    assert (horizon and horizon.words) == words


@pytest.mark.parametrize("name", ["ahead", "in_progress", "done", "about"])
def test_lists_of_words_are_lower_case_and_hold_each_word_once(name: str) -> None:
    words = table("roadmap")[name]
    assert words == [word.lower() for word in words]
    assert len(words) == len(set(words))


def test_no_horizon_means_two_things() -> None:
    lists = [set(table("roadmap")[name]) for name in ("ahead", "in_progress", "done")]
    assert sum(map(len, lists)) == len(set().union(*lists))
