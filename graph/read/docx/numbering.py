"""The numbers and bullets that Word gives list items, which stand nowhere in their text."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.read.docx.names import number, value, w, whole
from graph.read.typed import counted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

BULLET = "-"
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    """How the items of one level of a list are marked: the form of numbers, the text around them, the first one."""

    form: str
    text: str
    start: int


class Numbering:
    """The lists of a document, which count as its paragraphs are read in order."""

    def __init__(self, root: Element | None) -> None:
        kinds = [] if root is None else root.findall(w("abstractNum"))
        self._lists = {one.get(w("abstractNumId")): dict(map(_level, one.iterfind(w("lvl")))) for one in kinds}
        # A kind of list may only say which style holds its levels, and the kind that belongs to the style has them.
        styles = {value(one, "styleLink"): one.get(w("abstractNumId")) for one in kinds}
        elsewhere = {one.get(w("abstractNumId")): styles.get(value(one, "numStyleLink")) for one in kinds}
        self._kinds: dict[int | None, str | None] = {}
        self._restarts: dict[int | None, dict[int, int]] = {}
        for one in [] if root is None else root.findall(w("num")):
            list_number, kind = whole(one.get(w("numId"))), value(one, "abstractNumId")
            self._kinds[list_number] = kind if self._lists.get(kind) else elsewhere.get(kind)
            self._restarts[list_number] = dict(_restarts(one))
        self._counts: defaultdict[str | None, dict[int, int]] = defaultdict(dict)

    def marker(self, list_number: int, depth: int) -> str:
        """The sign or number of the next item of a list at a depth from 0; empty where its items have none."""
        kind = self._kinds.get(list_number)
        levels = self._lists.get(kind, {})
        level = levels.get(depth)
        if level is None or level.form == "none":
            return ""
        counts = self._counts[kind]
        restart = self._restarts.get(list_number, {}).pop(depth, None)
        counts[depth] = counts.get(depth, level.start - 1) + 1 if restart is None else restart
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        if level.form == "bullet":
            return BULLET if level.text else ""

        def number_at(match: re.Match[str]) -> str:
            other = levels.get(int(match[1]) - 1, level)
            return counted(counts.get(int(match[1]) - 1, other.start), other.form)

        return _PLACE.sub(number_at, level.text).strip()


def _level(element: Element) -> tuple[int, _Level]:
    start = number(element, "start")
    form, text = value(element, "numFmt") or "decimal", value(element, "lvlText")
    return whole(element.get(w("ilvl"))) or 0, _Level(form, text, 1 if start is None else start)


def _restarts(element: Element) -> Iterator[tuple[int, int]]:
    """Where a list starts to count anew: the depth, and the first number."""
    for one in element.iterfind(w("lvlOverride")):
        depth, start = whole(one.get(w("ilvl"))), number(one, "startOverride")
        if depth is not None and start is not None:
            yield depth, start
