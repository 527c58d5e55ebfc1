"""A report as a page and as a Word document: the same words in both, nothing that acts, the same bytes every time."""

from __future__ import annotations

import base64
import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn

from graph.show.report.composing import composed, report
from graph.show.report.gathering import FINDINGS, Gathered
from graph.show.report.page import page
from graph.show.report.paper import paper
from show.samples import STRATEGY, nasty
from show.test_page import LOADING, Reader

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document

    from graph.show.report.model import Report
    from graph.store import Store

ODD = "nul \x00 escape \x1b[31m non-character \ufffe lone \ud800 \x0b end ]]> &amp; </w:t>"


def harmful() -> Report:
    """A report whose every text means harm."""
    records, unanswered = nasty()
    for record in records:
        record["strategy"] = STRATEGY
        record["history"] = [{"review": "unreviewed", **one} for one in record["history"]]
    records[0]["text"] = records[0]["owners"][0]["name"] = records[0]["theme"][0] = ODD
    strategy = {**STRATEGY, "title": f"{ODD} <script>acted = 1</script>", "body": "x:b", "name": f"{ODD} <b>"}
    document = {
        "iri": "x:d", "title": ODD, "publisher": ODD, "issued": ODD, "rights": "<i>", "source": "javascript:acted=2",
        "file": records[0]["source"]["document"], "states": {STRATEGY["iri"]}, "reports": set(),
    }  # fmt: skip
    every = frozenset(record["iri"] for record in records)
    said = tuple({**one["quote"], "document": "x:d"} for one in unanswered)
    return composed(Gathered((strategy,), tuple(records), (document,), dict.fromkeys(FINDINGS, every), said, True))


@pytest.fixture(scope="module", params=["devon", "harmful"])
def made(request: pytest.FixtureRequest) -> Report:
    return harmful() if request.param == "harmful" else report(request.getfixturevalue("devon"))


@pytest.fixture(scope="module")
def read(made: Report) -> Reader:
    return Reader(page(made))


@pytest.fixture(scope="module")
def word(made: Report) -> Document:
    return docx.Document(io.BytesIO(paper(made)))


def pledges(made: Report) -> list[str]:
    return [line.pledge.text for strategy in made.strategies for theme in strategy.themes for line in theme.lines]


def test_a_page_has_no_script_and_loads_nothing(read: Reader) -> None:
    assert read.inside["script"] == []
    for tag, attributes in read.elements:
        assert tag not in {"link", "iframe", "object", "embed", "base", "img"}
        assert not LOADING & set(attributes)
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert (attributes.get("href") or "#").startswith(("#", "https://", "http://"))


def test_its_policy_names_its_one_style_and_nothing_else(read: Reader) -> None:
    policy = next(a["content"] for t, a in read.elements if t == "meta" and "http-equiv" in a) or ""
    [style] = read.inside["style"]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_headings_go_down_one_step_at_a_time(read: Reader) -> None:
    levels = [int(tag[1]) for tag, _ in read.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_link_within_the_page_leads_somewhere_and_no_two_places_have_one_name(read: Reader) -> None:
    ids = [attributes["id"] for _, attributes in read.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    led = {(a["href"] or "")[1:] for t, a in read.elements if t == "a" and (a.get("href") or "").startswith("#")}
    assert led <= set(ids)


def test_header_cells_say_what_they_head(read: Reader) -> None:
    heads = [attributes for tag, attributes in read.elements if tag == "th"]
    assert {one.get("scope") for one in heads} == {"col", "row"}


def test_both_hold_every_pledge_in_one_order(made: Report, read: Reader, word: Document) -> None:
    for text in pledges(made):
        assert text in read.text
    cells = [row.cells[0].text for table in word.tables for row in table.rows if "\nPledge" in "\n" + row.cells[0].text]
    written = [cell.split("\n")[1] for cell in cells if re.match(r"Pledge \d", cell)]
    assert len(written) == len(pledges(made))
    for cell, text in zip(written, pledges(made), strict=True):
        assert cell.startswith(text.replace("\ufffe", "�"))


def test_the_headings_of_the_paper_are_headings_and_those_of_the_page(read: Reader, word: Document) -> None:
    styles = [(one.style.name, one.text) for one in word.paragraphs if one.style and one.text]
    assert styles[0][0] == "Title"
    firsts = [text for name, text in styles if name == "Heading 1"]
    assert {"What happened to the pledges", "What is worth asking", "How to read this report"} <= set(firsts)
    assert all(text.replace("�", "") in read.text.replace("�", "").replace("\ufffe", "") for text in firsts)


def test_the_header_of_every_table_is_marked_and_repeated_and_no_row_is_split(word: Document) -> None:
    for table in word.tables:
        rows = table._tbl.tr_lst
        assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [True] + [False] * (len(rows) - 1)
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert table._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstRow")) == "1"


def test_the_paper_says_its_title_and_language_and_no_time(made: Report, word: Document) -> None:
    said = word.core_properties
    assert said.title.replace("�", "") == made.title[:255].replace("�", "").replace("\ufffe", "")
    assert (said.language, said.author, said.comments) == ("en-GB", "Strategy Links", "")
    assert said.created == said.modified
    assert said.created is not None
    assert said.created.year == 1980
    languages = [one.get(qn("w:val")) for one in word.styles.element.find(qn("w:docDefaults")).iter(qn("w:lang"))]
    assert languages == ["en-GB"]


def test_every_link_of_the_paper_leads_to_a_bookmark_or_to_the_web(word: Document) -> None:
    marks = [one.get(qn("w:name")) for one in word.element.iter(qn("w:bookmarkStart"))]
    assert len(marks) == len(set(marks))
    links = list(word.element.iter(qn("w:hyperlink")))
    assert {one.get(qn("w:anchor")) for one in links if one.get(qn("w:anchor"))} <= set(marks)
    outside = [one.target_ref for one in word.part.rels.values() if one.is_external]
    assert all(address.startswith(("https://", "http://")) for address in outside)


def test_the_paper_is_a4_and_holds_no_time_of_its_making(made: Report, word: Document) -> None:
    width, height = word.sections[0].page_width, word.sections[0].page_height
    assert width
    assert height
    assert (round(width.mm), round(height.mm)) == (210, 297)
    with zipfile.ZipFile(io.BytesIO(paper(made))) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_colour_is_never_all_that_tells_a_status(word: Document) -> None:
    words = {run.text for table in word.tables for row in table.rows for run in row.cells[1].paragraphs[0].runs}
    assert {"In progress"} <= words


@pytest.mark.parametrize("form", ["html", "docx"])
def test_two_processes_write_the_same_bytes(devon_store: Path, tmp_path: Path, form: str) -> None:
    written = []
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.{form}"
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC+{seed}"}
        command = [sys.executable, "-m", "cli", "report", "--store", str(devon_store), "--output", str(path)]
        subprocess.run(command, check=True, env=environment, capture_output=True)
        written.append(path.read_bytes())
    assert written[0] == written[1]


def test_a_source_that_is_an_address_of_the_web_is_a_link_in_both(devon: Store) -> None:
    whole = report(devon)
    address = "https://example.org/plan.pdf?a=1&b=2"
    whole = replace(whole, sources=(replace(whole.sources[0], origin=address), *whole.sources[1:]))
    assert 'href="https://example.org/plan.pdf?a=1&amp;b=2"' in page(whole)
    word = docx.Document(io.BytesIO(paper(whole)))
    assert address in [one.target_ref for one in word.part.rels.values() if one.is_external]
