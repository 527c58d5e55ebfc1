"""Data inside a page: JSON in a script element, and the colours of the words as a style sheet."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from graph.show.words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

LARGE = 2_000_000  # characters of JSON above which a page carries it packed
# What would end a script element or start a comment, and the two line ends that JavaScript once refused.
ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def embed(value: Any) -> Markup:
    r"""JSON that is safe inside a script element.

    >>> print(embed({"text": "</script>"}))
    {"text":"\u003c/script\u003e"}
    """
    return _escaped(_json(value))


def carried(value: Any) -> Markup:
    """The script element with the id `data` that carries data: as JSON, or gzipped and in base64 where it is large.

    No clock goes into what is packed: the same data give the same characters.
    """
    text = _json(value)
    if len(text) <= LARGE:
        return Markup('<script type="application/json" id="data">{}</script>').format(_escaped(text))
    packed = base64.b64encode(gzip.compress(text.encode(), compresslevel=6, mtime=0)).decode()
    return Markup('<script type="text/plain" id="data" data-encoding="gzip">{}</script>').format(packed)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _escaped(text: str) -> Markup:
    return Markup(text.translate(ESCAPES))  # noqa: S704 - escaped just here


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


def digests(texts: Sequence[str]) -> str:
    """The CSP source list of inline elements: https://www.w3.org/TR/CSP3/#grammardef-hash-source."""
    hashed = (hashlib.sha256(text.encode()).digest() for text in texts)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in hashed)
