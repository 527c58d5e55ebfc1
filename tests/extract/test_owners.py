"""A sentence names the programmes that hold the work, and only those."""

from __future__ import annotations

import pytest

from extract.samples import NAMES, short
from graph.extract.owners import owners

OWNED = {
    "as part of": ("Work continues as part of the Coast Plan.", ["coast"]),
    "through": ("It is progressing through the Coast Plan.", ["coast"]),
    "within quotation marks": ("It sits in the ‘A Place Called Home’ Programme.", ["home"]),
    "at the start": ("Through the Coast Plan we have opened a hub.", ["coast"]),
    "a home in the past": ("All intentions were progressed as part of the early help review.", ["review"]),
    "two owners": ("Work continues as part of the Coast Plan and the Harbour Plan.", ["coast", "harbour"]),
    "two owners, each with its cue": ("It moved to the Coast Plan and to the Harbour Plan.", ["coast", "harbour"]),
    "three owners": (
        "It continues in the Coast Plan, the Harbour Plan and Building Bridges.",
        ["coast", "harbour", "bridges"],
    ),
    "a work stream of an owner": ("It is part of the county work stream of the Coast Plan.", ["coast"]),
    "a part and its parent": ("It forms part of Steps within the ‘A Place Called Home’ programme.", ["steps"]),
    "a parent before its part": ("The A Place Called Home Programme includes the Steps project.", ["steps"]),
    "a part that only the sentence knows": ("Work is in the Coast Plan, part of the Harbour Plan.", ["coast"]),
    "the part as the subject": ("The Coast Plan, which is part of the Harbour Plan, has built it.", ["coast"]),
    "a board that leads": ("This is led by the Harbour Board.", ["board"]),
    "a board that it sits with": ("The work now sits with the Harbour Board.", ["board"]),
    "a board and a programme": ("It is overseen by the Harbour Board and the Coast Plan.", ["board", "coast"]),
    "the same owner twice": ("It is in the Coast Plan and continues in the Coast Plan.", ["coast"]),
    "an owner after a container": (
        "The full schedule is set out in the Coast Plan and work continues within the Harbour Plan.",
        ["harbour"],
    ),
    "a board that is leading": ("The Harbour Board is leading this work.", ["board"]),
    "a board that now owns": ("The Harbour Board now owns the depot lease.", ["board"]),
    "a board that will lead": ("The Harbour Board will lead on the new pier.", ["board"]),
    "a board that has taken the lead": ("The Harbour Board has taken the lead.", ["board"]),
    "a board that is responsible": ("The Harbour Board is now responsible for these actions.", ["board"]),
    "a plan that takes it forward": ("The Coast Plan will take this forward.", ["coast"]),
    "a plan that takes forward the rest": ("The Coast Plan is taking forward the remaining actions.", ["coast"]),
    "a plan that has picked it up": ("The Coast Plan has since picked these up.", ["coast"]),
    "a plan that covers it": ("The Coast Plan now covers this.", ["coast"]),
    "a plan in quotation marks that covers it": ("The ‘A Place Called Home’ programme now covers this.", ["home"]),
    "two boards that lead together": (
        "The Coast Plan and the Harbour Board are leading this work.",
        ["coast", "board"],
    ),
    "a board that it moves forward under": ("The rest is moving forward under the Harbour Board.", ["board"]),
    "a board that it has passed to": ("Responsibility has passed to the Harbour Board.", ["board"]),
    "a board that it was handed over to": ("It has been handed over to the Harbour Board.", ["board"]),
    "a board in whose hands it is": ("It is now in the hands of the Harbour Board.", ["board"]),
    "a workstream of an owner": ("This is now a workstream of the Coast Plan.", ["coast"]),
    "a strand within an owner": ("It became a separate strand within the Coast Plan.", ["coast"]),
}
NOT_OWNED = {
    "a container": "A comprehensive plan is contained within the A Place Called Home Programme.",
    "a container that is set out": "The full schedule is set out in the Coast Plan.",
    "a programme only named": "The Coast Plan was published in May.",
    "a programme reported to": "We reported to the Coast Plan.",
    "a board that is a partner": "We are working with the Harbour Board.",
    "a board behind a word for programmes": "This was developed through the Harbour Board.",
    "a model": "It was done through the Mockingbird model.",
    "a look-alike of A Place Called Home": "We are progressing through finding a place called home.",
    "a look-alike of Steps": "It is moving forward through taking steps.",
    "a look-alike of Building Bridges": "It was reviewed as part of the bridges service.",
    "a clause between": "Within a year of the flood the Coast Plan was published.",
    "nothing": "All actions are complete.",
    "a board that led something else": "The Harbour Board led the parade.",
    "a board that does not lead": "The Harbour Board is no longer leading this work.",
    "a board that will not take it": "The Harbour Board will not take this forward.",
    "a board that reads a paper": "The Harbour Board will take this paper in May.",
    "a board that runs something of its own": "The Harbour Board runs a regatta.",
    "parts of a plan": "Three strands of the Coast Plan are complete.",
    "a model that covers it": "The Mockingbird model covers this.",
}


@pytest.mark.parametrize(("sentence", "expected"), OWNED.values(), ids=OWNED)
def test_work_is_held_by(sentence: str, expected: list[str]) -> None:
    assert short(owners(sentence, NAMES)) == expected


@pytest.mark.parametrize("sentence", NOT_OWNED.values(), ids=NOT_OWNED)
def test_work_is_not_held_by(sentence: str) -> None:
    assert owners(sentence, NAMES) == ()
