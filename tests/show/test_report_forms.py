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
from docx.table import Table

from graph.ask.ledger import OF_PLEDGES
from graph.publish.links import FolderLinks
from graph.publish.paths import paths
from graph.show.report.composing import composed, report
from graph.show.report.contents import contents
from graph.show.report.gathering import Gathered
from graph.show.report.page import page
from graph.show.report.paper import paper
from graph.show.wording import counted
from graph.show.words import symbol_and_word, words
from show.samples import STRATEGY, nasty
from show.test_page import LOADING, Reader

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from docx.table import _Cell
    from docx.text.run import Run

    from graph.show.report.model import Report
    from graph.store import Store

ALL, STATUSES = "All pledges by status", set(words()["statuses"])
ODD = "nul \x00 escape \x1b[31m non-character \ufffe lone \ud800 \x0b end ]]> &amp; </w:t>"


def harmful() -> Report:
    """A report whose every text means harm."""
    records, unanswered = nasty()
    for record in records:
        record["strategy"] = STRATEGY
        record["history"] = [{"review": "unreviewed", **one} for one in record["history"]]
        named = [quote for owner in record["owners"] for quote in owner["evidence"]]
        for quote in (record["source"], *record["evidence"], *named):
            quote["source"] = "x:d"
    records[0]["text"] = records[0]["owners"][0]["name"] = records[0]["theme"][0] = ODD
    strategy = {**STRATEGY, "title": f"{ODD} <script>acted = 1</script>", "body": "x:b", "name": f"{ODD} <b>"}
    document = {
        "iri": "x:d", "title": ODD, "publisher": ODD, "issued": ODD, "rights": "<i>", "source": "javascript:acted=2",
        "file": records[0]["source"]["document"], "states": {STRATEGY["iri"]}, "reports": set(),
    }  # fmt: skip
    every = frozenset(record["iri"] for record in records)
    said = tuple({**one["quote"], "source": "x:d"} for one in unanswered)
    return composed(Gathered((strategy,), tuple(records), (document,), dict.fromkeys(OF_PLEDGES, every), said, True))


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
    written = [re.sub(r"^Pledge\s\d+\s", "", one) for one in told_in(word) if re.match(r"Pledge\s\d+\s(?!on the)", one)]
    assert len(written) == len(pledges(made))
    for said, text in zip(written, pledges(made), strict=True):
        assert said.startswith(text.replace("\ufffe", "�"))


def told_in(word: Document) -> list[str]:
    """The first cells of rows and the points of lists that stand under themes, in their order."""
    found: list[str] = []
    for one in word.iter_inner_content():
        if isinstance(one, Table):
            found += [row.cells[0].text for row in one.rows]
        elif one.style and one.style.name == "List Bullet":
            found.append(one.text)
    return found


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


def test_a_status_is_a_symbol_and_a_word_beside_its_colour(word: Document) -> None:
    looks = {symbol_and_word(value) for value in words()["statuses"]}
    styled = [
        run for table in word.tables for cell in cells(table) for run in runs_of(cell) if run.style.name in STATUSES
    ]
    assert styled
    assert {run.text for run in styled} <= looks
    assert all(run.text.endswith(words()["statuses"][run.style.name]["word"]) for run in styled)


def cells(table: Table) -> list[_Cell]:
    return [cell for row in table.rows for cell in row.cells]


def runs_of(cell: _Cell) -> list[Run]:
    return [run for paragraph in cell.paragraphs for run in paragraph.runs]


def test_bars_are_as_long_as_their_share_and_the_share_stands_in_words_above(made: Report, word: Document) -> None:
    [chart] = [one for one in word.tables if one._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == ALL]
    total = sum(count for _, count in made.statuses)
    rooms = []
    for (value, count), row in zip(made.statuses, chart.rows[1:-1], strict=True):
        share, bar = row.cells[2].paragraphs
        assert share.text == f"{count / total:.0%}"
        assert bar.text == ""
        shade = bar._p.pPr.find(qn("w:shd"))
        assert f"#{shade.get(qn('w:fill'))}".lower() == words()["statuses"][value]["light"]
        rooms.append((count, int(bar._p.pPr.find(qn("w:ind")).get(qn("w:right")))))
    assert all(room >= 0 for _, room in rooms)
    assert [count for count, _ in sorted(rooms, key=lambda one: -one[1])] == sorted(count for count, _ in rooms)


def test_the_contents_are_a_field_that_reads_without_being_updated(made: Report, word: Document) -> None:
    marks = [one.get(qn("w:fldCharType")) for one in word.element.iter(qn("w:fldChar"))]
    assert marks == ["begin", "separate", "end"]
    [field] = [one.text for one in word.element.iter(qn("w:instrText"))]
    assert field.startswith("TOC ")
    listed = [one for one in word.paragraphs if one.style and one.style.name in ("toc 1", "toc 2")]
    assert len(listed) == len(contents(made))
    for shown, entry in zip(listed, contents(made), strict=True):
        assert shown.text.startswith(entry.text.replace("\ufffe", "�")[:4])
        if entry.count is not None:
            assert shown.text.endswith(f", {counted(entry.count, 'pledge')}")
    assert any("press F9" in one.text for one in word.paragraphs)


def test_the_headings_of_the_paper_go_down_one_step_at_a_time_and_none_is_empty(word: Document) -> None:
    names = [
        (one.style.name, one.text) for one in word.paragraphs if one.style and one.style.name.startswith("Heading")
    ]
    levels = [int(name[-1]) for name, _ in names]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(text.strip() for _, text in names)


def test_no_cells_are_merged_and_nothing_is_laid_out_by_empty_paragraphs(word: Document) -> None:
    assert not list(word.element.iter(qn("w:gridSpan"), qn("w:vMerge")))
    assert all(one.text.strip() for one in word.paragraphs)


def test_a_pledge_leads_to_its_page_on_the_site_in_both(devon: Store) -> None:
    address = "https://www.example.org/pledges/"
    made = report(devon, links=FolderLinks(paths(devon), "index.html", address))
    line = made.strategies[0].themes[0].lines[0]
    assert f'<a href="{line.page}" rel="external">Pledge&nbsp;1 on the site</a>' in page(made)
    word = docx.Document(io.BytesIO(paper(made)))
    outside = {one.target_ref for one in word.part.rels.values() if one.is_external}
    assert {one.page for strategy in made.strategies for theme in strategy.themes for one in theme.lines} <= outside


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
