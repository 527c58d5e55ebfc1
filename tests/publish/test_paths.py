"""Paths of pages: made from IRIs alone, and safe on every disk and every web server."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.identifiers import DEFAULT_BASE
from graph.publish.paths import distinct, numbered, paths
from graph.vocabulary import local_name

if TYPE_CHECKING:
    from graph.store import Store

BASES = (DEFAULT_BASE,)
SAFE = re.compile(r"id(/[A-Za-z0-9_][A-Za-z0-9._~-]*)+\.html")


def path(rest: str) -> str:
    return distinct([DEFAULT_BASE + rest], BASES)[DEFAULT_BASE + rest]


def test_a_path_is_what_stands_behind_the_base() -> None:
    assert path("body/plan/commitment/open-a-hub-1f884026") == "id/body/plan/commitment/open-a-hub-1f884026.html"


@given(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=6))
def test_whatever_an_iri_holds_its_path_is_safe_and_stays_in_the_folder(segments: list[str]) -> None:
    made = path("/".join(segments))
    assert SAFE.fullmatch(made)
    assert ".." not in made.split("/")


@pytest.mark.parametrize(
    "name", ["..", ".", "", "con", "NUL", "com1.txt", "a b", "a?b", "a#b", "c:d", "x" * 300, "dot."]
)
def test_what_a_disk_or_a_server_might_refuse_becomes_a_checksum(name: str) -> None:
    made = path(f"body/{name}").removeprefix("id/body/").removesuffix(".html")
    assert re.fullmatch(r".*[0-9a-f]{8}", made)
    assert len(made) <= 100


def test_two_things_whose_names_differ_in_capitals_have_two_files() -> None:
    made = distinct([DEFAULT_BASE + "Plan", DEFAULT_BASE + "plan"], BASES)
    assert len({one.casefold() for one in made.values()}) == 2


def test_two_things_that_become_alike_have_two_files() -> None:
    made = distinct([DEFAULT_BASE + "a/b c", DEFAULT_BASE + "a/b+c"], BASES)
    assert len(set(made.values())) == 2


def test_what_is_named_elsewhere_has_no_page() -> None:
    assert distinct(["https://elsewhere.example/a"], BASES) == {}


def test_every_pledge_programme_theme_outcome_and_document_has_a_path(devon: Store) -> None:
    known = paths(devon)
    for kind in ("Commitment", "Programme", "Theme", "Outcome", "Document", "Strategy", "ProgressStatement"):
        things = {row["iri"].value for row in devon.select(f"SELECT ?iri WHERE {{ ?iri a sl:{kind} }}")}
        assert things
        assert things <= set(known)
    assert len(set(known.values())) == len(known)


def test_a_path_does_not_change_when_other_things_come(devon: Store) -> None:
    known = paths(devon)
    some = list(known)[::7]
    assert {iri: known[iri] for iri in some} == distinct(some, BASES)
    assert all(local_name(iri) in path for iri, path in known.items())


def test_further_pages_of_a_long_list_stand_beside_the_first() -> None:
    assert [numbered("lists/a.html", number) for number in (1, 2)] == ["lists/a.html", "lists/a.page-2.html"]
