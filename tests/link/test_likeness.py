"""Two texts are alike by words of their topic; among thousands only those with a rare word in common are compared."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.link.likeness import Measure, alike, opening, readable, terms, weights_of
from link.samples import NAMES


def likeness(first: str, second: str, *others: str, measure: Measure | None = None) -> float:
    texts = [terms(text, NAMES) for text in (first, second, *others)]
    found = list(alike(texts[:1], texts[1:2], weights_of(texts), measure or Measure()))
    return found[0].value if found else 0.0


def test_the_same_words_are_wholly_alike_and_others_not_at_all() -> None:
    assert likeness("Plant willow trees.", "Willow trees are planted.") > 0.9
    assert likeness("Plant willow trees.", "Mend the pier.") == 0.0


def test_words_of_anything_make_nothing_alike() -> None:
    assert likeness("Improve local services for people.", "People improved a new service.") == 0.0
    assert likeness("Improve local services for people.", "We improved local services for people.") > 0.9


def test_words_side_by_side_count_for_more() -> None:
    together = likeness("Open the growth zone.", "The growth zone has opened in a field by the river.")
    apart = likeness("Open the growth zone.", "The zone has opened, and a field by the river sees growth.")
    assert together > apart > 0


def test_a_long_answer_may_be_measured_by_the_pledge() -> None:
    answer = "Willow trees were planted with the help of nine schools, two choirs and a lifeboat crew."
    assert likeness("Plant willow trees.", answer, measure=Measure(0.5, 0.1)) > likeness("Plant willow trees.", answer)


def test_small_numbers_and_links_of_markdown_are_no_words() -> None:
    assert likeness("Open two hubs.", "Two boats sank.") == 0.0
    assert terms("[a hub](https://example.org/otters)", NAMES) == terms("a hub", NAMES)


def test_what_is_shared_is_told_as_it_was_written() -> None:
    texts = [
        terms(text, NAMES) for text in ("Offer carers the Mockingbird model.", "Carers use the Mockingbird model.")
    ]
    (one,) = alike(texts[:1], texts[1:], weights_of(texts), Measure())
    assert set(readable(one.shared, "Offer carers the Mockingbird model.", NAMES)) == {"carers", "Mockingbird"}


def test_an_opening_ends_at_the_first_turn_after_a_few_words() -> None:
    assert opening("We published a ferry strategy, which names ports.") == "We published a ferry strategy"
    assert opening("Last year, we published a ferry strategy that names ports.").endswith("strategy ")
    assert opening("Publish it.") == "Publish it."
    assert opening("") == ""


WORDS = st.lists(st.sampled_from(["hub", "pier", "ferry", "open", "new", "service", "tree"]), max_size=6).map(" ".join)


@given(st.lists(WORDS, max_size=5), st.lists(WORDS, max_size=5))
def test_likeness_lies_between_nothing_and_one_and_what_is_shared_is_in_both(one: list[str], other: list[str]) -> None:
    first, second = ([terms(text, NAMES) for text in texts] for texts in (one, other))
    for found in alike(first, second, weights_of([*first, *second]), Measure()):
        assert 0 < found.value <= 1
        assert set(found.shared) == first[found.first] & second[found.second]
