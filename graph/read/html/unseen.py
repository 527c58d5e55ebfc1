"""What of a web page is no part of its document: what is hidden, and what stands around it on every page of a site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_TAGS = frozenset(
    (
        *("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "video"),
        *("audio", "canvas", "map", "nav", "footer", "aside", "select", "textarea", "datalist", "meter"),
        *("progress", "button", "dialog", "del", "s", "strike", "head", "frameset", "menu"),
    )
)
_ROLES = frozenset(
    (
        *("navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog", "menu"),
        *("menubar", "toolbar", "tooltip"),
    )
)
# Words in the names of classes and ids, whole between hyphens, underscores and spaces.
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?(?:[_-]?(?:banner|bar|consent|notice|message|policy|popup|law|control))?|breadcrumbs?"
    r"|skip[_-]?(?:links?|nav|navigation|to[_-](?:main|content)[\w-]*)|pagination|pager|navbar|mega[_-]?menu"
    r"|site[_-](?:header|footer|nav|navigation|search)|(?:social|share|sharing)[_-](?:links?|media|icons?|buttons?|bar)"
    r"|print[_-](?:link|button|only)|back[_-]to[_-]top|phase[_-]banner|feedback[_-](?:form|banner|link)"
    r"|table[_-]of[_-]contents|on[_-]this[_-]page|contents[_-]list|toc)(?:$|[\s_-])",
    re.IGNORECASE,
)
_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PANELS = ("tabpanel", "region")  # whose content waits for a click
_CONTENT = "main, article, h1, [role=main]"
_NEVER = ("html", "body", "main", "article")
_SIGN = re.compile(r"[^\w\s]{1,3}")  # a tick, a coloured circle


def is_unseen(node: LexborNode) -> bool:
    """Whether an element, with all in it, is left out. What holds the main content of a page never is."""
    tag = node.tag
    if tag in _NEVER:
        return False
    if tag in _TAGS:
        return True
    attributes = node.attributes
    if _is_hidden(attributes, node):
        return True
    if tag == "header":
        return not _is_within(node, ("main", "article", "section"))
    if tag == "form":  # some sites put the whole page into one
        return node.css_first(f"{_CONTENT}, h2, table") is None
    around = attributes.get("role") in _ROLES or any(
        _NAMES.search(attributes.get(key) or "") for key in ("class", "id") if key in attributes
    )
    return (around and node.css_first(_CONTENT) is None) or (tag in ("ul", "ol") and _only_points_into_the_page(node))


def _is_hidden(attributes: dict[str, str | None], node: LexborNode) -> bool:
    if not attributes or attributes.get("role") in _PANELS:
        return False
    if "hidden" in attributes:
        return attributes["hidden"] != "until-found"
    if _STYLE.search(attributes.get("style") or ""):
        return True
    return attributes.get("aria-hidden") == "true" and not _SIGN.fullmatch(node.text().strip())


def _only_points_into_the_page(node: LexborNode) -> bool:
    """Whether a list is a table of contents: nothing in it but links to places on the page."""
    links = node.css('a[href^="#"]')
    if len(links) < 2:
        return False
    said = "".join(node.text().split())
    return said == "".join("".join(link.text().split()) for link in links)


def _is_within(node: LexborNode, tags: tuple[str, ...]) -> bool:
    above = node.parent
    while above is not None and above.tag not in tags:
        above = above.parent
    return above is not None
