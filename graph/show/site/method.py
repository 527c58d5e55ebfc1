"""How the links were made and how accurate they are: the rules in plain words, with what they came to in one store."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.ask.findings import links_made
from graph.ask.reviewing import decision_sets
from graph.evaluate import evaluate
from graph.show.site.cells import Cell, number_cell, text_cell
from graph.show.site.rendering import rendered
from graph.show.words import shown, words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from graph.show.site.links import Links
    from graph.store import Store

Record = dict[str, Any]

# Made by `make docs` (benchmarks.accuracy): how accurate the links are on documents whose every link is known.
PUBLISHED = Path(__file__).parent / "accuracy.json"

_REVIEWS = ("Accepted", "Rejected", "Unreviewed")
_COLUMNS = ("What", "Links", *(words()["reviews"][one.lower()].capitalize() for one in _REVIEWS))
_RULES = "SELECT ?rule ?label WHERE { ?rule a sl:Rule ; skos:prefLabel ?label }"


def method_page(store: Store, links: Links) -> bytes:
    """The HTML of the page."""
    made = links_made(store)
    counts = Counter[str]()
    for one in made:
        counts[one["review"]] += one["count"]
    told, rules = words(), _labels(store)
    answers = [one for one in made if one["relation"] in ("evidencedBy", "ownedBy")]
    return rendered(
        "method.html.j2",
        links,
        title="How the links were made, and how accurate they are",
        total=sum(counts.values()),
        reviewed=counts["Accepted"] + counts["Rejected"],
        rejected=counts["Rejected"],
        sets=decision_sets(store),
        columns=_COLUMNS,
        relations=_table(made, "relation", {name: look["out"] for name, look in told["relations"].items()}),
        justifications=_table(made, "justification", told["justifications"]),
        rules=_table(made, "rule", rules),
        scopes=_table(answers, "scope", told["scopes"]),
        confidence=_table(made, _level, {one["word"]: one["word"] for one in told["confidence"]}),
        published=[_published(one) for one in published()],
        crumbs=[("Home", links.home)],
        formats={},
        data=None,
        **_accuracy(store, counts),
    )


@cache
def published() -> list[Record]:
    """`{"documents", "count", "evidencedBy", "ownedBy", "involves", "status"}` of each kind of measured documents."""
    read: list[Record] = json.loads(PUBLISHED.read_text(encoding="utf-8"))
    return read


def _table(made: Sequence[Record], what: str | Callable[[Record], str], named: Mapping[str, str]) -> list[list[Cell]]:
    """Links by one thing that is said of them, in the order of its words: how many, and by the state of review."""
    counts: dict[str, Counter[str]] = {}
    for one in made:
        key = one[what] if isinstance(what, str) else what(one)
        counts.setdefault(key, Counter())[one["review"]] += one["count"]
    keys = [*(key for key in named if key in counts), *sorted(key for key in counts if key not in named)]
    return [
        [
            text_cell(named.get(key, key)),
            number_cell(counts[key].total()),
            *(number_cell(counts[key][review]) for review in _REVIEWS),
        ]
        for key in keys
    ]


def _level(link: Record) -> str:
    word: str = next(one["word"] for one in words()["confidence"] if link["confidence"] >= one["from"])
    return word


def _labels(store: Store) -> dict[str, str]:
    found = {row["rule"].value.rpartition("#")[2]: shown(row["label"].value) for row in store.select(_RULES)}
    return dict(sorted(found.items()))


def _accuracy(store: Store, counts: Mapping[str, int]) -> Record:
    """What measuring came to; why nothing is known, where nobody has decided about anything."""
    nothing: Record = {"judged": None, "status": None, "accuracy": [], "calibration": [], "unknown": ""}
    if not store.record["decisions_applied"]:
        return nothing | {
            "unknown": "These pages were made without the decisions kept with the documents, so it is not known."
        }
    if not counts["Accepted"] + counts["Rejected"]:
        return nothing | {"unknown": "Nobody has decided about any link of these documents, so it is not known."}
    figures = evaluate(store)
    total = figures["relations"][-1]
    return nothing | {
        "judged": total,
        "status": figures["status"],
        "accuracy": [_measured(one) for one in figures["relations"] if any(one[key] for key in _VERDICTS)],
        "calibration": [_band(one) for one in figures["calibration"] if one["right"] + one["wrong"]],
    }


_VERDICTS = ("right", "wrong", "missed", "unjudged")


def _measured(one: Record) -> list[Cell]:
    look = words()["relations"].get(one["relation"])
    shares = (_share(one["precision"]), _share(one["recall"]))
    return [text_cell(look["out"] if look else "All together"), *(number_cell(one[key]) for key in _VERDICTS), *shares]


def _band(one: Record) -> list[Cell]:
    return [
        text_cell(one["confidence"]),
        number_cell(one["right"]),
        number_cell(one["wrong"]),
        _share(one["precision"]),
    ]


def _share(value: float | None) -> Cell:
    return text_cell("not known" if value is None else f"{round(value * 100)}") | {"number": True}


def _published(one: Record) -> list[Cell]:
    keys = ("evidencedBy", "ownedBy", "involves", "status")
    return [
        text_cell(one["documents"]),
        number_cell(one["count"]),
        *(text_cell("not known" if one[key] is None else f"{one[key]:.2f}") | {"number": True} for key in keys),
    ]
