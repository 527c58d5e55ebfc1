"""All the links of one body: within its documents, from plans to the reports on them, and between generations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.link.across import link_across
from graph.link.joined import stated_once
from graph.link.lineage import continues, direct_only, generations
from graph.link.sections import link_sections

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from graph.extract.names.mentions import Names
    from graph.identifiers import Iri
    from graph.model import Document, Link, Section, Strategy


def link_body(
    by_document: Mapping[Iri, Sequence[Section]],
    documents: Sequence[Document],
    strategies: Sequence[Strategy],
    names: Names,
) -> Iterator[Link]:
    """Every automatic link of a body, given the sections of each of its documents as `joined.join` leaves them.

    A claim that two documents make on the same ground is made once.
    """
    made = set()
    for link in _links(by_document, documents, strategies, names):
        ground = (link.key, link.statement, link.rule)
        if ground not in made:
            made.add(ground)
            yield link


def _links(
    by_document: Mapping[Iri, Sequence[Section]],
    documents: Sequence[Document],
    strategies: Sequence[Strategy],
    names: Names,
) -> Iterator[Link]:
    for sections in by_document.values():
        yield from link_sections(sections, names)
    stated = _stated(by_document, strategies)
    for document in documents:
        strategy = document.reports_on
        reported = [one for one in by_document[document.iri] if one.statements and not one.commitments]
        if strategy and strategy != document.states and reported:
            yield from link_across(stated[strategy], reported, names)
    yield from direct_only(
        link
        for newer, older, replaces in generations(strategies)
        for link in continues(stated[newer], stated[older], names, replaces=replaces)
    )


def _stated(
    by_document: Mapping[Iri, Sequence[Section]], strategies: Sequence[Strategy]
) -> Mapping[Iri, Sequence[Section]]:
    """The sections with the pledges of each strategy, each pledge once: a report may state it again."""
    found: dict[Iri, list[Section]] = {one.iri: [] for one in strategies}
    for section in stated_once(one for sections in by_document.values() for one in sections):
        if section.commitments and section.theme.strategy in found:
            found[section.theme.strategy].append(section)
    return found
