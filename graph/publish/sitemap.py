"""The list of all pages for search engines: https://www.sitemaps.org/protocol.html."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin
from xml.etree import ElementTree

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 50_000  # addresses in one file, as the protocol has it


def sitemaps(pages: Sequence[str], address: str | None) -> dict[str, bytes]:
    """The files: `sitemap.xml`, and where one does not hold all pages, those that it then lists.

    Without an `address` the addresses are relative: of use to people and programs, but no search engine takes them.
    """
    if len(pages) <= MOST:
        return {"sitemap.xml": _listed("urlset", "url", pages, address)}
    parts = [pages[start : start + MOST] for start in range(0, len(pages), MOST)]
    files = {f"sitemap-{number}.xml": _listed("urlset", "url", part, address) for number, part in enumerate(parts, 1)}
    return {"sitemap.xml": _listed("sitemapindex", "sitemap", list(files), address)} | files


def _listed(root: str, item: str, paths: Sequence[str], address: str | None) -> bytes:
    tree = ElementTree.Element(root, xmlns=_NAMESPACE)
    for path in paths:
        ElementTree.SubElement(ElementTree.SubElement(tree, item), "loc").text = urljoin(address or "", quote(path))
    ElementTree.indent(tree, "")
    written: bytes = ElementTree.tostring(tree, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
