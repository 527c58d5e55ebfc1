"""A bullet is one statement, or one per sentence where its sentences say different things."""

from __future__ import annotations

import pytest

from extract.samples import NAMES, short
from graph.extract.statements import reported, sayings, scope_of, status_of
from graph.values import Scope, Status

SPLIT = {
    "a blanket and what it leaves out": [
        "All actions have been progressed.",
        "Providers have been unable to develop options.",
    ],
    "a blanket and a fact": ["All actions are complete.", "The hub has ten desks."],
    "two owners": ["The hub is led by the Harbour Board.", "The depot moved into the Coast Plan."],
    "a container and an owner": [
        "A plan is contained within the ‘A Place Called Home’ Programme.",
        "This includes the Steps project.",
    ],
    "done and not done": ["The hub was opened.", "The pier has not been started."],
    "a part and a rest": ["The hub is open.", "The rest is complete."],
}
WHOLE = {
    "one sentence": "The hub is open.",
    "two sentences on one thing": "The hub is open. It has ten desks.",
    "two stages of one thing": "The hub has been designed. A second is in the planning stage.",
    "not done, and why": "The pier has not been started. It will be costly.",
    "one owner named twice": "It continues in the Coast Plan. It went well as part of the Coast Plan.",
    "an owner for both": "The hub is in the Coast Plan. It has ten desks.",
    "three sentences": "A unit was developed. It has two beds. More are planned.",
}


def texts(bullet: str) -> list[str]:
    return [bullet[one.start : one.end] for one in sayings(bullet, NAMES)]


@pytest.mark.parametrize("sentences", SPLIT.values(), ids=SPLIT)
def test_a_bullet_splits_where_its_sentences_differ(sentences: list[str]) -> None:
    assert texts("  ".join(sentences)) == sentences


@pytest.mark.parametrize("bullet", WHOLE.values(), ids=WHOLE)
def test_a_bullet_stays_whole_where_its_sentences_agree(bullet: str) -> None:
    assert texts(bullet) == [bullet]


def test_a_statement_of_several_sentences_says_what_all_of_them_say() -> None:
    (only,) = sayings("The hub is in the Coast Plan. It is awaiting a lease.", NAMES)
    assert (only.scope, only.stated, short(only.owners)) == (Scope.DIRECT, Status.IN_PROGRESS, ["coast"])


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("All actions have been progressed.", Scope.ALL),
        ("All actions have been completed to a certain level.", Scope.ALL),
        ("All intentions were progressed as part of the early help review.", Scope.ALL),
        ("Everything has been taken forward.", Scope.ALL),
        ("These commitments have all been met.", Scope.ALL),
        ("Most other actions are within the Coast Plan.", Scope.REST),
        ("The remaining promises have been carried over.", Scope.REST),
        ("The rest were completed.", Scope.REST),
        ("Everything else is complete.", Scope.REST),
        ("More work is needed and is being progressed through the Coast Plan.", Scope.REMAINING),
        ("What is left is now with the Harbour Board.", Scope.REMAINING),
        ("Apart from the ferry, all actions are complete.", Scope.ALL),
        ("The hub is open.", Scope.DIRECT),
        ("All staff have been trained.", Scope.DIRECT),
        ("More work is needed on the depot lease.", Scope.DIRECT),
        ("There is more work to do around SEND commissioning.", Scope.DIRECT),
        ("The rest of the budget went on lighting.", Scope.DIRECT),
        ("Actions were progressed for all children.", Scope.DIRECT),
    ],
)
def test_a_sentence_reaches_as_far_as_its_opening_words(sentence: str, scope: Scope) -> None:
    assert scope_of(sentence) is scope


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The framework was recommissioned.", Status.ACHIEVED),
        ("Early support is available.", Status.ACHIEVED),
        ("All actions are complete.", Status.ACHIEVED),
        ("All complete.", Status.ACHIEVED),
        ("All delivered.", Status.ACHIEVED),
        ("The rest is done.", Status.ACHIEVED),
        ("All actions have been completed to a certain level.", Status.IN_PROGRESS),
        ("The strategy has been created and is now under review.", Status.IN_PROGRESS),
        ("All actions have been progressed.", Status.IN_PROGRESS),
        ("The unit has been developed and is awaiting registration.", Status.IN_PROGRESS),
        ("Providers have as yet been unable to develop options.", Status.OUTSTANDING),
        ("The hub has been opened but the pier has not been started.", Status.OUTSTANDING),
        ("There has been no progress.", Status.OUTSTANDING),
        ("No family has stayed in a hotel beyond six weeks.", None),
        ("Some 1,900 boxes are done, against the 4,000 that we had hoped for.", Status.IN_PROGRESS),
        ("The first three have opened.", Status.IN_PROGRESS),
        ("Work on the tower has slipped by seven months.", Status.IN_PROGRESS),
        ("Half of the boxes are scanned; work on the rest starts in the spring.", Status.IN_PROGRESS),
        ("The motion was rejected by members.", Status.OUTSTANDING),
        ("Cabinet dropped the proposal in January.", Status.OUTSTANDING),
        ("Nothing could be done on site this year.", Status.OUTSTANDING),
        ("There is no money for this in the budget.", Status.OUTSTANDING),
        ("Letters that were rejected are now read again.", None),
        ("Landlords have a newsletter at Christmas.", None),
    ],
)
def test_the_least_that_is_reported_counts(text: str, status: Status | None) -> None:
    assert status_of(text) is status


@pytest.mark.parametrize(
    "words", ["except", "except for", "apart from", "aside from", "with the exception of", "other than", "excepting"]
)
def test_a_blanket_sentence_may_leave_something_out(words: str) -> None:
    (only,) = sayings(f"All actions are complete {words} the depot move, which is delayed.", NAMES)
    assert (only.scope, only.excepted) == (Scope.ALL, "the depot move")


@pytest.mark.parametrize(
    ("bullet", "said"),
    [
        ("All actions are complete except the depot move.", None),
        ("Apart from the depot move, all actions are complete.", None),
        ("All actions are complete except the depot move, which is under way.", Status.IN_PROGRESS),
        (
            "All actions are complete, apart from the depot move, where we have been unable to find a site.",
            Status.OUTSTANDING,
        ),
    ],
)
def test_what_is_said_of_the_exception_is_not_said_of_the_others(bullet: str, said: Status | None) -> None:
    (only,) = sayings(bullet, NAMES)
    assert (only.stated, only.excepted, only.said_of_excepted) == (Status.ACHIEVED, "the depot move", said)


def test_only_a_blanket_leaves_something_out() -> None:
    (only,) = sayings("The staff are trained except the crew.", NAMES)
    assert (only.scope, only.excepted) == (Scope.DIRECT, "")


def test_agreeing_with_a_finding_reports_no_work() -> None:
    assert reported("We agree that pay has fallen behind.") is None
    assert reported("We agree that pay has fallen behind. The scale was revised in May.") is Status.ACHIEVED
