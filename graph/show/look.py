"""How everything that is shown in a browser looks: what the site, the graph page and the report share."""

from __future__ import annotations

from pathlib import Path

from graph.show.embedding import palette

_COMMON = Path(__file__).parent / "styles" / "common.css"


def common_style() -> str:
    """The style sheet that comes before each of theirs: colours, statuses, tiles, quotes, what has the focus."""
    return palette() + "\n" + _COMMON.read_text(encoding="utf-8")
