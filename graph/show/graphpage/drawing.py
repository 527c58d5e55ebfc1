"""What the graph page holds: nodes, edges and quotes, each once and in the order met; a node is known by its number."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from graph.show.graphpage.cards import card
from graph.show.graphpage.sources import document_of
from graph.show.tables import printable
from graph.show.words import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.show.graphpage.cards import Node
    from graph.show.graphpage.sources import Sources

Edge = dict[str, Any]
Record = dict[str, Any]


class Drawing:
    """Filled record by record (`graph.show.graphpage.pledges`); the layouts then say where everything stands."""

    def __init__(self, strategies: Sequence[Mapping[str, Any]], sources: Sources, *, led: bool = False) -> None:
        """`strategies` as records hold them, in the order in which the page shows them.

        Where `led`, quotes say at which character they start: the page leads to them.
        """
        self.sources, self._led = sources, led
        self.strategies = [given(**{**one, "title": printable(one["title"])}) for one in strategies]
        self.documents = Numbered(sources)
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []
        self.quotes: list[Record] = []
        #: theme (None for none) -> its pledges and statements
        self.bands: dict[int | None, list[int]] = defaultdict(list)
        #: statement, holder or outcome -> the pledges and statements that it should stand beside
        self.pulls: dict[int, list[int]] = defaultdict(list)
        self._numbers: dict[str, int] = {}
        self._edges: dict[tuple[int, int, str], Edge] = {}
        self._quoted: dict[tuple[str, int, str], int] = {}
        self._orders = {one["iri"]: number for number, one in enumerate(strategies)}

    def number(self, identity: str) -> int | None:
        """The number of the node with this id, if it is drawn."""
        return self._numbers.get(identity)

    def strategy(self, iri: str) -> int:
        """The place of a strategy in the order of the page."""
        return self._orders[iri]

    def node(self, identity: str, group: str, text: str, *, note: str = "", **more: Any) -> int:
        """Add a node unless it is there; return its number. What would steer the reader's screen is taken out."""
        found = self._numbers.setdefault(identity, len(self.nodes))
        if found == len(self.nodes):
            text, note = printable(text), printable(note)
            look = card(group, text, note)
            label = look.pop("label")
            own = label if label != text else None
            self.nodes.append({"id": identity, "group": group, "text": text, **given(label=own, **look, **more)})
        return found

    def edge(self, start: int, end: int, relation: str, **claim: Any) -> Edge:
        """Add a line unless it is there. Of two claims of the same, the surer one counts; the first, where equal."""
        made = {"from": start, "to": end, "relation": relation, **given(**claim)}
        found = self._edges.get((start, end, relation))
        if found is None:
            self._edges[start, end, relation] = made
            self.edges.append(made)
            return made
        if made.get("confidence", 0) > found.get("confidence", 0):
            found.update(made)
        return found

    def beside(self, left: int, right: int, relation: str, **claim: Any) -> Edge:
        """A line to what should stand beside where the line comes from."""
        self.pulls[right].append(left)
        return self.edge(left, right, relation, **claim)

    def quote(self, quote: Mapping[str, Any]) -> int:
        """The number of a quote that is no statement of its own, such as the cell of a table that names an owner."""
        key = (document_of(quote), quote["start"], quote["text"])
        found = self._quoted.setdefault(key, len(self.quotes))
        if found == len(self.quotes):
            self.quotes.append({"text": shown(quote["text"]), **self.place(quote)})
        return found

    def place(self, quote: Mapping[str, Any]) -> Record:
        """Where a quote stands: the number of its document, line and page, and if need be its first character."""
        document = self.documents.number(document_of(quote))
        start = quote["start"] if self._led else None
        return given(document=document, line=quote.get("line"), page=quote.get("page"), start=start)


class Numbered:
    """Documents by the order in which they are first met, each as `{"file", "title"}`."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._numbers: dict[str, int] = {}
        self._told: list[Record] = []

    def number(self, identity: str) -> int:
        """The number of a document, from 0."""
        found = self._numbers.setdefault(identity, len(self._told))
        if found == len(self._told):
            self._told.append(self._sources.titled(identity))
        return found

    def items(self) -> Iterable[tuple[str, Record]]:
        """What tells each document from the others, and what is told of it."""
        return zip(self._numbers, self._told, strict=True)

    def values(self) -> list[Record]:
        """What is told of each, in their order, as it can be shown."""
        return self._told


def given(**keys: Any) -> Record:
    """The keys that say something.

    >>> given(page=None, note="", line=0)
    {'line': 0}
    """
    return {key: value for key, value in keys.items() if value is not None and value not in ("", [])}


def standing(links: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Links that no person has rejected."""
    return [link for link in links if link.get("review") != "rejected"]
