"""The named queries: documented, the same on any engine, and right about Devon."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
import rdflib
from pyoxigraph import RdfFormat

from ask.samples import STOP, brackwater, publish_graph, unsure
from graph.ask.queries import NamedQuery, named_queries, named_query
from graph.ask.run import run
from graph.values import Review

if TYPE_CHECKING:
    from graph.store import Store

QUERIES = named_queries()
COMMITMENT = "https://w3id.org/strategy-links/id/devon/sufficiency-2022-2024/commitment/"


def answer(store: Store, name: str, *values: str) -> list[dict[str, str | int | float | bool | None]]:
    """The rows of a named query by column name."""
    columns, rows = run(store, name, values, io.BytesIO())
    return [dict(zip(columns, row, strict=True)) for row in rows]


def name_of(query: NamedQuery) -> str:
    return query.name


def in_rdflib(store: Store) -> rdflib.Dataset:
    """The same graphs in an engine of another make."""
    dataset = rdflib.Dataset()
    dataset.parse(data=store.graph.dump(format=RdfFormat.N_QUADS) or b"", format="nquads")
    return dataset


@pytest.fixture(scope="module")
def two_reports(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """An invented body with two reports on one strategy, and an older strategy."""
    return publish_graph(brackwater(), tmp_path_factory.mktemp("brackwater") / "store")


@pytest.fixture(scope="module")
def elsewhere(
    devon: Store, two_reports: Store, tmp_path_factory: pytest.TempPathFactory
) -> list[tuple[Store, rdflib.Dataset]]:
    to_check = publish_graph(unsure(Review.UNREVIEWED, 0.5), tmp_path_factory.mktemp("unsure") / "store")
    return [(store, in_rdflib(store)) for store in (devon, two_reports, to_check)]


def test_there_are_queries() -> None:
    assert len(QUERIES) >= 14


@pytest.mark.parametrize("query", QUERIES, ids=name_of)
def test_a_query_says_what_it_is_for(query: NamedQuery) -> None:
    assert query.title
    assert not query.title.endswith(".")
    assert query.description.endswith(".")
    assert query.keywords
    for parameter in query.parameters:
        assert parameter.description
        assert not parameter.description.endswith(".")


@pytest.mark.parametrize("query", QUERIES, ids=name_of)
def test_a_query_runs_as_it_stands_in_another_engine(
    elsewhere: list[tuple[Store, rdflib.Dataset]], query: NamedQuery
) -> None:
    answers = 0
    for store, dataset in elsewhere:
        columns, rows = run(store, query.name, [], io.BytesIO())
        answered = dataset.query(query.text)
        assert answered.vars is not None
        assert tuple(map(str, answered.vars)) == columns
        assert len(answered) == len(rows)
        answers += len(rows)
    assert answers > 0


@pytest.mark.parametrize("query", QUERIES, ids=name_of)
def test_a_query_leaves_nothing_to_chance_in_the_order_of_its_rows(devon: Store, query: NamedQuery) -> None:
    _, rows = run(devon, query.name, [], io.BytesIO())
    assert len(set(rows)) == len(rows)
    assert "ORDER BY" in query.text
    assert rows == run(devon, query.name, [], io.BytesIO())[1]


def test_where_a_pledge_went_tells_owner_parent_and_sentence(devon: Store) -> None:
    assert answer(devon, "where-a-pledge-went", "words=outside Devon") == [
        {
            "pledge": "Reduce the number of children living outside Devon.",
            "status": "In progress",
            "owner": "Steps",
            "partOf": "A Place Called Home",
            "statement": "This includes the Steps project, which has a focus on activity to return children to Devon.",
            "commitment": COMMITMENT + "reduce-the-number-of-children-living-outside-devon-e5997b60",
        }
    ]
    rows = [row for row in answer(devon, "where-a-pledge-went") if str(row["commitment"]).startswith(COMMITMENT)]
    assert len({row["commitment"] for row in rows}) == 57
    by_pledge = {row["commitment"]: row["statement"] for row in rows}
    assert sum(statement is None for statement in by_pledge.values()) == 12  # those that nobody reported on


def test_pledges_by_owner_tells_scope_and_confidence(devon: Store) -> None:
    rows = answer(devon, "pledges-by-owner", "name=sen")
    assert len(rows) == 5
    assert {(row["owner"], row["status"], row["scope"]) for row in rows} == {
        ("SEND Improvement Plan", "In progress", "All")
    }
    assert all(isinstance(row["confidence"], float) for row in rows)
    assert len(answer(devon, "pledges-by-owner")) == 29


def test_a_programme_inherits_from_its_parts(devon: Store) -> None:
    found = {
        row["programme"]: (row["partOf"], row["owns"], row["inherits"])
        for row in answer(devon, "inherited-by-programme")
    }
    assert found == {
        "Care For Me Subgroup": (None, 9, 9),
        "Adopt Southwest Strategic Plan": (None, 6, 6),
        "SEND Improvement Plan": (None, 5, 5),
        "Early help review": (None, 4, 4),
        "A Place Called Home": (None, 2, 4),
        "Steps": ("A Place Called Home", 2, 2),
        "Children’s services improvement plan": (None, 1, 1),
    }


def test_twelve_pledges_were_not_reported_on(devon: Store) -> None:
    rows = answer(devon, "not-reported")
    assert [row["line"] for row in rows] == [23, 24, 25, 47, 48, 49, 59, 62, 120, 121, 122, 123]
    assert rows[-1]["pledge"] == "Strengthen the health offer"
    assert rows[-1]["theme"] == "Welfare Secure Children’s Home"


@pytest.mark.parametrize("name", ["outstanding", "exceptions"])
def test_one_pledge_is_said_not_to_be_done(devon: Store, name: str) -> None:
    [row] = answer(devon, name)
    assert row["pledge"] == "Develop options with IFA providers for disabled children."
    assert row["statement"] == (
        "IFA’s have as yet been unable to develop options for disabled children, this will need further work."
    )


def test_status_by_theme_counts_every_pledge_once(devon: Store) -> None:
    rows = [row for row in answer(devon, "status-by-theme") if "2022 to 2024" in str(row["strategy"])]
    assert sum(int(row["pledges"] or 0) for row in rows) == 57
    fostering = [row for row in rows if row["theme"] == "Fostering"]
    assert [(row["widerTheme"], row["status"], row["pledges"]) for row in fostering] == [
        ("Finding a place called home", "Achieved", 2),
        ("Finding a place called home", "In progress", 2),
        ("Promoting stability", "Achieved", 4),
        ("Promoting stability", "In progress", 1),
        ("Promoting stability", "Not reported", 2),
    ]


def test_blanket_claims_are_all_there_is_for_some_pledges(devon: Store) -> None:
    rows = answer(devon, "blanket-only")
    assert len({row["commitment"] for row in rows}) == 21
    protocol = [row for row in rows if row["pledge"] == "Implement the Care Leavers Protocol."]
    assert [(row["scope"], row["statement"]) for row in protocol] == [
        ("All", "All actions have been completed to a certain level."),
        ("What remains", "More work is needed and is being progressed through the Care For Me Subgroup action plan."),
    ]
    assert "Implement a multi-agency approach to exploitation." not in {row["pledge"] for row in rows}


def test_partners_are_named_with_their_pledges(devon: Store) -> None:
    rows = answer(devon, "partners")
    of_review = [row for row in rows if str(row["commitment"]).startswith(COMMITMENT)]
    assert {row["partner"] for row in of_review} == {
        "Adult Social Care",
        "Care Leavers Multi-agency forum",
        "Children Joint Intelligence group",
        "Corporate parenting service",
        "Health partners",
        "Housing authorities",
        "ICB",
        "IFA providers",
        "Planning teams",
    }
    [icb] = answer(devon, "partners", "name=icb")
    assert (
        icb["pledge"] == "Work with Health partners to review support for neurodevelopmental and mental health needs."
    )


def test_outcomes_tell_who_attests_them(devon: Store) -> None:
    rows = answer(devon, "outcomes")
    attested = [row for row in rows if row["attestedBy"]]
    assert [(row["attestedBy"], row["attestation"], row["pledge"]) for row in attested] == [
        ("Ofsted", "Third party", None)
    ]
    assert "rated outstanding" in str(attested[0]["outcome"])
    assert ("is working well.", "Re-commission the Framework agreement for a new contract.") in {
        (row["outcome"], row["pledge"]) for row in rows
    }


def test_progress_that_answers_no_pledge_is_not_lost(devon: Store) -> None:
    statements = [row["statement"] for row in answer(devon, "progress-without-pledge")]
    assert any("Atkinson Unit has been Ofsted rated outstanding" in str(one) for one in statements)
    assert "The Mockingbird model is in full operation." not in statements


@pytest.mark.parametrize(("below", "least", "most"), [("0.1", 0, 0), ("0.55", 1, 10), ("1", 90, 120), ("1.5", 90, 120)])
def test_links_below_a_confidence_are_the_ones_to_look_at(devon: Store, below: str, least: int, most: int) -> None:
    rows = answer(devon, "links-below-confidence", f"below={below}")
    assert least <= len(rows) <= most
    assert all(float(row["confidence"] or 0) < float(below) for row in rows)


def test_every_claim_ends_in_a_sentence_of_the_source(devon: Store) -> None:
    rows = answer(devon, "sentence-behind-every-claim")
    documents = devon.select("SELECT ?iri ?name { ?iri sl:fileName ?name }")
    texts = {row["name"].value: devon.text_of(row["iri"].value) or "" for row in documents}
    assert {row["relation"] for row in rows} >= {"evidencedBy", "ownedBy", "involves", "reports"}
    for row in rows:
        assert texts[str(row["document"])][int(row["start"] or 0) : int(row["end"] or 0)] == row["sentence"]
    standing = list(devon.select("SELECT ?l { ?l a sl:Link ; sl:reviewState ?s FILTER (?s != sl:Rejected) }"))
    assert len(rows) == len(standing)


def test_the_nearest_name_is_told() -> None:
    with pytest.raises(Exception, match="did you mean not-reported"):
        named_query("notreported")


# Several reports, and two generations.


def test_status_history_tells_every_assessment_oldest_first(two_reports: Store) -> None:
    rows = answer(two_reports, "status-history", "words=dredge")
    assert [(row["asOf"], row["status"], row["stated"], row["document"]) for row in rows] == [
        ("2023", "Outstanding", "Red", "tracker-2023.pdf"),
        ("2024-06-30", "In progress", "Amber", "report-2024.pdf"),
    ]
    assert all(isinstance(row["confidence"], float) for row in rows)


def test_status_history_holds_pledges_that_nothing_reports_on(two_reports: Store) -> None:
    [row] = answer(two_reports, "status-history", "words=sea wall")
    assert (row["status"], row["asOf"], row["document"]) == ("Not assessed", None, None)
    assert len(answer(two_reports, "status-history")) == 2 * 4 + 3


def test_of_several_reports_the_latest_says_what_is_outstanding(two_reports: Store) -> None:
    assert answer(two_reports, "outstanding") == []
    not_reported = {row["pledge"] for row in answer(two_reports, "not-reported")}
    assert not_reported == {"We intend to paint the lighthouse.", "Train ten pilots."}


def test_an_owner_that_two_documents_name_is_one_row_with_the_surest_link(two_reports: Store) -> None:
    [ferry] = answer(two_reports, "pledges-by-owner", "name=ferry")
    assert (ferry["pledge"], ferry["confidence"]) == ("Dredge the inner harbour.", 0.98)
    owns = {row["programme"]: (row["owns"], row["inherits"]) for row in answer(two_reports, "inherited-by-programme")}
    assert owns["Ferry Programme"] == (1, 1)
    assert owns["Green Recovery"] == owns["Council Plan"] == (0, 1)


def test_themes_of_one_name_in_two_strategies_are_counted_apart(two_reports: Store) -> None:
    rows = answer(two_reports, "status-by-theme")
    assert {(row["strategy"], row["widerTheme"], row["theme"], row["status"], row["pledges"]) for row in rows} == {
        ("Coast Plan 2016 to 2021", "Places", "Harbours", "Not assessed", 3),
        ("Coast Plan 2022 to 2025", "Places", "Harbours", "Achieved", 1),
        ("Coast Plan 2022 to 2025", "Places", "Harbours", "In progress", 1),
        ("Coast Plan 2022 to 2025", "Places", "Harbours", "Not reported", 2),
    }


def test_the_sentence_behind_a_column_is_its_cell_and_behind_lineage_the_pledge(two_reports: Store) -> None:
    rows = answer(two_reports, "sentence-behind-every-claim")
    behind = {(row["relation"], row["object"]): row["sentence"] for row in rows}
    assert behind["ownedBy", "Legal"] == "Head of Estates; Legal"
    assert behind["continues", "Open a ferry stop at Low Quay."] == STOP.quote.text
    standing = [link for link in brackwater().links if link.review != "Rejected"]
    assert len(rows) == len(standing)


@pytest.mark.parametrize("query", QUERIES, ids=name_of)
def test_no_query_repeats_a_row_where_several_documents_report(two_reports: Store, query: NamedQuery) -> None:
    _, rows = run(two_reports, query.name, [], io.BytesIO())
    assert len(set(rows)) == len(rows)
