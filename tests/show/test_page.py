"""The page as text: nothing from elsewhere, nothing that runs, everything there, the same every time."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from graph.show.graphpage.network import drawn
from graph.show.graphpage.page import LIMITS, SCRIPTS, own, page
from graph.show.scripts.joined import shared
from graph.show.tables import visible
from graph.show.words import shown
from show.samples import NASTY, devon, nasty, owner, page_of, pledge, quote

LOADING = {"src", "srcset", "poster", "data", "action", "formaction", "background", "ping", "manifest"}


class Reader(HTMLParser):
    """The elements of a page in order, the text of each script and style, and all other text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, list[str]] = {"script": [], "style": []}
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in self.inside:
            self.inside[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        self.elements.append((f"/{tag}", {}))

    def handle_data(self, data: str) -> None:
        last = self.elements[-1][0] if self.elements else ""
        if last in self.inside:
            self.inside[last][-1] += data
        else:
            self.text += data


@pytest.fixture(scope="module", params=[devon, nasty])
def records(request: pytest.FixtureRequest) -> Any:
    return request.param()


@pytest.fixture(scope="module")
def read(records: Any) -> Reader:
    return Reader(page_of(records))


def test_nothing_is_loaded_from_elsewhere(read: Reader) -> None:
    for tag, attributes in read.elements:
        assert tag not in {"link", "iframe", "object", "embed", "base", "img"}
        assert not LOADING & set(attributes), (tag, attributes)
        assert (attributes.get("href") or "#").startswith("#")
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
    for style in read.inside["style"]:
        assert "@import" not in style
        assert all(url.strip("'\"").startswith("data:") for url in re.findall(r"url\(([^)]{0,9})", style))


def test_the_policy_names_every_script_and_style_by_its_digest(read: Reader) -> None:
    policy = next(a["content"] for t, a in read.elements if t == "meta" and "http-equiv" in a) or ""
    running = [text for text in read.inside["script"] if not text.startswith("{")] + read.inside["style"]
    assert len(running) == 5
    for text in running:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_the_data_is_what_is_drawn(records: Any, read: Reader) -> None:
    text = next(text for text in read.inside["script"] if text.startswith("{"))
    assert not set("<>&\u2028\u2029") & set(text)
    data, drawing = json.loads(text), drawn(*records)
    assert (data["nodes"], data["edges"], data["quotes"]) == (drawing.nodes, drawing.edges, drawing.quotes)
    assert data["documents"] == drawing.documents.values()
    assert (data["total"], data["limits"]) == (len(records[0]), LIMITS)
    assert data["options"]["physics"] == {"enabled": False}


def test_nothing_of_a_document_steers_the_readers_screen(records: Any, read: Reader) -> None:
    drawing = drawn(*records)
    words = [node[key] for node in drawing.nodes for key in ("text", "label", "note", "stated", "by") if key in node]
    words += [quote["text"] for quote in drawing.quotes] + drawing.documents.values()
    for text in [*words, read.text]:
        assert not set("\u202e\u2066\x9b\x1b") & set(text)


def many(number: int) -> list[Any]:
    return [
        pledge(f"Pay carer {each}", ["Money"], quote(f"Pay carer {each}", each * 50, each)) for each in range(number)
    ]


def test_a_table_of_very_many_pledges_says_how_many_it_leaves_out() -> None:
    read = Reader(page(many(LIMITS["rows"] + 234), [], title="Money"))
    rows = [attributes for tag, attributes in read.elements if tag == "tr" and "data-row" in attributes]
    assert len(rows) == LIMITS["rows"]
    assert "234" in read.text


def test_large_data_is_packed_and_the_same_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.show.embedding.LARGE", 10_000)
    made = page(many(90), [], title="Money")
    [packed] = re.findall(r'<script type="text/plain" id="data" data-encoding="gzip">([A-Za-z0-9+/=]*)</script>', made)
    data = json.loads(gzip.decompress(base64.b64decode(packed)))
    assert sum(node["group"] == "Commitment" for node in data["nodes"]) == 90
    assert made == page(many(90), [], title="Money")


def test_every_text_of_the_records_can_be_read_without_javascript(records: Any, read: Reader) -> None:
    commitments, unanswered = records
    for commitment in commitments:
        assert shown(commitment["text"]) in read.text
        assert all(visible(part) in read.text for part in commitment["theme"])
        assert all(visible(owner["name"]) in read.text for owner in commitment["owners"])
        assert all(shown(quote["text"]) in read.text for quote in commitment["evidence"])
    assert all(shown(statement["quote"]["text"]) in read.text for statement in unanswered)
    assert "window.hacked" not in "".join(t for t in read.inside["script"] if not t.startswith("{"))


@pytest.mark.parametrize("title", NASTY.values(), ids=NASTY)
def test_a_title_is_text(title: str) -> None:
    read = Reader(page([], [], title=title))
    assert visible(title) in read.text
    assert [tag for tag, _ in read.elements].count("script") == 4


def test_the_same_records_give_the_same_bytes_in_another_process() -> None:
    code = "import sys; from show.samples import devon, page_of as p; sys.stdout.buffer.write(p(devon()).encode())"
    root = Path(__file__).parents[2]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), str(root / "tests")])}
    pages = [
        subprocess.run(
            [sys.executable, "-c", code], env={**env, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert pages[0] == pages[1] == page_of(devon()).encode()


def test_the_table_tells_number_word_timescale_and_page() -> None:
    made = pledge("Open **a hub**", ["Hubs"], {**quote("Open **a hub**", 0, 12, "plan.pdf"), "page": 4}, "Achieved")
    made |= {"reference": "1.2", "timescale": "by May", "measure": "200 visits"}
    made["status"]["stated"] = "DONE"
    shown = " ".join(Reader(page([made], [], title="Hubs")).text.split())
    for part in ("1.2 Open a hub", "plan.pdf, p. 4, line 12", "By when: by May", "Measure: 200 visits"):
        assert part in shown
    assert "Achieved (“DONE”)" in shown


def test_an_owner_with_two_parents_is_part_of_both_in_the_table() -> None:
    made = pledge("Pay carers", ["Money"], quote("Pay carers", 0, 1))
    steps = owner("Steps", "direct", quote("Steps pays", 50, 3), ["Home"])
    steps["chain"].append({**steps["chain"][0], "whole": "urn:board", "name": "The Board", "kind": "Organization"})
    made["owners"] = [steps]
    assert "Steps, part of Home; also part of The Board" in Reader(page([made], [], title="Money")).text


def test_every_script_of_the_folder_is_in_the_page() -> None:
    import graph.show.graphpage.page as module

    folder = Path(module.__file__).parent / "assets"
    assert sorted(SCRIPTS) == sorted(path.name for path in folder.glob("*.js"))


def test_no_two_scripts_of_the_page_name_something_alike() -> None:
    """They are joined: a name that stands twice stops all of them."""
    declared = re.findall(
        r"^(?:const|let|class|(?:async )?function\*?) +([A-Za-z_$][\w$]*|\[[^\]]+\])", f"{shared()}\n{own()}", re.M
    )
    names = [name for one in declared for name in re.findall(r"[\w$]+", one)]
    assert [name for name in set(names) if names.count(name) > 1] == []
    assert {"el", "Finder", "refresh", "fitting"} <= set(names)
