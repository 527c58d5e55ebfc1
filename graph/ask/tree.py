"""Labelled things and what they are below: programmes within programmes, headings under headings."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graph import vocabulary as v

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Tree:
    """Made of rows with `iri`, `label`, and perhaps `class` and `parent`. A thing may have several parents."""

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        self._labels: dict[str, str] = {}
        self._classes: dict[str, set[str]] = defaultdict(set)
        self._parents: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            self._labels[row["iri"]] = row["label"]
            if "class" in row:
                self._classes[row["iri"]].add(v.local_name(row["class"]))
            if "parent" in row:
                self._parents[row["iri"]].add(row["parent"])

    def label(self, iri: str) -> str:
        """What it is called; the end of its address where nothing says so."""
        return self._labels.get(iri, v.local_name(iri))

    def kind(self, iri: str) -> str:
        """`Organization` or `Programme`; whatever holds work and is not known as either counts as a programme."""
        return "Organization" if self._classes.get(iri) == {"Organization"} else "Programme"

    def steps(self, iri: str) -> list[tuple[str, str]]:
        """Each part and whole on the ways up from a thing, each once: one way to its end, then the next. Cycles end."""
        found: list[tuple[str, str]] = []
        seen, waiting = {iri}, self._upwards(iri)
        while waiting:
            part, whole = waiting.pop()
            found.append((part, whole))
            if whole not in seen:
                seen.add(whole)
                waiting += self._upwards(whole)
        return found

    def _upwards(self, iri: str) -> list[tuple[str, str]]:
        return [(iri, whole) for whole in sorted(self._parents.get(iri, ()), reverse=True)]

    def above(self, iri: str) -> list[str]:
        """The labels of all that it is below, the nearest first."""
        found: list[str] = []
        waiting = sorted(self._parents.get(iri, ()))
        while waiting:
            parent = waiting.pop(0)
            if parent not in found:
                found.append(parent)
                waiting.extend(sorted(self._parents.get(parent, ())))
        return [self.label(parent) for parent in found]
