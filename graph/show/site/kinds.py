"""Which view a thing has, by its class. What has none (a link, an assessment, a place) is told of by its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph import vocabulary as v
from graph.show.site.document import document
from graph.show.site.pledge import pledge
from graph.show.site.programme import programme
from graph.show.site.statement import outcome, statement
from graph.show.site.theme import strategy, theme

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from graph.show.site.thing import Thing, View

_VIEWS: dict[str, Callable[[Thing], View]] = {
    v.SL + "Strategy": strategy,
    v.SL + "Theme": theme,
    v.SL + "ProgressStatement": statement,
    v.SL + "Outcome": outcome,
    v.SL + "Document": document,
    v.SL + "Programme": programme,
    v.ORG + "Organization": programme,
}


def view_of(thing: Thing, record: Mapping[str, Any] | None) -> View | None:
    """The view of a thing; `record` is that of a pledge."""
    if record is not None:
        return pledge(thing, record)
    return next((_VIEWS[one](thing) for one in thing.said.types if one in _VIEWS), None)
