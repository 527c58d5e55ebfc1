"""`export`: every format, read back by another library, and the same bytes wherever it is made."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from typing import TYPE_CHECKING

import networkx
import pytest
import rdflib
from ask.samples import brackwater, publish_graph

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Call, Ran, Run

    from graph.store import Store

RDF = {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "jsonld": "json-ld"}
FORMATS = (*RDF, "graphml", "gexf", "csv", "xlsx")
SL = rdflib.Namespace("https://w3id.org/strategy-links#")


@pytest.fixture(scope="module")
def exported(ask: Callable[..., Ran]) -> dict[str, bytes]:
    """Devon's graph in each format."""
    return {form: ask("export", form).stdout for form in FORMATS}


@pytest.fixture(scope="module")
def brackwater_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of an invented body with columns, aims and two generations."""
    return publish_graph(brackwater(), tmp_path_factory.mktemp("brackwater") / "store").folder


@pytest.fixture(scope="module")
def quads(exported: dict[str, bytes]) -> rdflib.Dataset:
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=exported["nquads"], format="nquads")
    return dataset


@pytest.fixture(scope="module")
def pledges(devon: Store) -> int:
    """How many pledges the build counted."""
    return int(devon.record["counts"]["commitments"])


@pytest.mark.parametrize("form", ["trig", "jsonld"])
def test_formats_with_graphs_hold_the_same_quads(exported: dict[str, bytes], quads: rdflib.Dataset, form: str) -> None:
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=exported[form], format=RDF[form])
    assert {(*quad[:3], str(quad[3])) for quad in dataset.quads()} == {
        (*quad[:3], str(quad[3])) for quad in quads.quads()
    }


def test_turtle_holds_all_triples_of_all_graphs(exported: dict[str, bytes], quads: rdflib.Dataset) -> None:
    graph = rdflib.Graph().parse(data=exported["turtle"], format="turtle")
    assert set(map(by_value, graph)) == {by_value(quad[:3]) for quad in quads.quads()}


def by_value(triple: tuple[rdflib.Node, ...]) -> tuple[object, ...]:
    """A triple with its numbers as numbers: rdflib writes the decimal 1 as 1.0."""
    return tuple(
        one.value if isinstance(one, rdflib.Literal) and one.datatype == rdflib.XSD.decimal else one for one in triple
    )


def test_the_pledges_are_in_the_rdf(quads: rdflib.Dataset, pledges: int) -> None:
    assert len(set(quads.subjects(rdflib.RDF.type, SL.Commitment))) == pledges


@pytest.mark.parametrize("form", FORMATS)
def test_lineage_aims_and_columns_are_in_every_format(call: Call, brackwater_store: Path, form: str) -> None:
    exported = call("export", form, store=brackwater_store)
    assert exported.status == 0
    for part in {"graphml": ("continues", "aims"), "csv": ("March 2024", "DONE"), "xlsx": ()}.get(form, ("continues",)):
        assert part in exported.text


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_network_formats_hold_nodes_and_relations(exported: dict[str, bytes], form: str, pledges: int) -> None:
    read = networkx.read_graphml if form == "graphml" else networkx.read_gexf
    graph = read(io.BytesIO(exported[form]))
    classes = [data["class"] for _, data in graph.nodes(data=True)]
    assert classes.count("Commitment") == pledges
    relations = {data["relation"] for *_, data in graph.edges(data=True)}
    assert relations >= {"ownedBy", "evidencedBy", "involves", "reports", "isPartOf", "theme", "statedIn"}
    assert all(graph.nodes[node].get("label") for node in graph)


def test_csv_has_a_row_for_each_pledge(exported: dict[str, bytes], ask: Callable[..., Ran], pledges: int) -> None:
    rows = list(csv.DictReader(io.StringIO(exported["csv"].decode(), newline="")))
    assert len(rows) == pledges
    assert exported["csv"] == ask("commitments", "--format", "csv").stdout
    assert exported["xlsx"] == ask("commitments", "--format", "xlsx").stdout


def test_csv_in_a_file_is_described_beside_it(
    ask: Callable[..., Ran], exported: dict[str, bytes], tmp_path: Path
) -> None:
    target = tmp_path / "pledges.csv"
    assert ask("export", "csv", "--output", target).status == 0
    assert target.read_bytes() == exported["csv"]
    described = json.loads((tmp_path / "pledges.csv-metadata.json").read_text(encoding="utf-8"))
    assert described["@context"] == "http://www.w3.org/ns/csvw"
    assert described["url"] == "pledges.csv"
    columns = [column["titles"] for column in described["tableSchema"]["columns"]]
    assert columns == exported["csv"].decode().splitlines()[0].split(",")
    assert described["tableSchema"]["primaryKey"] in [one["name"] for one in described["tableSchema"]["columns"]]


def other_locales() -> list[str]:
    """C, C.UTF-8 and, where this machine has it, Turkish, whose i is not ours."""
    known = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout.split()
    return ["C", "C.UTF-8", *(one for one in known if one.startswith("tr_TR"))]


@pytest.mark.slow
@pytest.mark.parametrize("locale", other_locales())
def test_the_same_input_gives_the_same_bytes(run: Run, exported: dict[str, bytes], tmp_path: Path, locale: str) -> None:
    """Another build in another process, with another hash seed, locale and working folder."""
    folder = tmp_path / f"somewhere else ü {locale}"
    folder.mkdir()
    environment = {"LC_ALL": locale, "PYTHONHASHSEED": str(len(locale)), "TZ": "Asia/Tokyo"}
    built = run("build", cwd=folder, environment=environment)
    assert built.status == 0
    differing = [
        form for form in FORMATS if run("export", form, cwd=folder, environment=environment).stdout != exported[form]
    ]
    assert differing == []


@pytest.mark.slow
def test_answers_are_the_same_bytes_whatever_the_hash_seed(run: Run, devon_store: Path) -> None:
    commands = (["where", "support for children", "--limit", "20"], ["evaluate"])
    for command in commands:
        answers = {
            run(*command, store=devon_store, environment={"PYTHONHASHSEED": str(seed)}).stdout for seed in (1, 2)
        }
        assert len(answers) == 1, command
