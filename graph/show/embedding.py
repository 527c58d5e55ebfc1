"""Data inside a page: JSON in a script element, and the colours of the words as a style sheet."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from graph.show.words import words

# What would end a script element or start a comment, and the two line ends that JavaScript once refused.
ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def embed(value: Any) -> Markup:
    r"""JSON that is safe inside a script element.

    >>> print(embed({"text": "</script>"}))
    {"text":"\u003c/script\u003e"}
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(ESCAPES))  # noqa: S704 - escaped just above


def palette() -> str:
    """The colours of classes and statuses as CSS variables, for light and for dark."""
    light, dark = (
        "".join(
            f"--{kind}-{name}:{look[scheme]};"
            for kind in ("classes", "statuses")
            for name, look in words()[kind].items()
        )
        for scheme in ("light", "dark")
    )
    return f":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
