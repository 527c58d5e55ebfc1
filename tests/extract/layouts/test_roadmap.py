"""Roadmaps: what stands under Now, Next and Later is a plan, what stands under Done is done."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extract.truths import KNOWN, expected, found, slugs
from graph.blocks import Span
from graph.extract.cues import table
from graph.extract.items import Word
from graph.extract.layouts.roadmap import sections
from graph.extract.planning.horizons import horizon_of
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
    "places in line": ("Now", "Coming up", "Future"),
    "with remarks": ("Now: what we do", "Next – by May", "Later (some day)"),
    "as a service writes": ("At the moment", "Up next", "What we’re exploring"),
    "aims of years": ("2026 targets:", "2030 targets:", "2035 goals"),
}


@pytest.mark.parametrize("horizons", SCHEMES.values(), ids=SCHEMES)
@pytest.mark.parametrize("form", ["## {}\n\n- {}\n\n", "**{}**\n\n- {}\n\n", "{}\n\n- {}\n\n"])
def test_horizons_have_many_names(horizons: tuple[str, ...], form: str) -> None:
    items = ["Open a hub", "Train all staff", "Close the depot"]
    text = "".join(form.format(*one) for one in zip(horizons, items, strict=True))
    when = [re.sub(r" (?:targets|goals):?$", "", horizon) for horizon in horizons]
    assert plans(text) == list(zip(when, items, strict=True))


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
    answer = section.progress[0]
    assert (answer.span.text, answer.answers) == ("In progress", (0,))
    assert answer.status == Word("In progress", Status.IN_PROGRESS)
    assert section.pledges[0].beside[0][1].text == "In progress"


def test_in_a_roadmap_that_reports_what_is_planned_is_not_assessed_in_its_own_word() -> None:
    (section,) = _sections(under("- Faster pages") + "\n### Recently completed\n\n- Sign-in\n")
    assert [one.status for one in section.progress] == [
        Word("Now", Status.IN_PROGRESS),
        Word("Next", Status.NOT_ASSESSED),
        Word("Later", Status.NOT_ASSESSED),
        Word("Recently completed", Status.ACHIEVED),
    ]


def test_a_roadmap_that_only_says_when_reports_nothing() -> None:
    (section,) = _sections(under("- Faster pages"))
    assert section.progress == []


@pytest.mark.parametrize(
    ("key", "status"),
    [("a team is at work on it", Status.IN_PROGRESS), ("we mean to start in spring; it has yet to begin", None)],
)
def test_the_key_says_what_now_means(key: str, status: Status | None) -> None:
    text = under("- Faster pages").replace("## Homes", f"Now: {key}.\n\nLater: the order may change.\n\n## Homes")
    (section,) = _sections(text)
    assert section.pledges[0].span.text == "Faster pages"
    assert [one.status and one.status.status for one in section.progress[:1]] == ([status] if status else [])


@pytest.mark.parametrize("heading", ["Working on now", "In discovery", "What we’re building", "In beta"])
def test_words_for_what_is_under_way_are_a_status(heading: str) -> None:
    assert plans(under("- Faster pages").replace("### Now", f"### {heading}"))[0] == ("InProgress", "Faster pages")


def test_quarters_under_done_are_done() -> None:
    text = under("- Faster pages") + "\n### Done\n\n#### Q1 2025\n\n- Sign-in\n\n#### Q2 2025\n\n- Search\n"
    assert plans(text)[3:] == [("Achieved", "Sign-in"), ("Achieved", "Search")]


def test_a_horizon_may_stand_in_a_column() -> None:
    rows = "| Area | Now | Later |\n|---|---|---|\n| Homes | Repairs<br>Text reminders | |\n| Parks | | - A map |\n"
    text = f"# Roadmap\n\n{rows}"
    assert plans(text) == [("Now", "Repairs"), ("Now", "Text reminders"), ("Later", "A map")]
    assert [section.heading for section in _sections(text)] == [("Homes",), ("Parks",)]


def test_a_cell_lists_its_items_with_what_their_labels_say() -> None:
    rows = (
        "| Now<br>March to May | Next<br>June to August |\n|---|---|\n| For riders | For riders |\n"
        "| Repairs<br>Team: Tracks<br>Text reminders | A map<br>Team: Data |\n"
    )
    told = [
        (section.heading, one.span.text, [(role, span.text) for role, span in one.beside])
        for section in _sections(f"# Roadmap\n\n{rows}")
        for one in section.pledges
    ]
    assert told == [
        (("For riders",), "Repairs", [(Role.OWNER, "Tracks"), (Role.TIMESCALE, "March to May")]),
        (("For riders",), "Text reminders", [(Role.TIMESCALE, "March to May")]),
        (("For riders",), "A map", [(Role.OWNER, "Data"), (Role.TIMESCALE, "June to August")]),
    ]


def test_a_table_with_quarters_below_the_head_of_its_actions_is_no_roadmap() -> None:
    rows = "| Action | Progress | Progress |\n|---|---|---|\n| | Q2 | Q4 |\n| Open a hub | Begun. | Opened. |\n"
    assert plans(rows) == []


def test_lists_of_what_will_have_begun_or_ended_are_plans_and_lines_that_name_groups_are_none() -> None:
    text = "# Roadmap\n\n" + "".join(
        f"## Quarter {number} 2027\n\nBy then work will have {done}:\n\nThe following parts of the Tide Plan:\n\n"
        f"* Gauge {number} set up\n* The following parts of the Moor Plan\n* Survey\n\n"
        for number, done in ((1, "started on"), (2, "finished on"))
    )
    assert plans(text) == [
        ("Quarter 1 2027", "Gauge 1 set up"),
        ("Quarter 1 2027", "Survey"),
        ("Quarter 2 2027", "Gauge 2 set up"),
        ("Quarter 2 2027", "Survey"),
    ]


def test_paragraphs_may_begin_with_when() -> None:
    text = (
        "# Working with others\n\n**2026**: Publish a handbook. It may help many.\n\n"
        "**2027**: Two trusts are talking. Develop a checklist.\n\n**2028: Set up** a panel through these steps:\n\n"
        "1. **Purpose**\n   - Agree its rules.\n2. **Members**\n   - Choose six members.\n"
    )
    assert [(when, " ".join(what.split())) for when, what in plans(text)] == [
        ("2026", "Publish a handbook."),
        ("2027", "Develop a checklist."),
        ("2028", "Set up a panel through these steps"),
        ("2028", "Agree its rules."),
        ("2028", "Choose six members."),
    ]


def test_after_words_for_a_place_in_line_short_parts_are_what_is_planned() -> None:
    text = (
        "# Where we are\n\n**Shipped:** a calendar; reports with a photo.\n\n**Up next:** Pay by text.\n\n"
        "**Later:** a map of works.\n"
    )
    assert plans(text) == [
        ("Achieved", "a calendar"),
        ("Achieved", "reports with a photo."),
        ("NotAssessed", "Pay by text."),
        ("NotAssessed", "a map of works."),
    ]


def test_dates_are_horizons_where_what_is_listed_under_them_is_to_be_done() -> None:
    text = "# Our health\n\n## 2026\n\n- Open a clinic\n- Recruit staff\n\n## 2027 onwards\n\n- Build a garden\n"
    assert plans(text) == [("2026", "Open a clinic"), ("2026", "Recruit staff"), ("2027 onwards", "Build a garden")]
    assert plans(text.replace("Open", "Opened").replace("Recruit ", "Recruited ").replace("Build", "Built")) == []


def test_titles_above_lists_of_aims_are_themes() -> None:
    text = "# Aims\n\n" + "".join(
        f"**{theme}**\n\n2030 targets:\n\n- Plant {theme}\n\n2035 targets:\n\n- Double {theme}\n\n"
        for theme in ("Oaks", "Reeds")
    )
    assert plans(text) == [
        ("2030", "Plant Oaks"),
        ("2035", "Double Oaks"),
        ("2030", "Plant Reeds"),
        ("2035", "Double Reeds"),
    ]
    assert [section.heading for section in _sections(text)] == [("Aims", "Oaks"), ("Aims", "Reeds")]


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
    "a history": "# Us\n\n**1998**: The trust was founded.\n\n**2004**: It opened a hub.\n\n**2011**: It closed.\n",
    "a history that goes on": (
        "# Bridge\n\n**2019**: It was agreed.\n\n**2020**: Work started in March. It was stopped.\n\n"
        "**2022**: It opened.\n\n**Next:** we are thinking about lamps.\n"
    ),
    "reports of years": "# Us\n\n2023 achievements:\n\n- A hub\n\n2024 achievements:\n\n- A lane\n",
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


@pytest.mark.parametrize("name", ["now", "ahead", "in_progress", "done", "about", "aims"])
def test_lists_of_words_are_lower_case_and_hold_each_word_once(name: str) -> None:
    words = table("roadmap")[name]
    assert words == [word.lower() for word in words]
    assert len(words) == len(set(words))


def test_no_horizon_means_two_things() -> None:
    lists = [set(table("roadmap")[name]) for name in ("now", "ahead", "in_progress", "done")]
    assert sum(map(len, lists)) == len(set().union(*lists))


def test_pictures_before_the_words_of_a_horizon_do_not_hide_it() -> None:
    told = plans("# Roadmap\n\n### 🚀 Shipped\n\n- Card payments\n\n### 🔭 Exploring\n\n- A single record\n")
    assert told == [("Achieved", "Card payments"), ("NotAssessed", "A single record")]


def test_the_dates_of_a_phase_are_its_time() -> None:
    text = "# Roadmap\n\n## Phase 1: Start (2024–25)\n\n- Open a hub\n\n## Phase 2 (2026)\n\n- Open two more\n"
    assert [when for when, _ in plans(text)] == ["2024–25", "2026"]
