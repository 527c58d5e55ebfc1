"""The answers of the command line as text: what `where` says, a trace as a tree, records as flat rows."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from graph.ask.trace import paths
from graph.show.tables import Format, Table, printable, render, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    import networkx

    Record = dict[str, Any]

STATUS_WORDS = {
    "Achieved": "Achieved",
    "InProgress": "In progress",
    "Outstanding": "Outstanding: said not to be done",
    "NotReported": "Not reported: a review was read and says nothing of it",
    "NotAssessed": "Not assessed: no review of its strategy has been read",
}
SCOPE_WORDS = {
    "direct": "about this pledge",
    "all": "about all pledges of its section",
    "rest": "about the other pledges of its section",
    "remaining": "about what remains in its section",
    "exception": "takes it out of what is said of the others",
}


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
)


def _row(record: Record) -> Record:
    return {
        "pledge": printable(record["text"]),
        "theme": " – ".join(record["theme"]),
        "status": record["status"]["value"],
        "owners": [owner["name"] for owner in record["owners"]],
        "owner_parents": list(dict.fromkeys(parent for owner in record["owners"] for parent in owner["part_of"])),
        "evidence": [printable(quote["text"]) for quote in record["evidence"]],
        "scope": list(dict.fromkeys(quote["scope"] for quote in record["evidence"])),
        "confidence": record["status"]["confidence"],
        "partners": [partner["name"] for partner in record["partners"]],
        "outcomes": [printable(outcome["text"]) for outcome in record["outcomes"]],
        "strategy": record["strategy"]["title"],
        "as_of": record["status"]["as_of"],
        "document": record["source"]["document"],
        "line": record["source"]["line"],
        "commitment": record["iri"],
    }


def brief(records: Iterable[Record]) -> Table:
    """Commitments as a table that fits a terminal."""
    return Table.of(
        [
            {
                "pledge": record["text"],
                "theme": record["theme"][-1],
                "status": record["status"]["value"],
                "owners": [owner["name"] for owner in record["owners"]],
                "line": record["source"]["line"],
            }
            for record in records
        ],
        ("pledge", "theme", "status", "owners", "line"),
    )


def where_text(matches: Sequence[Record], width: int) -> str:
    """What became of each match, in words, with the quotes that say so."""
    return "\n".join(_one_match(record, width) for record in matches)


def _one_match(record: Record, width: int) -> str:
    status = record["status"]
    lines = [_wrapped(printable(record["text"]), "", width)]
    as_of = f", as of {status['as_of']}" if status["as_of"] else ""
    sure = f" (confidence {status['confidence']:.2f})" if status["value"] != "NotAssessed" else ""
    lines.append(_wrapped(f"status    {STATUS_WORDS[status['value']]}{as_of}{sure}", "  ", width))
    lines += [_wrapped(f"owner     {_owner(owner)}", "  ", width) for owner in record["owners"]]
    lines += [
        _wrapped(
            f"evidence  “{printable(quote['text'])}” ({_place(quote)}; {SCOPE_WORDS[quote['scope']]};"
            f" {_sureness(quote)})",
            "  ",
            width,
        )
        for quote in record["evidence"]
    ]
    if record["partners"]:
        lines.append(_wrapped("partners  " + ", ".join(one["name"] for one in record["partners"]), "  ", width))
    lines += [
        _wrapped(f"outcome   “{printable(one['text'])}” ({_attested(one)})", "  ", width) for one in record["outcomes"]
    ]
    lines.append(_wrapped(f"pledged   {record['strategy']['title']} ({_place(record['source'])})", "  ", width))
    lines.append(_wrapped(f"theme     {' – '.join(record['theme'])}", "  ", width))
    return "\n".join(lines) + "\n"


def _owner(owner: Record) -> str:
    chain = "".join(f", part of {parent}" for parent in owner["part_of"])
    return f"{owner['name']}{chain} ({_sureness(owner)})"


def _sureness(link: Record) -> str:
    if link["review"] == "accepted":
        return "accepted in review"
    return f"automatic, confidence {link['confidence']:.2f}"


def _attested(outcome: Record) -> str:
    return f"attested by {outcome['attested_by']}" if outcome["attested_by"] else "the body’s own word"


def _place(quote: Record) -> str:
    page = f", page {quote['page']}" if quote["page"] else ""
    return f"{printable(quote['document'])}{page}, line {quote['line']}"


def _wrapped(text: str, indent: str, width: int) -> str:
    hanging = indent + " " * 10 if indent else ""
    return textwrap.fill(
        visible(text),
        width,
        initial_indent=indent,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )


def tree(graph: networkx.DiGraph, root: str, width: int) -> str:
    """A trace as a tree, each branch with its relation and how sure it is."""
    lines = []
    for depth, node, edge in paths(graph, root):
        label = printable(graph.nodes[node]["label"])
        if graph.nodes[node]["kind"] in ("ProgressStatement", "Outcome"):
            label = f"“{label}”"
        if graph.nodes[node]["kind"] == "ProgressStatement":
            label += f" ({node})"
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
