"""Names before a colon that come back with each pledge are labels that the document makes itself."""

from __future__ import annotations

from graph.extract.known import Known
from graph.extract.layouts.labels import sections
from graph.read.text import blocks

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
