"""Bodies read as if they listed no names: owners are still found, and the figures say how well."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graph.build import DEVON, build
from graph.errors import QueryError
from graph.evaluate import evaluate, evaluate_without_names, measure
from graph.identifiers import iri
from graph.model import Name
from graph.read.manifest import read_folder
from graph.store import open_store
from graph.unlisted import reviewed_without_names, same_names
from graph.values import Kind, Relation, Review

if TYPE_CHECKING:
    from conftest import MakeBody

BODIES = Path(__file__).parent / "fixtures" / "bodies"
KNOWN = ["harrowmere-homes", "northmarch-fire", "strathenrick-dementia"]
HELD_OUT = ["estmark-police", "lowmoor-green", "wexcombe-access"]
DECISIONS = (
    "subject_id\tpredicate_id\tobject_id\n"
    "id:anyshire/roads/commitment/{pledge}\tsl:ownedBy\tid:anyshire/programme/better-roads\n"
)


def f1(figures: dict[str, Any], relation: str) -> float:
    (value,) = (row["f1"] for row in figures["relations"] if row["relation"] == relation)
    return float(value or 0)


def owners(folder: Path, *, without_names: bool) -> float:
    return f1(measure([read_folder(folder)], without_names=without_names), "ownedBy")


def test_the_worked_example_still_has_its_owners() -> None:
    assert owners(DEVON, without_names=True) >= 0.9


@pytest.mark.parametrize("name", [*KNOWN, *HELD_OUT])
def test_owners_are_found_nearly_as_well_as_with_a_list(name: str) -> None:
    assert owners(BODIES / name, without_names=True) >= owners(BODIES / name, without_names=False) - 0.05


def test_the_figures_of_a_graph_are_those_of_its_store(devon_store: Path) -> None:
    assert measure([read_folder(DEVON)]) == evaluate(open_store(devon_store))


def test_the_figures_of_several_bodies_are_those_of_their_store(tmp_path: Path) -> None:
    folders = [DEVON, *(BODIES / name for name in KNOWN)]
    build(folders, tmp_path / "store")
    assert measure(map(read_folder, folders)) == evaluate(open_store(tmp_path / "store"))


def test_a_found_name_counts_as_the_listed_one_that_it_spells(make_body: MakeBody) -> None:
    graph = reviewed_without_names(read_folder(make_body()))
    (owned,) = (link for link in graph.links if link.relation is Relation.OWNED_BY)
    assert owned.object.endswith("/anyshire/programme/better-roads")
    decided = DECISIONS.format(pledge=owned.subject.rsplit("/", 1)[1])
    (link,) = (
        link
        for link in reviewed_without_names(read_folder(make_body(decisions=decided))).links
        if link.relation is Relation.OWNED_BY
    )
    assert link.review is Review.ACCEPTED


def test_an_owner_that_only_the_list_knows_is_missed(make_body: MakeBody) -> None:
    names = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix sl: <https://w3id.org/strategy-links#> .\n"
    names += '<programme/better-roads> a sl:Programme ; skos:prefLabel "the lanes" .'
    review = (
        "What we said we would do\n- Mend the lanes.\nWhat we have achieved\n- Mending goes on as part of the lanes.\n"
    )
    folder = make_body(review, names=names)
    pledge = next(iter(reviewed_without_names(read_folder(folder)).commitments)).iri.rsplit("/", 1)[1]
    folder = make_body(review, names=names, decisions=DECISIONS.format(pledge=pledge))
    (row,) = (
        row for row in measure([read_folder(folder)], without_names=True)["relations"] if row["relation"] == "ownedBy"
    )
    assert (row["right"], row["wrong"], row["missed"]) == (0, 0, 1)
    (row,) = (row for row in measure([read_folder(folder)])["relations"] if row["relation"] == "ownedBy")
    assert (row["right"], row["wrong"], row["missed"]) == (1, 0, 0)


def test_names_are_the_same_by_any_of_their_spellings() -> None:
    def name(address: str, label: str, *aliases: str) -> Name:
        return Name(iri("https://example.org/" + address), Kind.PROGRAMME, label, aliases)

    found = [name("f1", "Better-Roads project"), name("f2", "Another Plan")]
    listed = [name("l1", "Better Roads", "better roads Project"), name("l2", "Roads")]
    assert same_names(found, listed) == {found[0].iri: (listed[0].iri,), found[1].iri: ()}


def test_without_a_list_and_without_decisions_nothing_is_judged(make_body: MakeBody) -> None:
    figures = measure([read_folder(make_body(names=None))], without_names=True)
    assert not figures["judged"]


def test_a_store_is_measured_again_without_names(make_body: MakeBody, tmp_path: Path) -> None:
    store = tmp_path / "store"
    build([make_body()], store)
    assert evaluate_without_names(open_store(store)) == measure([read_folder(make_body())], without_names=True)


def test_a_document_that_changed_since_is_told_of(make_body: MakeBody, tmp_path: Path) -> None:
    store, folder = tmp_path / "store", make_body()
    build([folder], store)
    (folder / "review.txt").write_text((folder / "review.txt").read_text("utf-8") + "\nMore.\n", encoding="utf-8")
    with pytest.raises(QueryError, match=r"have changed since the store was built; build it again\."):
        evaluate_without_names(open_store(store))


def test_a_store_without_decisions_is_refused(automatic_store: Path) -> None:
    with pytest.raises(QueryError, match="--ignore-decisions"):
        evaluate_without_names(open_store(automatic_store))
