"""An invented council with two generations of one strategy, a plan with columns, and a report in each of two years.

Made of the model's own parts, so that what is asked of a store does not hang on how documents are read.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from graph.ask.index import entries
from graph.ask.search import write_index
from graph.assessments import assessments
from graph.extract.names.mentions import Names
from graph.identifiers import Iri, fingerprint, iri
from graph.link.beside import by_layout, owners_beside, partners_beside
from graph.model import (
    Body,
    Commitment,
    Document,
    Graph,
    Link,
    Name,
    Outcome,
    Particular,
    ProgressStatement,
    Quote,
    Section,
    Strategy,
    Theme,
)
from graph.store import SEARCH_INDEX, TEXTS, Store, open_store, publish
from graph.triples import graph_quads, vocabulary_quads
from graph.values import Attestation, Kind, Relation, Review, Role, Rule, Scope, Status, Strength

if TYPE_CHECKING:
    from pathlib import Path

    import pyoxigraph

BASE = "https://example.org/"
HOME = BASE + "brackwater/"
OLD, NEW = iri(HOME + "coast-2016"), iri(HOME + "coast-2022")

OLD_PLAN = """Coast Plan 2016 to 2021
Harbours
We want every family within reach of the water.
Open a ferry stop at Low Quay.
Repair the sea wall.
Deepen the inner harbour.
"""
NEW_PLAN = """Coast Plan 2022 to 2025
Harbours
1.1 | Open a [ferry stop](/ferry/) at **Low Quay**. | Head of Estates; Legal | Harbour Trust | March 2024 | 200 trips
1.2 | Dredge the inner harbour. | Ferry Programme | | |
1.3 | We intend to paint the lighthouse. | | | |
1.4 | Train ten pilots. | | | |
"""
TRACKER = """Progress in 2023
1.1 | Amber | The stop is being built.
1.2 | Red | Not started.
1.4 | Accepted |
"""
REPORT = """Progress in 2024
1.1 | **DONE** | The stop opened in March, and 900 people use it a week.
1.2 | Amber | Dredging began in May as part of the Ferry Programme.
"""


def name(identifier: str, kind: Kind, label: str, *parents: str) -> Name:
    return Name(iri(HOME + identifier), kind, label, (), tuple(iri(HOME + one) for one in parents))


NAMES = (
    name("ferry", Kind.PROGRAMME, "Ferry Programme", "coast-programme", "green-recovery"),
    name("coast-programme", Kind.PROGRAMME, "Coast Programme", "council-plan"),
    name("council-plan", Kind.PROGRAMME, "Council Plan"),
    name("green-recovery", Kind.PROGRAMME, "Green Recovery"),
    name("estates", Kind.ORGANISATION, "Head of Estates"),
    name("legal", Kind.ORGANISATION, "Legal"),
    name("trust", Kind.ORGANISATION, "Harbour Trust"),
)


def document(identifier: str, text: str, date: str, states: Iri | None, reports_on: Iri | None) -> Document:
    """Each half of the text stands on a page of its own."""
    return Document(
        iri=iri(HOME + identifier),
        file_name=f"{identifier}.pdf",
        title=text.split("\n", 1)[0],
        text=text,
        sha256=fingerprint(text, digits=64),
        date=date,
        states=states,
        reports_on=reports_on,
        pages=(0, text.index("\n", len(text) // 2) + 1),
    )


DOCUMENTS = (
    document("old-plan", OLD_PLAN, "2016", OLD, None),
    document("new-plan", NEW_PLAN, "2022-04", NEW, None),
    document("report-2024", REPORT, "2024-06-30", None, NEW),
    document("tracker-2023", TRACKER, "2023", None, NEW),
)
OLD_DOCUMENT, NEW_DOCUMENT, REPORT_2024, TRACKER_2023 = DOCUMENTS


def quote(source: Document, words: str, after: str = "") -> Quote:
    """The words as they stand in a document, the first time after others."""
    start = source.text.index(words, source.text.index(after))
    page = 1 + (start >= source.pages[1])
    return Quote(source.iri, words, start, start + len(words), source.text.count("\n", 0, start) + 1, page)


def theme(strategy: Iri) -> Theme:
    return Theme(
        iri(f"{strategy}/theme/places/harbours"), ("Places", "Harbours"), strategy, iri(f"{strategy}/theme/places")
    )


def pledge(
    source: Document, number: int, words: str, *beside: tuple[Role, str], strength: Strength = Strength.FIRM
) -> Commitment:
    strategy = source.states
    assert strategy
    address = iri(f"{strategy}/commitment/{number}")
    by_label = {one.label: one.iri for one in NAMES}
    return Commitment(
        iri=address,
        quote=quote(source, words),
        strategy=strategy,
        theme=theme(strategy),
        position=number,
        reference=f"1.{number}" if strategy == NEW else "",
        strength=strength,
        particulars=tuple(
            Particular(
                Iri(f"{address}#{role.lower()}"),
                role,
                quote(source, cell, words),
                tuple(by_label[one] for one in cell.split("; ") if one in by_label),
            )
            for role, cell in beside
        ),
    )


PLEDGES = (
    pledge(
        NEW_DOCUMENT,
        1,
        "Open a [ferry stop](/ferry/) at **Low Quay**.",
        (Role.OWNER, "Head of Estates; Legal"),
        (Role.PARTNER, "Harbour Trust"),
        (Role.TIMESCALE, "March 2024"),
        (Role.MEASURE, "200 trips"),
    ),
    pledge(NEW_DOCUMENT, 2, "Dredge the inner harbour.", (Role.OWNER, "Ferry Programme")),
    pledge(NEW_DOCUMENT, 3, "We intend to paint the lighthouse.", strength=Strength.INTENTION),
    pledge(NEW_DOCUMENT, 4, "Train ten pilots."),
)
OLD_PLEDGES = (
    pledge(OLD_DOCUMENT, 1, "Open a ferry stop at Low Quay."),
    pledge(OLD_DOCUMENT, 2, "Repair the sea wall."),
    pledge(OLD_DOCUMENT, 3, "Deepen the inner harbour."),
)
STOP, DREDGE, PAINT, TRAIN = PLEDGES
OLD_STOP, WALL, DEEPEN = OLD_PLEDGES


def statement(
    source: Document, number: int, words: str, word: str, stated: Status | None, answers: Commitment
) -> ProgressStatement:
    return ProgressStatement(
        iri=iri(f"{source.iri}/statement/{number}"),
        quote=quote(source, words),
        theme=theme(NEW),
        position=number,
        scope=Scope.DIRECT,
        stated=stated,
        word=word,
        answers=(answers.iri,),
    )


STATEMENTS = (
    statement(TRACKER_2023, 1, "Amber | The stop is being built.", "Amber", Status.IN_PROGRESS, STOP),
    statement(TRACKER_2023, 2, "Red | Not started.", "Red", Status.OUTSTANDING, DREDGE),
    statement(TRACKER_2023, 3, "Accepted", "Accepted", Status.NOT_ASSESSED, TRAIN),
    statement(
        REPORT_2024, 1, "The stop opened in March, and 900 people use it a week.", "**DONE**", Status.ACHIEVED, STOP
    ),
    statement(
        REPORT_2024, 2, "Dredging began in May as part of the Ferry Programme.", "Amber", Status.IN_PROGRESS, DREDGE
    ),
)
COUNTED = quote(REPORT_2024, "Progress in 2024")  # stands for a statement about the whole strategy
AIM = Outcome(
    iri(HOME + "old-plan/outcome/1"),
    quote(OLD_DOCUMENT, "every family within reach of the water"),
    Attestation.SELF_REPORTED,
)


def continued(newer: Commitment, older: Commitment, confidence: float, review: Review = Review.UNREVIEWED) -> Link:
    return Link(
        newer.iri, Relation.CONTINUES, older.iri, Rule.CONTINUED, confidence, explanation="like words", review=review
    )


@cache
def brackwater() -> Graph:
    """All that is known of the council, with nobody's decisions but one: no new pledge continues the sea wall."""
    names = Names.of(NAMES)
    links = [
        *by_layout(STATEMENTS),
        *owners_beside(PLEDGES, names),
        *partners_beside(PLEDGES, names),
        Link(
            DREDGE.iri, Relation.OWNED_BY, iri(HOME + "ferry"), Rule.OWNER, 0.9, statement=STATEMENTS[4].iri,
            explanation="the statement names it",
        ),
        continued(STOP, OLD_STOP, 0.8),
        continued(DREDGE, DEEPEN, 0.6),
        continued(DREDGE, WALL, 0.5, Review.REJECTED),
    ]  # fmt: skip
    strategies = (
        Strategy(OLD, "Coast Plan 2016 to 2021", "2016", "2021"),
        Strategy(NEW, "Coast Plan 2022 to 2025", "2022", "2025", (OLD,)),
    )
    graph = Graph(
        body=Body(iri(BASE + "brackwater"), "Brackwater Council", BASE),
        strategies=strategies,
        documents=DOCUMENTS,
        names=NAMES,
        sections=(
            Section(theme(OLD), OLD_PLEDGES, (), aims=(AIM,)),
            Section(theme(NEW), PLEDGES, STATEMENTS),
        ),
        links=tuple(links),
    )
    return Graph(
        graph.body,
        graph.strategies,
        graph.documents,
        graph.names,
        graph.sections,
        graph.links,
        tuple(assessments(graph, links, links, ())),
    )


def unsure(review: Review, confidence: float) -> Graph:
    """Brackwater, with another confidence of one owner, and perhaps a decision about it."""
    graph = brackwater()
    owners = [one for one in graph.links if one.subject == DREDGE.iri and one.relation is Relation.OWNED_BY]
    changed = [replace(one, confidence=confidence, review=review) if one in owners else one for one in graph.links]
    return replace(graph, links=tuple(changed))


def publish_graph(graph: Graph, folder: Path) -> Store:
    """A store of one body, as a build would publish it."""

    def companions(loaded: pyoxigraph.Store, build: Path) -> None:
        write_index(build / SEARCH_INDEX, entries(loaded))
        with closing(sqlite3.connect(build / TEXTS)) as connection, connection:
            connection.execute("CREATE TABLE texts (document TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID")
            connection.executemany("INSERT INTO texts VALUES (?, ?)", ((one.iri, one.text) for one in graph.documents))

    record = {"version": "0", "decisions_applied": True, "documents": [], "counts": {}, "findings": []}
    publish(folder, [*vocabulary_quads(graph.body.base), *graph_quads(graph)], record, companions)
    return open_store(folder)
