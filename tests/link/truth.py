"""What people decided, read from `decisions.tsv` as any program would read it: not by the code under test."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.values import Relation, Review

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from graph.model import Graph, Link, Section, Theme

BASE = "https://w3id.org/strategy-links/id/"
STATUS = "https://w3id.org/strategy-links#"
Pair = tuple[str, str]


@dataclass(frozen=True)
class Truth:
    """The links that are right, by relation, and what became of each pledge."""

    links: dict[str, set[Pair]]
    status: dict[str, str]

    @property
    def pledges(self) -> set[str]:
        return set(self.status)


def read_truth(path: Path) -> Truth:
    links: dict[str, set[Pair]] = {}
    status: dict[str, str] = {}
    for row in rows(path):
        subject, target = (_expand(row[key]) for key in ("subject_id", "object_id"))
        if row["predicate_modifier"] == "Not":
            continue
        if row["predicate_id"] == "sl:status":
            status[subject] = target.removeprefix(STATUS)
        else:
            links.setdefault(row["predicate_id"], set()).add((subject, target))
    return Truth(links, status)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))


def found_links(graph: Graph, relation: Relation, at_least: float = 0.0) -> set[Pair]:
    """Subject and object of the links that nobody rejected."""
    return {
        (link.subject, link.object)
        for link in graph.links
        if link.relation is relation and link.review is not Review.REJECTED and link.confidence >= at_least
    }


def found_status(graph: Graph) -> dict[str, str]:
    return {one.commitment: one.status.value for one in graph.assessments if one.review is not Review.REJECTED}


def crossing(links: Iterable[Link], sections: Iterable[Section]) -> list[Link]:
    """The links whose subject stands under another heading than the statement that they rest on."""
    home: dict[str, Theme] = {}
    for section in sections:
        home |= {one.iri: section.theme for one in section.commitments}
        home |= {one.iri: section.theme for one in section.statements}
    return [link for link in links if link.statement and home[link.subject] != home[link.statement]]


def f1(found: set[Pair], right: set[Pair]) -> float:
    return 2 * len(found & right) / (len(found) + len(right))


def precision(found: Iterable[Pair], right: set[Pair]) -> float:
    claimed = list(found)
    return sum(one in right for one in claimed) / len(claimed)


def _expand(name: str) -> str:
    prefix, _, local = name.partition(":")
    return {"id": BASE, "sl": STATUS}[prefix] + local
