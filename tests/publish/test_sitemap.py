"""The sitemap: every page, as the protocol has it."""

from __future__ import annotations

from xml.etree import ElementTree

from graph.publish.sitemap import MOST, sitemaps

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def locations(file: bytes) -> list[str | None]:
    return [one.text for one in ElementTree.fromstring(file).iter(LOC)]  # noqa: S314 - our own file


def test_it_lists_every_page_at_its_address() -> None:
    made = sitemaps(["index.html", "id/a b.html"], "https://www.example.org/promises/")
    assert list(made) == ["sitemap.xml"]
    assert locations(made["sitemap.xml"]) == [
        "https://www.example.org/promises/index.html",
        "https://www.example.org/promises/id/a%20b.html",
    ]


def test_without_an_address_it_is_relative() -> None:
    assert locations(sitemaps(["index.html"], None)["sitemap.xml"]) == ["index.html"]


def test_more_pages_than_a_file_may_list_make_several_and_an_index() -> None:
    pages = [f"{number}.html" for number in range(MOST + 1)]
    made = sitemaps(pages, "https://example.org/")
    assert locations(made["sitemap.xml"]) == ["https://example.org/sitemap-1.xml", "https://example.org/sitemap-2.xml"]
    assert len(locations(made["sitemap-1.xml"])) == MOST
    assert locations(made["sitemap-2.xml"]) == [f"https://example.org/{MOST}.html"]
