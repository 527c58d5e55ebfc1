"""Who a cell, a heading or a lead-in names: the owners or partners of a pledge, one by one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.extract.mentions import Names
    from graph.identifiers import Iri

_BETWEEN = re.compile(r"\s*(?:[;\n•/|]|,(?! and\b))\s*")


def holders(text: str, names: Names) -> tuple[Iri, ...]:
    """The names in a text that holds nothing else, in order: each part that is a known name.

    A part that nobody knows is left out: `extract.naming` has offered every such part as a name before.
    """
    found = (names.known(part) for part in parts(text))
    return tuple(dict.fromkeys(one for one in found if one))


def parts(text: str) -> list[str]:
    """The names that a cell divides: at line ends, semicolons, slashes and commas.

    >>> parts("Head of Housing; Legal / Finance")
    ['Head of Housing', 'Legal', 'Finance']
    """
    return [" ".join(part.split()) for part in _BETWEEN.split(text) if part.strip()]
