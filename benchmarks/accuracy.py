"""Accuracy of the automatic links on every body that has a complete reading.

make docs         writes the tables into docs/accuracy.md
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.tables import TOP, markdown, put
from graph.build import DEVON, build
from graph.evaluate import evaluate, evaluate_without_names
from graph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterable

INVENTED = TOP / "tests" / "fixtures" / "bodies"
HELD_OUT = frozenset({"estmark-police", "lowmoor-green", "wexcombe-access"})
SHOWN = ("evidencedBy", "ownedBy", "involves", "continues")


def main() -> None:
    """Measure, and write the tables."""
    figures = {folder.name: _figures(folder) for folder in (DEVON, *sorted(INVENTED.iterdir()))}
    page = TOP / "docs" / "accuracy.md"
    devon = figures["devon"]
    put(page, "devon", _relations(devon))
    put(page, "bodies", _bodies(figures))
    put(page, "calibration", _calibration(figures.values()))
    sys.stdout.write(_bodies(figures) + "\n")


def _figures(folder: Path) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as name:
        build([folder], Path(name) / "store")
        store = open_store(Path(name) / "store")
        return {**evaluate(store), "without_names": evaluate_without_names(store)}


def _relations(figures: dict[str, Any]) -> str:
    columns = ("relation", "precision", "recall", "f1", "right", "wrong", "missed")
    rows = [[_shown(one[column]) for column in columns] for one in figures["relations"]]
    status = figures["status"]
    total = status["right"] + status["wrong"]
    return markdown(columns, rows) + f"\n\nStatus: {status['right']} of {total} right ({_shown(status['accuracy'])})."


def _bodies(figures: dict[str, dict[str, Any]]) -> str:
    rows = []
    for body, one in figures.items():
        by_relation = {entry["relation"]: entry for entry in one["relations"]}
        kind = "real" if body == "devon" else "held out" if body in HELD_OUT else "rules were written with it"
        f1 = [_shown(by_relation[relation]["f1"]) for relation in SHOWN]
        unlisted = {entry["relation"]: entry for entry in one["without_names"]["relations"]}
        rows.append([body, kind, *f1, _shown(unlisted["ownedBy"]["f1"]), _shown(one["status"]["accuracy"])])
    columns = (*(f"{relation} F1" for relation in SHOWN), "ownedBy F1 without names", "status right")
    return markdown(("body", "document", *columns), rows)


def _calibration(figures: Iterable[dict[str, Any]]) -> str:
    bands: dict[str, list[int]] = {}
    for one in figures:
        for band in one["calibration"]:
            counts = bands.setdefault(band["confidence"], [0, 0])
            counts[0] += band["right"]
            counts[1] += band["wrong"]
    rows = [
        (band, right, wrong, _shown(right / (right + wrong) if right + wrong else None))
        for band, (right, wrong) in bands.items()
    ]
    return markdown(("confidence", "right", "wrong", "share right"), rows)


def _shown(value: float | int | str | None) -> str:
    return "" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    main()
