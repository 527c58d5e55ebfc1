"""Pledges and what became of them as a pyvis network: six classes of card in three fixed columns."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from pyvis.network import Network

from graph.show.graphpage.cards import card, place
from graph.show.readable import numbered
from graph.show.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.show.graphpage.cards import Node

OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "dragNodes": False, "dragView": False, "zoomView": False, "selectable": False, "hover": True,
        "tooltipDelay": 400,
    },
}  # fmt: skip


def network(commitments: Sequence[Mapping[str, Any]], unanswered: Sequence[Mapping[str, Any]]) -> Network:
    """The graph of `commitments` (docs/records.md) and of the statements that answer none of them.

    `unanswered` holds {"quote": QUOTE, "attestation": str, "outcomes": [{"iri", "text", "attested_by"}]}.
    A node has `group` (its class), `text` (whole), `label` (wrapped), `note`, `x`, `y`, `width`, `height` and
    perhaps `band` (its theme); an edge has `from`, `to` and `relation`. A rejected link is left out.
    """
    drawing = Drawing(several_strategies=len({record["strategy"]["iri"] for record in commitments}) > 1)
    for commitment in commitments:
        drawing.commitment(commitment)
    for commitment in commitments:
        drawing.lineage(commitment)
    for statement in unanswered:
        drawing.unanswered(statement)
    place(drawing.nodes, drawing.bands, drawing.pulls)
    return as_network(drawing)


class Drawing:
    """Nodes and edges, each once and in the order met, and what should stand beside what."""

    def __init__(self, *, several_strategies: bool) -> None:
        self.several_strategies = several_strategies
        self.nodes: dict[str, Node] = {}
        self.edges: dict[tuple[str, str, str], Node] = {}
        self.bands: dict[str, list[str]] = defaultdict(list)  # theme -> its pledges and statements
        self.pulls: dict[str, list[str]] = defaultdict(list)  # right-hand node -> what it should stand beside
        self.passages: dict[str, dict[int, str]] = defaultdict(dict)  # document -> offset -> theme

    def node(self, identity: str, group: str, text: str, *, note: str = "", **more: Any) -> str:
        """Add a node unless it is there; return its id."""
        if identity not in self.nodes:
            look = words()["classes"][group]
            self.nodes[identity] = {
                "id": identity,
                "group": group,
                "text": text,
                **card(group, text, note),
                **more,
            }
            self.nodes[identity] |= {
                "shape": look["shape"],
                "color": look["light"],
                "fixed": True,
                "physics": False,
            }
        return identity

    def edge(self, start: str, end: str, relation: str) -> None:
        self.edges.setdefault((start, end, relation), {"from": start, "to": end, "relation": relation, "arrows": "to"})

    def commitment(self, record: Mapping[str, Any]) -> None:
        """Add a pledge, its theme, and everything it links to."""
        owners, evidence = standing(record["owners"]), standing(record["evidence"])
        pledge = self.node(
            record["iri"],
            "Commitment",
            numbered(record),
            note=owned_by([owner["name"] for owner in owners]),
            status=record["status"]["value"],
        )
        theme = self.theme(record)
        self.edge(pledge, theme, "theme")
        self.bands[theme].append(pledge)
        self.passages[record["source"]["document"]][record["source"]["start"]] = theme
        for quote in evidence:
            self.edge(pledge, self.statement(quote, quote["attestation"], theme), "evidencedBy")
        for owner in owners:
            self.owner(pledge, owner)
        for partner in record["partners"]:
            self.beside(pledge, self.node(partner["iri"], "Organisation", partner["name"]), "involves")
        for outcome in record["outcomes"]:
            self.outcome(reporter(outcome, evidence) or pledge, outcome)

    def theme(self, record: Mapping[str, Any]) -> str:
        path = [record["strategy"]["iri"], *record["theme"]]
        title = record["strategy"]["title"]
        text = " › ".join(record["theme"]) or title
        if self.several_strategies and text != title:
            text = f"{title}: {text}"
        return self.node("theme:" + "/".join(path), "Theme", text)

    def lineage(self, record: Mapping[str, Any]) -> None:
        """Join a pledge to the older ones that it continues, where they are drawn too."""
        for other in record["lineage"]:
            if other["relation"] == "continues" and other["iri"] in self.nodes:
                self.edge(record["iri"], other["iri"], "continues")

    def statement(self, quote: Mapping[str, Any], attestation: str, theme: str, note: str = "") -> str:
        """The node of a quote, one for each document and offset, in the band where it is first met."""
        identity = statement_id(quote)
        if identity not in self.nodes:
            note = note or ("A third party says so" if attestation == "ThirdParty" else "")
            source = {key: quote.get(key) for key in ("document", "line", "page")}
            self.node(
                identity,
                "ProgressStatement",
                quote["text"],
                note=note,
                attestation=attestation,
                source=source,
            )
            self.bands[theme].append(identity)
            if theme:
                self.passages[quote["document"]][quote["start"]] = theme
        return identity

    def unanswered(self, record: Mapping[str, Any]) -> None:
        """Add a statement that answers no pledge, in the band of the passage it follows in its document."""
        quote = record["quote"]
        passages = self.passages.get(quote["document"], {})
        starts = sorted(passages) if passages else []
        before = bisect_right(starts, quote["start"])
        theme = passages[starts[before - 1]] if before else ""
        statement = self.statement(quote, record["attestation"], theme, "Answers no pledge")
        for outcome in record["outcomes"]:
            self.outcome(statement, outcome)

    def owner(self, pledge: str, owner: Mapping[str, Any]) -> None:
        """Add an owner and all that it is part of."""
        parents = [step["name"] for step in owner["chain"] if step["part"] == owner["iri"]]
        note = f"Part of {' and '.join(parents)}" if parents else ""
        self.beside(pledge, self.node(owner["iri"], group_of(owner), owner["name"], note=note), "ownedBy")
        for step in owner["chain"]:
            above = self.node(step["whole"], group_of(step), step["name"])
            self.edge(step["part"], above, "partOf")
            self.pulls[above].append(pledge)

    def outcome(self, source: str, outcome: Mapping[str, Any]) -> None:
        by = outcome.get("attested_by")
        note = f"Says {by}" if by else "The body says so itself"
        self.beside(source, self.node(outcome["iri"], "Outcome", outcome["text"], note=note, by=by), "reports")

    def beside(self, left: str, right: str, relation: str) -> None:
        self.edge(left, right, relation)
        self.pulls[right].append(left)


def standing(links: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Links that no person has rejected."""
    return [link for link in links if link.get("review") != "rejected"]


def group_of(holder: Mapping[str, Any]) -> str:
    """The class of what holds work, a board or a programme."""
    return "Organisation" if holder["kind"] == "Organization" else "Programme"


def statement_id(quote: Mapping[str, Any]) -> str:
    return f"statement:{quote['document']}:{quote['start']}"


def owned_by(names: Sequence[str]) -> str:
    """The line on a pledge's card that says who owns it now, empty for nobody.

    >>> owned_by(["Steps", "Early help review", "SEND Improvement Plan"])
    'Owned now by Steps and 2 more'
    """
    distinct = list(dict.fromkeys(names))
    more = f" and {len(distinct) - 1} more" if len(distinct) > 1 else ""
    return f"Owned now by {distinct[0]}{more}" if distinct else ""


def reporter(outcome: Mapping[str, Any], evidence: Sequence[Mapping[str, Any]]) -> str | None:
    """The statement that reports an outcome of a pledge: the one whose words hold it, or the only one."""
    holders = [quote for quote in evidence if outcome["text"] in quote["text"]]
    holders = holders or (list(evidence) if len(evidence) == 1 else [])
    return statement_id(holders[0]) if holders else None


def as_network(drawing: Drawing) -> Network:
    """The pyvis network, filled directly: its add_node compares each new node with all the others."""
    made = Network(directed=True, cdn_resources="in_line")
    made.nodes = list(drawing.nodes.values())
    made.node_ids = list(drawing.nodes)
    made.node_map = dict(drawing.nodes)
    made.edges = list(drawing.edges.values())
    made.set_options(json.dumps(OPTIONS))
    return made
