"""Inline markup of plain text and Markdown, blanked out: what a reader of the page would not see.

The blanked text is as long as the text it was made from, so that offsets in the one are offsets in the other.
"""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    r"""
      !\[[^\]\n]*\]\([^)\n]*\)                        # an image
    | \[\^[^\]\s]{1,20}\]                             # the mark of a footnote
    | (?P<link>\[)(?P<words>(?:[^\[\]\n]|\n(?!\n))+)(?P<address>\]\((?:[^()\n]|\([^()\n]*\))*\))
    | <(?:https?://|mailto:)[^>\s]+>                  # an address by itself
    | </?[a-zA-Z][^<>\n]*>|<!--.*?-->                 # HTML
    | \{[:%{][^{}\n]*[%}]?\}+                          # what templates and Kramdown add
    | (?<![\w*])\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?![\w*]) # emphasis
    | (?<![\w_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\w_])
    | (?<!`)`{1,2}(?!`)|~~
    | (?:(?<=[^\W\d_]{2})|(?<=[.,;)”’\"']))[⁰¹²³⁴⁵⁶⁷⁸⁹]+  # the raised mark of a footnote, not of square metres
    | \\(?=[()\[\]*_#|.!-])                           # an escape
    """,
    re.VERBOSE | re.DOTALL,
)


def masked(text: str) -> str:
    """The text with inline markup replaced by as many spaces.

    >>> masked("We will **open** [a hub](https://example.org)¹.")
    'We will   open    a hub                       .'
    """
    return _HIDDEN.sub(_blank, text)


def plain(text: str) -> str:
    """The text as a reader sees it, on one line.

    >>> plain("We will **open** [a hub](https://example.org)¹ soon.")
    'We will open a hub soon.'
    """
    return re.sub(r"\s+([.,;:)])", r"\1", " ".join(masked(text).split()))


def _blank(match: re.Match[str]) -> str:
    if match["words"] is None:
        return " " * len(match.group())
    return " " + masked(match["words"]) + " " * len(match["address"])
