"""From the bytes of a web page to its text, as browsers decode it (https://encoding.spec.whatwg.org/)."""

from __future__ import annotations

import codecs
import re

from graph.read.decode import decoded, marked_encoding

_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9._:-]+)")
_WHERE_DECLARED = 4096  # bytes; browsers look at 1,024
# What pages that say so are written in.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "utf-16": "utf-8", "utf-16-le": "utf-8", "utf-16-be": "utf-8"}
_LOST = "\ufffd"


def page_text(data: bytes) -> str:
    """The text of a page: by its byte order mark, else by the charset that it declares, else by its bytes."""
    marked = marked_encoding(data)
    if marked:
        return data.decode(marked, "replace").removeprefix("\ufeff")
    if b"\0" in data and (text := decoded(data)) is not None:
        return text
    encoding = _declared(data)
    if encoding is None:
        return decoded(data) or data.decode("cp1252", "replace")
    text = data.decode(encoding, "replace")
    if encoding == "utf-8" and _LOST in text and not any("\x7f" < one != _LOST for one in text):
        return data.decode("cp1252", "replace")  # it says UTF-8, and holds not one character of it
    return text


def _declared(data: bytes) -> str | None:
    """The encoding that a page names, if Python knows it as one of text."""
    found = _DECLARED.search(data[:_WHERE_DECLARED])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        "".encode(name)
    except (LookupError, ValueError):
        return None
    return _MEANT.get(name, name)
