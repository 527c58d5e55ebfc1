"""What people decide is applied to what the rules found, and nothing that they decided is lost in silence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import DefaultGraph

from graph.assemble import assemble
from graph.errors import ManifestError
from graph.read.decisions import COLUMNS, Decision, read_decisions
from graph.read.manifest import read_folder
from graph.triples import decisions_graph, graph_quads
from graph.values import Relation, Review, Rule, Scope, Status
from graph.vocabulary import expand

if TYPE_CHECKING:
    from pathlib import Path

    from graph.model import Assessment, Graph, Link

BASE = "https://example.org/"
MANIFEST = f"""
[body]
id = "coast"
name = "Coast Council"
base = "{BASE}"
[[strategy]]
id = "plan"
title = "The Plan"
[[document]]
id = "review"
file = "review.txt"
title = "The Review"
date = "2024"
states = "plan"
reports_on = "plan"
"""
NAMES = """
@prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix sl: <https://w3id.org/strategy-links#> .
<lake> a sl:Programme ; skos:prefLabel "Lake Plan" .
<port> a sl:Programme ; skos:prefLabel "Port Plan" .
<board> a org:Organization ; skos:prefLabel "Ferry Board" .
"""
TEXT = """Boats
We said
- Open a ferry terminal.
- Plant willow trees.
- Employ a lock keeper.
We did
- The ferry terminal was opened with the Ferry Board as part of the Lake Plan.
- Otters were counted and their holts were mapped.
Roads
We said
- Mend lanes.
- Light alleys.
- Paint crossings.
We did
- Crossings were painted.
- Most other actions are progressing through the Port Plan.
"""
HEADER = "\t".join(COLUMNS)
JUSTIFICATION = "semapv:ManualMappingCuration"


@dataclass(frozen=True)
class Body:
    """A small body, and how to find its things by their first words."""

    folder: Path
    automatic: Graph

    def short(self, start: str) -> str:
        """The prefixed name of a pledge, statement or name."""
        things = {one.quote.text: one.iri for one in self.automatic.commitments}
        things |= {one.quote.text: one.iri for one in self.automatic.statements}
        things |= {name.label: name.iri for name in self.automatic.names}
        (found,) = (address for text, address in things.items() if text.startswith(start))
        return found.replace(BASE, "id:")

    def row(self, subject: str, relation: str, target: str, modifier: str = "", comment: str = "") -> str:
        if not target.startswith("sl:"):
            target = self.short(target)
        cells = (
            self.short(subject),
            relation,
            target,
            JUSTIFICATION,
            "0.7",
            modifier,
            "A Reader",
            "2026-01-31",
            comment,
        )
        return "\t".join(cells)

    def decided(self, *rows: str) -> Graph:
        (self.folder / "decisions.tsv").write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
        return assemble(read_folder(self.folder))

    def links(self, graph: Graph, subject: str, relation: Relation) -> list[Link]:
        address = expand(self.short(subject), {"id": BASE})
        return [link for link in graph.links if link.subject == address and link.relation is relation]

    def assessments(self, graph: Graph, subject: str) -> list[Assessment]:
        address = expand(self.short(subject), {"id": BASE})
        return [one for one in graph.assessments if one.commitment == address]


@pytest.fixture
def body(tmp_path: Path) -> Body:
    for file, content in (("strategies.toml", MANIFEST), ("names.ttl", NAMES), ("review.txt", TEXT)):
        (tmp_path / file).write_text(content, encoding="utf-8")
    return Body(tmp_path, assemble(read_folder(tmp_path)))


def direct_triples(graph: Graph, relation: Relation) -> set[tuple[str, str]]:
    """Subject and object of the triples that an analyst sees."""
    predicate = expand(relation.value)
    return {
        (quad.subject.value, quad.object.value)  # type: ignore[union-attr]
        for quad in graph_quads(graph)
        if quad.predicate.value == predicate
    }


def test_without_decisions_every_link_is_unreviewed(body: Body) -> None:
    assert {link.review for link in body.automatic.links} == {Review.UNREVIEWED}
    assert body.automatic.findings == ()


def test_an_accepted_link_keeps_its_rule_and_its_confidence(body: Body) -> None:
    (before,) = body.links(body.automatic, "Open a ferry", Relation.EVIDENCED_BY)
    graph = body.decided(body.row("Open a ferry", "sl:evidencedBy", "The ferry terminal"))
    (after,) = body.links(graph, "Open a ferry", Relation.EVIDENCED_BY)
    assert (after.review, after.author, after.date) == (Review.ACCEPTED, "A Reader", "2026-01-31")
    assert (after.rule, after.confidence, after.scope) == (before.rule, before.confidence, before.scope)
    assert len(graph.links) == len(body.automatic.links)


def test_a_rejected_link_is_kept_and_has_no_direct_triple(body: Body) -> None:
    graph = body.decided(body.row("Open a ferry", "sl:ownedBy", "Lake Plan", "Not"))
    (link,) = body.links(graph, "Open a ferry", Relation.OWNED_BY)
    assert link.review is Review.REJECTED
    assert (link.subject, link.object) in direct_triples(body.automatic, Relation.OWNED_BY)
    assert (link.subject, link.object) not in direct_triples(graph, Relation.OWNED_BY)


def test_a_link_that_the_rules_missed_is_added(body: Body) -> None:
    row = body.row("Plant willow", "sl:evidencedBy", "Otters were", comment="willows are where otters live")
    graph = body.decided(row)
    (link,) = body.links(graph, "Plant willow", Relation.EVIDENCED_BY)
    assert (link.rule, link.review, link.confidence) == (Rule.PERSON, Review.ACCEPTED, 0.7)
    assert (link.statement, link.explanation) == (link.object, "willows are where otters live")
    assert (link.subject, link.object) in direct_triples(graph, Relation.EVIDENCED_BY)
    assert [one.status for one in body.assessments(graph, "Plant willow") if one.decided] == [Status.ACHIEVED]


def test_an_added_link_stands_in_the_graph_of_decisions(body: Body) -> None:
    graph = body.decided(body.row("Plant willow", "sl:evidencedBy", "Otters were"))
    homes = {
        quad.graph_name.value  # type: ignore[union-attr]
        for quad in graph_quads(graph)
        if quad.graph_name != DefaultGraph()
        and quad.predicate.value == expand("sl:rule")
        and quad.object.value == expand("sl:PersonDecided")  # type: ignore[union-attr]
    }
    assert homes == {decisions_graph(graph.body.iri)}


def test_a_link_added_to_a_blanket_has_the_blanket_s_scope(body: Body) -> None:
    graph = body.decided(body.row("Paint crossings", "sl:evidencedBy", "Most other"))
    _, added = body.links(graph, "Paint crossings", Relation.EVIDENCED_BY)
    assert (added.rule, added.scope) == (Rule.PERSON, Scope.REST)


def test_an_added_owner_rests_on_the_answer_that_names_it(body: Body) -> None:
    rows = (
        body.row("Plant willow", "sl:evidencedBy", "The ferry terminal"),
        body.row("Plant willow", "sl:ownedBy", "Lake Plan"),
    )
    graph = body.decided(*rows)
    (evidence,) = body.links(graph, "Plant willow", Relation.EVIDENCED_BY)
    (owner,) = body.links(graph, "Plant willow", Relation.OWNED_BY)
    assert owner.statement == evidence.object


def test_an_added_owner_that_no_answer_names_rests_on_the_person_alone(body: Body) -> None:
    (owner,) = body.links(
        body.decided(body.row("Plant willow", "sl:ownedBy", "Lake Plan")), "Plant willow", Relation.OWNED_BY
    )
    assert (owner.statement, owner.review) == (None, Review.ACCEPTED)


def test_with_its_evidence_an_owner_and_a_partner_fall(body: Body) -> None:
    graph = body.decided(body.row("Open a ferry", "sl:evidencedBy", "The ferry terminal", "Not"))
    (owner,) = body.links(graph, "Open a ferry", Relation.OWNED_BY)
    (partner,) = body.links(graph, "Open a ferry", Relation.INVOLVES)
    assert owner.review is partner.review is Review.REJECTED
    assert owner.explanation == "rests on a link that was rejected"
    assert not direct_triples(graph, Relation.INVOLVES)


def test_an_owner_that_a_person_accepted_does_not_fall(body: Body) -> None:
    rows = (
        body.row("Open a ferry", "sl:evidencedBy", "The ferry terminal", "Not"),
        body.row("Open a ferry", "sl:ownedBy", "Lake Plan"),
    )
    (owner,) = body.links(body.decided(*rows), "Open a ferry", Relation.OWNED_BY)
    assert owner.review is Review.ACCEPTED


def test_with_its_evidence_a_status_falls(body: Body) -> None:
    graph = body.decided(body.row("Open a ferry", "sl:evidencedBy", "The ferry terminal", "Not"))
    by_rules, by_people = body.assessments(graph, "Open a ferry")
    assert (by_rules.status, by_rules.review, by_rules.decided) == (Status.ACHIEVED, Review.REJECTED, False)
    assert (by_people.status, by_people.review, by_people.decided) == (Status.NOT_REPORTED, Review.ACCEPTED, True)


def test_a_status_that_a_person_confirms_is_accepted(body: Body) -> None:
    graph = body.decided(body.row("Mend lanes", "sl:status", "sl:InProgress"))
    (only,) = body.assessments(graph, "Mend lanes")
    assert (only.status, only.review, only.decided) == (Status.IN_PROGRESS, Review.ACCEPTED, False)


def test_a_status_that_a_person_changes_replaces_the_rules(body: Body) -> None:
    graph = body.decided(body.row("Mend lanes", "sl:status", "sl:Outstanding"))
    by_rules, by_people = body.assessments(graph, "Mend lanes")
    assert (by_rules.status, by_rules.review) == (Status.IN_PROGRESS, Review.REJECTED)
    assert (by_people.status, by_people.review, by_people.confidence) == (Status.OUTSTANDING, Review.ACCEPTED, 0.7)
    told = {target for subject, target in direct_triples(graph, Relation.STATUS) if subject == by_people.commitment}
    assert told == {expand("sl:Outstanding")}


def test_other_pledges_stay_as_they_were(body: Body) -> None:
    graph = body.decided(body.row("Mend lanes", "sl:status", "sl:Outstanding"))
    assert body.assessments(graph, "Light alleys") == body.assessments(body.automatic, "Light alleys")


@pytest.mark.parametrize(
    "row",
    [
        "id:coast/plan/commitment/gone\tsl:status\tsl:Achieved",
        "id:coast/plan/commitment/gone\tsl:ownedBy\tid:coast/lake",
        "id:coast/plan/commitment/gone\tsl:evidencedBy\tid:coast/review/statement/gone\t\t1\tNot",
    ],
)
def test_a_decision_on_what_is_gone_is_reported_and_has_no_effect(body: Body, row: str) -> None:
    graph = body.decided(row)
    (finding,) = graph.findings
    assert finding.startswith(f"{body.folder / 'decisions.tsv'}: line 2 decides on {BASE}coast/plan/commitment/gone")
    assert graph.links == body.automatic.links
    assert graph.assessments == body.automatic.assessments


def test_a_decision_to_link_to_what_is_gone_is_reported(body: Body) -> None:
    row = body.row("Mend lanes", "sl:ownedBy", "Lake Plan").replace("id:coast/lake", "id:coast/gone")
    graph = body.decided(row)
    assert len(graph.findings) == 1
    assert graph.links == body.automatic.links


def test_of_two_decisions_on_one_link_the_last_counts(body: Body) -> None:
    accept, reject = (body.row("Open a ferry", "sl:ownedBy", "Lake Plan", one) for one in ("", "Not"))
    (rejected,) = body.links(body.decided(accept, reject), "Open a ferry", Relation.OWNED_BY)
    (accepted,) = body.links(body.decided(reject, accept), "Open a ferry", Relation.OWNED_BY)
    assert (rejected.review, accepted.review) == (Review.REJECTED, Review.ACCEPTED)


def test_of_two_decisions_on_a_link_that_the_rules_missed_the_last_counts(body: Body) -> None:
    accept, reject = (body.row("Plant willow", "sl:ownedBy", "Lake Plan", one) for one in ("", "Not"))
    assert body.links(body.decided(accept, reject), "Plant willow", Relation.OWNED_BY) == []


def test_a_link_that_two_people_add_is_added_once(body: Body) -> None:
    row = body.row("Plant willow", "sl:ownedBy", "Lake Plan")
    assert (
        len(body.links(body.decided(row, row.replace("A Reader", "B Reader")), "Plant willow", Relation.OWNED_BY)) == 1
    )


# The file itself.


def read(folder: Path, text: str) -> tuple[Decision, ...]:
    path = folder / "decisions.tsv"
    path.write_text(text, encoding="utf-8")
    return read_decisions(path, BASE)


def test_the_columns_are_those_of_sssom() -> None:
    """https://mapping-commons.github.io/sssom/Mapping/"""
    assert COLUMNS == (
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


def test_a_row_is_a_decision(tmp_path: Path) -> None:
    row = f"id:a\tsl:ownedBy\thttps://other.org/b\t{JUSTIFICATION}\t0.8\tNot\tA|B\t2026-01-31\tsays “no”"
    (only,) = read(tmp_path, f"# a comment\n{HEADER}\n\n{row}\n")
    assert (only.subject, only.relation, only.object) == (BASE + "a", Relation.OWNED_BY, "https://other.org/b")
    assert (only.accepted, only.confidence, only.author, only.date) == (False, 0.8, "A|B", "2026-01-31")
    assert (only.comment, only.line) == ("says “no”", 4)


def test_three_columns_are_enough_in_any_order(tmp_path: Path) -> None:
    (only,) = read(tmp_path, "object_id\tsubject_id\tpredicate_id\nid:b\tid:a\tsl:involves\n")
    assert (only.subject, only.object, only.accepted, only.confidence) == (BASE + "a", BASE + "b", True, 1.0)


def test_a_spreadsheet_s_mark_and_line_ends_make_no_difference(tmp_path: Path) -> None:
    text = f"{HEADER}\nid:a\tsl:involves\tid:b\n"
    assert read(tmp_path, "\ufeff" + text.replace("\n", "\r\n")) == read(tmp_path, text)


@pytest.mark.parametrize("separator", ["\u2028", "\x0b", "\x85"])
def test_a_comment_may_hold_any_sign(tmp_path: Path, separator: str) -> None:
    row = f"id:a\tsl:involves\tid:b\t\t\t\t\t\tone{separator}two"
    (only,) = read(tmp_path, f"{HEADER}\n{row}\n")
    assert only.comment == f"one{separator}two"


@pytest.mark.parametrize("text", ["", "# only a comment\n", HEADER + "\n"])
def test_a_file_may_hold_no_decision(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == ()


NUMBER = "write a number from 0 to 1."
REFUSED = {
    "no subject": ("predicate_id\tobject_id", "line 1 has no column subject_id; add it to the header."),
    "no predicate": ("subject_id\tobject_id", "line 1 has no column predicate_id; add it to the header."),
    "an unknown predicate": (
        f"{HEADER}\nid:a\tsl:likes\tid:b",
        "line 2 has the predicate 'sl:likes'; use one of sl:continues, sl:evidencedBy, sl:involves, sl:ownedBy,"
        " sl:reports, sl:status.",
    ),
    "an unknown modifier": (
        f"{HEADER}\nid:a\tsl:involves\tid:b\t\t1\tNo",
        "line 2 has the predicate modifier 'No'; write Not or nothing.",
    ),
    "an unknown status": (
        f"{HEADER}\nid:a\tsl:status\tsl:Done",
        "line 2 has https://w3id.org/strategy-links#Done, which is not a status; use one of ontology/status.ttl.",
    ),
    "a confidence in words": (
        f"{HEADER}\nid:a\tsl:involves\tid:b\t\thigh",
        f"line 2 has the confidence 'high'; {NUMBER}",
    ),
    "too high a confidence": (
        f"{HEADER}\nid:a\tsl:involves\tid:b\t\t1.5",
        f"line 2 has the confidence '1.5'; {NUMBER}",
    ),
    "a confidence that is no number": (
        f"{HEADER}\nid:a\tsl:involves\tid:b\t\tnan",
        f"line 2 has the confidence 'nan'; {NUMBER}",
    ),
    "an object that is no address": (
        f"{HEADER}\nid:a\tsl:involves\tb",
        "line 2 has an address that is not an absolute IRI: 'b'; mend that cell.",
    ),
    "an object that is missing": (
        f"{HEADER}\nid:a\tsl:involves",
        "line 2 has no object_id; fill in that cell.",
    ),
    "a row too short": (
        f"{HEADER}\n# a comment\nid:a",
        "line 3 has no predicate_id; fill in that cell.",
    ),
    "a row too long": (
        f"{HEADER}\n{'id:a' + chr(9) * 9}",
        "line 2 has more cells than the header; remove the tab too many.",
    ),
}


@pytest.mark.parametrize(("text", "sentence"), REFUSED.values(), ids=REFUSED)
def test_decisions_are_refused(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(ManifestError) as caught:
        read(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path / 'decisions.tsv'}: {sentence}")


def test_decisions_that_are_not_utf_8_are_refused(tmp_path: Path) -> None:
    (tmp_path / "decisions.tsv").write_bytes(b"# caf\xe9\n")
    with pytest.raises(ManifestError, match=r"is not UTF-8 text; save it as UTF-8\.$"):
        read_decisions(tmp_path / "decisions.tsv", BASE)


@pytest.mark.parametrize(
    ("subject", "relation", "target"),
    [
        ("Open a ferry", "sl:evidencedBy", "Lake Plan"),
        ("Open a ferry", "sl:ownedBy", "Paint crossings"),
        ("Open a ferry", "sl:involves", "Lake Plan"),
        ("The ferry terminal", "sl:ownedBy", "Lake Plan"),
    ],
)
def test_a_decision_that_joins_what_cannot_be_joined_is_reported(
    body: Body, subject: str, relation: str, target: str
) -> None:
    graph = body.decided(body.row(subject, relation, target))
    assert len(graph.links) == len(body.automatic.links)
    (finding,) = graph.findings
    assert "cannot be so joined" in finding


def test_a_status_is_not_simply_denied(body: Body) -> None:
    with pytest.raises(ManifestError, match="Not of a status"):
        body.decided(body.row("Open a ferry", "sl:status", "sl:Achieved", "Not"))
