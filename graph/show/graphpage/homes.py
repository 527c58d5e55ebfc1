"""Which themes a node of the graph page belongs to: to one alone, or to several that share it."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.show.graphpage.drawing import Drawing

Theme = int | None  # the number of its node; None stands for statements that follow no pledge


class Homes:
    """The statements, outcomes and holders of each theme, what themes share, and which belong together."""

    def __init__(self, drawing: Drawing) -> None:
        self._nodes = drawing.nodes
        self._first: dict[Theme, Theme] = {theme: theme for theme in drawing.bands}
        #: theme -> what belongs to it alone
        self.alone: dict[Theme, list[int]] = defaultdict(list)
        #: node -> how many of those it stands beside belong to each theme
        self.shared: dict[int, Counter[Theme]] = {}
        for theme, members in drawing.bands.items():
            self.alone[theme] += [one for one in members if self._nodes[one]["group"] == "ProgressStatement"]
        of_strategy: dict[int, Theme] = {}
        for theme in drawing.bands:
            if theme is not None:
                self._join(of_strategy.setdefault(self._nodes[theme]["strategy"], theme), theme)
        for node, beside in drawing.pulls.items():
            if self._nodes[node]["group"] != "ProgressStatement":
                self._add(node, Counter(self._nodes[one].get("band") for one in beside))

    def _add(self, node: int, themes: Counter[Theme]) -> None:
        first, *others = themes
        if not others:
            self.alone[first].append(node)
            return
        self.shared[node] = themes
        for other in others:
            self._join(first, other)

    def _join(self, first: Theme, other: Theme) -> None:
        self._first[self._root(other)] = self._root(first)

    def _root(self, theme: Theme) -> Theme:
        """One theme that stands for all that it belongs with."""
        while self._first[theme] != theme:
            self._first[theme] = self._first[self._first[theme]]
            theme = self._first[theme]
        return theme

    def clusters(self) -> list[tuple[list[Theme], list[int]]]:
        """Themes that belong together, and what they share, that of most pledges first.

        Themes of one strategy do, and those of strategies that share something.
        """
        themes: dict[Theme, list[Theme]] = defaultdict(list)
        shared: dict[Theme, list[int]] = defaultdict(list)
        for theme in self._first:
            themes[self._root(theme)].append(theme)
        for node in sorted(self.shared, key=lambda one: (-self.shared[one].total(), one)):
            shared[self._root(next(iter(self.shared[node])))].append(node)
        return [(members, shared[root]) for root, members in themes.items()]
