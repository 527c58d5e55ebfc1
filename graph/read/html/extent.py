"""How many elements a page has and how deep they are nested, told without parsing it."""

from __future__ import annotations

import re
from typing import NamedTuple

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_RAW = ("script", "style")  # whose text is no markup
# Elements that end without being closed (https://html.spec.whatwg.org/multipage/syntax.html#optional-tags), and the
# shapes of SVG, which close themselves.
_UNCLOSED = frozenset(
    (
        *("area", "base", "body", "br", "col", "colgroup", "dd", "dt", "embed", "head", "hr", "html", "img", "input"),
        *("li", "link", "meta", "optgroup", "option", "p", "param", "rb", "rp", "rt", "rtc", "source", "tbody", "td"),
        *("tfoot", "th", "thead", "tr", "track", "wbr"),
        *("circle", "ellipse", "image", "line", "path", "polygon", "polyline", "rect", "stop", "use"),
    )
)


class Extent(NamedTuple):
    """How many elements a page has, and how many are open at once, at most."""

    elements: int
    depth: int


def extent_of(text: str) -> Extent:
    """The extent of a page, from its tags alone. Elements that are left open count on to the end.

    >>> extent_of("<div><p>One<p>Two</div><div><b>Three</b></div>")
    Extent(elements=5, depth=2)
    """
    elements = depth = deepest = 0
    raw = ""
    for match in _TAG.finditer(text):
        closing, name = match[1], match[2].lower()
        elements += not closing
        if raw:
            raw = "" if closing and name == raw else raw
        elif name in _RAW:
            raw = "" if closing else name
        elif name not in _UNCLOSED:
            depth = max(depth - 1, 0) if closing else depth + 1
            deepest = max(deepest, depth)
    return Extent(elements, deepest)
