"""From the sources of one body to its whole graph: read, extract, link, decide, assess."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.assessments import assessments
from graph.extract.document import extract
from graph.extract.known import Known
from graph.extract.names.material import material
from graph.extract.names.mentions import Names
from graph.extract.names.naming import found
from graph.extract.outline import blocks_of, outline
from graph.link.body import link_body
from graph.link.joined import join, stated_once
from graph.model import Document, Graph, Name, Section
from graph.read.decisions import Decision, decisions_of, set_of
from graph.read.names import listed_names
from graph.review import decide, lost

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.extract.items import RawSection
    from graph.extract.names.material import Material
    from graph.identifiers import Iri
    from graph.read.manifest import Sources

_MOST_WORDS = 8  # that are listed of a document


def assemble(sources: Sources, *, ignore_decisions: bool = False, without_names: bool = False) -> Graph:
    """Everything that can be said of one body.

    Without decisions: the automatic links alone. Without names: as if the body had no names.ttl.
    """
    documents, outlines = outlined(sources)
    listed = () if without_names else listed_names(sources)
    names = _names(material(documents, outlines), listed, sources)
    read = {one.iri: extract(one, outlines[one.iri], names) for one in documents}
    by_document = join(read, documents)
    graph = Graph(
        body=sources.body,
        strategies=sources.strategies,
        documents=sources.documents,
        names=tuple(names.by_iri.values()),
        sections=tuple(stated_once(section for sections in by_document.values() for section in sections)),
        findings=(*_unread(documents, read), *_unknown_words(documents, read)),
        completely_read=sources.completely_read,
        decisions=None if ignore_decisions else set_of(sources),
    )
    automatic = list(link_body(by_document, documents, sources.strategies, names))
    decisions = () if ignore_decisions else decisions_of(sources)
    decided = decide(automatic, decisions, graph)
    return replace(
        graph,
        links=tuple(decided),
        assessments=tuple(assessments(graph, automatic, decided, decisions)),
        findings=(*graph.findings, *_lost(sources, decisions, graph)),
    )


def outlined(sources: Sources) -> tuple[list[Document], dict[Iri, list[RawSection]]]:
    """A body's documents divided into blocks, and the outline of each."""
    known = Known.of(sources.cues)
    documents = [replace(one, blocks=blocks_of(one, known)) for one in sources.documents]
    return documents, {one.iri: outline(one, known) for one in documents}


def _names(read: Material, listed: Sequence[Name], sources: Sources) -> Names:
    """The names that a body lists, and those found in its documents."""
    texts, cells = ([one.text for one in stretches] for stretches in (read.texts, read.cells))
    new = found(texts, cells, Names.of(listed), sources.body, sources.no_names)
    return Names.of((*listed, *new.names), new.beside)


def _unread(documents: Iterable[Document], by_document: Mapping[Iri, tuple[Section, ...]]) -> Iterator[str]:
    for document in documents:
        sections = by_document[document.iri]
        if not (document.states or document.reports_on):
            yield f"{document.file_name}: is not read, since it has neither states nor reports_on in strategies.toml."
        elif not any(section.commitments or (section.statements and not document.states) for section in sections):
            yield f"{document.file_name}: {_why_empty(document)}"
        elif document.reports_on and not _is_reported_on(document.reports_on, by_document):
            yield f"{document.file_name}: no progress was found, so its pledges count as not assessed."


def _unknown_words(documents: Iterable[Document], by_document: Mapping[Iri, tuple[Section, ...]]) -> Iterator[str]:
    """The words at a place for statuses that nobody knows: only a person can say what they stand for."""
    for document in documents:
        said = [one for section in by_document[document.iri] for one in section.statements]
        words = Counter(" ".join(one.word.split()) for one in said if one.word and one.stated is None)
        if words:
            listed = ", ".join(f"“{word}” ({count})" for word, count in sorted(words.items())[:_MOST_WORDS])
            yield f"{document.file_name}: status words that are not known: {listed}; add them under [statuses]."


def _is_reported_on(strategy: Iri, by_document: Mapping[Iri, tuple[Section, ...]]) -> bool:
    """Whether any document says what became of a strategy's pledges."""
    return any(
        one.statements for sections in by_document.values() for one in sections if one.theme.strategy == strategy
    )


def _why_empty(document: Document) -> str:
    if document.states is None:
        return "nothing was found in it that reports on pledges."
    return "no pledges were found; if there are some, add their labels or columns to strategies.toml."


def _lost(sources: Sources, decisions: Iterable[Decision], graph: Graph) -> Iterator[str]:
    for decision in lost(tuple(decisions), graph):
        yield (
            f"{sources.decisions_file}: line {decision.line} decides on {decision.subject} and {decision.object},"
            " which are not both there or cannot be so joined; the decision is kept and has no effect."
        )
