"""Who publishes the pages: on every one of them, as text, and nowhere where nobody said so."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from graph.serve.tasks import TASKS
from graph.show.site.imprint import NOBODY, Imprint

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Call, MakeBody

    from graph.store import Store

ROOT = "http://localhost:8000/"
COUNCIL = {"title": "What we <b>promised</b>", "publisher": "Anyshire & Co", "contact": "plans@anyshire.example"}


def page(path: Path) -> Any:
    return LexborHTMLParser(path.read_bytes())


@pytest.mark.parametrize(
    ("contact", "href"),
    [
        ("plans@anyshire.example", "mailto:plans@anyshire.example"),
        ("a+b@anyshire.example", "mailto:a+b@anyshire.example"),
        ("+44 (0)1234 567 890", "tel:+4401234567890"),
        ("01234 567890", "tel:01234567890"),
        ("https://www.anyshire.example/contact?about=plans", "https://www.anyshire.example/contact?about=plans"),
    ],
)
def test_a_contact_leads_somewhere(contact: str, href: str) -> None:
    assert Imprint.of({"contact": contact}).href == href


@pytest.mark.parametrize(
    "contact",
    [
        "the town hall",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "https://a.example/ b",
        "ftp://a.example",
        "a@b",
        "@a.example",
        "a@b.example, c@d.example",
        'a"b@c.example',
        "<a@b.example>",
        "12",
        "+",
        "call 01234 567890",
    ],
)
def test_what_leads_nowhere_is_refused(contact: str) -> None:
    with pytest.raises(ValueError, match="leads to nobody"):
        Imprint.of({"contact": contact})


def test_what_is_said_stands_on_one_line_and_steers_nothing() -> None:
    assert Imprint.of({"title": " Our\n\u202eplan\x1b[31m "}).title == "Our \ufffdplan\ufffd[31m"
    assert Imprint.of({"title": None, "publisher": ""}) == NOBODY
    assert Imprint.of(COUNCIL).record() == COUNCIL


@pytest.fixture
def folder(call: Call, make_body: MakeBody, tmp_path: Path) -> Path:
    assert call("build", make_body(), store=tmp_path / "store").status == 0
    options = [text for name, value in COUNCIL.items() for text in (f"--{name}", value)]
    assert call("site", tmp_path / "site", *options, store=tmp_path / "store").status == 0
    return tmp_path / "site"


def test_every_page_tells_whose_it_is(folder: Path) -> None:
    for path in (one for one in folder.rglob("*.html") if one.name != "graph.html"):
        html = page(path)
        assert html.css_first("title").text().endswith(COUNCIL["title"]), path
        assert html.css_first("header .name").text() == COUNCIL["title"], path
        assert "Published by Anyshire & Co." in html.css_first("footer").text(), path
        (contact,) = html.css('footer a[href^="mailto:"]')
        assert contact.text() == COUNCIL["contact"], path
        assert not html.css("header b"), path


def test_home_the_statement_and_the_data_name_it_too(folder: Path) -> None:
    home = page(folder / "index.html")
    assert home.css_first("h1").text() == home.css_first("title").text() == COUNCIL["title"]
    said = json.loads(home.css_first('script[type="application/ld+json"]').text())
    assert said["publisher"] == {"@type": "Organization", "name": "Anyshire & Co"}
    statement = page(folder / "accessibility.html").css_first("section[aria-labelledby=report]")
    assert "tell Anyshire & Co, who publishes these pages" in statement.text()
    assert statement.css_first("a").attributes["href"] == "mailto:plans@anyshire.example"


def test_where_nobody_says_so_no_page_names_anybody(devon: Store) -> None:
    for task in ("home", "accessibility"):
        html = LexborHTMLParser(TASKS[task](devon, {"root": ROOT}).body)
        assert [one.text() for one in html.css("header .name")] == ["Strategy Links"]
        (footer,) = html.css("footer")
        assert "Published by" not in footer.text()


def test_a_bad_contact_is_one_sentence_and_writes_nothing(call: Call, make_body: MakeBody, tmp_path: Path) -> None:
    assert call("build", make_body(), store=tmp_path / "store").status == 0
    for command in (("site", tmp_path / "site"), ("serve",)):
        ran = call(*command, "--contact", "the town hall", store=tmp_path / "store")
        assert ran.status == 2
        assert "'the town hall' leads to nobody: give a mail address" in ran.stderr
    assert not (tmp_path / "site").exists()


def test_the_description_of_the_data_names_the_publisher(devon: Store) -> None:
    asked = {"root": ROOT, "path": "/void", "form": "nt", "imprint": COUNCIL}
    said = TASKS["dataset"](devon, asked).body.decode()
    assert '"Anyshire & Co"' in said
    assert "<http://xmlns.com/foaf/0.1/mbox> <mailto:plans@anyshire.example>" in said
    assert "Whoever runs the server" not in said
