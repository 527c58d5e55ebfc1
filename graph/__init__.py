"""Strategy Links: what public bodies promised, and where each promise went.

For notebooks and scripts: `from graph import open_store, query` (`graph.notebook` tells what there is).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.notebook import commitments, open_store, queries, query, trace, where

__version__ = "0.1.0"
__all__ = ["__version__", "commitments", "open_store", "queries", "query", "trace", "where"]


def __getattr__(name: str) -> object:
    """The functions of `graph.notebook`, imported when first asked for: every command imports this module."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module("graph.notebook"), name)
