"""All the links of a document's sections, by every rule in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.link.blankets import by_blanket, exceptions
from graph.link.evidence import by_wording
from graph.link.involvement import partners
from graph.link.ownership import owned
from graph.link.words import rarity, words
from graph.model import Link
from graph.values import Relation, Rule

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.extract.mentions import Names
    from graph.model import Section


def link_sections(sections: Sequence[Section], names: Names) -> list[Link]:
    """Link every section on its own; how rare a word is is counted over all of them together."""
    weights = rarity(words(quote.text, names) for section in sections for quote in section.quotes)
    return [link for section in sections for link in _link_section(section, weights, names)]


def _link_section(section: Section, weights: Mapping[str, float], names: Names) -> list[Link]:
    statements = {one.iri: one for one in section.statements}
    commitments = {one.iri: one for one in section.commitments}
    direct = exceptions(section.statements, by_wording(section.commitments, section.statements, weights, names))
    evidence = [*direct, *by_blanket(section.commitments, section.statements, direct)]
    return [
        *evidence,
        *owned(evidence, statements, commitments, names, weights),
        *partners(section.commitments, evidence, statements, names),
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
