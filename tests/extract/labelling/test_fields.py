"""Names before a colon that come back with each pledge are labels that the document makes itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.extract.known import Known
from graph.extract.layouts.labels import sections
from graph.read.markdown import read as markdown
from graph.read.text import blocks

if TYPE_CHECKING:
    from graph.blocks import Block

KNOWN = Known.of({})
CARD = "{vowed}{mid}{pledge}\n{stands}{mid}{said}\n{marked}{mid}{word}\n{answers}{mid}{owner}\n\n"
CARDS = (
    ("Answer calls in a minute", "Calls were answered in 50 seconds.", "Done", "Head of Calls"),
    ("Open a desk in Port Anders", "A site is being sought.", "In progress", "Head of Estates"),
    ("Print letters in large type", "", "", "Head of Print"),
)
Found = list[tuple[str, list[str], list[str], list[str]]]


def read(text: str) -> Found:
    return [
        (
            pledge.span.text,
            [one.span.text for one in section.progress],
            [one.status.word for one in section.progress if one.status],
            [span.text for _, span in pledge.beside],
        )
        for section in sections(blocks(text, KNOWN.is_label), KNOWN)
        for pledge in section.pledges
    ]


def cards(mid: str, vowed: str = "We promised to", stands: str = "Where we are now") -> str:
    names = {"vowed": vowed, "stands": stands, "marked": "How we mark ourselves", "answers": "Who answers for it"}
    return "".join(
        CARD.format(**names, mid=mid, pledge=pledge, said=said, word=word, owner=owner)
        for pledge, said, word, owner in CARDS
    )


def test_names_that_come_back_with_each_pledge_are_labels() -> None:
    assert read(cards(": ")) == [
        ("Answer calls in a minute", ["Calls were answered in 50 seconds."], ["Done"], ["Head of Calls"]),
        ("Open a desk in Port Anders", ["A site is being sought."], ["In progress"], ["Head of Estates"]),
        ("Print letters in large type", [], [], ["Head of Print"]),
    ]


def test_a_name_that_comes_twice_is_no_label_of_its_own() -> None:
    text = "Our plan: grow.\nTheir plan: shrink.\n\nOur hope: rain. We will plant trees.\n"
    assert read(text) == []


def test_names_before_colons_in_prose_without_pledges_are_no_labels() -> None:
    text = "".join(f"Note: the hall was full.\nTime: {hour} o’clock.\n\n" for hour in range(1, 6))
    assert read(text) == []


ADVICE = (
    ("count its boats", "We agree. A count is made.", "In hand", "38 boats have been counted.", "Harbour Master"),
    ("light the quay", "There is money for it.", "Complete", "All lamps were lit by May.", "Head of Works"),
    ("close the slip", "We see no need for it.", "Refused", "", "Harbour Master"),
)


def test_lines_of_their_own_that_come_back_are_labels_whatever_they_say() -> None:
    text = "Reply\n\n" + "\n".join(
        f"Recommendation {number}\nThe port should {what}.\n\nHow we saw it then\n\n{then}\n\n"
        f"What has become of it\n\n{word}\n\n{now}\n\nIn charge: {who}\n"
        for number, (what, then, word, now, who) in enumerate(ADVICE, start=1)
    )
    assert read(text) == [
        ("The port should count its boats.", [ADVICE[0][3]], ["In hand"], ["Harbour Master"]),
        ("The port should light the quay.", [ADVICE[1][3]], ["Complete"], ["Head of Works"]),
        ("The port should close the slip.", ["Refused"], ["Refused"], ["Harbour Master"]),
    ]


def test_what_is_promised_after_a_reply_is_a_pledge_and_what_is_told_there_reports() -> None:
    replies = (
        ("Accepted.", "We will print a new map.", "May 2026 (Head of Maps)"),
        ("Accepted.", "A second clerk was hired in July.", "Under way"),
        ("Rejected.", "None.", "Not applicable"),
    )
    text = "\n\n".join(
        f"Recommendation {number}: The office should do task {number} well.\n\nResponse: {reply}\n\n"
        f"Action: {action}\n\nBy when: {when}"
        for number, (reply, action, when) in enumerate(replies, start=1)
    )
    assert read(text) == [
        (
            "The office should do task 1 well.",
            ["Accepted.", "Accepted"],
            ["Accepted"] * 2,
            ["Head of Maps", "May 2026"],
        ),
        ("We will print a new map.", ["Accepted.", "Accepted"], ["Accepted"] * 2, ["Head of Maps", "May 2026"]),
        ("The office should do task 2 well.", ["Accepted.", replies[1][1]], ["Under way"], []),
        ("The office should do task 3 well.", ["Rejected."], ["Rejected"], []),
    ]


def test_a_label_before_that_of_the_pledge_opens_the_record() -> None:
    text = "\n\n".join(
        f"Agency: {agency}\n\nRecommendation: The agency should do task {number}.\n\n"
        f"Standing: {word}\n\nRemarks: {said}"
        for number, (agency, word, said) in enumerate(
            (
                ("Coast Office", "Open", "A draft was sent in May."),
                ("Port Authority", "Closed", "The work was done in June."),
                ("Coast Office", "Open", "The agency did not agree."),
            ),
            start=1,
        )
    )
    assert read(text) == [
        ("The agency should do task 1.", ["A draft was sent in May."], ["Open"], ["Coast Office"]),
        ("The agency should do task 2.", ["The work was done in June."], ["Closed"], ["Port Authority"]),
        ("The agency should do task 3.", ["The agency did not agree."], ["Open"], ["Coast Office"]),
    ]


def test_what_somebody_was_asked_is_answered_by_what_they_tell() -> None:
    asked = (
        ("More buses.", "Two buses were added."),
        ("A park.", "The parish has refused."),
        ("Longer hours.", "We added two hours."),
    )
    text = "\n\n".join(f"What we were asked: {one}\n\nWhat we can tell you: {told}" for one, told in asked)
    assert [(pledge, said) for pledge, said, _, _ in read(text)] == [(one, [told]) for one, told in asked]


def test_actions_of_minutes_have_owners_and_times() -> None:
    text = "\n\n".join(
        f"{number}. Item {number}\n\nThe chair spoke.\n\n"
        f"Action: Harbour Office to send out map {number}.\n\nDue: 1 June"
        for number in (1, 2, 3)
    )
    assert [(pledge, beside) for pledge, _, _, beside in read(text)] == [
        (f"Harbour Office to send out map {number}.", ["Harbour Office", "1 June"]) for number in (1, 2, 3)
    ]


def test_whom_an_owner_works_with_is_a_partner() -> None:
    text = cards(": ").replace("Head of Calls", "Head of Calls, with the Coast Trust")
    text = text.replace("Head of Estates", "Head of Estates (with Port Homes)")
    assert [beside for _, _, _, beside in read(text)] == [
        ["Head of Calls", "the Coast Trust"],
        ["Head of Estates", "Port Homes"],
        ["Head of Print"],
    ]


def test_lines_that_come_back_at_the_head_of_each_page_are_no_labels() -> None:
    text = "\n\n".join(
        f"Coast Council Plan\n\nThe hall was opened in May {year}.\n\nCosts rose in {year}."
        for year in range(2001, 2009)
    )
    assert read(text) == []


REMARK = "R{number} {act}\n\nManager: Head of Works\n\nState of play: {word}\n\n{label}: {said}\n\n"
ACTS = (
    ("Replace all signs along the quay.", "Closed", "All 64 signs were replaced."),
    ("Publish one map of moorings.", "On track", "A first map was published in May."),
    ("Trial smart bins at three beaches.", "Not started", "No money was found this year."),
)


def remarks(label: str) -> str:
    return "".join(
        REMARK.format(number=number, act=act, word=word, label=label, said=said)
        for number, (act, word, said) in enumerate(ACTS, start=1)
    )


@pytest.mark.parametrize("label", ["Comment", "Feedback", "Action", "Officer’s note", "Remarks"])
def test_a_label_that_tells_beside_a_verdict_reports_whatever_it_is_called(label: str) -> None:
    assert [(pledge, said, words) for pledge, said, words, _ in read(remarks(label))] == [
        (act, [said], [word]) for act, word, said in ACTS
    ]


def test_what_was_done_under_a_second_label_of_pledges_answers_the_first() -> None:
    text = "".join(f"Recommendation: {act}\nAction: {said}\nStatus: {word}\n\n" for act, word, said in ACTS)
    assert [(pledge, said, words) for pledge, said, words, _ in read(text)] == [
        (act, [said], [word]) for act, word, said in ACTS
    ]


def test_an_action_beside_a_verdict_that_is_to_be_done_stays_a_pledge() -> None:
    text = "".join(f"Owner: Head of Works\nAction: {act}\nStatus: {word}\n\n" for act, word, _ in ACTS)
    assert [pledge for pledge, *_ in read(text)] == [act for act, *_ in ACTS]


LISTS = (("Publish a map of moorings", "Train all wardens"), ("Open a desk at the pier",), ("Replace the old pumps",))


def plan(label: str, lists: tuple[tuple[str, ...], ...] = LISTS) -> list[Block]:
    parts = ("**Problem:** boats wait for hours.\n\n**" + label + ":**\n\n- " + "\n- ".join(one) for one in lists)
    return list(markdown(Path("plan.md"), "\n\n".join(parts).encode()).blocks)


@pytest.mark.parametrize("label", ["Initiatives", "What it takes", "Measures", "Response"])
def test_lists_of_acts_under_a_label_that_comes_back_are_pledges(label: str) -> None:
    found = sections(plan(label), KNOWN)
    assert [one.span.text for section in found for one in section.pledges] == [act for acts in LISTS for act in acts]
    assert not any(section.heading for section in found)


@pytest.mark.parametrize("label", ["Partners", "Response", "Measures"])
def test_lists_of_names_or_of_what_was_done_are_no_pledges(label: str) -> None:
    lists = (("Harbour Trust", "A map was published"), ("Ferry Company",), ("Wardens were trained last year",))
    assert sections(plan(label, lists), KNOWN) == []
