"""Running text is read for the sentences by which a body commits itself, and for nothing else."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.blocks import Block, BlockKind
from graph.extract.cues import cues
from graph.extract.known import Known
from graph.extract.layouts.prose import aims, sections
from graph.extract.running.parts import Parts
from graph.extract.running.promises import heads_pledges, strength_of
from graph.extract.running.speakers import Speakers
from graph.read import markdown
from graph.read.files import read_document
from graph.read.markup import plain
from graph.read.text import blocks
from graph.values import Role, Strength

if TYPE_CHECKING:
    from graph.extract.items import RawPledge

KNOWN = Known.of({})
FIXTURES = Path(__file__).parents[2] / "fixtures" / "layouts"
TRUTHS = {path.parent.name: tomllib.loads(path.read_text("utf-8")) for path in sorted(FIXTURES.glob("*/truth.toml"))}
NOT_ASKED = ("held_out", "owners_in_sentences")
PLANS = [slug for slug, truth in TRUTHS.items() if truth["layout"] == "prose" and not any(map(truth.get, NOT_ASKED))]
COUNCIL = [
    "Aldermoor Borough Council",
    "Corporate Plan 2024 to 2028",
    "Aldermoor Borough Council (the Council) agreed this plan in March. We work with the police and with schools.",
]


def pledges(text: str) -> list[RawPledge]:
    return [pledge for section in sections(blocks(text), KNOWN) for pledge in section.pledges]


def read(text: str) -> list[str]:
    return [" ".join(text[one.span.start : one.span.end].split()) for one in pledges(text)]


def strength(sentence: str, *document: str) -> Strength | None:
    return strength_of(sentence, Speakers.of(document or COUNCIL))


def test_cues_mean_what_the_layout_knows() -> None:
    strengths = {"firm", "intention", "priority"}
    assert {cue.means for cue in cues("prose")} == {
        *strengths, *(f"list {one}" for one in strengths), "heading firm",
        "aside", "never", "need", "continued", "aim", "stated aim", "result", "parts",
    }  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "We will plant 10,000 trees by 2027.",
        "The Council will publish an annual report.",
        "Aldermoor Council will become carbon neutral by 2030.",
        "I will meet residents in every ward each year.",
        "My office will publish every complaint.",
        "We’ll work with carers to redesign respite care.",
        "We are going to make it easier to report a pothole.",
        "We must do more to support carers.",
        "Aldermoor must find a new way to deliver its services.",
        "The Council has committed itself to paying the living wage.",
        "A data officer must be appointed in every department.",
        "All eleven libraries must be off gas by 2030.",
        "Within 90 days, each service manager must publish a plan.",
        "Bus travel for the under-22s is to be free from September 2026.",
        "By 2029 the archivist will have moved the whole collection into a new store.",
        "The Friday market will not go.",
        "We have listened, and the ten minute standard stays.",
        "The Council is investing a further £21 million in its harbours.",
        "We are reviewing all our leases by 2026.",
        "A residents’ board is being set up and will have two seats on the Cabinet.",
        "The new towpath code will contain ten rules.",
        "Continuous monitoring will ensure that the scheme stays safe.",
        "Licence fees will not rise before 2029.",
        "Park rents will be frozen until 2028.",
        "Work to catalogue the papers of the quarry companies shall begin in 2026.",
        "The responsibility of this panel will be to watch over spending.",
        "From that date every adult who earns less will be able to take a course for nothing.",
        "Care providers will be required to publish their waiting times.",
        "If it fails we will find the money ourselves.",
        "We remain committed to keeping all eleven libraries open.",
        "Cabinet has agreed to set aside £2m for the high street.",
        "The housing team will visit every tenant once a year.",
        "Together with our partners, we will develop a food strategy.",
        "The Council, working with Homes Direct, will bring 50 empty homes back into use.",
        "A new leisure centre will be built in Northgate.",
        "All inspectors will have been trained by May.",
        "No library will close during this plan.",
        "From April, every tenant will have a named housing officer.",
        "Work on the depot will start in 2025.",
        "A further 500 apprentices are to be recruited.",
        "Residents will be consulted on the proposals in the autumn.",
        "Delivery of the town deal is a priority for 2025/26.",
        "We will not wait for these changes.",
        "Health visitors will work from the new centres.",
        "Two social workers will be on call every night.",
        "We know that parking is dear, and so the first hour will be free.",
        "We recognise that carers are tired, and will offer each of them a break.",
        "Further work on licensing will follow in 2025.",
        "From April, every new contract must include a carbon target.",
        "All our drivers are to have training in first aid.",
        "We are to have a new depot by 2026.",
        "Fibre broadband is coming to every village.",
        "It will go live in March 2026.",
        "We shall require every contractor to pay the living wage.",
        "Starting in April, residents will be able to report potholes by text.",
        "Demand will rise, and we will hire more staff.",
        "National targets say that waits will fall, and we will halve ours.",
        "Our next two boats will be hybrid.",
        "Where permits are refused we will say why.",
        "Residents will no longer have to apply on paper.",
        "You can expect an answer within ten days.",
        "We want to, and will, answer faster.",
        "Not a single library will close.",
        "At least half of our new recruits will be apprentices.",
    ],
)
def test_a_body_that_says_what_it_will_do_commits_itself(sentence: str) -> None:
    assert strength(sentence) is Strength.FIRM


@pytest.mark.parametrize(
    "sentence",
    [
        "We intend, subject to funding, to extend the tram.",
        "Subject to legislation, parish councils would be given a vote on timetables.",
        "Now, we need to finish the code that feeds the portal.",
        "We are still on schedule to open the baths in May.",
        "The Council is also minded to fund thirty more places.",
        "We propose that the depot should be sold.",
        "It’s our ambition that nine in ten calls are answered within a minute.",
        "The Council aims to be carbon neutral in its own operations.",
        "We are looking to buy the old mill.",
        "We are taking steps to restructure our services.",
        "We want to move away from paper forms.",
        "Our aim is to halve the number of empty homes.",
        "We hope to secure funding for a second phase.",
        "It is our intention that nobody waits longer than a year.",
        "We will look to work with charities.",
        "A review of all our buildings is planned for 2025.",
        "We do, however, intend to open a nursery.",
        "The Council does, nonetheless, plan to sell the depot.",
        "We would like, when money allows, to reopen the baths.",
        "We should like to reopen the baths.",
        "The Council means to halve the backlog.",
        "Until that changes we plan to add 90 places.",
        "We want half of our vehicles to be electric by 2027.",
        "Our ambition is to plant 9,000 trees.",
        "Our ambition is that nine in ten calls are answered within a minute.",
        "We do not intend to raise charges for allotments.",
        "We have no intention of closing libraries.",
        "Should the bid fail, we would look to fund it ourselves.",
        "Should they refuse, we would be ready to use our powers.",
        "We are working towards opening a second depot by 2027.",
        "Our plan is for every bus to be electric by 2030.",
        "If funding allows, we will open a second nursery.",
        "If the powers are devolved to us we will consider franchising.",
    ],
)
def test_what_a_body_aims_at_is_an_intention(sentence: str) -> None:
    assert strength(sentence) is Strength.INTENTION


def test_what_is_promised_beside_an_intention_is_firm() -> None:
    assert strength("We want to go further, and will offer interest-free loans.") is Strength.FIRM


@pytest.mark.parametrize(
    "sentence",
    [
        "We want every child to have the best start in life.",
        "I do not intend to make that mistake again.",
        "We aim to please!",
        "We hope to inspire everybody to walk.",
        "This strategy will run until 2030.",
        "The fifth plan will detail two main ways to close the gap.",
        "It will probably bring new targets for schools.",
        "The plan assumes that council tax will go up by 3% and that pay awards will be lower.",
        "While much may change, we think that the aims of our charter will be the right ones for years.",
        "Over the next three years we will become a smaller, faster and better run council.",
        "Our libraries will be warm, safe and full of life.",
        "Our goals will only be achieved through partnership.",
        "Savings must be found.",
        "The budget must be balanced by law.",
        "Staff studied what gaps must be bridged.",
        "We must earn back trust.",
        "The register is not intended to hold records; it is intended to serve readers as a list.",
        "The Commissioner will publish her own response in June.",
        "The auditor will test a sample.",
        "The problem will not go away.",
        "We are reviewing our leases.",
        "The Environment Department will publish its own plan.",
        "We want to see our town thrive.",
        "This plan sets out how we will deliver our ambitions.",
        "The actions that we will take are listed below.",
        "The population will grow to 190,000 by 2031.",
        "Climate change will bring wetter winters.",
        "This will mean fewer people in temporary homes.",
        "Strengthening early help will result in fewer referrals.",
        "Last year we built 300 homes.",
        "We have put in place a youth council.",
        "We have agreed a new contract for parks.",
        "We are working with partners to tackle crime.",
        "The Government will publish its White Paper in the spring.",
        "The Environment Agency will replace the sluice in 2027.",
        "Schools must publish their admissions policies.",
        "Employers will benefit from a skilled workforce.",
        "Users of the service will notice the difference.",
        "We must by law set a balanced budget.",
        "We must not forget those who were left behind.",
        "The executive consists of seven members, and a group that will advise it on standards.",
        "The panel will be chaired by the mayor.",
        "If nothing changes, spending on placements will be cut from other services.",
        "How will we know that we have succeeded?",
        "We will know that we have succeeded when residents tell us so.",
        "We will need to save £18 million.",
        "People told us that we must do better.",
        "The old strategy said that “we will invest £4 million in buses by 2020”.",
        "We do not intend to lower our standards.",
        "We expect to spend £19 million.",
        "Thank you to all who will help us.",
        "It is expected that costs will be reduced.",
        "Demand for places will go on rising.",
        "Other cities will overtake us.",
        "Ministers have promised that every home will be insulated by 2030.",
        "The national standard says that nobody will wait longer than four hours.",
        "The flats will be finished in 2026 by our partners at Moor Homes.",
        "The station will be rebuilt by Network Rail.",
        "We have said so and will keep saying so.",
        "We would like to thank everyone who took part.",
        "We would love to see the pier reopened.",
        "Our ambition is for a town where everyone thrives.",
        "Should costs rise further, we would have to cut services.",
        "We are coming to the end of a hard year.",
        "History will judge us.",
        "Storms will damage more roads.",
        "Critics will say that this is too little.",
        "Nobody will be surprised by this.",
        "We do not mean to suggest that this is easy.",
    ],
)
def test_wishes_predictions_past_acts_and_the_acts_of_others_are_no_pledges(sentence: str) -> None:
    assert strength(sentence) is None


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        ("Lakes Mapping Agency (LMA) Strategic Plan", "LMA will retire its paper charts."),
        ("We, the Saltmarsh Fire Service, protect four districts.", "The Service will move an engine."),
        ("Riverbend Homes: a strategy", "Riverbend will put £600,000 into lighting."),
        ("Castle Vale Integrated Care Board: Green Plan", "The ICB will cut its emissions."),
        ("Plan of the Department for Harbours", "The government will legislate for harbours."),
    ],
)
def test_a_document_says_who_speaks_in_it(document: str, sentence: str) -> None:
    assert strength(sentence, document, sentence) is Strength.FIRM
    assert strength(sentence, "A plan for Wey by Wey Council") in (None, Strength.FIRM)


def test_who_promises_often_in_a_document_speaks_in_it() -> None:
    plan = "A plan for the basin\n\n" + "The basin is old and its walls are of brick. " * 15
    often = ["The Canal Society will mend the locks.", "The Canal Society will dredge the basin."]
    assert read(f"{plan}\n\n{often[0]} {often[1]}\n") == often
    assert read(f"{plan}\n\n{often[0]}\n") == []


def test_a_short_form_speaks_for_the_name_that_it_stands_for() -> None:
    text = "Plan of the Harbour Digital Agency\n\nThe Harbour Digital Agency runs ports. HDA will also hire pilots.\n"
    assert read(text) == ["HDA will also hire pilots."]


def test_a_policy_binds_those_whom_it_names() -> None:
    rules = ["Covered agencies must list their code.", "Each agency must name an officer."]
    text = f"Code for all\n\nThese are the requirements of this policy. {rules[0]} {rules[1]}\n"
    assert read(text) == rules
    assert rules[0] not in read(text.replace("requirements of this policy", "views of our users"))


def test_what_a_body_belongs_to_speaks_where_it_promises_again_and_again() -> None:
    aims = ["The public sector aims to cut its use of water.", "The public sector aims to plant trees."]
    assert read(f"Green plan\n\n{aims[0]} {aims[1]}\n") == aims
    assert read(f"Green plan\n\n{aims[0]} Water is scarce.\n") == []


def test_two_bodies_together_speak_where_one_is_the_body() -> None:
    text = "Plan of Wey Council\n\nWey Council and the Harbour Company will mend the quay. Firms will gain.\n"
    assert read(text) == ["Wey Council and the Harbour Company will mend the quay."]


def test_a_word_that_only_begins_sentences_is_no_place() -> None:
    assert strength("Automation will remove 900 jobs.", "Plan of Wey", "Automation will remove 900 jobs.") is None


def test_a_promise_broken_by_its_lines_is_whole() -> None:
    first = "The Council will build a school for the young people of the west that prepares them for"
    text = f"Plan of Wey Council\n\n{first.removesuffix(' for')}\nAI and for the trades of the harbour.\n"
    assert read(text) == [f"{first.removesuffix(' for')} AI and for the trades of the harbour."]
    assert read(text.replace("prepares them\n", "prepares them.\n")) == [f"{first.removesuffix(' for')}."]


LED_CHAPTERS = """# Plan of Wey Council

## Homes

This chapter is led by the Head of Housing.

We will build 90 homes. We will mend roofs.

## Parks

We will plant 900 trees.

**Lead officer:** Parks Manager

**Partners:** Wey Tree Trust

## Roads

We will mend roads. Lead pipes are old.

Note: the winter was hard.
"""


def marked_up(text: str) -> tuple[Block, ...]:
    return markdown.read(Path("plan.md"), text.encode()).blocks


def test_a_chapter_says_who_leads_its_pledges() -> None:
    found = sections(marked_up(LED_CHAPTERS), KNOWN)
    told = {one.span.text: [(role, span.text) for role, span in one.beside] for part in found for one in part.pledges}
    assert told == {
        "We will build 90 homes.": [(Role.OWNER, "Head of Housing")],
        "We will mend roofs.": [(Role.OWNER, "Head of Housing")],
        "We will plant 900 trees.": [(Role.OWNER, "Parks Manager"), (Role.PARTNER, "Wey Tree Trust")],
        "We will mend roads.": [],
    }


def headed(acts: list[str], text: str) -> list[str]:
    """What is read of a plan with some headings, each above a text."""
    made = "".join(f"### {act}\n\n{text}\n\n" for act in acts)
    document = marked_up(f"# Plan of Wey\n\n## Our programme\n\n{made}## Contact\n\nWrite to us.\n")
    return [one.span.text for section in sections(document, KNOWN) for one in section.pledges]


ACTS = ["Reopen the Mill Gallery", "Lend objects to schools", "Tell the story of the weavers"]


def test_headings_that_say_what_is_to_be_done_are_pledges() -> None:
    assert headed(ACTS, "Few people know it.") == ACTS


def test_headings_only_name_what_the_text_under_them_promises() -> None:
    assert headed(ACTS, "We will hire a guide.") == ["We will hire a guide."] * 3


def test_headings_of_other_kinds_are_no_pledges() -> None:
    assert headed(["The Mill Gallery", "Objects for schools", "Tell the story of the weavers"], "Few know it.") == []
    assert headed(["Send us your form", "Tell us your name", "Visit your local hub"], "Few know it.") == []


def test_a_list_in_a_cell_is_led_in_as_any_other() -> None:
    table = (
        "<table>\n<tr><th>Goals</th><th>Why</th></tr>\n<tr><td>Goal 1. Open data</td>\n<td><b>Why.</b> Data has to be"
        " found before anybody can use it. We will:</p>\n<ol>\n<li>Name a lead in each office</li>\n<li>Publish a list"
        "</li>\n</ol></td></tr>\n</table>"
    )
    found = sections(marked_up(f"# Plan of Wey\n\nIt is time to act.\n\n{table}\n"), KNOWN)
    assert [(part.heading[-1], one.span.text) for part in found for one in part.pledges] == [
        ("Open data", "Name a lead in each office"),
        ("Open data", "Publish a list"),
    ]


def test_an_item_that_is_long_is_a_pledge_in_its_first_sentence_only() -> None:
    text = "Plan of Wey\n\nWe will:\n\n- open two gardens. {}\n- mend paths\n"
    assert read(text.format("Gardens matter.")) == ["open two gardens. Gardens matter.", "mend paths"]
    assert read(text.format("Gardens matter to all who live near them. " * 12)) == ["open two gardens.", "mend paths"]


def test_what_stands_in_notes_is_not_read() -> None:
    text = "# Plan\n\nWe will mend roads.\n\n### Footnotes\n\nThe list will be modelled on the old one.\n"
    found = sections(marked_up(text), KNOWN)
    assert [one.span.text for part in found for one in part.pledges] == ["We will mend roads."]


def test_it_is_the_body_after_a_sentence_about_the_body() -> None:
    text = "Plan of Wey Council\n\nThe Delivery Board has five members. It will meet every month.\n"
    assert read(text) == ["It will meet every month."]
    assert read(text.replace("Delivery Board has five members", "river is long")) == []


def test_it_is_the_thing_after_a_sentence_that_promises_one() -> None:
    text = "Plan of Wey Council\n\nA clinic will open in May. It will treat 900 people. It will take time.\n"
    assert read(text) == ["A clinic will open in May.", "It will treat 900 people."]
    assert read(text.replace("will open in May", "opened in May")) == []


def test_a_list_needs_no_colon_to_be_led_in() -> None:
    text = "Plan of Wey\n\nParks matter to us all.\n\nWe are also committed to\n\n- a new garden\n- mending paths\n"
    assert read(text) == ["a new garden", "mending paths"]


def test_a_promise_after_a_semicolon_is_quoted_with_its_sentence() -> None:
    text = "Plan of Wey Council\n\nSchools are free to choose; we will pay for those that join.\n"
    assert read(text) == ["Schools are free to choose; we will pay for those that join."]


def test_each_item_under_we_will_is_a_pledge() -> None:
    text = (
        "# Parks\nTo get there we will:\n\n* open two gardens;\n* plant 900 trees; and\n* mend paths. Paths matter.\n"
    )
    assert read(text) == ["open two gardens", "plant 900 trees", "mend paths. Paths matter."]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("We will:", Strength.FIRM),
        ("To tackle it, the Council will –", Strength.FIRM),
        ("We will work with neighbours to:", Strength.FIRM),
        ("Key actions for the next year are:", Strength.FIRM),
        ("The steps we will take:", Strength.FIRM),
        ("We aim to:", Strength.INTENTION),
        ("Our objectives are to:", Strength.INTENTION),
        ("The partnership has identified the following key priorities:", Strength.PRIORITY),
        ("My priorities are:", Strength.PRIORITY),
    ],
)
def test_a_line_says_how_firm_the_list_under_it_is(line: str, expected: Strength) -> None:
    found = pledges(f"Plan of Wey Council\n\nParks matter to us all.\n\n{line}\n\n- open a garden\n- mend paths\n")
    assert [(one.span.text, one.strength) for one in found] == [("open a garden", expected), ("mend paths", expected)]


@pytest.mark.parametrize(
    "line",
    [
        "Schools should:",
        "We will know that we have succeeded when:",
        "We have already had success in:",
        "The proportion of children who take free meals is:",
        "We will ask employers to sign up to:",
        "What success will look like",
    ],
)
def test_other_lists_are_no_pledges(line: str) -> None:
    found = read(f"Plan of Wey Council\n\nParks matter to us all.\n\n{line}\n\n- more gardens\n- fewer cars\n")
    assert [one for one in found if one != line] == []


def test_a_list_of_nouns_belongs_to_the_sentence_before_it() -> None:
    text = "Plan of Wey Council\n\nWe will invest £3 million in the following areas:\n\n- parks\n- play areas\n"
    assert read(text) == ["We will invest £3 million in the following areas:"]


@pytest.mark.parametrize("heading", ["What we will do", "Our commitments", "Key actions for 2024", "Our 28 promises"])
def test_bullets_under_a_heading_of_pledges_are_pledges(heading: str) -> None:
    assert heads_pledges(heading)
    text = f"## Parks\n\n## {heading}\n\n### Trees\n\n- Plant 900 trees\n\n## Success\n\n- More birds\n"
    made = (
        Block(BlockKind.HEADING, line.lstrip("# "), at := text.find(line) + len(line) - len(line.lstrip("# ")),
              at + len(line.lstrip("# ")), 1, level=len(line) - len(line.lstrip("#")))
        if line.startswith("#")
        else Block(BlockKind.BULLET, line[2:], text.find(line) + 2, text.find(line) + len(line), 1, "-")
        for line in text.split("\n\n")
    )  # fmt: skip
    found = sections([*made], KNOWN)
    assert [one.span.text for section in found for one in section.pledges] == ["Plant 900 trees"]


def test_the_name_in_a_line_above_a_list_owns_its_pledges() -> None:
    text = "Plan of Wey Council\n\nIt is time to act. The Digital Unit will:\n\n- run training\n- own the standard\n"
    assert [[(role, span.text) for role, span in one.beside] for one in pledges(text)] == [
        [(Role.OWNER, "Digital Unit")],
        [(Role.OWNER, "Digital Unit")],
    ]
    assert [one.beside for one in pledges(text.replace("The Digital Unit", "We"))] == [[], []]


PRIORITIES = """1.1 The Board has agreed the following priorities:

- **Fewer children living with violence**
Police were called 1,900 times. The Board has committed itself to training every health visitor.
- **Better mental health**
A crisis line will be launched in 2019
A culture of listening needs to be strengthened

1.2 Public transport needs to be improved.
"""


def test_the_headline_of_a_priority_is_one_and_its_explanation_is_read() -> None:
    found = [(one.span.text, one.strength, one.reference) for one in pledges(PRIORITIES)]
    assert found == [
        ("Fewer children living with violence", Strength.PRIORITY, "1.1"),
        ("The Board has committed itself to training every health visitor.", Strength.FIRM, "1.1"),
        ("Better mental health", Strength.PRIORITY, "1.1"),
        ("A crisis line will be launched in 2019", Strength.FIRM, "1.1"),
        ("A culture of listening needs to be strengthened", Strength.FIRM, "1.1"),
    ]


def test_a_headline_ends_before_its_explanation() -> None:
    text = (
        "Our priorities are:\n\n* **Shorter waits** – people tell us that waiting is hard\n* Priority 2: Closer care\n"
    )
    assert read(text) == ["Shorter waits", "Closer care"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Objective 1.2 We will survey every county.", [("1.2", "We will survey every county.")]),
        ("Action 7: The Council will open a hub.", [("7", "The Council will open a hub.")]),
        ("(3.4) We will survey every county.", [("3.4", "We will survey every county.")]),
        ("Priority 1 will be reviewed each year.", [("", "Priority 1 will be reviewed each year.")]),
        ("40 homes will be built.", [("", "40 homes will be built.")]),
    ],
)
def test_the_number_before_a_sentence_is_its_reference(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.reference, one.span.text) for one in pledges(f"Plan of Wey Council\n\n{text}\n")] == expected


def test_the_number_of_a_paragraph_holds_until_the_next_one() -> None:
    found = [one.reference for one in pledges("2.1 We will act.\n\nWe will listen.\n\n2.2 All is well.\n")]
    assert found == ["2.1", "2.1"]


def test_what_stands_under_a_case_study_is_not_read() -> None:
    assert read("## Case study: Ann\n\nThe Council will visit Ann.\n\n## Roads\n\nWe will mend roads.\n")[-1:] == [
        "We will mend roads."
    ]


PARTS = """2. WHY CHANGE

2.1 There are two changes we need to make. The first, which we will finish by 2020, is **one front door** for all.

2.2 A shared record will be introduced.

2.3 The second change that needs to happen is **family hubs**. We will open four.

2.4 These changes will take time. We will publish a scorecard.

3. MONEY

3.1 The first is dear. We will save.
"""


def test_parts_named_in_a_sequence_are_themes_and_pledges() -> None:
    found = [
        (section.heading[1:], [one.reference for one in section.pledges]) for section in sections(blocks(PARTS), KNOWN)
    ]
    assert found == [
        (("one front door",), ["2.1", "2.2"]),
        (("family hubs",), ["2.3", "2.3"]),
        ((), ["2.4"]),
        ((), ["3.1"]),
    ]


def test_parts_that_nobody_commits_to_are_none() -> None:
    parts = Parts()
    assert [parts.names(one) for one in ("There are two challenges that we face.", "The first is money.")] == [
        False
    ] * 2


def test_a_pledge_that_a_footnote_breaks_is_quoted_up_to_it() -> None:
    text = (
        "1.1 We hope to open two hubs, at Carr End and in the\n\n¹ Board paper of May\n\nnorth of the borough, soon.\n"
    )
    (found,) = pledges(text)
    assert found.span.text == "We hope to open two hubs, at Carr End and in the"
    assert text[found.span.start : found.span.end] == found.span.text


def test_wishes_and_headlines_that_name_a_result_are_aims() -> None:
    text = (
        PRIORITIES
        + "\nWe want every child to be safe. We want to move to a new office. Our vision is of a green town.\n"
    )
    assert [span.text for _, span in aims(blocks(text))] == [
        "Fewer children living with violence",
        "Better mental health",
        "We want every child to be safe.",
        "Our vision is of a green town.",
    ]


@pytest.mark.parametrize("slug", PLANS)
def test_an_invented_plan_is_read_as_its_truth_says(slug: str) -> None:
    """Recall 0.85 and precision 0.75 are asked for on plans that nobody has seen; these have been seen."""
    (path,) = FIXTURES.joinpath(slug).glob("document.*")
    reading = read_document(path)
    made = [pledge for section in sections(reading.blocks or blocks(reading.text), KNOWN) for pledge in section.pledges]
    found = {" ".join(plain(reading.text[one.span.start : one.span.end]).split()): one for one in made}
    truth: dict[str, dict[str, Any]] = {one["text"]: one for one in TRUTHS[slug].get("pledge", [])}
    right = found.keys() & truth.keys()
    assert len(right) >= 0.9 * len(truth)
    assert len(right) >= 0.9 * len(found)
    for one in right:
        assert found[one].strength == truth[one]["strength"]
        assert found[one].reference == truth[one].get("reference", found[one].reference)
        assert [span.text for role, span in found[one].beside if role is Role.OWNER] == truth[one].get("owners", [])


def test_there_are_plans_of_several_kinds_and_one_without_pledges() -> None:
    assert len(PLANS) > 5
    assert any("pledge" not in TRUTHS[slug] for slug in PLANS)


@pytest.mark.parametrize("slug", PLANS)
def test_a_plan_yields_no_progress(slug: str) -> None:
    (path,) = FIXTURES.joinpath(slug).glob("document.*")
    reading = read_document(path)
    made = sections(reading.blocks or blocks(reading.text), KNOWN)
    assert [section.progress for section in made if section.progress] == []


@pytest.mark.parametrize(
    "text", ["", "\n\n", ":", "–", "We will", "We will:", "- ", "1.1", "The first is", "¹", "**", "[^1]:", "a\x1fb"]
)
def test_scraps_are_no_pledges_and_break_nothing(text: str) -> None:
    assert all(one in text for one in read(text))
    assert aims(blocks(text)) == []


def test_a_text_without_sentences_is_no_pledge() -> None:
    assert read("we will and the Council will " * 5000) == []


WORDS = st.sampled_from(
    [
        "We",
        "will",
        "open",
        "the",
        "Board",
        ":",
        ".",
        ";",
        "\n",
        "\n\n- ",
        "1.1 ",
        "¹ ",
        "is",
        "**",
        "priorities",
        "first",
        "must",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_every_quote_stands_in_the_text(text: str) -> None:
    for one in pledges(text):
        assert text[one.span.start : one.span.end].strip()
        assert one.span.line == text.count("\n", 0, one.span.start) + 1
