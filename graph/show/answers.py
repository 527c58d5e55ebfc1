"""The answers of the command line: records as flat rows, a trace as a tree, figures as tables."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from graph.ask.trace import paths
from graph.show.readable import numbered
from graph.show.tables import Format, Table, printable, render
from graph.show.told import where_text
from graph.show.words import shown

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import networkx

    Record = dict[str, Any]

__all__ = ["accuracy_text", "brief", "built_text", "flat", "tree", "tree_records", "where_text"]


def flat(records: Iterable[Record]) -> Table:
    """Commitments as one row each, for tables and spreadsheets."""
    return Table.of([_row(record) for record in records], _COLUMNS)


_COLUMNS = (
    "pledge",
    "theme",
    "status",
    "owners",
    "owner_parents",
    "evidence",
    "scope",
    "confidence",
    "partners",
    "outcomes",
    "strategy",
    "as_of",
    "document",
    "line",
    "commitment",
    "reference",
    "timescale",
    "stated",
)


def _row(record: Record) -> Record:
    return {
        "pledge": shown(record["text"]),
        "theme": " – ".join(record["theme"]),
        "status": record["status"]["value"],
        "owners": [owner["name"] for owner in record["owners"]],
        "owner_parents": list(dict.fromkeys(parent for owner in record["owners"] for parent in owner["part_of"])),
        "evidence": [shown(quote["text"]) for quote in record["evidence"]],
        "scope": list(dict.fromkeys(quote["scope"] for quote in record["evidence"])),
        "confidence": record["status"]["confidence"],
        "partners": [partner["name"] for partner in record["partners"]],
        "outcomes": [shown(outcome["text"]) for outcome in record["outcomes"]],
        "strategy": record["strategy"]["title"],
        "as_of": record["status"]["as_of"],
        "document": record["source"]["document"],
        "line": record["source"]["line"],
        "commitment": record["iri"],
        "reference": record["reference"],
        "timescale": _shown(record["timescale"]),
        "stated": _shown(record["status"]["stated"]),
    }


def _shown(text: str | None) -> str | None:
    return shown(text) if text else None


def brief(records: Iterable[Record]) -> Table:
    """Commitments as a table that fits a terminal."""
    return Table.of(
        [
            {
                "pledge": shown(numbered(record)),
                "theme": record["theme"][-1],
                "status": record["status"]["value"],
                "owners": [owner["name"] for owner in record["owners"]],
                "line": record["source"]["line"],
            }
            for record in records
        ],
        ("pledge", "theme", "status", "owners", "line"),
    )


_QUOTED = ("Commitment", "ProgressStatement", "Particular", "Outcome")


def tree(graph: networkx.DiGraph, root: str, width: int) -> str:
    """A trace as a tree, each branch with its relation and how sure it is."""
    lines = []
    for depth, node, edge in paths(graph, root):
        kind = graph.nodes[node]["kind"]
        label = (shown if kind in _QUOTED else printable)(graph.nodes[node]["label"])
        if kind in _QUOTED and depth:
            label = f"“{label}”"
        if kind in ("ProgressStatement", "Particular"):
            label += f" ({printable(node)})"
        sure = f" [{edge['scope']}, {edge['confidence']:.2f}, {edge['review']}]" if "scope" in edge else ""
        head = f"{'   ' * (depth - 1)}└─ {edge['relation']}: " if depth else ""
        indent = " " * (3 * depth + 3)
        lines.append(textwrap.fill(head + label + sure, width, subsequent_indent=indent, break_on_hyphens=False))
    return "\n".join(lines) + "\n"


def tree_records(graph: networkx.DiGraph, root: str) -> list[Record]:
    """A trace as rows: depth, relation, label, kind, scope, confidence, review, node."""
    return [
        {
            "depth": depth,
            "relation": edge.get("relation"),
            "label": graph.nodes[node]["label"],
            "kind": graph.nodes[node]["kind"],
            "scope": edge.get("scope"),
            "confidence": edge.get("confidence"),
            "review": edge.get("review"),
            "node": node,
        }
        for depth, node, edge in paths(graph, root)
    ]


def accuracy_text(figures: Record, width: int) -> bytes:
    """What `evaluate` measured, as three tables."""
    shown = ("relation", "precision", "recall", "f1", "right", "wrong", "missed", "unjudged")
    status = figures["status"]
    parts = [
        b"Automatic links against the decisions\n",
        render(Table.of(figures["relations"], shown), Format.TABLE, width=width),
        b"\nAutomatic status of the pledges\n",
        render(Table.of([status], ("accuracy", "right", "wrong", "unjudged")), Format.TABLE, width=width),
        b"\nWhat a confidence means: the share of links that are right\n",
        render(Table.of(figures["calibration"]), Format.TABLE, width=width),
    ]
    return b"".join(parts)


def built_text(record: Record, store: Path) -> str:
    """What a build read and found, in two lines."""
    counts = record["counts"]

    def count(key: str, plural: str = "") -> str:
        plural = plural or key
        return f"{counts[key]} {plural[:-1] if counts[key] == 1 else plural}"

    statuses = ", ".join(f"{number} {status}" for status, number in record["statuses"].items())
    return (
        f"Built {printable(str(store))}: {count('commitments')} in {count('sections')},"
        f" {count('statements', 'progress statements')}, {count('links')} from {count('documents')}.\n"
        f"Status: {statuses}.\n"
    )
