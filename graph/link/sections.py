"""All the links of a document's sections, by every rule in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.link.beside import by_layout, owners_beside, partners_beside
from graph.link.blankets import by_blanket, exceptions
from graph.link.counts import about_the_whole, counts_pledges
from graph.link.evidence import by_wording
from graph.link.involvement import partners
from graph.link.ownership import owned
from graph.link.words import rarity, words
from graph.model import Link
from graph.values import Relation, Rule

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.extract.names.mentions import Names
    from graph.model import Section


def link_sections(sections: Sequence[Section], names: Names) -> list[Link]:
    """Link every section on its own; how rare a word is is counted over all of them together."""
    weights = rarity(words(quote.text, names) for section in sections for quote in section.quotes)
    return [link for section in sections for link in _link_section(section, weights, names)]


def _link_section(section: Section, weights: Mapping[str, float], names: Names) -> list[Link]:
    statements = {one.iri: one for one in section.statements}
    commitments = {one.iri: one for one in section.commitments}
    paired = by_layout(section.statements)
    answered = {link.subject for link in paired}
    counts = [one for one in section.statements if counts_pledges(one)]
    free = [one for one in section.statements if not one.answers and not counts_pledges(one)]
    left = [one for one in section.commitments if one.iri not in answered]
    direct = exceptions(free, by_wording(left, free, weights, names))
    evidence = [*paired, *direct, *by_blanket(left, free, direct)]
    return [
        *evidence,
        *about_the_whole(section.theme.strategy, counts),
        *owned(evidence, statements, commitments, names, weights),
        *owners_beside(section.commitments, names),
        *partners(section.commitments, evidence, statements, names),
        *partners_beside(section.commitments, names),
        *_outcomes(section),
    ]


def _outcomes(section: Section) -> list[Link]:
    return [
        Link(
            subject=statement.iri,
            relation=Relation.REPORTS,
            object=outcome.iri,
            rule=Rule.OUTCOME,
            confidence=0.8,
            statement=statement.iri,
            explanation="its words report a result",
        )
        for statement in section.statements
        for outcome in statement.outcomes
    ]
