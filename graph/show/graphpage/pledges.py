"""A pledge in the drawing: its card, its theme, who owns it, who takes part, and the pledges before and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.read.markup import plain
from graph.show.graphpage.drawing import given, standing
from graph.show.graphpage.statements import Statements, statement_id
from graph.show.readable import numbered
from graph.show.tables import printable
from graph.show.words import shown
from graph.values import Scope

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.show.graphpage.drawing import Drawing, Edge, Record

OWN_SCOPES = (Scope.DIRECT, Scope.EXCEPTION)  # of statements about one pledge: the others report on no one pledge
_CLAIM = ("scope", "confidence", "justification", "review")


class Pledges:
    """Adds records to a drawing; `finish` adds what can only be said when all are there."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.statements = Statements(drawing)
        self._paths: dict[tuple[str, ...], int] = {}  # strategy and headings -> theme
        self._lineage: list[tuple[int, Sequence[Mapping[str, Any]]]] = []
        self._said: list[tuple[Edge, Sequence[Mapping[str, Any]]]] = []

    def add(self, record: Mapping[str, Any]) -> None:
        """Add a pledge, its theme, and everything it links to."""
        drawing = self.drawing
        owners, evidence = standing(record["owners"]), standing(record["evidence"])
        theme = self.theme(record)
        note = owned_by([owner["name"] for owner in owners])
        pledge = drawing.node(
            record["iri"], "Commitment", plain(numbered(record)), note=note, **self.particulars(record)
        )
        drawing.nodes[pledge]["band"] = theme
        drawing.bands[theme].append(pledge)
        drawing.edge(pledge, theme, "theme")
        self.statements.passage(record["source"], theme)
        for quote in evidence:
            said = self.statements.add(quote, quote["attestation"], theme)
            claim = {key: quote.get(key) for key in ("scope", "confidence", "review")}
            drawing.beside(pledge, said, "evidencedBy", **claim)
        for owner in owners:
            self.owner(pledge, owner)
        for partner in record["partners"]:
            drawing.beside(pledge, drawing.node(partner["iri"], "Organisation", partner["name"]), "involves")
        own = [quote for quote in evidence if quote["scope"] in OWN_SCOPES]
        for outcome in record["outcomes"]:
            reporter = drawing.number(reporter_of(outcome, own) or "")
            self.statements.outcome(pledge if reporter is None else reporter, outcome)
        self._lineage.append((pledge, record["lineage"]))

    def particulars(self, record: Mapping[str, Any]) -> Record:
        """What is known of the pledge itself: its status and history, where it stands, and what is said beside it."""
        status = record["status"]
        return {
            "status": status["value"],
            "stated": words_of(status["stated"]),
            "as_of": status["as_of"],
            "sure": status["confidence"],
            "strategy": self.drawing.strategy(record["strategy"]["iri"]),
            **self.drawing.place(record["source"]),
            **{key: words_of(record.get(key)) for key in ("timescale", "measure")},
            "strength": record.get("strength"),
            "history": [self.past(one, record["strategy"]["iri"]) for one in record["history"]]
            if has_history(record)
            else None,
        }

    def past(self, one: Mapping[str, Any], near: str) -> Record:
        """What a pledge was as of a document, which the history tells by its name alone; `near` is its strategy."""
        document = one.get("document")
        if document is not None:
            document = self.drawing.documents.number(self.drawing.sources.called(document, near))
        return given(**{**one, "document": document, "stated": words_of(one["stated"])})

    def theme(self, record: Mapping[str, Any]) -> int:
        """The theme of a pledge; where there are several strategies it says its own."""
        path = (record["strategy"]["iri"], *record["theme"])
        if path not in self._paths:
            title = record["strategy"]["title"]
            text = " › ".join(record["theme"]) or title
            if len(self.drawing.strategies) > 1 and text != title:
                text = f"{text} ({title})"
            strategy = self.drawing.strategy(path[0])
            identity = self.drawing.sources.themes.get(record["iri"]) or "theme:" + "/".join(path)
            self._paths[path] = self.drawing.node(identity, "Theme", text, strategy=strategy)
        return self._paths[path]

    def owner(self, pledge: int, owner: Mapping[str, Any]) -> None:
        """Add an owner and all that it is part of."""
        drawing = self.drawing
        parents = [step["name"] for step in owner["chain"] if step["part"] == owner["iri"]]
        note = f"Part of {' and '.join(parents)}" if parents else ""
        holder = drawing.node(owner["iri"], group_of(owner), owner["name"], note=note)
        edge = drawing.beside(pledge, holder, "ownedBy", **{key: owner.get(key) for key in _CLAIM})
        self._said.append((edge, owner["evidence"]))
        below = {owner["iri"]: holder}
        for step in owner["chain"]:
            above = below[step["whole"]] = drawing.node(step["whole"], group_of(step), step["name"])
            drawing.edge(below[step["part"]], above, "partOf")
            drawing.pulls[above].append(pledge)

    def finish(self) -> None:
        """Join the pledges of one line, the themes to wider ones, and the owners to the sentences that name them."""
        for pledge, relatives in self._lineage:
            self.relatives(pledge, relatives)
        for path, theme in self._paths.items():
            wider = (self._paths[path[:end]] for end in range(len(path) - 1, 0, -1) if path[:end] in self._paths)
            self.drawing.nodes[theme].update(given(above=next(wider, None)))
        for edge, quotes in self._said:
            edge["said"] = [self.statements.drawn(one) for one in quotes]

    def relatives(self, pledge: int, relatives: Sequence[Mapping[str, Any]]) -> None:
        """A line to each older pledge that is drawn; words for those that are not, older or newer."""
        elsewhere = []
        for other in relatives:
            found = self.drawing.number(other["iri"])
            if found is None:
                elsewhere.append(
                    {
                        "relation": other["relation"],
                        "text": shown(other["text"]),
                        "strategy": printable(other["strategy"]),
                        "confidence": other["confidence"],
                    }
                )
            elif other["relation"] == "continues":
                self.drawing.edge(pledge, found, "continues", confidence=other["confidence"])
        self.drawing.nodes[pledge].update(given(elsewhere=elsewhere))


def words_of(said: str | None) -> str | None:
    """A document's words as they can be shown, where it says something."""
    return shown(said) if said else None


def has_history(record: Mapping[str, Any]) -> bool:
    """Whether the history says more than the status: several reports, or one that was read and says nothing of it."""
    history = record["history"]
    return len(history) > 1 or any(one.get("document") and one["status"] == "NotAssessed" for one in history)


def group_of(holder: Mapping[str, Any]) -> str:
    """The class of what holds work, a board or a programme."""
    return "Organisation" if holder["kind"] == "Organization" else "Programme"


def owned_by(names: Sequence[str]) -> str:
    """The line on a pledge's card that says who owns it now, empty for nobody.

    >>> owned_by(["Steps", "Early help review", "SEND Improvement Plan"])
    'Owned now by Steps and 2 more'
    """
    distinct = list(dict.fromkeys(names))
    more = f" and {len(distinct) - 1} more" if len(distinct) > 1 else ""
    return f"Owned now by {distinct[0]}{more}" if distinct else ""


def reporter_of(outcome: Mapping[str, Any], evidence: Sequence[Mapping[str, Any]]) -> str | None:
    """The statement that reports an outcome of a pledge: the one whose words hold it, or the only one."""
    holders = [quote for quote in evidence if outcome["text"] in quote["text"]]
    holders = holders or (list(evidence) if len(evidence) == 1 else [])
    return statement_id(holders[0]) if holders else None
