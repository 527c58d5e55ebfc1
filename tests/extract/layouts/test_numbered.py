"""Numbered actions and recommendations are found where the document makes them, and numbered prose is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from extract.truths import KNOWN, expected, found, slugs
from graph.blocks import Block, BlockKind
from graph.extract.cues import table
from graph.extract.layouts.numbered import sections
from graph.extract.numbering.numbers import number_of
from graph.extract.numbering.wording import heads_actions, is_act, names_body
from graph.extract.running.leadins import lead_in
from graph.read.markdown import read
from graph.read.text import blocks
from graph.values import Role

if TYPE_CHECKING:
    from graph.extract.items import RawPledge, RawSection

SLUGS = slugs("numbered")


def pledges(text: str) -> list[RawPledge]:
    return [pledge for section in _sections(text) for pledge in section.pledges]


def texts(text: str) -> list[tuple[str, str]]:
    """Reference and words of each pledge."""
    return [(one.reference, " ".join(one.span.text.split())) for one in pledges(text)]


def themes(text: str) -> list[tuple[str, ...]]:
    return [section.heading for section in _sections(text)]


def _sections(text: str) -> list[RawSection]:
    marked = any(line.startswith("#") for line in text.splitlines())
    return sections(read(Path("plan.md"), text.encode()).blocks if marked else blocks(text), KNOWN)


def test_there_are_invented_documents() -> None:
    assert len(SLUGS) >= 5


@pytest.mark.parametrize("slug", SLUGS)
def test_every_pledge_of_an_invented_document_is_found(slug: str) -> None:
    told = found(slug, sections)
    truth = expected(slug)
    assert [one["partners"] for one in told] == [one["partners"] for one in truth]
    for one, true in zip(told, truth, strict=True):
        assert one["reference"].endswith(true["reference"])
        assert true["timescale"].endswith(one["timescale"])
    for one, true in zip(told, truth, strict=True):
        assert one["progress"] == []
        assert all(name in " ".join(one["owners"]) for name in true["owners"])
        assert bool(one["owners"]) == bool(true["owners"])


EXPLICIT = {
    "in headings": (
        "## Action 01: Open a hub\n\nText.\n\n## Action 02: Close it",
        [("Action 01", "Open a hub"), ("Action 02", "Close it")],
    ),
    "with a dash": ("## Commitment 3 - Open a hub", [("Commitment 3", "Open a hub")]),
    "without a sign": ("## Action 4 Open a hub", [("Action 4", "Open a hub")]),
    "in lines": (
        "Action 1: Open a hub.\n\nAction 2: Close it.",
        [("Action 1", "Open a hub."), ("Action 2", "Close it.")],
    ),
    "in bold": (
        "# Plan\n\n**Action 1:** Open a hub.\n\n**Action 2:** Close it.",
        [("Action 1", "Open a hub."), ("Action 2", "Close it.")],
    ),
    "in bullets": (
        "# Plan\n\n- Pledge 1. Open a hub\n- Pledge 2. Close it",
        [("Pledge 1", "Open a hub"), ("Pledge 2", "Close it")],
    ),
    "with a quality": ("## Key action 2.1: Open a hub", [("Key action 2.1", "Open a hub")]),
    "with letters": ("## Action H1a: Open a hub", [("Action H1a", "Open a hub")]),
    "as words": ("## Recommendation Two: Open a hub", [("Recommendation Two", "Open a hub")]),
    "alone above their text": (
        "Recommendation 7\n\nThe board should open a hub.\n\nIt was asked for.\n\nRecommendation 8\n\n"
        "That it closes one.",
        [("Recommendation 7", "The board should open a hub."), ("Recommendation 8", "That it closes one.")],
    ),
    "alone above a remark": (
        "## Recommendation 7\n\n(Paragraph 45)\n\nOpen a hub.",
        [("Recommendation 7", "Open a hub.")],
    ),
    "alone above a heading": ("## Recommendation 7\n\n### Open a hub\n\nText.", [("Recommendation 7", "Open a hub")]),
    "alone above a list": (
        "## Recommendation 7\n\nThe board should:\n\n- open a hub\n- close another\n\nText.",
        [("Recommendation 7", "open a hub"), ("Recommendation 7", "close another")],
    ),
    "after their text": (
        "The Director should open a hub. (Recommendation 1)\n\nThe Director should close it. (Recommendation 2)",
        [
            ("Recommendation 1", "The Director should open a hub."),
            ("Recommendation 2", "The Director should close it."),
        ],
    ),
    "as titles of what is promised": (
        "## Action 1: Hubs\n\nWe will open a hub.\n\n## Action 2: Staff\n\nWe will train staff.",
        [("Action 1", "We will open a hub."), ("Action 2", "We will train staff.")],
    ),
    "listed in the contents too": (
        "Contents\n\nAction 1: Open a hub ........ 3\nAction 2: Train staff ........ 4\n\nAction 1: Open a hub\n\n"
        "Text.\n\nAction 2: Train staff\n\nText.",
        [("Action 1", "Open a hub"), ("Action 2", "Train staff")],
    ),
    "said in a summary too": (
        "# Review\n## Summary\n\n- Recommendation 1: Open it\n- Recommendation 2: Close it\n\n## Homes\n\n"
        "- Recommendation 1: Open it\n",
        [("Recommendation 2", "Close it"), ("Recommendation 1", "Open it")],
    ),
}


@pytest.mark.parametrize(("text", "expected_texts"), EXPLICIT.values(), ids=EXPLICIT)
def test_a_word_before_a_number_makes_it_a_pledge(text: str, expected_texts: list[tuple[str, str]]) -> None:
    assert texts(text) == expected_texts


BARE = {
    "under a heading of actions": (
        "# Plan\n## Next steps\n\n1.1) We will open a hub.\n\n1.2) A fund will be set up.\n\n"
        "1.3) Hubs are popular.\n\n1.4) Train staff.",
        ["1.1", "1.2", "1.4"],
    ),
    "by what they do": ("Homes\n\n1.1 Build 60 homes\n1.2 Repair 20 roofs\n1.3 Open a hub\n", ["1.1", "1.2", "1.3"]),
    "as a list of recommendations": (
        "# Review\n## Recommendations\n\n1. The board should open a hub.\n2. Staff should be trained.\n"
        "3. A fund is needed.\n4. Close it.",
        ["1", "2", "4"],
    ),
    "with letters": (
        "# Review\n## Recommendations\n\nR1. The board should open a hub.\n\nR2. Train staff.\n\n"
        "R3. That a fund is set up.",
        ["R1", "R2", "R3"],
    ),
    "counting on under several headings": (
        "# Plan\nWe make 4 commitments.\n\n## Homes\n\nBuilding better homes, through:\n\n1. Building more\n"
        "2. Repairing roofs\n\n"
        "## Roads\n\nThe roads were chosen for these reasons:\n\n1. They are old\n\n"
        "Making better roads, through:\n\n3. Mending bridges\n4. Closing lanes\n",
        ["1", "2", "3", "4"],
    ),
}


@pytest.mark.parametrize(("text", "references"), BARE.values(), ids=BARE)
def test_bare_numbers_are_pledges_where_the_document_says_so(text: str, references: list[str]) -> None:
    assert [reference for reference, _ in texts(text)] == references


NONE = {
    "numbered prose": (
        "1. PURPOSE\n\n1.1 The future of the town rests with its children.\n\n1.2 We will open a hub. It will help.\n\n"
        "1.3 There are 900 pupils.\n\n1.4 Pupils are well.\n\n2. NEXT STEPS\n\n2.1 The board will review this in May."
    ),
    "an annex": "A1 Background\n\nText.\n\nA2 Method\n\nText.\n\nA3 Results\n\nText.",
    "findings": "# Review\n## Findings\n\n1. Routes will change.\n2. Salt will run out.\n3. Staff will leave.",
    "priorities": "My priorities are:\n1. Safer streets\n2. Justice for victims\n3. Better homes",
    "one list in prose full of promises": (
        "# Plan\n\nWe will open a hub. We will close a depot. We will train staff. We will plant trees.\n\n"
        "## Next steps\n\n1. Publish this plan\n2. Ask residents\n3. Review it\n"
    ),
    "lists that are only led in": "# Plan\n\nWe will:\n\n- open a hub\n- train staff",
    "steps for readers": "# Plan\n## How to apply\n\n1. Fill in the form.\n2. Send it to us.\n3. Wait for a reply.",
    "a sentence that begins with a recommendation": "Recommendation 4 has been met.\n\nRecommendation 5 was not.",
    "one line with a word": "Action 4: open a hub.\n\nText.",
    "roads and quarters": "M1 Open\n\nM2 Closed\n\nM3 Open\n\nQ1 Open a hub\n\nQ2 Open two\n\nQ3 Open three",
    "numbers of things": "60 homes will be built.\n\n61 homes will be repaired.\n\n62 roofs will be mended.",
    "nothing": "",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_other_numbers_are_left_to_prose(text: str) -> None:
    assert texts(text) == []


OWN_WORDS = ["Strategy", "Initiative", "Activity", "Measure", "Project", "Task", "Step", "Milestone", "Deliverable"]
OWN_WORDS += ["Objective", "Output", "Strand", "Proposal", "Promise", "Work Package", "QUICK WIN"]


@pytest.mark.parametrize("word", OWN_WORDS)
def test_a_document_has_its_own_word_for_what_it_numbers(word: str) -> None:
    says = ["Open a hub in the north.", "Retire two boats.", "We will publish a register."]
    lines = [f"{word} {number}: {text}" for number, text in enumerate(says, start=1)]
    assert [text for _, text in texts("\n\n".join(lines))] == says
    headings = "# Plan\n\n" + "".join(f"## {line}\n\nIt is wanted.\n\n" for line in lines)
    assert texts(headings) == [(f"{word} {number}", text) for number, text in enumerate(says, start=1)]


LEVELS = {
    "in lines": (
        "GOAL 1. HOMES\n\nObjective 1.1  Mend the roofs\n\nStrategy 1.1.1  Open a hub\nStrategy 1.1.2  Train staff\n\n"
        "Objective 1.2  Build more\n\nStrategy 1.2.1  Buy land\n\nGOAL 2. ROADS\n\nObjective 2.1  Mend the lanes\n\n"
        "Strategy 2.1.1  Buy salt\n",
        ["Strategy 1.1.1", "Strategy 1.1.2", "Strategy 1.2.1", "Strategy 2.1.1"],
    ),
    "in headings": (
        "# Plan\n"
        + "".join(
            f"\n## Strategy {one}: Improve homes\n\n### Project {one}.1: Open a hub\n\nText.\n\n"
            f"### Project {one}.2: Train staff\n\nText.\n"
            for one in (1, 2, 3)
        ),
        [f"Project {one}.{two}" for one in (1, 2, 3) for two in (1, 2)],
    ),
    "above actions": (
        "".join(f"Strategy {one}: Improve homes.\n\nAction {one}.1: Open a hub.\n\n" for one in (1, 2, 3)),
        ["Action 1.1", "Action 2.1", "Action 3.1"],
    ),
    "under titles with a usual word": (
        "".join(f"## Initiative {one}: Skills\n\n### Project {one}.1: Open a hub\n\nText.\n\n" for one in (1, 2, 3)),
        ["Project 1.1", "Project 2.1", "Project 3.1"],
    ),
    "above numbers alone": (
        "".join(f"Strategy {one}: Improve homes.\n\n{one}.1 Open a hub\n{one}.2 Buy land\n\n" for one in (1, 2, 3)),
        ["1.1", "1.2", "2.1", "2.2", "3.1", "3.2"],
    ),
    "with lines that say who": (
        "".join(f"Strategy {one} Open a hub\nLead: Estates\nBy when: May 2026\n\n" for one in (1, 2, 3)),
        ["Strategy 1", "Strategy 2", "Strategy 3"],
    ),
    "beside recommendations": (
        "".join(f"Recommendation {one}: Open a hub.\n\n" for one in (1, 2, 3))
        + "How we worked\n\n"
        + "".join(f"Step {one}: Visit the homes.\n\n" for one in (1, 2, 3)),
        ["Recommendation 1", "Recommendation 2", "Recommendation 3"],
    ),
    "in a summary first": (
        "".join(f"Strategy {one}.1: Open hub {one}.\n\n" for one in (1, 2, 3))
        + "".join(f"Goal {one}: Improve homes.\n\nStrategy {one}.1: Open a hub in {one}.\n\n" for one in (1, 2, 3)),
        [f"Strategy {one}.1" for one in (1, 2, 3)] * 2,
    ),
    "with letters": (
        "".join(f"Goal {one}: Improve homes\n\nStrategy {one}.1: Open a hub.\n\n" for one in "ABC")
        + "Strategy C.2a: Train staff.",
        ["Strategy A.1", "Strategy B.1", "Strategy C.1", "Strategy C.2a"],
    ),
    "with times and texts under them": (
        "".join(f"Project {one}.1: Open a hub.\n\nBy when: May 2026\n\nThe hub will be warm.\n\n" for one in (1, 2, 3)),
        ["Project 1.1", "Project 2.1", "Project 3.1"],
    ),
}


@pytest.mark.parametrize(("text", "references"), LEVELS.values(), ids=LEVELS)
def test_of_several_levels_the_deepest_is_what_is_pledged(text: str, references: list[str]) -> None:
    assert [reference for reference, _ in texts(text)] == references


def _three(line: str) -> str:
    return "\n\n".join(line.format(number) for number in (1, 2, 3))


NO_WORDS = {
    "two numbers": "Strategy 1: Open a hub.\n\nStrategy 2: Close it.",
    "numbers that do not count on": "Route 12: Open a hub.\n\nRoute 45: Close it.\n\nRoute 71: Mend it.",
    "figures": _three("Figure {}: Build more homes"),
    "options": _three("Option {}: Close the depot."),
    "items of an agenda": _three("Agenda Item {}: Approve the minutes."),
    "facts": _three("Project {}: The hub was opened in May."),
    "names": _three("Project {}: Harbour hub"),
    "steps for readers": "Step 1: Fill in your form.\n\nStep 2: Send us the deeds.\n\nStep 3: Wait for a reply.",
    "steps under a question": "# Guide\n\n## How to apply\n\n" + _three("Step {}: Open the form."),
    "parts of a document": _three("Objective {}: Improve homes\n\nMany homes are old. We will open a hub."),
    "short priorities": _three("Priority {}: Improve homes"),
    "strategies above lists": _three("Strategy {}: Improve homes.\n\n- Open a hub\n- Train staff"),
    "a list of tasks in prose full of promises": (
        "We will open a hub. We will plant trees. We will train staff. We will buy land.\n\n"
        + _three("Task {}: Visit the homes.")
    ),
    "small letters": _three("project {}: Open a hub."),
    "rows": "| A | B |\n| --- | --- |\n| Project 1: Open a hub | x |\n| Project 2: Close it | x |\n",
    "contents": _three("Project {}: Open a hub ........ 3"),
    "months": "May 1: Open a hub.\n\nMay 2: Close it.\n\nMay 3: Mend it.",
}


@pytest.mark.parametrize("text", NO_WORDS.values(), ids=NO_WORDS)
def test_other_words_before_numbers_are_left_to_prose(text: str) -> None:
    assert texts(text) == []


def test_headings_all_in_capitals_name_no_bodies() -> None:
    goals = ["KEEP THE LIGHTS ON", "MOVE THE BOATS IN", "LET THE PEOPLE UP"]
    text = "".join(f"GOAL {one}. {goal}\n\nStrategy {one}.1  Open a hub\n\n" for one, goal in enumerate(goals, start=1))
    assert [(one.reference, owner(one)) for one in pledges(text)] == [
        ("Strategy 1.1", []),
        ("Strategy 2.1", []),
        ("Strategy 3.1", []),
    ]
    assert [path[-1] for path in themes(text)] == goals


def test_brackets_at_the_end_say_who_and_when() -> None:
    (first, second) = pledges(
        "Action 1: Open a hub. (Lead: Moor Trust; by May 2026)\n\nAction 2: Close it (the old one)."
    )
    assert (first.span.text, second.span.text) == ("Open a hub.", "Close it (the old one).")
    assert [(role, span.text) for role, span in first.beside] == [
        (Role.OWNER, "Moor Trust"),
        (Role.TIMESCALE, "May 2026"),
    ]
    assert second.beside == []


UNDER = "# Plan\n## Homes\n### Action 1: Harbour Office will open a hub\n\n{}\n\n### Action 2: Staff will be trained\n"


def owner(pledge: RawPledge) -> list[str]:
    return [span.text for role, span in pledge.beside if role is Role.OWNER]


@pytest.mark.parametrize(
    ("below", "expected_below"),
    [
        ("- departments will find rooms\n- cost of a room", [("departments will find rooms", [])]),
        ("- Find rooms\n- Rooms were found in May", [("Find rooms", [])]),
        (
            "Coast Agency will:\n\n- find rooms\n- pay for them",
            [("find rooms", ["Coast Agency"]), ("pay for them", ["Coast Agency"])],
        ),
        ("It will:\n\n- find rooms", [("find rooms", ["Harbour Office"])]),
        ("They will:\n\n- find rooms", []),
        ("These hubs will:\n\n- help people", []),
        ("We will:\n\n- find rooms\n  - with heating", [("find rooms", [])]),
        ("For the smaller towns:\n\n- hubs will move each week", [("hubs will move each week", [])]),
        ("We found that:\n\n- rooms will be few", []),
        ("We will open it. The agency will help.", []),
        ("Lead: Head of Estates\n\nBy when: May 2026", []),
    ],
)
def test_under_an_action_lists_are_read_for_promises(below: str, expected_below: list[tuple[str, list[str]]]) -> None:
    first, *found_below, last = pledges(UNDER.format(below))
    assert [(one.span.text, owner(one)) for one in found_below] == expected_below
    assert (first.reference, last.reference) == ("Action 1", "Action 2")


def test_lines_with_labels_say_who_and_when() -> None:
    (first, _) = pledges(UNDER.format("Lead: Head of Estates\nBy when: May 2026\n\nText."))
    assert [(role, span.text) for role, span in first.beside] == [
        (Role.OWNER, "Head of Estates"),
        (Role.TIMESCALE, "May 2026"),
    ]


def test_the_theme_is_the_heading_above_the_action() -> None:
    assert themes(UNDER.format("We will:\n\n- find rooms")) == [("Homes",)]
    text = "# Plan\n## Homes\n### Next steps\n\n1.1) Open a hub.\n\n1.2) We will train staff.\n\n1.3) Mend roofs.\n"
    assert themes(text) == [("Homes",)]
    assert themes("# Plan\n## Recommendations\n\nR1. Open a hub.\n\nR2. Train staff.\n\n"
    "R3. Mend roofs.\n") == [("Recommendations",)]  # fmt: skip


def test_a_body_answers_under_its_name() -> None:
    text = "# Action 2: Hubs will open\n\n" + "".join(
        f"## {name}\n\n{answer}\n\n"
        for name, answer in [
            ("Ministry of<br>Tides", "We have no hubs. We will open two."),
            ("Coast Agency", "This does not apply to us."),
            ("Board of Health", "A hub will be found. This will help people."),
            ("Harbour Council", "The council is recruiting a manager."),
        ]
    )
    assert [(" ".join(one.span.text.split()), " ".join(" ".join(owner(one)).split())) for one in pledges(text)] == [
        ("Hubs will open", ""),
        ("We will open two.", "Ministry of Tides"),
        ("A hub will be found.", "Board of Health"),
        ("The council is recruiting a manager.", "Harbour Council"),
    ]


def test_headings_that_are_themes_own_nothing() -> None:
    text = "# Plan\n\n" + "".join(
        f"## {name}\n\n### Action {number}: Open a hub\n\nText.\n\n"
        for number, name in enumerate(["Services", "Working with partners", "Coast Agency"], start=1)
    )
    assert [owner(one) for one in pledges(text)] == [[], [], []]


LED_IN = {
    "The department will:": (True, "The department"),
    "Government Digital Service will:": (True, "Government Digital Service"),
    "Government Digital Service will continue to:": (True, "Government Digital Service"),
    "We will:": (True, None),
    "To refresh the structure, we will:": (True, None),
    "We will also work with the union to:": (True, None),
    "By the end of this term, wherever we can, we will:": (True, None),
    "In its own terms, the Coast Government will:": (True, "Coast Government"),
    "Over the next year the council will:": (True, "the council"),
    "The Council, working with partners, will:": (True, "Council"),
    "Coast Development, Sport Harbours and the SFC will:": (True, "Coast Development, Sport Harbours and the SFC"),
    "Local authorities, with support from the Agency, should:": (True, "Local authorities"),
    "The Director of Housing must:": (True, "Director of Housing"),
    "We recommend that the council:": (True, "the council"),
    "Improving how we work, through:": (True, None),
    "Next steps:": (True, None),
    "For the remaining departments:": (None, None),
    "This framework will:": (False, None),
    "The Harbour Plan will:": (False, None),
    "They will:": (False, None),
    "Service Managers will:": (False, None),
    "Young people will:": (False, None),
    "These include:": (False, None),
    "The approach will include:": (False, None),
    "We will focus on:": (False, None),
    "We will ask employers to commit to:": (False, None),
    "Rules were issued – that government should:": (False, None),
    "We have already:": (False, None),
    "The sites were chosen because:": (False, None),
}


@pytest.mark.parametrize(("line", "told"), LED_IN.items())
def test_a_line_says_whose_promises_it_leads_in(line: str, told: tuple[bool | None, str | None]) -> None:
    led = lead_in(Block(BlockKind.PARAGRAPH, line, 10, 10 + len(line), 1))
    assert led is not None
    assert (led.promises, led.owner and led.owner.text) == told
    if led.owner:
        assert line[led.owner.start - 10 : led.owner.end - 10] == led.owner.text


@pytest.mark.parametrize("line", ["We will open a hub.", "Homes", "the council", "By 2025 we will see change."])
def test_other_lines_lead_in_nothing(line: str) -> None:
    assert lead_in(Block(BlockKind.PARAGRAPH, line, 0, len(line), 1)) is None


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Action 01: Open", "Action 01"),
        ("ACTION 1.2 – Open", "ACTION 1.2"),
        ("Recommendation\n7", "Recommendation 7"),
        ("HC 3", None),
        ("HC3 Open", "HC3"),
        ("1.1) Open", "1.1"),
        ("(4) Open", "4"),
        ("Action plan", None),
        ("Actions 3 and 4 are done", None),
        ("Action 3 has been done", None),
        ("2024 was good", None),
        ("5% more", None),
        ("Action 1: Open a hub .... 3", None),
    ],
)
def test_a_number_is_read_as_the_document_writes_it(text: str, reference: str | None) -> None:
    number = number_of(Block(BlockKind.PARAGRAPH, text, 0, len(text), 1))
    assert (number and number.reference) == reference


@pytest.mark.parametrize(
    ("text", "expected_act"),
    [
        ("Open a hub", True),
        ("Fully fund it", True),
        ("To review it", True),
        ("Organize a fair", True),
        ("Support for carers", False),
        ("Review of roads", False),
        ("The hub", False),
        ("Open", False),
    ],
)
def test_an_act_begins_with_a_verb(text: str, expected_act: bool) -> None:
    assert is_act(text) is expected_act


@pytest.mark.parametrize(
    ("heading", "expected_heads"),
    [
        ("Next steps", True),
        ("3. Our key actions for 2024", True),
        ("Summary of recommendations", True),
        ("What we will do", True),
        ("Background", False),
        ("How to apply", False),
        ("Homes", None),
        ("Climate Action Plan", None),
    ],
)
def test_some_headings_stand_above_actions(heading: str, expected_heads: bool | None) -> None:
    assert heads_actions(heading) is expected_heads


@pytest.mark.parametrize(
    ("words", "alone", "named"),
    [
        ("Department for Tides", True, True),
        ("Attorney General's Office", True, True),
        ("HMRC", True, True),
        ("Home Office", True, True),
        ("Ministry of Tides", True, True),
        ("Services", True, False),
        ("Working together", True, False),
        ("Homes for all", True, False),
        ("the council", False, True),
        ("Sport Harbours", False, True),
        ("the Harbour Plan", False, False),
        ("residents", False, False),
        ("SFC and SDS", False, True),
        ("", False, False),
    ],
)
def test_bodies_are_known_by_their_names(words: str, alone: bool, named: bool) -> None:
    assert names_body(words, alone=alone) is named


@pytest.mark.parametrize("name", [name for name, words in table("numbered").items() if name != "cue"])
def test_lists_of_words_hold_each_word_once(name: str) -> None:
    words = table("numbered")[name]
    assert len(words) == len(set(words))
    assert name == "no_codes" or words == [word.lower() for word in words]


def test_a_text_that_promises_around_its_numbered_actions_is_read_too() -> None:
    acts = ["Open a hub", "Plant 900 trees", "Publish a list"]
    listed = "".join(f"{number}. {act}\n" for number, act in enumerate(acts, 1))
    text = f"# Plan of Wey Council\n\n## Actions\n\n{listed}\n## Governance\n\n"
    told = ["We will meet monthly.", "We will report to Cabinet.", "We will ask residents."]
    assert [words for _, words in texts(f"{text}{' '.join(told)} The plan stands alone.\n")] == [*acts, *told]
    assert [words for _, words in texts(f"{text}The plan will be reviewed.\n")] == acts
