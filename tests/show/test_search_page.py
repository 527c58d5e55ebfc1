"""The search page and its index: what can be found, and that no word of a document can act in a script."""

from __future__ import annotations

import base64
import gzip
import json
import re
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from graph.ask.records import commitment_records
from graph.build import build
from graph.serve.pages import ServerLinks
from graph.serve.searching import TASKS
from graph.show.site import search
from graph.show.site.entries import KINDS, entries, seen
from graph.show.words import shown
from graph.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from conftest import MakeBody

    from graph.store import Store

ROOT = "http://localhost:8000/"
CALL = re.compile(rb"strategyLinksIndex\((.*)\);\n", re.DOTALL)

HOSTILE = """\
- Roads – Repairs
What we said we would do
- Mend </script><script>alert(1)</script> the potholes <!-- in every \u2028 village.
- Plant hedges along the lane.
What we have achieved
- We have as yet been unable to plant hedges along the lane.
"""


def links_of(store: Store) -> ServerLinks:
    return ServerLinks(store, ROOT)


def page_of(store: Store) -> Any:
    return LexborHTMLParser(search.search_page(links_of(store)).decode())


def items_of(script: bytes) -> list[Any]:
    """What the script hands over, whichever way it is written."""
    called = CALL.fullmatch(script)
    assert called
    given = json.loads(called[1])
    if isinstance(given, str):
        return [json.loads(line) for line in gzip.decompress(base64.b64decode(given)).decode().split("\n")]
    assert isinstance(given, list)
    return given


def unpacked(script: bytes) -> list[tuple[str, str, str, str]]:
    """Kind, status, text and address of each entry, as the browser takes them in."""
    head, *parts = items_of(script)
    found, address = [], ""
    for kind, status, _, text, _, same, rest in (entry for part in parts for entry in part):
        address = address[:same] + rest
        word = head["statuses"][status - 1]["value"] if status else ""
        found.append((head["kinds"][kind]["one"], word, text, address))
    assert len(found) == head["total"]
    return found


def test_every_pledge_can_be_found_with_its_status_and_its_page(devon: Store) -> None:
    found = {
        (text, status, address)
        for kind, status, text, address in unpacked(search.index(devon, links_of(devon)))
        if kind == "Pledge"
    }
    for record in commitment_records(devon):
        text = f"{record['reference'] or ''} {shown(record['text'])}".strip()
        assert (text, record["status"]["value"], links_of(devon).iri(record["iri"])) in found


def test_there_are_entries_of_every_kind(devon: Store) -> None:
    assert {KINDS[one.kind].one for one in entries(devon, links_of(devon))} == {kind.one for kind in KINDS}


def test_a_programme_is_found_by_its_other_names_and_a_pledge_by_its_owner(devon: Store) -> None:
    by_text = {one.text: one for one in entries(devon, links_of(devon))}
    assert "Programme" in by_text["A Place Called Home"].beside
    assert any(one.kind == 0 and "A Place Called Home" in one.beside for one in entries(devon, links_of(devon)))


def test_what_has_no_page_is_not_in_the_index(devon: Store) -> None:
    class Few(ServerLinks):
        def iri(self, iri: str) -> str | None:
            return super().iri(iri) if "/programme/" in iri else None

    assert {kind for kind, *_ in unpacked(search.index(devon, Few(devon, ROOT)))} == {"Programme"}


def test_the_same_store_gives_the_same_index(devon: Store, devon_store: Path) -> None:
    again = open_store(devon_store)
    assert search.index(devon, links_of(devon)) == search.index(again, links_of(again))


def test_a_large_index_is_packed_and_says_the_same(devon: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = search.index(devon, links_of(devon))
    monkeypatch.setattr(search, "LARGE", 1000)
    packed = search.index(devon, links_of(devon))
    assert len(packed) < len(plain)
    assert items_of(packed) == items_of(plain)
    assert packed == search.index(devon, links_of(devon))  # no clock in what is packed


def test_no_text_ends_the_script_or_starts_a_comment(make_body: MakeBody, tmp_path: Path) -> None:
    build([make_body(HOSTILE)], tmp_path / "store")
    store = open_store(tmp_path / "store")
    script = search.index(store, links_of(store))
    assert not re.search(rb"[<>&]|\xe2\x80[\xa8\xa9]", script)
    assert any("alert(1)" in text for _, _, text, _ in unpacked(script))


def test_the_page_names_what_may_run_and_holds_no_word_of_a_document(devon: Store) -> None:
    page = page_of(devon)
    (meta,) = page.css("meta[http-equiv='Content-Security-Policy']")
    policy = meta.attributes["content"] or ""
    (nonce,) = re.findall(r"script-src 'nonce-([^']+)'", policy)
    scripts = page.css("script")
    assert [one.attributes["src"] for one in scripts] == [f"/assets/{name}" for name in search.scripts()]
    assert all(one.attributes["nonce"] == nonce and not one.text() for one in scripts)
    assert not page.css("[onclick], style, [style]")
    assert "Place Called Home" not in page.html


def test_without_scripts_the_page_leads_to_the_lists(devon: Store) -> None:
    page = page_of(devon)
    assert "hidden" in page.css_first("form#search").attributes
    assert "JavaScript" in page.css_first("#needs-script").text()
    hrefs = [one.attributes["href"] for one in page.css("section a")]
    assert hrefs == [f"/lists/{name}" for name in search.LISTS]


def test_the_scripts_write_texts_alone_and_fetch_nothing() -> None:
    ours = search.scripts()["search.js"].decode()
    for forbidden in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "fetch(", "XMLHttp"):
        assert forbidden not in ours
    assert b"Permission is hereby granted" in search.scripts()["libraries.js"]


def test_the_index_of_a_server_is_sent_once(devon: Store, tmp_path: Path) -> None:
    asked = {"root": ROOT, "file": str(tmp_path / "spooled"), "most": 10**9}
    first = TASKS["search-index"](devon, asked | {"has": ""})
    assert first.status == 200
    assert first.media_type == "text/javascript"
    again = TASKS["search-index"](devon, asked | {"has": first.headers["ETag"]})
    assert (again.status, again.body) == (304, b"")


_PIECES = st.sampled_from(
    ["Open", "a", "2", " ", "  ", ",", ".", "*", "_x_", "²", "&amp;", "<b>", "\n", "’", "\u202e", "("]
)


@given(st.lists(_PIECES).map("".join))
def test_a_text_is_seen_as_it_is_shown(text: str) -> None:
    assert seen(text) == shown(text)
