"""A person's decisions: reading `decisions.tsv` and applying it to what the rules found.

The file has SSSOM's columns (https://mapping-commons.github.io/sssom/). A row says that a link is right, or,
with `Not` as its predicate modifier, that it is wrong. `sl:status` rows say what became of a pledge.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.errors import ManifestError
from graph.identifiers import Iri, iri
from graph.model import Graph, Link, Relation, Review, Rule, Scope, Status
from graph.vocabulary import PREFIXES, SL, expand

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

COLUMNS = (
    "subject_id",
    "predicate_id",
    "object_id",
    "mapping_justification",
    "confidence",
    "predicate_modifier",
    "author_label",
    "mapping_date",
    "comment",
)
_RELATIONS = {relation.value: relation for relation in Relation}


@dataclass(frozen=True, slots=True)
class Decision:
    """One row: who decided what about which link, and why. `line` is where it stands in its file."""

    subject: Iri
    relation: Relation
    object: Iri
    accepted: bool
    confidence: float
    author: str
    date: str
    comment: str
    line: int

    @property
    def key(self) -> tuple[str, str, str]:
        """The same as the key of the link it is about."""
        return (self.subject, self.relation, self.object)


def read_decisions(path: Path, base: str) -> tuple[Decision, ...]:
    """Read a decisions file; `id:` in it is the prefix of `base`.

    Raises ManifestError with the line where it is not what it should be.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise ManifestError(path, "is not UTF-8 text", "save it as UTF-8") from error
    except OSError as error:
        raise ManifestError(path, f"cannot be read ({error.strerror})", "check that you may read it") from error
    numbered = [(number, line) for number, line in enumerate(lines, start=1) if line and not line.startswith("#")]
    if not numbered:
        return ()
    header = numbered[0][1].split("\t")
    for column in COLUMNS[:3]:
        if column not in header:
            raise ManifestError(path, f"line {numbered[0][0]}: there is no column {column}", "add it to the header")
    prefixes = {**PREFIXES, "id": base}
    return tuple(_decision(path, number, header, line, prefixes) for number, line in numbered[1:])


def _decision(path: Path, number: int, header: Sequence[str], line: str, prefixes: dict[str, str]) -> Decision:
    cells = next(csv.reader(io.StringIO(line), delimiter="\t"), [])
    if len(cells) > len(header):
        raise ManifestError(path, f"line {number} has more cells than the header", "remove the tab too many")
    row = dict(zip(header, cells, strict=False))
    relation = _RELATIONS.get(row["predicate_id"])
    if relation is None:
        known = ", ".join(sorted(_RELATIONS))
        raise ManifestError(
            path, f"line {number}: predicate {row['predicate_id']!r} is not known", f"use one of {known}"
        )
    modifier = row.get("predicate_modifier", "")
    if modifier not in ("", "Not"):
        raise ManifestError(
            path, f"line {number}: predicate modifier {modifier!r} is not known", "write Not or nothing"
        )
    try:
        confidence = float(row.get("confidence") or 1)
        subject, target = (iri(expand(row.get(key, ""), prefixes)) for key in ("subject_id", "object_id"))
    except ValueError as error:
        raise ManifestError(path, f"line {number}: {error}", "mend that cell") from error
    if not 0 <= confidence <= 1:
        raise ManifestError(path, f"line {number}: confidence {confidence} is not between 0 and 1", "mend that cell")
    if relation is Relation.STATUS and target not in {SL + status for status in Status}:
        raise ManifestError(path, f"line {number}: {target} is not a status", "use one of ontology/status.ttl")
    return Decision(
        subject,
        relation,
        target,
        not modifier,
        confidence,
        row.get("author_label", ""),
        row.get("mapping_date", ""),
        row.get("comment", ""),
        number,
    )


def decide(links: Sequence[Link], decisions: Sequence[Decision], graph: Graph) -> list[Link]:
    """The links, reviewed: each keeps its rule and confidence, and new ones are added for what the rules missed."""
    by_key = {decision.key: decision for decision in decisions}
    reviewed = [_reviewed(link, by_key.get(link.key)) for link in links]
    made = {link.key for link in links}
    statements = {one.iri: one for one in graph.statements}
    known = _known(graph)
    added = [
        _added(decision)
        for decision in decisions
        if decision.accepted
        and decision.relation is not Relation.STATUS
        and decision.key not in made
        and {decision.subject, decision.object} <= known
    ]
    evidence = _standing_evidence([*reviewed, *added])
    reviewed = [_without_ground(link, evidence) if link.key not in by_key else link for link in reviewed]
    return [*reviewed, *(_with_statement(link, evidence, statements) for link in added)]


def lost(decisions: Sequence[Decision], graph: Graph) -> Iterator[Decision]:
    """Decisions that name something that is no longer there: kept in the file, without effect."""
    known = _known(graph)
    for decision in decisions:
        ends = {decision.subject} if decision.relation is Relation.STATUS else {decision.subject, decision.object}
        if not ends <= known:
            yield decision


def statuses(decisions: Sequence[Decision]) -> Mapping[Iri, tuple[Status, Decision]]:
    """The status that a person gave to a commitment."""
    return {
        decision.subject: (Status(decision.object.removeprefix(SL)), decision)
        for decision in decisions
        if decision.relation is Relation.STATUS and decision.accepted
    }


def _known(graph: Graph) -> set[str]:
    return {
        *(name.iri for name in graph.names),
        *(one.iri for one in graph.commitments),
        *(one.iri for one in graph.statements),
        *(outcome.iri for one in graph.statements for outcome in one.outcomes),
    }


def _reviewed(link: Link, decision: Decision | None) -> Link:
    if decision is None:
        return link
    review = Review.ACCEPTED if decision.accepted else Review.REJECTED
    return replace(link, review=review, author=decision.author, date=decision.date)


def _added(decision: Decision) -> Link:
    statement = decision.object if decision.relation is Relation.EVIDENCED_BY else None
    return Link(
        decision.subject,
        decision.relation,
        decision.object,
        Rule.PERSON,
        decision.confidence,
        Scope.DIRECT,
        statement,
        decision.comment,
        Review.ACCEPTED,
        decision.author,
        decision.date,
    )


def _standing_evidence(links: Sequence[Link]) -> Mapping[Iri, list[Link]]:
    standing: dict[Iri, list[Link]] = defaultdict(list)
    for link in links:
        if link.relation is Relation.EVIDENCED_BY and link.review is not Review.REJECTED:
            standing[link.subject].append(link)
    return standing


def _without_ground(link: Link, evidence: Mapping[Iri, list[Link]]) -> Link:
    """An owner or partner read from a statement that does not answer the pledge after all falls with that link."""
    rests_on_evidence = link.relation in (Relation.OWNED_BY, Relation.INVOLVES) and link.statement
    if not rests_on_evidence or any(one.object == link.statement for one in evidence[link.subject]):
        return link
    return replace(link, review=Review.REJECTED, explanation="rests on a link that a person rejected")


def _with_statement(link: Link, evidence: Mapping[Iri, list[Link]], statements: Mapping[Iri, object]) -> Link:
    """The statement that says so, for an owner that a person added: one that answers the pledge and names it."""
    if link.relation is not Relation.OWNED_BY:
        return link
    for one in evidence[link.subject]:
        if link.object in getattr(statements.get(one.object), "owners", ()):
            return replace(link, statement=one.object, scope=one.scope)
    return link
