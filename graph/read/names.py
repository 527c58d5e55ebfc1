"""A body's `names.ttl`: the programmes, organisations, models and places its texts name (SKOS)."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from graph.errors import ManifestError
from graph.identifiers import Iri, iri
from graph.model import Name
from graph.values import Kind

if TYPE_CHECKING:
    from pathlib import Path

    from rdflib import Graph
    from rdflib.term import Node

    from graph.read.manifest import Sources


def listed_names(sources: Sources) -> tuple[Name, ...]:
    """The names that a body lists; none where it has no names.ttl. Raises what `read_names` raises."""
    return read_names(sources.names_file, sources.body.iri + "/") if sources.names_file else ()


def read_names(path: Path, base: str) -> tuple[Name, ...]:
    """Read names in SKOS, sorted by IRI. Relative IRIs are resolved against `base`, the body's own.

    Raises ManifestError for what is not Turtle, has no class or label, or is part of what is not there.
    """
    from rdflib import RDF, Graph, URIRef
    from rdflib.namespace import DCTERMS, ORG, SDO, SKOS

    from graph.vocabulary import SL

    kinds = {
        SL + "Programme": Kind.PROGRAMME,
        str(ORG.Organization): Kind.ORGANISATION,
        SL + "Inspector": Kind.ORGANISATION,
        SL + "Model": Kind.MODEL,
        str(SDO.Place): Kind.PLACE,
    }
    graph = _parse(Graph(), path, base)

    def labels(subject: Node, *properties: Node) -> list[str]:
        return sorted({str(value) for one in properties for value in graph.objects(subject, one)})

    def name_of(subject: Node) -> Name:
        classes = [str(one) for one in graph.objects(subject, RDF.type)]
        kind = next((kinds[one] for one in sorted(classes) if one in kinds), None)
        preferred = labels(subject, SKOS.prefLabel)
        aliases = labels(subject, SKOS.altLabel, SKOS.hiddenLabel)
        if not all(label.strip() for label in (*preferred, *aliases)):
            raise ManifestError(path, f"{subject} has a label without letters", "write its name there")
        if kind is None or len(preferred) != 1:
            need = "one skos:prefLabel" if kind else f"one of the classes {', '.join(sorted(kinds))}"
            raise ManifestError(path, f"{subject} does not have {need}", "add it")
        return Name(
            iri=_iri(path, subject),
            kind=kind,
            label=preferred[0],
            aliases=tuple(aliases),
            part_of=tuple(sorted(_iri(path, one) for one in graph.objects(subject, DCTERMS.isPartOf))),
            inspects=SL + "Inspector" in classes,
        )

    classed = {subject for one in kinds for subject in graph.subjects(RDF.type, URIRef(one))}
    subjects = classed | set(graph.subjects(SKOS.prefLabel))
    names = tuple(sorted(map(name_of, subjects), key=lambda name: name.iri))
    _check_parents(path, names)
    return names


def _parse(graph: Graph, path: Path, base: str) -> Graph:
    logging.getLogger("rdflib.term").setLevel(logging.ERROR)  # what it would warn of is refused below
    try:
        return graph.parse(data=path.read_bytes(), format="turtle", publicID=base)
    except OSError as error:
        raise ManifestError(path, f"cannot be read ({error.strerror})", "check that you may read it") from error
    except Exception as error:  # rdflib raises its parser's own errors, of several trees
        lines = [line for line in str(error).splitlines() if line.strip()]
        raise ManifestError(path, f"is not Turtle: {' '.join(lines[:2])}", "mend that line") from error


def _iri(path: Path, node: Node) -> Iri:
    try:
        return iri(str(node))
    except ValueError as error:
        raise ManifestError(path, str(error), "name everything with an address, not a blank node") from error


def _check_parents(path: Path, names: tuple[Name, ...]) -> None:
    parents = {name.iri: name.part_of for name in names}
    for name in names:
        for parent in name.part_of:
            if parent not in parents:
                raise ManifestError(path, f"{name.label} is part of {parent}, which is not there", "add that name")
        if name.iri in _ancestors(name.iri, parents):
            raise ManifestError(path, f"{name.label} is part of itself", "break the circle of dcterms:isPartOf")


def _ancestors(start: Iri, parents: dict[Iri, tuple[Iri, ...]]) -> set[Iri]:
    found: set[Iri] = set()
    waiting = list(parents[start])
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            waiting.extend(parents.get(one, ()))
    return found
