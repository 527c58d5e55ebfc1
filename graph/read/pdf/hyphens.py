"""Joins the lines of a paragraph: "continu-" and "ed" are one word, "face-" and "to-face" keep their hyphen.

The document is its own dictionary: a word that it writes elsewhere in one piece, or elsewhere with the hyphen, is
written so here too.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BROKEN = re.compile(r"(?P<head>[\w’'-]*[^\W_])-$")
_NEXT = re.compile(r"(?P<tail>\w[\w’']*)(?P<more>-?)")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SUSPENDED = frozenset({"and", "or", "to", "nor", "versus"})  # short- and long-term
# Parts that are written with a hyphen before most words, or after most, for documents too short to tell.
_PREFIXES = _words("""
    all anti co cross ex full half high inter long low mid multi non one part peer post pre re self
    semi short single sub third two under well
""")
_SUFFIXES = _words("""
    based being centered centred driven effective facing friendly making related scale specific term
""")
_SUFFIXES_OF_WORDS = _words("""
    able aged free going income led level life line needs off on quality risk style time up wide
    year
""")
_SOFT = "\xad"


class Hyphens:
    """Knows the words of a document, and joins its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.words: Counter[str] = Counter()
        self.inner: set[str] = set()  # words that stand within lines, and so are whole
        for line in lines:
            words = [match.group().casefold() for match in _WORD.finditer(line)]
            broken = bool(words) and line.endswith("-")
            self.inner.update(words[1:-1])
            for word in words[: -1 if broken else None]:
                self.words[word] += 1
                if "-" in word:
                    self.words.update(word.split("-"))

    def join(self, lines: Sequence[str]) -> str:
        """Lines as one text.

        >>> Hyphens(["They continued"]).join(["We continu-", "ed to meet face-", "to-face."])
        'We continued to meet face-to-face.'
        """
        text = ""
        for line in lines:
            text = self._joined(text, line) if text else line
        return text

    def _joined(self, text: str, line: str) -> str:
        if text.endswith(_SOFT):
            return text.rstrip(_SOFT) + line
        if text.endswith(("/", "–", "—")) and len(text) > 1 and not text[-2].isspace():
            return text + line
        broken, following = _BROKEN.search(text), _NEXT.match(line)
        if not broken or not following:
            return text + line if self._is_cut(text, line) else f"{text} {line}"
        if following["tail"].casefold() in _SUSPENDED and not following["more"]:
            return f"{text} {line}"
        return (text if self._keeps(broken["head"], following) else text[:-1]) + line

    def _is_cut(self, text: str, line: str) -> bool:
        """Whether a word is cut without a hyphen, as in a cell too narrow for it: "commit" and "ment"."""
        head, tail = text.split()[-1:], line.split()[:1]
        if not head or not tail or not (head[0] + tail[0]).isalpha() or not tail[0].islower():
            return False
        first, second = head[0].casefold(), tail[0]
        whole = first + second
        return not {first, second} & self.inner and any(word.startswith(whole) for word in self.inner)

    def _keeps(self, head: str, following: re.Match[str]) -> bool:
        """Whether a hyphen at the end of a line belongs to the word."""
        tail = following["tail"]
        first, second = head.casefold().split("-")[-1], tail.casefold()
        whole, parted = self.words[first + second], self.words[f"{first}-{second}"]
        if whole or parted:
            return parted > whole
        if not tail[0].islower() or head[-1].isdigit() or (head.isupper() and len(head) > 1):
            return True
        if following["more"] or "-" in head:
            return True
        if first in _PREFIXES or second in _SUFFIXES:
            return True
        return bool(self.words[first] and (self.words[second] or second in _SUFFIXES_OF_WORDS))
