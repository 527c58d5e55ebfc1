"""The page of each kind of thing: what people read on it, where its links lead, and how long lists are paged."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from ask.samples import BASE, DOCUMENTS, DREDGE, HOME, NEW, PAINT, STATEMENTS, STOP, brackwater, publish_graph
from selectolax.lexbor import LexborHTMLParser

from graph.ask.records import commitment_records
from graph.build import build
from graph.identifiers import DEFAULT_BASE
from graph.serve.pages import TASKS
from graph.show.site.uncertain import uncertainties
from graph.show.words import words
from graph.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import MakeBody

    from graph.store import Store

ROOT = "http://localhost:8000/"
MANY = 250


@pytest.fixture(scope="module")
def coast(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = publish_graph(brackwater(), tmp_path_factory.mktemp("coast") / "store")
    store.record["bases"] = [BASE]
    return store


@pytest.fixture
def roads(make_body: MakeBody, tmp_path: Path) -> Store:
    """A body with many pledges under one heading, all answered by one sentence that names their owner."""
    pledges = "\n".join(f"- Mend the road to village number {number}." for number in range(MANY))
    review = f"""A review of what was promised for roads.
- Roads – Repairs
What we said we would do
{pledges}
What we have achieved
- All actions have been progressed as part of the Better Roads Programme.
"""
    build([make_body(review)], tmp_path / "roads")
    return open_store(tmp_path / "roads")


def answered(store: Store, iri: str, number: int = 1) -> Any:
    base = next(one for one in (BASE, DEFAULT_BASE) if iri.startswith(one))
    asked = {"root": ROOT, "path": "/", "rest": iri.removeprefix(base), "page": number, "form": "html"}
    return TASKS["resource"](store, asked)


def page_of(store: Store, iri: str, number: int = 1) -> Any:
    page = answered(store, iri, number)
    assert page.status == 200
    return LexborHTMLParser(page.body.decode())


def text(html: Any, selector: str = "main") -> str:
    return " ".join(" ".join(one.text() for one in html.css(selector)).split())


def links(html: Any, selector: str = "main") -> set[str]:
    return {one.attributes["href"] for each in html.css(selector) for one in each.css("a[href]")}


def facts(html: Any) -> dict[str, str]:
    """What stands beside each name of the first list of facts."""
    rows = html.css_first("dl.facts").css("div")
    return {" ".join(row.css_first("dt").text().split()): text(row, "dd") for row in rows}


def one_of(store: Store, where: str) -> str:
    return str(next(iter(store.select(f"SELECT ?one WHERE {{ {where} }} ORDER BY ?one LIMIT 1")))["one"].value)


def test_what_is_recorded_stands_in_a_closed_fold_at_the_end(devon: Store) -> None:
    for kind in ("sl:Commitment", "sl:Programme", "sl:Theme", "sl:Strategy", "sl:Outcome", "sl:ProgressStatement"):
        html = page_of(devon, one_of(devon, f"?one a {kind}"))
        (fold,) = html.css("main > details")
        assert "open" not in fold.attributes, kind
        assert html.css("main > *")[-1].tag == "details"
        assert fold.css(".facts"), kind


class TestPledge:
    def test_each_quote_leads_to_its_very_words(self, devon: Store) -> None:
        for record in commitment_records(devon)[:30]:
            html = page_of(devon, record["iri"])
            for one in html.css("figcaption"):
                address = one.css_first("a").attributes["href"]
                path, _, anchor = address.partition("#")
                document = page_of(devon, DEFAULT_BASE + path.removeprefix("/id/"))
                mark = document.css_first(f"[id='{anchor}']")
                quote = " ".join(one.parent.css_first("blockquote").text().split())
                assert " ".join(mark.text().split()) == quote

    def test_owners_are_told_with_all_that_they_are_part_of(self, coast: Store) -> None:
        told = text(page_of(coast, DREDGE.iri), ".owner")
        assert told.startswith(
            "Ferry Programme Part of Coast Programme, which is part of Council Plan, and also part of Green Recovery"
        )

    def test_the_way_to_it_and_its_neighbours_are_links(self, coast: Store) -> None:
        html = page_of(coast, DREDGE.iri)
        assert [one.text().strip() for one in html.css(".crumbs a")] == [
            "Coast Plan 2022 to 2025",
            "Places",
            "Harbours",
        ]
        assert html.css_first("a[rel=prev]").attributes["href"] == "/id/" + STOP.iri.removeprefix(BASE)
        assert html.css_first("a[rel=next]").attributes["href"] == "/id/" + PAINT.iri.removeprefix(BASE)
        assert not page_of(coast, STOP.iri).css("a[rel=prev]")

    def test_its_history_leads_to_the_documents(self, coast: Store) -> None:
        told = page_of(coast, STOP.iri).css_first("[aria-labelledby=history]")
        assert "30 June 2024: ✓ Achieved" in " ".join(told.text().split())
        assert {f"/id/brackwater/{one}" for one in ("tracker-2023", "report-2024")} == {
            one.attributes["href"] for one in told.css("a")
        }

    def test_what_is_uncertain_is_said_in_plain_words(self, devon: Store) -> None:
        said = words()["page"]["uncertain"]
        found = {record["iri"]: uncertainties(record) for record in commitment_records(devon)}
        assert {said["blanket"], said["ownWord"], said["strengths"]["Priority"]} <= {
            one for sentences in found.values() for one in sentences
        }
        for iri, sentences in list(found.items())[::9]:
            assert [" ".join(one.text().split()) for one in page_of(devon, iri).css(".doubts li")] == sentences

    def test_two_owners_in_one_sentence_are_not_told_apart(self) -> None:
        quote = {"document": "a.txt", "start": 3}
        link = {"confidence": 0.5, "review": "unreviewed", "scope": "direct", "evidence": [quote]}
        pledge = {
            "status": {"value": "InProgress", "confidence": 0.5},
            "strength": "Firm",
            "evidence": [],
            "owners": [link | {"name": "North"}, link | {"name": "South"}],
        }
        said = words()["page"]["uncertain"]
        assert uncertainties(pledge) == [
            said["status"],
            said["weak"]["many"].replace("{count}", "2"),
            said["undivided"].replace("{names}", "North and South"),
            said["unreviewed"],
        ]


class TestProgramme:
    def test_it_tells_what_it_owns_itself_and_through_its_parts(self, coast: Store) -> None:
        html = page_of(coast, HOME + "council-plan")
        assert "It owns 0 pledges, and its parts own 1 more." in text(html)
        row = text(html, "[aria-labelledby=owned] tbody tr")
        assert "Dredge the inner harbour." in row
        assert row.count("through Ferry Programme") == 1
        assert "Coast Programme 1 pledge" in text(html, "[aria-labelledby=parts]")
        assert "through" not in text(page_of(coast, HOME + "ferry"), "[aria-labelledby=owned]")

    def test_it_tells_which_words_name_it(self, coast: Store) -> None:
        told = text(page_of(coast, HOME + "ferry"), "[aria-labelledby=sentences]")
        assert STATEMENTS[4].quote.text in told
        assert "p. 2, line 3" in told

    def test_a_partner_tells_what_involves_it(self, coast: Store) -> None:
        told = page_of(coast, HOME + "trust")
        assert "ferry stop" in text(told, "[aria-labelledby=involving]")
        assert "No sentence was found that gives it a pledge." in text(told)

    def test_whoever_attests_outcomes_lists_them(self, devon: Store) -> None:
        iri = one_of(devon, "?outcome sl:attestedBy ?one")
        assert len(page_of(devon, iri).css("[aria-labelledby=attested] li")) > 0

    def test_a_body_lists_its_strategies(self, devon: Store) -> None:
        html = page_of(devon, one_of(devon, "?strategy a sl:Strategy ; dcterms:creator ?one"))
        assert len(html.css("[aria-labelledby=strategies] li")) == 3


class TestStatementAndOutcome:
    def test_a_statement_tells_on_whose_word_it_is_what_it_answers_and_whom_it_names(self, coast: Store) -> None:
        html = page_of(coast, STATEMENTS[4].iri)
        told = text(html)
        assert "The body says so itself" in told
        assert "Amber" in told
        assert "about this pledge" in text(html, "[aria-labelledby=answered] tbody tr")
        assert "Ferry Programme" in text(html, "[aria-labelledby=owners]")

    def test_a_statement_that_answers_nothing_says_so(self, devon: Store) -> None:
        iri = one_of(devon, "?one a sl:ProgressStatement FILTER NOT EXISTS { ?pledge sl:evidencedBy ?one }")
        assert "It answers no pledge that was read." in text(page_of(devon, iri))

    def test_an_outcome_leads_to_the_statement_that_reports_it_and_to_the_pledges(self, devon: Store) -> None:
        iri = one_of(devon, "?said sl:reports ?one . ?pledge sl:evidencedBy ?said")
        html = page_of(devon, iri)
        assert html.css("[aria-labelledby=reported] blockquote")
        assert html.css("[aria-labelledby=answered] tbody tr")

    def test_an_aim_leads_to_its_strategy(self, coast: Store) -> None:
        told = facts(page_of(coast, HOME + "old-plan/outcome/1"))
        assert told["An aim of"] == "Coast Plan 2016 to 2021"
        assert told["On whose word"] == "An aim, not a result"


class TestStrategyAndTheme:
    def test_a_strategy_lists_its_headings_with_what_became_of_their_pledges(self, coast: Store) -> None:
        html = page_of(coast, NEW)
        assert [one.attributes["data-depth"] for one in html.css(".contents li")] == ["0", "1"]
        assert "1 achieved" in text(html, ".contents")
        assert (facts(html)["Replaces"], facts(html)["Period"]) == ("Coast Plan 2016 to 2021", "2022 to 2025")
        assert "states its pledges; April 2022" in text(html, "[aria-labelledby=documents]")

    def test_a_wide_theme_counts_what_stands_under_the_narrower_ones(self, coast: Store) -> None:
        html = page_of(coast, f"{NEW}/theme/places")
        assert sum(int(one.text()) for one in html.css(".figure")) == 4
        assert not html.css("[aria-labelledby=pledges]")
        narrow = page_of(coast, f"{NEW}/theme/places/harbours")
        assert len(narrow.css("[aria-labelledby=pledges] tbody tr")) == 4
        assert len(narrow.css("[aria-labelledby=statements] blockquote")) == 5


class TestDocument:
    def test_its_text_stands_whole_with_every_quote_marked(self, coast: Store) -> None:
        for document in DOCUMENTS:
            html = page_of(coast, document.iri)
            assert html.css_first(".source").text() == document.text
        marks = page_of(coast, DOCUMENTS[1].iri)
        assert marks.css_first(".source mark.Commitment").text() == STOP.quote.text
        assert "Pledge, achieved" in {one.attributes["aria-label"] for one in marks.css(".tag")}
        assert links(marks, ".source mark.Particular") == {
            f"/id/{one.iri.removeprefix(BASE)}" for one in (STOP, DREDGE)
        }

    def test_its_own_words_tell_where_it_comes_from(self, devon: Store) -> None:
        told = text(page_of(devon, one_of(devon, "?one sl:reportsOn ?strategy")))
        for name in ("Publisher", "Date", "Terms of use", "Reports on"):
            assert name in told

    def test_only_an_address_of_the_web_becomes_a_link(self, make_body: MakeBody, tmp_path: Path) -> None:
        told = 'source = "javascript:alert(1)"\nterms = "https://example.org/licence"\n'
        body = make_body()
        manifest = (body / "strategies.toml").read_text(encoding="utf-8")
        make_body(manifest=manifest.replace("[[document]]\n", "[[document]]\n" + told))
        build([body], tmp_path / "store")
        store = open_store(tmp_path / "store")
        html = page_of(store, one_of(store, "?one a sl:Document"))
        assert not [one for one in links(html) if one.startswith("javascript")]
        assert "https://example.org/licence" in links(html)


class TestLongLists:
    def test_they_are_paged_however_few_things_point_to_the_owner(self, roads: Store) -> None:
        """All that points to the wide programme is its part; its pledges are those of the part."""
        iri = one_of(roads, "?part dcterms:isPartOf ?one")
        told: list[str] = []
        for number in (1, 2, 3):
            html = page_of(roads, iri, number)
            told += [one.text() for one in html.css("[aria-labelledby=owned] tbody th")]
        assert len(set(told)) == len(told) == MANY
        assert answered(roads, iri, 4).status == 404

    def test_a_page_says_which_it_is_and_leads_to_the_others(self, roads: Store) -> None:
        iri = one_of(roads, "?pledge sl:ownedBy ?one")
        path = "/id/" + iri.removeprefix(DEFAULT_BASE)
        html = page_of(roads, iri, 2)
        assert re.search("This is page 2 of [0-9]+", text(html))
        (nav,) = html.css("nav[aria-label='Pages: Pledges it owns now']")
        assert {one.attributes["href"] for one in nav.css("a")} == {f"{path}#owned", f"{path}?page=3#owned"}
        assert not html.css(".tiles")

    def test_a_blanket_statement_and_a_theme_page_what_they_list(self, roads: Store) -> None:
        for where in ("?pledge sl:evidencedBy ?one", "?pledge a sl:Commitment ; sl:theme ?one"):
            html = page_of(roads, one_of(roads, where), 3)
            assert len(html.css("tbody tr")) == MANY - 200
