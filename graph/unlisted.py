"""A body read as if it listed no names, and what people decided on listed names applied to those that were found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.assemble import assemble
from graph.assessments import assessments
from graph.extract.names.spellings import same_key
from graph.read.decisions import decisions_of
from graph.read.names import listed_names
from graph.review import decide

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from graph.identifiers import Iri
    from graph.model import Graph, Link, Name, Section
    from graph.read.decisions import Decision
    from graph.read.manifest import Sources


def reviewed_without_names(sources: Sources) -> Graph:
    """The graph of a body without its list of names, reviewed by its decisions.

    Found names that are listed ones in another spelling have the address of those, so that decisions reach them.
    Raises ManifestError where the names or the decisions cannot be read.
    """
    listed, decisions = listed_names(sources), decisions_of(sources)
    read = assemble(sources, ignore_decisions=True, without_names=True)
    graph = _with_listed(read, listed, decisions)
    decided = decide(graph.links, decisions, graph)
    return replace(graph, links=tuple(decided), assessments=tuple(assessments(graph, graph.links, decided, decisions)))


def same_names(found: Iterable[Name], listed: Iterable[Name]) -> dict[Iri, tuple[Iri, ...]]:
    """For each found name the listed ones that share a spelling with it, in the order of their addresses."""
    by_key: dict[str, set[Iri]] = {}
    for name in listed:
        for label in (name.label, *name.aliases):
            by_key.setdefault(same_key(label), set()).add(name.iri)
    return {
        name.iri: tuple(sorted(set().union(*(by_key.get(same_key(one), ()) for one in (name.label, *name.aliases)))))
        for name in found
    }


def _with_listed(graph: Graph, listed: Sequence[Name], decisions: Iterable[Decision]) -> Graph:
    accepted = {(one.subject, one.object) for one in decisions if one.accepted}
    same = same_names(graph.names, listed)
    first = {iri: names[0] for iri, names in same.items() if names}
    links = {link.key: link for one in graph.links for link in [_of_listed(one, same, accepted)]}
    return replace(
        graph,
        names=(*listed, *(name for name in graph.names if name.iri not in first)),
        sections=tuple(_owned_by_listed(section, first) for section in graph.sections),
        links=tuple(links.values()),
    )


def _of_listed(link: Link, same: Mapping[Iri, tuple[Iri, ...]], accepted: set[tuple[Iri, Iri]]) -> Link:
    """A link with the listed name in place of the found one; of several, the one that people decided on."""
    names = same.get(link.object, ())
    right = [name for name in names if (link.subject, name) in accepted]
    return replace(link, object=(right or names)[0]) if names else link


def _owned_by_listed(section: Section, first: Mapping[Iri, Iri]) -> Section:
    statements = tuple(
        replace(one, owners=tuple(first.get(owner, owner) for owner in one.owners)) for one in section.statements
    )
    return replace(section, statements=statements)
