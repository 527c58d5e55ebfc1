"""What a report says: findings first, every pledge once, and each claim with its quote."""

from __future__ import annotations

import doctest
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph.ask.findings import by_owner, by_status, findings
from graph.ask.holdings import strategies
from graph.ask.records import commitment_records
from graph.build import build
from graph.errors import QueryError, UnknownError
from graph.show.report import composing, gathering, page, telling
from graph.show.report.composing import composed, report
from graph.show.report.gathering import gather
from graph.show.words import shown
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


def test_where_nothing_stands_out_it_says_nothing_of_findings(devon: Store) -> None:
    held = replace(gather(devon, "2022"), found={name: frozenset() for name in gathering.FINDINGS}, unanswered=())
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
