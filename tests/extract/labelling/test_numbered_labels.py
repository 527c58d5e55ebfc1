"""Labels with a number open a record each, by a word that is known or by the texts that follow them."""

from __future__ import annotations

import pytest

from graph.extract.known import Known
from graph.extract.labelling.numbered_labels import with_numbered
from graph.extract.layouts.labels import sections
from graph.read.text import blocks

KNOWN = Known.of({})
ADVICE = (
    ("publish its attendance figures", "Figures have been on our website since January.", "Data Manager"),
    ("appoint a lead in each school", "Five of seven schools have one.", "Director of Care"),
    ("review its exclusions policy", "A review began in March.", "Deputy Chief Executive"),
)


def reply(word: str) -> str:
    return "REPLY TO THE PANEL\n\n" + "\n".join(
        f"{word} {number}\nThe trust should {what}.\nWhere we stand\n{said}\nAnswering for it\n{who}\n"
        for number, (what, said, who) in enumerate(ADVICE, start=1)
    )


@pytest.mark.parametrize("word", ["Recommendation", "Point", "Call", "Concern"])
def test_whatever_the_points_of_a_review_are_called_each_opens_a_record(word: str) -> None:
    told = [
        (pledge.reference, pledge.span.text, [one.span.text for one in section.progress], pledge.beside[0][1].text)
        for section in sections(blocks(reply(word), KNOWN.is_label), KNOWN)
        for pledge in section.pledges
    ]
    assert told == [
        (f"{word} {number}", f"The trust should {what}.", [said], who)
        for number, (what, said, who) in enumerate(ADVICE, start=1)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Chapter 1\nThe council should grow.\n\nChapter 2\nWe will plant trees.\n\nChapter 3\nWe will build homes.\n",
        "Ward 1\nNine beds were added.\n\nWard 2\nA nurse was hired.\n\nWard 3\nThe roof was mended.\n",
        "Point 1\nThe council should grow.\n\nPoint 2\nWe will plant trees.\n",
        "Bay 7\nWe will mend it.\n\nBay 2\nWe will close it.\n\nBay 4\nWe will open it.\n",
        "",
    ],
    ids=["parts of a document", "no acts", "two", "in no order", "nothing"],
)
def test_other_words_with_numbers_are_no_labels(text: str) -> None:
    assert with_numbered(blocks(text), KNOWN) == KNOWN
