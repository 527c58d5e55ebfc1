"""The whole of the data as a file, in the formats of `strategy-links export`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.ask.holdings import DOWNLOADS
from graph.errors import UnknownError
from graph.serve.answers import Answered, Sink

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from graph.store import Store

_NAMES = {"ttl": "turtle", "nq": "nquads"}  # of formats; the others are called as their files end
_MEDIA_TYPES = {ending: media_type for ending, media_type, *_ in DOWNLOADS}


def download(store: Store, asked: Mapping[str, Any]) -> Answered:
    """The file that ends in `asked["form"]`. Raises UnknownError where there is none."""
    from graph.export import ExportFormat, export

    form = asked["form"]
    if form not in _MEDIA_TYPES:
        raise UnknownError(f"The data are not to be had so; use one of {', '.join(_MEDIA_TYPES)}.")
    sink = Sink(Path(asked["file"]), asked["most"])
    sink.write(export(store, ExportFormat(_NAMES.get(form, form))))
    saved = f'attachment; filename="strategy-links.{form}"'
    return replace(sink.answered(_MEDIA_TYPES[form]), headers={"Content-Disposition": saved})


TASKS: dict[str, Callable[[Store, Mapping[str, Any]], Answered]] = {"download": download}
