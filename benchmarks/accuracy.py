"""Accuracy of the automatic links on every body that has a complete reading.

make docs         writes the tables into docs/accuracy.md, and what pages tell of them beside graph/show/site/method.py
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.tables import TOP, markdown, put
from graph.build import DEVON, build
from graph.evaluate import Accuracy, evaluate, evaluate_without_names
from graph.show.site.method import PUBLISHED
from graph.store import open_store

if TYPE_CHECKING:
    from collections.abc import Iterable

INVENTED = TOP / "tests" / "fixtures" / "bodies"
HELD_OUT = frozenset({"estmark-police", "lowmoor-green", "wexcombe-access"})
SHOWN = ("evidencedBy", "ownedBy", "involves", "continues")
KINDS = {
    "real": "the worked example: a real review",
    "rules were written with it": "invented reviews that rules were written with",
    "held out": "invented reviews that were held out",
}


def main() -> None:
    """Measure, and write the tables."""
    figures = {folder.name: _figures(folder) for folder in (DEVON, *sorted(INVENTED.iterdir()))}
    page = TOP / "docs" / "accuracy.md"
    devon = figures["devon"]
    put(page, "devon", _relations(devon))
    put(page, "bodies", _bodies(figures))
    put(page, "calibration", _calibration(figures.values()))
    told = [_together(kind, [one for body, one in figures.items() if _kind(body) == kind]) for kind in KINDS]
    PUBLISHED.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(_bodies(figures) + "\n")


def _kind(body: str) -> str:
    return "real" if body == DEVON.name else "held out" if body in HELD_OUT else "rules were written with it"


def _together(kind: str, figures: list[dict[str, Any]]) -> dict[str, Any]:
    """The figures of several bodies as one, each link and each status counted once (`graph.show.site.method`)."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in figures:
        for entry in one["relations"]:
            counts.update({(entry["relation"], verdict): entry[verdict] for verdict in ("right", "wrong", "missed")})
        counts.update({("status", verdict): one["status"][verdict] for verdict in ("right", "wrong")})
    shares = {name: Accuracy(name, *(counts[name, one] for one in ("right", "wrong", "missed"))) for name in SHOWN}
    statuses = Accuracy("status", counts["status", "right"], counts["status", "wrong"], 0)
    return {
        "documents": KINDS[kind],
        "count": len(figures),
        **{name: one.f1 for name, one in shares.items()},
        "status": statuses.precision,
    }


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
        kind = _kind(body)
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
