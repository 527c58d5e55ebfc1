"""Two bodies whose reviews have one file name, and their statements one place in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.build import build
from graph.store import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from graph.store import Store

PLAN = "# Homes\n\n## What we said we would do\n\n- Open a hub.\n\n## What we have achieved\n\n- The {} hub is open.\n"
MANIFEST = """[body]
id = "{0}"
name = "{0}"

[[strategy]]
id = "homes"
title = "Homes plan"
start = "2022"
end = "2024"

[[document]]
id = "review"
file = "review.md"
title = "Review of {0}"
states = "homes"
reports_on = "homes"
"""


def publish_two(folder: Path) -> Store:
    """Write the two bodies into a folder, build their store and open it."""
    for name in ("north", "south"):
        (folder / name).mkdir()
        (folder / name / "strategies.toml").write_text(MANIFEST.format(name), encoding="utf-8")
        (folder / name / "review.md").write_text(PLAN.format(name), encoding="utf-8")
    build([folder / "north", folder / "south"], folder / "store")
    return open_store(folder / "store")
