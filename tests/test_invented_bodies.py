"""Reviews of bodies that do not exist: other labels, other words, other subjects than Devon's.

What each is, and which were held out when the rules were written: tests/fixtures/README.md.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from link.truth import Truth, crossing, f1, found_links, found_status, precision, read_truth

from graph.assemble import assemble
from graph.build import build
from graph.read.manifest import read_folder
from graph.store import open_store
from graph.validate import validate
from graph.values import Relation

if TYPE_CHECKING:
    from graph.model import Graph

BODIES = Path(__file__).parent / "fixtures" / "bodies"
# How many pledges the writer of each review counts in it.
PLEDGES = {
    "estmark-police": 31,
    "harrowmere-homes": 31,
    "lowmoor-green": 34,
    "northmarch-fire": 33,
    "strathenrick-dementia": 29,
    "wexcombe-access": 31,
}
NAMES = sorted(PLEDGES)  # those that are one review each; bodies of several documents: tests/link, tests/ask
KNOWN = ["harrowmere-homes", "northmarch-fire", "strathenrick-dementia"]
RELATIONS = (Relation.EVIDENCED_BY, Relation.OWNED_BY, Relation.INVOLVES)


@cache
def truth(name: str) -> Truth:
    return read_truth(BODIES / name / "decisions.tsv")


@cache
def automatic(name: str) -> Graph:
    return assemble(read_folder(BODIES / name), ignore_decisions=True)


@cache
def decided(name: str) -> Graph:
    return assemble(read_folder(BODIES / name))


@pytest.mark.parametrize("name", NAMES)
def test_every_pledge_that_the_writer_decided_on_is_found(name: str) -> None:
    assert truth(name).pledges
    assert truth(name).pledges <= {one.iri for one in automatic(name).commitments}


@pytest.mark.parametrize(("name", "count"), PLEDGES.items())
def test_no_pledge_is_missed_or_made_up(name: str, count: int) -> None:
    assert len(list(automatic(name).commitments)) == count


@pytest.mark.parametrize("name", NAMES)
def test_no_decision_is_lost(name: str) -> None:
    assert decided(name).findings == ()


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_is_the_exact_text_at_its_offsets(name: str) -> None:
    (document,) = automatic(name).documents
    for section in automatic(name).sections:
        assert [document.text[one.start : one.end] for one in section.quotes] == [one.text for one in section.quotes]


@pytest.mark.parametrize("name", NAMES)
def test_no_link_crosses_sections(name: str) -> None:
    assert crossing(automatic(name).links, automatic(name).sections) == []


@pytest.mark.parametrize("name", NAMES)
def test_after_the_decisions_the_graph_says_what_the_writer_meant(name: str) -> None:
    graph = decided(name)
    assert truth(name).status.items() <= found_status(graph).items()
    assert all(pairs <= found_links(graph, Relation(one)) for one, pairs in truth(name).links.items())


def test_of_the_links_the_rules_are_sure_of_nine_in_ten_are_right() -> None:
    claimed = [
        (name, pair) for name in NAMES for one in RELATIONS for pair in found_links(automatic(name), one, at_least=0.9)
    ]
    right = {(name, pair) for name in NAMES for pairs in truth(name).links.values() for pair in pairs}
    assert len(claimed) >= 30
    assert sum(one in right for one in claimed) / len(claimed) >= 0.9


@pytest.mark.parametrize(
    ("relation", "least"), [(Relation.EVIDENCED_BY, 0.70), (Relation.OWNED_BY, 0.70), (Relation.INVOLVES, 0.35)]
)
def test_links_of_the_bodies_that_taught_the_rules_stay_as_good(relation: Relation, least: float) -> None:
    found = set().union(*(found_links(automatic(name), relation) for name in KNOWN))
    right = set().union(*(truth(name).links[relation.value] for name in KNOWN))
    assert f1(found, right) >= least
    assert precision(found, right) >= least


def test_all_bodies_build_into_one_store_that_is_valid(tmp_path: Path) -> None:
    record = build([BODIES / name for name in NAMES], tmp_path / "store")
    assert record["counts"]["commitments"] == sum(len(list(decided(name).commitments)) for name in NAMES)
    assert record["findings"] == []
    assert validate(tmp_path / "store") == []
    rows = open_store(tmp_path / "store").select("SELECT ?c WHERE { ?c a sl:Commitment }")
    assert len(list(rows)) == record["counts"]["commitments"]
