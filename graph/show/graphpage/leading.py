"""Where the things of a graph page have pages of their own, in a site or at a server, in few words.

An IRI and the address of its page end alike. So one rule, `[start of the IRI, what stands for it, what follows]`, says
the addresses of many things; those that no rule says rightly are named one by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.show.graphpage.drawing import given
from graph.show.graphpage.sources import alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.show.graphpage.drawing import Drawing
    from graph.show.site.links import Links

Rule = list[str]
_MOST = 8  # rules: one for each base and kind of ending is enough
_LEAST = 8  # characters that an IRI and an address must share at the end, so that a rule is worth it


def pages(drawing: Drawing, links: Links) -> dict[str, Any]:
    """`{"rules", "others"}`: `others` has the address, or null for no page, of what breaks the rules."""
    rules, others = ruled((node["id"] for node in drawing.nodes), links)
    return {"rules": rules, "others": others}


def lead(drawing: Drawing, links: Links) -> None:
    """Give each strategy and each document its `page`, and each document the start of addresses of its passages."""
    for strategy in drawing.strategies:
        strategy.update(given(page=links.iri(strategy["iri"])))
    for identity, document in drawing.documents.items():
        passage = links.passage(identity, 0)
        document.update(given(page=links.iri(identity), passage=passage and passage.removesuffix("0")))


def ruled(iris: Iterable[str], links: Links) -> tuple[list[Rule], dict[str, str | None]]:
    """The rules, and the addresses that they do not say rightly."""
    rules: list[Rule] = []
    others: dict[str, str | None] = {}
    for iri in iris:
        address = links.iri(iri)
        if address is not None and by_rule(rules, iri) is None and len(rules) < _MOST:
            rules += rule_of(iri, address)
        if by_rule(rules, iri) != address:
            others[iri] = address
    return rules, others


def by_rule(rules: Sequence[Rule], iri: str) -> str | None:
    """The address of an IRI by the first rule for its start.

    >>> by_rule([["https://a.example/id/", "things/", ".html"]], "https://a.example/id/plan")
    'things/plan.html'
    """
    fitting = (rule for rule in rules if iri.startswith(rule[0]))
    return next((before + iri.removeprefix(start) + after for start, before, after in fitting), None)


def rule_of(iri: str, address: str) -> list[Rule]:
    """The rule that makes an address of an IRI, where they end alike.

    >>> rule_of("https://a.example/id/body/plan-2024", "things/body/plan-2024.html")
    [['https://a.example/id', 'things', '.html']]
    """
    for after in (".html", ""):
        shared = alike(reversed(iri), reversed(address.removesuffix(after)))
        if address.endswith(after) and shared >= _LEAST:
            return [[iri[:-shared], address.removesuffix(after)[:-shared], after]]
    return []
