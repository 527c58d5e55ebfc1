"""Numbered actions and recommendations: "1.1)", "Action 02:", "Recommendation 7"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.blocks import Block
    from graph.extract.items import RawSection
    from graph.extract.known import Known


def sections(blocks: Sequence[Block], known: Known) -> list[RawSection]:  # noqa: ARG001
    """The sections of a document in this layout, in reading order; empty where it is not in it."""
    return []
