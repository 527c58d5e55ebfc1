"""What a report says: findings first, every pledge once, and each claim with its quote."""

from __future__ import annotations

import doctest
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph.ask.findings import by_owner, by_status, findings
from graph.ask.holdings import strategies
from graph.ask.ledger import OF_PLEDGES, OF_STATEMENTS
from graph.ask.records import commitment_records
from graph.build import build
from graph.errors import QueryError, UnknownError
from graph.publish.links import FolderLinks
from graph.publish.paths import paths
from graph.show.report import composing, gathering, page, telling
from graph.show.report.composing import composed, report
from graph.show.report.contents import contents
from graph.show.report.gathering import gather
from graph.show.words import shown, words
from graph.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import MakeBody

    from graph.show.report.model import Line, Report
    from graph.store import Store


def lines(made: Report) -> list[Line]:
    return [line for strategy in made.strategies for theme in strategy.themes for line in theme.lines]


@pytest.fixture(scope="module")
def whole(devon: Store) -> Report:
    return report(devon)


@pytest.mark.parametrize("module", [composing, gathering, page, telling])
def test_the_examples_in_docstrings_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


def test_every_pledge_stands_in_it_once_and_is_numbered_through(whole: Report, devon: Store) -> None:
    assert [line.number for line in lines(whole)] == list(range(1, len(lines(whole)) + 1))
    expected = Counter(
        shown(" ".join(filter(None, (record["reference"], record["text"])))) for record in commitment_records(devon)
    )
    assert Counter(line.pledge.text for line in lines(whole)) == expected


def test_its_figures_are_those_of_the_home_page(whole: Report, devon: Store) -> None:
    assert dict(whole.statuses) == by_status(devon)
    counted = {one["name"]: one["count"] for one in findings(devon) if one["count"]}
    assert {one.key: len(one.lines) + len(one.quotations) for one in whole.findings} == counted
    held = {(one["name"], one["owns"], one["pledges"]) for one in by_owner(devon)}
    assert {(one.name, one.own, one.pledges) for one in whole.holders} == held


def test_one_strategy_has_the_figures_of_that_strategy(devon: Store) -> None:
    made = report(devon, "sufficiency strategy")
    [iri] = [one["iri"] for one in strategies(devon) if one["start"] == "2022"]
    assert len(made.strategies) == 1
    assert made.title == f"What became of the pledges of the {made.strategies[0].title}"
    assert dict(made.statuses) == by_status(devon, iri)
    counted = {one["name"]: one["count"] for one in findings(devon, iri) if one["count"]}
    assert {one.key: len(one.lines) + len(one.quotations) for one in made.findings} == counted


def test_every_quote_is_cited_by_a_document_of_its_list_and_a_line(whole: Report, devon: Store) -> None:
    texts = {number: devon.text_of(one["iri"]) or "" for number, one in enumerate(gather(devon).documents, start=1)}
    for line in lines(whole):
        named = [quote for owner in line.owners for quote in owner.quotations]
        for quote in (*line.evidence, *named):
            number = int(quote.place.rsplit("\N{NO-BREAK SPACE}", 1)[1])
            assert quote.text.split()[0] in shown(texts[quote.source or 0].split("\n")[number - 1])


def test_what_was_reported_on_comes_before_what_is_older(whole: Report) -> None:
    assert ["2022" in one.lead[0] for one in whole.strategies] == [True, False]


def test_a_blanket_says_so_beside_its_quote(whole: Report) -> None:
    [finding] = [one for one in whole.findings if one.key == "blanket-only"]
    for line in finding.lines:
        assert all(any("section" in note for note in quote.notes) for quote in line.evidence)


def test_the_name_of_a_body_chooses_its_strategies(devon: Store) -> None:
    assert len(report(devon, "devon county").strategies) == 2


def test_a_strategy_that_is_not_there_is_said_in_a_sentence(devon: Store) -> None:
    with pytest.raises(UnknownError, match="There is no strategy 'harbours' with a pledge; strategy-links commitments"):
        gather(devon, "harbours")


def test_more_than_a_document_takes_is_refused_with_what_to_do(devon: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "MOST", 60)
    with pytest.raises(
        QueryError, match=r"88 pledges of 2 strategies are too many .* takes 60; choose with --strategy"
    ):
        gather(devon)
    assert len(lines(report(devon, "2022 to 2024"))) == 57


def test_findings_stand_in_the_order_and_the_words_of_the_site(whole: Report) -> None:
    keys = [one.key for one in whole.findings]
    assert keys == [name for name in (*OF_PLEDGES, OF_STATEMENTS) if name in keys]
    for one in whole.findings:
        said = words()["findings"][one.key]
        assert (one.title.split(":")[0], one.means, one.ask) == (said["title"], said["means"], said["ask"])


def test_a_part_of_a_large_store_is_asked_for_pledge_by_pledge_and_says_the_same(
    devon: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = report(devon, "2022 to 2024")
    monkeypatch.setattr(gathering, "_DEARER", 0)
    assert report(devon, "2022 to 2024") == expected


def test_pledges_that_no_review_was_read_of_stand_apart_and_it_is_said_once(whole: Report) -> None:
    unread = [strategy for strategy in whole.strategies if dict(strategy.statuses).keys() == {"NotAssessed"}]
    assert len(unread) == 1
    [strategy] = unread
    assert all(theme.unread and not theme.told for theme in strategy.themes)
    assert sum("no document that was read reports progress" in sentence for sentence in strategy.lead) == 1
    assert not [line for theme in whole.strategies[0].themes for line in theme.unread]


def test_the_contents_lead_to_every_finding_strategy_and_theme_with_its_count(whole: Report) -> None:
    entries = {one.anchor: one for one in contents(whole)}
    assert {one.anchor for one in whole.findings} <= set(entries)
    for strategy in whole.strategies:
        assert entries[strategy.anchor].count == sum(count for _, count in strategy.statuses)
        for theme in strategy.themes:
            assert (entries[theme.anchor].text, entries[theme.anchor].count) == (theme.path, len(theme.lines))


def test_contents_that_would_be_too_long_leave_out_the_themes(whole: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.show.report.contents._MOST", 10)
    assert {one.level for one in contents(whole)} == {1}


def test_what_the_numbers_are_is_said_and_how_to_find_a_pledge_elsewhere(whole: Report) -> None:
    assert "numbered in this report only" in whole.numbers
    assert "search for its words" in whole.numbers
    assert {line.page for line in lines(whole)} == {None}


def test_each_pledge_leads_to_its_page_on_a_site(devon: Store) -> None:
    links = FolderLinks(paths(devon), "index.html", "https://www.example.org/pledges/")
    made = report(devon, links=links)
    assert "https://www.example.org/pledges/" in made.numbers
    pages = [line.page for line in lines(made)]
    known = {f"https://www.example.org/pledges/{path}" for path in paths(devon).values()}
    assert len(set(pages)) == len(pages)
    assert set(pages) <= known


def test_where_nothing_stands_out_it_says_nothing_of_findings(devon: Store) -> None:
    held = replace(gather(devon, "2022"), found=dict.fromkeys(OF_PLEDGES, frozenset()), unanswered=())
    assert composed(held).findings == ()


def test_two_bodies_with_files_of_one_name_each_cite_their_own(make_body: MakeBody, tmp_path: Path) -> None:
    first = make_body().rename(tmp_path / "first")
    second = make_body()
    (second / "strategies.toml").write_text(
        (second / "strategies.toml").read_text(encoding="utf-8").replace("nyshire", "therset"), encoding="utf-8"
    )
    build([first, second], tmp_path / "store")
    made = report(open_store(tmp_path / "store"))
    assert made.title == "What became of the pledges of 2 bodies"
    assert [one.title for one in made.strategies] == [
        "Roads strategy (Anyshire Council)",
        "Roads strategy (Atherset Council)",
    ]
    cited = [{line.pledge.source for theme in one.themes for line in theme.lines} for one in made.strategies]
    assert len(made.sources) == 2
    assert sorted(map(tuple, cited)) == [(1,), (2,)]


def test_two_bodies_of_one_name_are_two_and_two_strategies_of_one_title_are_told_apart(devon: Store) -> None:
    held = gather(devon)
    one, other = held.strategies
    same = {"title": "Roads strategy", "name": "Anyshire Council"}
    made = composed(replace(held, strategies=(one | same, other | same | {"body": "x:another"})))
    assert made.title == "What became of the pledges of 2 bodies"
    assert "in 2 strategies of 2 bodies" in made.lead[0]
    assert [strategy.title for strategy in made.strategies] == [
        "Roads strategy (Anyshire Council, 2022 to 2024)",
        "Roads strategy (Anyshire Council, 2017 to 2020)",
    ]
    assert sorted(line.number for line in lines(made)) == list(range(1, len(held.records) + 1))
