"""The pages that lead to the others: home, lists, how the links were made, accessibility, and what the data is."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from ask.samples import brackwater, publish_graph
from selectolax.lexbor import LexborHTMLParser

from graph.ask.findings import by_owner, by_status, findings
from graph.ask.holdings import documents
from graph.ask.records import commitment_records
from graph.build import build
from graph.errors import UnknownError
from graph.serve.pages import ServerLinks
from graph.serve.tasks import TASKS
from graph.show.site import lists
from graph.show.site.charts import chart, parts
from graph.show.site.listings import LISTS, listed_status
from graph.show.site.method import method_page, published
from graph.show.words import shown, words
from graph.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import MakeBody

    from graph.store import Store

ROOT = "http://localhost:8000/"


def parsed(body: bytes) -> Any:
    return LexborHTMLParser(body.decode())


def page(store: Store, task: str, **asked: Any) -> Any:
    return parsed(TASKS[task](store, {"root": ROOT, "path": "/", "page": 1, "form": "html", **asked}).body)


def listed(store: Store, name: str, number: int = 1) -> Any:
    return parsed(lists.list_page(store, name, number, ServerLinks(store, ROOT)))


def text(html: Any, selector: str = "main") -> str:
    return " ".join(" ".join(one.text() for one in html.css(selector)).split())


@pytest.fixture(scope="module")
def two_bodies(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Two invented bodies of one store, and 103 pledges of one of them."""
    folder = tmp_path_factory.mktemp("two")
    for name, pledges in (("ashford-on-sea", 103), ("brook-end", 2)):
        (folder / name).mkdir()
        body = f'[body]\nid = "{name}"\nname = "Council of {name}"\n'
        strategy = '[[strategy]]\nid = "roads"\ntitle = "Roads <3 & <script>alert(1)</script>"\n'
        document = '[[document]]\nid = "plan"\nfile = "plan.md"\ntitle = "Plan"\nstates = "roads"\n'
        (folder / name / "strategies.toml").write_text(f"{body}\n{strategy}\n{document}", encoding="utf-8")
        rows = "".join(f"| We will mend road number {number}. | Works team |\n" for number in range(1, pledges + 1))
        table = f"# Roads\n\n## Mending\n\n| Action | Lead |\n| --- | --- |\n{rows}"
        (folder / name / "plan.md").write_text(table, encoding="utf-8")
    build([folder / "ashford-on-sea", folder / "brook-end"], folder / "store")
    return open_store(folder / "store")


class TestHome:
    def test_it_says_what_happened_in_words_and_figures(self, devon: Store) -> None:
        html, statuses = page(devon, "home"), by_status(devon)
        told = text(html)
        assert f"{sum(statuses.values())} pledges were found in 2 of 3 strategies of Devon County Council." in told
        assert f"By what was reported, {statuses['Achieved']} are achieved," in told
        assert f"{statuses['NotReported']} got no answer, although a review of the strategy was read." in told
        tiles = {one.attributes["data-status"]: int(one.css_first(".figure").text()) for one in html.css(".tile")}
        assert tiles == statuses

    def test_each_tile_and_each_finding_leads_to_its_list(self, devon: Store) -> None:
        html = page(devon, "home")
        for status, count in by_status(devon).items():
            (link,) = html.css(f'.tile[data-status="{status}"] a')
            assert link.attributes["href"] == f"/lists/{listed_status(status)}"
            assert text(listed(devon, listed_status(status)), "main > .notes").startswith(f"{count} pledge")
        for one in (one for one in findings(devon) if one["count"]):
            (link,) = html.css(f'.findings a[href="/lists/{one["name"]}"]')
            assert link.text() == words()["findings"][one["name"]]["title"]
            total, _ = LISTS[one["name"]].rows(devon, 0, 0)
            assert total == one["count"]
        assert "Nothing stands under To be checked first." in text(html)
        assert html.css('main a[href="/lists/low-confidence"]')

    def test_each_chart_has_its_figures_beside_it_and_in_a_table(self, devon: Store) -> None:
        charts = page(devon, "home").css("figure.chart")
        assert len(charts) == 3  # strategies, the themes of the one that was reported on, owners
        for one in charts:
            bars = one.css(".bars > li")
            rows = one.css("details tbody tr")
            assert len(bars) == len(rows) > 0
            for bar, row in zip(bars, rows, strict=True):
                cells = [int(cell.text()) for cell in row.css("td")]
                assert bar.css_first(".total").text().split()[0] == str(cells[0])
                assert cells[0] == sum(cells[1:])
                told = [int(number) for number in re.findall(r"\d+", bar.css_first(".told").text())]
                assert told == [count for count in cells[1:] if count]
                widths = [float(part.attributes["width"] or 0) for part in bar.css("rect")]
                assert len(widths) == len(told)
            assert not one.css("svg:not([aria-hidden])")

    def test_owners_are_those_who_hold_most(self, devon: Store) -> None:
        chart = page(devon, "home").css("figure.chart")[-1]
        names = [one.css_first("a").text() for one in chart.css(".bars > li")]
        assert names == [one["name"] for one in by_owner(devon, most=10)]

    def test_several_bodies_are_told_body_by_body(self, two_bodies: Store) -> None:
        html = page(two_bodies, "home")
        assert "105 pledges were found in 2 strategies of 2 bodies." in text(html)
        assert text(html, "#bodies") == "Body by body"
        names = [one.css_first("a").text() for one in html.css("figure.chart")[0].css(".bars > li")]
        assert names == ["Council of ashford-on-sea", "Council of brook-end"]

    def test_a_single_pledge_is_told_of_as_one(self, make_body: MakeBody, tmp_path: Path) -> None:
        pledged = "A review.\n- Roads\nWhat we said we would do\n- Mend the potholes.\n"
        build([make_body(f"{pledged}What we have achieved\n- The potholes have been mended.\n")], tmp_path / "store")
        told = text(page(open_store(tmp_path / "store"), "home"))
        assert "What became of 1 pledge " in told
        assert "1 pledge was found in 1 strategy of Anyshire Council. By what was reported, 1 is achieved." in told

    def test_a_store_without_figures_of_its_own_is_told_of_all_the_same(self, tmp_path: Path) -> None:
        store = publish_graph(brackwater(), tmp_path / "store")
        assert "What became of 7 pledges" in text(page(store, "home"))


class TestLists:
    def test_every_list_has_every_page_that_it_says(self, devon: Store, two_bodies: Store) -> None:
        for store in (devon, two_bodies):
            for name in lists.names():
                for number in range(1, lists.pages(store, name) + 1):
                    html = listed(store, name, number)
                    assert len(html.css("h1")) == 1
                    for link in html.css(".paging a"):
                        assert f"/lists/{name}" in (link.attributes["href"] or "")

    def test_pledges_are_told_with_status_owner_and_theme(self, devon: Store) -> None:
        rows = listed(devon, "pledges").css(".pledges tbody tr")
        records = commitment_records(devon)
        assert len(rows) == len(records)
        for row, record in zip(rows, records, strict=True):
            told = " ".join(row.text().split())
            assert shown(record["text"]) in told
            assert words()["statuses"][record["status"]["value"]]["word"] in told
            assert record["theme"][-1] in told
            for owner in record["owners"]:
                assert owner["name"] in told
            assert record["owners"] or "nobody named" in told
            assert row.css_first("th a").attributes["href"].startswith("/id/")

    def test_a_long_list_is_parted_and_its_pages_lead_to_each_other(self, two_bodies: Store) -> None:
        assert lists.pages(two_bodies, "pledges") == 2
        first, last = listed(two_bodies, "pledges"), listed(two_bodies, "pledges", 2)
        assert [len(one.css("tbody tr")) for one in (first, last)] == [100, 5]
        assert first.css_first('a[rel="next"]').attributes["href"] == "/lists/pledges?page=2"
        assert not first.css('a[rel="prev"]')
        assert last.css_first('a[rel="prev"]').attributes["href"] == "/lists/pledges"
        assert text(last, "title") == "All pledges (page 2 of 2) – Strategy Links"
        assert text(first, '[aria-current="page"]').endswith("Page 1")

    @pytest.mark.parametrize(("name", "number"), [("nothing", 1), ("pledges", 0), ("pledges", 2), ("../x", 1)])
    def test_a_list_or_page_that_is_not_there_is_not_found(self, devon: Store, name: str, number: int) -> None:
        with pytest.raises(UnknownError):
            listed(devon, name, number)
        answered = TASKS["listing"](devon, {"root": ROOT, "path": f"/lists/{name}", "name": name, "page": number})
        assert answered.status == 404
        assert "There is no such page" in answered.body.decode()

    def test_a_list_that_holds_nothing_says_so(self, devon: Store) -> None:
        assert "There are none." in text(listed(devon, "low-confidence"))
        assert lists.pages(devon, "low-confidence") == 1

    def test_the_lists_of_pledges_lead_to_each_other(self, devon: Store) -> None:
        html = listed(devon, "blanket-only")
        here = html.css('nav [aria-current="page"]')
        assert [one.text() for one in here] == ["Covered only by a blanket claim"]
        assert {one.attributes["href"] for one in html.css(".crumbs a")} == {"/", "/lists/pledges"}

    def test_a_part_stands_below_its_programme(self, devon: Store) -> None:
        (part,) = (
            one for one in listed(devon, "programmes").css(".tree .tree > li") if one.css_first("a").text() == "Steps"
        )
        assert "A Place Called Home" in part.parent.parent.text()

    def test_documents_are_told_with_their_terms(self, devon: Store) -> None:
        told = text(listed(devon, "documents"))
        for one in documents(devon):
            assert one["title"] in told
            assert one["publisher"] in told
        assert "December 2016" in told

    def test_words_of_documents_stay_words(self, two_bodies: Store) -> None:
        for name in ("strategies", "themes", "pledges"):
            html = listed(two_bodies, name)
            assert "Roads <3 & " in html.css_first("tbody").text()
            assert not html.css("tbody script")

    def test_the_same_list_gives_the_same_bytes(self, devon: Store, devon_store: Path, tmp_path: Path) -> None:
        again = open_store(shutil.copytree(devon_store, tmp_path / "again"))
        for name in lists.names():
            made = [lists.list_page(one, name, 1, ServerLinks(one, ROOT)) for one in (devon, again)]
            assert made[0] == made[1], name


class TestMethod:
    def test_all_links_are_counted_in_every_table(self, devon: Store) -> None:
        html, total = page(devon, "method"), devon.record["counts"]["links"]
        assert f"{total} links were made from these documents." in text(html)
        for table in html.css("#said ~ .scroll table, #found ~ .scroll table, #confidence ~ .scroll table"):
            rows = [[int(cell.text().replace(",", "")) for cell in row.css("td")] for row in table.css("tbody tr")]
            assert sum(row[0] for row in rows) == total
            assert all(row[0] == sum(row[1:]) for row in rows)

    def test_where_reviewers_decided_the_figures_are_told(self, devon: Store) -> None:
        told = text(page(devon, "method"), "section[aria-labelledby=accuracy]")
        by_whom = text(page(devon, "method"), "section[aria-labelledby=reviewed]")
        assert "Reader A, Reader B and Reader C" in by_whom
        assert "made apart from one another by language models" in by_whom
        assert "Of 57 statuses that were judged, 53 are right" in told
        assert "not known" in told  # of what nobody judged

    def test_without_decisions_it_says_that_nothing_is_known(self, automatic_store: Path, two_bodies: Store) -> None:
        automatic = text(page(open_store(automatic_store), "method"), "section[aria-labelledby=accuracy]")
        assert "made without the decisions kept with the documents, so it is not known." in automatic
        nobody = text(page(two_bodies, "method"), "section[aria-labelledby=accuracy]")
        assert "Nobody has decided about any link of these documents, so it is not known." in nobody
        assert "Right" not in nobody

    def test_what_is_published_of_other_documents_is_told_as_measured(self, two_bodies: Store) -> None:
        rows = page(two_bodies, "method").css("section[aria-labelledby=elsewhere] tbody tr")
        assert len(rows) == len(published()) == 3
        for row, one in zip(rows, published(), strict=True):
            assert one["documents"] in row.text()
            assert f"{one['evidencedBy']:.2f}" in row.text()

    def test_it_needs_no_address_of_its_own(self, devon: Store) -> None:
        assert b'href="/accessibility"' in method_page(devon, ServerLinks(devon, ROOT))


def test_the_accessibility_statement_tells_how_it_was_tested_and_what_falls_short(devon: Store) -> None:
    html = page(devon, "accessibility")
    headings = [one.text() for one in html.css("h2")]
    assert headings == ["What you can do", "How it is tested", "What is known to fall short", "Tell of a problem"]
    assert "have not been tried out by people who use a screen reader" in text(html)


def test_the_page_of_the_data_has_files_sources_and_licences(devon: Store) -> None:
    html = page(devon, "dataset")
    told = text(html)
    for one in documents(devon):
        assert one["title"] in told
    for name in ("vis-network", "MiniSearch", "Apache"):
        assert name in told
    links = {one.attributes["href"] for one in html.css("#downloads ~ ul a")}
    assert {f"/data/strategy-links.{one}" for one in ("csv", "xlsx", "ttl", "jsonld")} <= links


def test_an_answer_calls_its_columns_by_words_and_leaves_places_ungrouped(devon: Store) -> None:
    html = page(devon, "query", name="sentence-behind-every-claim", values=[])
    columns = [one.text() for one in html.css("thead th")]
    assert columns[-4:] == ["From character", "To character", "Confidence", "Review"]
    starts = [row.css("td")[4].text() for row in html.css("tbody tr")]
    assert any(int(one) >= 1000 for one in starts)
    relations = {row.css("td")[0].text() for row in html.css("tbody tr")}
    assert "owned now by" in relations
    assert not relations & {"ownedBy", "evidencedBy"}


def test_the_parts_of_a_bar_stand_one_behind_the_other() -> None:
    made = parts({"Achieved": 1, "InProgress": 2, "NotReported": 1}, 8)
    assert [(one["start"], one["width"]) for one in made] == [("0.00", "12.50"), ("12.50", "25.00"), ("37.50", "12.50")]
    assert parts({}, 1) == []


def test_a_chart_of_nothing_is_empty(devon: Store) -> None:
    made = chart("Nothing", "Thing", [], ServerLinks(devon, ROOT))
    assert (made["rows"], made["table"], made["statuses"]) == ([], [], [])
