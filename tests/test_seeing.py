"""The benchmark of the graph page compares like with like: the same nodes and edges, and time limits that hold."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest
from ask.samples import brackwater, publish_graph

from benchmarks.seeing import data_of, make, written
from benchmarks.stock_pyvis import main as write_stock_page
from graph.show.graphpage.view import view
from graph.store import open_store

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeing")
    path = folder / "page.html"
    path.write_text(view(publish_graph(brackwater(), folder / "store")), encoding="utf-8")
    return path


def test_the_data_of_a_page_are_read_plain_or_packed(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = data_of(page)
    assert sum(node["group"] == "Commitment" for node in plain["nodes"]) == 7
    monkeypatch.setattr("graph.show.embedding.LARGE", 100)
    packed = page.with_name("packed.html")
    packed.write_text(view(open_store(page.parent / "store")), encoding="utf-8")
    assert data_of(packed) == plain


def test_plain_pyvis_is_given_every_node_and_edge(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, stock = page.with_name("data.json"), page.with_name("stock.html")
    given: dict[str, Any] = data_of(page)
    data.write_text(json.dumps(given), encoding="utf-8")
    write_stock_page([str(data), "--still", str(stock)])
    html = stock.read_text(encoding="utf-8")
    assert html.count('"shape": ') == len(given["nodes"])
    assert html.count('"arrows": "to"') == len(given["edges"])
    assert float(capsys.readouterr().out) > 0


def test_what_takes_too_long_to_write_has_no_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.seeing.WRITING", 0.2)
    assert written([sys.executable, "-c", "import time; time.sleep(9)"], tmp_path / "page").seconds is None
    monkeypatch.setattr("benchmarks.seeing.WRITING", 60)
    assert written([sys.executable, "-c", "print(1.5)"], tmp_path / "page").seconds == 1.5


def test_a_store_of_invented_bodies_can_be_drawn(tmp_path: Path) -> None:
    make(tmp_path / "store", 1)
    assert "<title>Pledges of Council 1</title>" in view(open_store(tmp_path / "store"))
