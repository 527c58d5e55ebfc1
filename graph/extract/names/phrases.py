"""Where a text writes capitals and quotation marks as names do: runs of capitalised words, and what is quoted.

Offsets are those of the text. Nothing here knows what a name means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĆČĐĒĞĪŁŃŌŘŚŠŪŴŶŹŻŽ"
# Between two words of a name: spaces, what blanked markup leaves of them, or one line end.
GAP = r"(?:[ \u00a0]{1,4}|[ \u00a0]{0,4}\r?\n[ \u00a0\t]{0,12})"
_SMALL = (
    r"(?:and|of|for|the|to|in|on|with|at|from|by|into|a|an|it|me|my|our|us|we|or|your|up|out|de|la|le|y|na|an|&|\+)"
)
_WORD = (
    rf"(?:(?:St|Dr|Mr|Mrs|Ms|Prof|Cllr|Rt)\.|[{CAPITALS}]\w*(?:[’'‘.&‑-]\w+)*(?:(?<=s)[’'](?=\s))?"
    rf"|\d+[{CAPITALS}]\w*|(?:19|20)\d\d(?:[ ]?[-–—/][ ]?(?:19|20)?\d\d)?(?!\w|[.,]\d)|\d{{1,4}}%?(?!\w|[.,]\d))"
)
_RUN = re.compile(rf"(?<![\w’'&-]){_WORD}(?:{GAP}(?:{_SMALL}{GAP}){{0,3}}{_WORD}){{0,40}}")
_PIECE = re.compile(rf"(?P<small>(?<!\S){_SMALL}(?!\S))|{_WORD}")
_QUOTED = re.compile(
    r"(?<!\w)(?:‘(?P<a>[^‘“”\n]{2,80}?)’(?![\w])|“(?P<b>[^“”\n]{2,80}?)”|\"(?P<c>[^\"\n]{2,80}?)\"|'(?P<d>[^'\n]{2,80}?)'(?!\w))"
)
_MARK = "\x1e"
_SENTENCE_ENDS = ".!?:;•●▪*–—-|>"
_FEW = 3  # words that a title has at the least


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a run. A small one ("of") only joins others."""

    text: str
    start: int
    end: int
    small: bool = False

    @property
    def base(self) -> str:
        """Lower case, without a possessive ending."""
        plain = self.text.casefold()
        return plain[:-2] if plain.endswith(("'s", "’s")) else plain.removesuffix("'").removesuffix("’")

    @property
    def is_number(self) -> bool:
        """Whether it is a number or a period: "2", "2024", "2024-25"."""
        return self.text[0].isdigit() and not any(character.isalpha() for character in self.text)

    @property
    def possesses(self) -> bool:
        """Whether it ends like "Board’s" or "Carers’"."""
        return self.text.casefold().endswith(("'s", "’s", "s'", "s’"))


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row, with the small words between them. `opens` says that a sentence starts with it."""

    words: tuple[Word, ...]
    opens: bool

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between two quotation marks; `outer` is where the closing one ends."""

    text: str
    start: int
    end: int
    outer: int


def quoted(text: str) -> list[Quoted]:
    """What a text puts in quotation marks and writes with a capital.

    >>> [one.text for one in quoted("part of the ‘Safe Children’s Play’ project, which is “good”")]
    ['Safe Children’s Play']
    """
    found = []
    for match in _QUOTED.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        if text[start].isupper():
            found.append(Quoted(" ".join(text[start:end].split()).rstrip(",."), start, end, match.end()))
    return found


def unquoted(text: str, marks: list[Quoted]) -> str:
    """The text with those marks replaced by a sign that no name holds; as long as before.

    >>> unquoted("the ‘Coast’ plan", quoted("the ‘Coast’ plan"))
    'the \\x1eCoast\\x1e plan'
    """
    if not marks:
        return text
    pieces, position = [], 0
    for one in marks:
        pieces += [text[position : one.start - 1], _MARK, text[one.start : one.end], _MARK]
        position = one.outer
    return "".join((*pieces, text[position:]))


def runs(text: str) -> Iterator[Run]:
    """The runs of capitalised words of a text, in order.

    >>> [[word.text for word in run.words] for run in runs("It is in the Coast and Harbour Plan, says Jo.")]
    [['It'], ['Coast', 'and', 'Harbour', 'Plan'], ['Jo']]
    """
    for match in _RUN.finditer(text):
        words = tuple(
            Word(one.group(), one.start(), one.end(), one["small"] is not None)
            for one in _PIECE.finditer(text, match.start(), match.end())
        )
        if any(not word.small and not word.text[0].isdigit() for word in words):
            yield Run(words, _opens(text, match.start()))


def is_title(text: str) -> bool:
    """Whether a text capitalises its words as a title does, so that a capital in it tells nothing.

    >>> is_title("Delivering Our Coast Plan"), is_title("This is in the Coast Plan.")
    (True, False)
    """
    words = [word for word in re.findall(r"[^\W\d_]{4,}", text[:400]) if word]
    capital = sum(word[0].isupper() for word in words)
    if len(words) >= _FEW and all(word.isupper() for word in words):
        return True
    return len(words) >= _FEW and capital >= 0.8 * len(words) and not text.rstrip().endswith((".", "!", "?", ";"))


def _opens(text: str, start: int) -> bool:
    position = start
    while position and (text[position - 1].isspace() or text[position - 1] in "(“‘\"'" + _MARK):
        position -= 1
    return not position or text[position - 1] in _SENTENCE_ENDS or (text[position - 1] in ")]" and position - 1 < 8)
